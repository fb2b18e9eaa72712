namespace MotCua.App.Notifications;

/// <summary>A message in a person's inbox on the portal.</summary>
public sealed class InboxMessageRow
{
    /// <summary>Key, grows in time.</summary>
    public Guid Id { get; set; }

    /// <summary>Account.</summary>
    public Guid AccountId { get; set; }

    /// <summary>Dossier, or null.</summary>
    public Guid? DossierId { get; set; }

    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>Text, without sensitive particulars.</summary>
    public string Text { get; set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>When read.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>Outbox entry that made it, so that delivering twice writes once.</summary>
    public Guid OutboxId { get; set; }
}
