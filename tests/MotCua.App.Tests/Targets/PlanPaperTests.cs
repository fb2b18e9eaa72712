using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using MotCua.App.Documents;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;
using MotCua.TestKit;

namespace MotCua.App.Tests.Targets;

/// <summary>Văn bản giao chỉ tiêu: parts and order of NĐ 30/2020 Phụ lục I, an annex by group with exactly the plan's targets, a file that Word takes.</summary>
public sealed class PlanPaperTests
{
    private static readonly Actor Drafter = A.Officer(Role.PlanOwner, "vpubnd");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_ThePlanOf2022_HoldsEveryUnitAndTargetInItsGroup()
    {
        await using var database = await TestDatabase.CreateLoadedAsync(DatabaseKind.Sqlite);
        var sheet = (await database.UseAsync((PlanSheets s) => s.PlanAsync("dvctt-2022", null, Drafter, Ct)))!;

        var paper = await database.UseAsync((PlanSheets s) => s.PaperAsync(sheet, Ct));

        Assert.Equal(("ỦY BAN NHÂN DÂN TỈNH BẮC KẠN", "/QĐ-UBND", null), (paper.Head!.Agency.ToUpper(new System.Globalization.CultureInfo("vi-VN")), paper.Head.Number, paper.Head.On));
        Assert.Equal("Về việc giao chỉ tiêu cung cấp, sử dụng dịch vụ công trực tuyến từ ngày 01/01/2022", paper.Head.Subject);
        var texts = paper.Body.OfType<OfficeParagraph>().Select(p => p.Text).ToList();
        Assert.True(texts.FindIndex(t => t.StartsWith("Căn cứ Luật Tổ chức", StringComparison.Ordinal)) < texts.IndexOf("QUYẾT ĐỊNH:"));
        Assert.Contains(texts, t => t.StartsWith("Giao chỉ tiêu theo «Kế hoạch", StringComparison.Ordinal) && t.Contains("27 cơ quan, đơn vị, địa phương thuộc 6 nhóm", StringComparison.Ordinal));
        Assert.DoesNotContain(texts, t => t.Contains('{', StringComparison.Ordinal));
        var table = Assert.IsType<OfficeTable>(paper.Annexes.Single().Body[0]);
        Assert.Equal((6, 27), (table.Rows.Count(r => r.Kind == OfficeRowKind.Section), table.Rows.Count(r => r.Kind == OfficeRowKind.Plain)));
        Assert.Equal(["1", "Văn phòng Ủy ban nhân dân tỉnh", "100", "90", "90"], table.Rows.First(r => r.Cells.Count > 1 && r.Cells[1].Shown.StartsWith("Văn phòng", StringComparison.Ordinal)).Cells.Select((c, i) => i == 0 ? "1" : c.Shown));
        foreach (var group in sheet.Content.Groups) Assert.Contains(table.Rows, r => r.Kind == OfficeRowKind.Section && r.Cells[0].Text == group.Name);
    }

    [Fact]
    public async Task Write_AssignmentAndCorrection_AreValidFilesOfWord()
    {
        await using var database = await TestDatabase.CreateLoadedAsync(DatabaseKind.Sqlite);
        var sheet = (await database.UseAsync((PlanSheets s) => s.PlanAsync("dvctt-2022", null, Drafter, Ct)))!;
        var corrected = sheet with
        {
            Edition = new PlanEditionRow { Kind = PlanKind.Correction, Name = sheet.Edition.Name, From = new DateOnly(2022, 9, 1), Reason = "Hạ tầng chưa bảo đảm.", DecisionNo = "2245/QĐ-UBND", DecisionOn = new DateOnly(2022, 8, 25), Signer = "Hoàng Thu Trang", SignerTitle = "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH" },
            Before = new PlanEditionRow { DecisionNo = "1/QĐ-UBND", DecisionOn = new DateOnly(2022, 2, 3), Name = "Kế hoạch" },
            Changes = [new PlanChange("Ba Bể", "Hồ sơ trực tuyến", "8 %", "6 %")],
        };
        foreach (var (shown, annexes) in new[] { (sheet, 1), (corrected, 2) })
        {
            var paper = await database.UseAsync((PlanSheets s) => s.PaperAsync(shown, Ct));
            using var bytes = new MemoryStream(OfficeText.Write(paper));
            using var file = WordprocessingDocument.Open(bytes, isEditable: false);

            Assert.Empty(new OpenXmlValidator().Validate(file, Ct).Select(e => $"{e.Path?.XPath} {e.Description}"));
            Assert.Equal(annexes, paper.Annexes.Count);
            var text = string.Concat(file.MainDocumentPart!.Document!.Body!.Descendants<Text>().Select(t => t.Text));
            Assert.Contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", text, StringComparison.Ordinal);
        }

        var second = await database.UseAsync((PlanSheets s) => s.PaperAsync(corrected, Ct));
        Assert.Equal(("2245/QĐ-UBND", new DateOnly(2022, 8, 25)), (second.Head!.Number, second.Head.On));
        Assert.Contains(second.Body.OfType<OfficeParagraph>(), p => p.Text == "Căn cứ Quyết định số 1/QĐ-UBND ngày 03 tháng 02 năm 2022 của Ủy ban nhân dân tỉnh;");
        Assert.Equal(["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], second.Signature!.Capacity);
        Assert.Equal("Kèm theo Quyết định số 2245/QĐ-UBND ngày 25 tháng 8 năm 2022 của Ủy ban nhân dân tỉnh", second.Annexes[0].Attached);
    }
}
