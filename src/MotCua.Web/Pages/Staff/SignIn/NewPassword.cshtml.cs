using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MotCua.App.Accounts;
using MotCua.Domain.Kernel;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.SignIn;

/// <summary>Last step when an administrator gave the password: a new one.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class NewPasswordModel(ChangeOfficerPasswordHandler change, SignInSteps steps) : PageModel
{
    /// <summary>The new password.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Nhập mật khẩu mới")]
    public string NewPassword { get; set; } = "";

    /// <summary>The same again.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Nhập lại mật khẩu mới")]
    [Compare(nameof(NewPassword), ErrorMessage = "Hai lần nhập chưa giống nhau")]
    public string Repeat { get; set; } = "";

    /// <summary>Sign-in name, for the browser's password store.</summary>
    public string UserName { get; private set; } = "";

    /// <summary>Shows the form when both factors were given.</summary>
    public IActionResult OnGet()
    {
        if (steps.Pending.Read(HttpContext) is not { CodeFitted: true } at)
        {
            return LocalRedirect(Links.StaffSignInAgain());
        }

        UserName = at.UserName;
        return Page();
    }

    /// <summary>Changes the password and begins the session.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (steps.Pending.Read(HttpContext) is not { CodeFitted: true } at)
        {
            return LocalRedirect(Links.StaffSignInAgain());
        }

        UserName = at.UserName;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var actor = new Actor(ActorKind.Officer, at.OfficerId.ToString("N"), "", []);
        var result = await change.HandleAsync(new ChangeOfficerPassword(at.OfficerId, at.Stamp, Current: null, NewPassword, KeepSession: null), actor, ct);
        return result.IsOk ? await steps.NextAsync(this, at with { Stamp = result.Value, MustChangePassword = false }, ct) : this.Refuse(result.Problem);
    }
}
