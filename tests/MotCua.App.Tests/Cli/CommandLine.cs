using System.Diagnostics;
using System.Text;
using MotCua.TestKit;

namespace MotCua.App.Tests.Cli;

/// <summary>Runs the published command as operators do: a process of its own, with the database in the environment.</summary>
internal static class CommandLine
{
    public static Task<(int Exit, string Out, string Error)> RunAsync(TestDatabase database, params string[] words) => StartAsync(database.Home, database.ConnectionString, words);

    /// <summary>With any home and connection string; null = none.</summary>
    public static Task<(int Exit, string Out, string Error)> RunAsync(string home, string? connectionString, params string[] words) => StartAsync(home, connectionString, words);

    private static async Task<(int Exit, string Out, string Error)> StartAsync(string home, string? connectionString, string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "motcua.dll"), .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Directory.Exists(home) ? home : Path.GetTempPath(),
        };
        start.Environment["ConnectionStrings__MotCua"] = connectionString ?? "";
        start.Environment["MOTCUA_HOME"] = home;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }
}
