using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Documents;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>Makes the final paper of drafts written from the template: code, date, signer and QR are known only when the leader decides.</summary>
public sealed class ResultIssuing(MotCuaDb db, FileStore files)
{
    /// <summary>Makes the papers that need making; each is durable before the decision is recorded.</summary>
    internal async Task<Result<IReadOnlyList<DraftedResult>>> MakeAsync(
        Dossier dossier, IReadOnlyList<ResultRow> drafts, string verifyAddress, OpenDossier open, CancellationToken ct, Actor? signer = null, DocumentEntry? entry = null)
    {
        var made = new List<DraftedResult>();
        for (var i = 0; i < drafts.Count; i++)
        {
            var row = drafts[i];
            if (row.FileId == Guid.Empty)
            {
                var code = DossierNumber.Parse(dossier.Number!, null).ResultCode(dossier.ResultCount + i + 1);
                var paper = await PaperAsync(dossier, row, code, verifyAddress, signer ?? open.Actor, open.Now, ct, entry?.Printed(i) ?? "");
                using var stream = new MemoryStream(ResultPaper.Write(paper));
                var stored = await files.SaveAsync(new IncomingFile(stream, code + ".pdf", GivenContent.OwnerOf(open.Actor), null, dossier.Id), ct);
                if (!stored.IsOk) return stored.Problem;
                (row.FileId, row.Sha256) = (stored.Value.Id, stored.Value.Sha256);
            }

            made.Add(new DraftedResult(row.Id, row.DraftedBy, row.Sha256));
        }

        return made;
    }

    /// <summary>Gives the rows their codes and puts them in force.</summary>
    internal static void Mark(IReadOnlyList<ResultRow> drafts, Dossier dossier, OpenDossier open, Actor? signer = null, DocumentEntry? entry = null)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            var row = drafts[i];
            row.Ordinal = dossier.ResultCount + i + 1;
            row.Code = DossierNumber.Parse(dossier.Number!, null).ResultCode(row.Ordinal);
            (row.State, row.IssuedBy, row.IssuedAt) = (ResultState.Issued, signer?.Id ?? open.Actor.Id, open.Now);
            if (signer is not null) row.StampedBy = open.Actor.Id;
            if (entry is not null) (row.DocumentNumber, row.DocumentSymbol, row.DocumentYear) = (entry.Number + i, entry.Symbol.Trim(), entry.Year);
        }
    }

    /// <summary>Ends the results that were issued before the dossier was reopened; the events go after the new ending.</summary>
    internal async Task<IReadOnlyList<DossierEvent>> EndEarlierAsync(Dossier dossier, IReadOnlyList<ResultRow> papers, DossierFinished finished, OpenDossier open, CancellationToken ct)
    {
        if (dossier.ResultCount == 0) return [];
        var ids = papers.Select(p => p.Id).ToList();
        var earlier = await db.Results.Where(r => r.DossierId == dossier.Id && r.State == ResultState.Issued && !ids.Contains(r.Id)).OrderBy(r => r.Id).ToListAsync(ct);
        var events = ResultDecision.AfterReopening([.. earlier.Select(Titled)], [.. papers.Select(Titled)], finished).ToList();
        foreach (var e in events)
        {
            var (id, state, by) = e is ResultSuperseded s ? (s.ResultId, ResultState.Superseded, (Guid?)s.BySuccessorId) : (((ResultRevoked)e).ResultId, ResultState.Revoked, null);
            var row = earlier.First(r => r.Id == id);
            (row.State, row.SupersededBy, row.EndedAt) = (state, by, open.Now);
        }

        return events;

        static TitledResult Titled(ResultRow r) => new(r.Id, r.Title);
    }

    /// <summary>Takes away drafts that do not go with a refusal: a paper that grants is never issued by it.</summary>
    internal async Task DiscardAsync(IReadOnlyList<ResultRow> drafts, CancellationToken ct)
    {
        if (drafts.Count == 0) return;
        var ids = drafts.Select(d => d.Id).ToList();
        db.Results.RemoveRange(drafts);
        db.DossierNotes.RemoveRange(await db.DossierNotes.Where(n => ids.Contains(n.Id)).ToListAsync(ct));
    }

    /// <summary>The paper of a draft as it would be issued now; for the preview it says that it is a draft.</summary>
    internal async Task<ResultPaper> PaperAsync(Dossier dossier, ResultRow row, string code, string verifyAddress, Actor? signer, DateTimeOffset now, CancellationToken ct, string documentNumber = "")
    {
        var unit = await db.Units.Where(u => u.Key == row.UnitKey).Select(u => new { u.Name, u.ParentKey }).FirstOrDefaultAsync(ct);
        var text = await db.DossierNotes.Where(n => n.Id == row.Id).Select(n => n.Text).FirstOrDefaultAsync(ct) ?? "";
        var title = signer is not null && Guid.TryParse(signer.Id, out var id) ? await db.Officers.Where(o => o.Id == id).Select(o => o.Title).FirstOrDefaultAsync(ct) : null;
        return new ResultPaper
        {
            Parent = await PaperSheets.ParentAsync(db, unit?.Name, unit?.ParentKey, ct),
            Unit = unit?.Name ?? row.UnitKey,
            Code = code,
            DocumentNumber = documentNumber,
            Date = ProvinceTime.DateOf(now),
            Title = row.Title,
            Paragraphs = text.Replace("\r", "", StringComparison.Ordinal).Split('\n'),
            SignerTitle = string.IsNullOrEmpty(title) ? "Người có thẩm quyền" : title,
            SignerName = signer?.DisplayName ?? "",
            VerifyAddress = string.Format(CultureInfo.InvariantCulture, verifyAddress, row.VerifyToken),
            IsDraft = signer is null,
        };
    }
}

/// <summary>Shows a draft before it is issued.</summary>
public sealed class DraftPreviews(MotCuaDb db, ResultIssuing issuing, TimeProvider clock)
{
    /// <summary>PDF of a draft written from the template, marked as a draft; null when there is none or it may not be seen.</summary>
    public async Task<byte[]?> RenderAsync(string code, Guid resultId, Actor actor, CancellationToken ct)
    {
        var row = await db.Results.AsNoTracking().FirstOrDefaultAsync(r => r.Id == resultId && r.State == ResultState.Draft && r.FileId == Guid.Empty, ct);
        var dossier = row is null ? null : await db.Dossiers.AsNoTracking().FirstOrDefaultAsync(d => d.Id == row.DossierId && (d.Number == code || d.SubmissionCode == code), ct);
        if (dossier?.Number is null || !DossierAccess.Of(dossier, actor).MayRead) return null;
        var shown = DossierNumber.Parse(dossier.Number, null).ResultCode(dossier.ResultCount + 1);
        return ResultPaper.Write(await issuing.PaperAsync(dossier, row!, shown, "{0}", null, clock.GetUtcNow(), ct));
    }
}
