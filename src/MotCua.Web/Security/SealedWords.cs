using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace MotCua.Web.Security;

/// <summary>
/// Words of a search that may be a name, an identity number or a telephone number: they travel in addresses only sealed, for the one officer who
/// typed them and for some hours, so that no log, history or referrer holds a person's data.
/// </summary>
public sealed class SealedWords(IDataProtectionProvider protection)
{
    /// <summary>How long an address with sealed words works.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(4);

    /// <summary>Most letters of a search.</summary>
    public const int Longest = 120;

    /// <summary>Seals the words for the holder; empty words stay null.</summary>
    public string? Seal(string? words, string holder)
    {
        var clean = words?.Trim() ?? "";
        return clean.Length == 0 ? null : For(holder).Protect(clean.Length > Longest ? clean[..Longest] : clean, Life);
    }

    /// <summary>The words, or null when the seal is another's, broken or too old.</summary>
    public string? Open(string? sealedWords, string holder)
    {
        if (string.IsNullOrEmpty(sealedWords))
        {
            return null;
        }

        try
        {
            return For(holder).Unprotect(sealedWords);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector For(string holder) => protection.CreateProtector("MotCua.SearchWords", holder).ToTimeLimitedDataProtector();
}
