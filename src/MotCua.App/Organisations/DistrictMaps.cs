using System.Globalization;
using System.Text.Json;

namespace MotCua.App.Organisations;

/// <summary>The outline of a district.</summary>
/// <param name="Code">GSO code, by which its unit is found.</param>
/// <param name="Name">Name in the file.</param>
/// <param name="Label">Where its name stands, where the middle of the outline is no good place; null = the middle.</param>
/// <param name="Rings">Outlines as longitude and latitude in degrees (WGS 84), holes among them.</param>
public sealed record DistrictShape(string Code, string Name, (double Longitude, double Latitude)? Label, IReadOnlyList<IReadOnlyList<(double Longitude, double Latitude)>> Rings);

/// <summary>
/// The map of the districts, from a GeoJSON file that can be replaced (<c>data/maps/districts.geojson</c>, RFC 7946: a feature for each district with
/// the property <c>code</c>, and <c>label</c> where its name is to stand elsewhere than in the middle; the member <c>source</c> is shown under the map). A file that is missing or broken leaves the pages with their tables alone.
/// </summary>
public sealed class DistrictMaps
{
    private const long MostBytes = 4 << 20;
    private const int MostPoints = 50_000;

    private readonly Lazy<Content> _content;

    /// <summary>The map of a file; it is read when it is first asked for.</summary>
    public DistrictMaps(string path) => _content = new(() => Read(path));

    /// <summary>The districts; empty when the file cannot be used.</summary>
    public IReadOnlyList<DistrictShape> Shapes => _content.Value.Shapes;

    /// <summary>Where the outlines come from and under which licence.</summary>
    public string Source => _content.Value.Source;

    /// <summary>Why there is no map, for whoever runs the system; null when there is one.</summary>
    public string? Fault => _content.Value.Fault;

    private static Content Read(string path)
    {
        try
        {
            if (!File.Exists(path)) return Without($"không có tệp {Path.GetFileName(path)}");
            if (new FileInfo(path).Length > MostBytes) return Without($"tệp {Path.GetFileName(path)} lớn hơn {MostBytes >> 20} MB");
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = json.RootElement;
            var shapes = root.GetProperty("features").EnumerateArray().Select(ShapeOf).ToList();
            if (shapes.Count == 0) return Without("tệp không có huyện nào");
            if (shapes.Sum(s => s.Rings.Sum(r => r.Count)) > MostPoints) return Without($"tệp có quá {MostPoints.ToString("N0", CultureInfo.InvariantCulture)} điểm");
            return new Content(shapes, root.TryGetProperty("source", out var source) ? source.GetString() ?? "" : "", null);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return Without($"không đọc được tệp {Path.GetFileName(path)}: {broken.Message}");
        }
    }

    private static Content Without(string fault) => new([], "", fault);

    private static DistrictShape ShapeOf(JsonElement feature)
    {
        var properties = feature.GetProperty("properties");
        var geometry = feature.GetProperty("geometry");
        var coordinates = geometry.GetProperty("coordinates").EnumerateArray();
        var rings = geometry.GetProperty("type").GetString() switch
        {
            "Polygon" => coordinates,
            "MultiPolygon" => coordinates.SelectMany(p => p.EnumerateArray()),
            var other => throw new FormatException($"hình {other} không dùng được"),
        };
        return new DistrictShape(
            properties.GetProperty("code").GetString() ?? throw new FormatException("thiếu mã huyện"),
            properties.TryGetProperty("name", out var name) ? name.GetString() ?? "" : "",
            properties.TryGetProperty("label", out var label) ? PointOf(label) : null,
            [.. rings.Select(r => (IReadOnlyList<(double, double)>)[.. r.EnumerateArray().Select(PointOf)])]);
    }

    private static (double, double) PointOf(JsonElement point)
    {
        var (longitude, latitude) = (point[0].GetDouble(), point[1].GetDouble());
        return Math.Abs(longitude) <= 180 && Math.Abs(latitude) <= 85 ? (longitude, latitude) : throw new FormatException("tọa độ ngoài phạm vi");
    }

    private sealed record Content(IReadOnlyList<DistrictShape> Shapes, string Source, string? Fault);
}
