using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Notifications;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Mine;

/// <summary>Hộp thư.</summary>
[Authorize(Policy = Policies.Citizen)]
public sealed class InboxModel(Inboxes inboxes) : PageModel
{
    /// <summary>Messages.</summary>
    public InboxPage Inbox { get; private set; } = new([], null);

    /// <summary>Key after which the list goes on.</summary>
    [BindProperty(SupportsGet = true, Name = "sau")]
    public Guid? After { get; set; }

    /// <summary>Shows messages; from then on they are read.</summary>
    public async Task OnGetAsync(CancellationToken ct) => Inbox = await inboxes.OpenAsync(After, User.ToActor(), ct);
}
