using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Reports;

/// <summary>A made report as it was kept: what it says, its files, its revisions, and the record of its submission.</summary>
[Authorize(Policy = Policies.SeeReports)]
public sealed class ReportModel(ReportSheets sheets, SubmitReportHandler submit, IAuthorizationService permissions, TimeProvider clock) : PageModel
{
    /// <summary>The report.</summary>
    public ReportSheet Sheet { get; private set; } = null!;

    /// <summary>Whether the officer may record the submission and make it again.</summary>
    public bool MayMake { get; private set; }

    /// <summary>What was just done: <c>lap</c> or <c>trinh</c>.</summary>
    public string? Done { get; private set; }

    /// <summary>Số, ký hiệu of the văn bản it goes with.</summary>
    [BindProperty]
    public string? Number { get; set; }

    /// <summary>Date of the văn bản.</summary>
    [BindProperty]
    public DateBoxes On { get; set; } = new();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, string? xong, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        Done = xong is "lap" or "trinh" ? xong : null;
        On = DateBoxes.From(ProvinceTime.DateOf(clock.GetUtcNow()));
        return Page();
    }

    /// <summary>The report as a file; who took it is recorded.</summary>
    public async Task<IActionResult> OnGetTepAsync(Guid id, string? dang, CancellationToken ct)
    {
        ReportFormat? format = dang switch { "xlsx" => ReportFormat.Sheets, "pdf" => ReportFormat.Pages, "docx" => ReportFormat.Text, _ => null };
        if (format is not { } known || await sheets.FileAsync(id, known, User.ToActor(), ct) is not { } file) return NotFound();
        return File(file.Bytes, file.MediaType, file.Name);
    }

    /// <summary>Records the submission.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (!MayMake) return StatusCode(StatusCodes.Status403Forbidden);
        var on = On.Read("Ngày văn bản", nameof(On), ModelState, required: true);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var recorded = await submit.HandleAsync(new SubmitReport(id, Number, on), User.ToActor(), ct);
        return recorded.IsOk ? LocalRedirect(Links.Report(id, "trinh")) : this.Refuse(recorded.Problem);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await sheets.FindAsync(id, User.ToActor(), ct) is not { } sheet) return false;
        (Sheet, MayMake) = (sheet, (await permissions.AuthorizeAsync(User, Policies.MakeReports)).Succeeded);
        return true;
    }
}
