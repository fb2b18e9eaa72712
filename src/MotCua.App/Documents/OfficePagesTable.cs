namespace MotCua.App.Documents;

/// <summary>A table of a PDF: as wide as the text, letters as big as the widest word lets them, the head again on every page; a row longer than a page goes on on the next.</summary>
internal sealed class OfficePagesTable
{
    private const double Padding = 3;
    private const double Biggest = 12;
    private const double Smallest = 7;

    private readonly PaperWriter _paper;
    private readonly OfficeTable _table;
    private readonly double[] _widths;
    private readonly double _size;
    private readonly IReadOnlyList<OfficeHeadCell> _head;
    private readonly double[] _headRows;

    public OfficePagesTable(PaperWriter paper, OfficeTable table)
    {
        (_paper, _table) = (paper, table);
        var total = table.Columns.Sum(c => c.Width);
        _widths = [.. table.Columns.Select(c => paper.Inner * c.Width / total)];
        _size = Size();
        _head = OfficeHeads.Of(table.Columns);
        _headRows = new double[OfficeHeads.DepthOf(table.Columns)];
        // A cell over several rows of the head makes its last row taller when it needs more
        foreach (var cell in _head.OrderBy(c => c.Row + c.Rows))
        {
            var need = HeightOf(Lines(cell.Text, PaperFace.Bold, Across(cell)).Count) - Enumerable.Range(cell.Row, cell.Rows - 1).Sum(r => _headRows[r]);
            var last = cell.Row + cell.Rows - 1;
            _headRows[last] = Math.Max(_headRows[last], Math.Max(need, HeightOf(1)));
        }
    }

    private double Leading => _size * 1.2;

    private double HeadHeight => _headRows.Sum() + MarksHeight;

    private double MarksHeight => _table.Columns.Any(c => c.Mark is not null) ? HeightOf(_table.Columns.Select((c, i) => MarkLines(i).Count).Max()) : 0;

    /// <summary>Height of the whole, when it may be kept on one page: short tables are.</summary>
    public double? KeptHeight => _table.Rows.Count > OfficeTable.MostKept ? null : HeadHeight + _table.Rows.Sum(HeightOf);

    public void Draw()
    {
        if (_paper.Room < HeadHeight + HeightOf(3)) _paper.Keep(double.MaxValue);
        DrawHead();
        for (var i = 0; i < _table.Rows.Count; i++)
        {
            // A heading stays with what follows it, a total with what it adds up
            var isKept = i + 1 < _table.Rows.Count && (_table.Rows[i].Kind == OfficeRowKind.Section || _table.Rows[i + 1].Kind == OfficeRowKind.Total);
            if (isKept && HeightOf(_table.Rows[i]) + HeightOf(_table.Rows[i + 1]) is var both && both > _paper.Room && both < _paper.Room + _paper.Y - _paper.Margin - HeadHeight)
            {
                _paper.Keep(double.MaxValue);
                DrawHead();
            }

            DrawRow(_table.Rows[i]);
        }
    }

    private double HeightOf(OfficeRow row) => HeightOf(row.Kind == OfficeRowKind.Section ? Lines(row.Cells[0].Shown, PaperFace.Bold, _paper.Inner).Count : row.Cells.Select((c, i) => Lines(c.Shown, PaperFace.Bold, _widths[i]).Count).Max());

    private IReadOnlyList<string> MarkLines(int column) => _paper.LinesOf(_table.Columns[column].Mark ?? "", PaperFace.Italic, _size - 1, _widths[column] - (2 * Padding));

    private void DrawHead()
    {
        var top = _paper.Y;
        foreach (var cell in _head)
        {
            var (x, y, width, height) = (X(cell.Column), top + _headRows.Take(cell.Row).Sum(), Across(cell), _headRows.Skip(cell.Row).Take(cell.Rows).Sum());
            var lines = Lines(cell.Text, PaperFace.Bold, width);
            _paper.Box(x, y, width, height, isShaded: true);
            Write(lines, PaperFace.Bold, _size, x, y + ((height - (lines.Count * Leading)) / 2), width, PaperAlign.Centre);
        }

        _paper.Y = top + _headRows.Sum();
        if (_table.Columns.All(c => c.Mark is null)) return;
        for (var c = 0; c < _widths.Length; c++)
        {
            _paper.Box(X(c), _paper.Y, _widths[c], MarksHeight);
            Write(MarkLines(c), PaperFace.Italic, _size - 1, X(c), _paper.Y + Padding, _widths[c], PaperAlign.Centre);
        }

        _paper.Y += MarksHeight;
    }

    private void DrawRow(OfficeRow row)
    {
        var face = row.Kind == OfficeRowKind.Plain ? PaperFace.Regular : PaperFace.Bold;
        var isAcross = row.Kind == OfficeRowKind.Section;
        var widths = isAcross ? [_paper.Inner] : _widths;
        var cells = widths.Select((w, c) => (Cell: row.Cells[c], Lines: Lines(row.Cells[c].Shown, face, w))).ToList();
        var (from, all) = (0, cells.Max(c => c.Lines.Count));
        while (from < all)
        {
            var room = (int)((_paper.Room - (2 * Padding)) / Leading);
            var isWholeOnNext = HeightOf(all - from) <= _paper.Room + _paper.Y - _paper.Margin - HeadHeight;
            if (room < 1 || (room < all - from && isWholeOnNext && from == 0))
            {
                _paper.Keep(double.MaxValue);
                DrawHead();
                room = Math.Max(1, (int)((_paper.Room - (2 * Padding)) / Leading));
            }

            var n = Math.Min(room, all - from);
            for (var c = 0; c < cells.Count; c++)
            {
                var (cell, lines) = cells[c];
                var align = isAcross ? PaperAlign.Left : _table.Columns[c].IsCentred || (cell.Kind != OfficeKind.Text && (!cell.IsNumber || cell.Number is null)) ? PaperAlign.Centre : PaperAlign.Left;
                _paper.Box(X(c), _paper.Y, widths[c], HeightOf(n));
                Write([.. lines.Skip(from).Take(n)], face, _size, X(c), _paper.Y + Padding, widths[c], align, isRight: align == PaperAlign.Left && cell.IsNumber);
            }

            _paper.Y += HeightOf(n);
            from += n;
        }
    }

    private void Write(IReadOnlyList<string> lines, PaperFace face, double size, double x, double y, double width, PaperAlign align, bool isRight = false)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var free = width - _paper.Measure(lines[i], face, size);
            var at = isRight ? x + free - Padding : align == PaperAlign.Centre ? x + (free / 2) : x + Padding;
            _paper.Line(lines[i], face, size, at, y + (i * Leading) + (_size * 0.9));
        }
    }

    // As big as the longest word of a head and the longest number let it
    private double Size()
    {
        var size = Biggest;
        for (var c = 0; c < _widths.Length; c++)
        {
            var room = _widths[c] - (2 * Padding);
            var widest = _table.Columns[c].Title.Split(' ', '\n').Select(w => _paper.Measure(w, PaperFace.Bold, 1))
                .Concat(_table.Rows.Where(r => r.Kind != OfficeRowKind.Section && (r.Cells[c].Number is not null || r.Cells[c].Date is not null)).Select(r => _paper.Measure(r.Cells[c].Shown, PaperFace.Bold, 1)))
                .Append(0.5).Max();
            size = Math.Min(size, room / widest);
        }

        return Math.Max(Math.Floor(size * 2) / 2, Smallest);
    }

    private IReadOnlyList<string> Lines(string text, PaperFace face, double width) => _paper.LinesOf(text, face, _size, width - (2 * Padding));

    private double HeightOf(int lines) => (lines * Leading) + (2 * Padding);

    private double X(int column) => _paper.Left + _widths.Take(column).Sum();

    private double Across(OfficeHeadCell cell) => _widths.Skip(cell.Column).Take(cell.Columns).Sum();
}
