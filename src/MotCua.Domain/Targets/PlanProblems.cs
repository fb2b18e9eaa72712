using MotCua.Domain.Kernel;

namespace MotCua.Domain.Targets;

/// <summary>Refusals of plans and their targets. Sentences that name particulars replace these by <see cref="Problem.Saying"/>.</summary>
public static class PlanProblems
{
    /// <summary>No such plan or draft within reach.</summary>
    public static readonly Problem NotFound = new("PLN-0001", "Không tìm thấy kế hoạch hoặc dự thảo này.", ProblemKind.NotFound);

    /// <summary>Only who owns the plan may do this.</summary>
    public static readonly Problem NotYours = new("PLN-0002", "Chỉ người chủ trì kế hoạch được làm việc này.", ProblemKind.Forbidden);

    /// <summary>Nobody approves what they themselves drafted.</summary>
    public static readonly Problem OwnDraft = new("PLN-0003", "Bạn đã soạn hoặc sửa dự thảo này nên không tự duyệt được. Cần một người chủ trì kế hoạch khác hoặc lãnh đạo tỉnh.");

    /// <summary>Somebody else saved meanwhile.</summary>
    public static readonly Problem Stale = new("PLN-0004", "Có người khác vừa thay đổi dự thảo này.", ProblemKind.Conflict);

    /// <summary>What was issued is never edited.</summary>
    public static readonly Problem AlreadyIssued = new("PLN-0005", "Quyết định đã ban hành không sửa được. Lập quyết định điều chỉnh có hiệu lực từ một ngày sau đó.");

    /// <summary>A draft that waits for approval is not edited.</summary>
    public static readonly Problem BeingApproved = new("PLN-0006", "Dự thảo đang chờ duyệt. Rút lại hoặc chờ trả lại rồi mới sửa.");

    /// <summary>Only what was sent may be approved or returned.</summary>
    public static readonly Problem NotSent = new("PLN-0007", "Dự thảo chưa trình duyệt hoặc đã được rút lại.", ProblemKind.Conflict);

    /// <summary>A draft that was given up.</summary>
    public static readonly Problem Given = new("PLN-0008", "Dự thảo này đã bỏ. Lập dự thảo mới từ kế hoạch đang có hiệu lực.");

    /// <summary>Faults remain.</summary>
    public static readonly Problem NotReady = new("PLN-0009", "Dự thảo còn điểm phải sửa trước khi trình.");

    /// <summary>Warnings must be read and confirmed.</summary>
    public static readonly Problem NotConfirmed = new("PLN-0010", "Đánh dấu xác nhận đã xem các điểm cần lưu ý rồi gửi lại.", ProblemKind.Invalid, "Confirmed");

    /// <summary>No name.</summary>
    public static readonly Problem NameMissing = new("PLN-0011", "Nhập tên kế hoạch, tối đa 300 ký tự.", ProblemKind.Invalid, "Name");

    /// <summary>No first day: an empty period.</summary>
    public static readonly Problem PeriodEmpty = new("PLN-0012", "Nhập ngày bắt đầu có hiệu lực.", ProblemKind.Invalid, "From");

    /// <summary>The end is before the start.</summary>
    public static readonly Problem EndBeforeStart = new("PLN-0013", "Ngày cuối kỳ phải bằng hoặc sau ngày bắt đầu.", ProblemKind.Invalid, "To");

    /// <summary>Targets or periods would overlap in time.</summary>
    public static readonly Problem Overlaps = new("PLN-0014", "Kỳ chồng lên kế hoạch đã ban hành.", ProblemKind.Refused, "From");

    /// <summary>A correction after the plan's period.</summary>
    public static readonly Problem AfterPeriod = new("PLN-0015", "Ngày điều chỉnh nằm sau kỳ của kế hoạch.", ProblemKind.Refused, "From");

    /// <summary>Only the latest plan is corrected.</summary>
    public static readonly Problem NothingToCorrect = new("PLN-0016", "Kế hoạch này đã được thay thế, không điều chỉnh được nữa. Lập điều chỉnh trên kế hoạch mới nhất.");

    /// <summary>No indicator.</summary>
    public static readonly Problem NoIndicator = new("PLN-0017", "Chọn ít nhất một chỉ tiêu.");

    /// <summary>An indicator that the system does not know.</summary>
    public static readonly Problem UnknownIndicator = new("PLN-0018", "Hệ thống không có chỉ tiêu này.");

    /// <summary>No group.</summary>
    public static readonly Problem NoGroup = new("PLN-0019", "Kế hoạch phải có ít nhất một nhóm đơn vị.");

    /// <summary>A group without a name, or two of the same.</summary>
    public static readonly Problem GroupName = new("PLN-0020", "Mỗi nhóm cần tên riêng, tối đa 150 ký tự.");

    /// <summary>A level that is none.</summary>
    public static readonly Problem GroupLevel = new("PLN-0021", "Cấp của nhóm phải là cấp tỉnh, cấp huyện hoặc cấp xã.");

    /// <summary>A group without units.</summary>
    public static readonly Problem EmptyGroup = new("PLN-0022", "Nhóm chưa có đơn vị nào.");

    /// <summary>A unit in two groups of one plan.</summary>
    public static readonly Problem InTwoGroups = new("PLN-0023", "Đơn vị được xếp vào hai nhóm. Mỗi đơn vị chỉ thuộc một nhóm của kế hoạch.");

    /// <summary>A unit in a group that is not there.</summary>
    public static readonly Problem GroupMissing = new("PLN-0024", "Đơn vị được xếp vào nhóm không còn trong kế hoạch. Chọn nhóm khác.");

    /// <summary>No such unit.</summary>
    public static readonly Problem UnknownUnit = new("PLN-0025", "Không có đơn vị này.");

    /// <summary>A unit that was merged or ended, or does not exist yet.</summary>
    public static readonly Problem UnitNotInForce = new("PLN-0026", "Đơn vị không tồn tại vào ngày kế hoạch có hiệu lực.");

    /// <summary>A unit of another level than its group.</summary>
    public static readonly Problem WrongLevel = new("PLN-0027", "Đơn vị không cùng cấp với nhóm.");

    /// <summary>A percent outside 0 to 100, or no number.</summary>
    public static readonly Problem Percent = new("PLN-0028", "Chỉ tiêu phải là số từ 0 đến 100, tối đa hai chữ số thập phân.", ProblemKind.Invalid);

    /// <summary>Communes beside districts: a district's figure already takes in its communes.</summary>
    public static readonly Problem CommunesAndDistricts = new("PLN-0029", "Không lập nhóm cấp xã cùng nhóm cấp huyện: số liệu của huyện đã gồm các xã, sẽ bị tính hai lần.");

    /// <summary>The decision's number, date or signer is missing or impossible.</summary>
    public static readonly Problem DecisionMissing = new("PLN-0030", "Nhập số và ký hiệu quyết định, tối đa 60 ký tự.", ProblemKind.Invalid, "DecisionNo");

    /// <summary>The decision's date.</summary>
    public static readonly Problem DecisionDate = new("PLN-0031", "Nhập ngày ký quyết định, không sau hôm nay.", ProblemKind.Invalid, "DecisionOn");

    /// <summary>Who signed.</summary>
    public static readonly Problem SignerMissing = new("PLN-0032", "Nhập họ tên người ký, tối đa 120 ký tự.", ProblemKind.Invalid, "Signer");

    /// <summary>Why is part of the record.</summary>
    public static readonly Problem ReasonMissing = new("PLN-0033", "Nhập lý do, tối đa 1.000 ký tự.", ProblemKind.Invalid, "Reason");

    /// <summary>A decision number that is taken.</summary>
    public static readonly Problem NumberTaken = new("PLN-0034", "Số quyết định này trong năm đã ghi cho một kế hoạch khác.", ProblemKind.Conflict, "DecisionNo");

    /// <summary>Nothing would change.</summary>
    public static readonly Problem NoChange = new("PLN-0035", "Dự thảo chưa thay đổi gì so với quyết định đang có hiệu lực.");

    /// <summary>A text of another kind than it may be.</summary>
    public static readonly Problem TooLong = new("PLN-0036", "Nội dung dài quá giới hạn.", ProblemKind.Invalid);

    /// <summary>A warning: lower than before.</summary>
    public static readonly Problem Lower = new("PLN-0101", "Chỉ tiêu thấp hơn trước.");

    /// <summary>A warning: some unit has no group.</summary>
    public static readonly Problem LeftOut = new("PLN-0102", "Đơn vị chưa được giao chỉ tiêu.");

    /// <summary>A warning: a group lacks the target of an indicator.</summary>
    public static readonly Problem NoTarget = new("PLN-0103", "Nhóm chưa có chỉ tiêu.");

    /// <summary>A warning: in force before the decision or before today.</summary>
    public static readonly Problem Backwards = new("PLN-0104", "Có hiệu lực trở về trước.");

    /// <summary>A warning: the unit ends within the period.</summary>
    public static readonly Problem UnitEnds = new("PLN-0105", "Đơn vị kết thúc trong kỳ.");

    /// <summary>A warning: the start lies in a period whose figures are frozen.</summary>
    public static readonly Problem InClosedPeriod = new("PLN-0107", "Có kỳ đã chốt số.");

    /// <summary>A warning: another decision was issued since the draft was begun.</summary>
    public static readonly Problem OtherSince = new("PLN-0106", "Có quyết định khác ban hành sau khi lập dự thảo.");
}
