using MotCua.Domain.Kernel;

namespace MotCua.Domain.Targets;

/// <summary>Refusals of reports.</summary>
public static class ReportProblems
{
    /// <summary>No such kind of report.</summary>
    public static readonly Problem NoTemplate = new("REP-0001", "Chọn loại báo cáo trong danh mục.", ProblemKind.Invalid, "Template");

    /// <summary>No period, or one that is none.</summary>
    public static readonly Problem NoPeriod = new("REP-0002", "Chọn kỳ báo cáo.", ProblemKind.Invalid, "Period");

    /// <summary>A period of a kind that the template is not made for.</summary>
    public static readonly Problem PeriodKind = new("REP-0003", "Loại báo cáo này không lập cho kỳ đã chọn.", ProblemKind.Invalid, "Period");

    /// <summary>A period that has not begun.</summary>
    public static readonly Problem Future = new("REP-0004", "Kỳ báo cáo chưa bắt đầu. Chọn kỳ đã kết thúc hoặc kỳ đang diễn ra.", ProblemKind.Invalid, "Period");

    /// <summary>A unit that is not there, or was not there in the period.</summary>
    public static readonly Problem NoUnit = new("REP-0005", "Không có đơn vị này trong kỳ báo cáo. Chọn đơn vị trong danh sách.", ProblemKind.Invalid, "Scope");

    /// <summary>A scope that the template is not made for.</summary>
    public static readonly Problem NotForScope = new("REP-0006", "Loại báo cáo này chỉ lập cho toàn tỉnh.", ProblemKind.Invalid, "Scope");

    /// <summary>Not one's own unit.</summary>
    public static readonly Problem NotYours = new("REP-0007", "Bạn chỉ lập và xem được báo cáo của đơn vị mình. Báo cáo toàn tỉnh do Văn phòng UBND tỉnh lập.", ProblemKind.Forbidden, "Scope");

    /// <summary>A report of the same kind, period and unit is being made.</summary>
    public static readonly Problem AlreadyMaking = new("REP-0008", "Báo cáo này đang được lập. Hãy đợi lần lập đó xong.", ProblemKind.Conflict);

    /// <summary>A new revision says why.</summary>
    public static readonly Problem NoReason = new("REP-0009", "Báo cáo của kỳ này đã có. Nêu lý do lập lại (từ 5 đến 500 ký tự); bản cũ vẫn được giữ.", ProblemKind.Invalid, "Reason");

    /// <summary>A row whose columns do not add up.</summary>
    public static readonly Problem Identity = new("REP-0010", "Số liệu không khớp đẳng thức của biểu.");

    /// <summary>No such report.</summary>
    public static readonly Problem NotFound = new("REP-0011", "Không tìm thấy báo cáo.", ProblemKind.NotFound);

    /// <summary>Number and date of the submission.</summary>
    public static readonly Problem SubmissionShape = new("REP-0012", "Nhập số, ký hiệu văn bản (tối đa 50 ký tự) và ngày văn bản, không sau hôm nay và không trước ngày cuối kỳ.", ProblemKind.Invalid, "Number");

    /// <summary>Already submitted.</summary>
    public static readonly Problem AlreadySubmitted = new("REP-0013", "Báo cáo này đã được ghi nhận trình, ký. Cần sửa thì lập bản mới.", ProblemKind.Conflict);

    /// <summary>It is not waiting or running any more.</summary>
    public static readonly Problem NotRunning = new("REP-0014", "Lần lập này đã kết thúc.", ProblemKind.Conflict);

    /// <summary>It did not fail.</summary>
    public static readonly Problem NotFailed = new("REP-0015", "Lần lập này không ở trạng thái bị lỗi hoặc đã dừng.", ProblemKind.Conflict);

    /// <summary>Working days after the period.</summary>
    public static readonly Problem ScheduleShape = new("REP-0016", "Số ngày làm việc sau khi hết kỳ từ 1 đến 20.", ProblemKind.Invalid, "After");

    /// <summary>A schedule of that kind, period and unit is there.</summary>
    public static readonly Problem ScheduleThere = new("REP-0017", "Đã có lịch lập báo cáo này.", ProblemKind.Conflict);
}
