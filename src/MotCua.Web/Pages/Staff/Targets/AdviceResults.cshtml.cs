using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>Dự kiến so với thực tế: tasks made of advice, what was expected and what happened since they were done.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class AdviceResultsModel(AdviceOutcomes outcomes, AdviceSheets sheets) : PageModel
{
    /// <summary>Unit; empty = all.</summary>
    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public string? Unit { get; set; }

    /// <summary>Units to choose from.</summary>
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    /// <summary>The tasks, latest first.</summary>
    public IReadOnlyList<OutcomeLine> Lines { get; private set; } = [];

    /// <summary>Shows the table.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Units = PlanTaskMarkup.UnitsOf(await sheets.UnitsAsync(ct));
        Lines = await outcomes.ListAsync(string.IsNullOrEmpty(Unit) ? null : Unit, ct);
        return Page();
    }
}
