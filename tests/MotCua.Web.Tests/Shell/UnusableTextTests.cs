using System.Net;

namespace MotCua.Web.Tests.Shell;

public sealed class UnusableTextTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("/thu-tuc?q=%00")]
    [InlineData("/tra-cuu/ho-so?ma=H03%00")]
    public async Task Query_WithANullCharacter_GetsTheErrorPage(string address)
    {
        var page = await Portal.PageAsync(portal.Browser(), address, HttpStatusCode.BadRequest);
        Assert.Equal("Yêu cầu không hợp lệ", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("[data-correlation]"));
    }
}
