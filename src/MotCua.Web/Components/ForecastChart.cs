using System.Globalization;
using Microsoft.AspNetCore.Html;
using MotCua.App.Targets;
using MotCua.Domain.Targets;

namespace MotCua.Web.Components;

/// <summary>
/// Drawings of forecasts as SVG made on the server: what was, the band of what may come, the target. Lines differ by their dashes and the band by its
/// hatching, so they are told apart without colour; the same numbers stand in words beside.
/// </summary>
public static class ForecastChart
{
    private const double Width = 440;
    private const double Height = 220;
    private const double Left = 38;
    private const double Right = 12;
    private const double Top = 14;
    private const double Bottom = 30;

    /// <summary>The way of a figure through its period.</summary>
    public static IHtmlContent Way(UnitForecast row, string id)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Forecast is not { } forecast) return HtmlString.Empty;
        var span = forecast.Span;
        var most = Ceiling(row.Grown.Select(g => g.Percent).Concat(forecast.Path.Select(p => p.High)).Append((double)(span.Target ?? 0)).Append(forecast.High).Max());
        var days = Math.Max(1, span.To.DayNumber - span.From.DayNumber);
        string X(DateOnly day) => Number(Left + ((Width - Left - Right) * Math.Clamp(day.DayNumber - span.From.DayNumber, 0, days) / days));
        string Y(double percent) => Number(Top + ((Height - Top - Bottom) * (1 - (Math.Clamp(percent, 0, most) / most))));
        var m = new Markup().Open("svg", ("class", "mc-forecast"), ("viewBox", $"0 0 {Width} {Height}"), ("role", "img"), ("aria-labelledby", id + "-ten"));
        m.Element("title", Words(row), ("id", id + "-ten"));
        m.Open("defs").Open("pattern", ("id", id + "-gach"), ("width", "6"), ("height", "6"), ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)"))
            .Open("line", ("class", "mc-forecast__hatch"), ("x1", "0"), ("y1", "0"), ("x2", "0"), ("y2", "6")).Close("line").Close("pattern").Close("defs");
        for (var k = 0; k <= 4; k++)
        {
            var percent = most * k / 4;
            m.Open("line", ("class", "mc-forecast__grid"), ("x1", Number(Left)), ("x2", Number(Width - Right)), ("y1", Y(percent)), ("y2", Y(percent))).Close("line");
            m.Element("text", percent.ToString("0.#", Say.Vietnamese), ("class", "mc-forecast__scale"), ("x", Number(Left - 6)), ("y", Y(percent)), ("text-anchor", "end"), ("dominant-baseline", "middle"));
        }

        foreach (var (day, anchor) in new[] { (span.From, "start"), (span.AsAt, "middle"), (span.To, "end") }.Where((d, i) => i != 1 || IsApart(d.Item1, span)))
        {
            m.Element("text", day.ToString("dd/MM", CultureInfo.InvariantCulture), ("class", "mc-forecast__scale"), ("x", X(day)), ("y", Number(Height - 10)), ("text-anchor", anchor));
        }

        var last = row.Grown.Count > 0 ? row.Grown[^1].Percent : (double?)null;
        var from = last is { } l ? [(span.AsAt, l, l, l)] : Array.Empty<(DateOnly Day, double Percent, double Low, double High)>();
        var way = from.Concat(forecast.Path.Select(p => (p.Day, p.Percent, p.Low, p.High))).ToList();
        if (way.Count > 1)
        {
            m.Open("polygon", ("class", "mc-forecast__band"), ("fill", $"url(#{id}-gach)"), ("points", string.Join(' ', way.Select(p => $"{X(p.Day)},{Y(p.High)}").Concat(way.AsEnumerable().Reverse().Select(p => $"{X(p.Day)},{Y(p.Low)}"))))).Close("polygon");
            m.Open("polyline", ("class", "mc-forecast__expected"), ("points", string.Join(' ', way.Select(p => $"{X(p.Day)},{Y(p.Percent)}")))).Close("polyline");
        }

        if (span.Target is { } target)
        {
            m.Open("line", ("class", "mc-forecast__target"), ("x1", Number(Left)), ("x2", Number(Width - Right)), ("y1", Y((double)target)), ("y2", Y((double)target))).Close("line");
            var above = (double)target > most * 0.9;
            m.Element("text", $"chỉ tiêu {target.ToString("0.##", Say.Vietnamese)} %", ("class", "mc-forecast__name"), ("x", Number(Left + 4)), ("y", Number(double.Parse(Y((double)target), CultureInfo.InvariantCulture) + (above ? 14 : -5))));
        }

        if (row.Grown.Count > 0)
        {
            m.Open("polyline", ("class", "mc-forecast__actual"), ("points", string.Join(' ', row.Grown.Select(g => $"{X(g.Day)},{Y(g.Percent)}")))).Close("polyline");
            m.Open("circle", ("class", "mc-forecast__now"), ("cx", X(row.Grown[^1].Day)), ("cy", Y(row.Grown[^1].Percent)), ("r", "4")).Close("circle");
        }

        return m.Close("svg");
    }

    /// <summary>The band of a row as a small bar on a scale from 0 to 100 %: band, expectation as a bar across, target as a triangle.</summary>
    public static IHtmlContent Bar(UnitForecast row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Forecast is not { } forecast) return HtmlString.Empty;
        static string X(double percent) => Number(4 + (Math.Clamp(percent, 0, 100) * 1.52));
        var m = new Markup().Open("svg", ("class", "mc-forecast-bar"), ("viewBox", "0 0 160 22"), ("aria-hidden", "true"), ("focusable", "false"));
        m.Open("line", ("class", "mc-forecast__grid"), ("x1", "4"), ("x2", "156"), ("y1", "14"), ("y2", "14")).Close("line");
        m.Open("rect", ("class", "mc-forecast-bar__band"), ("x", X(forecast.Low)), ("y", "10"), ("width", Number(Math.Max(2, (forecast.High - forecast.Low) * 1.52))), ("height", "8")).Close("rect");
        m.Open("line", ("class", "mc-forecast-bar__expected"), ("x1", X(forecast.Percent)), ("x2", X(forecast.Percent)), ("y1", "7"), ("y2", "21")).Close("line");
        if (row.Target is { } target)
        {
            var x = double.Parse(X((double)target), CultureInfo.InvariantCulture);
            m.Open("polygon", ("class", "mc-forecast-bar__target"), ("points", $"{Number(x)},9 {Number(x - 4)},1 {Number(x + 4)},1")).Close("polygon");
        }

        return m.Close("svg");
    }

    private static string Words(UnitForecast row)
    {
        var forecast = row.Forecast!;
        var now = forecast.Now.Percent is { } p ? MeasureWords.Percent(p) : "chưa có hồ sơ";
        return $"{row.Indicator.ShortName}: đến {Say.Date(forecast.Span.AsAt)} là {now}; cuối kỳ dự báo {ForecastWords.Percent(forecast.Percent)}, {ForecastWords.Band(forecast)}; "
            + (forecast.Span.Target is { } target ? $"chỉ tiêu {target.ToString("0.##", Say.Vietnamese)} %, khả năng đạt {ForecastWords.Chance(forecast)}." : "chưa giao chỉ tiêu.");
    }

    private static bool IsApart(DateOnly day, ForecastSpan span)
    {
        var part = (day.DayNumber - span.From.DayNumber) / (double)Math.Max(1, span.To.DayNumber - span.From.DayNumber);
        return part is > 0.12 and < 0.88;
    }

    private static double Ceiling(double most) => most switch { <= 10 => 10, <= 20 => 20, <= 40 => 40, <= 60 => 60, <= 80 => 80, _ => 100 };

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
