using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>What anybody with the paper may learn of a result: nothing that the paper does not show.</summary>
/// <param name="Code">Mã kết quả.</param>
/// <param name="Title">Title of the paper.</param>
/// <param name="ProcedureName">Procedure.</param>
/// <param name="UnitName">Issuing unit.</param>
/// <param name="IssuedAt">When issued, UTC.</param>
/// <param name="State">In force, revoked or superseded.</param>
/// <param name="EndedAt">When revoked or superseded, UTC.</param>
/// <param name="SuccessorCode">Code of the result that replaced it.</param>
/// <param name="Sha256">Digest of the issued file.</param>
/// <param name="SuccessorToken">Token of the result that replaced it: whoever holds the old paper may see that it was replaced and by what.</param>
public sealed record VerifiedResult(
    string Code, string Title, string ProcedureName, string UnitName, DateTimeOffset IssuedAt, ResultState State, DateTimeOffset? EndedAt, string? SuccessorCode, string Sha256, string? SuccessorToken)
{
    /// <summary>True when a file is, byte for byte, the one that was issued. The file is read once and kept nowhere.</summary>
    public async Task<bool> IsIssuedFileAsync(Stream file, CancellationToken ct) =>
        Sha256.Length > 0 && string.Equals(Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)), Sha256, StringComparison.Ordinal);
}

/// <summary>What anybody who types a result's code may learn: codes follow one another, so it says nothing of a person or a procedure.</summary>
/// <param name="Code">Mã kết quả.</param>
/// <param name="UnitName">Issuing unit.</param>
/// <param name="IssuedAt">When issued, UTC.</param>
/// <param name="State">In force, revoked or superseded.</param>
/// <param name="EndedAt">When revoked or superseded, UTC.</param>
public sealed record KnownResult(string Code, string UnitName, DateTimeOffset IssuedAt, ResultState State, DateTimeOffset? EndedAt);

/// <summary>Public verification of results by the random token of their QR, or in less detail by their code (NĐ 45/2020 Đ14, Đ18 k2; law rule 35).</summary>
public sealed class ResultVerification(MotCuaDb db)
{
    /// <summary>The result of a token, or null: drafts and unknown tokens are the same.</summary>
    public async Task<VerifiedResult?> FindAsync(string token, CancellationToken ct)
    {
        if (Token(token) is not { } key) return null;
        var row = await db.Results.AsNoTracking().FirstOrDefaultAsync(r => r.VerifyToken == key && r.State != ResultState.Draft, ct);
        if (row?.IssuedAt is not { } issued) return null;
        var procedure = await db.Dossiers.Where(d => d.Id == row.DossierId)
            .Join(db.Procedures, d => d.ProcedureCode, p => p.Code, (_, p) => p.Name).FirstOrDefaultAsync(ct);
        var successor = row.SupersededBy is { } by ? await db.Results.Where(r => r.Id == by && r.State != ResultState.Draft).Select(r => new { r.Code, r.VerifyToken }).FirstOrDefaultAsync(ct) : null;
        return new VerifiedResult(row.Code, row.Title, procedure ?? "", await UnitAsync(row.UnitKey, ct), issued, row.State, row.EndedAt, successor?.Code, row.Sha256, successor?.VerifyToken);
    }

    /// <summary>What the code alone tells, or null: drafts, unknown and malformed codes are the same.</summary>
    public async Task<KnownResult?> FindByCodeAsync(string code, CancellationToken ct)
    {
        if (Code(code) is not { } key) return null;
        var row = await db.Results.AsNoTracking().Where(r => r.Code == key && r.State != ResultState.Draft).Select(r => new { r.Code, r.UnitKey, r.IssuedAt, r.State, r.EndedAt }).FirstOrDefaultAsync(ct);
        return row?.IssuedAt is not { } issued ? null : new KnownResult(row.Code, await UnitAsync(row.UnitKey, ct), issued, row.State, row.EndedAt);
    }

    /// <summary>The token in what was scanned or typed, or null.</summary>
    public static string? Token(string? text)
    {
        var key = (text ?? "").Trim().ToLowerInvariant();
        return key.Length is >= 16 and <= 64 && key.All(char.IsAsciiHexDigit) ? key : null;
    }

    /// <summary>The result's code as stored, from what people type, or null when it is none.</summary>
    public static string? Code(string? text)
    {
        var key = (text ?? "").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        var at = key.LastIndexOf("-KQ", StringComparison.Ordinal);
        return key.Length <= 100 && at > 0 && key.Length > at + 3 && key.AsSpan(at + 3).IndexOfAnyExceptInRange('0', '9') < 0 && DossierNumber.TryParse(key[..at], null, out _) ? key : null;
    }

    private async Task<string> UnitAsync(string key, CancellationToken ct) => await db.Units.Where(u => u.Key == key).Select(u => u.Name).FirstOrDefaultAsync(ct) ?? key;
}
