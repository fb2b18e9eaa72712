using System.Runtime.InteropServices;

namespace MotCua.Dev;

/// <summary>The short verbs.</summary>
public static class Verbs
{
    /// <summary><c>bench NAME</c>: the benchmarks, in Release.</summary>
    public static Task<int> BenchAsync(Options options, CancellationToken ct) =>
        WithCompilerAsync(async () =>
        {
            await Machine.PrepareAsync(ct);
            await Shell.DotnetAsync(["build", "bench/MotCua.Bench", "-c", "Release", "-v", "q"], ct);
            await using var postgres = Environment.GetEnvironmentVariable("MOTCUA_TEST_PG") is { Length: > 0 } ? null : await PrivatePostgres.StartAsync(ct, durable: true);
            var environment = postgres is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["MOTCUA_TEST_PG"] = postgres.ConnectionString };
            return await Shell.RunAsync(Path.Combine(Shell.Root, "artifacts/bin/MotCua.Bench/release/MotCua.Bench"), options.Given, ct, environment);
        });

    /// <summary><c>db add NAME</c>: one migration for each provider, under the same name.</summary>
    public static async Task<int> DatabaseAsync(Options options, CancellationToken ct)
    {
        if (options.Words is not ["add", var name])
        {
            await Console.Error.WriteLineAsync("dotnet dev.cs db add NAME");
            return 2;
        }

        return await WithCompilerAsync(async () =>
        {
            await Shell.DotnetAsync(["tool", "restore"], ct);
            foreach (var provider in new[] { "Sqlite", "Postgres" })
            {
                var project = $"src/MotCua.Migrations.{provider}";
                await Shell.DotnetAsync(["tool", "run", "dotnet-ef", "migrations", "add", name, "--project", project, "--startup-project", project], ct);
            }

            return 0;
        });
    }

    /// <summary><c>seed</c>: migrates the configured database and loads the demo, through the operators' verbs.</summary>
    public static Task<int> SeedAsync(Options options, CancellationToken ct) =>
        WithCompilerAsync(async () =>
        {
            await Shell.DotnetAsync(["build", "src/MotCua.Cli", "-v", "q"], ct);
            return await RunVerb.MotcuaAsync(["migrate"], ct) is var exit and not 0
                ? exit
                : await RunVerb.MotcuaAsync(["seed", "demo", "--dossiers", options.Get("dossiers", "300")], ct);
        });

    /// <summary><c>shots</c>: the journeys that write a picture of every page.</summary>
    public static Task<int> ShotsAsync(CancellationToken ct) =>
        WithCompilerAsync(async () =>
        {
            await Machine.PrepareAsync(ct);
            await Shell.DotnetAsync(["build", "tests/MotCua.E2E.Tests", "-v", "q"], ct);
            var shots = Path.Combine(Shell.Root, "artifacts", "shots");
            Directory.CreateDirectory(shots);
            return await Shell.RunAsync(
                Path.Combine(Shell.Root, "artifacts/bin/MotCua.E2E.Tests/debug/MotCua.E2E.Tests"),
                ["--progress", "off"],
                ct,
                new Dictionary<string, string> { ["MOTCUA_SHOTS"] = shots });
        });

    /// <summary><c>doctor</c>: what this machine has.</summary>
    public static async Task<int> DoctorAsync(CancellationToken ct)
    {
        var (_, sdk) = await Shell.CaptureAsync(Shell.Dotnet, ["--version"], ct);
        Console.WriteLine($"""
            Repository   {Shell.Root}
            System       {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20} MiB
            .NET SDK     {sdk.Trim()} ({Shell.Dotnet})
            PostgreSQL   {PrivatePostgres.FindBinaries() ?? "none: its tests are skipped"}
            Chromium     {Machine.Chromium ?? "none: browser journeys are skipped"}
            Database     {(Environment.GetEnvironmentVariable("ConnectionStrings__MotCua") is { Length: > 0 } ? "from ConnectionStrings__MotCua" : "embedded, var/motcua.db")}
            """);
        return 0;
    }

    private static async Task<int> WithCompilerAsync(Func<Task<int>> act)
    {
        try
        {
            return await act();
        }
        finally
        {
            await Shell.StopCompilerAsync();
        }
    }
}
