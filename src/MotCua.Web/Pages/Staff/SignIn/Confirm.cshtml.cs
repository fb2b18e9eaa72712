using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MotCua.App.Accounts;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.SignIn;

/// <summary>Both factors again, before an act that matters.</summary>
[Authorize(Policy = Policies.Officer)]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class ConfirmModel(ConfirmOfficerHandler confirm, TimeProvider clock) : PageModel
{
    /// <summary>Password.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Nhập mật khẩu")]
    public string Password { get; set; } = "";

    /// <summary>Code.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Nhập mã 6 chữ số")]
    public string Code { get; set; } = "";

    /// <summary>Where to go afterwards.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Checks both and renews the moment in the cookie.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var stamp = User.FindFirst(SessionClaims.Stamp)?.Value ?? "";
        var result = await confirm.HandleAsync(new ConfirmOfficer(User.HolderId(), stamp, Password, Code), User.ToActor(), ct);
        if (!result.IsOk)
        {
            return this.Refuse(result.Problem);
        }

        var begun = new SessionBegun(User.SessionId(), User.HolderId(), stamp);
        await HttpContext.SignInAsync(Schemes.Officer, SessionClaims.Ticket(begun, Schemes.Officer, clock.GetUtcNow()));
        return LocalRedirect(LocalAddress.Or(ReturnUrl, Links.Staff()));
    }
}
