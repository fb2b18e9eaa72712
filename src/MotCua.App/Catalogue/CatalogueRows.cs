namespace MotCua.App.Catalogue;

/// <summary>Whether people may file a procedure.</summary>
public enum PublicationState
{
    /// <summary>Chờ chuẩn hóa: staff see what is missing; not filed, not counted.</summary>
    AwaitingStandardisation = 1,

    /// <summary>Công khai.</summary>
    Published = 2,

    /// <summary>Bãi bỏ or closed.</summary>
    Closed = 3,
}

/// <summary>Thủ tục hành chính.</summary>
public sealed class ProcedureRow
{
    /// <summary>National code, e.g. 1.004873.</summary>
    public string Code { get; set; } = "";

    /// <summary>Exact name (TT 32/2017 Đ6 k3).</summary>
    public string Name { get; set; } = "";

    /// <summary>Key of the field (lĩnh vực).</summary>
    public string FieldKey { get; set; } = "";

    /// <summary>Name of the field.</summary>
    public string FieldName { get; set; } = "";

    /// <summary>Ministry whose field it is.</summary>
    public string Ministry { get; set; } = "";

    /// <summary>Owning unit of the field in the province.</summary>
    public string OrgKey { get; set; } = "";

    /// <summary><c>tinh</c>, <c>huyen</c>, <c>xa</c>, joined by commas.</summary>
    public string Levels { get; set; } = "";

    /// <summary>Ngành dọc: never counted for the 27 units.</summary>
    public bool IsVertical { get; set; }

    /// <summary>Often asked for: first among equals in search.</summary>
    public bool IsHighVolume { get; set; }

    /// <summary>Whether it is public and can be filed.</summary>
    public PublicationState State { get; set; }

    /// <summary>What is missing, as codes joined by commas.</summary>
    public string Missing { get; set; } = "";

    /// <summary>The officer who took responsibility for publishing, and when; null = by the rule at load.</summary>
    public string? PublishedBy { get; set; }

    /// <summary>When published, UTC.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>Version in force.</summary>
    public Guid CurrentVersionId { get; set; }

    /// <summary>Folded name for search.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>Vietnamese order.</summary>
    public string SortKey { get; set; } = "";
}

/// <summary>One immutable version of a procedure's content.</summary>
public sealed class ProcedureVersionRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Procedure.</summary>
    public string Code { get; set; } = "";

    /// <summary>From 1.</summary>
    public int Number { get; set; }

    /// <summary>First local day in force.</summary>
    public DateOnly From { get; set; }

    /// <summary>Exclusive end, or null.</summary>
    public DateOnly? Until { get; set; }

    /// <summary><see cref="ProcedureContent"/> as JSON.</summary>
    public string Content { get; set; } = "";

    /// <summary>SHA-256 of the content, hex: loading again makes no version when it is equal.</summary>
    public string ContentHash { get; set; } = "";
}

/// <summary>Content of a procedure version: the seven mandatory parts of NĐ 63/2010 Đ8 k2 and what else is known.</summary>
public sealed record ProcedureContent
{
    /// <summary>Tên thủ tục at this version.</summary>
    public string Name { get; init; } = "";

    /// <summary>Đối tượng thực hiện.</summary>
    public string Subjects { get; init; } = "";

    /// <summary>Cơ quan giải quyết.</summary>
    public string Agency { get; init; } = "";

    /// <summary>Trình tự thực hiện.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>Cách thức thực hiện: channel texts.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Thành phần hồ sơ.</summary>
    public IReadOnlyList<ProcedureComponent> Components { get; init; } = [];

    /// <summary>Số bộ hồ sơ.</summary>
    public int SetCount { get; init; } = 1;

    /// <summary>Thời hạn giải quyết; several when by case.</summary>
    public IReadOnlyList<ProcedureLimit> Limits { get; init; } = [];

    /// <summary>The limit's text as published.</summary>
    public string LimitText { get; init; } = "";

    /// <summary>Phí, lệ phí.</summary>
    public IReadOnlyList<ProcedureFee> Fees { get; init; } = [];

    /// <summary>Kết quả.</summary>
    public IReadOnlyList<string> Results { get; init; } = [];

    /// <summary>Yêu cầu, điều kiện.</summary>
    public string Conditions { get; init; } = "";

    /// <summary>Căn cứ pháp lý.</summary>
    public IReadOnlyList<string> LegalBasis { get; init; } = [];

    /// <summary>Quyết định công bố.</summary>
    public string Decision { get; init; } = "";

    /// <summary>Where the facts come from and how sure they are.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}

/// <summary>Thành phần hồ sơ.</summary>
/// <param name="Key">Stable key in the version: <c>tp1</c>, <c>tp2</c>, ….</param>
/// <param name="Name">Name.</param>
/// <param name="Originals">Bản chính; null = not said.</param>
/// <param name="Copies">Bản sao; null = not said.</param>
/// <param name="IsForm">The declaration itself: filled in as the e-form, not uploaded.</param>
/// <param name="IsRequired">False when the text says "nếu có".</param>
public sealed record ProcedureComponent(string Key, string Name, int? Originals, int? Copies, bool IsForm, bool IsRequired);

/// <summary>Thời hạn by case.</summary>
/// <param name="Case">Empty when there is one limit.</param>
/// <param name="Limit">Storage form: <c>15 days</c>, <c>3 months</c>, <c>8 hours</c>, <c>same-day</c>, <c>30 calendar-days</c>.</param>
/// <param name="CaseText">What the case is, in Vietnamese.</param>
public sealed record ProcedureLimit(string Case, string Limit, string CaseText);

/// <summary>Phí, lệ phí.</summary>
/// <param name="Name">Name.</param>
/// <param name="AmountVnd">Amount in đồng when it is a single certain amount of this province or of the nation; else null.</param>
/// <param name="Text">Text as published.</param>
/// <param name="Scope">Whose amount it is; another province's is a hint to staff and never charged.</param>
/// <param name="IsChargeable">True when it may be charged here.</param>
public sealed record ProcedureFee(string Name, long? AmountVnd, string Text, string Scope, bool IsChargeable);

/// <summary>Mức độ DVCTT.</summary>
public enum ServiceLevel
{
    /// <summary>Cung cấp thông tin.</summary>
    Information = 2,

    /// <summary>Một phần.</summary>
    Partial = 3,

    /// <summary>Toàn trình.</summary>
    Full = 4,
}

/// <summary>Trạng thái công khai of a service at a unit.</summary>
public enum ServiceStatus
{
    /// <summary>Đang công khai.</summary>
    Open = 1,

    /// <summary>Chờ dừng công khai.</summary>
    Closing = 2,

    /// <summary>Đang kiểm thử.</summary>
    Testing = 3,

    /// <summary>Đã đóng.</summary>
    Closed = 4,
}

/// <summary>A service: procedure × unit with its level, from a date on; never edited once in force.</summary>
public sealed class ServiceRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Offering unit.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>Procedure.</summary>
    public string ProcedureCode { get; set; } = "";

    /// <summary>In force from.</summary>
    public DateOnly From { get; set; }

    /// <summary>Exclusive end, or null.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Service level by NĐ 42/2022.</summary>
    public ServiceLevel Level { get; set; }

    /// <summary>Whether it is public at this unit.</summary>
    public ServiceStatus Status { get; set; }

    /// <summary>Reviewed as eligible for toàn trình; null = not reviewed.</summary>
    public bool? EligibleFull { get; set; }

    /// <summary>Chỉ tiếp nhận trực tuyến, by decision.</summary>
    public bool OnlineOnly { get; set; }

    /// <summary>Number of the decision that set level and status; empty at load.</summary>
    public string DecisionNo { get; set; } = "";

    /// <summary>Date of that decision.</summary>
    public DateOnly? DecisionOn { get; set; }

    /// <summary>Code of the reason why it is not toàn trình.</summary>
    public string ReasonCode { get; set; } = "";

    /// <summary>Legal basis of that.</summary>
    public string LegalBasis { get; set; } = "";
}

/// <summary>A procedure takes no new dossiers for a time or from a day on; kept for good, ended by opening again.</summary>
public sealed class ProcedureClosingRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Procedure.</summary>
    public string ProcedureCode { get; set; } = "";

    /// <summary>First local day without new dossiers.</summary>
    public DateOnly From { get; set; }

    /// <summary>First local day on which they are taken again; null = no end is known.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Tạm dừng; else đóng.</summary>
    public bool IsPause { get; set; }

    /// <summary>Why, as the public reads it.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Decision or ground.</summary>
    public string Decision { get; set; } = "";

    /// <summary>Who answers for it: an officer's id.</summary>
    public string ClosedBy { get; set; } = "";

    /// <summary>When entered, UTC.</summary>
    public DateTimeOffset ClosedAt { get; set; }

    /// <summary>Who opened again, or null.</summary>
    public string? ReopenedBy { get; set; }

    /// <summary>When that was entered, UTC.</summary>
    public DateTimeOffset? ReopenedAt { get; set; }

    /// <summary>Decision of opening again.</summary>
    public string ReopenDecision { get; set; } = "";

    /// <summary>As the law sees it.</summary>
    public Domain.Catalogue.ProcedureClosing ToClosing() => new(From, Until, IsPause, Reason, Decision);
}

/// <summary>Quy trình nội bộ: steps of a unit for a procedure, data. Unit <c>*:tinh</c>, <c>*:huyen</c>, <c>*:xa</c> and procedure <c>*</c> are defaults.</summary>
public sealed class RouteRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Unit, or <c>*:level</c> for all units of a level.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>Procedure code or <c>*</c>.</summary>
    public string ProcedureCode { get; set; } = "*";

    /// <summary>In force from.</summary>
    public DateOnly From { get; set; }

    /// <summary>Exclusive end, or null.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>JSON array of <see cref="RouteStep"/>.</summary>
    public string Steps { get; set; } = "[]";
}

/// <summary>One step of a route.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Name">Vietnamese name, e.g. «Thẩm định hồ sơ».</param>
/// <param name="Role">Role that acts: a name of <see cref="MotCua.Domain.Kernel.Role"/>.</param>
/// <param name="Share">Part of the limit that the step may take, 0…1; the shares of a route sum to 1 (law rule 26).</param>
public sealed record RouteStep(int Number, string Name, string Role, decimal Share);
