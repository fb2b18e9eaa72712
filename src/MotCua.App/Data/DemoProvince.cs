using Microsoft.EntityFrameworkCore;
using MotCua.App.Calendar;
using MotCua.App.Catalogue;
using MotCua.App.Dossiers;
using MotCua.App.Kernel;
using MotCua.App.Organisations;
using MotCua.Domain.Calendar;

namespace MotCua.App.Data;

/// <summary>A published procedure as a unit offers it.</summary>
internal sealed record DemoOffer(UnitRow Unit, string Desk, string Prefix, string Procedure, Guid VersionId, ProcedureContent Content, TimeLimit? Limit, string LimitCase, long FeeVnd, WorkingCalendar Calendar);

/// <summary>What made-up dossiers are made over: the real published procedures, units, routes and communes.</summary>
internal sealed class DemoProvince
{
    private readonly List<List<DemoOffer>> _byWeight = [];
    private readonly Dictionary<string, UnitRoute?> _routes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Unit, string Role), string> _officers = [];

    private DemoProvince(IReadOnlyList<DivisionRow> communes) => Communes = communes;

    /// <summary>The communes of the province.</summary>
    public IReadOnlyList<DivisionRow> Communes { get; }

    /// <summary>True when nothing is offered.</summary>
    public bool IsEmpty => _byWeight.Count == 0;

    public static async Task<DemoProvince> LoadAsync(MotCuaDb db, WorkingCalendars calendars, UnitRoutes routes, DateOnly on, CancellationToken ct)
    {
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Key, StringComparer.Ordinal, ct);
        var centre = units.Values.Where(u => u is { Kind: "mot-cua", Level: "tinh" }).Select(u => u.Key).Order(StringComparer.Ordinal).FirstOrDefault();
        var communes = await db.Divisions.AsNoTracking().Where(d => d.Level == "xa" && d.ProvinceCode == "06" && d.From <= on && (d.Until == null || d.Until > on)).OrderBy(d => d.Code).ToListAsync(ct);
        var province = new DemoProvince(communes);
        var services = await db.Services.AsNoTracking()
            .Where(s => s.From <= on && (s.Until == null || s.Until > on) && s.Status != ServiceStatus.Closed)
            .Join(db.Procedures.Where(p => p.State == PublicationState.Published && !p.IsVertical), s => s.ProcedureCode, p => p.Code, (s, p) => new { s.UnitKey, p.Code, p.CurrentVersionId })
            .ToListAsync(ct);
        var versions = await db.ProcedureVersions.AsNoTracking().Where(v => db.Procedures.Any(p => p.CurrentVersionId == v.Id && p.State == PublicationState.Published)).Select(v => new { v.Id, v.Content }).ToListAsync(ct);
        var contents = versions.ToDictionary(v => v.Id, v => ProcedureContents.Read(v.Content));
        var offers = new List<DemoOffer>(services.Count);
        foreach (var s in services.OrderBy(s => s.UnitKey, StringComparer.Ordinal).ThenBy(s => s.Code, StringComparer.Ordinal))
        {
            if (!units.TryGetValue(s.UnitKey, out var unit) || !contents.TryGetValue(s.CurrentVersionId, out var content)) continue;
            var limit = content.Limits.Count > 0 ? content.Limits[0] : null;
            offers.Add(new DemoOffer(
                unit,
                unit is { Level: "tinh", Kind: not "mot-cua" } && centre is not null ? centre : unit.Key,
                PrefixOf(unit, units),
                s.Code,
                s.CurrentVersionId,
                content,
                limit is not null && TimeLimit.Parse(limit.Limit) is { IsOk: true } read ? read.Value : null,
                limit?.Case ?? "",
                content.Fees.Where(f => f is { IsChargeable: true, AmountVnd: > 0 }).Select(f => f.AmountVnd!.Value).FirstOrDefault(),
                await calendars.ForAsync(unit.Key, ct)));
        }

        province.Weigh(offers, FavouredUnits());
        await province.LoadRoutesAsync(offers, routes, on, ct);
        await province.LoadOfficersAsync(db, ct);
        return province;
    }

    /// <summary>An offer: first a group of units, then one of its services, so that small offices have work too.</summary>
    public DemoOffer Choose(Random random)
    {
        var group = _byWeight[Draw.Below(random, _byWeight.Count)];
        return group[Draw.Below(random, group.Count)];
    }

    /// <summary>The steps of the unit's route.</summary>
    public IReadOnlyList<RouteStep> RouteOf(UnitRow unit) => _routes[unit.Key]?.Steps ?? [];

    /// <summary>An officer who holds the role for the unit, else the demo's own.</summary>
    public string OfficerOf(string unit, string role) => _officers.GetValueOrDefault((unit, role), "can-bo-mau");

    /// <summary>The officer who holds a step, or null when nobody does: then anybody with the role may claim it.</summary>
    public string? HolderOf(string unit, string role) => _officers.GetValueOrDefault((unit, role));

    private void Weigh(List<DemoOffer> offers, HashSet<string> favoured)
    {
        foreach (var level in new[] { "tinh", "tinh", "huyen", "xa" })
        {
            if (offers.Where(o => o.Unit.Level == level).ToList() is { Count: > 0 } of) _byWeight.Add(of);
        }

        // Units with demo officers get more work, so that their boards are alive
        foreach (var unit in offers.Where(o => favoured.Contains(o.Unit.Key)).GroupBy(o => o.Unit.Key)) _byWeight.Add([.. unit]);
    }

    private async Task LoadRoutesAsync(List<DemoOffer> offers, UnitRoutes routes, DateOnly on, CancellationToken ct)
    {
        var byLevel = new Dictionary<string, UnitRoute?>(StringComparer.Ordinal);
        foreach (var unit in offers.Select(o => o.Unit).DistinctBy(u => u.Key))
        {
            if (!byLevel.TryGetValue(unit.Level, out var route)) byLevel[unit.Level] = route = await routes.ForAsync(unit.Key, "*", on, ct);
            _routes[unit.Key] = route;
        }
    }

    private async Task LoadOfficersAsync(MotCuaDb db, CancellationToken ct)
    {
        var grants = await db.Grants.AsNoTracking().Where(g => g.RevokedAt == null && g.Until == null).Join(db.Officers, g => g.OfficerId, o => o.Id, (g, o) => new { g.UnitKey, g.Role, o.Id, o.UserName }).ToListAsync(ct);
        foreach (var g in grants.OrderBy(g => g.UserName, StringComparer.Ordinal)) _officers.TryAdd((g.UnitKey, g.Role.ToString()), g.Id.ToString("N"));
    }

    private static HashSet<string> FavouredUnits() =>
        [.. ReferenceTable.ReadFile(Path.Combine(AppContext.BaseDirectory, "data", "demo", "officers.csv"), "demo/officers.csv", ["unit_key"], r => r.Required("unit_key")).Rows];

    private static string PrefixOf(UnitRow unit, Dictionary<string, UnitRow> units)
    {
        var at = unit;
        for (var depth = 0; depth < 4 && at.IdentifierCode.Length == 0 && at.ParentKey is { } parent && units.TryGetValue(parent, out var above); depth++) at = above;
        return at.IdentifierCode.Length > 0 ? at.IdentifierCode : "H03";
    }
}

/// <summary>Draws of a repeatable generator.</summary>
internal static class Draw
{
#pragma warning disable CA5394 // Repeatable demo data, not a secret
    public static int Below(Random random, int bound) => random.Next(bound);

    public static bool Chance(Random random, double chance) => random.NextDouble() < chance;

    public static double Between(Random random, double low, double high) => low + (random.NextDouble() * (high - low));
#pragma warning restore CA5394
}
