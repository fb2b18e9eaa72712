using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Dossiers;

/// <summary>The case page: everything of a dossier and what can be done now. Acts that need no words are done here.</summary>
[Authorize(Policy = Policies.SeeDossiers)]
public sealed class SheetModel(DossierSheets sheets, TakeOverDossierHandler takeOver, ClaimStepHandler claim, TakeBackStepHandler takeBack, DiscardResultDraftHandler discard) : PageModel
{
    /// <summary>Number or submission code.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>The version that the page showed.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>What was just done.</summary>
    [BindProperty(SupportsGet = true, Name = "xong")]
    public string? Done { get; set; }

    /// <summary>The dossier.</summary>
    public DossierSheet Sheet { get; private set; } = null!;

    /// <summary>What can be done.</summary>
    public IReadOnlyList<StaffAct> Acts => StaffActs.Of(Sheet, User.ToActor());

    /// <summary>Words of the banner, or empty.</summary>
    public string DoneText => StaffWords.Done(Done);

    /// <summary>Name of a component of the procedure.</summary>
    public string ComponentName(string key) => key.Length == 0 ? "Nội dung khác" : PaperNames.Title(Sheet.Content.Components.FirstOrDefault(c => c.Key == key)?.Name ?? key);

    /// <summary>Shows the dossier; a submission code of an accepted one leads to its number.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await sheets.FindAsync(Code, User.ToActor(), "sheet", ct) is not { } sheet) return NotFound();
        Sheet = sheet;
        return Page();
    }

    /// <summary>Takes over, claims, takes back or discards a draft.</summary>
    public async Task<IActionResult> OnPostAsync(string? act, Guid resultId, CancellationToken ct)
    {
        var actor = User.ToActor();
        Result<DossierReceipt>? result = act switch
        {
            "nhan-xu-ly" => await takeOver.HandleAsync(new TakeOverDossier(Code, SeenVersion), actor, ct),
            "nhan-viec" => await claim.HandleAsync(new ClaimStep(Code, SeenVersion), actor, ct),
            "thu-hoi" => await takeBack.HandleAsync(new TakeBackStep(Code, SeenVersion), actor, ct),
            "bo-du-thao" => await discard.HandleAsync(new DiscardResultDraft(Code, SeenVersion, resultId), actor, ct),
            _ => (Result<DossierReceipt>?)null,
        };
        if (result is not { } known) return BadRequest();
        if (known.IsOk) return Redirect(Links.StaffDossierDone(known.Value.Code, act!));
        if (known.Problem.Kind is ProblemKind.NotFound or ProblemKind.Forbidden) return this.Refuse(known.Problem);
        if (await sheets.FindAsync(Code, actor, "sheet", ct) is not { } sheet) return NotFound();
        Sheet = sheet;
        return this.Refuse(known.Problem);
    }
}
