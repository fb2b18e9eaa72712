using Microsoft.EntityFrameworkCore;

namespace MotCua.App.Data;

/// <summary>Lets one node at a time run a background job.</summary>
public sealed class JobLeases(MotCuaDb db, TimeProvider clock)
{
    /// <summary>This process.</summary>
    public static readonly string Me = $"{Environment.MachineName}:{Environment.ProcessId}";

    /// <summary>Takes the lease or renews it; false when another node has it.</summary>
    public async Task<bool> TryTakeAsync(string job, TimeSpan length, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var until = now + length;
        var taken = await db.JobLeases.Where(l => l.Name == job && (l.Holder == Me || l.Until < now))
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.Holder, Me).SetProperty(l => l.Until, until), ct);
        if (taken > 0)
        {
            return true;
        }

        if (await db.JobLeases.AnyAsync(l => l.Name == job, ct))
        {
            return false;
        }

        try
        {
            db.JobLeases.Add(new JobLeaseRow { Name = job, Holder = Me, Until = until });
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException e) when (DatabaseFaults.IsUniqueViolation(e))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>Notes that the job ended well now.</summary>
    public Task DoneAsync(string job, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.JobLeases.Where(l => l.Name == job).ExecuteUpdateAsync(s => s.SetProperty(l => l.LastDoneAt, (DateTimeOffset?)now), ct);
    }
}
