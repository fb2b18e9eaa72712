using System.Globalization;
using MotCua.App.Dossiers;

namespace MotCua.Web;

public static partial class Links
{
    /// <summary>A printed form of a dossier, for officers (TT 01/2018). For Mẫu 02 which demand, from 1; absent = the last.</summary>
    public static string Paper(string code, PaperForm form, int? ordinal = null) => With($"{StaffDossier(code)}/giay/{Slug(form)}", ("lan", ordinal?.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A printed form of one's own dossier.</summary>
    public static string MyPaper(string code, PaperForm form, int? ordinal = null) => With($"{MyDossier(code)}/giay/{Slug(form)}", ("lan", ordinal?.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Sổ theo dõi hồ sơ (Mẫu 06) of a unit and a period; without them, the page that asks for them.</summary>
    /// <param name="unit">Unit key.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day, inclusive.</param>
    /// <param name="after">Number of the last dossier of the page before.</param>
    /// <param name="first">Running number of the page's first line.</param>
    /// <param name="format"><c>csv</c> for the whole period as CSV.</param>
    public static string Register(string? unit = null, DateOnly? from = null, DateOnly? to = null, string? after = null, int? first = null, string? format = null) => With(
        "/can-bo/so-theo-doi", ("donVi", unit), ("tu", Day(from)), ("den", Day(to)), ("sau", after), ("stt", first?.ToString(CultureInfo.InvariantCulture)), ("dinhDang", format));

    private static string Slug(PaperForm form) => string.Create(CultureInfo.InvariantCulture, $"mau-{(int)form:00}");

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
