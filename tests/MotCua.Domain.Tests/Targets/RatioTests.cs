using CsCheck;
using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

/// <summary>Law rules 36-39.</summary>
public sealed class RatioTests
{
    [Theory]
    [InlineData(1, 2, "50", Attainment.Met)]
    [InlineData(9_999, 20_000, "50", Attainment.NotMet)]
    [InlineData(0, 0, "50", Attainment.NotApplicable)]
    [InlineData(0, 5, "0", Attainment.Met)]
    [InlineData(1, 2, null, Attainment.NotEnoughData)]
    [InlineData(0, 0, null, Attainment.NotApplicable)]
    [InlineData(1, 3, "33.3333333333", Attainment.Met)]
    public void Against_Target_IsInclusiveAndUnrounded(int above, int below, string? target, Attainment expected) =>
        Assert.Equal(expected, new Ratio(above, below).Against(target is null ? null : decimal.Parse(target, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Against_NothingReviewed_IsNotEnoughData() => Assert.Equal(Attainment.NotEnoughData, new Ratio(0, 0).Against(100, isReviewed: false));

    [Fact]
    public void Sum_TwoUnits_AddsCountsNotPercentages() => Assert.Equal(10m, (new Ratio(9, 10) + new Ratio(1, 90)).Percent);

    [Fact]
    public void Percent_NothingBelow_IsNullNotZero() => Assert.Null(default(Ratio).Percent);
}

/// <summary>Periods taken apart for the cubes.</summary>
public sealed class PeriodPartsTests
{
    [Theory]
    [InlineData("2022-01-01", "2022-12-31", "2022-01-01..2022-12-01", "")]
    [InlineData("2022-01-15", "2022-03-14", "2022-02-01..2022-02-01", "2022-01-15..2022-01-31 2022-03-01..2022-03-14")]
    [InlineData("2022-01-15", "2022-02-14", "", "2022-01-15..2022-01-31 2022-02-01..2022-02-14")]
    [InlineData("2022-01-15", "2022-01-15", "", "2022-01-15..2022-01-15")]
    [InlineData("2022-02-01", "2022-02-28", "2022-02-01..2022-02-01", "")]
    [InlineData("2022-02-01", "2022-02-27", "", "2022-02-01..2022-02-27")]
    public void Of_Period_HasWholeMonthsAndAtMostTwoParts(string from, string to, string months, string days)
    {
        var parts = PeriodParts.Of(DateOnly.Parse(from, null), DateOnly.Parse(to, null));
        Assert.Equal(months, parts.Months is { } m ? Text(m) : "");
        Assert.Equal(days, string.Join(' ', parts.Days.Select(Text)));
    }

    [Fact]
    public void Of_AnyPeriod_CoversEachDayOnce() => Gen.Select(Gen.Int[0, 1500], Gen.Int[0, 900]).Sample((start, length) =>
    {
        var from = new DateOnly(2020, 1, 1).AddDays(start);
        var to = from.AddDays(length);
        var parts = PeriodParts.Of(from, to);
        var days = parts.Days.ToList();
        if (parts.Months is { } m) days.Add(new DaySpan(m.From, m.To.AddMonths(1).AddDays(-1)));
        var covered = days.SelectMany(d => Enumerable.Range(d.From.DayNumber, d.To.DayNumber - d.From.DayNumber + 1)).Order().ToList();
        Assert.Equal(Enumerable.Range(from.DayNumber, length + 1), covered);
        Assert.True(parts.Days.Count <= 2);
    });

    private static string Text(DaySpan s) => $"{s.From:yyyy-MM-dd}..{s.To:yyyy-MM-dd}";
}
