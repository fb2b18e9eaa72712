using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Accounts;

/// <summary>Leads to the identity provider. A link, not a form: the way there crosses origins.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SignInStartModel(IdentityProvider provider) : PageModel
{
    /// <summary>Sends the person to the provider with state, nonce and a PKCE challenge.</summary>
    public IActionResult OnGet(string? returnUrl)
    {
        var back = LocalAddress.Or(returnUrl, Links.MyDossiers());
        if (!provider.IsSet)
        {
            return LocalRedirect(Links.SignIn(back));
        }

        return User.Identity?.IsAuthenticated == true
            ? LocalRedirect(back)
            : new ChallengeResult(Schemes.Provider, new AuthenticationProperties { RedirectUri = back });
    }
}
