using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Accounts;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.SignIn;

/// <summary>Ends an officer's session.</summary>
[AllowAnonymous]
public sealed class SignOutModel(Sessions sessions) : PageModel
{
    /// <summary>What is shown afterwards.</summary>
    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect(Links.StaffAccount()) : Page();

    /// <summary>Ends the session.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (User.SessionId() != Guid.Empty)
        {
            await sessions.EndAsync(User.SessionId(), ct);
            await HttpContext.SignOutAsync(Schemes.Officer);
        }

        return LocalRedirect(Links.StaffSignOut());
    }
}
