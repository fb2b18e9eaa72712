using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using MotCua.Domain.Targets;

namespace MotCua.Web.Components.Charts;

/// <summary>
/// A small line of how a figure went, drawn on the server. It tells itself in words (<c>title</c>): from what to what, lowest and highest with their months;
/// the numbers themselves stand in a table of the page it leads to.
/// </summary>
public static class Sparkline
{
    private const int Width = 104;
    private const int Height = 26;
    private const int Pad = 3;

    /// <summary>The line; nothing when there are fewer than two points.</summary>
    /// <param name="name">What it is of, e.g. <c>Na Rì, hồ sơ trực tuyến</c>.</param>
    /// <param name="spans">The points of time.</param>
    /// <param name="counts">The figure at each.</param>
    /// <param name="target">Percent, drawn as a dashed line; null = none.</param>
    public static IHtmlContent Render(string name, IReadOnlyList<DaySpan> spans, IReadOnlyList<Ratio> counts, decimal? target)
    {
        ArgumentNullException.ThrowIfNull(spans);
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Count(c => c.Denominator > 0) < 2) return HtmlString.Empty;
        var known = counts.Select((c, n) => (Percent: c.Percent, Index: n)).Where(p => p.Percent is not null).Select(p => (Percent: p.Percent!.Value, p.Index)).ToList();
        var top = Math.Max(known.Max(p => p.Percent), target ?? 0m);
        var bottom = Math.Min(known.Min(p => p.Percent), target ?? 100m);
        var range = Math.Max(top - bottom, 1m);
        double X(int n) => Pad + ((Width - (2 * Pad)) * (double)n / Math.Max(1, counts.Count - 1));
        double Y(decimal p) => Pad + ((Height - (2 * Pad)) * (double)((top - p) / range));
        var path = new StringBuilder();
        var isOpen = false;
        for (var n = 0; n < counts.Count; n++)
        {
            if (counts[n].Percent is not { } percent)
            {
                isOpen = false;
                continue;
            }

            path.Append(isOpen ? 'L' : 'M').Append(Number(X(n))).Append(' ').Append(Number(Y(percent)));
            isOpen = true;
        }

        var m = new Markup().Open("svg", ("class", "mc-spark"), ("role", "img"), ("viewBox", $"0 0 {Width} {Height}"), ("width", Number(Width)), ("height", Number(Height)))
            .Element("title", Words(name, spans, known, target));
        if (target is { } t) m.Open("path", ("class", "mc-spark__target"), ("d", $"M0 {Number(Y(t))}H{Width}")).Close("path");
        m.Open("path", ("class", "mc-spark__line"), ("d", path.ToString())).Close("path");
        var (last, at) = known[^1];
        return m.Open("circle", ("class", "mc-spark__dot"), ("cx", Number(X(at))), ("cy", Number(Y(last))), ("r", "2.5")).Close("circle").Close("svg");
    }

    /// <summary>The line in words.</summary>
    private static string Words(string name, IReadOnlyList<DaySpan> spans, List<(decimal Percent, int Index)> known, decimal? target)
    {
        var (first, last, low, high) = (known[0], known[^1], known.MinBy(p => p.Percent), known.MaxBy(p => p.Percent));
        var words = $"{name}: {Point(first)}, {Point(last)}; thấp nhất {Point(low)}, cao nhất {Point(high)}";
        return target is { } t ? $"{words}; chỉ tiêu {t.ToString("0.##", Say.Vietnamese)} %" : words;

        string Point((decimal Percent, int Index) p) => $"{p.Percent.ToString("0.0", Say.Vietnamese)} % ({ChartWords.Month(spans[p.Index].To)})";
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>Words of charts.</summary>
public static class ChartWords
{
    /// <summary>7/2022.</summary>
    public static string Month(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month}/{day.Year}");

    /// <summary>T7 of the present year's columns; with the year where it begins: T1/22.</summary>
    public static string ShortMonth(DateOnly day, bool withYear) => string.Create(CultureInfo.InvariantCulture, $"T{day.Month}{(withYear ? $"/{day.Year % 100:00}" : "")}");

    /// <summary>+1,25 or −0,40 with a true minus.</summary>
    public static string Signed(decimal points) => (points < 0 ? "−" : "+") + Math.Abs(points).ToString("0.00", Say.Vietnamese);
}
