using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using MotCua.App.Accounts;
using MotCua.Web.Hosting;

namespace MotCua.Web.Security;

/// <summary>Ties a cookie to its server-side session: ended, idle or too old = sign in again; name, assurance and roles are read anew.</summary>
public sealed class SessionCookieEvents(Sessions sessions) : CookieAuthenticationEvents
{
    /// <inheritdoc />
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.HttpContext.Features.Get<IExceptionHandlerFeature>() is { Error: var error } && ErrorStatus.Of(error) == StatusCodes.Status503ServiceUnavailable)
        {
            // The page that says the database is away must not ask the database. The ticket holds no role and no name, only whose it is,
            // which the token of the form to be sent again is made for.
            return;
        }

        var ticket = context.Principal!;
        var isOfficer = context.Scheme.Name == Schemes.Officer;
        var live = ticket.SessionId() is var id && id != Guid.Empty
            ? await sessions.UseAsync(id, ticket.HolderId(), isOfficer, ticket.FindFirst(SessionClaims.Stamp)?.Value ?? "", context.HttpContext.RequestAborted)
            : null;
        if (live is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }

        context.ReplacePrincipal(SessionClaims.Principal(live, ticket, context.Scheme.Name));
    }

    /// <inheritdoc />
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
