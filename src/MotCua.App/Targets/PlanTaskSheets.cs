using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Documents;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Which part of the tasks is shown.</summary>
public enum PlanTaskView
{
    /// <summary>New, in progress, waiting for confirmation.</summary>
    Open = 1,

    /// <summary>Open and past the deadline.</summary>
    Overdue = 2,

    /// <summary>Reported done, to be confirmed.</summary>
    Awaiting = 3,

    /// <summary>Done.</summary>
    Done = 4,

    /// <summary>Cancelled.</summary>
    Cancelled = 5,
}

/// <summary>Which tasks are asked for.</summary>
/// <param name="View">Part.</param>
/// <param name="Unit">Leads or cooperates; null = any.</param>
/// <param name="Kind">Kind; null = any.</param>
/// <param name="Plan">Plan; null = any.</param>
public sealed record PlanTaskFilter(PlanTaskView View = PlanTaskView.Open, string? Unit = null, PlanTaskKind? Kind = null, string? Plan = null);

/// <summary>A place in the list of tasks, for paging by keys.</summary>
/// <param name="On">Deadline; the last day of the calendar for none.</param>
/// <param name="Number">Number in its plan.</param>
/// <param name="Id">Task.</param>
public readonly record struct PlanTaskPlace(DateOnly On, int Number, Guid Id);

/// <summary>A task in a list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Number in its plan.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="Lead">Name of the lead unit.</param>
/// <param name="Task">How it stands.</param>
/// <param name="IsMeasured">It was made of an advice: what happened is measured.</param>
public sealed record ListedTask(Guid Id, int Number, PlanTaskKind Kind, string Title, string Lead, PlanTask Task, bool IsMeasured);

/// <summary>A page of tasks.</summary>
/// <param name="Lines">Tasks, nearest deadline first.</param>
/// <param name="After">Place of the last when there are more.</param>
/// <param name="Counts">How many there are of each part, for the same unit, kind and plan.</param>
public sealed record PlanTaskPage(IReadOnlyList<ListedTask> Lines, PlanTaskPlace? After, IReadOnlyDictionary<PlanTaskView, int> Counts);

/// <summary>Something that happened, as people read it.</summary>
/// <param name="Id">Key.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Act">Name of the act.</param>
/// <param name="By">Name of the officer; empty for the system.</param>
/// <param name="Unit">Name of the unit they acted for.</param>
/// <param name="Text">What was said.</param>
/// <param name="DueBefore">Deadline before, when it moved.</param>
/// <param name="DueAfter">Deadline after, when it moved.</param>
/// <param name="Files">Files that went with it.</param>
public sealed record PlanEntry(Guid Id, DateTimeOffset At, string Act, string By, string Unit, string Text, DateOnly? DueBefore, DateOnly? DueAfter, IReadOnlyList<StoredFileRow> Files);

/// <summary>One task as its page shows it.</summary>
/// <param name="Row">The task.</param>
/// <param name="Task">How it stands.</param>
/// <param name="Plan">Name of the plan.</param>
/// <param name="Lead">Name of the lead unit.</param>
/// <param name="CoUnits">Names of the cooperating units.</param>
/// <param name="History">What happened, latest first.</param>
public sealed record PlanTaskSheet(PlanTaskRow Row, PlanTask Task, string Plan, string Lead, IReadOnlyList<string> CoUnits, IReadOnlyList<PlanEntry> History);

/// <summary>A choice of a list.</summary>
/// <param name="Key">Key.</param>
/// <param name="Name">Name.</param>
/// <param name="Level"><c>tinh</c>, <c>huyen</c>, <c>xa</c>, or empty.</param>
public sealed record PlanChoice(string Key, string Name, string Level = "");

/// <summary>The plan's tasks as officers read them.</summary>
public sealed class PlanTaskSheets(MotCuaDb db, TimeProvider clock)
{
    private const int PageSize = 30;

    /// <summary>A page of the tasks asked for, nearest deadline first.</summary>
    public async Task<PlanTaskPage> ListAsync(PlanTaskFilter filter, PlanTaskPlace? after, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var today = ProvinceTime.DateOf(clock.GetUtcNow());
        var all = db.PlanTasks.AsNoTracking();
        if (filter.Plan is { } plan) all = all.Where(t => t.PlanCode == plan);
        if (filter.Kind is { } kind) all = all.Where(t => t.Kind == kind);
        if (filter.Unit is { } unit)
        {
            var level = await db.Units.AsNoTracking().Where(u => u.Key == unit).Select(u => u.Level).FirstOrDefaultAsync(ct) ?? "";
            var (one, every) = ($";{unit};", $";{level}:*;");
            all = all.Where(t => t.LeadUnit == unit || t.CoUnits.Contains(one) || t.CoUnits.Contains(every));
        }

        var counts = new Dictionary<PlanTaskView, int>();
        foreach (var view in Enum.GetValues<PlanTaskView>()) counts[view] = await Of(all, view, today).CountAsync(ct);
        var shown = Of(all, filter.View, today);
        if (after is { } place) shown = shown.Where(t => t.SortOn > place.On || (t.SortOn == place.On && (t.Number > place.Number || (t.Number == place.Number && t.Id.CompareTo(place.Id) > 0))));
        var rows = await shown.OrderBy(t => t.SortOn).ThenBy(t => t.Number).ThenBy(t => t.Id).Take(PageSize + 1).ToListAsync(ct);
        var page = rows.Take(PageSize).ToList();
        var names = await UnitNamesAsync([.. page.Select(t => t.LeadUnit).Distinct()], ct);
        var ids = page.ConvertAll(t => t.Id);
        var measured = await db.PlanTaskAdvice.AsNoTracking().Where(a => ids.Contains(a.TaskId)).Select(a => a.TaskId).ToListAsync(ct);
        var lines = page.ConvertAll(t => new ListedTask(t.Id, t.Number, t.Kind, t.Title, names.GetValueOrDefault(t.LeadUnit, t.LeadUnit), t.ToTask(), measured.Contains(t.Id)));
        return new PlanTaskPage(lines, rows.Count > PageSize ? new PlanTaskPlace(page[^1].SortOn, page[^1].Number, page[^1].Id) : null, counts);
    }

    /// <summary>One task, or null.</summary>
    public async Task<PlanTaskSheet?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.PlanTasks.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, ct) is not { } row) return null;
        var plan = await db.Plans.AsNoTracking().Where(p => p.Code == row.PlanCode).Select(p => p.Name).FirstOrDefaultAsync(ct) ?? row.PlanCode;
        var names = await UnitNamesAsync([row.LeadUnit, .. row.CoUnitKeys], ct);
        return new PlanTaskSheet(
            row, row.ToTask(), plan, names.GetValueOrDefault(row.LeadUnit, row.LeadUnit),
            [.. row.CoUnitKeys.Select(k => PlanTaskDesk.LevelNames.GetValueOrDefault(k) ?? names.GetValueOrDefault(k, k))], await HistoryAsync(id, ct));
    }

    /// <summary>Units that may lead or cooperate: those of the plan, then the communes.</summary>
    public async Task<IReadOnlyList<PlanChoice>> UnitsAsync(CancellationToken ct) =>
        await db.Units.AsNoTracking().Where(u => u.Until == null && (u.InPlan || u.Level == "xa")).OrderBy(u => u.Level == "tinh" ? 0 : u.Level == "huyen" ? 1 : 2).ThenBy(u => u.SortKey)
            .Select(u => new PlanChoice(u.Key, u.Level == "xa" ? u.Name : u.ShortName, u.Level)).ToListAsync(ct);

    /// <summary>Plans, latest first.</summary>
    public async Task<IReadOnlyList<PlanChoice>> PlansAsync(CancellationToken ct) =>
        await db.Plans.AsNoTracking().OrderByDescending(p => p.From).Select(p => new PlanChoice(p.Code, p.Name, "")).ToListAsync(ct);

    internal async Task<IReadOnlyList<PlanEntry>> HistoryAsync(Guid subject, CancellationToken ct)
    {
        var rows = await db.PlanEntries.AsNoTracking().Where(e => e.SubjectId == subject).OrderByDescending(e => e.Version).ToListAsync(ct);
        var kept = await db.PlanFiles.AsNoTracking().Where(f => f.SubjectId == subject).Join(db.StoredFiles, f => f.FileId, s => s.Id, (f, s) => new { f.EntryId, File = s }).ToListAsync(ct);
        var files = kept.OrderBy(f => f.File.Id).ToLookup(f => f.EntryId, f => f.File);
        var officers = rows.Select(r => Guid.TryParseExact(r.OfficerId, "N", out var key) ? key : Guid.Empty).Distinct().ToList();
        var people = await db.Officers.AsNoTracking().Where(o => officers.Contains(o.Id)).Select(o => new { o.Id, o.DisplayName }).ToDictionaryAsync(o => o.Id.ToString("N"), o => o.DisplayName, StringComparer.Ordinal, ct);
        var units = await UnitNamesAsync([.. rows.Select(r => r.UnitKey).Distinct()], ct);
        return rows.ConvertAll(r => new PlanEntry(
            r.Id, r.At, r.Act, people.GetValueOrDefault(r.OfficerId, ""), units.GetValueOrDefault(r.UnitKey, r.UnitKey), r.Text, r.DueBefore, r.DueAfter, [.. files[r.Id]]));
    }

    internal Task<Dictionary<string, string>> UnitNamesAsync(List<string> keys, CancellationToken ct) =>
        db.Units.AsNoTracking().Where(u => keys.Contains(u.Key)).ToDictionaryAsync(u => u.Key, u => u.ShortName.Length > 0 ? u.ShortName : u.Name, StringComparer.Ordinal, ct);

    private static IQueryable<PlanTaskRow> Of(IQueryable<PlanTaskRow> tasks, PlanTaskView view, DateOnly today) => view switch
    {
        PlanTaskView.Overdue => tasks.Where(t =>
            ((t.State == PlanTaskState.New || t.State == PlanTaskState.InProgress) && t.DueOn < today) || (t.State == PlanTaskState.AwaitingConfirmation && t.ReportedOn > t.DueOn)),
        PlanTaskView.Awaiting => tasks.Where(t => t.State == PlanTaskState.AwaitingConfirmation),
        PlanTaskView.Done => tasks.Where(t => t.State == PlanTaskState.Done),
        PlanTaskView.Cancelled => tasks.Where(t => t.State == PlanTaskState.Cancelled),
        _ => tasks.Where(t => t.State == PlanTaskState.New || t.State == PlanTaskState.InProgress || t.State == PlanTaskState.AwaitingConfirmation),
    };
}

/// <summary>Files of the plan's tasks and documents: they are of the work, not of people, so whoever sees the board may read them.</summary>
public sealed class PlanPapers(MotCuaDb db, FileStore files)
{
    /// <summary>Opens a file of a task or document; null when there is none.</summary>
    public async Task<(StoredFileRow File, Stream Content)?> OpenAsync(Guid file, CancellationToken ct)
    {
        if (!await db.PlanFiles.AnyAsync(f => f.FileId == file, ct)) return null;
        var row = await db.StoredFiles.AsNoTracking().FirstOrDefaultAsync(f => f.Id == file, ct);
        return row is not null && files.Open(file) is { } content ? (row, content) : null;
    }
}
