using System.Globalization;
using MotCua.Domain.Kernel;

namespace MotCua.Domain.Targets;

/// <summary>A unit as a plan sees it.</summary>
/// <param name="Key"><c>org_key</c>.</param>
/// <param name="Name">Name.</param>
/// <param name="Level"><c>tinh</c>, <c>huyen</c> or <c>xa</c>.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Exclusive end, or null: it was merged or ended that day.</param>
/// <param name="InPlan">One of the units that the province watches.</param>
public sealed record PlanUnit(string Key, string Name, string Level, DateOnly From, DateOnly? Until, bool InPlan);

/// <summary>What a plan is checked against.</summary>
/// <param name="Units">Every unit.</param>
/// <param name="Indicators">Known indicators: code and short name.</param>
/// <param name="Timeline">Issued decisions.</param>
/// <param name="Before">What the decision before this one assigns, or empty.</param>
/// <param name="IsNewest">True when <paramref name="Before"/> is still what the draft was begun from.</param>
/// <param name="Today">Local day.</param>
public sealed record PlanFacts(
    IReadOnlyDictionary<string, PlanUnit> Units, IReadOnlyDictionary<string, string> Indicators, PlanTimeline Timeline, PlanContent Before, bool IsNewest, DateOnly Today)
{
    /// <summary>Last day of the latest period whose figures are frozen; null = none.</summary>
    public DateOnly? ClosedUntil { get; init; }
}

/// <summary>How much a finding weighs.</summary>
public enum PlanWeight
{
    /// <summary>Refused at once.</summary>
    Wrong = 1,

    /// <summary>May be saved, not sent.</summary>
    Unfinished = 2,

    /// <summary>May be sent when somebody confirms that it is meant.</summary>
    Warning = 3,
}

/// <summary>One thing found in a draft.</summary>
/// <param name="Problem">What, with the sentence that names the particulars.</param>
/// <param name="Weight">How much it weighs.</param>
/// <param name="Group">Group that it is about, or null.</param>
/// <param name="Unit">Unit that it is about, or null.</param>
/// <param name="Indicator">Indicator that it is about, or null.</param>
public sealed record PlanFinding(Problem Problem, PlanWeight Weight, string? Group = null, string? Unit = null, string? Indicator = null);

/// <summary>What is wrong, unfinished or remarkable in a draft (law rules 36, 56; docs/law.md, the plan).</summary>
public static class PlanCheck
{
    /// <summary>Levels that a group may have, in order.</summary>
    public static readonly IReadOnlyList<(string Level, string Name)> Levels = [("tinh", "Cấp tỉnh"), ("huyen", "Cấp huyện"), ("xa", "Cấp xã")];

    private const int LongestName = 300;
    private const int LongestGroup = 150;
    private const int LongestReason = 1000;

    /// <summary>Everything found, the worst first.</summary>
    public static IReadOnlyList<PlanFinding> Check(PlanKind kind, string plan, PlanTerms terms, PlanContent content, PlanFacts facts)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(facts);
        return [.. Terms(kind, plan, terms, facts).Concat(Content(terms, content, facts)).Concat(Warnings(terms, content, facts)).OrderBy(f => f.Weight)];
    }

    private static IEnumerable<PlanFinding> Terms(PlanKind kind, string plan, PlanTerms terms, PlanFacts facts)
    {
        if (terms.Name.Trim().Length is 0 or > LongestName) yield return new(PlanProblems.NameMissing, PlanWeight.Wrong);
        if (terms.Reason.Length > LongestReason) yield return new(PlanProblems.ReasonMissing, PlanWeight.Wrong);
        if (kind == PlanKind.Correction && terms.Reason.Trim().Length == 0) yield return new(PlanProblems.ReasonMissing.Saying("Nhập lý do điều chỉnh: vì sao chỉ tiêu giữa kỳ phải đổi."), PlanWeight.Wrong);
        if (terms.From is not { } from)
        {
            yield return new(PlanProblems.PeriodEmpty, PlanWeight.Wrong);
            yield break;
        }

        if (from.Year is < 2000 or > 2100 || terms.To is { Year: > 2100 }) yield return new(PlanProblems.PeriodEmpty.Saying("Ngày của kỳ phải trong các năm 2000 đến 2100."), PlanWeight.Wrong);
        if (terms.To is { } to && to < from) yield return new(PlanProblems.EndBeforeStart, PlanWeight.Wrong);
        if (facts.Timeline.Refusal(kind, plan, from) is { } refusal) yield return new(refusal, PlanWeight.Unfinished);
    }

    private static IEnumerable<PlanFinding> Content(PlanTerms terms, PlanContent content, PlanFacts facts)
    {
        if (content.Indicators.Count == 0) yield return new(PlanProblems.NoIndicator, PlanWeight.Wrong);
        foreach (var code in content.Indicators.Where(i => !facts.Indicators.ContainsKey(i)))
        {
            yield return new(PlanProblems.UnknownIndicator.Saying($"Hệ thống không có chỉ tiêu «{code}». Bỏ chỉ tiêu này hoặc chọn chỉ tiêu khác."), PlanWeight.Wrong, Indicator: code);
        }

        foreach (var finding in Groups(content, facts).Concat(Members(terms, content, facts))) yield return finding;
        foreach (var finding in Percents(content, facts)) yield return finding;
    }

    private static IEnumerable<PlanFinding> Groups(PlanContent content, PlanFacts facts)
    {
        if (content.Groups.Count == 0) yield return new(PlanProblems.NoGroup, PlanWeight.Wrong);
        if (content.Groups.Any(g => g.Level == "xa") && content.Groups.Any(g => g.Level == "huyen")) yield return new(PlanProblems.CommunesAndDistricts, PlanWeight.Wrong);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in content.Groups)
        {
            var name = group.Name.Trim();
            if (name.Length is 0 or > LongestGroup) yield return new(PlanProblems.GroupName, PlanWeight.Wrong, group.Key);
            else if (!names.Add(SearchText.Fold(name))) yield return new(PlanProblems.GroupName.Saying($"Có hai nhóm cùng tên «{name}». Đặt tên khác nhau để văn bản và bảng không lẫn."), PlanWeight.Wrong, group.Key);
            if (Levels.All(l => l.Level != group.Level)) yield return new(PlanProblems.GroupLevel, PlanWeight.Wrong, group.Key);
            if (content.Members.All(m => m.Group != group.Key)) yield return new(PlanProblems.EmptyGroup.Saying($"Nhóm «{name}» chưa có đơn vị nào. Xếp ít nhất một đơn vị vào nhóm, hoặc xóa nhóm."), PlanWeight.Unfinished, group.Key);
            foreach (var indicator in content.Indicators.Where(i => !group.Percents.ContainsKey(i)))
            {
                if (content.Members.Where(m => m.Group == group.Key).All(m => m.Own.ContainsKey(indicator))) continue;
                yield return new(PlanProblems.NoTarget.Saying($"Nhóm «{name}» chưa có chỉ tiêu «{NameOf(indicator, facts)}»: các đơn vị của nhóm sẽ không có đánh giá cho chỉ tiêu này."), PlanWeight.Warning, group.Key, null, indicator);
            }
        }
    }

    private static IEnumerable<PlanFinding> Members(PlanTerms terms, PlanContent content, PlanFacts facts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in content.Members)
        {
            if (!facts.Units.TryGetValue(member.Unit, out var unit))
            {
                yield return new(PlanProblems.UnknownUnit.Saying($"Không có đơn vị «{member.Unit}»."), PlanWeight.Wrong, member.Group, member.Unit);
                continue;
            }

            if (!seen.Add(unit.Key)) yield return new(PlanProblems.InTwoGroups.Saying($"{unit.Name} được xếp vào hai nhóm. Mỗi đơn vị chỉ thuộc một nhóm: giữ lại một."), PlanWeight.Wrong, member.Group, unit.Key);
            var group = content.GroupOf(member.Group);
            if (group is null) yield return new(PlanProblems.GroupMissing.Saying($"{unit.Name} được xếp vào nhóm không còn trong kế hoạch. Chọn nhóm khác cho đơn vị."), PlanWeight.Wrong, member.Group, unit.Key);
            else if (group.Level != unit.Level) yield return new(PlanProblems.WrongLevel.Saying($"{unit.Name} là đơn vị {LevelName(unit.Level)}, không xếp vào nhóm «{group.Name}» ({LevelName(group.Level)}) được."), PlanWeight.Wrong, group.Key, unit.Key);
            if (terms.From is not { } from) continue;
            if (unit.Until is { } until && until <= from)
            {
                yield return new(PlanProblems.UnitNotInForce.Saying($"{unit.Name} đã sáp nhập hoặc kết thúc từ {until:dd/MM/yyyy}. Đưa đơn vị ra khỏi kế hoạch, hoặc chọn đơn vị kế tục."), PlanWeight.Wrong, member.Group, unit.Key);
            }
            else if (unit.From > from)
            {
                yield return new(PlanProblems.UnitNotInForce.Saying($"{unit.Name} mới thành lập từ {unit.From:dd/MM/yyyy}, sau ngày kế hoạch có hiệu lực. Giao chỉ tiêu cho đơn vị bằng quyết định điều chỉnh từ ngày đó."), PlanWeight.Wrong, member.Group, unit.Key);
            }
            else if (unit.Until is { } end && (terms.To is not { } to || end <= to))
            {
                yield return new(PlanProblems.UnitEnds.Saying($"{unit.Name} kết thúc từ {end:dd/MM/yyyy}, trong kỳ của kế hoạch."), PlanWeight.Warning, member.Group, unit.Key);
            }
        }
    }

    private static IEnumerable<PlanFinding> Percents(PlanContent content, PlanFacts facts)
    {
        foreach (var group in content.Groups)
        {
            foreach (var (indicator, percent) in group.Percents.Where(p => !IsPercent(p.Value)))
            {
                yield return new(PlanProblems.Percent.Saying($"Chỉ tiêu «{NameOf(indicator, facts)}» của nhóm «{group.Name}» là {Number(percent)}: phải từ 0 đến 100, tối đa hai chữ số thập phân."), PlanWeight.Wrong, group.Key, null, indicator);
            }
        }

        foreach (var member in content.Members)
        {
            foreach (var (indicator, percent) in member.Own.Where(p => !IsPercent(p.Value)))
            {
                yield return new(PlanProblems.Percent.Saying($"Chỉ tiêu riêng «{NameOf(indicator, facts)}» của {UnitName(member.Unit, facts)} là {Number(percent)}: phải từ 0 đến 100, tối đa hai chữ số thập phân."), PlanWeight.Wrong, member.Group, member.Unit, indicator);
            }
        }
    }

    private static IEnumerable<PlanFinding> Warnings(PlanTerms terms, PlanContent content, PlanFacts facts)
    {
        if (terms.From is { } from && from < facts.Today)
        {
            yield return new(PlanProblems.Backwards.Saying($"Có hiệu lực từ {from:dd/MM/yyyy}, trước hôm nay: đánh giá của các ngày từ đó đến nay sẽ theo chỉ tiêu mới; số liệu các ngày trước đó không đổi."), PlanWeight.Warning);
        }

        if (terms.From is { } begin && facts.ClosedUntil is { } closed && begin <= closed)
        {
            yield return new(PlanProblems.InClosedPeriod.Saying($"Số liệu đã chốt đến hết {closed:dd/MM/yyyy}: các kỳ đã chốt giữ chỉ tiêu lúc chốt, không đánh giá lại theo quyết định này."), PlanWeight.Warning);
        }

        if (!facts.IsNewest) yield return new(PlanProblems.OtherSince.Saying("Từ khi lập dự thảo đã có quyết định khác ban hành. Bảng thay đổi dưới đây so với quyết định mới nhất; xem kỹ để không lấy lại chỉ tiêu cũ."), PlanWeight.Warning);
        foreach (var finding in Lower(content, facts)) yield return finding;
        if (terms.From is not { } start) yield break;
        var named = content.Members.Select(m => m.Unit).ToHashSet(StringComparer.Ordinal);
        foreach (var unit in facts.Units.Values.Where(u => !named.Contains(u.Key) && (u.InPlan || facts.Before.Members.Any(m => m.Unit == u.Key)) && u.From <= start && (u.Until is null || u.Until > start)).OrderBy(u => u.Key, StringComparer.Ordinal))
        {
            yield return new(PlanProblems.LeftOut.Saying($"{unit.Name} không được xếp vào nhóm nào: đơn vị vẫn có số liệu nhưng không có chỉ tiêu."), PlanWeight.Warning, null, unit.Key);
        }
    }

    // Units of a group whose target falls alike are named in one sentence
    private static IEnumerable<PlanFinding> Lower(PlanContent content, PlanFacts facts) => content.Members.DistinctBy(m => m.Unit)
        .SelectMany(m => content.Indicators.Select(i => (m.Unit, m.Group, Indicator: i, Now: content.TargetOf(m.Unit, i), Before: facts.Before.TargetOf(m.Unit, i))))
        .Where(t => t.Now < t.Before).GroupBy(t => (t.Group, t.Indicator, t.Now, t.Before)).Select(g => new PlanFinding(
            PlanProblems.Lower.Saying($"{string.Join(", ", g.Select(t => UnitName(t.Unit, facts)))}: «{NameOf(g.Key.Indicator, facts)}» giảm từ {Number(g.Key.Before!.Value)} % xuống {Number(g.Key.Now!.Value)} %."),
            PlanWeight.Warning, g.Key.Group, g.Count() == 1 ? g.First().Unit : null, g.Key.Indicator));

    private static bool IsPercent(decimal percent) => percent is >= 0 and <= 100 && decimal.Round(percent, 2) == percent;

    private static string Number(decimal number) => number.ToString("0.####", CultureInfo.GetCultureInfo("vi-VN"));

    private static string NameOf(string indicator, PlanFacts facts) => facts.Indicators.GetValueOrDefault(indicator, indicator);

    private static string UnitName(string unit, PlanFacts facts) => facts.Units.TryGetValue(unit, out var found) ? found.Name : unit;

    private static string LevelName(string level) => Levels.FirstOrDefault(l => l.Level == level).Name is { } name ? char.ToLowerInvariant(name[0]) + name[1..] : level;
}
