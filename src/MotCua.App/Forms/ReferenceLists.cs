using System.Collections.Frozen;
using CsvHelper;
using MotCua.Domain.Forms;
using MotCua.Domain.Kernel;

namespace MotCua.App.Forms;

/// <summary>
/// Named lists that forms choose from (<c>options_from</c>) and the names of administrative divisions, read from the reference data beside the
/// program; needs no database.
/// </summary>
public sealed class ReferenceLists
{
    private const string Home = "VN";

    private static readonly Lazy<ReferenceLists> _shipped = new(() => Read(Path.Combine(AppContext.BaseDirectory, "data")));

    private readonly FrozenDictionary<string, IReadOnlyList<FormOption>> _lists;
    private readonly FrozenDictionary<string, string> _divisions;

    private ReferenceLists(FrozenDictionary<string, IReadOnlyList<FormOption>> lists, FrozenDictionary<string, string> divisions)
    {
        _lists = lists;
        _divisions = divisions;
    }

    /// <summary>What is shipped with this program; read once.</summary>
    public static ReferenceLists Shipped => _shipped.Value;

    /// <summary>Reads the lists of the folder: <c>ethnic-groups</c>, <c>countries</c>, <c>religions</c>, <c>provinces</c>, and the divisions. Countries are in Vietnamese order, Việt Nam first.</summary>
    public static ReferenceLists Read(string folder)
    {
        var divisions = Rows(folder, "administrative-units.csv", csv => (Level: csv.GetString("level"), Code: csv.GetString("code"), Name: csv.GetString("name")));
        var lists = new Dictionary<string, IReadOnlyList<FormOption>>(StringComparer.Ordinal)
        {
            ["ethnic-groups"] = Options(folder, "ethnic-groups.csv", "code_1979", "name"),
            ["countries"] = [.. Options(folder, "countries.csv", "alpha2", "name_vi").OrderBy(c => c.Value == Home ? 0 : 1).ThenBy(c => VietnameseOrder.Key(c.Label.Vi), StringComparer.Ordinal)],
            ["religions"] = Options(folder, "religions.csv", "code", "name"),
            ["provinces"] = [.. divisions.Where(d => d.Level == "tinh").Select(d => new FormOption(d.Code, new LocalText(d.Name)))],
        };
        return new ReferenceLists(
            lists.Where(l => l.Value.Count > 0).ToFrozenDictionary(StringComparer.Ordinal),
            divisions.DistinctBy(d => d.Code).ToFrozenDictionary(d => d.Code, d => d.Name, StringComparer.Ordinal));
    }

    /// <summary>The options of the list, or null when there is no such list.</summary>
    public IReadOnlyList<FormOption>? Options(string list) => _lists.GetValueOrDefault(list);

    /// <summary>The name of the division with the GSO code, or null.</summary>
    public string? DivisionName(string code) => _divisions.GetValueOrDefault(code);

    private static List<FormOption> Options(string folder, string file, string value, string label) =>
        [.. Rows(folder, file, csv => (Value: csv.GetString(value).Trim(), Label: csv.GetString(label).Trim()))
            .Where(r => r.Value.Length > 0 && r.Label.Length > 0)
            .DistinctBy(r => r.Value)
            .Select(r => new FormOption(r.Value, new LocalText(r.Label)))];

    private static List<T> Rows<T>(string folder, string file, Func<CsvReader, T> read)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            return [];
        }

        using var csv = CsvReader.FromFile(path);
        var rows = new List<T>();
        while (csv.Read())
        {
            rows.Add(read(csv));
        }

        return rows;
    }
}
