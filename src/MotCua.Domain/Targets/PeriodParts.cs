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
    /// <summary>Days inside <see cref="Months"/> that are not of the period: their sums are taken off.</summary>
    public IReadOnlyList<DaySpan> Less { get; init; } = [];

    /// <summary>
    /// The same period with fewer days to read: a part longer than half of its month becomes the whole month less the other days. A period that ends
    /// today reads no days at its end, as there are none after today.
    /// </summary>
    public static PeriodParts ShortestOf(DateOnly from, DateOnly to)
    {
        var plain = Of(from, to);
        var (days, less) = (new List<DaySpan>(2), new List<DaySpan>(2));
        var (first, last) = (plain.Months?.From, plain.Months?.To);
        foreach (var part in plain.Days)
        {
            var month = FirstOf(part.From);
            var end = month.AddMonths(1).AddDays(-1);
            if ((part.To.Day - part.From.Day + 1) * 2 <= end.Day)
            {
                days.Add(part);
                continue;
            }

            if (part.From > month) less.Add(new(month, part.From.AddDays(-1)));
            if (part.To < end) less.Add(new(part.To.AddDays(1), end));
            first = first < month ? first : month;
            last = last > month ? last : month;
        }

        return new PeriodParts(first is { } f && last is { } l ? new DaySpan(f, l) : null, days) { Less = less };
    }

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
