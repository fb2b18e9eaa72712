using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Notifications;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff;

/// <summary>Thông báo: what an officer was told by virtue of a role, such as a target that will be missed; and the address at which they want it too.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class NoticesModel(OfficerInboxes inboxes) : PageModel
{
    /// <summary>Key after which the page begins.</summary>
    [BindProperty(SupportsGet = true, Name = "sau")]
    public Guid? After { get; set; }

    /// <summary>The address typed.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>True after the address was kept.</summary>
    [BindProperty(SupportsGet = true, Name = "da-luu")]
    public bool IsKept { get; set; }

    /// <summary>The page.</summary>
    public OfficerInboxPage Inbox { get; private set; } = null!;

    /// <summary>Shows the messages; from then on they are read.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        Inbox = await inboxes.OpenAsync(After, User.ToActor(), ct);
        Email = Inbox.Email;
    }

    /// <summary>Keeps the address.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var kept = await inboxes.SetAddressAsync(Email, User.ToActor(), ct);
        if (kept.IsOk) return LocalRedirect(Links.StaffNotices(isKept: true));
        ModelState.AddModelError(nameof(Email), kept.Problem.Title);
        Inbox = await inboxes.OpenAsync(After, User.ToActor(), ct);
        return Page();
    }
}
