using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MotCua.Domain.Kernel;
using MotCua.TestKit;
using MotCua.Web.Tests.Accounts;
using MotCua.Web.Tests.Filing;

namespace MotCua.Web.Tests.Staff.PlanDocuments;

/// <summary>The register of documents through the pages: draft, opinions, how they were taken up, issue by who did not draft; who may do which.</summary>
public sealed class PlanDocumentPageTests
{
    private const string List = "/can-bo/ke-hoach/van-ban";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Document_FromDraftToIssue_IsReadByEverybody(DatabaseKind kind)
    {
        await using var portal = await LivePortal.StartAsync(kind, loaded: true);
        using var drafter = await portal.SignInAsync(Role.PlanOwner, "vpubnd");
        using var made = await drafter.SendFormAsync(List + "/soan", new Dictionary<string, string?> { ["Kind"] = "1", ["Title"] = "Kế hoạch rà soát", ["Unit"] = "vpubnd", ["ChangedTasks"] = "1, 3" });
        var document = OfficerSignInTests.Where(made).Split('?')[0];
        using var early = await drafter.SendFormAsync(document, new Dictionary<string, string?> { ["AskUnits"] = "stp", ["AskUntil.Day"] = "1", ["AskUntil.Month"] = "8", ["AskUntil.Year"] = "2022" }, Form("Ask"));
        Assert.Contains("Chưa có tệp dự thảo", (await early.DomAsync()).QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        using var revised = await UploadAsync(drafter, document, "Revise", "Upload", new() { ["ReviseText"] = "Bản đầu" });
        Assert.Equal(document + "?xong=Revise", OfficerSignInTests.Where(revised));
        using var asked = await drafter.SendFormAsync(document, new Dictionary<string, string?> { ["AskUnits"] = "stp", ["AskUntil.Day"] = "1", ["AskUntil.Month"] = "8", ["AskUntil.Year"] = "2022" }, Form("Ask"));
        Assert.Equal(document + "?xong=Ask", OfficerSignInTests.Where(asked));

        using var leader = await portal.SignInAsync(Role.UnitLeader, "stp");
        Assert.Single((await leader.PageAsync(List + "?donVi=stp")).QuerySelectorAll("tbody tr"));
        var opine = await leader.PageAsync(document);
        Assert.Equal([document + "?handler=Opine"], opine.QuerySelectorAll("main form").Select(f => f.GetAttribute("action")));
        using var mute = await leader.SendFormAsync(document, new Dictionary<string, string?> { ["Stand"] = "false" }, Form("Opine"));
        Assert.NotNull((await mute.DomAsync()).QuerySelector("#OpinionText-error"));
        using var given = await leader.SendFormAsync(document, new Dictionary<string, string?> { ["Stand"] = "false", ["OpinionText"] = "Thiếu kinh phí" }, Form("Opine"));
        Assert.Equal(document + "?xong=Opine", OfficerSignInTests.Where(given));

        var fields = new Dictionary<string, string?> { ["Number"] = "572/KH-UBND", ["Signer"] = "Chủ tịch UBND tỉnh" };
        using var other = await portal.SignInAsync(Role.PlanOwner, "stttt");
        Assert.Null((await drafter.PageAsync(document)).QuerySelector(Form("Issue")));
        using var owed = await UploadAsync(other, document, "Issue", "IssueUpload", fields);
        Assert.Contains("Còn 1 ý kiến", (await owed.DomAsync()).QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        using var taken = await drafter.SendFormAsync(document, new Dictionary<string, string?> { ["TakenUp"] = "Bổ sung mục kinh phí" }, Form("TakeUp"));
        Assert.Equal(document + "?xong=TakeUp", OfficerSignInTests.Where(taken));
        using var issued = await UploadAsync(other, document, "Issue", "IssueUpload", fields);
        Assert.Equal(document + "?xong=Issue", OfficerSignInTests.Where(issued));

        using var auditor = await portal.SignInAsync(Role.Auditor, "ttt");
        var page = await auditor.PageAsync(document);
        Assert.Contains("572/KH-UBND ngày 25/07/2022, Chủ tịch UBND tỉnh", page.QuerySelector(".govuk-summary-list")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Bổ sung mục kinh phí", page.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Ban hành", "Nêu cách tiếp thu", "Góp ý", "Gửi lấy ý kiến", "Sửa dự thảo", "Vào sổ dự thảo"], page.QuerySelectorAll(".mc-timeline__title").Select(t => t.TextContent));
        Assert.Empty(page.QuerySelectorAll("main form"));
        var register = await auditor.PageAsync(List + "?phan=da-ban-hanh");
        Assert.Contains("572/KH-UBND ngày 25/07/2022", register.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Quyết định giao chỉ tiêu", register.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ByWhoMayNot_IsRefused()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        using var drafter = await portal.SignInAsync(Role.PlanOwner, "vpubnd");
        using var made = await drafter.SendFormAsync(List + "/soan", new Dictionary<string, string?> { ["Kind"] = "1", ["Title"] = "Kế hoạch", ["Unit"] = "vpubnd" });
        var document = OfficerSignInTests.Where(made).Split('?')[0];
        using var stranger = await portal.SignInAsync(Role.UnitLeader, "sxd");
        Assert.Empty((await stranger.PageAsync(document)).QuerySelectorAll("main form"));
        var form = await stranger.PageAsync(List + "/soan");
        using var foreign = await stranger.SendFormAsync(List + "/soan", new Dictionary<string, string?> { ["Kind"] = "1", ["Title"] = "x", ["Unit"] = "vpubnd" });
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        foreach (var handler in new[] { "Revise", "Ask", "TakeUp", "Issue", "Drop" })
        {
            var fields = new Dictionary<string, string?> { ["SeenVersion"] = "1", ["ReviseText"] = "x", ["DropReason"] = "x", ["TakenUp"] = "x", ["Number"] = "1/KH", ["Signer"] = "x", ["__form"] = form.QuerySelector<IHtmlInputElement>("main form[method=post] input[name=__form]")!.Value };
            using var sent = await stranger.SendFormAsync(form, $"{document}?handler={handler}", fields, "main form[method=post]");
            Assert.True(sent.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{handler}: {sent.StatusCode}");
        }

        using var own = await drafter.SendFormAsync(document, new Dictionary<string, string?> { ["DropReason"] = "" }, Form("Drop"));
        Assert.NotNull((await own.DomAsync()).QuerySelector("#DropReason-error"));
        using var dropped = await drafter.SendFormAsync(document, new Dictionary<string, string?> { ["DropReason"] = "Trùng văn bản khác" }, Form("Drop"));
        Assert.Equal(document + "?xong=Drop", OfficerSignInTests.Where(dropped));
        using var forged = await drafter.GetAsync(new Uri(List + "?phan=x&loai=99&truoc=-4&donVi=mars", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.OK, forged.StatusCode);
    }

    private static string Form(string handler) => $"main form[action$='handler={handler}']";

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient browser, string address, string handler, string file, Dictionary<string, string?> fields)
    {
        var page = await browser.PageAsync(address);
        var form = page.QuerySelector<IHtmlFormElement>(Form(handler))!;
        using var content = new MultipartFormDataContent();
        foreach (var input in form.QuerySelectorAll<IHtmlInputElement>("input[name]").Where(i => i.Type != "file" && !fields.ContainsKey(i.Name!))) content.Add(new StringContent(input.Value), input.Name!);
        foreach (var (name, value) in fields) content.Add(new StringContent(value!), name);
        using var bytes = new ByteArrayContent(Applicant.Png());
        content.Add(bytes, file, "ban ky.png");
        return await browser.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
    }
}
