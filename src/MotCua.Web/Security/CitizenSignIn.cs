using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using MotCua.App.Accounts;
using MotCua.Domain.Kernel;

namespace MotCua.Web.Security;

/// <summary>Signing in with the national e-ID: code with PKCE, state, nonce; the portal's own session after it.</summary>
public static partial class CitizenSignIn
{
    /// <summary>Parameter of the sign-out that carries the id token to the provider.</summary>
    public const string IdTokenHint = "id_token_hint";

    private const string Retried = "mc:retried";

    /// <summary>Adds the provider's scheme.</summary>
    public static AuthenticationBuilder AddCitizenProvider(this AuthenticationBuilder builder, IdentityProvider provider, WebSecurity security, bool isDevelopment)
    {
        ArgumentNullException.ThrowIfNull(provider);
        if (!provider.IsSet)
        {
            return builder;
        }

        return builder.AddOpenIdConnect(Schemes.Provider, o =>
        {
            o.Authority = provider.Authority;
            o.ClientId = provider.ClientId;
            o.ClientSecret = provider.ClientSecret;
            o.ResponseType = OpenIdConnectResponseType.Code;
            o.ResponseMode = OpenIdConnectResponseMode.Query;
            o.UsePkce = true;
            o.RequireHttpsMetadata = !(provider.IsLoopback || isDevelopment);
            o.MapInboundClaims = false;
            o.GetClaimsFromUserInfoEndpoint = true;
            o.SignInScheme = Schemes.Citizen;
            o.SaveTokens = false;
            o.CallbackPath = "/signin-oidc";
            o.SignedOutCallbackPath = "/signout-callback-oidc";
            o.SignedOutRedirectUri = Links.SignedOut();
            o.RefreshOnIssuerKeyNotFound = true;
            o.RefreshInterval = TimeSpan.FromSeconds(1);
            o.BackchannelTimeout = TimeSpan.FromSeconds(15);
            o.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(15);
            o.ProtocolValidator.RequireNonce = true;
            o.TokenValidationParameters.NameClaimType = SessionClaims.Name;
            o.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(1);
            o.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256];
            o.Scope.Clear();
            foreach (var scope in provider.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                o.Scope.Add(scope);
            }

            o.ClaimActions.Clear();
            o.ClaimActions.MapAll();
            foreach (var cookie in new[] { o.NonceCookie, o.CorrelationCookie })
            {
                cookie.HttpOnly = true;
                cookie.SameSite = SameSiteMode.Lax;
                cookie.SecurePolicy = security.RequireHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            }

            o.Events = new OpenIdConnectEvents
            {
                OnRedirectToIdentityProvider = c => Ask(c, provider),
                OnRedirectToIdentityProviderForSignOut = Leave,
                OnTicketReceived = c => ReceiveAsync(c, provider),
                OnRemoteFailure = Fail,
                OnAuthenticationFailed = Remember,
                OnTokenValidated = KeepToken,
            };
        });
    }

    private static Task Ask(RedirectContext context, IdentityProvider provider)
    {
        if (provider.AcrValues.Length > 0)
        {
            context.ProtocolMessage.AcrValues = provider.AcrValues;
        }

        context.ProtocolMessage.UiLocales = "vi";
        return Task.CompletedTask;
    }

    private static Task Leave(RedirectContext context)
    {
        context.ProtocolMessage.IdTokenHint = context.Properties.GetParameter<string>(IdTokenHint);
        return Task.CompletedTask;
    }

    private static Task KeepToken(TokenValidatedContext context)
    {
        // Only for the few milliseconds until the session is made; never stored in the cookie
        context.HttpContext.Items[typeof(CitizenSignIn)] = (context.SecurityToken.Issuer, context.TokenEndpointResponse?.IdToken ?? "");
        return Task.CompletedTask;
    }

    private static async Task ReceiveAsync(TicketReceivedContext context, IdentityProvider provider)
    {
        var (issuer, token) = ((string, string))context.HttpContext.Items[typeof(CitizenSignIn)]!;
        var handler = context.HttpContext.RequestServices.GetRequiredService<SignInCitizenHandler>();
        var begun = await handler.HandleAsync(new SignInCitizen(provider.Read(issuer, context.Principal!), token), Actor.Stranger, context.HttpContext.RequestAborted);
        if (!begun.IsOk)
        {
            context.Fail(begun.Problem.Title);
            return;
        }

        var clock = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        context.Principal = SessionClaims.Ticket(begun.Value, Schemes.Citizen, clock.GetUtcNow());
        context.Properties = new AuthenticationProperties { RedirectUri = context.Properties?.RedirectUri };
    }

    private const int MostRetries = 4;

    private static Task Remember(AuthenticationFailedContext context)
    {
        context.HttpContext.Items[Retried] = context.Exception is SecurityTokenSignatureKeyNotFoundException;
        return Task.CompletedTask;
    }

    private static async Task Fail(RemoteFailureContext context)
    {
        context.HandleResponse();
        var back = LocalAddress.Or(context.Properties?.RedirectUri, Links.MyDossiers());
        var tries = context.Properties?.Items.TryGetValue(Retried, out var said) == true ? said!.Length : 0;
        if (context.HttpContext.Items[Retried] is true && tries < MostRetries)
        {
            // The provider changed its keys since they were read; they are being read anew beside this request: again, silently, but not for ever
            await Task.Delay(TimeSpan.FromMilliseconds(250), context.HttpContext.RequestServices.GetRequiredService<TimeProvider>(), context.HttpContext.RequestAborted);
            var again = new AuthenticationProperties { RedirectUri = back };
            again.Items[Retried] = new string('1', tries + 1);
            await context.HttpContext.ChallengeAsync(Schemes.Provider, again);
            return;
        }

        var log = context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(CitizenSignIn));
        LogFailure(log, context.Failure?.GetType().Name ?? "", context.Failure?.InnerException?.GetType().Name ?? "");
        var denied = context.Request.Query["error"] == "access_denied";
        context.Response.Redirect(Links.SignInFailed(denied ? "huy" : "loi", back));
    }

    [LoggerMessage(1, LogLevel.Warning, "Sign-in at the provider failed: {Kind} {Cause}")]
    private static partial void LogFailure(ILogger log, string kind, string cause);
}
