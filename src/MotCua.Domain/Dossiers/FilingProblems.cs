using MotCua.Domain.Kernel;

namespace MotCua.Domain.Dossiers;

/// <summary>Refusals while a dossier is being made up.</summary>
public static class FilingProblems
{
    /// <summary>No such draft for this person.</summary>
    public static readonly Problem NoDraft = new("FIL-0001", "Không tìm thấy bản nháp. Mở «Hồ sơ của tôi» để xem các bản nháp đang có.", ProblemKind.NotFound);

    /// <summary>The same page was saved elsewhere meanwhile.</summary>
    public static readonly Problem SavedElsewhere = new("FIL-0002", "Trang này vừa được lưu ở thiết bị hoặc thẻ khác. Nội dung bạn vừa nhập vẫn ở dưới đây; nội dung đã lưu ghi bên cạnh. Sửa cho đúng rồi lưu lại.", ProblemKind.Conflict);

    /// <summary>The draft changed after the answers were shown.</summary>
    public static readonly Problem ChangedSinceChecked = new("FIL-0003", "Bản nháp đã thay đổi sau khi bạn mở trang này. Xem lại các câu trả lời bên dưới rồi bấm nộp.", ProblemKind.Conflict);

    /// <summary>No such procedure that can be filed.</summary>
    public static readonly Problem NoProcedure = new("FIL-0004", "Không tìm thấy thủ tục này, hoặc thủ tục chưa nhận hồ sơ trực tuyến.", ProblemKind.NotFound);

    /// <summary>No page or component of that name.</summary>
    public static readonly Problem NoSuchPart = new("FIL-0005", "Không tìm thấy phần này của hồ sơ.", ProblemKind.NotFound);

    /// <summary>The unit was not chosen from the list.</summary>
    public static readonly Problem NoUnit = new("FIL-0006", "Chọn nơi nộp hồ sơ trong danh sách.", ProblemKind.Invalid, "UnitKey");

    /// <summary>The way of giving a paper was not chosen.</summary>
    public static readonly Problem NoWay = new("FIL-0007", "Chọn cách nộp giấy tờ này.", ProblemKind.Invalid, "Way");

    /// <summary>On paper without a reason.</summary>
    public static readonly Problem NoPaperReason = new("FIL-0008", "Ghi lý do nộp bản giấy, ví dụ: giấy khổ lớn không chụp rõ được.", ProblemKind.Invalid, "Reason");

    /// <summary>Too long a reason.</summary>
    public static readonly Problem LongPaperReason = new("FIL-0009", "Lý do dài quá 300 ký tự. Rút ngắn lại.", ProblemKind.Invalid, "Reason");

    /// <summary>Upload was chosen but no file.</summary>
    public static readonly Problem NoFile = new("FIL-0010", "Chọn tệp ảnh chụp hoặc bản quét của giấy tờ, rồi bấm tải lên.", ProblemKind.Invalid, "File");

    /// <summary>The declaration names another applicant than the answer of whose dossier it is.</summary>
    public static readonly Problem StandingContradicted = new("FIL-0012", "Tờ khai và câu «Hồ sơ này là của ai?» nói khác nhau về chủ hồ sơ. Sửa một trong hai cho đúng rồi nộp.");

    /// <summary>Too many drafts of one person.</summary>
    public static readonly Problem TooManyDrafts = new("FIL-0011", "Bạn đang có 50 bản nháp. Xóa bớt bản nháp không dùng ở «Hồ sơ của tôi», rồi bắt đầu lại.");
}
