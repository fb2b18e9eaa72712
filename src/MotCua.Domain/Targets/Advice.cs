namespace MotCua.Domain.Targets;

/// <summary>What an advice is about; the numbers are kept with tasks and efforts and never change.</summary>
public enum AdviceKind
{
    /// <summary>An online service with dossiers, none of them online.</summary>
    FirstOnline = 1,

    /// <summary>Reviewed as eligible for toàn trình but not offered so.</summary>
    OfferFull = 2,

    /// <summary>Dossiers, but no online service at all.</summary>
    OfferService = 3,

    /// <summary>A desk, or a service of the only desk, with a larger paper share than its like.</summary>
    DeskPaper = 4,

    /// <summary>A commune where few send online by themselves.</summary>
    SelfFiling = 5,
}

/// <summary>Where the share of a what-if comes from.</summary>
public enum AdviceBasis
{
    /// <summary>Trung vị of the units of the same group for the same procedure.</summary>
    SameProcedure = 1,

    /// <summary>Trung vị of the units of the same group for all their online services.</summary>
    SameGroup = 2,

    /// <summary>Trung vị of the desks of the same level in the group.</summary>
    SameDesks = 3,

    /// <summary>No unit to compare with: one online dossier.</summary>
    FirstDossier = 4,

    /// <summary>Nothing is assumed: the level of the service alone.</summary>
    LevelAlone = 5,
}

/// <summary>What an advice does to one indicator of the row.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Before">Counts as they are.</param>
/// <param name="After">Counts as they would have been.</param>
/// <param name="Target">Percent in force, or null.</param>
public sealed record AdviceEffect(IndicatorDefinition Indicator, Ratio Before, Ratio After, decimal? Target)
{
    /// <summary>Gain in percentage points; a figure that there was not is counted from zero.</summary>
    public decimal Points => (After.Percent ?? 0) - (Before.Percent ?? 0);

    /// <summary>Points of the gain that close what is missing to the target; 0 when there is no target or it is met already.</summary>
    public decimal Useful => Target is { } target ? Math.Clamp(target - (Before.Percent ?? 0), 0, Math.Max(0, Points)) : 0;

    /// <summary>True when the target, missed before, would be met (inclusive, unrounded).</summary>
    public bool Reaches => Before.Against(Target) != Attainment.Met && After.Against(Target) == Attainment.Met;
}

/// <summary>One thing that could be done next.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Change">The what-if, exactly.</param>
/// <param name="Basis">Where its share comes from.</param>
/// <param name="Had">What the offers had in the period: all together.</param>
/// <param name="Moved">Dossiers that would have been sent online.</param>
/// <param name="Effects">Indicators that it moves.</param>
/// <param name="EffortDays">Working days that it takes, by the table of efforts.</param>
public sealed record AdviceItem(AdviceKind Kind, AdviceChange Change, AdviceBasis Basis, OfferFacts Had, long Moved, IReadOnlyList<AdviceEffect> Effects, decimal EffortDays)
{
    /// <summary>Points of gain that close gaps to targets of the plan, over its indicators.</summary>
    public decimal Useful => Effects.Sum(e => e.Useful);

    /// <summary>What it is ranked by: useful points per working day.</summary>
    public decimal UsefulPerDay => Useful / EffortDays;

    /// <summary>All points of gain per working day: the order among those that close no gap.</summary>
    public decimal PointsPerDay => Effects.Sum(e => e.Points) / EffortDays;
}

/// <summary>How far the list goes towards one missed target.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Target">Target, percent.</param>
/// <param name="After">What the figure would be.</param>
/// <param name="Count">How many things of the list that takes.</param>
/// <param name="Days">Their working days.</param>
/// <param name="IsMet">The target would be met; else this is what all of the list gives.</param>
public sealed record AdviceReach(IndicatorDefinition Indicator, decimal Target, Ratio After, int Count, decimal Days, bool IsMet);

/// <summary>What the advice for a row is made from.</summary>
/// <param name="Offers">Offers of the row, with what they had in the period.</param>
/// <param name="Peers">Offers of the other rows of its group, by row.</param>
/// <param name="Communes">Units of the row and its peers that are communes.</param>
/// <param name="Targets">Targets in force, percent, by code of the indicator.</param>
/// <param name="Efforts">Working days by kind.</param>
public sealed record AdviceQuestion(
    IReadOnlyList<OfferFacts> Offers, IReadOnlyList<IReadOnlyList<OfferFacts>> Peers, IReadOnlySet<string> Communes,
    IReadOnlyDictionary<string, decimal> Targets, IReadOnlyDictionary<AdviceKind, decimal> Efforts);

/// <summary>
/// Việc nên làm: what would move a row's figures most per working day. Each gain is reckoned anew on the row's own facts (ADR 0037); nothing is estimated
/// from averages of percentages.
/// </summary>
public static class Advice
{
    /// <summary>Fewest dossiers of a desk that its share is compared by: below it a share says nothing.</summary>
    public const int FewestOfDesk = 5;

    /// <summary>All advice for the row, best first. Empty when nothing would move a figure.</summary>
    public static IReadOnlyList<AdviceItem> For(AdviceQuestion question)
    {
        var peers = new AdvicePeers(question);
        var before = Before(question);
        return
        [
            .. OfProcedures(question, peers).Concat(OfDesks(question, peers)).Select(c => Item(question, before, c.Kind, c.Change, c.Basis)).Where(i => i.Effects.Any(e => e.Points > 0))
                .OrderByDescending(i => i.UsefulPerDay).ThenByDescending(i => i.PointsPerDay).ThenBy(i => i.Kind)
                .ThenBy(i => i.Change.Procedure, StringComparer.Ordinal).ThenBy(i => i.Change.Unit, StringComparer.Ordinal),
        ];
    }

    /// <summary>What several do together, one after the other on the same facts: their gains overlap and are not added.</summary>
    public static IReadOnlyList<AdviceEffect> Together(AdviceQuestion question, IEnumerable<AdviceItem> items) =>
        EffectsOf(question, Before(question), items.Aggregate(question.Offers, (row, item) => item.Change.ApplyTo(row)));

    /// <summary>
    /// For each target that is missed: how far down the list one must go, doing only what moves that indicator.
    /// </summary>
    public static IReadOnlyList<AdviceReach> Reaching(AdviceQuestion question, IReadOnlyList<AdviceItem> items)
    {
        var reaches = new List<AdviceReach>();
        foreach (var indicator in OfferFigures.Moved.Where(i => i != Indicators.Ct3Self && question.Targets.ContainsKey(i.TargetCode)))
        {
            var target = question.Targets[indicator.TargetCode];
            if (OfferFigures.Of(question.Offers, indicator).Against(target) != Attainment.NotMet) continue;
            var (row, count, days) = (question.Offers, 0, 0m);
            foreach (var item in items.Where(i => i.Effects.Any(e => e.Indicator == indicator && e.Points > 0)))
            {
                (row, count, days) = (item.Change.ApplyTo(row), count + 1, days + item.EffortDays);
                if (OfferFigures.Of(row, indicator).Against(target) == Attainment.Met) break;
            }

            var after = OfferFigures.Of(row, indicator);
            reaches.Add(new AdviceReach(indicator, target, after, count, days, after.Against(target) == Attainment.Met));
        }

        return reaches;
    }

    private static AdviceItem Item(AdviceQuestion question, IReadOnlyList<Ratio> before, AdviceKind kind, AdviceChange change, AdviceBasis basis)
    {
        var after = change.ApplyTo(question.Offers);
        var moved = after.Sum(o => o.Online) - question.Offers.Sum(o => o.Online);
        return new AdviceItem(kind, change, basis, Sum(question.Offers.Where(change.IsOf)), moved, EffectsOf(question, before, after), question.Efforts[kind]);
    }

    private static List<Ratio> Before(AdviceQuestion question) => [.. OfferFigures.Moved.Select(i => OfferFigures.Of(question.Offers, i))];

    private static List<AdviceEffect> EffectsOf(AdviceQuestion question, IReadOnlyList<Ratio> before, IReadOnlyList<OfferFacts> after) =>
    [
        .. OfferFigures.Moved.Select((i, n) => new AdviceEffect(i, before[n], OfferFigures.Of(after, i), i == Indicators.Ct3Self || !question.Targets.TryGetValue(i.TargetCode, out var target) ? null : target))
            .Where(e => e.Before != e.After),
    ];

    private static IEnumerable<(AdviceKind Kind, AdviceChange Change, AdviceBasis Basis)> OfProcedures(AdviceQuestion question, AdvicePeers peers)
    {
        foreach (var procedure in question.Offers.GroupBy(o => o.Procedure, StringComparer.Ordinal))
        {
            var code = procedure.Key;
            var (share, basis) = peers.ShareOf(code);
            var offered = procedure.Where(o => o.Level > 0).ToList();
            if (offered.Exists(o => o.Eligible == true) && offered.Exists(o => o.Level < OfferFacts.Full))
            {
                yield return (AdviceKind.OfferFull, new AdviceChange(code, null, OfferFacts.Full), AdviceBasis.LevelAlone);
            }

            var had = Sum(procedure);
            if (!offered.Exists(o => o.IsService))
            {
                if (had.Accepted > 0) yield return (AdviceKind.OfferService, new AdviceChange(code, null, OfferFacts.Partial, share), basis);
            }
            else if (had is { OfServices: > 0, OnlineOfServices: 0 })
            {
                yield return (AdviceKind.FirstOnline, new AdviceChange(code, null, null, share), basis);
            }
        }
    }

    private static IEnumerable<(AdviceKind Kind, AdviceChange Change, AdviceBasis Basis)> OfDesks(AdviceQuestion question, AdvicePeers peers)
    {
        var desks = question.Offers.GroupBy(o => o.Unit, StringComparer.Ordinal).ToList();
        foreach (var desk in desks)
        {
            var had = Sum(desk);
            if (had.OfServices < FewestOfDesk) continue;
            var isCommune = question.Communes.Contains(desk.Key);
            if (desks.Count > 1 || isCommune)
            {
                if (peers.OfDesks(isCommune, desk.Key) is { } usual && had.OnlineOfServices < usual * had.OfServices)
                {
                    yield return (AdviceKind.DeskPaper, new AdviceChange(null, desk.Key, null, usual), AdviceBasis.SameDesks);
                }

                if (isCommune && peers.SelfOfCommunes(desk.Key) is { } self && had.SelfOnlineOfServices < self * had.OfServices)
                {
                    yield return (AdviceKind.SelfFiling, new AdviceChange(null, desk.Key, null, null, self), AdviceBasis.SameDesks);
                }

                continue;
            }

            // The only desk of the row: one advice for each service that people already send online, but fewer than elsewhere
            foreach (var offer in desk.Where(o => o is { OnlineOfServices: > 0, OfServices: >= FewestOfDesk }))
            {
                var (share, basis) = peers.ShareOf(offer.Procedure);
                if (basis != AdviceBasis.FirstDossier && offer.OnlineOfServices < share * offer.OfServices) yield return (AdviceKind.DeskPaper, new AdviceChange(offer.Procedure, offer.Unit, null, share), basis);
            }
        }
    }

    private static OfferFacts Sum(IEnumerable<OfferFacts> offers) => offers.Aggregate(new OfferFacts("", ""), (a, b) => a with
    {
        Accepted = a.Accepted + b.Accepted,
        Online = a.Online + b.Online,
        SelfOnline = a.SelfOnline + b.SelfOnline,
        OfServices = a.OfServices + b.OfServices,
        OnlineOfServices = a.OnlineOfServices + b.OnlineOfServices,
        SelfOnlineOfServices = a.SelfOnlineOfServices + b.SelfOnlineOfServices,
    });
}

/// <summary>What the row's like reach: medians of shares, so that one odd unit moves nothing.</summary>
internal sealed class AdvicePeers
{
    private readonly Dictionary<string, decimal> _byProcedure;
    private readonly decimal? _usual;
    private readonly List<(string Unit, bool IsCommune, decimal Online, decimal Self)> _desks;

    public AdvicePeers(AdviceQuestion question)
    {
        _byProcedure = question.Peers
            .SelectMany(row => row.GroupBy(o => o.Procedure, StringComparer.Ordinal).Select(p => (p.Key, Of: p.Sum(o => o.OfServices), Online: p.Sum(o => o.OnlineOfServices))))
            .Where(p => p.Of > 0).GroupBy(p => p.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Median([.. g.Select(p => (decimal)p.Online / p.Of)])!.Value, StringComparer.Ordinal);
        _usual = Median([.. question.Peers.Select(row => (Of: row.Sum(o => o.OfServices), Online: row.Sum(o => o.OnlineOfServices))).Where(r => r.Of > 0).Select(r => (decimal)r.Online / r.Of)]);
        _desks =
        [
            .. question.Peers.Append(question.Offers).SelectMany(row => row).GroupBy(o => o.Unit, StringComparer.Ordinal)
                .Select(d => (d.Key, Of: d.Sum(o => o.OfServices), Online: d.Sum(o => o.OnlineOfServices), Self: d.Sum(o => o.SelfOnlineOfServices))).Where(d => d.Of >= Advice.FewestOfDesk)
                .Select(d => (d.Key, question.Communes.Contains(d.Key), (decimal)d.Online / d.Of, (decimal)d.Self / d.Of)),
        ];
    }

    /// <summary>The online share that the others have of the procedure; else of all their services; else none, which is one dossier.</summary>
    public (decimal Share, AdviceBasis Basis) ShareOf(string procedure)
    {
        if (_byProcedure.TryGetValue(procedure, out var share) && share > 0) return (share, AdviceBasis.SameProcedure);
        return _usual > 0 ? (_usual.Value, AdviceBasis.SameGroup) : (0, AdviceBasis.FirstDossier);
    }

    /// <summary>The median online share of the other desks of the level; null without any.</summary>
    public decimal? OfDesks(bool isCommune, string but) => Median([.. _desks.Where(d => d.IsCommune == isCommune && d.Unit != but).Select(d => d.Online)]);

    /// <summary>The median share of the other communes that was sent without help; null without any.</summary>
    public decimal? SelfOfCommunes(string but) => Median([.. _desks.Where(d => d.IsCommune && d.Unit != but).Select(d => d.Self)]);

    /// <summary>The middle value, or the mean of the two middle ones; null for none.</summary>
    public static decimal? Median(List<decimal> values)
    {
        if (values.Count == 0) return null;
        values.Sort();
        return values.Count % 2 == 1 ? values[values.Count / 2] : (values[(values.Count / 2) - 1] + values[values.Count / 2]) / 2;
    }
}
