using Microsoft.AspNetCore.Authorization;
using MotCua.App.Organisations;
using MotCua.App.Targets;
using MotCua.Web.Components;
using MotCua.Web.Components.Charts;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>Bản đồ: one indicator of the eight districts on the map, of the 108 communes as tiles, of the province's units beside; all of it also as a table.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class MapModel(BoardSheets sheets, BoardPlaces places, DistrictMaps maps, TimeProvider clock) : BoardPage
{
    /// <summary>The board.</summary>
    public BoardSheet Sheet { get; private set; } = null!;

    /// <summary>The communes by the key of their district.</summary>
    public ILookup<string, CommuneFigure> Communes { get; private set; } = null!;

    /// <summary>The units of the province, the furthest below their target first.</summary>
    public IReadOnlyList<BoardLine> OfProvince { get; private set; } = [];

    /// <summary>The districts.</summary>
    public IReadOnlyList<BoardLine> Districts { get; private set; } = [];

    /// <summary>What the map shows.</summary>
    public IReadOnlyList<MapMark> Marks { get; private set; } = [];

    /// <summary>The outlines.</summary>
    public DistrictMaps Map => maps;

    /// <summary>The indicator's cell of a line.</summary>
    public BoardCell CellOf(BoardLine line) => line.Cells[Column];

    /// <summary>Shows the map.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        ReadView(clock);
        Sheet = await sheets.ForAsync(View.Question, ct);
        var found = await places.PlacesAsync(LastDay, ct);
        var districts = found.Where(p => p.Level == "huyen").ToDictionary(p => p.Unit, StringComparer.Ordinal);
        Districts = [.. Sheet.Lines.Where(l => districts.ContainsKey(l.Unit))];
        OfProvince = [.. Sheet.Lines.Where(l => !districts.ContainsKey(l.Unit)).OrderBy(l => CellOf(l).Distance?.Points ?? decimal.MaxValue)];
        Communes = (await places.CommunesAsync(Indicator, View.Period.From, View.Period.To, found, Districts.ToDictionary(l => l.Unit, l => CellOf(l).Figure.Target, StringComparer.Ordinal), ct)).ToLookup(c => c.Place.District, StringComparer.Ordinal);
        Marks = [.. Districts.Select(l => new MapMark(districts[l.Unit].DivisionCode, PlaceWords.Short(l.Name), MeasureWords.Value(CellOf(l).Figure), CellOf(l).Figure.Attainment, Links.BoardUnit(l.Unit, View)))];
    }
}
