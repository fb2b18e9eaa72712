using System.Net;
using Microsoft.EntityFrameworkCore;
using MotCua.Domain.Accounts;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.Web.Tests.Accounts;

/// <summary>Officers: password, code, lock, time-outs.</summary>
public sealed class OfficerSignInTests
{
    private const string SignIn = "/can-bo/dang-nhap";
    private const string CodePage = "/can-bo/dang-nhap/ma-xac-thuc";
    private const string Own = "/can-bo/tai-khoan";

    [Theory, BothDatabases]
    public async Task Post_PasswordThenCode_SignsInAndGoesBack(DatabaseKind kind)
    {
        await using var portal = await LivePortal.StartAsync(kind);
        var officer = await portal.OfficerAsync(new Grant(Role.DeskOfficer, "stp"));
        using var browser = portal.Stranger();
        using var first = await browser.SendFormAsync(SignIn + "?returnUrl=" + Uri.EscapeDataString(Own), Typed(officer.UserName.ToUpperInvariant(), LivePortal.Password));
        Assert.Equal(CodePage, Where(first));
        using var second = await browser.SendFormAsync(CodePage, Code(portal.Clock.GetUtcNow()));
        Assert.Equal(Own, Where(second));
        var page = await browser.PageAsync(Own);
        Assert.Contains("Cán bộ Bộ phận Một cửa", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WrongPasswordOrUnknownName_SaysTheSame()
    {
        await using var portal = await LivePortal.StartAsync();
        var officer = await portal.OfficerAsync(new Grant(Role.Handler, "stp"));
        using var browser = portal.Stranger();
        using var wrong = await browser.SendFormAsync(SignIn, Typed(officer.UserName, "khong-phai-mat-khau"));
        using var unknown = await browser.SendFormAsync(SignIn, Typed("khong.co.ai", "khong-phai-mat-khau"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Equal((await wrong.DomAsync()).QuerySelector(".govuk-error-summary")!.TextContent, (await unknown.DomAsync()).QuerySelector(".govuk-error-summary")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task Post_AfterFiveFailures_LocksForFifteenMinutes(DatabaseKind kind)
    {
        await using var portal = await LivePortal.StartAsync(kind);
        var officer = await portal.OfficerAsync(new Grant(Role.Handler, "stp"));
        using var browser = portal.Stranger();
        for (var i = 0; i < SignInRules.FailuresToLock; i++)
        {
            using var wrong = await browser.SendFormAsync(SignIn, Typed(officer.UserName, "sai-mat-khau-roi"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using var locked = await browser.SendFormAsync(SignIn, Typed(officer.UserName, LivePortal.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, locked.StatusCode);
        portal.Clock.Advance(SignInRules.LockTime);
        using var open = await browser.SendFormAsync(SignIn, Typed(officer.UserName, LivePortal.Password));
        Assert.Equal(CodePage, Where(open));
    }

    [Fact]
    public async Task Post_WrongCodesBetweenRightPasswords_StillLock()
    {
        await using var portal = await LivePortal.StartAsync();
        var officer = await portal.OfficerAsync(new Grant(Role.Handler, "stp"));
        using var browser = portal.Stranger();
        for (var i = 0; i < SignInRules.FailuresToLock; i++)
        {
            using var right = await browser.SendFormAsync(SignIn, Typed(officer.UserName, LivePortal.Password));
            Assert.Equal(CodePage, Where(right));
            using var wrong = await browser.SendFormAsync(CodePage, new Dictionary<string, string?> { ["Code"] = "000000" });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using var locked = await browser.SendFormAsync(SignIn, Typed(officer.UserName, LivePortal.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, locked.StatusCode);
    }

    [Fact]
    public async Task Post_CodeUsedBefore_IsRefused()
    {
        await using var portal = await LivePortal.StartAsync();
        var officer = await portal.OfficerAsync(new Grant(Role.Handler, "stp"));
        foreach (var expected in new[] { HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity })
        {
            using var browser = portal.Stranger();
            using var first = await browser.SendFormAsync(SignIn, Typed(officer.UserName, LivePortal.Password));
            using var second = await browser.SendFormAsync(CodePage, Code(portal.Clock.GetUtcNow()));
            Assert.Equal(expected, second.StatusCode);
        }
    }

    [Fact]
    public async Task Get_AfterIdleTime_AsksToSignInAgainAndComesBack()
    {
        await using var portal = await LivePortal.StartAsync();
        using var browser = await portal.SignInAsync(Role.Handler, "stp");
        await browser.PageAsync(Own);
        portal.Clock.Advance(TimeSpan.FromMinutes(29));
        await browser.PageAsync(Own);
        portal.Clock.Advance(TimeSpan.FromMinutes(30));
        using var expired = await browser.GetAsync(new Uri(Own, UriKind.Relative));
        Assert.Equal(SignIn + "?returnUrl=" + Uri.EscapeDataString(Own), Where(expired));
    }

    [Fact]
    public async Task Get_AfterTenHoursOfUse_AsksToSignInAgain()
    {
        await using var portal = await LivePortal.StartAsync();
        using var browser = await portal.SignInAsync(Role.Handler, "stp");
        for (var i = 0; i < 29; i++)
        {
            await browser.PageAsync(Own);
            portal.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        await browser.PageAsync(Own);
        portal.Clock.Advance(TimeSpan.FromMinutes(20));
        using var expired = await browser.GetAsync(new Uri(Own, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, expired.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Post_ReturnAddressOfAnotherHost_GoesHome(string address)
    {
        await using var portal = await LivePortal.StartAsync();
        var officer = await portal.OfficerAsync(new Grant(Role.Handler, "stp"));
        using var browser = portal.Stranger();
        using var first = await browser.SendFormAsync(SignIn + "?returnUrl=" + Uri.EscapeDataString(address), Typed(officer.UserName, LivePortal.Password));
        using var second = await browser.SendFormAsync(CodePage, Code(portal.Clock.GetUtcNow()));
        Assert.Equal("/can-bo", Where(second));
    }

    [Theory]
    [InlineData(Role.DeskOfficer, "/can-bo", true)]
    [InlineData(Role.ProvinceAdministrator, "/can-bo/quan-tri", false)]
    [InlineData(Role.Operator, "/can-bo/van-hanh", false)]
    [InlineData(Role.UnitAdministrator, "/can-bo/quan-tri", false)]
    [InlineData(Role.Auditor, "/can-bo/nhat-ky", false)]
    [InlineData(Role.PlanOwner, "/can-bo/chi-tieu", false)]
    [InlineData(Role.Helper, "/can-bo/tai-khoan", false)]
    public async Task Post_SignIn_BeginsWhereTheRoleWorks(Role role, string home, bool searchesDossiers)
    {
        await using var portal = await LivePortal.StartAsync();
        var officer = await portal.OfficerAsync(new Grant(role, "stp"));
        using var browser = portal.Stranger();
        using var first = await browser.SendFormAsync(SignIn + "?returnUrl=%2Fcan-bo", Typed(officer.UserName, LivePortal.Password));
        using var second = await browser.SendFormAsync(CodePage, Code(portal.Clock.GetUtcNow()));
        Assert.Equal(home, Where(second));
        Assert.Equal(searchesDossiers, (await browser.PageAsync(Own)).QuerySelector("form[role=search]") is not null);
    }

    [Theory, BothDatabases]
    public async Task Keys_OfCookies_AreSealedInTheDatabase(DatabaseKind kind)
    {
        await using var portal = await LivePortal.StartAsync(kind);
        using var browser = await portal.SignInAsync(Role.Handler, "stp");
        await browser.PageAsync(Own);
        await using var db = portal.Database.NewContext();
        var key = Assert.Single(await db.DataProtectionKeys.ToListAsync());
        Assert.Matches("<sealed[^>]*>k1\\.", key.Xml);
        Assert.DoesNotContain("<masterKey", key.Xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_CodePageWithoutPassword_StartsAgain()
    {
        await using var portal = await LivePortal.StartAsync();
        using var browser = portal.Stranger();
        using var response = await browser.GetAsync(new Uri(CodePage, UriKind.Relative));
        Assert.Equal(SignIn + "?tuDau=1", Where(response));
    }

    [Fact]
    public async Task Post_OwnPassword_EndsTheOtherSessionsAndKeepsThisOne()
    {
        await using var portal = await LivePortal.StartAsync();
        var officer = await portal.OfficerAsync(new Grant(Role.Handler, "stp"));
        using var here = await portal.SignInAsync(officer);
        using var there = await portal.SignInAsync(officer);
        await there.PageAsync(Own);
        using var changed = await here.SendFormAsync(Own, new Dictionary<string, string?>
        {
            ["Current"] = LivePortal.Password,
            ["NewPassword"] = "suoi-rung-nui-da-2023",
            ["Repeat"] = "suoi-rung-nui-da-2023",
        });
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        await here.PageAsync(Own);
        using var ended = await there.GetAsync(new Uri(Own, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
    }

    [Fact]
    public async Task Post_SignOut_EndsTheSessionEvenForAStolenCookie()
    {
        await using var portal = await LivePortal.StartAsync();
        using var browser = await portal.SignInAsync(Role.Handler, "stp");
        using var response = await browser.SendFormAsync(Own, new Dictionary<string, string?>(), "form[action='/can-bo/dang-xuat']");
        Assert.Equal("/can-bo/dang-xuat", Where(response));
        using var after = await browser.GetAsync(new Uri(Own, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    internal static Dictionary<string, string?> Typed(string name, string password) => new() { ["Input.UserName"] = name, ["Input.Password"] = password };

    internal static Dictionary<string, string?> Code(DateTimeOffset now) => new() { ["Code"] = Totp.CodeOf(LivePortal.Secret, Totp.StepOf(now)) };

    internal static string Where(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var to = response.Headers.Location!;
        return to.IsAbsoluteUri && to.Host == "localhost" ? to.PathAndQuery : to.ToString();
    }
}
