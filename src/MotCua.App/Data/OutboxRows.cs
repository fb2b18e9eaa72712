namespace MotCua.App.Data;

/// <summary>State of an outbox entry.</summary>
public enum OutboxState
{
    /// <summary>To be delivered.</summary>
    Pending = 1,

    /// <summary>Delivered.</summary>
    Delivered = 2,

    /// <summary>Parked after too many failures, or a failure that waiting does not mend; a person must look.</summary>
    Parked = 3,

    /// <summary>Given up by a person, with a reason.</summary>
    Cancelled = 4,
}

/// <summary>Something to be delivered elsewhere, written in the transaction that caused it.</summary>
public sealed class OutboxRow
{
    /// <summary>Key, grows in time; also the idempotency key at the destination.</summary>
    public Guid Id { get; set; }

    /// <summary><c>inbox</c>, <c>email</c>, ….</summary>
    public string Destination { get; set; } = "";

    /// <summary>Kind of message, e.g. <c>DossierAccepted</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Dossier, or null.</summary>
    public Guid? DossierId { get; set; }

    /// <summary>Body, encrypted by the vault.</summary>
    public string BodyCipher { get; set; } = "";

    /// <summary>When written.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Not before.</summary>
    public DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>Attempts so far.</summary>
    public int AttemptCount { get; set; }

    /// <summary>State.</summary>
    public OutboxState State { get; set; }

    /// <summary>Last failure, without personal data.</summary>
    public string LastError { get; set; } = "";

    /// <summary>When delivered.</summary>
    public DateTimeOffset? DeliveredAt { get; set; }
}

/// <summary>A lease of a background job, so that one node runs it.</summary>
public sealed class JobLeaseRow
{
    /// <summary>Job.</summary>
    public string Name { get; set; } = "";

    /// <summary>Holder.</summary>
    public string Holder { get; set; } = "";

    /// <summary>Until.</summary>
    public DateTimeOffset Until { get; set; }

    /// <summary>Last time the job ended well.</summary>
    public DateTimeOffset? LastDoneAt { get; set; }
}
