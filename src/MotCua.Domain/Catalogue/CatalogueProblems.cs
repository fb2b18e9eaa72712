using MotCua.Domain.Kernel;

namespace MotCua.Domain.Catalogue;

/// <summary>Refusals of publishing procedures.</summary>
public static class CatalogueProblems
{
    /// <summary>Nothing chosen.</summary>
    public static readonly Problem NothingChosen = new("CAT-0001", "Chọn ít nhất một thủ tục để công khai.", ProblemKind.Invalid, "Codes");

    /// <summary>The administrator did not take responsibility.</summary>
    public static readonly Problem NoResponsibility = new("CAT-0002", "Đánh dấu «Tôi chịu trách nhiệm» để xác nhận đã kiểm tra nội dung thủ tục.", ProblemKind.Invalid, "TakesResponsibility");

    /// <summary>The decision that announces the procedure.</summary>
    public static readonly Problem DecisionMissing = new("CAT-0003", "Nhập số, ngày quyết định công bố thủ tục hoặc căn cứ cho phép công khai.", ProblemKind.Invalid, "Decision");

    /// <summary>No such procedure.</summary>
    public static readonly Problem ProcedureNotFound = new("CAT-0004", "Không tìm thấy thủ tục.", ProblemKind.NotFound);

    /// <summary>Procedures of vertical agencies are not offered by units of the province.</summary>
    public static readonly Problem Vertical = new("CAT-0005", "Thủ tục thuộc ngành dọc nên không công khai tại đơn vị của tỉnh.");

    /// <summary>No unit can be found to offer it.</summary>
    public static readonly Problem NoPlace = new("CAT-0006", "Chưa xác định được nơi tiếp nhận: chọn cấp giải quyết, và với cấp tỉnh thì chọn cơ quan chịu trách nhiệm.", ProblemKind.Invalid, "Levels");

    /// <summary>Already published or closed.</summary>
    public static readonly Problem NotWaiting = new("CAT-0007", "Thủ tục không còn ở trạng thái chờ chuẩn hóa. Tải lại danh sách.", ProblemKind.Conflict);

    /// <summary>Only a public procedure can be closed.</summary>
    public static readonly Problem NotPublished = new("CAT-0008", "Chỉ dừng tiếp nhận được thủ tục đang công khai. Tải lại danh sách.", ProblemKind.Conflict);

    /// <summary>Closed from a day that has passed.</summary>
    public static readonly Problem ClosingInThePast = new("CAT-0009", "Ngày dừng tiếp nhận phải từ hôm nay trở đi, để hồ sơ đã nộp không thành sai.", ProblemKind.Invalid, "From");

    /// <summary>Ends before it begins.</summary>
    public static readonly Problem ClosingEndsBefore = new("CAT-0010", "Ngày tiếp nhận trở lại phải sau ngày dừng tiếp nhận.", ProblemKind.Invalid, "Until");

    /// <summary>A closing for good has no end.</summary>
    public static readonly Problem ClosingForGood = new("CAT-0011", "Đóng thủ tục thì không có ngày tiếp nhận trở lại: để trống ngày này, hoặc chọn «Tạm dừng».", ProblemKind.Invalid, "Until");

    /// <summary>No reason for the public.</summary>
    public static readonly Problem ClosingReason = new("CAT-0012", "Nhập lý do để người dân hiểu, không quá 300 ký tự.", ProblemKind.Invalid, "Reason");

    /// <summary>No decision.</summary>
    public static readonly Problem ClosingDecisionMissing = new("CAT-0013", "Nhập số, ngày quyết định hoặc căn cứ, không quá 300 ký tự.", ProblemKind.Invalid, "Decision");

    /// <summary>It is closed already, or will be.</summary>
    public static readonly Problem AlreadyClosed = new("CAT-0014", "Thủ tục đã có một đợt dừng tiếp nhận đang hoặc sắp có hiệu lực. Mở lại đợt đó trước khi đặt đợt khác.", ProblemKind.Conflict);

    /// <summary>Nothing to open again.</summary>
    public static readonly Problem NotClosed = new("CAT-0015", "Thủ tục đang tiếp nhận bình thường, không có gì để mở lại. Tải lại trang.", ProblemKind.Conflict);

    /// <summary>Opened again from a day that has passed.</summary>
    public static readonly Problem ReopeningInThePast = new("CAT-0016", "Ngày tiếp nhận trở lại phải từ hôm nay trở đi.", ProblemKind.Invalid, "ReopenFrom");
}
