using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using MotCua.Domain.Kernel;
using MotCua.TestKit;
using MotCua.Web.Tests.Accounts;
using MotCua.Web.Tests.Filing;

namespace MotCua.Web.Tests.Staff.PlanTasks;

/// <summary>Tasks of the plan through the pages: set, answered with evidence, confirmed by another, extended, cancelled; who may do which.</summary>
public sealed class PlanTaskPageTests
{
    private const string List = "/can-bo/ke-hoach/nhiem-vu";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Task_FromSettingToConfirmation_IsReadByEverybody(DatabaseKind kind)
    {
        await using var portal = await LivePortal.StartAsync(kind, loaded: true);
        using var owner = await portal.SignInAsync(Role.PlanOwner, "vpubnd");
        using var made = await owner.SendFormAsync(List + "/giao", Typed("stp"));
        var task = OfficerSignInTests.Where(made).Split('?')[0];
        using var leader = await portal.SignInAsync(Role.UnitLeader, "stp");
        using var empty = await leader.SendFormAsync(task, new Dictionary<string, string?> { ["Answer"] = "Xong 3 lớp", ["IsDone"] = "true" }, Form("Answer"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        var again = await empty.DomAsync();
        Assert.Contains("minh chứng", again.QuerySelector("#Upload-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Xong 3 lớp", again.QuerySelector("#Answer")!.TextContent.Trim());

        using var answered = await UploadAsync(leader, task);
        Assert.Equal(task + "?xong=bao-cao", OfficerSignInTests.Where(answered));
        var waiting = await leader.PageAsync(task);
        Assert.Contains("Chờ xác nhận", waiting.QuerySelector(".govuk-summary-list")!.TextContent, StringComparison.Ordinal);
        Assert.Null(waiting.QuerySelector(Form("Confirm")));
        var file = waiting.QuerySelector(".mc-timeline a")!.GetAttribute("href")!;
        Assert.Equal(Applicant.Png(), await leader.GetByteArrayAsync(new Uri(file, UriKind.Relative), Ct));

        using var confirmed = await owner.SendFormAsync(task, new Dictionary<string, string?> { ["act"] = "xac-nhan" }, Form("Confirm"));
        Assert.Equal(task + "?xong=xac-nhan", OfficerSignInTests.Where(confirmed));
        using var auditor = await portal.SignInAsync(Role.Auditor, "ttt");
        var done = await auditor.PageAsync(task);
        Assert.Equal(["Xác nhận hoàn thành", "Báo cáo hoàn thành", "Giao nhiệm vụ"], done.QuerySelectorAll(".mc-timeline__title").Select(t => t.TextContent));
        Assert.Empty(done.QuerySelectorAll("main form"));
        Assert.Contains("Tập huấn 3 lớp", (await auditor.PageAsync(List + "?phan=hoan-thanh")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extend_AndCancel_KeepTheFirstDeadlineAndTheReason()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        using var owner = await portal.SignInAsync(Role.PlanOwner, "vpubnd");
        using var made = await owner.SendFormAsync(List + "/giao", Typed("stp"));
        var task = OfficerSignInTests.Where(made).Split('?')[0];
        using var early = await owner.SendFormAsync(task, new Dictionary<string, string?> { ["DueOn.Day"] = "1", ["DueOn.Month"] = "8", ["DueOn.Year"] = "2022", ["ExtendReason"] = "x" }, Form("Extend"));
        Assert.Contains("sau hạn hiện tại", (await early.DomAsync()).QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        using var mute = await owner.SendFormAsync(task, new Dictionary<string, string?> { ["DueOn.Day"] = "30", ["DueOn.Month"] = "9", ["DueOn.Year"] = "2022" }, Form("Extend"));
        Assert.NotNull((await mute.DomAsync()).QuerySelector("#ExtendReason-error"));
        using var extended = await owner.SendFormAsync(task, new Dictionary<string, string?> { ["DueOn.Day"] = "30", ["DueOn.Month"] = "9", ["DueOn.Year"] = "2022", ["ExtendReason"] = "Chờ kinh phí" }, Form("Extend"));
        Assert.Equal(task + "?xong=gia-han", OfficerSignInTests.Where(extended));
        Assert.Contains("30/09/2022 (hạn đầu tiên 31/08/2022)", (await owner.PageAsync(task)).QuerySelector(".govuk-summary-list")!.TextContent, StringComparison.Ordinal);
        using var cancelled = await owner.SendFormAsync(task, new Dictionary<string, string?> { ["CancelReason"] = "Trùng nhiệm vụ số 2" }, Form("Cancel"));
        var page = await owner.PageAsync(task);
        Assert.Contains("Trùng nhiệm vụ số 2", page.QuerySelector(".mc-timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    /// <summary>A unit's officers set tasks for their own unit and answer for it alone; nobody else's forms are shown, and forged ones are refused.</summary>
    [Fact]
    public async Task Post_ForAnotherUnit_IsRefused()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        using var owner = await portal.SignInAsync(Role.PlanOwner, "vpubnd");
        using var made = await owner.SendFormAsync(List + "/giao", Typed("stp"));
        var task = OfficerSignInTests.Where(made).Split('?')[0];
        using var stranger = await portal.SignInAsync(Role.UnitLeader, "sxd");
        var form = await stranger.PageAsync(List + "/giao");
        Assert.Equal(["", "sxd"], form.QuerySelectorAll("#LeadUnit option").Select(o => o.GetAttribute("value")));
        using var forged = await stranger.SendFormAsync(List + "/giao", Typed("stp"));
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        using var own = await stranger.SendFormAsync(List + "/giao", Typed("sxd"));
        Assert.Equal(HttpStatusCode.Redirect, own.StatusCode);
        Assert.Empty((await stranger.PageAsync(task)).QuerySelectorAll("main form"));
        foreach (var handler in new[] { "Answer", "Confirm", "Extend", "Cancel" })
        {
            var fields = new Dictionary<string, string?> { ["SeenVersion"] = "1", ["Answer"] = "x", ["Reason"] = "x", ["CancelReason"] = "x", ["ExtendReason"] = "x", ["DueOn.Day"] = "30", ["DueOn.Month"] = "9", ["DueOn.Year"] = "2022", ["Title"] = null };
            using var sent = await stranger.SendFormAsync(form, $"{task}?handler={handler}", WithToken(form, fields), "main form[method=post]");
            Assert.True(sent.StatusCode is HttpStatusCode.Forbidden, $"{handler}: {sent.StatusCode}");
        }

        using var late = await owner.SendFormAsync(task, new Dictionary<string, string?> { ["CancelReason"] = "x", ["SeenVersion"] = "9" }, Form("Cancel"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [Fact]
    public async Task Set_WrongTyping_SaysWhatToMendAndKeepsIt()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        using var owner = await portal.SignInAsync(Role.PlanOwner, "vpubnd");
        foreach (var (field, value, says, at) in new[] { ("Title", "", "Nhập nội dung", "Title"), ("Outcome", "", "kết quả phải có", "Outcome"), ("DueOn.Day", "32", "ngày có thật", "DueOn"), ("DueOn.Year", "2021", "từ hôm nay", "DueOn"), ("LeadUnit", "", "Chọn cơ quan chủ trì", "LeadUnit"), ("Kind", "7", "Nhập lãnh đạo", "DirectedBy") })
        {
            var typed = Typed("stp");
            typed[field] = value;
            using var refused = await owner.SendFormAsync(List + "/giao", typed);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            var page = await refused.DomAsync();
            Assert.Contains(says, page.QuerySelector($".govuk-error-summary a[href^='#{at}']")?.TextContent ?? "", StringComparison.Ordinal);
            if (field != "Outcome") Assert.Equal("Danh sách 3 lớp", page.QuerySelector("#Outcome")!.TextContent.Trim());
        }
    }

    [Fact]
    public async Task Get_ListOfThePlan_ShowsTheTasksOf2022WithTheirDeadlines()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        using var leader = await portal.SignInAsync(Role.ProvinceLeader, "ubnd-tinh");
        var page = await leader.PageAsync(List);
        Assert.Equal(15, page.QuerySelectorAll("tbody tr").Length);
        Assert.Null(page.QuerySelector("main .govuk-button[href]"));
        Assert.Contains("chưa định", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        var training = await leader.PageAsync(List + "?loai=4&donVi=stttt");
        Assert.Equal(2, training.QuerySelectorAll("tbody tr").Length);
        portal.Clock.Advance(TimeSpan.FromDays(90));
        using var later = await portal.SignInAsync(Role.ProvinceLeader, "ubnd-tinh");
        Assert.Contains("Quá hạn 23 ngày", (await later.PageAsync(List + "?phan=qua-han")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        using var forged = await later.GetAsync(new Uri(List + "?phan=x&loai=99&donVi=mars&sau=rubbish", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.OK, forged.StatusCode);
    }

    private static string Form(string handler) => $"main form[action$='handler={handler}']";

    private static Dictionary<string, string?> Typed(string unit) => new()
    {
        ["Kind"] = "4",
        ["Title"] = "Tập huấn 3 lớp",
        ["Outcome"] = "Danh sách 3 lớp",
        ["LeadUnit"] = unit,
        ["DueOn.Day"] = "31",
        ["DueOn.Month"] = "8",
        ["DueOn.Year"] = "2022",
    };

    private static Dictionary<string, string?> WithToken(IHtmlDocument page, Dictionary<string, string?> fields)
    {
        fields["__form"] = page.QuerySelector<IHtmlInputElement>("main form[method=post] input[name=__form]")!.Value;
        return fields;
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient browser, string task)
    {
        var page = await browser.PageAsync(task);
        var form = page.QuerySelector<IHtmlFormElement>(Form("Answer"))!;
        using var content = new MultipartFormDataContent();
        foreach (var hidden in form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]")) content.Add(new StringContent(hidden.Value), hidden.Name!);
        content.Add(new StringContent("Xong 3 lớp, 90 người"), "Answer");
        content.Add(new StringContent("true"), "IsDone");
        using var file = new ByteArrayContent(Applicant.Png());
        content.Add(file, "Upload", "danh sach.png");
        return await browser.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
    }
}
