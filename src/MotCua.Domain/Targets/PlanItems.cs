using System.Globalization;

namespace MotCua.Domain.Targets;

/// <summary>One thing in a plan that can differ between two versions: a name, a target, the group of a unit.</summary>
/// <param name="Subject"><c>plan</c>, <c>indicator</c>, <c>group</c> or <c>unit</c>.</param>
/// <param name="Key">Key of the indicator, group or unit; empty for the plan.</param>
/// <param name="Part">What of it: <c>name</c>, <c>from</c>, <c>to</c>, <c>reason</c>, <c>level</c>, <c>order</c>, <c>group</c>, or <c>%</c> and the code of an indicator.</param>
public readonly record struct PlanItem(string Subject, string Key, string Part)
{
    /// <summary>The indicator of a target, or null for anything else.</summary>
    public string? Indicator => Part.StartsWith('%') ? Part[1..] : null;

    /// <summary>Name under which a choice between two values is posted.</summary>
    public string Address => $"{Subject}/{Key}/{Part}";
}

/// <summary>What a version says of an item; null = the item is not there.</summary>
/// <param name="Item">The item.</param>
/// <param name="Before">One value.</param>
/// <param name="After">The other.</param>
public readonly record struct PlanDifference(PlanItem Item, string? Before, string? After);

/// <summary>An item that two people changed differently.</summary>
/// <param name="Item">The item.</param>
/// <param name="Base">What both began from.</param>
/// <param name="Theirs">What was saved first.</param>
/// <param name="Mine">What came second.</param>
public readonly record struct PlanClash(PlanItem Item, string? Base, string? Theirs, string? Mine);

/// <summary>A plan as a flat list of items: what comparing and joining two versions work on. Values are culture-free text.</summary>
public static class PlanItems
{
    /// <summary>Every item.</summary>
    public static IReadOnlyDictionary<PlanItem, string> Of(PlanTerms terms, PlanContent content)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(content);
        var items = new Dictionary<PlanItem, string>();
        items[new("plan", "", "name")] = terms.Name;
        items[new("plan", "", "from")] = Text(terms.From);
        items[new("plan", "", "to")] = Text(terms.To);
        items[new("plan", "", "reason")] = terms.Reason;
        for (var i = 0; i < content.Indicators.Count; i++) items[new("indicator", content.Indicators[i], "order")] = Text(i);
        for (var i = 0; i < content.Groups.Count; i++)
        {
            var group = content.Groups[i];
            items[new("group", group.Key, "name")] = group.Name;
            items[new("group", group.Key, "level")] = group.Level;
            items[new("group", group.Key, "order")] = Text(i);
            foreach (var (indicator, percent) in group.Percents.Where(p => content.Indicators.Contains(p.Key))) items[new("group", group.Key, "%" + indicator)] = Text(percent);
        }

        foreach (var member in content.Members)
        {
            items[new("unit", member.Unit, "group")] = member.Group;
            foreach (var (indicator, percent) in member.Own.Where(p => content.Indicators.Contains(p.Key))) items[new("unit", member.Unit, "%" + indicator)] = Text(percent);
        }

        return items;
    }

    /// <summary>The plan that these items say; the inverse of <see cref="Of"/>.</summary>
    public static (PlanTerms Terms, PlanContent Content) Read(IReadOnlyDictionary<PlanItem, string> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        string Plan(string part) => items.GetValueOrDefault(new("plan", "", part), "");
        Dictionary<string, decimal> Percents(string subject, string key) => items.Where(i => i.Key.Subject == subject && i.Key.Key == key && i.Key.Indicator is not null)
            .ToDictionary(i => i.Key.Indicator!, i => decimal.Parse(i.Value, CultureInfo.InvariantCulture), StringComparer.Ordinal);
        IEnumerable<string> Ordered(string subject) => items.Where(i => i.Key.Subject == subject && i.Key.Part == "order")
            .OrderBy(i => int.Parse(i.Value, CultureInfo.InvariantCulture)).ThenBy(i => i.Key.Key, StringComparer.Ordinal).Select(i => i.Key.Key);
        var groups = Ordered("group").Select(key => new PlanGroup(key, items.GetValueOrDefault(new("group", key, "level"), ""), items.GetValueOrDefault(new("group", key, "name"), ""), Percents("group", key)));
        var members = items.Where(i => i.Key.Subject == "unit" && i.Key.Part == "group").Select(i => new PlanMember(i.Key.Key, i.Value, Percents("unit", i.Key.Key)));
        return (new PlanTerms(Plan("name"), Day(Plan("from")), Day(Plan("to")), Plan("reason")), new PlanContent([.. Ordered("indicator")], [.. groups], [.. members]));
    }

    /// <summary>What differs, in the order of the second version, then what only the first has.</summary>
    public static IReadOnlyList<PlanDifference> Between(IReadOnlyDictionary<PlanItem, string> before, IReadOnlyDictionary<PlanItem, string> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return
        [
            .. after.Where(i => before.GetValueOrDefault(i.Key) != i.Value).Select(i => new PlanDifference(i.Key, before.GetValueOrDefault(i.Key), i.Value)),
            .. before.Where(i => !after.ContainsKey(i.Key)).Select(i => new PlanDifference(i.Key, i.Value, null)),
        ];
    }

    /// <summary>
    /// Joins the changes of two people who began from the same version: what only one changed is taken, what both changed differently is a clash. Nothing that anybody wrote is lost.
    /// </summary>
    /// <param name="start">What both began from.</param>
    /// <param name="theirs">Saved first.</param>
    /// <param name="mine">Came second.</param>
    /// <param name="choices">For clashes already decided: true = mine.</param>
    public static (IReadOnlyDictionary<PlanItem, string> Joined, IReadOnlyList<PlanClash> Clashes) Join(
        IReadOnlyDictionary<PlanItem, string> start, IReadOnlyDictionary<PlanItem, string> theirs, IReadOnlyDictionary<PlanItem, string> mine, IReadOnlyDictionary<string, bool>? choices = null)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(theirs);
        ArgumentNullException.ThrowIfNull(mine);
        var joined = new Dictionary<PlanItem, string>();
        var clashes = new List<PlanClash>();
        foreach (var item in theirs.Keys.Concat(mine.Keys).Concat(start.Keys).Distinct())
        {
            var (from, their, own) = (start.GetValueOrDefault(item), theirs.GetValueOrDefault(item), mine.GetValueOrDefault(item));
            var value = their == own || own == from ? their : own;
            if (their != own && their != from && own != from)
            {
                if (choices is not null && choices.TryGetValue(item.Address, out var isMine)) value = isMine ? own : their;
                else if (item.Part != "order") clashes.Add(new PlanClash(item, from, their, own));
            }

            if (value is not null) joined[item] = value;
        }

        return (joined, clashes);
    }

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(decimal percent) => percent.ToString("0.####", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
