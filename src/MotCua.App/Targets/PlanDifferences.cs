using System.Globalization;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>One change as people read it.</summary>
/// <param name="Subject">Of what: the unit, the group, the plan.</param>
/// <param name="Part">What of it.</param>
/// <param name="Before">Before; a dash when it was not there.</param>
/// <param name="After">After; a dash when it is no more.</param>
public sealed record PlanChange(string Subject, string Part, string Before, string After)
{
    /// <summary>As one sentence.</summary>
    public string Sentence => $"{Subject}, {Part}: {Before} → {After}";
}

/// <summary>Differences between two versions of a plan in Vietnamese, with names of units, groups and indicators.</summary>
/// <param name="units">Units by key.</param>
/// <param name="indicators">Short names by code.</param>
/// <param name="versions">The versions, whose groups are named.</param>
public sealed class PlanDifferences(IReadOnlyDictionary<string, PlanUnit> units, IReadOnlyDictionary<string, string> indicators, params PlanContent[] versions)
{
    /// <summary>A value that is not there.</summary>
    public const string None = "–";

    private readonly Dictionary<string, int> _places = units.Values.OrderBy(u => u.Level == "tinh" ? 0 : 1).Select((u, i) => (u.Key, i)).ToDictionary(u => u.Key, u => u.i, StringComparer.Ordinal);

    private static readonly string[] Subjects = ["plan", "indicator", "group", "unit"];

    /// <summary>The differences worth telling: changes of mere order are left out, of a new or removed group or unit only that it came or went with its targets.</summary>
    public IReadOnlyList<PlanChange> Between((PlanTerms Terms, PlanContent Content) before, (PlanTerms Terms, PlanContent Content) after, bool withTerms = true)
    {
        var all = PlanItems.Between(PlanItems.Of(before.Terms, before.Content), PlanItems.Of(after.Terms, after.Content));
        var hasBoth = before.Content.Indicators.Intersect(after.Content.Indicators).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. all.Where(d => IsTold(d, hasBoth, withTerms)).OrderBy(d => Array.IndexOf(Subjects, d.Item.Subject)).ThenBy(d => Place(d.Item)).Select(Tell),
        ];
    }

    /// <summary>The name of an item and its value, for a choice between two.</summary>
    public PlanChange Tell(PlanDifference d) => new(SubjectOf(d.Item), PartOf(d.Item), ValueOf(d.Item, d.Before), ValueOf(d.Item, d.After));

    private static bool IsTold(PlanDifference d, HashSet<string> both, bool withTerms) => d.Item switch
    {
        { Subject: "plan", Part: "reason" } => false,
        { Subject: "plan" } => withTerms,
        { Subject: "indicator" } => d.Before is null || d.After is null,
        { Part: "order" or "level" } => false,
        { Indicator: { } indicator } => both.Contains(indicator) || d.After is not null,
        _ => true,
    };

    // As the latest version lists groups, and units by level and name
    private int Place(PlanItem item)
    {
        if (item.Subject == "group") return versions.Reverse().Select(v => v.Groups.Select(g => g.Key).ToList().IndexOf(item.Key)).FirstOrDefault(i => i >= 0, int.MaxValue);
        return item.Subject == "unit" && _places.TryGetValue(item.Key, out var place) ? place : 0;
    }

    private string SubjectOf(PlanItem item) => item.Subject switch
    {
        "plan" => "Kế hoạch",
        "indicator" => "Chỉ tiêu",
        "group" => NameOfGroup(item.Key),
        _ => units.TryGetValue(item.Key, out var unit) ? unit.Name : item.Key,
    };

    private string PartOf(PlanItem item) => item switch
    {
        { Indicator: { } indicator } => item.Subject == "unit" ? $"{NameOf(indicator)} (riêng)" : NameOf(indicator),
        { Subject: "indicator" } => NameOf(item.Key),
        { Part: "name" } => item.Subject == "plan" ? "tên" : "tên nhóm",
        { Part: "from" } => "ngày có hiệu lực",
        { Part: "to" } => "ngày cuối kỳ",
        { Part: "reason" } => "lý do",
        { Part: "level" } => "cấp của nhóm",
        { Part: "group" } => "nhóm",
        _ => "thứ tự",
    };

    private string ValueOf(PlanItem item, string? value)
    {
        if (string.IsNullOrEmpty(value)) return item is { Subject: "unit", Indicator: not null } ? "theo nhóm" : None;
        if (item.Indicator is not null) return decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var percent) ? PlanTexts.Percent(percent) : value;
        return item switch
        {
            { Subject: "indicator" } => "có",
            { Part: "from" or "to" } => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? PlanTexts.Day(day) : value,
            { Part: "group" } => NameOfGroup(value),
            { Part: "level" } => PlanCheck.Levels.FirstOrDefault(l => l.Level == value).Name ?? value,
            _ => value,
        };
    }

    private string NameOf(string indicator) => indicators.GetValueOrDefault(indicator, indicator);

    private string NameOfGroup(string key) => versions.Reverse().Select(v => v.GroupOf(key)?.Name).FirstOrDefault(n => !string.IsNullOrWhiteSpace(n)) ?? key;
}
