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

    [Fact]
    public void Write_SeveralPages_NumbersEachAndKeepsTheSignatureWithText()
    {
        // The signature needs 120 points: whatever the length, it is never alone on a page with nothing of its title
        for (var lines = 20; lines <= 44; lines += 3)
        {
            using var pdf = PdfDocument.Open(ResultPaper.Write(Sample(string.Join('\n', Enumerable.Repeat("Xác nhận nội dung đúng.", lines)))));
            var pages = pdf.GetPages().Select(p => string.Concat(p.Letters.Select(l => l.Value)).Normalize()).ToList();
            for (var i = 0; i < pages.Count; i++) Assert.Contains($"Trang {i + 1}/{pages.Count}", pages[i], StringComparison.Ordinal);
            Assert.Contains("CHỦ TỊCH", pages[^1], StringComparison.Ordinal);
            Assert.Contains("Lý Văn Minh", pages[^1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Write_IssuedPaper_ClaimsNoDigitalSignature() => Assert.DoesNotContain("ký số", Read(ResultPaper.Write(Sample("Nội dung"))), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Write_MoreThan400DistinctLetters_OpensFurtherFontsAndReadsBack()
    {
        var letters = Enumerable.Range(0x100, 0x180).Select(i => (char)i).Where(char.IsLetter).Concat(Enumerable.Range(0x1EA0, 90).Select(i => (char)i)).ToArray();
        var text = Read(ResultPaper.Write(Sample(string.Join(' ', letters.Chunk(12).Select(c => new string(c))))));
        Assert.Contains("ỗ", text, StringComparison.Ordinal);
        Assert.Contains("ỹ", text, StringComparison.Ordinal);
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
