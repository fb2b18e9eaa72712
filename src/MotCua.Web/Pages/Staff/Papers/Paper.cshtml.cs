using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Dossiers;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Papers;

/// <summary>A form of TT 01/2018 of one dossier, for officers who may read it; each print is recorded.</summary>
[Authorize(Policies.SeeDossiers)]
public sealed class PaperModel(PaperSheets sheets) : PageModel
{
    /// <summary>The form.</summary>
    public PrintedForm Sheet { get; private set; } = null!;

    /// <summary>Whether the copy that is kept and the one that is given are both printed (Mẫu 01).</summary>
    [BindProperty(SupportsGet = true, Name = "lien")]
    public string? Copy { get; set; }

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
