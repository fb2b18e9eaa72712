using MotCua.App.Kernel;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>A row of <c>plan-tasks.csv</c>.</summary>
/// <param name="Plan">Key of the plan.</param>
/// <param name="Number">Number within the plan.</param>
/// <param name="Kind">Kind of work.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="Outcome">What is to come out.</param>
/// <param name="LeadUnit">Unit that answers for it.</param>
/// <param name="CoUnits">Cooperating units, or all of a level.</param>
/// <param name="DueOn">Deadline, or null when the source states none.</param>
/// <param name="DueNote">What the deadline was taken from.</param>
/// <param name="Source">Where it was read.</param>
public sealed record PlanTaskLine(
    string Plan, int Number, PlanTaskKind Kind, string Title, string Outcome, string LeadUnit, IReadOnlyList<string> CoUnits, DateOnly? DueOn, string DueNote, string Source);

/// <summary>Reads the tasks that a plan brings with it.</summary>
public static class PlanTaskFile
{
    private static readonly string[] Kinds = ["communication", "documents", "review", "training", "digitisation", "connection", "directive"];

    /// <summary>Reads <c>plan-tasks.csv</c>.</summary>
    public static Parsed<PlanTaskLine> ReadFile(string dataFolder) => ReferenceTable.ReadFile(
        Path.Combine(dataFolder, "plan-tasks.csv"), "plan-tasks.csv", ["plan", "number", "kind", "title", "outcome", "lead_unit", "co_units", "due", "due_note", "source"],
        r => new PlanTaskLine(
            r.Required("plan"), r.Whole("number"), (PlanTaskKind)(1 + Array.IndexOf(Kinds, r.OneOf("kind", Kinds))), r.Required("title"), r.Required("outcome"), r.Required("lead_unit"),
            r.List("co_units"), r.OptionalDate("due"), r["due_note"], r.Required("source")),
        r => $"{r.Plan}/{r.Number}");

    /// <summary>The lines as rows; what is there already stays as people left it.</summary>
    internal static IEnumerable<PlanTaskRow> Rows(IEnumerable<PlanTaskLine> lines, DateTimeOffset now) => lines.Select(t => new PlanTaskRow
    {
        Id = Ids.NewGuid(now),
        PlanCode = t.Plan,
        Number = t.Number,
        Kind = t.Kind,
        Title = t.Title,
        Outcome = t.Outcome,
        LeadUnit = t.LeadUnit,
        CoUnits = PlanTaskRow.Joined(t.CoUnits),
        Basis = t.DueNote,
        Source = t.Source,
        State = PlanTaskState.New,
        FirstDueOn = t.DueOn,
        DueOn = t.DueOn,
        SortOn = t.DueOn ?? PlanTaskRow.Last,
        CreatedAt = now,
        Version = 1,
    });
}
