using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Reports;

/// <summary>The making of a report: a percentage that renews itself without script, stopping, sending again after a failure.</summary>
[Authorize(Policy = Policies.MakeReports)]
public sealed class RunModel(ReportRunDesk desk) : PageModel
{
    /// <summary>The run.</summary>
    public ReportRunSheet Sheet { get; private set; } = null!;

    /// <summary>Shows how far it is; a report that is made is shown itself.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await desk.FindAsync(id, User.ToActor(), ct) is not { } sheet) return NotFound();
        if (sheet.Run.ReportId is { } report) return LocalRedirect(Links.Report(report, "lap"));
        Sheet = sheet;
        if (sheet.IsGoing) Response.Headers["Refresh"] = "2";
        return Page();
    }

    /// <summary>Stops it.</summary>
    public async Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken ct) => await AnswerAsync(id, await desk.StopAsync(id, User.ToActor(), ct), ct);

    /// <summary>Sends it again.</summary>
    public async Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken ct) => await AnswerAsync(id, await desk.RedriveAsync(id, User.ToActor(), ct), ct);

    private async Task<IActionResult> AnswerAsync(Guid id, Domain.Kernel.Result<Domain.Kernel.Done> result, CancellationToken ct)
    {
        if (result.IsOk) return LocalRedirect(Links.ReportRun(id));
        if (await desk.FindAsync(id, User.ToActor(), ct) is not { } sheet) return NotFound();
        Sheet = sheet;
        return this.Refuse(result.Problem);
    }
}
