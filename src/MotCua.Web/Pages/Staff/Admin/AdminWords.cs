namespace MotCua.Web.Pages.Staff.Admin;

/// <summary>Words of the administration.</summary>
public static class AdminWords
{
    /// <summary>An act of the trail.</summary>
    public static string ActOf(string action) => action switch
    {
        "OfficerCreated" => "Tạo tài khoản",
        "OfficerEdited" => "Sửa thông tin",
        "OfficerGranted" => "Giao vai trò",
        "OfficerRevoked" => "Thu hồi vai trò",
        "OfficerUnlock" => "Mở khóa",
        "OfficerResetCode" => "Đặt lại mã xác thực",
        "OfficerResetPassword" => "Cấp lại mật khẩu",
        "OfficerDeactivate" => "Ngừng dùng tài khoản",
        "OfficerActivate" => "Cho dùng lại tài khoản",
        "OfficerSignedIn" => "Đăng nhập",
        "OfficerPasswordFailed" => "Nhập sai mật khẩu",
        "OfficerCodeFailed" => "Nhập sai mã xác thực",
        "OfficerLocked" => "Bị khóa vì nhập sai nhiều lần",
        "OfficerTotpEnrolled" => "Cài mã xác thực",
        "OfficerPasswordChanged" => "Đổi mật khẩu",
        _ => action,
    };

    /// <summary>Levels joined by commas, in words.</summary>
    public static string LevelsOf(string levels) => levels.Length == 0 ? "chưa rõ" : string.Join(", ", levels.Split(',').Select(LevelOf));

    /// <summary>A level.</summary>
    public static string LevelOf(string level) => level switch { "tinh" => "cấp tỉnh", "huyen" => "cấp huyện", "xa" => "cấp xã", _ => level };
}
