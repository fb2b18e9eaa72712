using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Accounts;
using MotCua.Domain.Kernel;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.SignIn;

/// <summary>The order of the steps: password → QR or code → new password → session.</summary>
public sealed class SignInSteps(PendingSignIns pending, BeginOfficerSessionHandler begin, Sessions sessions, TimeProvider clock)
{
    /// <summary>The cookie between steps.</summary>
    public PendingSignIns Pending => pending;

    /// <summary>The page of the next step; when all are done, begins the session and leads to the page asked for.</summary>
    public async Task<IActionResult> NextAsync(PageModel page, PendingSignIn at, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(at);
        if (!at.CodeFitted || at.MustChangePassword)
        {
            pending.Write(page.HttpContext, at);
            return page.LocalRedirect(at.CodeFitted ? Links.StaffNewPassword() : at.NewSecret is not null ? Links.StaffEnrol() : Links.StaffCode());
        }

        pending.Clear(page.HttpContext);
        var begun = await begin.HandleAsync(new BeginOfficerSession(at.OfficerId, at.Stamp) { From = page.HttpContext.Connection.RemoteIpAddress }, Actor.Stranger, ct);
        if (!begun.IsOk)
        {
            return page.LocalRedirect(Links.StaffSignInAgain());
        }

        await page.HttpContext.SignInAsync(Schemes.Officer, SessionClaims.Ticket(begun.Value, Schemes.Officer, clock.GetUtcNow()));
        var live = await sessions.UseAsync(begun.Value.SessionId, begun.Value.HolderId, isOfficer: true, begun.Value.Stamp, ct);
        var home = live is null ? Links.StaffAccount() : StaffMenu.HomeOf(live.Actor);
        // The page of a day's work is not for everybody: administrators and operators read no dossier
        return page.LocalRedirect(at.ReturnUrl is { } asked && asked != Links.Staff() ? LocalAddress.Or(asked, home) : home);
    }
}
