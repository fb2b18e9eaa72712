using System.Globalization;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MotCua.App.Documents;

namespace MotCua.App.Tests.Documents;

/// <summary>Sheets that Office opens, in which numbers are numbers and text is never a formula.</summary>
public sealed class OfficeSheetsTests
{
    private static readonly OfficeColumn[] One = [new("Tên", 20)];

    [Fact]
    public void Write_Paper_IsValidAndHasASheetForEachTable()
    {
        using var file = Open(OfficeSheets.Write(OfficeSamples.Paper()));
        OfficeSamples.AssertOpens(file);
        Assert.Equal(["Kết quả giải quyết- quý I-2022", "Báo cáo tình hình, kết quả giải"], file.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value));
    }

    [Fact]
    public void Write_TypedCells_KeepTheirTypes()
    {
        using var file = Open(OfficeSheets.Write("Bảng", new OfficeSheet("Bảng", OfficeSamples.Results().Columns) { Titles = ["Bảng"] }, OfficeSamples.Results().Rows));
        var cells = Cells(file);
        // Titles 1, blank 2, head 3-5, marks 6, section 7, first row 8
        Assert.Equal("=1+1", cells["B8"].InnerText);
        Assert.Equal(CellValues.InlineString, cells["B8"].DataType!.Value);
        Assert.Equal(("1234", "0.625"), (cells["C8"].InnerText, cells["F8"].InnerText));
        Assert.Equal("không áp dụng", cells["F9"].InnerText);
        Assert.Equal(new DateTime(2022, 2, 5), DateTime.FromOADate(double.Parse(cells["G8"].InnerText, CultureInfo.InvariantCulture)));
        Assert.Equal(new DateTime(2022, 11, 24, 17, 0, 0), DateTime.FromOADate(double.Parse(cells["H8"].InnerText, CultureInfo.InvariantCulture)), TimeSpan.FromSeconds(1));
        Assert.Empty(file.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<CellFormula>()));
    }

    [Fact]
    public void Write_HeadOfGroups_IsMergedFrozenAndPrintedOnEveryPage()
    {
        using var file = Open(OfficeSheets.Write("Bảng", new OfficeSheet("Bảng 'A'", OfficeSamples.Results().Columns) { Titles = ["Bảng", "Kỳ"] }, []));
        var sheet = file.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        var merged = sheet.Descendants<MergeCell>().Select(m => m.Reference!.Value).ToList();
        Assert.Contains("A1:H1", merged);
        Assert.Contains("A4:A6", merged); // TT beside three rows of headings
        Assert.Contains("C4:E4", merged); // tiếp nhận
        Assert.Contains("C5:C6", merged); // tổng số
        Assert.Contains("D5:E5", merged); // trong kỳ
        Assert.Equal("A8", sheet.Descendants<Pane>().Single().TopLeftCell!.Value);
        Assert.Equal("'Bảng ''A'!$4:$7", file.WorkbookPart.Workbook!.DefinedNames!.Elements<DefinedName>().Single().Text);
        Assert.True(sheet.Descendants<PageSetupProperties>().Single().FitToPage!.Value);
    }

    [Theory]
    [InlineData("a:b\\c/d?e*f[g]", "a-b-c-d-e-f-g-")]
    [InlineData("'ngoặc'", "ngoặc")]
    [InlineData("", "Bảng 1")]
    [InlineData("Một cái tên dài hơn ba mươi mốt chữ cái", "Một cái tên dài hơn ba mươi mốt")]
    public void Begin_NameThatSheetsMayNotHave_IsMended(string name, string expected)
    {
        using var file = Open(OfficeSheets.Write("Bảng", new OfficeSheet(name, One), []));
        Assert.Equal(expected, file.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Single().Name!.Value);
        OfficeSamples.AssertOpens(file);
    }

    [Fact]
    public void Begin_TheSameNameTwice_GetsANumber()
    {
        using var bytes = new MemoryStream();
        using (var book = new OfficeSheets(bytes, "Bảng"))
        {
            book.Begin(new OfficeSheet("Bảng", One));
            book.Begin(new OfficeSheet("bảng", One) { HasFilter = true });
            book.Row(new OfficeRow([OfficeCell.Of("x")]));
        }

        using var file = Open(bytes.ToArray());
        Assert.Equal(["Bảng", "bảng (2)"], file.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value));
        OfficeSamples.AssertOpens(file);
    }

    [Fact]
    public void Row_WithTooFewCells_IsRefused()
    {
        using var bytes = new MemoryStream();
        using var book = new OfficeSheets(bytes, "Bảng");
        Assert.Throws<InvalidOperationException>(() => book.Row(new OfficeRow([OfficeCell.Empty])));
        book.Begin(new OfficeSheet("Bảng", [.. One, .. One]));
        Assert.Throws<InvalidOperationException>(() => book.Row(new OfficeRow([OfficeCell.Empty])));
    }

    [Fact]
    public void Write_AnyText_IsReadBackOrReplacedAndNeverAFormula() =>
        Gen.String[Gen.Char, 0, 40].Sample(text =>
        {
            using var file = Open(OfficeSheets.Write("Bảng", new OfficeSheet("Bảng", One), [new OfficeRow([OfficeCell.Of(text)])]));
            var cell = Cells(file)["A2"];
            Assert.Null(cell.CellFormula);
            Assert.Equal(Clean(text), cell.InnerText);
        }, iter: 60);

    [Fact]
    public void Write_TextLongerThanACell_IsCut()
    {
        using var file = Open(OfficeSheets.Write("Bảng", new OfficeSheet("Bảng", One), [new OfficeRow([OfficeCell.Of(new string('ă', 40_000))])]));
        Assert.Equal(32_767, Cells(file)["A2"].InnerText.Length);
    }

    private static string Clean(string text)
    {
        var clean = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) clean.Append(text, i++, 2);
            else if (System.Xml.XmlConvert.IsXmlChar(text[i])) clean.Append(text[i] == '\r' ? "" : text[i]);
            else clean.Append('□');
        }

        return clean.ToString();
    }

    private static SpreadsheetDocument Open(byte[] bytes) => SpreadsheetDocument.Open(new MemoryStream(bytes), false);

    private static Dictionary<string, Cell> Cells(SpreadsheetDocument file) => file.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().ToDictionary(c => c.CellReference!.Value!, StringComparer.Ordinal);
}
