namespace MotCua.Domain.Targets;

/// <summary>What a decision on a plan is.</summary>
public enum PlanKind
{
    /// <summary>Giao chỉ tiêu: a new plan for a period.</summary>
    Assignment = 1,

    /// <summary>Điều chỉnh: a later decision on the same plan, from a day on.</summary>
    Correction = 2,
}

/// <summary>A group of units of a plan with its targets.</summary>
/// <param name="Key">Key within the plan, e.g. <c>tinh-1</c>; stable when the plan is copied or corrected.</param>
/// <param name="Level"><c>tinh</c>, <c>huyen</c> or <c>xa</c>: the level of all its units.</param>
/// <param name="Name">Name.</param>
/// <param name="Percents">Target of each indicator, percent 0 to 100; an indicator that is not here has no target in the group.</param>
public sealed record PlanGroup(string Key, string Level, string Name, IReadOnlyDictionary<string, decimal> Percents);

/// <summary>A unit of a plan: its group, and the targets that are its own.</summary>
/// <param name="Unit"><c>org_key</c>.</param>
/// <param name="Group">Key of its group.</param>
/// <param name="Own">Own targets, percent; each comes before its group's.</param>
public sealed record PlanMember(string Unit, string Group, IReadOnlyDictionary<string, decimal> Own);

/// <summary>What a plan assigns: indicators, groups, units and targets; without dates, which are those of the decision.</summary>
/// <param name="Indicators">Codes of the indicators, in the order they are shown.</param>
/// <param name="Groups">Groups in order.</param>
/// <param name="Members">Units.</param>
public sealed record PlanContent(IReadOnlyList<string> Indicators, IReadOnlyList<PlanGroup> Groups, IReadOnlyList<PlanMember> Members)
{
    /// <summary>Nothing assigned.</summary>
    public static readonly PlanContent Empty = new([], [], []);

    /// <summary>The group with the key, or null.</summary>
    public PlanGroup? GroupOf(string key) => Groups.FirstOrDefault(g => g.Key == key);

    /// <summary>The target of a unit: its own, else its group's, else none.</summary>
    public decimal? TargetOf(string unit, string indicator)
    {
        if (Members.FirstOrDefault(m => m.Unit == unit) is not { } member || !Indicators.Contains(indicator)) return null;
        if (member.Own.TryGetValue(indicator, out var own)) return own;
        return GroupOf(member.Group)?.Percents.TryGetValue(indicator, out var percent) == true ? percent : null;
    }
}

/// <summary>What a decision says beside the targets.</summary>
/// <param name="Name">Name of the plan.</param>
/// <param name="From">First day in force; null while nobody wrote it.</param>
/// <param name="To">Last day of the plan's period as the decision states it; null = none stated. Targets stay in force until a later decision (ADR 0017).</param>
/// <param name="Reason">Why: for a correction what made it necessary.</param>
public sealed record PlanTerms(string Name, DateOnly? From, DateOnly? To, string Reason);
