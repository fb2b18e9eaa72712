using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>All indicators there are: those of the contracts and those defined without code, each in the version in force on a day.</summary>
public sealed class IndicatorCatalogue(MotCuaDb db)
{
    /// <summary>The indicators of the plan with their variants, then the configured ones in force on the last day of the period asked about, by code.</summary>
    public async Task<IReadOnlyList<IndicatorDefinition>> AllAsync(DateOnly on, CancellationToken ct) => [.. Indicators.All, .. await ConfiguredAsync(on, ct)];

    /// <summary>The configured ones in force on the day, by code.</summary>
    public async Task<IReadOnlyList<IndicatorDefinition>> ConfiguredAsync(DateOnly on, CancellationToken ct) =>
        [.. (await InForce(on).ToListAsync(ct)).OrderBy(v => v.Code, StringComparer.Ordinal).Select(v => v.Definition)];

    /// <summary>The definition of the code in force on the day, points of the index included; null when there is none.</summary>
    public async Task<IndicatorDefinition?> FindAsync(string code, DateOnly on, CancellationToken ct) =>
        Indicators.Find(code) ?? IndexIndicators.Find(code) ?? (await InForce(on).FirstOrDefaultAsync(v => v.Code == code, ct))?.Definition;

    /// <summary>The definition and its variants in force on the day: those measured against the same target.</summary>
    public async Task<IReadOnlyList<IndicatorDefinition>> VariantsOfAsync(string targetCode, DateOnly on, CancellationToken ct) =>
        [.. (await AllAsync(on, ct)).Where(i => i.TargetCode == targetCode)];

    /// <summary>Codes of configured indicators whether in force or not, for messages.</summary>
    public async Task<IReadOnlyList<string>> ConfiguredCodesAsync(CancellationToken ct) =>
        await db.IndicatorVersions.AsNoTracking().Where(v => v.State == IndicatorState.Published).Select(v => v.Code).Distinct().OrderBy(c => c).ToListAsync(ct);

    private IQueryable<IndicatorVersionRow> InForce(DateOnly on) =>
        db.IndicatorVersions.AsNoTracking().Where(v => v.State == IndicatorState.Published && v.From <= on && (v.Until == null || v.Until > on));
}
