using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using MotCua.App.Organisations;
using MotCua.Domain.Targets;

namespace MotCua.Web.Components.Charts;

/// <summary>What a district shows on the map.</summary>
/// <param name="Code">GSO code.</param>
/// <param name="Label">Short name.</param>
/// <param name="Value">Its figure in words.</param>
/// <param name="Attainment">Verdict: a sign and a pattern, so that colour is never alone.</param>
/// <param name="Href">Where it leads; null = nowhere.</param>
public sealed record MapMark(string Code, string Label, string Value, Attainment Attainment, string? Href);

/// <summary>
/// The map of the districts as SVG drawn on the server: plain cylindrical projection with the province's own middle latitude as true scale, so that
/// neither shapes nor distances are bent (the province is 80 km across). Each district is a link that tells its figure; what is below its target is hatched.
/// </summary>
public static class DistrictMap
{
    private const double Width = 600;
    private const double Pad = 6;

    /// <summary>The map; nothing when there are no outlines.</summary>
    /// <param name="name">What it shows, for those who hear it.</param>
    /// <param name="shapes">Outlines.</param>
    /// <param name="marks">What the districts show; an outline without one stays empty.</param>
    public static IHtmlContent Render(string name, IReadOnlyList<DistrictShape> shapes, IReadOnlyList<MapMark> marks)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        var points = shapes.SelectMany(s => s.Rings).SelectMany(r => r).ToList();
        if (points.Count == 0) return HtmlString.Empty;
        var projection = Projection.Of(points);
        var m = new Markup().Open("svg", ("class", "mc-map"), ("viewBox", $"0 0 {Number(Width)} {Number(projection.Height)}"), ("role", "group"), ("aria-label", name))
            .Open("defs").Open("pattern", ("id", "mc-hatch"), ("width", "9"), ("height", "9"), ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)"))
            .Open("path", ("d", "M0 0V9"), ("class", "mc-map__hatch")).Close("path").Close("pattern").Close("defs");
        foreach (var shape in shapes)
        {
            var mark = marks.FirstOrDefault(k => k.Code == shape.Code);
            var element = mark is null ? null : mark.Href is null ? "g" : "a";
            if (element is not null) m.Open(element, ("href", mark!.Href), ("role", mark.Href is null ? "img" : null), ("class", mark.Href is null ? null : "mc-map__link"), ("aria-label", $"{mark.Label}: {mark.Value}, {mark.Attainment.Vietnamese().ToLower(Say.Vietnamese)}"));
            var path = projection.PathOf(shape);
            m.Open("path", ("d", path), ("class", "mc-map__area mc-map__area--" + Tone(mark?.Attainment))).Close("path");
            if (mark?.Attainment == Attainment.NotMet) m.Open("path", ("d", path), ("fill", "url(#mc-hatch)"), ("class", "mc-map__over")).Close("path");
            if (element is not null) m.Close(element);
        }

        // Words above all areas
        foreach (var shape in shapes)
        {
            if (marks.FirstOrDefault(k => k.Code == shape.Code) is not { } mark) continue;
            var (x, y) = projection.MiddleOf(shape);
            m.Open("text", ("class", "mc-map__label"), ("aria-hidden", "true"))
                .Element("tspan", mark.Label, ("x", Number(x)), ("y", Number(y - 6)))
                .Element("tspan", $"{mark.Attainment.Symbol()} {mark.Value}", ("x", Number(x)), ("y", Number(y + 18)), ("class", "mc-map__value")).Close("text");
        }

        return m.Close("svg");
    }

    private static string Tone(Attainment? attainment) => attainment switch { Attainment.Met => "good", Attainment.NotMet => "bad", _ => "none" };

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private sealed record Projection(double West, double North, double Shrink, double Scale, double Height)
    {
        public static Projection Of(List<(double Longitude, double Latitude)> points)
        {
            var (west, east, south, north) = (points.Min(p => p.Longitude), points.Max(p => p.Longitude), points.Min(p => p.Latitude), points.Max(p => p.Latitude));
            var shrink = Math.Cos((south + north) / 2 * Math.PI / 180);
            var scale = (Width - (2 * Pad)) / Math.Max((east - west) * shrink, 1e-6);
            return new Projection(west, north, shrink, scale, ((north - south) * scale) + (2 * Pad));
        }

        public (double X, double Y) At((double Longitude, double Latitude) p) => (Pad + ((p.Longitude - West) * Shrink * Scale), Pad + ((North - p.Latitude) * Scale));

        public string PathOf(DistrictShape shape)
        {
            var path = new StringBuilder();
            foreach (var ring in shape.Rings)
            {
                var (lastX, lastY) = (0, 0);
                for (var i = 0; i < ring.Count - 1; i++)
                {
                    var (x, y) = At(ring[i]);
                    var (wholeX, wholeY) = ((int)Math.Round(x), (int)Math.Round(y));
                    path.Append(i == 0 ? "M" : i == 1 ? "l" : wholeX - lastX < 0 ? "" : " ");
                    var (stepX, stepY) = i == 0 ? (wholeX, wholeY) : (wholeX - lastX, wholeY - lastY);
                    path.Append(CultureInfo.InvariantCulture, $"{stepX}{(stepY < 0 ? "" : " ")}{stepY}");
                    (lastX, lastY) = (wholeX, wholeY);
                }

                path.Append('z');
            }

            return path.ToString();
        }

        /// <summary>Where the file says, else the centre of gravity of the largest ring.</summary>
        public (double X, double Y) MiddleOf(DistrictShape shape)
        {
            if (shape.Label is { } label) return At(label);
            var best = (Area: 0d, X: 0d, Y: 0d);
            foreach (var ring in shape.Rings)
            {
                double area = 0, sumX = 0, sumY = 0;
                for (var i = 0; i + 1 < ring.Count; i++)
                {
                    var ((x1, y1), (x2, y2)) = (At(ring[i]), At(ring[i + 1]));
                    var cross = (x1 * y2) - (x2 * y1);
                    area += cross;
                    sumX += (x1 + x2) * cross;
                    sumY += (y1 + y2) * cross;
                }

                if (Math.Abs(area) > best.Area) best = (Math.Abs(area), sumX / (3 * area), sumY / (3 * area));
            }

            return (best.X, best.Y);
        }
    }
}
