using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Targets;
using MotCua.Domain.Targets;
using MotCua.Web;
using Npgsql;

namespace MotCua.Bench;

/// <summary>The three percentages of all units over a year: from rollups, so that the number of dossiers does not matter; and against counting the facts.</summary>
internal static class BoardBench
{
    private const string Plain = """
        SELECT unit_key, count(*) FILTER (WHERE channel = 2 AND level >= 3), count(*), count(*) FILTER (WHERE channel = 2 AND result_on IS NOT NULL), count(*) FILTER (WHERE level >= 3)
        FROM dossier_facts WHERE day BETWEEN $1 AND $2 GROUP BY unit_key
        """;

    public static async Task RunAsync(Report report, int rounds)
    {
        await using var small = await BenchProvince.StartAsync(1_000);
        await using var large = await BenchProvince.StartAsync(100_000);
        var flat = new Flatness(report, "board", rounds, small, large);
        var to = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var question = new MeasureQuestion(to.AddDays(-364), to, [Indicators.Ct1, Indicators.Ct2, Indicators.Ct3]);
        Task Ask(BenchProvince p) => p.Portal.InScopeAsync(s => s.GetRequiredService<MeasureQueries>().RowsAsync(question, default));
        await flat.MeasureAsync("three figures of all units, a year", Ask);
        await flat.MeasureAsync("board page", p => p.GetAsync(Links.Board()));

        await using var source = NpgsqlDataSource.Create(large.Portal.ConnectionString);
        var samples = await Rounds.AlternateAsync(rounds, () => Rounds.MillisecondsAsync(() => Ask(large)), () => Rounds.MillisecondsAsync(async () =>
        {
            await using var command = source.CreateCommand(Plain);
            command.Parameters.Add(new NpgsqlParameter { Value = question.From });
            command.Parameters.Add(new NpgsqlParameter { Value = question.To });
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) reader.GetString(0);
        }));
        report.Pair("board", "three figures, 100 thousand", "ms", samples[0], "plain SQL over the facts, dossiers only", samples[1]);
    }
}
