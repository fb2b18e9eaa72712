using MotCua.Domain.Calendar;

namespace MotCua.Domain.Targets;

/// <summary>A warning that is due.</summary>
/// <param name="Lead">Working days before the close that it is for.</param>
/// <param name="Day">The day on which it should have been sent.</param>
/// <param name="IsLate">True when that day has passed.</param>
public readonly record struct DueWarning(int Lead, DateOnly Day, bool IsLate);

/// <summary>When a unit is warned that a period closes: so many working days before, by the province's calendar, once for each lead.</summary>
public static class ForecastWarnings
{
    /// <summary>
    /// The working day after which so many working days of the period are to come; null when the period has not so many, so that there is no such day in it.
    /// </summary>
    public static DateOnly? DayOf(DaySpan period, int lead, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentOutOfRangeException.ThrowIfNegative(lead);
        var left = lead;
        for (var day = period.To; day >= period.From; day = day.AddDays(-1))
        {
            if (!calendar.IsOpen(day)) continue;
            if (left == 0) return day;
            left--;
        }

        return null;
    }

    /// <summary>
    /// The warning to send on the day, if any: of the leads whose day has come, the nearest to the close; it takes the place of earlier ones that were
    /// missed. Nothing after the close, and nothing twice.
    /// </summary>
    /// <param name="period">The period.</param>
    /// <param name="leads">Leads, working days.</param>
    /// <param name="sent">Leads that were worked out already.</param>
    /// <param name="today">Local day.</param>
    /// <param name="calendar">Working days.</param>
    public static DueWarning? Due(DaySpan period, IEnumerable<int> leads, IReadOnlyCollection<int> sent, DateOnly today, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(leads);
        ArgumentNullException.ThrowIfNull(sent);
        if (today < period.From || today > period.To) return null;
        foreach (var lead in leads.Distinct().Order())
        {
            if (DayOf(period, lead, calendar) is not { } day || day > today) continue;
            return sent.Any(s => s <= lead) ? null : new DueWarning(lead, day, day < today);
        }

        return null;
    }
}
