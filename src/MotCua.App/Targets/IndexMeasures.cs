using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>
/// Points of the index (QĐ 766/QĐ-TTg) from the province's own data. A part whose counts are not kept here (announcement of procedures,
/// feedback, the national stores) has no points rather than a guess, and so has its group.
/// </summary>
public sealed class IndexMeasures(MotCuaDb db, MeasureQueries measures, TimeProvider clock)
{
    /// <summary>The points, by indicator, then unit in the plan's order.</summary>
    public async Task<IReadOnlyList<Measure>> RowsAsync(MeasureQuestion question, CancellationToken ct)
    {
        if (question.Indicators.Count == 0) return [];
        var rows = await UnitRows.LoadAsync(db, question, ct);
        var counts = await CountsAsync(question, rows, ct);
        var found = new List<Measure>();
        foreach (var indicator in question.Indicators)
        {
            foreach (var unit in rows.Shown)
            {
                var (scores, _) = IndexScore.Of(counts[unit]);
                decimal? points = scores.Where(s => s.Code == indicator.Code).Select(s => (decimal?)s.Points).FirstOrDefault();
                var part = IndexIndicators.PartOf(indicator);
                var ratio = part is { Of.Length: > 0 } && points is not null ? new Ratio((long)part.Wholes.Sum(w => counts[unit][w]), (long)counts[unit][part.Of]) : (Ratio?)null;
                found.Add(new Measure(indicator, unit, question.From, question.To, ratio ?? default, null, ratio is { Denominator: 0 } ? Attainment.NotApplicable : Attainment.NotEnoughData)
                {
                    Points = points,
                    HasCounts = ratio is not null,
                });
            }
        }

        return found;
    }

    private async Task<Dictionary<string, Dictionary<string, decimal>>> CountsAsync(MeasureQuestion question, UnitRows rows, CancellationToken ct)
    {
        var counts = rows.Shown.ToDictionary(u => u, _ => new Dictionary<string, decimal>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var m in await measures.RowsAsync(question with { Indicators = [Indicators.Ct2, Indicators.Ct3Index] }, ct))
        {
            var (above, below) = m.Indicator == Indicators.Ct2 ? ("online_services_used", "online_services") : ("dossiers_online", "dossiers_all");
            (counts[m.Unit][above], counts[m.Unit][below]) = (m.Counts.Numerator, m.Counts.Denominator);
        }

        var services = await ServicePicture.LoadAsync(db, rows, question, [], ct);
        var sums = await SumsAsync(question, rows, ct);
        var late = await LateAsync(question, ct);
        var lateResults = await ResultsAfterAsync(question, ct);
        foreach (var unit in rows.Shown)
        {
            var own = counts[unit];
            var parts = rows.PartsOf(unit);
            var levels = parts.Select(services.Levels).ToList();
            (own["full"], own["partial"], own["procedures"]) = (levels.Sum(l => l.Full), levels.Sum(l => l.Partial), levels.Sum(l => l.All));
            var units = parts.SelectMany(rows.UnitsOf).ToHashSet(StringComparer.Ordinal);
            var cells = sums.Where(s => units.Contains(s.Unit)).ToList();
            own["received"] = own["result_dossiers"] = cells.Sum(c => c.Accepted);
            own["on_time"] = own["received"] - units.Sum(u => late.GetValueOrDefault(u));
            own["fee_dossiers"] = cells.Sum(c => c.WithFee);
            own["fee_dossiers_paid_online"] = cells.Sum(c => c.FeePaidOnline);
            own["e_results"] = cells.Sum(c => c.ElectronicResults) - units.Sum(u => lateResults.GetValueOrDefault(u));
            own["digitised"] = cells.Sum(c => c.Digitised);
            own["reused"] = cells.Sum(c => c.Reused);
            own["eid_dossiers"] = cells.Sum(c => c.EidVerified);
        }

        return counts;
    }

    private async Task<List<UnitSum>> SumsAsync(MeasureQuestion question, UnitRows rows, CancellationToken ct)
    {
        var sums = new List<UnitSum>();
        var parts = PeriodParts.Of(question.From, question.To);
        if (parts.Months is { } months) sums.AddRange(await SumsOf(db.RollupMonths.AsNoTracking(), months, rows).ToListAsync(ct));
        foreach (var days in parts.Days) sums.AddRange(await SumsOf(db.RollupDays.AsNoTracking(), days, rows).ToListAsync(ct));
        return sums;
    }

    private static IQueryable<UnitSum> SumsOf<T>(IQueryable<T> cells, DaySpan span, UnitRows rows)
        where T : RollupCell
    {
        var inside = cells.Where(c => c.Day >= span.From && c.Day <= span.To);
        if (rows.Only is { } units) inside = inside.Where(c => units.Contains(c.UnitKey));
        return inside.GroupBy(c => c.UnitKey).Select(g => new UnitSum(
            g.Key, g.Sum(c => c.Accepted), g.Sum(c => c.ElectronicResults), g.Sum(c => c.Digitised), g.Sum(c => c.Reused), g.Sum(c => c.EidVerified), g.Sum(c => c.WithFee), g.Sum(c => c.FeePaidOnline)));
    }

    /// <summary>Late by the verdict of the index at the end of the last day, or now if that is earlier.</summary>
    private Task<Dictionary<string, int>> LateAsync(MeasureQuestion question, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var end = ProvinceTime.StartOf(question.To.AddDays(1));
        var at = end < now ? end.AddMicroseconds(-1) : now;
        var touched = PeriodParts.MonthsTouched(question.From, question.To);
        return db.DossierFacts.AsNoTracking()
            .Where(f => touched.Contains(f.Month) && f.IndexLateAfter < at && f.Day >= question.From && f.Day <= question.To)
            .GroupBy(f => f.UnitKey).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, ct);
    }

    private async Task<Dictionary<string, int>> ResultsAfterAsync(MeasureQuestion question, CancellationToken ct)
    {
        if (question.To >= ProvinceTime.DateOf(clock.GetUtcNow())) return [];
        var touched = PeriodParts.MonthsTouched(question.From, question.To);
        return await db.DossierFacts.AsNoTracking()
            .Where(f => touched.Contains(f.Month) && f.ResultOn > question.To && f.HasElectronicResult && f.Day >= question.From && f.Day <= question.To)
            .GroupBy(f => f.UnitKey).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, ct);
    }

    private sealed record UnitSum(string Unit, int Accepted, int ElectronicResults, int Digitised, int Reused, int EidVerified, int WithFee, int FeePaidOnline);
}
