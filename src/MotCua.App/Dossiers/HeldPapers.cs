using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Documents;
using MotCua.Domain.Documents;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>A paper that the person already has here.</summary>
/// <param name="FileId">Its file.</param>
/// <param name="Name">What it is: name of the component, or title of the result.</param>
/// <param name="DossierCode">The dossier it came with or from.</param>
/// <param name="At">When it was given or issued, UTC.</param>
/// <param name="IsResult">True for an electronic result in force.</param>
public sealed record HeldPaper(Guid FileId, string Name, string DossierCode, DateTimeOffset At, bool IsResult);

/// <summary>
/// The person's own store (Kho quản lý dữ liệu điện tử, TT 01/2023 Đ24): results in force and papers of dossiers that were accepted. Offered before
/// an upload is asked for (NĐ 61/2018 Đ5 k1 i; law rule 58).
/// </summary>
public sealed class HeldPapers(MotCuaDb db, PersonalDataVault vault)
{
    /// <summary>Most papers offered.</summary>
    public const int Most = 30;

    /// <summary>Newest first; the same content once.</summary>
    public async Task<IReadOnlyList<HeldPaper>> ListAsync(Actor actor, CancellationToken ct)
    {
        if (DraftDesk.AccountOf(actor) is not { } account)
        {
            return [];
        }

        var owner = DraftDesk.OwnerOf(account);
        return await ReadAsync(db.Dossiers.Where(d => d.ApplicantAccountId == account && d.AcceptedAt != null), db.StoredFiles.Where(f => f.Owner == owner), ct);
    }

    /// <summary>
    /// Papers of an applicant who stands at the desk, by identity number and name together: a mistyped number alone shows nothing of somebody else's.
    /// </summary>
    public async Task<IReadOnlyList<HeldPaper>> OfPersonAsync(string identity, string name, CancellationToken ct)
    {
        var (index, folded) = (vault.Index(identity), SearchText.Fold(name));
        if (index.Length == 0 || folded.Length == 0) return [];
        var own = from d in db.Dossiers
                  join p in db.DossierParties on d.Id equals p.DossierId
                  where p.IdentityIndex == index && p.NameFolded == folded && d.AcceptedAt != null
                  select d;
        return await ReadAsync(own, db.StoredFiles, ct);
    }

    private async Task<IReadOnlyList<HeldPaper>> ReadAsync(IQueryable<Dossier> own, IQueryable<StoredFileRow> files, CancellationToken ct)
    {
        var results = await (from d in own
                             join r in db.Results on d.Id equals r.DossierId
                             join f in db.StoredFiles on r.FileId equals f.Id
                             where r.State == ResultState.Issued
                             orderby r.IssuedAt descending
                             select new { f.Id, f.Sha256, Name = r.Title, Code = r.Code, At = r.IssuedAt }).AsNoTracking().Take(Most).ToListAsync(ct);
        var papers = await (from d in own
                            join x in db.DossierDocuments on d.Id equals x.DossierId
                            join f in files on x.FileId equals (Guid?)f.Id
                            where x.ComponentKey != DraftPapers.MandateKey
                            orderby f.Id descending
                            select new { f.Id, f.Sha256, x.Name, Code = d.Number ?? d.SubmissionCode, At = f.StoredAt }).AsNoTracking().Take(Most).ToListAsync(ct);
        return [.. results.Select(r => (r.Sha256, Paper: new HeldPaper(r.Id, r.Name, r.Code, r.At ?? default, true)))
            .Concat(papers.Select(p => (p.Sha256, Paper: new HeldPaper(p.Id, p.Name, p.Code, p.At, false))))
            .DistinctBy(p => p.Sha256).Select(p => p.Paper).Take(Most)];
    }
}

/// <summary>Gives a component by a paper that the person already has here.</summary>
/// <param name="DraftId">The draft.</param>
/// <param name="ComponentKey">The component.</param>
/// <param name="FileId">File of one of <see cref="HeldPapers"/>.</param>
public sealed record ReuseHeldPaper(Guid DraftId, string ComponentKey, Guid FileId);

/// <summary>Copies the paper into the draft, so that the dossier keeps what was given even when the earlier one is archived.</summary>
public sealed class ReuseHeldPaperHandler(HeldPapers papers, FileStore files, AddDraftFileHandler add, DraftDesk desk)
{
    /// <summary>The draft with the paper; not found when the file is not one of the person's own papers.</summary>
    public async Task<Result<DraftSheet>> HandleAsync(ReuseHeldPaper command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var paper = (await papers.ListAsync(actor, ct)).FirstOrDefault(p => p.FileId == command.FileId);
        if (paper is null)
        {
            return DocumentProblems.NotFound;
        }

        await using var content = files.Open(paper.FileId);
        if (content is null)
        {
            return DocumentProblems.NotFound;
        }

        var added = await add.HandleAsync(new AddDraftFile(command.DraftId, command.ComponentKey, content, $"{paper.Name} ({paper.DossierCode})"), actor, ct);
        return added.IsOk
            ? await desk.ChangeAsync(command.DraftId, actor, sheet => sheet.Papers.FirstOrDefault(p => p.Component.Key == command.ComponentKey) is { } given
                ? Result<DraftContent>.Ok(sheet.Content.With(command.ComponentKey, given.Chosen with { Way = PaperWays.Store }))
                : FilingProblems.NoSuchPart, ct)
            : added;
    }
}
