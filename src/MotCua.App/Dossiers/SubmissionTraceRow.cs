using System.Net;

namespace MotCua.App.Dossiers;

/// <summary>Where a submission came from; it is tagged at once and never kept in clear.</summary>
/// <param name="Session">The citizen's session.</param>
/// <param name="Address">Address of the network, or null when it is not known.</param>
public sealed record FilingSource(Guid Session, IPAddress? Address);

/// <summary>Tags of where a submission came from, written with it and swept after thirty days (ADR 0042): for the signs of integrity and for nothing else.</summary>
public sealed class SubmissionTraceRow
{
    /// <summary>The dossier.</summary>
    public Guid DossierId { get; set; }

    /// <summary>When it was sent, UTC.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Tag of the session on that day.</summary>
    public string SessionTag { get; set; } = "";

    /// <summary>Tag of the network on that day; empty = not known.</summary>
    public string NetworkTag { get; set; } = "";
}
