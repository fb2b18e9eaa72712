using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Organisations;
using MotCua.App.Targets;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Components.Charts;

namespace MotCua.Web.Pages.Targets;

/// <summary>Công khai chỉ tiêu: the plan's indicators for everybody to read; counts and verdicts only, no lists.</summary>
[AllowAnonymous]
public sealed class SummaryModel(TargetBoards boards, BoardPlaces places, DistrictMaps maps, TimeProvider clock) : PageModel
{
    /// <summary>Period by key.</summary>
    [BindProperty(SupportsGet = true, Name = "ky")]
    public string? PeriodKey { get; set; }

    /// <summary>Indicator of the map.</summary>
    [BindProperty(SupportsGet = true, Name = "chi-tieu")]
    public string? IndicatorCode { get; set; }

    /// <summary>Place of the map's indicator among the three, from 0.</summary>
    public int Column { get; private set; }

    /// <summary>What the map shows.</summary>
    public IReadOnlyList<MapMark> Marks { get; private set; } = [];

    /// <summary>Periods offered.</summary>
    public IReadOnlyList<Choice> Periods { get; private set; } = [];

    /// <summary>The outlines.</summary>
    public DistrictMaps Map => maps;

    /// <summary>The period shown.</summary>
    public BoardPeriod Period { get; private set; } = null!;

    /// <summary>The figures.</summary>
    public TargetBoard Sheet { get; private set; } = null!;

    /// <summary>Shows the summary.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        Period = BoardPeriod.Of(PeriodKey, null, null, now);
        Periods = BoardPeriod.Offered(Period, now);
        Sheet = await boards.ForAsync(new MeasureQuestion(Period.From, Period.To, [Indicators.Ct1, Indicators.Ct2, Indicators.Ct3]), ct);
        Column = IndicatorCode switch { "ct1" => 0, "ct2" => 1, _ => 2 };
        var codes = (await places.PlacesAsync(Period.To, ct)).Where(p => p.Level == "huyen").ToDictionary(p => p.Unit, p => p.DivisionCode, StringComparer.Ordinal);
        Marks = [.. Sheet.Groups.SelectMany(g => g.Rows).Where(r => codes.ContainsKey(r.Unit)).Select(r => new MapMark(codes[r.Unit], PlaceWords.Short(r.Name), MeasureWords.Value(r.Figures[Column]), r.Figures[Column].Attainment, null))];
    }
}
