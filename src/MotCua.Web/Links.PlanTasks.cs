using System.Globalization;
using MotCua.App.Targets;
using MotCua.Domain.Targets;

namespace MotCua.Web;

public static partial class Links
{
    /// <summary>The plan's tasks: a part of them, of a unit, of a kind, after a place.</summary>
    public static string PlanTasks(PlanTaskView view = PlanTaskView.Open, string? unit = null, PlanTaskKind? kind = null, PlanTaskPlace? after = null) =>
        With("/can-bo/ke-hoach/nhiem-vu", ("phan", PlanTaskParts.WordOf(view)), ("donVi", unit), ("loai", kind is { } k ? ((int)k).ToString(CultureInfo.InvariantCulture) : null),
            ("sau", after is { } p ? $"{p.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}_{p.Number.ToString(CultureInfo.InvariantCulture)}_{p.Id:N}" : null));

    /// <summary>Set a task of the plan.</summary>
    public static string PlanTaskNew(string? unit = null) => With("/can-bo/ke-hoach/nhiem-vu/giao", ("donVi", unit));

    /// <summary>One task.</summary>
    public static string PlanTask(Guid id) => "/can-bo/ke-hoach/nhiem-vu/" + id.ToString("N");

    /// <summary>A file of a task or a document of the plan.</summary>
    public static string PlanFile(Guid file) => "/can-bo/ke-hoach/tep/" + file.ToString("N");
}

/// <summary>Words of the parts of the tasks in addresses.</summary>
public static class PlanTaskParts
{
    private static readonly (PlanTaskView View, string? Word)[] Words =
        [(PlanTaskView.Open, null), (PlanTaskView.Overdue, "qua-han"), (PlanTaskView.Awaiting, "cho-xac-nhan"), (PlanTaskView.Done, "hoan-thanh"), (PlanTaskView.Cancelled, "da-huy")];

    /// <summary>The word of a part; null for the open ones.</summary>
    public static string? WordOf(PlanTaskView view) => Words.First(w => w.View == view).Word;

    /// <summary>The part of a word; the open ones for any other.</summary>
    public static PlanTaskView ViewOf(string? word) => Words.FirstOrDefault(w => w.Word == word) is { View: not 0 } found ? found.View : PlanTaskView.Open;
}
