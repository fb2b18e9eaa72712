using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Targets;
using MotCua.TestKit;

namespace MotCua.Bench;

/// <summary>
/// Keeping figures by difference against making them anew: over a history, every dossier is marked again (one event each), then all is rebuilt; both must give
/// the same, which is proven.
/// </summary>
internal static class RebuildBench
{
    public static async Task RunAsync(Report report, int rows)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(DatabaseKind.Postgres);
        await database.UseAsync((HistorySeeding h) => h.HandleAsync(new SeedDemoDossiers(rows, 1, new DateOnly(2022, 1, 1), new DateOnly(2022, 7, 24), true, "", ""), null, default));
        await using (var db = database.NewContext())
        {
            // Half of the dossiers lose or gain something that counts; then each has an event to be handled
            await db.Database.ExecuteSqlRawAsync("UPDATE dossiers SET reused = NOT reused WHERE get_byte(uuid_send(id), 15) % 2 = 0");
            await db.Database.ExecuteSqlRawAsync("INSERT INTO dirty_dossiers (id, dossier_id) SELECT gen_random_uuid(), id FROM dossiers");
        }

        var start = TimeProvider.System.GetTimestamp();
        var events = await database.UseAsync((ProjectMeasures p) => p.DrainAsync(default));
        var incremental = TimeProvider.System.GetElapsedTime(start);
        var wrong = await database.UseAsync((MeasureProof p) => p.FindAsync(default));
        start = TimeProvider.System.GetTimestamp();
        await database.UseAsync((RebuildMeasures r) => r.HandleAsync(default));
        var rebuild = TimeProvider.System.GetElapsedTime(start);
        start = TimeProvider.System.GetTimestamp();
        await database.UseAsync((RebuildMeasures r) => r.CubesAsync(default));
        var cubes = TimeProvider.System.GetElapsedTime(start);
        report.Pair("rebuild", $"{events} events by difference", "s", new Sample([incremental.TotalSeconds]), $"rebuild of {rows} dossiers", new Sample([rebuild.TotalSeconds]), wrong.Count == 0 ? "proven equal to the facts" : "WRONG: " + string.Join(", ", wrong));
        report.Single("rebuild", "rollups alone from the facts", "s", cubes.TotalSeconds);
        report.Single("rebuild", "one event by difference", "ms", incremental.TotalMilliseconds / events);
    }
}
