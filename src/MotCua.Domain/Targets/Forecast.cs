namespace MotCua.Domain.Targets;

/// <summary>What a forecast is asked of: one figure of one unit in a running period.</summary>
/// <param name="From">First local day of the period.</param>
/// <param name="To">Last local day of the period, inclusive.</param>
/// <param name="AsAt">What was accepted up to the end of this day is known.</param>
/// <param name="DayLeft">Share of <paramref name="AsAt"/>'s working time still to come, 0 to 1: 0 for a day that is over.</param>
/// <param name="Target">Percent, or null when none is in force.</param>
public readonly record struct ForecastSpan(DateOnly From, DateOnly To, DateOnly AsAt, double DayLeft, decimal? Target);

/// <summary>How a figure of a unit is expected to stand at the end of its period.</summary>
public sealed record Forecast
{
    /// <summary>What was asked.</summary>
    public required ForecastSpan Span { get; init; }

    /// <summary>Counts up to the day of the forecast.</summary>
    public required Ratio Now { get; init; }

    /// <summary>Whole counts expected at the end; the denominator at which <see cref="Gap"/> is reckoned.</summary>
    public required Ratio Expected { get; init; }

    /// <summary>Expected percent at the end, unrounded.</summary>
    public required double Percent { get; init; }

    /// <summary>One outcome in ten lies below, percent.</summary>
    public required double Low { get; init; }

    /// <summary>One outcome in ten lies above, percent.</summary>
    public required double High { get; init; }

    /// <summary>Chance to meet the target, 0 to 1; null without a target. From the same distribution as the band.</summary>
    public double? Chance { get; init; }

    /// <summary>Working days still to come, the rest of the day itself not counted.</summary>
    public int DaysLeft { get; init; }

    /// <summary>Expected a working day: dossiers below, and of them above; for services: new ones with an online dossier.</summary>
    public required DayRate Rate { get; init; }

    /// <summary>What is missing to the target.</summary>
    public TargetGap? Gap { get; init; }

    /// <summary>Since when the expected figure is at the target and stays there; null = not before the end, or no target.</summary>
    public DateOnly? CrossesOn { get; init; }

    /// <summary>What the forecast rests on.</summary>
    public required ForecastBasis Basis { get; init; }

    /// <summary>The expected way to the end, for drawing: some working days, the last is the end.</summary>
    public IReadOnlyList<ForecastPoint> Path { get; init; } = [];
}

/// <summary>Counts of a working day.</summary>
/// <param name="Below">Denominator.</param>
/// <param name="Above">Numerator.</param>
public readonly record struct DayRate(double Below, double Above);

/// <summary>A day on the expected way.</summary>
/// <param name="Day">The day.</param>
/// <param name="Percent">Expected percent.</param>
/// <param name="Low">One outcome in ten below.</param>
/// <param name="High">One outcome in ten above.</param>
public readonly record struct ForecastPoint(DateOnly Day, double Percent, double Low, double High);

/// <summary>What a forecast was made from; the page prints it.</summary>
/// <param name="DaysOfHistory">Working days of the unit's own history.</param>
/// <param name="CountOfHistory">Dossiers in it.</param>
/// <param name="OwnWeight">How far the share rests on the unit's own days, 0 to 1; the rest is its group's.</param>
/// <param name="HalfLife">Working days after which a day counts half; 0 where it does not matter.</param>
/// <param name="HasTrend">True when the share's own slope is carried on.</param>
/// <param name="Season">What is multiplied for the time of year; 1 = nothing, or no year before.</param>
public readonly record struct ForecastBasis(int DaysOfHistory, long CountOfHistory, double OwnWeight, int HalfLife, bool HasTrend, double Season);

/// <summary>
/// How much is missing to a target, in whole things, by the same comparison as the verdict (<see cref="Ratio.Against"/>): with so many the target is met,
/// with one fewer it is not.
/// </summary>
/// <param name="Needed">From now to the end, at the expected denominator: so many more of the numerator.</param>
/// <param name="InPlace">Beyond what is expected, each in place of one that would not count (a paper dossier sent online instead); null when even all would not do.</param>
/// <param name="OnTop">Beyond what is expected, each on top of the denominator; null when no number would do (a target of 100 %).</param>
public readonly record struct TargetGap(long Needed, long? InPlace, long? OnTop)
{
    /// <summary>The gap at the expected end.</summary>
    /// <param name="now">Counts now.</param>
    /// <param name="expected">Counts expected at the end.</param>
    /// <param name="target">Percent.</param>
    public static TargetGap Of(Ratio now, Ratio expected, decimal target)
    {
        var least = (long)decimal.Ceiling(target * expected.Denominator / 100m);
        var (needed, more) = (Math.Max(0, least - now.Numerator), Math.Max(0, least - expected.Numerator));
        return new TargetGap(needed, expected.Numerator + more <= expected.Denominator ? more : null, Added(expected, target));
    }

    private static long? Added(Ratio expected, decimal target)
    {
        var missing = (target * expected.Denominator) - (100m * expected.Numerator);
        if (missing <= 0) return 0;
        // n + k ≥ t (d + k) / 100  ⇔  k ≥ (t d − 100 n) / (100 − t)
        return target >= 100m ? null : (long)decimal.Ceiling(missing / (100m - target));
    }
}
