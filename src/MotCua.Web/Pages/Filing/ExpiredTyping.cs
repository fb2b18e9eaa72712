using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using MotCua.App.Dossiers;
using MotCua.Web.Components.Forms;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Filing;

/// <summary>
/// When a page of questions is posted after the session ended, the typing is kept before the person is sent to sign in, and put back when they return.
/// The browser holds a random name only.
/// </summary>
public sealed class ExpiredTyping(TypingStash stash, WebSecurity security) : IAuthorizationMiddlewareResultHandler
{
    private const string Cookie = "mc-dang-go";
    private readonly AuthorizationMiddlewareResultHandler _ordinary = new();

    /// <inheritdoc />
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        ArgumentNullException.ThrowIfNull(authorizeResult);
        if (authorizeResult.Challenged && HttpMethods.IsPost(context.Request.Method) && context.Request.Path.StartsWithSegments("/nop-ho-so/nhap") && IsOwnForm(context.Request))
        {
            var fields = PostedFields.Of(await context.Request.ReadFormAsync(context.RequestAborted));
            if (fields.Count > 0 && await stash.KeepAsync(new StashedTyping(context.Request.Path.Value!, fields), context.RequestAborted) is { } name)
            {
                context.Response.Cookies.Append(security.CookieName(Cookie), name, Options());
            }
        }

        if (authorizeResult.Challenged && HttpMethods.IsPost(context.Request.Method) && context.Request.Path.StartsWithSegments("/can-bo") && IsOwnForm(context.Request)
            && await ResendForm.ReadAsync(context.Request, context.Request.Path, context.RequestAborted) is { Fields.Count: > 0 } form)
        {
            var fields = form.Fields.GroupBy(f => f.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(f => f.Value)], StringComparer.Ordinal);
            if (await stash.KeepAsync(new StashedTyping(form.Address, fields), context.RequestAborted) is { } name)
            {
                context.Response.Cookies.Append(security.CookieName(Cookie), name, Options());
                context.Response.Redirect(Links.StaffSignIn(Links.StaffResend()));
                return;
            }
        }

        await _ordinary.HandleAsync(next, context, policy, authorizeResult);
    }

    /// <summary>What an officer had sent when the session ended, once; null when there is none.</summary>
    public static async Task<StashedTyping?> TakeWholeAsync(HttpContext context, TypingStash stash, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        var name = context.RequestServices.GetRequiredService<WebSecurity>().CookieName(Cookie);
        var typing = await stash.TakeAsync(context.Request.Cookies[name], ct);
        context.Response.Cookies.Delete(name, new CookieOptions { Path = "/" });
        return typing is not null && typing.Path.StartsWith("/can-bo/", StringComparison.Ordinal) ? typing : null;
    }

    /// <summary>The fields kept for this very page, once; null when there are none.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>?> TakeAsync(HttpContext context, TypingStash stash, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        var name = context.RequestServices.GetRequiredService<WebSecurity>().CookieName(Cookie);
        if (context.Request.Cookies[name] is not { } key) return null;
        var typing = await stash.TakeAsync(key, ct);
        context.Response.Cookies.Delete(name, new CookieOptions { Path = "/" });
        return typing is not null && typing.Path == context.Request.Path.Value ? typing.Fields : null;
    }

    // Another site's form would not carry the portal's own origin
    private static bool IsOwnForm(HttpRequest request) =>
        request.HasFormContentType && (request.Headers["Sec-Fetch-Site"].ToString() is "same-origin" or ""
            && (request.Headers.Origin.ToString() is { Length: > 0 } origin ? origin == $"{request.Scheme}://{request.Host}" : request.Headers.Referer.ToString().StartsWith($"{request.Scheme}://{request.Host}/", StringComparison.Ordinal)));

    private CookieOptions Options() => new() { HttpOnly = true, Secure = security.RequireHttps, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = TypingStash.Lifetime, IsEssential = true };
}
