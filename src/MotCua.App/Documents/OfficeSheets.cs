using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MotCua.Domain.Kernel;

namespace MotCua.App.Documents;

/// <summary>A sheet to be written.</summary>
/// <param name="Name">Its name; what a sheet may not be called is replaced.</param>
/// <param name="Columns">Columns.</param>
public sealed record OfficeSheet(string Name, IReadOnlyList<OfficeColumn> Columns)
{
    /// <summary>Lines above the table, across all columns: the first in capitals and bold, the others in italics.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>Lines under the table, in italics: notes, definitions.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Puts the sheet's filter on the head; for lists.</summary>
    public bool HasFilter { get; init; }
}

/// <summary>
/// Writes tables as XLSX, row by row, so that a long list is never in memory whole: titles across the table, a head of merged cells that stays in sight and
/// is printed on every page, typed cells, A4 landscape as wide as the paper. Text is always text: nothing that begins with <c>=</c> becomes a formula.
/// </summary>
public sealed class OfficeSheets : IDisposable
{
    /// <summary>The media type of the file.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Most rows a sheet may have.</summary>
    public const int MostRows = 1_048_576;

    private const double LineHeight = 16.5;
    private const string ForbiddenInNames = ":\\/?*[]\n\t";

    private readonly SpreadsheetDocument _file;
    private readonly WorkbookPart _book;
    private readonly Sheets _sheets;
    private readonly DefinedNames _names = new();
    private OpenSheet? _open;

    /// <summary>A workbook into the stream, which is left open; it must be able to seek.</summary>
    public OfficeSheets(Stream into, string title)
    {
        _file = SpreadsheetDocument.Create(into, SpreadsheetDocumentType.Workbook);
        _file.PackageProperties.Title = OfficeLetters.Clean(title);
        _book = _file.AddWorkbookPart();
        _book.AddNewPart<WorkbookStylesPart>().Stylesheet = OfficeSheetStyles.Make();
        _sheets = new Sheets();
        _book.Workbook = new Workbook(_sheets);
    }

    /// <summary>A workbook of one table.</summary>
    public static byte[] Write(string title, OfficeSheet sheet, IEnumerable<OfficeRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var bytes = new MemoryStream();
        using (var book = new OfficeSheets(bytes, title))
        {
            book.Begin(sheet);
            foreach (var row in rows) book.Row(row);
        }

        return bytes.ToArray();
    }

    /// <summary>A workbook of all tables of a paper, a sheet each.</summary>
    public static byte[] Write(OfficePaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        using var bytes = new MemoryStream();
        using (var book = new OfficeSheets(bytes, paper.Title))
        {
            var titles = paper.Head switch
            {
                { Number: null, Kind: { } kind, Subject: { } of } form => (List<string>)[kind.ToUpper(CultureInfo.GetCultureInfo("vi-VN")), of, .. form.Under],
                { } head => [head.Subject ?? paper.Title, .. head.Under],
                null => [paper.Title],
            };
            var tables = paper.Body.OfType<OfficeTable>().Select(t => (Table: t, Titles: titles, Body: paper.Body))
                .Concat(paper.Annexes.SelectMany(a => a.Body.OfType<OfficeTable>().Select(t => (Table: t, Titles: (List<string>)[a.Title, .. a.Attached is { } with ? [with] : Array.Empty<string>()], a.Body))));
            foreach (var (table, above, body) in tables)
            {
                List<string> lines = [.. above];
                if (table.Caption is { } caption && !lines.Contains(caption)) lines.Add(caption);
                if (table.Unit is { } unit) lines.Add(unit);
                book.Begin(new OfficeSheet(table.Name ?? table.Caption ?? paper.Title, table.Columns) { Titles = lines, Notes = [.. body.OfType<OfficeParagraph>().Where(p => p.IsNote).Select(p => p.Text)] });
                foreach (var row in table.Rows) book.Row(row);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Begins a sheet; the one before is closed.</summary>
    public void Begin(OfficeSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        Close();
        var part = _book.AddNewPart<WorksheetPart>();
        var id = (uint)_sheets.ChildElements.Count + 1;
        var name = NameOf(sheet.Name, id);
        _sheets.Append(new Sheet { Name = name, SheetId = id, Id = _book.GetIdOfPart(part) });
        _open = new OpenSheet(part, sheet);
        var head = _open.Head;
        _names.Append(new DefinedName(string.Create(CultureInfo.InvariantCulture, $"'{name.Replace("'", "''", StringComparison.Ordinal)}'!${head.First}:${head.Last}")) { Name = "_xlnm.Print_Titles", LocalSheetId = id - 1 });
    }

    /// <summary>Writes a row of the sheet that is open.</summary>
    /// <exception cref="InvalidOperationException">No sheet is open, the row has another number of cells than there are columns, or the sheet is full.</exception>
    public void Row(OfficeRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        (_open ?? throw new InvalidOperationException("No sheet is open.")).Write(row);
    }

    /// <summary>Closes the workbook; the stream has all of it.</summary>
    public void Dispose()
    {
        if (_sheets.ChildElements.Count == 0) Begin(new OfficeSheet("Trang tính", [new OfficeColumn("", 10)]));
        Close();
        if (_names.HasChildren) _book.Workbook!.Append(_names);
        _file.Dispose();
    }

    private void Close()
    {
        _open?.Dispose();
        _open = null;
    }

    // At most 31 letters, none of : \ / ? * [ ], not the same twice
    private string NameOf(string name, uint id)
    {
        var clean = new string([.. OfficeLetters.Clean(name).Select(c => ForbiddenInNames.Contains(c) ? '-' : c)]).Trim('\'', ' ');
        if (clean.Length == 0) clean = string.Create(CultureInfo.InvariantCulture, $"Bảng {id}");
        if (clean.Length > 31) clean = clean[..(char.IsHighSurrogate(clean[30]) ? 30 : 31)].TrimEnd('\'', ' ');
        if (_sheets.Elements<Sheet>().All(s => !string.Equals(s.Name, clean, StringComparison.OrdinalIgnoreCase))) return clean;
        var mark = string.Create(CultureInfo.InvariantCulture, $" ({id})");
        return (clean.Length + mark.Length > 31 ? clean[..(31 - mark.Length)].TrimEnd() : clean) + mark;
    }

    /// <summary>The sheet that is being written.</summary>
    private sealed class OpenSheet : IDisposable
    {
        private readonly OpenXmlWriter _writer;
        private readonly OfficeSheet _sheet;
        private readonly List<string> _merged = [];
        private uint _row;

        public OpenSheet(WorksheetPart part, OfficeSheet sheet)
        {
            (_sheet, _writer) = (sheet, OpenXmlWriter.Create(part));
            var depth = OfficeHeads.DepthOf(sheet.Columns);
            var first = (uint)sheet.Titles.Count + (sheet.Titles.Count > 0 ? 2u : 1u);
            Head = (first, first + (uint)depth - 1 + (sheet.Columns.Any(c => c.Mark is not null) ? 1u : 0u));
            Open();
            WriteTitles();
            WriteHead(depth);
        }

        /// <summary>Rows of the head, from 1.</summary>
        public (uint First, uint Last) Head { get; }

        public void Write(OfficeRow row)
        {
            if (_row >= MostRows - _sheet.Notes.Count) throw new InvalidOperationException("The sheet is full.");
            if (row.Kind == OfficeRowKind.Section)
            {
                Line(row.Cells.Count > 0 ? row.Cells[0].Shown : "", OfficeSheetStyles.Section, null);
                return;
            }

            if (row.Cells.Count != _sheet.Columns.Count) throw new InvalidOperationException("A row has as many cells as there are columns.");
            var lines = row.Cells.Select((c, i) => c.Kind == OfficeKind.Text || c.Shown.Length > _sheet.Columns[i].Width ? Lines(c.Shown, _sheet.Columns[i].Width * 1.1) : 1).Max();
            Start(lines > 1 ? lines * LineHeight : null);
            for (var i = 0; i < row.Cells.Count; i++) Cell(i, row.Cells[i], row.Kind == OfficeRowKind.Total);
            _writer.WriteEndElement();
        }

        public void Dispose()
        {
            var last = _row;
            if (_sheet.Notes.Count > 0) _row++;
            foreach (var note in _sheet.Notes) Line(note, OfficeSheetStyles.Note, Lines(note, _sheet.Columns.Sum(c => c.Width)) * LineHeight);
            _writer.WriteEndElement();
            if (_sheet.HasFilter && OfficeHeads.DepthOf(_sheet.Columns) == 1) _writer.WriteElement(new AutoFilter { Reference = $"{At(0, Head.First)}:{At(_sheet.Columns.Count - 1, Math.Max(last, Head.Last))}" });
            if (_merged.Count > 0) _writer.WriteElement(new MergeCells(_merged.Select(m => new MergeCell { Reference = m })) { Count = (uint)_merged.Count });
            _writer.WriteElement(new PrintOptions { HorizontalCentered = true });
            _writer.WriteElement(new PageMargins { Left = 0.6, Right = 0.5, Top = 0.7, Bottom = 0.7, Header = 0.3, Footer = 0.3 });
            _writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
            _writer.WriteElement(new HeaderFooter(new OddFooter("&C&\"Times New Roman\"&10Trang &P/&N")));
            _writer.WriteEndElement();
            _writer.Dispose();
        }

        private void Open()
        {
            _writer.WriteStartElement(new Worksheet());
            _writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
            var below = At(0, Head.Last + 1);
            var pane = new Pane { VerticalSplit = Head.Last, TopLeftCell = below, ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
            _writer.WriteElement(new SheetViews(new SheetView(pane, new Selection { Pane = PaneValues.BottomLeft, ActiveCell = below, SequenceOfReferences = new ListValue<StringValue>([below]) }) { WorkbookViewId = 0, ShowGridLines = false }));
            _writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = LineHeight });
            _writer.WriteElement(new Columns(_sheet.Columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = Math.Clamp(c.Width, 3, 120) + 0.7, CustomWidth = true })));
            _writer.WriteStartElement(new SheetData());
        }

        private void WriteTitles()
        {
            var width = _sheet.Columns.Sum(c => c.Width);
            for (var i = 0; i < _sheet.Titles.Count; i++)
            {
                Line(_sheet.Titles[i], i == 0 ? OfficeSheetStyles.Title : OfficeSheetStyles.Subtitle, Lines(_sheet.Titles[i], i == 0 ? width * 0.75 : width) * (i == 0 ? 20 : LineHeight));
            }

            if (_sheet.Titles.Count > 0) _row++;
        }

        private void WriteHead(int depth)
        {
            var cells = OfficeHeads.Of(_sheet.Columns);
            for (var r = 0; r < depth; r++)
            {
                var tallest = cells.Where(c => c.Row <= r && c.Row + c.Rows > r).Max(c => (double)Lines(c.Text, _sheet.Columns.Skip(c.Column).Take(c.Columns).Sum(w => w.Width) * 0.9) / c.Rows);
                Start(Math.Ceiling(tallest) * LineHeight);
                for (var c = 0; c < _sheet.Columns.Count; c++)
                {
                    var cell = cells.FirstOrDefault(x => x.Row == r && x.Column == c);
                    WriteText(c, cell.Text ?? "", OfficeSheetStyles.Head);
                    if (cell.Rows > 1 || cell.Columns > 1) _merged.Add($"{At(c, _row)}:{At(c + cell.Columns - 1, _row + (uint)cell.Rows - 1)}");
                }

                _writer.WriteEndElement();
            }

            if (!_sheet.Columns.Any(c => c.Mark is not null)) return;
            Start(_sheet.Columns.Max(c => Lines(c.Mark ?? "", c.Width)) * LineHeight);
            for (var c = 0; c < _sheet.Columns.Count; c++) WriteText(c, _sheet.Columns[c].Mark ?? "", OfficeSheetStyles.Mark);
            _writer.WriteEndElement();
        }

        // A text across all columns
        private void Line(string text, uint style, double? height)
        {
            Start(height);
            for (var c = 0; c < _sheet.Columns.Count; c++) WriteText(c, c == 0 ? text : "", style);
            _writer.WriteEndElement();
            if (_sheet.Columns.Count > 1) _merged.Add($"{At(0, _row)}:{At(_sheet.Columns.Count - 1, _row)}");
        }

        private void Start(double? height)
        {
            _row++;
            _writer.WriteStartElement(height is { } h ? new Row { RowIndex = _row, Height = Math.Min(h, 400), CustomHeight = true } : new Row { RowIndex = _row });
        }

        private void Cell(int column, OfficeCell cell, bool isTotal)
        {
            var value = cell switch
            {
                { Kind: OfficeKind.Percent, Number: { } n } => (n / 100m).ToString(CultureInfo.InvariantCulture),
                { IsNumber: true, Number: { } n } => n.ToString(CultureInfo.InvariantCulture),
                { Kind: OfficeKind.Date, Date: { } d } => Serial(d.ToDateTime(TimeOnly.MinValue)),
                { Kind: OfficeKind.Instant, At: { } at } => Serial(ProvinceTime.Local(at).DateTime),
                _ => null,
            };
            var isCentred = _sheet.Columns[column].IsCentred;
            var style = OfficeSheetStyles.Of(cell.Kind, isTotal, isCentred || (value is null && cell.Kind != OfficeKind.Text));
            if (value is not null) _writer.WriteElement(new Cell(new CellValue(value)) { CellReference = At(column, _row), StyleIndex = style });
            else WriteText(column, cell.Shown, style);
        }

        private void WriteText(int column, string text, uint style)
        {
            var clean = OfficeLetters.InCell(text);
            _writer.WriteElement(clean.Length == 0
                ? new Cell { CellReference = At(column, _row), StyleIndex = style }
                : new Cell(new InlineString(new Text(clean) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = At(column, _row), StyleIndex = style, DataType = CellValues.InlineString });
        }

        // Sheets count days from 1900 and have no earlier ones; those are written as text
        private static string? Serial(DateTime local) => local.Year < 1901 ? null : local.ToOADate().ToString("R", CultureInfo.InvariantCulture);

        private static int Lines(string text, double width) => text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Length / Math.Max(width, 1))));

        private static string At(int column, uint row)
        {
            var letters = "";
            for (var n = column + 1; n > 0; n = (n - 1) / 26) letters = (char)('A' + ((n - 1) % 26)) + letters;
            return letters + row.ToString(CultureInfo.InvariantCulture);
        }
    }
}
