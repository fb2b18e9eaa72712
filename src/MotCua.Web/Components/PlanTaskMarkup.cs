using MotCua.App.Targets;
using MotCua.Domain.Targets;

namespace MotCua.Web.Components;

/// <summary>How tasks of the plan are said on pages.</summary>
public static class PlanTaskMarkup
{
    /// <summary>Words and colour of how a task stands today; being overdue comes before the state.</summary>
    public static (string Words, string Colour) Standing(PlanTask task, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (task.IsOverdue(today) && task.State != PlanTaskState.AwaitingConfirmation) return ($"Quá hạn {Say.Count(task.DaysLate(today))} ngày", "red");
        return task.State switch
        {
            PlanTaskState.Done when task.WasLate => ($"Hoàn thành, chậm {Say.Count(task.DaysLate(today))} ngày", "yellow"),
            PlanTaskState.Done => ("Hoàn thành", "green"),
            PlanTaskState.AwaitingConfirmation => (task.IsOverdue(today) ? $"Chờ xác nhận, chậm {Say.Count(task.DaysLate(today))} ngày" : "Chờ xác nhận", "purple"),
            PlanTaskState.InProgress => ("Đang làm", "blue"),
            PlanTaskState.New => ("Mới giao", "teal"),
            _ => ("Đã hủy", "grey"),
        };
    }

    /// <summary>The deadline, or that there is none.</summary>
    public static string Due(PlanTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.DueOn is { } due ? Say.Date(due) : "chưa định";
    }

    /// <summary>The kinds, for a filter or a form.</summary>
    public static IReadOnlyList<Choice> Kinds { get; } =
        [.. Enum.GetValues<PlanTaskKind>().Select(k => new Choice(((int)k).ToString(System.Globalization.CultureInfo.InvariantCulture), k.Vietnamese()))];

    /// <summary>Units by level, for a filter or a form.</summary>
    public static IReadOnlyList<Choice> UnitsOf(IEnumerable<PlanChoice> units) =>
        [.. units.Select(u => new Choice(u.Key, u.Name, Group: u.Level switch { "tinh" => "Cấp tỉnh", "huyen" => "Cấp huyện", _ => "Cấp xã" }))];

    /// <summary>State of an event in the timeline.</summary>
    public static string Dot(string act) => act is nameof(PlanTaskAct.SentBack) or nameof(PlanTaskAct.Cancelled) or nameof(PlanDocumentAct.Dropped) or nameof(PlanDocumentAct.Replaced) ? "bad" : "done";

    /// <summary>Name of an act in the timeline; an extension without an earlier deadline sets it.</summary>
    public static string ActOf(PlanEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Act == nameof(PlanTaskAct.Extended) && entry.DueBefore is null) return "Đặt hạn";
        if (Enum.TryParse<PlanTaskAct>(entry.Act, out var act)) return act.Vietnamese();
        return Enum.TryParse<PlanDocumentAct>(entry.Act, out var done) ? done.Vietnamese() : entry.Act;
    }

    /// <summary>Who did it, with the unit.</summary>
    public static string ByOf(PlanEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return string.Join(", ", new[] { entry.By, entry.Unit }.Where(t => t.Length > 0));
    }
}
