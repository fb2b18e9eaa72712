using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using MotCua.Domain.Kernel;
using MotCua.TestKit;
using MotCua.Web.Tests.Accounts;
using MotCua.Web.Tests.Filing;

namespace MotCua.Web.Tests.Admin;

/// <summary>Closing a procedure through the pages: the administrator answers for it, the public and people with drafts read it, reopening ends it.</summary>
public sealed class ClosingPageTests
{
    private const string Page = "/can-bo/quan-tri/thu-tuc/1.004873/dung-tiep-nhan";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Close_ThenReopen_IsReadByEverybodyAndKeepsTheDraft(DatabaseKind kind)
    {
        await using var portal = await LivePortal.StartAsync(kind, loaded: true);
        var citizen = await Applicant.AtAsync(portal);
        var draft = await citizen.StartAsync();
        using var admin = await portal.SignInAsync(Role.ProvinceAdministrator, "ubnd-tinh");
        using var unsure = await admin.SendFormAsync(Page, Typed("tam-dung", null));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsure.StatusCode);
        Assert.Equal("Chờ biểu mẫu mới", (await unsure.DomAsync()).QuerySelector("textarea")!.TextContent.Trim());
        using var closed = await admin.SendFormAsync(Page, Typed("tam-dung", "true"));
        Assert.Equal(Page + "?xong=dung", OfficerSignInTests.Where(closed));
        Assert.Contains("Đang tạm dừng", (await admin.PageAsync(Page)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1.004873", (await admin.PageAsync("/can-bo/quan-tri/thu-tuc?trangThai=dung-tiep-nhan")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        const string Said = "tạm dừng tiếp nhận hồ sơ mới từ ngày 25/07/2022";
        var open = await portal.Stranger().PageAsync("/thu-tuc/1.004873");
        Assert.Contains(Said, open.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(open.QuerySelector("aside .govuk-button--start"));
        var start = await portal.Stranger().PageAsync("/nop-ho-so/1.004873");
        Assert.Contains(Said, start.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(start.QuerySelector("main .govuk-button--start"));
        var tasks = await citizen.Browser.PageAsync(draft);
        Assert.Contains(Said, tasks.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("vẫn được giữ", tasks.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("đang dừng tiếp nhận", (await citizen.Browser.PageAsync("/ho-so-cua-toi")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var typed = await citizen.FillAsync(draft, "tinh_trang_hon_nhan", Applicant.MaritalAnswers["tinh_trang_hon_nhan"]);
        Assert.Equal(HttpStatusCode.Redirect, typed.StatusCode);

        using var again = await admin.SendFormAsync(Page, new Dictionary<string, string?> { ["Decision"] = "14/QĐ-UBND", ["TakesResponsibility"] = "true" }, "form[action$='handler=Reopen']");
        Assert.Equal(Page + "?xong=mo", OfficerSignInTests.Where(again));
        Assert.NotNull((await portal.Stranger().PageAsync("/thu-tuc/1.004873")).QuerySelector("aside .govuk-button--start"));
        Assert.DoesNotContain(Said, (await citizen.Browser.PageAsync(draft)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await using var db = portal.Database.NewContext();
        Assert.Equal(2, await db.Audits.CountAsync(a => a.Subject == "1.004873", Ct));
    }

    [Theory]
    [InlineData(null, "25", "Chọn tạm dừng hay đóng", "#Kind")]
    [InlineData("dong", "24", "từ hôm nay trở đi", "#From")]
    [InlineData("dong", "32", "ngày có thật", "#From")]
    public async Task Close_WrongTyping_SaysWhatToMend(string? way, string day, string said, string link)
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        using var admin = await portal.SignInAsync(Role.ProvinceAdministrator, "ubnd-tinh");
        var typed = Typed(way, "true");
        typed["From.Day"] = day;
        using var answer = await admin.SendFormAsync(Page, typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.DomAsync();
        Assert.Contains(said, page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(link, page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.Equal(day, page.GetElementById("From")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Unit_ContactFilledIn_IsReadByThePublicAtOnceAndLeavesTheListOfGaps()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        using var admin = await portal.SignInAsync(Role.ProvinceAdministrator, "ubnd-tinh");
        const string Desk = "/thu-tuc/1.001193/nop-o-dau?xa=01840";
        Assert.Contains("đang cập nhật", (await portal.Stranger().PageAsync(Desk)).QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull((await admin.PageAsync("/can-bo/quan-tri/du-lieu-con-thieu?phan=xa")).QuerySelector("tbody a[href='/can-bo/quan-tri/don-vi/xa-01840']"));
        using var wrong = await admin.SendFormAsync("/can-bo/quan-tri/don-vi/xa-01840", new Dictionary<string, string?> { ["Input.Phone"] = "gọi chị Mến" });
        Assert.Contains("Điện thoại chỉ gồm", (await wrong.DomAsync()).QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        using var saved = await admin.SendFormAsync("/can-bo/quan-tri/don-vi/xa-01840", new Dictionary<string, string?>
        {
            ["Input.Phone"] = "0209 3870 123; 0912.345.678",
            ["Input.Address"] = "Tổ 5, phường Đức Xuân",
            ["Input.DeskName"] = "Bộ phận Một cửa phường Đức Xuân",
        });
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = (await portal.Stranger().PageAsync(Desk)).QuerySelector("main")!.TextContent;
        Assert.All(new[] { "0209 3870 123", "Tổ 5, phường Đức Xuân", "Bộ phận Một cửa phường Đức Xuân" }, part => Assert.Contains(part, page, StringComparison.Ordinal));
        var gaps = await admin.PageAsync("/can-bo/quan-tri/du-lieu-con-thieu?phan=xa");
        Assert.DoesNotContain("Chưa có", gaps.QuerySelector("tbody a[href='/can-bo/quan-tri/don-vi/xa-01840']")!.Closest("tr")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty((await admin.PageAsync("/can-bo/quan-tri/du-lieu-con-thieu?phan=thu-tuc")).QuerySelectorAll("tbody tr"));
        await using var db = portal.Database.NewContext();
        Assert.Equal(1, await db.Audits.CountAsync(a => a.Action == "UnitContactChanged" && a.Subject == "xa-01840", Ct));
    }

    private static Dictionary<string, string?> Typed(string? kind, string? responsible) => new()
    {
        ["Kind"] = kind,
        ["Reason"] = "Chờ biểu mẫu mới",
        ["Decision"] = "12/QĐ-UBND",
        ["TakesResponsibility"] = responsible,
    };
}
