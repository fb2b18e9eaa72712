using System.Globalization;

namespace MotCua.App.Documents;

/// <summary>Writes an official paper as PDF in the layout of NĐ 30/2020/NĐ-CP Phụ lục I, the same as <see cref="OfficeText"/>, without any program beside.</summary>
public sealed class OfficePages : IDisposable
{
    /// <summary>The media type of the file.</summary>
    public const string MediaType = "application/pdf";

    private const double Short = 595.28;
    private const double Long = 841.89;
    private const double Margin = 54; // 19 mm
    private const double Bound = 82; // 29 mm

    private readonly PaperWriter _paper;
    private readonly List<int> _starts = [1];

    private OfficePages(OfficePaper paper) => _paper = paper.IsLandscape ? new PaperWriter(Long, Short, Margin, Bound) : new PaperWriter(Short, Long, Margin, Bound);

    /// <summary>The paper as PDF.</summary>
    public static byte[] Write(OfficePaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        using var pages = new OfficePages(paper);
        pages.WritePaper(paper);
        return pages._paper.Build();
    }

    /// <inheritdoc />
    public void Dispose() => _paper.Dispose();

    private double FullHeight => _paper.Room + _paper.Y - Margin;

    private static string Capitals(string text) => text.ToUpper(CultureInfo.GetCultureInfo("vi-VN"));

    private void WritePaper(OfficePaper paper)
    {
        _paper.Title(paper.Title);
        if (paper.Head is { } head) WriteHead(head);
        else Centre(Capitals(paper.Title), PaperFace.Bold, 14);
        for (var i = 0; i < paper.Body.Count; i++)
        {
            // A signature never stands alone on a page
            if (i == paper.Body.Count - 1 && paper.Signature is not null && paper.Body[i] is OfficeParagraph last) _paper.Keep(230 + (last.Text.Length / 5.0));
            WriteBlock(paper.Body[i]);
        }

        WriteEnd(paper);
        foreach (var annex in paper.Annexes)
        {
            _paper.Turn(annex.IsLandscape ? Long : Short, annex.IsLandscape ? Short : Long);
            _starts.Add(_paper.Pages);
            Centre(annex.Label, PaperFace.Bold, 14);
            Centre(Capitals(annex.Title), PaperFace.Bold, 14);
            if (annex.Attached is { } attached) Centre($"({attached})", PaperFace.Italic, 13);
            _paper.Rule(_paper.Left, _paper.Inner, _paper.Inner * 0.2);
            _paper.Y += 8;
            foreach (var block in annex.Body) WriteBlock(block);
        }

        // Numbers at the top, begun anew with each phụ lục, none on a first page (NĐ 30/2020 Phụ lục I)
        _paper.Top(page => page - _starts.Last(s => s <= page) is var n and > 0 ? (n + 1).ToString(CultureInfo.InvariantCulture) : null, 13);
    }

    private void WriteHead(OfficeHead head)
    {
        var top = _paper.Y;
        var (x, width) = (_paper.Left - 18, (_paper.Inner + 32) * 0.46);
        if (head.Above is { } above) _paper.Paragraph(Capitals(above), PaperFace.Regular, 12, PaperAlign.Centre, x, width);
        _paper.Paragraph(Capitals(head.Agency), PaperFace.Bold, 12, PaperAlign.Centre, x, width);
        _paper.Rule(x, width, width * 0.4);
        if (head.Number is { } number) _paper.Paragraph(char.IsDigit(number[0]) ? $"Số: {number}" : $"Số: ........{number}", PaperFace.Regular, 13, PaperAlign.Centre, x, width);
        var left = _paper.Y;
        (_paper.Y, x, width) = (top, x + width, ((_paper.Inner + 32) * 0.54));
        if (head.Form is { } form) _paper.Line(form, PaperFace.Italic, 11, x + width - _paper.Measure(form, PaperFace.Italic, 11), top - 6);
        _paper.Paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", PaperFace.Bold, 12, PaperAlign.Centre, x, width);
        _paper.Paragraph("Độc lập - Tự do - Hạnh phúc", PaperFace.Bold, 13, PaperAlign.Centre, x, width);
        _paper.Rule(x, width, _paper.Measure("Độc lập - Tự do - Hạnh phúc", PaperFace.Bold, 13));
        _paper.Paragraph($"{head.Place}, {(head.On is null ? "ngày ..... tháng ..... năm ........" : OfficeWords.Day(head.On))}", PaperFace.Italic, 13, PaperAlign.Centre, x, width);
        _paper.Y = Math.Max(left, _paper.Y);
        if (head.Kind is { } kind)
        {
            _paper.Y += 14;
            Centre(Capitals(kind), PaperFace.Bold, 14);
            if (head.Subject is { } subject) Centre(subject, PaperFace.Bold, 14);
            foreach (var under in head.Under) Centre(under, PaperFace.Italic, 13);
            _paper.Rule(_paper.Left, _paper.Inner, _paper.Inner * 0.2);
        }
        else if (head.Subject is { } subject)
        {
            _paper.Paragraph($"V/v {subject}", PaperFace.Regular, 12, PaperAlign.Centre, _paper.Left - 18, (_paper.Inner + 32) * 0.46);
        }

        if (head.To is { } to)
        {
            _paper.Y += 12;
            Centre($"Kính gửi: {to}", PaperFace.Regular, 14);
        }

        _paper.Y += 10;
    }

    private void WriteBlock(OfficeBlock block)
    {
        switch (block)
        {
            case OfficeHeading h:
                _paper.Keep(60);
                _paper.Y += 3;
                _paper.Paragraph(h.Text, h.Level < 3 ? PaperFace.Bold : PaperFace.Italic, 14, PaperAlign.Left, indent: 28);
                _paper.Y += 4;
                break;
            case OfficeParagraph { IsNote: true } p:
                Text(p.Text, PaperFace.Italic, 11.5, p.IsCentred ? PaperAlign.Centre : PaperAlign.Justify, 0);
                break;
            case OfficeParagraph p:
                Text(p.Lead is { } lead ? $"{lead} {p.Text}" : p.Text, p.IsStrong ? PaperFace.Bold : p.IsItalic ? PaperFace.Italic : PaperFace.Regular, 14, p.IsCentred ? PaperAlign.Centre : PaperAlign.Justify, p.IsCentred ? 0 : 28);
                break;
            case OfficeBullets list:
                foreach (var item in list.Items) Text($"- {item}", PaperFace.Regular, 14, PaperAlign.Justify, 28);
                break;
            case OfficeTable table:
                var drawn = new OfficePagesTable(_paper, table);
                _paper.Keep(drawn.KeptHeight is { } whole && whole < FullHeight * 0.8 ? whole + 50 : 110);
                if (table.Caption is { } caption) Centre(caption, PaperFace.Bold, 13);
                if (table.Unit is { } unit)
                {
                    _paper.Y += 15;
                    _paper.Line(unit, PaperFace.Italic, 11.5, _paper.Left + _paper.Inner - _paper.Measure(unit, PaperFace.Italic, 11.5), _paper.Y);
                }

                _paper.Y += 5;
                drawn.Draw();
                _paper.Y += 8;
                break;
            default:
                throw new InvalidOperationException($"No way to write {block.GetType().Name}.");
        }
    }

    private void WriteEnd(OfficePaper paper)
    {
        if (paper.Signature is null && paper.Recipients.Count == 0) return;
        _paper.Keep(Math.Max(130 + (16 * (paper.Signature?.Capacity.Count ?? 0)), 20 + (15 * paper.Recipients.Count)));
        _paper.Y += 10;
        var (top, half) = (_paper.Y, _paper.Inner / 2);
        if (paper.Recipients.Count > 0) _paper.Paragraph("Nơi nhận:", PaperFace.Bold, 12, width: half);
        for (var i = 0; i < paper.Recipients.Count; i++) _paper.Paragraph($"- {paper.Recipients[i]}{(i == paper.Recipients.Count - 1 ? "." : ";")}", PaperFace.Regular, 11, width: half);
        var left = _paper.Y;
        if (paper.Signature is not { } signature) return;
        _paper.Y = top;
        foreach (var line in signature.Capacity) _paper.Paragraph(Capitals(line), PaperFace.Bold, 14, PaperAlign.Centre, _paper.Left + half, half);
        _paper.Y += 76;
        if (signature.Name is { Length: > 0 } name) _paper.Paragraph(name, PaperFace.Bold, 14, PaperAlign.Centre, _paper.Left + half, half);
        _paper.Y = Math.Max(left, _paper.Y);
    }

    private void Centre(string text, PaperFace face, double size) => _paper.Paragraph(text, face, size, PaperAlign.Centre);

    private void Text(string text, PaperFace face, double size, PaperAlign align, double indent)
    {
        foreach (var part in text.Split('\n')) _paper.Paragraph(part, face, size, align, indent: indent);
        _paper.Y += 5;
    }
}
