using MotCua.Domain.Calendar;
using static MotCua.Domain.Tests.Calendar.TestCalendars;

namespace MotCua.Domain.Tests.Calendar;

/// <summary>The dated examples of law and contract, one row each.</summary>
public sealed class DeadlineLawTests
{
    [Theory]
    // BLDS Điều 147: the first day is not counted
    [InlineData("2022-10-24 09:00", "1 days", "2022-10-25 17:00")]
    [InlineData("2022-10-24 06:00", "1 days", "2022-10-25 17:00")]
    [InlineData("2022-10-24 23:59", "1 days", "2022-10-25 17:00")]
    // BLDS Điều 148 khoản 5, the swap of 29/4 for Saturday 04/5/2024
    [InlineData("2024-04-26 09:00", "1 days", "2024-05-02 17:00")]
    [InlineData("2024-04-26 09:00", "2 days", "2024-05-03 17:00")]
    [InlineData("2024-04-26 09:00", "3 days", "2024-05-04 17:00")]
    [InlineData("2024-04-26 09:00", "4 days", "2024-05-06 17:00")]
    // Tết 2024
    [InlineData("2024-02-07 09:00", "3 days", "2024-02-19 17:00")]
    // Accepted on a closed day
    [InlineData("2024-04-28 09:00", "1 days", "2024-05-02 17:00")]
    // The swap 02/5 for Saturday 26/4/2025
    [InlineData("2025-04-25 09:00", "1 days", "2025-04-26 17:00")]
    [InlineData("2025-04-25 09:00", "4 days", "2025-05-05 17:00")]
    // Announced but not confirmed: a working day
    [InlineData("2026-11-23 09:00", "1 days", "2026-11-24 17:00")]
    public void DueAt_InWorkingDays_FallsAtClosingOfLastDay(string accepted, string limit, string due) => AssertDue(accepted, limit, due);

    [Theory]
    // NĐ 45/2020 Điều 11 around Quốc khánh 2023
    [InlineData("2023-08-31 20:00", "8 hours", "2023-09-05 17:00")]
    [InlineData("2023-08-31 09:00", "8 hours", "2023-09-05 09:00")]
    // A count that ends exactly at the close of a session falls at that close
    [InlineData("2022-10-24 07:00", "8 hours", "2022-10-24 17:00")]
    [InlineData("2022-10-24 09:30", "2 hours", "2022-10-24 11:30")]
    [InlineData("2022-10-24 16:00", "1 hours", "2022-10-24 17:00")]
    [InlineData("2022-10-24 10:30", "2 hours", "2022-10-24 14:30")]
    // The last working minute of a year
    [InlineData("2022-12-30 16:00", "1 hours", "2022-12-30 17:00")]
    [InlineData("2022-12-30 16:00", "2 hours", "2023-01-03 08:00")]
    // Before opening, at closing, at lunch, after closing
    [InlineData("2022-10-24 05:00", "1 hours", "2022-10-24 08:00")]
    [InlineData("2022-10-24 11:30", "1 hours", "2022-10-24 14:30")]
    [InlineData("2022-10-24 12:15", "1 hours", "2022-10-24 14:30")]
    [InlineData("2022-10-24 17:00", "1 hours", "2022-10-25 08:00")]
    [InlineData("2022-10-24 17:01", "8 hours", "2022-10-25 17:00")]
    [InlineData("2022-10-24 16:59:30", "1 hours", "2022-10-25 07:59:30")]
    // A swapped Saturday has the hours of a weekday
    [InlineData("2024-05-03 20:00", "8 hours", "2024-05-04 17:00")]
    public void DueAt_InWorkingHours_StartsAtTheMomentOrNextOpening(string accepted, string limit, string due) => AssertDue(accepted, limit, due);

    [Theory]
    [InlineData("2022-10-24 09:00", "4 calendar-days", "2022-10-28 17:00")]
    [InlineData("2022-10-24 09:00", "5 calendar-days", "2022-10-31 17:00")]
    [InlineData("2023-08-25 10:00", "7 calendar-days", "2023-09-05 17:00")]
    [InlineData("2024-05-03 10:00", "1 calendar-days", "2024-05-04 17:00")]
    // BLDS Điều 148: no such date = last day of the month
    [InlineData("2023-01-31 10:00", "1 months", "2023-02-28 17:00")]
    [InlineData("2024-01-31 10:00", "1 months", "2024-02-29 17:00")]
    [InlineData("2022-10-24 10:00", "2 months", "2022-12-26 17:00")]
    [InlineData("2021-12-30 10:00", "12 months", "2022-12-30 17:00")]
    public void DueAt_OnAClosedDay_MovesToTheNextWorkingDay(string accepted, string limit, string due) => AssertDue(accepted, limit, due);

    [Theory]
    [InlineData("2022-10-24 06:00", "2022-10-24 17:00")]
    [InlineData("2022-10-24 14:59", "2022-10-24 17:00")]
    [InlineData("2022-10-24 15:00", "2022-10-24 17:00")]
    [InlineData("2022-10-24 15:00:01", "2022-10-25 17:00")]
    [InlineData("2022-10-24 15:00:00.0000001", "2022-10-25 17:00")]
    [InlineData("2024-04-26 15:01", "2024-05-02 17:00")]
    [InlineData("2024-05-01 09:00", "2024-05-02 17:00")]
    [InlineData("2024-05-04 09:00", "2024-05-04 17:00")]
    public void DueAt_SameDay_UntilThreeOClock(string accepted, string due) => AssertDue(accepted, "same-day", due);

    [Theory]
    // NĐ 61/2018 Điều 18: moves the hand-over, not the processing deadline
    [InlineData("2022-10-24 14:59", "2022-10-24 17:00")]
    [InlineData("2022-10-24 15:00", "2022-10-24 17:00")]
    [InlineData("2022-10-24 15:01", "2022-10-25 07:00")]
    [InlineData("2024-04-26 15:01", "2024-05-02 07:00")]
    [InlineData("2024-04-27 09:00", "2024-05-02 07:00")]
    public void HandOver_AfterThreeOClock_IsDueAtNextOpening(string accepted, string due)
    {
        Assert.Equal(due, Local(HandOver.DueAt(At(accepted), Province)));
        Assert.Equal(
            Deadlines.DueAt(TimeLimit.Days(5), At(accepted[..10] + " 08:00"), Province),
            Deadlines.DueAt(TimeLimit.Days(5), At(accepted), Province));
    }

    [Theory]
    // NĐ 61/2018 Điều 19 khoản 4
    [InlineData("2022-10-24 09:00", "2022-10-26 07:00", "2022-10-27 17:00")]
    [InlineData("2024-04-26 09:00", "2024-05-03 07:00", "2024-05-04 17:00")]
    public void SupplementWindow_WarnsOnSecondDayAndClosesOnThird(string accepted, string warns, string closes)
    {
        var window = SupplementWindow.Of(At(accepted), Province);
        Assert.Equal(warns, Local(window.WarnsAt));
        Assert.Equal(closes, Local(window.ClosesAt));
        Assert.False(window.Warns(At(warns).AddTicks(-1)));
        Assert.True(window.Warns(At(warns)));
        Assert.True(window.IsOpen(At(closes)));
        Assert.False(window.IsOpen(At(closes).AddTicks(1)));
    }

    [Theory]
    // The non-working weekdays of 2022-2025
    [InlineData(2022, "01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02", "")]
    [InlineData(2023, "01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04", "")]
    [InlineData(2024, "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03", "05-04")]
    [InlineData(2025, "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02", "04-26")]
    public void Day_OfPublishedYears_MatchesTheDecisions(int year, string closedWeekdays, string workedWeekends)
    {
        var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(i => Province.Day(new DateOnly(year, 1, 1).AddDays(i))).ToList();
        Assert.Equal(closedWeekdays, Join(days.Where(d => !IsWeekend(d) && !d.IsOpen)));
        Assert.Equal(workedWeekends, Join(days.Where(d => IsWeekend(d) && d.IsOpen)));
        Assert.All(days, d => Assert.False(d.IsProvisional));

        static bool IsWeekend(CalendarDay day) => day.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        static string Join(IEnumerable<CalendarDay> picked) => string.Join(' ', picked.Select(d => d.Date.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static void AssertDue(string accepted, string limit, string due) =>
        Assert.Equal(due, Local(Deadlines.DueAt(Limit(limit), At(accepted), Province)));
}
