using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.Web.Components;

/// <summary>Words of the index of QĐ 766.</summary>
public static class IndexWords
{
    /// <summary>Points with two decimals and a comma; a dash when nobody knows.</summary>
    public static string Points(decimal? points) => points is { } p ? p.ToString("0.00", Say.Vietnamese) : "–";

    /// <summary>Points of their most: <c>15,68 / 20</c>.</summary>
    public static string Of(decimal? points, decimal max) => $"{Points(points)}\u00A0/\u00A0{max.ToString("0.##", Say.Vietnamese)}";

    /// <summary>The formula of a part in words.</summary>
    public static string Formula(IndexPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        if (part.Of.Length == 0) return $"{Name(part.Wholes[0])} ÷ 15, nhiều nhất {Number(part.Cap)} điểm";
        var ratio = $"{string.Join(" + ", part.Wholes.Select(Name))} ÷ {Small(Name(part.Of))}";
        var cap = part.Cap < part.Factor ? $", nhiều nhất {Number(part.Cap)} điểm" : "";
        var nothing = part.WhenNothing > 0 ? $"; không có phản ánh nào thì {Number(part.WhenNothing)} điểm" : "";
        return $"{Number(part.Factor)} × {Small(ratio)}{cap}{nothing}";
    }

    /// <summary>A count or a percentage of a part.</summary>
    public static string Count(IndexPart part, decimal? count)
    {
        ArgumentNullException.ThrowIfNull(part);
        return count is not { } c ? "chưa có dữ liệu" : part.Of.Length == 0 ? MeasureWords.Percent(c) : Say.Count((long)c);
    }

    /// <summary>The part's both counts, e.g. <c>9 / 10</c>.</summary>
    public static string Counts(PartPoints part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return part.Part.Of.Length == 0 ? Count(part.Part, part.Above) : $"{Count(part.Part, part.Above)}\u00A0/\u00A0{Count(part.Part, part.Below)}";
    }

    /// <summary>Name of a column.</summary>
    public static string Name(string column) => IndexColumns.Find(column)?.Name ?? column;

    /// <summary>What it takes to get points, as a heading.</summary>
    public static string Effort(GainEffort effort) => effort switch
    {
        GainEffort.Now => "Làm được ngay với hồ sơ, thủ tục đang có",
        GainEffort.Figure => "Chưa có số liệu: cần đơn vị cung cấp",
        GainEffort.Ahead => "Tùy các hồ sơ còn đến trong kỳ",
        _ => "Không lấy lại được trong kỳ này",
    };

    /// <summary>The last whole month: what is over can be judged.</summary>
    public static string LastMonth(DateTimeOffset now)
    {
        var today = ProvinceTime.DateOf(now);
        return Period.Containing(PeriodKind.Month, PeriodCut.Calendar, new DateOnly(today.Year, today.Month, 1).AddDays(-1)).Key;
    }

    /// <summary>The period asked for; without any, the last whole month.</summary>
    public static BoardPeriod PeriodOf(string? key, DateOnly? from, DateOnly? to, DateTimeOffset now) => BoardPeriod.Of(string.IsNullOrEmpty(key) ? LastMonth(now) : key, from, to, now);

    /// <summary>Missing counts by who supplies them.</summary>
    public static IReadOnlyList<(string Supplier, IReadOnlyList<IndexColumn> Columns)> Missing(IndexRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return [.. row.Sheet.Parts.SelectMany(p => p.Missing).Distinct().Select(IndexColumns.Find).OfType<IndexColumn>()
            .GroupBy(c => c.Supplier).Select(g => (g.Key, (IReadOnlyList<IndexColumn>)[.. g]))];
    }

    private static string Number(decimal n) => n.ToString("0.##", Say.Vietnamese);

    private static string Small(string words) => words.StartsWith("TTHC", StringComparison.Ordinal) || words.Length == 0 ? words : char.ToLower(words[0], Say.Vietnamese) + words[1..];
}
