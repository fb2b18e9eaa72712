using System.Net;
using System.Net.Http.Headers;

namespace MotCua.Web.Tests.Shell;

public sealed class HeaderTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/khong-co-trang-nay")]
    [InlineData("/css/motcua.css")]
    [InlineData("/sitemap.xml")]
    public async Task EveryAnswer_CarriesTheSecurityHeaders(string address)
    {
        using var response = await portal.Browser(https: true).GetAsync(address, TestContext.Current.CancellationToken);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("script-src 'self'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.StartsWith("max-age=63072000", Assert.Single(response.Headers.GetValues("Strict-Transport-Security")));
        Assert.True(response.Headers.Contains("Permissions-Policy"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task OverHttp_ThereIsNoHsts()
    {
        using var response = await portal.Browser().GetAsync("/", TestContext.Current.CancellationToken);

        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("identity")]
    public async Task Asset_ForEveryEncoding_HasABody(string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/css/motcua.css");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));

        using var response = await portal.Browser().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True((await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length > 5_000);
    }

    [Theory]
    [InlineData("/css/motcua.css")]
    [InlineData("/js/motcua.js")]
    public async Task Asset_TakesNothingFromElsewhere(string address)
    {
        var text = await portal.Browser().GetStringAsync(address, TestContext.Current.CancellationToken);

        Assert.NotEmpty(text);
        Assert.DoesNotMatch("""(?:url\(|import\s*\(?|fetch\(|open\('\w+',|\.src\s*=)\s*["']?(?:https?:)?//""", text);
        Assert.DoesNotContain("GDS Transport", text);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Page_IsCompressed(string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));

        using var response = await portal.Browser(https: true).SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(encoding, Assert.Single(response.Content.Headers.ContentEncoding));
    }

    [Fact]
    public async Task Live_AnswersWithoutTheDatabase()
    {
        using var response = await portal.Browser().GetAsync("/healthz/live", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Cookies_WhereHttpsIsRequired_AreHostOnlySecureAndHidden()
    {
        using var https = new Portal { Environment = "Development", Settings = { ["Security:RequireHttps"] = "true" } };
        using var response = await https.Browser(https: true).GetAsync("/bo-thanh-phan", TestContext.Current.CancellationToken);

        var cookies = response.Headers.GetValues("Set-Cookie").ToList();
        Assert.NotEmpty(cookies);
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-", cookie);
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task Page_WhereHttpsIsRequired_SendsHttpThere()
    {
        using var https = new Portal { Settings = { ["Security:RequireHttps"] = "true", ["https_port"] = "443" } };
        using var response = await https.Browser().GetAsync("/gioi-thieu", TestContext.Current.CancellationToken);

        Assert.Equal("https://portal.test/gioi-thieu", response.Headers.Location?.ToString());
    }
}
