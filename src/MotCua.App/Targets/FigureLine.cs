using System.Globalization;
using MotCua.App.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>A row of the file of <c>motcua import figures</c>: a supplied count of the index, or a published figure.</summary>
/// <param name="Line">Line in the file.</param>
/// <param name="Unit">Unit key or <c>province</c>; for published figures the name as printed.</param>
/// <param name="From">First day; null only for published figures.</param>
/// <param name="To">Last day.</param>
/// <param name="Column">Column of the raw counts, or the code of a published figure.</param>
/// <param name="Value">The value.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record FigureLine(long Line, string Unit, DateOnly? From, DateOnly? To, string Column, decimal Value, string Source)
{
    /// <summary>Columns of supplied counts.</summary>
    public static readonly IReadOnlyList<string> Columns = ["unit", "from", "to", "column", "value", "source"];

    /// <summary>Columns of published figures, as in <c>data/published-figures.csv</c>.</summary>
    public static readonly IReadOnlyList<string> PublishedColumns =
        ["period_from", "period_to", "unit", "indicator_code", "indicator", "numerator", "denominator", "value", "value_unit", "source", "verified", "note"];

    /// <summary>The province as published figures name it.</summary>
    public const string ProvinceName = "Tỉnh Bắc Kạn";

    // A month's result of the index by the codes of the measures: kept as published, under the codes of the published file
    private static readonly Dictionary<string, (string Code, string Name, string In)> Results = new(StringComparer.Ordinal)
    {
        ["q766"] = ("qd766.total", "Tổng điểm Bộ chỉ số phục vụ người dân, doanh nghiệp (QĐ 766/QĐ-TTg)", "điểm"),
        ["q766.rank"] = ("qd766.rank", "Xếp hạng Bộ chỉ số QĐ 766", "hạng"),
        ["q766.1"] = ("qd766.1", "Nhóm chỉ số công khai, minh bạch", "điểm"),
        ["q766.2"] = ("qd766.2", "Nhóm chỉ số tiến độ giải quyết hồ sơ", "điểm"),
        ["q766.3a"] = ("qd766.3", "Nhóm chỉ số dịch vụ trực tuyến", "điểm"),
        ["q766.3b"] = ("qd766.4", "Nhóm chỉ số thanh toán trực tuyến", "điểm"),
        ["q766.4"] = ("qd766.5", "Nhóm chỉ số số hóa hồ sơ", "điểm"),
        ["q766.5"] = ("qd766.6", "Nhóm chỉ số mức độ hài lòng", "điểm"),
    };

    /// <summary>True for a figure that is kept as it was published.</summary>
    public bool IsPublished => Name.Length > 0;

    /// <summary>Name of a published figure; empty for counts.</summary>
    public string Name { get; init; } = "";

    /// <summary>Unit of measure of a published figure.</summary>
    public string ValueUnit { get; init; } = "";

    /// <summary>Numerator as printed, or null.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>Denominator as printed, or null.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>Remark of whoever read the source.</summary>
    public string Note { get; init; } = "";

    /// <summary>What makes a row the same as another.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{(IsPublished ? "p" : "c")}|{Unit}|{Column}|{From:yyyy-MM-dd}|{To:yyyy-MM-dd}");

    /// <summary>Reads a supplied count.</summary>
    /// <param name="row">The row.</param>
    /// <param name="units">Keys of the units that may have one.</param>
    /// <param name="today">The local day: a period that is not over has no count yet.</param>
    /// <exception cref="RejectionException">Something does not fit.</exception>
    public static FigureLine Read(ImportTable row, IReadOnlySet<string> units, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(units);
        var unit = Text(row, "unit");
        if (!units.Contains(unit)) throw new RejectionException("unit", $"Không có đơn vị {unit} trong kế hoạch; dùng org_key hoặc province.");
        var (from, to) = (Day(row, "from"), Day(row, "to"));
        Check(from, to, today);
        var column = Text(row, "column");
        var value = Number(row["value"], "value");
        var source = Text(row, "source");
        if (Results.TryGetValue(column, out var result))
        {
            return unit != MeasureQueries.Province ? throw new RejectionException("unit", "Kết quả đã công bố chỉ nhập cho province.") : Published(row.Line, ProvinceName, from, to, result.Code, value, source) with { Name = result.Name, ValueUnit = result.In };
        }

        return Count(row.Line, unit, from, to, column, value, source);
    }

    /// <summary>Makes a supplied count.</summary>
    /// <exception cref="RejectionException">The column is none that is supplied, or the value is no count.</exception>
    public static FigureLine Count(long line, string unit, DateOnly from, DateOnly to, string column, decimal value, string source)
    {
        var known = IndexColumns.Find(column) ?? throw new RejectionException("column", $"Không có cột «{column}»; các cột nhập được: {string.Join(", ", IndexColumns.Supplied.Select(c => c.Code))}.");
        if (!known.IsSupplied) throw new RejectionException("column", $"Cổng tự đếm cột {column}, không nhập.");
        if (value < 0 || value > int.MaxValue || value != decimal.Truncate(value)) throw new RejectionException("value", $"«{value.ToString(CultureInfo.InvariantCulture)}» phải là số nguyên từ 0.");
        return new FigureLine(line, unit, from, to, column, value, source);
    }

    /// <summary>Refuses days that are no period of the past.</summary>
    public static void Check(DateOnly from, DateOnly to, DateOnly today)
    {
        if (!Period.IsCountable(from, to)) throw new RejectionException("to", "Ngày cuối kỳ phải từ ngày đầu kỳ, trong các năm 2000-2100.");
        if (to > today) throw new RejectionException("to", "Kỳ chưa kết thúc thì chưa có số liệu.");
    }

    /// <summary>Reads a published figure; nothing of it is reckoned or mended.</summary>
    /// <exception cref="RejectionException">Something does not fit.</exception>
    public static FigureLine ReadPublished(ImportTable row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var (from, to) = (OptionalDay(row, "period_from"), OptionalDay(row, "period_to"));
        if (to < from || from is null != to is null) throw new RejectionException("period_to", "Cần cả hai ngày theo thứ tự, hoặc để trống cả hai.");
        return Published(row.Line, Text(row, "unit"), from, to, Text(row, "indicator_code"), Number(row["value"], "value"), Text(row, "source")) with
        {
            Name = Text(row, "indicator"),
            ValueUnit = row["value_unit"],
            Numerator = row["numerator"].Length == 0 ? null : Number(row["numerator"], "numerator"),
            Denominator = row["denominator"].Length == 0 ? null : Number(row["denominator"], "denominator"),
            Note = row["note"],
        };
    }

    private static FigureLine Published(long line, string unit, DateOnly? from, DateOnly? to, string code, decimal value, string source) => new(line, unit, from, to, code, value, source);

    private static string Text(ImportTable row, string column) => row[column] is { Length: > 0 } text ? text.Length <= 500 ? text : throw new RejectionException(column, "Dài quá 500 ký tự.") : throw new RejectionException(column, $"Thiếu {column}.");

    private static DateOnly Day(ImportTable row, string column) => OptionalDay(row, column) ?? throw new RejectionException(column, $"Thiếu {column}.");

    private static DateOnly? OptionalDay(ImportTable row, string column) => row[column].Length == 0 ? null
        : DateOnly.TryParseExact(row[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new RejectionException(column, $"«{row[column]}» không phải ngày dạng yyyy-MM-dd.");

    private static decimal Number(string text, string column) => text.Length == 0 ? throw new RejectionException(column, $"Thiếu {column}.")
        : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1_000_000_000_000m
            ? value / 1.000000000000000000000000000m : throw new RejectionException(column, $"«{text}» không phải số.");
}
