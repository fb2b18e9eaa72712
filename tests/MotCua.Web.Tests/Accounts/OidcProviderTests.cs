using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MotCua.TestKit;

namespace MotCua.Web.Tests.Accounts;

/// <summary>The independent provider itself: what it promises is what sign-in tests lean on.</summary>
public sealed class OidcProviderTests
{
    [Fact]
    public async Task SignIn_WithCodeAndPkce_GivesSubjectAssuranceAndClaims()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var provider = await OidcProviderFixture.StartAsync(ct);
        using var client = Browser();
        var (code, verifier) = await CodeAsync(client, provider, "an", ct);

        using var tokens = await TokensAsync(client, provider, code, verifier, ct);
        var claims = Payload(tokens.RootElement.GetProperty("id_token").GetString()!);
        Assert.Equal("an", claims.GetProperty("sub").GetString());
        Assert.Equal("LoA2", claims.GetProperty("acr").GetString());
        Assert.Equal("n-1", claims.GetProperty("nonce").GetString());

        using var ask = new HttpRequestMessage(HttpMethod.Get, new Uri(provider.Issuer, "/me"));
        ask.Headers.Authorization = new("Bearer", tokens.RootElement.GetProperty("access_token").GetString());
        using var answer = await client.SendAsync(ask, ct);
        using var person = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct));
        Assert.Equal("Nguyễn Văn An", person.RootElement.GetProperty("name").GetString());
        Assert.Equal("006090001234", person.RootElement.GetProperty("identity_number").GetString());
    }

    [Fact]
    public async Task SignIn_WithAnotherVerifier_IsRefused()
    {
        var ct = TestContext.Current.CancellationToken;
        var provider = await OidcProviderFixture.StartAsync(ct);
        using var client = Browser();
        var (code, _) = await CodeAsync(client, provider, "binh", ct);
        using var answer = await TokensAsync(client, provider, code, new string('x', 50), ct);
        Assert.Equal("invalid_grant", answer.RootElement.GetProperty("error").GetString());
        await provider.DisposeAsync();
        Assert.Equal(["code_verifier does not match code_challenge"], provider.Refusals);
    }

    [Fact]
    public async Task RotateKeys_ChangesTheKeyId()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var provider = await OidcProviderFixture.StartAsync(ct);
        using var client = Browser();
        var before = await KeyIdAsync(client, provider, ct);
        await provider.RotateKeysAsync(ct);
        Assert.NotEqual(before, await KeyIdAsync(client, provider, ct));
    }

    private static HttpClient Browser() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });

    private static async Task<(string Code, string Verifier)> CodeAsync(HttpClient client, OidcProviderFixture provider, string account, CancellationToken ct)
    {
        var verifier = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var challenge = Url(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        var next = new Uri(provider.Issuer, $"/auth?client_id={OidcProviderFixture.ClientId}&response_type=code&scope=openid%20profile%20email%20phone%20address"
            + $"&redirect_uri=http%3A%2F%2F127.0.0.1%3A5999%2Fsignin-oidc&state=s-1&nonce=n-1&code_challenge={challenge}&code_challenge_method=S256&login_hint={account}");
        for (var hop = 0; hop < 6; hop++)
        {
            using var response = await client.GetAsync(next, ct);
            next = new Uri(next, response.Headers.Location ?? throw new InvalidOperationException(await response.Content.ReadAsStringAsync(ct)));
            if (next.Port == 5999)
            {
                var answer = next.Query.TrimStart('?').Split('&').Select(p => p.Split('=')).ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1]));
                Assert.Equal("s-1", answer["state"]);
                return (answer["code"], verifier);
            }
        }

        throw new InvalidOperationException("The provider did not come back.");
    }

    private static async Task<JsonDocument> TokensAsync(HttpClient client, OidcProviderFixture provider, string code, string verifier, CancellationToken ct)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = "http://127.0.0.1:5999/signin-oidc",
            ["client_id"] = OidcProviderFixture.ClientId,
            ["client_secret"] = OidcProviderFixture.ClientSecret,
            ["code_verifier"] = verifier,
        });
        using var response = await client.PostAsync(new Uri(provider.Issuer, "/token"), form, ct);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(ct));
    }

    private static async Task<string?> KeyIdAsync(HttpClient client, OidcProviderFixture provider, CancellationToken ct)
    {
        using var keys = JsonDocument.Parse(await client.GetStringAsync(new Uri(provider.Issuer, "/jwks"), ct));
        return keys.RootElement.GetProperty("keys")[0].GetProperty("kid").GetString();
    }

    private static JsonElement Payload(string token)
    {
        var body = token.Split('.')[1].Replace('-', '+').Replace('_', '/');
        return JsonDocument.Parse(Convert.FromBase64String(body.PadRight((body.Length + 3) / 4 * 4, '='))).RootElement.Clone();
    }

    private static string Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
