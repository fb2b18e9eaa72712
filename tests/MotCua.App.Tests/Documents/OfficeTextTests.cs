using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using MotCua.App.Documents;

namespace MotCua.App.Tests.Documents;

/// <summary>Official papers that Word opens, with the parts NĐ 30/2020/NĐ-CP asks for.</summary>
public sealed class OfficeTextTests
{
    [Fact]
    public void Write_Paper_IsValidAndHasThePartsOfNd30()
    {
        using var file = Open(OfficeText.Write(OfficeSamples.Paper()));
        OfficeSamples.AssertOpens(file);
        var lines = file.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(p => p.InnerText).ToList();
        foreach (var part in (string[])
        [
            "ỦY BAN NHÂN DÂN TỈNH BẮC KẠN", "VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Bắc Kạn, ngày 15 tháng 3 năm 2022", "BÁO CÁO",
            "Tình hình, kết quả giải quyết thủ tục hành chính quý I năm 2022", "Nơi nhận:", "- Lưu: VT, TTPVHCC.", "PHÓ CHÁNH VĂN PHÒNG", "Nông Văn Thử", "Phụ lục I",
        ]) Assert.Contains(part, lines);
        Assert.Contains("Số:        /BC-VPUB", lines);
        Assert.Contains(lines, l => l.Contains("Chữ lạ: □□ & <b> \"ngoặc\"", StringComparison.Ordinal));
        Assert.Equal("Times New Roman", file.MainDocumentPart.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!.RunFonts!.Ascii!.Value);
    }

    [Fact]
    public void Write_Annexes_AreSectionsWithTheirOwnNumbersAndWidth()
    {
        using var file = Open(OfficeText.Write(OfficeSamples.Paper()));
        var sections = file.MainDocumentPart!.Document!.Body!.Descendants<SectionProperties>().ToList();
        Assert.Equal([false, true, false], sections.Select(s => s.GetFirstChild<PageSize>()!.Orient is not null));
        Assert.Equal([null, 1, 1], sections.Select(s => s.GetFirstChild<PageNumberType>()?.Start?.Value));
    }

    [Fact]
    public void Write_Table_RepeatsItsHeadAndMergesIt()
    {
        using var file = Open(OfficeText.Write(OfficeSamples.Paper(40)));
        var table = file.MainDocumentPart!.Document!.Body!.Elements<Table>().First(t => t.InnerText.Contains("Lĩnh vực", StringComparison.Ordinal));
        Assert.Equal(4, table.Descendants<TableHeader>().Count()); // three rows of headings, one of numbers
        Assert.Equal(1 + 3 + 40 + 1 + 1, table.Elements<TableRow>().Count());
        Assert.Contains(table.Descendants<TableCell>(), c => c.InnerText == "Trong kỳ" && c.TableCellProperties!.GridSpan!.Val!.Value == 2);
        Assert.Contains(table.Descendants<TableCell>(), c => c.InnerText == "=1+1");
        Assert.Contains(table.Descendants<TableCell>(), c => c.InnerText == "62,50%");
    }

    [Theory]
    [InlineData(2022, 2, 5, "ngày 05 tháng 02 năm 2022")]
    [InlineData(2022, 11, 24, "ngày 24 tháng 11 năm 2022")]
    [InlineData(2022, 3, 1, "ngày 01 tháng 3 năm 2022")]
    public void Day_OfAPaper_HasNoughtsAsNd30Asks(int year, int month, int day, string expected) => Assert.Equal(expected, OfficeWords.Day(new DateOnly(year, month, day)));

    [Fact]
    public void Paper_KeptAsJson_IsTheSame()
    {
        var paper = OfficeSamples.Paper();
        var json = JsonSerializer.Serialize(paper);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<OfficePaper>(json)));
        Assert.Equal(OfficeCell.Percent(62.5m), ((OfficeTable)JsonSerializer.Deserialize<OfficePaper>(json)!.Annexes[0].Body[0]).Rows[3].Cells[5] with { Text = "–" });
    }

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), false);
}
