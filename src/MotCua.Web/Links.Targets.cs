using System.Globalization;

namespace MotCua.Web;

public static partial class Links
{
    /// <summary>The targets board of a period, with the chosen ways of counting.</summary>
    public static string Board(string? period, DateOnly? from, DateOnly? to, string? ct2, string? ct3, bool own) =>
        With(Board(), ("ky", period), ("tu", Iso(from)), ("den", Iso(to)), ("ct2", ct2 == "ct2" ? null : ct2), ("ct3", ct3 == "ct3" ? null : ct3), ("rieng", own ? "true" : null));

    /// <summary>What stands behind a figure of the board.</summary>
    public static string BoardList(string indicator, string unit, DateOnly from, DateOnly to, bool isNumerator, bool own, string? after = null, bool csv = false) =>
        With(Board() + "/danh-sach", ("chi-tieu", indicator), ("don-vi", unit), ("tu", Iso(from)), ("den", Iso(to)), ("phan", isNumerator ? "tu-so" : "mau-so"), ("rieng", own ? "true" : null),
            ("sau", after), ("handler", csv ? "csv" : null));

    /// <summary>A unit's own page of figures.</summary>
    public static string BoardUnit(string unit, string? period = null, DateOnly? from = null, DateOnly? to = null) =>
        With(Board() + "/don-vi/" + Part(unit), ("ky", period), ("tu", Iso(from)), ("den", Iso(to)));

    /// <summary>The public summary of the targets.</summary>
    public static string PublicBoard(string? period = null) => With("/chi-tieu", ("ky", period));

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
