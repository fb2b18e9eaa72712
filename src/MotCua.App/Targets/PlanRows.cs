using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Kế hoạch: there from the day its first decision is issued. What it assigns stands in its editions.</summary>
public sealed class PlanRow
{
    /// <summary>Key, e.g. <c>dvctt-2022</c>.</summary>
    public string Code { get; set; } = "";

    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>First local day in force.</summary>
    public DateOnly From { get; set; }

    /// <summary>Exclusive end, or null: until a later decision.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Last day of the period as the decision states it; null = none stated.</summary>
    public DateOnly? To { get; set; }
}

/// <summary>
/// One decision on a plan: first a draft, then what was issued. Of a draft the content is <see cref="Draft"/>, which no figure reads; issuing writes it into groups,
/// members and targets with dates, and never changes it again (ADR 0032).
/// </summary>
public sealed class PlanEditionRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Plan; of a draft of a new plan the key it will get.</summary>
    public string PlanCode { get; set; } = "";

    /// <summary>New plan or correction.</summary>
    public PlanKind Kind { get; set; }

    /// <summary>State.</summary>
    public PlanState State { get; set; }

    /// <summary>Place among all issued decisions, from 1; null for drafts. No two have the same.</summary>
    public int? Order { get; set; }

    /// <summary>Number within the plan: 1 = the assignment, 2 = its first correction; 0 for drafts.</summary>
    public int Number { get; set; }

    /// <summary>Name of the plan as this decision states it.</summary>
    public string Name { get; set; } = "";

    /// <summary>First local day in force; null while nobody wrote it.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Exclusive end: the first day of the decision that replaced it; null = in force, or a draft.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Last day of the plan's period as stated, or null.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Why.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Number of the decision; «chưa rõ số» when it was not read; empty for drafts.</summary>
    public string DecisionNo { get; set; } = "";

    /// <summary>Date of the decision; null when it was not read.</summary>
    public DateOnly? DecisionOn { get; set; }

    /// <summary>Who signed.</summary>
    public string Signer { get; set; } = "";

    /// <summary>Their office.</summary>
    public string SignerTitle { get; set; } = "";

    /// <summary>Version of the template of its văn bản; empty = the present one.</summary>
    public string Template { get; set; } = "";

    /// <summary>Where it was read, for what was loaded.</summary>
    public string Source { get; set; } = "";

    /// <summary>Content of a draft, JSON; empty once issued.</summary>
    public string Draft { get; set; } = "";

    /// <summary>The edition that the draft was begun from; null = from nothing.</summary>
    public Guid? BasedOnId { get; set; }

    /// <summary>Ids of all officers who made, changed or sent the draft, parted by spaces: none of them approves it.</summary>
    public string Drafters { get; set; } = "";

    /// <summary>When begun, UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When last saved, UTC.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Officer who last saved; empty for what was loaded.</summary>
    public string ChangedBy { get; set; } = "";

    /// <summary>Concurrency: a change that saw another number is refused.</summary>
    public int Version { get; set; }
}

/// <summary>Nhóm đơn vị, as one edition names it.</summary>
public sealed class UnitGroupRow
{
    /// <summary>Key, e.g. <c>tinh-1</c>; of later editions with the plan and number before it.</summary>
    public string Code { get; set; } = "";

    /// <summary>Plan.</summary>
    public string PlanCode { get; set; } = "";

    /// <summary>Edition that it belongs to.</summary>
    public Guid EditionId { get; set; }

    /// <summary>Key within the plan, the same in all its editions and in the copies for other years.</summary>
    public string Key { get; set; } = "";

    /// <summary><c>tinh</c>, <c>huyen</c> or <c>xa</c>.</summary>
    public string Level { get; set; } = "";

    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Place in lists, from 1.</summary>
    public int Order { get; set; }
}

/// <summary>Membership of a unit in a group, effective-dated.</summary>
public sealed class UnitGroupMemberRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Group.</summary>
    public string GroupCode { get; set; } = "";

    /// <summary>Unit.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>First local day of the membership.</summary>
    public DateOnly From { get; set; }

    /// <summary>Exclusive end, or null.</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>Chỉ tiêu of a group, or of one unit in it.</summary>
public sealed class TargetRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Plan.</summary>
    public string PlanCode { get; set; } = "";

    /// <summary>Group.</summary>
    public string GroupCode { get; set; } = "";

    /// <summary>The unit whose own target it is, which comes before its group's; empty = of the whole group.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>Code of the indicator, e.g. <c>ct1</c>.</summary>
    public string Indicator { get; set; } = "";

    /// <summary>Place of the indicator in the plan, from 1.</summary>
    public int Order { get; set; }

    /// <summary>The target in percent, 0 to 100; met inclusively on unrounded values.</summary>
    public decimal Percent { get; set; }

    /// <summary>First local day in force.</summary>
    public DateOnly From { get; set; }

    /// <summary>Exclusive end, or null: until a later decision.</summary>
    public DateOnly? Until { get; set; }
}
