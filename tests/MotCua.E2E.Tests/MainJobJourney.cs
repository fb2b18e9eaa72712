using System.Text.RegularExpressions;

namespace MotCua.E2E.Tests;

/// <summary>
/// The main job, end to end, on the province's real data: a citizen finds a procedure and files, the desk accepts, the unit handles, its leader
/// decides, the desk hands over, the citizen reads the result, a stranger verifies it, and the plan's figures move.
/// </summary>
public sealed partial class MainJobJourney(RunningPortal portal)
{
    private const string Password = "nui-ho-ba-be-2022";
    private const string Secret = "MFZGK3TFORXXE43FMNZGK5BR";

    [Theory]
    [InlineData(true, true, "Nông Văn Tài")]
    [InlineData(false, false, "Hoàng Thị Hoa")]
    public async Task ACitizenFiles_AUnitDecides_AStrangerVerifies(bool script, bool phone, string citizen)
    {
        await using var person = await Journey.BeginAsync(portal, script, phone);
        await person.OpenAsync("/");
        await person.ShotAsync("trang-chu");
        await person.Page.Locator("input[name=q]").First.FillAsync("giay doc than");
        await person.PressAtAsync("main button[type=submit]");
        await person.ShotAsync("tim-thu-tuc");
        await person.PressAtAsync("main a[href$='/1.004873']");
        await person.ShotAsync("thu-tuc");
        await person.SignInAsCitizenAsync(citizen);
        var submission = await FileAsync(person, script);

        await using var desk = await Journey.BeginAsync(portal, script, phone: false);
        await desk.SignInAsOfficerAsync("mot-cua.ducxuan", Password, Secret);
        await desk.SeesAsync(submission);
        await desk.ShotAsync("hom-nay");
        await desk.OpenAsync("/can-bo/ho-so/" + submission);
        await desk.ShotAsync("ho-so-can-bo");
        await desk.PressAtAsync("main a[href$='/tiep-nhan']");
        await desk.AnswerAsync(("Input.LimitCase", await FirstValueAsync(desk, "Input.LimitCase")));
        await desk.ShotAsync("tiep-nhan");
        await desk.PressAtAsync("main form button[type=submit]:not([aria-hidden])");
        var number = NumberIn().Match(desk.Page.Url).Value;
        Assert.NotEqual("", number);
        await desk.OpenAsync($"/can-bo/ho-so/{number}/giay/mau-01");
        await desk.SeesAsync(number);
        await desk.ShotAsync("mau-01");

        await using var handler = await Journey.BeginAsync(portal, script, phone: false);
        await handler.SignInAsOfficerAsync("chuyen-vien.ducxuan", Password, Secret);
        await handler.OpenAsync("/can-bo/ho-so/" + number);
        await handler.PressAsync("Nhận xử lý");
        await handler.PressAtAsync("main a[href$='/du-thao']");
        await handler.AnswerAsync(("Input.Text", "Xác nhận: hiện tại chưa đăng ký kết hôn với ai."));
        await handler.ShotAsync("du-thao");
        await handler.PressAsync("Lưu dự thảo");
        await handler.PressAtAsync("main a[href$='/chuyen-buoc']");
        await handler.ShotAsync("chuyen-buoc");
        await handler.PressAsync("Chuyển");

        await using var leader = await Journey.BeginAsync(portal, script, phone: false);
        await leader.SignInAsOfficerAsync("lanh-dao.ducxuan", Password, Secret);
        await leader.OpenAsync("/can-bo/ho-so/" + number);
        await leader.PressAtAsync("main a[href$='/duyet']");
        await leader.ShotAsync("duyet");
        await leader.AnswerAsync(("Input.Decision", await FirstValueAsync(leader, "Input.Decision")));
        await leader.PressAsync("Ghi nhận quyết định");
        await leader.SeesAsync("Đã duyệt, chờ ban hành");

        // Decided is not issued: the citizen sees the clerk's step with its hours, and no result yet
        await person.OpenAsync("/ho-so-cua-toi/" + number);
        await person.SeesAsync("Văn thư, ");
        await person.ShotAsync("ho-so-cho-ban-hanh");
        Assert.DoesNotContain("-KQ1", await person.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await using var clerk = await Journey.BeginAsync(portal, script, phone: false);
        await clerk.SignInAsOfficerAsync("van-thu.ducxuan", Password, Secret);
        await clerk.SeesAsync("Chưa ai nhận");
        await clerk.OpenAsync("/can-bo/ho-so/" + number);
        await clerk.PressAtAsync("main a[href$='/ban-hanh']");
        await clerk.AnswerAsync(("Input.Symbol", "GXN-UBND"), ("Input.IsChecked", "true"));
        await clerk.ShotAsync("ban-hanh");
        await clerk.PressAsync("Ban hành");
        await clerk.SeesAsync(number + "-KQ1");
        await clerk.ShotAsync("da-ban-hanh");

        await desk.OpenAsync("/can-bo/ho-so/" + number);
        await desk.PressAtAsync("main a[href$='/tra-ket-qua']");
        await desk.ShotAsync("tra-ket-qua");
        await desk.AnswerAsync(("Input.Way", await FirstValueAsync(desk, "Input.Way")));
        if (await desk.Page.Locator("main [name='Input.To']").CountAsync() > 0)
        {
            await desk.AnswerAsync(("Input.To", await FirstValueAsync(desk, "Input.To")));
        }

        await desk.PressAtAsync("main form button[type=submit]:not([aria-hidden])");
        await desk.SeesAsync("Đã trả kết quả");

        await person.WaitForAsync("/hop-thu", "Đã trả kết quả: " + number);
        await person.ShotAsync("hop-thu");
        await person.OpenAsync("/ho-so-cua-toi/" + number);
        await person.SeesAsync(number + "-KQ1");
        await person.SeesAsync("Ai đã mở hồ sơ");
        await person.ShotAsync("ho-so-cua-toi");
        var verification = await person.Page.Locator("main a[href*='/xac-thuc/']").First.GetAttributeAsync("href");

        await using var stranger = await Journey.BeginAsync(portal, script, phone);
        await stranger.OpenAsync(verification!);
        await stranger.SeesAsync(number + "-KQ1");
        Assert.DoesNotContain(citizen, await stranger.Page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        await stranger.ShotAsync("xac-thuc");
        await stranger.OpenAsync("/tra-cuu/ho-so?ma=" + number);
        Assert.DoesNotContain(citizen, await stranger.Page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        await stranger.ShotAsync("tra-cuu");

        var proof = await portal.MotcuaAsync("verify-log", "--dossier", number);
        Assert.StartsWith("ok 1 chains", proof.Output, StringComparison.Ordinal);
        Assert.Contains(number, await CountedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePlanOwner_OpensAFigureToItsDossiers()
    {
        await using var owner = await Journey.BeginAsync(portal, script: true, phone: false);
        await owner.SignInAsOfficerAsync("ke-hoach", Password, Secret);
        await owner.OpenAsync("/can-bo/chi-tieu");
        await owner.ShotAsync("chi-tieu");
        await owner.PressAtAsync("main a[href*='/chi-tieu/danh-sach']");
        await owner.ShotAsync("chi-tieu-danh-sach");
    }

    /// <summary>Fills in 1.004873 for phường Đức Xuân and sends it.</summary>
    private static async Task<string> FileAsync(Journey person, bool script)
    {
        await person.OpenAsync("/nop-ho-so/1.004873");
        await person.ShotAsync("truoc-khi-nop");
        await person.PressAsync("Bắt đầu");
        await person.Page.Locator("main select[name=UnitKey]").SelectOptionAsync("xa-01840");
        await person.PressAsync("Tiếp tục");
        await person.AnswerAsync(("q.ai_cua_ai", "cua_toi"));
        await NextAsync(person);
        await person.AnswerAsync(("q.ai_giup", "tu_lam"));
        await NextAsync(person);
        await person.AnswerAsync(("q.ai_truong_hop", "th1"));
        await NextAsync(person);
        var draft = new Uri(person.Page.Url).AbsolutePath;
        await person.ShotAsync("cac-phan");
        await person.OpenAsync(draft + "/trang/nguoi_yeu_cau");

        // A mistake first: it is shown at the field and the typing is kept
        await person.AnswerAsync(("q.yc_noi_cu_tru.division", "01840"), ("q.yc_quan_he", "ban_than"), ("q.yc_dien_thoai", "12"));
        await NextAsync(person);
        await person.SeesAsync("cần sửa");
        await person.ShotAsync("trang-loi");
        Assert.Equal("12", await person.Page.Locator("[name='q.yc_dien_thoai']").InputValueAsync());
        await person.AnswerAsync(("q.yc_dien_thoai", "0912 000 001"));
        await NextAsync(person);

        await person.AnswerAsync(("q.nd_gioi_tinh", "nam"), ("q.nd_dan_toc", await SecondOptionAsync(person, "q.nd_dan_toc")), ("q.nd_noi_cu_tru.division", "01840"));
        await person.ShotAsync("trang-khai");
        await NextAsync(person);
        await person.AnswerAsync(("q.tinh_trang", "chua_ket_hon"));
        await NextAsync(person);
        await person.AnswerAsync(("q.nhieu_noi", "false"));
        await NextAsync(person);
        await person.AnswerAsync(("q.muc_dich", "vay_von"));
        await NextAsync(person);
        await person.AnswerAsync(("q.da_cap", "false"), ("q.cam_doan", "true"));
        await NextAsync(person);

        foreach (var paper in new[] { "tp3", "tp4" })
        {
            await person.OpenAsync($"{draft}/giay-to/{paper}");
            if (await person.Page.Locator("main input[type=file]").CountAsync() == 0)
            {
                continue;
            }

            await person.Page.Locator("main input[type=file]").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "giấy.png", MimeType = "image/png", Buffer = Picture });
            if (!script)
            {
                await person.PressAsync("Tải lên");
            }

            await person.Page.GetByText("giấy.png").First.WaitForAsync();
            await person.LookAsync();
            await person.ShotAsync("giay-to");
        }

        await person.OpenAsync(draft + "/kiem-tra");
        await person.ShotAsync("kiem-tra");
        await person.PressAsync("Nộp hồ sơ");
        await person.SeesAsync("Đã nộp hồ sơ");
        await person.ShotAsync("da-nop");
        return SubmissionIn().Match(person.Page.Url).Value;
    }

    private static async Task NextAsync(Journey person)
    {
        await person.Page.Locator("main button:not([aria-hidden])", new() { HasText = "Lưu và tiếp tục" }).Last.ClickAsync();
        await person.Page.WaitForLoadStateAsync();
        await person.LookAsync();
    }

    private async Task<string> CountedAsync()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return (await portal.MotcuaAsync("measures", "list", "--indicator", "ct3", "--unit", "tp-bac-kan", "--from", today, "--to", today, "--part", "numerator")).Output;
    }

    private static async Task<string> FirstValueAsync(Journey journey, string name) => (await journey.Page.Locator($"main [name='{name}']").First.GetAttributeAsync("value"))!;

    private static async Task<string> SecondOptionAsync(Journey journey, string name) => (await journey.Page.Locator($"main [name='{name}'] option").Nth(2).GetAttributeAsync("value"))!;

    /// <summary>A small true PNG.</summary>
    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGMQaEjAihiGlgQAXiE8AWpkQeQAAAAASUVORK5CYII=");

    [GeneratedRegex("NH-[0-9A-Z]{10}")]
    private static partial Regex SubmissionIn();

    [GeneratedRegex(@"H03\.[0-9.]+-\d{6}-\d{4,}")]
    private static partial Regex NumberIn();
}
