using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace MotCua.App.Documents;

/// <summary>The looks of sheets: Times New Roman 12, thin lines, a grey head; one set for all workbooks.</summary>
internal static class OfficeSheetStyles
{
    /// <summary>First line above a table.</summary>
    public const uint Title = 1;

    /// <summary>Further lines above a table.</summary>
    public const uint Subtitle = 2;

    /// <summary>The head.</summary>
    public const uint Head = 3;

    /// <summary>Numbers of columns under the head.</summary>
    public const uint Mark = 4;

    /// <summary>A heading across the table.</summary>
    public const uint Section = 5;

    /// <summary>Lines under the table.</summary>
    public const uint Note = 6;

    private const uint FirstOfKinds = 7;
    private const uint DateFormat = 164;
    private const uint InstantFormat = 165;

    // In the order of OfficeKind; 49 = text, 3 = 1.234, 4 = 1.234,56, 10 = 62,50%
    private static readonly uint[] Formats = [49, 3, 4, 10, DateFormat, InstantFormat];

    /// <summary>The look of a cell; what stands in the middle (numbers of rows, words for a missing value) has no format.</summary>
    public static uint Of(OfficeKind kind, bool isTotal, bool isCentred) =>
        FirstOfKinds + (isTotal ? (uint)Formats.Length + 1 : 0) + (isCentred ? (uint)Formats.Length : (uint)kind - 1);

    /// <summary>The style part.</summary>
    public static Stylesheet Make()
    {
        var formats = new List<CellFormat>
        {
            new() { FontId = 0, FillId = 0, BorderId = 0 },
            Across(fontId: 2, HorizontalAlignmentValues.Center),
            Across(fontId: 3, HorizontalAlignmentValues.Center),
            Boxed(fontId: 1, 49, HorizontalAlignmentValues.Center, VerticalAlignmentValues.Center, fillId: 2),
            Boxed(fontId: 3, 49, HorizontalAlignmentValues.Center, VerticalAlignmentValues.Center, fillId: 0),
            Boxed(fontId: 1, 49, HorizontalAlignmentValues.Left, VerticalAlignmentValues.Center, fillId: 3),
            Across(fontId: 3, HorizontalAlignmentValues.Left),
        };
        foreach (var font in (uint[])[0, 1])
        {
            for (var i = 0; i < Formats.Length; i++) formats.Add(Boxed(font, Formats[i], i == 0 ? HorizontalAlignmentValues.Left : i < 4 ? HorizontalAlignmentValues.Right : HorizontalAlignmentValues.Center, VerticalAlignmentValues.Top, fillId: 0));
            formats.Add(Boxed(font, 0, HorizontalAlignmentValues.Center, VerticalAlignmentValues.Top, fillId: 0));
        }

        return new Stylesheet(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = DateFormat, FormatCode = "dd/mm/yyyy" },
                new NumberingFormat { NumberFormatId = InstantFormat, FormatCode = "hh:mm dd/mm/yyyy" })
            { Count = 2 },
            new Fonts(Letters(12, null), Letters(12, new Bold()), Letters(14, new Bold()), Letters(12, new Italic())) { Count = 4 },
            new Fills(Filled(PatternValues.None, null), Filled(PatternValues.Gray125, null), Filled(PatternValues.Solid, "FFE7EBF0"), Filled(PatternValues.Solid, "FFF3F5F8")) { Count = 4 },
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Thin()) { Count = 2 },
            new CellStyleFormats(new CellFormat { FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
            new CellFormats(formats) { Count = (uint)formats.Count },
            new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });
    }

    private static Font Letters(double size, OpenXmlLeafElement? face)
    {
        var font = new Font();
        if (face is not null) font.Append(face);
        font.Append(new FontSize { Val = size }, new Color { Rgb = "FF000000" }, new FontName { Val = "Times New Roman" }, new FontFamilyNumbering { Val = 1 });
        return font;
    }

    private static Fill Filled(PatternValues pattern, string? colour) =>
        new(colour is null ? new PatternFill { PatternType = pattern } : new PatternFill(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64 }) { PatternType = pattern });

    private static Border Thin() => new(
        new LeftBorder(Line()) { Style = BorderStyleValues.Thin }, new RightBorder(Line()) { Style = BorderStyleValues.Thin },
        new TopBorder(Line()) { Style = BorderStyleValues.Thin }, new BottomBorder(Line()) { Style = BorderStyleValues.Thin }, new DiagonalBorder());

    private static Color Line() => new() { Rgb = "FF7F8790" };

    private static CellFormat Across(uint fontId, HorizontalAlignmentValues align) =>
        new(new Alignment { Horizontal = align, Vertical = VerticalAlignmentValues.Center, WrapText = true }) { NumberFormatId = 49, FontId = fontId, FillId = 0, BorderId = 0, FormatId = 0, ApplyFont = true, ApplyAlignment = true, ApplyNumberFormat = true };

    private static CellFormat Boxed(uint fontId, uint format, HorizontalAlignmentValues align, VerticalAlignmentValues vertical, uint fillId) =>
        new(new Alignment { Horizontal = align, Vertical = vertical, WrapText = true })
        {
            NumberFormatId = format,
            FontId = fontId,
            FillId = fillId,
            BorderId = 1,
            FormatId = 0,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
        };
}
