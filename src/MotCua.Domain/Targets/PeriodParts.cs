namespace MotCua.Domain.Targets;

/// <summary>A run of local days, both ends inclusive.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public readonly record struct DaySpan(DateOnly From, DateOnly To);

/// <summary>
/// A period taken apart for the cubes: one run of whole months and at most two parts of months in days, so that reading it does not cost more when
/// there are more dossiers (ADR 0007).
/// </summary>
/// <param name="Months">First days of the first and of the last whole month, or null.</param>
/// <param name="Days">Parts of months at the ends.</param>
public sealed record PeriodParts(DaySpan? Months, IReadOnlyList<DaySpan> Days)
{
    /// <summary>Takes the period apart; both ends inclusive.</summary>
    public static PeriodParts Of(DateOnly from, DateOnly to)
    {
        if (to < from) return new PeriodParts(null, []);
        var first = from.Day == 1 ? from : FirstOf(from).AddMonths(1);
        var next = to.AddDays(1);
        var end = FirstOf(next);
        if (first >= end)
        {
            // No whole month inside: one part, or two when the turn of a month is inside
            var turn = FirstOf(to);
            return turn > from ? new PeriodParts(null, [new(from, turn.AddDays(-1)), new(turn, to)]) : new PeriodParts(null, [new(from, to)]);
        }

        var days = new List<DaySpan>(2);
        if (from < first) days.Add(new(from, first.AddDays(-1)));
        if (end < next) days.Add(new(end, to));
        return new PeriodParts(new(first, end.AddMonths(-1)), days);
    }

    /// <summary>First days of all months touched by the period.</summary>
    public static IReadOnlyList<DateOnly> MonthsTouched(DateOnly from, DateOnly to)
    {
        var months = new List<DateOnly>();
        for (var month = FirstOf(from); month <= to; month = month.AddMonths(1)) months.Add(month);
        return months;
    }

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
}
