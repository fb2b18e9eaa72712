using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

/// <summary>
/// The forecast tried on made-up histories. Its few constants were set looking at seeds 1 to 6 only; the seeds here were not looked at before.
/// </summary>
public sealed class ForecastTrialTests
{
    [Theory]
    [InlineData(101)]
    [InlineData(102)]
    [InlineData(103)]
    [InlineData(104)]
    [InlineData(105)]
    [InlineData(106)]
    public void Tries_OfSharesOnHistoriesNeverLookedAt_BeatTheLastPeriodAndHoldTheBand(int seed)
    {
        var trial = Shares(seed);

        Assert.True(trial.Tries >= 24 * 8, $"only {trial.Tries} tries");
        Assert.True(trial.Error < trial.NaiveError, Words(trial));
        Assert.True(trial.Held is >= ForecastTrial.LeastHeld and <= ForecastTrial.MostHeld, Words(trial));
    }

    [Theory]
    [InlineData(201, false)]
    [InlineData(202, false)]
    [InlineData(203, false)]
    [InlineData(204, false)]
    [InlineData(205, false)]
    [InlineData(211, true)]
    [InlineData(212, true)]
    [InlineData(213, true)]
    public void Tries_OfServicesOnHistoriesNeverLookedAt_BeatTheLastPeriodAndHoldTheBand(int seed, bool amongUsed)
    {
        var trial = Offers(seed, amongUsed);

        Assert.True(trial.Tries >= 24 * 4, $"only {trial.Tries} tries");
        Assert.True(trial.Error < trial.NaiveError, Words(trial));
        Assert.True(trial.Held is >= ForecastTrial.LeastHeld and <= ForecastTrial.MostHeld, Words(trial));
    }

    private static ForecastTrial Shares(int seed)
    {
        var world = ForecastWorld.Make(seed);
        return ForecastTrial.Of([.. world.Units.SelectMany(u => new ForecastShares(ForecastWorld.Calendar, u, world.Group).Tries(ForecastWorld.Calendar, ForecastWorld.Months))]);
    }

    private static ForecastTrial Offers(int seed, bool amongUsed)
    {
        var sizes = new[] { 25, 60, 120, 200 };
        return ForecastTrial.Of([.. sizes.SelectMany((size, i) =>
            new ForecastOffers(ForecastWorld.Calendar, ForecastWorld.MakeOffers((seed * 10) + i, size), ForecastWorld.NoPeers, amongUsed).Tries(ForecastWorld.Months))]);
    }

    private static string Words(ForecastTrial t) => $"{t.Tries} tries, error {t.Error:0.00} against {t.NaiveError:0.00}, band held {t.Held:0.0%}";
}
