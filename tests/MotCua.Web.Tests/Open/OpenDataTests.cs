using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using MotCua.TestKit;

namespace MotCua.Web.Tests.Open;

/// <summary>Dữ liệu mở: the page, the catalogue for programs, files with tags that are asked again for nothing.</summary>
public sealed class OpenDataTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Get_EveryFileOfTheCatalogue_IsThereForOtherSitesAndProxies(DatabaseKind kind)
    {
        await using var portal = await LivePortal.StartAsync(kind, loaded: true);
        using var stranger = portal.Stranger();
        using var catalogue = JsonDocument.Parse(await stranger.GetStringAsync(new Uri("/api/v1/open/datasets", UriKind.Relative), Ct));
        Assert.Equal(8, catalogue.RootElement.GetArrayLength());
        foreach (var set in catalogue.RootElement.EnumerateArray())
        {
            Assert.Equal("CC-BY-4.0", set.GetProperty("licence").GetString());
            foreach (var format in (string[])["csv", "json"])
            {
                using var answer = await stranger.GetAsync(new Uri(set.GetProperty(format).GetString()!, UriKind.Relative), Ct);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
                Assert.Equal("cross-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
                Assert.True(answer.Headers.CacheControl is { Public: true, MaxAge: not null });
                Assert.NotNull(answer.Content.Headers.LastModified);
                Assert.Equal(format == "csv" ? "text/csv" : "application/json", answer.Content.Headers.ContentType!.MediaType);
                using var again = new HttpRequestMessage(HttpMethod.Get, answer.RequestMessage!.RequestUri);
                again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
                using var unchanged = await stranger.SendAsync(again, Ct);
                Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
            }
        }
    }

    [Theory]
    [InlineData("/api/v1/open/nothing.csv")]
    [InlineData("/api/v1/open/don-vi.xml")]
    [InlineData("/api/v1/open/don-vi.csv?nam=2022")]
    [InlineData("/api/v1/open/ket-qua-theo-thang.csv?nam=1999")]
    public async Task Get_WhatIsNotThere_IsAProblemWith404(string address)
    {
        await using var portal = await LivePortal.StartAsync();
        using var stranger = portal.Stranger();
        using var answer = await stranger.GetAsync(new Uri(address, UriKind.Relative), Ct);
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Get_Page_NamesEveryTableFieldAndTheLicence()
    {
        await using var portal = await LivePortal.StartAsync();
        using var stranger = portal.Stranger();
        var page = await stranger.PageAsync("/du-lieu-mo");
        Assert.Equal(8, page.QuerySelectorAll("main section h2").Length);
        Assert.Equal("license noopener", page.QuerySelector("main a[rel~=license]")!.GetAttribute("rel"));
        Assert.Contains(page.QuerySelectorAll("code"), c => c.TextContent == "target_percent");
        var board = await stranger.PageAsync("/chi-tieu");
        Assert.Contains(board.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/du-lieu-mo");
        Assert.Contains("/du-lieu-mo", await stranger.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative), Ct), StringComparison.Ordinal);
    }
}
