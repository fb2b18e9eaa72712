using System.Globalization;
using System.Text;
using CsvHelper;

namespace MotCua.App.Kernel;

/// <summary>A row of a file that could not be used. It stops nothing else.</summary>
/// <param name="File">File name, relative to the data folder.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Reason">Vietnamese sentence that says what is wrong.</param>
/// <param name="Column">The column it is about, or empty.</param>
public sealed record FileIssue(string File, int Line, string Reason, string Column = "")
{
    /// <inheritdoc />
    public override string ToString() => $"{File}:{Line}: {Reason}";
}

/// <summary>What a file gave: the rows that are good, and what is wrong with the others.</summary>
/// <typeparam name="T">A row.</typeparam>
/// <param name="Rows">Good rows, in the order of the file.</param>
/// <param name="Issues">Bad rows.</param>
public sealed record Parsed<T>(IReadOnlyList<T> Rows, IReadOnlyList<FileIssue> Issues);

/// <summary>A value that cannot be used, with the column it stands in.</summary>
public sealed class ColumnException(string column, string reason) : FormatException($"cột {column}: {reason}")
{
    /// <summary>The column.</summary>
    public string Column { get; } = column;
}

/// <summary>One row of a CSV file, read by column name; a bad value throws <see cref="FormatException"/> with the reason.</summary>
public sealed class ReferenceRow
{
    private readonly Dictionary<string, int> _columns;
    private readonly string[] _values;

    internal ReferenceRow(Dictionary<string, int> columns, string[] values, int line)
    {
        _columns = columns;
        _values = values;
        Line = line;
    }

    /// <summary>Line in the file, from 1.</summary>
    public int Line { get; }

    /// <summary>The trimmed text; empty when the column is empty or absent.</summary>
    public string this[string column] => _columns.TryGetValue(column, out var at) ? _values[at] : "";

    /// <summary>The text, which must not be empty.</summary>
    public string Required(string column) => this[column] is { Length: > 0 } text ? text : throw new ColumnException(column, "trống");

    /// <summary>The text, or null when empty.</summary>
    public string? Optional(string column) => this[column] is { Length: > 0 } text ? text : null;

    /// <summary>One of the allowed words.</summary>
    public string OneOf(string column, params ReadOnlySpan<string> allowed)
    {
        var text = this[column];
        return allowed.Contains(text) ? text : throw new ColumnException(column, $"'{text}' không thuộc {string.Join(", ", allowed.ToArray())}");
    }

    /// <summary><c>yes</c> or <c>no</c> (also 1 and 0).</summary>
    public bool YesNo(string column) => this[column] switch
    {
        "yes" or "1" => true,
        "no" or "0" => false,
        var other => throw new ColumnException(column, $"'{other}' phải là yes hoặc no"),
    };

    /// <summary>A whole number.</summary>
    public int Whole(string column) => int.TryParse(this[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        ? value : throw new ColumnException(column, $"'{this[column]}' không phải số nguyên");

    /// <summary>A decimal number with a dot.</summary>
    public decimal Number(string column) => decimal.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        ? value : throw new ColumnException(column, $"'{this[column]}' không phải số");

    /// <summary>A date <c>yyyy-MM-dd</c>.</summary>
    public DateOnly Date(string column) => DateOnly.TryParseExact(this[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
        ? value : throw new ColumnException(column, $"'{this[column]}' không phải ngày dạng yyyy-MM-dd");

    /// <summary>A date, or null when empty.</summary>
    public DateOnly? OptionalDate(string column) => this[column].Length == 0 ? null : Date(column);

    /// <summary>Parts separated by <c>;</c>, trimmed, without empty ones.</summary>
    public IReadOnlyList<string> List(string column) => this[column].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>Reads CSV files (RFC 4180, header, UTF-8, BOM and CRLF allowed) row by row.</summary>
public static class ReferenceTable
{
    /// <summary>Reads the file at the path.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="name">Name to report.</param>
    /// <param name="columns">Columns that must be there; without one of them no row is read.</param>
    /// <param name="parse">Makes a row; throws <see cref="FormatException"/> with a Vietnamese reason.</param>
    /// <param name="key">What must be unique in the file, or null.</param>
    public static Parsed<T> ReadFile<T>(string path, string name, IReadOnlyList<string> columns, Func<ReferenceRow, T> parse, Func<T, string>? key = null)
    {
        if (!File.Exists(path))
        {
            return new Parsed<T>([], [new FileIssue(name, 0, "không tìm thấy tệp")]);
        }

        using var reader = new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return Read(reader, name, columns, parse, key);
    }

    /// <summary>Reads from a reader; see <see cref="ReadFile{T}"/>.</summary>
    public static Parsed<T> Read<T>(TextReader reader, string name, IReadOnlyList<string> columns, Func<ReferenceRow, T> parse, Func<T, string>? key = null)
    {
        var rows = new List<T>();
        var issues = new List<FileIssue>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var options = new CsvReaderOptions
        {
            Separator = ',',
            TrimWhitespace = true,
            TrackLineNumbers = true,
            // One bad quote must not swallow the rest of the file
            AllowLineBreaksInQuotes = false,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = bad => issues.Add(new FileIssue(name, (int)bad.LineNumber, Reason(bad.Reason))),
        };
        using var csv = CsvReader.Create(reader, options, leaveOpen: true);
        string[] header;
        try
        {
            header = [.. csv.Headers];
        }
        catch (CsvFormatException)
        {
            return new Parsed<T>([], [new FileIssue(name, 1, "không đọc được dòng tiêu đề")]);
        }

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Length; i++)
        {
            places.TryAdd(header[i].Trim('\uFEFF', ' '), i);
        }

        if (columns.Where(c => !places.ContainsKey(c)).ToArray() is { Length: > 0 } absent)
        {
            return new Parsed<T>([], [new FileIssue(name, 1, $"thiếu cột {string.Join(", ", absent)}")]);
        }

        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            try
            {
                var values = new string[csv.FieldCount];
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = csv.GetString(i).Trim();
                }

                var row = parse(new ReferenceRow(places, values, line));
                if (key?.Invoke(row) is { } unique && !seen.TryAdd(unique, line))
                {
                    throw new FormatException($"trùng '{unique}' với dòng {seen[unique]}");
                }

                rows.Add(row);
            }
            catch (FormatException e)
            {
                issues.Add(new FileIssue(name, line, e.Message, (e as ColumnException)?.Column ?? ""));
            }
        }

        return new Parsed<T>(rows, issues);
    }

    private static string Reason(CsvMalformedReason reason) => reason == CsvMalformedReason.FieldCountMismatch ? "số ô khác dòng tiêu đề" : "dấu nháy kép đặt sai";
}
