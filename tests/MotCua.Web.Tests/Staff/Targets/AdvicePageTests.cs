using System.Net;
using AngleSharp.Dom;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.TestKit;
using MotCua.Web.Tests.Accounts;

namespace MotCua.Web.Tests.Staff.Targets;

/// <summary>What to do next through the pages: read, made a task in one click, held against what happened; who may do which; what is said when there is nothing.</summary>
public sealed class AdvicePageTests
{
    private const string Page = "/can-bo/chi-tieu/viec-nen-lam";
    private const string OfUnit = Page + "?don-vi=sgddt&ky=2022-07";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Get_Unit_PutsThreeFirstWithGainMethodAndDays(DatabaseKind kind)
    {
        await using var portal = await StartAsync(kind);
        using var leader = await portal.SignInAsync(Role.ProvinceLeader, "ubnd");
        var page = await leader.PageAsync(OfUnit);
        Assert.Equal("Ba việc nên làm trước", page.QuerySelector("main h2")!.TextContent);
        Assert.Equal(3, page.QuerySelectorAll(".mc-advice__item").Length);
        Assert.Contains("CT2 từ 50,00 % lên 77,78 % (đạt chỉ tiêu 60 %)", Text(page.QuerySelector(".mc-advice__lead")!), StringComparison.Ordinal);
        var first = page.QuerySelector(".mc-advice__item")!;
        Assert.Contains("«Thủ tục d»", first.QuerySelector("h3")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("5 hồ sơ trong kỳ, chưa hồ sơ nào nộp trực tuyến", Text(first), StringComparison.Ordinal);
        Assert.Contains("CT2 +12,50 điểm % 4/8 → 5/8", Text(first), StringComparison.Ordinal);
        Assert.Contains("5 ngày công", Text(first), StringComparison.Ordinal);
        Assert.Contains("chưa có đơn vị cùng nhóm để so sánh. Tính lại tử số, mẫu số trên hồ sơ của chính đơn vị từ 01/07/2022 đến 31/07/2022", Text(first), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form[method=post]"));

        var all = await leader.PageAsync(Page + "?ky=2022-07");
        Assert.Equal(["sgddt"], all.QuerySelectorAll(".mc-advice__item h3 a").Select(a => a.TextContent));
        Assert.Equal(3, all.QuerySelectorAll("tbody tr").Length);
        var unit = await leader.PageAsync("/can-bo/chi-tieu/don-vi/sgddt?ky=2022-07");
        Assert.Equal(3, unit.QuerySelectorAll("main ol.govuk-list--number li").Length);
    }

    [Theory, BothDatabases]
    public async Task Take_OneClick_MakesATaskWithItsPromiseOnce(DatabaseKind kind)
    {
        await using var portal = await StartAsync(kind);
        using var leader = await portal.SignInAsync(Role.UnitLeader, "sgddt");
        var own = await leader.PageAsync(Page + "?ky=2022-07");
        Assert.Contains("sgddt", own.QuerySelector("h1")!.ParentElement!.TextContent, StringComparison.Ordinal);
        using var made = await leader.SendFormAsync(OfUnit, new Dictionary<string, string?>(), ".mc-advice__act form");
        var task = OfficerSignInTests.Where(made).Split('?')[0];
        var sheet = await leader.PageAsync(task);
        Assert.Contains("Hướng dẫn để có hồ sơ trực tuyến của thủ tục «Thủ tục d»", sheet.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var rows = sheet.QuerySelectorAll("main table tbody tr").Select(r => Text(r)).ToList();
        Assert.Contains("Trực tuyến, trong phạm vi việc này 0,00 % (0/5) 20,00 % (1/5) –", rows);
        Assert.Contains("CT2 của sgddt 50,00 % (4/8) 62,50 % (5/8) –", rows);
        Assert.Contains("Chưa hoàn thành", sheet.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var again = await leader.PageAsync(OfUnit);
        Assert.Equal(task, again.QuerySelector(".mc-advice__act a")!.GetAttribute("href"));
        var results = await leader.PageAsync(Page + "/du-kien-thuc-te?don-vi=sgddt");
        Assert.Contains("nhiệm vụ số 1", results.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        using var twice = await leader.SendFormAsync(OfUnit, new Dictionary<string, string?> { ["viec"] = "1|1.000003|" }, ".mc-advice__act form");
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        Assert.Contains("đã được giao", (await twice.DomAsync()).QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        using var gone = await leader.SendFormAsync(OfUnit, new Dictionary<string, string?> { ["viec"] = "9|x|" }, ".mc-advice__act form");
        Assert.Equal(HttpStatusCode.Conflict, gone.StatusCode);
        using var other = await leader.SendFormAsync(OfUnit, new Dictionary<string, string?> { ["choDonVi"] = "pacnam" }, ".mc-advice__act form");
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
    }

    [Fact]
    public async Task Get_NothingToSay_SaysWhichPlainly()
    {
        await using var portal = await StartAsync(DatabaseKind.Sqlite);
        using var owner = await portal.SignInAsync(Role.PlanOwner, "sgddt");
        Assert.Contains("không có thủ tục nào", (await owner.PageAsync(Page + "?don-vi=babe&ky=2022-07")).QuerySelector(".mc-empty")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("không có hồ sơ nào", (await owner.PageAsync(Page + "?don-vi=sgddt&ky=2022-01")).QuerySelector(".mc-empty")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await owner.PageAsync(Page + "?ky=2099-01")).QuerySelector(".mc-empty"));
        foreach (var forged in new[] { "?don-vi=mars", "?don-vi=province&ky=2022" })
        {
            using var answer = await owner.GetAsync(new Uri(Page + forged, UriKind.Relative), Ct);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Efforts_ThePlanOwnerSetsThem_OthersRead()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        using var owner = await portal.SignInAsync(Role.PlanOwner, "vpubnd");
        var typed = new Dictionary<string, string?> { ["Kind"] = "1", ["Days"] = "2,5", ["Note"] = "Làm thử ở 2 quầy" };
        foreach (var (field, value, says) in new[] { ("Days", "nhiều", "ngày công lớn hơn 0"), ("Note", "", "Nhập cách tính"), ("From.Year", "2021", "từ hôm nay"), ("Kind", "", "Chọn loại việc") })
        {
            using var refused = await owner.SendFormAsync(Page + "/ngay-cong", new Dictionary<string, string?>(typed) { [field] = value });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            var page = await refused.DomAsync();
            Assert.Contains(says, page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        }

        using var set = await owner.SendFormAsync(Page + "/ngay-cong", typed);
        Assert.Equal(Page + "/ngay-cong?xong=dat", OfficerSignInTests.Where(set));
        using var leader = await portal.SignInAsync(Role.UnitLeader, "stp");
        var table = await leader.PageAsync(Page + "/ngay-cong");
        Assert.Equal("Có hồ sơ trực tuyến đầu tiên Đang dùng 2,5 25/07/2022 Làm thử ở 2 quầy", Text(table.QuerySelector("tbody tr")!));
        Assert.Equal(6, table.QuerySelectorAll("tbody tr").Length);
        Assert.Null(table.QuerySelector("main form"));
    }

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

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
}
