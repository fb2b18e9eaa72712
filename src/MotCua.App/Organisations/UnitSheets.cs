using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Kernel;

namespace MotCua.App.Organisations;

/// <summary>Units as their administrators see them.</summary>
public sealed class UnitSheets(MotCuaDb db)
{
    /// <summary>Units within reach: all for the province's administrator, one's own and those below for a unit's. Filtered by words without accents.</summary>
    public async Task<IReadOnlyList<UnitRow>> ListAsync(Actor administrator, string words, string level, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(administrator);
        var units = Reach(administrator);
        if (level.Length > 0)
        {
            units = units.Where(u => u.Level == level);
        }

        foreach (var word in SearchText.Words(words))
        {
            units = units.Where(u => u.SearchText.Contains(word) || u.Key == word);
        }

        return await units.OrderBy(u => u.Level == "tinh" ? 0 : u.Level == "huyen" ? 1 : 2).ThenBy(u => u.SortKey).Take(200).ToListAsync(ct);
    }

    /// <summary>One unit, or null when out of reach.</summary>
    public Task<UnitRow?> FindAsync(Actor administrator, string key, CancellationToken ct) => Reach(administrator).FirstOrDefaultAsync(u => u.Key == key, ct);

    private IQueryable<UnitRow> Reach(Actor administrator) => Within(db.Units.AsNoTracking(), administrator);

    /// <summary>Of these units, those that the administrator may change: all for the province's, one's own and those below for a unit's.</summary>
    public static IQueryable<UnitRow> Within(IQueryable<UnitRow> units, Actor administrator)
    {
        ArgumentNullException.ThrowIfNull(administrator);
        if (administrator.Has(Role.ProvinceAdministrator))
        {
            return units;
        }

        var own = administrator.UnitsFor(Role.UnitAdministrator);
        return units.Where(u => own.Contains(u.Key) || (u.ParentKey != null && own.Contains(u.ParentKey)));
    }
}
