using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MotCua.App.Data;
using MotCua.Domain.Kernel;

namespace MotCua.App;

/// <summary>
/// Readies the database (contracts, In general): an embedded one is migrated and loaded by whichever program comes first, PostgreSQL only by
/// <c>motcua migrate</c> or <c>dev.cs</c>.
/// </summary>
public sealed class FirstStart(MotCuaDb db, DatabaseChoice choice, LoadReferenceDataHandler load, ILogger<FirstStart> log)
{
    /// <summary>Migrates and loads an embedded database that needs it; leaves PostgreSQL alone.</summary>
    /// <returns>False when the schema is behind and may not be changed from here.</returns>
    public async Task<bool> PrepareAsync(CancellationToken ct)
    {
        if (!choice.IsEmbedded)
        {
            return !(await db.Database.GetPendingMigrationsAsync(ct)).Any();
        }

        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any() || !await db.Units.AnyAsync(ct))
        {
            var loaded = await MigrateAsync(ct);
            foreach (var change in loaded.Changes)
            {
                log.LogInformation("Reference data: {Change}", change);
            }

            foreach (var issue in loaded.Issues)
            {
                log.LogWarning("Reference data {File}:{Line}: {Reason}", issue.File, issue.Line, issue.Reason);
            }
        }

        return true;
    }

    /// <summary>Migrates and loads, whatever the database; what of the files could not be used is in the answer.</summary>
    /// <exception cref="InvalidOperationException">The reference data is not beside the program.</exception>
    public async Task<ReferenceLoad> MigrateAsync(CancellationToken ct)
    {
        await db.Database.MigrateAsync(ct);
        var loaded = await load.HandleAsync(new LoadReferenceData(), Actor.System("migrate"), ct);
        db.ChangeTracker.Clear();
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        return loaded.IsOk ? loaded.Value : throw new InvalidOperationException(loaded.Problem.Title);
    }
}
