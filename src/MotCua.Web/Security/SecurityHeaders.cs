using Microsoft.Extensions.Options;

namespace MotCua.Web.Security;

/// <summary>Section <c>Security</c> of the configuration.</summary>
public sealed class WebSecurity
{
    /// <summary>True where the portal is only reached by https: cookies are Secure with the <c>__Host-</c> prefix, http is redirected.</summary>
    public bool RequireHttps { get; set; }

    /// <summary>Origins, beside the portal's own, to which a form may lead (the identity provider's, after redirects).</summary>
    public IList<string> FormOrigins { get; } = [];

    /// <summary>Addresses of the proxies whose forwarded headers are believed, beside loopback.</summary>
    public IList<string> Proxies { get; } = [];

    /// <summary>The name of a cookie: hardened where https is certain.</summary>
    public string CookieName(string name) => RequireHttps ? "__Host-" + name : name;
}

/// <summary>Headers that every answer carries, errors and static files included.</summary>
public sealed class SecurityHeaders(RequestDelegate next, IOptions<WebSecurity> options)
{
    private readonly string _policy = string.Join("; ",
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'", "manifest-src 'self'",
        "form-action 'self'" + string.Concat(options.Value.FormOrigins.Select(o => " " + o)), "frame-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'");

    /// <summary>Sets the headers before anything is sent.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            var (http, policy) = ((HttpContext, string))state;
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            if (!headers.ContainsKey("Cross-Origin-Resource-Policy")) headers["Cross-Origin-Resource-Policy"] = "same-origin"; // open data says otherwise
            if (http.Request.IsHttps)
            {
                headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
            }

            if (!headers.ContainsKey("Cache-Control") && headers.ContentType.ToString().StartsWith("text/html", StringComparison.Ordinal))
            {
                // pages may hold a person's data: shared caches and the back button of the next person must not
                headers.CacheControl = http.User.Identity?.IsAuthenticated == true ? "no-store" : "no-cache";
            }

            return Task.CompletedTask;
        }, (context, _policy));
        return next(context);
    }
}
