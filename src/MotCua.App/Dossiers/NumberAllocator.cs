using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>
/// Allots mã số hồ sơ (NĐ 61/2018 Đ26; TT 01/2018 Đ19): one counter per receiving unit's identifier and local day of acceptance. It counts inside the
/// transaction of the acceptance, so a number is seen only if its acceptance stands, two acceptances never share one, and units do not
/// affect each other. Past 9999 the number widens.
/// </summary>
public sealed class NumberAllocator(MotCuaDb db)
{
    /// <summary>The next number of the unit on the local date of the instant.</summary>
    /// <param name="unitKey">Receiving unit.</param>
    /// <param name="acceptedAt">Acceptance, UTC.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="InvalidOperationException">Called outside a transaction: a bug.</exception>
    public async Task<Result<DossierNumber>> NextAsync(string unitKey, DateTimeOffset acceptedAt, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("A number is allotted only in the transaction of its acceptance");
        var prefix = await PrefixAsync(unitKey, ct);
        if (string.IsNullOrEmpty(prefix)) return DossierProblems.NoUnitCode;
        var day = ProvinceTime.DateOf(acceptedAt);

        // One statement takes the row's lock and counts; both databases understand it
        var last = await db.Database.SqlQuery<int>($"""
            INSERT INTO number_counters (prefix, day, last) VALUES ({prefix}, {day}, 1)
            ON CONFLICT (prefix, day) DO UPDATE SET last = number_counters.last + 1
            RETURNING last AS "Value"
            """).ToListAsync(ct);
        return DossierNumber.For(prefix, day, last[0]);
    }

    /// <summary>
    /// The unit's identifier (mã định danh, QĐ 20/2020); provisional ones are data too and marked there. A unit without one receives in the name of the
    /// unit above it.
    /// </summary>
    private async Task<string?> PrefixAsync(string unitKey, CancellationToken ct)
    {
        var key = unitKey;
        for (var depth = 0; depth < 4 && key is not null; depth++)
        {
            var unit = await db.Units.Where(u => u.Key == key).Select(u => new { u.IdentifierCode, u.ParentKey }).FirstOrDefaultAsync(ct);
            if (unit is null) return null;
            if (unit.IdentifierCode.Length > 0) return unit.IdentifierCode;
            key = unit.ParentKey;
        }

        return null;
    }
}
