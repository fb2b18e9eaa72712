using System.Globalization;
using System.Security.Cryptography;

namespace MotCua.Domain.Accounts;

/// <summary>
/// One-time codes of the second factor (RFC 6238 over RFC 4226: HMAC-SHA-1, 30 s, 6 digits, which every authenticator application reads).
/// A code is good for its own step and one on either side, and once only.
/// </summary>
public static class Totp
{
    /// <summary>Length of a step, seconds.</summary>
    public const int StepSeconds = 30;

    /// <summary>Digits of a code.</summary>
    public const int Digits = 6;

    /// <summary>Bytes of a new secret (160 bits, RFC 4226 §4).</summary>
    public const int SecretBytes = 20;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new random secret in base32.</summary>
    public static string NewSecret() => ToBase32(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The step in which the instant lies.</summary>
    public static long StepOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step.</summary>
    /// <param name="secret">Secret in base32.</param>
    /// <param name="step">Step, see <see cref="StepOf"/>.</param>
    public static string CodeOf(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238: authenticator applications know this one; HMAC does not need a collision-free hash
        HMACSHA1.HashData(FromBase32(secret), counter, mac);
#pragma warning restore CA5350
        var offset = mac[^1] & 0x0F;
        var number = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(mac[offset..]) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code was typed, or null: wrong, too old, or used already.</summary>
    /// <param name="secret">Secret in base32.</param>
    /// <param name="typed">What was typed; spaces are ignored.</param>
    /// <param name="now">Now.</param>
    /// <param name="lastStep">Step of the last accepted code.</param>
    public static long? Accept(string secret, string? typed, DateTimeOffset now, long lastStep)
    {
        Span<byte> code = stackalloc byte[Digits];
        var length = 0;
        foreach (var c in typed ?? "")
        {
            if (char.IsWhiteSpace(c))
            {
                continue;
            }

            if (!char.IsAsciiDigit(c) || length == Digits)
            {
                return null;
            }

            code[length++] = (byte)c;
        }

        if (length != Digits)
        {
            return null;
        }

        long? found = null;
        var present = StepOf(now);
        for (var step = present - 1; step <= present + 1; step++)
        {
            // All three are compared, each in constant time
            if (CryptographicOperations.FixedTimeEquals(code, System.Text.Encoding.ASCII.GetBytes(CodeOf(secret, step))) && step > lastStep)
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>The address that an authenticator application reads from the QR.</summary>
    public static string Address(string secret, string userName, string issuer) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(userName)}?secret={secret}&issuer={Uri.EscapeDataString(issuer)}&algorithm=SHA1&digits={Digits}&period={StepSeconds}";

    /// <summary>Base32 without padding (RFC 4648).</summary>
    public static string ToBase32(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder((bytes.Length * 8 + 4) / 5);
        var (buffer, bits) = (0, 0);
        foreach (var b in bytes)
        {
            (buffer, bits) = ((buffer << 8) | b, bits + 8);
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Alphabet[(buffer >> bits) & 31]);
            }

            buffer &= (1 << bits) - 1;
        }

        return bits == 0 ? text.ToString() : text.Append(Alphabet[(buffer << (5 - bits)) & 31]).ToString();
    }

    /// <summary>Reads base32; spaces and padding are ignored, case does not matter.</summary>
    /// <exception cref="FormatException">Another character.</exception>
    public static byte[] FromBase32(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bytes = new List<byte>(text.Length * 5 / 8);
        var (buffer, bits) = (0, 0);
        foreach (var c in text)
        {
            if (c is ' ' or '=')
            {
                continue;
            }

            var value = Alphabet.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal);
            if (value < 0)
            {
                throw new FormatException("Not base32");
            }

            (buffer, bits) = ((buffer << 5) | value, bits + 5);
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
                buffer &= (1 << bits) - 1;
            }
        }

        return [.. bytes];
    }
}
