using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.PlanTasks;

/// <summary>A file of a task or a document of the plan, for those who see the board.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class FileModel(PlanPapers papers) : PageModel
{
    /// <summary>Sends the file; shown in the browser, never run.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await papers.OpenAsync(id, ct) is not var (file, content)) return NotFound();
        Response.Headers.ContentDisposition = new System.Net.Mime.ContentDisposition { Inline = true, FileName = "tep" + Path.GetExtension(file.Name) }.ToString();
        Response.Headers.CacheControl = "no-store";
        return new FileStreamResult(content, file.MediaType) { EnableRangeProcessing = true };
    }
}
