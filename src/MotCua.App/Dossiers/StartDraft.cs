using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Forms;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>Begins to make up a dossier.</summary>
/// <param name="ProcedureCode">National code.</param>
/// <param name="UnitKey">Where it will go.</param>
/// <param name="Commune">Commune of the address asked, or empty.</param>
public sealed record StartDraft(string ProcedureCode, string UnitKey, string Commune);

/// <summary>Makes a draft with what the account already knows. A draft of the same person, procedure and place that was never touched is used again.</summary>
public sealed class StartDraftHandler(MotCuaDb db, FilingCatalogue catalogue, DraftDesk desk, PersonalDataVault vault, TimeProvider clock)
{
    private const int MostDrafts = 50;

    /// <summary>The draft's key, or why it cannot be begun.</summary>
    public async Task<Result<Guid>> HandleAsync(StartDraft command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (DraftDesk.AccountOf(actor) is not { } owner) return DossierProblems.NotYours;
        var procedure = await catalogue.FindAsync(command.ProcedureCode, ct);
        if (procedure is { IsClosed: true }) return procedure.Refusal;
        if (procedure is null || !procedure.OpenUnits.Any()) return FilingProblems.NoProcedure;
        if (!procedure.OpenUnits.Contains(command.UnitKey, StringComparer.Ordinal)) return command.UnitKey.Length == 0 ? FilingProblems.NoUnit : DossierProblems.ProcedureClosed;
        var mine = db.Drafts.Where(d => d.AccountId == owner && d.DossierId == null);
        var untouched = await mine.Where(d => d.ProcedureCode == procedure.Code && d.UnitKey == command.UnitKey && d.Version == 1 && d.SupplementOf == null && d.FormVersionId == procedure.FormVersionId)
            .Select(d => (Guid?)d.Id).FirstOrDefaultAsync(ct);
        if (untouched is { } again) return again;
        if (await mine.CountAsync(ct) >= MostDrafts) return FilingProblems.TooManyDrafts;
        var account = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == owner, ct);
        if (account is null) return DossierProblems.NotYours;
        await catalogue.EnsureFormStoredAsync(procedure, ct);
        var places = await catalogue.PlacesAsync(ct);
        var commune = places.Division(command.Commune) is { Level: "xa" } known ? known.Code : places.Unit(command.UnitKey) is { Level: "xa" } unit ? unit.GsoCode : "";
        var answers = FormRun.Prefill(procedure.Form, FormAnswers.Empty, desk.Context(account, places, []));
        var now = clock.GetUtcNow();
        var draft = new DraftRow
        {
            Id = Ids.NewGuid(now),
            AccountId = owner,
            ProcedureCode = procedure.Code,
            UnitKey = command.UnitKey,
            FormVersionId = procedure.FormVersionId,
            AnswersCipher = vault.Seal((DraftContent.Empty with { Answers = answers, Commune = commune }).ToJson()),
            Version = 1,
            CreatedAt = now,
            SavedAt = now,
        };
        db.Drafts.Add(draft);
        await db.SaveChangesAsync(ct);
        return draft.Id;
    }
}

/// <summary>Begins to answer a guidance or a supplement request (Mẫu 02).</summary>
/// <param name="Code">Number or submission code.</param>
public sealed record StartSupplement(string Code);

/// <summary>Makes a draft that holds what was sent last, to be mended; or finds the one already begun for the same request.</summary>
public sealed class StartSupplementHandler(MotCuaDb db, PersonalDataVault vault, TimeProvider clock)
{
    /// <summary>The draft's key, or why there is nothing to answer.</summary>
    public async Task<Result<Guid>> HandleAsync(StartSupplement command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (DraftDesk.AccountOf(actor) is not { } owner) return DossierProblems.NotFound;
        var dossier = await OwnDossiers.FindAsync(db, command.Code, owner, ct);
        if (dossier is null) return DossierProblems.NotFound;
        if (dossier.State != DossierState.AwaitingSupplement) return DossierProblems.NotNow;
        var request = await db.SupplementRequests.AsNoTracking().Where(r => r.DossierId == dossier.Id && r.AnsweredAt == null).OrderByDescending(r => r.Id).FirstOrDefaultAsync(ct);
        if (request is null) return DossierProblems.NotNow;
        var begun = await db.Drafts.Where(d => d.AccountId == owner && d.SupplementOf == dossier.Id && d.DossierId == null && d.CreatedAt >= request.AskedAt).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(ct);
        if (begun is { } again) return again;
        var last = await db.DossierAnswers.AsNoTracking().Where(a => a.DossierId == dossier.Id).OrderByDescending(a => a.Round).FirstOrDefaultAsync(ct);
        if (!FormAnswers.TryParse(last is null ? "{}" : vault.Unseal(last.AnswersCipher), out var answers, out _)) answers = FormAnswers.Empty;
        var now = clock.GetUtcNow();
        var draft = new DraftRow
        {
            Id = Ids.NewGuid(now),
            AccountId = owner,
            ProcedureCode = dossier.ProcedureCode,
            UnitKey = dossier.ReceivingUnit,
            FormVersionId = last?.FormVersionId ?? Guid.Empty,
            AnswersCipher = vault.Seal((DraftContent.Empty with { Answers = answers, Commune = dossier.ApplicantCommune }).ToJson()),
            Version = 1,
            CreatedAt = now,
            SavedAt = now,
            SupplementOf = dossier.Id,
        };
        db.Drafts.Add(draft);
        await db.SaveChangesAsync(ct);
        return draft.Id;
    }
}

/// <summary>Changes where a draft goes.</summary>
/// <param name="DraftId">The draft.</param>
/// <param name="UnitKey">The new place.</param>
public sealed record MoveDraft(Guid DraftId, string UnitKey);

/// <summary>Sends a draft to another unit that takes the procedure.</summary>
public sealed class MoveDraftHandler(MotCuaDb db, FilingCatalogue catalogue, TimeProvider clock)
{
    /// <summary>Moves, or says why not.</summary>
    public async Task<Result<Done>> HandleAsync(MoveDraft command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (DraftDesk.AccountOf(actor) is not { } owner) return FilingProblems.NoDraft;
        var draft = await db.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == command.DraftId && d.AccountId == owner, ct);
        if (draft is null) return FilingProblems.NoDraft;
        if (draft.DossierId is not null) return DossierProblems.AlreadySubmitted;
        if (draft.SupplementOf is not null) return DossierProblems.NotNow;
        var procedure = await catalogue.FindAsync(draft.ProcedureCode, ct);
        if (procedure is { IsClosed: true }) return procedure.Refusal;
        if (procedure is null || !procedure.IsOpenAt(command.UnitKey)) return FilingProblems.NoUnit;
        var (unit, now) = (command.UnitKey, clock.GetUtcNow());
        await db.Drafts.Where(d => d.Id == draft.Id && d.DossierId == null)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.UnitKey, unit).SetProperty(d => d.SavedAt, now).SetProperty(d => d.Version, d => d.Version + 1), ct);
        return Done.Value;
    }
}

/// <summary>Throws a draft away.</summary>
/// <param name="DraftId">The draft.</param>
public sealed record DiscardDraft(Guid DraftId);

/// <summary>Removes the draft and its files.</summary>
public sealed class DiscardDraftHandler(MotCuaDb db, Documents.FileStore files)
{
    /// <summary>Removes, or says that there is none.</summary>
    public async Task<Result<Done>> HandleAsync(DiscardDraft command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (DraftDesk.AccountOf(actor) is not { } owner) return FilingProblems.NoDraft;
        var removed = await db.Drafts.Where(d => d.Id == command.DraftId && d.AccountId == owner && d.DossierId == null).ExecuteDeleteAsync(ct);
        if (removed == 0) return FilingProblems.NoDraft;
        foreach (var file in await db.StoredFiles.Where(f => f.DraftId == command.DraftId && f.DossierId == null).Select(f => f.Id).ToListAsync(ct))
        {
            await files.RemoveFromDraftAsync(file, command.DraftId, DraftDesk.OwnerOf(owner), ct);
        }

        return Done.Value;
    }
}
