using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.App.Documents;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>A file as an officer sends it.</summary>
/// <param name="Content">Bytes; the caller disposes of them.</param>
/// <param name="Name">Name as given.</param>
public sealed record GivenFile(Stream Content, string Name);

/// <summary>Set a task of the plan, or a directive.</summary>
/// <param name="Plan">Key of the plan.</param>
/// <param name="Draft">The task.</param>
/// <param name="CoUnits">Cooperating units, or all of a level.</param>
/// <param name="Basis">Document that assigns it, or empty.</param>
public sealed record AssignPlanTask(string Plan, PlanTaskDraft Draft, IReadOnlyList<string> CoUnits, string Basis)
{
    /// <summary>What is expected of it, when it is made of an advice.</summary>
    public AdvicePromise? Promise { get; init; }
}

/// <summary>Tell how a task goes, or that it is done.</summary>
/// <param name="Id">Task.</param>
/// <param name="SeenVersion">Version that the officer saw.</param>
/// <param name="Text">What was done.</param>
/// <param name="IsDone">Reported done.</param>
/// <param name="Files">Evidence.</param>
public sealed record AnswerPlanTask(Guid Id, int SeenVersion, string Text, bool IsDone, IReadOnlyList<GivenFile> Files);

/// <summary>Confirm, send back, extend or cancel a task.</summary>
/// <param name="Id">Task.</param>
/// <param name="SeenVersion">Version that the plan owner saw.</param>
/// <param name="Act"><see cref="PlanTaskAct.Confirmed"/>, <see cref="PlanTaskAct.SentBack"/>, <see cref="PlanTaskAct.Extended"/> or <see cref="PlanTaskAct.Cancelled"/>.</param>
/// <param name="Reason">Reason, or words with the confirmation.</param>
/// <param name="DueOn">New deadline, for an extension.</param>
public sealed record JudgePlanTask(Guid Id, int SeenVersion, PlanTaskAct Act, string? Reason, DateOnly? DueOn = null);

/// <summary>Sets a task: its number is the next of the plan, its history begins.</summary>
public sealed class AssignPlanTaskHandler(MotCuaDb db, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Sets it, or says what is missing.</summary>
    /// <returns>The task's key.</returns>
    public async Task<Result<Guid>> HandleAsync(AssignPlanTask command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.GetUtcNow();
        var today = ProvinceTime.DateOf(now);
        var decided = PlanTaskDecision.Assign(command.Draft, actor, today);
        if (!decided.IsOk) return decided.Problem;
        if (!await db.Plans.AnyAsync(p => p.Code == command.Plan, ct)) return PlanTaskProblems.UnknownPlan;
        if (!await UnitsAreKnownAsync([command.Draft.LeadUnit, .. command.CoUnits], ct)) return PlanTaskProblems.UnknownUnit;
        var row = new PlanTaskRow
        {
            Id = Ids.NewGuid(now),
            PlanCode = command.Plan,
            Number = 1 + (await db.PlanTasks.Where(t => t.PlanCode == command.Plan).MaxAsync(t => (int?)t.Number, ct) ?? 0),
            Kind = command.Draft.Kind,
            Title = command.Draft.Title.Trim(),
            Outcome = command.Draft.Outcome.Trim(),
            LeadUnit = command.Draft.LeadUnit,
            CoUnits = PlanTaskRow.Joined(command.CoUnits.Where(u => u != command.Draft.LeadUnit).Distinct(StringComparer.Ordinal)),
            DirectedBy = command.Draft.Kind == PlanTaskKind.Directive ? command.Draft.DirectedBy.Trim() : "",
            Basis = command.Basis.Trim(),
            CreatedBy = actor.Id,
            CreatedAt = now,
        };
        row.Take(decided.Value.After);
        db.PlanTasks.Add(row);
        db.PlanEntries.Add(PlanTaskDesk.Entry(row.Id, row.Version, actor, row.LeadUnit, PlanTaskAct.Assigned.ToString(), "", now));
        if (command.Promise is { } promise)
        {
            db.PlanTaskAdvice.Add(promise.Row(row.Id, now));
            db.PlanTaskEffects.AddRange(promise.Effects(row.Id));
        }

        audit.Record(actor, "PlanTaskAssigned", row.Id.ToString("N"), new { plan = row.PlanCode, number = row.Number, unit = row.LeadUnit, due = row.DueOn });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (db.PlanTasks.AsNoTracking().Any(t => t.PlanCode == row.PlanCode && t.Number == row.Number))
        {
            return PlanTaskProblems.NumberTaken;
        }

        return row.Id;
    }

    private async Task<bool> UnitsAreKnownAsync(IReadOnlyList<string> keys, CancellationToken ct)
    {
        var named = keys.Where(k => !PlanTaskDesk.LevelNames.ContainsKey(k)).Distinct().ToList();
        return named.Contains(keys[0]) && await db.Units.CountAsync(u => named.Contains(u.Key) && u.Until == null, ct) == named.Count;
    }
}

/// <summary>Takes the lead unit's answers, with their evidence.</summary>
public sealed class AnswerPlanTaskHandler(MotCuaDb db, FileStore files, PlanTaskDesk desk, TimeProvider clock)
{
    /// <summary>Most files in one answer.</summary>
    public const int MostFiles = 5;

    /// <summary>Takes it, or says what stands against it.</summary>
    public async Task<Result<Done>> HandleAsync(AnswerPlanTask command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        var found = await desk.FindAsync(command.Id, command.SeenVersion, ct);
        if (!found.IsOk) return found.Problem;
        var hasEvidence = command.Files.Count > 0 || await db.PlanFiles.AnyAsync(f => f.SubjectId == command.Id, ct);
        var decided = PlanTaskDecision.Answer(found.Value.ToTask(), command.Text, command.IsDone, hasEvidence, actor, ProvinceTime.DateOf(clock.GetUtcNow()));
        if (!decided.IsOk) return decided.Problem;
        var stored = await files.KeepAsync(command.Files, actor, "Upload", ct);
        return stored.IsOk ? await desk.RecordAsync(found.Value, decided.Value, actor, stored.Value, ct) : stored.Problem;
    }
}

/// <summary>What the plan owner decides of a task: confirmed, sent back, extended, cancelled.</summary>
public sealed class JudgePlanTaskHandler(PlanTaskDesk desk, TimeProvider clock)
{
    /// <summary>Decides, or says what stands against it.</summary>
    public async Task<Result<Done>> HandleAsync(JudgePlanTask command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        var found = await desk.FindAsync(command.Id, command.SeenVersion, ct);
        if (!found.IsOk) return found.Problem;
        var task = found.Value.ToTask();
        var decided = command.Act switch
        {
            PlanTaskAct.Confirmed => PlanTaskDecision.Confirm(task, command.Reason, actor),
            PlanTaskAct.SentBack => PlanTaskDecision.SendBack(task, command.Reason, actor),
            PlanTaskAct.Extended => PlanTaskDecision.Extend(task, command.DueOn, command.Reason, actor, ProvinceTime.DateOf(clock.GetUtcNow())),
            PlanTaskAct.Cancelled => PlanTaskDecision.Cancel(task, command.Reason, actor),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        };
        return decided.IsOk ? await desk.RecordAsync(found.Value, decided.Value, actor, [], ct) : decided.Problem;
    }
}

/// <summary>What all acts on a task share: finding it as the officer saw it, and keeping act, state and record together.</summary>
public sealed class PlanTaskDesk(MotCuaDb db, AuditTrail audit, TimeProvider clock)
{
    /// <summary>All units of a level, as they are named among the cooperating units.</summary>
    public static readonly IReadOnlyDictionary<string, string> LevelNames = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["tinh:*"] = "các sở, ban, ngành",
        ["huyen:*"] = "UBND các huyện, thành phố",
        ["xa:*"] = "UBND các xã, phường, thị trấn",
    };

    internal async Task<Result<PlanTaskRow>> FindAsync(Guid id, int seenVersion, CancellationToken ct)
    {
        if (await db.PlanTasks.FirstOrDefaultAsync(t => t.Id == id, ct) is not { } row) return PlanTaskProblems.NotFound;
        return row.Version == seenVersion ? row : PlanTaskProblems.Changed;
    }

    internal async Task<Result<Done>> RecordAsync(PlanTaskRow row, PlanTaskStep step, Actor actor, IReadOnlyList<Guid> files, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var entry = Entry(row.Id, row.Version + 1, actor, row.LeadUnit, step.Act.ToString(), step.Text, now);
        if (step.After.DueOn != row.DueOn) (entry.DueBefore, entry.DueAfter) = (row.DueOn, step.After.DueOn);
        row.Take(step.After);
        db.PlanEntries.Add(entry);
        db.PlanFiles.AddRange(files.Select(f => new PlanFileRow { FileId = f, EntryId = entry.Id, SubjectId = row.Id }));
        audit.Record(actor, "PlanTask" + step.Act, row.Id.ToString("N"), new { plan = row.PlanCode, number = row.Number, from = entry.DueBefore, due = entry.DueAfter, reason = step.Text });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return PlanTaskProblems.Changed;
        }

        return Done.Value;
    }

    internal static PlanEntryRow Entry(Guid subject, int version, Actor actor, string unit, string act, string text, DateTimeOffset now) => new()
    {
        Id = Ids.NewGuid(now),
        SubjectId = subject,
        Version = version,
        At = now,
        OfficerId = actor.Id,
        UnitKey = PlanTaskDecision.ActsFor(actor, unit) ? unit : actor.UnitsFor(Role.PlanOwner) is [var own, ..] ? own : "",
        Act = act,
        Text = text,
    };
}

/// <summary>Registers the work on the plan: tasks, documents, advice.</summary>
internal static class PlanWorkRegistration
{
    /// <summary>Adds handlers and read sides.</summary>
    public static void AddPlanWork(this IServiceCollection services)
    {
        services.AddScoped<PlanTaskDesk>();
        services.AddScoped<AssignPlanTaskHandler>();
        services.AddScoped<AnswerPlanTaskHandler>();
        services.AddScoped<JudgePlanTaskHandler>();
        services.AddScoped<PlanTaskSheets>();
        services.AddScoped<PlanPapers>();
        services.AddScoped<DraftPlanDocumentHandler>();
        services.AddScoped<ActOnPlanDocumentHandler>();
        services.AddScoped<PlanDocumentSheets>();
        services.AddScoped<TaskEfforts>();
        services.AddScoped<SetTaskEffortHandler>();
        services.AddSingleton<AdviceCache>();
        services.AddScoped<AdviceSheets>();
        services.AddScoped<TakeAdviceHandler>();
        services.AddScoped<AdviceOutcomes>();
    }
}
