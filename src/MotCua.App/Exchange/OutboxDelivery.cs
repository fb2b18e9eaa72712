using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MotCua.App.Data;

namespace MotCua.App.Exchange;

/// <summary>Delivers what waits in the outbox, oldest first; failures are tried again by a schedule and then parked where people see them (ADR 0010).</summary>
public sealed class OutboxDelivery(MotCuaDb db, IEnumerable<IOutboxDestination> destinations, TimeProvider clock, ILogger<OutboxDelivery> log)
{
    private const int BatchSize = 50;

    /// <summary>Waits before the next attempt; after the last the entry is parked.</summary>
    public static readonly IReadOnlyList<TimeSpan> Schedule =
        [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(12)];

    /// <summary>Delivers one batch.</summary>
    /// <returns>How many entries were tried.</returns>
    public async Task<int> DeliverAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var entries = await db.Outbox.Where(o => o.State == OutboxState.Pending && o.NextAttemptAt <= now)
            .OrderBy(o => o.NextAttemptAt).ThenBy(o => o.Id).Take(BatchSize).ToListAsync(ct);
        foreach (var entry in entries)
        {
            await DeliverAsync(entry, ct);
        }

        return entries.Count;
    }

    private async Task DeliverAsync(OutboxRow entry, CancellationToken ct)
    {
        OutboxOutcome outcome;
        try
        {
            outcome = destinations.FirstOrDefault(d => d.Name == entry.Destination) is { } destination
                ? await destination.DeliverAsync(entry, ct)
                : OutboxOutcome.Refused($"Không có nơi nhận «{entry.Destination}»");
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            // A destination that throws is a failure of its own entry, not of the pump
            outcome = OutboxOutcome.Failed(e.GetType().Name);
        }

        var now = clock.GetUtcNow();
        if (outcome.IsDone)
        {
            (entry.State, entry.DeliveredAt, entry.LastError) = (OutboxState.Delivered, now, "");
        }
        else if (outcome.Wait is { } wait)
        {
            (entry.NextAttemptAt, entry.LastError) = (now + wait, outcome.Error);
        }
        else
        {
            entry.AttemptCount++;
            entry.LastError = outcome.Error;
            if (outcome.IsFinal || entry.AttemptCount > Schedule.Count)
            {
                entry.State = OutboxState.Parked;
                log.LogWarning("Outbox entry {Entry} to {Destination} parked after {Attempts} attempts: {Error}", entry.Id, entry.Destination, entry.AttemptCount, outcome.Error);
            }
            else
            {
                entry.NextAttemptAt = now + Schedule[entry.AttemptCount - 1];
            }
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (DatabaseFaults.IsUniqueViolation(e))
        {
            // The destination had it already: an earlier delivery was interrupted before it could say so
            db.ChangeTracker.Clear();
            await db.Outbox.Where(o => o.Id == entry.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(o => o.State, OutboxState.Delivered).SetProperty(o => o.DeliveredAt, (DateTimeOffset?)now), ct);
        }
    }
}
