using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>
/// Counts of the criteria that published indicators ask for, kept by difference beside the cubes. A criterion costs a row for each unit and day, or a
/// word of bits for each offer and year, so that reading it does not grow with the dossiers (ADR 0007, ADR 0050).
/// </summary>
internal sealed class CriterionLedger
{
    private readonly MotCuaDb _db;
    private readonly List<Counted> _counted;
    private readonly Dictionary<(string Criterion, DateOnly Day, string Unit), int> _days = [];
    private readonly Dictionary<(string Criterion, string Unit, string Procedure, DateOnly Day), int> _offers = [];

    private CriterionLedger(MotCuaDb db, List<Counted> counted) => (_db, _counted) = (db, counted);

    /// <summary>Reads which criteria are counted; the caller has the gate.</summary>
    public static async Task<CriterionLedger> LoadAsync(MotCuaDb db, CancellationToken ct)
    {
        var rows = await db.FactCriteria.AsNoTracking().OrderBy(c => c.Key).ToListAsync(ct);
        return new CriterionLedger(db, rows.ConvertAll(r => new Counted(r, FactConditions.Parse(r.Text))));
    }

    /// <summary>Notes a fact that came (+1) or went (-1).</summary>
    public void Add(DossierFactRow fact, int sign)
    {
        foreach (var c in _counted)
        {
            if (!c.Takes(fact)) continue;
            if (c.Row.CountsDossiers) _days[(c.Row.Key, fact.Day, fact.UnitKey)] = _days.GetValueOrDefault((c.Row.Key, fact.Day, fact.UnitKey)) + sign;
            if (c.Row.KeepsOffers) _offers[(c.Row.Key, fact.UnitKey, fact.ProcedureCode, fact.Day)] = _offers.GetValueOrDefault((c.Row.Key, fact.UnitKey, fact.ProcedureCode, fact.Day)) + sign;
        }
    }

    /// <summary>Writes the differences; the facts have theirs already.</summary>
    public async Task ApplyAsync(CancellationToken ct)
    {
        if (_counted.Count == 0) return;
        var days = _days.Where(d => d.Value != 0).OrderBy(d => d.Key.Criterion, StringComparer.Ordinal).ThenBy(d => d.Key.Day).ThenBy(d => d.Key.Unit, StringComparer.Ordinal).ToList();
        await BulkRows.AddAsync(_db, days.ConvertAll(d => new CriterionDayRow { Criterion = d.Key.Criterion, Day = d.Key.Day, UnitKey = d.Key.Unit, Count = d.Value }), ct);
        await BulkRows.AddAsync(_db, [.. days.GroupBy(d => (d.Key.Criterion, Month: FirstOf(d.Key.Day), d.Key.Unit))
            .Select(g => new CriterionMonthRow { Criterion = g.Key.Criterion, Day = g.Key.Month, UnitKey = g.Key.Unit, Count = g.Sum(d => d.Value) }).Where(m => m.Count != 0)], ct);

        var gained = new Dictionary<(string, string, string, int), CriterionOfferRow>();
        var lost = new HashSet<(string Criterion, string Unit, string Procedure, int Year)>();
        foreach (var (key, net) in _offers)
        {
            if (net > 0) RowOf(gained, key.Criterion, key.Unit, key.Procedure, key.Day.Year).Add(key.Day);
            if (net < 0) lost.Add((key.Criterion, key.Unit, key.Procedure, key.Day.Year));
        }

        await BulkRows.UniteAsync(_db, [.. gained.Values.OrderBy(r => r.Criterion, StringComparer.Ordinal).ThenBy(r => r.UnitKey, StringComparer.Ordinal).ThenBy(r => r.ProcedureCode, StringComparer.Ordinal)], ct);
        var anew = new List<CriterionOfferRow>(lost.Count);
        foreach (var offer in lost)
        {
            var row = new CriterionOfferRow { Criterion = offer.Criterion, UnitKey = offer.Unit, ProcedureCode = offer.Procedure, Year = offer.Year };
            var (from, to) = (new DateOnly(offer.Year, 1, 1), new DateOnly(offer.Year, 12, 31));
            var conditions = _counted.Find(c => c.Row.Key == offer.Criterion)!.Conditions;
            foreach (var day in await _db.DossierFacts.AsNoTracking().Where(f => f.UnitKey == offer.Unit && f.ProcedureCode == offer.Procedure && f.Day >= from && f.Day <= to).Where(FactFilter.Of(conditions)).Select(f => f.Day).Distinct().ToListAsync(ct)) row.Add(day);
            anew.Add(row);
        }

        await BulkRows.ReplaceAsync(_db, anew, ct);
        _days.Clear();
        _offers.Clear();
    }

    /// <summary>Begins to count what a formula asks for; what is counted already stays. The caller has the gate and a transaction.</summary>
    public static async Task BeginAsync(MotCuaDb db, IndicatorFormula formula, CancellationToken ct)
    {
        var isOfDossiers = formula.Subject == IndicatorSubject.Dossiers;
        var asked = isOfDossiers || formula.Offered.Count == 0 ? new[] { formula.Above, formula.Below } : [formula.Above];
        foreach (var conditions in asked.DistinctBy(c => c.Key))
        {
            var row = await db.FactCriteria.FindAsync([conditions.Key], ct);
            if (row is null) db.FactCriteria.Add(row = new FactCriterionRow { Key = conditions.Key, Text = conditions.ToText() });
            if (isOfDossiers && !row.CountsDossiers)
            {
                row.CountsDossiers = true;
                await CountAsync(db, row.Key, conditions, ct);
            }

            if (!isOfDossiers && !row.KeepsOffers)
            {
                row.KeepsOffers = true;
                await BulkRows.InsertAsync(db, await OffersAsync(db, row.Key, conditions, ct), ct);
            }
        }
    }

    /// <summary>Makes all counts anew from the facts; the caller has the gate and a transaction.</summary>
    public static async Task RebuildAsync(MotCuaDb db, CancellationToken ct)
    {
        await db.CriterionDays.ExecuteDeleteAsync(ct);
        await db.CriterionMonths.ExecuteDeleteAsync(ct);
        await db.CriterionOffers.ExecuteDeleteAsync(ct);
        foreach (var row in await db.FactCriteria.AsNoTracking().OrderBy(c => c.Key).ToListAsync(ct))
        {
            var conditions = FactConditions.Parse(row.Text);
            if (row.CountsDossiers) await CountAsync(db, row.Key, conditions, ct);
            if (row.KeepsOffers) await BulkRows.InsertAsync(db, await OffersAsync(db, row.Key, conditions, ct), ct);
        }
    }

    /// <summary>Units for which a count is not that of the facts; the caller has the gate.</summary>
    public static async Task<IReadOnlySet<string>> WrongUnitsAsync(MotCuaDb db, CancellationToken ct)
    {
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var row in await db.FactCriteria.AsNoTracking().OrderBy(c => c.Key).ToListAsync(ct))
        {
            var conditions = FactConditions.Parse(row.Text);
            if (row.CountsDossiers)
            {
                var days = (await DaysAsync(db, conditions, ct)).ToDictionary(d => (d.Day, d.UnitKey), d => d.Count);
                var months = days.GroupBy(d => (FirstOf(d.Key.Day), d.Key.UnitKey)).ToDictionary(g => g.Key, g => g.Sum(d => d.Value));
                Compare(days, await db.CriterionDays.AsNoTracking().Where(d => d.Criterion == row.Key && d.Count != 0).ToDictionaryAsync(d => (d.Day, d.UnitKey), d => d.Count, ct));
                Compare(months, await db.CriterionMonths.AsNoTracking().Where(d => d.Criterion == row.Key && d.Count != 0).ToDictionaryAsync(d => (d.Day, d.UnitKey), d => d.Count, ct));
            }

            if (row.KeepsOffers)
            {
                var right = (await OffersAsync(db, row.Key, conditions, ct)).ToDictionary(o => (o.UnitKey, o.ProcedureCode, o.Year), o => o.Words);
                var kept = (await db.CriterionOffers.AsNoTracking().Where(o => o.Criterion == row.Key).ToListAsync(ct)).Where(o => !o.IsEmpty).ToDictionary(o => (o.UnitKey, o.ProcedureCode, o.Year), o => o.Words);
                wrong.UnionWith(right.Except(kept).Concat(kept.Except(right)).Select(o => o.Key.UnitKey));
            }
        }

        return wrong;

        void Compare(Dictionary<(DateOnly Day, string UnitKey), int> right, Dictionary<(DateOnly Day, string UnitKey), int> kept) =>
            wrong.UnionWith(right.Except(kept).Concat(kept.Except(right)).Select(d => d.Key.UnitKey));
    }

    private static async Task CountAsync(MotCuaDb db, string key, FactConditions conditions, CancellationToken ct)
    {
        var days = await DaysAsync(db, conditions, ct);
        await BulkRows.InsertAsync(db, days.ConvertAll(d => new CriterionDayRow { Criterion = key, Day = d.Day, UnitKey = d.UnitKey, Count = d.Count }), ct);
        await BulkRows.InsertAsync(db, [.. days.GroupBy(d => (Month: FirstOf(d.Day), d.UnitKey)).Select(g => new CriterionMonthRow { Criterion = key, Day = g.Key.Month, UnitKey = g.Key.UnitKey, Count = g.Sum(d => d.Count) })], ct);
    }

    private static Task<List<DayCount>> DaysAsync(MotCuaDb db, FactConditions conditions, CancellationToken ct) =>
        db.DossierFacts.AsNoTracking().Where(FactFilter.Of(conditions)).GroupBy(f => new { f.Day, f.UnitKey }).OrderBy(g => g.Key.Day).ThenBy(g => g.Key.UnitKey)
            .Select(g => new DayCount(g.Key.Day, g.Key.UnitKey, g.Count())).ToListAsync(ct);

    private static async Task<IReadOnlyList<CriterionOfferRow>> OffersAsync(MotCuaDb db, string key, FactConditions conditions, CancellationToken ct)
    {
        var rows = new Dictionary<(string, string, string, int), CriterionOfferRow>();
        var days = db.DossierFacts.AsNoTracking().Where(FactFilter.Of(conditions)).Select(f => new { f.UnitKey, f.ProcedureCode, f.Day }).Distinct();
        await foreach (var d in days.AsAsyncEnumerable().WithCancellation(ct)) RowOf(rows, key, d.UnitKey, d.ProcedureCode, d.Day.Year).Add(d.Day);
        return [.. rows.Values];
    }

    private static CriterionOfferRow RowOf(Dictionary<(string, string, string, int), CriterionOfferRow> rows, string criterion, string unit, string procedure, int year)
    {
        if (!rows.TryGetValue((criterion, unit, procedure, year), out var row)) rows[(criterion, unit, procedure, year)] = row = new CriterionOfferRow { Criterion = criterion, UnitKey = unit, ProcedureCode = procedure, Year = year };
        return row;
    }

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    private sealed record DayCount(DateOnly Day, string UnitKey, int Count);

    private sealed class Counted(FactCriterionRow row, FactConditions conditions)
    {
        public FactCriterionRow Row { get; } = row;

        public FactConditions Conditions { get; } = conditions;

        public Func<DossierFactRow, bool> Takes { get; } = FactFilter.InMemory(conditions);
    }
}
