using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;

namespace MotCua.App.Exchange;

/// <summary>A background job as operators see it.</summary>
/// <param name="Name">Name.</param>
/// <param name="Holder">Node that holds it.</param>
/// <param name="Until">Until when.</param>
/// <param name="LastDoneAt">When it last ended well.</param>
/// <param name="IsHeld">Whether the lease is in force.</param>
public sealed record JobLine(string Name, string Holder, DateTimeOffset Until, DateTimeOffset? LastDoneAt, bool IsHeld);

/// <summary>A sealed root of the log.</summary>
/// <param name="At">When.</param>
/// <param name="Root">Merkle root.</param>
/// <param name="Chains">Chains in it.</param>
/// <param name="Events">Events in them.</param>
/// <param name="KeyId">Key that signed it.</param>
public sealed record RootLine(DateTimeOffset At, string Root, int Chains, long Events, string KeyId);

/// <summary>What operators see of jobs and of the log's seals.</summary>
public sealed class OperationsBoard(MotCuaDb db, TimeProvider clock)
{
    /// <summary>Jobs by name.</summary>
    public async Task<IReadOnlyList<JobLine>> JobsAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.JobLeases.AsNoTracking().OrderBy(j => j.Name).Select(j => new JobLine(j.Name, j.Holder, j.Until, j.LastDoneAt, j.Until > now)).ToListAsync(ct);
    }

    /// <summary>The last seal, or null before the first night.</summary>
    public async Task<RootLine?> LastRootAsync(CancellationToken ct) =>
        await db.LogRoots.AsNoTracking().OrderByDescending(r => r.Id).Select(r => new RootLine(r.At, r.Root, r.ChainCount, r.EventCount, r.KeyId)).FirstOrDefaultAsync(ct);
}
