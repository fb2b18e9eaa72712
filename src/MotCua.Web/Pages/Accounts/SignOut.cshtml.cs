using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Accounts;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Accounts;

/// <summary>Ends a citizen's session here and at the provider.</summary>
[AllowAnonymous]
public sealed class SignOutModel(Sessions sessions, IdentityProvider provider) : PageModel
{
    /// <summary>What is shown afterwards; somebody still signed in is led to the account page, where the button is.</summary>
    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect(Links.Account()) : Page();

    /// <summary>Ends the session.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var session = User.SessionId();
        if (session == Guid.Empty)
        {
            return LocalRedirect(Links.SignedOut());
        }

        var token = await sessions.EndAsync(session, ct);
        await HttpContext.SignOutAsync(Schemes.Citizen);
        if (!provider.IsSet || token.Length == 0)
        {
            return LocalRedirect(Links.SignedOut());
        }

        var properties = new AuthenticationProperties { RedirectUri = Links.SignedOut() };
        properties.SetParameter(CitizenSignIn.IdTokenHint, token);
        return new SignOutResult(Schemes.Provider, properties);
    }
}
