using Microsoft.EntityFrameworkCore;
using MotCua.App.Calendar;
using MotCua.App.Data;
using MotCua.Domain.Calendar;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Which forecasts are wanted.</summary>
/// <param name="Period">The period.</param>
/// <param name="AsAt">As of the end of this past day; null = now.</param>
/// <param name="Indicators">Definitions.</param>
/// <param name="Unit">Only this row of the plan; null = all.</param>
/// <param name="WithPath">With the way to the end, for drawing.</param>
public sealed record ForecastQuestion(Period Period, DateOnly? AsAt, IReadOnlyList<IndicatorDefinition> Indicators, string? Unit = null, bool WithPath = false);

/// <summary>A forecast of a unit.</summary>
/// <param name="Unit">Unit key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Group">Name of its group.</param>
/// <param name="Indicator">The figure.</param>
/// <param name="Target">Percent in force at the end of the period, or null.</param>
/// <param name="Forecast">The forecast; null when nothing can be said.</param>
/// <param name="Trial">How it did on the unit's own past; null when it was not tried yet.</param>
public sealed record UnitForecast(string Unit, string Name, string Group, IndicatorDefinition Indicator, decimal? Target, Forecast? Forecast, ForecastTrial? Trial)
{
    /// <summary>Counts of the period by day up to the forecast, for drawing: the figure as it grew.</summary>
    public IReadOnlyList<(DateOnly Day, double Percent)> Grown { get; init; } = [];
}

/// <summary>Forecasts of a period.</summary>
/// <param name="Period">The period.</param>
/// <param name="AsAt">What was accepted up to this day is known.</param>
/// <param name="HasBegun">False when the period begins later.</param>
/// <param name="IsOver">True when nothing is to come.</param>
/// <param name="DaysLeft">Working days to come.</param>
/// <param name="Rows">Units in the order of the plan, for each its indicators.</param>
public sealed record ForecastSheet(Period Period, DateOnly AsAt, bool HasBegun, bool IsOver, int DaysLeft, IReadOnlyList<UnitForecast> Rows)
{
    /// <summary>The sum of all units, where one indicator of dossiers is asked of all; it has no target.</summary>
    public Forecast? Province { get; init; }
}

/// <summary>Forecasts of the plan's units, from rollups (docs/forecast.md).</summary>
public sealed class Forecasts(MotCuaDb db, TargetBoards boards, WorkingCalendars calendars, ForecastMemory memory, TimeProvider clock)
{
    /// <summary>Days of history read: a year and a quarter, for the season.</summary>
    public const int DaysBack = 460;

    /// <summary>The forecasts; their number of queries does not depend on the number of units.</summary>
    public async Task<ForecastSheet> ForAsync(ForecastQuestion question, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(question);
        var (period, now) = (question.Period, clock.GetUtcNow());
        var today = ProvinceTime.DateOf(now);
        var asAt = new[] { question.AsAt ?? today, period.To, today }.Min();
        if (asAt < period.From) return new ForecastSheet(period, asAt, false, false, 0, []);
        var working = await calendars.ForAsync("*", ct);
        var calendar = ForecastCalendar.Of(working, asAt.AddDays(-DaysBack), period.To);
        var board = await boards.ForAsync(new MeasureQuestion(period.From, period.To, question.Indicators), ct);
        var decided = question.Indicators.Contains(Indicators.Ct1) && asAt < period.To ? await boards.ForAsync(new MeasureQuestion(period.From, asAt, [Indicators.Ct1]), ct) : null;
        var history = await new ForecastHistories(db, memory).LoadAsync(
            new HistoryKey(calendar.First, asAt, period.To, question.Indicators.Any(i => i.Subject == IndicatorSubject.Dossiers), question.Indicators.Any(i => i == Indicators.Ct2 || i == Indicators.Ct2A)), ct);
        var trials = await TrialsAsync(question, ct);
        var left = asAt == today ? LeftOf(working, now) : 0;

        var rows = new List<UnitForecast>();
        foreach (var group in board.Groups)
        {
            var members = group.Rows.Select(r => r.Unit).ToList();
            foreach (var row in group.Rows.Where(r => question.Unit is null || r.Unit == question.Unit))
            {
                foreach (var figure in row.Figures)
                {
                    var span = new ForecastSpan(period.From, period.To, asAt, left, figure.Target);
                    var (forecast, grown) = figure.Indicator == Indicators.Ct1
                        ? (ByDecisions(span, figure, decided?.Groups.SelectMany(g => g.Rows).FirstOrDefault(r => r.Unit == row.Unit)?.Figures[0].Counts ?? figure.Counts, calendar), [])
                        : Of(span, figure, members, history, calendar, question.WithPath);
                    var trial = trials.TryGetValue((row.Unit, figure.Indicator.Code), out var kept) ? kept : (ForecastTrial?)null;
                    if (trial is null && forecast is not null && figure.Indicator != Indicators.Ct1)
                    {
                        // Before the first morning run
                        trial = memory.Trial((row.Unit, figure.Indicator.Code, period.Kind, asAt), () => Try(history, calendar, row.Unit, members, figure.Indicator, period.Kind));
                    }

                    rows.Add(new UnitForecast(row.Unit, row.Name, group.Name, figure.Indicator, figure.Target, forecast, trial) { Grown = grown });
                }
            }
        }

        var province = question is { Unit: null, Indicators: [{ Subject: IndicatorSubject.Dossiers } only] } ? Province(new ForecastSpan(period.From, period.To, asAt, left, null), only, board, history, calendar) : null;
        return new ForecastSheet(period, asAt, true, asAt == period.To && left <= 0, calendar.OpenIn(asAt.AddDays(1), period.To), rows) { Province = province };
    }

    /// <summary>Tries the forecast of a row on its own past.</summary>
    internal static ForecastTrial Try(ForecastHistoryOf history, ForecastCalendar calendar, string unit, IReadOnlyList<string> members, IndicatorDefinition indicator, PeriodKind kind)
    {
        var first = history.Days.TryGetValue(unit, out var days) && days.Count > 0 ? days[0].Day
            : (history.Offers.GetValueOrDefault(unit) ?? []).Where(o => o.Any.Count > 0).Select(o => o.Any[0]).DefaultIfEmpty(history.AsAt).Min();
        var periods = PastPeriods(kind, first, history.AsAt).ToList();
        return ForecastTrial.Of(indicator.Subject == IndicatorSubject.Dossiers
            ? Shares(history, calendar, unit, members, indicator).Tries(calendar, periods)
            : OffersOf(history, calendar, unit, members, indicator).Tries(periods));
    }

    /// <summary>The last past periods of the length, rolling by a month, each with the one before; a quarter of a year must have gone before.</summary>
    internal static IEnumerable<(DaySpan Period, DaySpan Before)> PastPeriods(PeriodKind kind, DateOnly first, DateOnly asAt)
    {
        const int most = 14;
        var months = kind switch { PeriodKind.Quarter => 3, PeriodKind.HalfYear => 6, PeriodKind.Year => 12, _ => 1 };
        var begins = new DateOnly(first.Year, first.Month, 1).AddMonths(first.Day == 1 ? 0 : 1).AddMonths(Math.Max(3, months));
        var periods = new List<(DaySpan, DaySpan)>();
        for (var start = begins; start.AddMonths(months) <= asAt.AddDays(1); start = start.AddMonths(1))
        {
            periods.Add((new DaySpan(start, start.AddMonths(months).AddDays(-1)), new DaySpan(start.AddMonths(-months), start.AddDays(-1))));
        }

        return periods.TakeLast(most);
    }

    private static (Forecast?, IReadOnlyList<(DateOnly, double)>) Of(ForecastSpan span, Measure figure, List<string> members, ForecastHistoryOf history, ForecastCalendar calendar, bool withPath)
    {
        var indicator = figure.Indicator;
        // Results of the days just gone are still to come: their share says nothing of where the period ends
        if (indicator.Above.Result || indicator.Below.Result || indicator.Configured is not null) return (null, []);
        if (indicator.Subject != IndicatorSubject.Dossiers)
        {
            var offers = OffersOf(history, calendar, figure.Unit, members, indicator);
            return (offers.Of(span, withPath), withPath ? Grown(span, calendar, offers.NowOf) : []);
        }

        var shares = Shares(history, calendar, figure.Unit, members, indicator);
        return (shares.Of(span, withPath), withPath ? Grown(span, calendar, shares.Outcome) : []);
    }

    private static Forecast? Province(ForecastSpan span, IndicatorDefinition indicator, TargetBoard board, ForecastHistoryOf history, ForecastCalendar calendar)
    {
        if (indicator.Above.Result || indicator.Below.Result || indicator.Configured is not null) return null;
        var all = new DayCounts(history.First, history.AsAt);
        foreach (var (day, sum) in board.Groups.SelectMany(g => g.Rows).SelectMany(r => history.Days.GetValueOrDefault(r.Unit) ?? [])) all.Add(day, sum.Count(indicator.Above), sum.Count(indicator.Below));
        return new ForecastShares(calendar, all, all).Of(span);
    }

    /// <summary>ct1 counts decisions: what they say for the end of the period is the forecast.</summary>
    private static Forecast? ByDecisions(ForecastSpan span, Measure figure, Ratio now, ForecastCalendar calendar)
    {
        if (figure.Counts.Percent is not { } percent) return null;
        return new Forecast
        {
            Span = span,
            Now = now,
            Expected = figure.Counts,
            Percent = (double)percent,
            Low = (double)percent,
            High = (double)percent,
            Chance = span.Target is { } target ? figure.Counts.Against(target) == Attainment.Met ? 1 : 0 : null,
            DaysLeft = calendar.OpenIn(span.AsAt.AddDays(1), span.To),
            Rate = default,
            Gap = span.Target is { } t ? TargetGap.Of(figure.Counts, figure.Counts, t) : null,
            CrossesOn = span.Target is { } wanted && now.Against(wanted) == Attainment.Met && figure.Counts.Against(wanted) == Attainment.Met ? span.AsAt : null,
            Basis = default,
        };
    }

    private static ForecastShares Shares(ForecastHistoryOf history, ForecastCalendar calendar, string unit, IReadOnlyList<string> members, IndicatorDefinition indicator)
    {
        var (own, group) = (new DayCounts(history.First, history.AsAt), new DayCounts(history.First, history.AsAt));
        // A unit alone in its group leans on the province
        foreach (var member in members.Count > 1 ? members : history.Days.Keys)
        {
            foreach (var (day, sum) in history.Days.GetValueOrDefault(member) ?? [])
            {
                var (above, below) = (sum.Count(indicator.Above), sum.Count(indicator.Below));
                group.Add(day, above, below);
                if (member == unit) own.Add(day, above, below);
            }
        }

        return new ForecastShares(calendar, own, group);
    }

    private static ForecastOffers OffersOf(ForecastHistoryOf history, ForecastCalendar calendar, string unit, IReadOnlyList<string> members, IndicatorDefinition indicator)
    {
        var own = history.Offers.GetValueOrDefault(unit) ?? [];
        var peers = members.Where(m => m != unit).SelectMany(m => history.Offers.GetValueOrDefault(m) ?? []).ToLookup(o => o.Code, StringComparer.Ordinal);
        return new ForecastOffers(calendar, own, peers, indicator == Indicators.Ct2A);
    }

    private static IReadOnlyList<(DateOnly, double)> Grown(ForecastSpan span, ForecastCalendar calendar, Func<ForecastSpan, Ratio> at)
    {
        const int most = 24;
        var days = calendar.Open.Where(d => d >= span.From && d < span.AsAt).ToList();
        var step = Math.Max(1, (int)Math.Ceiling(days.Count / (double)most));
        return [.. days.Where((_, i) => (days.Count - 1 - i) % step == 0).Append(span.AsAt).Select(d => (d, at(span with { To = d, AsAt = d }).Percent)).Where(p => p.Percent is not null).Select(p => (p.d, (double)p.Percent!))];
    }

    private static double LeftOf(WorkingCalendar calendar, DateTimeOffset now)
    {
        var today = ProvinceTime.DateOf(now);
        if (!calendar.IsOpen(today)) return 0;
        var (opens, closes) = (calendar.OpeningOf(today), calendar.ClosingOf(today));
        var (left, whole) = (calendar.WorkingTimeBetween(now < opens ? opens : now, closes), calendar.WorkingTimeBetween(opens, closes));
        return Math.Clamp(left / whole, 0, 1);
    }

    private async Task<Dictionary<(string, string), ForecastTrial>> TrialsAsync(ForecastQuestion question, CancellationToken ct)
    {
        var codes = question.Indicators.Select(i => i.Code).ToList();
        var kind = question.Period.Kind;
        var kept = await db.ForecastTrials.AsNoTracking().Where(t => t.Kind == kind && codes.Contains(t.Indicator)).ToListAsync(ct);
        return kept.ToDictionary(t => (t.UnitKey, t.Indicator), t => new ForecastTrial(t.Tries, t.Error, t.NaiveError, t.Held));
    }
}
