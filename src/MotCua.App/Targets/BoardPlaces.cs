using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>A unit with its place in the province.</summary>
/// <param name="Unit">Key.</param>
/// <param name="Name">Name.</param>
/// <param name="Level"><c>tinh</c>, <c>huyen</c>, <c>xa</c>.</param>
/// <param name="District">Key of the district it lies in; its own for a district, empty at the province.</param>
/// <param name="DivisionCode">GSO code of the division it governs, or empty.</param>
public sealed record BoardPlace(string Unit, string Name, string Level, string District, string DivisionCode);

/// <summary>A commune's figure.</summary>
/// <param name="Place">The commune.</param>
/// <param name="Figure">Its figure; communes have no target of their own.</param>
/// <param name="DistrictTarget">Target of the district it lies in, for comparison only; null = none.</param>
public sealed record CommuneFigure(BoardPlace Place, Measure Figure, decimal? DistrictTarget)
{
    /// <summary>How it stands beside the district's target.</summary>
    public Attainment BesideDistrict => Figure.Counts.Against(DistrictTarget);
}

/// <summary>Where the units lie, and figures of the communes.</summary>
public sealed class BoardPlaces(MotCuaDb db, MeasureQueries measures)
{
    /// <summary>The districts and communes in force on a day, in Vietnamese order.</summary>
    public async Task<IReadOnlyList<BoardPlace>> PlacesAsync(DateOnly on, CancellationToken ct)
    {
        var units = await db.Units.AsNoTracking()
            .Where(u => (u.Level == "huyen" || u.Level == "xa") && u.From <= on && (u.Until == null || u.Until > on))
            .OrderBy(u => u.SortKey)
            .Select(u => new { u.Key, u.Name, u.ShortName, u.Level, u.ParentKey, u.GsoCode })
            .ToListAsync(ct);
        return [.. units.Select(u => new BoardPlace(u.Key, u.ShortName.Length > 0 ? u.ShortName : u.Name, u.Level, u.Level == "huyen" ? u.Key : u.ParentKey ?? "", u.GsoCode))];
    }

    /// <summary>Figures of the communes, of all or of one district.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="places">As <see cref="PlacesAsync"/>.</param>
    /// <param name="districtTargets">Targets of the districts by their keys.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<CommuneFigure>> CommunesAsync(
        IndicatorDefinition indicator, DateOnly from, DateOnly to, IEnumerable<BoardPlace> places, IReadOnlyDictionary<string, decimal?> districtTargets, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(districtTargets);
        var communes = places.Where(p => p.Level == "xa").ToDictionary(p => p.Unit, StringComparer.Ordinal);
        if (communes.Count == 0) return [];
        var figures = await measures.RowsAsync(new MeasureQuestion(from, to, [indicator], [.. communes.Keys]), ct);
        return [.. figures.Select(f => new CommuneFigure(communes[f.Unit], f, districtTargets.GetValueOrDefault(communes[f.Unit].District)))];
    }
}
