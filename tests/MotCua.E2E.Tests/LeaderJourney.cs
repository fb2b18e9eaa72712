using System.Globalization;
using Microsoft.Playwright;

namespace MotCua.E2E.Tests;

/// <summary>
/// A leader of the province who never saw the board: which unit will miss which target, why, and what to do. From the board to the unit, its forecast and
/// advice, the list behind the figure, and the one dossier that does not count.
/// </summary>
public sealed class LeaderJourney(RunningPortal portal)
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task Board_ToUnitListAndDossier_SaysWhoMissesWhyAndWhatToDo(bool script, bool phone)
    {
        await using var leader = await Journey.BeginAsync(portal, script, phone);
        await leader.SignInAsOfficerAsync("lanh-dao.tinh", "nui-ho-ba-be-2022", "MFZGK3TFORXXE43FMNZGK5BR");
        Assert.StartsWith("Bảng chỉ tiêu năm", await leader.HeadingAsync(), StringComparison.Ordinal);
        await leader.ShotAsync("lanh-dao-bang");

        // Who: the furthest below CT3 stands first, with by how much
        var furthest = leader.Page.Locator(".mc-furthest__of").Nth(2).Locator("li").First;
        Assert.Matches(@"−\d+,\d\d điểm, thiếu [\d.]+ hồ sơ", await furthest.InnerTextAsync());
        var unit = (await furthest.Locator("a").InnerTextAsync()).Trim();

        // The same unit comes first when the table is sorted by that distance
        await leader.PressAsync("xa CT3 nhất");
        Assert.Equal(unit, (await leader.Page.Locator(".mc-board tbody th a").First.InnerTextAsync()).Trim());

        // The unit's page: where it stands, how it will end, what to do
        await leader.PressAtAsync(".mc-furthest__of:nth-of-type(3) li a");
        await leader.SeesAsync("Chưa đạt");
        await leader.SeesAsync("Dự báo cuối kỳ");
        await leader.SeesAsync("Việc nên làm");
        await leader.SeesAsync("Diễn biến");
        await leader.ShotAsync("lanh-dao-don-vi");
        var counts = (await leader.Page.Locator(".mc-figure").Nth(2).Locator(".mc-figure__parts").InnerTextAsync()).Split('/').Select(n => int.Parse(n.Trim().Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)).ToArray();

        // Why: the list behind the figure is as long as the figure says
        await leader.PressAtAsync(".mc-figure:nth-of-type(3) .mc-figure__link");
        await leader.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Mẫu số" }).ClickAsync();
        await leader.LookAsync();
        Assert.Equal(Math.Min(counts[1], 50), await leader.Page.Locator("main tbody tr").CountAsync());
        await leader.ShotAsync("lanh-dao-danh-sach");

        // A dossier that does not count: condition by condition, and nothing to open for a leader who reads no dossiers
        var paper = leader.Page.Locator("main tbody tr", new PageLocatorOptions { HasNotText = "Trực tuyến" }).First;
        await paper.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Vì sao" }).ClickAsync();
        await leader.LookAsync();
        await leader.SeesAsync("Được tính vào mẫu số, không được tính vào tử số.");
        await leader.SeesAsync("✗ Không");
        await leader.SeesAsync("Nộp trực tuyến: từ tài khoản của người dân");
        Assert.Equal(0, await leader.Page.GetByText("Mở hồ sơ").CountAsync());
        await leader.ShotAsync("lanh-dao-vi-sao");

        // What to do: from the row of tabs, for all units
        await leader.PressAsync("Việc nên làm");
        await leader.ShotAsync("lanh-dao-viec-nen-lam");
        await leader.PressAsync("Dự báo");
        await leader.ShotAsync("lanh-dao-du-bao");
        await leader.PressAsync("Bản đồ");
        await leader.ShotAsync("lanh-dao-ban-do");
    }
}
