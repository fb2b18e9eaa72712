using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MotCua.App.Accounts;
using MotCua.Domain.Accounts;
using MotCua.Domain.Kernel;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.SignIn;

/// <summary>First sign-in: the secret goes into the officer's authenticator application.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EnrolModel(CheckOfficerCodeHandler check, SignInSteps steps) : PageModel
{
    /// <summary>Six digits.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Nhập mã 6 chữ số")]
    public string Code { get; set; } = "";

    /// <summary>The secret, in groups of four.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>The QR as SVG.</summary>
    public IHtmlContent Qr { get; private set; } = HtmlString.Empty;

    /// <summary>Shows the QR.</summary>
    public IActionResult OnGet() => steps.Pending.Read(HttpContext) is { NewSecret: { } secret, CodeFitted: false } at ? Show(secret, at.UserName) : LocalRedirect(Links.StaffSignInAgain());

    /// <summary>Keeps the secret when its code fits.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (steps.Pending.Read(HttpContext) is not { NewSecret: { } secret, CodeFitted: false } at)
        {
            return LocalRedirect(Links.StaffSignInAgain());
        }

        Show(secret, at.UserName);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await check.HandleAsync(new CheckOfficerCode(at.OfficerId, at.Stamp, Code, secret), Actor.Stranger, ct);
        return result.IsOk ? await steps.NextAsync(this, at with { CodeFitted = true, NewSecret = null }, ct) : this.Refuse(result.Problem);
    }

    private PageResult Show(string secret, string userName)
    {
        Secret = string.Join(' ', secret.Chunk(4).Select(c => new string(c)));
        Qr = new HtmlString(TotpPicture.Svg(Totp.Address(secret, userName, "Một cửa Bắc Kạn")));
        return Page();
    }
}
