using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace MotCua.Sandbox.Identity;

/// <summary>The OpenID Connect endpoints under <c>/dinh-danh</c>: discovery, keys, authorize, token, userinfo, end_session.</summary>
internal static class ProviderEndpoints
{
    private const string Root = "/dinh-danh";

    public static void MapProvider(this WebApplication app)
    {
        var group = app.MapGroup(Root).AddEndpointFilter(MisbehaveAsync);
        group.MapGet("/", (HtmlEncoder html) => Paper.Html(html, "Định danh điện tử (bản thay thế)", $"<p>Công dân mẫu:</p><ul class=\"list\">{string.Concat(DemoCitizen.All.Select(c => $"<li>{html.Encode(c.Name)}: {html.Encode(c.About)}</li>"))}</ul>"));
        group.MapGet("/.well-known/openid-configuration", (HttpRequest r) => Results.Json(Discovery(Issuer(r))));
        group.MapGet("/jwks", (SigningKeys keys) => Results.Json(keys.PublicSet()));
        group.MapGet("/authorize", Authorize);
        group.MapPost("/authorize", AuthorizeAsync);
        group.MapPost("/token", TokenAsync);
        group.MapGet("/userinfo", UserInfo);
        group.MapPost("/userinfo", UserInfo);
        group.MapGet("/end-session", EndSession);
        app.MapPost(Root + "/doi-khoa", (SigningKeys keys) =>
        {
            keys.Rotate();
            return Results.Redirect("/");
        });
    }

    private static async ValueTask<object?> MisbehaveAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        switch (services.GetRequiredService<Misbehaviour>().Kind)
        {
            case "cham":
                await Task.Delay(TimeSpan.FromSeconds(5), services.GetRequiredService<TimeProvider>(), context.HttpContext.RequestAborted);
                break;
            case "500":
                return Results.StatusCode(500);
        }

        return await next(context);
    }

    private static string Issuer(HttpRequest r) => $"{r.Scheme}://{r.Host}{Root}";

    private static object Discovery(string issuer) => new
    {
        issuer,
        authorization_endpoint = issuer + "/authorize",
        token_endpoint = issuer + "/token",
        userinfo_endpoint = issuer + "/userinfo",
        jwks_uri = issuer + "/jwks",
        end_session_endpoint = issuer + "/end-session",
        response_types_supported = new[] { "code" },
        response_modes_supported = new[] { "query" },
        grant_types_supported = new[] { "authorization_code" },
        subject_types_supported = new[] { "public" },
        id_token_signing_alg_values_supported = new[] { "RS256" },
        token_endpoint_auth_methods_supported = new[] { "client_secret_post" },
        code_challenge_methods_supported = new[] { "S256" },
        scopes_supported = new[] { "openid", "profile", "email", "phone", "address" },
        acr_values_supported = new[] { "LoA1", "LoA2" },
        claims_supported = new[] { "sub", "acr", "name", "identity_number", "birthdate", "gender", "phone_number", "email", "address", "commune_code", "account_kind" },
    };

    private static string? Refusal(IQueryCollection q, Provider provider) =>
        q["client_id"] != Provider.ClientId ? "client_id lạ"
        : !provider.MayReturnTo(q["redirect_uri"].ToString()) ? "redirect_uri không được phép"
        : q["response_type"] != "code" ? "response_type phải là code"
        : !q["scope"].ToString().Split(' ').Contains("openid") ? "thiếu scope openid"
        : q["code_challenge_method"] != "S256" || q["code_challenge"].ToString().Length != 43 ? "thiếu PKCE (S256)"
        : null;

    private static IResult Authorize(HttpRequest request, Provider provider, HtmlEncoder html)
    {
        var q = request.Query;
        if (Refusal(q, provider) is { } refusal)
        {
            return Paper.Html(html, "Yêu cầu đăng nhập không hợp lệ", $"<p>{html.Encode(refusal)}</p>", 400);
        }

        if (q["login_hint"].ToString() is { Length: > 0 } hint && DemoCitizen.All.Any(c => c.Id == hint))
        {
            return Back(q, provider, hint);
        }

        var people = string.Concat(DemoCitizen.All.Select(c =>
            $"<li><button class=\"person\" name=\"nguoi\" value=\"{c.Id}\"><strong>{html.Encode(c.Name)}</strong><span>{html.Encode(c.About)} · {(c.Level == "LoA1" ? "mức 1" : "mức 2")}</span></button></li>"));
        return Paper.Html(html, "Đăng nhập bằng tài khoản định danh mẫu", $"""
            <p>Chọn một người mẫu để trở về Cổng Dịch vụ công. Ở hệ thống thật, trang này là của VNeID.</p>
            <form method="post"><ul class="people">{people}</ul><button name="nguoi" value="">Không đăng nhập</button></form>
            """);
    }

    private static async Task<IResult> AuthorizeAsync(HttpRequest request, Provider provider, HtmlEncoder html)
    {
        if (Refusal(request.Query, provider) is { } refusal)
        {
            return Paper.Html(html, "Yêu cầu đăng nhập không hợp lệ", $"<p>{html.Encode(refusal)}</p>", 400);
        }

        var form = await request.ReadFormAsync();
        return Back(request.Query, provider, form["nguoi"].ToString());
    }

    private static IResult Back(IQueryCollection q, Provider provider, string citizen)
    {
        var back = new Dictionary<string, string?> { ["state"] = q["state"] };
        if (DemoCitizen.All.Any(c => c.Id == citizen))
        {
            back["code"] = provider.NewCode(new Pending(citizen, q["client_id"].ToString(), q["redirect_uri"].ToString(), q["nonce"].ToString(), q["code_challenge"].ToString(), default));
        }
        else
        {
            back["error"] = "access_denied";
        }

        return Results.Redirect(QueryHelpers.AddQueryString(q["redirect_uri"].ToString(), back));
    }

    private static async Task<IResult> TokenAsync(HttpRequest request, Provider provider, SigningKeys keys, Misbehaviour misbehaviour, TimeProvider clock)
    {
        var form = await request.ReadFormAsync();
        var (client, secret) = Credentials(request, form);
        if (client != Provider.ClientId || secret != Provider.ClientSecret)
        {
            return Results.Json(new { error = "invalid_client" }, statusCode: 401);
        }

        if (form["grant_type"] != "authorization_code"
            || provider.Take(form["code"].ToString(), client, form["redirect_uri"].ToString(), form["code_verifier"].ToString()) is not { } pending)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        }

        var now = clock.GetUtcNow().AddMinutes(misbehaviour.Kind == "het-han" ? -60 : 0).ToUnixTimeSeconds();
        var citizen = DemoCitizen.All.First(c => c.Id == pending.CitizenId);
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Issuer(request),
            ["sub"] = citizen.Id,
            ["aud"] = misbehaviour.Kind == "nguoi-nhan" ? "another-portal" : pending.ClientId,
            ["iat"] = now,
            ["auth_time"] = now,
            ["exp"] = now + 300,
            ["nonce"] = misbehaviour.Kind == "nonce" ? "forged" : pending.Nonce,
            ["acr"] = citizen.Level,
        };
        return Results.Json(new
        {
            access_token = provider.NewToken(pending),
            token_type = "Bearer",
            expires_in = 300,
            id_token = keys.Sign(claims, isForged: misbehaviour.Kind == "chu-ky"),
        });
    }

    private static (string Client, string Secret) Credentials(HttpRequest request, IFormCollection form)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith("Basic ", StringComparison.Ordinal))
        {
            var pair = Encoding.UTF8.GetString(Convert.FromBase64String(header[6..])).Split(':', 2);
            return (Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[^1]));
        }

        return (form["client_id"].ToString(), form["client_secret"].ToString());
    }

    private static IResult UserInfo(HttpRequest request, Provider provider)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.Ordinal) && provider.OfToken(header[7..]) is { } citizen ? Results.Json(citizen.Claims()) : Results.Unauthorized();
    }

    private static IResult EndSession(HttpRequest request, Provider provider, HtmlEncoder html)
    {
        var to = request.Query["post_logout_redirect_uri"].ToString();
        return request.Query["id_token_hint"].ToString().Length == 0 || !provider.MayReturnTo(to)
            ? Paper.Html(html, "Đã đăng xuất khỏi hệ thống định danh", "<p>Bạn có thể đóng trang này.</p>")
            : Results.Redirect(QueryHelpers.AddQueryString(to, new Dictionary<string, string?> { ["state"] = request.Query["state"] }));
    }
}
