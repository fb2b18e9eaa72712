namespace MotCua.App.Notifications;

/// <summary>A notice in an officer's inbox.</summary>
public sealed class OfficerMessageRow
{
    /// <summary>Key, grows in time.</summary>
    public Guid Id { get; set; }

    /// <summary>Officer.</summary>
    public Guid OfficerId { get; set; }

    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>Text.</summary>
    public string Text { get; set; } = "";

    /// <summary>What a link may be made of; empty = nothing.</summary>
    public string About { get; set; } = "";

    /// <summary>Lines of the list, JSON.</summary>
    public string Items { get; set; } = "[]";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>When first shown, UTC.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>Outbox entry that made it, so that delivering twice writes once.</summary>
    public Guid OutboxId { get; set; }
}

/// <summary>The address at which an officer wants notices too.</summary>
public sealed class OfficerAddressRow
{
    /// <summary>Officer.</summary>
    public Guid OfficerId { get; set; }

    /// <summary>E-mail.</summary>
    public string Email { get; set; } = "";
}
