using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>An indicator of the row: as it was, as it was expected, as it is since.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Before">As it was.</param>
/// <param name="Expected">As it was expected.</param>
/// <param name="Actual">From the day after the task was done until today; null while it is not.</param>
public sealed record OutcomeFigure(IndicatorDefinition Indicator, Ratio Before, Ratio Expected, Ratio? Actual);

/// <summary>What was expected of a task, and what happened.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">What was to be done.</param>
/// <param name="UnitName">Unit whose figures were to move.</param>
/// <param name="Task">How it stands.</param>
/// <param name="Advice">The advice it was made of.</param>
/// <param name="Since">First day that is counted: the day after it was done; null while it is not.</param>
/// <param name="Before">Of the advice's own offers: before.</param>
/// <param name="Expected">Of the advice's own offers: expected.</param>
/// <param name="Actual">Of the advice's own offers: since; null while it is not done.</param>
/// <param name="Figures">Indicators of the row.</param>
/// <param name="Verdict">How what happened stands to what was expected.</param>
public sealed record OutcomeLine(
    Guid TaskId, int Number, string Title, string UnitName, PlanTask Task, PlanTaskAdviceRow Advice, DateOnly? Since, Ratio Before, Ratio Expected, Ratio? Actual,
    IReadOnlyList<OutcomeFigure> Figures, OutcomeVerdict Verdict);

/// <summary>Dự kiến so với thực tế: what happened after an advice was followed, read anew from the facts each time, by the predicate of the promise.</summary>
public sealed class AdviceOutcomes(MotCuaDb db, MeasureQueries measures, TimeProvider clock)
{
    /// <summary>Most tasks in the table; latest first.</summary>
    public const int Most = 30;

    /// <summary>What was expected of a task and what happened; null when it was made of no advice.</summary>
    public async Task<OutcomeLine?> OfTaskAsync(Guid task, CancellationToken ct) => await ReadAsync(db.PlanTaskAdvice.AsNoTracking().Where(a => a.TaskId == task), ct) is [var line, ..] ? line : null;

    /// <summary>The tasks made of advice, latest first; of one unit when it is given.</summary>
    public Task<IReadOnlyList<OutcomeLine>> ListAsync(string? unit, CancellationToken ct) =>
        ReadAsync(db.PlanTaskAdvice.AsNoTracking().Where(a => unit == null || a.UnitKey == unit), ct);

    private async Task<IReadOnlyList<OutcomeLine>> ReadAsync(IQueryable<PlanTaskAdviceRow> advice, CancellationToken ct)
    {
        var found = await advice.Join(db.PlanTasks.AsNoTracking(), a => a.TaskId, t => t.Id, (a, t) => new { Advice = a, Task = t }).Where(x => x.Task.State != PlanTaskState.Cancelled)
            .OrderByDescending(x => x.Advice.PromisedAt).ThenByDescending(x => x.Task.Number).Take(Most).ToListAsync(ct);
        var ids = found.ConvertAll(x => x.Task.Id);
        var effects = (await db.PlanTaskEffects.AsNoTracking().Where(e => ids.Contains(e.TaskId)).ToListAsync(ct)).ToLookup(e => e.TaskId);
        var units = found.Select(x => x.Advice.UnitKey).Distinct().ToList();
        var names = await db.Units.AsNoTracking().Where(u => units.Contains(u.Key)).ToDictionaryAsync(u => u.Key, u => u.ShortName.Length > 0 ? u.ShortName : u.Name, StringComparer.Ordinal, ct);
        var lines = new List<OutcomeLine>(found.Count);
        foreach (var x in found) lines.Add(await LineAsync(x.Task, x.Advice, [.. effects[x.Task.Id]], names.GetValueOrDefault(x.Advice.UnitKey, x.Advice.UnitKey), ct));
        return lines;
    }

    private async Task<OutcomeLine> LineAsync(PlanTaskRow row, PlanTaskAdviceRow advice, IReadOnlyList<PlanTaskEffectRow> effects, string unit, CancellationToken ct)
    {
        var task = row.ToTask();
        var today = ProvinceTime.DateOf(clock.GetUtcNow());
        var since = task is { State: PlanTaskState.Done, ReportedOn: { } done } ? done.AddDays(1) : (DateOnly?)null;
        var promised = effects.Select(e => (Indicator: Indicators.Find(e.Indicator), Row: e)).Where(e => e.Indicator is not null).ToList();
        var actual = new Dictionary<string, Ratio>(StringComparer.Ordinal);
        var own = default(Ratio?);
        if (since <= today)
        {
            var question = new MeasureQuestion(since.Value, today, [.. promised.Select(e => e.Indicator!)], [advice.UnitKey]);
            foreach (var m in await measures.RowsAsync(question, ct)) actual[m.Indicator.Code] = m.Counts;
            var rows = await UnitRows.LoadAsync(db, question, ct);
            var change = advice.ToChange();
            var facts = (await AdviceFacts.LoadAsync(db, [.. rows.UnitsOf(advice.UnitKey)], since.Value, today, ct)).Where(change.IsOf).ToList();
            own = AdviceOutcome.Since(advice.Kind, new OfferFacts("", "")
            {
                Accepted = facts.Sum(o => o.Accepted),
                OfServices = facts.Sum(o => o.OfServices),
                OnlineOfServices = facts.Sum(o => o.OnlineOfServices),
                SelfOnlineOfServices = facts.Sum(o => o.SelfOnlineOfServices),
            });
        }

        var (before, expected) = AdviceOutcome.Promised(advice.Kind, advice.ToFacts(), advice.Moved, advice.SelfShare);
        List<OutcomeFigure> figures =
        [
            .. promised.OrderBy(e => e.Indicator!.Code, StringComparer.Ordinal).Select(e => new OutcomeFigure(
                e.Indicator!, new Ratio(e.Row.NumeratorBefore, e.Row.DenominatorBefore), new Ratio(e.Row.NumeratorAfter, e.Row.DenominatorAfter), actual.TryGetValue(e.Indicator!.Code, out var now) ? now : null)),
        ];

        // A level alone is seen in ct1, which is as on the day
        if (advice.Kind == AdviceKind.OfferFull && figures.Find(f => f.Indicator == Indicators.Ct1) is { } ct1) (before, expected, own) = (ct1.Before, ct1.Expected, ct1.Actual);
        return new OutcomeLine(row.Id, row.Number, row.Title, unit, task, advice, since, before, expected, own, figures, AdviceOutcome.Judge(since is not null, before, expected, own ?? default));
    }
}
