using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Dossiers;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Mine;

/// <summary>Mẫu 01-04 of one's own dossier; other people's are not found.</summary>
[Authorize(Policies.Citizen)]
public sealed class PaperModel(PaperSheets sheets) : PageModel
{
    /// <summary>The form.</summary>
    public PrintedForm Sheet { get; private set; } = null!;

    /// <summary>Which demand (Mẫu 02).</summary>
    [BindProperty(SupportsGet = true, Name = "lan")]
    public int? Ordinal { get; set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string code, int form, CancellationToken ct)
    {
        if (await sheets.FindAsync(code, (PaperForm)form, ModelState.IsValid ? Ordinal : null, User.ToActor(), ct) is not { } sheet) return NotFound();
        Sheet = sheet;
        return Page();
    }
}
