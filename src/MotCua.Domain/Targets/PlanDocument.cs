using MotCua.Domain.Kernel;

namespace MotCua.Domain.Targets;

/// <summary>Kind of a document of the plan (NĐ 30/2020 Đ7).</summary>
public enum PlanDocumentKind
{
    /// <summary>Kế hoạch.</summary>
    Plan = 1,

    /// <summary>Quyết định.</summary>
    Decision = 2,

    /// <summary>Công văn.</summary>
    Letter = 3,

    /// <summary>Thông báo.</summary>
    Notice = 4,

    /// <summary>Tờ trình.</summary>
    Submission = 5,

    /// <summary>Báo cáo.</summary>
    Report = 6,

    /// <summary>Hướng dẫn.</summary>
    Guidance = 7,
}

/// <summary>How a document stands.</summary>
public enum PlanDocumentState
{
    /// <summary>Dự thảo.</summary>
    Draft = 1,

    /// <summary>Đang lấy ý kiến.</summary>
    Consulting = 2,

    /// <summary>Đã ban hành.</summary>
    Issued = 3,

    /// <summary>Đã được thay thế.</summary>
    Replaced = 4,

    /// <summary>Thôi không ban hành.</summary>
    Dropped = 5,
}

/// <summary>What can happen to a document; the names are kept with its history and never change.</summary>
public enum PlanDocumentAct
{
    /// <summary>Vào sổ dự thảo.</summary>
    Drafted = 1,

    /// <summary>Sửa dự thảo.</summary>
    Revised = 2,

    /// <summary>Gửi lấy ý kiến.</summary>
    Asked = 3,

    /// <summary>Góp ý.</summary>
    OpinionGiven = 4,

    /// <summary>Nêu cách tiếp thu.</summary>
    OpinionTakenUp = 5,

    /// <summary>Ban hành.</summary>
    Issued = 6,

    /// <summary>Được văn bản khác thay thế.</summary>
    Replaced = 7,

    /// <summary>Thôi không ban hành.</summary>
    Dropped = 8,
}

/// <summary>An opinion of a unit on a draft.</summary>
/// <param name="Unit">Unit.</param>
/// <param name="IsAgreed">Agrees with the draft as it is.</param>
/// <param name="TakenUp">How it was taken up, or why not; empty while nobody said.</param>
public sealed record PlanOpinion(string Unit, bool IsAgreed, string TakenUp)
{
    /// <summary>True while the drafter owes an answer: what agrees needs none.</summary>
    public bool IsOwed => !IsAgreed && TakenUp.Length == 0;
}

/// <summary>What the decisions need to know of a document.</summary>
/// <param name="Unit">Cơ quan soạn thảo.</param>
/// <param name="State">How it stands.</param>
/// <param name="Drafters">Officers who drafted or revised it: none of them records its issue.</param>
/// <param name="AskedUnits">Units asked for an opinion.</param>
/// <param name="Opinions">Latest opinion of each unit.</param>
public sealed record PlanDocument(string Unit, PlanDocumentState State, IReadOnlyCollection<string> Drafters, IReadOnlyCollection<string> AskedUnits, IReadOnlyCollection<PlanOpinion> Opinions)
{
    /// <summary>True while it may still change.</summary>
    public bool IsOpen => State is PlanDocumentState.Draft or PlanDocumentState.Consulting;

    /// <summary>Opinions whose taking up nobody stated yet.</summary>
    public int Owed => Opinions.Count(o => o.IsOwed);
}

/// <summary>Number, date and signer of an issued document.</summary>
/// <param name="Number">Số, ký hiệu.</param>
/// <param name="On">Date of issue, a local day.</param>
/// <param name="Signer">Who signed, with their office.</param>
public sealed record PlanDocumentIssue(string? Number, DateOnly? On, string? Signer);

/// <summary>
/// Who may do what with the plan's documents: the drafting unit and the plan owner draft and take opinions up, asked units give them, and a plan owner who
/// did not draft it records the issue (ADR 0015).
/// </summary>
public static class PlanDocumentDecision
{
    private const int MostTitle = 500;
    private const int MostText = 4000;
    private const int MostNumber = 60;

    /// <summary>True for the drafting unit's officers and plan owners.</summary>
    public static bool WorksOn(PlanDocument document, Actor actor) => PlanTaskDecision.IsPlanOwner(actor) || PlanTaskDecision.ActsFor(actor, document.Unit);

    /// <summary>Enters a draft into the register.</summary>
    public static Problem? Draft(PlanDocumentKind kind, string? title, string unit, Actor actor)
    {
        if (!PlanTaskDecision.IsPlanOwner(actor) && !PlanTaskDecision.ActsFor(actor, unit)) return PlanDocumentProblems.NotYours;
        if (!Enum.IsDefined(kind)) return PlanDocumentProblems.NoKind;
        return string.IsNullOrWhiteSpace(title) ? PlanDocumentProblems.NoTitle : title.Trim().Length > MostTitle ? PlanDocumentProblems.TitleTooLong : null;
    }

    /// <summary>Revises a draft: what changed, with or without a new file. Opinions stay.</summary>
    public static Problem? Revise(PlanDocument document, string? text, Actor actor) => Open(document, actor) ?? Said(text, PlanDocumentProblems.NoText);

    /// <summary>Asks units for their opinion until a day.</summary>
    public static Problem? Ask(PlanDocument document, IReadOnlyCollection<string> units, DateOnly? until, bool hasFile, Actor actor, DateOnly today)
    {
        if (Open(document, actor) is { } closed) return closed;
        if (!hasFile) return PlanDocumentProblems.NoDraftFile;
        if (units.Count == 0) return PlanDocumentProblems.NoUnits;
        return until is not { } last ? PlanDocumentProblems.NoUntil : last < today ? PlanDocumentProblems.UntilPast : null;
    }

    /// <summary>An asked unit's opinion; a plan owner may enter one that came on paper, with its date.</summary>
    public static Problem? Opine(PlanDocument document, string? unit, DateOnly? on, bool? isAgreed, string? text, Actor actor, DateOnly today)
    {
        if (unit is null || !document.AskedUnits.Contains(unit)) return PlanDocumentProblems.NotAsked;
        if (!PlanTaskDecision.IsPlanOwner(actor) && !PlanTaskDecision.ActsFor(actor, unit)) return PlanDocumentProblems.NotYours;
        if (document.State != PlanDocumentState.Consulting) return PlanDocumentProblems.NotOpen;
        if (isAgreed is not { } agreed) return PlanDocumentProblems.NoStand;
        if (on is null || on > today) return PlanDocumentProblems.OpinionDate;
        return text?.Length > MostText ? PlanDocumentProblems.TooLong : !agreed && string.IsNullOrWhiteSpace(text) ? PlanDocumentProblems.NoOpinionText : null;
    }

    /// <summary>States how an opinion was taken up, or why not.</summary>
    public static Problem? TakeUp(PlanDocument document, string? text, Actor actor) => Open(document, actor) ?? Said(text, PlanDocumentProblems.NoTakenUp);

    /// <summary>Records that the document was issued.</summary>
    public static Problem? Issue(PlanDocument document, PlanDocumentIssue issue, bool hasFile, Actor actor, DateOnly today)
    {
        if (!PlanTaskDecision.IsPlanOwner(actor)) return PlanDocumentProblems.NotYours;
        if (!document.IsOpen) return PlanDocumentProblems.NotOpen;
        if (document.Drafters.Contains(actor.Id)) return PlanDocumentProblems.OwnDraft;
        if (document.Owed > 0) return PlanDocumentProblems.OpinionsOwed.Saying($"Còn {document.Owed} ý kiến chưa nêu cách tiếp thu hoặc giải trình. Nêu đủ rồi ban hành.");
        if (string.IsNullOrWhiteSpace(issue.Number) || issue.Number.Trim().Length > MostNumber || !issue.Number.Any(char.IsDigit)) return PlanDocumentProblems.NoNumber;
        if (issue.On is null || issue.On > today) return PlanDocumentProblems.IssueDate;
        return string.IsNullOrWhiteSpace(issue.Signer) ? PlanDocumentProblems.NoSigner : !hasFile ? PlanDocumentProblems.NoIssuedFile : null;
    }

    /// <summary>Gives a draft up, with the reason.</summary>
    public static Problem? Drop(PlanDocument document, string? reason, Actor actor) => Open(document, actor) ?? Said(reason, PlanDocumentProblems.NoReason);

    private static Problem? Open(PlanDocument document, Actor actor) => !WorksOn(document, actor) ? PlanDocumentProblems.NotYours : document.IsOpen ? null : PlanDocumentProblems.NotOpen;

    private static Problem? Said(string? text, Problem nothing) => string.IsNullOrWhiteSpace(text) ? nothing : text.Length > MostText ? PlanDocumentProblems.TooLong : null;
}

/// <summary>Refusals of the plan's documents.</summary>
public static class PlanDocumentProblems
{
    /// <summary>Not the drafting unit, not asked, not the plan owner.</summary>
    public static readonly Problem NotYours = new("PDC-0001", "Việc này thuộc đơn vị soạn thảo, đơn vị được hỏi hoặc người chủ trì kế hoạch.", ProblemKind.Forbidden);

    /// <summary>No such document.</summary>
    public static readonly Problem NotFound = new("PDC-0002", "Không tìm thấy văn bản.", ProblemKind.NotFound);

    /// <summary>Somebody else changed it.</summary>
    public static readonly Problem Changed = new("PDC-0003", "Văn bản vừa được người khác cập nhật. Xem lại phần quá trình bên dưới rồi gửi lại.", ProblemKind.Conflict);

    /// <summary>Issued, replaced or dropped, or not at that step.</summary>
    public static readonly Problem NotOpen = new("PDC-0004", "Văn bản không còn ở bước này. Tải lại trang để xem tình trạng hiện tại.", ProblemKind.Conflict);

    /// <summary>Without a kind.</summary>
    public static readonly Problem NoKind = new("PDC-0005", "Chọn loại văn bản.", ProblemKind.Invalid, "Kind");

    /// <summary>Without a title.</summary>
    public static readonly Problem NoTitle = new("PDC-0006", "Nhập trích yếu nội dung văn bản.", ProblemKind.Invalid, "Title");

    /// <summary>Title too long.</summary>
    public static readonly Problem TitleTooLong = new("PDC-0007", "Trích yếu dài quá 500 ký tự. Viết gọn lại.", ProblemKind.Invalid, "Title");

    /// <summary>Nothing said of the revision.</summary>
    public static readonly Problem NoText = new("PDC-0008", "Nhập nội dung đã sửa.", ProblemKind.Invalid, "ReviseText");

    /// <summary>No draft to send.</summary>
    public static readonly Problem NoDraftFile = new("PDC-0009", "Chưa có tệp dự thảo để gửi. Tải tệp dự thảo (PDF) lên ở phần sửa dự thảo trước.", ProblemKind.Invalid);

    /// <summary>No unit to ask.</summary>
    public static readonly Problem NoUnits = new("PDC-0010", "Chọn ít nhất một đơn vị để lấy ý kiến.", ProblemKind.Invalid, "AskUnits");

    /// <summary>No last day.</summary>
    public static readonly Problem NoUntil = new("PDC-0011", "Nhập hạn góp ý.", ProblemKind.Invalid, "AskUntil");

    /// <summary>The last day is past.</summary>
    public static readonly Problem UntilPast = new("PDC-0012", "Hạn góp ý phải từ hôm nay trở đi.", ProblemKind.Invalid, "AskUntil");

    /// <summary>The unit was not asked.</summary>
    public static readonly Problem NotAsked = new("PDC-0013", "Chọn đơn vị trong danh sách đã gửi lấy ý kiến.", ProblemKind.Invalid, "OpinionUnit");

    /// <summary>Neither agreed nor not.</summary>
    public static readonly Problem NoStand = new("PDC-0014", "Chọn nhất trí hay có ý kiến khác.", ProblemKind.Invalid, "Stand");

    /// <summary>Without a date, or ahead of today.</summary>
    public static readonly Problem OpinionDate = new("PDC-0015", "Nhập ngày góp ý, không sau hôm nay.", ProblemKind.Invalid, "OpinionOn");

    /// <summary>Disagrees without words.</summary>
    public static readonly Problem NoOpinionText = new("PDC-0016", "Nhập nội dung góp ý.", ProblemKind.Invalid, "OpinionText");

    /// <summary>Not said how it was taken up.</summary>
    public static readonly Problem NoTakenUp = new("PDC-0017", "Nhập cách tiếp thu hoặc lý do không tiếp thu.", ProblemKind.Invalid, "TakenUp");

    /// <summary>Opinions not answered.</summary>
    public static readonly Problem OpinionsOwed = new("PDC-0018", "Còn ý kiến chưa nêu cách tiếp thu hoặc giải trình. Nêu đủ rồi ban hành.");

    /// <summary>Issuing one's own draft.</summary>
    public static readonly Problem OwnDraft = new("PDC-0019", "Người soạn không tự ghi ban hành. Đề nghị người chủ trì kế hoạch khác ghi.");

    /// <summary>Without a number.</summary>
    public static readonly Problem NoNumber = new("PDC-0020", "Nhập số, ký hiệu văn bản, ví dụ 572/KH-UBND.", ProblemKind.Invalid, "Number");

    /// <summary>Without a date, or ahead of today.</summary>
    public static readonly Problem IssueDate = new("PDC-0021", "Nhập ngày ban hành, không sau hôm nay.", ProblemKind.Invalid, "IssuedOn");

    /// <summary>Without a signer.</summary>
    public static readonly Problem NoSigner = new("PDC-0022", "Nhập người ký và chức vụ.", ProblemKind.Invalid, "Signer");

    /// <summary>Without the signed document.</summary>
    public static readonly Problem NoIssuedFile = new("PDC-0023", "Tải lên bản đã ký (PDF hoặc ảnh chụp).", ProblemKind.Invalid, "IssueUpload");

    /// <summary>Without a reason.</summary>
    public static readonly Problem NoReason = new("PDC-0024", "Nhập lý do.", ProblemKind.Invalid, "DropReason");

    /// <summary>Replaces what is not in force.</summary>
    public static readonly Problem ReplacesNothing = new("PDC-0025", "Văn bản được thay thế phải là văn bản đã ban hành và còn hiệu lực.", ProblemKind.Invalid, "Replaces");

    /// <summary>No such task.</summary>
    public static readonly Problem UnknownTask = new("PDC-0026", "Có số nhiệm vụ không có trong kế hoạch. Ghi các số cách nhau dấu phẩy, ví dụ 3, 5.", ProblemKind.Invalid, "ChangedTasks");

    /// <summary>The number was given already.</summary>
    public static readonly Problem NumberGiven = new("PDC-0027", "Số, ký hiệu này đã ghi cho văn bản khác ban hành cùng ngày. Kiểm tra lại.", ProblemKind.Invalid, "Number");

    /// <summary>Too long a text.</summary>
    public static readonly Problem TooLong = new("PDC-0028", "Nội dung dài quá 4.000 ký tự. Viết gọn và gửi phần chi tiết trong tệp.", ProblemKind.Invalid);

    /// <summary>Two were entered at the same moment.</summary>
    public static readonly Problem RegisterTaken = new("PDC-0029", "Vừa có văn bản khác vào sổ cùng lúc. Gửi lại lần nữa.", ProblemKind.Conflict);
}

/// <summary>Vietnamese words of documents.</summary>
public static class PlanDocumentWords
{
    /// <summary>Name of the kind.</summary>
    public static string Vietnamese(this PlanDocumentKind kind) => kind switch
    {
        PlanDocumentKind.Plan => "Kế hoạch",
        PlanDocumentKind.Decision => "Quyết định",
        PlanDocumentKind.Letter => "Công văn",
        PlanDocumentKind.Notice => "Thông báo",
        PlanDocumentKind.Submission => "Tờ trình",
        PlanDocumentKind.Report => "Báo cáo",
        _ => "Hướng dẫn",
    };

    /// <summary>Name of the state.</summary>
    public static string Vietnamese(this PlanDocumentState state) => state switch
    {
        PlanDocumentState.Draft => "Dự thảo",
        PlanDocumentState.Consulting => "Đang lấy ý kiến",
        PlanDocumentState.Issued => "Đã ban hành",
        PlanDocumentState.Replaced => "Đã được thay thế",
        _ => "Thôi không ban hành",
    };

    /// <summary>Name of the act.</summary>
    public static string Vietnamese(this PlanDocumentAct act) => act switch
    {
        PlanDocumentAct.Drafted => "Vào sổ dự thảo",
        PlanDocumentAct.Revised => "Sửa dự thảo",
        PlanDocumentAct.Asked => "Gửi lấy ý kiến",
        PlanDocumentAct.OpinionGiven => "Góp ý",
        PlanDocumentAct.OpinionTakenUp => "Nêu cách tiếp thu",
        PlanDocumentAct.Issued => "Ban hành",
        PlanDocumentAct.Replaced => "Được văn bản khác thay thế",
        _ => "Thôi không ban hành",
    };
}
