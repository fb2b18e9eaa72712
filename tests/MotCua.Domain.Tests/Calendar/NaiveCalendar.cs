using System.Globalization;

namespace MotCua.Domain.Tests.Calendar;

/// <summary>
/// The slow reference: walks day by day, or minute by minute, over local time. Written from the text of the contract and the law only, sharing
/// nothing with the engine: dates are texts, times are minutes of the day.
/// </summary>
internal sealed class NaiveCalendar(HashSet<string> closed, HashSet<string> worked, Func<DateTime, (int From, int To)[]> hours)
{
    internal bool IsOpen(DateTime day)
    {
        var key = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (closed.Contains(key)) return false;
        if (worked.Contains(key)) return true;
        return day.DayOfWeek != DayOfWeek.Saturday && day.DayOfWeek != DayOfWeek.Sunday;
    }

    internal DateTime Due(int amount, string unit, DateTime accepted)
    {
        switch (unit)
        {
            case "hours":
                return AfterMinutes(accepted, amount * 60);
            case "days":
                var day = accepted.Date;
                for (var left = amount; left > 0;)
                {
                    day = day.AddDays(1);
                    if (IsOpen(day)) left--;
                }

                return Closing(day);
            case "calendar-days":
                var end = accepted.Date;
                for (var i = 0; i < amount; i++) end = end.AddDays(1);
                return Closing(Rolled(end));
            case "months":
                var month = (accepted.Year * 12) + accepted.Month - 1 + amount;
                var number = accepted.Day;
                while (number > DateTime.DaysInMonth(month / 12, (month % 12) + 1)) number--;
                return Closing(Rolled(new DateTime(month / 12, (month % 12) + 1, number)));
            default:
                var isToday = IsOpen(accepted.Date) && accepted.TimeOfDay <= new TimeSpan(15, 0, 0);
                return Closing(isToday ? accepted.Date : Rolled(accepted.Date.AddDays(1)));
        }
    }

    internal int MinutesBetween(DateTime from, DateTime to)
    {
        var minutes = 0;
        for (var day = from.Date; day <= to.Date; day = day.AddDays(1))
        {
            if (!IsOpen(day)) continue;
            foreach (var (opens, closes) in hours(day))
            {
                for (var minute = opens; minute < closes; minute++)
                {
                    var at = day.AddMinutes(minute);
                    if (at >= from && at < to) minutes++;
                }
            }
        }

        return minutes;
    }

    private DateTime AfterMinutes(DateTime from, int minutes)
    {
        for (var day = from.Date; ; day = day.AddDays(1))
        {
            if (!IsOpen(day)) continue;
            var sessions = hours(day);
            for (var minute = 0; minute < 1440; minute++)
            {
                if (day.AddMinutes(minute) < from || !Array.Exists(sessions, s => s.From <= minute && minute < s.To)) continue;
                if (--minutes == 0) return day.AddMinutes(minute + 1);
            }
        }
    }

    private DateTime Rolled(DateTime day)
    {
        while (!IsOpen(day)) day = day.AddDays(1);
        return day;
    }

    private DateTime Closing(DateTime day) => day.AddMinutes(hours(day)[^1].To);
}
