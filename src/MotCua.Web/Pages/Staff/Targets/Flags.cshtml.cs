using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>Dấu hiệu: what about the figures should be looked into by a person. No figure is changed by it.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class FlagsModel(FlagSheets flags, TargetBoards boards, TimeProvider clock) : PageModel
{
    private const int MostPages = 200;

    /// <summary>First day.</summary>
    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    /// <summary>Last day.</summary>
    [BindProperty(SupportsGet = true, Name = "den")]
    public DateOnly? To { get; set; }

    /// <summary>Period by key, as the row of tabs hands it on.</summary>
    [BindProperty(SupportsGet = true, Name = "ky")]
    public string? PeriodKey { get; set; }

    /// <summary>Unit.</summary>
    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public string? Unit { get; set; }

    /// <summary><c>moi</c>, <c>da-xem-xet</c>, or all.</summary>
    [BindProperty(SupportsGet = true, Name = "trang-thai")]
    public string? StateName { get; set; }

    /// <summary>Page, from 0.</summary>
    [BindProperty(SupportsGet = true, Name = "trang")]
    public int PageNumber { get; set; }

    /// <summary>The period shown.</summary>
    public BoardPeriod Period { get; private set; } = null!;

    /// <summary>Periods offered.</summary>
    public IReadOnlyList<Choice> Periods { get; private set; } = [];

    /// <summary>Name of the unit, or null for all.</summary>
    public string? UnitName { get; private set; }

    /// <summary>The signs.</summary>
    public IReadOnlyList<FlagLine> Lines { get; private set; } = [];

    /// <summary>True when there are more.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Shows the signs of the last three months unless a period is asked for.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = ProvinceTime.DateOf(now);
        Period = PeriodKey is null && From is null ? BoardPeriod.Of(null, today.AddMonths(-3), today, now) : BoardPeriod.Of(PeriodKey, From, To, now);
        Periods = BoardPeriod.Offered(Period, now);
        if (Unit is { Length: > 0 } && (UnitName = await boards.NameOfAsync(Unit, ct)) is null) return NotFound();
        PageNumber = Math.Clamp(PageNumber, 0, MostPages);
        FlagState? state = StateName switch { "moi" => FlagState.New, "da-xem-xet" => FlagState.Reviewed, _ => null };
        var lines = await flags.ListAsync(Period.From, Period.To, state, Unit, PageNumber * FlagSheets.PageSize, ct);
        (Lines, HasMore) = ([.. lines.Take(FlagSheets.PageSize)], lines.Count > FlagSheets.PageSize);
        return Page();
    }
}
