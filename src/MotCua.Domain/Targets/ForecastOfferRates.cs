namespace MotCua.Domain.Targets;

/// <summary>
/// How often the services of a unit have a dossier, each by its own days and by how the rates of all of them are distributed. That distribution is not
/// supposed to have a shape: it is found from the services themselves (weights on a row of rates, by expectation and maximisation), so that a few much used
/// among many unused ones, and services that are all alike, are each taken for what they are.
/// </summary>
internal sealed class OfferRates
{
    private const int Points = 28;
    private const int Rounds = 25;
    private static readonly double[] Rates = [.. Enumerable.Range(0, Points).Select(k => 1e-4 * Math.Pow(25_000, k / (Points - 1.0)))];

    private readonly double[][] _posterior;

    /// <param name="had">Days with a dossier, by service.</param>
    /// <param name="of">Of so many days.</param>
    public OfferRates(double[] had, double[] of)
    {
        var likelihood = had.Select((h, i) => Likelihood(h, of[i])).ToArray();
        var weights = Enumerable.Repeat(1.0 / Points, Points).ToArray();
        _posterior = new double[had.Length][];
        for (var i = 0; i < had.Length; i++) _posterior[i] = new double[Points];
        for (var round = 0; round < Rounds; round++)
        {
            var sums = new double[Points];
            for (var i = 0; i < had.Length; i++)
            {
                double whole = 0;
                for (var k = 0; k < Points; k++) whole += _posterior[i][k] = weights[k] * likelihood[i][k];
                for (var k = 0; k < Points; k++) sums[k] += _posterior[i][k] /= whole;
            }

            // A little of every rate stays possible
            for (var k = 0; k < Points; k++) weights[k] = (sums[k] + (1.0 / Points)) / (had.Length + 1);
        }
    }

    /// <summary>Chance that the service has at least one such day among so many.</summary>
    public double Comes(int service, double days)
    {
        if (days <= 0) return 0;
        double none = 0;
        for (var k = 0; k < Points; k++) none += _posterior[service][k] * Math.Exp(-Rates[k] * days);
        return Math.Clamp(1 - none, 0, 1);
    }

    private static double[] Likelihood(double had, double of)
    {
        var logs = Rates.Select(r => (had * Math.Log(r)) - (r * of)).ToArray();
        var most = logs.Max();
        return [.. logs.Select(l => Math.Max(1e-300, Math.Exp(l - most)))];
    }
}
