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
}
