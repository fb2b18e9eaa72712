namespace MotCua.Domain.Targets;

/// <summary>
/// The distribution of the share of services with an online dossier at the end: a sum of independent chances, mixed over a common factor, since a good or
/// a poor month moves all services together.
/// </summary>
internal sealed class OfferOutlook
{
    private readonly bool _amongUsed;
    private readonly double[] _weights;
    private readonly double[][] _online;
    private readonly double[][] _any;
    private readonly double[][]? _counts;

    /// <param name="amongUsed">True: the denominator is the services with any dossier.</param>
    /// <param name="weights">Weight of each value of the common factor.</param>
    /// <param name="online">For each value, the chance of each service to have an online dossier at the end.</param>
    /// <param name="any">The same for any dossier.</param>
    public OfferOutlook(bool amongUsed, double[] weights, double[][] online, double[][] any)
    {
        (_amongUsed, _weights, _online, _any) = (amongUsed, weights, online, any);
        Above = Mean(online);
        Below = amongUsed ? Mean(any) : online[0].Length;
        if (amongUsed) return;
        _counts = new double[weights.Length][];
        Have = online[0].Count(p => p >= 1);
        for (var f = 0; f < weights.Length; f++) _counts[f] = ForecastChances.HowMany(online[f].Where(p => p < 1));
    }

    /// <summary>Expected number with an online dossier.</summary>
    public double Above { get; }

    /// <summary>Expected denominator.</summary>
    public double Below { get; }

    private int Have { get; }

    /// <summary>Chance that the share is at or above the percent.</summary>
    public double AtLeast(decimal percent) => 1 - UpTo((double)percent, isStrict: true);

    /// <summary>Chance that it is at or below the percent.</summary>
    public double UpTo(double percent) => UpTo(percent, isStrict: false);

    /// <summary>The percent below which it lies with the chance.</summary>
    public double Quantile(double chance)
    {
        double low = 0, high = 100;
        for (var i = 0; i < 18; i++)
        {
            var middle = (low + high) / 2;
            if (UpTo(middle, isStrict: false) >= chance) high = middle;
            else low = middle;
        }

        // Whole services: the number itself, not a hair beside it
        return _amongUsed ? (low + high) / 2 : Math.Round(high * Below / 100, 3) * 100 / Below is var found && Math.Abs(found - high) < 0.01 ? found : high;
    }

    private double UpTo(double percent, bool isStrict)
    {
        double sum = 0;
        for (var f = 0; f < _weights.Length; f++) sum += _weights[f] * (_amongUsed ? UsedUpTo(f, percent, isStrict) : CountUpTo(f, percent, isStrict));
        return Math.Clamp(sum, 0, 1);
    }

    private double CountUpTo(int f, double percent, bool isStrict)
    {
        var bound = percent * Below / 100;
        var most = isStrict ? (int)Math.Ceiling(bound - 1e-9) - 1 : (int)Math.Floor(bound + 1e-9);
        double sum = 0;
        for (var k = 0; k <= Math.Min(most - Have, _counts![f].Length - 1); k++) sum += _counts[f][k];
        return sum;
    }

    /// <summary>P(x/(x+z) ≤ t) = P((1−t)·x − t·z ≤ 0), where each service is x, z or neither: a sum of three-valued things, by its mean and variance.</summary>
    private double UsedUpTo(int f, double percent, bool isStrict)
    {
        var t = percent / 100;
        double mean = 0, variance = 0;
        for (var i = 0; i < _online[f].Length; i++)
        {
            var (x, z) = (_online[f][i], Math.Max(0, _any[f][i] - _online[f][i]));
            var m = ((1 - t) * x) - (t * z);
            mean += m;
            variance += ((1 - t) * (1 - t) * x) + (t * t * z) - (m * m);
        }

        if (variance < 1e-9) return isStrict ? (mean < -1e-9 ? 1 : 0) : mean <= 1e-9 ? 1 : 0;
        return ForecastChances.NormalUpTo(-mean / Math.Sqrt(variance));
    }

    private double Mean(double[][] chances)
    {
        double sum = 0;
        for (var f = 0; f < _weights.Length; f++) sum += _weights[f] * chances[f].Sum();
        return sum;
    }
}
