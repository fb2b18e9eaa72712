using System.Net.Http.Headers;
using AngleSharp.Html.Parser;

namespace MotCua.Web.Tests.Shell;

public sealed class PageWeightTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task FirstPage_WithStylesScriptAndPictures_IsAtMost60KilobytesAndLaterOnes30()
    {
        var browser = portal.Browser(https: true);
        var fetched = new HashSet<string>();

        var first = await WeighAsync(browser, "/", fetched);
        var later = await WeighAsync(browser, "/tro-giup/tiep-can", fetched);

        Assert.InRange(first, 5_000, 60_000);
        Assert.InRange(later, 1_000, 30_000);
    }

    // what a browser fetches for the page: the page, and each asset not fetched before
    private static async Task<long> WeighAsync(HttpClient browser, string address, HashSet<string> fetched)
    {
        var (weight, html) = await FetchAsync(browser, address);
        var page = new HtmlParser().ParseDocument(html);
        var assets = page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]").Select(e => e.GetAttribute("href"))
            .Concat(page.QuerySelectorAll("script[src], img[src]").Select(e => e.GetAttribute("src"))).Append("/img/ba-be.svg");
        foreach (var asset in assets)
        {
            if (fetched.Add(asset!))
            {
                weight += (await FetchAsync(browser, asset!)).Weight;
            }
        }

        return weight;
    }

    private static async Task<(long Weight, string Html)> FetchAsync(HttpClient browser, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        using var response = await browser.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Stream stream = new MemoryStream(body);
        if (response.Content.Headers.ContentEncoding.Contains("gzip"))
        {
            stream = new System.IO.Compression.GZipStream(stream, System.IO.Compression.CompressionMode.Decompress);
        }

        using var reader = new StreamReader(stream);
        return (body.Length, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }
}
