using System.Globalization;
using MotCua.Web.Components;

namespace MotCua.Web.Tests.Components;

public sealed class BoardPeriodTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 20, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2022-Q3", "quý 3 năm 2022")]
    [InlineData("2022-01", "tháng 1 năm 2022")]
    [InlineData("2022", "năm 2022")]
    [InlineData("2027-Q1", "quý 1 năm 2027")]
    [InlineData("2026-11", "tháng 11 năm 2026")]
    [InlineData("2022-H2", "6 tháng cuối năm 2022")]
    [InlineData("bc-2022-Q3", "kỳ báo cáo quý 3 năm 2022")]
    [InlineData("bc-2023", "kỳ báo cáo năm 2023")]
    [InlineData(null, "năm 2026")]
    [InlineData("2022-13", "năm 2026")]
    public void Offered_WhateverIsShown_HoldsItOnce(string? key, string name)
    {
        var shown = BoardPeriod.Of(key, null, null, Now);
        Assert.Equal(name, shown.Name);
        Assert.Single(BoardPeriod.Offered(shown, Now), c => c.Value == shown.Key);
    }

    [Fact]
    public void Offered_ForTheFirstYear_StepsThroughItAndThroughTheLastOnes()
    {
        var offered = BoardPeriod.Offered(BoardPeriod.Of("2022", null, null, Now), Now);
        string[] needed = ["2022", "2026", "2022-Q1", "2022-Q4", "2026-Q4", "2025-Q1", "2022-01", "2022-12", "2026-11", "2025-06"];
        Assert.Empty(needed.Except(offered.Select(c => c.Value)));
        Assert.DoesNotContain(offered, c => c.Value is "2026-12" or "2027" or "2021");
        Assert.Equal(offered.Count, offered.Select(c => c.Value).Distinct().Count());
    }

    /// <summary>Days at the ends of the calendar have no day before or after them to reckon with.</summary>
    [Theory]
    [InlineData("2022-01-01", "9999-12-31")]
    [InlineData("0001-01-01", "2022-12-31")]
    [InlineData("2022-12-31", "2022-01-01")]
    public void Of_DaysThatCannotBeCounted_IsThePresentYear(string from, string to) =>
        Assert.Equal("2026", BoardPeriod.Of(null, DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture), Now).Key);

    [Fact]
    public void Offered_StatutoryPeriods_StandInTheirOwnGroup()
    {
        var offered = BoardPeriod.Offered(BoardPeriod.Of("2022", null, null, Now), Now);
        string[] needed = ["bc-2022", "bc-2022-H1", "bc-2022-Q1", "bc-2022-12", "bc-2026-12"];
        Assert.Empty(needed.Except(offered.Select(c => c.Value)));
        Assert.All(offered, c => Assert.Equal(c.Value.StartsWith("bc-", StringComparison.Ordinal), c.Group?.StartsWith("Kỳ báo cáo", StringComparison.Ordinal) == true));
        Assert.DoesNotContain(offered, c => c.Value is "bc-2027" or "bc-2027-01");
    }

    [Fact]
    public void Offered_ForFreeDays_OffersNoKeyOfTheirs()
    {
        var shown = BoardPeriod.Of(null, new DateOnly(2022, 2, 3), new DateOnly(2022, 5, 1), Now);
        Assert.DoesNotContain(BoardPeriod.Offered(shown, Now), c => c.Value.Length == 0);
    }

    [Theory]
    [InlineData("2022-01-01", "2022-12-31", "2022")]
    [InlineData("2022-07-01", "2022-09-30", "2022-Q3")]
    [InlineData("2022-02-01", "2022-02-28", "2022-02")]
    [InlineData("2021-12-15", "2022-12-14", "bc-2022")]
    [InlineData("2022-07-02", "2022-09-30", "")]
    [InlineData("2100-01-01", "2100-12-31", "")]
    public void Named_DaysOfAPeriod_AreCalledByIt(string from, string to, string key) =>
        Assert.Equal(key, BoardPeriod.Of(null, DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture), DateTimeOffset.UnixEpoch).Named().Key);
}
