using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MotCua.E2E.Tests;

/// <summary>
/// A citizen files the marital-status declaration on the province's data: from "before you start" to the confirmation, follows it, and takes it back.
/// On a phone with JavaScript and at a desk without; axe looks at every page.
/// </summary>
public sealed class CitizenJourney(RunningPortal portal)
{
    private const string Procedure = "1.004873";

    // A picture of one white pixel
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==");

    private static readonly (string Page, (string Field, string Value)[] Answers)[] Form =
    [
        ("nguoi_yeu_cau", [("yc_noi_cu_tru.street", "Tổ 5"), ("yc_noi_cu_tru.division", "01840"), ("yc_dien_thoai", "0912345678"), ("yc_quan_he", "ban_than")]),
        ("nguoi_duoc_cap",
        [
            ("nd_ho_ten", "Nông Văn Tài"), ("nd_ngay_sinh.Day", "17"), ("nd_ngay_sinh.Month", "5"), ("nd_ngay_sinh.Year", "1990"), ("nd_gioi_tinh", "nam"), ("nd_dan_toc", "02"), ("nd_quoc_tich", "VN"),
            ("nd_so_giay_to", "006090001234"), ("nd_noi_cu_tru.street", "Tổ 5"), ("nd_noi_cu_tru.division", "01840"),
        ]),
        ("tinh_trang_hon_nhan", [("tinh_trang", "chua_ket_hon")]),
        ("noi_cu_tru_truoc", [("nhieu_noi", "false")]),
        ("muc_dich_su_dung", [("muc_dich", "vay_von"), ("so_ban", "1")]),
        ("cap_lan_truoc", [("da_cap", "false"), ("cam_doan", "true")]),
    ];

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Filing_FromStartToConfirmation_CanBeFollowedAndWithdrawn(bool script, bool phone)
    {
        await using var journey = await Journey.BeginAsync(portal, script, phone);
        await journey.SignInAsCitizenAsync("Nông Văn Tài");
        await journey.OpenAsync("/nop-ho-so/" + Procedure);
        await journey.ShotAsync("nop-ho-so");
        await journey.PressAsync("Bắt đầu", exact: false);
        await journey.Page.Locator("#UnitKey").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await journey.ShotAsync("nop-ho-so-noi-nop");
        await journey.PressAsync("Tiếp tục");
        await WhoAsync(journey);
        await journey.SeesAsync("Chưa nộp");
        var draft = new Uri(journey.Page.Url).AbsolutePath;
        await journey.ShotAsync("nop-ho-so-cac-phan");

        // What is missing is said, and read by axe too
        await journey.OpenAsync($"{draft}/trang/nguoi_duoc_cap");
        await journey.Page.Locator("[name='q.nd_ngay_sinh.Day']").FillAsync("31");
        await journey.Page.Locator("[name='q.nd_ngay_sinh.Month']").FillAsync("4");
        await journey.PressAsync("Lưu và tiếp tục");
        await journey.SeesAsync("cần sửa");
        await journey.ShotAsync("nop-ho-so-loi");

        foreach (var (page, answers) in Form)
        {
            await journey.OpenAsync($"{draft}/trang/{page}");
            foreach (var (field, value) in answers) await FillAsync(journey.Page, field, value);
            await journey.ShotAsync("nop-ho-so-" + page);
            await journey.PressAsync("Lưu và tiếp tục");
            Assert.DoesNotContain("/trang/" + page, journey.Page.Url, StringComparison.Ordinal);
        }

        await journey.OpenAsync(draft);
        var papers = new List<string>();
        foreach (var link in await journey.Page.Locator("a[href*='/giay-to/']").AllAsync()) papers.Add((await link.GetAttributeAsync("href"))!);
        foreach (var paper in papers)
        {
            await journey.OpenAsync(paper);
            await journey.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "giay-to.png", MimeType = "image/png", Buffer = Picture });
            if (!script) await journey.PressAsync("Tải lên");
            await journey.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "giay-to.png" }).WaitForAsync();
            await journey.LookAsync();
            await journey.ShotAsync("nop-ho-so-giay-to");
        }

        await journey.OpenAsync($"{draft}/kiem-tra");
        await journey.ShotAsync("nop-ho-so-kiem-tra");
        await journey.PressAsync("Nộp hồ sơ");
        Assert.Equal("Đã nộp hồ sơ", await journey.HeadingAsync());
        await journey.ShotAsync("nop-ho-so-da-nop");
        var code = Regex.Match(journey.Page.Url, "NH-[0-9A-Z]{10}").Value;
        await journey.OpenAsync("/ho-so-cua-toi");
        await journey.SeesAsync(code);
        await journey.ShotAsync("ho-so-cua-toi");
        await journey.OpenAsync("/ho-so-cua-toi/" + code);
        foreach (var person in new[] { "Nông Thị Mai", "Nông Văn Tài (bạn), theo ủy quyền", "Ma Văn Tình" }) await journey.SeesAsync(person);
        foreach (var more in await journey.Page.Locator("main summary").AllAsync()) await more.ClickAsync();
        await journey.LookAsync();
        await journey.ShotAsync("ho-so-cua-toi-mot");
        await journey.OpenAsync("/hop-thu");
        await journey.ShotAsync("hop-thu");
        await journey.OpenAsync("/tra-cuu/ho-so?ma=" + code);
        await journey.SeesAsync("chờ tiếp nhận");
        await journey.ShotAsync("tra-cuu");
        await journey.OpenAsync($"/nop-ho-so/da-nop/{code}/ban-in");
        await journey.OpenAsync($"/ho-so-cua-toi/{code}/rut");
        await journey.Page.Locator("textarea").FillAsync("Khai nhầm, sẽ nộp lại");
        await journey.ShotAsync("ho-so-cua-toi-rut");
        await journey.PressAsync("Rút hồ sơ");
        await journey.SeesAsync("Đã rút");
    }

    /// <summary>For one's mother, helped by the community team: every question asked of a filing, the mandate with its file.</summary>
    private static async Task WhoAsync(Journey journey)
    {
        await journey.SeesAsync("Hồ sơ này là của ai?");
        await journey.ShotAsync("nop-ho-so-cua-ai");
        await FillAsync(journey.Page, "ai_cua_ai", "nguoi_khac");
        await journey.PressAsync("Lưu và tiếp tục");
        foreach (var (field, value) in new[]
        {
            ("ai_ho_ten", "Nông Thị Mai"), ("ai_ngay_sinh.Day", "2"), ("ai_ngay_sinh.Month", "3"), ("ai_ngay_sinh.Year", "1961"), ("ai_so_dinh_danh", "006161004321"), ("ai_noi_cu_tru.street", "Tổ 5"),
            ("ai_noi_cu_tru.division", "01840"), ("ai_can_cu", "uy_quyen"), ("ai_giay", "Giấy ủy quyền số 12 ngày 03/10/2022, UBND phường Đức Xuân chứng thực"),
        })
        {
            await FillAsync(journey.Page, field, value);
        }

        await journey.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "uy-quyen.png", MimeType = "image/png", Buffer = Picture });
        await journey.ShotAsync("nop-ho-so-chu-ho-so");
        await journey.PressAsync("Lưu và tiếp tục");
        await journey.ShotAsync("nop-ho-so-nguoi-giup");
        await FillAsync(journey.Page, "ai_giup", "to_cong_nghe");
        await journey.PressAsync("Lưu và tiếp tục");
        await FillAsync(journey.Page, "ai_giup_ten", "Ma Văn Tình");
        await journey.ShotAsync("nop-ho-so-ten-nguoi-giup");
        await journey.PressAsync("Lưu và tiếp tục");
        await FillAsync(journey.Page, "ai_truong_hop", "th1");
        await journey.ShotAsync("nop-ho-so-truong-hop");
        await journey.PressAsync("Lưu và tiếp tục");
    }

    private static async Task FillAsync(IPage page, string field, string value)
    {
        var name = $"[name='q.{field}']";
        if (await page.Locator("select" + name).CountAsync() > 0)
        {
            await page.Locator("select" + name).SelectOptionAsync(value);
        }
        else if (await page.Locator($"input{name}[value='{value}']").CountAsync() > 0 && await page.Locator($"input{name}:is([type=radio],[type=checkbox])").CountAsync() > 0)
        {
            await page.Locator($"input{name}[value='{value}']").CheckAsync();
        }
        else
        {
            await page.Locator(name).FillAsync(value);
        }
    }
}
