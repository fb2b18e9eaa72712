using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Which figures are wanted.</summary>
/// <param name="From">First local day.</param>
/// <param name="To">Last local day, inclusive; figures are as at its end, or now if that is earlier.</param>
/// <param name="Indicators">Definitions.</param>
/// <param name="Units">Unit keys or <c>province</c>; null = the units of the plan and the province.</param>
/// <param name="IsOwnOnly">True: a district's committee without its communes.</param>
public sealed record MeasureQuestion(DateOnly From, DateOnly To, IReadOnlyList<IndicatorDefinition> Indicators, IReadOnlyList<string>? Units = null, bool IsOwnOnly = false);

/// <summary>One figure.</summary>
/// <param name="Indicator">Its definition.</param>
/// <param name="Unit">Unit key or <c>province</c>.</param>
/// <param name="From">First local day.</param>
/// <param name="To">Last local day.</param>
/// <param name="Counts">Numerator and denominator.</param>
/// <param name="Target">Percent in force on <paramref name="To"/>, or null.</param>
/// <param name="Attainment">Verdict.</param>
public sealed record Measure(IndicatorDefinition Indicator, string Unit, DateOnly From, DateOnly To, Ratio Counts, decimal? Target, Attainment Attainment)
{
    /// <summary>Points, rounded; only for indicators of points, null when a count is missing.</summary>
    public decimal? Points { get; init; }

    /// <summary>False for groups of points, and for parts whose counts are missing.</summary>
    public bool HasCounts { get; init; } = true;

    /// <summary>What is shown as the figure: percent, or points; null when there is none.</summary>
    public decimal? Value => Indicator.Subject == IndicatorSubject.Points ? Points : Counts.Percent;
}

/// <summary>Which count of a figure.</summary>
public enum MeasurePart
{
    /// <summary>Tử số.</summary>
    Numerator = 1,

    /// <summary>Mẫu số.</summary>
    Denominator = 2,
}

/// <summary>Figures of the plan's indicators, from the cubes; and the lists behind them, by the same predicates.</summary>
public sealed class MeasureQueries(MotCuaDb db, TimeProvider clock)
{
    /// <summary>The row that is the sum of the units of the plan.</summary>
    public const string Province = "province";

    /// <summary>The figures, by indicator, then unit in the plan's order, the province last.</summary>
    public async Task<IReadOnlyList<Measure>> RowsAsync(MeasureQuestion question, CancellationToken ct)
    {
        var rows = await UnitRows.LoadAsync(db, question, ct);
        var targets = await TargetsAsync(question.To, ct);
        var bySubject = question.Indicators.ToLookup(i => i.Subject);
        // The cubes are read once for both kinds of figures
        var cells = ServicePicture.NeedsActivity(question) || bySubject.Contains(IndicatorSubject.Dossiers) ? await CellsAsync(question, rows, ct) : [];
        var services = bySubject.Contains(IndicatorSubject.Procedures) ? await ServicePicture.LoadAsync(db, rows, question, Activity(cells), ct) : null;
        var sums = bySubject.Contains(IndicatorSubject.Dossiers) ? await SumsAsync(question, rows, cells, ct) : null;

        var measures = new List<Measure>(question.Indicators.Count * rows.Shown.Count);
        foreach (var indicator in question.Indicators)
        {
            foreach (var unit in rows.Shown)
            {
                var counts = rows.PartsOf(unit).Select(part => CountsOf(indicator, part, rows, services, sums)).Aggregate(default(Ratio), (a, b) => a + b);
                var isReviewed = indicator != Indicators.Ct1 || rows.PartsOf(unit).Any(services!.IsReviewed);
                var target = targets.TryGetValue((unit, indicator.TargetCode), out var percent) ? percent : (decimal?)null;
                measures.Add(new Measure(indicator, unit, question.From, question.To, counts, target, counts.Against(target, isReviewed)));
            }
        }

        return measures;
    }

    /// <summary>What stands behind a figure: pairs of the table's unit and a dossier number, or procedure code for <c>ct1</c> and <c>ct2</c>; as many as the figure says, sorted.</summary>
    public async Task<IReadOnlyList<(string Unit, string Code)>> ListAsync(MeasureQuestion question, MeasurePart part, CancellationToken ct)
    {
        var indicator = question.Indicators.Single();
        var rows = await UnitRows.LoadAsync(db, question, ct);
        var parts = rows.Shown.SelectMany(rows.PartsOf).Distinct().ToList();
        if (indicator.Subject == IndicatorSubject.Procedures)
        {
            var cells = ServicePicture.NeedsActivity(question) ? await CellsAsync(question, rows, ct) : [];
            var services = await ServicePicture.LoadAsync(db, rows, question, Activity(cells), ct);
            return Sorted(parts.SelectMany(unit => services.Codes(indicator, unit, part).Select(code => (unit, code))));
        }

        var units = parts.SelectMany(rows.UnitsOf).ToList();
        var facts = await Facts(question, units, part).Select(f => new { f.UnitKey, f.Code }).ToListAsync(ct);
        return Sorted(facts.Select(f => (rows.RowOf(f.UnitKey), f.Code)));
    }

    /// <summary>Those of the keys that are neither a unit nor the province.</summary>
    public async Task<IReadOnlyList<string>> UnknownUnitsAsync(IReadOnlyList<string> keys, CancellationToken ct)
    {
        var known = await db.Units.AsNoTracking().Where(u => keys.Contains(u.Key)).Select(u => u.Key).ToListAsync(ct);
        return [.. keys.Except(known).Where(k => k != Province)];
    }

    /// <summary>A page of the dossiers behind a figure, in the order unit, day, number; from after the given place.</summary>
    public async Task<IReadOnlyList<DossierFactRow>> PageAsync(MeasureQuestion question, MeasurePart part, FactPlace? after, int count, CancellationToken ct)
    {
        var rows = await UnitRows.LoadAsync(db, question, ct);
        var facts = Facts(question, [.. rows.Shown.SelectMany(rows.PartsOf).Distinct().SelectMany(rows.UnitsOf)], part);
        if (after is { } p)
        {
#pragma warning disable CA1309 // Translated to SQL, where text is ordered by its bytes on both databases
            facts = facts.Where(f => string.Compare(f.UnitKey, p.Unit) > 0
                || (f.UnitKey == p.Unit && (f.Day > p.Day || (f.Day == p.Day && string.Compare(f.Code, p.Code) > 0))));
#pragma warning restore CA1309
        }

        return await facts.OrderBy(f => f.UnitKey).ThenBy(f => f.Day).ThenBy(f => f.Code).Take(count).ToListAsync(ct);
    }

    /// <summary>The dossiers that a criterion takes: the same conditions as the sums of the cubes.</summary>
    internal IQueryable<DossierFactRow> Facts(MeasureQuestion question, IReadOnlyList<string> units, MeasurePart part)
    {
        var indicator = question.Indicators.Single();
        var criterion = part == MeasurePart.Numerator ? indicator.Above : indicator.Below;
        var facts = db.DossierFacts.AsNoTracking().Where(f => units.Contains(f.UnitKey) && f.Day >= question.From && f.Day <= question.To);
        if (criterion.Online) facts = facts.Where(f => f.Channel == Channel.Online);
        if (criterion.Service) facts = facts.Where(f => f.Level >= (int)ServiceLevel.Partial);
        if (criterion.Self) facts = facts.Where(f => f.AssistedBy == AssistedBy.Self);
        if (criterion.Result) facts = facts.Where(f => f.ResultOn <= question.To);
        return facts;
    }

    private static List<(string, string)> Sorted(IEnumerable<(string Unit, string Code)> pairs) =>
        [.. pairs.OrderBy(p => p.Unit, StringComparer.Ordinal).ThenBy(p => p.Code, StringComparer.Ordinal)];

    private static Ratio CountsOf(IndicatorDefinition indicator, string unit, UnitRows rows, ServicePicture? services, List<CellSum>? sums)
    {
        if (indicator.Subject == IndicatorSubject.Procedures)
        {
            return new Ratio(services!.Codes(indicator, unit, MeasurePart.Numerator).Count, services.Codes(indicator, unit, MeasurePart.Denominator).Count);
        }

        var units = rows.UnitsOf(unit);
        var own = sums!.Where(c => units.Contains(c.UnitKey)).ToList();
        return new Ratio(own.Where(c => c.Fits(indicator.Above)).Sum(c => c.Count(indicator.Above)), own.Where(c => c.Fits(indicator.Below)).Sum(c => c.Count(indicator.Below)));
    }

    private async Task<List<CellSum>> CellsAsync(MeasureQuestion question, UnitRows rows, CancellationToken ct)
    {
        var sums = new List<CellSum>();
        var parts = PeriodParts.Of(question.From, question.To);
        var byProcedure = ServicePicture.NeedsActivity(question);
        if (parts.Months is { } months) sums.AddRange(await SumsOf(db.RollupMonths.AsNoTracking(), months, rows, byProcedure).ToListAsync(ct));
        foreach (var days in parts.Days) sums.AddRange(await SumsOf(db.RollupDays.AsNoTracking(), days, rows, byProcedure).ToListAsync(ct));
        return sums;
    }

    private static IEnumerable<ServiceActivity> Activity(List<CellSum> cells) =>
        cells.Select(c => new ServiceActivity(c.UnitKey, c.ProcedureCode, c.Accepted, c.Channel == Channel.Online ? c.Accepted : 0));

    private async Task<List<CellSum>> SumsAsync(MeasureQuestion question, UnitRows rows, List<CellSum> cells, CancellationToken ct)
    {
        var sums = cells.GroupBy(c => c with { ProcedureCode = "", Accepted = 0, WithResult = 0 })
            .Select(g => g.Key with { Accepted = g.Sum(c => c.Accepted), WithResult = g.Sum(c => c.WithResult) }).ToList();

        // What got its result only after the last day had none then
        if (question.To < ProvinceTime.DateOf(clock.GetUtcNow()) && question.Indicators.Any(i => i.Above.Result || i.Below.Result))
        {
            var touched = PeriodParts.MonthsTouched(question.From, question.To);
            var later = db.DossierFacts.AsNoTracking().Where(f => touched.Contains(f.Month) && f.ResultOn > question.To && f.Day >= question.From && f.Day <= question.To);
            sums.AddRange(await later
                .GroupBy(f => new { f.UnitKey, f.Channel, f.AssistedBy, f.Level })
                .Select(g => new CellSum(g.Key.UnitKey, "", g.Key.Channel, g.Key.AssistedBy, g.Key.Level, 0, -g.Count()))
                .ToListAsync(ct));
        }

        return sums;
    }

    private static IQueryable<CellSum> SumsOf<T>(IQueryable<T> cells, DaySpan span, UnitRows rows, bool byProcedure)
        where T : RollupCell
    {
        var inside = cells.Where(c => c.Day >= span.From && c.Day <= span.To);
        if (rows.Only is { } units) inside = inside.Where(c => units.Contains(c.UnitKey));
        return byProcedure
            ? inside.GroupBy(c => new { c.UnitKey, c.ProcedureCode, c.Channel, c.AssistedBy, c.Level })
                .Select(g => new CellSum(g.Key.UnitKey, g.Key.ProcedureCode, g.Key.Channel, g.Key.AssistedBy, g.Key.Level, g.Sum(c => c.Accepted), g.Sum(c => c.WithResult)))
            : inside.GroupBy(c => new { c.UnitKey, c.Channel, c.AssistedBy, c.Level })
                .Select(g => new CellSum(g.Key.UnitKey, "", g.Key.Channel, g.Key.AssistedBy, g.Key.Level, g.Sum(c => c.Accepted), g.Sum(c => c.WithResult)));
    }

    private async Task<Dictionary<(string, string), decimal>> TargetsAsync(DateOnly on, CancellationToken ct)
    {
        var found = await db.UnitGroupMembers.AsNoTracking()
            .Where(m => m.From <= on && (m.Until == null || m.Until > on))
            .Join(db.Targets.Where(t => t.From <= on && (t.Until == null || t.Until > on)), m => m.GroupCode, t => t.GroupCode, (m, t) => new { m.UnitKey, t.Indicator, t.Percent, t.From })
            .ToListAsync(ct);
        // The division takes away zeros at the end, which SQLite keeps
        return found.GroupBy(t => (t.UnitKey, t.Indicator)).ToDictionary(g => g.Key, g => g.MaxBy(t => t.From)!.Percent / 1.000000000000000000000000000m);
    }

    private sealed record CellSum(string UnitKey, string ProcedureCode, Channel Channel, AssistedBy AssistedBy, int Level, int Accepted, int WithResult)
    {
        public bool Fits(DossierCriterion c) =>
            (!c.Online || Channel == Channel.Online) && (!c.Service || Level >= (int)ServiceLevel.Partial) && (!c.Self || AssistedBy == AssistedBy.Self);

        public long Count(DossierCriterion c) => c.Result ? WithResult : Accepted;
    }
}

/// <summary>A place in a list of facts, for paging by keys.</summary>
/// <param name="Unit">Handling unit.</param>
/// <param name="Day">Day of acceptance.</param>
/// <param name="Code">Number.</param>
public readonly record struct FactPlace(string Unit, DateOnly Day, string Code);
