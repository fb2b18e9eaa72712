using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Dossiers;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Filing;

/// <summary>Xóa bản nháp: asked once more.</summary>
[Authorize(Policy = Policies.Citizen)]
public sealed class DiscardModel(DraftDesk desk, DiscardDraftHandler discard) : PageModel
{
    /// <summary>The draft.</summary>
    public DraftSheet Sheet { get; private set; } = null!;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await desk.FindAsync(id, User.ToActor(), ct) is not { Draft.DossierId: null } sheet) return NotFound();
        Sheet = sheet;
        return Page();
    }

    /// <summary>Removes.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var removed = await discard.HandleAsync(new DiscardDraft(id), User.ToActor(), ct);
        return removed.IsOk ? Redirect(Links.MyDossiers()) : this.Refuse(removed.Problem);
    }
}
