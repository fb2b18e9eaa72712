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

        var services = await ServicePicture.LoadAsync(db, rows, question with { Indicators = [] }, ct);
        var sums = await UnitSums.LoadAsync(db, question, rows, ct);
        var late = await LateAsync(question, ct);
        var lateResults = await ResultsAfterAsync(question, ct);
        foreach (var unit in rows.Shown)
        {
            var own = counts[unit];
            var parts = rows.PartsOf(unit);
            var levels = parts.Select(services.Levels).ToList();
            (own["full"], own["partial"], own["procedures"]) = (levels.Sum(l => l.Full), levels.Sum(l => l.Partial), levels.Sum(l => l.All));
            var units = parts.SelectMany(rows.UnitsOf).ToHashSet(StringComparer.Ordinal);
            var sum = sums.Of(units);
            own["received"] = own["result_dossiers"] = sum.Accepted;
            own["on_time"] = own["received"] - units.Sum(u => late.GetValueOrDefault(u));
            own["fee_dossiers"] = sum.WithFee;
            own["fee_dossiers_paid_online"] = sum.FeePaidOnline;
            own["e_results"] = sum.ElectronicResults - units.Sum(u => lateResults.GetValueOrDefault(u));
            own["digitised"] = sum.Digitised;
            own["reused"] = sum.Reused;
            own["eid_dossiers"] = sum.EidVerified;
        }

        return counts;
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
}
