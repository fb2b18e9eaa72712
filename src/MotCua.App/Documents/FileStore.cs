using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Documents;
using MotCua.Domain.Kernel;

namespace MotCua.App.Documents;

/// <summary>Where files are kept and how large they may be.</summary>
/// <param name="Folder">Folder outside the web root.</param>
/// <param name="GreatestBytes">Greatest size of one file.</param>
public sealed record FileStoreOptions(string Folder, long GreatestBytes)
{
    /// <summary>10 MiB: a phone's photograph or a scanned paper of some pages.</summary>
    public const long DefaultGreatestBytes = 10 * 1024 * 1024;

    /// <summary>The greatest size in MiB, for people.</summary>
    public long GreatestMegabytes => GreatestBytes / (1024 * 1024);
}

/// <summary>A file on its way in.</summary>
/// <param name="Content">Bytes.</param>
/// <param name="Name">Name as given.</param>
/// <param name="Owner"><c>account:N</c> or <c>officer:N</c>.</param>
/// <param name="DraftId">Draft, or null.</param>
/// <param name="DossierId">Dossier, or null.</param>
public sealed record IncomingFile(Stream Content, string Name, string Owner, Guid? DraftId, Guid? DossierId);

/// <summary>
/// Keeps files outside the web root: written, flushed to the disk, opened, hashed; only then is there a row (ADR 0010). A file without a row is
/// swept; a row without a file cannot come to be.
/// </summary>
public sealed class FileStore(MotCuaDb db, FileStoreOptions options, TimeProvider clock)
{
    /// <summary>Takes a file in and makes it durable; the row is added and saved.</summary>
    public async Task<Result<StoredFileRow>> SaveAsync(IncomingFile file, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var id = Ids.NewGuid(now);
        var path = PathOf(id);
        var partial = path + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var written = await WriteAsync(file.Content, partial, ct);
            if (!written.IsOk)
            {
                return written.Problem;
            }

            var nature = FileInspection.Inspect(partial);
            if (!nature.IsOk)
            {
                return nature.Problem;
            }

            File.Move(partial, path);
            var row = new StoredFileRow
            {
                Id = id,
                Owner = file.Owner,
                DraftId = file.DraftId,
                DossierId = file.DossierId,
                Name = Clean(file.Name, nature.Value.MediaType),
                MediaType = nature.Value.MediaType,
                Size = written.Value.Size,
                Sha256 = written.Value.Sha256,
                Pages = nature.Value.Pages,
                StoredAt = now,
            };
            db.StoredFiles.Add(row);
            await db.SaveChangesAsync(ct);
            return row;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return DocumentProblems.StoreUnavailable;
        }
        finally
        {
            Discard(partial);
        }
    }

    /// <summary>
    /// Keeps the bytes of a row that the caller inserts itself: for papers made here in bulk, which need not be opened again to be known. Written anew when it is there.
    /// </summary>
    internal async Task KeepAsync(Guid id, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, content, ct);
    }

    /// <summary>Opens a stored file for reading, or null when it is not there.</summary>
    public Stream? Open(Guid id)
    {
        var path = PathOf(id);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan) : null;
    }

    /// <summary>True when the file is in the store with the size its row says.</summary>
    public bool IsDurable(StoredFileRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var file = new FileInfo(PathOf(row.Id));
        return file.Exists && file.Length == row.Size;
    }

    /// <summary>Removes a file of a draft that its owner no longer wants.</summary>
    public async Task<Result<Done>> RemoveFromDraftAsync(Guid id, Guid draftId, string owner, CancellationToken ct)
    {
        var row = await db.StoredFiles.SingleOrDefaultAsync(x => x.Id == id && x.DraftId == draftId && x.Owner == owner && x.DossierId == null, ct);
        if (row is null)
        {
            return DocumentProblems.NotFound;
        }

        db.StoredFiles.Remove(row);
        await db.SaveChangesAsync(ct);
        Discard(PathOf(id));
        return Done.Value;
    }

    private string PathOf(Guid id)
    {
        var name = id.ToString("N");
        return Path.Combine(options.Folder, name[^2..], name);
    }

    private async Task<Result<(long Size, string Sha256)>> WriteAsync(Stream content, string path, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        long size = 0;
        await using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous);
        int read;
        while ((read = await content.ReadAsync(buffer, ct)) > 0)
        {
            size += read;
            if (size > options.GreatestBytes)
            {
                return DocumentProblems.TooLarge;
            }

            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        if (size == 0)
        {
            return DocumentProblems.Empty;
        }

        target.Flush(flushToDisk: true);
        return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (IOException)
        {
            // The sweep removes it later
        }
    }

    /// <summary>A name safe to show and to send back: no path, no control characters, the ending of what the file is.</summary>
    private static string Clean(string name, string mediaType)
    {
        var plain = new string([.. Path.GetFileName(name.Replace('\\', '/')).Where(c => !char.IsControl(c) && c is not ('"' or '<' or '>' or '|' or ':' or '*' or '?'))]).Trim();
        var stem = Path.GetFileNameWithoutExtension(plain);
        stem = stem.Length == 0 ? "tep" : stem.Length > 100 ? stem[..100] : stem;
        return stem + mediaType switch { "application/pdf" => ".pdf", "image/jpeg" => ".jpg", "image/png" => ".png", _ => ".webp" };
    }
}
