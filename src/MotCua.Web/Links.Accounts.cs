namespace MotCua.Web;

public static partial class Links
{
    /// <summary>Leads to the identity provider.</summary>
    public static string SignInStart(string? returnTo = null) => With("/dang-nhap/bat-dau", ("returnUrl", returnTo));

    /// <summary>Signing in with the e-ID did not work.</summary>
    public static string SignInFailed(string why, string? returnTo) => With("/dang-nhap", ("ketQua", why), ("returnUrl", returnTo));

    /// <summary>Signed out here and at the provider.</summary>
    public static string SignedOut() => "/dang-xuat";

    /// <summary>The signed-in person's account.</summary>
    public static string Account() => "/tai-khoan";

    /// <summary>Officers sign in from the start: the steps took too long.</summary>
    public static string StaffSignInAgain() => With("/can-bo/dang-nhap", ("tuDau", "1"));

    /// <summary>Officers' second factor.</summary>
    public static string StaffCode() => "/can-bo/dang-nhap/ma-xac-thuc";

    /// <summary>Officers' enrolment of the second factor.</summary>
    public static string StaffEnrol() => "/can-bo/dang-nhap/cai-dat-ma";

    /// <summary>Officers must choose a new password.</summary>
    public static string StaffNewPassword() => "/can-bo/dang-nhap/mat-khau-moi";

    /// <summary>Officers give both factors again before an act that matters.</summary>
    public static string StaffConfirm(string? returnTo = null) => With("/can-bo/xac-nhan", ("returnUrl", returnTo));

    /// <summary>An officer's own account.</summary>
    public static string StaffAccount() => "/can-bo/tai-khoan";
}
