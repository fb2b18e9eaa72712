using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Working days that a kind of advice takes, effective-dated; a later row replaces it, none is edited.</summary>
public sealed class TaskEffortRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Kind of advice.</summary>
    public AdviceKind Kind { get; set; }

    /// <summary>First local day in force; until the next row of the kind.</summary>
    public DateOnly From { get; set; }

    /// <summary>Working days of one person.</summary>
    public decimal Days { get; set; }

    /// <summary>What they are made of, or why they changed.</summary>
    public string Note { get; set; } = "";

    /// <summary>Officer who set it; empty for the reference data.</summary>
    public string SetBy { get; set; } = "";

    /// <summary>When set, UTC.</summary>
    public DateTimeOffset SetAt { get; set; }
}

/// <summary>The advice that a task was made of, exactly: the what-if, where it was reckoned, and what its offers had then.</summary>
public sealed class PlanTaskAdviceRow
{
    /// <summary>The task.</summary>
    public Guid TaskId { get; set; }

    /// <summary>Row of the board whose figures were to move.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>What the advice is about.</summary>
    public AdviceKind Kind { get; set; }

    /// <summary>Only this procedure; empty = all.</summary>
    public string ProcedureCode { get; set; } = "";

    /// <summary>Only this unit of the row; empty = all.</summary>
    public string DeskKey { get; set; } = "";

    /// <summary>Level that the offers were to have, or null.</summary>
    public int? Level { get; set; }

    /// <summary>Share (0 to 1) that was to be sent online, or null.</summary>
    public decimal? OnlineShare { get; set; }

    /// <summary>Share (0 to 1) that was to be sent online without help, or null.</summary>
    public decimal? SelfShare { get; set; }

    /// <summary>First local day of the period it was reckoned in.</summary>
    public DateOnly From { get; set; }

    /// <summary>Last local day of that period.</summary>
    public DateOnly To { get; set; }

    /// <summary>Dossiers of the advice's offers in that period that were of online services.</summary>
    public long OfServices { get; set; }

    /// <summary>Of them, sent online.</summary>
    public long OnlineOfServices { get; set; }

    /// <summary>Of them, sent online without help.</summary>
    public long SelfOnlineOfServices { get; set; }

    /// <summary>All dossiers of the advice's offers in that period.</summary>
    public long Accepted { get; set; }

    /// <summary>Of these, sent online, whatever the level on the day.</summary>
    public long Online { get; set; }

    /// <summary>Dossiers that were to move online.</summary>
    public long Moved { get; set; }

    /// <summary>Working days it was to take.</summary>
    public decimal EffortDays { get; set; }

    /// <summary>How the gain was reckoned, as it was printed.</summary>
    public string Method { get; set; } = "";

    /// <summary>When it was promised, UTC.</summary>
    public DateTimeOffset PromisedAt { get; set; }

    /// <summary>What the offers had.</summary>
    public OfferFacts ToFacts() => new("", "") { Accepted = Accepted, Online = Online, OfServices = OfServices, OnlineOfServices = OnlineOfServices, SelfOnlineOfServices = SelfOnlineOfServices };

    /// <summary>The what-if.</summary>
    public AdviceChange ToChange() => new(ProcedureCode.Length == 0 ? null : ProcedureCode, DeskKey.Length == 0 ? null : DeskKey, Level, OnlineShare, SelfShare);
}

/// <summary>What was expected of one indicator.</summary>
public sealed class PlanTaskEffectRow
{
    /// <summary>The task.</summary>
    public Guid TaskId { get; set; }

    /// <summary>Code of the indicator.</summary>
    public string Indicator { get; set; } = "";

    /// <summary>Version of its definition then.</summary>
    public string Version { get; set; } = "";

    /// <summary>Numerator as it was.</summary>
    public long NumeratorBefore { get; set; }

    /// <summary>Denominator as it was.</summary>
    public long DenominatorBefore { get; set; }

    /// <summary>Numerator as it would have been.</summary>
    public long NumeratorAfter { get; set; }

    /// <summary>Denominator as it would have been.</summary>
    public long DenominatorAfter { get; set; }

    /// <summary>Target in force then, percent, or null.</summary>
    public decimal? Target { get; set; }
}
