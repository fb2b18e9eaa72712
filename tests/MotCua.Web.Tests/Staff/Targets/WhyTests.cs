using System.Net;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Targets;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;
using MotCua.TestKit;

namespace MotCua.Web.Tests.Staff.Targets;

/// <summary>«Vì sao không được tính»: condition by condition, and never another answer than the list behind the figure.</summary>
public sealed class WhyTests
{
    private static readonly Actor Leader = new(ActorKind.Officer, "l", "Lãnh đạo", [new Grant(Role.ProvinceLeader, "ubnd-tinh")]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_CounterDossier_SaysWhichConditionFailsAndTheFact()
    {
        await using var portal = await StartAsync();
        using var leader = await portal.SignInAsync(Role.ProvinceLeader, "ubnd-tinh");
        var page = await leader.PageAsync("/can-bo/chi-tieu/vi-sao?ma=h03.1-220704-0002&chi-tieu=ct3&tu=2022-07-01&den=2022-07-31");
        Assert.Contains("Được tính vào mẫu số, không được tính vào tử số.", page.QuerySelector(".mc-why__verdict")!.TextContent, StringComparison.Ordinal);
        var no = Assert.Single(page.QuerySelectorAll(".mc-why__line--no"));
        Assert.Contains("Nộp trực tuyến", no.TextContent, StringComparison.Ordinal);
        Assert.Contains("Hình thức nộp", no.TextContent, StringComparison.Ordinal);
        // Reads no dossier: nothing to open, nothing of a person
        Assert.DoesNotContain(page.QuerySelectorAll("main a"), a => a.GetAttribute("href")!.StartsWith("/can-bo/ho-so/", StringComparison.Ordinal));
        await using var db = portal.Database.NewContext();
        Assert.Equal("why", (await db.DossierReads.SingleAsync(Ct)).What);
    }

    [Fact]
    public async Task Get_LeaderOfTheUnit_MayOpenTheDossier()
    {
        await using var portal = await StartAsync();
        using var leader = await portal.SignInAsync(Role.UnitLeader, "sgddt");
        var page = await leader.PageAsync("/can-bo/chi-tieu/vi-sao?ma=H03.1-220704-0001&chi-tieu=ct3&tu=2022-07-01&den=2022-07-31");
        Assert.Contains("Được tính vào cả mẫu số và tử số.", page.QuerySelector(".mc-why__verdict")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/can-bo/ho-so/H03.1-220704-0001");
        var sheet = await leader.PageAsync("/can-bo/ho-so/H03.1-220704-0001");
        Assert.Contains(sheet.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/can-bo/chi-tieu/vi-sao?ma=H03.1-220704-0001&chi-tieu=ct3&tu=2022-01-01&den=2022-12-31");
    }

    [Theory]
    [InlineData("H03.1-999999-0001")]
    [InlineData("<script>")]
    [InlineData("%25' OR 1=1")]
    public async Task Get_UnknownCode_SaysSoAtTheField(string code)
    {
        await using var portal = await StartAsync();
        using var leader = await portal.SignInAsync(Role.ProvinceLeader, "ubnd-tinh");
        var page = await leader.PageAsync("/can-bo/chi-tieu/vi-sao?ma=" + Uri.EscapeDataString(code));
        Assert.Equal("#ma", page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.Contains("Không có hồ sơ nào mang mã này", page.GetElementById("ma-error")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".mc-why"));
    }

    [Fact]
    public async Task Get_ByADeskOfficer_IsForbidden()
    {
        await using var portal = await StartAsync();
        using var desk = await portal.SignInAsync(Role.DeskOfficer, "sgddt");
        using var answer = await desk.GetAsync(new Uri("/can-bo/chi-tieu/vi-sao?ma=H03.1-220704-0001", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    /// <summary>Every dossier, indicator, row and period: counted by the answer exactly when it is in the list.</summary>
    [Theory, BothDatabases]
    public async Task Ask_EveryDossierAndFigure_IsInTheListExactlyWhenTheAnswerSaysSo(DatabaseKind kind)
    {
        await using var portal = await StartAsync(kind);
        List<string> codes;
        await using (var db = portal.Database.NewContext()) codes = [.. (await db.Dossiers.AsNoTracking().ToListAsync(Ct)).Select(d => d.Code)];
        var (from, to) = (new DateOnly(2022, 6, 15), new DateOnly(2022, 7, 10));
        foreach (var indicator in new[] { Indicators.Ct3, Indicators.Ct3Dvctt, Indicators.Ct3Index, Indicators.Ct3Self })
        {
            foreach (var (row, own) in new[] { ("sgddt", false), ("pacnam", false), ("pacnam", true), ("x1", false), ("province", false) })
            {
                var question = new MeasureQuestion(from, to, [indicator], [row], own);
                var below = (await portal.Database.UseAsync((MeasureQueries q) => q.ListAsync(question, MeasurePart.Denominator, Ct))).Select(l => l.Code).ToHashSet(StringComparer.Ordinal);
                var above = (await portal.Database.UseAsync((MeasureQueries q) => q.ListAsync(question, MeasurePart.Numerator, Ct))).Select(l => l.Code).ToHashSet(StringComparer.Ordinal);
                foreach (var code in codes)
                {
                    var answer = (await portal.Database.UseAsync((WhyCounted w) => w.AskAsync(code, question, Leader, Ct)))!;
                    Assert.Equal((code, row, indicator.Code, below.Contains(code), above.Contains(code)), (code, row, indicator.Code, answer.IsBelow, answer.IsAbove));
                }
            }
        }
    }

    [Fact]
    public async Task Ask_Ct2_SaysWhetherTheDossierMakesItsProcedureCount()
    {
        await using var portal = await StartAsync();
        var question = new MeasureQuestion(new(2022, 7, 1), new(2022, 7, 31), [Indicators.Ct2], null);
        async Task<WhyAnswer> AskAsync(string code) => (await portal.Database.UseAsync((WhyCounted w) => w.AskAsync(code, question, Leader, Ct)))!;
        Assert.True((await AskAsync("H03.1-220704-0001")).IsAbove);
        Assert.False((await AskAsync("H03.1-220704-0002")).IsAbove); // at the counter
        Assert.False((await AskAsync("H03.1-220704-0003")).IsBelow); // only informed about, no service
        Assert.Equal("pacnam", (await AskAsync("H03.3-220706-0001")).Row); // a commune falls to its district
    }

    private static async Task<LivePortal> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var portal = await LivePortal.StartAsync(kind);
        await SmallProvince.FillAsync(portal.Database);
        await using (var db = portal.Database.NewContext())
        {
            SmallProvince.AddExampleServices(db, "sgddt");
            db.Services.Add(SmallProvince.Service("x1", SmallProvince.Code('a'), App.Catalogue.ServiceLevel.Partial, null));
            await db.Procedures.Where(p => p.Code == SmallProvince.Code('b')).ExecuteUpdateAsync(p => p.SetProperty(x => x.IsVertical, true), Ct);
            await db.SaveChangesAsync(Ct);
        }

        await SmallProvince.RecordAsync(
            portal.Database,
            SmallProvince.State("H03.1-220704-0001", SmallProvince.Code('a'), "sgddt", Channel.Online, SmallProvince.At("2022-07-04 08:00")),
            SmallProvince.State("H03.1-220704-0002", SmallProvince.Code('a'), "sgddt", Channel.Counter, SmallProvince.At("2022-07-04 08:00")),
            SmallProvince.State("H03.1-220704-0003", SmallProvince.Code('i'), "sgddt", Channel.Online, SmallProvince.At("2022-07-04 08:00")),
            SmallProvince.State("H03.1-220704-0004", SmallProvince.Code('b'), "sgddt", Channel.Online, SmallProvince.At("2022-07-04 08:00")),
            SmallProvince.State("H03.1-220704-0005", SmallProvince.Code('c'), "sgddt", Channel.Online, SmallProvince.At("2022-07-04 08:00"), DossierState.NotAccepted),
            SmallProvince.State("H03.1-220614-0001", SmallProvince.Code('a'), "sgddt", Channel.Online, SmallProvince.At("2022-06-14 23:59")),
            SmallProvince.State("H03.1-220710-0001", SmallProvince.Code('a'), "sgddt", Channel.Online, SmallProvince.At("2022-07-10 23:59"), DossierState.Withdrawn),
            SmallProvince.State("H03.3-220706-0001", SmallProvince.Code('a'), "x1", Channel.Online, SmallProvince.At("2022-07-06 08:00")),
            SmallProvince.State("H03.2-220706-0001", SmallProvince.Code('a'), "pacnam", Channel.Post, SmallProvince.At("2022-07-06 08:00")));
        await portal.Database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));
        return portal;
    }
}
