using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace MotCua.Web.Components;

/// <summary>A small bar for each day, drawn on the server; the table beside it says the same in numbers.</summary>
public static class DayBars
{
    private const int Height = 120;
    private const int Width = 720;

    /// <summary>Draws.</summary>
    /// <param name="label">What it shows, for who does not see it.</param>
    /// <param name="days">Days in order with their counts.</param>
    public static IHtmlContent Render(string label, IReadOnlyList<(DateOnly Day, int Count)> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var most = Math.Max(1, days.Count == 0 ? 1 : days.Max(d => d.Count));
        var step = (double)Width / Math.Max(1, days.Count);
        var m = new Markup().Open("svg", ("class", "mc-daybars"), ("viewBox", $"0 0 {Width} {Height + 4}"), ("width", "100%"), ("height", "124"), ("role", "img"), ("aria-label", label), ("preserveAspectRatio", "none"));
        for (var i = 0; i < days.Count; i++)
        {
            var height = days[i].Count == 0 ? 0 : Math.Max(2, (double)days[i].Count * Height / most);
            m.Open("rect", ("x", Number(i * step)), ("y", Number(Height - height)), ("width", Number(Math.Max(0.5, step * 0.8))), ("height", Number(height)), ("fill", "#0b6b4f"))
                .Open("title").Text($"{Say.Date(days[i].Day)}: {Say.Count(days[i].Count)}").Close("title").Close("rect");
        }

        return m.Open("rect", ("x", "0"), ("y", Number(Height)), ("width", Number(Width)), ("height", "1"), ("fill", "#505a5f")).Close("rect").Close("svg");
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
