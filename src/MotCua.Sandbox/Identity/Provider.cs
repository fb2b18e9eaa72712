using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace MotCua.Sandbox.Identity;

/// <summary>What a code or access token stands for.</summary>
internal sealed record Pending(string CitizenId, string ClientId, string RedirectUri, string Nonce, string Challenge, DateTimeOffset Until);

/// <summary>The state of the OpenID provider stand-in: codes (used once, one minute) and access tokens (five minutes).</summary>
internal sealed class Provider(TimeProvider clock, IConfiguration configuration)
{
    /// <summary>The only client and its secret.</summary>
    public const string ClientId = "motcua-portal";

    /// <summary>Known to all: this is a stand-in.</summary>
    public const string ClientSecret = "chi-de-thu";

    private readonly ConcurrentDictionary<string, Pending> _codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Pending> _tokens = new(StringComparer.Ordinal);

    /// <summary>Local addresses, and the portal's own when it is configured.</summary>
    public bool MayReturnTo(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && (uri.IsLoopback || (configuration["Portal:Url"] is { Length: > 0 } portal && address.StartsWith(portal.TrimEnd('/') + "/", StringComparison.Ordinal)));

    public string NewCode(Pending pending) => Keep(_codes, pending with { Until = clock.GetUtcNow().AddMinutes(1) });

    public string NewToken(Pending pending) => Keep(_tokens, pending with { Until = clock.GetUtcNow().AddMinutes(5) });

    /// <summary>The code's meaning; a code works once, whatever comes of it.</summary>
    public Pending? Take(string code, string clientId, string redirectUri, string verifier) =>
        _codes.TryRemove(code, out var p) && clock.GetUtcNow() < p.Until && p.ClientId == clientId && p.RedirectUri == redirectUri
        && verifier.Length is >= 43 and <= 128
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))), Encoding.ASCII.GetBytes(p.Challenge))
            ? p
            : null;

    public DemoCitizen? OfToken(string token) =>
        _tokens.TryGetValue(token, out var p) && clock.GetUtcNow() < p.Until ? DemoCitizen.All.FirstOrDefault(c => c.Id == p.CitizenId) : null;

    private static string Keep(ConcurrentDictionary<string, Pending> where, Pending pending)
    {
        if (where.Count > 10_000)
        {
            where.Clear();
        }

        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        where[key] = pending;
        return key;
    }
}
