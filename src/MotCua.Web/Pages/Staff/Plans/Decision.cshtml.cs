using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Plans;

/// <summary>Record number, date and signer of an issued decision that were not known, or were wrong.</summary>
[Authorize(Policy = Policies.OwnPlan)]
public sealed class DecisionModel(PlanSheets sheets, RecordPlanDecisionHandler record) : PageModel
{
    /// <summary>Version that the page was made from.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>Số, ký hiệu.</summary>
    [BindProperty]
    public string? DecisionNo { get; set; }

    /// <summary>Day of signing.</summary>
    [BindProperty]
    public DateBoxes DecisionOn { get; set; } = new();

    /// <summary>Who signed.</summary>
    [BindProperty]
    public string? Signer { get; set; }

    /// <summary>Their office.</summary>
    [BindProperty]
    public string? SignerTitle { get; set; }

    /// <summary>Why, and where it was read.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The decision.</summary>
    public PlanEditionRow Edition { get; private set; } = null!;

    /// <summary>Shows what is known.</summary>
    public async Task<IActionResult> OnGetAsync(string code, [FromQuery(Name = "ban")] int? number, CancellationToken ct)
    {
        if (!await ShowAsync(code, number, ct)) return NotFound();
        (SeenVersion, DecisionNo, DecisionOn) = (Edition.Version, Edition.DecisionNo.Any(char.IsDigit) ? Edition.DecisionNo : "", DateBoxes.From(Edition.DecisionOn));
        (Signer, SignerTitle) = (Edition.Signer, Edition.SignerTitle);
        return Page();
    }

    /// <summary>Records it.</summary>
    public async Task<IActionResult> OnPostAsync(string code, [FromQuery(Name = "ban")] int? number, CancellationToken ct)
    {
        if (!await ShowAsync(code, number, ct)) return NotFound();
        var on = DecisionOn.Read("Ngày ký quyết định", nameof(DecisionOn), ModelState, required: true);
        if (!ModelState.IsValid) return Page();
        var done = await record.HandleAsync(new RecordPlanDecision(Edition.Id, SeenVersion, new DecisionFacts(DecisionNo ?? "", on, Signer ?? "", SignerTitle ?? ""), Reason ?? ""), User.ToActor(), ct);
        return done.IsOk ? LocalRedirect(Links.Plan(code, Edition.Number) + "&xong=so") : this.Refuse(done.Problem);
    }

    private async Task<bool> ShowAsync(string code, int? number, CancellationToken ct)
    {
        if (await sheets.PlanAsync(code, number, User.ToActor(), ct) is not { } sheet) return false;
        Edition = sheet.Edition;
        return true;
    }
}
