using Microsoft.EntityFrameworkCore;
using MotCua.App.Calendar;
using MotCua.App.Data;
using MotCua.App.Documents;
using MotCua.Domain.Calendar;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Forms;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>Something on the way of a dossier, as its owner reads it: by unit, never by officer.</summary>
/// <param name="Title">What.</param>
/// <param name="By">Which unit, or who.</param>
/// <param name="At">When, UTC; null for what is still to come.</param>
/// <param name="Until">Until when it runs, UTC.</param>
/// <param name="Text">Words to the applicant, or empty.</param>
/// <param name="Tone"><c>done</c>, <c>current</c>, <c>future</c>, <c>bad</c>.</param>
/// <param name="EndedAt">For a step of the route: when it was left, UTC; null while it runs and for what is no step.</param>
/// <param name="IsLate">For a step of the route: it ended, or still runs, after <paramref name="Until"/>.</param>
public sealed record StoryLine(string Title, string By, DateTimeOffset? At, DateTimeOffset? Until, string Text, string Tone, DateTimeOffset? EndedAt = null, bool IsLate = false);

/// <summary>A paper of a dossier with its file.</summary>
/// <param name="Document">The paper.</param>
/// <param name="File">The file, or null for papers on paper.</param>
public sealed record OwnPaper(DossierDocumentRow Document, StoredFileRow? File);

/// <summary>Somebody opened the dossier.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Who">Office and name of the officer.</param>
/// <param name="Unit">Unit of the officer.</param>
/// <param name="What">What was opened, in Vietnamese.</param>
public sealed record OwnReading(DateTimeOffset At, string Who, string Unit, string What);

/// <summary>A dossier as its owner sees it.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Procedure">Name of the procedure.</param>
/// <param name="Party">Chủ hồ sơ.</param>
/// <param name="Story">What happened and what comes, oldest first.</param>
/// <param name="Papers">Papers given.</param>
/// <param name="Answers">The answers last sent, or null when there are none.</param>
/// <param name="Results">Results issued, newest first.</param>
public sealed record OwnDossierSheet(
    Dossier Dossier, string Procedure, DossierPartyRow? Party, IReadOnlyList<StoryLine> Story, IReadOnlyList<OwnPaper> Papers, FormView? Answers, IReadOnlyList<ResultRow> Results)
{
    /// <summary>True when the reader sent it; false for an applicant for whom another did.</summary>
    public bool IsSubmitter { get; init; }

    /// <summary>True when the reader is the applicant.</summary>
    public bool IsApplicant { get; init; }

    /// <summary>Officer who received or accepted it, or empty.</summary>
    public string Receiver { get; init; } = "";

    /// <summary>Unit that received it.</summary>
    public string ReceivingUnit { get; init; } = "";

    /// <summary>Unit that handles it.</summary>
    public string HandlingUnit { get; init; } = "";

    /// <summary>Where to ask: the place of receipt.</summary>
    public Organisations.UnitRow? Desk { get; init; }

    /// <summary>The open demand on the applicant, or null.</summary>
    public SupplementRequestRow? Demand { get; init; }

    /// <summary>What it asks: name of the component, or empty, and words.</summary>
    public IReadOnlyList<(string Component, string What)> Asked { get; init; } = [];

    /// <summary>Why the due date is what it is, or null.</summary>
    public Deadline? Due { get; init; }

    /// <summary>Who opened it, newest first.</summary>
    public IReadOnlyList<OwnReading> Readings { get; init; } = [];

    /// <summary>True when it may be withdrawn now.</summary>
    public bool MayWithdraw => DossierTransitions.After(Dossier.State, DossierAct.Withdraw, Dossier.IsAccepted) is not null;
}

/// <summary>Reads a dossier for its owner. Others' dossiers are not found.</summary>
public sealed class OwnDossierSheets(MotCuaDb db, FilingCatalogue catalogue, WorkingCalendars calendars, PersonalDataVault vault, TimeProvider clock)
{
    /// <summary>The sheet, or null.</summary>
    public async Task<OwnDossierSheet?> FindAsync(string code, Actor actor, CancellationToken ct)
    {
        if (DraftDesk.AccountOf(actor) is not { } owner || await OwnDossiers.FindAsync(db, code, owner, ct) is not { } dossier) return null;
        var id = dossier.Id;
        var places = await catalogue.PlacesAsync(ct);
        var events = await db.DossierEvents.AsNoTracking().Where(e => e.DossierId == id).OrderBy(e => e.Seq).ToListAsync(ct);
        var steps = await db.DossierSteps.AsNoTracking().Where(s => s.DossierId == id).ToListAsync(ct);
        var notes = await db.DossierNotes.AsNoTracking().Where(n => n.DossierId == id && n.IsForApplicant).ToListAsync(ct);
        var requests = await db.SupplementRequests.AsNoTracking().Where(r => r.DossierId == id).OrderByDescending(r => r.Id).ToListAsync(ct);
        var papers = await (from d in db.DossierDocuments
                            where d.DossierId == id
                            join f in db.StoredFiles on d.FileId equals (Guid?)f.Id into fs
                            from f in fs.DefaultIfEmpty()
                            orderby d.Id
                            select new { d, f }).AsNoTracking().ToListAsync(ct);
        var party = await db.DossierParties.AsNoTracking().FirstOrDefaultAsync(p => p.DossierId == id, ct);
        var results = await db.Results.AsNoTracking().Where(r => r.DossierId == id && r.State != ResultState.Draft).OrderByDescending(r => r.Ordinal).ToListAsync(ct);
        var procedure = await catalogue.FindAsync(dossier.ProcedureCode, ct);
        var content = await catalogue.ContentAsync(dossier.ProcedureVersionId, ct);
        var demand = dossier.State == DossierState.AwaitingSupplement ? requests.FirstOrDefault(r => r.AnsweredAt is null) : null;
        return new OwnDossierSheet(
            dossier, procedure?.Name ?? dossier.ProcedureCode, party, DossierStory.Tell(dossier, events, steps, notes, places, clock.GetUtcNow(), id => Called(id, owner, dossier, party)), [.. papers.Select(p => new OwnPaper(p.d, p.f))], await AnswersAsync(id, ct), results)
        {
            IsSubmitter = dossier.SubmitterAccountId == owner,
            IsApplicant = dossier.ApplicantAccountId == owner,
            Receiver = await ReceiverAsync(events, ct),
            ReceivingUnit = places.NameOf(dossier.ReceivingUnit),
            HandlingUnit = places.NameOf(dossier.HandlingUnit),
            Desk = places.Unit(dossier.Place),
            Demand = demand,
            Asked = demand is null ? [] : [.. DraftDemand.ItemsOf(demand).Select(i => (content.Components.FirstOrDefault(c => c.Key == i.Component)?.Name ?? "", i.What))],
            Due = await DueAsync(dossier, requests, ct),
            Readings = await ReadingsAsync(id, places, ct),
        };
    }

    /// <summary>A file of the person's own dossier or a result of it; null otherwise.</summary>
    public async Task<StoredFileRow?> FileAsync(string code, Guid fileId, Actor actor, CancellationToken ct)
    {
        if (DraftDesk.AccountOf(actor) is not { } owner || await OwnDossiers.FindAsync(db, code, owner, ct) is not { } dossier) return null;
        var isIts = await db.DossierDocuments.AnyAsync(d => d.DossierId == dossier.Id && d.FileId == fileId, ct)
            || await db.Results.AnyAsync(r => r.DossierId == dossier.Id && r.FileId == fileId && r.State != ResultState.Draft, ct);
        return isIts ? await db.StoredFiles.AsNoTracking().FirstOrDefaultAsync(f => f.Id == fileId, ct) : null;
    }

    private static string Called(string actorId, Guid reader, Dossier dossier, DossierPartyRow? party)
    {
        if (!Guid.TryParse(actorId, out var who) || who == reader) return "Bạn";
        return who == dossier.SubmitterAccountId ? party is { SubmitterName.Length: > 0 } ? $"{party.SubmitterName}, nộp thay" : "Người nộp thay" : party?.Name ?? "Chủ hồ sơ";
    }

    private async Task<string> ReceiverAsync(IReadOnlyList<DossierEventRow> events, CancellationToken ct)
    {
        var by = events.Where(e => e.Name is nameof(DossierReceivedAtDesk) or nameof(DossierAccepted)).Select(e => e.ActorId).LastOrDefault();
        return Guid.TryParse(by, out var officer) ? await db.Officers.Where(o => o.Id == officer).Select(o => o.DisplayName).FirstOrDefaultAsync(ct) ?? "" : "";
    }

    private async Task<FormView?> AnswersAsync(Guid id, CancellationToken ct)
    {
        var last = await db.DossierAnswers.AsNoTracking().Where(a => a.DossierId == id).OrderByDescending(a => a.Round).FirstOrDefaultAsync(ct);
        if (last is null || await catalogue.FormAsync(last.FormVersionId, ct) is not { } form || !FormAnswers.TryParse(vault.Unseal(last.AnswersCipher), out var answers, out _)) return null;
        var places = await catalogue.PlacesAsync(ct);
        return FormRun.Evaluate(form, answers, new FormContext(ProvinceTime.DateOf(last.At), null, code => places.FullName(code) ?? Forms.ReferenceLists.Shipped.DivisionName(code)));
    }

    private async Task<Deadline?> DueAsync(Dossier dossier, IReadOnlyList<SupplementRequestRow> requests, CancellationToken ct)
    {
        if (dossier.State == DossierState.Submitted && dossier.AcceptanceDueAt is not null && (requests.Count == 0 ? dossier.SubmittedAt : requests[0].AnsweredAt ?? dossier.SubmittedAt) is { } sent)
        {
            return AcceptanceClock.Explain(sent, await calendars.ForAsync(dossier.Place, ct));
        }

        if (dossier.AcceptedAt is not { } accepted || dossier.DueAt is null || dossier.IsImported || TimeLimit.Parse(dossier.Limit) is not { IsOk: true, Value: var limit }) return null;
        var supplements = requests.Where(r => !r.IsBeforeAcceptance).Select(r => new Standstill(r.AskedAt, r.AnsweredAt)).ToList();
        var due = new StatutoryClock(limit, accepted, supplements, []).Explain(await calendars.ForAsync(dossier.HandlingUnit, ct));

        // A date that was moved by a letter (Mẫu 04) or a payment is not explained by the limit alone
        return due is not null && due.DueAt == dossier.DueAt ? due : null;
    }

    private async Task<IReadOnlyList<OwnReading>> ReadingsAsync(Guid id, FilingPlaces places, CancellationToken ct)
    {
        var reads = await db.DossierReads.AsNoTracking().Where(r => r.DossierId == id).OrderByDescending(r => r.Id).Take(100).ToListAsync(ct);
        var ids = reads.Select(r => Guid.TryParse(r.OfficerId, out var officer) ? officer : Guid.Empty).Distinct().ToList();
        var officers = await db.Officers.AsNoTracking().Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.DisplayName, o.Title }).ToListAsync(ct);
        var today = ProvinceTime.DateOf(clock.GetUtcNow());
        var units = await db.Grants.AsNoTracking().Where(g => ids.Contains(g.OfficerId) && g.From <= today).OrderByDescending(g => g.From).Select(g => new { g.OfficerId, g.UnitKey }).ToListAsync(ct);
        return [.. reads.Select(r =>
        {
            var officer = Guid.TryParse(r.OfficerId, out var key) ? officers.FirstOrDefault(o => o.Id == key) : null;
            var unit = units.FirstOrDefault(u => u.OfficerId == key)?.UnitKey;
            var who = officer is null ? "Cán bộ" : officer.Title.Length > 0 ? $"{officer.DisplayName}, {officer.Title}" : officer.DisplayName;
            return new OwnReading(r.At, who, unit is null ? "" : places.NameOf(unit), DossierWords.Reading(r.What));
        })];
    }
}
