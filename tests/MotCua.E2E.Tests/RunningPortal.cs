using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using MotCua.Domain.Accounts;
using MotCua.E2E.Tests;

[assembly: AssemblyFixture(typeof(RunningPortal))]

namespace MotCua.E2E.Tests;

/// <summary>
/// The portal and its stand-ins as <c>dotnet dev.cs run</c> starts them: built programs, the province's data, demo dossiers and accounts, in a temporary
/// home; and one Chromium of the system for all journeys.
/// </summary>
public sealed class RunningPortal : IAsyncLifetime
{
    private readonly string _home = Directory.CreateTempSubdirectory("motcua-e2e-").FullName;
    private readonly string _mailPort = FreePort().ToString(CultureInfo.InvariantCulture);
    private readonly List<Process> _started = [];
    private readonly Dictionary<string, long> _steps = new(StringComparer.Ordinal);
    private IPlaywright? _playwright;

    /// <summary>Address of the portal, without a slash at the end.</summary>
    public string Portal { get; private set; } = "";

    /// <summary>Address of the stand-ins.</summary>
    public string Sandbox { get; private set; } = "";

    /// <summary>The home folder, for operators' verbs.</summary>
    public string Home => _home;

    /// <summary>Chromium, or null where it is not installed.</summary>
    public IBrowser? Browser { get; private set; }

    /// <summary>The repository's root.</summary>
    public static string Root { get; } = FindRoot();

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        if (Chromium is null)
        {
            return;
        }

        Assert.Equal(0, (await MotcuaAsync("migrate")).Exit);
        Assert.Equal(0, (await MotcuaAsync("seed", "accounts")).Exit);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);
        Assert.Equal(0, (await MotcuaAsync("seed", "demo", "--dossiers", "120", "--from", Iso(today.AddMonths(-3)), "--to", Iso(today))).Exit);

        Sandbox = Address();
        Portal = Address();
        Start("MotCua.Sandbox", Sandbox);
        Start("MotCua.Web", Portal);
        await WaitAsync(Sandbox + "/healthz/live");
        await WaitAsync(Portal + "/healthz/live");

        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A step whose code the officer has not used yet: a code works once, and the next one is taken early.</summary>
    public async Task<long> FreshStepAsync(string userName)
    {
        var step = Math.Max(Totp.StepOf(TimeProvider.System.GetUtcNow()), _steps.GetValueOrDefault(userName) + 1);
        while (step > Totp.StepOf(TimeProvider.System.GetUtcNow()) + 1)
        {
            await Task.Delay(1000);
        }

        return _steps[userName] = step;
    }

    /// <summary>Runs an operators' verb on the portal's database.</summary>
    public async Task<(int Exit, string Output)> MotcuaAsync(params string[] arguments)
    {
        var start = Describe("MotCua.Cli", "motcua.dll", "");
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        var said = await output;
        return process.ExitCode == 2 ? throw new InvalidOperationException(await error) : (process.ExitCode, said);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.CloseAsync();
        }

        _playwright?.Dispose();
        foreach (var process in _started)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        try
        {
            Directory.Delete(_home, recursive: true);
        }
        catch (IOException)
        {
            // A file still open on the way down; the system's own cleaning takes it
        }
    }

    internal static string? Chromium { get; } = new[] { Environment.GetEnvironmentVariable("MOTCUA_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
        .FirstOrDefault(File.Exists);

    private void Start(string project, string url)
    {
        var start = Describe(project, project + ".dll", url);
        start.WorkingDirectory = Path.Combine(Root, "src", project);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => TestContext.Current.SendDiagnosticMessage("{0}", line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _started.Add(process);
    }

    private ProcessStartInfo Describe(string project, string dll, string url)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = _home };
        start.ArgumentList.Add(Path.Combine(Root, "artifacts", "bin", project, "debug", dll));
        start.Environment["MOTCUA_HOME"] = _home;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = url;
        start.Environment["Sandbox__Url"] = Sandbox;
        start.Environment["Portal__Url"] = Portal;
        start.Environment["Sandbox__SmtpPort"] = _mailPort;
        start.Environment["MotCua__Mail__Host"] = "127.0.0.1";
        start.Environment["MotCua__Mail__Port"] = _mailPort;
        start.Environment["Limits__SignInsPerMinute"] = "1000";
        start.Environment.Remove("ConnectionStrings__MotCua");
        return start;
    }

    private static async Task WaitAsync(string address)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var attempt = 0; attempt < 240; attempt++)
        {
            try
            {
                using var response = await client.GetAsync(new Uri(address));
                return;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                await Task.Delay(250);
            }
        }

        throw new InvalidOperationException($"{address} did not answer in a minute");
    }

    private static string Address() => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(File.Exists(here) ? Path.GetDirectoryName(here)! : AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MotCua.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
