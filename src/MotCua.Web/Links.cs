using System.Globalization;

namespace MotCua.Web;

/// <summary>
/// Every address of the portal, strongly named. Pages and code write no address by hand. Each module adds its own in
/// <c>Links.Module.cs</c> (partial class).
/// </summary>
public static partial class Links
{
    /// <summary>Trang chủ.</summary>
    public static string Home() => "/";

    /// <summary>Giới thiệu.</summary>
    public static string About() => "/gioi-thieu";

    /// <summary>Tìm thủ tục; with words, the results.</summary>
    public static string Search(string? words = null) => With("/thu-tuc", ("q", words));

    /// <summary>One procedure by its national code.</summary>
    public static string Procedure(string code) => "/thu-tuc/" + Part(code);

    /// <summary>Public lookup of a dossier.</summary>
    public static string Lookup(string? code = null) => With("/tra-cuu/ho-so", ("ma", code));

    /// <summary>Form in which a result's code is typed, to see whether it is genuine.</summary>
    public static string Verify() => "/xac-thuc";

    /// <summary>The page that a result's QR opens.</summary>
    public static string Verify(string token) => "/xac-thuc/" + Part(token);

    /// <summary>Sơ đồ trang.</summary>
    public static string SiteMap() => "/so-do-trang";

    /// <summary>Site map for search engines.</summary>
    public static string SiteMapXml() => "/sitemap.xml";

    /// <summary>Tuyên bố tiếp cận.</summary>
    public static string Accessibility() => "/tro-giup/tiep-can";

    /// <summary>Trợ giúp.</summary>
    public static string Help() => "/tro-giup";

    /// <summary>Chính sách quyền riêng tư.</summary>
    public static string Privacy() => "/chinh-sach-rieng-tu";

    /// <summary>Citizens sign in; afterwards back to a local address.</summary>
    public static string SignIn(string? returnTo = null) => With("/dang-nhap", ("returnUrl", returnTo));

    /// <summary>Citizens sign out (POST).</summary>
    public static string SignOut() => "/dang-xuat";

    /// <summary>The signed-in person's dossiers.</summary>
    public static string MyDossiers() => "/ho-so-cua-toi";

    /// <summary>One of the signed-in person's dossiers, by submission code.</summary>
    public static string MyDossier(string code) => "/ho-so-cua-toi/" + Part(code);

    /// <summary>Start to file a dossier for a procedure.</summary>
    public static string FileDossier(string procedureCode) => "/nop-ho-so/" + Part(procedureCode);

    /// <summary>Officers' "Hôm nay".</summary>
    public static string Staff() => "/can-bo";

    /// <summary>Officers sign in.</summary>
    public static string StaffSignIn(string? returnTo = null) => With("/can-bo/dang-nhap", ("returnUrl", returnTo));

    /// <summary>Officers sign out (POST).</summary>
    public static string StaffSignOut() => "/can-bo/dang-xuat";

    /// <summary>Officers' lists of and search over dossiers (words are sent by POST).</summary>
    public static string StaffDossiers() => "/can-bo/ho-so";

    /// <summary>One dossier as officers see it.</summary>
    public static string StaffDossier(string code) => "/can-bo/ho-so/" + Part(code);

    /// <summary>Bảng chỉ tiêu.</summary>
    public static string Board() => "/can-bo/chi-tieu";

    /// <summary>Quản trị.</summary>
    public static string Admin() => "/can-bo/quan-tri";

    /// <summary>The page of an error, by status.</summary>
    public static string Error(int status) => "/loi/" + status.ToString(CultureInfo.InvariantCulture);

    /// <summary>The absolute form of an address, for canonical links, QR codes and mail.</summary>
    public static string Absolute(HttpRequest request, string local) => $"{request.Scheme}://{request.Host}{local}";

    private static string Part(string value) => Uri.EscapeDataString(value);

    private static string With(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var joint = '?';
        foreach (var (name, value) in query)
        {
            if (!string.IsNullOrEmpty(value))
            {
                path += joint + name + "=" + Uri.EscapeDataString(value);
                joint = '&';
            }
        }

        return path;
    }
}
