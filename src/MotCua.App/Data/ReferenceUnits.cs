using MotCua.App.Organisations;
using MotCua.Domain.Kernel;

namespace MotCua.App.Data;

/// <summary>Units and divisions of the reference data as rows.</summary>
internal static class ReferenceUnits
{
    private const string Province = "H03";

    /// <summary>
    /// Rows of the units. A unit whose identifier nobody read in a decision gets one made of its place in the file, marked provisional and
    /// replaceable: <c>H03.07</c> for a unit of the province, <c>H03.25.03</c> for a commune committee.
    /// </summary>
    /// <param name="lines">Lines of the file.</param>
    /// <param name="from">First day in force.</param>
    /// <param name="held">Identifiers of units that are there already, by key: a provisional one of a new unit is none of these.</param>
    public static List<UnitRow> Rows(IReadOnlyList<OrganisationLine> lines, DateOnly from, IReadOnlyDictionary<string, string> held)
    {
        var used = held.Values.ToHashSet(StringComparer.Ordinal);
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<UnitRow>(lines.Count);
        foreach (var line in lines)
        {
            var parent = line.Level == "xa" && line.ParentKey is { } key && codes.TryGetValue(key, out var above) ? above : Province;
            var code = held.GetValueOrDefault(line.Key) ?? line.IdentifierCode ?? Provisional(parent, counts, used);
            codes[line.Key] = code;
            rows.Add(new UnitRow
            {
                Key = line.Key,
                Name = line.Name,
                ShortName = line.ShortName,
                Abbreviation = line.Abbreviation,
                Kind = line.Kind,
                Level = line.Level,
                ParentKey = line.ParentKey,
                IdentifierCode = code,
                IdentifierProvisional = line.IdentifierCode is null,
                GsoCode = line.DivisionCode ?? "",
                Address = line.Address ?? "",
                InPlan = line.InPlan,
                From = from,
                SearchText = SearchText.Fold($"{line.Name} {line.ShortName} {line.Abbreviation}"),
                SortKey = VietnameseOrder.Key(line.Name),
                Note = line.IdentifierCode is null ? "Mã định danh tạm, chưa có quyết định của tỉnh"
                    : line.IdentifierVerified ? "" : "Mã định danh suy theo thứ tự danh mục, chưa đọc được văn bản gốc",
            });
        }

        return rows;
    }

    private static string Provisional(string parent, Dictionary<string, int> counts, HashSet<string> used)
    {
        string code;
        do
        {
            code = $"{parent}.{counts[parent] = counts.GetValueOrDefault(parent) + 1:00}";
        }
        while (used.Contains(code));
        return code;
    }

    /// <summary>Rows of the divisions.</summary>
    public static List<DivisionRow> Rows(IReadOnlyList<DivisionLine> lines, DateOnly from) =>
    [
        .. lines.Select(l => new DivisionRow
        {
            Code = l.Code, From = from, Level = l.Level, Name = l.Name, ShortName = l.ShortName, ParentCode = l.ParentCode, ProvinceCode = l.ProvinceCode,
            SortKey = VietnameseOrder.Key(l.ShortName),
        }),
    ];
}
