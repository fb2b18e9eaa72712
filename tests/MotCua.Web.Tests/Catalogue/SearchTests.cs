using System.Net;
using System.Net.Http.Json;
using AngleSharp.Dom;
using MotCua.App.Kernel;
using MotCua.TestKit;
using MotCua.Web.Api;

namespace MotCua.Web.Tests.Catalogue;

public sealed class SearchTests(LoadedPortal loaded) : IClassFixture<LoadedPortal>
{
    private readonly LivePortal _portal = loaded.Portal;

    [Fact]
    public async Task Search_CommittedQueries_FindTheirProcedureInTheFirstThree()
    {
        var questions = ReferenceTable.ReadFile(Path.Combine(AppContext.BaseDirectory, "data", "search", "queries.csv"), "queries.csv", ["query", "codes", "scope"],
            r => (Text: r.Required("query"), Codes: r.List("codes"), Scope: r["scope"])).Rows.Where(q => q.Scope == "public" && !Domain.Catalogue.ProcedureCode.TryNormalize(q.Text, out _)).Where((_, i) => i % 5 == 0).ToList();
        var browser = _portal.Stranger();
        var wrong = new List<string>();
        foreach (var question in questions)
        {
            var page = await browser.PageAsync("/thu-tuc?q=" + Uri.EscapeDataString(question.Text));
            if (!Codes(page).Take(3).Any(question.Codes.Contains))
            {
                wrong.Add(question.Text);
            }
        }

        Assert.True(questions.Count >= 20);
        Assert.True(wrong.Count <= questions.Count / 10, string.Join("; ", wrong));
    }

    [Fact]
    public async Task Home_AnyService_IsUnderThreeClicksAway()
    {
        var browser = _portal.Stranger();
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var first in Links(await browser.PageAsync("/")))
        {
            reached.Add(first);
            using var response = await browser.GetAsync(new Uri(first, UriKind.Relative), TestContext.Current.CancellationToken);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                reached.UnionWith(Links(await response.DomAsync()));
            }
        }

        Assert.Subset(reached, (await PublicCodesAsync()).Select(c => "/thu-tuc/" + c).ToHashSet());

        static IEnumerable<string> Links(IParentNode page) => page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!).Distinct();
    }

    [Theory]
    [InlineData("?viec=sinh-con", "1.001193")]
    [InlineData("?linh-vuc=ho-tich&cap=xa", "1.001193")]
    [InlineData("?cap=tinh&don-vi=stnmt", "1.012783")]
    [InlineData("?don-vi=ba-be", "1.013225")]
    [InlineData("?don-vi=xa-01918&viec=sinh-con", "1.001193")]
    public async Task Search_Filters_KeepWhatFits(string query, string code)
    {
        var browser = _portal.Stranger();
        var found = new List<string>();
        for (var next = "/thu-tuc" + query; next is not null;)
        {
            var page = await browser.PageAsync(next);
            found.AddRange(Codes(page));
            next = page.QuerySelector(".mc-pager__link--next")?.GetAttribute("href");
        }

        Assert.Contains(code, found);
        Assert.Equal(found.Distinct(), found);
        Assert.True(found.Count < 206);
    }

    [Fact]
    public async Task Search_Pages_GoForwardAndBack()
    {
        var browser = _portal.Stranger();
        var first = await browser.PageAsync("/thu-tuc");
        var second = await browser.PageAsync(first.QuerySelector(".mc-pager__link--next")!.GetAttribute("href")!);
        var back = second.QuerySelectorAll(".mc-pager__link").First(a => !a.ClassList.Contains("mc-pager__link--next")).GetAttribute("href")!;

        Assert.Equal(15, Codes(first).Count());
        Assert.Empty(Codes(first).Intersect(Codes(second)));
        Assert.Equal(Codes(first), Codes(await browser.PageAsync(back)));
    }

    [Theory]
    [InlineData("khaii sinhh", "khai sinh")]
    [InlineData("giaays khai sinh", "giấy khai sinh")]
    public async Task Search_Typo_OffersTheSpelling(string typed, string offered)
    {
        var page = await _portal.Stranger().PageAsync("/thu-tuc?q=" + Uri.EscapeDataString(typed));

        Assert.Contains(page.QuerySelectorAll("main a"), a => a.TextContent == offered);
        Assert.NotEmpty(Codes(page));
    }

    [Theory]
    [InlineData("làm lại bằng lái", "3.000348", "Chưa nộp trực tuyến được")]
    [InlineData("hộ chiếu", "1.001456", "Ngành dọc")]
    public async Task Search_WhatIsNotFiledHere_SaysSoAndWhereToGo(string typed, string code, string tag)
    {
        var page = await _portal.Stranger().PageAsync("/thu-tuc?q=" + Uri.EscapeDataString(typed));

        Assert.Contains(code, Codes(page).Take(3));
        var line = page.QuerySelectorAll(".mc-results > li").First(li => li.TextContent.Contains(code, StringComparison.Ordinal));
        Assert.Contains(tag, line.TextContent);
        Assert.Contains("Nộp tại", line.TextContent);
    }

    [Theory]
    [InlineData("ly hôn", "Tòa án")]
    [InlineData("đóng thuế đất", "Thuế")]
    [InlineData("bảo hiểm thất nghiệp", "Trung tâm Dịch vụ việc làm")]
    public async Task Search_MatterOfAnotherAgency_IsNamedFirst(string typed, string agency)
    {
        var page = await _portal.Stranger().PageAsync("/thu-tuc?q=" + Uri.EscapeDataString(typed));

        Assert.Contains(agency, page.QuerySelector(".govuk-notification-banner")!.TextContent);
    }

    [Fact]
    public async Task Suggestions_WhileTyping_AreThoseOfTheSearchPageAndSayWhatIsNotFiledHere()
    {
        var browser = _portal.Stranger();

        async Task<ProcedureSuggestion[]> SuggestAsync(string typed) =>
            (await browser.GetFromJsonAsync<ProcedureSuggestion[]>("/thu-tuc/goi-y?q=" + Uri.EscapeDataString(typed), TestContext.Current.CancellationToken))!;

        Assert.Equal("/thu-tuc/1.001193", (await SuggestAsync("giay khai sin"))[0].Url);
        Assert.Contains(await SuggestAsync("làm lại bằng lái"), s => s is { Url: "/thu-tuc/3.000348", Note: "Chưa nộp trực tuyến được" });
        Assert.Contains("Tòa án", (await SuggestAsync("ly hôn"))[0].Name);
        Assert.Empty(await SuggestAsync(" "));
        Assert.Equal("/thu-tuc/goi-y", (await browser.PageAsync("/")).GetElementById("tim-kiem")!.GetAttribute("data-suggest"));
    }

    [Fact]
    public async Task Search_WithFilter_ShowsWhatCanBeFiledOnly()
    {
        var page = await _portal.Stranger().PageAsync("/thu-tuc?q=" + Uri.EscapeDataString("giấy phép") + "&cap=tinh");

        Assert.Subset((await PublicCodesAsync()).ToHashSet(), Codes(page).ToHashSet());
    }

    [Fact]
    public async Task Search_NothingFound_SaysWhoHelps()
    {
        var page = await _portal.Stranger().PageAsync("/thu-tuc?q=zzzzqqqq");

        Assert.Contains("18001096", page.QuerySelector(".mc-empty")!.TextContent);
    }

    [Theory]
    [InlineData("?q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("?viec=khong-co&linh-vuc=x&cap=bo&don-vi=y&doi-tuong=z&sau=9")]
    public async Task Search_BadInput_IsAnEmptyListNotAnError(string query)
    {
        var page = await _portal.Stranger().PageAsync("/thu-tuc" + query);

        Assert.Empty(page.QuerySelectorAll("main script"));
        Assert.NotNull(page.QuerySelector(".mc-empty"));
    }

    [Fact]
    public async Task Search_OverlongText_IsCut()
    {
        var page = await _portal.Stranger().PageAsync("/thu-tuc?q=" + new string('a', 1500));

        Assert.Single(page.QuerySelectorAll("h1"));
    }

    [Fact]
    public async Task Search_WholeCode_LeadsToThePage()
    {
        using var response = await _portal.Stranger().GetAsync(new Uri("/thu-tuc?q=1.001193", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/thu-tuc/1.001193", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task SiteMaps_NameEveryPublicProcedure()
    {
        var browser = _portal.Stranger();
        var codes = await PublicCodesAsync();

        var xml = await browser.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = Local(await browser.PageAsync("/so-do-trang")).ToHashSet();

        Assert.Equal(206, codes.Count);
        Assert.All(codes, c => Assert.Contains($"<loc>http://localhost/thu-tuc/{c}</loc>", xml));
        Assert.All(codes, c => Assert.Contains("/thu-tuc/" + c, page));
    }

    [Fact]
    public async Task Api_Procedures_FindsTheSame()
    {
        var found = await _portal.Stranger().GetFromJsonAsync<FoundProcedure[]>("/api/v1/public/procedures?q=so%20do", TestContext.Current.CancellationToken);

        Assert.Contains(found!.Take(3), p => p.Code == "1.012783" && p.Url == "/thu-tuc/1.012783");
    }

    [Fact]
    public async Task OpenApi_DescribesThePublicInterfaces()
    {
        var json = await _portal.Stranger().GetStringAsync(new Uri("/api/v1/openapi.json", UriKind.Relative), TestContext.Current.CancellationToken);

        Approve.Text(json, "openapi");
    }

    [Theory]
    [InlineData("/thu-tuc")]
    [InlineData("/thu-tuc/danh-muc")]
    [InlineData("/thu-tuc/1.001193")]
    [InlineData("/thu-tuc/1.001193/nop-o-dau")]
    [InlineData("/thu-tuc/1.001193/nop-o-dau?xa=01918")]
    public async Task Page_HasOneHeadingLabelsAndNoDuplicateIds(string address)
    {
        var page = await _portal.Stranger().PageAsync(address);

        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.All(page.QuerySelectorAll("input:not([type=hidden]), select, textarea"), field => Assert.NotNull(page.QuerySelector($"label[for='{field.Id}']")));
        Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src]), [onclick]"));
        Assert.All(page.QuerySelectorAll("main a[href^='#']"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")![1..])));
    }

    private async Task<List<string>> PublicCodesAsync()
    {
        await using var db = _portal.Database.NewContext();
        return [.. db.Procedures.Where(p => p.State == App.Catalogue.PublicationState.Published).Select(p => p.Code)];
    }

    private static IEnumerable<string> Local(IParentNode page) =>
        page.QuerySelectorAll("main a[href^='/']").Select(a => a.GetAttribute("href")!).Distinct();

    private static IEnumerable<string> Codes(IParentNode page) => page.QuerySelectorAll(".mc-results .mc-code").Select(e => e.TextContent);
}
