using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Every figure there is of a period: all indicators, points and configured ones included, of the units of the plan, the province and every commune.</summary>
public sealed class PeriodFigures(MotCuaDb db, MeasureQueries measures, IndexMeasures index, IndicatorCatalogue catalogue)
{
    /// <summary>The figures now.</summary>
    public async Task<IReadOnlyList<Measure>> ReadAsync(DateOnly from, DateOnly to, CancellationToken ct)
    {
        var rows = await UnitRows.LoadAsync(db, new MeasureQuestion(from, to, []), ct);
        var communes = await db.Units.AsNoTracking().Where(u => u.Level == "xa" && u.From <= to && (u.Until == null || u.Until > from)).OrderBy(u => u.Key).Select(u => u.Key).ToListAsync(ct);
        var question = new MeasureQuestion(from, to, await catalogue.AllAsync(to, ct), [.. rows.Shown, .. communes]);
        return [.. await measures.RowsAsync(question, ct), .. await index.RowsAsync(question with { Indicators = IndexIndicators.All }, ct)];
    }
}
