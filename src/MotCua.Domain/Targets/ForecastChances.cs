namespace MotCua.Domain.Targets;

/// <summary>The few distributions a forecast needs, all computed, none drawn: the same question always has the same answer.</summary>
public static class ForecastChances
{
    private static readonly double[] LogGammaTerms =
        [676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7];

    /// <summary>Natural logarithm of Γ(x), x &gt; 0 (Lanczos).</summary>
    public static double LogGamma(double x)
    {
        if (x < 0.5) return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - LogGamma(1 - x);
        x -= 1;
        var sum = 0.99999999999980993;
        for (var i = 0; i < LogGammaTerms.Length; i++) sum += LogGammaTerms[i] / (x + i + 1);
        var t = x + 7.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((x + 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }

    /// <summary>P(X ≤ x) of a beta distribution (continued fraction of Lentz).</summary>
    public static double BetaUpTo(double x, double a, double b)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        var front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(1 - x)));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    /// <summary>P(N ≤ k) where N of n are taken with an uncertain share: beta-binomial with the mean and the correlation between two of them.</summary>
    public static double TakenUpTo(double k, double n, double mean, double correlation)
    {
        if (k < 0) return 0;
        if (k >= n) return 1;
        var strength = (1 / correlation) - 1;
        var (a, b) = (mean * strength, (1 - mean) * strength);
        if (n <= 40) return CountedUpTo((int)Math.Floor(k), (int)Math.Round(n), a, b);
        // Many: a beta of the same mean and variance, with the half step of whole numbers
        var s = (n / (1 + ((n - 1) * correlation))) - 1;
        return BetaUpTo((Math.Floor(k) + 0.5) / n, mean * s, (1 - mean) * s);
    }

    /// <summary>Inverse of the normal distribution (Acklam), good to nine digits.</summary>
    public static double NormalQuantile(double p)
    {
        double[] a = [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.3577518672690, -30.66479806614716, 2.506628277459239];
        double[] b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572];
        double[] c = [-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783];
        double[] d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];
        if (p < 0.02425) return Tail(Math.Sqrt(-2 * Math.Log(p)));
        if (p > 1 - 0.02425) return -Tail(Math.Sqrt(-2 * Math.Log(1 - p)));
        var q = p - 0.5;
        var r = q * q;
        return ((((((((((a[0] * r) + a[1]) * r) + a[2]) * r) + a[3]) * r) + a[4]) * r) + a[5]) * q / ((((((((((b[0] * r) + b[1]) * r) + b[2]) * r) + b[3]) * r) + b[4]) * r) + 1);

        double Tail(double x) => ((((((((((c[0] * x) + c[1]) * x) + c[2]) * x) + c[3]) * x) + c[4]) * x) + c[5]) / ((((((((d[0] * x) + d[1]) * x) + d[2]) * x) + d[3]) * x) + 1);
    }

    /// <summary>P(Z ≤ x) of the normal distribution.</summary>
    public static double NormalUpTo(double x)
    {
        // Abramowitz and Stegun 7.1.26 for the error function: error below 2e-7
        var z = Math.Abs(x) / Math.Sqrt(2);
        var t = 1 / (1 + (0.3275911 * z));
        var tail = ((((((((1.061405429 * t) - 1.453152027) * t) + 1.421413741) * t) - 0.284496736) * t) + 0.254829592) * t * Math.Exp(-z * z) / 2;
        return x >= 0 ? 1 - tail : tail;
    }

    /// <summary>So many equally likely values of a count with the mean and the variance (Wilson and Hilferty's gamma), scaled to the mean.</summary>
    public static double[] Likely(double mean, double variance, int values)
    {
        var likely = new double[values];
        if (mean <= 0) return likely;
        var shape = Math.Max(0.2, mean * mean / Math.Max(variance, 1e-9));
        for (var i = 0; i < values; i++)
        {
            var z = NormalQuantile((i + 0.5) / values);
            var root = 1 - (1 / (9 * shape)) + (z / (3 * Math.Sqrt(shape)));
            likely[i] = root <= 0 ? 0 : mean * root * root * root;
        }

        var average = likely.Average();
        for (var i = 0; i < values; i++) likely[i] = Math.Round(likely[i] * mean / average);
        return likely;
    }

    /// <summary>How many of independent things happen: the chance of each number from none to all.</summary>
    public static double[] HowMany(IEnumerable<double> chances)
    {
        var distribution = new List<double> { 1 };
        foreach (var p in chances)
        {
            distribution.Add(0);
            for (var k = distribution.Count - 1; k > 0; k--) distribution[k] = (distribution[k] * (1 - p)) + (distribution[k - 1] * p);
            distribution[0] *= 1 - p;
        }

        return [.. distribution];
    }

    private static double CountedUpTo(int k, int n, double a, double b)
    {
        var chance = Math.Exp(LogGamma(n + b) + LogGamma(a + b) - LogGamma(b) - LogGamma(n + a + b));
        var sum = chance;
        for (var i = 0; i < k; i++)
        {
            chance *= (n - i) / (double)(i + 1) * (a + i) / (b + n - i - 1);
            sum += chance;
        }

        return Math.Min(1, sum);
    }

    private static double Fraction(double x, double a, double b)
    {
        const double tiny = 1e-300;
        var (c, d) = (1d, 1 - ((a + b) * x / (a + 1)));
        if (Math.Abs(d) < tiny) d = tiny;
        d = 1 / d;
        var h = d;
        for (var m = 1; m <= 300; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            Step(even);
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            if (Math.Abs(Step(odd) - 1) < 1e-12) break;
        }

        return h;

        double Step(double term)
        {
            d = 1 + (term * d);
            if (Math.Abs(d) < tiny) d = tiny;
            c = 1 + (term / c);
            if (Math.Abs(c) < tiny) c = tiny;
            d = 1 / d;
            h *= d * c;
            return d * c;
        }
    }
}
