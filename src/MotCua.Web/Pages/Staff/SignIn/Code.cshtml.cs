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

/// <summary>Second step of an officer's sign-in: the code of the authenticator application.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class CodeModel(CheckOfficerCodeHandler check, SignInSteps steps, Demo demo) : PageModel
{
    /// <summary>Six digits.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Nhập mã 6 chữ số")]
    public string Code { get; set; } = "";

    /// <summary>Whether this is a demonstration.</summary>
    public Demo Demo => demo;

    /// <summary>Shows the form when the first step was passed.</summary>
    public IActionResult OnGet() => steps.Pending.Read(HttpContext) is { NewSecret: null, CodeFitted: false } ? Page() : LocalRedirect(Links.StaffSignInAgain());

    /// <summary>Checks the code.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (steps.Pending.Read(HttpContext) is not { NewSecret: null, CodeFitted: false } at)
        {
            return LocalRedirect(Links.StaffSignInAgain());
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await check.HandleAsync(new CheckOfficerCode(at.OfficerId, at.Stamp, Code, NewSecret: null), Actor.Stranger, ct);
        if (result.IsOk)
        {
            return await steps.NextAsync(this, at with { CodeFitted = true }, ct);
        }

        ModelState.SetModelValue(nameof(Code), "", "");
        return this.Refuse(result.Problem);
    }
}
