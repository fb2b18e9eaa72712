using System.Diagnostics;
using System.Globalization;

namespace MotCua.Dev;

/// <summary><c>run</c>: the portal and its stand-ins on this machine, loaded with the province's data and demo dossiers.</summary>
public static class RunVerb
{
    private static string Home { get; set; } = Shell.Root;

    /// <summary>Runs until Ctrl+C.</summary>
    public static async Task<int> RunAsync(Options options, CancellationToken ct)
    {
        var portal = Address(options.Number("port", FromEnvironment("MOTCUA_PORT", 5080)));
        var sandbox = Address(options.Number("sandbox-port", FromEnvironment("MOTCUA_SANDBOX_PORT", 5081)));
        var mail = options.Number("mail-port", FromEnvironment("MOTCUA_MAIL_PORT", 2525)).ToString(CultureInfo.InvariantCulture);
        Home = Path.GetFullPath(options.Get("home", Environment.GetEnvironmentVariable("MOTCUA_HOME") is { Length: > 0 } home ? home : Shell.Root));
        try
        {
            Console.WriteLine("Building");
            await Shell.DotnetAsync(["build", "MotCua.Run.slnf", "-v", "q"], ct);
        }
        finally
        {
            await Shell.StopCompilerAsync();
        }

        Console.WriteLine("Loading the province's data");
        await MustAsync(["migrate"], ct);
        await MustAsync(["seed", "accounts"], ct, quiet: true);
        // What a review would have found, and a year and a half as an older system tells it: so that the boards of targets have something to say
        await MustAsync(["import", "services", Path.Combine(Shell.Root, "data/demo/services.csv")], ct, quiet: true);
        await MustAsync(["seed", "demo", "--dossiers", options.Get("history", "20000"), "--seed", "2", "--facts-only", .. Months(18)], ct);
        await MustAsync(["seed", "demo", "--dossiers", options.Get("dossiers", "300"), "--issuer", sandbox + "/dinh-danh", "--portal", portal, .. TwelveMonths()], ct);

        var settings = new Dictionary<string, string>
        {
            ["MOTCUA_HOME"] = Home,
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Sandbox__Url"] = sandbox,
            ["Portal__Url"] = portal,
            ["Sandbox__SmtpPort"] = mail,
            ["MotCua__Mail__Host"] = "127.0.0.1",
            ["MotCua__Mail__Port"] = mail,
            ["MotCua__PortalAddress"] = portal,
        };
        List<Process> started = [];
        try
        {
            started.Add(Start("MotCua.Sandbox", sandbox, settings));
            started.Add(Start("MotCua.Web", portal, settings));
            await WaitAsync(portal, started[1], ct);
            await WaitAsync(sandbox, started[0], ct);
            Console.WriteLine($"""

                MotCua is running
                  Portal     {portal}
                  Stand-ins  {sandbox}
                """);
            Console.WriteLine(DemoAccounts(portal, sandbox));
            Console.WriteLine("  Ctrl+C stops both.");
            await Task.WhenAny(started.Select(p => p.WaitForExitAsync(ct)));
            ct.ThrowIfCancellationRequested();
            await Console.Error.WriteLineAsync("One of the programs ended by itself.");
            return 1;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
        finally
        {
            await Task.WhenAll(started.Select(Shell.StopAsync));
            started.ForEach(p => p.Dispose());
        }
    }

    /// <summary>Runs an operators' verb of the built <c>motcua</c>.</summary>
    public static Task<int> MotcuaAsync(IEnumerable<string> args, CancellationToken ct) =>
        Shell.RunAsync(
            Shell.Dotnet,
            [Path.Combine(Shell.Root, "artifacts/bin/MotCua.Cli/debug/motcua.dll"), .. args],
            ct,
            new Dictionary<string, string> { ["MOTCUA_HOME"] = Home });

    private static async Task MustAsync(string[] args, CancellationToken ct, bool quiet = false)
    {
        var (exit, said) = quiet
            ? await Shell.CaptureAsync(Shell.Dotnet, [Path.Combine(Shell.Root, "artifacts/bin/MotCua.Cli/debug/motcua.dll"), .. args], ct, new Dictionary<string, string> { ["MOTCUA_HOME"] = Home })
            : (await MotcuaAsync(args, ct), "");
        if (exit != 0)
        {
            throw new CommandFailedException($"motcua {string.Join(' ', args)} ended with {exit} {said}");
        }
    }

    // 0 takes any free port
    private static string Address(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{(port == 0 ? PrivatePostgres.FreePort() : port)}");

    private static string[] TwelveMonths() => Months(12);

    private static string[] Months(int months)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);
        return ["--from", Iso(today.AddMonths(-months)), "--to", Iso(today)];
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Demo officers as <c>data/demo/officers.csv</c> has them, and where citizens and codes are found.</summary>
    private static string DemoAccounts(string portal, string sandbox)
    {
        var lines = File.ReadAllLines(Path.Combine(Shell.Root, "data", "demo", "officers.csv")).Skip(1).Select(l => l.Split(',')).ToList();
        var officers = lines.Select(l => $"    {l[0],-24} {l[5],-20} {l[2]}");
        return $"""

              Citizens   {portal}/dang-nhap: choose one of the demo citizens at the stand-in of the national e-ID
              Officers   {portal}/can-bo/dang-nhap: name, password, and the present code of {sandbox}/can-bo-mau
            {string.Join('\n', officers)}

              Mail sent  {sandbox}/thu
            """;
    }

    private static Process Start(string name, string url, Dictionary<string, string> settings)
    {
        var start = Shell.Describe(
            Shell.Dotnet,
            [Path.Combine(Shell.Root, "artifacts", "bin", name, "debug", name + ".dll")],
            new Dictionary<string, string>(settings) { ["ASPNETCORE_URLS"] = url });
        // Static web assets and views are found from the project's folder
        start.WorkingDirectory = Path.Combine(Shell.Root, "src", name);
        start.RedirectStandardOutput = true;
        var process = Process.Start(start) ?? throw new CommandFailedException($"{name} did not start");
        // The hosts' own chatter goes to a file: the first address people see here is the portal's
        var folder = Path.Combine(Shell.Root, "artifacts", "run");
        Directory.CreateDirectory(folder);
        var log = new StreamWriter(Path.Combine(folder, name + ".log")) { AutoFlush = true };
        process.OutputDataReceived += (_, line) => log.WriteLine(line.Data);
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task WaitAsync(string url, Process process, CancellationToken ct)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var attempt = 0; attempt < 240; attempt++)
        {
            if (process.HasExited)
            {
                throw new CommandFailedException($"{url} did not start; see artifacts/run/*.log");
            }

            try
            {
                using var response = await client.GetAsync(new Uri(url + "/healthz/live"), ct);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(250, ct);
            }
        }

        throw new CommandFailedException($"{url} did not answer in a minute; see artifacts/run/*.log");
    }

    private static int FromEnvironment(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var port) ? port : otherwise;
}
