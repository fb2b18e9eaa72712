using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;

namespace MotCua.App.Dossiers;

/// <summary>What anybody with the paper may learn of a result: nothing that the paper does not show.</summary>
/// <param name="Code">Mã kết quả.</param>
/// <param name="Title">Title of the paper.</param>
/// <param name="ProcedureName">Procedure.</param>
/// <param name="UnitName">Issuing unit.</param>
/// <param name="IssuedAt">When issued, UTC.</param>
/// <param name="State">In force, revoked or superseded.</param>
/// <param name="EndedAt">When revoked or superseded.</param>
/// <param name="SuccessorCode">Code of the result that replaced it.</param>
/// <param name="Sha256">Digest of the issued file.</param>
public sealed record VerifiedResult(
    string Code, string Title, string ProcedureName, string UnitName, DateTimeOffset IssuedAt, ResultState State, DateTimeOffset? EndedAt, string? SuccessorCode, string Sha256);

/// <summary>Public verification of results by the random token of their QR (NĐ 45/2020 Đ14, Đ18 k2; law rule 35).</summary>
public sealed class ResultVerification(MotCuaDb db)
{
    /// <summary>The result of a token, or null: drafts and unknown tokens are the same.</summary>
    public async Task<VerifiedResult?> FindAsync(string token, CancellationToken ct)
    {
        var key = (token ?? "").Trim().ToLowerInvariant();
        if (key.Length is < 16 or > 64 || !key.All(char.IsAsciiHexDigit)) return null;
        var row = await db.Results.AsNoTracking().FirstOrDefaultAsync(r => r.VerifyToken == key && r.State != ResultState.Draft, ct);
        if (row?.IssuedAt is not { } issued) return null;
        var procedure = await db.Dossiers.Where(d => d.Id == row.DossierId)
            .Join(db.Procedures, d => d.ProcedureCode, p => p.Code, (_, p) => p.Name).FirstOrDefaultAsync(ct);
        var unit = await db.Units.Where(u => u.Key == row.UnitKey).Select(u => u.Name).FirstOrDefaultAsync(ct);
        var successor = row.SupersededBy is { } by ? await db.Results.Where(r => r.Id == by).Select(r => r.Code).FirstOrDefaultAsync(ct) : null;
        return new VerifiedResult(row.Code, row.Title, procedure ?? "", unit ?? row.UnitKey, issued, row.State, row.EndedAt, successor, row.Sha256);
    }
}
