using System.Net;
using MotCua.Domain.Kernel;

namespace MotCua.Web.Tests.Shell;

public sealed class DatabaseAwayTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_WhileTheDatabaseIsAway_KeepsWhatWasTypedAndCanBeSentAgain(bool sessionMustBeReadAnew)
    {
        var watch = new DatabaseWatch();
        await using var portal = await LivePortal.StartAsync(services: watch.Into);
        var browser = await portal.SignInAsync(Role.Operator, "vpubnd");
        var page = await (await ParkedAsync(portal, browser)).DomAsync();
        if (sessionMustBeReadAnew)
        {
            portal.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        watch.IsAway = true;
        using var away = await browser.SendFormAsync(page, "/can-bo/van-hanh/hop-thu-di", new Dictionary<string, string?> { ["Ids"] = Id.ToString(), ["act"] = "bo", ["Reason"] = "Địa chỉ \"không\" còn <b>" });
        var kept = await away.DomAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.Contains("no-store", away.Headers.CacheControl!.ToString());
        Assert.Equal("Cổng tạm thời không kết nối được dữ liệu", kept.QuerySelector("h1")!.TextContent);
        Assert.Equal("Địa chỉ \"không\" còn <b>", kept.QuerySelector("input[name=Reason]")!.GetAttribute("value"));

        watch.IsAway = false;
        using var again = await browser.SendFormAsync(kept, "/can-bo/van-hanh/hop-thu-di", new Dictionary<string, string?>());

        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.EndsWith("?xong=1", again.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Post_OfASecret_IsNotShownAgain()
    {
        var watch = new DatabaseWatch();
        await using var portal = await LivePortal.StartAsync(services: watch.Into);
        var browser = portal.Stranger();
        var page = await browser.PageAsync("/can-bo/dang-nhap");
        watch.IsAway = true;

        using var away = await browser.SendFormAsync(page, "/can-bo/dang-nhap", new Dictionary<string, string?> { ["Input.UserName"] = "canbo.a", ["Input.Password"] = "mat-khau-bi-mat-1" });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.DoesNotContain("mat-khau-bi-mat-1", await away.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Get_WhileTheDatabaseIsAway_StillFindsProceduresReadBefore()
    {
        var watch = new DatabaseWatch();
        await using var portal = await LivePortal.StartAsync(services: watch.Into, loaded: true);
        var browser = portal.Stranger();
        await browser.PageAsync("/thu-tuc/1.001193");
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        watch.IsAway = true;

        Assert.NotEmpty((await browser.PageAsync("/thu-tuc?q=khai+sinh")).QuerySelectorAll(".mc-results li"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    private static readonly Guid Id = Guid.Parse("0192aaaa-0000-7000-8000-000000000001");

    private static async Task<HttpResponseMessage> ParkedAsync(LivePortal portal, HttpClient browser)
    {
        await using var db = portal.Database.NewContext();
        var now = portal.Clock.GetUtcNow();
        db.Outbox.Add(new App.Data.OutboxRow { Id = Id, Destination = "email", Kind = "DossierAccepted", BodyCipher = "", CreatedAt = now, NextAttemptAt = now, State = App.Data.OutboxState.Parked });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return await browser.GetAsync(new Uri("/can-bo/van-hanh/hop-thu-di", UriKind.Relative), TestContext.Current.CancellationToken);
    }
}
