using MotCua.Domain.Kernel;

namespace MotCua.Domain.Accounts;

/// <summary>Refusals of signing in and of administering officers.</summary>
public static class AccountProblems
{
    /// <summary>Unknown name, wrong password, locked or inactive: one sentence for all, so that nobody learns which names exist.</summary>
    public static readonly Problem WrongPassword = new("ACC-0001", "Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đang tạm khóa. Kiểm tra lại rồi thử lại; sau 5 lần sai liên tiếp, tài khoản bị khóa 15 phút.", ProblemKind.Invalid, "UserName");

    /// <summary>Wrong, old or used code, or locked meanwhile.</summary>
    public static readonly Problem WrongCode = new("ACC-0002", "Mã xác thực không đúng, đã hết hạn hoặc đã dùng. Chờ ứng dụng hiện mã mới rồi nhập mã đó; sau 5 lần sai liên tiếp, tài khoản bị khóa 15 phút.", ProblemKind.Invalid, "Code");

    /// <summary>The steps of signing in took too long or changed meanwhile.</summary>
    public static readonly Problem SignInExpired = new("ACC-0003", "Bước đăng nhập đã quá 10 phút hoặc không còn hiệu lực. Đăng nhập lại từ đầu.");

    /// <summary>A new password that is too weak.</summary>
    public static readonly Problem WeakPassword = new("ACC-0004", "Mật khẩu phải có ít nhất 12 ký tự, không chứa tên đăng nhập và không dễ đoán. Gợi ý: ghép bốn từ không liên quan.", ProblemKind.Invalid, "NewPassword");

    /// <summary>The new password is the old one.</summary>
    public static readonly Problem SamePassword = new("ACC-0005", "Mật khẩu mới phải khác mật khẩu đang dùng.", ProblemKind.Invalid, "NewPassword");

    /// <summary>No such officer, or not in a unit of this administrator.</summary>
    public static readonly Problem OfficerNotFound = new("ACC-0006", "Không tìm thấy cán bộ trong phạm vi quản trị của bạn.", ProblemKind.NotFound);

    /// <summary>Sign-in name taken.</summary>
    public static readonly Problem UserNameTaken = new("ACC-0007", "Tên đăng nhập đã có người dùng. Thêm số hoặc tên đơn vị để phân biệt.", ProblemKind.Invalid, "UserName");

    /// <summary>Sign-in name of a wrong shape.</summary>
    public static readonly Problem UserNameShape = new("ACC-0008", "Tên đăng nhập gồm 3 đến 40 chữ thường không dấu, chữ số, dấu chấm, gạch ngang hoặc gạch dưới.", ProblemKind.Invalid, "UserName");

    /// <summary>Name missing.</summary>
    public static readonly Problem NameMissing = new("ACC-0009", "Nhập họ và tên cán bộ (tối đa 120 ký tự).", ProblemKind.Invalid, "DisplayName");

    /// <summary>A role that this administrator may not give, or a unit outside the reach.</summary>
    public static readonly Problem GrantNotAllowed = new("ACC-0010", "Bạn không được giao vai trò này cho đơn vị đã chọn. Quản trị đơn vị chỉ giao vai trò tiếp nhận, thụ lý, lãnh đạo, văn thư trong đơn vị mình; các vai trò khác do quản trị tỉnh giao.", ProblemKind.Forbidden);

    /// <summary>Nobody gives a role to themselves.</summary>
    public static readonly Problem OwnGrant = new("ACC-0011", "Không tự giao hoặc tự thu hồi vai trò của chính mình. Nhờ quản trị viên khác thực hiện.", ProblemKind.Forbidden);

    /// <summary>Unknown unit.</summary>
    public static readonly Problem UnitUnknown = new("ACC-0012", "Chọn đơn vị đang hoạt động trong danh mục.", ProblemKind.Invalid, "UnitKey");

    /// <summary>The term ends before it begins.</summary>
    public static readonly Problem TermEndsFirst = new("ACC-0013", "Ngày kết thúc phải sau ngày bắt đầu. Để trống nếu chưa có thời hạn.", ProblemKind.Invalid, "Until");

    /// <summary>The same role is in force for the unit in that term.</summary>
    public static readonly Problem GrantExists = new("ACC-0014", "Cán bộ đã có vai trò này tại đơn vị trong thời gian đó. Thu hồi vai trò cũ trước, hoặc chọn thời gian khác.", ProblemKind.Conflict, "Role");

    /// <summary>Somebody else changed the officer.</summary>
    public static readonly Problem OfficerStale = new("ACC-0015", "Thông tin cán bộ vừa được người khác cập nhật. Xem lại rồi lưu lần nữa; nội dung đã nhập vẫn được giữ.", ProblemKind.Conflict);

    /// <summary>A role must be chosen.</summary>
    public static readonly Problem RoleMissing = new("ACC-0016", "Chọn vai trò.", ProblemKind.Invalid, "Role");

    /// <summary>The identity provider gave no subject.</summary>
    public static readonly Problem NoSubject = new("ACC-0017", "Hệ thống định danh không trả về mã tài khoản. Thử đăng nhập lại; nếu vẫn lỗi, gọi tổng đài 18001096.");

    /// <summary>Administrators and operators read no dossier, so the roles do not go together (ADR 0015).</summary>
    public static readonly Problem RolesClash = new("ACC-0018", "Quản trị và vận hành không được đọc hồ sơ, nên không giao cùng vai trò tiếp nhận, thụ lý, lãnh đạo hoặc văn thư cho một người.", ProblemKind.Refused, "Role");
}
