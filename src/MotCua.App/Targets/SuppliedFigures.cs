using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>The counts that others supplied, for the rows of a table.</summary>
internal sealed class SuppliedFigures
{
    private readonly ILookup<(string Column, string Unit), SuppliedCount> _counts;

    private SuppliedFigures(ILookup<(string, string), SuppliedCount> counts) => _counts = counts;

    /// <summary>What is known of periods that end by the given day; a few rows for each unit and month, however many dossiers there are.</summary>
    public static async Task<SuppliedFigures> LoadAsync(MotCuaDb db, DateOnly to, CancellationToken ct)
    {
        var found = await db.IndexFigures.AsNoTracking().Where(f => f.To <= to).Select(f => new { f.Column, f.UnitKey, f.From, f.To, f.Value }).ToListAsync(ct);
        return new SuppliedFigures(found.ToLookup(f => (f.Column, f.UnitKey), f => new SuppliedCount(f.From, f.To, f.Value)));
    }

    /// <summary>Adds what is known for the row. A committee without its communes has no supplied counts: they are counted with them.</summary>
    public void AddTo(Dictionary<string, decimal> counts, string row, UnitRows rows, MeasureQuestion question)
    {
        var communes = CommunesOf(row, rows);
        // A unit without communes has the province's share, as the national portal shows it (docs/law.md, QĐ 766)
        var isOfProvince = communes == 0;
        counts["communes"] = isOfProvince ? rows.InPlan.Sum(u => CommunesOf(u, rows)) : communes;
        if (question.IsOwnOnly) return;
        foreach (var column in IndexColumns.Supplied)
        {
            var place = column.Code == "communes_certifying" && isOfProvince ? MeasureQueries.Province : row;
            if (Of(column, place, rows, question) is { } value) counts[column.Code] = value;
        }
    }

    /// <summary>The province's own count, or the sum when every unit that has the count gave one: a missing one is not zero.</summary>
    private long? Of(IndexColumn column, string row, UnitRows rows, MeasureQuestion question)
    {
        if (Own(row) is { } own || row != MeasureQueries.Province) return Own(row);
        var values = rows.InPlan.Where(u => column.Code != "communes_certifying" || CommunesOf(u, rows) > 0).Select(Own).ToList();
        return values.Count > 0 && values.TrueForAll(v => v is not null) ? values.Sum() : null;

        long? Own(string unit) => SuppliedCounts.Of(column.Over, question.From, question.To, [.. _counts[(column.Code, unit)]]);
    }

    private static int CommunesOf(string row, UnitRows rows) => rows.PartsOf(row).Where(p => rows.LevelOf(p) == "huyen").Sum(p => rows.UnitsOf(p).Count - 1);
}
