namespace MotCua.Domain.Targets;

/// <summary>
/// A what-if on the facts of a row's offers: which offers, and what of them would have been different in the period. It is kept with the task that is made
/// of it, so that what happened afterwards can be held against it.
/// </summary>
/// <param name="Procedure">Only this procedure; null = all.</param>
/// <param name="Unit">Only this unit of the row; null = all.</param>
/// <param name="Level">The offers would have been of this level; null = as they are.</param>
/// <param name="OnlineShare">Share (0 to 1) of the dossiers of services that would have been sent online; null = as they were. Never fewer than there were.</param>
/// <param name="SelfShare">Share (0 to 1) that would have been sent online without help; null = as they were.</param>
public sealed record AdviceChange(string? Procedure, string? Unit, int? Level = null, decimal? OnlineShare = null, decimal? SelfShare = null)
{
    /// <summary>True for an offer that the change is about.</summary>
    public bool IsOf(OfferFacts offer) => (Procedure is null || offer.Procedure == Procedure) && (Unit is null || offer.Unit == Unit) && (Level is null || offer.Level > 0 || offer.Accepted > 0);

    /// <summary>The row's offers as they would have been.</summary>
    public IReadOnlyList<OfferFacts> ApplyTo(IReadOnlyList<OfferFacts> row)
    {
        var offers = row.ToList();
        var places = Enumerable.Range(0, offers.Count).Where(i => IsOf(offers[i])).ToList();
        if (Level is { } level)
        {
            foreach (var i in places) offers[i] = Raised(offers[i], level);
        }

        // What an offer has only on paper of days without a service cannot be sent online
        if (OnlineShare is { } online) Move(offers, places, Aim(online, places.Sum(i => offers[i].OfServices), isOneDossierEnough: Procedure is not null), o => o.OnlineOfServices, MovedOnline);
        if (SelfShare is { } self) Move(offers, places, Aim(self, places.Sum(i => offers[i].OfServices), isOneDossierEnough: false), o => o.SelfOnlineOfServices, MovedSelf);
        return offers;
    }

    /// <summary>
    /// The count that a share stands for: whole dossiers, rounded down. A procedure that gets an online share at all gets one dossier, else its
    /// first online dossier could not be promised.
    /// </summary>
    private static long Aim(decimal share, long of, bool isOneDossierEnough) => of == 0 ? 0 : Math.Max(isOneDossierEnough ? 1 : 0, (long)decimal.Floor(share * of));

    /// <summary>
    /// Moves as many dossiers as are missing to the aim, each offer by its share of those that can move, rounded down; what is left one by one where most can move.
    /// </summary>
    private static void Move(List<OfferFacts> offers, List<int> places, long aim, Func<OfferFacts, long> count, Func<OfferFacts, long, OfferFacts> moved)
    {
        var missing = aim - places.Sum(i => count(offers[i]));
        if (missing <= 0) return;
        var order = places.OrderByDescending(i => offers[i].OfServices - count(offers[i])).ThenBy(i => offers[i].Unit, StringComparer.Ordinal).ThenBy(i => offers[i].Procedure, StringComparer.Ordinal).ToList();
        var all = order.Sum(i => offers[i].OfServices - count(offers[i]));
        var shares = order.ConvertAll(i => missing * (offers[i].OfServices - count(offers[i])) / all);
        var left = missing - shares.Sum();
        for (var n = 0; n < order.Count; n++)
        {
            var one = left > 0 && shares[n] < offers[order[n]].OfServices - count(offers[order[n]]) ? 1 : 0;
            left -= one;
            if (shares[n] + one > 0) offers[order[n]] = moved(offers[order[n]], shares[n] + one);
        }
    }

    private static OfferFacts Raised(OfferFacts offer, int level)
    {
        if (offer.Level >= level) return offer;
        return offer.IsService || level < OfferFacts.Partial ? offer with { Level = level } : offer with { Level = level, OfServices = offer.Accepted, OnlineOfServices = offer.Online, SelfOnlineOfServices = offer.SelfOnline };
    }

    private static OfferFacts MovedOnline(OfferFacts offer, long dossiers) => offer with { Online = offer.Online + dossiers, OnlineOfServices = offer.OnlineOfServices + dossiers };

    // Those who were helped online come first; only then those who came with paper
    private static OfferFacts MovedSelf(OfferFacts offer, long dossiers)
    {
        var self = offer.SelfOnlineOfServices + dossiers;
        var more = Math.Max(0, self - offer.OnlineOfServices);
        return offer with { SelfOnline = offer.SelfOnline + dossiers, SelfOnlineOfServices = self, OnlineOfServices = offer.OnlineOfServices + more, Online = offer.Online + more };
    }
}
