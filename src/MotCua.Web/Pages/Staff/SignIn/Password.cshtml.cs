using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MotCua.App.Accounts;
using MotCua.Domain.Accounts;
using MotCua.Domain.Kernel;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.SignIn;

/// <summary>First step of an officer's sign-in: name and password.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class PasswordModel(CheckOfficerPasswordHandler check, SignInSteps steps, Demo demo) : PageModel
{
    /// <summary>What is typed.</summary>
    public sealed class Typed
    {
        /// <summary>Sign-in name.</summary>
        [Required(ErrorMessage = "Nhập tên đăng nhập")]
        [StringLength(60, ErrorMessage = "Tên đăng nhập dài quá 60 ký tự")]
        public string UserName { get; set; } = "";

        /// <summary>Password.</summary>
        [Required(ErrorMessage = "Nhập mật khẩu")]
        public string Password { get; set; } = "";
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>Where to go afterwards.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Whether this is a demonstration.</summary>
    public Demo Demo => demo;

    /// <summary>Why the person is here again.</summary>
    public string? Notice { get; private set; }

    /// <summary>Shows the form; who is signed in already goes on.</summary>
    public IActionResult OnGet(string? tuDau)
    {
        if (User.Identity?.IsAuthenticated == true)
        {
            return LocalRedirect(LocalAddress.Or(ReturnUrl, StaffMenu.HomeOf(User.ToActor())));
        }

        Notice = tuDau is not null ? AccountProblems.SignInExpired.Title : null;
        return Page();
    }

    /// <summary>Checks the first factor.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await check.HandleAsync(new CheckOfficerPassword(Input.UserName, Input.Password), Actor.Stranger, ct);
        if (!result.IsOk)
        {
            return this.Refuse(result.Problem, nameof(Input));
        }

        var first = result.Value;
        return await steps.NextAsync(this, new PendingSignIn(
            first.OfficerId, first.UserName, first.Stamp, first.MustChangePassword, first.NeedsEnrolment ? Totp.NewSecret() : null, CodeFitted: false,
            LocalAddress.IsLocal(ReturnUrl) ? ReturnUrl : null, steps.Pending.Until()), ct);
    }
}
