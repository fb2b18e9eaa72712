using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Chốt số of a period: what it was, who, when, signed. Never changed but for being opened again; a later closing is the next revision.</summary>
public sealed class PeriodClosingRow
{
    /// <summary>Key, grows.</summary>
    public Guid Id { get; set; }

    /// <summary>Key of the period.</summary>
    public string PeriodKey { get; set; } = "";

    /// <summary>Which closing of the period, from 1.</summary>
    public int Revision { get; set; }

    /// <summary>First local day.</summary>
    public DateOnly From { get; set; }

    /// <summary>Last local day.</summary>
    public DateOnly To { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset ClosedAt { get; set; }

    /// <summary>Who.</summary>
    public string ClosedBy { get; set; } = "";

    /// <summary>How many figures.</summary>
    public int Figures { get; set; }

    /// <summary><see cref="PeriodClosing.Hash"/>.</summary>
    public string Hash { get; set; } = "";

    /// <summary>Hash of the closing before, of whatever period.</summary>
    public string PreviousHash { get; set; } = "";

    /// <summary>Signature over the hash, with the key of the log roots.</summary>
    public string Signature { get; set; } = "";

    /// <summary>Which key.</summary>
    public string KeyId { get; set; } = "";

    /// <summary>Opened again, UTC; null = in force.</summary>
    public DateTimeOffset? ReopenedAt { get; set; }

    /// <summary>Who opened it again.</summary>
    public string ReopenedBy { get; set; } = "";

    /// <summary>Why.</summary>
    public string ReopenReason { get; set; } = "";

    /// <summary>Signature over that.</summary>
    public string ReopenSignature { get; set; } = "";

    internal ClosingHead Head => new(PeriodKey, Revision, From, To, ClosedAt, ClosedBy, PreviousHash);
}

/// <summary>A figure of a closing.</summary>
public sealed class FrozenFigureRow
{
    /// <summary>Closing.</summary>
    public Guid ClosingId { get; set; }

    /// <summary>Code of the indicator.</summary>
    public string Indicator { get; set; } = "";

    /// <summary>Unit key or <c>province</c>.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>Version of the definition.</summary>
    public string Version { get; set; } = "";

    /// <summary>Count above; null when it has none.</summary>
    public long? Numerator { get; set; }

    /// <summary>Count below.</summary>
    public long? Denominator { get; set; }

    /// <summary>Points.</summary>
    public decimal? Points { get; set; }

    /// <summary>Target, percent.</summary>
    public decimal? Target { get; set; }

    /// <summary>Verdict.</summary>
    public Attainment Attainment { get; set; }

    internal FrozenFigure Figure => new(Indicator, Version, UnitKey, Numerator is { } n && Denominator is { } d ? new Ratio(n, d) : null, Points, Target, Attainment);
}

/// <summary>
/// Điều chỉnh sau kỳ: what a dossier brings to the figures of a month that had already passed was changed. Written by the ledger with the change itself.
/// </summary>
public sealed class RestatementRow
{
    /// <summary>Key, grows with time.</summary>
    public Guid Id { get; set; }

    /// <summary>When the figures changed, UTC.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>The dossier.</summary>
    public Guid DossierId { get; set; }

    /// <summary>Its number.</summary>
    public string Code { get; set; } = "";

    /// <summary>Procedure.</summary>
    public string ProcedureCode { get; set; } = "";

    /// <summary>Unit whose figures changed.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>The other unit, when it moved from one to another; else empty.</summary>
    public string OtherUnitKey { get; set; } = "";

    /// <summary>Local day of acceptance before, or the only one.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Local day of acceptance after, when it moved.</summary>
    public DateOnly? OtherDay { get; set; }

    /// <summary>What it counted as, at the end of its month.</summary>
    public FactCounts Before { get; set; }

    /// <summary>What it counts as now, at the end of its month.</summary>
    public FactCounts After { get; set; }

    /// <summary>The procedure or the channel is another one.</summary>
    public bool IsMoved { get; set; }

    /// <summary>Which kind of act did it (<c>DossierImporting</c>); <c>ServicesRestated</c> when the dossier itself did not change.</summary>
    public string Act { get; set; } = "";

    /// <summary>The act, or null.</summary>
    public Guid? ProcessId { get; set; }

    /// <summary>Kind of who did it.</summary>
    public int ActorKind { get; set; }

    /// <summary>Who did it.</summary>
    public string ActorId { get; set; } = "";
}
