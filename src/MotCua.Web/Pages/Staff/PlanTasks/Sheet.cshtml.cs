using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Documents;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.PlanTasks;

/// <summary>One task of the plan: how it stands, answers of the lead unit, what the plan owner decides, its history.</summary>
[Authorize(Policy = Policies.SeeBoard)]
[RequestFormLimits(MultipartBodyLengthLimit = 64L * 1024 * 1024)]
public sealed class SheetModel(PlanTaskSheets sheets, AnswerPlanTaskHandler answer, JudgePlanTaskHandler judge, AdviceOutcomes outcomes, FileStoreOptions files, TimeProvider clock) : PageModel
{
    /// <summary>The task.</summary>
    public PlanTaskSheet Sheet { get; private set; } = null!;

    /// <summary>What was expected of it and what happened; null when it was made of no advice.</summary>
    public OutcomeLine? Outcome { get; private set; }

    /// <summary>What was just done, in words.</summary>
    public string? DoneWords { get; private set; }

    /// <summary>The local day.</summary>
    public DateOnly Today => ProvinceTime.DateOf(clock.GetUtcNow());

    /// <summary>Greatest size of a file.</summary>
    public int GreatestMegabytes => (int)files.GreatestMegabytes;

    /// <summary>Version that the officer saw.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>What was done.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>Reported done.</summary>
    [BindProperty]
    public bool IsDone { get; set; }

    /// <summary>Evidence.</summary>
    [BindProperty]
    public IReadOnlyList<IFormFile> Upload { get; set; } = [];

    /// <summary>Words with the confirmation, or why it goes back.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>New deadline.</summary>
    [BindProperty]
    public DateBoxes DueOn { get; set; } = new();

    /// <summary>Why the deadline moves.</summary>
    [BindProperty]
    public string? ExtendReason { get; set; }

    /// <summary>Why it is cancelled.</summary>
    [BindProperty]
    public string? CancelReason { get; set; }

    /// <summary>The extension's form was sent.</summary>
    public bool IsExtending { get; private set; }

    /// <summary>The cancelling form was sent.</summary>
    public bool IsCancelling { get; private set; }

    /// <summary>May answer for the lead unit now.</summary>
    public bool MayAnswer => Sheet.Task.State is PlanTaskState.New or PlanTaskState.InProgress && PlanTaskDecision.ActsFor(User.ToActor(), Sheet.Row.LeadUnit);

    /// <summary>May confirm or send back now.</summary>
    public bool MayConfirm => Sheet.Task.State == PlanTaskState.AwaitingConfirmation && PlanTaskDecision.IsPlanOwner(User.ToActor()) && !Sheet.Task.Answerers.Contains(User.ToActor().Id);

    /// <summary>Would confirm their own answer.</summary>
    public bool IsOwnAnswer => Sheet.Task.State == PlanTaskState.AwaitingConfirmation && PlanTaskDecision.IsPlanOwner(User.ToActor()) && !MayConfirm;

    /// <summary>May extend and cancel now.</summary>
    public bool MayManage => Sheet.Task.State is PlanTaskState.New or PlanTaskState.InProgress && PlanTaskDecision.IsPlanOwner(User.ToActor());

    /// <summary>Shows the task.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, string? xong, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        SeenVersion = Sheet.Row.Version;
        DoneWords = xong switch
        {
            "giao" => "Đã giao nhiệm vụ.",
            "bao-cao" => "Đã gửi báo cáo.",
            "xac-nhan" => "Đã xác nhận hoàn thành.",
            "tra-lai" => "Đã trả lại để đơn vị làm tiếp.",
            "gia-han" => "Đã ghi hạn mới.",
            "huy" => "Đã hủy nhiệm vụ.",
            _ => null,
        };
        return Page();
    }

    /// <summary>The lead unit answers.</summary>
    public async Task<IActionResult> OnPostAnswerAsync(Guid id, CancellationToken ct)
    {
        var streams = Upload.Where(f => f.Length > 0).Select(f => new GivenFile(f.OpenReadStream(), f.FileName)).ToList();
        try
        {
            return await AnswerAsync(await answer.HandleAsync(new AnswerPlanTask(id, SeenVersion, Answer ?? "", IsDone, streams), User.ToActor(), ct), id, "bao-cao", ct);
        }
        finally
        {
            foreach (var stream in streams) await stream.Content.DisposeAsync();
        }
    }

    /// <summary>The plan owner confirms or sends back.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(Guid id, string? act, CancellationToken ct)
    {
        var isConfirmed = act != "tra-lai";
        return await JudgeAsync(new JudgePlanTask(id, SeenVersion, isConfirmed ? PlanTaskAct.Confirmed : PlanTaskAct.SentBack, Reason), isConfirmed ? "xac-nhan" : "tra-lai", "Reason", ct);
    }

    /// <summary>The plan owner moves the deadline.</summary>
    public async Task<IActionResult> OnPostExtendAsync(Guid id, CancellationToken ct)
    {
        IsExtending = true;
        var due = DueOn.Read("Hạn mới", nameof(DueOn), ModelState, required: true);
        if (ModelState.IsValid) return await JudgeAsync(new JudgePlanTask(id, SeenVersion, PlanTaskAct.Extended, ExtendReason, due), "gia-han", nameof(ExtendReason), ct);
        if (!await LoadAsync(id, ct)) return NotFound();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>The plan owner cancels.</summary>
    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken ct)
    {
        IsCancelling = true;
        return await JudgeAsync(new JudgePlanTask(id, SeenVersion, PlanTaskAct.Cancelled, CancelReason), "huy", nameof(CancelReason), ct);
    }

    private async Task<IActionResult> JudgeAsync(JudgePlanTask command, string done, string reasonField, CancellationToken ct)
    {
        var judged = await judge.HandleAsync(command, User.ToActor(), ct);
        return await AnswerAsync(judged.IsOk || judged.Problem.Field != "Reason" ? judged : judged.Problem.For(reasonField), command.Id, done, ct);
    }

    private async Task<IActionResult> AnswerAsync(Result<Done> result, Guid id, string done, CancellationToken ct)
    {
        if (result.IsOk) return LocalRedirect(Links.PlanTask(id) + "?xong=" + done);
        if (!await LoadAsync(id, ct)) return NotFound();
        if (result.Problem == PlanTaskProblems.Changed)
        {
            ModelState.Remove(nameof(SeenVersion));
            SeenVersion = Sheet.Row.Version;
        }

        return this.Refuse(result.Problem);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await sheets.FindAsync(id, ct) is not { } found) return false;
        Sheet = found;
        Outcome = await outcomes.OfTaskAsync(id, ct);
        return true;
    }
}
