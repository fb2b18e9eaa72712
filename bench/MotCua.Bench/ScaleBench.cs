using MotCua.App.Targets;
using MotCua.Domain.Targets;
using MotCua.TestKit;
using Npgsql;

namespace MotCua.Bench;

/// <summary>The board's figures over ten thousand, a million and ten million facts, each against counting the facts of the same table.</summary>
internal static class ScaleBench
{
    private const string Facts = """
        INSERT INTO dossier_facts (dossier_id, code, unit_key, procedure_code, channel, assisted_by, level, day, month, ended_at, resolved_at, late_after, index_late_after, result_on,
          has_electronic_result, is_digitised, is_reused, is_eid_verified, has_fee, is_paid_online, days_taken, dossier_version)
        WITH offers AS (SELECT s.unit_key, s.procedure_code, s.level, row_number() OVER (ORDER BY md5(s.procedure_code || s.unit_key)) - 1 AS no FROM services s),
        size AS (SELECT count(*) AS n FROM offers),
        numbered AS (SELECT i, date '2021-07-26' + ((i::float8 / @n) * 364)::int AS day, ('x' || substr(md5(i::text), 1, 7))::bit(28)::int AS dice FROM generate_series(0, @n - 1) AS i)
        SELECT (lpad(to_hex(i), 12, '0') || '7000' || '8' || substr(md5('id' || i), 1, 15))::uuid, 'H03-' || i, o.unit_key, o.procedure_code, CASE WHEN dice % 3 = 0 THEN 2 ELSE 1 END, 0, o.level, n.day,
          date_trunc('month', n.day)::date, n.day + interval '60 hours', n.day + interval '60 hours', CASE WHEN dice % 10 = 0 THEN n.day + interval '40 hours' END, CASE WHEN dice % 10 = 0 THEN n.day + interval '40 hours' END,
          CASE WHEN dice % 4 = 0 THEN n.day + 3 END, dice % 4 = 0, dice % 2 = 0, dice % 7 = 0, dice % 3 = 0, dice % 5 < 2, dice % 5 = 0, 3, 1
        FROM numbered n, size, offers o WHERE o.no = (n.dice / 11) % size.n
        """;

    private const string Plain = """
        SELECT unit_key, count(*) FILTER (WHERE channel = 2 AND level >= 3), count(*), count(*) FILTER (WHERE channel = 2 AND result_on IS NOT NULL), count(*) FILTER (WHERE level >= 3)
        FROM dossier_facts WHERE day BETWEEN $1 AND $2 GROUP BY unit_key
        """;

    public static async Task RunAsync(Report report, int rounds, IReadOnlyList<int> sizes)
    {
        var least = (Sample?)null;
        foreach (var size in sizes)
        {
            await using var database = await TestDatabase.CreateLoadedAsync(DatabaseKind.Postgres);
            var start = TimeProvider.System.GetTimestamp();
            await using var source = NpgsqlDataSource.Create(database.ConnectionString);
            await ExecuteAsync(source, Facts, size);
            await ExecuteAsync(source, "VACUUM ANALYZE dossier_facts", null);
            var filled = TimeProvider.System.GetElapsedTime(start);
            start = TimeProvider.System.GetTimestamp();
            await database.UseAsync((RebuildMeasures r) => r.CubesAsync(default));
            await ExecuteAsync(source, "VACUUM ANALYZE", null);
            Console.Error.WriteLine($"{size} facts made in {filled.TotalSeconds:0} s, rollups in {TimeProvider.System.GetElapsedTime(start).TotalSeconds:0} s");

            var question = new MeasureQuestion(new DateOnly(2021, 8, 10), new DateOnly(2022, 7, 24), [Indicators.Ct1, Indicators.Ct2, Indicators.Ct3]);
            var samples = await Rounds.AlternateAsync(
                rounds,
                () => Rounds.MillisecondsAsync(() => database.UseAsync((MeasureQueries q) => q.RowsAsync(question, default))),
                () => Rounds.MillisecondsAsync(() => CountAsync(source, question)));
            report.Pair("board", $"three figures of all units, {size} facts", "ms", samples[0], $"plain GROUP BY over {size} facts, dossiers only", samples[1]);
            if (least is null) least = samples[0];
            else report.Single("board", $"three figures, {size} facts, times those of the least", "x", samples[0].Median / least.Median);
        }
    }

    private static async Task CountAsync(NpgsqlDataSource source, MeasureQuestion question)
    {
        await using var command = source.CreateCommand(Plain);
        command.CommandTimeout = 600;
        command.Parameters.Add(new NpgsqlParameter { Value = question.From });
        command.Parameters.Add(new NpgsqlParameter { Value = question.To });
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) reader.GetString(0);
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql, int? count)
    {
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 3600;
        if (count is { } n) command.Parameters.AddWithValue("n", n);
        await command.ExecuteNonQueryAsync();
    }
}
