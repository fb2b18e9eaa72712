using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;

namespace MotCua.Web.Security;

/// <summary>Registers signing in, permissions, limits and hardened cookies.</summary>
public static class SecurityRegistration
{
    /// <summary>Everything of security that does not need the database.</summary>
    public static WebApplicationBuilder AddSecurity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var security = builder.Configuration.GetSection("Security").Get<WebSecurity>() ?? new WebSecurity();
        var limits = builder.Configuration.GetSection("Limits").Get<RateLimits>() ?? new RateLimits();
        services.Configure<WebSecurity>(builder.Configuration.GetSection("Security"));
        services.AddSingleton(security);

        services.AddAuthentication(Schemes.ByAddress)
            .AddPolicyScheme(Schemes.ByAddress, null, o => o.ForwardDefaultSelector = c => IsStaff(c.Request.Path) ? Schemes.Officer : Schemes.Citizen)
            .AddCookie(Schemes.Citizen, o => Harden(o, security.CookieName("mc-cong-dan"), security, Links.SignIn()))
            .AddCookie(Schemes.Officer, o => Harden(o, security.CookieName("mc-can-bo"), security, Links.StaffSignIn()));
        services.AddAuthorization(Policies.Register);
        services.AddDataProtection().SetApplicationName("MotCua");
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = security.CookieName("mc-form");
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = Secure(security);
            o.FormFieldName = "__form";
            o.SuppressXFrameOptionsHeader = true;
        });
        services.AddRateLimiter(limits.Apply);
        services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            foreach (var proxy in security.Proxies)
            {
                o.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        });
        return builder;
    }

    /// <summary>True for the addresses of officers and administrators.</summary>
    public static bool IsStaff(PathString path) => path.StartsWithSegments("/can-bo", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/quan-tri", StringComparison.OrdinalIgnoreCase);

    private static void Harden(CookieAuthenticationOptions options, string name, WebSecurity security, string signIn)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = Secure(security);
        options.Cookie.Path = "/";
        options.Cookie.IsEssential = true;
        options.LoginPath = signIn;
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.SlidingExpiration = true;
        options.Events.OnRedirectToAccessDenied = static context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToLogin = static context =>
        {
            if (context.Request.Path.StartsWithSegments("/api"))
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            }
            else
            {
                context.Response.Redirect(context.RedirectUri);
            }

            return Task.CompletedTask;
        };
    }

    private static CookieSecurePolicy Secure(WebSecurity security) => security.RequireHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
}
