using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.PlanTasks;

/// <summary>Nhiệm vụ của kế hoạch: by state, unit and kind, nearest deadline first.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class IndexModel(PlanTaskSheets sheets, TimeProvider clock) : PageModel
{
    /// <summary>Part shown, as in addresses.</summary>
    [BindProperty(SupportsGet = true, Name = "phan")]
    public string? Part { get; set; }

    /// <summary>Unit that leads or cooperates.</summary>
    [BindProperty(SupportsGet = true, Name = "donVi")]
    public string? UnitTyped { get; set; }

    /// <summary>Kind, as in addresses.</summary>
    [BindProperty(SupportsGet = true, Name = "loai")]
    public string? KindTyped { get; set; }

    /// <summary>Place after which the page begins.</summary>
    [BindProperty(SupportsGet = true, Name = "sau")]
    public string? After { get; set; }

    /// <summary>A task was just set.</summary>
    public bool IsAssigned { get; private set; }

    /// <summary>Part shown.</summary>
    public PlanTaskView View => PlanTaskParts.ViewOf(Part);

    /// <summary>Kind asked for, or null.</summary>
    public PlanTaskKind? Kind => int.TryParse(KindTyped, NumberStyles.None, CultureInfo.InvariantCulture, out var kind) && Enum.IsDefined((PlanTaskKind)kind) ? (PlanTaskKind)kind : null;

    /// <summary>Unit asked for, or null.</summary>
    public string? Unit => string.IsNullOrEmpty(UnitTyped) ? null : UnitTyped;

    /// <summary>The local day.</summary>
    public DateOnly Today => ProvinceTime.DateOf(clock.GetUtcNow());

    /// <summary>The tasks of this page.</summary>
    public PlanTaskPage Tasks { get; private set; } = null!;

    /// <summary>Units to choose from.</summary>
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    /// <summary>The next page, or null.</summary>
    public string? Older => Tasks.After is { } place ? Links.PlanTasks(View, Unit, Kind, place) : null;

    /// <summary>Shows a page of tasks.</summary>
    public async Task<IActionResult> OnGetAsync(string? xong, CancellationToken ct)
    {
        IsAssigned = xong == "giao";
        Units = PlanTaskMarkup.UnitsOf(await sheets.UnitsAsync(ct));
        Tasks = await sheets.ListAsync(new PlanTaskFilter(View, Unit, Kind), Place(After), ct);
        return Page();
    }

    private static PlanTaskPlace? Place(string? text) =>
        text?.Split('_') is [var day, var n, var id] && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            && int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Guid.TryParseExact(id, "N", out var key)
            ? new PlanTaskPlace(on, number, key) : null;
}
