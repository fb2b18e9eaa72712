using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Figures of the configured indicators of a question, from the counts of their criteria.</summary>
internal sealed class ConfiguredMeasures
{
    private readonly Dictionary<(string Criterion, string Unit), long> _sums = [];
    private readonly Dictionary<string, ILookup<string, string>> _had = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ILookup<string, string>> _offered = new(StringComparer.Ordinal);

    public static async Task<ConfiguredMeasures> LoadAsync(MotCuaDb db, UnitRows rows, MeasureQuestion question, DateOnly today, CancellationToken ct)
    {
        var found = new ConfiguredMeasures();
        var formulas = question.Indicators.Select(i => i.Configured).OfType<IndicatorFormula>().ToList();
        foreach (var conditions in formulas.Where(f => f.Subject == IndicatorSubject.Dossiers).SelectMany(f => new[] { f.Above, f.Below }).DistinctBy(c => c.Key))
        {
            await found.SumAsync(db, rows, question, conditions, today, ct);
        }

        foreach (var formula in formulas.Where(f => f.Subject == IndicatorSubject.Procedures))
        {
            if (formula.Offered.Count > 0) await found.OffersAsync(db, rows, question, formula.Offered, ct);
            await found.HadAsync(db, rows, question, formula.Above, ct);
            if (formula.Offered.Count == 0) await found.HadAsync(db, rows, question, formula.Below, ct);
        }

        return found;
    }

    /// <summary>Numerator and denominator of a row.</summary>
    public Ratio CountsOf(IndicatorFormula formula, IReadOnlySet<string> units)
    {
        if (formula.Subject == IndicatorSubject.Dossiers) return new Ratio(Sum(formula.Above.Key, units), Sum(formula.Below.Key, units));
        return new Ratio(Codes(formula, units, MeasurePart.Numerator).Count, Codes(formula, units, MeasurePart.Denominator).Count);
    }

    /// <summary>The procedures of a row that a part counts, each once.</summary>
    public IReadOnlyList<string> Codes(IndicatorFormula formula, IReadOnlySet<string> units, MeasurePart part)
    {
        var below = formula.Offered.Count > 0
            ? units.SelectMany(u => _offered[LevelsKey(formula.Offered)][u]).Where(p => formula.Below.Procedures.Count == 0 || formula.Below.Procedures.Contains(p))
            : units.SelectMany(u => _had[formula.Below.Key][u]);
        var codes = below.ToHashSet(StringComparer.Ordinal);
        if (part == MeasurePart.Numerator)
        {
            // Only where the procedure is offered so: a dossier of another unit's service is not the row's
            var had = formula.Offered.Count > 0
                ? units.SelectMany(u => _had[formula.Above.Key][u].Intersect(_offered[LevelsKey(formula.Offered)][u]))
                : units.SelectMany(u => _had[formula.Above.Key][u]);
            codes.IntersectWith(had);
        }

        return [.. codes.Order(StringComparer.Ordinal)];
    }

    private long Sum(string criterion, IReadOnlySet<string> units) => units.Sum(u => _sums.GetValueOrDefault((criterion, u)));

    private async Task SumAsync(MotCuaDb db, UnitRows rows, MeasureQuestion question, FactConditions conditions, DateOnly today, CancellationToken ct)
    {
        var key = conditions.Key;
        var parts = PeriodParts.ShortestOf(question.From, question.To);
        if (parts.Months is { } months) await AddAsync(db.CriterionMonths.AsNoTracking(), months, 1);
        foreach (var days in parts.Days) await AddAsync(db.CriterionDays.AsNoTracking(), days, 1);
        foreach (var days in parts.Less) await AddAsync(db.CriterionDays.AsNoTracking(), days, -1);
        if (!conditions.IsTimed || question.To >= today) return;
        var touched = PeriodParts.MonthsTouched(question.From, question.To);
        var later = db.DossierFacts.AsNoTracking().Where(f => touched.Contains(f.Month) && f.Day >= question.From && f.Day <= question.To).OnlyLater(conditions, question.To);
        if (rows.Only is { } only) later = later.Where(f => only.Contains(f.UnitKey));
        foreach (var unit in await later.GroupBy(f => f.UnitKey).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct)) Note(unit.Key, -unit.Count);

        async Task AddAsync<T>(IQueryable<T> cells, DaySpan span, int sign)
            where T : CriterionCell
        {
            var inside = cells.Where(c => c.Criterion == key && c.Day >= span.From && c.Day <= span.To);
            if (rows.Only is { } units) inside = inside.Where(c => units.Contains(c.UnitKey));
            foreach (var unit in await inside.GroupBy(c => c.UnitKey).Select(g => new { g.Key, Count = g.Sum(c => c.Count) }).ToListAsync(ct)) Note(unit.Key, sign * unit.Count);
        }

        void Note(string unit, int count) => _sums[(key, unit)] = _sums.GetValueOrDefault((key, unit)) + count;
    }

    private async Task HadAsync(MotCuaDb db, UnitRows rows, MeasureQuestion question, FactConditions conditions, CancellationToken ct)
    {
        if (_had.ContainsKey(conditions.Key)) return;
        var (first, last, key) = (question.From.Year, question.To.Year, conditions.Key);
        var (a, b) = (YearWords.Between(first, question.From, question.To), YearWords.Between(last, question.From, question.To));
        Expression<Func<CriterionOfferRow, bool>> had = o =>
            (o.Year == first && ((o.Days1 & a.W1) | (o.Days2 & a.W2) | (o.Days3 & a.W3) | (o.Days4 & a.W4) | (o.Days5 & a.W5) | (o.Days6 & a.W6)) != 0)
            || (o.Year == last && ((o.Days1 & b.W1) | (o.Days2 & b.W2) | (o.Days3 & b.W3) | (o.Days4 & b.W4) | (o.Days5 & b.W5) | (o.Days6 & b.W6)) != 0)
            || (o.Year > first && o.Year < last && (o.Days1 | o.Days2 | o.Days3 | o.Days4 | o.Days5 | o.Days6) != 0);
        var offers = db.CriterionOffers.AsNoTracking().Where(o => o.Criterion == key && o.Year >= first && o.Year <= last).Where(had);
        if (rows.Only is { } only) offers = offers.Where(o => only.Contains(o.UnitKey));
        _had[key] = (await offers.Select(o => new { o.UnitKey, o.ProcedureCode }).Distinct().ToListAsync(ct)).ToLookup(o => o.UnitKey, o => o.ProcedureCode, StringComparer.Ordinal);
    }

    private async Task OffersAsync(MotCuaDb db, UnitRows rows, MeasureQuestion question, IReadOnlyList<int> levels, CancellationToken ct)
    {
        if (_offered.ContainsKey(LevelsKey(levels))) return;
        var asked = levels.Select(l => (ServiceLevel)l).ToList();
        var services = ServicePicture.InForce(db, rows, question.To).Where(s => asked.Contains(s.Level));
        _offered[LevelsKey(levels)] = (await services.Select(s => new { s.UnitKey, s.ProcedureCode }).ToListAsync(ct)).ToLookup(s => s.UnitKey, s => s.ProcedureCode, StringComparer.Ordinal);
    }

    private static string LevelsKey(IReadOnlyList<int> levels) => string.Join(',', levels.Distinct().Order());
}
