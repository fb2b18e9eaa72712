using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>Báo cáo as it was made: frozen. A correction is a new row with the next revision; nothing here changes but the record of its submission.</summary>
public sealed class ReportRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Code of the template.</summary>
    public string Template { get; set; } = "";

    /// <summary>Version of the template it was made by.</summary>
    public string TemplateVersion { get; set; } = "";

    /// <summary>Key of the period (<see cref="Period.Key"/>).</summary>
    public string Period { get; set; } = "";

    /// <summary>First local day.</summary>
    public DateOnly From { get; set; }

    /// <summary>Last local day.</summary>
    public DateOnly To { get; set; }

    /// <summary><c>province</c>, <c>level:tinh</c>, <c>level:huyen</c>, <c>level:xa</c> or a unit key.</summary>
    public string Scope { get; set; } = "";

    /// <summary>What the scope was called.</summary>
    public string ScopeName { get; set; } = "";

    /// <summary>From 1.</summary>
    public int Revision { get; set; }

    /// <summary>Why it was made again; empty for the first.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The paper (<see cref="Documents.OfficePaper"/>) as JSON.</summary>
    public string Content { get; set; } = "";

    /// <summary>SHA-256 of the content, hex.</summary>
    public string ContentHash { get; set; } = "";

    /// <summary>Figures are as at this moment, UTC: the end of the period, or when it was made if that is earlier.</summary>
    public DateTimeOffset AsAt { get; set; }

    /// <summary>When made, UTC.</summary>
    public DateTimeOffset MadeAt { get; set; }

    /// <summary>Officer who asked for it, or the schedule.</summary>
    public string MadeBy { get; set; } = "";

    /// <summary>Number of the văn bản with which it was submitted; empty = not yet.</summary>
    public string SubmittedNumber { get; set; } = "";

    /// <summary>Date of that văn bản.</summary>
    public DateOnly? SubmittedOn { get; set; }

    /// <summary>Officer who recorded that.</summary>
    public string? SubmittedBy { get; set; }

    /// <summary>When recorded, UTC.</summary>
    public DateTimeOffset? SubmittedAt { get; set; }
}

/// <summary>Where the making of a report stands.</summary>
public enum ReportRunState
{
    /// <summary>Chờ lập.</summary>
    Waiting = 1,

    /// <summary>Đang lập.</summary>
    Running = 2,

    /// <summary>Đã lập xong.</summary>
    Done = 3,

    /// <summary>Bị lỗi: visible, can be sent again.</summary>
    Failed = 4,

    /// <summary>Đã dừng by a person.</summary>
    Stopped = 5,
}

/// <summary>The making of a report: what was asked, how far it is. Goes on after a restart from the pieces that are done.</summary>
public sealed class ReportRunRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Code of the template.</summary>
    public string Template { get; set; } = "";

    /// <summary>Key of the period.</summary>
    public string Period { get; set; } = "";

    /// <summary>Scope, as <see cref="ReportRow.Scope"/>.</summary>
    public string Scope { get; set; } = "";

    /// <summary>What the scope is called.</summary>
    public string ScopeName { get; set; } = "";

    /// <summary>Why it is made again.</summary>
    public string Reason { get; set; } = "";

    /// <summary>State.</summary>
    public ReportRunState State { get; set; }

    /// <summary>Pieces done.</summary>
    public int Done { get; set; }

    /// <summary>All pieces; 0 before they are known.</summary>
    public int All { get; set; }

    /// <summary>Officer who asked, or the schedule.</summary>
    public string AskedBy { get; set; } = "";

    /// <summary>When asked, UTC.</summary>
    public DateTimeOffset AskedAt { get; set; }

    /// <summary>Figures are as at this moment, UTC; set when it begins.</summary>
    public DateTimeOffset? AsAt { get; set; }

    /// <summary>When it ended, UTC.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why it failed, for people.</summary>
    public string Failure { get; set; } = "";

    /// <summary>The report made.</summary>
    public Guid? ReportId { get; set; }

    /// <summary>The schedule that asked; null = a person.</summary>
    public Guid? ScheduleId { get; set; }
}

/// <summary>A piece of a report that is being made, e.g. the counts of one unit; taken away when the report is whole.</summary>
public sealed class ReportPieceRow
{
    /// <summary>The run.</summary>
    public Guid RunId { get; set; }

    /// <summary>From 0.</summary>
    public int Number { get; set; }

    /// <summary>Its figures as JSON.</summary>
    public string Content { get; set; } = "";
}

/// <summary>Lịch lập báo cáo: a report made by itself after each period.</summary>
public sealed class ReportScheduleRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Code of the template.</summary>
    public string Template { get; set; } = "";

    /// <summary>How long the periods are.</summary>
    public PeriodKind Kind { get; set; }

    /// <summary>Where they are cut off.</summary>
    public PeriodCut Cut { get; set; }

    /// <summary>Scope, as <see cref="ReportRow.Scope"/>.</summary>
    public string Scope { get; set; } = "";

    /// <summary>What the scope is called.</summary>
    public string ScopeName { get; set; } = "";

    /// <summary>Made on this working day after the period, from 1.</summary>
    public int WorkingDaysAfter { get; set; }

    /// <summary>Whether it makes reports.</summary>
    public bool IsOn { get; set; }

    /// <summary>Key of the period whose report is next.</summary>
    public string NextPeriod { get; set; } = "";

    /// <summary>Local day on which it is made.</summary>
    public DateOnly NextOn { get; set; }

    /// <summary>Officer who last changed it.</summary>
    public string ChangedBy { get; set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset ChangedAt { get; set; }
}
