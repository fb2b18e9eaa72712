using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Dossiers;
using MotCua.App.Notifications;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Mine;

/// <summary>Hồ sơ của tôi: drafts and dossiers.</summary>
[Authorize(Policy = Policies.Citizen)]
public sealed class IndexModel(OwnDossiers own, Inboxes inboxes) : PageModel
{
    /// <summary>Drafts; only on the first page.</summary>
    public IReadOnlyList<OwnDraft> Drafts { get; private set; } = [];

    /// <summary>Dossiers.</summary>
    public OwnDossierPage Dossiers { get; private set; } = new([], null);

    /// <summary>Messages not shown yet.</summary>
    public int Unread { get; private set; }

    /// <summary>Key after which the list goes on.</summary>
    [BindProperty(SupportsGet = true, Name = "sau")]
    public Guid? After { get; set; }

    /// <summary>Shows the lists.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var actor = User.ToActor();
        if (After is null) Drafts = await own.DraftsAsync(actor, ct);
        Dossiers = await own.PageAsync(After, actor, ct);
        Unread = await inboxes.UnreadAsync(actor, ct);
    }
}
