using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Accounts;
using MotCua.App.Organisations;
using MotCua.App.Targets;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.TestKit;
using MotCua.Web.Tests.Admin;
using MotCua.Web.Tests.Papers;

namespace MotCua.Web.Tests.Operations;

/// <summary>The trail: exports are in it, officers have names, every filter narrows.</summary>
public sealed class TrailTests
{
    private const string Trail = "/can-bo/nhat-ky";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Export_OfTheListBehindAFigure_IsRecordedWithFilterAndRows(DatabaseKind kind)
    {
        await using var portal = await LivePortal.StartAsync(kind);
        await SmallProvince.FillAsync(portal.Database);
        await SmallProvince.RecordAsync(portal.Database, SmallProvince.State("H03.1-220705-0001", SmallProvince.Code('a'), "sgddt", Channel.Online, SmallProvince.At("2022-07-05 08:00")));
        await portal.Database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));
        var owner = await portal.OfficerAsync(new Grant(Role.PlanOwner, "sgddt"));
        using var browser = await portal.SignInAsync(owner);
        using var csv = await browser.GetAsync(new Uri("/can-bo/chi-tieu/danh-sach?chi-tieu=ct3&don-vi=sgddt&tu=2022-07-01&den=2022-07-31&phan=mau-so&handler=csv", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.OK, csv.StatusCode);

        await using var db = portal.Database.NewContext();
        var row = await db.Audits.SingleAsync(a => a.Action == "ListExported", Ct);
        Assert.Equal(($"Officer:{owner.Id:N}", RecordExportHandler.Board), (row.Actor, row.Subject));
        using var detail = JsonDocument.Parse(row.Detail);
        Assert.Equal(1, detail.RootElement.GetProperty("rows").GetInt32());
        Assert.Equal("ct3 sgddt 2022-07-01 2022-07-31 mau-so", string.Join(' ', new[] { "indicator", "unit", "from", "to", "part" }.Select(p => detail.RootElement.GetProperty("filter").GetProperty(p).GetString())));
    }

    [Fact]
    public async Task Export_OfTheRegister_IsRecordedWithRows()
    {
        await using var stage = await PaperStage.OpenAsync();
        await stage.AcceptAsync(await stage.SubmitAsync());
        await stage.AcceptAsync(await stage.SubmitAsync());
        using var csv = await stage.Desk.GetAsync(new Uri(Links.Register(PaperStage.Unit, new(2022, 7, 1), new(2022, 7, 31), format: "csv"), UriKind.Relative), Ct);
        await csv.Content.ReadAsStringAsync(Ct);
        await stage.InAsync(async db =>
        {
            var row = await db.Audits.SingleAsync(a => a.Action == "ListExported", Ct);
            Assert.Equal(RecordExportHandler.Register, row.Subject);
            Assert.Contains("\"rows\":2", row.Detail, StringComparison.Ordinal);
            Assert.DoesNotContain("Nông", row.Detail, StringComparison.Ordinal);
        });
    }

    [Theory, BothDatabases]
    public async Task Get_ByOfficerUnitActAndDay_ShowsNamesRolesAndOnlyThose(DatabaseKind kind)
    {
        await using var portal = await AdminPageTests.StageAsync(kind);
        var lan = await portal.OfficerAsync(new Grant(Role.ProvinceAdministrator, "ubnd-tinh"));
        var son = await OfficerAsync(portal, "Ma Văn Sơn", new Grant(Role.UnitAdministrator, "tp-bac-kan"));
        await RecordAsync(portal, lan, "ProcedurePublished", "1.000001");
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await RecordAsync(portal, lan, "UnitContactChanged", "stp");
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        await RecordAsync(portal, son, "UnitContactChanged", "tp-bac-kan");
        using var auditor = await portal.SignInAsync(Role.Auditor, "stttt");

        var all = Rows(await auditor.PageAsync(Trail));
        Assert.Equal(3, all.Count);
        Assert.Contains("Ma Văn Sơn", all[0], StringComparison.Ordinal);
        Assert.Contains("Quản trị đơn vị, UBND thành phố Bắc Kạn", all[0], StringComparison.Ordinal);
        Assert.Contains("Sở Tư pháp", all[1], StringComparison.Ordinal);
        Assert.Equal(all[..1], Rows(await auditor.PageAsync($"{Trail}?canBo=ma+van+son")));
        Assert.Equal(all[..1], Rows(await auditor.PageAsync($"{Trail}?canBo={son.Id:N}")));
        Assert.Equal(all[..1], Rows(await auditor.PageAsync($"{Trail}?donVi=tp-bac-kan")));
        Assert.Equal(all[..2], Rows(await auditor.PageAsync($"{Trail}?viec=UnitContactChanged")));
        Assert.Equal(all[2..], Rows(await auditor.PageAsync($"{Trail}?ngay=2022-07-25")));
        Assert.Equal(all[1..2], Rows(await auditor.PageAsync($"{Trail}?ngay=2022-07-26&canBo={lan.UserName}")));
        Assert.Empty(Rows(await auditor.PageAsync($"{Trail}?canBo=khong+co+ai")));
    }

    [Fact]
    public async Task Get_DayInThreeBoxes_LeadsToThePlainAddressOrSaysWhatIsWrong()
    {
        await using var portal = await LivePortal.StartAsync();
        using var auditor = await portal.SignInAsync(Role.Auditor, "stttt");
        using var right = await auditor.GetAsync(new Uri($"{Trail}?viec=ListExported&ngay.Day=25&ngay.Month=7&ngay.Year=2022", UriKind.Relative), Ct);
        Assert.Equal($"{Trail}?viec=ListExported&ngay=2022-07-25", right.Headers.Location!.ToString());
        var wrong = await auditor.PageAsync($"{Trail}?ngay.Day=31&ngay.Month=2&ngay.Year=2022");
        Assert.Contains("không có ngày 31", wrong.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("#ngay", wrong.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.Equal("31", wrong.QuerySelector("#ngay")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Get_MoreThanAPage_GoesOnByKeyAndKeepsTheFilter()
    {
        await using var portal = await LivePortal.StartAsync();
        var officer = await portal.OfficerAsync(new Grant(Role.ProvinceAdministrator, "ubnd-tinh"));
        for (var i = 0; i < 61; i++)
        {
            portal.Clock.Advance(TimeSpan.FromSeconds(1));
            await RecordAsync(portal, officer, "ProcedurePublished", $"1.{i:000000}");
        }

        await RecordAsync(portal, officer, "OfficerEdited", officer.Id.ToString("N"));
        using var auditor = await portal.SignInAsync(Role.Auditor, "stttt");
        var seen = new List<string>();
        for (var address = $"{Trail}?viec=ProcedurePublished"; address is not null;)
        {
            var page = await auditor.PageAsync(address);
            seen.AddRange(Rows(page));
            address = page.QuerySelector(".mc-pager__link--next")?.GetAttribute("href");
        }

        Assert.Equal(61, seen.Distinct().Count());
        Assert.Equal(61, seen.Count);
    }

    [Fact]
    public async Task Get_SignInOfACitizen_ShowsNoName()
    {
        await using var portal = await LivePortal.StartAsync();
        using var citizen = await portal.SignInCitizenAsync("Nông Văn Tài");
        using var auditor = await portal.SignInAsync(Role.Auditor, "stttt");
        var row = Assert.Single(Rows(await auditor.PageAsync($"{Trail}?viec=CitizenSignedIn")));
        Assert.Contains("Người dân", row, StringComparison.Ordinal);
        Assert.DoesNotContain("Tài", row, StringComparison.Ordinal);
    }

    private static List<string> Rows(IDocument page) =>
        [.. page.QuerySelectorAll("main tbody tr").Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private static Task<bool> RecordAsync(LivePortal portal, OfficerRow officer, string action, string subject) => portal.InScopeAsync(async s =>
    {
        s.GetRequiredService<AuditTrail>().Record(new Actor(ActorKind.Officer, officer.Id.ToString("N"), "", []), action, subject);
        await s.GetRequiredService<App.Data.MotCuaDb>().SaveChangesAsync();
        return true;
    });

    private static async Task<OfficerRow> OfficerAsync(LivePortal portal, string name, Grant grant)
    {
        var officer = await portal.OfficerAsync(grant);
        await using var db = portal.Database.NewContext();
        await db.Officers.Where(o => o.Id == officer.Id).ExecuteUpdateAsync(s => s.SetProperty(o => o.DisplayName, name).SetProperty(o => o.SearchText, SearchText.Fold(name)));
        return officer;
    }
}
