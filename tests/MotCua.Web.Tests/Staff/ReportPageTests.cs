using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Targets;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.TestKit;
using UglyToad.PdfPig;

namespace MotCua.Web.Tests.Staff;

/// <summary>Reports from asking to the signed văn bản, and who may see which.</summary>
public sealed class ReportPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Ask_ThenFollow_GivesAFrozenReportWithItsFiles(DatabaseKind kind)
    {
        await using var portal = await StartAsync(kind);
        using var owner = await portal.SignInAsync(Role.PlanOwner, "sgddt");
        Assert.Contains("Biểu II.06a/VPCP/KSTT", (await owner.PageAsync("/can-bo/bao-cao")).Body!.TextContent, StringComparison.Ordinal);

        var page = await MakeAsync(portal, owner, "ii06a", "2022-07", "sgddt");
        var rows = page.QuerySelectorAll(".mc-office__table tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent.Trim()))).ToList();
        Assert.Equal([" Tổng cộng 3 2 1 0 1 0 1 0 2 2 0"], rows.Where(r => r.Contains("Tổng cộng", StringComparison.Ordinal)));
        Assert.Contains("(3) = (4) + (5) + (6)", page.QuerySelector(".mc-office__marks")!.TextContent, StringComparison.Ordinal);

        // Every figure opens to as many dossiers (law rule 44)
        var opened = 0;
        foreach (var link in page.QuerySelectorAll(".mc-office__table td a"))
        {
            var expected = int.Parse(link.TextContent, System.Globalization.CultureInfo.InvariantCulture);
            var list = await owner.PageAsync(link.GetAttribute("href")!);
            Assert.Equal(expected, list.QuerySelectorAll("main tbody tr").Length);
            Assert.Null(list.QuerySelector(".govuk-warning-text"));
            using var csv = await owner.GetAsync(new Uri(link.GetAttribute("href")! + "&handler=csv", UriKind.Relative), Ct);
            Assert.Equal(expected + 1, (await csv.Content.ReadAsStringAsync(Ct)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
            opened++;
        }

        Assert.Equal(14, opened); // the seven counts above zero of the field, and of the whole

        foreach (var (format, media) in ((string, string)[])[("xlsx", "spreadsheetml"), ("docx", "wordprocessingml"), ("pdf", "application/pdf")])
        {
            var href = page.QuerySelectorAll("a[href*='handler=tep']").Single(a => a.GetAttribute("href")!.EndsWith(format, StringComparison.Ordinal)).GetAttribute("href")!;
            using var file = await owner.GetAsync(new Uri(href, UriKind.Relative), Ct);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.Contains(media, file.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
            if (format != "pdf") continue;
            using var pdf = PdfDocument.Open(await file.Content.ReadAsByteArrayAsync(Ct));
            Assert.Contains("Tổng cộng 3 2 1 0 1 0 1 0 2 2 0", string.Join(' ', pdf.GetPage(1).GetWords().Select(w => w.Text)), StringComparison.Ordinal);
        }

        await using var db = portal.Database.NewContext();
        Assert.Equal(3 + opened, await db.Audits.CountAsync(a => a.Action == "ListExported" && a.Subject == "report", Ct));

        // Again needs a reason; then the old one says that there is a new one
        var address = page.QuerySelector("a[href*='/bao-cao/lap']")!.GetAttribute("href")!;
        using (var refused = await owner.SendFormAsync(address, new Dictionary<string, string?> { ["Reason"] = "" }))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains("Nêu lý do lập lại", (await refused.DomAsync()).QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        }

        using var again = await owner.SendFormAsync(address, new Dictionary<string, string?> { ["Reason"] = "Bổ sung hồ sơ nhập muộn" });
        var second = await FollowAsync(portal, owner, again.Headers.Location!.OriginalString);
        Assert.Contains("Lần 2", second.QuerySelector(".govuk-summary-list")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đây là bản cũ", (await owner.PageAsync(page.QuerySelector("form[method=post][action*='/bao-cao/']")!.GetAttribute("action")!)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submission_IsRecordedOnceWithNumberAndDate()
    {
        await using var portal = await StartAsync(DatabaseKind.Sqlite);
        using var owner = await portal.SignInAsync(Role.PlanOwner, "sgddt");
        var page = await MakeAsync(portal, owner, "ii06a", "bc-2022-06", "province");
        var address = page.QuerySelector("form[method=post][action*='/bao-cao/']")!.GetAttribute("action")!;
        using (var refused = await owner.SendFormAsync(address, new Dictionary<string, string?> { ["Number"] = "", ["On.Day"] = "25", ["On.Month"] = "7", ["On.Year"] = "2022" })) Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using (var future = await owner.SendFormAsync(address, new Dictionary<string, string?> { ["Number"] = "135/BC-VPUB", ["On.Day"] = "26", ["On.Month"] = "7", ["On.Year"] = "2022" })) Assert.Equal(HttpStatusCode.UnprocessableEntity, future.StatusCode);
        using (var done = await owner.SendFormAsync(address, new Dictionary<string, string?> { ["Number"] = "135/BC-VPUB", ["On.Day"] = "25", ["On.Month"] = "7", ["On.Year"] = "2022" })) Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var recorded = await owner.PageAsync(address);
        Assert.Contains("Văn bản số 135/BC-VPUB ngày 25/07/2022", recorded.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(recorded.QuerySelector("form[action*='/bao-cao/'][method=post] input[name=Number]"));
        Assert.Contains("135/BC-VPUB", (await owner.PageAsync("/can-bo/bao-cao")).Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>A unit's officers see and make their own; the auditor reads all and makes none; nobody learns of another's.</summary>
    [Fact]
    public async Task Reports_OfAnotherUnit_AreNotThere()
    {
        await using var portal = await StartAsync(DatabaseKind.Sqlite);
        using var leader = await portal.SignInAsync(Role.UnitLeader, "pacnam");
        using var other = await portal.SignInAsync(Role.UnitLeader, "sgddt");
        using var auditor = await portal.SignInAsync(Role.Auditor, "sgddt");
        var form = await leader.PageAsync("/can-bo/bao-cao/lap?mau=ii06a");
        Assert.Equal(["pacnam", "x1", "x2"], form.QuerySelectorAll("select[name=Scope] option").Select(o => o.GetAttribute("value")).Where(v => !string.IsNullOrEmpty(v)).Order(StringComparer.Ordinal));
        var page = await MakeAsync(portal, leader, "ii06a", "2022-07", "x1");
        var address = page.QuerySelector("form[method=post][action*='/bao-cao/']")!.GetAttribute("action")!;
        Assert.Contains("không phát sinh", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(other, address));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(other, address + "?handler=tep&dang=pdf"));
        Assert.DoesNotContain("Lần 1", (await other.PageAsync("/can-bo/bao-cao")).Body!.TextContent, StringComparison.Ordinal);
        var read = await auditor.PageAsync(address);
        Assert.Empty(read.QuerySelectorAll("input[name=Number]"));
        Assert.Contains("Lần 1", (await auditor.PageAsync("/can-bo/bao-cao")).Body!.TextContent, StringComparison.Ordinal);
        using var forged = await other.SendFormAsync("/can-bo/bao-cao/lap?mau=ii06a", new Dictionary<string, string?> { ["Template"] = "ii06a", ["Period"] = "2022-07", ["Scope"] = "province" });
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
    }

    [Theory]
    [InlineData("2023-01", "", "", "chưa bắt đầu")]
    [InlineData("", "", "", "Chọn kỳ báo cáo")]
    [InlineData("2022-07", "2", "1", "Đến ngày phải bằng hoặc sau từ ngày")]
    public async Task Ask_BadPeriod_SaysWhyAndKeepsTheTyping(string period, string from, string to, string words)
    {
        await using var portal = await StartAsync(DatabaseKind.Sqlite);
        using var owner = await portal.SignInAsync(Role.PlanOwner, "sgddt");
        using var refused = await owner.SendFormAsync("/can-bo/bao-cao/lap", new Dictionary<string, string?>
        {
            ["Template"] = "ii06a",
            ["Period"] = period,
            ["Scope"] = "sgddt",
            ["From.Day"] = from,
            ["From.Month"] = from.Length > 0 ? "7" : "",
            ["From.Year"] = from.Length > 0 ? "2022" : "",
            ["To.Day"] = to,
            ["To.Month"] = to.Length > 0 ? "7" : "",
            ["To.Year"] = to.Length > 0 ? "2022" : "",
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.DomAsync();
        Assert.Contains(words, page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("sgddt", page.QuerySelector("select[name=Scope] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Run_WhileItGoes_RenewsItselfAndCanBeStopped()
    {
        await using var portal = await StartAsync(DatabaseKind.Sqlite);
        using var owner = await portal.SignInAsync(Role.PlanOwner, "sgddt");
        var run = (await portal.Database.UseAsync((AskForReportHandler h) => h.HandleAsync(new AskForReport("ii06a", "2022-07", "province"), Actor.System("test"), Ct))).Value;
        await using (var db = portal.Database.NewContext()) await db.ReportRuns.ExecuteUpdateAsync(s => s.SetProperty(r => r.State, ReportRunState.Failed).SetProperty(r => r.Failure, "Dòng «Đất đai»: cột (3) = 2 khác (7) + (11) = 1."), Ct);
        var failed = await owner.PageAsync($"/can-bo/bao-cao/dang-lap/{run:N}");
        Assert.Contains("Đất đai", failed.QuerySelector(".govuk-warning-text")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Bị lỗi", (await owner.PageAsync("/can-bo/bao-cao")).Body!.TextContent, StringComparison.Ordinal);
        using var again = await owner.SendFormAsync($"/can-bo/bao-cao/dang-lap/{run:N}", new Dictionary<string, string?>());
        var report = await FollowAsync(portal, owner, again.Headers.Location!.OriginalString);
        Assert.Contains("Báo cáo đã lập xong", report.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schedule_IsSetAndTakenAway()
    {
        await using var portal = await StartAsync(DatabaseKind.Sqlite);
        using var owner = await portal.SignInAsync(Role.PlanOwner, "sgddt");
        var fields = new Dictionary<string, string?> { ["Template"] = "ke-hoach", ["Period"] = "Month-Statutory", ["Scope"] = "province", ["After"] = "2" };
        using (var set = await owner.SendFormAsync("/can-bo/bao-cao/lich", fields)) Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        using (var twice = await owner.SendFormAsync("/can-bo/bao-cao/lich", fields, "main form.mc-narrow")) Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        using (var unit = await owner.SendFormAsync("/can-bo/bao-cao/lich", new Dictionary<string, string?>(fields) { ["Scope"] = "sgddt" }, "main form.mc-narrow")) Assert.Equal(HttpStatusCode.UnprocessableEntity, unit.StatusCode);
        var page = await owner.PageAsync("/can-bo/bao-cao/lich");
        Assert.Contains("16/08/2022", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal); // 14/8 is a Sunday: Monday, Tuesday
        using (var gone = await owner.SendFormAsync("/can-bo/bao-cao/lich", new Dictionary<string, string?>(), "main table form")) Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
        Assert.Contains("Chưa có lịch nào", (await owner.PageAsync("/can-bo/bao-cao/lich")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<LivePortal> StartAsync(DatabaseKind kind)
    {
        var portal = await LivePortal.StartAsync(kind);
        await SmallProvince.FillAsync(portal.Database);
        await SmallProvince.RecordAsync(portal.Database,
            SmallProvince.State("1", SmallProvince.Code('a'), "sgddt", Channel.Online, SmallProvince.At("2022-07-04 08:00")),
            SmallProvince.State("2", SmallProvince.Code('a'), "sgddt", Channel.Online, SmallProvince.At("2022-07-05 08:00")),
            SmallProvince.State("3", SmallProvince.Code('b'), "sgddt", Channel.Post, SmallProvince.At("2022-07-06 08:00"), DossierState.Finished) with { FinishedAt = SmallProvince.At("2022-07-08 08:00") });
        await portal.Database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));
        return portal;
    }

    private static async Task<IDocument> MakeAsync(LivePortal portal, HttpClient browser, string template, string period, string scope)
    {
        using var asked = await browser.SendFormAsync("/can-bo/bao-cao/lap", new Dictionary<string, string?> { ["Template"] = template, ["Period"] = period, ["Scope"] = scope });
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        return await FollowAsync(portal, browser, asked.Headers.Location!.OriginalString);
    }

    private static async Task<IDocument> FollowAsync(LivePortal portal, HttpClient browser, string run)
    {
        while (await portal.Database.UseAsync((ReportMaker m) => m.StepAsync(Ct)))
        {
        }

        using var done = await browser.GetAsync(new Uri(run, UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        return await browser.PageAsync(done.Headers.Location!.OriginalString);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Ct);
        return answer.StatusCode;
    }
}
