using System.Globalization;

namespace MotCua.Web;

public static partial class Links
{
    /// <summary>Officers; filtered, or the page after a sign-in name.</summary>
    public static string AdminOfficers(string? words = null, string? unit = null, string? after = null) => With("/can-bo/quan-tri/can-bo", ("q", words), ("donVi", unit), ("sau", after));

    /// <summary>Make an officer.</summary>
    public static string AdminNewOfficer() => "/can-bo/quan-tri/can-bo/them";

    /// <summary>One officer.</summary>
    public static string AdminOfficer(Guid id) => "/can-bo/quan-tri/can-bo/" + id.ToString("N");

    /// <summary>Units.</summary>
    public static string AdminUnits(string? words = null, string? level = null) => With("/can-bo/quan-tri/don-vi", ("q", words), ("cap", level));

    /// <summary>One unit.</summary>
    public static string AdminUnit(string key) => "/can-bo/quan-tri/don-vi/" + Part(key);

    /// <summary>Working hours.</summary>
    public static string AdminHours() => "/can-bo/quan-tri/gio-lam-viec";

    /// <summary>Routes of a unit; without one, the choice of it.</summary>
    public static string AdminRoutes(string? unit = null) => "/can-bo/quan-tri/quy-trinh" + (unit is null ? "" : "/" + Part(unit));

    /// <summary>Holidays of a year.</summary>
    public static string AdminHolidays(int? year = null) => With("/can-bo/quan-tri/ngay-nghi", ("nam", year?.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Procedures by publication.</summary>
    public static string AdminPublishing(string? state = null, string? words = null, string? unit = null, string? missing = null, string? after = null) =>
        With("/can-bo/quan-tri/thu-tuc", ("trangThai", state), ("q", words), ("donVi", unit), ("thieu", missing), ("sau", after));

    /// <summary>Procedures that take no new dossiers, or will not.</summary>
    public static string AdminClosed() => AdminPublishing("dung-tiep-nhan");

    /// <summary>Close one public procedure for new dossiers, or open it again.</summary>
    public static string AdminClosing(string code) => AdminPublish(code) + "/dung-tiep-nhan";

    /// <summary>What is missing before the province opens: contacts of units, sequences of procedures.</summary>
    public static string AdminGaps(string? part = null) => With("/can-bo/quan-tri/du-lieu-con-thieu", ("phan", part));

    /// <summary>Publish one procedure.</summary>
    public static string AdminPublish(string code) => "/can-bo/quan-tri/thu-tuc/" + Part(code);
}
