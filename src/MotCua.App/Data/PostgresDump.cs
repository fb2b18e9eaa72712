using System.Diagnostics;
using Npgsql;

namespace MotCua.App.Data;

/// <summary>PostgreSQL's own <c>pg_dump</c> and <c>pg_restore</c>; the password goes by the environment, never by the command line.</summary>
internal static class PostgresDump
{
    /// <summary>Writes the database in the custom format.</summary>
    public static Task WriteAsync(string connectionString, string file, CancellationToken ct) =>
        RunAsync("pg_dump", connectionString, ["--format=custom", "--no-owner", "--no-privileges", $"--file={file}"], ct);

    /// <summary>Puts a dump into the database, in one transaction; what stands there is dropped first.</summary>
    public static Task ReadAsync(string connectionString, string file, CancellationToken ct) =>
        RunAsync("pg_restore", connectionString, ["--no-owner", "--no-privileges", "--clean", "--if-exists", "--single-transaction", "--exit-on-error", $"--dbname={new NpgsqlConnectionStringBuilder(connectionString).Database}", file], ct);

    private static async Task RunAsync(string program, string connectionString, string[] words, CancellationToken ct)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(Find(program), words) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["PGHOST"] = given.Host;
        start.Environment["PGPORT"] = given.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PGDATABASE"] = given.Database;
        if (given.Username is { Length: > 0 } user) start.Environment["PGUSER"] = user;
        if (given.Password is { Length: > 0 } password) start.Environment["PGPASSWORD"] = password;
        if (given.Passfile is { Length: > 0 } passfile) start.Environment["PGPASSFILE"] = passfile;
        if (given.RootCertificate is { Length: > 0 } root) start.Environment["PGSSLROOTCERT"] = root;
        start.Environment["PGSSLMODE"] = given.SslMode switch
        {
            SslMode.VerifyFull => "verify-full",
            SslMode.VerifyCA => "verify-ca",
            var other => other.ToString().ToLowerInvariant(),
        };
        using var process = Process.Start(start) ?? throw new BackupException($"Không chạy được {program}.");
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var error = await process.StandardError.ReadToEndAsync(ct);
        await output;
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0) throw new BackupException($"{program} không làm được (mã {process.ExitCode}): {error.Trim()}");
    }

    /// <summary>The newest of the installed ones: a dump can be made by a program that is not older than the server.</summary>
    private static string Find(string program)
    {
        IEnumerable<string> installed = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(f => int.TryParse(Path.GetFileName(f), out var version) ? version : 0).Select(f => Path.Combine(f, "bin"))
            : [];
        var name = OperatingSystem.IsWindows() ? program + ".exe" : program;
        return installed.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)).Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists)
            ?? throw new BackupException($"Không có {program}: cài bộ công cụ PostgreSQL (postgresql-client) rồi chạy lại.");
    }
}
