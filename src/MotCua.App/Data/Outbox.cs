namespace MotCua.App.Data;

/// <summary>How a delivery went.</summary>
/// <param name="IsDone">Delivered, or there was nothing to deliver (no address): never tried again.</param>
/// <param name="IsFinal">Waiting will not mend it: a person must look.</param>
/// <param name="Error">What went wrong, without personal data; empty when done.</param>
/// <param name="Wait">Try again after this, without counting an attempt (the channel is not set up); null = by the schedule.</param>
public sealed record OutboxOutcome(bool IsDone, bool IsFinal, string Error, TimeSpan? Wait = null)
{
    /// <summary>Delivered.</summary>
    public static readonly OutboxOutcome Done = new(true, false, "");

    /// <summary>Did not work; try again.</summary>
    public static OutboxOutcome Failed(string error) => new(false, false, error);

    /// <summary>Will never work as it is.</summary>
    public static OutboxOutcome Refused(string error) => new(false, true, error);

    /// <summary>Cannot be tried now.</summary>
    public static OutboxOutcome NotYet(string why, TimeSpan wait) => new(false, false, why, wait);
}

/// <summary>A place that the outbox delivers to: portal inbox, e-mail, later SMS and the national systems. Delivering the same entry twice has the effect of once.</summary>
public interface IOutboxDestination
{
    /// <summary>Value of <see cref="OutboxRow.Destination"/>.</summary>
    string Name { get; }

    /// <summary>Delivers one entry. Changes to the context are saved by the caller together with the entry's new state.</summary>
    Task<OutboxOutcome> DeliverAsync(OutboxRow entry, CancellationToken ct);
}
