using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using MotCua.App.Data;
using MotCua.App.Documents;

namespace MotCua.App.Dossiers;

/// <summary>What was typed when the session ended.</summary>
/// <param name="Path">Address that it was posted to.</param>
/// <param name="Fields">Fields.</param>
public sealed record StashedTyping(string Path, IReadOnlyDictionary<string, IReadOnlyList<string>> Fields);

/// <summary>
/// Keeps a posted page whose session had ended until its owner has signed in again (within the hour): encrypted, beside the files, under a random name
/// that only the person's browser knows.
/// </summary>
public sealed class TypingStash(PersonalDataVault vault, FileStoreOptions options, TimeProvider clock)
{
    /// <summary>How long it is kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private const int GreatestLength = 512 * 1024;
    private const int MostKept = 2000;

    private string Folder => Path.Combine(options.Folder, "stash");

    /// <summary>Keeps the typing; null when it is too large or there is no room.</summary>
    public async Task<string?> KeepAsync(StashedTyping typing, CancellationToken ct)
    {
        var text = JsonSerializer.Serialize(typing);
        if (text.Length > GreatestLength) return null;
        try
        {
            Directory.CreateDirectory(Folder);
            Sweep();
            var name = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18));
            await File.WriteAllTextAsync(Path.Combine(Folder, name), vault.Seal(text), ct);
            File.SetLastWriteTimeUtc(Path.Combine(Folder, name), clock.GetUtcNow().UtcDateTime);
            return name;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Takes the typing out, once; null when there is none any more.</summary>
    public async Task<StashedTyping?> TakeAsync(string? name, CancellationToken ct)
    {
        if (name is not { Length: 24 } || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return null;
        var file = Path.Combine(Folder, name);
        try
        {
            if (!File.Exists(file) || clock.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(file) > Lifetime) return null;
            var typing = JsonSerializer.Deserialize<Stored>(vault.Unseal(await File.ReadAllTextAsync(file, ct)));
            File.Delete(file);
            return typing is null ? null : new StashedTyping(typing.Path, typing.Fields.ToDictionary(f => f.Key, f => (IReadOnlyList<string>)f.Value, StringComparer.Ordinal));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Takes away what nobody came back for within the hour; how much.</summary>
    public int Sweep()
    {
        if (!Directory.Exists(Folder)) return 0;
        var kept = new DirectoryInfo(Folder).GetFiles();
        var oldest = clock.GetUtcNow().UtcDateTime - Lifetime;
        List<FileInfo> gone = [.. kept.Where(f => f.LastWriteTimeUtc < oldest).Concat(kept.Length >= MostKept ? kept.OrderBy(f => f.LastWriteTimeUtc).Take(1) : []).Distinct()];
        gone.ForEach(f => f.Delete());
        return gone.Count;
    }

    private sealed record Stored(string Path, Dictionary<string, string[]> Fields);
}
