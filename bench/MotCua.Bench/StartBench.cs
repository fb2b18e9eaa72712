using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using MotCua.Dev;
using MotCua.TestKit;

namespace MotCua.Bench;

/// <summary>From the start of the program to its first page on a database that is ready, and resident memory after the first pages.</summary>
internal static class StartBench
{
    private static readonly string[] Pages = ["/", "/gioi-thieu", "/so-do-trang", "/thu-tuc?q=giấy%20khai%20sinh", "/thu-tuc/1.004873", "/tra-cuu/ho-so?ma=NH-0000000000", "/can-bo/dang-nhap", "/tro-giup"];

    public static async Task RunAsync(Report report, int rounds)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(TestDatabase.HasPostgres ? DatabaseKind.Postgres : DatabaseKind.Sqlite);
        var built = Path.Combine(Shell.Root, "artifacts", "bin", "MotCua.Web", "release", "MotCua.Web");
        await CompareAsync(report, rounds, database, "built", built);
        var published = Path.Combine(Shell.Root, "artifacts", "publish", "portal", "MotCua.Web");
        if (File.Exists(published)) await CompareAsync(report, rounds, database, "published, compiled ahead", published);
    }

    private static async Task CompareAsync(Report report, int rounds, TestDatabase database, string name, string portal)
    {
        var memory = new List<double>();
        var bare = new List<double>();
        var (work, bareWork) = (new List<double>(), new List<double>());
        var samples = await Rounds.AlternateAsync(
            rounds,
            () => StartAsync(address => Start(portal, [], Path.GetDirectoryName(portal)!, new Dictionary<string, string>
            {
                ["ASPNETCORE_URLS"] = address,
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["MOTCUA_HOME"] = database.Home,
                ["ConnectionStrings__MotCua"] = database.ConnectionString,
            }), Pages, memory, work),
            () => StartAsync(address => Start(Environment.ProcessPath!, ["bare-host", address], AppContext.BaseDirectory, []), ["/"], bare, bareWork));
        report.Pair("start", $"portal ({name}, {database.Kind}), first page", "s", samples[0], "bare host, first answer", samples[1], "aim ≤ 1.5 s");
        report.Pair("start", $"portal ({name}), processor time to the first page", "s", new Sample(work), "bare host, processor time", new Sample(bareWork), "of all threads; what an idle machine with one processor would take");
        report.Pair("start", $"portal ({name}), resident after the first pages", "MiB", new Sample(memory), "bare host, resident", new Sample(bare), "aim ≤ 250 MiB");
    }

    /// <summary>An ASP.NET host that answers one line: what a start costs at least.</summary>
    public static async Task RunBareHostAsync(string address)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        await using var app = builder.Build();
        app.MapGet("/", () => "ok");
        await app.RunAsync();
    }

    private static Process Start(string program, string[] args, string folder, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task<double> StartAsync(Func<string, Process> start, string[] pages, List<double> memory, List<double> work)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{PrivatePostgres.FreePort()}");
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        var begun = Stopwatch.GetTimestamp();
        using var process = start(address);
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        try
        {
            await FirstAsync(client, process);
            var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            process.Refresh();
            work.Add(process.TotalProcessorTime.TotalSeconds);
            foreach (var page in pages)
            {
                using var answer = await client.GetAsync(new Uri(page, UriKind.Relative));
                if ((int)answer.StatusCode >= 500) throw new InvalidOperationException($"{page}: {(int)answer.StatusCode}");
                await answer.Content.ReadAsByteArrayAsync();
            }

            process.Refresh();
            memory.Add(process.WorkingSet64 / 1024.0 / 1024.0);
            return seconds;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task FirstAsync(HttpClient client, Process process)
    {
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/", UriKind.Relative));
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(10);
            }
        }
    }
}
