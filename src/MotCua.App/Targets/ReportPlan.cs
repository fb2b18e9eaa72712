using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Documents;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Báo cáo kết quả thực hiện kế hoạch: text composed from the figures, and the figures of every unit as phụ lục.</summary>
public sealed class ReportPlan(MotCuaDb db, TargetBoards boards, ReportProcessing processing, Forecasts forecasts) : IReportAuthor
{
    private static readonly IReadOnlyList<IndicatorDefinition> Shown = [Indicators.Ct1, Indicators.Ct2, Indicators.Ct3];

    /// <inheritdoc />
    public ReportTemplate Template => ReportTemplates.Plan;

    /// <inheritdoc />
    int IReportAuthor.PiecesOf(ReportOrder order) => order.Scope.Groups.Count;

    /// <inheritdoc />
    async Task<string> IReportAuthor.PieceAsync(ReportOrder order, int number, CancellationToken ct)
    {
        var counts = await processing.CountAsync(order.Scope.Groups[number].Units, order.Period.From, order.Period.To, order.AsAt, ct);
        return JsonSerializer.Serialize(counts.Aggregate(default(ProcessingCounts), (sum, c) => sum + c.Counts), ReportPapers.Kept);
    }

    /// <inheritdoc />
    async Task<Result<OfficePaper>> IReportAuthor.ComposeAsync(ReportOrder order, IReadOnlyList<string> pieces, CancellationToken ct)
    {
        var now = await boards.ForAsync(new MeasureQuestion(order.Period.From, order.Period.To, Shown), ct);
        var previous = order.Period.Previous();
        var before = previous is null ? null : await boards.ForAsync(new MeasureQuestion(previous.From, previous.To, Shown), ct);
        var names = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Key, u => (Name: u.ShortName.Length > 0 ? u.ShortName : u.Name, u.ParentKey), StringComparer.Ordinal, ct);
        var work = order.Scope.Groups.Select((g, i) => (Unit: g.Section.Level == "xa" ? names[g.Units[0]].ParentKey ?? g.Units[0] : g.Units[0], Counts: JsonSerializer.Deserialize<ProcessingCounts>(pieces[i], ReportPapers.Kept)))
            .GroupBy(w => w.Unit).Select(g => new PlanReportWork(names[g.Key].Name, g.Aggregate(default(ProcessingCounts), (sum, w) => sum + w.Counts))).ToList();
        var all = work.Aggregate(default(ProcessingCounts), (sum, w) => sum + w.Counts);
        if (work.Select(w => w.Counts.Check(w.Unit)).Append(all.Check("Toàn tỉnh")).FirstOrDefault(p => p is not null) is { } broken) return broken;
        var tasks = await TasksAsync(order, ct);
        var year = Period.OfYear(order.LastDay.Year);
        var forecast = await forecasts.ForAsync(new ForecastQuestion(year, order.LastDay, [Indicators.Ct2, Indicators.Ct3]), ct);
        var text = new PlanReportText(order, new PlanReportFigures(now, before, previous?.Name, work, all, tasks, forecast));
        return new OfficePaper($"{Template.Name} {order.Period.Name}", [.. text.Body(), ReportPapers.Source(Template, order)])
        {
            Head = new OfficeHead(order.Scope.Agency, order.Scope.Place)
            {
                Above = order.Scope.Above,
                Number = $"/BC-{order.Scope.Abbreviation}",
                Kind = "Báo cáo",
                Subject = $"{Template.Name} {order.Period.Name}",
                Under = ReportPapers.Under(order),
                To = "Ủy ban nhân dân tỉnh",
            },
            Recipients = ["Như trên", "Các sở, ban, ngành; UBND các huyện, thành phố", "Lưu: VT"],
            Signature = new OfficeSignature(order.Scope.Signs, null),
            Annexes = text.Annexes(),
        };
    }

    private async Task<IReadOnlyList<PlanReportTask>> TasksAsync(ReportOrder order, CancellationToken ct)
    {
        var names = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Key, u => u.Name, StringComparer.Ordinal, ct);
        var (created, on) = (order.AsAt, order.LastDay);
        // Those the plan itself sets are older than their row here
        var rows = await db.PlanTasks.AsNoTracking().Where(t => t.State != PlanTaskState.Cancelled && (t.CreatedAt < created || (t.Source != "" && db.Plans.Any(p => p.Code == t.PlanCode && p.From <= on)))).OrderBy(t => t.SortOn).ToListAsync(ct);
        return [.. rows.Select(t => new PlanReportTask(t.Number, t.Title, names.GetValueOrDefault(t.LeadUnit, t.LeadUnit), t.ToTask(), t.DueOn))];
    }
}

/// <summary>All figures that the report's words are made of.</summary>
/// <param name="Now">The board of the period.</param>
/// <param name="Before">The board of the period before, or null.</param>
/// <param name="Previous">Name of the period before.</param>
/// <param name="Work">How units handled their dossiers.</param>
/// <param name="All">The sum of these.</param>
/// <param name="Tasks">Tasks of the plan.</param>
/// <param name="Forecast">Where the year is going to end.</param>
internal sealed record PlanReportFigures(TargetBoard Now, TargetBoard? Before, string? Previous, IReadOnlyList<PlanReportWork> Work, ProcessingCounts All, IReadOnlyList<PlanReportTask> Tasks, ForecastSheet Forecast);

/// <summary>How a unit's dossiers were handled.</summary>
/// <param name="Unit">Name.</param>
/// <param name="Counts">Columns of II.06a.</param>
internal sealed record PlanReportWork(string Unit, ProcessingCounts Counts);

/// <summary>A task of the plan.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="Lead">Name of the lead unit.</param>
/// <param name="Task">How it stands.</param>
/// <param name="DueOn">Deadline.</param>
internal sealed record PlanReportTask(int Number, string Title, string Lead, PlanTask Task, DateOnly? DueOn);
