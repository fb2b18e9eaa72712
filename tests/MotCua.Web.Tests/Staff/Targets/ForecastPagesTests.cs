using System.Net;
using AngleSharp.Dom;
using MotCua.App.Exchange;
using MotCua.App.Targets;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.Web.Tests.Staff.Targets;

/// <summary>Forecasts and what officers are told of them.</summary>
public sealed class ForecastPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_ARunningMonth_ShowsTheUnitsByRiskWithBandChanceAndGap()
    {
        await using var portal = await StartAsync();
        using var owner = await portal.SignInAsync(Role.PlanOwner, "vpubnd");

        var page = await owner.PageAsync("/can-bo/chi-tieu/du-bao?ky=2022-07");

        var rows = page.QuerySelectorAll("main tbody tr").ToList();
        Assert.Equal("sgddt", rows[0].QuerySelector("th")!.TextContent.Trim());
        var text = Words(rows[0]);
        Assert.Contains("20,00 % 20 / 100", text, StringComparison.Ordinal);
        Assert.Contains("30 %", text, StringComparison.Ordinal);
        Assert.Contains("✗ Nhiều khả năng không đạt", text, StringComparison.Ordinal);
        Assert.Matches(@"Còn thiếu \d+ hồ sơ trực tuyến", text);
        Assert.Contains("Không đạt trước ngày 31/07/2022", text, StringComparison.Ordinal);
        Assert.Contains("Chưa đáng tin: mới thử lại được", text, StringComparison.Ordinal);
        Assert.Contains("Chưa đủ số liệu để dự báo", Words(rows.Single(r => r.QuerySelector("th")!.TextContent.Trim() == "babe")), StringComparison.Ordinal);
        Assert.Equal("/can-bo/chi-tieu/don-vi/sgddt?ky=2022-07#du-bao", rows[0].QuerySelector("th a")!.GetAttribute("href"));
        Assert.Contains("còn 4 ngày làm việc", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Giả định", page.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OtherIndicatorsDaysAndPeriods_AreShownAsAsked()
    {
        await using var portal = await StartAsync();
        using var owner = await portal.SignInAsync(Role.ProvinceLeader, "ubnd-tinh");

        var ct2 = await owner.PageAsync("/can-bo/chi-tieu/du-bao?ky=2022-07&ct=ct2");
        Assert.Contains("4 / 8", Words(Row(ct2, "sgddt")), StringComparison.Ordinal);
        var ct1 = await owner.PageAsync("/can-bo/chi-tieu/du-bao?ky=2022-07&ct=ct1");
        Assert.Contains("không suy đoán", ct1.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("100 % ✓ Nhiều khả năng đạt", Words(Row(ct1, "sgddt")), StringComparison.Ordinal);
        var past = await owner.PageAsync("/can-bo/chi-tieu/du-bao?ky=2022-07&ngay=2022-07-04");
        Assert.Contains("Tính đến hết ngày 04/07/2022, còn 19 ngày làm việc", past.Body!.TextContent, StringComparison.Ordinal);
        var later = await owner.PageAsync("/can-bo/chi-tieu/du-bao?ky=2022-09");
        Assert.Contains("Kỳ chưa bắt đầu", later.Body!.TextContent, StringComparison.Ordinal);
        using var typed = await owner.GetAsync(new Uri("/can-bo/chi-tieu/du-bao?ky=2022-07&ct=ct2&ngay.Day=4&ngay.Month=7&ngay.Year=2022", UriKind.Relative), Ct);
        Assert.Equal("/can-bo/chi-tieu/du-bao?ky=2022-07&ct=ct2&ngay=2022-07-04", typed.Headers.Location!.ToString());
        var wrong = await owner.PageAsync("/can-bo/chi-tieu/du-bao?ngay.Day=31&ngay.Month=2&ngay.Year=2022");
        Assert.Equal("#ngay", wrong.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        using var forged = await owner.GetAsync(new Uri("/can-bo/chi-tieu/du-bao?ky=xx&ct=zz&ngay=9999-12-31&tu=0001-01-01&den=9999-12-31", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.OK, forged.StatusCode);
    }

    [Fact]
    public async Task GetUnit_WithAForecast_DrawsItAndSaysItInWords()
    {
        await using var portal = await StartAsync();
        using var leader = await portal.SignInAsync(Role.UnitLeader, "sgddt");

        var section = (await leader.PageAsync("/can-bo/chi-tieu/don-vi/sgddt?ky=2022-07")).GetElementById("du-bao")!.ParentElement!;

        var drawing = section.QuerySelector("svg[role=img]")!;
        Assert.Contains("khả năng đạt", drawing.QuerySelector("title")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(drawing.QuerySelector("title")!.Id, drawing.GetAttribute("aria-labelledby"));
        Assert.NotNull(drawing.QuerySelector(".mc-forecast__band"));
        Assert.NotNull(drawing.QuerySelector(".mc-forecast__target"));
        Assert.Empty(section.QuerySelectorAll("[style]"));
        var words = Words(section);
        Assert.Contains("Dự báo của đơn vị này chưa đáng tin:", words, StringComparison.Ordinal);
        Assert.Matches(@"Còn thiếu \d+ hồ sơ trực tuyến so với dự báo, nếu thay cho hồ sơ giấy; \d+ hồ sơ nếu là hồ sơ phát sinh thêm", words);
        Assert.Contains("hồ sơ mỗi ngày làm việc", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notices_AfterAWarning_ShowItOnceAsNewWithItsLinks()
    {
        await using var portal = await StartAsync();
        using var leader = await portal.SignInAsync(Role.UnitLeader, "sgddt");
        Assert.Contains("Chưa có thông báo", (await leader.PageAsync("/can-bo/thong-bao")).Body!.TextContent, StringComparison.Ordinal);
        await portal.Database.UseAsync((WarnOfTargets w) => w.HandleAsync(Ct));
        await portal.Database.UseAsync((OutboxDelivery d) => d.DeliverAsync(Ct));

        var page = await leader.PageAsync("/can-bo/thong-bao");
        var notice = page.QuerySelector("article")!;
        Assert.Equal("Mới", notice.QuerySelector(".govuk-tag")!.TextContent);
        Assert.Contains("Cảnh báo chỉ tiêu tháng 7 năm 2022", notice.TextContent, StringComparison.Ordinal);
        Assert.Contains(notice.QuerySelectorAll("li a"), a => a.GetAttribute("href")!.StartsWith("/thu-tuc/1.00000", StringComparison.Ordinal));
        Assert.Contains(notice.QuerySelectorAll("a"), a => a.GetAttribute("href") == "/can-bo/chi-tieu/don-vi/sgddt?ky=2022-07#du-bao");
        Assert.Null((await leader.PageAsync("/can-bo/thong-bao")).QuerySelector("article .govuk-tag"));
        using var other = await portal.SignInAsync(Role.UnitLeader, "babe");
        Assert.Empty((await other.PageAsync("/can-bo/thong-bao")).QuerySelectorAll("article"));

        using var kept = await leader.SendFormAsync("/can-bo/thong-bao", new Dictionary<string, string?> { ["Email"] = "lan@backan.gov.vn" });
        Assert.Equal("/can-bo/thong-bao?da-luu=true", kept.Headers.Location!.ToString());
        Assert.Equal("lan@backan.gov.vn", (await leader.PageAsync("/can-bo/thong-bao")).GetElementById("Email")!.GetAttribute("value"));
        using var wrong = await leader.SendFormAsync("/can-bo/thong-bao", new Dictionary<string, string?> { ["Email"] = "lan at backan" });
        var said = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await wrong.Content.ReadAsStringAsync(Ct));
        Assert.Equal("#Email", said.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.Equal("lan at backan", said.GetElementById("Email")!.GetAttribute("value"));
    }

    private static async Task<LivePortal> StartAsync()
    {
        var portal = await LivePortal.StartAsync();
        await SmallProvince.FillAsync(portal.Database);
        await using (var db = portal.Database.NewContext())
        {
            SmallProvince.AddExampleServices(db, "sgddt");
            await db.SaveChangesAsync(Ct);
        }

        // The worked example spread over the month, with one paper dossier more: 20 of 100
        var example = SmallProvince.ExampleDossiers().Append((SmallProvince.Code('j'), Channel.Counter)).ToList();
        await SmallProvince.RecordAsync(portal.Database, [.. example.Select((d, i) => SmallProvince.State($"H03.1-220704-{i:0000}", d.Item1, "sgddt", d.Item2, SmallProvince.At($"2022-07-{new[] { "04", "06", "08", "12", "15", "20" }[i * 7 % 6]} 08:00")))]);
        await portal.Database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));
        return portal;
    }

    private static IElement Row(IDocument page, string unit) => page.QuerySelectorAll("main tbody tr").Single(r => r.QuerySelector("th")!.TextContent.Trim() == unit);

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
