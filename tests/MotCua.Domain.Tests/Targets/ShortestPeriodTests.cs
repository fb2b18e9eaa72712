using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

/// <summary>A period taken apart counts each of its days once and no other day.</summary>
public sealed class ShortestPeriodTests
{
    [Fact]
    public void ShortestOf_AnyPeriod_CountsItsDaysOnceAndReadsAtMostHalfAMonthAtEachEnd()
    {
#pragma warning disable CA5394 // A repeatable test
        var random = new Random(11);
        for (var i = 0; i < 3_000; i++)
        {
            var from = new DateOnly(2023, 11, 1).AddDays(random.Next(0, 200));
            var to = from.AddDays(random.Next(0, i % 3 == 0 ? 40 : 500));
            var parts = PeriodParts.ShortestOf(from, to);
            for (var day = from.AddDays(-65); day <= to.AddDays(65); day = day.AddDays(1))
            {
                Assert.Equal(day >= from && day <= to ? 1 : 0, Times(parts, day));
            }

            Assert.True(parts.Days.Concat(parts.Less).All(s => s.From.Month == s.To.Month && s.To.Day - s.From.Day < 16));
            Assert.True(parts.Days.Count + parts.Less.Count <= 2 || (from.Month == to.Month && from.Year == to.Year), $"{from:O} {to:O}");
        }
#pragma warning restore CA5394
    }

    /// <summary>The whole year and month to date read months alone but for what is after today, where nothing is.</summary>
    [Fact]
    public void ShortestOf_MonthToDate_IsTheMonthLessTheDaysToCome()
    {
        var parts = PeriodParts.ShortestOf(new(2022, 1, 1), new(2022, 7, 22));
        Assert.Equal(new DaySpan(new(2022, 1, 1), new(2022, 7, 1)), parts.Months);
        Assert.Empty(parts.Days);
        Assert.Equal([new DaySpan(new(2022, 7, 23), new(2022, 7, 31))], parts.Less);
    }

    private static int Times(PeriodParts parts, DateOnly day)
    {
        var month = new DateOnly(day.Year, day.Month, 1);
        return (parts.Months is { } m && month >= m.From && month <= m.To ? 1 : 0) + parts.Days.Count(s => day >= s.From && day <= s.To) - parts.Less.Count(s => day >= s.From && day <= s.To);
    }
}
