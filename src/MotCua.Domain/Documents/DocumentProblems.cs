using MotCua.Domain.Kernel;

namespace MotCua.Domain.Documents;

/// <summary>Refusals of the documents module.</summary>
public static class DocumentProblems
{
    /// <summary>Larger than allowed.</summary>
    public static readonly Problem TooLarge = new("DOC-0001", "Tệp quá lớn. Chụp lại ở độ phân giải thấp hơn hoặc tách thành nhiều tệp, rồi chọn lại.", ProblemKind.Invalid, "File");

    /// <summary>Empty.</summary>
    public static readonly Problem Empty = new("DOC-0002", "Tệp rỗng. Chọn lại tệp có nội dung.", ProblemKind.Invalid, "File");

    /// <summary>Not one of the kinds, by its content.</summary>
    public static readonly Problem WrongKind = new("DOC-0003", "Tệp không phải PDF, JPEG, PNG hoặc WebP. Chụp ảnh giấy tờ bằng điện thoại hoặc lưu thành PDF, rồi chọn lại.", ProblemKind.Invalid, "File");

    /// <summary>HEIC photographs.</summary>
    public static readonly Problem Heic = new("DOC-0004", "Ảnh HEIC của iPhone chưa mở được. Vào Cài đặt › Camera › Định dạng, chọn «Tương thích nhất», chụp lại; hoặc gửi ảnh chụp màn hình.", ProblemKind.Invalid, "File");

    /// <summary>The kind is right but it cannot be opened.</summary>
    public static readonly Problem Unreadable = new("DOC-0005", "Tệp bị hỏng hoặc không mở được. Mở thử tệp trên máy của bạn, lưu lại hoặc chụp lại, rồi chọn lại.", ProblemKind.Invalid, "File");

    /// <summary>PDF with a password.</summary>
    public static readonly Problem Locked = new("DOC-0006", "Tệp PDF đang đặt mật khẩu. Bỏ mật khẩu rồi chọn lại.", ProblemKind.Invalid, "File");

    /// <summary>The store is full or away.</summary>
    public static readonly Problem StoreUnavailable = new("DOC-0007", "Hệ thống tạm thời chưa lưu được tệp. Tệp chưa được nộp; các câu trả lời vẫn được giữ. Thử lại sau ít phút.", ProblemKind.Conflict, "File");

    /// <summary>No such file for this person.</summary>
    public static readonly Problem NotFound = new("DOC-0008", "Không tìm thấy tệp.", ProblemKind.NotFound);

    /// <summary>Too many files for one filing.</summary>
    public static readonly Problem TooMany = new("DOC-0009", "Hồ sơ đã có quá nhiều tệp. Gộp các trang thành một tệp PDF, hoặc bỏ bớt tệp thừa rồi tải lại.", ProblemKind.Invalid, "File");
}
