using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>
/// Points of the index (QĐ 766/QĐ-TTg) as figures. A part whose counts nobody knows has no points rather than a guess, and so has its group.
/// </summary>
public sealed class IndexMeasures(IndexCounts counts)
{
    /// <summary>The points, by indicator, then unit in the plan's order.</summary>
    public async Task<IReadOnlyList<Measure>> RowsAsync(MeasureQuestion question, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Indicators.Count == 0) return [];
        var rows = await counts.OfAsync(question, ct);
        return [.. question.Indicators.SelectMany(indicator => rows.Select(row => Of(indicator, row.Key, row.Value.Sheet, question)))];
    }

    private static Measure Of(IndicatorDefinition indicator, string unit, IndexSheet sheet, MeasureQuestion question)
    {
        var part = IndexIndicators.PartOf(indicator) is { Of.Length: > 0 } counted ? sheet.Part(counted.Code) : null;
        var ratio = part is { Points: not null } ? new Ratio((long)part.Above!.Value, (long)part.Below!.Value) : (Ratio?)null;
        return new Measure(indicator, unit, question.From, question.To, ratio ?? default, null, ratio is { Denominator: 0 } ? Attainment.NotApplicable : Attainment.NotEnoughData)
        {
            Points = sheet.PointsOf(indicator.Code),
            HasCounts = ratio is not null,
        };
    }
}
