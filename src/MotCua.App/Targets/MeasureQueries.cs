using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Which figures are wanted.</summary>
/// <param name="From">First local day.</param>
/// <param name="To">Last local day, inclusive; figures are as at its end, or now if that is earlier.</param>
/// <param name="Indicators">Definitions.</param>
/// <param name="Units">Unit keys or <c>province</c>; null = the units of the plan and the province.</param>
/// <param name="IsOwnOnly">True: a district's committee without its communes.</param>
public sealed record MeasureQuestion(DateOnly From, DateOnly To, IReadOnlyList<IndicatorDefinition> Indicators, IReadOnlyList<string>? Units = null, bool IsOwnOnly = false);

/// <summary>One figure.</summary>
/// <param name="Indicator">Its definition.</param>
/// <param name="Unit">Unit key or <c>province</c>.</param>
/// <param name="From">First local day.</param>
/// <param name="To">Last local day.</param>
/// <param name="Counts">Numerator and denominator.</param>
/// <param name="Target">Percent in force on <paramref name="To"/>, or null.</param>
/// <param name="Attainment">Verdict.</param>
public sealed record Measure(IndicatorDefinition Indicator, string Unit, DateOnly From, DateOnly To, Ratio Counts, decimal? Target, Attainment Attainment)
{
    /// <summary>Points, rounded; only for indicators of points, null when a count is missing.</summary>
    public decimal? Points { get; init; }

    /// <summary>False for groups of points, and for parts whose counts are missing.</summary>
    public bool HasCounts { get; init; } = true;

    /// <summary>When this is the frozen figure of a closed period: what it would be now; else null.</summary>
    public Measure? Live { get; init; }

    /// <summary>What is shown as the figure: percent, or points; null when there is none.</summary>
    public decimal? Value => Indicator.Subject == IndicatorSubject.Points ? Points : Counts.Percent;
}

/// <summary>Which count of a figure.</summary>
public enum MeasurePart
{
    /// <summary>Tử số.</summary>
    Numerator = 1,

    /// <summary>Mẫu số.</summary>
    Denominator = 2,
}

/// <summary>Figures of the plan's indicators, from the cubes; and the lists behind them, by the same predicates.</summary>
public sealed class MeasureQueries(MotCuaDb db, TimeProvider clock)
{
    /// <summary>The row that is the sum of the units of the plan.</summary>
    public const string Province = "province";

    /// <summary>The figures, by indicator, then unit in the plan's order, the province last.</summary>
    public async Task<IReadOnlyList<Measure>> RowsAsync(MeasureQuestion question, CancellationToken ct)
    {
        var rows = await UnitRows.LoadAsync(db, question, ct);
        var targets = await TargetsAsync(question.To, ct);
        var bySubject = question.Indicators.Where(i => i.Configured is null).ToLookup(i => i.Subject);
        var services = bySubject.Contains(IndicatorSubject.Procedures) ? await ServicePicture.LoadAsync(db, rows, question, ct) : null;
        var sums = bySubject.Contains(IndicatorSubject.Dossiers) ? await SumsAsync(question, rows, ct) : null;
        var configured = await ConfiguredMeasures.LoadAsync(db, rows, question, ProvinceTime.DateOf(clock.GetUtcNow()), ct);

        var measures = new List<Measure>(question.Indicators.Count * rows.Shown.Count);
        foreach (var indicator in question.Indicators)
        {
            foreach (var unit in rows.Shown)
            {
                var counts = rows.PartsOf(unit).Select(part => CountsOf(indicator, part, rows, services, sums, configured)).Aggregate(default(Ratio), (a, b) => a + b);
                var isReviewed = indicator != Indicators.Ct1 || rows.PartsOf(unit).Any(services!.IsReviewed);
                var target = targets.TryGetValue((unit, indicator.Code), out var percent) || targets.TryGetValue((unit, indicator.TargetCode), out percent) ? percent : (decimal?)null;
                measures.Add(new Measure(indicator, unit, question.From, question.To, counts, target, counts.Against(target, isReviewed)));
            }
        }

        return measures;
    }

    /// <summary>What stands behind a figure: pairs of the table's unit and a dossier number, or procedure code for <c>ct1</c> and <c>ct2</c>; as many as the figure says, sorted.</summary>
    public async Task<IReadOnlyList<(string Unit, string Code)>> ListAsync(MeasureQuestion question, MeasurePart part, CancellationToken ct)
    {
        var indicator = question.Indicators.Single();
        var rows = await UnitRows.LoadAsync(db, question, ct);
        var parts = rows.Shown.SelectMany(rows.PartsOf).Distinct().ToList();
        if (indicator is { Subject: IndicatorSubject.Procedures, Configured: { } formula })
        {
            var configured = await ConfiguredMeasures.LoadAsync(db, rows, question, ProvinceTime.DateOf(clock.GetUtcNow()), ct);
            return Sorted(parts.SelectMany(unit => configured.Codes(formula, rows.UnitsOf(unit), part).Select(code => (unit, code))));
        }

        if (indicator.Subject == IndicatorSubject.Procedures)
        {
            var services = await ServicePicture.LoadAsync(db, rows, question, ct);
            return Sorted(parts.SelectMany(unit => services.Codes(indicator, unit, part).Select(code => (unit, code))));
        }

        var units = parts.SelectMany(rows.UnitsOf).ToList();
        var facts = await Facts(question, units, part).Select(f => new { f.UnitKey, f.Code }).ToListAsync(ct);
        return Sorted(facts.Select(f => (rows.RowOf(f.UnitKey), f.Code)));
    }

    /// <summary>Those of the keys that are neither a unit nor the province.</summary>
    public async Task<IReadOnlyList<string>> UnknownUnitsAsync(IReadOnlyList<string> keys, CancellationToken ct)
    {
        var known = await db.Units.AsNoTracking().Where(u => keys.Contains(u.Key)).Select(u => u.Key).ToListAsync(ct);
        return [.. keys.Except(known).Where(k => k != Province)];
    }

    /// <summary>A page of the dossiers behind a figure, in the order unit, day, number; from after the given place.</summary>
    public async Task<IReadOnlyList<DossierFactRow>> PageAsync(MeasureQuestion question, MeasurePart part, FactPlace? after, int count, CancellationToken ct)
    {
        var rows = await UnitRows.LoadAsync(db, question, ct);
        var facts = Facts(question, [.. rows.Shown.SelectMany(rows.PartsOf).Distinct().SelectMany(rows.UnitsOf)], part);
        if (after is { } p)
        {
#pragma warning disable CA1309 // Translated to SQL, where text is ordered by its bytes on both databases
            facts = facts.Where(f => string.Compare(f.UnitKey, p.Unit) > 0
                || (f.UnitKey == p.Unit && (f.Day > p.Day || (f.Day == p.Day && string.Compare(f.Code, p.Code) > 0))));
#pragma warning restore CA1309
        }

        return await facts.OrderBy(f => f.UnitKey).ThenBy(f => f.Day).ThenBy(f => f.Code).Take(count).ToListAsync(ct);
    }

    /// <summary>The dossiers that a criterion takes: the same conditions as the sums of the cubes.</summary>
    internal IQueryable<DossierFactRow> Facts(MeasureQuestion question, IReadOnlyList<string> units, MeasurePart part)
    {
        var indicator = question.Indicators.Single();
        var criterion = part == MeasurePart.Numerator ? indicator.Above : indicator.Below;
        var facts = db.DossierFacts.AsNoTracking().Where(f => units.Contains(f.UnitKey) && f.Day >= question.From && f.Day <= question.To);
        if (indicator.Configured is { } formula) return facts.AsAt(part == MeasurePart.Numerator ? formula.Above : formula.Below, question.To);
        if (criterion.Online) facts = facts.Where(f => f.Channel == Channel.Online);
        if (criterion.Service) facts = facts.Where(f => f.Level >= (int)ServiceLevel.Partial);
        if (criterion.Self) facts = facts.Where(f => f.AssistedBy == AssistedBy.Self);
        if (criterion.Result) facts = facts.Where(f => f.ResultOn <= question.To);
        return facts;
    }

    private static List<(string, string)> Sorted(IEnumerable<(string Unit, string Code)> pairs) =>
        [.. pairs.OrderBy(p => p.Unit, StringComparer.Ordinal).ThenBy(p => p.Code, StringComparer.Ordinal)];

    private static Ratio CountsOf(IndicatorDefinition indicator, string unit, UnitRows rows, ServicePicture? services, UnitSums? sums, ConfiguredMeasures configured)
    {
        if (indicator.Configured is { } formula) return configured.CountsOf(formula, rows.UnitsOf(unit));
        if (indicator.Subject == IndicatorSubject.Procedures)
        {
            return new Ratio(services!.Codes(indicator, unit, MeasurePart.Numerator).Count, services.Codes(indicator, unit, MeasurePart.Denominator).Count);
        }

        var sum = sums!.Of(rows.UnitsOf(unit));
        return new Ratio(sum.Count(indicator.Above), sum.Count(indicator.Below));
    }

    private async Task<UnitSums> SumsAsync(MeasureQuestion question, UnitRows rows, CancellationToken ct)
    {
        var sums = await UnitSums.LoadAsync(db, question, rows, ct);

        // What got its result only after the last day had none then
        if (question.To < ProvinceTime.DateOf(clock.GetUtcNow()) && question.Indicators.Any(i => i.Configured is null && (i.Above.Result || i.Below.Result)))
        {
            var touched = PeriodParts.MonthsTouched(question.From, question.To);
            var later = await db.DossierFacts.AsNoTracking()
                .Where(f => touched.Contains(f.Month) && f.ResultOn > question.To && f.Day >= question.From && f.Day <= question.To && f.Channel == Channel.Online)
                .GroupBy(f => f.UnitKey).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
            foreach (var unit in later) sums.AddOnlineWithResult(unit.Key, -unit.Count);
        }

        return sums;
    }

    // Groups, members and targets exist only for what was issued; a unit's own target comes before its group's
    private async Task<Dictionary<(string, string), decimal>> TargetsAsync(DateOnly on, CancellationToken ct)
    {
        var found = await db.UnitGroupMembers.AsNoTracking()
            .Where(m => m.From <= on && (m.Until == null || m.Until > on))
            .Join(db.Targets.Where(t => t.From <= on && (t.Until == null || t.Until > on)), m => m.GroupCode, t => t.GroupCode, (m, t) => new { m.UnitKey, OfUnit = t.UnitKey, t.Indicator, t.Percent, t.From })
            .Where(t => t.OfUnit == "" || t.OfUnit == t.UnitKey)
            .ToListAsync(ct);
        // The division takes away zeros at the end, which SQLite keeps
        return found.GroupBy(t => (t.UnitKey, t.Indicator)).ToDictionary(g => g.Key, g => g.OrderByDescending(t => t.OfUnit.Length > 0).ThenByDescending(t => t.From).First().Percent / 1.000000000000000000000000000m);
    }
}

/// <summary>A place in a list of facts, for paging by keys.</summary>
/// <param name="Unit">Handling unit.</param>
/// <param name="Day">Day of acceptance.</param>
/// <param name="Code">Number.</param>
public readonly record struct FactPlace(string Unit, DateOnly Day, string Code);
