using System.Data.Common;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Web.Security;

namespace MotCua.Web.Tests.Shell;

public sealed class ErrorPageTests(ErrorPageTests.Failing portal) : IClassFixture<ErrorPageTests.Failing>
{
    [Theory]
    [InlineData(400, "Yêu cầu không hợp lệ")]
    [InlineData(403, "Bạn không có quyền xem trang này")]
    [InlineData(404, "Không tìm thấy trang")]
    [InlineData(409, "Có người vừa sửa cùng lúc")]
    [InlineData(413, "Tệp quá lớn")]
    [InlineData(429, "Bạn gửi quá nhiều yêu cầu")]
    [InlineData(500, "Có lỗi ở phía cổng")]
    [InlineData(503, "Cổng tạm thời không kết nối được dữ liệu")]
    public async Task Status_BecomesAVietnamesePageWithTheIncidentCode(int status, string title)
    {
        var page = await Portal.PageAsync(portal.Browser(), $"/test/status/{status}", (HttpStatusCode)status);

        Assert.Equal("vi", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(title, Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.Matches("^[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}$", page.QuerySelector("[data-correlation]")!.TextContent);
    }

    [Theory]
    [InlineData("/khong-co-trang-nay")]
    [InlineData("/test/status/404")]
    [InlineData("/test/throw")]
    public async Task SignInLink_OnAnErrorPage_DoesNotComeBackToTheError(string address)
    {
        using var response = await portal.Browser().GetAsync(address, TestContext.Current.CancellationToken);
        var page = await Portal.ParseAsync(response);

        Assert.Equal("/dang-nhap", page.QuerySelector(".mc-header__account a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Exception_ShowsNoStackAndNoMessage()
    {
        var page = await Portal.PageAsync(portal.Browser(), "/test/throw", HttpStatusCode.InternalServerError);

        Assert.Equal("Có lỗi ở phía cổng", page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("bí mật", page.DocumentElement.TextContent);
        Assert.DoesNotContain("   at ", page.DocumentElement.TextContent);
    }

    [Fact]
    public async Task DatabaseAway_SaysSo()
    {
        var page = await Portal.PageAsync(portal.Browser(), "/test/database", HttpStatusCode.ServiceUnavailable);

        Assert.Equal("Cổng tạm thời không kết nối được dữ liệu", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Api_AnswersWithProblemDetailsAndTheCode()
    {
        using var response = await portal.Browser().GetAsync("/api/khong-co", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("\"correlation\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Post_WithoutTheFormsToken_IsRefusedWithTheVietnamesePage()
    {
        using var response = await portal.Browser().PostAsync("/bo-thanh-phan", new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("Yêu cầu không hợp lệ", (await Portal.ParseAsync(response)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Post_FarTooLargeForAnyFile_IsSaidToBeTooLargeNotTooOld()
    {
        using var file = new ByteArrayContent(new byte[29 * 1024 * 1024]);
        using var content = new MultipartFormDataContent { { file, "Upload", "anh.png" } };
        using var response = await portal.Browser().PostAsync("/bo-thanh-phan", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("Tệp quá lớn", (await Portal.ParseAsync(response)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Lookup_TheThirtyFirstInAMinute_IsAskedToWait()
    {
        var browser = portal.Browser();
        for (var i = 0; i < 30; i++)
        {
            using var ok = await browser.GetAsync("/test/lookup", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, ok.StatusCode);
        }

        using var refused = await browser.GetAsync("/test/lookup", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(int.Parse(Assert.Single(refused.Headers.GetValues("Retry-After")), System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal("Bạn gửi quá nhiều yêu cầu", (await Portal.ParseAsync(refused)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Endpoint_ThatNamesNoPolicy_IsClosed()
    {
        using var response = await portal.Browser().GetAsync("/test/forgotten", TestContext.Current.CancellationToken);

        Assert.NotEqual(HttpStatusCode.OK, response.StatusCode);
    }

    /// <summary>The portal with endpoints that fail on request.</summary>
    public sealed class Failing : Portal
    {
        protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.AddSingleton<Microsoft.AspNetCore.Hosting.IStartupFilter, Routes>());
        }

        private sealed class Routes : Microsoft.AspNetCore.Hosting.IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
            {
                next(app);
                ((IEndpointRouteBuilder)app.Properties["__EndpointRouteBuilder"]!).Map();
            };
        }
    }
}

file static class FailingRoutes
{
    public static void Map(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/test/status/{status:int}", (int status) => Results.StatusCode(status)).AllowAnonymous();
        routes.MapGet("/test/throw", IResult () => throw new InvalidOperationException("bí mật")).AllowAnonymous();
        routes.MapGet("/test/database", IResult () => throw new InvalidOperationException("đọc hồ sơ", new Away())).AllowAnonymous();
        routes.MapGet("/test/lookup", () => "ok").AllowAnonymous().RequireRateLimiting(RateLimits.Lookup);
        routes.MapGet("/test/forgotten", () => "open");
    }

    private sealed class Away() : DbException("connection refused");
}
