using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Kernel;

namespace MotCua.App.Catalogue;

/// <summary>A route of a unit on the administrators' page.</summary>
/// <param name="Id">Key; null for the default of the level.</param>
/// <param name="ProcedureCode">Procedure, or <c>*</c>.</param>
/// <param name="ProcedureName">Its name; empty for <c>*</c>.</param>
/// <param name="From">From; null for the default.</param>
/// <param name="Until">Exclusive end, or null.</param>
/// <param name="Steps">Steps.</param>
/// <param name="IsScheduled">Begins later than today.</param>
/// <param name="IsOver">Ended.</param>
public sealed record UnitRouteLine(Guid? Id, string ProcedureCode, string ProcedureName, DateOnly? From, DateOnly? Until, IReadOnlyList<RouteStep> Steps, bool IsScheduled, bool IsOver);

/// <summary>The routes of a unit, with who is there to go them.</summary>
/// <param name="UnitKey">Unit.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Default">The default of its level, which holds where it has published none.</param>
/// <param name="Own">Its own, those in force first.</param>
/// <param name="Holders">How many officers hold each role.</param>
/// <param name="Procedures">Procedures that it offers: code and name.</param>
public sealed record UnitRouteSheet(
    string UnitKey, string UnitName, UnitRouteLine Default, IReadOnlyList<UnitRouteLine> Own, IReadOnlyDictionary<Role, int> Holders, IReadOnlyList<KeyValuePair<string, string>> Procedures);

/// <summary>Reads the routes of units for their administrators.</summary>
public sealed class UnitRouteSheets(MotCuaDb db, TimeProvider clock)
{
    /// <summary>The sheet, or null when the unit is not within reach.</summary>
    public async Task<UnitRouteSheet?> FindAsync(string unitKey, Actor actor, CancellationToken ct)
    {
        if (!await MayAsync(db, unitKey, actor, ct)) return null;
        var unit = await db.Units.AsNoTracking().FirstAsync(u => u.Key == unitKey, ct);
        var today = ProvinceTime.DateOf(clock.GetUtcNow());
        var all = "*:" + unit.Level;
        var rows = await db.Routes.AsNoTracking().Where(r => r.UnitKey == unitKey || r.UnitKey == all).ToListAsync(ct);
        var names = await (from s in db.Services where s.UnitKey == unitKey && s.From <= today && (s.Until == null || s.Until > today) join p in db.Procedures on s.ProcedureCode equals p.Code where p.State == PublicationState.Published select new { p.Code, p.Name }).Distinct().ToListAsync(ct);
        var byCode = names.ToDictionary(n => n.Code, n => n.Name, StringComparer.Ordinal);
        UnitRouteLine Line(RouteRow r) => new(
            r.UnitKey == unitKey ? r.Id : null, r.ProcedureCode, byCode.GetValueOrDefault(r.ProcedureCode, ""), r.From, r.Until, [.. DefaultRoutes.Read(r.Steps).OrderBy(s => s.Number)], r.From > today, r.Until is { } until && until <= today);
        var standing = rows.Where(r => r.UnitKey == all && r.From <= today && (r.Until == null || r.Until > today)).OrderByDescending(r => r.From).FirstOrDefault();
        var holders = await db.Grants.AsNoTracking().Where(g => g.UnitKey == unitKey && g.RevokedAt == null && g.From <= today && (g.Until == null || g.Until > today) && db.Officers.Any(o => o.Id == g.OfficerId && o.IsActive))
            .Select(g => new { g.Role, g.OfficerId }).Distinct().ToListAsync(ct);
        return new UnitRouteSheet(
            unitKey,
            unit.Name,
            standing is not null ? Line(standing) : new UnitRouteLine(null, "*", "", null, null, unit.Level is "tinh" or "huyen" or "xa" ? DefaultRoutes.For(unit.Level) : [], false, false),
            [.. rows.Where(r => r.UnitKey == unitKey).Select(Line).OrderBy(l => l.IsOver).ThenBy(l => l.IsScheduled).ThenBy(l => l.ProcedureCode, StringComparer.Ordinal).ThenByDescending(l => l.From)],
            holders.GroupBy(h => h.Role).ToDictionary(g => g.Key, g => g.Count()),
            [.. names.OrderBy(n => VietnameseOrder.Key(n.Name), StringComparer.Ordinal).Select(n => new KeyValuePair<string, string>(n.Code, n.Name))]);
    }

    /// <summary>The province's administrator lays down routes of all units, a unit's of its own and those under it.</summary>
    internal static async Task<bool> MayAsync(MotCuaDb db, string unitKey, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var unit = await db.Units.AsNoTracking().Where(u => u.Key == unitKey).Select(u => new { u.Key, u.ParentKey }).FirstOrDefaultAsync(ct);
        return unit is not null && (actor.Has(Role.ProvinceAdministrator) || actor.Has(Role.UnitAdministrator, unit.Key) || (unit.ParentKey is { } parent && actor.Has(Role.UnitAdministrator, parent)));
    }
}
