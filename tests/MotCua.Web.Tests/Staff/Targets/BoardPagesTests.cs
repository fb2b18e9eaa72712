using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MotCua.App.Catalogue;
using MotCua.App.Organisations;
using MotCua.App.Targets;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.Web.Tests.Staff.Targets;

/// <summary>The pages around the board: order and filter, months, map, unit, procedure, files for a meeting.</summary>
public sealed class BoardPagesTests
{
    private const string Year = "?ky=2022";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Board_Year_SaysDistanceChangeTrendAndWhoIsFurthest()
    {
        await using var portal = await StartAsync();
        using var leader = await portal.SignInAsync(Role.ProvinceLeader, "ubnd-tinh");
        var page = await leader.PageAsync("/can-bo/chi-tieu" + Year);
        var cell = Row(page, "sgddt").QuerySelectorAll("td")[2];
        Assert.Contains("−9,80 điểm, thiếu 10 hồ sơ", Text(cell.QuerySelector(".mc-cell__more")!), StringComparison.Ordinal);
        // Nothing before the 18th in the year but what came on the 4th and in June: the week changed nothing
        Assert.Equal("không đổi / 7 ngày", Text(cell.QuerySelector(".mc-cell__change")!));
        var trend = Row(page, "pacnam").QuerySelectorAll("svg.mc-spark")[^1];
        Assert.Equal("img", trend.GetAttribute("role"));
        Assert.Contains("pacnam, Hồ sơ trực tuyến: 50,0 % (6/2022), 100,0 % (7/2022)", Text(trend.QuerySelector("title")!), StringComparison.Ordinal);
        var furthest = page.QuerySelectorAll(".mc-furthest__of").Select(Text).ToList();
        Assert.StartsWith("CT3: 1 đơn vị chưa đạt", furthest[2], StringComparison.Ordinal);
        Assert.Contains("sgddt", furthest[2], StringComparison.Ordinal);

        var missed = await leader.PageAsync("/can-bo/chi-tieu" + Year + "&loc=chua-dat&xep=ct3");
        Assert.Equal("sgddt", Text(Assert.Single(missed.QuerySelectorAll(".mc-board tbody th a"))));
        var grouped = await leader.PageAsync("/can-bo/chi-tieu" + Year + "&nhom=g");
        Assert.Equal(["pacnam", "sgddt"], grouped.QuerySelectorAll(".mc-board tbody th a").Select(Text).Order(StringComparer.Ordinal));
        Assert.Equal(3, (await leader.PageAsync("/can-bo/chi-tieu" + Year + "&nhom=khong-co&xep=lung-tung")).QuerySelectorAll(".mc-board tbody th a").Length);
    }

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("pdf", "application/pdf")]
    public async Task BoardFile_EachKind_IsSentAndRecordedInTheTrail(string kind, string mediaType)
    {
        await using var portal = await StartAsync();
        using var leader = await portal.SignInAsync(Role.ProvinceLeader, "ubnd-tinh");
        using var file = await leader.GetAsync(new Uri($"/can-bo/chi-tieu{Year}&handler={kind}", UriKind.Relative), Ct);
        Assert.Equal((HttpStatusCode.OK, mediaType), (file.StatusCode, file.Content.Headers.ContentType!.MediaType));
        var bytes = await file.Content.ReadAsByteArrayAsync(Ct);
        Assert.Equal(kind == "csv" ? "group" : kind == "pdf" ? "%PDF-" : "PK\u0003\u0004", Encoding.Latin1.GetString(bytes, 0, kind == "xlsx" ? 4 : 5));
        if (kind == "csv") Assert.Contains("sgddt,sgddt,ct3,2022.1,2022-01-01,2022-12-31,20,99,20.20202,30,not_met,-9.79798,10,0", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        await using var db = portal.Database.NewContext();
        Assert.Equal("board", Assert.Single(await db.Audits.Where(r => r.Action == "ListExported").ToListAsync(Ct)).Subject);
    }

    [Fact]
    public async Task ListFile_Workbook_IsSentAndRecorded()
    {
        await using var portal = await StartAsync();
        using var leader = await portal.SignInAsync(Role.ProvinceLeader, "ubnd-tinh");
        using var file = await leader.GetAsync(new Uri("/can-bo/chi-tieu/danh-sach?chi-tieu=ct3&don-vi=sgddt&tu=2022-07-01&den=2022-07-31&phan=tu-so&handler=xlsx", UriKind.Relative), Ct);
        Assert.Equal(OfficeSheetsMedia, file.Content.Headers.ContentType!.MediaType);
        using var book = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(await file.Content.ReadAsStreamAsync(Ct), false);
        var texts = book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().Count();
        Assert.True(texts >= 20 + 3);
        await using var db = portal.Database.NewContext();
        Assert.Equal("board-list", Assert.Single(await db.Audits.Where(r => r.Action == "ListExported").ToListAsync(Ct)).Subject);
    }

    private const string OfficeSheetsMedia = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Fact]
    public async Task Print_OneSheet_HasAllUnitsAndWhoMissesWhat()
    {
        await using var portal = await StartAsync();
        using var leader = await portal.SignInAsync(Role.ProvinceLeader, "ubnd-tinh");
        var page = await leader.PageAsync("/can-bo/chi-tieu/ban-in" + Year);
        Assert.NotNull(page.QuerySelector("body.mc-paper-a4l"));
        Assert.Equal(["babe", "pacnam", "sgddt", "Toàn tỉnh"], page.QuerySelectorAll("tbody th[scope=row]").Select(Text).Order(StringComparer.Ordinal).OrderBy(n => n == "Toàn tỉnh"));
        Assert.Contains("Chưa đạt CT3: 1 đơn vị, xa nhất trước: sgddt (−9,80 điểm, thiếu 10).", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Months_ByItselfAndSoFar_SayValueAndSignInEachCell()
    {
        await using var portal = await StartAsync();
        using var leader = await portal.SignInAsync(Role.ProvinceLeader, "ubnd-tinh");
        var page = await leader.PageAsync("/can-bo/chi-tieu/theo-thang" + Year + "&chi-tieu=ct3");
        Assert.Equal(["50,0 ✓", "100,0 ✓"], Cells(page, "pacnam")[^2..]);
        Assert.Equal("20,2 ✗", Cells(page, "sgddt")[^1]);
        Assert.Equal("–", Cells(page, "sgddt")[^2]);
        Assert.Contains("mc-heat--near", Row(page, "sgddt").QuerySelectorAll("td.mc-heat")[^1].ClassName!, StringComparison.Ordinal);
        var soFar = await leader.PageAsync("/can-bo/chi-tieu/theo-thang" + Year + "&chi-tieu=ct3&cach=luy-ke");
        Assert.Equal(["50,0 ✓", "66,7 ✓"], Cells(soFar, "pacnam")[^2..]);
        Assert.Equal(7, soFar.QuerySelectorAll("thead th").Length - 2);

        static string[] Cells(IDocument page, string unit) => [.. Row(page, unit).QuerySelectorAll("td.mc-heat").Select(Text)];
    }

    [Fact]
    public async Task Map_OutlinesAndTiles_LeadToUnitsAndAreATableToo()
    {
        await using var portal = await StartAsync();
        await using (var db = portal.Database.NewContext())
        {
            await db.Units.Where(u => u.Key == "pacnam").ExecuteUpdateAsync(u => u.SetProperty(x => x.GsoCode, "060"), Ct);
        }

        using var leader = await portal.SignInAsync(Role.ProvinceLeader, "ubnd-tinh");
        var page = await leader.PageAsync("/can-bo/chi-tieu/ban-do" + Year + "&chi-tieu=ct3");
        Assert.Equal(8, page.QuerySelectorAll("svg.mc-map path.mc-map__area").Length);
        Assert.Equal("pacnam: 66,67 %, đạt", Assert.Single(page.QuerySelectorAll("svg.mc-map a")).GetAttribute("aria-label"));
        Assert.Contains("giấy phép MIT", Text(page.QuerySelector("figcaption")!), StringComparison.Ordinal);
        Assert.Equal("66,67 % 2 / 3 30 % ✓ Đạt +36,67 điểm", string.Join(' ', Row(page, "pacnam").QuerySelectorAll("td").Select(Text)));
        Assert.Equal(["x1 100,0 ✓", "x2 –", "x3 50,0 ?"], page.QuerySelectorAll(".mc-tile").Select(Text).Order(StringComparer.Ordinal));
        Assert.All(page.QuerySelectorAll(".mc-tile"), t => Assert.StartsWith("/can-bo/chi-tieu/don-vi/", t.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("""{"type":"FeatureCollection","features":[{"properties":{"code":"060"}}]}""")]
    [InlineData("""{"features":[{"properties":{"code":"060"},"geometry":{"type":"Polygon","coordinates":[[[1e9,2],[3,4],[1e9,2]]]}}]}""")]
    [InlineData("không phải JSON")]
    public async Task Map_FileIsMissingOrBroken_LeavesTheTableWithAPlainMessage(string? content)
    {
        var file = Path.Combine(Path.GetTempPath(), $"map-{Guid.NewGuid():N}.geojson");
        if (content is not null) await File.WriteAllTextAsync(file, content, Ct);
        await using var portal = await StartAsync(s => s.Replace(ServiceDescriptor.Singleton(new DistrictMaps(file))));
        using var leader = await portal.SignInAsync(Role.ProvinceLeader, "ubnd-tinh");
        var page = await leader.PageAsync("/can-bo/chi-tieu/ban-do" + Year);
        Assert.Null(page.QuerySelector("svg.mc-map"));
        Assert.Contains("Chưa vẽ được bản đồ", Text(page.QuerySelector(".govuk-inset-text")!), StringComparison.Ordinal);
        Assert.Contains("66,67 %", Text(Row(page, "pacnam")), StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task Unit_District_ShowsOwnCommunesProceduresQualityAndTheirTables()
    {
        await using var portal = await StartAsync();
        using var leader = await portal.SignInAsync(Role.ProvinceLeader, "ubnd-tinh");
        var page = await leader.PageAsync("/can-bo/chi-tieu/don-vi/pacnam" + Year);
        Assert.Equal(["– ? Chưa đủ dữ liệu", "100,00 %", "66,67 %"], page.QuerySelectorAll(".mc-figure").Select(f => f.QuerySelector(".mc-figure__value")!.TextContent.Any(char.IsDigit) ? Text(f.QuerySelector(".mc-figure__value")!) : "– " + Text(f.QuerySelector(".govuk-tag")!)));
        Assert.Equal(["– 0 / 0", "100,00 % 1 / 1", "50,00 % 1 / 2"], Row(page, "Riêng pacnam").QuerySelectorAll("td").Select(Text));
        Assert.Equal("100,00 % 1 / 1", Text(Row(page, "x1").QuerySelectorAll("td")[2]));
        Assert.Equal(2, page.QuerySelectorAll("svg.mc-chart[role=img]").Length); // nothing reviewed: CT1 has no line
        Assert.Contains("Chưa có số liệu để vẽ", Text(page.QuerySelectorAll(".mc-chart-figure")[0]), StringComparison.Ordinal);
        Assert.Contains("Thủ tục a", Text(page.QuerySelector(".mc-procedures tbody th")!), StringComparison.Ordinal);
        Assert.Contains("2 thủ tục đang cung cấp chưa được rà soát", page.Body!.TextContent, StringComparison.Ordinal);
        var chart = page.QuerySelectorAll(".mc-chart-figure")[2];
        Assert.Equal(["6/202250,00 % 1/2 50,00 % 1/2", "7/2022100,00 % 1/1 66,67 % 2/3"], chart.QuerySelectorAll("tbody tr").Select(Text).TakeLast(2));
    }

    [Fact]
    public async Task Unit_Commune_IsComparedWithItsDistrictAndHasNoVerdictOfItsOwn()
    {
        await using var portal = await StartAsync();
        using var leader = await portal.SignInAsync(Role.ProvinceLeader, "ubnd-tinh");
        var page = await leader.PageAsync("/can-bo/chi-tieu/don-vi/x1" + Year);
        Assert.Contains("không được giao chỉ tiêu riêng", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Trên mức của huyện", Text(page.QuerySelectorAll(".mc-figure")[2]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Procedure_AcrossUnits_SaysLevelsVolumeShareAndHistory()
    {
        await using var portal = await StartAsync();
        using var leader = await portal.SignInAsync(Role.ProvinceLeader, "ubnd-tinh");
        var page = await leader.PageAsync("/can-bo/chi-tieu/thu-tuc/" + SmallProvince.Code('a') + Year);
        Assert.Equal("60,87 %", Text(page.QuerySelector(".mc-figure__value")!)); // 12 + 1 + 1 online of 20 + 2 + 1
        var units = page.QuerySelectorAll(".mc-board tbody tr").ToDictionary(r => Text(r.QuerySelector("th a")!), r => r.QuerySelectorAll("td.num").Select(Text).ToArray());
        Assert.Equal(["20", "12", "60,00 %"], units["sgddt"]);
        Assert.Equal(["2", "1", "50,00 %"], units["pacnam"]);
        Assert.Equal(["1", "1", "100,00 %"], units["x1"]);
        Assert.Contains("Một phần, QĐ 7", Text(page.QuerySelector(".mc-history")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/can-bo/chi-tieu/don-vi/mars", 404)]
    [InlineData("/can-bo/chi-tieu/thu-tuc/9.999999", 404)]
    [InlineData("/can-bo/chi-tieu/vi-sao?ma=H03.1-220704-0001&don-vi=mars", 404)]
    [InlineData("/can-bo/chi-tieu/theo-thang?chi-tieu=ct9&ky=9999", 200)]
    [InlineData("/can-bo/chi-tieu/ban-do?tu=2000-01-01&den=2100-12-31", 200)]
    [InlineData("/can-bo/chi-tieu/don-vi/sgddt?tu=2100-01-01&den=2100-12-31", 200)]
    [InlineData("/can-bo/chi-tieu/thu-tuc/1.000000?ky=2030", 200)]
    [InlineData("/can-bo/chi-tieu/ban-in?tu=0001-01-01&den=9999-12-31", 200)]
    public async Task Get_BadInput_IsRefusedOrFallsBack(string address, int status)
    {
        await using var portal = await StartAsync();
        using var leader = await portal.SignInAsync(Role.ProvinceLeader, "ubnd-tinh");
        using var answer = await leader.GetAsync(new Uri(address, UriKind.Relative), Ct);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Get_DaysReversed_AreSaidAndThePresentYearIsShown()
    {
        await using var portal = await StartAsync();
        using var leader = await portal.SignInAsync(Role.ProvinceLeader, "ubnd-tinh");
        foreach (var path in new[] { "theo-thang", "ban-do", "don-vi/sgddt", "vi-sao" })
        {
            var page = await leader.PageAsync($"/can-bo/chi-tieu/{path}?tu=2022-09-01&den=2022-08-01");
            Assert.Contains("Khoảng ngày không dùng được", Text(page.QuerySelector(".govuk-error-summary")!), StringComparison.Ordinal);
        }
    }

    private static async Task<LivePortal> StartAsync(Action<IServiceCollection>? services = null)
    {
        var portal = await LivePortal.StartAsync(services: services);
        await SmallProvince.FillAsync(portal.Database);
        await using (var db = portal.Database.NewContext())
        {
            SmallProvince.AddExampleServices(db, "sgddt");
            var before = SmallProvince.Service("pacnam", SmallProvince.Code('a'), ServiceLevel.Partial, null);
            (before.Until, before.DecisionNo) = (new DateOnly(2022, 6, 1), "QĐ 7");
            var now = SmallProvince.Service("pacnam", SmallProvince.Code('a'), ServiceLevel.Full, null);
            now.From = new DateOnly(2022, 6, 1);
            db.Services.AddRange(before, now, SmallProvince.Service("x1", SmallProvince.Code('a'), ServiceLevel.Partial, null), SmallProvince.Service("x3", SmallProvince.Code('b'), ServiceLevel.Partial, null));
            await db.SaveChangesAsync(Ct);
        }

        var n = 0;
        await SmallProvince.RecordAsync(
            portal.Database,
            [
                .. SmallProvince.ExampleDossiers().Select(d => SmallProvince.State($"H03.1-220704-{++n:0000}", d.Procedure, "sgddt", d.Channel, SmallProvince.At("2022-07-04 08:00"))),
                SmallProvince.State("H03.2-220610-0001", SmallProvince.Code('a'), "pacnam", Channel.Online, SmallProvince.At("2022-06-10 08:00")),
                SmallProvince.State("H03.2-220610-0002", SmallProvince.Code('a'), "pacnam", Channel.Counter, SmallProvince.At("2022-06-10 09:00")),
                SmallProvince.State("H03.3-220706-0001", SmallProvince.Code('a'), "x1", Channel.Online, SmallProvince.At("2022-07-06 08:00")),
                SmallProvince.State("H03.4-220706-0001", SmallProvince.Code('b'), "x3", Channel.Online, SmallProvince.At("2022-07-06 08:00")),
                SmallProvince.State("H03.4-220706-0002", SmallProvince.Code('b'), "x3", Channel.Post, SmallProvince.At("2022-07-06 08:00")),
            ]);
        await portal.Database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));
        return portal;
    }

    private static IElement Row(IDocument page, string unit) => page.QuerySelectorAll("tbody tr").First(r => r.QuerySelector("th") is { } head && Text(head).Split(' ')[0] == unit.Split(' ')[0]);

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
