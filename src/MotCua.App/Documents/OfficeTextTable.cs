using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace MotCua.App.Documents;

/// <summary>A table of a DOCX: as wide as the text, its head of merged cells again on every page, rows not parted.</summary>
internal static class OfficeTextTable
{
    /// <summary>Makes it.</summary>
    /// <param name="table">What it says.</param>
    /// <param name="width">Width of the text in twentieths of a point.</param>
    public static Table Make(OfficeTable table, int width)
    {
        var total = table.Columns.Sum(c => c.Width);
        var widths = table.Columns.Select(c => (int)(width * c.Width / total)).ToList();
        var size = table.Columns.Count switch { <= 6 => 24, <= 10 => 22, _ => width > 12_000 ? 22 : 18 };
        var made = new Table(
            new TableProperties
            {
                TableWidth = new TableWidth { Width = widths.Sum().ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                TableJustification = new TableJustification { Val = TableRowAlignmentValues.Center },
                TableBorders = new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 4 },
                    new RightBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
                TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
                TableCellMarginDefault = new TableCellMarginDefault(new TableCellLeftMargin { Width = 57, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 57, Type = TableWidthValues.Dxa }),
            },
            new TableGrid(widths.Select(w => new GridColumn { Width = w.ToString(CultureInfo.InvariantCulture) })));
        WriteHead(made, table.Columns, widths, size);
        for (var i = 0; i < table.Rows.Count; i++)
        {
            // A heading stays with what follows it, a total with what it adds up
            var isKept = i + 1 < table.Rows.Count && (table.Rows.Count <= OfficeTable.MostKept || table.Rows[i].Kind == OfficeRowKind.Section || table.Rows[i + 1].Kind == OfficeRowKind.Total);
            var row = RowOf(table.Rows[i], table.Columns, widths, size);
            if (isKept) foreach (var p in row.Descendants<ParagraphProperties>()) p.KeepNext = new KeepNext();
            made.Append(row);
        }

        return made;
    }

    private static void WriteHead(Table made, IReadOnlyList<OfficeColumn> columns, List<int> widths, int size)
    {
        var cells = OfficeHeads.Of(columns);
        for (var r = 0; r < OfficeHeads.DepthOf(columns); r++)
        {
            var row = HeadRow();
            for (var c = 0; c < columns.Count;)
            {
                var cell = cells.First(x => x.Row <= r && x.Row + x.Rows > r && x.Column <= c && x.Column + x.Columns > c);
                var isFirst = cell.Row == r;
                row.Append(CellOf(isFirst ? cell.Text : "", widths.Skip(c).Take(cell.Columns).Sum(), size, JustificationValues.Center, isBold: true, span: cell.Columns, merge: cell.Rows == 1 ? null : isFirst, isShaded: true));
                c += cell.Columns;
            }

            made.Append(row);
        }

        if (columns.All(c => c.Mark is null)) return;
        var marks = HeadRow();
        for (var c = 0; c < columns.Count; c++) marks.Append(CellOf(columns[c].Mark ?? "", widths[c], size - 2, JustificationValues.Center, isItalic: true));
        made.Append(marks);
    }

    private static TableRow HeadRow() => new(new TableRowProperties(new CantSplit(), new TableHeader()));

    private static TableRow RowOf(OfficeRow row, IReadOnlyList<OfficeColumn> columns, List<int> widths, int size)
    {
        var made = new TableRow(new TableRowProperties(new CantSplit()));
        if (row.Kind == OfficeRowKind.Section)
        {
            made.Append(CellOf(row.Cells.Count > 0 ? row.Cells[0].Shown : "", widths.Sum(), size, JustificationValues.Left, isBold: true, span: columns.Count));
            return made;
        }

        for (var c = 0; c < columns.Count; c++)
        {
            var cell = row.Cells[c];
            var align = columns[c].IsCentred ? JustificationValues.Center : cell.IsNumber && cell.Number is not null ? JustificationValues.Right : cell.Kind == OfficeKind.Text ? JustificationValues.Left : JustificationValues.Center;
            made.Append(CellOf(cell.Shown, widths[c], size, align, row.Kind == OfficeRowKind.Total));
        }

        return made;
    }

    private static TableCell CellOf(string text, int width, int size, JustificationValues align, bool isBold = false, bool isItalic = false, int span = 1, bool? merge = null, bool isShaded = false) =>
        new(
            new TableCellProperties
            {
                TableCellWidth = new TableCellWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                GridSpan = span > 1 ? new GridSpan { Val = span } : null,
                VerticalMerge = merge is { } isStart ? new VerticalMerge { Val = isStart ? MergedCellValues.Restart : MergedCellValues.Continue } : null,
                Shading = isShaded ? new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "EDEFF2" } : null,
                TableCellVerticalAlignment = isShaded ? new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center } : null,
            },
            new Paragraph(
                new ParagraphProperties { SpacingBetweenLines = new SpacingBetweenLines { Before = "20", After = "20" }, Justification = new Justification { Val = align } },
                OfficeText.Letters(text, size, isBold, isItalic)));
}
