namespace MotCua.E2E.Tests;

/// <summary>Somebody who is not signed in: the public pages, on a phone and at a desk, with and without JavaScript.</summary>
public sealed class StrangerJourney(RunningPortal portal)
{
    private static readonly string[] Pages = ["/", "/thu-tuc", "/thu-tuc?q=ly+hon", "/thu-tuc/3.000348", "/gioi-thieu", "/tro-giup", "/tro-giup/tiep-can", "/chinh-sach-rieng-tu", "/so-do-trang", "/tra-cuu/ho-so", "/xac-thuc", "/dang-nhap", "/can-bo/dang-nhap"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PublicPages_OnAPhoneAndAtADesk_HaveNoAccessibilityFinding(bool script)
    {
        foreach (var phone in new[] { true, false })
        {
            await using var journey = await Journey.BeginAsync(portal, script, phone);
            foreach (var page in Pages)
            {
                await journey.OpenAsync(page);
                await journey.ShotAsync("cong" + page.Replace('/', '-').Replace('?', '-').TrimEnd('-'));
            }
        }
    }

    [Fact]
    public async Task SearchBox_ByKeyboard_GoesToASuggestionAndEscapeClosesTheList()
    {
        await using var journey = await Journey.BeginAsync(portal, script: true, phone: true);
        await journey.OpenAsync("/");
        var box = journey.Page.Locator("#tim-kiem");
        await box.PressSequentiallyAsync("khai sinh");
        await journey.Page.Locator(".mc-suggest [role=option]").First.WaitForAsync();
        await journey.LookAsync();

        await box.PressAsync("Escape");
        Assert.False(await journey.Page.Locator(".mc-suggest").IsVisibleAsync());
        await box.PressAsync("1");
        await box.PressAsync("Backspace");
        await journey.Page.Locator(".mc-suggest [role=option]").First.WaitForAsync();
        await box.PressAsync("ArrowDown");
        Assert.Equal("true", await journey.Page.Locator(".mc-suggest [role=option]").First.GetAttributeAsync("aria-selected"));
        await box.PressAsync("Enter");
        await journey.Page.WaitForURLAsync("**/thu-tuc/1.001193");
    }
}
