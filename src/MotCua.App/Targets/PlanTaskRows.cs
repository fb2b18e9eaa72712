using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>A task of the plan, or a directive.</summary>
public sealed class PlanTaskRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Plan.</summary>
    public string PlanCode { get; set; } = "";

    /// <summary>Number within the plan, from 1.</summary>
    public int Number { get; set; }

    /// <summary>Kind of work.</summary>
    public PlanTaskKind Kind { get; set; }

    /// <summary>What is to be done.</summary>
    public string Title { get; set; } = "";

    /// <summary>What is to come out.</summary>
    public string Outcome { get; set; } = "";

    /// <summary>Cơ quan chủ trì.</summary>
    public string LeadUnit { get; set; } = "";

    /// <summary>Cơ quan phối hợp: keys, or all of a level (<c>tinh:*</c>, <c>huyen:*</c>, <c>xa:*</c>), each between semicolons; <c>;</c> when none.</summary>
    public string CoUnits { get; set; } = ";";

    /// <summary>Leader whose directive it is; empty otherwise.</summary>
    public string DirectedBy { get; set; } = "";

    /// <summary>Document that assigns it, or what a deadline was taken from.</summary>
    public string Basis { get; set; } = "";

    /// <summary>Where a task of the reference data was read; empty for those made here.</summary>
    public string Source { get; set; } = "";

    /// <summary>How it stands.</summary>
    public PlanTaskState State { get; set; }

    /// <summary>First deadline, never overwritten; null when none was set.</summary>
    public DateOnly? FirstDueOn { get; set; }

    /// <summary>Deadline now.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>Place in lists: the deadline, those without one last.</summary>
    public DateOnly SortOn { get; set; }

    /// <summary>Local day on which it was reported done, while that stands.</summary>
    public DateOnly? ReportedOn { get; set; }

    /// <summary>Officers who answered for it, ids between semicolons.</summary>
    public string Answerers { get; set; } = ";";

    /// <summary>Officer who set it; empty for the reference data.</summary>
    public string CreatedBy { get; set; } = "";

    /// <summary>When set, UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Raised by every act.</summary>
    public int Version { get; set; }

    /// <summary>What the decisions need of it.</summary>
    public PlanTask ToTask() => new(LeadUnit, State, FirstDueOn, DueOn, ReportedOn, Answerers.Split(';', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The cooperating units as keys.</summary>
    public IReadOnlyList<string> CoUnitKeys => CoUnits.Split(';', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Takes over what an act made of it.</summary>
    internal void Take(PlanTask after)
    {
        (State, FirstDueOn, DueOn, ReportedOn) = (after.State, after.FirstDueOn, after.DueOn, after.ReportedOn);
        SortOn = after.DueOn ?? Last;
        Answerers = Joined(after.Answerers);
        Version++;
    }

    /// <summary>Where those without a deadline stand.</summary>
    internal static readonly DateOnly Last = new(9999, 12, 31);

    /// <summary>Keys between semicolons.</summary>
    internal static string Joined(IEnumerable<string> keys) => string.Concat(keys.Select(k => k + ";").Prepend(";"));
}

/// <summary>Something that happened to a task or a document of the plan; only ever added.</summary>
public sealed class PlanEntryRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>The task or document.</summary>
    public Guid SubjectId { get; set; }

    /// <summary>The subject's version that it made, so its place in the history.</summary>
    public int Version { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Officer, <c>N</c> form; empty for the system.</summary>
    public string OfficerId { get; set; } = "";

    /// <summary>Unit the officer acted for.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>Name of the act, as in <see cref="PlanTaskAct"/> or of a document.</summary>
    public string Act { get; set; } = "";

    /// <summary>What was said.</summary>
    public string Text { get; set; } = "";

    /// <summary>Deadline before, when the act moved it.</summary>
    public DateOnly? DueBefore { get; set; }

    /// <summary>Deadline after, when the act moved it.</summary>
    public DateOnly? DueAfter { get; set; }
}

/// <summary>A file that goes with an entry.</summary>
public sealed class PlanFileRow
{
    /// <summary>The stored file.</summary>
    public Guid FileId { get; set; }

    /// <summary>The entry.</summary>
    public Guid EntryId { get; set; }

    /// <summary>The task or document.</summary>
    public Guid SubjectId { get; set; }
}
