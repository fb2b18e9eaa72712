using CsCheck;
using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

public sealed class ForecastTests
{
    private static readonly DateOnly From = new(2024, 3, 1);
    private static readonly DateOnly To = new(2024, 3, 31);

    private static readonly Gen<RatioOutlook> Outlooks =
        from above in Gen.Int[0, 400]
        from paper in Gen.Int[0, 400]
        from come in Gen.Double[0, 900]
        from spread in Gen.Double[1, 12]
        from share in Gen.Double[0.01, 0.99]
        from correlation in Gen.Double[0.0005, 0.2]
        select new RatioOutlook(new Ratio(above, above + paper), come, come * spread, share, correlation);

    private static readonly Gen<decimal> Targets = Gen.Int[0, 1000].Select(t => t / 10m);

    [Fact]
    public void AtLeast_ForAHigherTarget_IsNeverMoreLikely() => Gen.Select(Outlooks, Targets, Targets)
        .Sample((outlook, a, b) => outlook.AtLeast(Math.Min(a, b)) >= outlook.AtLeast(Math.Max(a, b)) - 1e-9, iter: 2000);

    [Fact]
    public void AtLeast_WithMoreOnline_IsNeverLessLikely() => Gen.Select(Outlooks, Targets, Gen.Int[1, 50]).Sample((outlook, target, more) =>
    {
        var (n, d) = (outlook.Now.Numerator, outlook.Now.Denominator);
        var chance = outlook.AtLeast(target);
        var inPlace = outlook with { Now = new Ratio(Math.Min(d, n + more), d) };
        var onTop = outlook with { Now = new Ratio(n + more, d + more) };
        return inPlace.AtLeast(target) >= chance - 1e-9 && onTop.AtLeast(target) >= chance - 1e-9;
    }, iter: 2000);

    [Fact]
    public void AtLeast_WithAHigherShareToCome_IsNeverLessLikely() => Gen.Select(Outlooks, Targets, Gen.Double[0, 0.3])
        .Sample((outlook, target, more) => (outlook with { Share = Math.Min(0.995, outlook.Share + more) }).AtLeast(target) >= outlook.AtLeast(target) - 1e-6, iter: 1000);

    [Fact]
    public void Quantile_AndChance_AreOfOneDistribution() => Outlooks.Where(o => o.Now.Denominator + o.Remaining > 5).Sample(outlook =>
    {
        var (low, high) = (outlook.Quantile(0.1), outlook.Quantile(0.9));
        return low <= high && outlook.UpTo(high + 1e-3) >= 0.9 - 1e-6 && outlook.UpTo(low - 1e-3) <= 0.1 + 1e-6 && outlook.AtLeast((decimal)low - 0.01m) >= 0.9 - 1e-6;
    }, iter: 500);

    [Fact]
    public void AtLeast_WhenNothingIsToCome_IsTheVerdict() => Gen.Select(Gen.Int[0, 300], Gen.Int[1, 300], Targets).Sample((above, paper, target) =>
    {
        var now = new Ratio(above, above + paper);
        var chance = new RatioOutlook(now, 0, 0, 0.5, 0.01).AtLeast(target);
        return chance == (now.Against(target) == Attainment.Met ? 1 : 0);
    }, iter: 2000);

    [Fact]
    public void Gap_OfAnyCounts_IsExact() => Gen.Select(Gen.Int[0, 500], Gen.Int[0, 500], Gen.Int[0, 500], Gen.Int[0, 500], Targets).Sample((n, paper, moreOnline, morePaper, target) =>
    {
        var (now, expected) = (new Ratio(n, n + paper), new Ratio(n + moreOnline, n + paper + moreOnline + morePaper));
        if (expected.Denominator == 0) return true;
        var gap = TargetGap.Of(now, expected, target);
        bool Meets(long above, long below) => new Ratio(above, below).Against(target) == Attainment.Met;
        var needed = Meets(n + gap.Needed, expected.Denominator) && (gap.Needed == 0 || !Meets(n + gap.Needed - 1, expected.Denominator));
        var inPlace = gap.InPlace is not { } k || (Meets(expected.Numerator + k, expected.Denominator) && (k == 0 || !Meets(expected.Numerator + k - 1, expected.Denominator)));
        var onTop = gap.OnTop is not { } m || (Meets(expected.Numerator + m, expected.Denominator + m) && (m == 0 || !Meets(expected.Numerator + m - 1, expected.Denominator + m - 1)));
        return needed && inPlace && onTop && (gap.OnTop is not null || target == 100m);
    }, iter: 5000);

    /// <summary>20 of 100 now, 100 more expected of which 30: 50 of 200 where 80 are wanted.</summary>
    [Fact]
    public void Gap_InWholeDossiers_SaysBothWays()
    {
        var gap = TargetGap.Of(new Ratio(20, 100), new Ratio(50, 200), 40m);

        Assert.Equal(60, gap.Needed);
        Assert.Equal(30, gap.InPlace);
        Assert.Equal(50, gap.OnTop);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_AnyUnitAndDay_BandContainsTheExpectation(int seed)
    {
        var world = ForecastWorld.Make(seed, units: 3);
        foreach (var unit in world.Units)
        {
            var forecasts = new ForecastShares(ForecastWorld.Calendar, unit, world.Group);
            for (var day = From; day <= To; day = day.AddDays(3))
            {
                var forecast = forecasts.Of(new ForecastSpan(From, To, day, 0, 40m), withPath: true)!;
                Assert.InRange(forecast.Percent, forecast.Low, forecast.High);
                Assert.All(forecast.Path, p => Assert.InRange(p.Percent, p.Low, p.High));
                Assert.InRange(forecast.Chance!.Value, 0, 1);
                Assert.Equal(ForecastWorld.Calendar.OpenIn(day.AddDays(1), To), forecast.DaysLeft);
            }
        }
    }

    [Fact]
    public void Of_TheSameQuestion_GivesTheSameAnswer()
    {
        var world = ForecastWorld.Make(4, units: 2);
        Forecast Ask() => new ForecastShares(ForecastWorld.Calendar, world.Units[0], world.Group).Of(new ForecastSpan(From, To, new DateOnly(2024, 3, 14), 0.5, 30m), withPath: true)!;
        var (first, second) = (Ask(), Ask());

        Assert.Equal(first with { Path = [] }, second with { Path = [] });
        Assert.Equal(first.Path, second.Path);
    }

    [Fact]
    public void Of_APeriodThatIsOver_IsTheFigureItself()
    {
        var world = ForecastWorld.Make(5, units: 1);
        var forecast = new ForecastShares(ForecastWorld.Calendar, world.Units[0], world.Group).Of(new ForecastSpan(From, To, To, 0, 30m))!;
        var outcome = world.Units[0].Sum(From, To);

        Assert.Equal(outcome, forecast.Now);
        Assert.Equal(outcome, forecast.Expected);
        Assert.Equal((double)outcome.Percent!, forecast.Percent, 6);
        Assert.Equal(outcome.Against(30m) == Attainment.Met ? 1 : 0, forecast.Chance);
        Assert.Equal(0, forecast.DaysLeft);
    }

    [Fact]
    public void Of_WhatCameAfterTheDay_ChangesNothing()
    {
        var world = ForecastWorld.Make(6, units: 1);
        var (until, asAt) = (new DayCounts(ForecastWorld.First, ForecastWorld.Last), new DateOnly(2024, 3, 12));
        for (var day = ForecastWorld.First; day <= asAt; day = day.AddDays(1))
        {
            var sum = world.Units[0].Sum(day, day);
            until.Add(day, sum.Numerator, sum.Denominator);
        }

        var span = new ForecastSpan(From, To, asAt, 0, 30m);
        Assert.Equal(
            new ForecastShares(ForecastWorld.Calendar, until, until).Of(span)! with { Path = [] },
            new ForecastShares(ForecastWorld.Calendar, world.Units[0], world.Units[0]).Of(span)! with { Path = [] });
    }

    [Fact]
    public void Of_AUnitWithoutAnyDossier_SaysNothing() =>
        Assert.Null(new ForecastShares(ForecastWorld.Calendar, new DayCounts(From, To), new DayCounts(From, To)).Of(new ForecastSpan(From, To, From, 0, 30m)));

    [Fact]
    public void Of_AThinUnit_LeansOnItsGroup()
    {
        var calendar = ForecastWorld.Calendar;
        var (own, group) = (new DayCounts(ForecastWorld.First, ForecastWorld.Last), new DayCounts(ForecastWorld.First, ForecastWorld.Last));
        foreach (var day in calendar.Open.Where(d => d < From)) group.Add(day, 8, 10);
        own.Add(From.AddDays(-20), 0, 1);
        var forecast = new ForecastShares(calendar, own, group).Of(new ForecastSpan(From, To, From, 0, null))!;

        Assert.InRange(forecast.Percent, 50, 80);
        Assert.True(forecast.Basis.OwnWeight < 0.2);
    }

    [Fact]
    public void Of_ARunningShareAboveTheTarget_CrossesWithinThePeriod()
    {
        var calendar = ForecastWorld.Calendar;
        var own = new DayCounts(ForecastWorld.First, ForecastWorld.Last);
        foreach (var day in calendar.Open.Where(d => d < new DateOnly(2024, 3, 8))) own.Add(day, day < From ? 10 : 2, 20);
        var span = new ForecastSpan(From, To, new DateOnly(2024, 3, 7), 0, 20m);
        var crossing = new ForecastShares(calendar, own, own).Of(span)!.CrossesOn;

        Assert.NotNull(crossing);
        Assert.InRange(crossing.Value, span.AsAt.AddDays(1), To);
        Assert.Null(new ForecastShares(calendar, own, own).Of(span with { Target = 95m })!.CrossesOn);
    }

    [Fact]
    public void LikeLastYear_NearTet_IsAsFarFromTet()
    {
        var calendar = ForecastWorld.Calendar;
        // Mùng 1: 10/02/2024 and 22/01/2023
        var before = calendar.LikeLastYear[calendar.PlaceOf(new DateOnly(2024, 2, 6))];

        Assert.Equal(new DateOnly(2023, 1, 18), calendar.Open[before]);
        Assert.Equal(new DateOnly(2023, 6, 7), calendar.Open[calendar.LikeLastYear[calendar.PlaceOf(new DateOnly(2024, 6, 5))]]);
    }

    [Theory]
    [InlineData(0.5, 2, 3, 0.6875)]
    [InlineData(0.1, 1, 1, 0.1)]
    [InlineData(0.9, 30, 4, 0.5769)]
    public void BetaUpTo_KnownValues_AreRight(double x, double a, double b, double expected) => Assert.Equal(expected, ForecastChances.BetaUpTo(x, a, b), 3);

    [Fact]
    public void HowMany_OfEqualChances_IsBinomial()
    {
        var counts = ForecastChances.HowMany([0.5, 0.5, 0.5, 0.5]);

        Assert.Equal([0.0625, 0.25, 0.375, 0.25, 0.0625], counts);
    }

    [Fact]
    public void Offers_WithMoreTime_AreNeverFewer()
    {
        var offers = new ForecastOffers(ForecastWorld.Calendar, ForecastWorld.MakeOffers(9, 60), ForecastWorld.NoPeers, amongUsed: false);
        var soon = offers.Of(new ForecastSpan(From, new DateOnly(2024, 3, 20), new DateOnly(2024, 3, 10), 0, 40m))!;
        var later = offers.Of(new ForecastSpan(From, To, new DateOnly(2024, 3, 10), 0, 40m))!;

        Assert.Equal(soon.Now, later.Now);
        Assert.True(soon.Percent <= later.Percent);
        Assert.True(soon.Chance <= later.Chance);
        Assert.InRange(later.Percent, later.Low, later.High);
    }

    [Fact]
    public void Offers_AtTheEnd_AreTheFigureItself()
    {
        var offers = ForecastWorld.MakeOffers(8, 40);
        var forecast = new ForecastOffers(ForecastWorld.Calendar, offers, ForecastWorld.NoPeers, amongUsed: false).Of(new ForecastSpan(From, To, To, 0, 50m))!;
        var had = offers.Count(o => o.Online.Any(d => d >= From && d <= To));

        Assert.Equal(new Ratio(had, 40), forecast.Now);
        Assert.Equal(forecast.Now, forecast.Expected);
        Assert.Equal(had * 2 >= 40 ? 1 : 0, forecast.Chance!.Value, 9);
    }

    [Fact]
    public void Offers_ForAHigherTarget_AreNeverMoreLikelyToMeetIt()
    {
        var offers = new ForecastOffers(ForecastWorld.Calendar, ForecastWorld.MakeOffers(7, 50), ForecastWorld.NoPeers, amongUsed: true);
        var chances = Enumerable.Range(0, 21).Select(i => offers.Of(new ForecastSpan(From, To, new DateOnly(2024, 3, 8), 0, i * 5m))!.Chance!.Value).ToList();

        Assert.Equal(chances.OrderDescending(), chances);
    }
}
