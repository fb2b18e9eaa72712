using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Plans;

/// <summary>Begin a correction of a plan: another decision on it from a day on.</summary>
[Authorize(Policy = Policies.OwnPlan)]
public sealed class CorrectModel(PlanSheets sheets, StartPlanDraftHandler start) : PageModel
{
    /// <summary>First day.</summary>
    [BindProperty]
    public DateBoxes From { get; set; } = new();

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The latest decision of the plan.</summary>
    public PlanEditionRow Edition { get; private set; } = null!;

    /// <summary>Shows the questions.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct) => await ShowAsync(code, ct) ? Page() : NotFound();

    /// <summary>Begins the draft.</summary>
    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!await ShowAsync(code, ct)) return NotFound();
        var from = From.Read("Ngày điều chỉnh có hiệu lực", nameof(From), ModelState, required: true);
        if (!ModelState.IsValid) return Page();
        var started = await start.HandleAsync(new StartPlanDraft(PlanKind.Correction, Edition.Id, new PlanTerms(Edition.Name, from, Edition.To, Reason?.Trim() ?? "")), User.ToActor(), ct);
        return started.IsOk ? LocalRedirect(Links.PlanDraftEdit(started.Value)) : this.Refuse(started.Problem);
    }

    private async Task<bool> ShowAsync(string code, CancellationToken ct)
    {
        if (await sheets.PlanAsync(code, null, User.ToActor(), ct) is not { } sheet) return false;
        Edition = sheet.Editions[^1];
        return true;
    }
}
