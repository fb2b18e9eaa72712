using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Dossiers;
using MotCua.Web.Pages.Filing;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff;

/// <summary>After signing in again: what an officer had sent when the session ended is sent again by one press; nothing was done meanwhile.</summary>
[Authorize(Policy = Policies.Officer)]
[ResponseCache(NoStore = true)]
public sealed class ResendModel(TypingStash stash) : PageModel
{
    /// <summary>What was sent.</summary>
    public StashedTyping Typing { get; private set; } = null!;

    /// <summary>Shows what is kept, once; without anything kept, the officer's day.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ExpiredTyping.TakeWholeAsync(HttpContext, stash, ct) is not { } typing)
        {
            return Redirect(Links.Staff());
        }

        Typing = typing;
        return Page();
    }
}
