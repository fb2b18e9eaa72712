using System.Net;
using AngleSharp.Dom;
using MotCua.Domain.Kernel;
using MotCua.Web.Pages.Catalogue;

namespace MotCua.Web.Tests.Catalogue;

public sealed class ProcedurePagesTests(LoadedPortal loaded) : IClassFixture<LoadedPortal>
{
    private readonly LivePortal _portal = loaded.Portal;

    // NĐ 63/2010/NĐ-CP Điều 8 khoản 2: tên, trình tự, cách thức, thành phần và số lượng hồ sơ, thời hạn, đối tượng, cơ quan, (mẫu đơn, kết quả, yêu cầu, phí)
    [Theory]
    [InlineData("1.001193")]
    [InlineData("1.013225")]
    [InlineData("1.012783")]
    public async Task Page_HasTheSevenMandatoryParts(string code)
    {
        var page = await _portal.Stranger().PageAsync("/thu-tuc/" + code);

        Assert.Contains(code, page.QuerySelector("main")!.TextContent);
        foreach (var id in new[] { "giay-to", "thoi-han", "le-phi", "trinh-tu", "cach-thuc", "doi-tuong", "ket-qua", "mau-don", "can-cu" })
        {
            var heading = page.GetElementById(id);
            Assert.NotNull(heading);
            Assert.False(string.IsNullOrWhiteSpace(heading.NextElementSibling!.TextContent), id);
        }

        Assert.Contains("Một phần", page.QuerySelector("aside")!.TextContent);
        Assert.Contains("Chưa rà soát", page.QuerySelector("main")!.TextContent);
        Assert.Equal("/nop-ho-so/" + code, page.QuerySelector("aside .govuk-button--start")!.GetAttribute("href"));
        Assert.Equal("http://localhost/thu-tuc/" + code, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Page_LimitsByCase_AreAllShown()
    {
        var page = await _portal.Stranger().PageAsync("/thu-tuc/1.000894");

        var limits = page.GetElementById("thoi-han")!.NextElementSibling!.TextContent;
        Assert.Contains("trong ngày", limits);
        Assert.Contains("5 ngày làm việc", limits);
        Assert.DoesNotContain("15 giờ", limits);
    }

    [Fact]
    public async Task Page_FeeOfAnotherProvince_IsNotShownToThePublic()
    {
        var page = await _portal.Stranger().PageAsync("/thu-tuc/1.013225");

        Assert.DoesNotContain("50.000", page.Body!.TextContent);
        Assert.Contains("Chưa có mức thu", page.QuerySelector("aside")!.TextContent);
    }

    [Theory]
    [InlineData("/thu-tuc/1001193", "/thu-tuc/1.001193")]
    [InlineData("/thu-tuc/1.001193.000.00.00.H03", "/thu-tuc/1.001193")]
    public async Task Page_AnotherWritingOfTheCode_LeadsToItsAddress(string from, string to)
    {
        using var response = await _portal.Stranger().GetAsync(new Uri(from, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(to, response.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/thu-tuc/9.999999")]
    [InlineData("/thu-tuc/khai-sinh")]
    [InlineData("/thu-tuc/9.999999/nop-o-dau")]
    [InlineData("/thu-tuc/' or 1=1/nop-o-dau")]
    public async Task Page_UnknownCode_IsNotFound(string address)
    {
        using var response = await _portal.Stranger().GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Page_NotPublic_IsThereForStaffWhoMaySeeItOnly()
    {
        var waiting = "/thu-tuc/" + await WaitingAsync();

        async Task<bool> SeesPapersAsync(HttpClient browser) => (await browser.PageAsync(waiting)).GetElementById("giay-to") is not null;

        // people learn that it is not filed here and where to go, and nothing that nobody has checked
        foreach (var browser in new[] { _portal.Stranger(), await _portal.SignInCitizenAsync() })
        {
            var told = await browser.PageAsync(waiting);
            Assert.Contains("Chưa nộp trực tuyến được", told.QuerySelector(".govuk-notification-banner")!.TextContent);
            Assert.Null(told.GetElementById("giay-to"));
            Assert.Null(told.QuerySelector(".govuk-button--start"));
            Assert.NotNull(told.QuerySelector("meta[name=robots][content=noindex]"));
        }

        foreach (var role in Enum.GetValues<Role>())
        {
            var may = role is Role.ProvinceAdministrator or Role.DeskOfficer or Role.Handler or Role.UnitLeader or Role.Clerk;
            Assert.Equal(may, await SeesPapersAsync(await _portal.SignInAsync(role, "vpubnd")));
        }

        var page = await (await _portal.SignInAsync(Role.ProvinceAdministrator, "vpubnd")).PageAsync(waiting);
        Assert.Contains("Còn thiếu", page.QuerySelector(".govuk-notification-banner")!.TextContent);
        Assert.Null(page.QuerySelector(".govuk-button--start"));
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Theory]
    [InlineData("3.000348", "Trung tâm Phục vụ hành chính công")] // cấp lại giấy phép lái xe: Sở Giao thông vận tải, chưa biết cấp
    [InlineData("1.001456", "Công an")] // hộ chiếu: ngành dọc
    public async Task Page_NotFiledHere_SaysWhereToGo(string code, string where)
    {
        var page = await _portal.Stranger().PageAsync("/thu-tuc/" + code);

        Assert.Contains(where, page.QuerySelector(".govuk-notification-banner")!.TextContent);
        Assert.Contains("18001096", page.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task WhereToFile_Commune_IsAskedOnceAndAnswered()
    {
        var browser = _portal.Stranger();

        var districts = await browser.PageAsync("/thu-tuc/1.001193/nop-o-dau");
        Assert.Equal(8, districts.QuerySelectorAll("input[name=huyen]").Length);
        var communes = await browser.PageAsync("/thu-tuc/1.001193/nop-o-dau?huyen=061");
        Assert.Contains(communes.QuerySelectorAll("label"), l => l.TextContent.Contains("Yến Dương", StringComparison.Ordinal));
        var answer = await browser.PageAsync("/thu-tuc/1.001193/nop-o-dau?huyen=061&xa=01918");
        var desk = answer.QuerySelector(".mc-desk")!.TextContent;
        Assert.Contains("Ủy ban nhân dân xã Yến Dương", desk);
        Assert.Contains("07:00–11:30 và 13:30–17:00", desk);
        Assert.Contains("Đang mở cửa", desk);
        Assert.Contains("đang cập nhật", desk);

        // a procedure of the district: the address is not asked again
        var again = (await browser.PageAsync("/thu-tuc/1.013225/nop-o-dau")).QuerySelector(".mc-desk")!.TextContent;
        Assert.Contains("Ủy ban nhân dân huyện Ba Bể", again);
    }

    [Fact]
    public async Task WhereToFile_Cookie_HoldsTheCommuneOnly()
    {
        using var response = await _portal.Stranger().GetAsync(new Uri("/thu-tuc/1.001193/nop-o-dau?huyen=061&xa=01918", UriKind.Relative), TestContext.Current.CancellationToken);

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), c => c.StartsWith(WhereToFileModel.CookieName, StringComparison.Ordinal));
        Assert.StartsWith("mc-xa=01918;", cookie);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task WhereToFile_ProvincialProcedure_AsksNothingAndNamesTheCentre()
    {
        var page = await _portal.Stranger().PageAsync("/thu-tuc/1.012783/nop-o-dau");

        var desk = page.QuerySelector(".mc-desk")!.TextContent;
        Assert.Contains("Trung tâm Phục vụ hành chính công", desk);
        Assert.Contains("Tổ 7B, phường Đức Xuân", desk);
        Assert.Contains("Sở Tài nguyên và Môi trường", desk);
    }

    [Theory]
    [InlineData("?tiep=1", "Hãy chọn huyện")]
    [InlineData("?huyen=061&tiep=2", "Hãy chọn xã")]
    [InlineData("?xa=99999", "không có trong danh mục")]
    public async Task WhereToFile_BadChoice_SaysHowToMendIt(string query, string message)
    {
        var page = await _portal.Stranger().PageAsync("/thu-tuc/1.001193/nop-o-dau" + query);

        Assert.Contains(message, page.QuerySelector(".govuk-error-summary")!.TextContent);
    }

    [Fact]
    public async Task Pages_AskTheDatabaseALittleThenNothing()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true, services: loaded.Watch.Into);
        var browser = portal.Stranger();
        var watch = loaded.Watch;

        // the first of all reads the whole catalogue: stamp, procedures public and waiting, closings, services, units, divisions; and the form
        watch.Reset();
        await browser.PageAsync("/thu-tuc/1.001193");
        Assert.InRange(watch.Count, 1, 8);

        foreach (var (address, most) in new[] { ("/thu-tuc/1.001193", 0), ("/thu-tuc/1.013225", 1), ("/", 0), ("/thu-tuc?q=so+do", 0), ("/thu-tuc/danh-muc", 0), ("/so-do-trang", 0), ("/thu-tuc/1.001193/nop-o-dau?xa=01918", 2) })
        {
            watch.Reset();
            await browser.PageAsync(address);
            Assert.True(watch.Count <= most, $"{address}: {watch.Count}");
        }

        // half a minute later one question tells that nothing changed
        portal.Clock.Advance(TimeSpan.FromSeconds(31));
        watch.Reset();
        await browser.PageAsync("/thu-tuc/1.001193");
        Assert.Equal(1, watch.Count);
    }

    private async Task<string> WaitingAsync()
    {
        await using var db = _portal.Database.NewContext();
        return db.Procedures.Where(p => p.State == App.Catalogue.PublicationState.AwaitingStandardisation && p.Missing != "").OrderBy(p => p.Code).Select(p => p.Code).First();
    }
}
