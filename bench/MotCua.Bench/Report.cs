using System.Globalization;
using System.Text.Json;

namespace MotCua.Bench;

/// <summary>Values of one measure, one for each round.</summary>
internal sealed record Sample(IReadOnlyList<double> Values)
{
    public double Median => At(0.5);

    public double Min => Values.Min();

    public double Max => Values.Max();

    private double At(double share)
    {
        var sorted = Values.Order().ToList();
        var (low, high) = (sorted[(sorted.Count - 1) / 2], sorted[sorted.Count / 2]);
        return share == 0.5 ? (low + high) / 2 : sorted[^1];
    }
}

/// <summary>One line of the table.</summary>
internal sealed record Line(string Bench, string Name, string Unit, double Median, double? Min, double? Max, double? Ratio, string Note);

/// <summary>Collects lines; prints them with the machine they were measured on.</summary>
internal sealed class Report
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private readonly List<Line> _lines = [];

    /// <summary>A pair measured alternately: the thing, its reference, and what the first is of the second in the middle of the rounds.</summary>
    public void Pair(string bench, string name, string unit, Sample ours, string against, Sample reference, string note = "")
    {
        var ratio = new Sample([.. ours.Values.Zip(reference.Values, (a, b) => a / b)]);
        _lines.Add(new Line(bench, against, unit, reference.Median, reference.Min, reference.Max, null, ""));
        _lines.Add(new Line(bench, name, unit, ours.Median, ours.Min, ours.Max, ratio.Median, note));
        Tell(_lines[^1]);
    }

    public void Single(string bench, string name, string unit, double value, string note = "")
    {
        _lines.Add(new Line(bench, name, unit, value, null, null, null, note));
        Tell(_lines[^1]);
    }

    public void Single(string bench, string name, string unit, Sample sample, string note = "")
    {
        _lines.Add(new Line(bench, name, unit, sample.Median, sample.Min, sample.Max, null, note));
        Tell(_lines[^1]);
    }

    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine(Machine());
        Console.WriteLine();
        Console.WriteLine("| bench | measure | unit | median | min | max | ratio | |");
        Console.WriteLine("| --- | --- | --- | ---: | ---: | ---: | ---: | --- |");
        foreach (var l in _lines)
        {
            Console.WriteLine($"| {l.Bench} | {l.Name} | {l.Unit} | {Number(l.Median)} | {Number(l.Min)} | {Number(l.Max)} | {(l.Ratio is { } r ? r.ToString("0.00", CultureInfo.InvariantCulture) : "")} | {l.Note} |");
        }
    }

    public Task WriteJsonAsync(string file) =>
        File.WriteAllTextAsync(file, JsonSerializer.Serialize(new { machine = Machine(), at = TimeProvider.System.GetUtcNow(), lines = _lines }, Json));

    private static void Tell(Line l) => Console.Error.WriteLine($"{l.Bench}: {l.Name}: {Number(l.Median)} {l.Unit}{(l.Ratio is { } r ? string.Create(CultureInfo.InvariantCulture, $", ratio {r:0.00}") : "")}");

    private static string Machine()
    {
        var load = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?";
        return $"{Environment.ProcessorCount} processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20} MiB, {Environment.OSVersion.Platform}, .NET {Environment.Version}, load {load}, {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm}Z";
    }

    private static string Number(double? value) => value switch
    {
        null => "",
        >= 100 => value.Value.ToString("#,##0", CultureInfo.InvariantCulture),
        >= 1 => value.Value.ToString("0.00", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("0.0000", CultureInfo.InvariantCulture),
    };
}

/// <summary>Rounds A B A B: what the machine does meanwhile falls on both.</summary>
internal static class Rounds
{
    /// <summary>Runs all by turns, in the other order every second round; one sample for each.</summary>
    public static async Task<IReadOnlyList<Sample>> AlternateAsync(int rounds, params Func<Task<double>>[] measured)
    {
        var values = measured.Select(_ => new List<double>()).ToList();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < measured.Length; i++)
            {
                var which = round % 2 == 0 ? i : measured.Length - 1 - i;
                values[which].Add(await measured[which]());
            }
        }

        return [.. values.Select(v => new Sample(v))];
    }

    /// <summary>Milliseconds for one call, over as many calls as take about the given time.</summary>
    public static async Task<double> MillisecondsAsync(Func<Task> call, int milliseconds = 300)
    {
        await call();
        var start = TimeProvider.System.GetTimestamp();
        var calls = 0;
        double spent;
        do
        {
            await call();
            calls++;
            spent = TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
        }
        while (spent < milliseconds);
        return spent / calls;
    }
}
