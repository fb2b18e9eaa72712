using System.Net;
using Microsoft.EntityFrameworkCore;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.Web.Tests.Staff;

public sealed class IssueTests
{
    [Fact]
    public async Task Issue_AfterTheLeader_GivesNumberAndOnlyThenTheResult()
    {
        await using var stage = await StaffStage.OpenAsync();
        var clerk = await stage.Portal.SignInAsync(Role.Clerk, StaffStage.Unit);
        var number = await stage.DraftedAsync();
        Assert.Contains("văn thư cho số", (await stage.Leader.PageAsync(Links.StaffAct(number, "duyet"))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await Post(stage.Leader, Links.StaffAct(number, "duyet"), ("Input.Decision", "granted"));
        Assert.Contains("Đã duyệt, chờ ban hành", (await stage.Leader.PageAsync(Links.StaffDossier(number))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain((await stage.Desk.PageAsync(Links.StaffDossier(number))).QuerySelectorAll("main a"), a => a.TextContent == "Trả kết quả");

        Assert.Contains((await clerk.PageAsync(Links.Staff())).QuerySelectorAll("main a, main td"), a => a.TextContent.Contains("Chưa ai nhận", StringComparison.Ordinal));
        var page = await clerk.PageAsync(Links.StaffAct(number, "ban-hanh"));
        Assert.Equal("1", page.QuerySelector("input[name='Input.Number']")!.GetAttribute("value"));
        using (var wrong = await clerk.SendFormAsync(page, Links.StaffAct(number, "ban-hanh"), new Dictionary<string, string?> { ["Input.Number"] = "mười hai", ["Input.Symbol"] = "GXN-UBND" }))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            var again = await wrong.DomAsync();
            Assert.NotNull(again.QuerySelector(".govuk-error-summary"));
            Assert.Equal("mười hai", again.QuerySelector("input[name='Input.Number']")!.GetAttribute("value"));
        }

        using (var unchecked_ = await clerk.SendFormAsync(page, Links.StaffAct(number, "ban-hanh"), new Dictionary<string, string?> { ["Input.Number"] = "12", ["Input.Symbol"] = "GXN-UBND" }))
        {
            Assert.Contains("đóng dấu", (await unchecked_.DomAsync()).QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        }

        await Post(clerk, Links.StaffAct(number, "ban-hanh"), ("Input.Number", "12"), ("Input.Symbol", "GXN-UBND"), ("Input.IsChecked", "true"));
        Assert.Equal(DossierState.Finished, (await stage.DossierAsync(number)).State);
        var sheet = (await stage.Desk.PageAsync(Links.StaffDossier(number))).QuerySelector("main")!;
        Assert.Contains("12/GXN-UBND", sheet.TextContent, StringComparison.Ordinal);
        Assert.Contains(sheet.QuerySelectorAll("a"), a => a.TextContent == "Trả kết quả");
        await using var db = stage.Portal.Database.NewContext();
        var token = (await db.Results.SingleAsync()).VerifyToken;
        Assert.Contains(number + "-KQ1", (await stage.Portal.Stranger().PageAsync(Links.Verify(token))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ByRole_OpensForTheClerkOnly()
    {
        await using var stage = await StaffStage.OpenAsync();
        _ = await stage.Portal.SignInAsync(Role.Clerk, StaffStage.Unit);
        var number = await stage.DraftedAsync();
        await Post(stage.Leader, Links.StaffAct(number, "duyet"), ("Input.Decision", "granted"));
        foreach (var role in Enum.GetValues<Role>())
        {
            using var here = await (await stage.Portal.SignInAsync(role, StaffStage.Unit)).GetAsync(new Uri(Links.StaffAct(number, "ban-hanh"), UriKind.Relative));
            Assert.True((here.StatusCode == HttpStatusCode.OK) == (role == Role.Clerk), $"{role}: {here.StatusCode}");
            using var elsewhere = await (await stage.Portal.SignInAsync(role, "ubnd-xa-99999")).GetAsync(new Uri(Links.StaffAct(number, "ban-hanh"), UriKind.Relative));
            Assert.True(elsewhere.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{role} elsewhere: {elsewhere.StatusCode}");
        }
    }

    private static async Task Post(HttpClient client, string address, params (string Name, string? Value)[] fields)
    {
        using var response = await client.SendFormAsync(address, fields.ToDictionary(f => f.Name, f => f.Value));
        Assert.True(response.StatusCode == HttpStatusCode.Redirect, $"{address}: {response.StatusCode} {(await response.DomAsync()).QuerySelector(".govuk-error-summary")?.TextContent}");
    }
}
