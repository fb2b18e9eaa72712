using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Why there is no advice.</summary>
public enum AdviceStanding
{
    /// <summary>There is.</summary>
    Ready = 1,

    /// <summary>The unit had no dossier in the period.</summary>
    NoDossiers = 2,

    /// <summary>The unit offers no procedure on the last day of the period, and had none.</summary>
    NoServices = 3,

    /// <summary>Nothing that is known of would move a figure.</summary>
    NothingToGain = 4,
}

/// <summary>An advice as people read it.</summary>
/// <param name="Item">What it is, with its gain.</param>
/// <param name="Title">What to do, one sentence.</param>
/// <param name="Why">What the facts say.</param>
/// <param name="Method">How the gain was reckoned.</param>
/// <param name="Task">The task that was made of it and is not done, or was done lately; null for none.</param>
public sealed record AdviceLine(AdviceItem Item, string Title, string Why, string Method, (Guid Id, int Number, bool IsDone)? Task)
{
    /// <summary>What it is called in forms: kind, procedure, desk.</summary>
    public string Key => AdviceWords.KeyOf(Item);
}

/// <summary>The advice for a unit.</summary>
/// <param name="Unit">Row of the board.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="From">First local day.</param>
/// <param name="To">Last local day.</param>
/// <param name="Standing">Whether there is advice.</param>
/// <param name="Figures">The plan's indicators as they are.</param>
/// <param name="Lines">Advice, best first.</param>
/// <param name="Together">What the first three do together.</param>
/// <param name="Reaching">For each missed target, how far down the list one must go.</param>
public sealed record AdviceSheet(
    string Unit, string UnitName, DateOnly From, DateOnly To, AdviceStanding Standing, IReadOnlyList<Measure> Figures, IReadOnlyList<AdviceLine> Lines, IReadOnlyList<AdviceEffect> Together,
    IReadOnlyList<AdviceReach> Reaching)
{
    /// <summary>How many are put first.</summary>
    public const int First = 3;
}

/// <summary>A unit in the overview of the province.</summary>
/// <param name="Unit">Row of the board.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Figures">The plan's indicators as they are.</param>
/// <param name="Best">Its best advice, or null.</param>
public sealed record AdviceUnit(string Unit, string UnitName, IReadOnlyList<Measure> Figures, AdviceLine? Best)
{
    /// <summary>Indicators whose target it misses.</summary>
    public int Missed => Figures.Count(f => f.Attainment == Attainment.NotMet);
}

/// <summary>Overviews read within the last minute: the one thing here that reads all units.</summary>
public sealed class AdviceCache(TimeProvider clock)
{
    /// <summary>How long an overview is shown again.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private const int Most = 16;

    private readonly ConcurrentDictionary<(DateOnly, DateOnly), (DateTimeOffset At, IReadOnlyList<AdviceUnit> Units)> _kept = new();

    /// <summary>Forgets: a task was made of an advice.</summary>
    public void Forget() => _kept.Clear();

    internal IReadOnlyList<AdviceUnit>? Fresh(DateOnly from, DateOnly to) => _kept.TryGetValue((from, to), out var kept) && clock.GetUtcNow() - kept.At < Freshness ? kept.Units : null;

    internal void Keep(DateOnly from, DateOnly to, IReadOnlyList<AdviceUnit> units)
    {
        if (_kept.Count >= Most) _kept.Clear();
        _kept[(from, to)] = (clock.GetUtcNow(), units);
    }
}

/// <summary>Việc nên làm của đơn vị: read from the cubes and the services in force, reckoned in the domain.</summary>
public sealed class AdviceSheets(MotCuaDb db, MeasureQueries measures, TaskEfforts efforts, AdviceCache cache, TimeProvider clock)
{
    /// <summary>How long a done task is shown beside its advice: the facts need time to follow.</summary>
    private const int LatelyDays = 60;

    private static readonly IReadOnlyList<IndicatorDefinition> OfPlan = [Indicators.Ct1, Indicators.Ct2, Indicators.Ct3];

    /// <summary>The advice for a unit in a period; null when there is no such unit. The province is no unit: its figure is the sum of theirs.</summary>
    public async Task<AdviceSheet?> ForAsync(string unit, DateOnly from, DateOnly to, CancellationToken ct)
    {
        if (await db.Units.AsNoTracking().Where(u => u.Key == unit).Select(u => u.ShortName.Length > 0 ? u.ShortName : u.Name).FirstOrDefaultAsync(ct) is not { } name) return null;
        var figures = await measures.RowsAsync(new MeasureQuestion(from, to, OfPlan, [unit]), ct);
        var peers = await PeersAsync(unit, to, ct);
        var question = (await QuestionsAsync([(unit, peers)], figures, from, to, ct))[unit];
        if (question.Offers.Count == 0) return new AdviceSheet(unit, name, from, to, AdviceStanding.NoServices, figures, [], [], []);
        var items = Advice.For(question);
        var standing = items.Count > 0 ? AdviceStanding.Ready : question.Offers.All(o => o.Accepted == 0) ? AdviceStanding.NoDossiers : AdviceStanding.NothingToGain;
        var lines = await LinesAsync([.. items.Select(i => (unit, i))], from, to, ct);
        return new AdviceSheet(unit, name, from, to, standing, figures, lines, Advice.Together(question, items.Take(AdviceSheet.First)), Advice.Reaching(question, items));
    }

    /// <summary>Every unit of the plan with its best advice: first those whose advice closes most per working day. At most a minute old.</summary>
    public async Task<IReadOnlyList<AdviceUnit>> ProvinceAsync(DateOnly from, DateOnly to, CancellationToken ct)
    {
        if (cache.Fresh(from, to) is { } kept) return kept;
        var figures = await measures.RowsAsync(new MeasureQuestion(from, to, OfPlan), ct);
        var byUnit = figures.Where(f => f.Unit != MeasureQueries.Province).ToLookup(f => f.Unit, StringComparer.Ordinal);
        var units = byUnit.Select(g => g.Key).ToList();
        var groups = (await db.UnitGroupMembers.AsNoTracking().Where(m => m.From <= to && (m.Until == null || m.Until > to)).ToListAsync(ct)).GroupBy(m => m.UnitKey).ToDictionary(g => g.Key, g => g.MaxBy(m => m.From)!.GroupCode, StringComparer.Ordinal);
        var questions = await QuestionsAsync([.. units.Select(u => (u, (IReadOnlyList<string>)[.. units.Where(p => p != u && groups.TryGetValue(u, out var group) && groups.GetValueOrDefault(p) == group)]))], figures, from, to, ct);
        var best = units.Select(u => (Unit: u, Items: Advice.For(questions[u]))).Where(u => u.Items.Count > 0).Select(u => (u.Unit, u.Items[0])).ToList();
        var lines = (await LinesAsync(best, from, to, ct)).Zip(best, (line, b) => (line, b.Unit)).ToDictionary(x => x.Unit, x => x.line, StringComparer.Ordinal);
        var names = await db.Units.AsNoTracking().Where(u => units.Contains(u.Key)).ToDictionaryAsync(u => u.Key, u => u.ShortName.Length > 0 ? u.ShortName : u.Name, StringComparer.Ordinal, ct);
        IReadOnlyList<AdviceUnit> all =
        [
            .. units.Select(u => new AdviceUnit(u, names.GetValueOrDefault(u, u), [.. byUnit[u]], lines.GetValueOrDefault(u)))
                .OrderByDescending(u => u.Best?.Item.UsefulPerDay ?? -1).ThenByDescending(u => u.Missed),
        ];
        cache.Keep(from, to, all);
        return all;
    }

    /// <summary>Units that advice is given for: those of the plan.</summary>
    public async Task<IReadOnlyList<PlanChoice>> UnitsAsync(CancellationToken ct) =>
        await db.Units.AsNoTracking().Where(u => u.Until == null && u.InPlan).OrderBy(u => u.Level == "tinh" ? 0 : 1).ThenBy(u => u.SortKey).Select(u => new PlanChoice(u.Key, u.ShortName, u.Level)).ToListAsync(ct);

    private async Task<Dictionary<string, AdviceQuestion>> QuestionsAsync(
        IReadOnlyList<(string Unit, IReadOnlyList<string> Peers)> asked, IReadOnlyList<Measure> figures, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var rows = await UnitRows.LoadAsync(db, new MeasureQuestion(from, to, [], [.. asked.SelectMany(a => a.Peers.Prepend(a.Unit)).Distinct(StringComparer.Ordinal)]), ct);
        var units = rows.Only!.ToList();
        var byRow = (await AdviceFacts.LoadAsync(db, units, from, to, ct)).GroupBy(o => rows.RowOf(o.Unit), StringComparer.Ordinal).ToDictionary(g => g.Key, g => (IReadOnlyList<OfferFacts>)[.. g], StringComparer.Ordinal);
        var communes = (await db.Units.AsNoTracking().Where(u => u.Level == "xa" && units.Contains(u.Key)).Select(u => u.Key).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var targets = figures.Where(f => f.Target is not null).ToLookup(f => f.Unit, StringComparer.Ordinal);
        var days = await efforts.OnAsync(ProvinceTime.DateOf(clock.GetUtcNow()), ct);
        return asked.ToDictionary(a => a.Unit, a => new AdviceQuestion(
            byRow.GetValueOrDefault(a.Unit, []), [.. a.Peers.Select(p => byRow.GetValueOrDefault(p, []))], communes,
            targets[a.Unit].ToDictionary(f => f.Indicator.Code, f => f.Target!.Value, StringComparer.Ordinal), days), StringComparer.Ordinal);
    }

    // The other units of its group; a commune's like are the other communes of its district
    private async Task<IReadOnlyList<string>> PeersAsync(string unit, DateOnly on, CancellationToken ct)
    {
        var groups = db.UnitGroupMembers.AsNoTracking().Where(m => m.From <= on && (m.Until == null || m.Until > on));
        var peers = await groups.Where(m => m.UnitKey != unit && groups.Any(o => o.UnitKey == unit && o.GroupCode == m.GroupCode)).Select(m => m.UnitKey).Distinct().OrderBy(k => k).ToListAsync(ct);
        if (peers.Count > 0) return peers;
        return await db.Units.AsNoTracking().Where(u => u.Key != unit && u.Level == "xa" && u.ParentKey != null && db.Units.Any(o => o.Key == unit && o.Level == "xa" && o.ParentKey == u.ParentKey))
            .Select(u => u.Key).OrderBy(k => k).ToListAsync(ct);
    }

    private async Task<List<AdviceLine>> LinesAsync(IReadOnlyList<(string Unit, AdviceItem Item)> items, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var codes = items.Select(i => i.Item.Change.Procedure).OfType<string>().Distinct().ToList();
        var desks = items.Select(i => i.Item.Change.Unit).OfType<string>().Distinct().ToList();
        var rows = items.Select(i => i.Unit).Distinct().ToList();
        var procedures = await db.Procedures.AsNoTracking().Where(p => codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code, p => p.Name, StringComparer.Ordinal, ct);
        var units = await db.Units.AsNoTracking().Where(u => desks.Contains(u.Key)).ToDictionaryAsync(u => u.Key, u => u.Name, StringComparer.Ordinal, ct);
        var lately = ProvinceTime.DateOf(clock.GetUtcNow()).AddDays(-LatelyDays);
        var open = await db.PlanTaskAdvice.AsNoTracking().Where(a => rows.Contains(a.UnitKey))
            .Join(
                db.PlanTasks.Where(t => t.State != PlanTaskState.Cancelled && (t.State != PlanTaskState.Done || t.ReportedOn >= lately)), a => a.TaskId, t => t.Id,
                (a, t) => new { a.UnitKey, a.Kind, a.ProcedureCode, a.DeskKey, t.Id, t.Number, IsDone = t.State == PlanTaskState.Done }).ToListAsync(ct);
        var tasks = open.OrderBy(t => t.IsDone).ThenByDescending(t => t.Number).GroupBy(a => (a.UnitKey, AdviceWords.KeyOf(a.Kind, a.ProcedureCode, a.DeskKey))).ToDictionary(g => g.Key, g => (g.First().Id, g.First().Number, g.First().IsDone));
        return [.. items.Select(i =>
        {
            var procedure = i.Item.Change.Procedure is { } code ? procedures.GetValueOrDefault(code, code) : "";
            var desk = i.Item.Change.Unit is { } key ? units.GetValueOrDefault(key, key) : "";
            return new AdviceLine(
                i.Item, AdviceWords.Title(i.Item, procedure, desk), AdviceWords.Why(i.Item), AdviceWords.Method(i.Item, from, to), tasks.TryGetValue((i.Unit, AdviceWords.KeyOf(i.Item)), out var task) ? task : null);
        })];
    }
}
