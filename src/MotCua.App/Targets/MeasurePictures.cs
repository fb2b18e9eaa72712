using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>The rows of a table of figures, and the units each takes in: a district's row is its committee with its communes.</summary>
internal sealed class UnitRows
{
    private readonly Dictionary<string, HashSet<string>> _units;
    private readonly Dictionary<string, string> _rowOf = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string> _levels;

    private UnitRows(IReadOnlyList<string> shown, IReadOnlyList<string> inPlan, Dictionary<string, HashSet<string>> units, IReadOnlyDictionary<string, string> levels)
    {
        (Shown, InPlan, _units, _levels) = (shown, inPlan, units, levels);
        foreach (var row in shown.SelectMany(PartsOf))
        {
            foreach (var unit in units[row]) _rowOf.TryAdd(unit, row);
        }

        Only = shown.Contains(MeasureQueries.Province) ? null : [.. _rowOf.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>Rows in the order they are shown; may end with the province.</summary>
    public IReadOnlyList<string> Shown { get; }

    /// <summary>The units of the plan, in its order.</summary>
    public IReadOnlyList<string> InPlan { get; }

    /// <summary>The only units that matter, or null for all.</summary>
    public IReadOnlyList<string>? Only { get; }

    public static async Task<UnitRows> LoadAsync(MotCuaDb db, MeasureQuestion question, CancellationToken ct)
    {
        var all = await db.Units.AsNoTracking().Select(u => new { u.Key, u.ParentKey, u.Level, u.InPlan, u.SortKey, u.From, u.Until }).ToListAsync(ct);
        var order = await db.UnitGroupMembers.AsNoTracking()
            .Where(m => m.From <= question.To && (m.Until == null || m.Until > question.To))
            .Join(db.UnitGroups, m => m.GroupCode, g => g.Code, (m, g) => new { m.UnitKey, g.Order }).ToListAsync(ct);
        var groupOf = order.GroupBy(o => o.UnitKey).ToDictionary(g => g.Key, g => g.Min(o => o.Order), StringComparer.Ordinal);
        var inPlan = all
            .Where(u => (u.InPlan || groupOf.ContainsKey(u.Key)) && u.From <= question.To && (u.Until is not { } until || until > question.From))
            .OrderBy(u => u.Level == "tinh" ? 0 : 1)
            .ThenBy(u => groupOf.GetValueOrDefault(u.Key, int.MaxValue))
            .ThenBy(u => u.SortKey, StringComparer.Ordinal)
            .Select(u => u.Key)
            .ToList();
        var children = all.Where(u => u.Level == "xa" && u.ParentKey is not null).ToLookup(u => u.ParentKey!, u => u.Key, StringComparer.Ordinal);
        var units = all.ToDictionary(
            u => u.Key,
            u => u.Level == "huyen" && !question.IsOwnOnly ? children[u.Key].Append(u.Key).ToHashSet(StringComparer.Ordinal) : new HashSet<string>(StringComparer.Ordinal) { u.Key },
            StringComparer.Ordinal);
        return new UnitRows(question.Units ?? [.. inPlan, MeasureQueries.Province], inPlan, units, all.ToDictionary(u => u.Key, u => u.Level, StringComparer.Ordinal));
    }

    /// <summary>The rows that a shown row is the sum of: itself, or for the province all units of the plan.</summary>
    public IReadOnlyList<string> PartsOf(string row) => row == MeasureQueries.Province ? InPlan : [row];

    /// <summary><c>tinh</c>, <c>huyen</c> or <c>xa</c>; empty for the province and for units that are not there.</summary>
    public string LevelOf(string row) => _levels.GetValueOrDefault(row, "");

    /// <summary>The units a row takes in.</summary>
    public IReadOnlySet<string> UnitsOf(string row) => _units[row];

    /// <summary>The row that takes the unit in.</summary>
    public string RowOf(string unit) => _rowOf.GetValueOrDefault(unit, unit);
}

/// <summary>Services as on the last day, and which of them had dossiers in the period: what ct1 and ct2 are counted from.</summary>
internal sealed class ServicePicture
{
    private readonly Dictionary<string, List<Offer>> _byRow;

    private ServicePicture(Dictionary<string, List<Offer>> byRow) => _byRow = byRow;

    /// <summary>Reads the services in force on the last day, and whether each had dossiers in the period.</summary>
    public static async Task<ServicePicture> LoadAsync(MotCuaDb db, UnitRows rows, MeasureQuestion question, CancellationToken ct)
    {
        var (from, on) = (question.From, question.To);
        var inForce = InForce(db, rows, on);
        var isOnlineAsked = question.Indicators.Any(i => i == Indicators.Ct2 || i == Indicators.Ct2A);
        var isAnyAsked = question.Indicators.Contains(Indicators.Ct2A);
        var online = db.RollupOfferYears.HadDossiers(from, on, isOnline: true);
        var any = db.RollupOfferYears.HadDossiers(from, on, isOnline: false);
        var offered = await inForce
            .Select(s => new
            {
                s.UnitKey,
                s.ProcedureCode,
                s.Level,
                s.EligibleFull,
                HadOnline = isOnlineAsked && online.Any(o => o.UnitKey == s.UnitKey && o.ProcedureCode == s.ProcedureCode),
                HadAny = isAnyAsked && any.Any(o => o.UnitKey == s.UnitKey && o.ProcedureCode == s.ProcedureCode),
            })
            .ToListAsync(ct);
        var byUnit = offered.ToLookup(s => s.UnitKey, StringComparer.Ordinal);
        var byRow = new Dictionary<string, List<Offer>>(StringComparer.Ordinal);
        foreach (var row in rows.Shown.SelectMany(rows.PartsOf).Distinct())
        {
            byRow[row] = [.. rows.UnitsOf(row).SelectMany(u => byUnit[u]).GroupBy(s => s.ProcedureCode).Select(g =>
            {
                var services = g.Where(s => s.Level >= ServiceLevel.Partial).ToList();
                return new Offer(
                    g.Key,
                    g.All(s => s.Level == ServiceLevel.Full),
                    g.Any(s => s.EligibleFull == true),
                    g.Any(s => s.EligibleFull is not null),
                    services.Count > 0,
                    services.Exists(s => s.HadAny),
                    services.Exists(s => s.HadOnline));
            }).OrderBy(o => o.Code, StringComparer.Ordinal)];
        }

        return new ServicePicture(byRow);
    }

    /// <summary>Services in force on a day: not closed, not of ngành dọc, of procedures that are not closed for good.</summary>
    public static IQueryable<ServiceRow> InForce(MotCuaDb db, UnitRows rows, DateOnly on)
    {
        var inForce = db.Services.AsNoTracking().Where(s => s.From <= on && (s.Until == null || s.Until > on) && s.Status != ServiceStatus.Closed);
        if (rows.Only is { } only) inForce = inForce.Where(s => only.Contains(s.UnitKey));
        inForce = inForce.Where(s => !db.Procedures.Any(p => p.Code == s.ProcedureCode && p.IsVertical));
        // Closed for good: no longer provided; a pause leaves it provided
        return inForce.Where(s => !db.ProcedureClosings.Any(c => c.ProcedureCode == s.ProcedureCode && !c.IsPause && c.From <= on && (c.Until == null || on < c.Until)));
    }

    /// <summary>True when any procedure of the row was reviewed.</summary>
    public bool IsReviewed(string row) => _byRow[row].Exists(o => o.IsReviewed);

    /// <summary>Procedures of a row by level, each once: toàn trình, một phần, all.</summary>
    public (int Full, int Partial, int All) Levels(string row)
    {
        var offers = _byRow[row];
        var full = offers.Count(o => o.IsFull);
        return (full, offers.Count(o => o.IsOnlineService) - full, offers.Count);
    }

    /// <summary>The procedures a figure's part counts, each once.</summary>
    public IReadOnlyList<string> Codes(IndicatorDefinition indicator, string row, MeasurePart part)
    {
        Func<Offer, bool> below = indicator.Code switch
        {
            "ct1" => o => o.IsEligible,
            "ct2" => o => o.IsOnlineService,
            "ct2.a" => o => o.IsOnlineService && o.HasDossiers,
            _ => throw new ArgumentOutOfRangeException(nameof(indicator)),
        };
        Func<Offer, bool> above = indicator.Code == "ct1" ? o => o.IsFull : o => o.HasOnlineDossiers;
        return [.. _byRow[row].Where(o => below(o) && (part == MeasurePart.Denominator || above(o))).Select(o => o.Code)];
    }

    /// <summary>The procedures of a row, each once, in the order of their codes.</summary>
    public IReadOnlyList<Offer> OffersOf(string row) => _byRow[row];

    /// <summary>A procedure in a row: once, whatever number of units there offer it.</summary>
    internal sealed record Offer(string Code, bool IsFull, bool IsEligible, bool IsReviewed, bool IsOnlineService, bool HasDossiers, bool HasOnlineDossiers);
}
