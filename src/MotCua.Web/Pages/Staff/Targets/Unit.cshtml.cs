using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Targets;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Components.Charts;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>What the sections of a unit's page are given.</summary>
/// <param name="Unit">Key of the unit.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Period">The period shown.</param>
public sealed record UnitSection(string Unit, string UnitName, BoardPeriod Period);

/// <summary>A unit's page: its figures, how they went, its communes and procedures, and the sections of forecast, advice and index that their owners fill.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class UnitModel(BoardUnits units, TimeProvider clock) : BoardPage
{
    private const int ProceduresAtFirst = 15;

    /// <summary>Key of the unit.</summary>
    [BindProperty(SupportsGet = true, Name = "key")]
    public string Key { get; set; } = "";

    /// <summary>Shows all procedures.</summary>
    [BindProperty(SupportsGet = true, Name = "tat-ca")]
    public bool IsAll { get; set; }

    /// <summary>The unit's figures.</summary>
    public UnitFigures Unit { get; private set; } = null!;

    /// <summary>The procedures shown.</summary>
    public IReadOnlyList<UnitProcedure> Procedures => IsAll ? Unit.Procedures : [.. Unit.Procedures.Take(ProceduresAtFirst)];

    /// <summary>What the sections are given.</summary>
    public UnitSection Section => new(Key, Unit.Place.Name, View.Period);

    /// <summary>The chart of an indicator: each month by itself, and the year so far.</summary>
    public IReadOnlyList<ChartLine> LinesOf(IndicatorDefinition indicator) =>
        [new ChartLine("riêng từng tháng", Unit.Months.Of(indicator, Key)), new ChartLine("lũy kế từ đầu năm", Unit.YearSoFar.Of(indicator, Key), IsDashed: true)];

    /// <summary>The year's figure at the end of a month of the chart, or null before January.</summary>
    public Ratio? YearAt(IndicatorDefinition indicator, int month)
    {
        var year = Unit.YearSoFar.Of(indicator, Key);
        var at = month - (Unit.Months.Spans.Count - year.Count);
        return at >= 0 && at < year.Count ? year[at] : null;
    }

    /// <summary>What is to be said of a commune's figure: it has no target of its own.</summary>
    public decimal? TargetOf(int column) => Unit.Line.Cells[column].Figure.Target ?? Unit.DistrictTargets[column];

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        ReadView(clock);
        if (await units.ForAsync(Key, View.Question, ct) is not { } unit) return NotFound();
        Unit = unit;
        return Page();
    }
}
