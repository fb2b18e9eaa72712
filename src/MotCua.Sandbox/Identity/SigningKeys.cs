using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MotCua.Sandbox.Identity;

/// <summary>The provider's present signing key (RS256); replaced on request.</summary>
public sealed class SigningKeys : IDisposable
{
    private readonly Lock _gate = new();
    private RSA _key = RSA.Create(2048);
    private string _id = NewId();

    /// <summary>Replaces the key: tokens made from now on carry an unknown key id.</summary>
    public void Rotate()
    {
        lock (_gate)
        {
            _key.Dispose();
            (_key, _id) = (RSA.Create(2048), NewId());
        }
    }

    /// <summary>The public part as a JSON Web Key Set.</summary>
    public object PublicSet()
    {
        lock (_gate)
        {
            var p = _key.ExportParameters(false);
            return new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = _id, n = Base64Url.EncodeToString(p.Modulus), e = Base64Url.EncodeToString(p.Exponent) } } };
        }
    }

    /// <summary>A signed token.</summary>
    /// <param name="claims">Its claims.</param>
    /// <param name="isForged">True = signed with a key that is not published, under the id of the one that is.</param>
    public string Sign(IReadOnlyDictionary<string, object> claims, bool isForged)
    {
        lock (_gate)
        {
            var head = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new { alg = "RS256", typ = "JWT", kid = _id }));
            var body = head + "." + Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims));
            using var other = isForged ? RSA.Create(2048) : null;
            return body + "." + Base64Url.EncodeToString((other ?? _key).SignData(Encoding.ASCII.GetBytes(body), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _key.Dispose();

    private static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
}
