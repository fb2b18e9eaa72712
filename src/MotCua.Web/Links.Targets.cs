using System.Globalization;
using MotCua.Web.Components;

namespace MotCua.Web;

public static partial class Links
{
    /// <summary>The targets board of a period, with the chosen ways of counting.</summary>
    public static string Board(string? period, DateOnly? from, DateOnly? to, string? ct2, string? ct3, bool own) =>
        With(Board(), ("ky", period), ("tu", Iso(from)), ("den", Iso(to)), ("ct2", ct2 == "ct2" ? null : ct2), ("ct3", ct3 == "ct3" ? null : ct3), ("rieng", own ? "true" : null));

    /// <summary>The board as it is looked at.</summary>
    /// <param name="view">Period, ways of counting, group, order.</param>
    /// <param name="file"><c>csv</c>, <c>xlsx</c>, <c>pdf</c>; null = the page.</param>
    public static string Board(BoardView view, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        return With(Board(), ViewOf(view, ("nhom", view.Group), ("xep", view.Sort), ("loc", view.IsMissedOnly ? "chua-dat" : null), ("handler", file)));
    }

    /// <summary>The board on one sheet of paper.</summary>
    public static string BoardPrint(BoardView view) => With(Board() + "/ban-in", ViewOf(view));

    /// <summary>The figures by month.</summary>
    public static string BoardMonths(BoardView view, string indicator, bool isYearSoFar = false) => With(Board() + "/theo-thang", ViewOf(view, ("chi-tieu", indicator), ("cach", isYearSoFar ? "luy-ke" : null)));

    /// <summary>The figures on the map.</summary>
    public static string BoardMap(BoardView view, string indicator) => With(Board() + "/ban-do", ViewOf(view, ("chi-tieu", indicator)));

    /// <summary>A unit's own page for what is looked at.</summary>
    public static string BoardUnit(string unit, BoardView view, bool all = false) => With(Board() + "/don-vi/" + Part(unit), ViewOf(view, ("tat-ca", all ? "true" : null)));

    /// <summary>A procedure across the units.</summary>
    public static string BoardProcedure(string code, BoardView view) => With(Board() + "/thu-tuc/" + Part(code), ViewOf(view));

    /// <summary>What stands behind a figure of the board.</summary>
    public static string BoardList(string indicator, string unit, DateOnly from, DateOnly to, bool isNumerator, bool own, string? after = null, string? file = null) =>
        With(Board() + "/danh-sach", ("chi-tieu", indicator), ("don-vi", unit), ("tu", Iso(from)), ("den", Iso(to)), ("phan", isNumerator ? "tu-so" : "mau-so"), ("rieng", own ? "true" : null),
            ("sau", after), ("handler", file));

    /// <summary>A unit's own page of figures.</summary>
    public static string BoardUnit(string unit, string? period = null, DateOnly? from = null, DateOnly? to = null) =>
        With(Board() + "/don-vi/" + Part(unit), ("ky", period), ("tu", Iso(from)), ("den", Iso(to)));

    /// <summary>Why a dossier counts in a figure, or does not.</summary>
    /// <param name="code">Dossier number or submission code; null = the empty form.</param>
    /// <param name="indicator">Code of the indicator.</param>
    /// <param name="unit">Row of the board, or null for the dossier's own.</param>
    /// <param name="from">First day, or null.</param>
    /// <param name="to">Last day, or null.</param>
    /// <param name="own">A district's committee without its communes.</param>
    public static string BoardWhy(string? code = null, string? indicator = null, string? unit = null, DateOnly? from = null, DateOnly? to = null, bool own = false) =>
        With(Board() + "/vi-sao", ("ma", code), ("chi-tieu", indicator), ("don-vi", unit), ("tu", Iso(from)), ("den", Iso(to)), ("rieng", own ? "true" : null));

    /// <summary>The public summary of the targets.</summary>
    public static string PublicBoard(string? period = null, string? indicator = null) => With("/chi-tieu", ("ky", period), ("chi-tieu", indicator));

    private static (string, string?)[] ViewOf(BoardView view, params ReadOnlySpan<(string, string?)> more) =>
    [
        ("ky", view.Key), ("tu", Iso(view.From)), ("den", Iso(view.To)), ("ct2", view.Ct2 == "ct2" ? null : view.Ct2), ("ct3", view.Ct3 == "ct3" ? null : view.Ct3),
        ("rieng", view.IsOwnOnly ? "true" : null), .. more,
    ];

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
