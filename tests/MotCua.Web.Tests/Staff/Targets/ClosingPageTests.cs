using System.Net;
using AngleSharp.Dom;
using MotCua.App.Targets;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.TestKit;
using MotCua.Web.Tests.Accounts;

namespace MotCua.Web.Tests.Staff.Targets;

/// <summary>Closing periods and defining indicators through the pages.</summary>
public sealed class ClosingPageTests
{
    private const string June = "/can-bo/chi-tieu/chot-so/2022-06";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Close_ByAPlanOwner_FreezesTheBoardUntilAnotherOpensIt(DatabaseKind kind)
    {
        await using var portal = await StartAsync(kind);
        using var hoa = await portal.SignInAsync(Role.PlanOwner, "sgddt");
        using var lan = await portal.SignInAsync(Role.PlanOwner, "pacnam");
        using var leader = await portal.SignInAsync(Role.ProvinceLeader, "sgddt");

        var open = await leader.PageAsync(June);
        Assert.Contains("Chưa chốt", open.QuerySelector(".govuk-summary-list")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(open.QuerySelectorAll("main form[method=post]"));
        using var careless = await hoa.SendFormAsync(June, new Dictionary<string, string?>(), "main form[method=post]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, careless.StatusCode);
        using var done = await hoa.SendFormAsync(June, new Dictionary<string, string?> { ["TakesResponsibility"] = "true" }, "main form[method=post]");
        Assert.Equal(June + "?xong=chot", OfficerSignInTests.Where(done));

        await SmallProvince.RecordAsync(portal.Database, State("9", "2022-06-22 09:00", Channel.Counter));
        await portal.Database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));
        portal.Clock.Advance(TimeSpan.FromSeconds(3));
        var board = await leader.PageAsync("/can-bo/chi-tieu?ky=2022-06");
        Assert.Contains("Kỳ này đã chốt", board.QuerySelector(".govuk-inset-text")!.TextContent, StringComparison.Ordinal);
        var cell = board.QuerySelectorAll("tr").First(r => r.QuerySelector("th")?.TextContent.Contains("sgddt", StringComparison.Ordinal) == true && r.QuerySelector(".mc-measure") is not null).QuerySelectorAll(".mc-measure")[2];
        Assert.Contains("nay 1 / 2", Text(cell), StringComparison.Ordinal);
        Assert.StartsWith("100,00 %1 / 1", Text(cell), StringComparison.Ordinal);

        var closed = await hoa.PageAsync(June);
        Assert.Contains("con số đã khác", closed.QuerySelector(".govuk-summary-list")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(closed.QuerySelectorAll("tbody tr"), r => Text(r).Contains("ct3/2022.1", StringComparison.Ordinal) && Text(r).Contains("1/1 = 100,00 %", StringComparison.Ordinal) && Text(r).Contains("1/2 = 50,00 %", StringComparison.Ordinal));
        Assert.Contains("9", closed.QuerySelector("#dieu-chinh")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Empty(closed.QuerySelectorAll("main form[method=post]"));

        using var short_ = await lan.SendFormAsync(June, new Dictionary<string, string?> { ["Reason"] = "sai" }, "main form[method=post]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, short_.StatusCode);
        Assert.Contains("lý do", (await short_.DomAsync()).QuerySelector("#Reason-error")!.TextContent, StringComparison.Ordinal);
        using var opened = await lan.SendFormAsync(June, new Dictionary<string, string?> { ["Reason"] = "Xã nộp thiếu hồ sơ giấy" }, "main form[method=post]");
        Assert.Equal(June + "?xong=mo", OfficerSignInTests.Where(opened));
        Assert.Contains("Xã nộp thiếu hồ sơ giấy", (await leader.PageAsync(June)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đã mở lại", (await leader.PageAsync("/can-bo/chi-tieu/chot-so")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Define_DraftedPublishedByAnother_IsOnTheListAndOpensToDossiers(DatabaseKind kind)
    {
        await using var portal = await StartAsync(kind);
        using var hoa = await portal.SignInAsync(Role.PlanOwner, "sgddt");
        using var lan = await portal.SignInAsync(Role.PlanOwner, "pacnam");
        const string draft = "/can-bo/chi-tieu/dinh-nghia/soan";
        using var wrong = await hoa.SendFormAsync(draft, Typed(("Below.Flags", "fee1"), ("Above.Flags", "paid1")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var again = await wrong.DomAsync();
        Assert.Contains("phải là một phần của mẫu số", again.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Thanh toán trực tuyến", again.QuerySelector("#ShortName")!.GetAttribute("value"));
        Assert.True(again.QuerySelector("input[name='Below.Flags'][value=fee1]")!.HasAttribute("checked"));

        using var kept = await hoa.SendFormAsync(draft, Typed(("Above.Channels", "2")));
        var page = OfficerSignInTests.Where(kept).Split('?')[0];
        var own = await hoa.PageAsync(page);
        Assert.Contains("Người soạn không tự công bố", own.QuerySelector(".govuk-inset-text")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Số hồ sơ nộp trực tuyến", own.QuerySelector(".govuk-summary-list")!.TextContent, StringComparison.Ordinal);
        using var published = await lan.SendFormAsync(page, new Dictionary<string, string?>(), "main form[method=post]");
        Assert.Equal(page + "?xong=cong-bo", OfficerSignInTests.Where(published));
        Assert.Contains("Đã công bố", (await hoa.PageAsync("/can-bo/chi-tieu/dinh-nghia")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        var list = await lan.PageAsync("/can-bo/chi-tieu/danh-sach?chi-tieu=tinh.online&don-vi=sgddt&tu=2022-06-01&den=2022-06-30&phan=tu-so");
        Assert.Contains("Số hồ sơ nộp trực tuyến", list.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Single(list.QuerySelectorAll("main tbody tr"));

        Dictionary<string, string?> Typed(params (string, string)[] more)
        {
            var fields = new Dictionary<string, string?> { ["Code"] = "tinh.online", ["ShortName"] = "Thanh toán trực tuyến", ["Name"] = "Tỷ lệ", ["Source"] = "Công văn", ["Subject"] = "2", ["From.Day"] = "1", ["From.Month"] = "1", ["From.Year"] = "2022" };
            foreach (var (name, value) in more) fields[name] = value;
            return fields;
        }
    }

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static ImportedState State(string code, string at, Channel channel) => SmallProvince.State(code, SmallProvince.Code('a'), "sgddt", channel, SmallProvince.At(at));

    private static async Task<LivePortal> StartAsync(DatabaseKind kind)
    {
        var portal = await LivePortal.StartAsync(kind);
        await SmallProvince.FillAsync(portal.Database);
        await using (var db = portal.Database.NewContext())
        {
            SmallProvince.AddExampleServices(db, "sgddt");
            await db.SaveChangesAsync(Ct);
        }

        await SmallProvince.RecordAsync(portal.Database, State("1", "2022-06-06 08:00", Channel.Online));
        await portal.Database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));
        return portal;
    }
}
