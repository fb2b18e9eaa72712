using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Catalogue;
using MotCua.App.Dossiers;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Kernel;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Admin;

/// <summary>Đóng, tạm dừng or take up again the receipt of new dossiers of one public procedure. The administrator answers for it.</summary>
[Authorize(Policy = Policies.ManageCatalogue)]
public sealed class ClosingModel(
    PublicationSheets sheets, ProcedureClosings closings, CloseProcedureHandler close, ReopenProcedureHandler reopen, FilingCache cache, TimeProvider clock) : PageModel
{
    /// <summary>The procedure.</summary>
    public PublicationLine Line { get; private set; } = null!;

    /// <summary>The closing in force or ahead, or null.</summary>
    public ProcedureClosing? Present { get; private set; }

    /// <summary>All closings, latest first.</summary>
    public IReadOnlyList<ClosingLine> History { get; private set; } = [];

    /// <summary>The local day.</summary>
    public DateOnly Today => ProvinceTime.DateOf(clock.GetUtcNow());

    /// <summary>What was just done: <c>dung</c> or <c>mo</c>.</summary>
    public string? Done { get; private set; }

    /// <summary><c>tam-dung</c> or <c>dong</c>.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>First day without new dossiers.</summary>
    [BindProperty]
    public DateBoxes From { get; set; } = new();

    /// <summary>First day on which they are taken again.</summary>
    [BindProperty]
    public DateBoxes Until { get; set; } = new();

    /// <summary>Why, for the public.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Decision or ground, of closing or of opening again.</summary>
    [BindProperty]
    public string? Decision { get; set; }

    /// <summary>First day on which dossiers are taken again.</summary>
    [BindProperty]
    public DateBoxes ReopenFrom { get; set; } = new();

    /// <summary>Answers for it.</summary>
    [BindProperty]
    public bool TakesResponsibility { get; set; }

    /// <summary>Shows how it stands.</summary>
    public async Task<IActionResult> OnGetAsync(string code, string? xong, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct)) return NotFound();
        Done = xong is "dung" or "mo" ? xong : null;
        (From, ReopenFrom) = (DateBoxes.From(Today), DateBoxes.From(Today));
        return Page();
    }

    /// <summary>Closes.</summary>
    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct)) return NotFound();
        if (Kind is not ("tam-dung" or "dong")) ModelState.AddModelError(nameof(Kind), "Chọn tạm dừng hay đóng");
        var from = From.Read("Ngày dừng tiếp nhận", nameof(From), ModelState, required: true);
        var until = Until.Read("Ngày tiếp nhận trở lại", nameof(Until), ModelState, required: false);
        if (!ModelState.IsValid) return Unprocessable();
        var closed = await close.HandleAsync(new CloseProcedure(code, new ProcedureClosing(from!.Value, until, Kind == "tam-dung", Reason ?? "", Decision ?? ""), TakesResponsibility), User.ToActor(), ct);
        return Answer(closed, code, "dung");
    }

    /// <summary>Opens again.</summary>
    public async Task<IActionResult> OnPostReopenAsync(string code, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct)) return NotFound();
        var from = ReopenFrom.Read("Ngày tiếp nhận trở lại", nameof(ReopenFrom), ModelState, required: true);
        if (!ModelState.IsValid) return Unprocessable();
        return Answer(await reopen.HandleAsync(new ReopenProcedure(code, from!.Value, Decision ?? "", TakesResponsibility), User.ToActor(), ct), code, "mo");
    }

    private IActionResult Answer(Result<ProcedureClosing> result, string code, string done)
    {
        if (!result.IsOk) return this.Refuse(result.Problem);
        cache.Forget();
        return LocalRedirect(Links.AdminClosing(code) + "?xong=" + done);
    }

    private PageResult Unprocessable()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> LoadAsync(string code, CancellationToken ct)
    {
        if (await sheets.FindAsync(code, ct) is not { } line) return false;
        (Line, Present, History) = (line, await closings.PresentAsync(code, ct), await closings.HistoryAsync(code, ct));
        return true;
    }
}
