using System.Net;
using AngleSharp.Dom;
using MotCua.App.Targets;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.Web.Tests.Staff.Targets;

/// <summary>The targets board: figures, definitions, lists, and who may see it.</summary>
public sealed class BoardTests
{
    private const string Quarter = "/can-bo/chi-tieu?ky=2022-Q3";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The worked example of docs/law.md, to the page and to every list behind it.</summary>
    [Theory, BothDatabases]
    public async Task Get_WorkedExample_ShowsCountsVerdictsAndListsOfThatLength(DatabaseKind kind)
    {
        await using var portal = await StartAsync(kind);
        using var owner = await portal.SignInAsync(Role.PlanOwner, "sgddt");

        var page = await owner.PageAsync(Quarter);
        Assert.Equal(["100,00 % 6 / 6 ✓ Đạt", "50,00 % 4 / 8 ✗ Chưa đạt", "20,20 % 20 / 99 ✗ Chưa đạt"], Cells(page, "sgddt"));
        Assert.Equal(["– 0 / 0 ? Chưa đủ dữ liệu", "– 0 / 0 – Không áp dụng", "– 0 / 0 – Không áp dụng"], Cells(page, "babe"));
        Assert.Contains("đủ điều kiện toàn trình", page.QuerySelector(".mc-definitions")!.TextContent, StringComparison.Ordinal);

        var other = await owner.PageAsync(Quarter + "&ct2=ct2.a&ct3=ct3.dvctt");
        Assert.Equal(["100,00 % 6 / 6 ✓ Đạt", "66,67 % 4 / 6 ✓ Đạt", "40,82 % 20 / 49 ✓ Đạt"], Cells(other, "sgddt"));

        foreach (var link in Row(page, "sgddt").QuerySelectorAll(".mc-measure a"))
        {
            var expected = int.Parse(link.TextContent, System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(expected, await CountLinesAsync(owner, link.GetAttribute("href")!));
            using var csv = await owner.GetAsync(new Uri(link.GetAttribute("href")! + "&handler=csv", UriKind.Relative), Ct);
            Assert.Equal(expected + 1, (await csv.Content.ReadAsStringAsync(Ct)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        }
    }

    /// <summary>No command runs: the portal's own job brings the figure up to date.</summary>
    [Fact]
    public async Task Get_AfterADossierChanged_ShowsItSoon()
    {
        await using var portal = await StartAsync(DatabaseKind.Sqlite);
        using var leader = await portal.SignInAsync(Role.ProvinceLeader, "ubnd-tinh");
        Assert.Equal("20,20 % 20 / 99 ✗ Chưa đạt", Cells(await leader.PageAsync(Quarter), "sgddt")[2]);
        await SmallProvince.RecordAsync(portal.Database, SmallProvince.State("H03.1-220705-0001", SmallProvince.Code('a'), "sgddt", Channel.Online, SmallProvince.At("2022-07-05 08:00")));

        var shown = "";
        for (var tries = 0; tries < 100 && shown != "21,00 % 21 / 100 ✗ Chưa đạt"; tries++)
        {
            portal.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(50, Ct);
            shown = Cells(await leader.PageAsync(Quarter), "sgddt")[2];
        }

        Assert.Equal("21,00 % 21 / 100 ✗ Chưa đạt", shown);
    }

    [Theory]
    [InlineData(Role.PlanOwner, HttpStatusCode.OK)]
    [InlineData(Role.ProvinceLeader, HttpStatusCode.OK)]
    [InlineData(Role.UnitLeader, HttpStatusCode.OK)]
    [InlineData(Role.DeskOfficer, HttpStatusCode.Forbidden)]
    [InlineData(Role.Operator, HttpStatusCode.Forbidden)]
    public async Task Get_ByRole_IsAsTheMatrixSays(Role role, HttpStatusCode expected)
    {
        await using var portal = await LivePortal.StartAsync();
        using var browser = await portal.SignInAsync(role, "sgddt");
        using var board = await browser.GetAsync(new Uri("/can-bo/chi-tieu", UriKind.Relative), Ct);
        Assert.Equal(expected, board.StatusCode);
    }

    [Fact]
    public async Task Get_ByAStranger_LeadsToSignInAndThePublicPageHasNoLists()
    {
        await using var portal = await StartAsync(DatabaseKind.Sqlite);
        using var stranger = portal.Stranger();
        using var board = await stranger.GetAsync(new Uri("/can-bo/chi-tieu", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.Redirect, board.StatusCode);
        using var list = await stranger.GetAsync(new Uri("/can-bo/chi-tieu/danh-sach?chi-tieu=ct3&don-vi=sgddt&tu=2022-07-01&den=2022-07-31&phan=tu-so", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.Redirect, list.StatusCode);
        var open = await stranger.PageAsync("/chi-tieu?ky=2022-Q3");
        Assert.Contains("20,20 %", open.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(open.QuerySelectorAll("main a"), a => a.GetAttribute("href")!.Contains("danh-sach", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?chi-tieu=ct9&don-vi=sgddt&tu=2022-07-01&den=2022-07-31&phan=tu-so")]
    [InlineData("?chi-tieu=ct3&don-vi=mars&tu=2022-07-01&den=2022-07-31&phan=tu-so")]
    [InlineData("?chi-tieu=ct3&don-vi=sgddt&tu=2022-08-01&den=2022-07-31&phan=tu-so")]
    [InlineData("?chi-tieu=ct3&don-vi=sgddt&tu=2022-07-01&den=2022-07-31&phan=x")]
    [InlineData("")]
    public async Task GetList_ForgedQuery_IsNotFound(string query)
    {
        await using var portal = await StartAsync(DatabaseKind.Sqlite);
        using var owner = await portal.SignInAsync(Role.PlanOwner, "sgddt");
        using var answer = await owner.GetAsync(new Uri("/can-bo/chi-tieu/danh-sach" + query, UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Get_DaysInThreeBoxes_LeadToThePlainAddress()
    {
        await using var portal = await LivePortal.StartAsync();
        using var owner = await portal.SignInAsync(Role.PlanOwner, "sgddt");
        var page = await owner.PageAsync("/can-bo/chi-tieu?tu=2022-07-01&den=2022-09-30");
        Assert.Equal(["1", "7", "2022", "30", "9", "2022"], page.QuerySelectorAll("form .govuk-date-input input").Select(i => i.GetAttribute("value")));
        Assert.Empty(page.QuerySelectorAll("input[type=date]"));
        using var sent = await owner.GetAsync(new Uri("/can-bo/chi-tieu?ky=&tu.Day=1&tu.Month=7&tu.Year=2022&den.Day=30&den.Month=9&den.Year=2022&ct2=ct2&ct3=ct3.dvctt&rieng=false", UriKind.Relative), Ct);
        Assert.Equal("/can-bo/chi-tieu?tu=2022-07-01&den=2022-09-30&ct3=ct3.dvctt", sent.Headers.Location!.ToString());
        using var period = await owner.GetAsync(new Uri("/can-bo/chi-tieu?ky=2022-Q3&tu.Day=&tu.Month=&tu.Year=&den.Day=&den.Month=&den.Year=&rieng=true", UriKind.Relative), Ct);
        Assert.Equal("/can-bo/chi-tieu?ky=2022-Q3&rieng=true", period.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("tu.Day=31&tu.Month=2&tu.Year=2022&den.Day=1&den.Month=3&den.Year=2022", "tu", "không có ngày 31")]
    [InlineData("tu.Day=1&tu.Month=7&tu.Year=2022&den.Day=&den.Month=&den.Year=", "den", "Nhập đủ cả")]
    [InlineData("tu.Day=1&tu.Month=7&tu.Year=2022&den.Day=1&den.Month=6&den.Year=2022", "den", "bằng hoặc sau")]
    public async Task Get_WrongDays_SaysWhatToMendAndKeepsTheTyping(string query, string field, string said)
    {
        await using var portal = await LivePortal.StartAsync();
        using var owner = await portal.SignInAsync(Role.PlanOwner, "sgddt");
        var page = await owner.PageAsync("/can-bo/chi-tieu?" + query);
        var line = page.QuerySelector(".govuk-error-summary a")!;
        Assert.Equal("#" + field, line.GetAttribute("href"));
        Assert.Contains(said, line.TextContent, StringComparison.Ordinal);
        Assert.Contains(said, page.GetElementById(field + "-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2022", page.GetElementById("tu_Year")!.GetAttribute("value"));
    }

    private static async Task<LivePortal> StartAsync(DatabaseKind kind)
    {
        var portal = await LivePortal.StartAsync(kind);
        await SmallProvince.FillAsync(portal.Database);
        await using (var db = portal.Database.NewContext())
        {
            SmallProvince.AddExampleServices(db, "sgddt");
            await db.SaveChangesAsync(Ct);
        }

        var n = 0;
        await SmallProvince.RecordAsync(portal.Database, [.. SmallProvince.ExampleDossiers().Select(d => SmallProvince.State($"H03.1-220704-{++n:0000}", d.Procedure, "sgddt", d.Channel, SmallProvince.At("2022-07-04 08:00")))]);
        await portal.Database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));
        return portal;
    }

    private static IElement Row(IDocument page, string unit) => page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent.Trim() == unit);

    private static string[] Cells(IDocument page, string unit) =>
        [.. Row(page, unit).QuerySelectorAll(".mc-measure").Select(c => string.Join(' ', c.Children.Select(part => string.Join(' ', part.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))))];

    private static async Task<int> CountLinesAsync(HttpClient browser, string address)
    {
        var lines = 0;
        for (string? next = address; next is not null;)
        {
            var page = await browser.PageAsync(next);
            lines += page.QuerySelectorAll("main tbody tr").Length;
            next = page.QuerySelectorAll("main .mc-pager a").Select(a => a.GetAttribute("href")).FirstOrDefault(h => h!.Contains("sau=", StringComparison.Ordinal));
        }

        return lines;
    }
}
