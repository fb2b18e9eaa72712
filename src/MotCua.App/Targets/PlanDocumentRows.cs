using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>A document in the register of the plan.</summary>
public sealed class PlanDocumentRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Number in the register, from 1.</summary>
    public int Number { get; set; }

    /// <summary>Plan.</summary>
    public string PlanCode { get; set; } = "";

    /// <summary>Kind.</summary>
    public PlanDocumentKind Kind { get; set; }

    /// <summary>Trích yếu.</summary>
    public string Title { get; set; } = "";

    /// <summary>Cơ quan soạn thảo.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>How it stands.</summary>
    public PlanDocumentState State { get; set; }

    /// <summary>Officers who drafted or revised, ids between semicolons.</summary>
    public string Drafters { get; set; } = ";";

    /// <summary>Units asked for an opinion, keys between semicolons.</summary>
    public string AskedUnits { get; set; } = ";";

    /// <summary>Last local day for opinions, or null.</summary>
    public DateOnly? OpinionsUntil { get; set; }

    /// <summary>It changes the plan.</summary>
    public bool ChangesPlan { get; set; }

    /// <summary>It changes targets.</summary>
    public bool ChangesTargets { get; set; }

    /// <summary>Numbers of the tasks that it changes, between semicolons.</summary>
    public string ChangedTasks { get; set; } = ";";

    /// <summary>The document that it replaces, or null.</summary>
    public Guid? ReplacesId { get; set; }

    /// <summary>What it changes, in words.</summary>
    public string ChangeText { get; set; } = "";

    /// <summary>The document that replaced it, or null.</summary>
    public Guid? ReplacedById { get; set; }

    /// <summary>Số, ký hiệu; empty while it is not issued.</summary>
    public string IssuedNo { get; set; } = "";

    /// <summary>Date of issue, a local day.</summary>
    public DateOnly? IssuedOn { get; set; }

    /// <summary>Who signed.</summary>
    public string Signer { get; set; } = "";

    /// <summary>When entered, UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Raised by every act.</summary>
    public int Version { get; set; }

    /// <summary>What the decisions need of it.</summary>
    public PlanDocument ToDocument(IEnumerable<PlanOpinionRow> opinions) => new(
        UnitKey, State, Parts(Drafters), Parts(AskedUnits),
        [.. opinions.GroupBy(o => o.UnitKey, StringComparer.Ordinal).Select(g => g.MaxBy(o => o.Version)!).Select(o => new PlanOpinion(o.UnitKey, o.IsAgreed, o.TakenUp))]);

    /// <summary>Keys between semicolons.</summary>
    internal static string[] Parts(string joined) => joined.Split(';', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>An opinion of a unit on a draft; a later one of the unit stands beside it.</summary>
public sealed class PlanOpinionRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>The document.</summary>
    public Guid DocumentId { get; set; }

    /// <summary>The document's version that it made.</summary>
    public int Version { get; set; }

    /// <summary>Unit whose opinion it is.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>Date of the opinion, a local day.</summary>
    public DateOnly On { get; set; }

    /// <summary>Agrees with the draft as it is.</summary>
    public bool IsAgreed { get; set; }

    /// <summary>What it says.</summary>
    public string Text { get; set; } = "";

    /// <summary>How it was taken up, or why not.</summary>
    public string TakenUp { get; set; } = "";
}
