namespace MotCua.Domain.Targets;

/// <summary>A try of the forecast on a past period, with what it came to.</summary>
/// <param name="Span">Period and day of the try.</param>
/// <param name="Expected">Expected percent.</param>
/// <param name="Naive">The same as in the period before, percent.</param>
/// <param name="Actual">What it came to, percent.</param>
/// <param name="IsInBand">True when that lay in the 80 % band.</param>
public readonly record struct ForecastTry(ForecastSpan Span, double Expected, double Naive, double Actual, bool IsInBand);

/// <summary>How the forecast did on the unit's own past: against the same share as in the last period, and how often its band held.</summary>
/// <param name="Tries">How many tries.</param>
/// <param name="Error">Mean absolute error, points of percent.</param>
/// <param name="NaiveError">The same for «như kỳ trước».</param>
/// <param name="Held">Share of tries that the band held, 0 to 1.</param>
public readonly record struct ForecastTrial(int Tries, double Error, double NaiveError, double Held)
{
    /// <summary>Fewer tries than this prove nothing.</summary>
    public const int Fewest = 24;

    /// <summary>An 80 % band is right when it held between these.</summary>
    public const double LeastHeld = 0.7;

    /// <summary>An 80 % band that holds more often is too wide.</summary>
    public const double MostHeld = 0.9;

    /// <summary>True when there are enough tries to judge.</summary>
    public bool IsEnough => Tries >= Fewest;

    /// <summary>True when the forecast of this unit may be relied on.</summary>
    public bool IsReliable => IsEnough && Error < NaiveError && Held is >= LeastHeld and <= MostHeld;

    /// <summary>Why it may not be relied on, Vietnamese; null when it may.</summary>
    public string? Doubt =>
        !IsEnough ? $"mới thử lại được {Tries} lần trên số liệu cũ, cần ít nhất {Fewest} lần"
        : Error >= NaiveError ? "thử lại trên số liệu cũ, sai số không nhỏ hơn cách lấy tỷ lệ kỳ trước"
        : Held < LeastHeld ? $"dải dự báo 80 % chỉ giữ được {Held * 100:0} % số lần thử lại"
        : Held > MostHeld ? $"dải dự báo 80 % quá rộng, giữ tới {Held * 100:0} % số lần thử lại"
        : null;

    /// <summary>Sums up tries.</summary>
    public static ForecastTrial Of(IReadOnlyCollection<ForecastTry> tries)
    {
        ArgumentNullException.ThrowIfNull(tries);
        return tries.Count == 0 ? default : new ForecastTrial(
            tries.Count, tries.Average(t => Math.Abs(t.Expected - t.Actual)), tries.Average(t => Math.Abs(t.Naive - t.Actual)), tries.Count(t => t.IsInBand) / (double)tries.Count);
    }

    /// <summary>
    /// The tries on past periods of the given first days: at a quarter, at half and at three quarters of each one's working days. A period without a
    /// dossier, or whose last period had none, is left out: there is nothing to compare.
    /// </summary>
    /// <param name="calendar">The days.</param>
    /// <param name="periods">Past periods in order, each with the one before it.</param>
    /// <param name="attempt">Forecasts, and what it came to; null where nothing can be said.</param>
    public static IReadOnlyList<ForecastTry> OnPast(ForecastCalendar calendar, IEnumerable<(DaySpan Period, DaySpan Before)> periods, Func<ForecastSpan, DaySpan, ForecastTry?> attempt)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentNullException.ThrowIfNull(attempt);
        var tries = new List<ForecastTry>();
        foreach (var (period, before) in periods)
        {
            var (first, count) = (calendar.PlaceOf(period.From), calendar.OpenIn(period.From, period.To));
            if (count < 4) continue;
            foreach (var quarter in new[] { 1, 2, 3 })
            {
                var span = new ForecastSpan(period.From, period.To, calendar.Open[first + (count * quarter / 4) - 1], 0, null);
                if (attempt(span, before) is { } done) tries.Add(done);
            }
        }

        return tries;
    }
}

/// <summary>Tries of the forecasts of shares.</summary>
public static class ForecastShareTrials
{
    /// <summary>Tries the forecast on past periods.</summary>
    public static IReadOnlyList<ForecastTry> Tries(this ForecastShares forecasts, ForecastCalendar calendar, IEnumerable<(DaySpan Period, DaySpan Before)> periods)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        return ForecastTrial.OnPast(calendar, periods, (span, before) =>
        {
            var last = forecasts.Outcome(span with { From = before.From, To = before.To });
            var outcome = forecasts.Outcome(span);
            if (outcome.Percent is not { } actual || last.Percent is not { } naive || forecasts.OutlookOf(span) is not { } outlook) return null;
            // The least and the most that lie in the band are in it
            var isIn = outlook.UpTo((double)actual) >= 0.1 && 1 - outlook.AtLeast(actual) <= 0.9;
            return new ForecastTry(span, outlook.Percent, (double)naive, (double)actual, isIn);
        });
    }
}
