using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Dossiers;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Mine;

/// <summary>One's dossier: every step with who, when, until when; papers, answers, results, who opened it.</summary>
[Authorize(Policy = Policies.Citizen)]
public sealed class DossierModel(OwnDossierSheets sheets, StartSupplementHandler supplement) : PageModel
{
    /// <summary>The dossier.</summary>
    public OwnDossierSheet Sheet { get; private set; } = null!;

    /// <summary>Shows it; others' dossiers are not found.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await sheets.FindAsync(code, User.ToActor(), ct) is not { } sheet) return NotFound();
        Sheet = sheet;
        return Page();
    }

    /// <summary>Begins to answer the demand.</summary>
    public async Task<IActionResult> OnPostAnswerAsync(string code, CancellationToken ct)
    {
        if (await sheets.FindAsync(code, User.ToActor(), ct) is not { } sheet) return NotFound();
        Sheet = sheet;
        var begun = await supplement.HandleAsync(new StartSupplement(code), User.ToActor(), ct);
        return begun.IsOk ? Redirect(Links.Draft(begun.Value)) : this.Refuse(begun.Problem);
    }
}
