using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Dossiers;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Filing;

/// <summary>Đã nộp: the code, what happens next and until when; on the screen and, by SentPrint, on paper.</summary>
[Authorize(Policy = Policies.Citizen)]
public sealed class SentModel(OwnDossierSheets sheets) : PageModel
{
    /// <summary>The dossier.</summary>
    public OwnDossierSheet Sheet { get; private set; } = null!;

    /// <summary>Shows the confirmation of one's own dossier.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await sheets.FindAsync(code, User.ToActor(), ct) is not { } sheet) return NotFound();
        Sheet = sheet;
        return Page();
    }
}
