using System.Globalization;

namespace MotCua.Web;

public static partial class Links
{
    /// <summary>Dữ liệu mở: the catalogue for people.</summary>
    public static string OpenData() => "/du-lieu-mo";

    /// <summary>The catalogue for programs.</summary>
    public static string OpenDatasets() => "/api/v1/open/datasets";

    /// <summary>A file of open data: <c>csv</c> or <c>json</c>.</summary>
    public static string OpenFile(string set, string format, int? year = null) =>
        With($"/api/v1/open/{Part(set)}.{format}", ("nam", year?.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The licence of the data.</summary>
    public static string OpenLicence() => "https://creativecommons.org/licenses/by/4.0/deed.vi";

    /// <summary>Visits, searches without a result and how far people come with e-forms.</summary>
    public static string Visits(string? period = null) => With("/can-bo/van-hanh/luot-truy-cap", ("ky", period));
}
