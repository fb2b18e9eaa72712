using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>Where the signing key and the second copy of the roots are: outside the database.</summary>
/// <param name="KeyFile">PEM of an ECDSA P-256 key, made at first use, readable by its owner only.</param>
/// <param name="CopyFile">Append-only text file with a line for each root and each head.</param>
public sealed record LogRootOptions(string KeyFile, string CopyFile);

/// <summary>
/// Each night the heads of all chains go into one tree; its root is signed with a key that the database does not hold and kept in a second place, with
/// the length of every chain, so that a shortened or vanished chain is found (ADR 0002).
/// </summary>
public sealed class LogRoots(MotCuaDb db, LogRootOptions options, TimeProvider clock)
{
    private const int PageSize = 2000;

    /// <summary>Makes and signs the root of this moment.</summary>
    public async Task<LogRootRow> SealAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var previous = await db.LogRoots.AsNoTracking().OrderByDescending(r => r.Id).Select(r => r.Root).FirstOrDefaultAsync(ct) ?? "";
        var leaves = new List<byte[]>();
        var events = 0L;
        var heads = new StringBuilder();
        Guid? after = null;
        while (true)
        {
            var dossiers = after is { } last ? db.Dossiers.Where(d => d.Id.CompareTo(last) > 0) : db.Dossiers;
            var page = await (from d in dossiers.OrderBy(d => d.Id).Take(PageSize)
                              join e in db.DossierEvents on new { DossierId = d.Id, Seq = d.Version } equals new { e.DossierId, e.Seq }
                              orderby d.Id
                              select new { d.Id, d.Version, e.Hash }).AsNoTracking().ToListAsync(ct);
            if (page.Count == 0)
            {
                break;
            }

            foreach (var head in page)
            {
                leaves.Add(SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{head.Id:N}:{head.Version}:{head.Hash}"))));
                heads.Append(CultureInfo.InvariantCulture, $"head {head.Id:N} {head.Version} {head.Hash}\n");
                events += head.Version;
            }

            after = page[^1].Id;
        }

        using var key = OpenKey();
        var root = MerkleRoot(leaves);
        var signed = string.Create(CultureInfo.InvariantCulture, $"{root}|{leaves.Count}|{events}|{now.UtcTicks / 10}|{previous}");
        var row = new LogRootRow
        {
            Id = Ids.NewGuid(now),
            At = now,
            Root = root,
            ChainCount = leaves.Count,
            EventCount = events,
            Signature = Convert.ToBase64String(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256)),
            KeyId = KeyId(key),
            PreviousRoot = previous,
        };
        db.LogRoots.Add(row);
        await db.SaveChangesAsync(ct);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.CopyFile))!);
        await File.WriteAllTextAsync(options.CopyFile + ".new", $"root {signed} {row.Signature} {row.KeyId}\n{heads}", ct);
        File.Move(options.CopyFile + ".new", options.CopyFile, overwrite: true);
        await File.AppendAllTextAsync(options.CopyFile + ".history", $"root {signed} {row.Signature} {row.KeyId}\n", ct);
        return row;
    }

    /// <summary>The last root, for receipts; null before the first night.</summary>
    public async Task<string?> LastAsync(CancellationToken ct) =>
        await db.LogRoots.AsNoTracking().OrderByDescending(r => r.Id).Select(r => r.Root).FirstOrDefaultAsync(ct);

    /// <summary>Compares the second copy with the database: a chain that vanished, got shorter or has another hash at the sealed place; a root whose signature does not hold.</summary>
    public async Task<LogBreak?> FindShortenedAsync(CancellationToken ct)
    {
        if (!File.Exists(options.CopyFile))
        {
            return await db.LogRoots.AnyAsync(ct) ? new LogBreak("roots", 0, "second copy", "missing") : null;
        }

        using var key = OpenKey();
        var page = new List<(Guid Id, int Seq, string Hash)>(PageSize);
        await foreach (var line in File.ReadLinesAsync(options.CopyFile, ct))
        {
            var parts = line.Split(' ');
            if (parts[0] == "root")
            {
                if (parts[3] == KeyId(key) && !key.VerifyData(Encoding.ASCII.GetBytes(parts[1]), Convert.FromBase64String(parts[2]), HashAlgorithmName.SHA256))
                {
                    return new LogBreak("roots", 0, "valid signature", "invalid");
                }

                continue;
            }

            page.Add((Guid.ParseExact(parts[1], "N"), int.Parse(parts[2], CultureInfo.InvariantCulture), parts[3]));
            if (page.Count == PageSize && await CompareAsync(page, ct) is { } broken)
            {
                return broken;
            }

            if (page.Count == PageSize)
            {
                page.Clear();
            }
        }

        return page.Count == 0 ? null : await CompareAsync(page, ct);
    }

    private async Task<LogBreak?> CompareAsync(List<(Guid Id, int Seq, string Hash)> page, CancellationToken ct)
    {
        var ids = page.ConvertAll(p => p.Id);
        var events = await db.DossierEvents.AsNoTracking().Where(e => ids.Contains(e.DossierId)).Select(e => new { e.DossierId, e.Seq, e.Hash }).ToListAsync(ct);
        var found = events.ToDictionary(e => (e.DossierId, e.Seq), e => e.Hash);
        foreach (var (id, seq, hash) in page)
        {
            if (found.GetValueOrDefault((id, seq)) is not { } kept || kept != hash)
            {
                var code = await db.Dossiers.Where(d => d.Id == id).Select(d => d.Number ?? d.SubmissionCode).FirstOrDefaultAsync(ct) ?? id.ToString("N");
                return new LogBreak(code, seq, hash, found.GetValueOrDefault((id, seq)) ?? "missing");
            }
        }

        return null;
    }

    /// <summary>Root of a Merkle tree: pairs hashed upwards, an odd one carried; empty tree = hash of nothing.</summary>
    public static string MerkleRoot(IReadOnlyList<byte[]> leaves)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        if (leaves.Count == 0)
        {
            return Convert.ToHexStringLower(SHA256.HashData([]));
        }

        var level = leaves;
        while (level.Count > 1)
        {
            var next = new List<byte[]>((level.Count + 1) / 2);
            for (var i = 0; i < level.Count; i += 2)
            {
                next.Add(i + 1 < level.Count ? SHA256.HashData([1, .. level[i], .. level[i + 1]]) : level[i]);
            }

            level = next;
        }

        return Convert.ToHexStringLower(level[0]);
    }

    /// <summary>Signs a text with the key that the database does not hold.</summary>
    public (string Signature, string KeyId) Sign(string text)
    {
        using var key = OpenKey();
        return (Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256)), KeyId(key));
    }

    /// <summary>True when the signature is this key's over the text; null when another key signed it.</summary>
    public bool? Holds(string text, string signature, string keyId)
    {
        ArgumentNullException.ThrowIfNull(signature);
        using var key = OpenKey();
        if (keyId != KeyId(key)) return null;
        var bytes = new byte[signature.Length];
        return Convert.TryFromBase64String(signature, bytes, out var written) && key.VerifyData(Encoding.UTF8.GetBytes(text), bytes.AsSpan(0, written), HashAlgorithmName.SHA256);
    }

    /// <summary>Adds a line to a second copy outside the database, beside that of the roots.</summary>
    public async Task CopyAsync(string name, string line, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.CopyFile))!);
        await File.AppendAllTextAsync($"{options.CopyFile}.{name}", line + "\n", ct);
    }

    /// <summary>The lines of such a copy; none when there is no copy on this machine.</summary>
    public async Task<IReadOnlyList<string>> ReadCopyAsync(string name, CancellationToken ct) =>
        File.Exists($"{options.CopyFile}.{name}") ? await File.ReadAllLinesAsync($"{options.CopyFile}.{name}", ct) : [];

    private ECDsa OpenKey()
    {
        if (!File.Exists(options.KeyFile))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.KeyFile))!);
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var temporary = options.KeyFile + "." + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
            File.WriteAllText(temporary, made.ExportPkcs8PrivateKeyPem());
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(temporary, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            File.Move(temporary, options.KeyFile, overwrite: false);
        }

        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(options.KeyFile));
        return key;
    }

    private static string KeyId(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];
}
