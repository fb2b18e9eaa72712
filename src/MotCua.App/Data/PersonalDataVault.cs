using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MotCua.App.Data;

/// <summary>
/// Encrypts identity numbers, answers and outbox bodies (AES-256-GCM) and makes blind indexes (HMAC-SHA-256), under keys from outside the
/// database that have an id and can be rotated: new text is written under the current key, old text is read by the key it names.
/// </summary>
public sealed class PersonalDataVault
{
    private readonly Dictionary<string, byte[]> _keys;
    private readonly string _current;
    private readonly byte[] _indexKey;

    private PersonalDataVault(Dictionary<string, byte[]> keys, string current, byte[] indexKey) => (_keys, _current, _indexKey) = (keys, current, indexKey);

    /// <summary>
    /// Opens the key ring file: lines <c>id=base64(32 bytes)</c>, the last <c>k…</c> line is current, the line <c>index=…</c> keys the blind indexes.
    /// A missing file is made, readable by its owner only.
    /// </summary>
    public static PersonalDataVault Open(string file)
    {
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            var made = $"k1={Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\nindex={Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\n";
            var temporary = file + "." + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
            File.WriteAllText(temporary, made);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(temporary, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            try
            {
                File.Move(temporary, file);
            }
            catch (IOException)
            {
                File.Delete(temporary);
            }
        }

        return Parse(File.ReadAllText(file));
    }

    /// <summary>Reads the text of a key ring.</summary>
    /// <exception cref="FormatException">The text is not a key ring.</exception>
    public static PersonalDataVault Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var keys = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        byte[]? index = null;
        var current = "";
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = line.IndexOf('=', StringComparison.Ordinal);
            var (id, key) = (line[..at], Convert.FromBase64String(line[(at + 1)..]));
            if (key.Length != 32)
            {
                throw new FormatException($"Key {id} is not 32 bytes");
            }

            if (id == "index")
            {
                index = key;
            }
            else
            {
                keys[id] = key;
                current = id;
            }
        }

        return keys.Count == 0 || index is null ? throw new FormatException("A key ring needs a k… line and an index line") : new(keys, current, index);
    }

    /// <summary>Encrypts; empty stays empty. Form: <c>keyid.base64url(nonce ‖ tag ‖ cipher)</c>.</summary>
    public string Seal(string? plain)
    {
        if (string.IsNullOrEmpty(plain))
        {
            return "";
        }

        var bytes = Encoding.UTF8.GetBytes(plain);
        var box = new byte[12 + 16 + bytes.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, 12));
        using var aes = new AesGcm(_keys[_current], 16);
        aes.Encrypt(box.AsSpan(0, 12), bytes, box.AsSpan(28), box.AsSpan(12, 16));
        return _current + "." + Base64Url.EncodeToString(box);
    }

    /// <summary>Decrypts what <see cref="Seal"/> made.</summary>
    /// <exception cref="CryptographicException">The text was changed, or its key is not in the ring.</exception>
    public string Unseal(string? cipher)
    {
        if (string.IsNullOrEmpty(cipher))
        {
            return "";
        }

        var at = cipher.IndexOf('.', StringComparison.Ordinal);
        if (at < 0 || !_keys.TryGetValue(cipher[..at], out var key))
        {
            throw new CryptographicException("The key of this text is not in the ring");
        }

        var box = Base64Url.DecodeFromChars(cipher.AsSpan(at + 1));
        if (box.Length < 28)
        {
            throw new CryptographicException("The text is too short");
        }

        var plain = new byte[box.Length - 28];
        using var aes = new AesGcm(key, 16);
        aes.Decrypt(box.AsSpan(0, 12), box.AsSpan(28), box.AsSpan(12, 16), plain);
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>Blind index of an identity number or telephone: equal texts give equal indexes, nothing else is learnt. Empty stays empty.</summary>
    public string Index(string? text)
    {
        var clean = new string([.. (text ?? "").Where(char.IsLetterOrDigit)]).ToUpper(CultureInfo.InvariantCulture);
        return clean.Length == 0 ? "" : Base64Url.EncodeToString(HMACSHA256.HashData(_indexKey, Encoding.UTF8.GetBytes(clean)).AsSpan(0, 18));
    }

    /// <summary>A short tag under a key that is made anew for every local day: equal texts of one day give equal tags, those of two days say nothing of each other.</summary>
    public string DayTag(DateOnly day, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = HMACSHA256.HashData(_indexKey, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"day-tag {day:yyyy-MM-dd}")));
        return Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
    }

    /// <summary>Salted digest for event payloads: proves equality to who holds the key, tells nothing to others.</summary>
    public string Digest(string? text) => Convert.ToHexStringLower(HMACSHA256.HashData(_indexKey, Encoding.UTF8.GetBytes(text ?? "")));
}
