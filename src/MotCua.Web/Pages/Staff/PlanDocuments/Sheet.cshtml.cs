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

namespace MotCua.Web.Pages.Staff.PlanDocuments;

/// <summary>One document of the register: drafts, opinions and how they were taken up, its issue, what it changes, its history.</summary>
[Authorize(Policy = Policies.SeeBoard)]
[RequestFormLimits(MultipartBodyLengthLimit = 64L * 1024 * 1024)]
public sealed class SheetModel(PlanDocumentSheets sheets, PlanTaskSheets tasks, ActOnPlanDocumentHandler acts, FileStoreOptions files, TimeProvider clock) : PageModel
{
    /// <summary>The document.</summary>
    public PlanDocumentSheet Sheet { get; private set; } = null!;

    /// <summary>What was just done, in words.</summary>
    public string? DoneWords { get; private set; }

    /// <summary>The form that was sent and refused.</summary>
    public string? Sent { get; private set; }

    /// <summary>Units that may be asked.</summary>
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    /// <summary>Version that the officer saw.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>What was revised.</summary>
    [BindProperty]
    public string? ReviseText { get; set; }

    /// <summary>The new draft.</summary>
    [BindProperty]
    public IReadOnlyList<IFormFile> Upload { get; set; } = [];

    /// <summary>Units to ask.</summary>
    [BindProperty]
    public IReadOnlyList<string> AskUnits { get; set; } = [];

    /// <summary>Last day for opinions.</summary>
    [BindProperty]
    public DateBoxes AskUntil { get; set; } = new();

    /// <summary>Unit of an opinion.</summary>
    [BindProperty]
    public string? OpinionUnit { get; set; }

    /// <summary>Date of an opinion.</summary>
    [BindProperty]
    public DateBoxes OpinionOn { get; set; } = new();

    /// <summary><c>true</c> agrees.</summary>
    [BindProperty]
    public string? Stand { get; set; }

    /// <summary>What the opinion says.</summary>
    [BindProperty]
    public string? OpinionText { get; set; }

    /// <summary>The opinion that is taken up.</summary>
    [BindProperty]
    public Guid? Opinion { get; set; }

    /// <summary>How it was taken up.</summary>
    [BindProperty]
    public string? TakenUp { get; set; }

    /// <summary>Số, ký hiệu.</summary>
    [BindProperty]
    public string? Number { get; set; }

    /// <summary>Date of issue.</summary>
    [BindProperty]
    public DateBoxes IssuedOn { get; set; } = new();

    /// <summary>Who signed.</summary>
    [BindProperty]
    public string? Signer { get; set; }

    /// <summary>The signed document.</summary>
    [BindProperty]
    public IReadOnlyList<IFormFile> IssueUpload { get; set; } = [];

    /// <summary>Why it is given up.</summary>
    [BindProperty]
    public string? DropReason { get; set; }

    /// <summary>Greatest size of a file.</summary>
    public int GreatestMegabytes => (int)files.GreatestMegabytes;

    /// <summary>May revise, ask, take up and give up.</summary>
    public bool MayWork => Sheet.Document.IsOpen && PlanDocumentDecision.WorksOn(Sheet.Document, User.ToActor());

    /// <summary>May record the issue.</summary>
    public bool MayIssue => Sheet.Document.IsOpen && PlanTaskDecision.IsPlanOwner(User.ToActor()) && !Sheet.Document.Drafters.Contains(User.ToActor().Id);

    /// <summary>Would record the issue of their own draft.</summary>
    public bool IsOwnDraft => Sheet.Document.IsOpen && PlanTaskDecision.IsPlanOwner(User.ToActor()) && !MayIssue;

    /// <summary>Units for which the officer may give an opinion now.</summary>
    public IReadOnlyList<Choice> MayOpine
    {
        get
        {
            var actor = User.ToActor();
            return Sheet.Document.State != PlanDocumentState.Consulting ? []
                : [.. Sheet.Asked.Where(u => PlanTaskDecision.IsPlanOwner(actor) || PlanTaskDecision.ActsFor(actor, u.Key)).Select(u => new Choice(u.Key, u.Name))];
        }
    }

    /// <summary>The officer's own unit is asked.</summary>
    public bool IsAsked => Sheet.Asked.Any(u => PlanTaskDecision.ActsFor(User.ToActor(), u.Key));

    /// <summary>Names of asked units that said nothing yet.</summary>
    public string Silent => string.Join(", ", Sheet.Asked.Where(u => Sheet.Opinions.All(o => o.Row.UnitKey != u.Key)).Select(u => u.Name));

    private DateOnly Today => ProvinceTime.DateOf(clock.GetUtcNow());

    /// <summary>Shows the document.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, string? xong, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        (SeenVersion, OpinionOn, IssuedOn) = (Sheet.Row.Version, DateBoxes.From(Today), DateBoxes.From(Today));
        if (MayOpine.Count == 1) OpinionUnit = MayOpine[0].Value;
        DoneWords = xong switch
        {
            "vao-so" => "Đã đưa dự thảo vào sổ.",
            "Revise" => "Đã ghi bản sửa.",
            "Ask" => "Đã gửi lấy ý kiến.",
            "Opine" => "Đã ghi góp ý.",
            "TakeUp" => "Đã ghi cách tiếp thu.",
            "Issue" => "Đã ghi ban hành.",
            "Drop" => "Đã ghi thôi không ban hành.",
            _ => null,
        };
        return Page();
    }

    /// <summary>Revises the draft.</summary>
    public async Task<IActionResult> OnPostReviseAsync(Guid id, CancellationToken ct)
    {
        await using var given = new GivenFiles(Upload);
        return await ActAsync("Revise", Act(id, PlanDocumentAct.Revised) with { Text = ReviseText ?? "", Files = given.Files }, "ReviseText", ct);
    }

    /// <summary>Asks for opinions.</summary>
    public Task<IActionResult> OnPostAskAsync(Guid id, CancellationToken ct)
    {
        var until = AskUntil.Read("Hạn góp ý", nameof(AskUntil), ModelState, required: false);
        return ActAsync("Ask", Act(id, PlanDocumentAct.Asked) with { Units = AskUnits, On = until }, "", ct);
    }

    /// <summary>Takes an opinion.</summary>
    public Task<IActionResult> OnPostOpineAsync(Guid id, CancellationToken ct)
    {
        var on = OpinionOn.Read("Ngày góp ý", nameof(OpinionOn), ModelState, required: false);
        bool? agreed = Stand switch { "true" => true, "false" => false, _ => null };
        return ActAsync("Opine", Act(id, PlanDocumentAct.OpinionGiven) with { Unit = OpinionUnit ?? "", On = on, IsAgreed = agreed, Text = OpinionText ?? "" }, "OpinionText", ct);
    }

    /// <summary>States how an opinion was taken up.</summary>
    public Task<IActionResult> OnPostTakeUpAsync(Guid id, CancellationToken ct) =>
        ActAsync("TakeUp", Act(id, PlanDocumentAct.OpinionTakenUp) with { Opinion = Opinion, Text = TakenUp ?? "" }, "TakenUp", ct);

    /// <summary>Records the issue.</summary>
    public async Task<IActionResult> OnPostIssueAsync(Guid id, CancellationToken ct)
    {
        var on = IssuedOn.Read("Ngày ban hành", nameof(IssuedOn), ModelState, required: false);
        await using var given = new GivenFiles(IssueUpload);
        return await ActAsync("Issue", Act(id, PlanDocumentAct.Issued) with { Issue = new PlanDocumentIssue(Number, on, Signer), Files = given.Files }, "", ct);
    }

    /// <summary>Gives the draft up.</summary>
    public Task<IActionResult> OnPostDropAsync(Guid id, CancellationToken ct) => ActAsync("Drop", Act(id, PlanDocumentAct.Dropped) with { Text = DropReason ?? "" }, "DropReason", ct);

    private ActOnPlanDocument Act(Guid id, PlanDocumentAct act) => new(id, SeenVersion, act);

    private async Task<IActionResult> ActAsync(string form, ActOnPlanDocument command, string textField, CancellationToken ct)
    {
        if (!await LoadAsync(command.Id, ct)) return NotFound();
        Sent = form;
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var done = await acts.HandleAsync(command, User.ToActor(), ct);
        if (done.IsOk) return LocalRedirect(Links.PlanDocument(command.Id) + "?xong=" + form);
        var problem = done.Problem;
        if (problem.Code == PlanDocumentProblems.TooLong.Code) problem = problem.For(textField);
        if (problem.Code == PlanDocumentProblems.NoTakenUp.Code && Opinion is { } opinion) problem = problem.For("t-" + opinion.ToString("N"));
        if (problem == PlanDocumentProblems.Changed && await LoadAsync(command.Id, ct))
        {
            ModelState.Remove(nameof(SeenVersion));
            SeenVersion = Sheet.Row.Version;
        }

        return this.Refuse(problem);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await sheets.FindAsync(id, ct) is not { } found) return false;
        Sheet = found;
        Units = [.. (await tasks.UnitsAsync(ct)).Where(u => u.Level != "xa").Select(u => new Choice(u.Key, u.Name))];
        return true;
    }
}
