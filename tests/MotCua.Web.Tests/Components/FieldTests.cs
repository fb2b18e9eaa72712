using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MotCua.Web.Components;

namespace MotCua.Web.Tests.Components;

public sealed class FieldTests(FieldTests.Workshop portal) : IClassFixture<FieldTests.Workshop>
{
    [Fact]
    public async Task Post_WhenAnswersAreWrong_ShowsThemInTheOrderOfThePageAndKeepsTheTyping()
    {
        using var response = await Portal.PostAsync(portal.Browser(), "/bo-thanh-phan",
            ("Input.BornOn.Day", "31"), ("Input.BornOn.Month", "2"), ("Input.BornOn.Year", "1990"), ("Input.Reason", "<b>Đổi tên</b>"), ("Input.Several", "email"), ("Input.Commune", "03"));
        var page = await Portal.ParseAsync(response);

        Assert.StartsWith("Lỗi: ", page.Title);
        Assert.Equal(["#Input_FullName", "#Input_BornOn", "#Input_Kind"], page.QuerySelectorAll(".govuk-error-summary a").Select(a => a.GetAttribute("href")));
        Assert.All(page.QuerySelectorAll(".govuk-error-summary a"), a => Assert.IsType<IHtmlInputElement>(page.QuerySelector(a.GetAttribute("href")!), exactMatch: false));
        Assert.Equal("<b>Đổi tên</b>", page.GetElementById("Input_Reason")!.TextContent.TrimStart('\n'));
        Assert.Equal("31", ((IHtmlInputElement)page.GetElementById("Input_BornOn")!).Value);
        Assert.Contains("tháng 2 năm 1990 không có ngày 31", page.GetElementById("Input_BornOn-error")!.TextContent);
        Assert.Equal("true", page.GetElementById("Input_BornOn")!.GetAttribute("aria-invalid"));
        Assert.Null(page.GetElementById("Input_BornOn_Year")!.GetAttribute("aria-invalid"));
        Assert.True(((IHtmlInputElement)page.QuerySelector("input[name='Input.Several'][value=email]")!).IsChecked);
        Assert.Equal("03", ((IHtmlSelectElement)page.GetElementById("Input_Commune")!).Value);
    }

    [Fact]
    public async Task Question_NamesItsHintAndErrorToReaders()
    {
        using var response = await Portal.PostAsync(portal.Browser(), "/bo-thanh-phan");
        var page = await Portal.ParseAsync(response);

        Assert.Equal("Input_FullName-hint Input_FullName-error", page.GetElementById("Input_FullName")!.GetAttribute("aria-describedby"));
        Assert.All(page.QuerySelectorAll("[aria-describedby]"), e => Assert.All(e.GetAttribute("aria-describedby")!.Split(' '), id => Assert.NotNull(page.GetElementById(id))));
        Assert.All(page.QuerySelectorAll("fieldset"), f => Assert.NotNull(f.QuerySelector("legend")));
    }

    [Theory]
    [InlineData("", "", "", null, DateParts.None)]
    [InlineData("27", "", "1986", "Ngày sinh còn thiếu tháng", DateParts.Month)]
    [InlineData("", "", "1986", "Ngày sinh còn thiếu ngày và tháng", DateParts.Day | DateParts.Month)]
    [InlineData("30", "2", "2024", "Ngày sinh: tháng 2 năm 2024 không có ngày 30", DateParts.Day)]
    [InlineData("1", "13", "2024", "Ngày sinh phải là ngày có thật, ví dụ 27 3 1986", DateParts.Month)]
    [InlineData("1", "3", "86", "Ngày sinh: năm phải đủ 4 chữ số, ví dụ 1986", DateParts.Year)]
    [InlineData("ba", "-1", "2024", "Ngày sinh phải là ngày có thật, ví dụ 27 3 1986", DateParts.Day | DateParts.Month)]
    public void Read_WhenTheDateIsNotWhole_SaysWhichBoxIsWrong(string day, string month, string year, string? error, DateParts wrong)
    {
        var (date, said, parts) = new DateBoxes { Day = day, Month = month, Year = year }.Read("Ngày sinh");

        Assert.Null(date);
        Assert.Equal(error, said);
        Assert.Equal(wrong, parts);
    }

    [Fact]
    public void Read_OfALeapDay_GivesTheDate() =>
        Assert.Equal(new DateOnly(2024, 2, 29), new DateBoxes { Day = " 29 ", Month = "02", Year = "2024" }.Read("Ngày sinh").Date);

    [Fact]
    public void NameCells_GivesEveryBodyCellItsColumn()
    {
        var html = TableTagHelper.NameCells("<thead><tr><th>Mã</th><th class=\"num\">Lệ <b>phí</b></th></tr></thead><tbody><tr><td>A</td><td class=\"num\">1</td></tr><tr><th scope=\"row\">B</th><td>2</td></tr><tr><td colspan=\"2\">Hết</td></tr></tbody>");

        Assert.Equal("<thead><tr><th>Mã</th><th class=\"num\">Lệ <b>phí</b></th></tr></thead><tbody><tr><td data-label=\"Mã\">A</td><td data-label=\"Lệ phí\" class=\"num\">1</td></tr><tr><th data-label=\"Mã\" scope=\"row\">B</th><td data-label=\"Lệ phí\">2</td></tr><tr><td colspan=\"2\">Hết</td></tr></tbody>",
            WebUtility.HtmlDecode(html));
    }

    [Fact]
    public void Markup_EncodesTextAndAttributesAndKeepsVietnamese() =>
        Assert.Equal("<p title=\"&quot;&gt;\">Tiếng Việt &lt;script&gt;</p>", new Markup().Element("p", "Tiếng Việt <script>", ("title", "\">")).ToString());

    [Fact]
    public async Task Kit_InProduction_IsNotThere()
    {
        using var production = new Portal();

        await Portal.PageAsync(production.Browser(), "/bo-thanh-phan", HttpStatusCode.NotFound);
    }

    /// <summary>The portal as developers see it.</summary>
    public sealed class Workshop : Portal
    {
        public Workshop() => Environment = "Development";
    }
}
