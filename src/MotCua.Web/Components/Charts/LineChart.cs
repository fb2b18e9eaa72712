using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using MotCua.Domain.Targets;

namespace MotCua.Web.Components.Charts;

/// <summary>A line of a chart.</summary>
/// <param name="Name">What it is, written at its end.</param>
/// <param name="Counts">Its points.</param>
/// <param name="IsDashed">Dashed with round marks; else solid with square ones: told apart without colour.</param>
public sealed record ChartLine(string Name, IReadOnlyList<Ratio> Counts, bool IsDashed = false);

/// <summary>Lines of a ratio over months with the target, drawn on the server. The table with the same numbers stands beside it on the page.</summary>
public static class LineChart
{
    private const int Width = 560;
    private const int Height = 210;
    private const int Left = 44;
    private const int Right = 12;
    private const int Top = 14;
    private const int Bottom = 28;

    /// <summary>The chart; nothing when no line has a point.</summary>
    /// <param name="name">What it shows.</param>
    /// <param name="spans">The months.</param>
    /// <param name="lines">Lines, ending in the last month.</param>
    /// <param name="target">Percent, or null.</param>
    public static IHtmlContent Render(string name, IReadOnlyList<DaySpan> spans, IReadOnlyList<ChartLine> lines, decimal? target)
    {
        ArgumentNullException.ThrowIfNull(spans);
        ArgumentNullException.ThrowIfNull(lines);
        var known = lines.SelectMany(l => l.Counts).Select(c => c.Percent).OfType<decimal>().ToList();
        if (known.Count == 0) return HtmlString.Empty;
        var step = Step(Math.Max(known.Max(), target ?? 0m));
        var top = Math.Max(step, Math.Ceiling(Math.Max(known.Max(), target ?? 0m) / step) * step);
        double X(int n) => Left + ((Width - Left - Right) * (n + 0.5) / spans.Count);
        double Y(decimal p) => Top + ((Height - Top - Bottom) * (double)((top - p) / top));
        var m = new Markup().Open("svg", ("class", "mc-chart"), ("role", "img"), ("viewBox", $"0 0 {Width} {Height}"))
            .Element("title", $"{name}: {string.Join("; ", lines.Select(l => Words(l, spans)))}{(target is { } t ? $"; chỉ tiêu {t.ToString("0.##", Say.Vietnamese)} %" : "")}. Số liệu đầy đủ trong bảng bên dưới.");
        for (var p = 0m; p <= top; p += step)
        {
            m.Open("path", ("class", "mc-chart__grid"), ("d", $"M{Left} {Number(Y(p))}H{Width - Right}")).Close("path");
            m.Element("text", p.ToString("0", Say.Vietnamese), ("class", "mc-chart__axis"), ("x", Number(Left - 6)), ("y", Number(Y(p) + 4)), ("text-anchor", "end"));
        }

        for (var n = 0; n < spans.Count; n++) m.Element("text", ChartWords.ShortMonth(spans[n].To, n == 0 || spans[n].To.Month == 1), ("class", (spans.Count - 1 - n) % 2 == 0 ? "mc-chart__axis" : "mc-chart__axis mc-chart__axis--second"), ("x", Number(X(n))), ("y", Number(Height - 8)), ("text-anchor", "middle"));
        if (target is { } goal)
        {
            m.Open("path", ("class", "mc-chart__target"), ("d", $"M{Left} {Number(Y(goal))}H{Width - Right}")).Close("path");
            m.Element("text", $"chỉ tiêu {goal.ToString("0.##", Say.Vietnamese)} %", ("class", "mc-chart__goal"), ("x", Number(Left + 4)), ("y", Number(Y(goal) + (Y(goal) < Top + 14 ? 13 : -5))));
        }

        foreach (var line in lines) Draw(m, line, spans.Count, X, Y);
        return m.Close("svg");
    }

    private static void Draw(Markup m, ChartLine line, int count, Func<int, double> x, Func<decimal, double> y)
    {
        var path = new StringBuilder();
        var marks = new StringBuilder();
        var isOpen = false;
        for (var i = 0; i < line.Counts.Count; i++)
        {
            if (line.Counts[i].Percent is not { } percent)
            {
                isOpen = false;
                continue;
            }

            // Lines end together: a year's line begins in January
            var (px, py) = (x(count - line.Counts.Count + i), y(percent));
            path.Append(isOpen ? 'L' : 'M').Append(Number(px)).Append(' ').Append(Number(py));
            marks.Append(line.IsDashed
                ? $"M{Number(px - 3)} {Number(py)}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0"
                : $"M{Number(px - 3)} {Number(py - 3)}h6v6h-6z");
            isOpen = true;
        }

        var kind = line.IsDashed ? " mc-chart__line--dashed" : "";
        m.Open("path", ("class", "mc-chart__line" + kind), ("d", path.ToString())).Close("path");
        m.Open("path", ("class", "mc-chart__marks" + kind), ("d", marks.ToString())).Close("path");
    }

    private static string Words(ChartLine line, IReadOnlyList<DaySpan> spans)
    {
        var from = spans.Count - line.Counts.Count;
        var known = line.Counts.Select((c, n) => (c.Percent, At: spans[from + n].To)).Where(p => p.Percent is not null).ToList();
        return known.Count == 0 ? $"{line.Name}: không có số liệu" : $"{line.Name} từ {Point(known[0])} đến {Point(known[^1])}, thấp nhất {Point(known.MinBy(p => p.Percent))}, cao nhất {Point(known.MaxBy(p => p.Percent))}";

        static string Point((decimal? Percent, DateOnly At) p) => $"{p.Percent!.Value.ToString("0.0", Say.Vietnamese)} % ({ChartWords.Month(p.At)})";
    }

    private static decimal Step(decimal greatest) => greatest switch { > 60m => 25m, > 30m => 10m, > 12m => 5m, > 4m => 2m, _ => 1m };

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
