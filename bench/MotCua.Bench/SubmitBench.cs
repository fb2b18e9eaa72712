using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using MotCua.Dev;
using Npgsql;

namespace MotCua.Bench;

/// <summary>Acknowledged submissions a second through HTTP, against the same rows by a bare batch.</summary>
internal static class SubmitBench
{
    private const double Aim = 0.35;

    public static async Task RunAsync(Report report, int rounds, int? only)
    {
        await using var portal = await BenchPortal.StartAsync();
        await using var source = NpgsqlDataSource.Create(portal.ConnectionString);
        await using var prepared = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(portal.ConnectionString) { MaxAutoPrepare = 200, NoResetOnClose = true });
        var town = await SubmitTown.BuildAsync(portal);

        var first = (await town.PeopleAsync(1))[0];
        await SendAsync(portal, [first], 1);
        var replay = await Replay.ReadAsync(source, first.Draft);
        await WarmAsync(portal, source, replay, town);

        foreach (var (clients, count) in new[] { (1, 300), (4, 800), (16, 1600) }.Where(c => only is null || c.Item1 == only))
        {
            var ours = new Queue<IReadOnlyList<Person>>();
            var theirs = new Queue<IReadOnlyList<Person>>();
            var best = new Queue<IReadOnlyList<Person>>();
            for (var i = 0; i < rounds; i++)
            {
                ours.Enqueue(await town.PeopleAsync(count));
                theirs.Enqueue(await town.PeopleAsync(count));
                best.Enqueue(await town.PeopleAsync(count));
            }

            var measured = new List<Func<Task<double>>> { () => SendAsync(portal, ours.Dequeue(), clients), () => WriteAsync(source, replay, theirs.Dequeue(), clients), () => WriteAsync(prepared, replay, best.Dequeue(), clients) };
            if (PgBench() is { } program) measured.Add(() => PgBenchAsync(program, portal.ConnectionString, replay, clients));
            var samples = await Rounds.AlternateAsync(rounds, [.. measured]);
            report.Pair("submit", $"HTTP, {clients} clients", "submissions/s", samples[0], $"Npgsql batch, {clients} clients", samples[1], clients == 16 ? $"aim ≥ {Aim.ToString(CultureInfo.InvariantCulture)}" : "");
            report.Pair("submit", $"HTTP, {clients} clients", "submissions/s", samples[0], $"the same batch prepared, {clients} clients", samples[2]);
            if (samples.Count > 3) report.Single("submit", $"pgbench, pipelined, {clients} clients", "submissions/s", samples[3]);
        }

        await CountAsync(report, portal, town, replay);
    }

    /// <summary>A portal that runs for days has its code compiled to the end; the compiler works beside the requests, and needs pauses to catch up.</summary>
    private static async Task WarmAsync(BenchPortal portal, NpgsqlDataSource source, Replay replay, SubmitTown town)
    {
        for (var i = 0; i < 8; i++)
        {
            await SendAsync(portal, await town.PeopleAsync(800), 8);
            await WriteAsync(source, replay, await town.PeopleAsync(300), 4);
            await Task.Delay(1500);
        }
    }

    private static async Task CountAsync(Report report, BenchPortal portal, SubmitTown town, Replay replay)
    {
        const int Count = 200;
        var (counted, allocated) = (await town.PeopleAsync(Count), await town.PeopleAsync(Count));
        var trips = await BenchPortal.RoundTripsAsync(() => SendAsync(portal, counted, 1));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await SendAsync(portal, allocated, 1);
        report.Single("submit", "SQL round trips a submission", "", (double)trips / Count, "session, draft, batch");
        report.Single("submit", "statements in the batch", "", replay.Statements);
        report.Single("submit", "allocated a submission", "KiB", (GC.GetTotalAllocatedBytes(precise: true) - before) / 1024.0 / Count);
    }

    private static async Task<double> SendAsync(BenchPortal portal, IReadOnlyList<Person> people, int clients)
    {
        var queue = new ConcurrentQueue<Person>(people);
        var connections = new List<RawClient>();
        for (var i = 0; i < clients; i++) connections.Add(await RawClient.ConnectAsync(portal.Address));
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(connections.Select(async client =>
        {
            await Task.Yield();
            while (queue.TryDequeue(out var person))
            {
                var (status, bytes) = await client.SendAsync(person.Request);
                if (status != 302 || !client.Last(bytes).Contains("/da-nop/NH-", StringComparison.Ordinal)) throw new InvalidOperationException($"Not acknowledged: {client.Last(Math.Min(bytes, 3000))}");
            }
        }));
        var rate = people.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
        connections.ForEach(c => c.Dispose());
        return rate;
    }

    private static async Task<double> WriteAsync(NpgsqlDataSource source, Replay replay, IReadOnlyList<Person> people, int clients)
    {
        var queue = new ConcurrentQueue<Person>(people);
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
        {
            await Task.Yield();
            while (queue.TryDequeue(out var person)) await replay.WriteAsync(source, person.Draft);
        }));
        return people.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static string? PgBench() =>
        new[] { PrivatePostgres.FindBinaries() ?? "", "/usr/bin" }.Select(f => Path.Combine(f, "pgbench")).FirstOrDefault(File.Exists);

    private static async Task<double> PgBenchAsync(string program, string connectionString, Replay replay, int clients)
    {
        var database = new NpgsqlConnectionStringBuilder(connectionString);
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, replay.Script());
        var (exit, text) = await Shell.CaptureAsync(
            program,
            ["-n", "-M", "extended", "-c", $"{clients}", "-T", "1", "-f", script, "-h", database.Host!, "-p", $"{database.Port}", "-U", database.Username!, database.Database!],
            CancellationToken.None);
        File.Delete(script);
        var line = text.Split('\n').FirstOrDefault(l => l.StartsWith("tps = ", StringComparison.Ordinal));
        return exit == 0 && line is not null ? double.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture) : throw new InvalidOperationException(text);
    }
}
