using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;

namespace MotCua.App.Accounts;

/// <summary>Names of units by key, for lists of roles.</summary>
public sealed class UnitNames(MotCuaDb db)
{
    /// <summary>All names.</summary>
    public async Task<IReadOnlyDictionary<string, string>> AllAsync(CancellationToken ct) =>
        (await db.Units.AsNoTracking().Select(u => new { u.Key, u.Name, u.From }).ToListAsync(ct))
        .GroupBy(u => u.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(u => u.From)!.Name, StringComparer.Ordinal);
}
