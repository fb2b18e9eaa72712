using MotCua.Domain.Calendar;

namespace MotCua.Domain.Catalogue;

/// <summary>One stated limit of a procedure.</summary>
/// <param name="Case">The case it is for, as the decision words it; empty when it is the only one or the ordinary one.</param>
/// <param name="Limit">The limit.</param>
public sealed record RecordedLimit(string Case, TimeLimit Limit);

/// <summary>A fee as a source states it.</summary>
/// <param name="Kind"><c>phi</c> (phí) or <c>le-phi</c> (lệ phí).</param>
/// <param name="Text">The source's words.</param>
/// <param name="Scope">Where the amount is in force: <c>quoc-gia</c>, another province's key, or empty.</param>
/// <param name="Amount">The amount in đồng, when the text states exactly one without condition.</param>
public sealed record RecordedFee(string Kind, string Text, string Scope, int? Amount)
{
    /// <summary>True only for a national amount; what another province set is a hint for staff and never charged.</summary>
    public bool IsChargeable => Scope == "quoc-gia" && Amount is not null && !LeftToTheProvince;

    /// <summary>True when the text says that the provincial people's council decides the amount.</summary>
    public bool LeftToTheProvince => Text.Contains("Hội đồng nhân dân", StringComparison.OrdinalIgnoreCase) || Text.Contains("HĐND", StringComparison.Ordinal);
}

/// <summary>One paper of a procedure (thành phần hồ sơ), or a note printed among them.</summary>
/// <param name="Name">Name of the paper.</param>
/// <param name="Group">Heading it stands under, or empty.</param>
/// <param name="Originals">Number of originals, when stated.</param>
/// <param name="Copies">Number of copies, when stated.</param>
/// <param name="IsDeclaration">True for the declaration itself, which the e-form replaces online.</param>
/// <param name="IsNote">True for a remark that is no paper.</param>
public sealed record RecordedComponent(string Name, string Group, int? Originals, int? Copies, bool IsDeclaration, bool IsNote);

/// <summary>A procedure as the reviewed reference data states it, before anybody of the province took responsibility for it.</summary>
public sealed record ProcedureRecord
{
    /// <summary>National code, such as <c>1.001193</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Official name.</summary>
    public required string Name { get; init; }

    /// <summary>Field (lĩnh vực); may be empty.</summary>
    public string Field { get; init; } = "";

    /// <summary>Ministry that owns the field; may be empty.</summary>
    public string Ministry { get; init; } = "";

    /// <summary>Levels of the three-tier model: <c>bo</c>, <c>tinh</c>, <c>huyen</c>, <c>xa</c>; empty when unknown.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];

    /// <summary>How the levels are known: <c>exact</c>, <c>agency</c> or <c>name</c> (inferred).</summary>
    public string LevelBasis { get; init; } = "";

    /// <summary>The provincial unit in charge, or empty.</summary>
    public string OrgKey { get; init; } = "";

    /// <summary>True for an agency of the central line (ngành dọc): never counted for the 27 units.</summary>
    public bool IsVertical { get; init; }

    /// <summary><c>national</c>, or <c>unchecked</c> when the code was seen in one province only.</summary>
    public string Scope { get; init; } = "";

    /// <summary>True when a source of before 01/7/2025 has the code.</summary>
    public bool ExistedBeforeReform { get; init; }

    /// <summary><c>full</c>, <c>partial</c> or <c>name_only</c>.</summary>
    public string Completeness { get; init; } = "";

    /// <summary><c>yes</c> (two sources), <c>partial</c> or <c>no</c>.</summary>
    public string Verified { get; init; } = "";

    /// <summary>True for the procedures that people ask for most.</summary>
    public bool IsHighVolume { get; init; }

    /// <summary>Who may apply, in the source's words.</summary>
    public string Subjects { get; init; } = "";

    /// <summary>Limits by case; the first is the ordinary one.</summary>
    public IReadOnlyList<RecordedLimit> Limits { get; init; } = [];

    /// <summary>The limit in the source's words, when they may be shown.</summary>
    public string LimitText { get; init; } = "";

    /// <summary>What a reviewer must know about the limits, or empty.</summary>
    public string LimitNote { get; init; } = "";

    /// <summary>Fees as stated.</summary>
    public IReadOnlyList<RecordedFee> Fees { get; init; } = [];

    /// <summary>Papers and notes.</summary>
    public IReadOnlyList<RecordedComponent> Components { get; init; } = [];

    /// <summary>Whose list of papers it is: <c>national-pre-2025</c>, <c>local-2025</c>, <c>national-2026</c>, or empty.</summary>
    public string ComponentsFrom { get; init; } = "";

    /// <summary>Steps (trình tự thực hiện); often unknown.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>Results.</summary>
    public IReadOnlyList<string> Results { get; init; } = [];

    /// <summary>Conditions, or empty.</summary>
    public string Conditions { get; init; } = "";

    /// <summary>Legal basis.</summary>
    public IReadOnlyList<string> Legal { get; init; } = [];

    /// <summary>The ministry's publishing decision, or empty.</summary>
    public string Decision { get; init; } = "";

    /// <summary>Kinds of sources that have the procedure, such as <c>national-2021</c>.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Who may apply, read from <see cref="Subjects"/>; both when nothing is said.</summary>
    public Audience Audience => AudienceOf.Subjects(Subjects);
}

/// <summary>For whom a procedure is.</summary>
[Flags]
public enum Audience
{
    /// <summary>Nobody (not used by a record).</summary>
    None = 0,

    /// <summary>Persons.</summary>
    Citizen = 1,

    /// <summary>Enterprises, cooperatives, organisations.</summary>
    Business = 2,

    /// <summary>Both.</summary>
    Both = Citizen | Business,
}

/// <summary>Reads the audience from the official list of subjects.</summary>
public static class AudienceOf
{
    /// <summary>The audience that the words name; both when they name none.</summary>
    public static Audience Subjects(string? subjects)
    {
        var text = subjects ?? "";
        var audience = Audience.None;
        if (Has("Công dân") || Has("Cá nhân") || Has("Người ") || Has("Hộ gia đình"))
        {
            audience |= Audience.Citizen;
        }

        if (Has("Doanh nghiệp") || Has("Tổ chức") || Has("Hợp tác xã") || Has("hộ kinh doanh"))
        {
            audience |= Audience.Business;
        }

        return audience == Audience.None ? Audience.Both : audience;

        bool Has(string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
    }
}
