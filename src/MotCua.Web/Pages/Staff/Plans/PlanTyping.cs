using System.Globalization;
using System.Text.RegularExpressions;
using MotCua.Domain.Targets;
using MotCua.Web.Components;

namespace MotCua.Web.Pages.Staff.Plans;

/// <summary>A group as typed.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Level">Its level.</param>
/// <param name="Name">Name as typed.</param>
/// <param name="Percents">Targets as typed, by indicator.</param>
public sealed record TypedGroup(string Key, string Level, string Name, Dictionary<string, string> Percents);

/// <summary>A unit as typed.</summary>
/// <param name="Key">The unit.</param>
/// <param name="Group">Chosen group; empty = none.</param>
/// <param name="Own">Own targets as typed, by indicator.</param>
public sealed record TypedUnit(string Key, string Group, Dictionary<string, string> Own);

/// <summary>What somebody types to edit a plan, kept as typed through every answer of the page. Rows are named <c>n0</c>, <c>n1</c>… for groups and <c>d0</c>… for units.</summary>
public sealed partial class PlanTyping
{
    private const int MostRows = 400;

    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>First day.</summary>
    public DateBoxes From { get; set; } = new();

    /// <summary>Last day of the period.</summary>
    public DateBoxes To { get; set; } = new();

    /// <summary>Why.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Indicators in order.</summary>
    public List<string> Indicators { get; } = [];

    /// <summary>Groups in order.</summary>
    public List<TypedGroup> Groups { get; } = [];

    /// <summary>Units, those without a group too.</summary>
    public List<TypedUnit> Units { get; } = [];

    /// <summary>A plan as it stands in the boxes; units that the province watches but the plan does not name stand without a group.</summary>
    public static PlanTyping Of(PlanTerms terms, PlanContent content, PlanFacts facts)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(facts);
        var typing = new PlanTyping { Name = terms.Name, From = DateBoxes.From(terms.From), To = DateBoxes.From(terms.To), Reason = terms.Reason };
        typing.Indicators.AddRange(content.Indicators);
        typing.Groups.AddRange(content.Groups.Select(g => new TypedGroup(g.Key, g.Level, g.Name, Typed(g.Percents))));
        var order = PlanCheck.Levels.Select((l, i) => (l.Level, i)).ToDictionary(l => l.Level, l => l.i, StringComparer.Ordinal);
        var members = content.Members.ToLookup(m => m.Unit, StringComparer.Ordinal);
        foreach (var unit in facts.Units.Values.Where(u => members.Contains(u.Key) || IsOffered(u, terms.From)).OrderBy(u => order.GetValueOrDefault(u.Level, 9)))
        {
            typing.Units.AddRange(members[unit.Key].Select(m => new TypedUnit(m.Unit, m.Group, Typed(m.Own))).DefaultIfEmpty(new TypedUnit(unit.Key, "", [])));
        }

        return typing;
    }

    /// <summary>What was posted.</summary>
    public static PlanTyping Read(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var typing = new PlanTyping { Name = form["ten"].ToString(), From = Boxes(form, "tu"), To = Boxes(form, "den"), Reason = form["ly-do"].ToString() };
        typing.Indicators.AddRange(form["chi-tieu"].OfType<string>().Except(form["bo-chi-tieu"].OfType<string>()).Distinct());
        Dictionary<string, string> Percents(string row) => typing.Indicators.ToDictionary(i => i, i => form[$"{row}.{i}"].ToString().Trim(), StringComparer.Ordinal);
        for (var i = 0; i < MostRows && form.ContainsKey($"n{i}.khoa"); i++)
        {
            if (form[$"n{i}.bo"].ToString() != "true") typing.Groups.Add(new TypedGroup(form[$"n{i}.khoa"].ToString(), form[$"n{i}.cap"].ToString(), form[$"n{i}.ten"].ToString(), Percents($"n{i}")));
        }

        for (var i = 0; i < MostRows && form.ContainsKey($"d{i}.khoa"); i++)
        {
            var group = form[$"d{i}.nhom"].ToString();
            typing.Units.Add(new TypedUnit(form[$"d{i}.khoa"].ToString(), typing.Groups.Exists(g => g.Key == group) ? group : "", Percents($"d{i}")));
        }

        return typing;
    }

    /// <summary>Adds an empty group of a level.</summary>
    public void AddGroup(string level)
    {
        var key = Enumerable.Range(1, MostRows).Select(n => string.Create(CultureInfo.InvariantCulture, $"{level}-{n}")).First(k => !Groups.Exists(g => g.Key == k));
        var last = Groups.FindLastIndex(g => g.Level == level);
        Groups.Insert(last < 0 ? Groups.Count : last + 1, new TypedGroup(key, level, "", []));
    }

    /// <summary>The plan that is typed, and what cannot be read: id of the box and why.</summary>
    public (PlanTerms Terms, PlanContent Content, IReadOnlyList<(string Id, string Message)> Unreadable) Parse(PlanFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        List<(string, string)> unreadable = [];
        DateOnly? Day(DateBoxes boxes, string id, string question)
        {
            var (date, error, _) = boxes.Read(question);
            if (error is not null) unreadable.Add((id, error));
            return date;
        }

        Dictionary<string, decimal> Percents(Dictionary<string, string> typed, string row, string whose)
        {
            var read = new Dictionary<string, decimal>(StringComparer.Ordinal);
            foreach (var (indicator, text) in typed.Where(t => t.Value.Length > 0 && Indicators.Contains(t.Key)))
            {
                if (Number().IsMatch(text) && decimal.TryParse(text.Replace(',', '.').TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var percent)) read[indicator] = percent;
                else unreadable.Add(($"{row}-{indicator}", $"{whose}, «{facts.Indicators.GetValueOrDefault(indicator, indicator)}»: «{text}» không phải là số. Nhập số từ 0 đến 100, ví dụ 90 hoặc 12,5."));
            }

            return read;
        }

        var terms = new PlanTerms(Name.Trim(), Day(From, "tu", "Ngày có hiệu lực"), Day(To, "den", "Ngày cuối kỳ"), Reason.Trim());
        var groups = Groups.Select((g, i) => new PlanGroup(g.Key, g.Level, g.Name.Trim(), Percents(g.Percents, $"n{i}", g.Name.Trim()))).ToList();
        var members = Units.Select((u, i) => (u, i)).Where(x => x.u.Group.Length > 0)
            .Select(x => new PlanMember(x.u.Key, x.u.Group, Percents(x.u.Own, $"d{x.i}", facts.Units.TryGetValue(x.u.Key, out var unit) ? unit.Name : x.u.Key))).ToList();
        return (terms, new PlanContent([.. Indicators], groups, members), unreadable);
    }

    /// <summary>The box that a finding is about; null when it has none on the page.</summary>
    public string? BoxOf(PlanFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.Problem.Code == PlanProblems.UnknownUnit.Code) return null;
        if (finding.Unit is { } unit && Units.FindLastIndex(u => u.Key == unit) is var d and >= 0) return finding.Indicator is { } own && finding.Problem.Code == PlanProblems.Percent.Code ? $"d{d}-{own}" : $"d{d}-nhom";
        if (finding.Group is { } group && Groups.FindIndex(g => g.Key == group) is var n and >= 0) return finding.Indicator is { } indicator ? $"n{n}-{indicator}" : $"n{n}-ten";
        return finding.Problem.Field switch { "Name" => "ten", "From" => "tu", "To" => "den", "Reason" => "ly-do", _ => null };
    }

    /// <summary>Everything typed as pairs of name and value, for carrying it through a question.</summary>
    public IEnumerable<(string Name, string Value)> Fields()
    {
        yield return ("ten", Name);
        yield return ("ly-do", Reason);
        foreach (var (name, boxes) in new[] { ("tu", From), ("den", To) })
        {
            yield return ($"{name}.Day", boxes.Day ?? "");
            yield return ($"{name}.Month", boxes.Month ?? "");
            yield return ($"{name}.Year", boxes.Year ?? "");
        }

        foreach (var indicator in Indicators) yield return ("chi-tieu", indicator);
        for (var i = 0; i < Groups.Count; i++)
        {
            yield return ($"n{i}.khoa", Groups[i].Key);
            yield return ($"n{i}.cap", Groups[i].Level);
            yield return ($"n{i}.ten", Groups[i].Name);
            foreach (var (indicator, text) in Groups[i].Percents) yield return ($"n{i}.{indicator}", text);
        }

        for (var i = 0; i < Units.Count; i++)
        {
            yield return ($"d{i}.khoa", Units[i].Key);
            yield return ($"d{i}.nhom", Units[i].Group);
            foreach (var (indicator, text) in Units[i].Own.Where(o => o.Value.Length > 0)) yield return ($"d{i}.{indicator}", text);
        }
    }

    private static bool IsOffered(PlanUnit unit, DateOnly? from) => unit.InPlan && (from is not { } day || (unit.From <= day && (unit.Until is not { } until || until > day)));

    private static Dictionary<string, string> Typed(IReadOnlyDictionary<string, decimal> percents) => percents.ToDictionary(p => p.Key, p => p.Value.ToString("0.####", Say.Vietnamese), StringComparer.Ordinal);

    private static DateBoxes Boxes(IFormCollection form, string name) => new() { Day = form[name + ".Day"], Month = form[name + ".Month"], Year = form[name + ".Year"] };

    // 90; 12,5; 12.5; 90 %; what is out of range is told by the rule
    [GeneratedRegex(@"^-?\d{1,6}([.,]\d{1,6})?\s*%?$")]
    private static partial Regex Number();
}
