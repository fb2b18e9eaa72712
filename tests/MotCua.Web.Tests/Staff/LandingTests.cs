using System.Net;
using MotCua.Domain.Kernel;

namespace MotCua.Web.Tests.Staff;

/// <summary>Where each role lands, and a menu that leads nowhere closed.</summary>
public sealed class LandingTests
{
    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Get_Today_LeadsEachRoleToItsWorkAndEveryEntryOfTheMenuOpens(Role role)
    {
        await using var portal = await LivePortal.StartAsync();
        using var browser = await portal.SignInAsync(role, "stp");
        using var today = await browser.GetAsync(new Uri("/can-bo", UriKind.Relative), TestContext.Current.CancellationToken);
        var home = today.StatusCode == HttpStatusCode.Redirect ? today.Headers.Location!.ToString() : "/can-bo";
        Assert.Equal(Landing(role), home);

        var page = await browser.PageAsync(home);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.DoesNotContain("không xử lý hồ sơ", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var menu = page.QuerySelectorAll(".mc-side__link").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(home != "/can-bo/tai-khoan", menu.Contains(home));
        foreach (var entry in menu)
        {
            using var opened = await browser.GetAsync(new Uri(entry, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(opened.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{role} {entry}: {(int)opened.StatusCode}");
        }
    }

    private static string Landing(Role role) => role switch
    {
        Role.DeskOfficer or Role.Handler or Role.UnitLeader or Role.Clerk => "/can-bo",
        Role.UnitAdministrator or Role.ProvinceAdministrator => "/can-bo/quan-tri",
        Role.Operator => "/can-bo/van-hanh",
        Role.Auditor => "/can-bo/nhat-ky",
        Role.PlanOwner or Role.ProvinceLeader or Role.Reviewer => "/can-bo/chi-tieu",
        _ => "/can-bo/tai-khoan",
    };
}
