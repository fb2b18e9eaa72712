using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>Dự báo: which units will miss a target at the end of the period, how sure that is, and how much is missing; the worst first.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class ForecastsModel(Forecasts forecasts, TimeProvider clock) : PageModel
{
    /// <summary>The indicators offered.</summary>
    public static readonly IReadOnlyList<IndicatorDefinition> Offered = [Indicators.Ct3, Indicators.Ct3Dvctt, Indicators.Ct3Self, Indicators.Ct2, Indicators.Ct2A, Indicators.Ct1];

    /// <summary>Period by key; the running quarter unless said.</summary>
    [BindProperty(SupportsGet = true, Name = "ky")]
    public string? PeriodKey { get; set; }

    /// <summary>First day of a free period.</summary>
    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    /// <summary>Last day of a free period.</summary>
    [BindProperty(SupportsGet = true, Name = "den")]
    public DateOnly? To { get; set; }

    /// <summary>Indicator.</summary>
    [BindProperty(SupportsGet = true, Name = "ct")]
    public string? IndicatorCode { get; set; }

    /// <summary>As of this past day (<c>ngay</c>).</summary>
    public DateQuery AsAtTyped { get; private set; } = null!;

    /// <summary>The period shown.</summary>
    public BoardPeriod Period { get; private set; } = null!;

    /// <summary>Periods offered.</summary>
    public IReadOnlyList<Choice> Periods { get; private set; } = [];

    /// <summary>The indicator shown.</summary>
    public IndicatorDefinition Indicator { get; private set; } = Indicators.Ct3;

    /// <summary>The forecasts.</summary>
    public ForecastSheet Sheet { get; private set; } = null!;

    /// <summary>Rows with a forecast, the least chance first; then those of which nothing can be said.</summary>
    public IReadOnlyList<UnitForecast> Rows { get; private set; } = [];

    /// <summary>Shows the page; a day typed in boxes leads to the address with the plain day.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        AsAtTyped = DateQuery.Read(Request.Query, "ngay", "Tính đến ngày", ModelState);
        Indicator = Offered.FirstOrDefault(i => i.Code == IndicatorCode) ?? Indicators.Ct3;
        if (ModelState.IsValid && AsAtTyped.IsTyped)
        {
            return LocalRedirect(Links.Forecasts(PeriodKey, From, To, Indicator == Indicators.Ct3 ? null : Indicator.Code, AsAtTyped.Date));
        }

        var day = AsAtTyped.Date ?? ProvinceTime.DateOf(now);
        Period = BoardPeriod.Of(PeriodKey ?? (day.Year is >= Domain.Targets.Period.LeastYear and <= Domain.Targets.Period.GreatestYear ? Domain.Targets.Period.Containing(PeriodKind.Quarter, PeriodCut.Calendar, day).Key : null), From, To, now);
        Periods = BoardPeriod.Offered(Period, now);
        Sheet = await forecasts.ForAsync(new ForecastQuestion(Period.Rule, AsAtTyped.Date, [Indicator]), ct);
        Rows = [.. Sheet.Rows.OrderBy(r => r.Forecast is null ? 2 : r.Forecast.Chance is null ? 1 : 0).ThenBy(r => r.Forecast?.Chance ?? 0).ThenBy(r => (r.Forecast?.Percent ?? 0) - (double)(r.Target ?? 0))];
        return Page();
    }
}
