using CsCheck;
using MotCua.App.Documents;
using MotCua.App.Dossiers;
using UglyToad.PdfPig;

namespace MotCua.App.Tests.Dossiers;

public sealed class PaperTests
{
    [Fact]
    public void Write_WholeVietnameseAlphabet_ReadsBackAndOpensFurtherFonts()
    {
        const string vowels = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ";
        var all = vowels + vowels.ToUpperInvariant() + "bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX0123456789.,;:()-/%«»“”…";
        var paper = Sample(string.Join(' ', all.Chunk(10).Select(c => new string(c))));
        var text = Read(ResultPaper.Write(paper));
        foreach (var c in all) Assert.Contains(c, text);
        Assert.Contains("H03.60.01-220725-0001-KQ1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_AnyText_NeverThrows() =>
        Gen.String.Sample(text => Assert.NotEmpty(ResultPaper.Write(Sample(text))), iter: 60);

    [Fact]
    public void Write_LongBody_GoesOnToFurtherPages()
    {
        using var pdf = PdfDocument.Open(ResultPaper.Write(Sample(string.Join('\n', Enumerable.Repeat("Ủy ban nhân dân xã xác nhận nội dung sau đây là đúng sự thật và chịu trách nhiệm trước pháp luật.", 60)))));
        Assert.True(pdf.NumberOfPages > 1);
    }

    private static string Read(byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);
        return string.Concat(pdf.GetPages().SelectMany(p => p.Letters).Select(l => l.Value)).Normalize();
    }

    private static ResultPaper Sample(string text) => new()
    {
        Parent = "Ủy ban nhân dân tỉnh Bắc Kạn",
        Unit = "Ủy ban nhân dân phường Đức Xuân",
        Code = "H03.60.01-220725-0001-KQ1",
        Date = new(2022, 7, 25),
        Title = "Giấy xác nhận tình trạng hôn nhân",
        Paragraphs = text.Split('\n'),
        SignerTitle = "Chủ tịch",
        SignerName = "Lý Văn Minh",
        VerifyAddress = "https://motcua.test/xac-minh/0123456789abcdef01234567",
        IsDraft = false,
    };
}
