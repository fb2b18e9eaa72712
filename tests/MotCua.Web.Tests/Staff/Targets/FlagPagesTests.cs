using System.Net;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;
using MotCua.TestKit;

namespace MotCua.Web.Tests.Staff.Targets;

/// <summary>Signs of integrity on the pages: beside the figures, with their method, concluded by those who may.</summary>
public sealed class FlagPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_ListAndSign_ShowCountThresholdMethodAndDossiers()
    {
        await using var portal = await StartAsync();
        using var leader = await portal.SignInAsync(Role.UnitLeader, "sgddt");

        var list = await leader.PageAsync("/can-bo/chi-tieu/dau-hieu");
        var row = list.QuerySelector("main tbody tr")!;
        Assert.Contains("Nộp dồn dập trong một phiên", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("9 hồ sơ", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("từ 8", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("● Mới", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("không làm thay đổi con số nào", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await leader.PageAsync("/can-bo/chi-tieu/dau-hieu?trang-thai=da-xem-xet")).QuerySelectorAll("main tbody tr"));
        Assert.Empty((await leader.PageAsync("/can-bo/chi-tieu/dau-hieu?don-vi=babe")).QuerySelectorAll("main tbody tr"));
        Assert.Single((await leader.PageAsync("/can-bo/chi-tieu/dau-hieu?ky=2022-07&don-vi=sgddt&trang-thai=moi")).QuerySelectorAll("main tbody tr"));

        var sign = await leader.PageAsync(row.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains("trong 30 phút; là dấu hiệu từ 8 hồ sơ", sign.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(sign.QuerySelector("main form"));
        Assert.Single(sign.QuerySelectorAll("main tbody tr"));
    }

    [Fact]
    public async Task GetBoardAndUnit_WithASign_LinkToItBesideTheFigure()
    {
        await using var portal = await StartAsync();
        using var owner = await portal.SignInAsync(Role.PlanOwner, "vpubnd");

        var board = await owner.PageAsync("/can-bo/chi-tieu?ky=2022-07");
        var link = Assert.Single(board.QuerySelectorAll("a.mc-flag-link"));
        Assert.Equal("/can-bo/chi-tieu/dau-hieu?tu=2022-07-01&den=2022-07-31&don-vi=sgddt", link.GetAttribute("href"));
        Assert.Equal("⚑ 1 dấu hiệu của sgddt", link.TextContent);
        Assert.Empty((await owner.PageAsync("/can-bo/chi-tieu?ky=2022-06")).QuerySelectorAll("a.mc-flag-link"));
        Assert.Single((await owner.PageAsync("/can-bo/chi-tieu/don-vi/sgddt?ky=2022-07")).QuerySelectorAll("a.mc-flag-link"));
        Assert.Single((await owner.PageAsync(link.GetAttribute("href")!)).QuerySelectorAll("main tbody tr"));
    }

    [Fact]
    public async Task Post_AConclusion_IsKeptOnceByThoseWhoMay()
    {
        await using var portal = await StartAsync();
        var address = $"/can-bo/chi-tieu/dau-hieu/{await portal.Database.UseAsync(async (FlagSheets f) => (await f.ListAsync(new DateOnly(2022, 7, 1), new DateOnly(2022, 7, 31), null, null, 0, Ct))[0].Flag.Id.ToString("N"))}";
        using var auditor = await portal.SignInAsync(Role.Auditor, "ttt");
        using var own = await portal.SignInAsync(Role.PlanOwner, "sgddt");

        using var empty = await auditor.SendFormAsync(address, new Dictionary<string, string?> { ["Conclusion"] = "Explained", ["Reason"] = "ngắn" });
        var said = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await empty.Content.ReadAsStringAsync(Ct));
        Assert.Equal("#Reason", said.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.Contains("ngắn", said.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        using var refused = await own.SendFormAsync(address, new Dictionary<string, string?> { ["Conclusion"] = "Explained", ["Reason"] = "Máy dùng chung của bộ phận" });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var kept = await auditor.SendFormAsync(address, new Dictionary<string, string?> { ["Conclusion"] = "Corrected", ["Reason"] = "Đã nhắc nhở, đơn vị cam kết không nộp thay" });
        Assert.Equal(address + "?xong=true", kept.Headers.Location!.ToString());

        var after = await auditor.PageAsync(address);
        Assert.Contains("✓ Đã yêu cầu chấn chỉnh", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Hoàng Thị Lan", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(after.QuerySelector("main form"));
    }

    private static async Task<LivePortal> StartAsync()
    {
        var portal = await LivePortal.StartAsync();
        await SmallProvince.FillAsync(portal.Database);
        await SmallProvince.RecordAsync(portal.Database, SmallProvince.State("H03.1-220704-0001", SmallProvince.Code('a'), "sgddt", Domain.Dossiers.Channel.Online, SmallProvince.At("2022-07-04 08:00")));
        await portal.Database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));
        await using var db = portal.Database.NewContext();
        var flag = new IntegrityFlagRow { Id = Guid.NewGuid(), Kind = FlagKind.SessionBurst, UnitKey = "sgddt", Day = new DateOnly(2022, 7, 4), Source = "s", Count = 9, Threshold = 8, Minutes = 30, FoundAt = portal.Clock.GetUtcNow() };
        db.IntegrityFlags.Add(flag);
        db.IntegrityFlagDossiers.Add(new IntegrityFlagDossierRow { FlagId = flag.Id, DossierId = db.Dossiers.Single().Id });
        await db.SaveChangesAsync(Ct);
        return portal;
    }
}
