using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Documents;
using MotCua.App.Dossiers;

namespace MotCua.App.Data;

/// <summary>
/// Makes and restores backups: the database as of one moment, the stored files, and the second copy of the log's roots, in one zip with digests. The
/// keys are never in it: they are kept apart, or whoever finds the backup reads the identity numbers too.
/// </summary>
public sealed class Backups(MotCuaDb db, DatabaseChoice choice, FileStoreOptions files, LogRootOptions roots, TimeProvider clock)
{
    private const string SqliteName = "database.db";
    private const string PostgresName = "database.dump";
    private const string FilesFolder = "files/";
    private const string RootsFolder = "log/";

    private string Kind => choice.IsPostgres ? "postgres" : "sqlite";

    /// <summary>Writes a backup while the portal runs. The database goes first: a file is written before the row that names it.</summary>
    /// <exception cref="BackupException">It cannot be made.</exception>
    public async Task<BackupManifest> WriteAsync(string path, CancellationToken ct)
    {
        var part = Path.GetFullPath(path) + ".part";
        var snapshot = Path.GetFullPath(path) + ".database";
        try
        {
            var migration = (await db.Database.GetAppliedMigrationsAsync(ct)).LastOrDefault() ?? "";
            File.Delete(snapshot);
            if (choice.IsPostgres) await PostgresDump.WriteAsync(choice.ConnectionString, snapshot, ct);
            else await db.Database.ExecuteSqlAsync($"VACUUM INTO {snapshot}", ct);
            BackupManifest manifest;
            await using (var stream = File.Create(part))
            await using (var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct))
            {
                var entries = new List<BackupEntry> { (await BackupArchive.AddAsync(zip, choice.IsPostgres ? PostgresName : SqliteName, snapshot, ct))! };
                foreach (var (name, file) in Stored())
                {
                    if (await BackupArchive.AddAsync(zip, name, file, ct) is { } entry) entries.Add(entry);
                }

                manifest = new BackupManifest(BackupArchive.Format, clock.GetUtcNow(), Kind, migration, entries);
                await BackupArchive.WriteManifestAsync(zip, manifest, ct);
            }

            File.Move(part, path, overwrite: true);
            return manifest;
        }
        finally
        {
            File.Delete(part);
            File.Delete(snapshot);
        }
    }

    /// <summary>Puts a backup in place of what is configured. Nothing is touched before the archive was proved whole.</summary>
    /// <param name="path">The backup.</param>
    /// <param name="isForced">True: replace what stands there.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="BackupException">The archive is damaged or of the other kind of database, or the place is not empty.</exception>
    public async Task<BackupManifest> RestoreAsync(string path, bool isForced, CancellationToken ct)
    {
        var (zip, manifest) = await BackupArchive.OpenAsync(path, ct);
        using (zip)
        {
            if (manifest.Database != Kind) throw new BackupException($"Bản sao lưu là của {manifest.Database}, cơ sở dữ liệu đang cấu hình là {Kind}.");
            if (!isForced && await IsUsedAsync(ct)) throw new BackupException("Nơi khôi phục đã có dữ liệu. Trỏ tới cơ sở dữ liệu và thư mục trống, hoặc thêm --force để thay thế.");
            if (choice.IsPostgres) await RestorePostgresAsync(zip, ct);
            else await RestoreSqliteAsync(zip, ct);
            await RestoreFilesAsync(zip, manifest, ct);
        }

        return manifest;
    }

    private IEnumerable<(string Name, string Path)> Stored()
    {
        if (Directory.Exists(files.Folder))
        {
            foreach (var file in Directory.EnumerateFiles(files.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                yield return (FilesFolder + Path.GetRelativePath(files.Folder, file).Replace(Path.DirectorySeparatorChar, '/'), file);
            }
        }

        foreach (var copy in new[] { roots.CopyFile, roots.CopyFile + ".history" }.Where(File.Exists)) yield return (RootsFolder + Path.GetFileName(copy), copy);
    }

    private async Task<bool> IsUsedAsync(CancellationToken ct)
    {
        if (Directory.Exists(files.Folder) && Directory.EnumerateFiles(files.Folder, "*", SearchOption.AllDirectories).Any()) return true;
        if (!choice.IsPostgres) return new FileInfo(SqliteFile()) is { Exists: true, Length: > 0 };
        return await db.Database.SqlQuery<int>($"SELECT COUNT(*)::int AS \"Value\" FROM information_schema.tables WHERE table_schema = 'public'").SingleAsync(ct) > 0;
    }

    private string SqliteFile() => Path.GetFullPath(new SqliteConnectionStringBuilder(choice.ConnectionString).DataSource);

    private async Task RestorePostgresAsync(ZipArchive zip, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("motcua-restore-").FullName;
        try
        {
            var dump = Path.Combine(folder, PostgresName);
            await BackupArchive.ExtractAsync(zip, PostgresName, dump, ct);
            await PostgresDump.ReadAsync(choice.ConnectionString, dump, ct);
            Npgsql.NpgsqlConnection.ClearAllPools();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task RestoreSqliteAsync(ZipArchive zip, CancellationToken ct)
    {
        var file = SqliteFile();
        await BackupArchive.ExtractAsync(zip, SqliteName, file + ".restoring", ct);
        SqliteConnection.ClearAllPools();
        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
        File.Move(file + ".restoring", file, overwrite: true);
    }

    private async Task RestoreFilesAsync(ZipArchive zip, BackupManifest manifest, CancellationToken ct)
    {
        var fresh = files.Folder.TrimEnd(Path.DirectorySeparatorChar) + ".restoring";
        if (Directory.Exists(fresh)) Directory.Delete(fresh, recursive: true);
        Directory.CreateDirectory(fresh);
        foreach (var entry in manifest.Entries.Where(e => e.Name.StartsWith(FilesFolder, StringComparison.Ordinal)))
        {
            await BackupArchive.ExtractAsync(zip, entry.Name, Path.Combine(fresh, entry.Name[FilesFolder.Length..]), ct);
        }

        if (Directory.Exists(files.Folder)) Directory.Delete(files.Folder, recursive: true);
        Directory.Move(fresh, files.Folder);
        var log = Path.GetDirectoryName(Path.GetFullPath(roots.CopyFile))!;
        Directory.CreateDirectory(log);
        File.Delete(roots.CopyFile);
        File.Delete(roots.CopyFile + ".history");
        foreach (var entry in manifest.Entries.Where(e => e.Name.StartsWith(RootsFolder, StringComparison.Ordinal)))
        {
            await BackupArchive.ExtractAsync(zip, entry.Name, Path.Combine(log, entry.Name[RootsFolder.Length..]), ct);
        }
    }
}
