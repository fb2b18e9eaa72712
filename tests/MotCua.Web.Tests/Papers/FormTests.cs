using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.Web.Tests.Papers;

public sealed class FormTests
{
    [Fact]
    public async Task Receipt_Printed_HasEveryFieldOfTheFormInTwoCopies()
    {
        await using var stage = await PaperStage.OpenAsync();
        string root;
        await using (var scope = stage.Portal.Services.CreateAsyncScope()) root = (await scope.ServiceProvider.GetRequiredService<LogRoots>().SealAsync(default)).Root;
        var number = await stage.AcceptAsync(await stage.SubmitAsync());
        var page = await stage.Desk.PageAsync(Links.Paper(number, PaperForm.Receipt));
        var text = Text(page);

        // TT 01/2018 Đ9: field by field
        Assert.Equal(2, page.QuerySelectorAll(".mc-paper__sheet").Length);
        Assert.Contains("Liên giao cho người nộp hồ sơ", text, StringComparison.Ordinal);
        Assert.Contains("Liên lưu", text, StringComparison.Ordinal);
        foreach (var field in new[]
        {
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ỦY BAN NHÂN DÂN PHƯỜNG NGUYỄN THỊ MINH KHAI", "Mẫu số 01", $"Mã hồ sơ: {number}", "điện thoại 0209 3870 100",
            $"Tiếp nhận hồ sơ của: {PaperStage.Applicant}", "Địa chỉ: Tổ 5, phường Nguyễn Thị Minh Khai", "Số điện thoại: 0912345678", "Email: tai@example.vn", "định danh: 006090001234",
            "Nội dung yêu cầu giải quyết: Cấp Giấy xác nhận tình trạng hôn nhân", "Số lượng hồ sơ: 01 bộ", "Phí, lệ phí: 15.000 đồng, chưa nộp", "theo quy định: 5 ngày làm việc",
            "Thời gian nhận hồ sơ: 08 giờ 00 phút, ngày 25 tháng 7 năm 2022", "Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 01 tháng 8 năm 2022", "Đăng ký nhận kết quả: trực tuyến",
            "quyển số: 2022", "Số thứ tự: 0001", "NGƯỜI NỘP HỒ SƠ", "NGƯỜI TIẾP NHẬN HỒ SƠ", "Nông Thị Hà", root[..12],
        })
        {
            Assert.Contains(field, text, StringComparison.Ordinal);
        }

        var rows = page.QuerySelectorAll(".mc-paper__sheet")[0].QuerySelectorAll("tbody tr");
        Assert.Equal(15, rows.Length);
        Assert.Equal(["15", "1", "2", "–", "–"], rows[14].QuerySelectorAll("td.mc-paper__num").Select(c => c.TextContent.Trim()));
        Assert.Equal(["2", "–", "–", "–", "1"], rows[1].QuerySelectorAll("td.mc-paper__num").Select(c => c.TextContent.Trim()));
        Assert.StartsWith("M4 4h7v1h-7z", page.QuerySelector(".mc-paper__qr path")!.GetAttribute("d"), StringComparison.Ordinal); // finder pattern behind the quiet zone
        Assert.Empty(page.QuerySelectorAll(".mc-paper b")); // the name's markup is text
        Assert.Empty(page.QuerySelectorAll("[style], script:not([src])"));
    }

    [Fact]
    public async Task Receipt_ByOwner_IsTheCopyGivenAndIsNotARead()
    {
        await using var stage = await PaperStage.OpenAsync();
        var number = await stage.AcceptAsync(await stage.SubmitAsync(), fee: 0);
        var page = await stage.Citizen.PageAsync(Links.MyPaper(number, PaperForm.Receipt));
        Assert.Single(page.QuerySelectorAll(".mc-paper__sheet"));
        Assert.DoesNotContain("Liên lưu", Text(page), StringComparison.Ordinal);
        Assert.Contains("không thu khi tiếp nhận", Text(page), StringComparison.Ordinal);
        await stage.InAsync(async db => Assert.Empty(await db.DossierReads.ToListAsync()));
    }

    [Fact]
    public async Task Forms_ByPeopleWithoutTheDossier_AreNotFoundOrRefused()
    {
        await using var stage = await PaperStage.OpenAsync();
        var number = await stage.AcceptAsync(await stage.SubmitAsync());
        var address = Links.Paper(number, PaperForm.Receipt);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(await stage.Portal.SignInAsync(Role.DeskOfficer, PaperStage.Other), address));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(await stage.Portal.SignInAsync(Role.UnitLeader, PaperStage.Other), address));
        Assert.Contains(await StatusAsync(await stage.Portal.SignInAsync(Role.ProvinceAdministrator, "ubnd-tinh"), address), new[] { HttpStatusCode.Forbidden, HttpStatusCode.Redirect });
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(stage.Portal.Stranger(), address));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(stage.Citizen, address)); // a citizen is nobody among officers
        var another = await stage.Portal.SignInCitizenAsync("Triệu Văn Bình", "006090009999");
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(another, Links.MyPaper(number, PaperForm.Receipt)));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(stage.Portal.Stranger(), Links.MyPaper(number, PaperForm.Receipt)));
        await stage.InAsync(async db => Assert.Empty(await db.DossierReads.ToListAsync()));
    }

    [Fact]
    public async Task Forms_ThatTheDossierDoesNotHave_AreNotFound()
    {
        await using var stage = await PaperStage.OpenAsync();
        var code = await stage.SubmitAsync();
        foreach (var form in Enum.GetValues<PaperForm>()) Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(stage.Desk, Links.Paper(code, form)));
        var number = await stage.AcceptAsync(code);
        foreach (var form in new[] { PaperForm.Supplement, PaperForm.Refusal, PaperForm.Apology }) Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(stage.Desk, Links.Paper(number, form)));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(stage.Citizen, $"{Links.MyDossier(number)}/giay/mau-05"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(stage.Desk, $"{Links.StaffDossier(number)}/giay/mau-07"));
    }

    [Fact]
    public async Task Supplement_Printed_NumbersWhatIsAskedWithReasonAndGround()
    {
        await using var stage = await PaperStage.OpenAsync();
        var code = await stage.SubmitAsync();
        await stage.GuideAsync(code, "Thiếu chữ ký <script>alert(1)</script> ở trang 2");
        var page = await stage.Desk.PageAsync(Links.Paper(code, PaperForm.Supplement));
        var text = Text(page);
        Assert.Contains($"Số: 01/HDHS-{code}", text, StringComparison.Ordinal);
        var items = page.QuerySelectorAll("ol.mc-paper__list > li").Select(i => string.Join(' ', i.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Equal(15, items.Count);
        Assert.Equal("Tờ khai cấp Giấy xác nhận tình trạng hôn nhân theo mẫu: Thiếu chữ ký <script>alert(1)</script> ở trang 2", items[0]);
        Assert.Equal("Nộp thêm bản sao quyết định ly hôn", items[1]);
        foreach (var field in new[] { "Lý do: Tờ khai chưa đủ nội dung", "Căn cứ: Luật Hộ tịch 2014 Điều 18", "đến hết ngày 29 tháng 7 năm 2022", "số điện thoại 0209 3870 100", "NGƯỜI HƯỚNG DẪN", "Nông Thị Hà" }) Assert.Contains(field, text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(stage.Desk, Links.Paper(code, PaperForm.Supplement, 2)));
        Assert.Contains("Bổ sung", Text(await stage.Citizen.PageAsync(Links.MyPaper(code, PaperForm.Supplement, 1))), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Refusal_AtIntakeAndAfter_SaysGroundAndReason()
    {
        await using var stage = await PaperStage.OpenAsync();
        var code = await stage.SubmitAsync();
        await stage.RefuseIntakeAsync(code);
        var text = Text(await stage.Desk.PageAsync(Links.Paper(code, PaperForm.Refusal)));
        foreach (var field in new[] { "Phiếu từ chối tiếp nhận hồ sơ", "thường trú tại huyện Ba Bể", "Căn cứ: Không thuộc thẩm quyền giải quyết", "Nông Thị Hà" }) Assert.Contains(field, text, StringComparison.Ordinal);

        var number = await stage.AcceptAsync(await stage.SubmitAsync());
        await stage.ProcessAsync(number);
        await stage.RefuseAsync(number);
        text = Text(await stage.Citizen.PageAsync(Links.MyPaper(number, PaperForm.Refusal)));
        foreach (var field in new[] { "Phiếu từ chối giải quyết hồ sơ", "quan hệ hôn nhân chưa chấm dứt", "Không đáp ứng yêu cầu, điều kiện", "PHÓ CHỦ TỊCH", "Lý Văn Minh" }) Assert.Contains(field, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apology_Printed_SaysOldAndNewDayAndWhy()
    {
        await using var stage = await PaperStage.OpenAsync();
        var number = await stage.AcceptAsync(await stage.SubmitAsync());
        await stage.ProcessAsync(number);
        await stage.ReappointAsync(number);
        var text = Text(await stage.Citizen.PageAsync(Links.MyPaper(number, PaperForm.Apology)));
        foreach (var field in new[] { $"Kính gửi: {PaperStage.Applicant}", "hẹn trả kết quả: 17 giờ 00 phút, ngày 01 tháng 8 năm 2022", "vào: 17 giờ 00 phút, ngày 03 tháng 8 năm 2022", "công an cấp huyện chưa trả lời", "Lý Văn Minh", number }) Assert.Contains(field, text, StringComparison.Ordinal);
        var receipt = Text(await stage.Desk.PageAsync(Links.Paper(number, PaperForm.Receipt)));
        Assert.Contains("trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 01 tháng 8 năm 2022", receipt, StringComparison.Ordinal); // rule 19: the first promise stands
        Assert.Contains("Hẹn trả hiện hành (sau bổ sung hoặc hẹn lại): 17 giờ 00 phút, ngày 03 tháng 8 năm 2022", receipt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_Printed_SaysGiverReceiverMinuteAndVerdict()
    {
        await using var stage = await PaperStage.OpenAsync();
        var (number, _) = await stage.IssuedAsync();
        var page = await stage.Desk.PageAsync(Links.Paper(number, PaperForm.Control));
        var rows = page.QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Equal(2, rows.Count);
        foreach (var field in new[] { "Giao lúc 08 giờ 00 phút, ngày 25 tháng 7 năm 2022", "Người giao: Nông Thị Hà", "Người nhận: Hoàng Văn Thái", "Trước hạn", "xong 10:00 25/07/2022" }) Assert.Contains(field, rows[0], StringComparison.Ordinal);
        foreach (var field in new[] { "Giao lúc 10 giờ 00 phút", "Người giao: Hoàng Văn Thái", "Người nhận: Lý Văn Minh", "xong 10:45 25/07/2022", "Kết thúc giải quyết" }) Assert.Contains(field, rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Print_ByOfficer_IsRecordedForTheOwner()
    {
        await using var stage = await PaperStage.OpenAsync();
        var number = await stage.AcceptAsync(await stage.SubmitAsync());
        await stage.Desk.PageAsync(Links.Paper(number, PaperForm.Receipt));
        await stage.InAsync(async db =>
        {
            var read = await db.DossierReads.SingleAsync();
            Assert.Equal(("print", stage.DeskRow.Id.ToString("N")), (read.What, read.OfficerId));
        });
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient browser, string address)
    {
        using var response = await browser.GetAsync(new Uri(address, UriKind.Relative));
        return response.StatusCode;
    }

    private static string Text(IHtmlDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
