using System.Globalization;
using MotCua.Domain.Kernel;

namespace MotCua.Domain.Calendar;

/// <summary>A stretch of time in which a clock stands still; instants UTC, intervals of one clock do not overlap.</summary>
/// <param name="From">When it began.</param>
/// <param name="To">When it ended, or null while it lasts.</param>
public readonly record struct Standstill(DateTimeOffset From, DateTimeOffset? To);

/// <summary>One day of the explanation of a deadline.</summary>
/// <param name="Date">The local date.</param>
/// <param name="IsCounted">True when the day (or part of it) was counted.</param>
/// <param name="Text">Vietnamese: how much was counted, or why nothing was.</param>
public sealed record DeadlineLine(DateOnly Date, bool IsCounted, string Text)
{
    /// <summary><c>30/04/2024 (Thứ Ba): không tính – nghỉ lễ – Ngày Chiến thắng</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Date:dd\\/MM\\/yyyy} ({CalendarDay.WeekdayName(Date.DayOfWeek)}): {Text}");
}

/// <summary>A due instant with the reason for it, day by day.</summary>
/// <param name="Limit">The limit counted.</param>
/// <param name="StartedAt">The instant it is counted from (UTC).</param>
/// <param name="DueAt">When it is due (UTC).</param>
/// <param name="IsProvisional">True when a year without a published calendar was counted in: "tạm tính".</param>
/// <param name="Lines">One line for each counted or skipped day, in order.</param>
public sealed record Deadline(TimeLimit Limit, DateTimeOffset StartedAt, DateTimeOffset DueAt, bool IsProvisional, IReadOnlyList<DeadlineLine> Lines);

/// <summary>Computes due instants: pure, by the calendar of the unit.</summary>
public static class Deadlines
{
    /// <summary>A "same day" limit accepted after this local time is due the next working day.</summary>
    public static readonly TimeOnly SameDayUntil = new(15, 0);

    /// <summary>
    /// When the limit is due, counted from the instant (Bộ luật Dân sự Điều 147-148): the first day is not counted for days and months, hours start at
    /// the moment or the next opening; limits in days end at closing time; calendar limits that end on a closed day move to the next working day.
    /// </summary>
    public static DateTimeOffset DueAt(TimeLimit limit, DateTimeOffset startedAt, WorkingCalendar calendar, params IReadOnlyList<Standstill> standstills)
    {
        if (limit.Unit == LimitUnit.WorkingHours)
        {
            var moment = calendar.AddWorkingTime(startedAt, TimeSpan.FromHours(limit.Amount));
            foreach (var (from, to) in Ended(startedAt, standstills))
            {
                if (from < moment) moment = calendar.AddWorkingTime(moment, calendar.WorkingTimeBetween(from, to));
            }

            return moment;
        }

        return calendar.ClosingOf(LastDay(limit, startedAt, calendar, standstills));
    }

    /// <summary>The same as <see cref="DueAt(TimeLimit, DateTimeOffset, WorkingCalendar, IReadOnlyList{Standstill})"/>, with its explanation.</summary>
    public static Deadline Explain(TimeLimit limit, DateTimeOffset startedAt, WorkingCalendar calendar, params IReadOnlyList<Standstill> standstills)
    {
        var dueAt = DueAt(limit, startedAt, calendar, standstills);
        var first = ProvinceTime.DateOf(startedAt);
        var last = ProvinceTime.DateOf(dueAt);
        var provisional = Enumerable.Range(first.Year, last.Year - first.Year + 1).Any(calendar.IsProvisional);
        var lines = limit.Unit == LimitUnit.WorkingHours
            ? DeadlineLines.OfHours(limit, startedAt, dueAt, calendar, standstills)
            : DeadlineLines.OfDays(limit, startedAt, dueAt, LastDay(limit, startedAt, calendar, standstills), calendar, standstills);
        return new Deadline(limit, startedAt.ToUniversalTime(), dueAt, provisional, lines);
    }

    /// <summary>The last counted local date, before a closed one moves to the next working day.</summary>
    private static DateOnly LastDay(TimeLimit limit, DateTimeOffset startedAt, WorkingCalendar calendar, IReadOnlyList<Standstill> standstills)
    {
        var first = ProvinceTime.DateOf(startedAt);
        var inDays = limit.Unit is LimitUnit.CalendarDays or LimitUnit.Months;
        var last = limit.Unit switch
        {
            LimitUnit.WorkingDays => calendar.AddWorkingDays(first, limit.Amount),
            LimitUnit.CalendarDays => first.AddDays(limit.Amount),
            LimitUnit.Months => first.AddMonths(limit.Amount),
            LimitUnit.SameDay => IsForSameDay(startedAt, calendar) ? first : calendar.AddWorkingDays(first, 1),
            _ => throw new ArgumentOutOfRangeException(nameof(limit)),
        };
        foreach (var (from, to) in Ended(startedAt, standstills))
        {
            var (stopped, resumed) = (ProvinceTime.DateOf(from), ProvinceTime.DateOf(to));
            if (stopped >= last) continue;
            last = inDays
                ? last.AddDays(resumed.DayNumber - stopped.DayNumber)
                : calendar.AddWorkingDays(last, calendar.WorkingDaysBetween(stopped, resumed));
        }

        return last;
    }

    private static bool IsForSameDay(DateTimeOffset startedAt, WorkingCalendar calendar) =>
        calendar.IsOpen(ProvinceTime.DateOf(startedAt)) && ProvinceTime.TimeOf(startedAt) <= SameDayUntil;

    /// <summary>The parts of ended standstills after the start, in order.</summary>
    private static IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Ended(DateTimeOffset startedAt, IReadOnlyList<Standstill> standstills) => standstills.Count == 0 ? []
        : standstills
            .Where(s => s.To > startedAt)
            .OrderBy(s => s.From)
            .Select(s => (s.From < startedAt ? startedAt : s.From, s.To!.Value));
}
