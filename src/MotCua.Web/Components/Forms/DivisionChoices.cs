using System.Runtime.CompilerServices;
using MotCua.App.Organisations;

namespace MotCua.Web.Components.Forms;

/// <summary>Lists of divisions to choose from, made once for each picture of the divisions: communes under their district, then other provinces.</summary>
public static class DivisionChoices
{
    private static readonly ConditionalWeakTable<IReadOnlyList<DivisionRow>, Dictionary<string, IReadOnlyList<Choice>>> Made = [];

    /// <summary>The choices of a level: <c>tinh</c>, <c>huyen</c>, <c>xa</c>; null = communes of the province and the other provinces.</summary>
    public static IReadOnlyList<Choice> Of(IReadOnlyList<DivisionRow> divisions, string? level)
    {
        ArgumentNullException.ThrowIfNull(divisions);
        var lists = Made.GetValue(divisions, _ => new Dictionary<string, IReadOnlyList<Choice>>(StringComparer.Ordinal));
        lock (lists)
        {
            return lists.TryGetValue(level ?? "", out var kept) ? kept : lists[level ?? ""] = Make(divisions, level);
        }
    }

    private static IReadOnlyList<Choice> Make(IReadOnlyList<DivisionRow> divisions, string? level)
    {
        var communes = from district in divisions
                       where district.Level == "huyen"
                       from commune in divisions
                       where commune.Level == "xa" && commune.ParentCode == district.Code
                       select new Choice(commune.Code, commune.Name, Group: district.Name);
        var home = divisions.FirstOrDefault(d => d.Level == "huyen")?.ProvinceCode;
        return level switch
        {
            "tinh" => [.. divisions.Where(d => d.Level == "tinh").Select(d => new Choice(d.Code, d.Name))],
            "huyen" => [.. divisions.Where(d => d.Level == "huyen").Select(d => new Choice(d.Code, d.Name))],
            "xa" => [.. communes],
            _ => [.. communes, .. divisions.Where(d => d.Level == "tinh" && d.Code != home).Select(d => new Choice(d.Code, d.Name, Group: "Tỉnh, thành phố khác"))],
        };
    }
}
