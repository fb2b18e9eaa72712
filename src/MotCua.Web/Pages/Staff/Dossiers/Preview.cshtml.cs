using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Dossiers;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Dossiers;

/// <summary>A draft result as PDF, marked as a draft.</summary>
[Authorize(Policy = Policies.SeeDossiers)]
public sealed class PreviewModel(DraftPreviews previews) : PageModel
{
    /// <summary>Sends the PDF.</summary>
    public async Task<IActionResult> OnGetAsync(string code, Guid id, CancellationToken ct)
    {
        if (await previews.RenderAsync(code, id, User.ToActor(), ct) is not { } pdf) return NotFound();
        Response.Headers.CacheControl = "no-store";
        return File(pdf, "application/pdf");
    }
}
