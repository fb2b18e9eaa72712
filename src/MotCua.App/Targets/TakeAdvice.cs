using Microsoft.EntityFrameworkCore;
using MotCua.App.Calendar;
using MotCua.App.Data;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Make a task of an advice.</summary>
/// <param name="Unit">Row of the board.</param>
/// <param name="From">First local day of the period that it was read in.</param>
/// <param name="To">Last local day of that period.</param>
/// <param name="Key">What the advice is called (<see cref="AdviceLine.Key"/>).</param>
public sealed record TakeAdvice(string Unit, DateOnly From, DateOnly To, string Key);

/// <summary>
/// Makes a task of an advice, in one step: the advice is reckoned anew, so that what is promised is what the facts say now, and is kept with the task.
/// The deadline is as many working days ahead as the effort, at least five.
/// </summary>
public sealed class TakeAdviceHandler(MotCuaDb db, AdviceSheets sheets, AssignPlanTaskHandler assign, WorkingCalendars calendars, AdviceCache cache, TimeProvider clock)
{
    private const int FewestDays = 5;
    private const int MostTitle = 500;

    /// <summary>Makes it, or says what stands against it.</summary>
    /// <returns>The task's key.</returns>
    public async Task<Result<Guid>> HandleAsync(TakeAdvice command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        if (!PlanTaskDecision.IsPlanOwner(actor) && !PlanTaskDecision.ActsFor(actor, command.Unit)) return PlanTaskProblems.NotYours;
        if (await sheets.ForAsync(command.Unit, command.From, command.To, ct) is not { } sheet) return AdviceProblems.UnknownUnit;
        if (sheet.Lines.FirstOrDefault(l => l.Key == command.Key) is not { } line) return AdviceProblems.Gone;
        if (line.Task is { IsDone: false }) return AdviceProblems.AlreadyTask;
        var today = ProvinceTime.DateOf(clock.GetUtcNow());
        if (await db.Plans.AsNoTracking().Where(p => p.From <= today && (p.Until == null || p.Until > today)).OrderByDescending(p => p.From).Select(p => p.Code).FirstOrDefaultAsync(ct) is not { } plan) return AdviceProblems.NoPlan;
        var calendar = await calendars.ForAsync(command.Unit, ct);
        var due = calendar.AddWorkingDays(today, Math.Max(FewestDays, (int)decimal.Ceiling(line.Item.EffortDays)));
        var title = line.Title.Length <= MostTitle ? line.Title : line.Title[..(MostTitle - 1)] + "…";
        var draft = new PlanTaskDraft(AdviceWords.TaskKindOf(line.Item.Kind), title, AdviceWords.Outcome(line.Item), command.Unit, due, "");
        var desk = line.Item.Change.Unit is { } unit && unit != command.Unit ? unit : null;
        cache.Forget();
        return await assign.HandleAsync(new AssignPlanTask(plan, draft, desk is null ? [] : [desk], "Từ danh sách việc nên làm") { Promise = new AdvicePromise(command.Unit, command.From, command.To, line) }, actor, ct);
    }
}

/// <summary>What a task promises, as it is kept with it.</summary>
/// <param name="Unit">Row of the board.</param>
/// <param name="From">First local day.</param>
/// <param name="To">Last local day.</param>
/// <param name="Line">The advice.</param>
public sealed record AdvicePromise(string Unit, DateOnly From, DateOnly To, AdviceLine Line)
{
    /// <summary>The advice as a row.</summary>
    internal PlanTaskAdviceRow Row(Guid task, DateTimeOffset now) => new()
    {
        TaskId = task,
        UnitKey = Unit,
        Kind = Line.Item.Kind,
        ProcedureCode = Line.Item.Change.Procedure ?? "",
        DeskKey = Line.Item.Change.Unit ?? "",
        Level = Line.Item.Change.Level,
        OnlineShare = Line.Item.Change.OnlineShare,
        SelfShare = Line.Item.Change.SelfShare,
        From = From,
        To = To,
        Accepted = Line.Item.Had.Accepted,
        Online = Line.Item.Had.Online,
        OfServices = Line.Item.Had.OfServices,
        OnlineOfServices = Line.Item.Had.OnlineOfServices,
        SelfOnlineOfServices = Line.Item.Had.SelfOnlineOfServices,
        Moved = Line.Item.Moved,
        EffortDays = Line.Item.EffortDays,
        Method = Line.Method,
        PromisedAt = now,
    };

    /// <summary>Its effects as rows.</summary>
    internal IEnumerable<PlanTaskEffectRow> Effects(Guid task) => Line.Item.Effects.Select(e => new PlanTaskEffectRow
    {
        TaskId = task,
        Indicator = e.Indicator.Code,
        Version = e.Indicator.Version,
        NumeratorBefore = e.Before.Numerator,
        DenominatorBefore = e.Before.Denominator,
        NumeratorAfter = e.After.Numerator,
        DenominatorAfter = e.After.Denominator,
        Target = e.Target,
    });
}
