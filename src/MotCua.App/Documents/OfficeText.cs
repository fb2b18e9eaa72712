using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace MotCua.App.Documents;

/// <summary>
/// Writes an official paper as DOCX in the layout of NĐ 30/2020/NĐ-CP Phụ lục I: A4, margins 20/20/30/15 mm, Times New Roman 13-14, quốc hiệu and tiêu ngữ, số
/// và ký hiệu, trích yếu, page numbers at the top from the second page on, phụ lục in sections of their own (landscape for wide tables), nơi nhận and signature.
/// </summary>
public sealed class OfficeText : IDisposable
{
    /// <summary>The media type of the file.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const int Short = 11906;
    private const int Long = 16838;
    private const int Narrow = 1134; // 20 mm
    private const int Right = 851; // 15 mm
    private const int Bound = 1701; // 30 mm
    private const int Over = 283; // the head is a little wider than the text, so that the names stand on one line

    private readonly MemoryStream _bytes = new();
    private readonly WordprocessingDocument _file;
    private readonly Body _body = new();
    private readonly string _pageNumbers;
    private int _width;

    private OfficeText(string title)
    {
        _file = WordprocessingDocument.Create(_bytes, WordprocessingDocumentType.Document);
        _file.PackageProperties.Title = OfficeLetters.Clean(title);
        _file.PackageProperties.Language = "vi-VN";
        var main = _file.AddMainDocumentPart();
        main.Document = new Document(_body);
        main.AddNewPart<StyleDefinitionsPart>().Styles = OfficeTextStyles.Make();
        var header = main.AddNewPart<HeaderPart>();
        header.Header = new Header(new Paragraph(new ParagraphProperties { Justification = new Justification { Val = JustificationValues.Center } }, new SimpleField(new Run(new Text("1"))) { Instruction = "PAGE" }));
        _pageNumbers = main.GetIdOfPart(header);
    }

    /// <summary>The paper as DOCX.</summary>
    public static byte[] Write(OfficePaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        using var text = new OfficeText(paper.Title);
        text.WritePaper(paper);
        return text.Build();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _file.Dispose();
        _bytes.Dispose();
    }

    private static string Capitals(string text) => text.ToUpper(CultureInfo.GetCultureInfo("vi-VN"));

    private static int Inner(bool isLandscape) => (isLandscape ? Long : Short) - Bound - Right;

    private byte[] Build()
    {
        _file.Save();
        _file.Dispose();
        return _bytes.ToArray();
    }

    private void WritePaper(OfficePaper paper)
    {
        _width = Inner(paper.IsLandscape);
        if (paper.Head is { } head) WriteHead(head);
        else Add(Line(Capitals(paper.Title), 28, JustificationValues.Center, isBold: true, after: 120, style: "Title"));
        for (var i = 0; i < paper.Body.Count; i++) WriteBlock(paper.Body[i], isKept: i == paper.Body.Count - 1 && paper.Signature is not null); // a signature never stands alone on a page
        WriteEnd(paper);
        for (var i = 0; i < paper.Annexes.Count; i++)
        {
            EndSection(i == 0 ? paper.IsLandscape : paper.Annexes[i - 1].IsLandscape, isAnnex: i > 0);
            WriteAnnex(paper.Annexes[i]);
        }

        var last = paper.Annexes.Count == 0 ? paper.IsLandscape : paper.Annexes[^1].IsLandscape;
        _body.Append(Section(last, paper.Annexes.Count > 0));
    }

    private void WriteHead(OfficeHead head)
    {
        var wide = _width + (2 * Over);
        var (left, right) = ((int)(wide * 0.46), wide - (int)(wide * 0.46));
        var agency = new List<OpenXmlElement>();
        if (head.Above is { } above) agency.Add(Line(Capitals(above), 24, JustificationValues.Center));
        agency.Add(Line(Capitals(head.Agency), 24, JustificationValues.Center, isBold: true));
        agency.Add(Rule(left, 0.4));
        if (head.Number is { } number) agency.Add(Line(char.IsDigit(number[0]) ? $"Số: {number}" : $"Số:        {number}", 26, JustificationValues.Center, before: 60));
        var state = new List<OpenXmlElement>();
        if (head.Form is { } form) state.Add(Line(form, 22, JustificationValues.Right, isItalic: true));
        state.Add(Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 24, JustificationValues.Center, isBold: true));
        state.Add(Line("Độc lập - Tự do - Hạnh phúc", 26, JustificationValues.Center, isBold: true));
        state.Add(Rule(right, _width > 10_000 ? 0.38 : 0.56));
        state.Add(Line($"{head.Place}, {OfficeWords.Day(head.On)}", 26, JustificationValues.Center, isItalic: true, before: 60));
        Add(Frame([(left, agency), (right, state)], -Over));
        if (head.Kind is { } kind)
        {
            Add(Line(Capitals(kind), 28, JustificationValues.Center, isBold: true, before: 240, style: "Title"));
            if (head.Subject is { } subject) Add(Line(subject, 28, JustificationValues.Center, isBold: true));
            foreach (var under in head.Under) Add(Line(under, 26, JustificationValues.Center, isItalic: true));
            Add(Rule(_width, 0.2));
        }
        else if (head.Subject is { } subject)
        {
            Add(Line($"V/v {subject}", 24, JustificationValues.Left, before: 60));
        }

        if (head.To is { } to) Add(Line($"Kính gửi: {to}", 28, JustificationValues.Center, before: 240));
        Add(Line("", 12, JustificationValues.Left, after: 60));
    }

    private void WriteAnnex(OfficeAnnex annex)
    {
        _width = Inner(annex.IsLandscape);
        Add(Line(annex.Label, 28, JustificationValues.Center, isBold: true, style: "Title"));
        Add(Line(Capitals(annex.Title), 28, JustificationValues.Center, isBold: true));
        if (annex.Attached is { } attached) Add(Line($"({attached})", 28, JustificationValues.Center, isItalic: true));
        Add(Rule(_width, 0.2));
        Add(Line("", 12, JustificationValues.Left, after: 60));
        foreach (var block in annex.Body) WriteBlock(block);
    }

    private static Paragraph Running(OfficeParagraph p, bool isKept)
    {
        var paragraph = new Paragraph(new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = "BodyText" }, KeepNext = isKept ? new KeepNext() : null, KeepLines = isKept ? new KeepLines() : null });
        if (p.Lead is { } lead) paragraph.Append(Letters(lead + " ", null, true, false));
        paragraph.Append(Letters(p.Text, null, p.IsStrong, p.IsItalic));
        return paragraph;
    }

    private void WriteBlock(OfficeBlock block, bool isKept = false)
    {
        switch (block)
        {
            case OfficeHeading h:
                Add(new Paragraph(new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = $"Heading{Math.Clamp(h.Level, 1, 3)}" } }, Letters(h.Text, null, false, false)));
                break;
            case OfficeParagraph p:
                Add(p.IsCentred || p.IsNote
                    ? Line(p.Text, p.IsNote ? 24 : 28, p.IsCentred ? JustificationValues.Center : JustificationValues.Both, p.IsStrong, p.IsNote, before: 60, after: 60)
                    : Running(p, isKept));
                break;
            case OfficeBullets list:
                foreach (var item in list.Items) Add(new Paragraph(new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = "BodyText" } }, Letters($"- {item}", null, false, false)));
                break;
            case OfficeTable table:
                if (table.Caption is { } caption) Add(Line(caption, 26, JustificationValues.Center, isBold: true, before: 120, after: 60, isKept: true));
                if (table.Unit is { } unit) Add(Line(unit, 24, JustificationValues.Right, isItalic: true, after: 40, isKept: true));
                Add(OfficeTextTable.Make(table, _width));
                Add(Line("", 12, JustificationValues.Left));
                break;
            default:
                throw new InvalidOperationException($"No way to write {block.GetType().Name}.");
        }
    }

    private void WriteEnd(OfficePaper paper)
    {
        if (paper.Signature is null && paper.Recipients.Count == 0) return;
        var recipients = new List<OpenXmlElement>();
        if (paper.Recipients.Count > 0) recipients.Add(Line("Nơi nhận:", 24, JustificationValues.Left, isBold: true, isItalic: true));
        for (var i = 0; i < paper.Recipients.Count; i++) recipients.Add(Line($"- {paper.Recipients[i]}{(i == paper.Recipients.Count - 1 ? "." : ";")}", 22, JustificationValues.Left));
        if (recipients.Count == 0) recipients.Add(Line("", 22, JustificationValues.Left));
        var signed = new List<OpenXmlElement>();
        foreach (var line in paper.Signature?.Capacity ?? []) signed.Add(Line(Capitals(line), 28, JustificationValues.Center, isBold: true, isKept: true));
        for (var i = 0; i < 4 && paper.Signature is not null; i++) signed.Add(Line("", 28, JustificationValues.Center, isKept: true));
        signed.Add(Line(paper.Signature?.Name ?? "", 28, JustificationValues.Center, isBold: true));
        Add(Line("", 16, JustificationValues.Left, isKept: true));
        Add(Frame([(_width / 2, recipients), (_width - (_width / 2), signed)]));
    }

    private void EndSection(bool isLandscape, bool isAnnex)
    {
        var end = Line("", 2, JustificationValues.Left);
        end.ParagraphProperties!.SectionProperties = Section(isLandscape, isAnnex);
        Add(end);
    }

    private SectionProperties Section(bool isLandscape, bool isAnnex)
    {
        var section = new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = _pageNumbers },
            isLandscape ? new PageSize { Width = Long, Height = Short, Orient = PageOrientationValues.Landscape } : new PageSize { Width = Short, Height = Long },
            new PageMargin { Top = Narrow, Bottom = Narrow, Left = Bound, Right = Right, Header = 567, Footer = 567, Gutter = 0 });
        if (isAnnex) section.Append(new PageNumberType { Start = 1 });
        section.Append(new TitlePage());
        return section;
    }

    // Cells side by side without lines
    private static Table Frame(IReadOnlyList<(int Width, List<OpenXmlElement> Content)> cells, int indent = 0)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        foreach (var (width, content) in cells)
        {
            var cell = new TableCell(new TableCellProperties { TableCellWidth = new TableCellWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa } });
            cell.Append(content);
            row.Append(cell);
        }

        return new Table(
            new TableProperties
            {
                TableWidth = new TableWidth { Width = cells.Sum(c => c.Width).ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                TableIndentation = new TableIndentation { Width = indent, Type = TableWidthUnitValues.Dxa },
                TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
                TableCellMarginDefault = new TableCellMarginDefault(new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa }),
            },
            new TableGrid(cells.Select(c => new GridColumn { Width = c.Width.ToString(CultureInfo.InvariantCulture) })),
            row);
    }

    // A thin line in the middle of the width
    private static Paragraph Rule(int width, double share)
    {
        var side = ((int)(width * (1 - share) / 2)).ToString(CultureInfo.InvariantCulture);
        return new Paragraph(
            new ParagraphProperties
            {
                ParagraphBorders = new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 1, Color = "auto" }),
                SpacingBetweenLines = new SpacingBetweenLines { Before = "20", After = "0", Line = "60", LineRule = LineSpacingRuleValues.Exact },
                Indentation = new Indentation { Left = side, Right = side },
            });
    }

    private static Paragraph Line(string text, int size, JustificationValues align, bool isBold = false, bool isItalic = false, int before = 0, int after = 0, bool isKept = false, string? style = null) =>
        new(
            new ParagraphProperties
            {
                ParagraphStyleId = style is null ? null : new ParagraphStyleId { Val = style },
                KeepNext = isKept ? new KeepNext() : null,
                SpacingBetweenLines = new SpacingBetweenLines { Before = before.ToString(CultureInfo.InvariantCulture), After = after.ToString(CultureInfo.InvariantCulture) },
                Justification = new Justification { Val = align },
                ParagraphMarkRunProperties = new ParagraphMarkRunProperties(new FontSize { Val = size.ToString(CultureInfo.InvariantCulture) }),
            },
            Letters(text, size, isBold, isItalic));

    /// <summary>A run; lines of the text are kept.</summary>
    internal static Run Letters(string text, int? size, bool isBold, bool isItalic)
    {
        var run = new Run();
        if (size is not null || isBold || isItalic)
        {
            run.RunProperties = new RunProperties
            {
                Bold = isBold ? new Bold() : null,
                Italic = isItalic ? new Italic() : null,
                FontSize = size is { } s ? new FontSize { Val = s.ToString(CultureInfo.InvariantCulture) } : null,
            };
        }

        var lines = OfficeLetters.Clean(text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) run.Append(new Break());
            if (lines[i].Length > 0) run.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    private void Add(OpenXmlElement element) => _body.Append(element);
}
