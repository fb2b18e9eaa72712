using MotCua.Domain.Kernel;

namespace MotCua.Domain.Targets;

/// <summary>What a sign is of. A sign is a question to be answered by a person; it never changes a figure.</summary>
public enum FlagKind
{
    /// <summary>Nhiều hồ sơ trong một phiên đăng nhập.</summary>
    SessionBurst = 1,

    /// <summary>Nhiều hồ sơ từ một tài khoản.</summary>
    AccountBurst = 2,

    /// <summary>Nhiều hồ sơ từ một mạng.</summary>
    NetworkBurst = 3,

    /// <summary>Nộp trực tuyến ngay sau khi đến quầy.</summary>
    AfterVisit = 4,

    /// <summary>Hài lòng 100 % với quá ít đánh giá.</summary>
    FewRatings = 5,

    /// <summary>Hài lòng 100 % từ một nguồn.</summary>
    RatingsFromOneSource = 6,

    /// <summary>Ghi là tự nộp, từ mạng của cán bộ hoặc người hỗ trợ.</summary>
    SelfFromOffice = 7,

    /// <summary>Một mạng nộp cho nhiều người, đều ghi là tự nộp.</summary>
    ManyPeopleAsSelf = 8,
}

/// <summary>From what numbers on something is a sign. Section <c>MotCua:Integrity</c>; the figures here hold until the province decides others.</summary>
public sealed record FlagThresholds
{
    /// <summary>Length of a burst, minutes.</summary>
    public int BurstMinutes { get; init; } = 30;

    /// <summary>Dossiers of one session within a burst.</summary>
    public int PerSession { get; init; } = 8;

    /// <summary>Dossiers of one account within a burst.</summary>
    public int PerAccount { get; init; } = 10;

    /// <summary>Dossiers of one network within a burst; a carrier or a school may have many people behind one.</summary>
    public int PerNetwork { get; init; } = 30;

    /// <summary>So soon after a visit, minutes.</summary>
    public int VisitMinutes { get; init; } = 15;

    /// <summary>So many such dossiers of a unit in a day.</summary>
    public int AfterVisits { get; init; } = 3;

    /// <summary>Fewer ratings than this say nothing.</summary>
    public int LeastRatings { get; init; } = 10;

    /// <summary>Only where so many dossiers of the month have ended.</summary>
    public int EndedForRatings { get; init; } = 30;

    /// <summary>Share of the ratings from one source, percent.</summary>
    public int OneSourcePercent { get; init; } = 60;

    /// <summary>Dossiers filed as self from a network where an officer or helper signed in that day.</summary>
    public int SelfFromOffice { get; init; } = 5;

    /// <summary>Different people for whom one network filed as self in a day.</summary>
    public int PeopleAsSelf { get; init; } = 10;

    /// <summary>Days looked back at by the job; what is older was found before.</summary>
    public int DaysBack { get; init; } = 7;
}

/// <summary>An online filing as the rules see it: no person, no address, only tags that are equal when the source is.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Unit">Handling unit.</param>
/// <param name="At">When sent, UTC.</param>
/// <param name="Session">Tag of the session; empty = not known.</param>
/// <param name="Network">Tag of the network; empty = not known.</param>
/// <param name="Account">Tag of the account that sent.</param>
/// <param name="Applicant">Tag of the applicant.</param>
/// <param name="IsSelf">Recorded as filed without help.</param>
public sealed record FiledTrace(Guid Dossier, string Unit, DateTimeOffset At, string Session, string Network, string Account, string Applicant, bool IsSelf)
{
    /// <summary>Local day.</summary>
    public DateOnly Day => ProvinceTime.DateOf(At);
}

/// <summary>An online filing and the visit of the same applicant to the same unit before it.</summary>
/// <param name="Dossier">The dossier filed online.</param>
/// <param name="Unit">Handling unit.</param>
/// <param name="Visited">When the applicant was at the counter, UTC.</param>
/// <param name="Filed">When sent, UTC.</param>
public readonly record struct FiledAfterVisit(Guid Dossier, string Unit, DateTimeOffset Visited, DateTimeOffset Filed);

/// <summary>A rating of a unit's month.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Unit">Handling unit.</param>
/// <param name="Month">First day of the month of acceptance.</param>
/// <param name="Score">1 chưa hài lòng, 2 hài lòng, 3 rất hài lòng.</param>
/// <param name="Source">Tag of the account that sent the dossier; empty = not known.</param>
public readonly record struct RatedDossier(Guid Dossier, string Unit, DateOnly Month, int Score, string Source);

/// <summary>A sign.</summary>
/// <param name="Kind">Of what.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Day">Local day, or the first of the month.</param>
/// <param name="Source">Tag of the source; empty where there is none.</param>
/// <param name="Count">How many.</param>
/// <param name="Threshold">From how many on it is a sign.</param>
/// <param name="Dossiers">Which.</param>
public sealed record FoundFlag(FlagKind Kind, string Unit, DateOnly Day, string Source, int Count, int Threshold, IReadOnlyList<Guid> Dossiers);

/// <summary>The rules of signs: pure, of counts over a day or a month, each with its threshold.</summary>
public static class FlagRules
{
    /// <summary>Bursts of filings from one session, account or network at one unit.</summary>
    public static IEnumerable<FoundFlag> Bursts(IReadOnlyCollection<FiledTrace> filed, FlagThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(filed);
        ArgumentNullException.ThrowIfNull(thresholds);
        return Bursts(filed, FlagKind.SessionBurst, f => f.Session, thresholds.PerSession, thresholds.BurstMinutes)
            .Concat(Bursts(filed, FlagKind.AccountBurst, f => f.Account, thresholds.PerAccount, thresholds.BurstMinutes))
            .Concat(Bursts(filed, FlagKind.NetworkBurst, f => f.Network, thresholds.PerNetwork, thresholds.BurstMinutes));
    }

    /// <summary>Filings a short while after the same applicant was at the counter of the same unit.</summary>
    public static IEnumerable<FoundFlag> AfterVisits(IEnumerable<FiledAfterVisit> filed, FlagThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(filed);
        ArgumentNullException.ThrowIfNull(thresholds);
        var within = TimeSpan.FromMinutes(thresholds.VisitMinutes);
        return filed.Where(f => f.Filed >= f.Visited && f.Filed - f.Visited <= within)
            .GroupBy(f => (f.Unit, Day: ProvinceTime.DateOf(f.Filed)))
            .Select(g => (g.Key.Unit, g.Key.Day, Dossiers: (IReadOnlyList<Guid>)[.. g.OrderBy(f => f.Filed).Select(f => f.Dossier).Distinct()]))
            .Where(g => g.Dossiers.Count >= thresholds.AfterVisits)
            .Select(g => new FoundFlag(FlagKind.AfterVisit, g.Unit, g.Day, "", g.Dossiers.Count, thresholds.AfterVisits, g.Dossiers));
    }

    /// <summary>Months in which everybody was satisfied, by too few, or by many of one source.</summary>
    /// <param name="rated">Ratings.</param>
    /// <param name="ended">How many dossiers of a unit's month have ended.</param>
    /// <param name="thresholds">Thresholds.</param>
    public static IEnumerable<FoundFlag> Ratings(IEnumerable<RatedDossier> rated, Func<string, DateOnly, long> ended, FlagThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(rated);
        ArgumentNullException.ThrowIfNull(ended);
        ArgumentNullException.ThrowIfNull(thresholds);
        foreach (var month in rated.GroupBy(r => (r.Unit, r.Month)))
        {
            var all = month.OrderBy(r => r.Dossier).ToList();
            if (all.Exists(r => r.Score < 2)) continue;
            if (all.Count < thresholds.LeastRatings)
            {
                if (ended(month.Key.Unit, month.Key.Month) >= thresholds.EndedForRatings) yield return new FoundFlag(FlagKind.FewRatings, month.Key.Unit, month.Key.Month, "", all.Count, thresholds.LeastRatings, [.. all.Select(r => r.Dossier)]);
                continue;
            }

            if (all.Where(r => r.Source.Length > 0).GroupBy(r => r.Source, StringComparer.Ordinal).MaxBy(g => g.Count()) is not { } most) continue;
            var needed = (int)Math.Ceiling(all.Count * thresholds.OneSourcePercent / 100m);
            if (most.Count() >= needed) yield return new FoundFlag(FlagKind.RatingsFromOneSource, month.Key.Unit, month.Key.Month, most.Key, most.Count(), needed, [.. most.Select(r => r.Dossier)]);
        }
    }

    /// <summary>Filings recorded as without help that came from an office's network, or from one network for many people.</summary>
    /// <param name="filed">Filings.</param>
    /// <param name="offices">Networks in which an officer or helper signed in, by local day.</param>
    /// <param name="thresholds">Thresholds.</param>
    public static IEnumerable<FoundFlag> Assisted(IReadOnlyCollection<FiledTrace> filed, IReadOnlySet<(DateOnly Day, string Network)> offices, FlagThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(filed);
        ArgumentNullException.ThrowIfNull(offices);
        ArgumentNullException.ThrowIfNull(thresholds);
        foreach (var group in filed.Where(f => f.IsSelf && f.Network.Length > 0).GroupBy(f => (f.Unit, f.Day, f.Network)))
        {
            var all = group.OrderBy(f => f.At).ToList();
            var people = all.Select(f => f.Applicant).Distinct(StringComparer.Ordinal).Count();
            if (offices.Contains((group.Key.Day, group.Key.Network)))
            {
                if (all.Count >= thresholds.SelfFromOffice) yield return new FoundFlag(FlagKind.SelfFromOffice, group.Key.Unit, group.Key.Day, group.Key.Network, all.Count, thresholds.SelfFromOffice, [.. all.Select(f => f.Dossier)]);
            }
            else if (people >= thresholds.PeopleAsSelf)
            {
                yield return new FoundFlag(FlagKind.ManyPeopleAsSelf, group.Key.Unit, group.Key.Day, group.Key.Network, people, thresholds.PeopleAsSelf, [.. all.Select(f => f.Dossier)]);
            }
        }
    }

    /// <summary>The fullest stretch of so many minutes of each source, unit and day, where it reaches the threshold.</summary>
    private static IEnumerable<FoundFlag> Bursts(IReadOnlyCollection<FiledTrace> filed, FlagKind kind, Func<FiledTrace, string> source, int threshold, int minutes)
    {
        var length = TimeSpan.FromMinutes(minutes);
        foreach (var group in filed.Where(f => source(f).Length > 0).GroupBy(f => (f.Unit, f.Day, Source: source(f))))
        {
            var all = group.OrderBy(f => f.At).ThenBy(f => f.Dossier).ToList();
            var (best, start, bestStart) = (0, 0, 0);
            for (var end = 0; end < all.Count; end++)
            {
                while (all[end].At - all[start].At > length) start++;
                if (end - start + 1 > best) (best, bestStart) = (end - start + 1, start);
            }

            if (best >= threshold) yield return new FoundFlag(kind, group.Key.Unit, group.Key.Day, group.Key.Source, best, threshold, [.. all.Skip(bestStart).Take(best).Select(f => f.Dossier)]);
        }
    }
}
