using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Exchange;

namespace MotCua.Web.Hosting;

/// <summary>
/// Counts which public pages were shown, by their template. A request that asks not to be counted (DNT, Global Privacy Control) is not; neither are
/// programs that say so, pages fetched before anybody looks, officers' pages and errors. No address, no cookie, no person.
/// </summary>
public sealed class VisitCount(RequestDelegate next, VisitCounters counters)
{
    private static readonly string[] Programs = ["bot", "crawl", "spider", "slurp", "preview", "monitor", "curl", "wget", "python", "headless-check"];

    /// <summary>Counts after the page was made.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (HttpMethods.IsGet(context.Request.Method) && context.Response.StatusCode == StatusCodes.Status200OK
            && context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } page } endpoint && endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null
            && !page.StartsWith("can-bo", StringComparison.Ordinal) && !page.StartsWith("loi", StringComparison.Ordinal) && MayCount(context.Request))
        {
            counters.Visit(page.Length == 0 ? "/" : page, ScreenOf(context.Request));
        }
    }

    /// <summary>False for who asks not to be counted, and for programs.</summary>
    public static bool MayCount(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var headers = request.Headers;
        if (headers["DNT"] == "1" || headers["Sec-GPC"] == "1") return false;
        if (headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase) || headers["Purpose"] == "prefetch") return false;
        var agent = headers.UserAgent.ToString();
        return !Programs.Any(p => agent.Contains(p, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What the browser says of itself in every request (<c>Sec-CH-UA-Mobile</c>); nothing is asked, measured or guessed.</summary>
    public static ScreenClass ScreenOf(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Headers["Sec-CH-UA-Mobile"].ToString() switch { "?1" => ScreenClass.Small, "?0" => ScreenClass.Large, _ => ScreenClass.Unknown };
    }
}
