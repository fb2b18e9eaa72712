namespace MotCua.Domain.Targets;

/// <summary>
/// The distribution of a ratio of dossiers at the end of a period: what is counted already, and what is to come. The number to come is uncertain (equally
/// likely values of a gamma), and of each number so many are above by a share that is uncertain itself (beta-binomial).
/// </summary>
/// <param name="Now">Counts already.</param>
/// <param name="Remaining">Expected number to come.</param>
/// <param name="RemainingVariance">Its variance.</param>
/// <param name="Share">Expected share of it that counts above, 0 to 1.</param>
/// <param name="Correlation">Correlation between two of those to come, 0 to 1: the days differ more than coins would.</param>
public sealed record RatioOutlook(Ratio Now, double Remaining, double RemainingVariance, double Share, double Correlation)
{
    /// <summary>How many equally likely numbers stand for what is to come.</summary>
    private const int Values = 15;

    private readonly double[] _likely = ForecastChances.Likely(Remaining, RemainingVariance, Values);

    /// <summary>Expected percent.</summary>
    public double Percent
    {
        get
        {
            double sum = 0, weight = 0;
            foreach (var n in _likely)
            {
                if (Now.Denominator + n <= 0) continue;
                sum += (Now.Numerator + (n * Share)) / (Now.Denominator + n);
                weight++;
            }

            return weight == 0 ? Share * 100 : sum / weight * 100;
        }
    }

    /// <summary>Chance that the ratio is at or above the percent, by the comparison of the verdict (inclusive, unrounded).</summary>
    public double AtLeast(decimal percent)
    {
        double sum = 0, weight = 0;
        foreach (var n in _likely)
        {
            if (Now.Denominator + n <= 0) continue;
            var need = (double)decimal.Ceiling(percent * (Now.Denominator + (decimal)n) / 100m) - Now.Numerator;
            sum += 1 - ForecastChances.TakenUpTo(need - 1, n, Share, Correlation);
            weight++;
        }

        return weight == 0 ? 0 : Math.Clamp(sum / weight, 0, 1);
    }

    /// <summary>The percent below which the ratio lies with the chance.</summary>
    public double Quantile(double chance)
    {
        double low = 0, high = 100;
        for (var i = 0; i < 22; i++)
        {
            var middle = (low + high) / 2;
            if (UpTo(middle) >= chance) high = middle;
            else low = middle;
        }

        return (low + high) / 2;
    }

    /// <summary>Chance that the ratio is at or below the percent.</summary>
    public double UpTo(double percent)
    {
        double sum = 0, weight = 0;
        foreach (var n in _likely)
        {
            if (Now.Denominator + n <= 0) continue;
            sum += ForecastChances.TakenUpTo(Math.Floor((percent * (Now.Denominator + n) / 100) + 1e-9) - Now.Numerator, n, Share, Correlation);
            weight++;
        }

        return weight == 0 ? 1 : Math.Clamp(sum / weight, 0, 1);
    }
}
