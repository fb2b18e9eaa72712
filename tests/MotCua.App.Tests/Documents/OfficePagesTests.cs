using MotCua.App.Documents;
using UglyToad.PdfPig;

namespace MotCua.App.Tests.Documents;

/// <summary>Official papers as PDF: what they say can be read back, tables go over pages with their head.</summary>
public sealed class OfficePagesTests
{
    [Fact]
    public void Write_Paper_SaysWhatThePaperSays()
    {
        using var file = PdfDocument.Open(OfficePages.Write(OfficeSamples.Paper()));
        var first = Words(file, 1);
        foreach (var part in (string[])["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ngày 15 tháng 3 năm 2022", "BÁO CÁO", "nộp trực tuyến 4.321 hồ sơ", "Nơi nhận:", "Nông Văn Thử"]) Assert.Contains(part, first, StringComparison.Ordinal);
        var annex = Words(file, 2);
        Assert.Contains("Phụ lục I", annex, StringComparison.Ordinal);
        Assert.Contains("=1+1 1.234 1.000 234 62,50% 05/02/2022 17:00 24/11/2022", annex, StringComparison.Ordinal);
        Assert.True(file.GetPage(2).Width > file.GetPage(2).Height);
        Assert.True(file.GetPage(3).Width < file.GetPage(3).Height);
    }

    [Fact]
    public void Write_LongTable_RepeatsItsHeadAndNumbersItsPages()
    {
        using var file = PdfDocument.Open(OfficePages.Write(OfficeSamples.Paper(60)));
        var pages = Enumerable.Range(1, file.NumberOfPages).Select(n => Words(file, n)).ToList();
        var ofTable = pages.Where(p => p.Contains("Đăng ký kinh doanh", StringComparison.Ordinal)).ToList();
        Assert.True(ofTable.Count > 3);
        Assert.All(ofTable, p => Assert.Contains("Lĩnh vực giải quyết", p, StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(1, 60), pages.Take(pages.Count - 1).SelectMany(p => System.Text.RegularExpressions.Regex.Matches(p, @"Đăng ký kinh doanh (\d+)").Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))).Append(1).Order());
        Assert.StartsWith("2 ", pages[2], StringComparison.Ordinal); // the second page of Phụ lục I
    }

    [Fact]
    public void Write_RowLongerThanAPage_GoesOnAndLosesNothing()
    {
        var text = string.Join(' ', Enumerable.Range(1, 3000).Select(i => $"w{i}"));
        using var file = PdfDocument.Open(OfficePages.Write(new OfficePaper("Bảng", [new OfficeTable([new OfficeColumn("Nội dung", 10), new OfficeColumn("Số", 10)], [new OfficeRow([OfficeCell.Of(text), OfficeCell.Of(1)])])])));
        var words = Enumerable.Range(1, file.NumberOfPages).SelectMany(n => file.GetPage(n).GetWords().Select(w => w.Text)).Where(w => w.StartsWith('w')).ToHashSet(StringComparer.Ordinal);
        Assert.True(file.NumberOfPages > 3);
        Assert.Equal(3000, words.Count);
    }

    [Fact]
    public void Write_EmptyTable_HasItsHead()
    {
        using var file = PdfDocument.Open(OfficePages.Write(new OfficePaper("Bảng", [new OfficeTable([new OfficeColumn("Nội dung", 10)], [])]) { IsLandscape = true }));
        Assert.Contains("Nội dung", Words(file, 1), StringComparison.Ordinal);
    }

    private static string Words(PdfDocument file, int page) => string.Join(' ', file.GetPage(page).GetWords().Select(w => w.Text));
}
