using System.Net;
using Microsoft.EntityFrameworkCore;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.Web.Tests.Staff;

public sealed class StaffJourneyTests
{
    [Fact]
    public async Task Journey_DeskHandlerLeaderDesk_EndsInAResultThatAnybodyCanVerify()
    {
        await using var stage = await StaffStage.OpenAsync();
        var submitted = await stage.SubmitAsync();
        var today = await stage.Desk.PageAsync(Links.Staff());
        Assert.Contains(today.QuerySelectorAll("a.mc-code"), a => a.TextContent == submitted);

        var accept = await stage.Desk.PageAsync(Links.StaffAct(submitted, "tiep-nhan"));
        Assert.Contains("Vì sao là", accept.Body!.TextContent, StringComparison.Ordinal);
        using var accepted = await stage.Desk.SendFormAsync(accept, Links.StaffAct(submitted, "tiep-nhan"), new Dictionary<string, string?>());
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        var done = await stage.Desk.PageAsync(accepted.Headers.Location!.OriginalString);
        Assert.Contains("H03.60.01-220725-0001", done.QuerySelector(".govuk-notification-banner")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("17:00", done.QuerySelector(".govuk-notification-banner")!.TextContent, StringComparison.Ordinal);

        const string number = "H03.60.01-220725-0001";
        await Post(stage.Handler, Links.StaffDossier(number), ("act", "nhan-xu-ly"));
        await Post(stage.Handler, Links.StaffAct(number, "du-thao"), ("Input.Text", "Xác nhận ông Nông Văn Tài chưa đăng ký kết hôn với ai."));
        await Post(stage.Handler, Links.StaffAct(number, "chuyen-buoc"), ("Input.Text", "Trình ký"));
        await Post(stage.Leader, Links.StaffDossier(number), ("act", "nhan-viec"));
        var decide = await stage.Leader.PageAsync(Links.StaffAct(number, "duyet"));
        var preview = decide.QuerySelector("a[href*='xem-du-thao']")!.GetAttribute("href")!;
        using (var pdf = await stage.Leader.GetAsync(new Uri(preview, UriKind.Relative))) Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
        await Post(stage.Leader, Links.StaffAct(number, "duyet"), ("Input.Decision", "granted"));
        await Post(stage.Desk, Links.StaffAct(number, "tra-ket-qua"), ("Input.Way", "counter"), ("Input.To", "owner"));
        Assert.Equal(DossierState.Returned, (await stage.DossierAsync(number)).State);

        await using var db = stage.Portal.Database.NewContext();
        var result = await db.Results.SingleAsync();
        var verified = await stage.Portal.Stranger().PageAsync(Links.Verify(result.VerifyToken));
        var words = verified.QuerySelector("main")!.TextContent;
        Assert.Contains(number + "-KQ1", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Nông Văn Tài", words, StringComparison.Ordinal);

        // The file that was issued is the file that is compared
        var sheet = await stage.Desk.PageAsync(Links.StaffDossier(number));
        using var file = await stage.Desk.GetAsync(new Uri(sheet.QuerySelector("#ket-qua ~ section a[href*='/tep/']")!.GetAttribute("href")!, UriKind.Relative));
        var bytes = await file.Content.ReadAsByteArrayAsync();
        Assert.Contains("đúng là bản đã cấp", await Compare(stage, result.VerifyToken, bytes), StringComparison.Ordinal);
        bytes[^9] ^= 1;
        Assert.Contains("không phải bản đã cấp", await Compare(stage, result.VerifyToken, bytes), StringComparison.Ordinal);
        Assert.Contains(await db.DossierReads.Select(r => r.What).ToListAsync(), w => w == "file");
    }

    [Fact]
    public async Task Post_WhenVersionIsStale_ShowsConflictAndKeepsTyping()
    {
        await using var stage = await StaffStage.OpenAsync();
        var code = await stage.SubmitAsync();
        var other = await stage.Portal.SignInAsync(Role.DeskOfficer, StaffStage.Unit);
        var address = Links.StaffAct(code, "tu-choi");
        var stale = await stage.Desk.PageAsync(address);
        await Post(other, Links.StaffAct(code, "huong-dan"), ("Input.Items[1].What", "Thiếu căn cước"));
        using var response = await stage.Desk.SendFormAsync(stale, address, new Dictionary<string, string?> { ["Input.Ground"] = "khong-tham-quyen", ["Input.Text"] = "Nộp tại phường Sông Cầu" });
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var page = await response.DomAsync();
        Assert.Contains("Hướng dẫn hoàn thiện hồ sơ (Mẫu 02)", page.QuerySelector(".govuk-notification-banner")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Hoàng Thị Lan", page.QuerySelector(".govuk-notification-banner")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Nộp tại phường Sông Cầu", page.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal("2", page.QuerySelector("input[name=SeenVersion]")!.GetAttribute("value"));
        Assert.Equal(DossierState.AwaitingSupplement, (await stage.DossierAsync(code)).State);
    }

    [Fact]
    public async Task Post_WithoutGround_ShowsErrorAtTheFieldAndKeepsTyping()
    {
        await using var stage = await StaffStage.OpenAsync();
        var code = await stage.SubmitAsync();
        using var response = await stage.Desk.SendFormAsync(Links.StaffAct(code, "tu-choi"), new Dictionary<string, string?> { ["Input.Text"] = "Sai nơi nộp" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await response.DomAsync();
        Assert.NotNull(page.QuerySelector(".govuk-error-summary"));
        Assert.Equal("Sai nơi nộp", page.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task Pages_ByRole_OpenOnlyForWhoMay()
    {
        await using var stage = await StaffStage.OpenAsync();
        var submitted = await stage.SubmitAsync();
        var accepted = await stage.AcceptedAsync();
        var roles = Enum.GetValues<Role>();
        Role[] readers = [Role.DeskOfficer, Role.Handler, Role.UnitLeader, Role.Clerk];
        var pages = new (string Address, Role[] Allowed)[]
        {
            (Links.Staff(), readers), (Links.StaffDossiers(), readers), (Links.StaffDossier(accepted), readers), (Links.StaffReceive(), [Role.DeskOfficer]),
            (Links.StaffReceiveProcedure(StaffStage.Procedure), [Role.DeskOfficer]), (Links.StaffAct(submitted, "tiep-nhan"), [Role.DeskOfficer]), (Links.StaffAct(submitted, "tu-choi"), [Role.DeskOfficer]),
            (Links.Paper(accepted, App.Dossiers.PaperForm.Receipt), readers), (Links.StaffAct(accepted, "duyet"), [Role.UnitLeader]), (Links.StaffAct(accepted, "hen-lai"), [Role.UnitLeader]),
        };
        foreach (var role in roles)
        {
            var (here, elsewhere) = (await stage.Portal.SignInAsync(role, StaffStage.Unit), await stage.Portal.SignInAsync(role, "ubnd-xa-99999"));
            foreach (var (address, allowed) in pages)
            {
                using var response = await here.GetAsync(new Uri(address, UriKind.Relative));
                Assert.True((response.StatusCode == HttpStatusCode.OK) == allowed.Contains(role), $"{role} {address}: {response.StatusCode}");
                if (!address.Contains(submitted, StringComparison.Ordinal) && !address.Contains(accepted, StringComparison.Ordinal)) continue;
                using var foreign = await elsewhere.GetAsync(new Uri(address, UriKind.Relative));
                Assert.True(foreign.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{role} elsewhere {address}: {foreign.StatusCode}");
            }
        }

        using var stranger = await stage.Portal.Stranger().GetAsync(new Uri(Links.StaffDossier(accepted), UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, stranger.StatusCode);
    }

    [Fact]
    public async Task Acts_EachPageOfAnAct_OpensForWhoMayDoIt()
    {
        await using var stage = await StaffStage.OpenAsync();
        var drafted = await stage.DraftedAsync();
        foreach (var act in new[] { "yeu-cau-bo-sung", "rut", "yeu-cau-nop", "thu-phi" }) Assert.NotNull((await stage.Desk.PageAsync(Links.StaffAct(drafted, act))).QuerySelector("main form input[name=SeenVersion]"));
        foreach (var act in new[] { "duyet", "hen-lai", "dung", "tra-lai-buoc", "yeu-cau-nop" }) Assert.NotNull((await stage.Leader.PageAsync(Links.StaffAct(drafted, act))).QuerySelector("main form input[name=SeenVersion]"));
        await Post(stage.Leader, Links.StaffAct(drafted, "hen-lai"), ("NewDueOn.Day", "5"), ("NewDueOn.Month", "8"), ("NewDueOn.Year", "2022"), ("Input.Text", "Chờ xác minh"));
        Assert.Contains("Chờ xác minh", (await stage.Leader.PageAsync(Links.Paper(drafted, App.Dossiers.PaperForm.Apology))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await Post(stage.Leader, Links.StaffAct(drafted, "dung"), ("Input.Text", "Có tranh chấp"));
        await Post(stage.Leader, Links.StaffAct(drafted, "giai-quyet-tiep"), ("Input.Text", "Hết tranh chấp"));
        await Post(stage.Desk, Links.StaffAct(drafted, "yeu-cau-bo-sung"), ("Input.Items[1].What", "Căn cước bị mờ"));
        Assert.Contains("Căn cước bị mờ", (await stage.Desk.PageAsync(Links.Paper(drafted, App.Dossiers.PaperForm.Supplement))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await Post(stage.Desk, Links.StaffAct(drafted, "nhan-bo-sung"), ("Papers[0].Copies", "1"));
        await Post(stage.Leader, Links.StaffAct(drafted, "duyet"), ("Input.Decision", "refused"), ("Input.Ground", "khong-du-dieu-kien"), ("Input.Text", "Chưa đủ điều kiện"));
        Assert.Contains("Chưa đủ điều kiện", (await stage.Desk.PageAsync(Links.Paper(drafted, App.Dossiers.PaperForm.Refusal))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Phiếu kiểm soát", (await stage.Desk.PageAsync(Links.Paper(drafted, App.Dossiers.PaperForm.Control))).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(DossierOutcome.Refused, (await stage.DossierAsync(drafted)).Outcome);
    }

    [Theory]
    [InlineData("nong van tai", true)]
    [InlineData("0912345678", true)]
    [InlineData("006090001000", true)]
    [InlineData("khong co ai", false)]
    public async Task Search_ByWords_FindsOrSaysWhatToDo(string words, bool found)
    {
        await using var stage = await StaffStage.OpenAsync();
        var code = await stage.SubmitAsync();
        using var sent = await stage.Desk.SendFormAsync(Links.StaffDossiers(), new Dictionary<string, string?> { ["q"] = words }, "form.mc-filter");
        var address = sent.Headers.Location!.OriginalString;
        Assert.DoesNotContain(Uri.EscapeDataString(words), address, StringComparison.Ordinal);
        var page = await stage.Desk.PageAsync(address);
        Assert.Equal(found, page.QuerySelectorAll("a.mc-code").Any(a => a.TextContent == code));
        Assert.Equal(!found, page.QuerySelector("main")!.TextContent.Contains("Không có hồ sơ nào", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_AfterTheSessionEnded_KeepsTheTypingThroughSigningInAndDoesNothingMeanwhile()
    {
        await using var stage = await StaffStage.OpenAsync();
        var code = await stage.SubmitAsync();
        var address = Links.StaffAct(code, "rut");
        var page = await stage.Desk.PageAsync(address);
        var cookies = new CookieContainer();
        var stranger = stage.Portal.Browser(cookies);
        var token = page.QuerySelector("main form input[name=__form]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["__form"] = token, ["SeenVersion"] = "1", ["Input.Text"] = "Công dân xin rút để nộp lại" }),
        };
        request.Headers.Referrer = new Uri("http://localhost" + address);
        using var sent = await stranger.SendAsync(request);
        Assert.Contains(Uri.EscapeDataString(Links.StaffResend()), sent.Headers.Location!.OriginalString, StringComparison.Ordinal);

        var officer = await stage.Portal.SignInAsync(await stage.Portal.OfficerAsync(new Grant(Role.DeskOfficer, "xa-01840")));
        var kept = cookies.GetAllCookies().Single(c => c.Name.Contains("mc-dang-go", StringComparison.Ordinal));
        using var back = new HttpRequestMessage(HttpMethod.Get, new Uri(Links.StaffResend(), UriKind.Relative));
        back.Headers.Add("Cookie", $"{kept.Name}={kept.Value}");
        using var shown = await officer.SendAsync(back);
        var again = await shown.DomAsync();
        Assert.Equal("Công dân xin rút để nộp lại", again.QuerySelector("main input[name='Input.Text']")?.GetAttribute("value"));
        Assert.Equal(address, again.QuerySelector("main form")!.GetAttribute("action"));
        Assert.Equal(DossierState.Submitted, (await stage.DossierAsync(code)).State);
    }

    [Fact]
    public async Task Search_WithWordsSealedForAnother_AsksToTypeAgain()
    {
        await using var stage = await StaffStage.OpenAsync();
        var page = await stage.Desk.PageAsync(Links.StaffQueue("tat-ca", "CfDJ8-khong-phai"));
        Assert.Contains("Nhập lại nội dung cần tìm", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0123456789abcdef01234567")]
    [InlineData("khong-phai-ma")]
    public async Task Verify_UnknownToken_Is404(string token)
    {
        await using var stage = await StaffStage.OpenAsync();
        using var response = await stage.Portal.Stranger().GetAsync(new Uri(Links.Verify(token), UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static async Task Post(HttpClient browser, string address, params (string Name, string Value)[] fields)
    {
        using var response = await browser.SendFormAsync(address, fields.ToDictionary(f => f.Name, f => (string?)f.Value));
        Assert.True(response.StatusCode == HttpStatusCode.Redirect, $"{address}: {response.StatusCode} {(await response.DomAsync()).QuerySelector(".govuk-error-summary")?.TextContent}");
        Assert.Contains("xong=", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    private static async Task<string> Compare(StaffStage stage, string token, byte[] bytes)
    {
        var browser = stage.Portal.Stranger();
        var page = await browser.PageAsync(Links.Verify(token));
        using var content = new MultipartFormDataContent { { new ByteArrayContent(bytes), "Held", "kq.pdf" }, { new StringContent(page.QuerySelector("main form input[name=__form]")!.GetAttribute("value")!), "__form" } };
        using var response = await browser.PostAsync(new Uri(Links.Verify(token), UriKind.Relative), content);
        return (await response.DomAsync()).QuerySelector("main")!.TextContent;
    }
}
