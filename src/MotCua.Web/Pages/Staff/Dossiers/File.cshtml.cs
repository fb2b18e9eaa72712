using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Dossiers;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Dossiers;

/// <summary>A file of a dossier, for those who may read the dossier; the read is recorded.</summary>
[Authorize(Policy = Policies.SeeDossiers)]
public sealed class FileModel(DossierReading reading) : PageModel
{
    /// <summary>Sends the file; shown in the browser, never run.</summary>
    public async Task<IActionResult> OnGetAsync(string code, Guid id, CancellationToken ct)
    {
        if (await reading.OpenAsync(code, id, User.ToActor(), ct) is not { } file) return NotFound();
        Response.Headers.ContentDisposition = new System.Net.Mime.ContentDisposition { Inline = true, FileName = "tep" + Path.GetExtension(file.Name) }.ToString();
        Response.Headers.CacheControl = "no-store";
        return new FileStreamResult(file.Content, file.MediaType) { EnableRangeProcessing = true };
    }
}
