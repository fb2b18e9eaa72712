using System.Globalization;
using System.Text;
using CsvHelper;

namespace MotCua.App.Kernel;

/// <summary>A row of an import that was not taken.</summary>
/// <param name="Line">Line in the file, from 1, header included.</param>
/// <param name="Column">Column at fault; empty when it is the row as a whole.</param>
/// <param name="Reason">Vietnamese sentence that says what is wrong.</param>
public sealed record RejectedRow(long Line, string Column, string Reason);

/// <summary>A value of a row that does not fit; the row is rejected, the others are not touched.</summary>
public sealed class RejectionException : Exception
{
    /// <summary>A rejection without particulars.</summary>
    public RejectionException()
    {
    }

    /// <summary>A rejection of the row as a whole.</summary>
    public RejectionException(string message)
        : base(message)
    {
    }

    /// <summary>A rejection with its cause.</summary>
    public RejectionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A rejection of one value.</summary>
    public RejectionException(string column, string reason)
        : base(reason) => Column = column;

    /// <summary>Column at fault, or empty.</summary>
    public string Column { get; } = "";
}

/// <summary>What an import did, row by row of the file.</summary>
/// <param name="Read">Rows read.</param>
/// <param name="Inserted">New.</param>
/// <param name="Restated">Already there with other content.</param>
/// <param name="Unchanged">Already there, the same.</param>
/// <param name="Rejected">Not taken; each is in the file of rejected rows.</param>
public sealed record ImportTally(int Read, int Inserted, int Restated, int Unchanged, int Rejected)
{
    /// <summary>The one JSON line of the contract.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $$"""{"read":{{Read}},"inserted":{{Inserted}},"restated":{{Restated}},"unchanged":{{Unchanged}},"rejected":{{Rejected}}}""");
}

/// <summary>
/// A CSV file being imported (contracts, In general): RFC 4180, header in any order, UTF-8 with or without BOM, CRLF or LF. Rows come one by one;
/// malformed ones are reported and stop nothing else.
/// </summary>
public sealed class ImportTable : IDisposable
{
    private readonly StreamReader _reader;
    private readonly CsvReader _csv;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    private ImportTable(string path, IReadOnlyList<string> known, IReadOnlyList<string> required)
    {
        _reader = new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        _csv = CsvReader.Create(_reader, new CsvReaderOptions
        {
            Separator = ',',
            TrimWhitespace = true,
            TrackLineNumbers = true,
            // One bad quote must not swallow the rest of the file
            AllowLineBreaksInQuotes = false,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = bad => Malformed.Add(new RejectedRow(bad.LineNumber, "", bad.Reason == CsvMalformedReason.FieldCountMismatch ? "Số ô khác dòng tiêu đề." : "Dấu nháy kép đặt sai.")),
        }, leaveOpen: true);
        string[] header = [.. _csv.Headers];
        for (var i = 0; i < header.Length; i++) _places.TryAdd(header[i].Trim('\uFEFF', ' '), i);
        Missing = [.. required.Where(c => !_places.ContainsKey(c))];
        Unknown = [.. _places.Keys.Where(c => !known.Contains(c))];
    }

    /// <summary>Required columns that are not in the header.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Columns that are not used.</summary>
    public IReadOnlyList<string> Unknown { get; }

    /// <summary>Rows that could not be read at all, so far.</summary>
    public List<RejectedRow> Malformed { get; } = [];

    /// <summary>Line of the present row.</summary>
    public long Line => _csv.LineNumber;

    /// <summary>The trimmed text of a column of the present row; empty when it is empty or absent.</summary>
    public string this[string column] => _places.TryGetValue(column, out var at) ? _csv.GetString(at).Trim() : "";

    /// <summary>Opens a file.</summary>
    /// <exception cref="FormatException">It has no header that can be read.</exception>
    public static ImportTable Open(string path, IReadOnlyList<string> known, IReadOnlyList<string> required)
    {
        try
        {
            return new ImportTable(path, known, required);
        }
        catch (CsvFormatException failure)
        {
            throw new FormatException("không đọc được dòng tiêu đề", failure);
        }
    }

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool Read() => _csv.Read();

    /// <summary>The name of the file of rejected rows: <c>x.csv</c> gives <c>x.rejected.csv</c>.</summary>
    public static string RejectedPath(string path) =>
        (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? path[..^4] : path) + ".rejected.csv";

    /// <summary>Writes the file of rejected rows, or takes an old one away when there are none.</summary>
    public static async Task WriteRejectedAsync(string path, IReadOnlyCollection<RejectedRow> rejected, CancellationToken ct)
    {
        var target = RejectedPath(path);
        if (rejected.Count == 0)
        {
            if (File.Exists(target)) File.Delete(target);
            return;
        }

        await using var csv = new CsvText(target);
        await csv.WriteAsync(ct, "line", "column", "reason");
        foreach (var row in rejected.OrderBy(r => r.Line)) await csv.WriteAsync(ct, row.Line.ToString(CultureInfo.InvariantCulture), row.Column, row.Reason);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _csv.Dispose();
        _reader.Dispose();
    }
}

/// <summary>Writes CSV rows (RFC 4180, UTF-8 without BOM, LF).</summary>
public sealed class CsvText : IAsyncDisposable
{
    private readonly TextWriter _writer;
    private readonly bool _owns;

    /// <summary>Writes to a writer that somebody else closes.</summary>
    public CsvText(TextWriter writer) => _writer = writer;

    /// <summary>Writes to a new file.</summary>
    public CsvText(string path) => (_writer, _owns) = (new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" }, true);

    /// <summary>Writes one row.</summary>
    public async Task WriteAsync(CancellationToken ct, params IReadOnlyList<string?> fields)
    {
        ct.ThrowIfCancellationRequested();
        await _writer.WriteAsync(Row(fields));
        await _writer.WriteAsync('\n');
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_owns) await _writer.DisposeAsync();
        else await _writer.FlushAsync();
    }

    /// <summary>The text of one row, without its line end.</summary>
    public static string Row(IEnumerable<string?> fields) => string.Join(',', fields.Select(Field));

    private static string Field(string? text) =>
        text is null ? "" : text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
