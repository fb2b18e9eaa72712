using MotCua.App.Data;
using MotCua.App.Dossiers;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.TestKit;
using Npgsql;

namespace MotCua.Bench;

/// <summary>An import of dossiers with its figures, against COPY of the very rows it left into empty tables with the same indexes.</summary>
internal static class ImportBench
{
    private static readonly string[] Tables = ["dossiers", "dossier_events", "dossier_facts"];

    public static async Task RunAsync(Report report, int rounds, int rows)
    {
        await using var source = await TestDatabase.CreateLoadedAsync(DatabaseKind.Postgres);
        var to = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1);
        // The test database's clock stands in 2022
        var (first, last) = (new DateOnly(2022, 1, 1), to < new DateOnly(2022, 7, 24) ? to : new DateOnly(2022, 7, 24));
        var file = Path.Combine(source.Home, "history.csv");
        var told = TimeProvider.System.GetTimestamp();
        await source.UseAsync((HistorySeeding h) => h.HandleAsync(new SeedDemoDossiers(rows, 1, first, last, true, "", ""), null, default));
        report.Single("import", $"telling a history of {rows} dossiers", "rows/s", rows / TimeProvider.System.GetElapsedTime(told).TotalSeconds, "seed demo --facts-only, COPY, figures with it");
        await using (var writer = new StreamWriter(file)) await source.UseAsync((ExportDossiers e) => e.HandleAsync(first, last, writer, default));

        var (imports, copies) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            await using var target = await TestDatabase.CreateLoadedAsync(DatabaseKind.Postgres);
            var start = TimeProvider.System.GetTimestamp();
            var tally = await target.UseAsync((ImportDossiersHandler h) => h.HandleAsync(new ImportDossiers(file, false, false), Actor.System("bench"), default));
            await target.UseAsync((ProjectMeasures p) => p.DrainAsync(default));
            imports.Add(tally.Read / TimeProvider.System.GetElapsedTime(start).TotalSeconds);
            if (tally.Rejected > 0) throw new InvalidOperationException($"{tally}");
            copies.Add(await CopyAsync(target.ConnectionString, tally.Read));
        }

        report.Pair("import", $"import dossiers, {rows} rows, figures up to date", "rows/s", new Sample(imports), "COPY of the same dossiers, events and facts", new Sample(copies));
    }

    private static async Task<double> CopyAsync(string connectionString, int rows)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync();
        var bytes = new Dictionary<string, byte[]>();
        foreach (var table in Tables)
        {
            await using var make = new NpgsqlCommand($"CREATE TABLE bench_{table} (LIKE {table} INCLUDING ALL)", connection);
            await make.ExecuteNonQueryAsync();
            await using var from = await connection.BeginRawBinaryCopyAsync($"COPY {table} TO STDOUT (FORMAT BINARY)");
            using var buffer = new MemoryStream();
            await from.CopyToAsync(buffer);
            bytes[table] = buffer.ToArray();
        }

        var start = TimeProvider.System.GetTimestamp();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            foreach (var table in Tables)
            {
                await using var into = await connection.BeginRawBinaryCopyAsync($"COPY bench_{table} FROM STDIN (FORMAT BINARY)");
                await into.WriteAsync(bytes[table]);
            }

            await transaction.CommitAsync();
        }

        return rows / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }
}
