using MotCua.App.Kernel;

namespace MotCua.App.Targets;

/// <summary>A row of <c>plans.csv</c>.</summary>
/// <param name="Key">Key of the plan.</param>
/// <param name="Name">Name.</param>
/// <param name="DecisionNo">Number of the decision, or null when not read.</param>
/// <param name="DecisionOn">Date of the decision, or null.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">Last day, or null: until a later decision replaces it.</param>
/// <param name="Source">Where it was read.</param>
public sealed record PlanLine(string Key, string Name, string? DecisionNo, DateOnly? DecisionOn, DateOnly From, DateOnly? To, string Source);

/// <summary>A row of <c>unit-groups.csv</c>: a unit's group in the plan.</summary>
/// <param name="Plan">Key of the plan.</param>
/// <param name="OrgKey">Unit.</param>
/// <param name="Level"><c>tinh</c> or <c>huyen</c>.</param>
/// <param name="Group">Group number within the level.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, or null.</param>
public sealed record UnitGroupLine(string Plan, string OrgKey, string Level, int Group, DateOnly From, DateOnly? To);

/// <summary>A row of <c>targets.csv</c>: a group's target of one indicator.</summary>
/// <param name="Plan">Key of the plan.</param>
/// <param name="Level"><c>tinh</c> or <c>huyen</c>.</param>
/// <param name="Group">Group number within the level.</param>
/// <param name="Indicator"><c>ct1</c>, <c>ct2</c> or <c>ct3</c>.</param>
/// <param name="Percent">Target, percent.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, or null.</param>
/// <param name="Source">Where it was read.</param>
public sealed record TargetLine(string Plan, string Level, int Group, string Indicator, decimal Percent, DateOnly From, DateOnly? To, string Source);

/// <summary>Reads the plan, its groups and its targets.</summary>
public static class PlanFiles
{
    /// <summary>Reads <c>plans.csv</c>.</summary>
    public static Parsed<PlanLine> Plans(string dataFolder) => ReferenceTable.ReadFile(
        Path.Combine(dataFolder, "plans.csv"), "plans.csv", ["plan", "name", "decision_no", "decision_date", "from", "to", "source"],
        r => new PlanLine(r.Required("plan"), r.Required("name"), r.Optional("decision_no"), r.OptionalDate("decision_date"), r.Date("from"), r.OptionalDate("to"), r["source"]), r => r.Key);

    /// <summary>Reads <c>unit-groups.csv</c>.</summary>
    public static Parsed<UnitGroupLine> UnitGroups(string dataFolder) => ReferenceTable.ReadFile(
        Path.Combine(dataFolder, "unit-groups.csv"), "unit-groups.csv", ["plan", "org_key", "level", "group", "from", "to"], UnitGroup, r => $"{r.Plan}/{r.OrgKey}/{r.From:yyyy-MM-dd}");

    /// <summary>Reads <c>targets.csv</c>.</summary>
    public static Parsed<TargetLine> Targets(string dataFolder) => ReferenceTable.ReadFile(
        Path.Combine(dataFolder, "targets.csv"), "targets.csv", ["plan", "level", "group", "indicator", "target_percent", "from", "to", "source"],
        Target, r => $"{r.Plan}/{r.Level}/{r.Group}/{r.Indicator}/{r.From:yyyy-MM-dd}");

    /// <summary>A row of groups.</summary>
    public static UnitGroupLine UnitGroup(ReferenceRow row) => new(
        row.Required("plan"), row.Required("org_key"), row.OneOf("level", "tinh", "huyen"), row.Whole("group"), row.Date("from"), row.OptionalDate("to"));

    /// <summary>A row of targets.</summary>
    public static TargetLine Target(ReferenceRow row)
    {
        var percent = row.Number("target_percent");
        return percent is < 0 or > 100 ? throw new FormatException($"cột target_percent: {percent} phải từ 0 đến 100") : new TargetLine(
            row.Required("plan"), row.OneOf("level", "tinh", "huyen"), row.Whole("group"), row.OneOf("indicator", "ct1", "ct2", "ct3"), percent,
            row.Date("from"), row.OptionalDate("to"), row["source"]);
    }
}
