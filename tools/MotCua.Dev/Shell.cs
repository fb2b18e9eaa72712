using System.Diagnostics;

namespace MotCua.Dev;

/// <summary>A program we rely on failed; the message says which and how.</summary>
public sealed class CommandFailedException(string message) : Exception(message);

/// <summary>Runs other programs. The compiler server they share is private to this command and is stopped with it.</summary>
public static class Shell
{
    private static readonly string CompilerPipe = $"motcua-dev-{Environment.ProcessId}";

    /// <summary>The repository's root: the nearest folder upwards that holds <c>MotCua.slnx</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Runs <c>dotnet</c>, showing its output; throws when it fails.</summary>
    public static async Task DotnetAsync(string[] args, CancellationToken ct)
    {
        if (await RunAsync(Dotnet, args, ct) is var exit and not 0)
        {
            throw new CommandFailedException($"dotnet {string.Join(' ', args)} ended with {exit}");
        }
    }

    /// <summary>Runs a program in the repository's root, showing its output.</summary>
    /// <returns>Its exit code.</returns>
    public static async Task<int> RunAsync(string program, IEnumerable<string> args, CancellationToken ct, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = Process.Start(Describe(program, args, environment)) ?? throw new CommandFailedException($"{program} did not start");
        await WaitAsync(process, ct);
        return process.ExitCode;
    }

    /// <summary>Runs a program and keeps what it prints.</summary>
    /// <returns>Exit code, and standard output and error together. A program that is not there gives 127.</returns>
    public static async Task<(int Exit, string Text)> CaptureAsync(string program, IEnumerable<string> args, CancellationToken ct, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = Describe(program, args, environment);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        try
        {
            using var process = Process.Start(start) ?? throw new CommandFailedException($"{program} did not start");
            var output = process.StandardOutput.ReadToEndAsync(ct);
            var error = process.StandardError.ReadToEndAsync(ct);
            await WaitAsync(process, ct);
            return (process.ExitCode, await output + await error);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (127, "");
        }
    }

    /// <summary>How to start a program in the repository's root with our environment.</summary>
    public static ProcessStartInfo Describe(string program, IEnumerable<string> args, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(program, args) { WorkingDirectory = Root, UseShellExecute = false };
        start.Environment["UseSharedCompilation"] = "true";
        start.Environment["SharedCompilationId"] = CompilerPipe;
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>Stops the compiler server that our builds started: left alive it would hold our standard output open.</summary>
    public static async Task StopCompilerAsync()
    {
        var (_, sdk) = await CaptureAsync(Dotnet, ["--version"], CancellationToken.None);
        var server = Path.Combine(Path.GetDirectoryName(Dotnet)!, "sdk", sdk.Trim(), "Roslyn", "bincore", "VBCSCompiler.dll");
        if (File.Exists(server))
        {
            await CaptureAsync(Dotnet, ["exec", server, "-shutdown", "-pipename:" + CompilerPipe], CancellationToken.None);
        }
    }

    /// <summary>Asks a process we started to end (SIGTERM), and ends it after ten seconds.</summary>
    public static async Task StopAsync(Process process)
    {
        ArgumentNullException.ThrowIfNull(process);
        if (process.HasExited)
        {
            return;
        }

        if (!OperatingSystem.IsWindows())
        {
            await CaptureAsync("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)], CancellationToken.None);
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(OperatingSystem.IsWindows() ? 0 : 10));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>The <c>dotnet</c> that runs us.</summary>
    public static string Dotnet { get; } = FindDotnet();

    private static async Task WaitAsync(Process process, CancellationToken ct)
    {
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static string FindDotnet()
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH");
        if (File.Exists(host))
        {
            return host;
        }

        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) ?? name;
        return File.ResolveLinkTarget(onPath, returnFinalTarget: true)?.FullName ?? onPath;
    }

    private static string FindRoot()
    {
        foreach (var start in new[] { Environment.CurrentDirectory, AppContext.BaseDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "MotCua.slnx")))
                {
                    return folder.FullName;
                }
            }
        }

        throw new CommandFailedException("Run this inside the repository: MotCua.slnx is not above the current folder.");
    }
}
