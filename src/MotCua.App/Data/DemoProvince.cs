using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Calendar;
using MotCua.App.Catalogue;
using MotCua.App.Dossiers;
using MotCua.App.Kernel;
using MotCua.App.Organisations;
using MotCua.Domain.Calendar;
using MotCua.Domain.Kernel;

namespace MotCua.App.Data;

/// <summary>A published procedure as a unit offers it.</summary>
internal sealed record DemoOffer(
    UnitRow Unit, string ParentName, string Desk, string Prefix, string Procedure, Guid VersionId, ProcedureContent Content, TimeLimit? Limit, string LimitCase, long FeeVnd, WorkingCalendar Calendar);

/// <summary>An officer as histories and papers name them.</summary>
internal sealed record DemoOfficerName(string Name, string Title);

/// <summary>What made-up dossiers are made over: the real published procedures, units, routes and communes.</summary>
internal sealed class DemoProvince
{
    private readonly List<List<DemoOffer>> _byWeight = [];
    private readonly Dictionary<string, UnitRoute?> _routes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Unit, string Role), string> _officers = [];
    private readonly List<object> _made = [];
    private readonly List<List<DemoOffer>> _favoured = [];
    private List<DemoOffer> _offers = [];
    private List<List<DemoOffer>> _ownForms = [];
    private Dictionary<string, UnitRow> _units = [];

    private DemoProvince(IReadOnlyList<DivisionRow> communes) => Communes = communes;

    /// <summary>Makes up officers where a unit has none of a role; null = none are made.</summary>
    public DemoPeople? People { get; init; }

    /// <summary>Names and titles by officer.</summary>
    public Dictionary<string, DemoOfficerName> Officers { get; } = new(StringComparer.Ordinal);

    /// <summary>The communes of the province.</summary>
    public IReadOnlyList<DivisionRow> Communes { get; }

    /// <summary>True when nothing is offered.</summary>
    public bool IsEmpty => _byWeight.Count == 0;

    public static async Task<DemoProvince> LoadAsync(MotCuaDb db, WorkingCalendars calendars, UnitRoutes routes, DemoPeople? people, DateOnly on, CancellationToken ct)
    {
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Key, StringComparer.Ordinal, ct);
        var centre = units.Values.Where(u => u is { Kind: "mot-cua", Level: "tinh" }).Select(u => u.Key).Order(StringComparer.Ordinal).FirstOrDefault();
        var communes = await db.Divisions.AsNoTracking().Where(d => d.Level == "xa" && d.ProvinceCode == "06" && d.From <= on && (d.Until == null || d.Until > on)).OrderBy(d => d.Code).ToListAsync(ct);
        var province = new DemoProvince(communes) { People = people, _units = units };
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
                unit.ParentKey is null || unit.Name.StartsWith("Ủy ban nhân dân", StringComparison.OrdinalIgnoreCase) ? "" : units.GetValueOrDefault(unit.ParentKey)?.Name ?? "",
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

        var own = (await db.FormVersions.AsNoTracking().Where(f => !f.IsGenerated).Select(f => f.ProcedureCode).Distinct().ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        province._offers = offers;
        province._ownForms = [.. offers.Where(o => own.Contains(o.Procedure)).GroupBy(o => o.Procedure, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.ToList())];
        province.Weigh(offers, FavouredUnits());
        await province.LoadRoutesAsync(offers, routes, on, ct);
        await province.LoadOfficersAsync(db, ct);
        return province;
    }

    /// <summary>An offer: first a group of units, then one of its services, so that small offices have work too.</summary>
    /// <param name="random">The dossier's generator.</param>
    /// <param name="isFavoured">Only where the demo's officers work: what is meant to show a state must be seen by somebody.</param>
    public DemoOffer Choose(Random random, bool isFavoured = false)
    {
        if (isFavoured && _favoured.Count > 0)
        {
            var at = _favoured[Draw.Below(random, _favoured.Count)];
            return at[Draw.Below(random, at.Count)];
        }

        // A fifth to the procedures with forms of their own, half of it where the demo's officers work
        if (_ownForms.Count > 0 && Draw.Chance(random, 0.2))
        {
            var of = _ownForms[Draw.Below(random, _ownForms.Count)];
            var favoured = FavouredUnits();
            var there = Draw.Chance(random, 0.5) ? of.FindAll(o => favoured.Contains(o.Unit.Key)) : of;
            if (there.Count > 0) return there[Draw.Below(random, there.Count)];
        }

        var group = _byWeight[Draw.Below(random, _byWeight.Count)];
        return group[Draw.Below(random, group.Count)];
    }

    /// <summary>An offer that a demo citizen can take: of the province, of their district, of their commune.</summary>
    public DemoOffer ChooseFor(Random random, DemoPerson citizen)
    {
        var near = _offers.FindAll(o => o.Unit.Level == "xa" ? o.Unit.GsoCode == citizen.Commune : o.Unit.Level == "tinh" || o.Unit.Key == "tp-bac-kan");
        if (!citizen.IsOrganisation && Draw.Chance(random, 0.6))
        {
            var codes = _ownForms.Select(f => f[0].Procedure).ToHashSet(StringComparer.Ordinal);
            if (near.FindAll(o => codes.Contains(o.Procedure)) is { Count: > 0 } own) near = own;
        }

        return near.Count == 0 ? Choose(random) : near[Draw.Below(random, near.Count)];
    }

    /// <summary>Everything offered.</summary>
    public IReadOnlyList<DemoOffer> Offers => _offers;

    /// <summary>Codes of the procedures offered.</summary>
    public IEnumerable<string> Procedures => _offers.Select(o => o.Procedure).Distinct(StringComparer.Ordinal);

    /// <summary>True when the procedure has a form of its own: those are a person's.</summary>
    public bool HasOwnForm(string procedure) => _ownForms.Exists(f => f[0].Procedure == procedure);

    /// <summary>The steps of the unit's route.</summary>
    public IReadOnlyList<RouteStep> RouteOf(UnitRow unit) => _routes[unit.Key]?.Steps ?? [];

    /// <summary>An officer who holds the role for the unit; one is made up where there is none.</summary>
    public string OfficerOf(string unit, Role role)
    {
        if (_officers.TryGetValue((unit, role.ToString()), out var known)) return known;
        if (People is null) return "can-bo-mau";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"demo-officer/{unit}/{role}"));
        var (id, name) = (new Guid(hash.AsSpan(0, 16)), People.OfficerName(new Random(BitConverter.ToInt32(hash, 16))));
        var (word, title) = WordsOf(role, _units.GetValueOrDefault(unit));
        // Without a password and a code: a name in histories, until an administrator gives access
        _made.Add(new OfficerRow
        {
            Id = id,
            UserName = $"mau.{word}.{unit}",
            DisplayName = name,
            Title = title,
            SearchText = SearchText.Fold($"{name} mau.{word}.{unit}"),
            IsActive = true,
            MustChangePassword = true,
            SecurityStamp = OfficerCredentials.NewStamp(),
            CreatedAt = ProvinceTime.StartOf(GrantedFrom),
        });
        _made.Add(new GrantRow { Id = new Guid(hash.AsSpan(16, 16)), OfficerId = id, Role = role, UnitKey = unit, From = GrantedFrom, DecisionNo = "Bản chạy thử" });
        Officers[id.ToString("N")] = new DemoOfficerName(name, title);
        return _officers[(unit, role.ToString())] = id.ToString("N");
    }

    /// <summary>Who receives for a unit: its own desk officer, else one of the place.</summary>
    public string DeskOfficerOf(DemoOffer offer) => OfficerOf(_officers.ContainsKey((offer.Unit.Key, nameof(Role.DeskOfficer))) ? offer.Unit.Key : offer.Desk, Role.DeskOfficer);

    /// <summary>Officers made up since asked last, with their grants.</summary>
    public List<object> TakeMade()
    {
        List<object> made = [.. _made];
        _made.Clear();
        return made;
    }

    private static (string Word, string Title) WordsOf(Role role, UnitRow? unit)
    {
        var name = unit?.ShortName is { Length: > 0 } shorter ? shorter : unit?.Name ?? "";
        return role switch
        {
            Role.DeskOfficer => ("mot-cua", "Cán bộ Một cửa - " + name),
            Role.UnitLeader => ("lanh-dao", (unit?.Level is "huyen" or "xa" ? "Phó Chủ tịch " : name.StartsWith("Sở", StringComparison.Ordinal) ? "Phó Giám đốc " : "Phó Thủ trưởng ") + name),
            Role.Clerk => ("van-thu", "Văn thư - " + name),
            _ => ("chuyen-vien", "Chuyên viên - " + name),
        };
    }

    private void Weigh(List<DemoOffer> offers, HashSet<string> favoured)
    {
        foreach (var level in new[] { "tinh", "tinh", "huyen", "xa" })
        {
            if (offers.Where(o => o.Unit.Level == level).ToList() is { Count: > 0 } of) _byWeight.Add(of);
        }

        // Units with demo officers get more work, so that their boards are alive
        foreach (var unit in offers.Where(o => favoured.Contains(o.Unit.Key)).GroupBy(o => o.Unit.Key))
        {
            _byWeight.Add([.. unit]);
            if (DeskUnits.Value.Contains(unit.Key)) _favoured.Add([.. unit]);
        }
    }

    private async Task LoadRoutesAsync(List<DemoOffer> offers, UnitRoutes routes, DateOnly on, CancellationToken ct)
    {
        var byLevel = new Dictionary<string, UnitRoute?>(StringComparer.Ordinal);
        foreach (var unit in offers.Select(o => o.Unit).DistinctBy(u => u.Key))
        {
            if (!byLevel.TryGetValue(unit.Level, out var route)) byLevel[unit.Level] = route = await routes.LaidDownAsync(unit.Key, "*", on, ct);
            _routes[unit.Key] = route;
        }
    }

    private async Task LoadOfficersAsync(MotCuaDb db, CancellationToken ct)
    {
        var grants = await db.Grants.AsNoTracking().Where(g => g.RevokedAt == null && g.Until == null).Join(db.Officers, g => g.OfficerId, o => o.Id, (g, o) => new { g.UnitKey, g.Role, o.Id, o.UserName, o.DisplayName, o.Title }).ToListAsync(ct);
        foreach (var g in grants.OrderBy(g => g.UserName.StartsWith("mau.", StringComparison.Ordinal)).ThenBy(g => g.UserName, StringComparer.Ordinal))
        {
            _officers.TryAdd((g.UnitKey, g.Role.ToString()), g.Id.ToString("N"));
            Officers.TryAdd(g.Id.ToString("N"), new DemoOfficerName(g.DisplayName, g.Title));
        }
    }

    private static readonly DateOnly GrantedFrom = new(2022, 1, 1);

    private static readonly Lazy<HashSet<string>> Favoured = new(() => [.. ReferenceTable.ReadFile(Path.Combine(AppContext.BaseDirectory, "data", "demo", "officers.csv"), "demo/officers.csv", ["unit_key"], r => r.Required("unit_key")).Rows]);

    private static readonly Lazy<HashSet<string>> DeskUnits = new(() =>
        [.. ReferenceTable.ReadFile(Path.Combine(AppContext.BaseDirectory, "data", "demo", "officers.csv"), "demo/officers.csv", ["unit_key"], r => r["role"] == nameof(Role.DeskOfficer) ? r.Required("unit_key") : "").Rows]);

    private static HashSet<string> FavouredUnits() => Favoured.Value;

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
