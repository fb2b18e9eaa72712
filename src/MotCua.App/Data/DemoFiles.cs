using System.Security.Cryptography;
using MotCua.App.Documents;
using MotCua.Domain.Kernel;
using SkiaSharp;

namespace MotCua.App.Data;

/// <summary>A made-up paper, the same bytes wherever it is given.</summary>
/// <param name="Content">Bytes.</param>
/// <param name="MediaType">Media type.</param>
/// <param name="Pages">Pages.</param>
/// <param name="Sha256">Digest, hex.</param>
internal sealed record DemoPaper(byte[] Content, string MediaType, int Pages, string Sha256)
{
    public static DemoPaper Of(byte[] content, string mediaType, int pages) => new(content, mediaType, pages, Convert.ToHexStringLower(SHA256.HashData(content)));
}

/// <summary>
/// A few true files for the components of invented dossiers, made once: an identity card as a photograph, a certificate, drawings, a declaration, any other paper. Each
/// says on its face that it is a specimen.
/// </summary>
internal static class DemoFiles
{
    private static readonly Lazy<DemoPaper> Card = new(() => DemoPaper.Of(Picture(), "image/jpeg", 1));
    private static readonly Lazy<DemoPaper> Certificate = new(() => Pdf("GIẤY CHỨNG NHẬN", 2));
    private static readonly Lazy<DemoPaper> Drawing = new(() => Pdf("BẢN VẼ THIẾT KẾ", 3));
    private static readonly Lazy<DemoPaper> Declaration = new(() => Pdf("TỜ KHAI, ĐƠN ĐỀ NGHỊ", 1));
    private static readonly Lazy<DemoPaper> Other = new(() => Pdf("BẢN CHỤP GIẤY TỜ", 1));

    /// <summary>The paper that suits the name of a component.</summary>
    public static DemoPaper For(string componentName)
    {
        var name = SearchText.Fold(componentName);
        bool Says(params string[] words) => words.Any(w => name.Contains(w, StringComparison.Ordinal));
        return (Says("tuy than", "can cuoc", "chung minh", "ho chieu") ? Card
            : Says("ban ve", "thiet ke", "so do", "ban do") ? Drawing
            : Says("giay chung nhan", "giay phep", "quyen su dung dat", "bang tot nghiep", "chung chi") ? Certificate
            : Says("to khai", "don de nghi", "don xin", "giay de nghi") ? Declaration : Other).Value;
    }

    /// <summary>The row of a paper given for a component.</summary>
    public static StoredFileRow Row(DemoPaper paper, string componentName, string owner, Guid dossierId, DateTimeOffset at) => new()
    {
        Id = Ids.NewGuid(at),
        Owner = owner,
        DossierId = dossierId,
        Name = NameOf(componentName) + (paper.MediaType == "image/jpeg" ? ".jpg" : ".pdf"),
        MediaType = paper.MediaType,
        Size = paper.Content.Length,
        Sha256 = paper.Sha256,
        Pages = paper.Pages,
        StoredAt = at,
    };

    private static string NameOf(string componentName)
    {
        var words = SearchText.Fold(componentName).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.All(char.IsAsciiLetterOrDigit)).Take(6).ToList();
        return words.Count == 0 ? "giay-to" : string.Join('-', words);
    }

    private static DemoPaper Pdf(string title, int pages)
    {
        using var w = new PaperWriter(595.28, 841.89, 54, 82);
        w.Title(title + " (mẫu trình diễn)");
        for (var page = 1; page <= pages; page++)
        {
            w.Paragraph("MẪU TRÌNH DIỄN", PaperFace.Bold, 12, PaperAlign.Centre);
            w.Y += 40;
            w.Paragraph(title, PaperFace.Bold, 22, PaperAlign.Centre);
            w.Y += 30;
            w.Paragraph("Tệp này thay cho bản chụp giấy tờ của người nộp trong hồ sơ trình diễn. Nội dung không thuộc về người nào, không có giá trị sử dụng.", PaperFace.Regular, 14, PaperAlign.Justify, indent: 28);
            if (page < pages) w.Keep(800);
        }

        w.Foot((page, of) => $"Trang {page}/{of}", 9);
        return DemoPaper.Of(w.Build(), "application/pdf", pages);
    }

    private static byte[] Picture()
    {
        using var surface = SKSurface.Create(new SKImageInfo(860, 540));
        var canvas = surface.Canvas;
        canvas.Clear(new SKColor(232, 240, 236));
        using var face = SKTypeface.FromFile(Path.Combine(AppContext.BaseDirectory, "data", "fonts", "LiberationSerif-Bold.ttf")) ?? SKTypeface.Default;
        using var ink = new SKPaint { Color = new SKColor(40, 60, 55), IsAntialias = true };
        using var faint = new SKPaint { Color = new SKColor(190, 205, 198), IsAntialias = true };
        using var big = new SKFont(face, 46);
        using var small = new SKFont(face, 26);
        canvas.DrawRoundRect(30, 30, 800, 480, 24, 24, faint);
        canvas.DrawRect(70, 170, 200, 260, ink);
        canvas.DrawText("GIẤY TỜ TÙY THÂN", 310, 130, SKTextAlign.Left, big, ink);
        canvas.DrawText("Mẫu trình diễn, không phải giấy tờ thật", 310, 200, SKTextAlign.Left, small, ink);
        canvas.DrawText("Họ và tên: (che)", 310, 270, SKTextAlign.Left, small, ink);
        canvas.DrawText("Số: (che)", 310, 330, SKTextAlign.Left, small, ink);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, 72);
        return data.ToArray();
    }
}
