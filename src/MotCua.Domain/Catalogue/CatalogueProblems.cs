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

    /// <summary>No steps, or too many.</summary>
    public static readonly Problem RouteLength = new("CAT-0030", "Quy trình có từ 1 đến 8 bước. Nhập tên, vai trò và phần thời hạn của từng bước.", ProblemKind.Invalid, "Steps[0].Name");

    /// <summary>A step without a name.</summary>
    public static readonly Problem RouteStepName = new("CAT-0031", "Mỗi bước cần một tên không quá 120 ký tự, ví dụ «Thẩm định hồ sơ».", ProblemKind.Invalid, "Steps[0].Name");

    /// <summary>A step of another role.</summary>
    public static readonly Problem RouteStepRole = new("CAT-0032", "Chọn vai trò của từng bước: chuyên viên, lãnh đạo đơn vị hoặc văn thư.", ProblemKind.Invalid, "Steps[0].Role");

    /// <summary>The parts do not make the limit (law rule 26).</summary>
    public static readonly Problem RouteShares = new("CAT-0033", "Phần thời hạn của các bước phải là số nguyên từ 1 và cộng lại đúng 100 %.", ProblemKind.Invalid, "Steps[0].Percent");

    /// <summary>Nobody decides.</summary>
    public static readonly Problem RouteUndecided = new("CAT-0034", "Quy trình cần một bước của lãnh đạo đơn vị: không có ai duyệt thì hồ sơ không có kết quả.", ProblemKind.Refused, "Steps[0].Role");

    /// <summary>A clerk before the decision, or somebody else after it.</summary>
    public static readonly Problem RouteClerkLast = new("CAT-0035", "Văn thư ban hành sau khi lãnh đạo duyệt: đặt bước văn thư ở cuối, sau bước lãnh đạo cuối cùng chỉ còn văn thư.", ProblemKind.Refused, "Steps[0].Role");

    /// <summary>A step that nobody can do.</summary>
    public static readonly Problem RouteStrands = new("CAT-0036", "Chưa công bố được: hồ sơ sẽ kẹt ở bước không có người.", ProblemKind.Refused, "Steps[0].Role");

    /// <summary>One person would draft and decide.</summary>
    public static readonly Problem RouteOneHand = new("CAT-0037", "Chưa công bố được: chỉ có một người vừa soạn vừa duyệt, trong khi không ai được duyệt dự thảo của chính mình. Giao thêm vai trò cho người khác.", ProblemKind.Refused, "Steps[0].Role");

    /// <summary>A route begins tomorrow at the earliest.</summary>
    public static readonly Problem RouteInThePast = new("CAT-0038", "Quy trình mới áp dụng cho hồ sơ tiếp nhận từ ngày mai trở đi: chọn ngày sau hôm nay.", ProblemKind.Invalid, "From");

    /// <summary>A later one is laid down already.</summary>
    public static readonly Problem RouteScheduled = new("CAT-0039", "Đã có quy trình sẽ áp dụng từ ngày này hoặc sau đó. Hủy quy trình đó trước khi đặt quy trình khác.", ProblemKind.Conflict, "From");

    /// <summary>No such unit or procedure within reach.</summary>
    public static readonly Problem RouteNotFound = new("CAT-0040", "Không tìm thấy đơn vị hoặc thủ tục trong phạm vi quản trị của bạn.", ProblemKind.NotFound);

    /// <summary>What is in force is not withdrawn.</summary>
    public static readonly Problem RouteInForce = new("CAT-0041", "Quy trình đã có hiệu lực thì không hủy; đặt quy trình mới từ một ngày sau.", ProblemKind.Conflict);
}
