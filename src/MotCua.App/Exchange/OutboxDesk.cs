using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.Domain.Kernel;

namespace MotCua.App.Exchange;

/// <summary>One entry as operators see it: no body, no person.</summary>
public sealed record OutboxLine(Guid Id, string Destination, string Kind, DateTimeOffset CreatedAt, DateTimeOffset NextAttemptAt, int AttemptCount, OutboxState State, string LastError);

/// <summary>Counts of the outbox by destination, for the health page.</summary>
public sealed record OutboxHealth(string Destination, int Waiting, int Parked, DateTimeOffset? OldestWaiting);

/// <summary>What operators see of the outbox.</summary>
public sealed class OutboxDesk(MotCuaDb db)
{
    private const int PageSize = 50;

    /// <summary>Entries not delivered, parked first, a page by key.</summary>
    public async Task<IReadOnlyList<OutboxLine>> ListAsync(OutboxState state, Guid? after, CancellationToken ct)
    {
        var query = db.Outbox.AsNoTracking().Where(o => o.State == state);
        if (after is { } id)
        {
            query = query.Where(o => o.Id.CompareTo(id) > 0);
        }

        return await query.OrderBy(o => o.Id).Take(PageSize + 1)
            .Select(o => new OutboxLine(o.Id, o.Destination, o.Kind, o.CreatedAt, o.NextAttemptAt, o.AttemptCount, o.State, o.LastError)).ToListAsync(ct);
    }

    /// <summary>Waiting and parked by destination.</summary>
    public async Task<IReadOnlyList<OutboxHealth>> HealthAsync(CancellationToken ct) =>
        await db.Outbox.AsNoTracking().Where(o => o.State == OutboxState.Pending || o.State == OutboxState.Parked)
            .GroupBy(o => o.Destination)
            .Select(g => new OutboxHealth(g.Key, g.Count(o => o.State == OutboxState.Pending), g.Count(o => o.State == OutboxState.Parked), g.Min(o => (DateTimeOffset?)o.CreatedAt)))
            .ToListAsync(ct);
}

/// <summary>An operator sends parked entries again, or gives one up with a reason.</summary>
/// <param name="Ids">Entries.</param>
/// <param name="GiveUp">True: cancel instead of trying again.</param>
/// <param name="Reason">Why; needed when giving up.</param>
public sealed record RedriveOutbox(IReadOnlyList<Guid> Ids, bool GiveUp, string Reason);

/// <summary>Handles <see cref="RedriveOutbox"/>; each act is audited.</summary>
public sealed class RedriveOutboxHandler(MotCuaDb db, TimeProvider clock)
{
    /// <summary>No reason was given.</summary>
    public static readonly Problem ReasonMissing = new("EXC-0001", "Ghi lý do không gửi nữa, để người sau hiểu.", ProblemKind.Invalid, "Reason");

    /// <summary>Sends again or gives up.</summary>
    /// <returns>How many entries changed.</returns>
    public async Task<Result<int>> HandleAsync(RedriveOutbox command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        if (command.GiveUp && string.IsNullOrWhiteSpace(command.Reason))
        {
            return ReasonMissing;
        }

        var now = clock.GetUtcNow();
        var ids = command.Ids;
        var to = command.GiveUp ? OutboxState.Cancelled : OutboxState.Pending;
        var changed = await db.Outbox.Where(o => ids.Contains(o.Id) && o.State == OutboxState.Parked)
            .ExecuteUpdateAsync(s => s.SetProperty(o => o.State, to).SetProperty(o => o.AttemptCount, 0).SetProperty(o => o.NextAttemptAt, now), ct);
        db.Audits.Add(new AuditRow
        {
            Id = Ids.NewGuid(now),
            At = now,
            Actor = $"{actor.Kind}:{actor.Id}",
            Action = command.GiveUp ? "OutboxCancelled" : "OutboxRedriven",
            Subject = "outbox",
            Detail = string.Create(CultureInfo.InvariantCulture, $"{changed}; {command.Reason}"),
        });
        await db.SaveChangesAsync(ct);
        return changed;
    }
}
