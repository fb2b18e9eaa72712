using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>State of a sign.</summary>
public enum FlagState
{
    /// <summary>Mới.</summary>
    New = 1,

    /// <summary>Đã xem xét.</summary>
    Reviewed = 2,
}

/// <summary>What a person concluded of a sign.</summary>
public enum FlagConclusion
{
    /// <summary>Có lý do chính đáng.</summary>
    Explained = 1,

    /// <summary>Đã yêu cầu chấn chỉnh.</summary>
    Corrected = 2,

    /// <summary>Chuyển thanh tra làm rõ.</summary>
    Referred = 3,
}

/// <summary>A sign beside a unit's figures (<see cref="FoundFlag"/>); one for each kind, unit, day and source.</summary>
public sealed class IntegrityFlagRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Of what.</summary>
    public FlagKind Kind { get; set; }

    /// <summary>Unit.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>Local day, or the first of the month.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Tag of the source on that day; empty where there is none.</summary>
    public string Source { get; set; } = "";

    /// <summary>How many.</summary>
    public int Count { get; set; }

    /// <summary>From how many on it was a sign when it was found.</summary>
    public int Threshold { get; set; }

    /// <summary>The minutes of the rule when it was found; 0 where it has none.</summary>
    public int Minutes { get; set; }

    /// <summary>When found, UTC.</summary>
    public DateTimeOffset FoundAt { get; set; }

    /// <summary>State.</summary>
    public FlagState State { get; set; } = FlagState.New;

    /// <summary>Conclusion; null while new.</summary>
    public FlagConclusion? Conclusion { get; set; }

    /// <summary>Why.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Officer who concluded.</summary>
    public string ReviewedBy { get; set; } = "";

    /// <summary>When concluded, UTC.</summary>
    public DateTimeOffset? ReviewedAt { get; set; }
}

/// <summary>A dossier behind a sign.</summary>
public sealed class IntegrityFlagDossierRow
{
    /// <summary>Sign.</summary>
    public Guid FlagId { get; set; }

    /// <summary>Dossier.</summary>
    public Guid DossierId { get; set; }
}
