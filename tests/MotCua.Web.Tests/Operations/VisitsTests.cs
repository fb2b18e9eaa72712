using System.Net;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Exchange;
using MotCua.Domain.Kernel;
using MotCua.TestKit;
using MotCua.Web.Tests.Filing;

namespace MotCua.Web.Tests.Operations;

/// <summary>Statistics of access through the whole portal: templates, never addresses; who asks not to be counted is not.</summary>
public sealed class VisitsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_PublicPages_AreCountedByTemplateAndNobodyElse()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        using var stranger = portal.Stranger();
        await AskAsync(stranger, "/thu-tuc/1.004873", ("Sec-CH-UA-Mobile", "?1"));
        await AskAsync(stranger, "/thu-tuc/1.001193", ("Sec-CH-UA-Mobile", "?0"));
        await AskAsync(stranger, "/");
        await AskAsync(stranger, "/", ("DNT", "1"));
        await AskAsync(stranger, "/", ("Sec-GPC", "1"));
        await AskAsync(stranger, "/", ("User-Agent", "Examplebot/1.0"));
        await AskAsync(stranger, "/", ("Sec-Purpose", "prefetch"));
        await AskAsync(stranger, "/khong-co-trang-nay");
        await AskAsync(stranger, "/tra-cuu/ho-so");
        await AskAsync(stranger, "/tra-cuu/ho-so?ma=H03.15-220725-0001");
        await AskAsync(stranger, "/thu-tuc?q=" + Uri.EscapeDataString("zzqx wvkyj"));
        await AskAsync(stranger, "/thu-tuc?q=" + Uri.EscapeDataString("zzqx wvkyj"), ("DNT", "1"));
        await AskAsync(stranger, "/thu-tuc?q=" + Uri.EscapeDataString("khai sinh"));
        using var leader = await portal.SignInAsync(Role.ProvinceLeader, "ubnd-tinh");
        await AskAsync(leader, "/can-bo/chi-tieu");
        await portal.InScopeAsync(s => ((VisitFlush)s.GetService(typeof(VisitFlush))!).RunAsync(Ct));

        await using var db = portal.Database.NewContext();
        var visits = await db.PageVisits.OrderBy(v => v.Page).ThenBy(v => v.Screen).Select(v => new { v.Page, v.Screen, v.Visits }).ToListAsync(Ct);
        Assert.Equal(
            [("/", ScreenClass.Unknown, 1), ("thu-tuc", ScreenClass.Unknown, 2), ("thu-tuc/{code}", ScreenClass.Small, 1), ("thu-tuc/{code}", ScreenClass.Large, 1), ("tra-cuu/ho-so", ScreenClass.Unknown, 1)],
            visits.Select(v => (v.Page, v.Screen, v.Visits)));
        Assert.Equal(("", 1), await db.SearchMisses.Select(m => new { m.Words, m.Asked }).SingleAsync(Ct) is var miss ? (miss.Words, miss.Asked) : default);

        var page = await leader.PageAsync("/can-bo/van-hanh/luot-truy-cap?ky=7");
        Assert.Contains("Lượt xem trang công khai: 6", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main svg[role=img]"));
        Assert.DoesNotContain("H03.15", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>How far people come with a form: each page once for a draft however often it is saved, and who asks not to be counted is not.</summary>
    [Fact]
    public async Task Filing_FromStartToSending_CountsEachPageOnce()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        var citizen = await Applicant.AtAsync(portal);
        var draft = await citizen.StartAsync();
        foreach (var (page, typed) in Applicant.MaritalAnswers)
        {
            using var saved = await citizen.FillAsync(draft, page, typed);
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        }

        // Again, last saved an hour ago: taken up again, but neither reached nor left once more
        var hourAgo = portal.Clock.GetUtcNow().AddHours(-1);
        await using (var db = portal.Database.NewContext()) await db.Drafts.ExecuteUpdateAsync(d => d.SetProperty(x => x.SavedAt, hourAgo), Ct);
        using (var again = await citizen.FillAsync(draft, "muc_dich_su_dung", Applicant.MaritalAnswers["muc_dich_su_dung"])) Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        await citizen.GivePapersAsync(draft);
        await citizen.SubmitAsync(draft);
        await portal.InScopeAsync(s => ((VisitFlush)s.GetService(typeof(VisitFlush))!).RunAsync(Ct));

        var today = new DateOnly(2022, 7, 25);
        var funnel = Assert.Single((await portal.InScopeAsync(s => ((VisitSheets)s.GetService(typeof(VisitSheets))!).ForAsync(today, today, Ct))).Funnels);
        Assert.Equal(Applicant.Marital, funnel.Procedure);
        Assert.All(funnel.Pages, p => Assert.Equal((p.Page, 1, 1), (p.Page, p.Reached, p.Passed)));
        Assert.Equal(["cua-ai", "nguoi-giup", "truong-hop", .. Applicant.MaritalAnswers.Keys, VisitSheets.Check], funnel.Pages.Select(p => p.Page));
        Assert.Equal(["muc_dich_su_dung"], funnel.Pages.Where(p => p.CameBack > 0).Select(p => p.Page));
    }

    private static async Task AskAsync(HttpClient browser, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await browser.SendAsync(request, Ct);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{address}: {answer.StatusCode}");
    }
}
