using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;
using MotCua.TestKit;

namespace MotCua.Web.Tests.Staff.Plans;

/// <summary>Plans on their pages, as people press: the plan of 2022, next year's from draft to issue, bad input, two people at once.</summary>
public sealed class PlanPagesTests
{
    private const string Plan2022 = "/can-bo/ke-hoach/dvctt-2022";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_ThePlanOf2022_ShowsGroupsUnitsTargetsAndThatItsNumberIsUnknown()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        using var leader = await portal.SignInAsync(Role.UnitLeader, "stp");

        var list = await leader.PageAsync("/can-bo/ke-hoach");
        Assert.Equal(["Quyết định đã ban hành"], list.QuerySelectorAll("caption").Select(c => c.TextContent));
        Assert.Empty(list.QuerySelectorAll("main a.govuk-button"));
        Assert.Contains("27 đơn vị, 6 nhóm", list.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var page = await leader.PageAsync(Plan2022);

        Assert.Equal(
            ["100 % 90 % 90 %", "100 % 80 % 70 %", "100 % 70 % 50 %", "100 % 60 % 30 %", "100 % 50 % 12 %", "100 % 50 % 8 %"],
            page.QuerySelectorAll("main tbody tr").Select(r => string.Join(' ', r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()))));
        Assert.Contains("UBND huyện Ba Bể · UBND huyện Na Rì · UBND huyện Pác Nặm", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("chưa rõ số", page.QuerySelector(".govuk-summary-list")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Chưa ai thay đổi gì từ khi nạp", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Draft_ToIssue_TwoPeopleAndEveryPageOnTheWay(DatabaseKind kind)
    {
        await using var portal = await LivePortal.StartAsync(kind, loaded: true);
        using var owner = await portal.SignInAsync(Role.PlanOwner, "vpubnd");
        using var leader = await portal.SignInAsync(Role.ProvinceLeader, "ubnd-tinh");
        using var unit = await portal.SignInAsync(Role.UnitLeader, "stp");
        var draft = await StartAsync(owner);
        portal.Clock.Advance(TimeSpan.FromSeconds(5));

        using var saved = await owner.SendFormAsync(draft + "/sua", new Dictionary<string, string?> { ["n5.ct3"] = "15", ["n5.ct2"] = "12,5", ["act"] = "luu" });
        Assert.Equal(draft + "?xong=luu", saved.Headers.Location!.ToString());
        var shown = await owner.PageAsync(draft);
        Assert.Equal(["Nhóm 2 huyện, thành phố TTHC có hồ sơ trực tuyến 50 % 12,5 %", "Nhóm 2 huyện, thành phố Hồ sơ trực tuyến 8 % 15 %"], Changes(shown));
        Assert.Contains("giảm từ 50 % xuống 12,5 %", shown.QuerySelector(".mc-box--gold")!.TextContent, StringComparison.Ordinal);

        portal.Clock.Advance(TimeSpan.FromSeconds(5));

        // Unconfirmed warnings stop it with the reason at the box
        using var unconfirmed = await owner.SendFormAsync(draft, new Dictionary<string, string?>(), "form[action*=Send]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unconfirmed.StatusCode);
        Assert.Equal("#Confirmed", (await unconfirmed.DomAsync()).QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        using var sent = await owner.SendFormAsync(draft, new Dictionary<string, string?> { ["Confirmed"] = "true" }, "form[action*=Send]");
        Assert.Equal(draft + "?xong=trinh", sent.Headers.Location!.ToString());

        portal.Clock.Advance(TimeSpan.FromSeconds(5));

        // Whoever drafted has no form to issue; a unit sees no draft
        var waiting = await owner.PageAsync(draft);
        Assert.Null(waiting.QuerySelector("form[action*=Issue]"));
        Assert.Contains("không tự duyệt được", waiting.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using (var hidden = await unit.GetAsync(new Uri(draft, UriKind.Relative), Ct)) Assert.Equal(HttpStatusCode.Forbidden, hidden.StatusCode);
        using (var hidden = await unit.GetAsync(new Uri("/can-bo/ke-hoach/van-ban-giao/" + draft[^32..], UriKind.Relative), Ct)) Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);

        // A missing number: the reason, the rest kept
        using var nameless = await leader.SendFormAsync(draft, Decision(number: ""), "form[action*=Issue]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        var again = await nameless.DomAsync();
        Assert.Contains("Nhập số và ký hiệu quyết định", again.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Hoàng Thu Trang", "20"), (Value(again, "Signer"), Value(again, "DecisionOn.Day")));
        using var issued = await leader.SendFormAsync(again, draft, Decision(number: "2245/QĐ-UBND"), "form[action*=Issue]");
        Assert.Equal("/can-bo/ke-hoach/dvctt-2023?ban=1&xong=ban-hanh", issued.Headers.Location!.ToString());

        var plan = await unit.PageAsync("/can-bo/ke-hoach/dvctt-2023");
        Assert.Contains("Quyết định 2245/QĐ-UBND ngày 20/07/2022", plan.QuerySelector(".govuk-summary-list")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Ban hành", "Trình duyệt", "Sửa dự thảo", "Lập dự thảo"], plan.QuerySelectorAll(".mc-timeline__title").Select(t => t.TextContent));
        var old = await unit.PageAsync(Plan2022);
        Assert.Contains("đến hết 31/12/2022", old.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var compared = await unit.PageAsync("/can-bo/ke-hoach/so-sanh");
        Assert.Equal(3, compared.QuerySelector("main table")!.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("8 % → 15 %", compared.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var docx = await unit.GetAsync(new Uri(plan.QuerySelectorAll("main a").First(a => a.TextContent == "Tải Word").GetAttribute("href")!, UriKind.Relative), Ct);
        Assert.Equal("quyet-dinh-giao-chi-tieu-2023.docx", docx.Content.Headers.ContentDisposition!.FileName);
        using var file = WordprocessingDocument.Open(await docx.Content.ReadAsStreamAsync(Ct), isEditable: false);
        Assert.Contains("12,50", file.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
        var paper = await unit.PageAsync(plan.QuerySelectorAll("main a").First(a => a.TextContent == "Văn bản giao chỉ tiêu").GetAttribute("href")!);
        Assert.Contains("Số: 2245/QĐ-UBND", paper.Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Each wrong input: status 422, the reason, a link to its box, and everything else as typed.</summary>
    [Fact]
    public async Task Edit_BadInput_IsRefusedWithTheReasonAndTheTypingStays()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        using var owner = await portal.SignInAsync(Role.PlanOwner, "vpubnd");
        var draft = await StartAsync(owner);
        var form = await owner.PageAsync(draft + "/sua");
        (Dictionary<string, string?> Typed, string Says, string? Box)[] cases =
        [
            (new() { ["n0.ct1"] = "101" }, "phải từ 0 đến 100", "n0-ct1"),
            (new() { ["n0.ct1"] = "-1" }, "phải từ 0 đến 100", "n0-ct1"),
            (new() { ["n0.ct1"] = "chín mươi" }, "«chín mươi» không phải là số", "n0-ct1"),
            (new() { ["d3.ct2"] = "100,001" }, "phải từ 0 đến 100", "d3-ct2"),
            (new() { ["ten"] = " " }, "Nhập tên kế hoạch", "ten"),
            (new() { ["tu.Day"] = "", ["tu.Month"] = "", ["tu.Year"] = "" }, "Nhập ngày bắt đầu", "tu"),
            (new() { ["den.Year"] = "2022" }, "Ngày cuối kỳ phải bằng hoặc sau", "den"),
            (new() { ["tu.Day"] = "31", ["tu.Month"] = "2" }, "tháng 2 năm 2023 không có ngày 31", "tu"),
            (new() { ["n1.ten"] = "Nhóm 1 cấp tỉnh" }, "Có hai nhóm cùng tên", "n1-ten"),
            (new() { ["n1.ten"] = "" }, "Mỗi nhóm cần tên riêng", "n1-ten"),
            (new() { ["d0.nhom"] = "huyen-1" }, "không xếp vào nhóm «Nhóm 1 huyện, thành phố» (cấp huyện) được", "d0-nhom"),
            (new() { ["d1.khoa"] = "bdt" }, "được xếp vào hai nhóm", "d1-nhom"),
            (new() { ["d1.khoa"] = "khong-co" }, "Không có đơn vị «khong-co»", null),
        ];
        foreach (var (typed, says, box) in cases)
        {
            using var answer = await owner.SendFormAsync(form, draft + "/sua", new Dictionary<string, string?>(typed) { ["ly-do"] = "Giữ lại dòng này", ["act"] = "luu" });
            var page = await answer.DomAsync();

            Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, $"{says}: {answer.StatusCode}");
            var line = page.QuerySelectorAll(".govuk-error-summary li").First(l => l.TextContent.Contains(says, StringComparison.Ordinal));
            Assert.Equal(box is null ? null : "#" + box, line.QuerySelector("a")?.GetAttribute("href"));
            if (box is not null) Assert.NotNull(page.GetElementById(box));
            Assert.Equal("Giữ lại dòng này", page.QuerySelector("textarea[name=ly-do]")!.TextContent.Trim());
            foreach (var (name, value) in typed.Where(t => !t.Key.EndsWith("khoa", StringComparison.Ordinal))) Assert.Equal(value, Value(page, name));
        }
    }

    /// <summary>What is merely unfinished is kept, told on the draft, and cannot be sent.</summary>
    [Fact]
    public async Task Edit_AnEmptyGroupAndAnOverlap_AreKeptToldAndNotSent()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        using var owner = await portal.SignInAsync(Role.PlanOwner, "vpubnd");
        var draft = await StartAsync(owner);

        using var added = await owner.SendFormAsync(draft + "/sua", new Dictionary<string, string?> { ["act"] = "them-nhom", ["cap-moi"] = "huyen", ["n0.ct3"] = "91" });
        var form = await added.DomAsync();
        Assert.Equal(("91", "huyen-3", ""), (Value(form, "n0.ct3"), Value(form, "n6.khoa"), Value(form, "n6.ten")));
        using var more = await owner.SendFormAsync(form, draft + "/sua", new Dictionary<string, string?> { ["act"] = "them-chi-tieu", ["chi-tieu-moi"] = "ct3.self", ["n6.ten"] = "Nhóm 3 huyện, thành phố" });
        form = await more.DomAsync();
        using var saved = await owner.SendFormAsync(form, draft + "/sua", new Dictionary<string, string?> { ["act"] = "luu", ["tu.Year"] = "2022", ["n0.ct3.self"] = "20" });
        Assert.Equal(HttpStatusCode.Found, saved.StatusCode);

        var page = await owner.PageAsync(draft);
        var faults = page.QuerySelectorAll(".mc-plan__faults li").Select(l => l.TextContent).ToList();
        Assert.Contains(faults, f => f.Contains("«Nhóm 3 huyện, thành phố» chưa có đơn vị nào", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("quyết định sau phải bắt đầu sau ngày đó", StringComparison.Ordinal));
        Assert.Null(page.QuerySelector("form[action*=Send]"));
        using var forced = await owner.SendFormAsync(page, draft, new Dictionary<string, string?> { ["Confirmed"] = "true", ["Reason"] = null }, "form[action*=Discard]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.StatusCode);
    }

    /// <summary>Two people: changes of different things are joined, of the same thing asked; nothing typed is lost and nothing saved overwritten.</summary>
    [Fact]
    public async Task Edit_ByTwoAtOnce_ShowsBothAndLosesNothing()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        using var first = await portal.SignInAsync(Role.PlanOwner, "vpubnd");
        using var second = await portal.SignInAsync(Role.PlanOwner, "stttt");
        var draft = await StartAsync(first);
        var (formA, formB) = (await first.PageAsync(draft + "/sua"), await second.PageAsync(draft + "/sua"));

        using var a = await first.SendFormAsync(formA, draft + "/sua", new Dictionary<string, string?> { ["n5.ct3"] = "15", ["n0.ct3"] = "92", ["act"] = "luu" });
        Assert.Equal(HttpStatusCode.Found, a.StatusCode);
        using var b = await second.SendFormAsync(formB, draft + "/sua", new Dictionary<string, string?> { ["n5.ct3"] = "20", ["n1.ct3"] = "72", ["act"] = "luu" });

        Assert.Equal(HttpStatusCode.Conflict, b.StatusCode);
        var question = await b.DomAsync();
        Assert.Equal(["Bản đã lưu: 15 %", "Bản của bạn: 20 %"], question.QuerySelectorAll(".govuk-radios__label").Select(l => l.TextContent.Trim()));
        var tables = question.QuerySelectorAll("main table").Select(t => string.Join(' ', t.QuerySelectorAll("tbody td, tbody th").Select(c => c.TextContent.Trim())));
        Assert.Equal(["Nhóm 1 cấp tỉnh Hồ sơ trực tuyến 90 % 92 %", "Nhóm 2 cấp tỉnh Hồ sơ trực tuyến 70 % 72 %"], tables);

        // Without a choice it asks again, still with everything
        using var unanswered = await second.SendFormAsync(question, draft + "/sua", new Dictionary<string, string?> { ["act"] = "ghep" });
        Assert.Equal(HttpStatusCode.Conflict, unanswered.StatusCode);
        var again = await unanswered.DomAsync();
        Assert.Contains("Chọn một bản", again.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        using var joined = await second.SendFormAsync(again, draft + "/sua", new Dictionary<string, string?> { ["act"] = "ghep", ["chon:group/huyen-2/%ct3"] = "toi" });

        Assert.Equal(HttpStatusCode.Found, joined.StatusCode);
        await using var db = portal.Database.NewContext();
        var content = PlanContents.Read((await db.PlanEditions.SingleAsync(e => e.State == PlanState.Draft, Ct)).Draft);
        Assert.Equal((92m, 72m, 20m), (content.TargetOf("vpubnd", "ct3")!.Value, content.TargetOf("syt", "ct3")!.Value, content.TargetOf("ba-be", "ct3")!.Value));
    }

    [Fact]
    public async Task Correct_ThePlanInForce_NeedsADayAfterItAndAReason()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        using var owner = await portal.SignInAsync(Role.PlanOwner, "vpubnd");
        var typed = new Dictionary<string, string?> { ["From.Day"] = "1", ["From.Month"] = "9", ["From.Year"] = "2022", ["Reason"] = "" };

        using var unreasoned = await owner.SendFormAsync(Plan2022 + "/dieu-chinh", typed);
        Assert.Equal("#Reason", (await unreasoned.DomAsync()).QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        using var tooEarly = await owner.SendFormAsync(Plan2022 + "/dieu-chinh", new Dictionary<string, string?>(typed) { ["From.Month"] = "1", ["Reason"] = "Hạ tầng" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooEarly.StatusCode);
        using var begun = await owner.SendFormAsync(Plan2022 + "/dieu-chinh", new Dictionary<string, string?>(typed) { ["Reason"] = "Hạ tầng" });

        var edit = begun.Headers.Location!.ToString();
        var form = await owner.PageAsync(edit);
        Assert.Null(form.QuerySelector("textarea[name=ten]"));
        using var saved = await owner.SendFormAsync(edit, new Dictionary<string, string?> { ["n5.ct3"] = "6", ["act"] = "luu" });
        var page = await owner.PageAsync(edit[..^4]);
        Assert.Equal(["Nhóm 2 huyện, thành phố Hồ sơ trực tuyến 8 % 6 %"], Changes(page));
        var paper = await owner.PageAsync("/can-bo/ke-hoach/van-ban-giao/" + edit[..^4][^32..]);
        Assert.Contains("Các nội dung điều chỉnh", paper.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Decision_TheUnknownNumber_IsRecordedWithItsReasonAndSeenInTheHistory()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        using var owner = await portal.SignInAsync(Role.PlanOwner, "vpubnd");
        var typed = new Dictionary<string, string?>(Decision("1712/QĐ-UBND")) { ["Reason"] = "" };
        typed.Remove("Confirmed");

        using var unreasoned = await owner.SendFormAsync(Plan2022 + "/quyet-dinh?ban=1", typed);
        var page = await unreasoned.DomAsync();
        Assert.Equal("#Reason", page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.Equal("1712/QĐ-UBND", Value(page, "DecisionNo"));
        using var done = await owner.SendFormAsync(page, Plan2022 + "/quyet-dinh?ban=1", new Dictionary<string, string?> { ["Reason"] = "Đọc bản chính" });

        var plan = await owner.PageAsync(done.Headers.Location!.ToString());
        Assert.Contains("Quyết định 1712/QĐ-UBND ngày 20/07/2022", plan.QuerySelector(".govuk-summary-list")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("chưa rõ số quyết định → Quyết định 1712/QĐ-UBND ngày 20/07/2022", plan.QuerySelector(".mc-timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Lý do: Đọc bản chính", plan.QuerySelector(".mc-timeline")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<string> StartAsync(HttpClient owner)
    {
        using var begun = await owner.SendFormAsync("/can-bo/ke-hoach/lap-moi", new Dictionary<string, string?>
        {
            ["Name"] = "Kế hoạch năm 2023",
            ["From.Day"] = "1",
            ["From.Month"] = "1",
            ["From.Year"] = "2023",
            ["To.Day"] = "31",
            ["To.Month"] = "12",
            ["To.Year"] = "2023",
        });
        Assert.Equal(HttpStatusCode.Found, begun.StatusCode);
        return begun.Headers.Location!.ToString()[..^4];
    }

    private static Dictionary<string, string?> Decision(string number) => new()
    {
        ["DecisionNo"] = number,
        ["DecisionOn.Day"] = "20",
        ["DecisionOn.Month"] = "7",
        ["DecisionOn.Year"] = "2022",
        ["Signer"] = "Hoàng Thu Trang",
        ["SignerTitle"] = "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH",
        ["Confirmed"] = "true",
    };

    private static IEnumerable<string> Changes(IHtmlDocument page) =>
        page.QuerySelectorAll("main table").First(t => t.QuerySelector("caption")!.TextContent == "Nội dung thay đổi").QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent.Trim())));

    private static string? Value(IHtmlDocument page, string name) => page.QuerySelector($"[name=\"{name}\"]") switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value,
        IHtmlTextAreaElement area => area.Value.Trim('\n'),
        _ => null,
    };
}
