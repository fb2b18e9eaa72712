using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Documents;
using MotCua.App.Dossiers;
using MotCua.Web.Tests.Papers;

namespace MotCua.Web.Tests.Verification;

public sealed class VerificationTests
{
    private static readonly string[] Personal = ["Nông", "0912345678", "006090001234", "Tổ 5", "tai@example.vn", "Lý Văn Minh", "chưa đăng ký kết hôn"];

    [Fact]
    public async Task Get_ByToken_TellsEachStateAndNothingPersonal()
    {
        await using var stage = await PaperStage.OpenAsync();
        var stranger = stage.Portal.Stranger();
        var (number, result) = await stage.IssuedAsync();

        var genuine = await stranger.PageAsync(Links.Verify(result.VerifyToken));
        Assert.Equal("Kết quả thật, đang có hiệu lực", genuine.QuerySelector("h1")!.TextContent);
        foreach (var field in new[] { $"{number}-KQ1", "Cấp Giấy xác nhận tình trạng hôn nhân", "Ủy ban nhân dân phường Nguyễn Thị Minh Khai", "25/07/2022" }) Assert.Contains(field, Text(genuine), StringComparison.Ordinal);
        Assert.Equal("noindex", genuine.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        AssertNothingPersonal(genuine);

        await stage.SupersedeAsync(number, result.Id);
        var superseded = await stranger.PageAsync(Links.Verify(result.VerifyToken));
        Assert.Equal("Đã được thay thế", superseded.QuerySelector("h1")!.TextContent);
        var link = superseded.QuerySelectorAll("main a").OfType<IHtmlAnchorElement>().Single(a => a.TextContent.Contains("-KQ2", StringComparison.Ordinal));
        var successor = await stranger.PageAsync(link.GetAttribute("href")!);
        Assert.Equal("Kết quả thật, đang có hiệu lực", successor.QuerySelector("h1")!.TextContent);
        AssertNothingPersonal(superseded);

        var (second, revokedResult) = await stage.IssuedAsync();
        await stage.RevokeAsync(second, revokedResult.Id);
        var revoked = await stranger.PageAsync(Links.Verify(revokedResult.VerifyToken));
        Assert.Equal("Đã thu hồi", revoked.QuerySelector("h1")!.TextContent);
        Assert.Contains("không còn giá trị", Text(revoked), StringComparison.Ordinal);
        AssertNothingPersonal(revoked);
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("khong-phai-ma")]
    [InlineData("..%2f..%2fetc")]
    public async Task Get_UnknownToken_SaysSoWithoutSuggestingMore(string token)
    {
        await using var stage = await PaperStage.OpenAsync();
        using var response = await stage.Portal.Stranger().GetAsync(new Uri("/xac-thuc/" + token, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var page = await response.DomAsync();
        Assert.Equal("Không tìm thấy kết quả", page.QuerySelector("h1")!.TextContent);
        Assert.Null(page.QuerySelector("input[type=file]"));
    }

    [Fact]
    public async Task Get_DraftsToken_IsUnknown()
    {
        await using var stage = await PaperStage.OpenAsync();
        var number = await stage.AcceptAsync(await stage.SubmitAsync());
        await stage.ProcessAsync(number);
        await stage.DraftAsync(number);
        var token = "";
        await stage.InAsync(db =>
        {
            token = db.Results.Single().VerifyToken;
            return Task.CompletedTask;
        });
        using var response = await stage.Portal.Stranger().GetAsync(new Uri(Links.Verify(token), UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Get_ByTypedCode_TellsStateUnitAndDayOnly()
    {
        await using var stage = await PaperStage.OpenAsync();
        var stranger = stage.Portal.Stranger();
        var (number, result) = await stage.IssuedAsync();
        var page = await stranger.PageAsync($"{Links.Verify()}?ma={number.ToLowerInvariant()}-kq1");
        Assert.Contains("Kết quả thật, đang có hiệu lực", Text(page), StringComparison.Ordinal);
        Assert.Contains("Ủy ban nhân dân phường Nguyễn Thị Minh Khai", Text(page), StringComparison.Ordinal);
        Assert.DoesNotContain("tình trạng hôn nhân", Text(page), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(result.VerifyToken, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(result.Sha256, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        AssertNothingPersonal(page);

        using var unknown = await stranger.GetAsync(new Uri($"{Links.Verify()}?ma={number}-KQ9", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Contains("Không tìm thấy", Text(await unknown.DomAsync()), StringComparison.Ordinal);

        using var malformed = await stranger.GetAsync(new Uri($"{Links.Verify()}?ma=KQ%3Cscript%3E", UriKind.Relative));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, malformed.StatusCode);
        var again = await malformed.DomAsync();
        Assert.Equal("KQ<script>", (again.QuerySelector("main input[name=ma]") as IHtmlInputElement)?.Value); // typing kept
        Assert.NotNull(again.QuerySelector(".govuk-error-summary"));

        using var token = await stranger.GetAsync(new Uri($"{Links.Verify()}?ma={result.VerifyToken}", UriKind.Relative));
        Assert.Equal(Links.Verify(result.VerifyToken), token.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Post_File_TellsWhetherItIsTheIssuedOneAndKeepsNothing()
    {
        await using var stage = await PaperStage.OpenAsync();
        var (_, result) = await stage.IssuedAsync();
        byte[] issued;
        await using (var scope = stage.Portal.Services.CreateAsyncScope())
        {
            await using var stream = scope.ServiceProvider.GetRequiredService<FileStore>().Open(result.FileId)!;
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            issued = copy.ToArray();
        }

        var stranger = stage.Portal.Stranger();
        var before = await FilesAsync(stage);
        Assert.Equal("co", await CompareAsync(stranger, result, issued));
        issued[^1] ^= 1;
        Assert.Equal("khong", await CompareAsync(stranger, result, issued));
        Assert.Null(await CompareAsync(stranger, result, null)); // no file chosen: asked again
        Assert.Equal(before, await FilesAsync(stage));
    }

    [Fact]
    public async Task Get_TooOften_IsRefusedWithRetryAfter()
    {
        await using var stage = await PaperStage.OpenAsync(new Dictionary<string, string> { ["Limits:LookupsPerMinute"] = "3" });
        var stranger = stage.Portal.Stranger();
        for (var i = 0; i < 3; i++)
        {
            using var allowed = await stranger.GetAsync(new Uri(Links.Verify(new string('a', 24)), UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, allowed.StatusCode);
        }

        foreach (var address in new[] { Links.Verify(new string('b', 24)), $"{Links.Verify()}?ma=H03.15-220725-0001-KQ1" })
        {
            using var refused = await stranger.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
        }
    }

    private static async Task<string?> CompareAsync(HttpClient browser, ResultRow result, byte[]? file)
    {
        var page = await browser.PageAsync(Links.Verify(result.VerifyToken));
        using var form = new MultipartFormDataContent();
        foreach (var hidden in page.QuerySelectorAll("main form input[type=hidden]").OfType<IHtmlInputElement>()) form.Add(new StringContent(hidden.Value), hidden.Name!);
        if (file is not null)
        {
            var part = new ByteArrayContent(file);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            form.Add(part, "Held", "ket-qua.pdf");
        }

        using var response = await browser.PostAsync(new Uri(Links.Verify(result.VerifyToken), UriKind.Relative), form);
        Assert.Equal(file is null ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.OK, response.StatusCode);
        return (await response.DomAsync()).QuerySelector("[data-same]")?.GetAttribute("data-same");
    }

    private static Task<int> FilesAsync(PaperStage stage) =>
        Task.FromResult(Directory.EnumerateFiles(stage.Portal.Database.Home, "*", SearchOption.AllDirectories).Count(f => !f.Contains("motcua.db", StringComparison.Ordinal)));

    private static void AssertNothingPersonal(IHtmlDocument page)
    {
        foreach (var piece in Personal) Assert.DoesNotContain(piece, page.QuerySelector("main")!.OuterHtml, StringComparison.Ordinal);
    }

    private static string Text(IHtmlDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
