using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace MotCua.App.Data;

/// <summary>One file in a backup.</summary>
/// <param name="Name">Name in the archive, e.g. <c>files/ab/abcd…</c>.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Sha256">Digest, lower-case hex.</param>
public sealed record BackupEntry(string Name, long Bytes, string Sha256);

/// <summary>What a backup holds; it stands in the archive as <c>manifest.json</c>.</summary>
/// <param name="Format">Version of the layout.</param>
/// <param name="MadeAt">When, UTC.</param>
/// <param name="Database"><c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="Migration">The last migration of the schema.</param>
/// <param name="Entries">Every other file of the archive.</param>
public sealed record BackupManifest(int Format, DateTimeOffset MadeAt, string Database, string Migration, IReadOnlyList<BackupEntry> Entries);

/// <summary>A backup that is damaged, foreign, or may not be restored here; the message is a Vietnamese sentence.</summary>
public sealed class BackupException : Exception
{
    /// <summary>Without particulars.</summary>
    public BackupException()
    {
    }

    /// <summary>With a sentence for people.</summary>
    public BackupException(string message)
        : base(message)
    {
    }

    /// <summary>With a sentence and the cause.</summary>
    public BackupException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>True when the archive itself is at fault, false when the call or the place is.</summary>
    public bool IsDamage { get; init; }
}

/// <summary>The zip of a backup: files with their digests, and a manifest of them all. Nothing is trusted before every digest was checked.</summary>
public static class BackupArchive
{
    /// <summary>Version of the layout.</summary>
    public const int Format = 1;

    private const string ManifestName = "manifest.json";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Adds a file and tells its digest; null when the file went away meanwhile.</summary>
    public static async Task<BackupEntry?> AddAsync(ZipArchive zip, string name, string path, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(zip);
        FileStream source;
        try
        {
            source = File.OpenRead(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        await using (source)
        await using (var target = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(ct))
        {
            var (bytes, digest) = await CopyAsync(source, target, ct);
            return new BackupEntry(name, bytes, digest);
        }
    }

    /// <summary>Writes the manifest, last.</summary>
    public static async Task WriteManifestAsync(ZipArchive zip, BackupManifest manifest, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(zip);
        await using var target = await zip.CreateEntry(ManifestName).OpenAsync(ct);
        await JsonSerializer.SerializeAsync(target, manifest, _json, ct);
    }

    /// <summary>Opens a backup and proves every file in it against the manifest.</summary>
    /// <exception cref="BackupException">It is no backup, or it is damaged.</exception>
    public static async Task<(ZipArchive Zip, BackupManifest Manifest)> OpenAsync(string path, CancellationToken ct)
    {
        ZipArchive? zip = null;
        try
        {
            zip = await ZipFile.OpenReadAsync(path, ct);
            BackupManifest? manifest;
            await using (var stream = await (zip.GetEntry(ManifestName) ?? throw Damaged("không có manifest.json")).OpenAsync(ct))
            {
                manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(stream, _json, ct);
            }

            if (manifest is not { Format: Format, Entries: not null }) throw Damaged("bản kê không đúng khuôn dạng");
            foreach (var entry in manifest.Entries)
            {
                if (!IsPlain(entry.Name)) throw Damaged($"tên tệp lạ «{entry.Name}»");
                await using var content = await (zip.GetEntry(entry.Name) ?? throw Damaged($"thiếu {entry.Name}")).OpenAsync(ct);
                var (bytes, digest) = await CopyAsync(content, Stream.Null, ct);
                if (bytes != entry.Bytes || digest != entry.Sha256) throw Damaged($"{entry.Name} khác mã băm trong bản kê");
            }

            var opened = zip;
            zip = null;
            return (opened, manifest);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or EndOfStreamException)
        {
            throw new BackupException("Tệp sao lưu hỏng: không đọc được.", e) { IsDamage = true };
        }
        finally
        {
            zip?.Dispose();
        }
    }

    /// <summary>Takes one file out.</summary>
    public static async Task ExtractAsync(ZipArchive zip, string name, string path, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(zip);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await using var source = await zip.GetEntry(name)!.OpenAsync(ct);
        await using var target = File.Create(path);
        await source.CopyToAsync(target, ct);
    }

    private static BackupException Damaged(string what) => new($"Tệp sao lưu hỏng: {what}.") { IsDamage = true };

    private static bool IsPlain(string name) =>
        name.Length > 0 && !Path.IsPathRooted(name) && !name.Contains('\\', StringComparison.Ordinal) && name.Split('/').All(p => p is not ("" or "." or ".."));

    private static async Task<(long Bytes, string Sha256)> CopyAsync(Stream source, Stream target, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        var total = 0L;
        int read;
        while ((read = await source.ReadAsync(buffer, ct)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), ct);
            total += read;
        }

        return (total, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
