using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Sums of a unit over a period; one column for each count that an indicator takes.</summary>
internal readonly record struct UnitSum(
    long Accepted, long OfServices, long OnlineOfServices, long SelfOnlineOfServices, long OnlineWithResult,
    long ElectronicResults, long Digitised, long Reused, long EidVerified, long WithFee, long FeePaidOnline, long IndexBound, long Ended, long DaysTaken)
{
    /// <summary>The dossiers that a criterion takes.</summary>
    /// <exception cref="NotSupportedException">No column counts it: a new criterion is a new column and a rebuild (ADR 0007).</exception>
    public long Count(DossierCriterion criterion) => criterion switch
    {
        { Online: false, Service: false, Self: false, Result: false } => Accepted,
        { Online: false, Service: true, Self: false, Result: false } => OfServices,
        { Online: true, Service: true, Self: false, Result: false } => OnlineOfServices,
        { Online: true, Service: true, Self: true, Result: false } => SelfOnlineOfServices,
        { Online: true, Service: false, Self: false, Result: true } => OnlineWithResult,
        _ => throw new NotSupportedException($"No rollup counts {criterion}"),
    };

    public static UnitSum operator -(UnitSum a) => new(
        -a.Accepted, -a.OfServices, -a.OnlineOfServices, -a.SelfOnlineOfServices, -a.OnlineWithResult,
        -a.ElectronicResults, -a.Digitised, -a.Reused, -a.EidVerified, -a.WithFee, -a.FeePaidOnline, -a.IndexBound, -a.Ended, -a.DaysTaken);

    public static UnitSum operator +(UnitSum a, UnitSum b) => new(
        a.Accepted + b.Accepted, a.OfServices + b.OfServices, a.OnlineOfServices + b.OnlineOfServices, a.SelfOnlineOfServices + b.SelfOnlineOfServices, a.OnlineWithResult + b.OnlineWithResult,
        a.ElectronicResults + b.ElectronicResults, a.Digitised + b.Digitised, a.Reused + b.Reused, a.EidVerified + b.EidVerified, a.WithFee + b.WithFee, a.FeePaidOnline + b.FeePaidOnline,
        a.IndexBound + b.IndexBound, a.Ended + b.Ended, a.DaysTaken + b.DaysTaken);
}

/// <summary>Sums of all units of a table over a period, from whole months and at most half a month of days at each end.</summary>
internal sealed class UnitSums
{
    private readonly Dictionary<string, UnitSum> _sums = new(StringComparer.Ordinal);

    public static async Task<UnitSums> LoadAsync(MotCuaDb db, MeasureQuestion question, UnitRows rows, CancellationToken ct)
    {
        var sums = new UnitSums();
        var parts = PeriodParts.ShortestOf(question.From, question.To);
        if (parts.Months is { } months) sums.Add(await SumsOf(db.RollupUnitMonths.AsNoTracking(), months, rows).ToListAsync(ct));
        foreach (var days in parts.Days) sums.Add(await SumsOf(db.RollupUnitDays.AsNoTracking(), days, rows).ToListAsync(ct));
        foreach (var days in parts.Less) sums.Add(await SumsOf(db.RollupUnitDays.AsNoTracking(), days, rows).ToListAsync(ct), isLess: true);
        return sums;
    }

    /// <summary>The sum over the units.</summary>
    public UnitSum Of(IEnumerable<string> units) => units.Aggregate(default(UnitSum), (sum, unit) => sum + _sums.GetValueOrDefault(unit));

    /// <summary>Changes what a unit has of online dossiers with a result.</summary>
    public void AddOnlineWithResult(string unit, long count) => _sums[unit] = _sums.GetValueOrDefault(unit) + new UnitSum { OnlineWithResult = count };

    private void Add(List<Found> found, bool isLess = false)
    {
        foreach (var (unit, sum) in found) _sums[unit] = _sums.GetValueOrDefault(unit) + (isLess ? -sum : sum);
    }

    private static IQueryable<Found> SumsOf<T>(IQueryable<T> cells, DaySpan span, UnitRows rows)
        where T : RollupUnitCell
    {
        var inside = cells.Where(c => c.Day >= span.From && c.Day <= span.To);
        if (rows.Only is { } units) inside = inside.Where(c => units.Contains(c.UnitKey));
        return inside.GroupBy(c => c.UnitKey).Select(g => new Found(g.Key, new UnitSum(
            g.Sum(c => c.Accepted), g.Sum(c => c.OfServices), g.Sum(c => c.OnlineOfServices), g.Sum(c => c.SelfOnlineOfServices), g.Sum(c => c.OnlineWithResult),
            g.Sum(c => c.ElectronicResults), g.Sum(c => c.Digitised), g.Sum(c => c.Reused), g.Sum(c => c.EidVerified), g.Sum(c => c.WithFee), g.Sum(c => c.FeePaidOnline),
            g.Sum(c => c.IndexBound), g.Sum(c => c.Ended), g.Sum(c => c.DaysTaken))));
    }

    private sealed record Found(string Unit, UnitSum Sum);
}
