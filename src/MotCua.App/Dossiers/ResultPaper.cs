using System.Globalization;
using MotCua.App.Documents;

namespace MotCua.App.Dossiers;

/// <summary>A result written from the template: the layout of an administrative document (NĐ 30/2020) with the code and the QR of verification.</summary>
public sealed record ResultPaper
{
    /// <summary>The body above the issuing one; empty for those directly under the province.</summary>
    public required string Parent { get; init; }

    /// <summary>Issuing unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Mã kết quả.</summary>
    public required string Code { get; init; }

    /// <summary>Số, ký hiệu that the clerk gave; empty where none did: then the code stands in its place.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>Date of issue, local.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Body.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>Chức danh of the signer.</summary>
    public required string SignerTitle { get; init; }

    /// <summary>Name of the signer; empty on a draft.</summary>
    public required string SignerName { get; init; }

    /// <summary>Address that the QR opens.</summary>
    public required string VerifyAddress { get; init; }

    /// <summary>Marked «DỰ THẢO».</summary>
    public required bool IsDraft { get; init; }

    /// <summary>The PDF, A4.</summary>
    public static byte[] Write(ResultPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        using var w = new PaperWriter(595.28, 841.89, 54, 82); // A4; binding side wider (NĐ 30/2020 Phụ lục I)
        w.Title($"{paper.Title} {paper.Code}");
        Head(w, paper);
        if (paper.IsDraft) w.Paragraph("DỰ THẢO", PaperFace.Bold, 13, PaperAlign.Centre);
        w.Paragraph(Capitals(paper.Title), PaperFace.Bold, 15, PaperAlign.Centre);
        w.Y += 12;
        foreach (var paragraph in paper.Paragraphs.Where(p => p.Trim().Length > 0))
        {
            w.Paragraph(paragraph, PaperFace.Regular, 13.5, PaperAlign.Justify, indent: 28);
            w.Y += 5;
        }

        Signature(w, paper);
        var note = paper.IsDraft ? "Bản dự thảo, chưa có giá trị" : "Quét mã QR để kiểm tra kết quả này thật, đã thu hồi hay đã được thay thế";
        w.Foot((page, pages) => string.Create(CultureInfo.InvariantCulture, $"{paper.Code} - {note} - Trang {page}/{pages}"), 8.5);
        return w.Build();
    }

    private static void Head(PaperWriter w, ResultPaper paper)
    {
        const double qr = 60;
        const double nation = 246;
        var top = w.Y;
        if (!paper.IsDraft) w.Qr(paper.VerifyAddress, w.Left - 6, top, qr);
        var (left, width) = (w.Left + qr, w.Inner - qr - nation - 6);
        if (paper.Parent.Length > 0) w.Paragraph(Capitals(paper.Parent), PaperFace.Regular, 11.5, PaperAlign.Centre, left, width);
        w.Paragraph(Capitals(paper.Unit), PaperFace.Bold, 11.5, PaperAlign.Centre, left, width);
        w.Rule(left, width, 54);
        var below = w.Y;
        w.Y = top;
        var right = w.Left + w.Inner - nation;
        w.Paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", PaperFace.Bold, 11.5, PaperAlign.Centre, right, nation);
        w.Paragraph("Độc lập - Tự do - Hạnh phúc", PaperFace.Bold, 12.5, PaperAlign.Centre, right, nation);
        w.Rule(right, nation, 158);
        var line = Math.Max(Math.Max(below, w.Y), top + (paper.IsDraft ? 0 : qr)) + 6;
        w.Y = line;
        w.Paragraph("Số: " + (paper.DocumentNumber.Length > 0 ? paper.DocumentNumber : paper.Code), PaperFace.Regular, 11.5, PaperAlign.Left, w.Left, w.Inner - nation);
        below = w.Y;
        w.Y = line;
        var month = paper.Date.Month < 3 ? paper.Date.Month.ToString("00", CultureInfo.InvariantCulture) : paper.Date.Month.ToString(CultureInfo.InvariantCulture);
        w.Paragraph(string.Create(CultureInfo.InvariantCulture, $"Bắc Kạn, ngày {paper.Date:dd} tháng {month} năm {paper.Date:yyyy}"), PaperFace.Italic, 12.5, PaperAlign.Centre, right, nation);
        w.Y = Math.Max(below, w.Y) + 22;
    }

    // Never parted from its page; it says nothing of a digital signature, since the file carries none
    private static void Signature(PaperWriter w, ResultPaper paper)
    {
        w.Keep(120);
        w.Y += 14;
        var (left, width) = (w.Left + (w.Inner / 2), w.Inner / 2);
        w.Paragraph(Capitals(paper.SignerTitle), PaperFace.Bold, 13, PaperAlign.Centre, left, width);
        w.Y += 58;
        w.Paragraph(paper.IsDraft ? "(chưa ký)" : paper.SignerName, PaperFace.Bold, 13.5, PaperAlign.Centre, left, width);
    }

    private static string Capitals(string text) => text.ToUpper(CultureInfo.GetCultureInfo("vi-VN"));
}
