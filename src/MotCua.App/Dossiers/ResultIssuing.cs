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
