using System.Globalization;
using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

/// <summary>Periods by the calendar and by NĐ 09/2019/NĐ-CP Điều 12 (law rule 42).</summary>
public sealed class PeriodTests
{
    [Theory]
    [InlineData("2022", "2022-01-01", "2022-12-31", "năm 2022")]
    [InlineData("2022-H1", "2022-01-01", "2022-06-30", "6 tháng đầu năm 2022")]
    [InlineData("2022-H2", "2022-07-01", "2022-12-31", "6 tháng cuối năm 2022")]
    [InlineData("2022-Q1", "2022-01-01", "2022-03-31", "quý 1 năm 2022")]
    [InlineData("2022-Q4", "2022-10-01", "2022-12-31", "quý 4 năm 2022")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", "tháng 2 năm 2024")]
    [InlineData("bc-2022", "2021-12-15", "2022-12-14", "kỳ báo cáo năm 2022")]
    [InlineData("bc-2022-H1", "2021-12-15", "2022-06-14", "kỳ báo cáo 6 tháng đầu năm 2022")]
    [InlineData("bc-2022-H2", "2022-06-15", "2022-12-14", "kỳ báo cáo 6 tháng cuối năm 2022")]
    [InlineData("bc-2022-Q1", "2021-12-15", "2022-03-14", "kỳ báo cáo quý 1 năm 2022")]
    [InlineData("bc-2022-Q2", "2022-03-15", "2022-06-14", "kỳ báo cáo quý 2 năm 2022")]
    [InlineData("bc-2022-01", "2021-12-15", "2022-01-14", "kỳ báo cáo tháng 1 năm 2022")]
    [InlineData("bc-2022-03", "2022-02-15", "2022-03-14", "kỳ báo cáo tháng 3 năm 2022")]
    [InlineData("bc-2024-03", "2024-02-15", "2024-03-14", "kỳ báo cáo tháng 3 năm 2024")]
    [InlineData("2022-02-03_2022-05-01", "2022-02-03", "2022-05-01", "từ 03/02/2022 đến 01/05/2022")]
    public void Read_AKey_IsTheDaysOfTheDecree(string key, string from, string to, string name)
    {
        var period = Period.Read(key);
        Assert.NotNull(period);
        Assert.Equal((key, Day(from), Day(to), name), (period.Key, period.From, period.To, period.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1999")]
    [InlineData("2101")]
    [InlineData("2022-13")]
    [InlineData("2022-00")]
    [InlineData("2022-Q5")]
    [InlineData("2022-H3")]
    [InlineData("2022/Q1")]
    [InlineData("bc-")]
    [InlineData("bc-2022-")]
    [InlineData("2022-05-01_2022-02-03")]
    [InlineData("2022-01-01_9999-12-31")]
    [InlineData("2022-02-30_2022-03-01")]
    public void Read_NoKey_IsNull(string key) => Assert.Null(Period.Read(key));

    [Theory]
    [InlineData(PeriodKind.Month, PeriodCut.Calendar, "2022-01-14", "2022-01")]
    [InlineData(PeriodKind.Month, PeriodCut.Statutory, "2022-01-14", "bc-2022-01")]
    [InlineData(PeriodKind.Month, PeriodCut.Statutory, "2022-01-15", "bc-2022-02")]
    [InlineData(PeriodKind.Month, PeriodCut.Statutory, "2022-01-31", "bc-2022-02")]
    [InlineData(PeriodKind.Quarter, PeriodCut.Statutory, "2022-03-15", "bc-2022-Q2")]
    [InlineData(PeriodKind.HalfYear, PeriodCut.Statutory, "2022-06-15", "bc-2022-H2")]
    [InlineData(PeriodKind.Year, PeriodCut.Statutory, "2022-12-14", "bc-2022")]
    [InlineData(PeriodKind.Year, PeriodCut.Statutory, "2022-12-15", "bc-2023")]
    [InlineData(PeriodKind.Year, PeriodCut.Statutory, "2022-12-31", "bc-2023")]
    public void Containing_ADay_IsThePeriodCalledSo(PeriodKind kind, PeriodCut cut, string day, string key) => Assert.Equal(key, Period.Containing(kind, cut, Day(day)).Key);

    [Theory]
    [InlineData("2022", "2021", "2023", "2021")]
    [InlineData("2022-Q1", "2021-Q4", "2022-Q2", "2021-Q1")]
    [InlineData("2022-01", "2021-12", "2022-02", "2021-01")]
    [InlineData("2022-12", "2022-11", "2023-01", "2021-12")]
    [InlineData("bc-2022-H1", "bc-2021-H2", "bc-2022-H2", "bc-2021-H1")]
    [InlineData("bc-2022-01", "bc-2021-12", "bc-2022-02", "bc-2021-01")]
    [InlineData("2022-02-03_2022-02-12", "2022-01-24_2022-02-02", "2022-02-13_2022-02-22", "2021-02-03_2021-02-12")]
    public void Neighbours_OfAPeriod_AreOfItsKind(string key, string previous, string next, string yearBefore)
    {
        var period = Period.Read(key)!;
        Assert.Equal((previous, next, yearBefore), (period.Previous()?.Key, period.Next()?.Key, period.OfYearBefore()?.Key));
    }

    [Fact]
    public void Neighbours_AtTheEndsOfTheYearsCounted_AreNone()
    {
        Assert.Null(Period.Read("2000-01")!.Previous());
        Assert.Null(Period.Read("2100-Q4")!.Next());
        Assert.Null(Period.Read("2000")!.OfYearBefore());
    }

    [Theory]
    [InlineData(PeriodCut.Calendar)]
    [InlineData(PeriodCut.Statutory)]
    public void Containing_EveryDayOfYears_LiesInItsPeriodAndPartsCoverTheWhole(PeriodCut cut)
    {
        for (var day = new DateOnly(2021, 12, 1); day <= new DateOnly(2025, 1, 31); day = day.AddDays(1))
        {
            foreach (var kind in new[] { PeriodKind.Month, PeriodKind.Quarter, PeriodKind.HalfYear, PeriodKind.Year })
            {
                var period = Period.Containing(kind, cut, day);
                Assert.True(period.Contains(day));
                Assert.Equal(period.To.AddDays(1), period.Next()!.From);
                Assert.Equal(period, Period.Read(period.Key));
            }
        }

        var year = Period.Of(PeriodKind.Year, cut, 2022);
        foreach (var (kind, count) in new[] { (PeriodKind.HalfYear, 2), (PeriodKind.Quarter, 4), (PeriodKind.Month, 12) })
        {
            var parts = year.Parts(kind);
            Assert.Equal((count, year.From, year.To), (parts.Count, parts[0].From, parts[^1].To));
            Assert.Equal(parts.Skip(1).Select(p => p.From), parts.SkipLast(1).Select(p => p.To.AddDays(1)));
        }

        Assert.Empty(year.Parts(PeriodKind.Year));
    }

    [Fact]
    public void IsOver_OnTheLastDay_IsNotYet()
    {
        var period = Period.Read("bc-2022-01")!;
        Assert.False(period.IsOver(new DateOnly(2022, 1, 14)));
        Assert.True(period.IsOver(new DateOnly(2022, 1, 15)));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
