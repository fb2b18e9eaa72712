using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>The index of a unit: each part with formula and counts, points that can still be had, figures that are missing.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class IndexUnitModel(IndexSheets sheets, TimeProvider clock) : PageModel
{
    /// <summary>Unit key or <c>province</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "key")]
    public string Key { get; set; } = "";

    /// <summary>Period by key.</summary>
    [BindProperty(SupportsGet = true, Name = "ky")]
    public string? PeriodKey { get; set; }

    /// <summary>First day of a free period.</summary>
    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    /// <summary>Last day of a free period.</summary>
    [BindProperty(SupportsGet = true, Name = "den")]
    public DateOnly? To { get; set; }

    /// <summary>The period shown.</summary>
    public BoardPeriod Period { get; private set; } = null!;

    /// <summary>Periods offered.</summary>
    public IReadOnlyList<Choice> Periods { get; private set; } = [];

    /// <summary>The unit with its points.</summary>
    public IndexBoardRow Unit { get; private set; } = null!;

    /// <summary>Points not reached, easiest first.</summary>
    public IReadOnlyList<IndexGain> Gains { get; private set; } = [];

    /// <summary>Supplied counts of the period.</summary>
    public IReadOnlyList<EnteredFigure> Figures { get; private set; } = [];

    /// <summary>The period is over.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        Period = IndexWords.PeriodOf(PeriodKey, From, To, now);
        Periods = BoardPeriod.Offered(Period, now);
        if (await sheets.UnitAsync(Key, Period.From, Period.To, ct) is not { } unit) return NotFound();
        (Unit, IsOver) = (unit, sheets.IsOver(Period.To));
        Gains = IndexGains.Of(unit.Row.Sheet, IsOver);
        Figures = await sheets.FiguresAsync(Key, Period.From, Period.To, ct);
        return Page();
    }
}
