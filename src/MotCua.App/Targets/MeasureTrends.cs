using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Which figures are wanted at several points of time, all at once.</summary>
/// <param name="Spans">The points, in order: each a run of whole months, where the last may end today; what is accepted after today does not exist.</param>
/// <param name="Indicators">Definitions.</param>
/// <param name="Units">Unit keys or <c>province</c>; null = the units of the plan and the province.</param>
/// <param name="IsOwnOnly">True: a district's committee without its communes.</param>
public sealed record TrendQuestion(IReadOnlyList<DaySpan> Spans, IReadOnlyList<IndicatorDefinition> Indicators, IReadOnlyList<string>? Units = null, bool IsOwnOnly = false)
{
    /// <summary>The last months up to the one of a day, each by itself.</summary>
    /// <param name="lastDay">The day at which the last one ends.</param>
    /// <param name="count">How many months.</param>
    public static IReadOnlyList<DaySpan> Months(DateOnly lastDay, int count)
    {
        var month = new DateOnly(lastDay.Year, lastDay.Month, 1);
        return [.. Enumerable.Range(0, count).Select(n => month.AddMonths(n - count + 1)).Select(m => new DaySpan(m, m == month ? lastDay : m.AddMonths(1).AddDays(-1)))];
    }

    /// <summary>The same months, each from the first of the year on: how a year's figure grew.</summary>
    public static IReadOnlyList<DaySpan> YearSoFar(DateOnly lastDay) =>
        [.. Months(lastDay, lastDay.Month).Select(m => new DaySpan(new DateOnly(lastDay.Year, 1, 1), m.To))];
}

/// <summary>Figures of rows at several points of time.</summary>
public sealed class TrendSheet
{
    private readonly Dictionary<(string Indicator, string Unit), IReadOnlyList<Ratio>> _counts;

    internal TrendSheet(IReadOnlyList<DaySpan> spans, Dictionary<(string, string), IReadOnlyList<Ratio>> counts) => (Spans, _counts) = (spans, counts);

    /// <summary>The points.</summary>
    public IReadOnlyList<DaySpan> Spans { get; }

    /// <summary>The counts at each point; empty for a row that was not asked for.</summary>
    public IReadOnlyList<Ratio> Of(IndicatorDefinition indicator, string unit)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return _counts.GetValueOrDefault((indicator.Code, unit), []);
    }
}

/// <summary>
/// The same figures at many points of time for all rows: one reading of the months' sums, one of the services and one of the offers' days, whatever the
/// number of points, rows and dossiers. By the predicates of <see cref="MeasureQueries"/>; a test compares the two.
/// </summary>
/// <remarks>The province is its units as at the last point, at every point. What has its result only after a point is counted there as having it (<c>ct3.766</c>): a trend shows what is known now.</remarks>
public sealed class MeasureTrends(MotCuaDb db)
{
    /// <summary>Reads the figures.</summary>
    public async Task<TrendSheet> ReadAsync(TrendQuestion question, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(question);
        var spans = question.Spans;
        var counts = new Dictionary<(string, string), IReadOnlyList<Ratio>>();
        if (spans.Count == 0) return new TrendSheet(spans, counts);
        var rows = await UnitRows.LoadAsync(db, new MeasureQuestion(spans.Min(s => s.From), spans.Max(s => s.To), question.Indicators, question.Units, question.IsOwnOnly), ct);
        var ofDossiers = question.Indicators.Where(i => i.Subject == IndicatorSubject.Dossiers).ToList();
        var ofProcedures = question.Indicators.Where(i => i.Subject == IndicatorSubject.Procedures).ToList();
        var sums = ofDossiers.Count > 0 ? await SumsAsync(rows, spans, ct) : null;
        var services = ofProcedures.Count > 0 ? await ServiceTimeline.LoadAsync(db, rows, spans, ofProcedures, ct) : null;
        foreach (var row in rows.Shown)
        {
            var parts = rows.PartsOf(row);
            foreach (var indicator in ofDossiers)
            {
                counts[(indicator.Code, row)] = [.. Enumerable.Range(0, spans.Count).Select(n =>
                {
                    var sum = parts.SelectMany(rows.UnitsOf).Aggregate(default(UnitSum), (all, unit) => sums!.TryGetValue((unit, n), out var of) ? all + of : all);
                    return new Ratio(sum.Count(indicator.Above), sum.Count(indicator.Below));
                })];
            }

            foreach (var indicator in ofProcedures)
            {
                counts[(indicator.Code, row)] = [.. Enumerable.Range(0, spans.Count).Select(n => parts.Aggregate(default(Ratio), (all, part) => all + services!.Of(indicator, part, n)))];
            }
        }

        return new TrendSheet(spans, counts);
    }

    private async Task<Dictionary<(string Unit, int Span), UnitSum>> SumsAsync(UnitRows rows, IReadOnlyList<DaySpan> spans, CancellationToken ct)
    {
        var (first, last) = (FirstOf(spans.Min(s => s.From)), FirstOf(spans.Max(s => s.To)));
        var cells = db.RollupUnitMonths.AsNoTracking().Where(c => c.Day >= first && c.Day <= last);
        if (rows.Only is { } only) cells = cells.Where(c => only.Contains(c.UnitKey));
        var found = await cells.Select(c => new { c.UnitKey, c.Day, c.Accepted, c.OfServices, c.OnlineOfServices, c.SelfOnlineOfServices, c.OnlineWithResult }).ToListAsync(ct);
        var sums = new Dictionary<(string, int), UnitSum>();
        foreach (var cell in found)
        {
            var sum = new UnitSum
            {
                Accepted = cell.Accepted,
                OfServices = cell.OfServices,
                OnlineOfServices = cell.OnlineOfServices,
                SelfOnlineOfServices = cell.SelfOnlineOfServices,
                OnlineWithResult = cell.OnlineWithResult,
            };
            for (var n = 0; n < spans.Count; n++)
            {
                if (FirstOf(spans[n].From) <= cell.Day && cell.Day <= spans[n].To) sums[(cell.UnitKey, n)] = sums.GetValueOrDefault((cell.UnitKey, n)) + sum;
            }
        }

        return sums;
    }

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
}
