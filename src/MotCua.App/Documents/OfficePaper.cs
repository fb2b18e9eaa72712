using System.Text.Json.Serialization;

namespace MotCua.App.Documents;

/// <summary>
/// An official paper as data: what it says, not how it looks. The same paper is written as DOCX (<see cref="OfficeText"/>), PDF,
/// XLSX (<see cref="OfficeSheets"/>) and shown on a page, so that all of them say the same; it can be kept as JSON.
/// </summary>
/// <param name="Title">Title of the file.</param>
/// <param name="Body">What it says, in order.</param>
public sealed record OfficePaper(string Title, IReadOnlyList<OfficeBlock> Body)
{
    /// <summary>Head of a văn bản (NĐ 30/2020/NĐ-CP Phụ lục I); null = only the title, as on a list.</summary>
    public OfficeHead? Head { get; init; }

    /// <summary>Landscape A4, for wide tables.</summary>
    public bool IsLandscape { get; init; }

    /// <summary>Nơi nhận, without end marks.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Who signs; null = nobody.</summary>
    public OfficeSignature? Signature { get; init; }

    /// <summary>Phụ lục, each on pages of its own with numbers of its own.</summary>
    public IReadOnlyList<OfficeAnnex> Annexes { get; init; } = [];
}

/// <summary>Head of a văn bản (NĐ 30/2020/NĐ-CP Phụ lục I).</summary>
/// <param name="Agency">The agency that issues it.</param>
/// <param name="Place">Địa danh.</param>
public sealed record OfficeHead(string Agency, string Place)
{
    /// <summary>The agency above, when it is written.</summary>
    public string? Above { get; init; }

    /// <summary>Số và ký hiệu, e.g. <c>135/BC-VPUB</c>; a number that is not given yet is left out: <c>/BC-VPUB</c>.</summary>
    public string? Number { get; init; }

    /// <summary>Day of issue; null = to be filled in.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Tên loại, e.g. <c>BÁO CÁO</c>; null = công văn.</summary>
    public string? Kind { get; init; }

    /// <summary>Trích yếu nội dung.</summary>
    public string? Subject { get; init; }

    /// <summary>Further lines under the subject, e.g. the period; in italics.</summary>
    public IReadOnlyList<string> Under { get; init; } = [];

    /// <summary>Kính gửi, when it is written.</summary>
    public string? To { get; init; }

    /// <summary>What stands at the right above the head of a statutory form, e.g. <c>Biểu số II.06a/VPCP/KSTT</c>.</summary>
    public string? Form { get; init; }
}

/// <summary>Who signs.</summary>
/// <param name="Capacity">Quyền hạn, chức vụ, a line each, e.g. <c>TL. CHỦ TỊCH</c>, <c>CHÁNH VĂN PHÒNG</c>.</param>
/// <param name="Name">Họ tên; null = to be written.</param>
public sealed record OfficeSignature(IReadOnlyList<string> Capacity, string? Name);

/// <summary>Phụ lục.</summary>
/// <param name="Label"><c>Phụ lục I</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Body">What it says.</param>
public sealed record OfficeAnnex(string Label, string Title, IReadOnlyList<OfficeBlock> Body)
{
    /// <summary>Line in brackets: with which văn bản it goes.</summary>
    public string? Attached { get; init; }

    /// <summary>Landscape A4.</summary>
    public bool IsLandscape { get; init; } = true;
}

/// <summary>A piece of a paper.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "block")]
[JsonDerivedType(typeof(OfficeHeading), "heading")]
[JsonDerivedType(typeof(OfficeParagraph), "paragraph")]
[JsonDerivedType(typeof(OfficeBullets), "bullets")]
[JsonDerivedType(typeof(OfficeTable), "table")]
public abstract record OfficeBlock;

/// <summary>A heading.</summary>
/// <param name="Level">1 (I.), 2 (1.) or 3 (a).</param>
/// <param name="Text">Text with its number.</param>
public sealed record OfficeHeading(int Level, string Text) : OfficeBlock;

/// <summary>A paragraph.</summary>
/// <param name="Text">Text.</param>
public sealed record OfficeParagraph(string Text) : OfficeBlock
{
    /// <summary>In italics and smaller: notes, definitions.</summary>
    public bool IsNote { get; init; }

    /// <summary>What stands before it in bold, e.g. <c>Điều 1.</c>; null = nothing.</summary>
    public string? Lead { get; init; }

    /// <summary>In italics: căn cứ (NĐ 30/2020/NĐ-CP Phụ lục I).</summary>
    public bool IsItalic { get; init; }

    /// <summary>In the middle.</summary>
    public bool IsCentred { get; init; }

    /// <summary>Bold.</summary>
    public bool IsStrong { get; init; }
}

/// <summary>A list, each item after a dash.</summary>
/// <param name="Items">Items.</param>
public sealed record OfficeBullets(IReadOnlyList<string> Items) : OfficeBlock;

/// <summary>A table.</summary>
/// <param name="Columns">Columns.</param>
/// <param name="Rows">Rows.</param>
public sealed record OfficeTable(IReadOnlyList<OfficeColumn> Columns, IReadOnlyList<OfficeRow> Rows) : OfficeBlock
{
    /// <summary>Tables of no more rows are not parted between pages.</summary>
    public const int MostKept = 12;

    /// <summary>Caption above it.</summary>
    public string? Caption { get; init; }

    /// <summary>Name of its sheet, and of the table for those who hear it; null = the caption.</summary>
    public string? Name { get; init; }

    /// <summary>Line above its right end, e.g. <c>Đơn vị tính: hồ sơ</c>.</summary>
    public string? Unit { get; init; }
}

/// <summary>A column.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Width">Width in letters of the sheet; papers share their width in this ratio.</param>
public sealed record OfficeColumn(string Title, double Width)
{
    /// <summary>Headings above it from the top; equal ones of neighbours are drawn as one cell.</summary>
    public IReadOnlyList<string> Above { get; init; } = [];

    /// <summary>Its cells stand in the middle: numbers of rows.</summary>
    public bool IsCentred { get; init; }

    /// <summary>Its number in the form, e.g. <c>(3)</c>; a row of numbers is written when any column has one.</summary>
    public string? Mark { get; init; }
}

/// <summary>How a row stands out.</summary>
public enum OfficeRowKind
{
    /// <summary>As the others.</summary>
    Plain = 1,

    /// <summary>A total: bold.</summary>
    Total = 2,

    /// <summary>A heading across the table: its first cell only.</summary>
    Section = 3,
}

/// <summary>A row.</summary>
/// <param name="Cells">A cell for each column; for a section its one text.</param>
/// <param name="Kind">How it stands out.</param>
public sealed record OfficeRow(IReadOnlyList<OfficeCell> Cells, OfficeRowKind Kind = OfficeRowKind.Plain)
{
    /// <summary>A heading across the table.</summary>
    public static OfficeRow Section(string text) => new([OfficeCell.Of(text)], OfficeRowKind.Section);
}

/// <summary>A cell of the head of a table.</summary>
/// <param name="Text">Text.</param>
/// <param name="Row">First row, from 0.</param>
/// <param name="Column">First column, from 0.</param>
/// <param name="Rows">Rows it takes.</param>
/// <param name="Columns">Columns it takes.</param>
public readonly record struct OfficeHeadCell(string Text, int Row, int Column, int Rows, int Columns);

/// <summary>The head of a table as merged cells.</summary>
public static class OfficeHeads
{
    /// <summary>How many rows of headings.</summary>
    public static int DepthOf(IReadOnlyList<OfficeColumn> columns) => columns.Max(c => c.Above.Count) + 1;

    /// <summary>The cells, row by row from the left.</summary>
    public static IReadOnlyList<OfficeHeadCell> Of(IReadOnlyList<OfficeColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var (depth, cells) = (DepthOf(columns), new List<OfficeHeadCell>());
        for (var row = 0; row < depth; row++)
        {
            for (var column = 0; column < columns.Count; column++)
            {
                var above = columns[column].Above;
                if (row > above.Count) continue;
                if (row == above.Count)
                {
                    cells.Add(new(columns[column].Title, row, column, depth - row, 1));
                    continue;
                }

                var last = column;
                while (last + 1 < columns.Count && columns[last + 1].Above.Count > row && columns[last + 1].Above.Take(row + 1).SequenceEqual(above.Take(row + 1), StringComparer.Ordinal)) last++;
                cells.Add(new(above[row], row, column, 1, last - column + 1));
                column = last;
            }
        }

        return cells;
    }
}
