using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>A draft in its owner's list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Procedure">Name of the procedure.</param>
/// <param name="Unit">Name of the unit.</param>
/// <param name="SavedAt">When last saved, UTC.</param>
/// <param name="IsAnswer">True when it answers a guidance or a supplement request.</param>
public sealed record OwnDraft(Guid Id, string Procedure, string Unit, DateTimeOffset SavedAt, bool IsAnswer)
{
    /// <summary>The procedure takes no new dossiers today.</summary>
    public bool IsClosed { get; init; }
}

/// <summary>A dossier in its owner's list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Code">What people call it.</param>
/// <param name="Procedure">Name of the procedure.</param>
/// <param name="State">State.</param>
/// <param name="IsAccepted">Was ever accepted.</param>
/// <param name="SubmittedAt">When sent, UTC.</param>
/// <param name="Until">What is awaited until then: the desk's answer, the applicant's, the result; null when nothing is.</param>
/// <param name="HasResult">There is a result to fetch.</param>
/// <param name="Outcome">Granted or refused, once finished.</param>
public sealed record OwnDossier(Guid Id, string Code, string Procedure, DossierState State, bool IsAccepted, DateTimeOffset? SubmittedAt, DateTimeOffset? Until, bool HasResult, DossierOutcome? Outcome);

/// <summary>One page of a person's dossiers, newest first.</summary>
/// <param name="Dossiers">Rows.</param>
/// <param name="Older">Key after which the older ones follow, or null.</param>
public sealed record OwnDossierPage(IReadOnlyList<OwnDossier> Dossiers, Guid? Older);

/// <summary>Lists of what a signed-in person has.</summary>
public sealed class OwnDossiers(MotCuaDb db, FilingCatalogue catalogue)
{
    private const int PageSize = 20;

    /// <summary>Drafts not sent yet, last saved first.</summary>
    public async Task<IReadOnlyList<OwnDraft>> DraftsAsync(Actor actor, CancellationToken ct)
    {
        if (DraftDesk.AccountOf(actor) is not { } owner) return [];
        var rows = await (from d in db.Drafts
                          where d.AccountId == owner && d.DossierId == null
                          join p in db.Procedures on d.ProcedureCode equals p.Code
                          orderby d.SavedAt descending
                          select new { d.Id, d.ProcedureCode, p.Name, d.UnitKey, d.SavedAt, d.SupplementOf }).AsNoTracking().Take(50).ToListAsync(ct);
        var places = await catalogue.PlacesAsync(ct);
        var closed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in rows.Select(r => r.ProcedureCode).Distinct())
        {
            if (await catalogue.FindAsync(code, ct) is { IsClosed: true }) closed.Add(code);
        }

        return [.. rows.Select(r => new OwnDraft(r.Id, r.Name, places.NameOf(r.UnitKey), r.SavedAt, r.SupplementOf is not null) { IsClosed = r.SupplementOf is null && closed.Contains(r.ProcedureCode) })];
    }

    /// <summary>Dossiers, newest first, after a key.</summary>
    public async Task<OwnDossierPage> PageAsync(Guid? after, Actor actor, CancellationToken ct)
    {
        if (DraftDesk.AccountOf(actor) is not { } owner) return new OwnDossierPage([], null);
        var mine = db.Dossiers.AsNoTracking().Where(d => d.ApplicantAccountId == owner || d.SubmitterAccountId == owner);
        if (after is { } key) mine = mine.Where(d => d.Id.CompareTo(key) < 0);
        var rows = await (from d in mine.OrderByDescending(d => d.Id).Take(PageSize + 1)
                          join p in db.Procedures on d.ProcedureCode equals p.Code into ps
                          from p in ps.DefaultIfEmpty()
                          orderby d.Id descending
                          select new { Dossier = d, Procedure = p.Name }).ToListAsync(ct);
        var page = rows.Take(PageSize).Select(r => new OwnDossier(
            r.Dossier.Id, r.Dossier.Code, r.Procedure ?? r.Dossier.ProcedureCode, r.Dossier.State, r.Dossier.IsAccepted, r.Dossier.SubmittedAt, UntilOf(r.Dossier), r.Dossier.ResultCount > 0, r.Dossier.Outcome)).ToList();
        return new OwnDossierPage(page, rows.Count > PageSize ? page[^1].Id : null);
    }

    /// <summary>What people call one's dossier; null when it is not this person's.</summary>
    public async Task<string?> CodeAsync(Guid id, Actor actor, CancellationToken ct) =>
        DraftDesk.AccountOf(actor) is { } owner
            ? await db.Dossiers.Where(d => d.Id == id && (d.ApplicantAccountId == owner || d.SubmitterAccountId == owner)).Select(d => d.Number ?? d.SubmissionCode).FirstOrDefaultAsync(ct)
            : null;

    /// <summary>Until when somebody must act now.</summary>
    public static DateTimeOffset? UntilOf(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return dossier.State switch
        {
            DossierState.Submitted => dossier.AcceptanceDueAt,
            DossierState.AwaitingSupplement => dossier.RespondBy,
            DossierState.Accepted or DossierState.Processing => dossier.DueAt,
            _ => null,
        };
    }

    /// <summary>The person's dossier of the code, as typed; null for others' and unknown ones alike. Not tracked.</summary>
    internal static Task<Dossier?> FindAsync(MotCuaDb db, string code, Guid owner, CancellationToken ct)
    {
        var clean = PublicLookup.Normalise(code);
        return clean is null
            ? Task.FromResult<Dossier?>(null)
            : db.Dossiers.AsNoTracking().FirstOrDefaultAsync(d => (d.SubmissionCode == clean || d.Number == clean) && (d.ApplicantAccountId == owner || d.SubmitterAccountId == owner), ct);
    }
}
