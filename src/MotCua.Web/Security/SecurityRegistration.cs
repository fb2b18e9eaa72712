using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HttpOverrides;
using MotCua.App.Accounts;

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
        var times = builder.Configuration.GetSection("MotCua:Sessions").Get<SessionTimes>() ?? new SessionTimes();
        var provider = ProviderOf(builder.Configuration, builder.Environment);
        if (Uri.TryCreate(provider.Authority, UriKind.Absolute, out var authority))
        {
            // Signing out is a form that ends at the provider
            security.FormOrigins.Add(authority.GetLeftPart(UriPartial.Authority));
        }

        services.AddSingleton(security);
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(security));
        services.AddSingleton(provider);
        services.AddSingleton(Demo.From(builder.Configuration, builder.Environment));
        services.AddScoped<SessionCookieEvents>();
        services.AddSingleton<SealedWords>();
        services.AddScoped<PendingSignIns>();
        services.AddScoped<Pages.Staff.SignIn.SignInSteps>();

        services.AddAuthentication(Schemes.ByAddress)
            .AddPolicyScheme(Schemes.ByAddress, null, o => o.ForwardDefaultSelector = c => IsStaff(AddressOf(c)) ? Schemes.Officer : Schemes.Citizen)
            .AddCookie(Schemes.Citizen, o => Harden(o, security.CookieName("mc-cong-dan"), security, Links.SignIn(), times.CitizenAbsolute))
            .AddCookie(Schemes.Officer, o => Harden(o, security.CookieName("mc-can-bo"), security, Links.StaffSignIn(), times.OfficerAbsolute))
            .AddCitizenProvider(provider, security, builder.Environment.IsDevelopment());
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

    // An error's page is shown to whom the page that failed was meant for
    private static PathString AddressOf(HttpContext context) =>
        context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? context.Request.Path;

    /// <summary>True for the addresses of officers and administrators.</summary>
    public static bool IsStaff(PathString path) => path.StartsWithSegments("/can-bo", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/quan-tri", StringComparison.OrdinalIgnoreCase);

    /// <summary>The identity provider that is configured; in a demonstration, the Sandbox's.</summary>
    public static IdentityProvider ProviderOf(IConfiguration configuration, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var provider = configuration.GetSection(IdentityProvider.Section).Get<IdentityProvider>() ?? new IdentityProvider();
        if (!provider.IsSet && Demo.From(configuration, environment).SandboxUrl is { Length: > 0 } sandbox)
        {
            provider.Authority = sandbox + "/dinh-danh";
            provider.ClientSecret = "chi-de-thu";
        }

        return provider;
    }

    private static void Harden(CookieAuthenticationOptions options, string name, WebSecurity security, string signIn, TimeSpan absolute)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = Secure(security);
        options.Cookie.Path = "/";
        options.Cookie.IsEssential = true;
        options.LoginPath = signIn;
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = absolute;
        options.SlidingExpiration = false; // the server-side session says how long
        options.EventsType = typeof(SessionCookieEvents);
    }

    private static CookieSecurePolicy Secure(WebSecurity security) => security.RequireHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
}
