using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MotCua.Dev;

/// <summary>
/// A PostgreSQL of our own for one run: temporary folder, loopback only, no durability. It ends with us, even when we are killed, because a
/// small shell beside it waits for our end of a pipe to close.
/// </summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private readonly Process _guard;

    private PrivatePostgres(Process guard, int port)
    {
        _guard = guard;
        ConnectionString = string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=motcua;Database=postgres");
    }

    /// <summary>A superuser's connection to the database <c>postgres</c>.</summary>
    public string ConnectionString { get; }

    /// <summary>The folder of <c>initdb</c> and <c>postgres</c>, newest version first, or null.</summary>
    public static string? FindBinaries()
    {
        IEnumerable<string> folders = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(VersionOf).Select(folder => Path.Combine(folder, "bin"))
            : [];
        return folders.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }

    /// <summary>Starts a cluster, or returns null when PostgreSQL is not installed. A durable one keeps fsync and synchronous commit, for benchmarks.</summary>
    public static async Task<PrivatePostgres?> StartAsync(CancellationToken ct, bool durable = false)
    {
        if (FindBinaries() is not { } binaries)
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("motcua-pg-").FullName;
        var data = Path.Combine(folder, "data");
        string[] drop = [];
        if (Environment.IsPrivilegedProcess)
        {
            var (missing, _) = await Shell.CaptureAsync("id", ["postgres"], ct);
            var user = missing == 0 ? "postgres" : "nobody";
            await Must("chown", [user, folder], ct);
            drop = ["runuser", "-u", user, "--"];
        }

        string[] initdb =
        [
            .. drop, Path.Combine(binaries, "initdb"), "-D", data, "-U", "motcua", "--auth=trust", "--no-sync", "-E", "UTF8",
            "--locale-provider=icu", "--icu-locale=vi-VN", "--no-locale",
        ];
        await Must(initdb[0], initdb[1..], ct);

        var port = FreePort();
        string[] server =
        [
            .. drop, Path.Combine(binaries, "postgres"), "-D", data, "-p", port.ToString(CultureInfo.InvariantCulture),
            "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=300",
            .. durable ? Array.Empty<string>() : ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "autovacuum=off"],
             "-c", "logging_collector=off", "-c", "log_min_messages=fatal",
        ];
        // The guard ends the server at once when its standard input closes: when we ask, or when we are gone
        const string guard = "log=$1; pidfile=$2; shift 2; \"$@\" >\"$log\" 2>&1 </dev/null & read -r _; kill -QUIT \"$(head -n 1 \"$pidfile\")\"; wait; rm -rf \"${log%/*}\"";
        var start = new ProcessStartInfo("sh", ["-c", guard, "guard", Path.Combine(folder, "log"), Path.Combine(data, "postmaster.pid"), .. server])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        var process = Process.Start(start) ?? throw new CommandFailedException("sh did not start");
        var cluster = new PrivatePostgres(process, port);
        for (var attempt = 0; attempt < 300; attempt++)
        {
            var (exit, _) = await Shell.CaptureAsync(Path.Combine(binaries, "pg_isready"), ["-q", "-h", "127.0.0.1", "-p", port.ToString(CultureInfo.InvariantCulture)], ct);
            if (exit == 0)
            {
                return cluster;
            }

            await Task.Delay(100, ct);
        }

        var log = await File.ReadAllTextAsync(Path.Combine(folder, "log"), ct);
        await cluster.DisposeAsync();
        throw new CommandFailedException("PostgreSQL did not start:\n" + log);
    }

    /// <summary>Ends the server and removes its folder, without awaiting: for the end of a process.</summary>
    public void Release() => _guard.StandardInput.Close();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Release();
        await _guard.WaitForExitAsync();
        _guard.Dispose();
    }

    private static double VersionOf(string folder) =>
        double.TryParse(Path.GetFileName(folder), NumberStyles.Float, CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static async Task Must(string program, string[] args, CancellationToken ct)
    {
        var (exit, text) = await Shell.CaptureAsync(program, args, ct);
        if (exit != 0)
        {
            throw new CommandFailedException($"{program} {string.Join(' ', args)} ended with {exit}:\n{text}");
        }
    }

    /// <summary>A port that nobody listens on at this moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
