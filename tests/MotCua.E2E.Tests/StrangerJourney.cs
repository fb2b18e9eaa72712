namespace MotCua.E2E.Tests;

/// <summary>Somebody who is not signed in: the public pages, on a phone and at a desk, with and without JavaScript.</summary>
public sealed class StrangerJourney(RunningPortal portal)
{
    private static readonly string[] Pages = ["/", "/thu-tuc", "/gioi-thieu", "/tro-giup", "/tro-giup/tiep-can", "/chinh-sach-rieng-tu", "/so-do-trang", "/tra-cuu/ho-so", "/xac-thuc", "/dang-nhap", "/can-bo/dang-nhap"];

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
                await journey.ShotAsync("cong" + page.Replace('/', '-').TrimEnd('-'));
            }
        }
    }
}
