using MotCua.Web.Security;

namespace MotCua.Web.Components;

/// <summary>An entry of the targets' pages.</summary>
/// <param name="Text">Words.</param>
/// <param name="Path">Address without query; the shown period goes with it.</param>
/// <param name="Policy">Who may open it.</param>
public sealed record TargetMenuEntry(string Text, string Path, string Policy);

/// <summary>The row of tabs at the head of every page of the targets (<c>&lt;partial name="_TargetMenu" /&gt;</c>): each is shown to those who may open it.</summary>
public static class TargetMenu
{
    private static readonly string[] Kept = ["ky", "tu", "den"];

    /// <summary>Entries in order.</summary>
    public static readonly IReadOnlyList<TargetMenuEntry> Entries =
    [
        new("Bảng chỉ tiêu", Links.Board(), Policies.SeeBoard),
        new("Dự báo", Links.Forecasts(), Policies.SeeBoard),
        new("Theo tháng", Links.Board() + "/theo-thang", Policies.SeeBoard),
        new("Bản đồ", Links.Board() + "/ban-do", Policies.SeeBoard),
        new("Vì sao?", Links.BoardWhy(), Policies.SeeBoard),
        new("Việc nên làm", Links.Advice(), Policies.SeeBoard),
        new("Bộ chỉ số 766", Links.IndexBoard(), Policies.SeeBoard),
        new("Kế hoạch", Links.Plans(), Policies.SeeBoard),
        new("Dấu hiệu", Links.Flags(), Policies.SeeBoard),
        new("Nhiệm vụ", Links.PlanTasks(), Policies.SeeBoard),
        new("Văn bản", Links.PlanDocuments(), Policies.SeeBoard),
        new("Chốt số", Links.Closings(), Policies.SeeBoard),
        new("Định nghĩa", Links.Definitions(), Policies.SeeBoard),
        new("Lượt truy cập", Links.Visits(), Policies.SeeVisits),
    ];

    /// <summary>The entry that the page belongs to: the one whose address is the longest beginning of the page's.</summary>
    public static TargetMenuEntry? EntryOf(string path) =>
        Entries.Where(e => path == e.Path || path.StartsWith(e.Path + "/", StringComparison.Ordinal)).MaxBy(e => e.Path.Length);

    /// <summary>The entry's address for the period of the page that shows it.</summary>
    public static string Address(TargetMenuEntry entry, IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(query);
        return entry.Path + QueryString.Create(Kept.Where(k => !string.IsNullOrEmpty(query[k])).Select(k => KeyValuePair.Create(k, (string?)query[k].ToString())));
    }
}
