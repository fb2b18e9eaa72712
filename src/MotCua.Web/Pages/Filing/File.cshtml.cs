using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Documents;
using MotCua.App.Dossiers;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Filing;

/// <summary>A file of one's own draft.</summary>
[Authorize(Policy = Policies.Citizen)]
public sealed class FileModel(DraftDesk desk, FileStore store) : PageModel
{
    /// <summary>Sends the file, to be seen in the browser.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, Guid file, CancellationToken ct)
    {
        var row = (await desk.FindAsync(id, User.ToActor(), ct))?.Files.FirstOrDefault(f => f.Id == file);
        if (row is null || store.Open(row.Id) is not { } stream) return NotFound();
        Response.Headers.ContentDisposition = new System.Net.Mime.ContentDisposition { Inline = true, FileName = row.Id.ToString("N") }.ToString();
        Response.Headers.CacheControl = "private, no-store";
        return File(stream, row.MediaType);
    }
}
