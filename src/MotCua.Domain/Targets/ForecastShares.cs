namespace MotCua.Domain.Targets;

/// <summary>Forecasts ratios of dossiers (ct3 and its variants): remaining dossiers by run rate and season, of them above by the recent share.</summary>
public sealed class ForecastShares
{
    private readonly ForecastCalendar _calendar;
    private readonly DayCounts _own;
    private readonly ForecastHistory _history;

    /// <summary>Prepares a unit's history.</summary>
    /// <param name="calendar">Days from the history's first to the period's last at least.</param>
    /// <param name="own">Counts of the unit.</param>
    /// <param name="group">Counts of its group, itself among them.</param>
    public ForecastShares(ForecastCalendar calendar, DayCounts own, DayCounts group)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(group);
        (_calendar, _own, _history) = (calendar, own, new ForecastHistory(calendar, own, group));
    }

    /// <summary>The forecast; null when the unit has no dossier yet from which anything could be said.</summary>
    public Forecast? Of(ForecastSpan span, bool withPath = false)
    {
        var (cut, end) = Places(span);
        var (days, count) = _history.Known(cut);
        if (count <= 0) return null;
        var (outlook, rate, share) = Look(span, cut, end);
        var now = outlook.Now;
        var expected = new Ratio(now.Numerator + (long)Math.Round(outlook.Remaining * outlook.Share), now.Denominator + (long)Math.Round(outlook.Remaining));
        var percent = outlook.Percent;
        return new Forecast
        {
            Span = span,
            Now = now,
            Expected = expected,
            Percent = percent,
            Low = Math.Min(percent, outlook.Quantile(0.1)),
            High = Math.Max(percent, outlook.Quantile(0.9)),
            Chance = span.Target is { } target ? outlook.AtLeast(target) : null,
            DaysLeft = end - cut,
            Rate = new DayRate(rate.PerDay, rate.PerDay * outlook.Share),
            Gap = span.Target is { } t ? TargetGap.Of(now, expected, t) : null,
            CrossesOn = Crossing(span, outlook, cut, end),
            Basis = new ForecastBasis(days, (long)count, share.OwnWeight, share.HalfLife, share.HasTrend, rate.Season),
            Path = withPath ? [.. Path(outlook, cut, end)] : [],
        };
    }

    /// <summary>The distribution at the end of the period.</summary>
    public RatioOutlook? OutlookOf(ForecastSpan span)
    {
        var (cut, end) = Places(span);
        return _history.Known(cut).Count <= 0 ? null : Look(span, cut, end).Outlook;
    }

    /// <summary>What it came to: the counts of the whole period.</summary>
    public Ratio Outcome(ForecastSpan span) => _own.Sum(span.From, span.To);

    private (int Cut, int End) Places(ForecastSpan span) => (_calendar.OpenBefore(span.AsAt.AddDays(1)), Math.Max(_calendar.OpenBefore(span.AsAt.AddDays(1)), _calendar.OpenBefore(span.To.AddDays(1))));

    private (RatioOutlook Outlook, ExpectedRate Rate, ExpectedShare Share) Look(ForecastSpan span, int cut, int end)
    {
        var now = _own.Sum(span.From, span.AsAt < span.To ? span.AsAt : span.To);
        // A day that is not over says too little of the run rate: what is learnt ends the day before
        var learnt = span.DayLeft > 0 ? Math.Max(0, cut - 1) : cut;
        var isOver = end <= cut && span.DayLeft <= 0;
        var share = _history.Share(Math.Max(learnt, 1), Math.Max(1, end - cut));
        var rate = isOver ? new ExpectedRate(0, 0, 0, 1) : _history.Rate(learnt, cut, end, span.DayLeft);
        return (new RatioOutlook(now, rate.Mean, rate.Variance, share.Share, share.Correlation), rate, share);
    }

    private DateOnly? Crossing(ForecastSpan span, RatioOutlook outlook, int cut, int end)
    {
        if (span.Target is not { } target) return null;
        DateOnly? since = null;
        if (IsAt(outlook.Now.Numerator, outlook.Now.Denominator)) since = span.AsAt;
        for (var i = cut; i < end; i++)
        {
            var come = outlook.Remaining * (i - cut + 1) / Math.Max(1, end - cut);
            if (!IsAt(outlook.Now.Numerator + (come * outlook.Share), outlook.Now.Denominator + come)) since = null;
            else since ??= _calendar.Open[i];
        }

        return since;

        bool IsAt(double above, double below) => below > 0 && above * 100 >= (double)target * below;
    }

    private IEnumerable<ForecastPoint> Path(RatioOutlook outlook, int cut, int end)
    {
        var days = end - cut;
        var points = Math.Min(days, 12);
        for (var k = 1; k <= points; k++)
        {
            var gone = (int)Math.Round(days * (double)k / points);
            var part = (double)gone / days;
            // Part of the way: part of the number, the same share, a variance that grows with the square for what drifts
            var then = new RatioOutlook(outlook.Now, outlook.Remaining * part, Math.Max(outlook.Remaining * part, outlook.RemainingVariance * part * part), outlook.Share, outlook.Correlation);
            yield return new ForecastPoint(_calendar.Open[cut + gone - 1], then.Percent, Math.Min(then.Percent, then.Quantile(0.1)), Math.Max(then.Percent, then.Quantile(0.9)));
        }
    }
}
