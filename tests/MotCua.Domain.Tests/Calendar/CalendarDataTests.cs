using MotCua.Domain.Calendar;
using static MotCua.Domain.Tests.Calendar.TestCalendars;

namespace MotCua.Domain.Tests.Calendar;

public sealed class CalendarDataTests
{
    [Fact]
    public void Computed_Of2022_EqualsWhatWasPublished()
    {
        // Bộ luật Lao động Điều 111-112; in 2022 the Prime Minister's choices were the usual ones
        var computed = Holidays.Computed(2022).Keys.Order();
        Assert.Equal(Published.Where(d => d.Date.Year == 2022).Select(d => d.Date).Order(), computed);
    }

    [Theory]
    // Tết on Sunday 2023: three compensatory days follow; 29/4, 30/4 on a weekend
    [InlineData(2023, "2023-01-26")]
    [InlineData(2023, "2023-05-02")]
    [InlineData(2023, "2023-05-03")]
    [InlineData(2023, "2023-09-01")]
    [InlineData(2023, "2023-09-04")]
    [InlineData(2027, "2027-02-11")]
    [InlineData(2027, "2027-09-03")]
    public void Computed_CompensatesWeekendHolidays(int year, string day) => Assert.Contains(Day(day), Holidays.Computed(year).Keys);

    [Fact]
    public void Years_WithoutPublishedCalendar_AreProvisional()
    {
        Assert.All(Enumerable.Range(2020, 7), y => Assert.False(Province.IsProvisional(y)));
        Assert.True(Province.IsProvisional(2027));
        var deadline = Deadlines.Explain(TimeLimit.Days(5), At("2026-12-30 09:00"), Province);
        Assert.True(deadline.IsProvisional);
        Assert.Contains(deadline.Lines, l => l.ToString() == "01/01/2027 (Thứ Sáu): không tính – nghỉ lễ – Tết Dương lịch (tạm tính)");
        Assert.False(Deadlines.Explain(TimeLimit.Days(5), At("2026-12-01 09:00"), Province).IsProvisional);
    }

    [Fact]
    public void Closure_InAProvisionalYear_DoesNotMakeItPublished()
    {
        var calendar = new WorkingCalendar(new ProvinceHolidays([new(Day("2027-07-05"), DayKind.ClosedByDecision, "Bão số 3", true)], Lunar));
        Assert.True(calendar.IsProvisional(2027));
        Assert.False(calendar.IsOpen(Day("2027-07-05")));
        Assert.False(calendar.IsOpen(Day("2027-02-08")));
        Assert.Equal("đơn vị đóng cửa – Bão số 3", calendar.Day(Day("2027-07-05")).Reason);
    }

    [Fact]
    public void Lunar_BeyondTheTable_StaysWithinADay()
    {
        // The runtime's calendar is that of UTC+8: it may differ by a day, never by a month
        var without = new ProvinceHolidays([], []);
        foreach (var year in Lunar)
        {
            var days = without.Computed(year.Year).Values.ToList();
            var newYear = days.Single(d => d.Name == "Mùng 1 Tết").Date;
            Assert.InRange(newYear.DayNumber - year.NewYear.DayNumber, -1, 1);
            var hung = days.Single(d => d.Kind == DayKind.Holiday && d.Name.StartsWith("Giỗ Tổ", StringComparison.Ordinal)).Date;
            Assert.InRange(hung.DayNumber - year.HungKings.DayNumber, -1, 1);
        }
    }

    [Fact]
    public void UnitCalendar_WithDatedHoursAndOwnDays_FollowsThem()
    {
        var winter = WorkingHours.Parse("07:30-12:00,13:00-16:30").Value;
        var saturday = WorkingHours.Parse("07:00-11:30,13:30-17:00;07:30-11:30").Value;
        var calendar = new WorkingCalendar(
            Holidays,
            [new(Day("2022-01-01"), WorkingHours.Default), new(Day("2022-11-01"), winter), new(Day("2023-03-01"), saturday)],
            [new(Day("2022-10-25"), DayKind.ClosedByDecision, "Chuyển trụ sở", true), new(Day("2022-10-29"), DayKind.MakeupWorking, "Làm bù 25/10", false)]);

        Assert.Equal("2022-10-26 17:00", Local(Deadlines.DueAt(TimeLimit.Days(1), At("2022-10-24 09:00"), calendar)));
        Assert.Equal("2022-10-29 17:00", Local(Deadlines.DueAt(TimeLimit.Days(1), At("2022-10-28 09:00"), calendar)));
        Assert.Equal("2022-11-01 16:30", Local(Deadlines.DueAt(TimeLimit.Days(1), At("2022-10-31 09:00"), calendar)));
        Assert.Equal("2022-11-01 08:30", Local(Deadlines.DueAt(TimeLimit.Hours(1), At("2022-10-31 17:00"), calendar)));
        Assert.Equal("2023-03-04 11:30", Local(Deadlines.DueAt(TimeLimit.Days(1), At("2023-03-03 09:00"), calendar)));
        Assert.False(calendar.IsWorking(At("2022-11-01 07:15")));
        Assert.True(calendar.IsWorking(At("2022-11-01 07:30")));
        Assert.False(calendar.IsWorking(At("2022-11-01 12:00")));
    }

    [Fact]
    public void Day_Unconfirmed_IsWorkedAndSaysSo()
    {
        var day = Province.Day(Day("2026-11-24"));
        Assert.True(day.IsOpen);
        Assert.True(day.IsUnconfirmed);
        Assert.Contains("chưa xác nhận", day.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "CAL-0001")]
    [InlineData("07:00-11:30,11:00-17:00", "CAL-0002")]
    [InlineData("11:30-07:00", "CAL-0002")]
    [InlineData("07:00", "CAL-0003")]
    [InlineData("7h-11h", "CAL-0003")]
    [InlineData("07:00-11:30;08:00-10:00;09:00-10:00", "CAL-0003")]
    public void WorkingHours_ThatMakeNoSense_AreRefused(string text, string code) => Assert.Equal(code, WorkingHours.Parse(text).Problem?.Code);

    [Theory]
    [InlineData("07:00-11:30,13:30-17:00")]
    [InlineData("07:30-12:00;08:00-11:00")]
    public void WorkingHours_ReadAndWritten_AreTheSame(string text) => Assert.Equal(text, WorkingHours.Parse(text).Value.ToString());

    [Theory]
    [InlineData("15 days", "15d", "15 ngày làm việc")]
    [InlineData("1 day", "1d", "1 ngày làm việc")]
    [InlineData("30 calendar-days", "30c", "30 ngày")]
    [InlineData("8 hours", "8h", "8 giờ làm việc")]
    [InlineData("2 months", "2m", "2 tháng")]
    [InlineData("same-day", "s", "trong ngày")]
    public void TimeLimit_ReadAndWritten_AreTheSame(string text, string compact, string vietnamese)
    {
        var limit = TimeLimit.Parse(text).Value;
        Assert.Equal(compact, limit.ToCompact());
        Assert.Equal(vietnamese, limit.Vietnamese);
        Assert.Equal(limit, TimeLimit.Parse(compact).Value);
        Assert.Equal(limit, TimeLimit.Parse(limit.ToString()).Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("days")]
    [InlineData("0 days")]
    [InlineData("-1 days")]
    [InlineData("10000 days")]
    [InlineData("1.5 days")]
    [InlineData("5 weeks")]
    [InlineData("5 d")]
    [InlineData("٥ days")]
    [InlineData("99999999999999999999 days")]
    public void TimeLimit_ThatMakesNoSense_IsRefused(string text) => Assert.Equal("CAL-0004", TimeLimit.Parse(text).Problem?.Code);
}
