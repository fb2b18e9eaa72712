using MotCua.Domain.Kernel;

namespace MotCua.Domain.Targets;

/// <summary>What kind of work a task of the plan is.</summary>
public enum PlanTaskKind
{
    /// <summary>Tuyên truyền, hướng dẫn người dân.</summary>
    Communication = 1,

    /// <summary>Xây dựng, ban hành văn bản.</summary>
    Documents = 2,

    /// <summary>Rà soát, đơn giản hóa thủ tục.</summary>
    Review = 3,

    /// <summary>Tập huấn, bồi dưỡng.</summary>
    Training = 4,

    /// <summary>Số hóa hồ sơ, kết quả.</summary>
    Digitisation = 5,

    /// <summary>Kết nối, chia sẻ dữ liệu.</summary>
    Connection = 6,

    /// <summary>Ý kiến chỉ đạo của lãnh đạo.</summary>
    Directive = 7,
}

/// <summary>How a task stands. That it is overdue is no state: the clock says it (<see cref="PlanTask.IsOverdue"/>).</summary>
public enum PlanTaskState
{
    /// <summary>Mới giao.</summary>
    New = 1,

    /// <summary>Đang làm: the lead unit has answered.</summary>
    InProgress = 2,

    /// <summary>Chờ xác nhận: the lead unit reported it done.</summary>
    AwaitingConfirmation = 3,

    /// <summary>Hoàn thành: the plan owner confirmed it.</summary>
    Done = 4,

    /// <summary>Hủy, with its reason.</summary>
    Cancelled = 5,
}

/// <summary>What can happen to a task; the names are kept with its history and never change.</summary>
public enum PlanTaskAct
{
    /// <summary>Giao nhiệm vụ.</summary>
    Assigned = 1,

    /// <summary>Báo cáo tiến độ.</summary>
    Answered = 2,

    /// <summary>Báo cáo hoàn thành.</summary>
    ReportedDone = 3,

    /// <summary>Xác nhận hoàn thành.</summary>
    Confirmed = 4,

    /// <summary>Trả lại để làm tiếp.</summary>
    SentBack = 5,

    /// <summary>Đặt hạn or gia hạn.</summary>
    Extended = 6,

    /// <summary>Hủy.</summary>
    Cancelled = 7,
}

/// <summary>What the decisions need to know of a task of the plan.</summary>
/// <param name="LeadUnit">The unit that answers for it.</param>
/// <param name="State">How it stands.</param>
/// <param name="FirstDueOn">The first deadline, a local day; never overwritten. Null when none was ever set.</param>
/// <param name="DueOn">The deadline now, a local day; null when the plan states none.</param>
/// <param name="ReportedOn">Local day on which it was reported done, while that stands.</param>
/// <param name="Answerers">Officers who answered for it: none of them confirms it.</param>
public sealed record PlanTask(
    string LeadUnit, PlanTaskState State, DateOnly? FirstDueOn, DateOnly? DueOn, DateOnly? ReportedOn, IReadOnlyCollection<string> Answerers)
{
    /// <summary>True while the unit has something to do or the plan owner has something to confirm.</summary>
    public bool IsOpen => State is PlanTaskState.New or PlanTaskState.InProgress or PlanTaskState.AwaitingConfirmation;

    /// <summary>
    /// Quá hạn on a local day: open after its deadline. What was reported in time is not late while the plan owner has not confirmed it yet.
    /// </summary>
    public bool IsOverdue(DateOnly today) => IsOpen && (State == PlanTaskState.AwaitingConfirmation ? ReportedOn > DueOn : today > DueOn);

    /// <summary>Hoàn thành chậm: done, but reported after its deadline.</summary>
    public bool WasLate => State == PlanTaskState.Done && ReportedOn > DueOn;

    /// <summary>Days past the deadline on a local day, or days that the report came late; 0 when neither.</summary>
    public int DaysLate(DateOnly today) => DueOn is not { } due || !(IsOverdue(today) || WasLate) ? 0
        : (State is PlanTaskState.AwaitingConfirmation or PlanTaskState.Done ? ReportedOn!.Value : today).DayNumber - due.DayNumber;
}

/// <summary>A task as the plan owner, or a unit for itself, words it.</summary>
/// <param name="Kind">Kind of work.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="Outcome">Kết quả phải có: what is to come out.</param>
/// <param name="LeadUnit">Cơ quan chủ trì.</param>
/// <param name="DueOn">Deadline, a local day.</param>
/// <param name="DirectedBy">Leader whose directive it is; only for directives.</param>
public sealed record PlanTaskDraft(PlanTaskKind Kind, string Title, string Outcome, string LeadUnit, DateOnly? DueOn, string DirectedBy);

/// <summary>What an act makes of a task.</summary>
/// <param name="Act">The act, for the history.</param>
/// <param name="Text">What was said.</param>
/// <param name="After">How the task stands afterwards.</param>
public sealed record PlanTaskStep(PlanTaskAct Act, string Text, PlanTask After);

/// <summary>
/// Who may do what with the plan's tasks, and what becomes of them: the plan owner assigns, extends, cancels and confirms; the lead unit answers;
/// nobody confirms what they themselves answered for (ADR 0015).
/// </summary>
public static class PlanTaskDecision
{
    private const int MostText = 4000;
    private const int MostTitle = 500;

    /// <summary>True for who works on the plan.</summary>
    public static bool IsPlanOwner(Actor actor) => actor.Has(Role.PlanOwner);

    /// <summary>True for the leader and the administrator of the unit, and for a plan owner who sits in it.</summary>
    public static bool ActsFor(Actor actor, string unit) => actor.Has(Role.UnitLeader, unit) || actor.Has(Role.UnitAdministrator, unit) || actor.Has(Role.PlanOwner, unit);

    /// <summary>Assigns a task. A unit's own officers may set one for their unit; any unit's is the plan owner's.</summary>
    public static Result<PlanTaskStep> Assign(PlanTaskDraft draft, Actor actor, DateOnly today)
    {
        if (!IsPlanOwner(actor) && !ActsFor(actor, draft.LeadUnit)) return PlanTaskProblems.NotYours;
        if (string.IsNullOrWhiteSpace(draft.Title)) return PlanTaskProblems.NoTitle;
        if (draft.Title.Trim().Length > MostTitle) return PlanTaskProblems.TitleTooLong;
        if (string.IsNullOrWhiteSpace(draft.Outcome)) return PlanTaskProblems.NoOutcome;
        if (!Enum.IsDefined(draft.Kind)) return PlanTaskProblems.NoKind;
        if (draft.Kind == PlanTaskKind.Directive && string.IsNullOrWhiteSpace(draft.DirectedBy)) return PlanTaskProblems.NoDirector;
        if (draft.Kind == PlanTaskKind.Directive && !IsPlanOwner(actor)) return PlanTaskProblems.NotYours;
        if (draft.DueOn is not { } due) return PlanTaskProblems.NoDeadline;
        return due < today
            ? PlanTaskProblems.DeadlinePast
            : new PlanTaskStep(PlanTaskAct.Assigned, "", new PlanTask(draft.LeadUnit, PlanTaskState.New, due, due, null, []));
    }

    /// <summary>The lead unit tells how it goes, or that it is done.</summary>
    /// <param name="task">The task.</param>
    /// <param name="text">What was done.</param>
    /// <param name="isDone">True: reported done, with what came out.</param>
    /// <param name="hasEvidence">True when a file goes with this answer or an earlier one.</param>
    /// <param name="actor">Who.</param>
    /// <param name="today">The local day.</param>
    public static Result<PlanTaskStep> Answer(PlanTask task, string? text, bool isDone, bool hasEvidence, Actor actor, DateOnly today)
    {
        if (!ActsFor(actor, task.LeadUnit)) return PlanTaskProblems.NotYours;
        if (task.State is not (PlanTaskState.New or PlanTaskState.InProgress)) return PlanTaskProblems.NotOpen;
        if (Said(text, PlanTaskProblems.NoAnswer) is { } wrong) return wrong;
        if (isDone && !hasEvidence) return PlanTaskProblems.NoEvidence;
        var after = task with
        {
            State = isDone ? PlanTaskState.AwaitingConfirmation : PlanTaskState.InProgress,
            ReportedOn = isDone ? today : null,
            Answerers = [.. task.Answerers.Append(actor.Id).Distinct(StringComparer.Ordinal)],
        };
        return new PlanTaskStep(isDone ? PlanTaskAct.ReportedDone : PlanTaskAct.Answered, text!.Trim(), after);
    }

    /// <summary>The plan owner confirms that it is done.</summary>
    public static Result<PlanTaskStep> Confirm(PlanTask task, string? text, Actor actor)
    {
        if (!IsPlanOwner(actor)) return PlanTaskProblems.NotYours;
        if (task.State != PlanTaskState.AwaitingConfirmation) return PlanTaskProblems.NothingToConfirm;
        if (task.Answerers.Contains(actor.Id)) return PlanTaskProblems.OwnAnswer;
        if (text?.Length > MostText) return PlanTaskProblems.TooLong;
        return new PlanTaskStep(PlanTaskAct.Confirmed, text?.Trim() ?? "", task with { State = PlanTaskState.Done });
    }

    /// <summary>The plan owner sends a task that was reported done back to the unit, with the reason.</summary>
    public static Result<PlanTaskStep> SendBack(PlanTask task, string? reason, Actor actor)
    {
        if (!IsPlanOwner(actor)) return PlanTaskProblems.NotYours;
        if (task.State != PlanTaskState.AwaitingConfirmation) return PlanTaskProblems.NothingToConfirm;
        if (task.Answerers.Contains(actor.Id)) return PlanTaskProblems.OwnAnswer;
        return Said(reason, PlanTaskProblems.NoReason) ?? (Result<PlanTaskStep>)new PlanTaskStep(PlanTaskAct.SentBack, reason!.Trim(), task with { State = PlanTaskState.InProgress, ReportedOn = null });
    }

    /// <summary>The plan owner moves the deadline, with the reason; the first deadline stays as it was.</summary>
    public static Result<PlanTaskStep> Extend(PlanTask task, DateOnly? dueOn, string? reason, Actor actor, DateOnly today)
    {
        if (!IsPlanOwner(actor)) return PlanTaskProblems.NotYours;
        if (!task.IsOpen) return PlanTaskProblems.NotOpen;
        if (task.State == PlanTaskState.AwaitingConfirmation) return PlanTaskProblems.ExtendedAfterReport;
        if (dueOn is not { } due) return PlanTaskProblems.NoDeadline;
        if (due < today) return PlanTaskProblems.DeadlinePast;
        if (due <= task.DueOn) return PlanTaskProblems.NotLater;
        return Said(reason, PlanTaskProblems.NoReason) ?? (Result<PlanTaskStep>)new PlanTaskStep(PlanTaskAct.Extended, reason!.Trim(), task with { DueOn = due, FirstDueOn = task.FirstDueOn ?? due });
    }

    /// <summary>The plan owner cancels a task, with the reason.</summary>
    public static Result<PlanTaskStep> Cancel(PlanTask task, string? reason, Actor actor)
    {
        if (!IsPlanOwner(actor)) return PlanTaskProblems.NotYours;
        if (!task.IsOpen) return PlanTaskProblems.NotOpen;
        return Said(reason, PlanTaskProblems.NoReason) ?? (Result<PlanTaskStep>)new PlanTaskStep(PlanTaskAct.Cancelled, reason!.Trim(), task with { State = PlanTaskState.Cancelled });
    }

    private static Problem? Said(string? text, Problem nothing) => string.IsNullOrWhiteSpace(text) ? nothing : text.Length > MostText ? PlanTaskProblems.TooLong : null;
}

/// <summary>Refusals of the plan's tasks.</summary>
public static class PlanTaskProblems
{
    /// <summary>Not the plan owner, or not of the lead unit.</summary>
    public static readonly Problem NotYours = new("TSK-0001", "Việc này thuộc đơn vị chủ trì hoặc người chủ trì kế hoạch.", ProblemKind.Forbidden);

    /// <summary>No such task.</summary>
    public static readonly Problem NotFound = new("TSK-0002", "Không tìm thấy nhiệm vụ.", ProblemKind.NotFound);

    /// <summary>Somebody else changed it.</summary>
    public static readonly Problem Changed = new("TSK-0003", "Nhiệm vụ vừa được người khác cập nhật. Xem lại phần quá trình bên dưới rồi gửi lại.", ProblemKind.Conflict);

    /// <summary>Without a title.</summary>
    public static readonly Problem NoTitle = new("TSK-0004", "Nhập nội dung nhiệm vụ.", ProblemKind.Invalid, "Title");

    /// <summary>Title too long.</summary>
    public static readonly Problem TitleTooLong = new("TSK-0005", "Nội dung nhiệm vụ dài quá 500 ký tự. Viết gọn, phần chi tiết đưa vào kết quả phải có.", ProblemKind.Invalid, "Title");

    /// <summary>Without an outcome.</summary>
    public static readonly Problem NoOutcome = new("TSK-0006", "Nhập kết quả phải có: văn bản, con số hoặc sản phẩm kiểm tra được.", ProblemKind.Invalid, "Outcome");

    /// <summary>Without a kind.</summary>
    public static readonly Problem NoKind = new("TSK-0007", "Chọn loại nhiệm vụ.", ProblemKind.Invalid, "Kind");

    /// <summary>A directive of nobody.</summary>
    public static readonly Problem NoDirector = new("TSK-0008", "Nhập lãnh đạo cho ý kiến chỉ đạo, ví dụ «Phó Chủ tịch UBND tỉnh Hoàng Thu Trang».", ProblemKind.Invalid, "DirectedBy");

    /// <summary>Without a deadline.</summary>
    public static readonly Problem NoDeadline = new("TSK-0009", "Nhập hạn hoàn thành.", ProblemKind.Invalid, "DueOn");

    /// <summary>A deadline before today.</summary>
    public static readonly Problem DeadlinePast = new("TSK-0010", "Hạn hoàn thành phải từ hôm nay trở đi.", ProblemKind.Invalid, "DueOn");

    /// <summary>No such unit.</summary>
    public static readonly Problem UnknownUnit = new("TSK-0011", "Chọn đơn vị có trong danh sách.", ProblemKind.Invalid, "LeadUnit");

    /// <summary>No such plan.</summary>
    public static readonly Problem UnknownPlan = new("TSK-0012", "Chọn kế hoạch có trong danh sách.", ProblemKind.Invalid, "Plan");

    /// <summary>Done, cancelled, or already reported.</summary>
    public static readonly Problem NotOpen = new("TSK-0013", "Nhiệm vụ không còn ở bước này. Tải lại trang để xem tình trạng hiện tại.", ProblemKind.Conflict);

    /// <summary>An answer of nothing.</summary>
    public static readonly Problem NoAnswer = new("TSK-0014", "Nhập việc đã làm và số liệu kèm theo.", ProblemKind.Invalid, "Answer");

    /// <summary>Done without anything to show.</summary>
    public static readonly Problem NoEvidence = new("TSK-0015", "Báo cáo hoàn thành phải có tệp minh chứng. Chọn tệp PDF hoặc ảnh rồi gửi lại.", ProblemKind.Invalid, "Upload");

    /// <summary>Nothing was reported done.</summary>
    public static readonly Problem NothingToConfirm = new("TSK-0016", "Đơn vị chưa báo cáo hoàn thành nên chưa có gì để xác nhận.", ProblemKind.Conflict);

    /// <summary>Confirming one's own answer.</summary>
    public static readonly Problem OwnAnswer = new("TSK-0017", "Người đã báo cáo nhiệm vụ không tự xác nhận. Đề nghị người chủ trì kế hoạch khác xác nhận.");

    /// <summary>Without a reason.</summary>
    public static readonly Problem NoReason = new("TSK-0018", "Nhập lý do.", ProblemKind.Invalid, "Reason");

    /// <summary>A deadline that is not later.</summary>
    public static readonly Problem NotLater = new("TSK-0019", "Hạn mới phải sau hạn hiện tại.", ProblemKind.Invalid, "DueOn");

    /// <summary>Extended when it was reported done.</summary>
    public static readonly Problem ExtendedAfterReport = new("TSK-0020", "Đơn vị đã báo cáo hoàn thành: xác nhận hoặc trả lại, không gia hạn.", ProblemKind.Conflict);

    /// <summary>Too long a text.</summary>
    public static readonly Problem TooLong = new("TSK-0021", "Nội dung dài quá 4.000 ký tự. Viết gọn và gửi phần chi tiết trong tệp đính kèm.", ProblemKind.Invalid);

    /// <summary>Too many files at once.</summary>
    public static readonly Problem TooManyFiles = new("TSK-0022", "Mỗi lần gửi tối đa 5 tệp. Gộp thành một tệp PDF hoặc gửi làm nhiều lần.", ProblemKind.Invalid, "Upload");

    /// <summary>Two tasks were set at the same moment.</summary>
    public static readonly Problem NumberTaken = new("TSK-0023", "Vừa có nhiệm vụ khác được giao cùng lúc. Gửi lại lần nữa.", ProblemKind.Conflict);
}

/// <summary>Vietnamese words of tasks.</summary>
public static class PlanTaskWords
{
    /// <summary>Name of the kind.</summary>
    public static string Vietnamese(this PlanTaskKind kind) => kind switch
    {
        PlanTaskKind.Communication => "Tuyên truyền, hướng dẫn",
        PlanTaskKind.Documents => "Văn bản",
        PlanTaskKind.Review => "Rà soát thủ tục",
        PlanTaskKind.Training => "Tập huấn",
        PlanTaskKind.Digitisation => "Số hóa",
        PlanTaskKind.Connection => "Kết nối dữ liệu",
        _ => "Ý kiến chỉ đạo",
    };

    /// <summary>Name of the state.</summary>
    public static string Vietnamese(this PlanTaskState state) => state switch
    {
        PlanTaskState.New => "Mới giao",
        PlanTaskState.InProgress => "Đang làm",
        PlanTaskState.AwaitingConfirmation => "Chờ xác nhận",
        PlanTaskState.Done => "Hoàn thành",
        _ => "Đã hủy",
    };

    /// <summary>Name of the act.</summary>
    public static string Vietnamese(this PlanTaskAct act) => act switch
    {
        PlanTaskAct.Assigned => "Giao nhiệm vụ",
        PlanTaskAct.Answered => "Báo cáo tiến độ",
        PlanTaskAct.ReportedDone => "Báo cáo hoàn thành",
        PlanTaskAct.Confirmed => "Xác nhận hoàn thành",
        PlanTaskAct.SentBack => "Trả lại để làm tiếp",
        PlanTaskAct.Extended => "Gia hạn",
        _ => "Hủy nhiệm vụ",
    };
}
