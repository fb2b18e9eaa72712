namespace MotCua.Domain.Targets;

/// <summary>
/// What a unit's own working days say, and its group's where they say little: the run rate and its spread, the share that counts above and its spread.
/// Everything is read from days before a cut, so that the same code that forecasts today can be tried on the past (<see cref="ForecastTrial"/>).
/// </summary>
internal sealed class ForecastHistory
{
    /// <summary>Working days looked back at most: a year and a quarter.</summary>
    public const int Longest = 320;

    private const int UsualRate = 20;
    private const int UsualShare = 20;
    private const int Short = 8;
    private static readonly int[] HalfLives = [8, 20, 60];

    private readonly ForecastCalendar _calendar;
    private readonly double[] _above;
    private readonly double[] _below;
    private readonly double[] _groupAbove;
    private readonly double[] _groupBelow;

    public ForecastHistory(ForecastCalendar calendar, DayCounts own, DayCounts group)
    {
        _calendar = calendar;
        (_above, _below) = own.OnOpenDays(calendar);
        (_groupAbove, _groupBelow) = group.OnOpenDays(calendar);
    }

    /// <summary>Dossiers of the unit before the cut, within what is looked back at, and the working days since the first.</summary>
    public (int Days, double Count) Known(int cut)
    {
        var start = First(cut);
        double count = 0;
        for (var i = start; i < cut; i++) count += _below[i];
        return (cut - start, count);
    }

    /// <summary>Expected number of the days from the cut to before the end, its variance, and what the season is worth.</summary>
    /// <param name="learnt">Days before this one are learnt from.</param>
    /// <param name="cut">First day to come; the one before it may still have some of its time left.</param>
    /// <param name="end">First day after the period.</param>
    /// <param name="dayLeft">What is left of the day before <paramref name="cut"/>, 0 to 1.</param>
    public ExpectedRate Rate(int learnt, int cut, int end, double dayLeft)
    {
        var start = First(learnt);
        var weekdays = Weekdays(start, learnt);
        var days = Weight(weekdays, cut, end) + (dayLeft * (cut > 0 ? Factor(weekdays, cut - 1) : 1));
        var (level, best) = Level(start, learnt, end - cut, weekdays);
        var season = Season(start, learnt, end);
        var mean = level * season * days;
        return new ExpectedRate(mean, mean * Spread(start, learnt, Math.Max(1, end - cut), weekdays, mean, best), level * season, season);
    }

    /// <summary>The share above that is expected of the next days, its correlation, and what it rests on.</summary>
    public ExpectedShare Share(int cut, int ahead)
    {
        var start = First(cut);
        double above = 0, below = 0, groupAbove = 0, groupBelow = 0;
        var fade = Math.Pow(0.5, 1.0 / 120);
        for (var i = start; i < cut; i++)
        {
            above = (above * fade) + _above[i];
            below = (below * fade) + _below[i];
            groupAbove = (groupAbove * fade) + _groupAbove[i];
            groupBelow = (groupBelow * fade) + _groupBelow[i];
        }

        var usual = groupBelow > 0 ? (groupAbove + 1) / (groupBelow + 2) : 0.5;
        var ownLong = (above + (8 * usual)) / (below + 8);
        Candidate? best = null;
        foreach (var half in HalfLives)
        {
            foreach (var trend in new[] { false, true })
            {
                if (trend && half != UsualShare) continue;
                var tried = Try(start, cut, ahead, half, trend, ownLong);
                // The usual way stays unless another was clearly better on the unit's own days
                var cost = tried.Error * (half == UsualShare && !trend ? 1 : 1.06);
                if (best is null || cost < best.Value.Cost) best = new Candidate(half, trend, cost, tried);
            }
        }

        var (chosen, hasTrend, _, found) = best!.Value;
        return new ExpectedShare(Math.Clamp(found.Next, 0.002, 0.998), Correlation(found, Try(start, cut, Math.Min(ahead, Short), chosen, false, ownLong), ahead, ownLong), below / (below + 8), chosen, hasTrend);
    }

    /// <summary>
    /// How uncertain the share of the next days is, from how wrong it was before over as many days; where that are few tries, from how wrong it was over a
    /// few days, of which there are many, let grow as a share does that wanders; and where there are few of those too, from a usual spread.
    /// </summary>
    private static double Correlation(Trial found, Trial soon, int ahead, double share)
    {
        const double usualDrift = 0.035;
        const double lean = 3;
        var room = Math.Max(0.01, share * (1 - share));
        var usual = usualDrift * usualDrift / room;
        var growth = ((ahead / 3.0) + 10) / ((Math.Min(ahead, Short) / 3.0) + 10);
        var few = growth * ((Of(soon) * soon.Independent) + (usual / growth * lean)) / (soon.Independent + lean);
        var own = ((Of(found) * found.Independent) + (few * lean)) / (found.Independent + lean);
        // The best of several ways looks a little better than it is
        return Math.Clamp(1.15 * own, 0.0004, 0.4);

        // error² = room / n · (1 + (n − 1) ρ), summed over the trials
        double Of(Trial trial) => trial.Pairs > 0 ? Math.Max(0, ((trial.Squares / room) - trial.Singles) / trial.Pairs) : usual;
    }

    /// <summary>Forecasts the share at many earlier days and sees how far off it was over as many days as are asked now.</summary>
    private Trial Try(int start, int cut, int ahead, int half, bool hasTrend, double ownLong)
    {
        var fade = Math.Pow(0.5, 1.0 / half);
        double above = 0, below = 0, twice = 0, weight = 0, next = ownLong;
        double error = 0, squares = 0, singles = 0, pairs = 0;
        var step = Math.Max(1, ahead / 3);
        var trials = 0;
        var (sumAbove, sumBelow) = (0d, 0d);
        for (var i = start; i < Math.Min(cut, start + ahead); i++)
        {
            sumAbove += _above[i];
            sumBelow += _below[i];
        }

        for (var i = start; i < cut; i++)
        {
            // Sums of the days from i to before i + ahead stand ready here
            if (i >= start + 15 && i + ahead <= cut && (i - start) % step == 0 && sumBelow > 0)
            {
                var off = sumAbove - (sumBelow * next);
                error += off * off / sumBelow;
                squares += off * off;
                singles += sumBelow;
                pairs += sumBelow * (sumBelow - 1);
                trials++;
            }

            above = (above * fade) + _above[i];
            below = (below * fade) + _below[i];
            var plain = (above + (4 * ownLong)) / (below + 4);
            twice = (twice * fade) + plain;
            weight = (weight * fade) + 1;
            next = plain;
            if (hasTrend)
            {
                var smooth = twice / weight;
                next = Math.Clamp(plain + (0.8 * (plain - smooth)) + (0.6 * (plain - smooth) * (1 - fade) / fade * ahead / 2), 0.005, 0.995);
            }

            sumAbove -= _above[i];
            sumBelow -= _below[i];
            if (i + ahead < cut)
            {
                sumAbove += _above[i + ahead];
                sumBelow += _below[i + ahead];
            }
        }

        return new Trial(next, trials == 0 ? 1 : error / trials, squares, singles, pairs, Math.Min(trials, (cut - start) / (double)Math.Max(1, ahead)));
    }

    private (double Level, int HalfLife) Level(int start, int cut, int ahead, double[] weekdays)
    {
        var (best, bestCost, half) = (0d, double.MaxValue, UsualRate);
        foreach (var h in HalfLives)
        {
            var (level, error) = RateTrial(start, cut, Math.Max(1, ahead), h, weekdays);
            var cost = error * (h == UsualRate ? 1 : 1.06);
            if (cost >= bestCost) continue;
            (best, bestCost, half) = (level, cost, h);
        }

        return (best, half);
    }

    /// <summary>Variance over mean of the number over as many days, from how wrong the run rate was before.</summary>
    private double Spread(int start, int cut, int ahead, double[] weekdays, double mean, int half)
    {
        const double usualDrift = 0.15;
        var (_, error) = RateTrial(start, cut, ahead, half, weekdays);
        var independent = Math.Max(0, (cut - start - 15) / (double)ahead);
        var usual = 1 + (usualDrift * usualDrift * mean);
        return independent < 1 || double.IsNaN(error) ? usual : Math.Max(1, ((error * independent) + (usual * 3)) / (independent + 3));
    }

    private (double Level, double Error) RateTrial(int start, int cut, int ahead, int half, double[] weekdays)
    {
        var fade = Math.Pow(0.5, 1.0 / half);
        double count = 0, days = 0, error = 0;
        double sum = 0, expected = 0;
        var (trials, step) = (0, Math.Max(1, ahead / 3));
        for (var i = start; i < Math.Min(cut, start + ahead); i++)
        {
            sum += _below[i];
            expected += Factor(weekdays, i);
        }

        for (var i = start; i < cut; i++)
        {
            if (i >= start + 15 && i + ahead <= cut && (i - start) % step == 0 && count > 0)
            {
                var guess = count / days * expected;
                error += (sum - guess) * (sum - guess) / Math.Max(0.5, guess);
                trials++;
            }

            count = (count * fade) + _below[i];
            days = (days * fade) + Factor(weekdays, i);
            sum -= _below[i];
            expected -= Factor(weekdays, i);
            if (i + ahead < cut)
            {
                sum += _below[i + ahead];
                expected += Factor(weekdays, i + ahead);
            }
        }

        return (days > 0 ? count / days : 0, trials == 0 ? double.NaN : error / trials);
    }

    /// <summary>What a weekday is worth against the average day: the unit's own, leaning on its group's where it has few.</summary>
    private double[] Weekdays(int start, int cut)
    {
        const double lean = 60;
        var (own, group, days) = (new double[7], new double[7], new double[7]);
        for (var i = start; i < cut; i++)
        {
            var w = (int)_calendar.Open[i].DayOfWeek;
            own[w] += _below[i];
            group[w] += _groupBelow[i];
            days[w]++;
        }

        var (ownMean, groupMean) = (own.Sum() / Math.Max(1, days.Sum()), group.Sum() / Math.Max(1, days.Sum()));
        var factors = new double[7];
        for (var w = 0; w < 7; w++)
        {
            // A Saturday worked in exchange is like any day until there are enough of them
            var groupFactor = groupMean > 0 ? (group[w] + (lean * 2)) / ((days[w] * groupMean) + (lean * 2)) : 1;
            factors[w] = ownMean > 0 ? (own[w] + (lean * groupFactor)) / ((days[w] * ownMean) + lean) : groupFactor;
        }

        return factors;
    }

    /// <summary>How the like days of a year before stood to the days before them: the group's, moved by the unit's own, drawn towards one.</summary>
    private double Season(int start, int cut, int end)
    {
        const int window = 40;
        var from = Math.Max(start, cut - window);
        if (end <= cut || cut - from < 20) return 1;
        var (own, group, past) = (new double[2], new double[2], new int[2]);
        for (var i = from; i < end; i++)
        {
            var like = _calendar.LikeLastYear[i];
            if (like < start || like >= cut) return 1;
            var side = i < cut ? 0 : 1;
            own[side] += _below[like];
            group[side] += _groupBelow[like];
            past[side]++;
        }

        // Days before the year's history began say nothing
        if (group[0] < 20) return 1;
        var groupRatio = (group[1] + 40) / past[1] / ((group[0] + (40.0 * past[0] / past[1])) / past[0]);
        var expected = own[0] / past[0] * past[1] * groupRatio;
        var ratio = (own[1] + 80) / (expected + 80) * groupRatio;
        return Math.Clamp(Math.Pow(ratio, 0.7), 0.4, 2.5);
    }

    private double Weight(double[] weekdays, int from, int to)
    {
        double sum = 0;
        for (var i = from; i < to; i++) sum += Factor(weekdays, i);
        return sum;
    }

    private double Factor(double[] weekdays, int day) => weekdays[(int)_calendar.Open[day].DayOfWeek];

    /// <summary>The first working day with a dossier, not further back than is looked.</summary>
    private int First(int cut)
    {
        var start = Math.Max(0, cut - Longest);
        while (start < cut && _below[start] == 0) start++;
        return start;
    }

    private readonly record struct Trial(double Next, double Error, double Squares, double Singles, double Pairs, double Independent);

    private readonly record struct Candidate(int HalfLife, bool HasTrend, double Cost, Trial Found);
}

/// <summary>Dossiers expected over the days to come.</summary>
/// <param name="Mean">Expected number.</param>
/// <param name="Variance">Its variance.</param>
/// <param name="PerDay">Of an average working day.</param>
/// <param name="Season">What of it is owed to the time of year; 1 = nothing.</param>
internal readonly record struct ExpectedRate(double Mean, double Variance, double PerDay, double Season);

/// <summary>The share above expected over the days to come.</summary>
/// <param name="Share">0 to 1.</param>
/// <param name="Correlation">Between two dossiers.</param>
/// <param name="OwnWeight">How far it rests on the unit's own days.</param>
/// <param name="HalfLife">Working days after which a day counts half.</param>
/// <param name="HasTrend">True when the slope is carried on.</param>
internal readonly record struct ExpectedShare(double Share, double Correlation, double OwnWeight, int HalfLife, bool HasTrend);
