using CsCheck;
using MotCua.Domain.Calendar;
using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

public sealed class ForecastWarningTests
{
    // 29/04/2024 off, 04/05/2024 worked in exchange (law.md §11.2)
    private static readonly WorkingCalendar Calendar = new(new ProvinceHolidays(
        [
            new(new DateOnly(2024, 4, 29), DayKind.SwapOff, "Nghỉ hoán đổi", true),
            new(new DateOnly(2024, 4, 30), DayKind.Holiday, "30/4", true),
            new(new DateOnly(2024, 5, 1), DayKind.Holiday, "01/5", true),
            new(new DateOnly(2024, 5, 4), DayKind.MakeupWorking, "Làm bù", false),
            new(new DateOnly(2024, 2, 8), DayKind.Holiday, "Tết", true),
            new(new DateOnly(2024, 2, 9), DayKind.Holiday, "Tết", true),
            new(new DateOnly(2024, 2, 12), DayKind.Holiday, "Tết", true),
            new(new DateOnly(2024, 2, 13), DayKind.Holiday, "Tết", true),
            new(new DateOnly(2024, 2, 14), DayKind.Holiday, "Tết", true),
        ], []));

    [Theory]
    [InlineData("2024-04-01", "2024-04-30", 3, "2024-04-23")]
    [InlineData("2024-04-01", "2024-04-30", 10, "2024-04-12")]
    [InlineData("2024-05-01", "2024-05-31", 10, "2024-05-17")]
    [InlineData("2024-02-01", "2024-02-18", 3, "2024-02-06")]
    [InlineData("2024-04-27", "2024-05-07", 3, "2024-05-03")]
    [InlineData("2024-05-27", "2024-05-31", 4, "2024-05-27")]
    [InlineData("2024-05-27", "2024-05-31", 5, null)]
    public void DayOf_WithHolidaysAndSwappedDays_CountsWorkingDays(string from, string to, int lead, string? expected) =>
        Assert.Equal(expected is null ? null : DateOnly.Parse(expected, null), ForecastWarnings.DayOf(new DaySpan(DateOnly.Parse(from, null), DateOnly.Parse(to, null)), lead, Calendar));

    [Fact]
    public void DayOf_AnyPeriod_LeavesExactlySoManyWorkingDays() => Gen.Select(Gen.Int[0, 700], Gen.Int[5, 370], Gen.Int[0, 12]).Sample((start, length, lead) =>
    {
        var from = new DateOnly(2024, 1, 1).AddDays(start);
        var period = new DaySpan(from, from.AddDays(length));
        if (ForecastWarnings.DayOf(period, lead, Calendar) is not { } day) return Calendar.WorkingDaysBetween(from.AddDays(-1), period.To) <= lead;
        return Calendar.IsOpen(day) && day >= from && Calendar.WorkingDaysBetween(day, period.To) == lead;
    });

    [Theory]
    [InlineData("2024-05-16", "", null, false)]
    [InlineData("2024-05-17", "", 10, false)]
    [InlineData("2024-05-20", "", 10, true)]
    [InlineData("2024-05-20", "10", null, false)]
    [InlineData("2024-05-28", "10", 3, false)]
    [InlineData("2024-05-30", "10", 3, true)]
    [InlineData("2024-05-30", "", 3, true)]
    [InlineData("2024-05-30", "3", null, false)]
    [InlineData("2024-05-30", "10,3", null, false)]
    [InlineData("2024-06-01", "", null, false)]
    public void Due_OnADay_IsTheNearestLeadAndNeverTwice(string today, string sent, int? expected, bool isLate)
    {
        var done = sent.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToList();
        var due = ForecastWarnings.Due(new DaySpan(new DateOnly(2024, 5, 1), new DateOnly(2024, 5, 31)), [10, 3], done, DateOnly.Parse(today, null), Calendar);

        Assert.Equal(expected, due?.Lead);
        Assert.Equal(isLate, due?.IsLate ?? false);
    }
}
