using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>What the sections of a unit's page are given.</summary>
/// <param name="Unit">Key of the unit.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Period">The period shown.</param>
public sealed record UnitSection(string Unit, string UnitName, BoardPeriod Period);

/// <summary>A unit's page: its figures, and the sections of forecast, advice and index that their owners fill.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class UnitModel(TargetBoards boards, MeasureQueries measures, TimeProvider clock) : PageModel
{
    /// <summary>Key of the unit.</summary>
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

    /// <summary>Name of the unit.</summary>
    public string UnitName { get; private set; } = "";

    /// <summary>The period shown.</summary>
    public BoardPeriod Period { get; private set; } = null!;

    /// <summary>The unit's figures.</summary>
    public IReadOnlyList<Measure> Figures { get; private set; } = [];

    /// <summary>What the sections are given.</summary>
    public UnitSection Section => new(Key, UnitName, Period);

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await boards.NameOfAsync(Key, ct) is not { } name) return NotFound();
        UnitName = name;
        Period = BoardPeriod.Of(PeriodKey, From, To, clock.GetUtcNow());
        Figures = await measures.RowsAsync(new MeasureQuestion(Period.From, Period.To, [Indicators.Ct1, Indicators.Ct2, Indicators.Ct3], [Key]), ct);
        return Page();
    }
}
