using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Calendar;
using MotCua.App.Data;
using MotCua.App.Documents;
using MotCua.Domain.Calendar;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Forms;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>Nộp hồ sơ.</summary>
/// <param name="DraftId">The draft; also what makes the submission happen once.</param>
/// <param name="SeenVersion">The version whose answers the person checked.</param>
public sealed record SubmitDraft(Guid DraftId, int SeenVersion)
{
    /// <summary>Where it came from; null = not known.</summary>
    public FilingSource? Source { get; init; }
}

/// <summary>What the person gets at once.</summary>
/// <param name="Code">Submission code, or the number when it was accepted meanwhile.</param>
/// <param name="SubmittedAt">When, UTC.</param>
/// <param name="AcceptanceDueAt">Until when the desk answers, UTC; null when it did already.</param>
public sealed record Submission(string Code, DateTimeOffset? SubmittedAt, DateTimeOffset? AcceptanceDueAt)
{
    /// <summary>The procedure, when this act sent it; null for a repetition and for answers to a demand.</summary>
    public string? SentProcedure { get; init; }
}

/// <summary>
/// Sends a draft: one read, one batch (NĐ 45/2020 Đ10-11). The dossier has the draft's key, so that a double click, the back button or a retried
/// request finds the dossier of the first and gives the same answer.
/// </summary>
public sealed class SubmitDraftHandler(MotCuaDb db, FilingCatalogue catalogue, DraftDesk desk, WorkingCalendars calendars, PersonalDataVault vault, Journal journal, RowWriter writer)
{
    // Only what a submission needs is read
    private static readonly CompiledQuery<Func<MotCuaDb, Guid, IAsyncEnumerable<Row>>> Reads = new(() => EF.CompileAsyncQuery((MotCuaDb db, Guid id) =>
        from d in db.Drafts
        where d.Id == id
        join a in db.Accounts on d.AccountId equals a.Id
        join f in db.StoredFiles on (Guid?)d.Id equals f.DraftId into files
        from f in files.DefaultIfEmpty()
        select new Row(
            new DraftRow
            {
                Id = d.Id,
                AccountId = d.AccountId,
                ProcedureCode = d.ProcedureCode,
                UnitKey = d.UnitKey,
                FormVersionId = d.FormVersionId,
                AnswersCipher = d.AnswersCipher,
                Version = d.Version,
                DossierId = d.DossierId,
                SupplementOf = d.SupplementOf,
            },
            new AccountRow
            {
                Id = a.Id,
                AssuranceLevel = a.AssuranceLevel,
                FullName = a.FullName,
                IdentityCipher = a.IdentityCipher,
                BirthOn = a.BirthOn,
                Gender = a.Gender,
                Phone = a.Phone,
                Email = a.Email,
                Address = a.Address,
                CommuneCode = a.CommuneCode,
                IsOrganisation = a.IsOrganisation,
            },
            f == null ? null : new StoredFileRow { Id = f.Id, Size = f.Size })));

    /// <summary>Sends, or says what is missing; nothing is half done.</summary>
    public async Task<Result<Submission>> HandleAsync(SubmitDraft command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var owner = DraftDesk.AccountOf(actor);
        DraftRow? draft = null;
        AccountRow? account = null;
        var stored = new List<StoredFileRow>();
        await foreach (var read in Reads.For(db)(db, command.DraftId).WithCancellation(ct))
        {
            (draft, account) = (read.Draft, read.Account);
            if (read.File is not null) stored.Add(read.File);
        }

        if (draft is null || account is null || draft.AccountId != owner) return FilingProblems.NoDraft;
        if (draft.DossierId is { } sent) return await AgainAsync(sent, ct);
        if (draft.SupplementOf is not null) return DossierProblems.NotNow;
        if (draft.Version != command.SeenVersion) return FilingProblems.ChangedSinceChecked;
        var procedure = await catalogue.FindAsync(draft.ProcedureCode, ct);
        if (procedure is null || !procedure.IsOpenAt(draft.UnitKey)) return procedure?.Refusal ?? DossierProblems.ProcedureClosed;
        var form = await catalogue.FormAsync(draft.FormVersionId, ct) ?? procedure.Form;
        var places = await catalogue.PlacesAsync(ct);
        var content = DraftContent.Read(vault.Unseal(draft.AnswersCipher));
        var context = desk.Context(account, places, stored);
        var papers = DraftDesk.Papers(procedure.Content, content, stored, null);
        if (!FilesAreDurable(papers, context)) return DossierProblems.FileNotStored;
        var view = FormRun.Evaluate(form, content.Answers, context);
        var about = FormRun.Evaluate(procedure.Questions, content.About, context);
        if (!view.Valid || !about.Valid || !papers.All(p => p.IsDone)) return DossierProblems.AnswersIncomplete;
        var facts = FilingFacts.Of(about);
        if (facts.Contradicts(view)) return FilingProblems.StandingContradicted;

        var place = places.DeskOf(draft.UnitKey);
        var calendar = await calendars.ForAsync(place, ct);
        var act = journal.Begin("DossierSubmitting", actor);
        var due = AcceptanceClock.DueAt(act.At, calendar);
        var filing = new Filing(procedure.Code, procedure.VersionId, facts.LimitCase, draft.UnitKey, draft.UnitKey, place, Channel.Online, facts.AssistedBy, facts.Standing);
        var answers = view.Values.ToJson();
        var party = FilingParty.Of(facts, form, view, account, vault);
        var applicant = facts.IsMine ? draft.AccountId : await desk.ApplicantAsync(facts.Name, facts.Identity, ct);
        for (var attempt = 0; ; attempt++)
        {
            var dossier = new Dossier(draft.Id);
            var submitted = new DossierSubmitted(
                SubmissionCode.New().Value, filing, applicant, draft.AccountId, null, vault.Digest(answers), due, party.Kind, CommuneOf(facts, content, account, places), IsVerified(account));
            var rows = new List<object>(12) { dossier };
            rows.AddRange(Journal.Chain(act, dossier, DossierChain.Start, submitted));
            party.Row.DossierId = dossier.Id;
            rows.Add(party.Row);
            rows.Add(new DossierAnswersRow { DossierId = dossier.Id, Round = 1, FormVersionId = draft.FormVersionId, AnswersCipher = vault.Seal(answers), At = act.At });
            rows.AddRange(Documents(dossier.Id, [.. DraftPapers.Of(papers, form, view), .. DraftPapers.Mandate(about)], act.At));
            if (command.Source is { } source) rows.Add(Trace(dossier.Id, act.At, source));
            rows.AddRange(journal.Consequences(act, dossier, submitted));
            var statements = new List<RowStatement>(2)
            {
                new("""UPDATE "drafts" SET "dossier_id" = {0}, "version" = "version" + 1, "saved_at" = {1} WHERE "id" = {0}""", draft.Id, act.At),
            };
            if (stored.Count > 0) statements.Add(new RowStatement("""UPDATE "stored_files" SET "dossier_id" = {0} WHERE "draft_id" = {0}""", draft.Id));
            try
            {
                await writer.WriteAsync(rows, statements, ct);
                return new Submission(dossier.SubmissionCode, dossier.SubmittedAt, dossier.AcceptanceDueAt) { SentProcedure = dossier.ProcedureCode };
            }
            catch (DbException e) when (DatabaseFaults.IsUniqueViolation(e))
            {
                var first = await AgainAsync(draft.Id, ct);
                if (first.IsOk || attempt > 0) return first;
            }
        }
    }

    private async Task<Result<Submission>> AgainAsync(Guid dossierId, CancellationToken ct)
    {
        var found = await db.Dossiers.AsNoTracking().Where(d => d.Id == dossierId).Select(d => new { d.SubmissionCode, d.Number, d.SubmittedAt, d.AcceptanceDueAt }).FirstOrDefaultAsync(ct);
        return found is null ? FilingProblems.NoDraft : new Submission(found.Number ?? found.SubmissionCode, found.SubmittedAt, found.AcceptanceDueAt);
    }

    private SubmissionTraceRow Trace(Guid dossier, DateTimeOffset at, FilingSource source)
    {
        var day = ProvinceTime.DateOf(at);
        return new SubmissionTraceRow
        {
            DossierId = dossier,
            At = at,
            SessionTag = source.Session == Guid.Empty ? "" : SourceTags.Of(vault, day, "session", source.Session.ToString("N")),
            NetworkTag = SourceTags.Of(vault, day, "network", SourceTags.NetworkOf(source.Address)),
        };
    }

    private static bool FilesAreDurable(IReadOnlyList<PaperSheet> papers, FormContext context) =>
        papers.Where(p => p.Chosen.Way is PaperWays.Upload or PaperWays.Store)
            .All(p => p.Files.Count == p.Chosen.Files.Count && p.Chosen.Files.All(f => context.FileKnown!(f.ToString("N"))));

    private static string CommuneOf(FilingFacts facts, DraftContent content, AccountRow account, FilingPlaces places)
    {
        if (!facts.IsMine) return places.Division(facts.Commune) is { Level: "xa" } home ? home.Code : "";
        return content.Commune.Length > 0 ? content.Commune : places.Division(account.CommuneCode) is { Level: "xa" } commune ? commune.Code : "";
    }

    // Định danh mức 2 trở lên: identity checked in person (NĐ 59/2022 Đ12)
    private static bool IsVerified(AccountRow account) => account.AssuranceLevel.TrimEnd() is { Length: > 0 } level && level[^1] is >= '2' and <= '9';

    private static IEnumerable<DossierDocumentRow> Documents(Guid dossierId, IReadOnlyList<DraftPapers> papers, DateTimeOffset now) =>
        papers.Select(p => new DossierDocumentRow
        {
            Id = Ids.NewGuid(now),
            DossierId = dossierId,
            ComponentKey = p.ComponentKey,
            Name = p.Name,
            Way = p.Way,
            PaperReason = p.PaperReason,
            FileId = p.FileId,
        });

    private sealed record Row(DraftRow Draft, AccountRow Account, StoredFileRow? File);
}
