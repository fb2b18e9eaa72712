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
        using var w = new PaperWriter(595.28, 841.89, 62);
        w.Title($"{paper.Title} {paper.Code}");
        var half = w.Inner / 2;
        var top = w.Y;
        if (paper.Parent.Length > 0) w.Paragraph(paper.Parent.ToUpper(CultureInfo.GetCultureInfo("vi-VN")), PaperFace.Regular, 11, PaperAlign.Centre, w.Margin, half - 14);
        w.Paragraph(paper.Unit.ToUpper(CultureInfo.GetCultureInfo("vi-VN")), PaperFace.Bold, 11, PaperAlign.Centre, w.Margin, half - 14);
        w.Rule(w.Margin, half - 14, 70);
        w.Paragraph("Mã kết quả: " + paper.Code, PaperFace.Regular, 10.5, PaperAlign.Centre, w.Margin, half - 14);
        var left = w.Y;
        w.Y = top;
        w.Paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", PaperFace.Bold, 11, PaperAlign.Centre, w.Margin + half - 14, half + 14);
        w.Paragraph("Độc lập - Tự do - Hạnh phúc", PaperFace.Bold, 12, PaperAlign.Centre, w.Margin + half - 14, half + 14);
        w.Rule(w.Margin + half - 14, half + 14, 150);
        w.Paragraph(string.Create(CultureInfo.InvariantCulture, $"Bắc Kạn, ngày {paper.Date:dd} tháng {paper.Date:MM} năm {paper.Date:yyyy}"), PaperFace.Italic, 11, PaperAlign.Centre, w.Margin + half - 14, half + 14);
        w.Y = Math.Max(left, w.Y) + 26;
        if (paper.IsDraft) w.Paragraph("DỰ THẢO", PaperFace.Bold, 13, PaperAlign.Centre);
        w.Paragraph(paper.Title.ToUpper(CultureInfo.GetCultureInfo("vi-VN")), PaperFace.Bold, 15, PaperAlign.Centre);
        w.Y += 14;
        foreach (var paragraph in paper.Paragraphs.Where(p => p.Trim().Length > 0))
        {
            w.Paragraph(paragraph, PaperFace.Regular, 13, indent: 28);
            w.Y += 5;
        }

        if (w.Y > 640) w.Y = 10_000; // the signature is never parted from its page
        w.Y += 18;
        w.Paragraph(paper.SignerTitle.ToUpper(CultureInfo.GetCultureInfo("vi-VN")), PaperFace.Bold, 12.5, PaperAlign.Centre, w.Margin + half, half);
        var sign = w.Y;
        w.Y += 62;
        w.Paragraph(paper.IsDraft ? "(chưa ký)" : paper.SignerName, PaperFace.Bold, 13, PaperAlign.Centre, w.Margin + half, half);
        if (!paper.IsDraft) w.Qr(paper.VerifyAddress, w.Margin, sign, 78);
        w.Y = sign + 84;
        w.Paragraph(paper.IsDraft ? "Bản dự thảo, chưa có giá trị." : "Quét mã để kiểm tra giấy này thật, đã thu hồi hay đã được thay thế.", PaperFace.Italic, 9, left: w.Margin, width: half - 20);
        return w.Build();
    }
}
