namespace MotCua.Bench;

/// <summary><c>dotnet dev.cs bench submit|board|lists|forms|start|all</c>: ratios, never promises. See docs/benchmarks.md.</summary>
internal static class Entry
{
    private const string Usage = "dotnet dev.cs bench submit|board|lists|forms|start|all [--rounds N] [--clients N] [--json FILE]";

    public static async Task<int> Main(string[] args)
    {
        if (args is ["bare-host", var address])
        {
            await StartBench.RunBareHostAsync(address);
            return 0;
        }

        var report = new Report();
        var rounds = int.TryParse(Option(args, "--rounds"), out var n) ? Math.Max(n, 1) : 5;
        var benches = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
        {
            ["submit"] = () => SubmitBench.RunAsync(report, rounds, int.TryParse(Option(args, "--clients"), out var c) ? c : null),
            ["board"] = () => BoardBench.RunAsync(report, rounds),
            ["lists"] = () => ListsBench.RunAsync(report, rounds),
            ["forms"] = () => FormsBench.RunAsync(report, rounds),
            ["start"] = () => StartBench.RunAsync(report, rounds),
        };
        if (args.Length == 0 || (args[0] != "all" && !benches.ContainsKey(args[0])))
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        foreach (var name in benches.Keys.Where(k => args[0] == "all" || k == args[0]))
        {
            await benches[name]();
        }

        report.Print();
        if (Option(args, "--json") is { } file) await report.WriteJsonAsync(file);
        return 0;
    }

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
