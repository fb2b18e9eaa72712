using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using MotCua.Domain.Accounts;

namespace MotCua.Web.Security;

/// <summary>Where an officer stands between the steps of signing in; sealed in a cookie for ten minutes.</summary>
/// <param name="OfficerId">Who gave the right password.</param>
/// <param name="UserName">Sign-in name.</param>
/// <param name="Stamp">Security stamp at that moment.</param>
/// <param name="MustChangePassword">A new password is to be chosen.</param>
/// <param name="NewSecret">At enrolment, the secret shown as QR.</param>
/// <param name="CodeFitted">The second factor was given.</param>
/// <param name="ReturnUrl">Where to go afterwards; local.</param>
/// <param name="Until">End of the ten minutes.</param>
public sealed record PendingSignIn(Guid OfficerId, string UserName, string Stamp, bool MustChangePassword, string? NewSecret, bool CodeFitted, string? ReturnUrl, DateTimeOffset Until);

/// <summary>Keeps <see cref="PendingSignIn"/> in the browser.</summary>
public sealed class PendingSignIns(IDataProtectionProvider protection, WebSecurity security, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("MotCua.PendingSignIn.v1");

    private string CookieName => security.CookieName("mc-buoc");

    /// <summary>Writes the cookie.</summary>
    public void Write(HttpContext context, PendingSignIn pending)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Append(CookieName, _protector.Protect(JsonSerializer.Serialize(pending)), Options());
    }

    /// <summary>Reads the cookie; null when it is not there, changed, or too old.</summary>
    public PendingSignIn? Read(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Request.Cookies[CookieName] is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            var pending = JsonSerializer.Deserialize<PendingSignIn>(_protector.Unprotect(text));
            return pending is not null && clock.GetUtcNow() < pending.Until ? pending : null;
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Removes the cookie.</summary>
    public void Clear(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Delete(CookieName, Options());
    }

    /// <summary>The end of the steps that begin now.</summary>
    public DateTimeOffset Until() => clock.GetUtcNow() + SignInRules.StepsTime;

    private CookieOptions Options() => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = security.RequireHttps, Path = "/", IsEssential = true };
}
