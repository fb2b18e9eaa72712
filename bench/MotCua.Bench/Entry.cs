namespace MotCua.Bench;

/// <summary><c>dotnet dev.cs bench submit|board|lists|forms|start|import|rebuild|scale|all</c>: ratios, never promises. See docs/benchmarks.md.</summary>
internal static class Entry
{
    private const string Usage = "dotnet dev.cs bench submit|board|lists|forms|start|import|rebuild|scale|all [--rounds N] [--clients N] [--rows N] [--facts N,N,N] [--json FILE]";

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
            ["import"] = () => ImportBench.RunAsync(report, rounds, Rows(args, 100_000)),
            ["rebuild"] = () => RebuildBench.RunAsync(report, Rows(args, 100_000)),
            ["scale"] = () => ScaleBench.RunAsync(report, rounds, [.. (Option(args, "--facts") ?? "10000,1000000,10000000").Split(',').Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture))]),
        };
        if (args.Length == 0 || (args[0] != "all" && !benches.ContainsKey(args[0])))
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        foreach (var name in benches.Keys.Where(k => args[0] == "all" || k == args[0] || (args[0] == "board" && k == "scale")))
        {
            await benches[name]();
        }

        report.Print();
        if (Option(args, "--json") is { } file) await report.WriteJsonAsync(file);
        return 0;
    }

    private static int Rows(string[] args, int otherwise) => int.TryParse(Option(args, "--rows"), out var rows) ? rows : otherwise;

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
