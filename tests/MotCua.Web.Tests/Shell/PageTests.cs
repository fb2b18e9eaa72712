using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MotCua.Web.Tests.Shell;

public sealed partial class PageTests(Portal portal) : IClassFixture<Portal>
{
    /// <summary>Public pages that need nothing of the database.</summary>
    public static TheoryData<string> PublicPages => ["/", "/gioi-thieu", "/tro-giup", "/tro-giup/tiep-can", "/chinh-sach-rieng-tu", "/so-do-trang"];

    [Theory]
    [MemberData(nameof(PublicPages))]
    public async Task Page_HasTitleLanguageOneHeadingLandmarksAndLabels(string address)
    {
        var page = await Portal.PageAsync(portal.Browser(), address);

        Assert.Equal("vi", page.DocumentElement.GetAttribute("lang"));
        Assert.EndsWith("Cổng Dịch vụ công tỉnh Bắc Kạn", page.Title);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Equal("#noi-dung", page.QuerySelector("a.govuk-skip-link")!.GetAttribute("href"));
        Assert.NotNull(page.GetElementById("noi-dung"));
        Assert.Equal("http://portal.test" + address, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.All(page.QuerySelectorAll("input:not([type=hidden]), select, textarea"),
            field => Assert.NotNull(page.QuerySelector($"label[for='{field.Id}']")));
        Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src]), [onclick]"));
        Assert.All(page.QuerySelectorAll("a"), a => Assert.False(string.IsNullOrWhiteSpace(a.TextContent)));
    }

    [Theory]
    [MemberData(nameof(PublicPages))]
    public async Task Page_HasTheFooterOfCircular32Article16(string address)
    {
        var footer = (await Portal.PageAsync(portal.Browser(), address)).QuerySelector("footer")!.TextContent;

        Assert.All(new[] { "Cơ quan chủ quản", "Địa chỉ", "Điện thoại", "Thư điện tử", "Chịu trách nhiệm nội dung" }, part => Assert.Contains(part, footer));
    }

    [Fact]
    public async Task Page_HasKeyboardShortcutsForHomeSiteMapAndSearch()
    {
        var page = await Portal.PageAsync(portal.Browser(), "/gioi-thieu");

        Assert.Equal(["/", "/so-do-trang", "/thu-tuc", "/tro-giup/tiep-can"],
            new[] { "1", "2", "3", "0" }.Select(key => Assert.Single(page.QuerySelectorAll($"[accesskey='{key}']")).GetAttribute("href")));
    }

    [Fact]
    public async Task SiteMap_ForSearchEngines_ListsAbsoluteAddresses()
    {
        using var response = await portal.Browser().GetAsync("/sitemap.xml", TestContext.Current.CancellationToken);
        var xml = System.Xml.Linq.XDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        var addresses = xml.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => e.Value).ToList();
        Assert.Contains("http://portal.test/thu-tuc", addresses);
        Assert.All(addresses, a => Assert.StartsWith("http://portal.test/", a));
    }

    [Fact]
    public void EveryEndpoint_NamesAPolicyOrIsOpenToAll()
    {
        _ = portal.Server;
        var forgotten = portal.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetOrderedMetadata<IAuthorizeData>().All(a => a.Policy is null))
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null || e.RequestDelegate is not null)
            .Select(e => e.RoutePattern.RawText)
            .Distinct();

        Assert.Empty(forgotten);
    }

    [Fact]
    public void Pages_WriteNoAddressByHand()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(Root(), "src", "MotCua.Web"), "*.cshtml", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(pages);
        Assert.Empty(from file in pages
                     from line in File.ReadLines(file).Select((text, i) => (text, number: i + 1))
                     where AddressByHand().IsMatch(line.text) && !line.text.StartsWith("@page", StringComparison.Ordinal)
                     select $"{Path.GetFileName(file)}:{line.number} {line.text.Trim()}");
    }

    [Theory]
    [InlineData("<a href=\"/thu-tuc\">", true)]
    [InlineData("<mc-button href=\"/thu-tuc\">", true)]
    [InlineData("<form action='/thu-tuc'>", true)]
    [InlineData("<a href=\"https://example.org\">", true)]
    [InlineData("<a href=\"@Links.Home()\">", false)]
    [InlineData("<a href=\"#noi-dung\">", false)]
    [InlineData("<img src=\"~/img/mark.svg\">", false)]
    public void AddressByHand_IsRecognised(string line, bool byHand) => Assert.Equal(byHand, AddressByHand().IsMatch(line));

    [GeneratedRegex("""\b(?:href|src|action|formaction|change|newer|older)\s*=\s*["'](?:/|https?:)""")]
    private static partial Regex AddressByHand();

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MotCua.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
