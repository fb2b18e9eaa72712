using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

/// <summary>
/// The forecast tried on made-up histories. Its few constants were set looking at seeds 1 to 6 only; the seeds here were not looked at before.
/// </summary>
public sealed class ForecastTrialTests
{
    [Theory]
    [InlineData(301, false, false)]
    [InlineData(302, false, false)]
    [InlineData(303, false, false)]
    [InlineData(304, false, false)]
    [InlineData(305, false, true)]
    [InlineData(306, false, true)]
    [InlineData(307, true, false)]
    [InlineData(308, true, true)]
    public void Tries_OfSharesOnHistoriesNeverLookedAt_BeatTheLastPeriodAndHoldTheBand(int seed, bool isCalm, bool isByQuarter) => Check(Shares(seed, isCalm, isByQuarter), units: 8);

    [Theory]
    [InlineData(401, false, false)]
    [InlineData(402, false, false)]
    [InlineData(403, false, false)]
    [InlineData(404, false, true)]
    [InlineData(405, true, false)]
    [InlineData(406, true, false)]
    [InlineData(407, true, true)]
    public void Tries_OfServicesOnHistoriesNeverLookedAt_BeatTheLastPeriodAndHoldTheBand(int seed, bool amongUsed, bool areAlike) => Check(Offers(seed, amongUsed, areAlike), units: 4);

    private static void Check(ForecastTrial trial, int units)
    {
        Assert.True(trial.Tries >= ForecastTrial.Fewest * units, Words(trial));
        Assert.True(trial.Error < trial.NaiveError, Words(trial));
        Assert.True(trial.Held is >= ForecastTrial.LeastHeld and <= ForecastTrial.MostHeld, Words(trial));
    }

    private static ForecastTrial Shares(int seed, bool isCalm = false, bool isByQuarter = false)
    {
        var world = ForecastWorld.Make(seed, isCalm: isCalm);
        return ForecastTrial.Of([.. world.Units.SelectMany(u => new ForecastShares(ForecastWorld.Calendar, u, world.Group).Tries(ForecastWorld.Calendar, isByQuarter ? ForecastWorld.Quarters : ForecastWorld.Months))]);
    }

    private static ForecastTrial Offers(int seed, bool amongUsed, bool areAlike = false)
    {
        var sizes = new[] { 25, 60, 120, 200 };
        return ForecastTrial.Of([.. sizes.SelectMany((size, i) =>
            new ForecastOffers(ForecastWorld.Calendar, ForecastWorld.MakeOffers((seed * 10) + i, size, areAlike), ForecastWorld.NoPeers, amongUsed).Tries(ForecastWorld.Months))]);
    }

    private static string Words(ForecastTrial t) => $"{t.Tries} tries, error {t.Error:0.00} against {t.NaiveError:0.00}, band held {t.Held:0.0%}";
}
