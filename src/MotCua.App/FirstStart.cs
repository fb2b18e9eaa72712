using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;

namespace MotCua.App;

/// <summary>Loads something that an empty database must have; doing it again changes nothing.</summary>
public interface IFirstLoad
{
    /// <summary>Loads.</summary>
    Task LoadAsync(CancellationToken ct);
}

/// <summary>
/// Readies the database (contracts, In general): an embedded one is migrated and loaded by whichever program comes first, PostgreSQL only by
/// <c>motcua migrate</c> or <c>dev.cs</c>.
/// </summary>
public sealed class FirstStart(MotCuaDb db, DatabaseChoice choice, IEnumerable<IFirstLoad> loads)
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
            await MigrateAsync(ct);
        }

        return true;
    }

    /// <summary>Migrates and loads, whatever the database.</summary>
    public async Task MigrateAsync(CancellationToken ct)
    {
        await db.Database.MigrateAsync(ct);
        foreach (var load in loads)
        {
            await load.LoadAsync(ct);
        }
    }
}
