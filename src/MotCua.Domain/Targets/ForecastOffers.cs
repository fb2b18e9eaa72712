namespace MotCua.Domain.Targets;

/// <summary>A service of a unit and the days on which it had dossiers.</summary>
/// <param name="Code">Procedure.</param>
/// <param name="Online">Days with an online dossier, in order.</param>
/// <param name="Any">Days with any dossier, in order.</param>
public sealed record OfferDays(string Code, IReadOnlyList<DateOnly> Online, IReadOnlyList<DateOnly> Any);

/// <summary>
/// Forecasts how many services get an online dossier (ct2 and ct2.a): for each without one yet the chance to get it, from how often its days had one,
/// leaning on the same procedure in its group and on how the unit's services are distributed; then the distribution of their number.
/// </summary>
public sealed class ForecastOffers
{
    private const double HalfLife = 90;
    private const double PeerDays = 30;
    private static readonly (double Factor, double Weight)[] Common = [(0.83, 0.1), (0.92, 0.2), (1, 0.4), (1.09, 0.2), (1.22, 0.1)];

    private readonly ForecastCalendar _calendar;
    private readonly IReadOnlyList<OfferDays> _offers;
    private readonly ILookup<string, OfferDays> _peers;
    private readonly bool _amongUsed;
    private readonly Dictionary<(DateOnly, bool), OfferRates> _rates = [];

    /// <summary>Prepares a unit's services.</summary>
    /// <param name="calendar">Days from the history's first to the period's last at least.</param>
    /// <param name="offers">The services counted.</param>
    /// <param name="peers">The same procedures as the units of its group offer them, by procedure; none is empty.</param>
    /// <param name="amongUsed">True for the variant whose denominator is the services with any dossier (ct2.a).</param>
    public ForecastOffers(ForecastCalendar calendar, IReadOnlyList<OfferDays> offers, ILookup<string, OfferDays> peers, bool amongUsed)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(offers);
        ArgumentNullException.ThrowIfNull(peers);
        (_calendar, _offers, _peers, _amongUsed) = (calendar, offers, peers, amongUsed);
    }

    /// <summary>The forecast; null when there is no service, or (ct2.a) none had a dossier yet.</summary>
    public Forecast? Of(ForecastSpan span, bool withPath = false)
    {
        if (_offers.Count == 0) return null;
        var (cut, end) = Places(span);
        var look = Look(span, cut, end - cut + span.DayLeft);
        var now = NowOf(span);
        if (look.Below <= 0) return null;
        var expected = new Ratio((long)Math.Round(look.Above), (long)Math.Round(look.Below));
        var percent = look.Above / look.Below * 100;
        var soon = Look(span, cut, 1);
        return new Forecast
        {
            Span = span,
            Now = now,
            Expected = expected,
            Percent = percent,
            Low = Math.Min(percent, look.Quantile(0.1)),
            High = Math.Max(percent, look.Quantile(0.9)),
            Chance = span.Target is { } target ? look.AtLeast(target) : null,
            DaysLeft = end - cut,
            Rate = new DayRate(soon.Below - now.Denominator, end > cut || span.DayLeft > 0 ? soon.Above - now.Numerator : 0),
            Gap = span.Target is { } t ? TargetGap.Of(now, expected, t) : null,
            CrossesOn = Crossing(span, now, cut, end),
            Basis = new ForecastBasis(Math.Min(cut, ForecastHistory.Longest), _offers.Sum(o => (long)UpTo(o.Online, span.AsAt)), 1, (int)HalfLife, false, 1),
            Path = withPath ? [.. Path(span, cut, end)] : [],
        };
    }

    /// <summary>Tries the forecast on past periods.</summary>
    public IReadOnlyList<ForecastTry> Tries(IEnumerable<(DaySpan Period, DaySpan Before)> periods) => ForecastTrial.OnPast(_calendar, periods, (span, before) =>
    {
        var (outcome, last) = (NowOf(span with { AsAt = span.To }), NowOf(span with { From = before.From, To = before.To, AsAt = before.To }));
        if (outcome.Percent is not { } actual || last.Percent is not { } naive || !_offers.Any(o => UpTo(o.Online, span.AsAt) > 0)) return null;
        var (cut, end) = Places(span);
        var look = Look(span, cut, end - cut);
        if (look.Below <= 0) return null;
        var isIn = look.UpTo((double)actual) >= 0.1 && 1 - look.AtLeast(actual) <= 0.9;
        return new ForecastTry(span, look.Above / look.Below * 100, (double)naive, (double)actual, isIn);
    });

    private (int Cut, int End) Places(ForecastSpan span) => (_calendar.OpenBefore(span.AsAt.AddDays(1)), Math.Max(_calendar.OpenBefore(span.AsAt.AddDays(1)), _calendar.OpenBefore(span.To.AddDays(1))));

    /// <summary>Counts of the period up to the day of the forecast.</summary>
    public Ratio NowOf(ForecastSpan span) =>
        new(_offers.Count(o => Had(o.Online, span.From, span.AsAt)), _amongUsed ? _offers.Count(o => Had(o.Any, span.From, span.AsAt)) : _offers.Count);

    private static bool Had(IReadOnlyList<DateOnly> days, DateOnly from, DateOnly to) => UpTo(days, to) is > 0 and var last && days[last - 1] >= from;

    /// <summary>How many of the days, which are in order, lie up to the day.</summary>
    private static int UpTo(IReadOnlyList<DateOnly> days, DateOnly to)
    {
        var (low, high) = (0, days.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (days[middle] <= to) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private OfferOutlook Look(ForecastSpan span, int cut, double daysAhead)
    {
        var online = RatesAt(span.AsAt, cut, isOnline: true);
        var any = _amongUsed ? RatesAt(span.AsAt, cut, isOnline: false) : online;
        var (chances, chancesAny) = (new double[Common.Length][], new double[Common.Length][]);
        for (var f = 0; f < Common.Length; f++) (chances[f], chancesAny[f]) = (new double[_offers.Count], new double[_offers.Count]);
        for (var i = 0; i < _offers.Count; i++)
        {
            var hasOnline = Had(_offers[i].Online, span.From, span.AsAt);
            var hasAny = !_amongUsed || hasOnline || Had(_offers[i].Any, span.From, span.AsAt);
            for (var f = 0; f < Common.Length; f++)
            {
                chances[f][i] = hasOnline ? 1 : online.Comes(i, daysAhead * Common[f].Factor);

                // What moves online filing does not move paper with it
                chancesAny[f][i] = hasAny ? 1 : Math.Max(chances[f][i], any.Comes(i, daysAhead));
            }
        }

        return new OfferOutlook(_amongUsed, [.. Common.Select(c => c.Weight)], chances, chancesAny);
    }

    /// <summary>The rates of the services as the days before the cut show them; worked out once for each cut.</summary>
    private OfferRates RatesAt(DateOnly asAt, int cut, bool isOnline)
    {
        if (_rates.TryGetValue((asAt, isOnline), out var known)) return known;
        var start = Math.Max(0, cut - ForecastHistory.Longest);
        var fade = Math.Pow(0.5, 1 / HalfLife);
        var weights = (1 - Math.Pow(fade, cut - start)) / (1 - fade);
        var squares = (1 - Math.Pow(fade, 2 * (cut - start))) / (1 - (fade * fade));
        // So many days, all of one weight, would say as much as the faded ones
        var days = squares > 0 ? weights * weights / squares : 0;
        var had = new double[_offers.Count];
        var of = new double[_offers.Count];
        for (var i = 0; i < had.Length; i++)
        {
            var offer = _offers[i];
            had[i] = weights > 0 ? Weighted(isOnline ? offer.Online : offer.Any, asAt, start, cut, fade) * days / weights : 0;
            of[i] = days;
            double peers = 0, peerDays = 0;
            foreach (var peer in _peers[offer.Code])
            {
                peers += UpTo(isOnline ? peer.Online : peer.Any, asAt);
                peerDays += cut;
            }

            if (peerDays <= 0) continue;
            had[i] += PeerDays * peers / peerDays;
            of[i] += PeerDays;
        }

        return _rates[(asAt, isOnline)] = new OfferRates(had, of);
    }

    private double Weighted(IReadOnlyList<DateOnly> days, DateOnly until, int start, int cut, double fade)
    {
        double sum = 0;
        for (var i = days.Count - 1; i >= 0; i--)
        {
            if (days[i] > until) continue;
            var at = Math.Min(_calendar.PlaceOf(days[i]), cut - 1);
            if (at < start) break;
            sum += Math.Pow(fade, cut - 1 - at);
        }

        return sum;
    }

    private DateOnly? Crossing(ForecastSpan span, Ratio now, int cut, int end)
    {
        if (span.Target is not { } target) return null;
        if (now.Against(target) == Attainment.Met && !_amongUsed) return span.AsAt;
        var (low, high) = (cut, end);
        if (!IsAt(end)) return null;
        // Services with an online dossier only become more
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (IsAt(middle)) high = middle;
            else low = middle + 1;
        }

        return low == cut ? span.AsAt : _calendar.Open[low - 1];

        bool IsAt(int place)
        {
            var look = Look(span, cut, place - cut);
            return look.Below > 0 && look.Above * 100 >= (double)target * look.Below;
        }
    }

    private IEnumerable<ForecastPoint> Path(ForecastSpan span, int cut, int end)
    {
        var points = Math.Min(end - cut, 12);
        for (var k = 1; k <= points; k++)
        {
            var gone = (int)Math.Round((end - cut) * (double)k / points);
            var then = Look(span, cut, gone + span.DayLeft);
            var percent = then.Below > 0 ? then.Above / then.Below * 100 : 0;
            yield return new ForecastPoint(_calendar.Open[cut + gone - 1], percent, Math.Min(percent, then.Quantile(0.1)), Math.Max(percent, then.Quantile(0.9)));
        }
    }
}
