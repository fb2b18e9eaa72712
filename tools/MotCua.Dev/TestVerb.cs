using System.Diagnostics;
using System.Globalization;

namespace MotCua.Dev;

/// <summary><c>test</c> and <c>check</c>: locked restore, build, format, licences, then every test project's own program.</summary>
public static class TestVerb
{
    private static readonly string[] Order = ["Domain", "Architecture", "App", "Web", "E2E"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    /// <summary>Runs the verb; 0 only when nothing failed and, under <c>CI=true</c>, nothing was skipped.</summary>
    public static async Task<int> RunAsync(Options options, bool checkOnly, CancellationToken ct)
    {
        var ci = string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);
        var wanted = options.Get("only", checkOnly ? "Domain,Architecture" : string.Join(',', Order)).Split(',');
        var projects = Order.Where(name => wanted.Contains(name, StringComparer.OrdinalIgnoreCase)).ToList();
        if (projects.Count == 0)
        {
            await Console.Error.WriteLineAsync($"--only takes some of {string.Join(',', Order)}");
            return 2;
        }

        var clock = Stopwatch.StartNew();
        if (!checkOnly)
        {
            await Machine.PrepareAsync(ct);
        }

        List<string> faults = [];
        try
        {
            if (!options.Has("no-build"))
            {
                await Shell.DotnetAsync(["restore", "MotCua.slnx", "--locked-mode", "-v", "q"], ct);
                await Shell.DotnetAsync(["build", "MotCua.slnx", "--no-restore", "-v", "q"], ct);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Built in {clock.Elapsed.TotalSeconds:0} s"));
            }

            if (checkOnly || ci)
            {
                if (await Shell.RunAsync(Shell.Dotnet, ["format", "whitespace", "MotCua.slnx", "--no-restore", "--verify-no-changes", "-v", "q"], ct) != 0)
                {
                    faults.Add("format: run `dotnet format whitespace`");
                }

                if (await LicencesVerb.RunAsync(ct) != 0)
                {
                    faults.Add("licences: see above");
                }
            }
        }
        finally
        {
            await Shell.StopCompilerAsync();
        }

        var environment = new Dictionary<string, string>();
        await using var postgres = checkOnly || Environment.GetEnvironmentVariable("MOTCUA_TEST_PG") is { Length: > 0 } ? null : await PrivatePostgres.StartAsync(ct);
        if (postgres is not null)
        {
            environment["MOTCUA_TEST_PG"] = postgres.ConnectionString;
        }

        var reports = new List<TestReport>();
        foreach (var project in projects)
        {
            reports.Add(await RunProjectAsync(project, environment, faults, ct));
        }

        return Conclude(reports, faults, ci);
    }

    private static async Task<TestReport> RunProjectAsync(string project, Dictionary<string, string> environment, List<string> faults, CancellationToken ct)
    {
        var name = $"MotCua.{project}.Tests";
        var program = Path.Combine(Shell.Root, "artifacts", "bin", name, "debug", name + (OperatingSystem.IsWindows() ? ".exe" : ""));
        var results = Path.Combine(Shell.Root, "artifacts", "tests");
        Directory.CreateDirectory(results);
        var file = Path.Combine(results, name + ".trx");
        File.Delete(file);
        var clock = Stopwatch.StartNew();
        Console.WriteLine($"── {name}");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        int exit;
        try
        {
            // 8 = no test ran: a project may still be empty
            string[] args = ["--report-trx", "--report-trx-filename", name + ".trx", "--results-directory", results, "--ignore-exit-code", "8", "--progress", "off", "--no-ansi"];
            exit = await Shell.RunAsync(program, args, patience.Token, environment);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            exit = -1;
            faults.Add($"{name}: not finished after {Patience.TotalMinutes:0} minutes");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   {name} took {clock.Elapsed.TotalSeconds:0.0} s"));
        var report = File.Exists(file) ? TestReport.Read(file) : new TestReport(0, 0, [], [], []);
        if (exit > 0 && report.Failed == 0)
        {
            faults.Add($"{name}: ended with {exit}");
        }

        return report;
    }

    private static int Conclude(List<TestReport> reports, List<string> faults, bool ci)
    {
        Console.WriteLine("\nSlowest tests:");
        foreach (var (test, took) in reports.SelectMany(r => r.Durations).OrderByDescending(d => d.Took).Take(10))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {took.TotalSeconds,7:0.00} s  {test}"));
        }

        var skipped = reports.SelectMany(r => r.Skipped).ToList();
        if (skipped.Count > 0)
        {
            Console.WriteLine($"\nSkipped ({skipped.Count}){(ci ? ", which fails under CI" : "")}:");
            skipped.ForEach(name => Console.WriteLine("  " + name));
        }

        if (faults.Count > 0)
        {
            Console.WriteLine("\nFaults beside the tests:");
            faults.ForEach(fault => Console.WriteLine("  " + fault));
        }

        foreach (var failure in reports.SelectMany(r => r.Failures))
        {
            Console.WriteLine("FAILED " + failure);
        }

        var failed = reports.Sum(r => r.Failed);
        Console.WriteLine();
        Console.WriteLine($"Tests: {reports.Sum(r => r.Passed)} passed, {failed + faults.Count} failed");
        return failed + faults.Count > 0 || (ci && skipped.Count > 0) ? 1 : 0;
    }
}
