using System.Diagnostics;
using System.Text;
using MotCua.TestKit;

namespace MotCua.App.Tests.Cli;

/// <summary>Runs the published command as operators do: a process of its own, with the database in the environment.</summary>
internal static class CommandLine
{
    public static async Task<(int Exit, string Out, string Error)> RunAsync(TestDatabase database, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "motcua.dll"), .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = database.Home,
        };
        start.Environment["ConnectionStrings__MotCua"] = database.ConnectionString;
        start.Environment["MOTCUA_HOME"] = database.Home;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }
}
