using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.App.Documents;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>What a document changes.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Targets">Targets.</param>
/// <param name="Tasks">Numbers of tasks, parted by commas.</param>
/// <param name="Replaces">The issued document that it replaces, or null.</param>
/// <param name="Text">In words.</param>
public sealed record PlanDocumentChanges(bool Plan, bool Targets, string Tasks, Guid? Replaces, string Text);

/// <summary>Enter a draft into the register.</summary>
/// <param name="Plan">Key of the plan.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Title">Trích yếu.</param>
/// <param name="Unit">Drafting unit.</param>
/// <param name="Changes">What it changes.</param>
/// <param name="Files">The draft, when there is one already.</param>
public sealed record DraftPlanDocument(string Plan, PlanDocumentKind Kind, string Title, string Unit, PlanDocumentChanges Changes, IReadOnlyList<GivenFile> Files);

/// <summary>An act on a document of the register.</summary>
/// <param name="Id">Document.</param>
/// <param name="SeenVersion">Version that the officer saw.</param>
/// <param name="Act">Revised, asked, opinion given, opinion taken up, issued or dropped.</param>
public sealed record ActOnPlanDocument(Guid Id, int SeenVersion, PlanDocumentAct Act)
{
    /// <summary>Words: of a revision, an opinion, how it was taken up, a reason.</summary>
    public string Text { get; init; } = "";

    /// <summary>Files of a revision or of the issue.</summary>
    public IReadOnlyList<GivenFile> Files { get; init; } = [];

    /// <summary>Units asked.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>Last day for opinions, or date of an opinion.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Unit of an opinion.</summary>
    public string? Unit { get; init; }

    /// <summary>The opinion agrees; null = not said.</summary>
    public bool? IsAgreed { get; init; }

    /// <summary>The opinion that is taken up.</summary>
    public Guid? Opinion { get; init; }

    /// <summary>Number, date and signer.</summary>
    public PlanDocumentIssue Issue { get; init; } = new(null, null, null);
}

/// <summary>Enters a draft: its number is the next of the register, its history begins.</summary>
public sealed class DraftPlanDocumentHandler(MotCuaDb db, FileStore files, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Enters it, or says what is missing.</summary>
    /// <returns>The document's key.</returns>
    public async Task<Result<Guid>> HandleAsync(DraftPlanDocument command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.GetUtcNow();
        if (PlanDocumentDecision.Draft(command.Kind, command.Title, command.Unit, actor) is { } wrong) return wrong;
        if (!await db.Plans.AnyAsync(p => p.Code == command.Plan, ct)) return PlanTaskProblems.UnknownPlan;
        if (!await db.Units.AnyAsync(u => u.Key == command.Unit && u.Until == null, ct)) return PlanTaskProblems.UnknownUnit.For("Unit");
        var tasks = command.Changes.Tasks.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToList();
        var numbers = tasks.ConvertAll(t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0);
        if (await db.PlanTasks.CountAsync(t => t.PlanCode == command.Plan && numbers.Contains(t.Number), ct) != numbers.Count) return PlanDocumentProblems.UnknownTask;
        if (command.Changes.Replaces is { } replaced && !await db.PlanDocuments.AnyAsync(d => d.Id == replaced && d.State == PlanDocumentState.Issued, ct)) return PlanDocumentProblems.ReplacesNothing;
        var stored = await files.KeepAsync(command.Files, actor, "Upload", ct);
        if (!stored.IsOk) return stored.Problem;
        var row = new PlanDocumentRow
        {
            Id = Ids.NewGuid(now),
            Number = 1 + (await db.PlanDocuments.MaxAsync(d => (int?)d.Number, ct) ?? 0),
            PlanCode = command.Plan,
            Kind = command.Kind,
            Title = command.Title.Trim(),
            UnitKey = command.Unit,
            State = PlanDocumentState.Draft,
            Drafters = PlanTaskRow.Joined([actor.Id]),
            ChangesPlan = command.Changes.Plan,
            ChangesTargets = command.Changes.Targets,
            ChangedTasks = PlanTaskRow.Joined(numbers.Order().Select(n => n.ToString(CultureInfo.InvariantCulture))),
            ReplacesId = command.Changes.Replaces,
            ChangeText = command.Changes.Text.Trim(),
            CreatedAt = now,
            Version = 1,
        };
        db.PlanDocuments.Add(row);
        var entry = PlanTaskDesk.Entry(row.Id, 1, actor, row.UnitKey, nameof(PlanDocumentAct.Drafted), "", now);
        db.PlanEntries.Add(entry);
        db.PlanFiles.AddRange(stored.Value.Select(f => new PlanFileRow { FileId = f, EntryId = entry.Id, SubjectId = row.Id }));
        audit.Record(actor, "PlanDocumentDrafted", row.Id.ToString("N"), new { plan = row.PlanCode, number = row.Number, unit = row.UnitKey });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (db.PlanDocuments.AsNoTracking().Any(d => d.Number == row.Number))
        {
            return PlanDocumentProblems.RegisterTaken;
        }

        return row.Id;
    }
}

/// <summary>Takes every act on a document: revision, opinions, issue, giving up.</summary>
public sealed class ActOnPlanDocumentHandler(MotCuaDb db, FileStore files, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Takes it, or says what stands against it.</summary>
    public async Task<Result<Done>> HandleAsync(ActOnPlanDocument command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.GetUtcNow();
        if (await db.PlanDocuments.FirstOrDefaultAsync(d => d.Id == command.Id, ct) is not { } row) return PlanDocumentProblems.NotFound;
        if (row.Version != command.SeenVersion) return PlanDocumentProblems.Changed;
        var opinions = await db.PlanOpinions.Where(o => o.DocumentId == row.Id).ToListAsync(ct);
        var opinion = opinions.Find(o => o.Id == command.Opinion);
        if (await CheckAsync(command, row, opinions, opinion, actor, ProvinceTime.DateOf(now), ct) is { } wrong) return wrong;
        var stored = await files.KeepAsync(command.Files, actor, command.Act == PlanDocumentAct.Issued ? "IssueUpload" : "Upload", ct);
        if (!stored.IsOk) return stored.Problem;

        row.Version++;
        var entry = PlanTaskDesk.Entry(row.Id, row.Version, actor, command.Unit ?? row.UnitKey, command.Act.ToString(), command.Text.Trim(), now);
        await TakeAsync(command, row, opinion, entry, actor, now, ct);
        db.PlanEntries.Add(entry);
        db.PlanFiles.AddRange(stored.Value.Select(f => new PlanFileRow { FileId = f, EntryId = entry.Id, SubjectId = row.Id }));
        audit.Record(actor, "PlanDocument" + command.Act, row.Id.ToString("N"), new { plan = row.PlanCode, number = row.Number, unit = command.Unit, decision = row.IssuedNo, reason = entry.Text });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return PlanDocumentProblems.Changed;
        }

        return Done.Value;
    }

    private async Task<Problem?> CheckAsync(ActOnPlanDocument command, PlanDocumentRow row, List<PlanOpinionRow> opinions, PlanOpinionRow? opinion, Actor actor, DateOnly today, CancellationToken ct)
    {
        var document = row.ToDocument(opinions);
        var hasFile = command.Files.Count > 0;
        switch (command.Act)
        {
            case PlanDocumentAct.Revised:
                return PlanDocumentDecision.Revise(document, command.Text, actor);
            case PlanDocumentAct.Asked:
                var known = await db.Units.CountAsync(u => command.Units.Contains(u.Key) && u.Until == null, ct);
                return PlanDocumentDecision.Ask(document, command.Units, command.On, await db.PlanFiles.AnyAsync(f => f.SubjectId == row.Id, ct), actor, today)
                    ?? (known == command.Units.Distinct(StringComparer.Ordinal).Count() ? null : PlanTaskProblems.UnknownUnit.For("AskUnits"));
            case PlanDocumentAct.OpinionGiven:
                return PlanDocumentDecision.Opine(document, command.Unit, command.On, command.IsAgreed, command.Text, actor, today);
            case PlanDocumentAct.OpinionTakenUp:
                return opinion is null ? PlanDocumentProblems.NotFound : PlanDocumentDecision.TakeUp(document, command.Text, actor);
            case PlanDocumentAct.Issued:
                if (PlanDocumentDecision.Issue(document, command.Issue, hasFile, actor, today) is { } wrong) return wrong;
                var (number, on) = (command.Issue.Number!.Trim(), command.Issue.On);
                if (await db.PlanDocuments.AnyAsync(d => d.Id != row.Id && d.IssuedNo == number && d.IssuedOn == on, ct)) return PlanDocumentProblems.NumberGiven;
                return row.ReplacesId is { } old && !await db.PlanDocuments.AnyAsync(d => d.Id == old && d.State == PlanDocumentState.Issued, ct) ? PlanDocumentProblems.ReplacesNothing : null;
            case PlanDocumentAct.Dropped:
                return PlanDocumentDecision.Drop(document, command.Text, actor);
            default:
                throw new ArgumentOutOfRangeException(nameof(command));
        }
    }

    private async Task TakeAsync(ActOnPlanDocument command, PlanDocumentRow row, PlanOpinionRow? opinion, PlanEntryRow entry, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        switch (command.Act)
        {
            case PlanDocumentAct.Revised:
                row.Drafters = PlanTaskRow.Joined(PlanDocumentRow.Parts(row.Drafters).Append(actor.Id).Distinct(StringComparer.Ordinal));
                break;
            case PlanDocumentAct.Asked:
                row.AskedUnits = PlanTaskRow.Joined(PlanDocumentRow.Parts(row.AskedUnits).Concat(command.Units).Distinct(StringComparer.Ordinal));
                (row.OpinionsUntil, row.State, entry.DueAfter) = (command.On, PlanDocumentState.Consulting, command.On);
                break;
            case PlanDocumentAct.OpinionGiven:
                db.PlanOpinions.Add(new PlanOpinionRow { Id = Ids.NewGuid(now), DocumentId = row.Id, Version = row.Version, UnitKey = command.Unit!, On = command.On!.Value, IsAgreed = command.IsAgreed!.Value, Text = command.Text.Trim() });
                if (command.IsAgreed.Value) entry.Text = "Nhất trí." + (entry.Text.Length > 0 ? " " + entry.Text : "");
                if (entry.UnitKey != command.Unit) entry.Text = $"Ý kiến bằng văn bản của {await db.Units.Where(u => u.Key == command.Unit).Select(u => u.Name).FirstAsync(ct)}: {entry.Text}";
                break;
            case PlanDocumentAct.OpinionTakenUp:
                opinion!.TakenUp = command.Text.Trim();
                break;
            case PlanDocumentAct.Issued:
                (row.State, row.IssuedNo, row.IssuedOn, row.Signer) = (PlanDocumentState.Issued, command.Issue.Number!.Trim(), command.Issue.On, command.Issue.Signer!.Trim());
                entry.Text = $"Số {row.IssuedNo}, {row.Signer} ký.";
                await ReplaceAsync(row, actor, now, ct);
                break;
            default:
                row.State = PlanDocumentState.Dropped;
                break;
        }
    }

    private async Task ReplaceAsync(PlanDocumentRow row, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        if (row.ReplacesId is not { } id) return;
        var old = await db.PlanDocuments.FirstAsync(d => d.Id == id, ct);
        (old.State, old.ReplacedById) = (PlanDocumentState.Replaced, row.Id);
        old.Version++;
        db.PlanEntries.Add(PlanTaskDesk.Entry(old.Id, old.Version, actor, old.UnitKey, nameof(PlanDocumentAct.Replaced), $"Bằng văn bản số {row.IssuedNo}.", now));
    }
}

/// <summary>Files of the plan's work on their way in.</summary>
internal static class PlanFileKeeping
{
    /// <summary>Makes the files durable; the first that is none stops all.</summary>
    public static async Task<Result<IReadOnlyList<Guid>>> KeepAsync(this FileStore files, IReadOnlyList<GivenFile> given, Actor actor, string field, CancellationToken ct)
    {
        if (given.Count > AnswerPlanTaskHandler.MostFiles) return PlanTaskProblems.TooManyFiles.For(field);
        var stored = new List<Guid>(given.Count);
        foreach (var file in given)
        {
            var saved = await files.SaveAsync(new IncomingFile(file.Content, file.Name, "officer:" + actor.Id, null, null), ct);
            if (!saved.IsOk) return saved.Problem.For(field);
            stored.Add(saved.Value.Id);
        }

        return stored;
    }
}
