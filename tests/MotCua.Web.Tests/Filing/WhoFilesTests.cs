using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.Web.Tests.Filing;

/// <summary>Whose dossier, who helps, which case: asked one thing a page, without JavaScript, on the province's data.</summary>
public sealed class WhoFilesTests
{
    private static readonly Dictionary<string, string?> Applicants = new()
    {
        ["q.ai_ho_ten"] = "Hoàng Thị Lan",
        ["q.ai_ngay_sinh.Day"] = "17",
        ["q.ai_ngay_sinh.Month"] = "5",
        ["q.ai_ngay_sinh.Year"] = "1990",
        ["q.ai_so_dinh_danh"] = "006190009999",
        ["q.ai_noi_cu_tru.street"] = "Tổ 2",
        ["q.ai_noi_cu_tru.division"] = "01843",
        ["q.ai_can_cu"] = "cha_me",
        ["q.ai_giay"] = "Giấy khai sinh số 45/2012",
    };

    [Theory, BothDatabases]
    public async Task ForAnotherWithHelp_FromTheFirstQuestionToTheOfficersSheet_ShowsTheFourPersons(DatabaseKind kind)
    {
        await using var portal = await LivePortal.StartAsync(kind, loaded: true);
        var lan = await Applicant.AtAsync(portal, "006190009999", "Hoàng Thị Lan");
        var citizen = await Applicant.AtAsync(portal);
        var draft = await citizen.BeginAsync();
        using (var nothing = await citizen.FillAsync(draft, "cua-ai", new Dictionary<string, string?>()))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
            Assert.NotNull((await nothing.DomAsync()).QuerySelector(".govuk-error-summary a[href='#q_ai_cua_ai']"));
        }

        Assert.EndsWith("/trang/chu-ho-so", await NextAsync(citizen, draft, "cua-ai", new() { ["q.ai_cua_ai"] = "nguoi_khac" }), StringComparison.Ordinal);

        // The law's checks warn and do not block; the typing is kept on an error
        using (var wrong = await citizen.FillAsync(draft, "chu-ho-so", new Dictionary<string, string?>(Applicants) { ["q.ai_ngay_sinh.Month"] = "13", ["q.ai_can_cu"] = null }))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            Assert.Equal("Hoàng Thị Lan", (await wrong.DomAsync()).QuerySelector<IHtmlInputElement>("[name='q.ai_ho_ten']")!.Value);
        }

        Assert.EndsWith("/trang/nguoi-giup", await NextAsync(citizen, draft, "chu-ho-so", Applicants), StringComparison.Ordinal);
        Assert.EndsWith("/trang/ten-nguoi-giup", await NextAsync(citizen, draft, "nguoi-giup", new() { ["q.ai_giup"] = "to_cong_nghe" }), StringComparison.Ordinal);
        Assert.EndsWith("/trang/truong-hop", await NextAsync(citizen, draft, "ten-nguoi-giup", new() { ["q.ai_giup_ten"] = "Ma Văn Tình" }), StringComparison.Ordinal);
        var cases = await citizen.Browser.PageAsync(draft + "/trang/truong-hop");
        Assert.Contains("3 ngày làm việc", cases.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(draft, await NextAsync(citizen, draft, "truong-hop", new() { ["q.ai_truong_hop"] = "th1" }));
        foreach (var (page, typed) in Applicant.MaritalAnswers)
        {
            using var saved = await citizen.FillAsync(draft, page, typed);
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        }

        await citizen.GivePapersAsync(draft);
        var check = await citizen.Browser.PageAsync(draft + "/kiem-tra");
        Assert.Empty(check.QuerySelectorAll(".govuk-error-summary"));
        foreach (var said in new[] { "Hoàng Thị Lan", "17/05/1990", "Ma Văn Tình", "Tổ công nghệ số cộng đồng giúp", "3 ngày làm việc" }) Assert.Contains(said, check.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(check.QuerySelector("a[href$='/trang/nguoi-giup?tu=kiem-tra']"));
        var code = Applicant.CodeOf(await citizen.SubmitAsync(draft));

        // Both see it, nobody else
        var theirs = await lan.Browser.PageAsync("/ho-so-cua-toi/" + code);
        Assert.Contains("Hoàng Thị Lan (bạn)", theirs.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nông Văn Tài, nộp thay", theirs.QuerySelector(".mc-timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(code, (await lan.Browser.PageAsync("/ho-so-cua-toi")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nông Văn Tài (bạn), đại diện theo pháp luật", (await citizen.Browser.PageAsync("/ho-so-cua-toi/" + code)).Body!.TextContent, StringComparison.Ordinal);
        var stranger = await Applicant.AtAsync(portal, "006090001111", "Lý Văn Sơn");
        using (var hidden = await stranger.Browser.GetAsync(new Uri("/ho-so-cua-toi/" + code, UriKind.Relative), TestContext.Current.CancellationToken)) Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);

        await using var db = portal.Database.NewContext();
        var dossier = await db.Dossiers.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((AssistedBy.CommunityTeam, SubmitterStanding.LegalRepresentative, "th1", "01843"), (dossier.AssistedBy, dossier.Standing, dossier.LimitCase, dossier.ApplicantCommune));
        var desk = await portal.SignInAsync(Role.DeskOfficer, dossier.Place);
        var sheet = (await desk.PageAsync(Links.StaffDossier(code))).QuerySelector("main")!.TextContent;
        foreach (var said in new[] { "Hoàng Thị Lan", "Nông Văn Tài (đại diện theo pháp luật)", "Cha, mẹ của con chưa thành niên. Giấy khai sinh số 45/2012", "Tổ công nghệ số cộng đồng hỗ trợ: Ma Văn Tình", "Chưa tiếp nhận" })
        {
            Assert.Contains(said, sheet, StringComparison.Ordinal);
        }

        // The desk finds another case: only with a reason, and the appointment follows it
        var accept = await desk.PageAsync(Links.StaffAct(code, "tiep-nhan"));
        Assert.Equal("th1", accept.QuerySelector<IHtmlInputElement>("[name='Input.LimitCase']:checked")!.Value);
        using (var refused = await desk.SendFormAsync(accept, Links.StaffAct(code, "tiep-nhan"), new Dictionary<string, string?> { ["Input.LimitCase"] = "th2" }))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.NotNull((await refused.DomAsync()).QuerySelector(".govuk-error-summary a[href='#Input_CaseReason']"));
        }

        using (var done = await desk.SendFormAsync(accept, Links.StaffAct(code, "tiep-nhan"), new Dictionary<string, string?> { ["Input.LimitCase"] = "th2", ["Input.CaseReason"] = "Phải xác minh nơi cư trú trước đây" }))
        {
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        }

        await using var after = portal.Database.NewContext();
        var accepted = await after.Dossiers.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("th2", "23 calendar-days"), (accepted.LimitCase, accepted.Limit));
        Assert.Contains("Phải xác minh nơi cư trú trước đây", (await lan.Browser.PageAsync("/ho-so-cua-toi/" + accepted.Number)).QuerySelector(".mc-timeline")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangedFromTheCheck_ToAnother_AsksWhatThatOpensThenComesBack()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        var citizen = await Applicant.AtAsync(portal);
        var draft = await citizen.ReadyAsync();
        using var changed = await citizen.Browser.SendFormAsync(draft + "/trang/cua-ai?tu=kiem-tra", new Dictionary<string, string?> { ["q.ai_cua_ai"] = "nguoi_khac", ["lam"] = "tiep" });
        Assert.EndsWith("/trang/chu-ho-so?tu=kiem-tra", Applicant.Location(changed), StringComparison.Ordinal);
        Assert.NotEmpty((await citizen.Browser.PageAsync(draft + "/kiem-tra")).QuerySelectorAll(".govuk-error-summary li"));
        using var given = await citizen.Browser.SendFormAsync(draft + "/trang/chu-ho-so?tu=kiem-tra", new Dictionary<string, string?>(Applicants) { ["lam"] = "tiep" });
        Assert.EndsWith("/kiem-tra", Applicant.Location(given), StringComparison.Ordinal);
    }

    private static async Task<string> NextAsync(Applicant citizen, string draft, string page, Dictionary<string, string?> typed)
    {
        using var saved = await citizen.FillAsync(draft, page, typed);
        Assert.True(saved.StatusCode == HttpStatusCode.Redirect, $"{page}: {(await saved.DomAsync()).QuerySelector(".govuk-error-summary")?.TextContent}");
        return Applicant.Location(saved);
    }
}
