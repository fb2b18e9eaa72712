namespace MotCua.Domain.Targets;

/// <summary>
/// What one unit offers of one procedure on the last day of a period, and what it had of it in the period. Counts are of accepted dossiers, as the
/// indicators count them.
/// </summary>
/// <param name="Unit">Handling unit.</param>
/// <param name="Procedure">Procedure.</param>
public sealed record OfferFacts(string Unit, string Procedure)
{
    /// <summary>Một phần: the lowest level that is an online service.</summary>
    public const int Partial = 3;

    /// <summary>Toàn trình.</summary>
    public const int Full = 4;

    /// <summary>Level in force on the last day (2 thông tin, 3 một phần, 4 toàn trình); 0 = not offered.</summary>
    public int Level { get; init; }

    /// <summary>Reviewed as eligible for toàn trình; null = not reviewed, or not offered.</summary>
    public bool? Eligible { get; init; }

    /// <summary>All dossiers, all channels.</summary>
    public long Accepted { get; init; }

    /// <summary>Sent online, whatever the level on the day.</summary>
    public long Online { get; init; }

    /// <summary>Of <see cref="Online"/>, sent without help.</summary>
    public long SelfOnline { get; init; }

    /// <summary>Accepted on days when it was an online service.</summary>
    public long OfServices { get; init; }

    /// <summary>Of <see cref="OfServices"/>, sent online.</summary>
    public long OnlineOfServices { get; init; }

    /// <summary>Of <see cref="OnlineOfServices"/>, sent without help.</summary>
    public long SelfOnlineOfServices { get; init; }

    /// <summary>An online service on the last day.</summary>
    public bool IsService => Level >= Partial;

    /// <summary>Dossiers not sent online on days when they could have been.</summary>
    public long Paper => OfServices - OnlineOfServices;
}

/// <summary>The indicators of the plan, reckoned from the facts of the offers of one row of the board; the same counts that the board shows (a test holds the two against each other).</summary>
public static class OfferFigures
{
    /// <summary>The indicators that an advice may move, in order.</summary>
    public static readonly IReadOnlyList<IndicatorDefinition> Moved = [Indicators.Ct1, Indicators.Ct2, Indicators.Ct3, Indicators.Ct3Self];

    /// <summary>Numerator and denominator of the row.</summary>
    /// <exception cref="NotSupportedException">The indicator is none of <see cref="Moved"/>.</exception>
    public static Ratio Of(IReadOnlyCollection<OfferFacts> row, IndicatorDefinition indicator)
    {
        if (indicator == Indicators.Ct3) return new Ratio(row.Sum(o => o.OnlineOfServices), row.Sum(o => o.Accepted));
        if (indicator == Indicators.Ct3Self) return new Ratio(row.Sum(o => o.SelfOnlineOfServices), row.Sum(o => o.Accepted));
        var procedures = row.Where(o => o.Level > 0).GroupBy(o => o.Procedure, StringComparer.Ordinal).ToList();
        if (indicator == Indicators.Ct1)
        {
            var eligible = procedures.Where(p => p.Any(o => o.Eligible == true)).ToList();
            return new Ratio(eligible.Count(p => p.All(o => o.Level == OfferFacts.Full)), eligible.Count);
        }

        if (indicator != Indicators.Ct2) throw new NotSupportedException($"{indicator.Code} is not reckoned from offers");
        var services = procedures.Where(p => p.Any(o => o.IsService)).ToList();
        return new Ratio(services.Count(p => p.Any(o => o.IsService && o.Online > 0)), services.Count);
    }
}
