using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using MotCua.App.Documents;

namespace MotCua.App.Tests.Documents;

/// <summary>A paper with everything a paper can have, and the check that Office would open a file.</summary>
internal static class OfficeSamples
{
    public static OfficeTable Results(int rows = 3) => new(
        [
            new OfficeColumn("TT", 5) { IsCentred = true, Mark = "(1)" }, new OfficeColumn("Lĩnh vực giải quyết", 30) { Mark = "(2)" },
            new OfficeColumn("Tổng số", 9) { Above = ["Số lượng hồ sơ tiếp nhận"], Mark = "(3)" },
            new OfficeColumn("Trực tuyến", 9) { Above = ["Số lượng hồ sơ tiếp nhận", "Trong kỳ"], Mark = "(4)" },
            new OfficeColumn("Trực tiếp, dịch vụ bưu chính", 11) { Above = ["Số lượng hồ sơ tiếp nhận", "Trong kỳ"], Mark = "(5)" },
            new OfficeColumn("Tỷ lệ", 10) { Mark = "(6)" }, new OfficeColumn("Ngày", 12) { Mark = "(7)" }, new OfficeColumn("Hẹn trả", 18) { Mark = "(8)" },
        ],
        [
            OfficeRow.Section("I. Cấp tỉnh"),
            .. Enumerable.Range(1, rows).Select(i => new OfficeRow([
                OfficeCell.Of(i), OfficeCell.Of(i == 1 ? "=1+1" : $"Đăng ký kinh doanh {i}"), OfficeCell.Of(1234L * i), OfficeCell.Of(1000L), OfficeCell.Of(234L),
                OfficeCell.Percent(i == 2 ? null : 62.5m, "không áp dụng"), OfficeCell.Of(new DateOnly(2022, 2, 5)), OfficeCell.Of(new DateTimeOffset(2022, 11, 24, 10, 0, 0, TimeSpan.Zero))])),
            new OfficeRow([OfficeCell.Empty, OfficeCell.Of("Tổng cộng"), OfficeCell.Of(3702L), OfficeCell.Of(3000L), OfficeCell.Of(702L), OfficeCell.Percent(81.0373m), OfficeCell.Of((DateOnly?)null), OfficeCell.Of((DateTimeOffset?)null)], OfficeRowKind.Total),
        ])
    { Caption = "Kết quả giải quyết: quý I/2022", Unit = "Đơn vị tính: hồ sơ" };

    public static OfficePaper Paper(int rows = 3) => new("Báo cáo tình hình, kết quả giải quyết thủ tục hành chính quý I năm 2022",
        [
            new OfficeHeading(1, "I. KẾT QUẢ THỰC HIỆN"),
            new OfficeHeading(2, "1. Cung cấp dịch vụ công trực tuyến"),
            new OfficeParagraph("Trong kỳ báo cáo, toàn tỉnh tiếp nhận 12.345 hồ sơ, trong đó nộp trực tuyến 4.321 hồ sơ, đạt 35,00%, tăng 2,10 điểm phần trăm so với kỳ trước; còn 03 đơn vị chưa đạt chỉ tiêu được giao tại Kế hoạch."),
            new OfficeBullets(["Sở Giáo dục và Đào tạo: 45,20% (chỉ tiêu 60,00%);", "Ủy ban nhân dân huyện Na Rì: 12,70% (chỉ tiêu 40,00%)."]),
            new OfficeHeading(3, "a) Ghi chú"),
            new OfficeParagraph("Số liệu tính đến hết ngày 14/3/2022. Chữ lạ: \u0001\ud800 & <b> \"ngoặc\"") { IsNote = true },
        ])
    {
        Head = new OfficeHead("Văn phòng Ủy ban nhân dân tỉnh", "Bắc Kạn") { Above = "Ủy ban nhân dân tỉnh Bắc Kạn", Number = "/BC-VPUB", On = new DateOnly(2022, 3, 15), Kind = "Báo cáo", Subject = "Tình hình, kết quả giải quyết thủ tục hành chính quý I năm 2022", Under = ["(Từ ngày 15/12/2021 đến ngày 14/3/2022)"] },
        Recipients = ["Văn phòng Chính phủ (b/c)", "Chủ tịch, các Phó Chủ tịch UBND tỉnh", "Lưu: VT, TTPVHCC"],
        Signature = new OfficeSignature(["KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"], "Nông Văn Thử"),
        Annexes = [new OfficeAnnex("Phụ lục I", "Tình hình, kết quả giải quyết", [Results(rows)]) { Attached = "Kèm theo Báo cáo số      /BC-VPUB ngày 15 tháng 3 năm 2022 của Văn phòng UBND tỉnh" }, new OfficeAnnex("Phụ lục II", "Danh sách", [Results(2) with { Caption = null }]) { IsLandscape = false }],
    };

    public static void AssertOpens(OpenXmlPackage file) =>
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(file).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
}
