using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Plans;

/// <summary>A draft: what is still wrong, what it changes, and the next act: edit, send, return, issue.</summary>
[Authorize(Policy = Policies.ApprovePlan)]
public sealed class DraftModel(PlanSheets sheets, MovePlanHandler move, IssuePlanHandler issue, TimeProvider clock) : PageModel
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

    /// <summary>The warnings were read.</summary>
    [BindProperty]
    public bool Confirmed { get; set; }

    /// <summary>Why it is returned or given up.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The draft.</summary>
    public PlanSheet Sheet { get; private set; } = null!;

    /// <summary>What was just done.</summary>
    public string? Done { get; private set; }

    /// <summary>Both factors were given lately, as issuing needs.</summary>
    public bool IsRecent => User.IsRecent(clock.GetUtcNow());

    /// <summary>What must be mended before sending.</summary>
    public IReadOnlyList<PlanFinding> Faults => [.. Sheet.Findings.Where(f => f.Weight < PlanWeight.Warning)];

    /// <summary>What must be confirmed.</summary>
    public IReadOnlyList<PlanFinding> Warnings => [.. Sheet.Findings.Where(f => f.Weight == PlanWeight.Warning)];

    /// <summary>Shows the draft; what was issued has its own page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, string? xong, CancellationToken ct)
    {
        Done = xong switch { "luu" => "Đã lưu dự thảo.", "trinh" => "Đã trình duyệt. Người duyệt là người chủ trì kế hoạch khác hoặc lãnh đạo tỉnh.", "rut" => "Đã rút lại để sửa.", "tra" => "Đã trả lại cho người soạn.", _ => null };
        if (!await ShowAsync(id, ct)) return NotFound();
        SeenVersion = Sheet.Edition.Version;
        return Sheet.Edition.State == PlanState.Issued ? LocalRedirect(Links.PlanEdition(Sheet.Edition)) : Page();
    }

    /// <summary>Sends for approval.</summary>
    public Task<IActionResult> OnPostSendAsync(Guid id, CancellationToken ct) => MoveAsync(id, PlanAct.Send, Links.PlanDraft(id) + "?xong=trinh", ct);

    /// <summary>Takes back what was sent.</summary>
    public Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken ct) => MoveAsync(id, PlanAct.TakeBack, Links.PlanDraft(id) + "?xong=rut", ct);

    /// <summary>Returns it to whoever drafted it.</summary>
    public Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken ct) => MoveAsync(id, PlanAct.Return, Links.PlanDraft(id) + "?xong=tra", ct);

    /// <summary>Gives it up.</summary>
    public Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken ct) => MoveAsync(id, PlanAct.Discard, Links.Plans() + "?xong=bo", ct);

    /// <summary>Issues it.</summary>
    public async Task<IActionResult> OnPostIssueAsync(Guid id, CancellationToken ct)
    {
        if (this.AskToConfirm(clock.GetUtcNow(), Links.PlanDraft(id)) is { } ask) return ask;
        if (!await ShowAsync(id, ct)) return NotFound();
        var on = DecisionOn.Read("Ngày ký quyết định", nameof(DecisionOn), ModelState, required: true);
        if (!ModelState.IsValid) return Page();
        var done = await issue.HandleAsync(new IssuePlan(id, SeenVersion, new DecisionFacts(DecisionNo ?? "", on, Signer ?? "", SignerTitle ?? ""), Confirmed), User.ToActor(), ct);
        if (!done.IsOk) return this.Refuse(done.Problem);
        await ShowAsync(id, ct);
        return LocalRedirect(Links.PlanEdition(Sheet.Edition) + "&xong=ban-hanh");
    }

    private async Task<IActionResult> MoveAsync(Guid id, PlanAct act, string next, CancellationToken ct)
    {
        if (!await ShowAsync(id, ct)) return NotFound();
        var moved = await move.HandleAsync(new MovePlan(id, SeenVersion, act, Reason ?? "", Confirmed), User.ToActor(), ct);
        return moved.IsOk ? LocalRedirect(next) : this.Refuse(moved.Problem);
    }

    private async Task<bool> ShowAsync(Guid id, CancellationToken ct)
    {
        if (await sheets.EditionAsync(id, User.ToActor(), ct) is not { } sheet) return false;
        Sheet = sheet;
        return true;
    }
}
