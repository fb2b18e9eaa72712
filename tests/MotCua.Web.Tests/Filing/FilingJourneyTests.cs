using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.TestKit;

namespace MotCua.Web.Tests.Filing;

/// <summary>Whole filings without JavaScript, on the province's own data.</summary>
public sealed class FilingJourneyTests
{
    [Theory, BothDatabases]
    public async Task RealForm_FromStartToConfirmation_GivesACodeAndWhatComesNext(DatabaseKind kind)
    {
        await using var portal = await LivePortal.StartAsync(kind, loaded: true);
        var citizen = await Applicant.AtAsync(portal);
        var draft = await citizen.StartAsync();
        var tasks = await citizen.Browser.PageAsync(draft);
        Assert.Contains("Chưa nộp", tasks.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(6 + 3, tasks.QuerySelectorAll("a.govuk-task-list__link").Count(a => a.GetAttribute("href")!.Contains("/trang/", StringComparison.Ordinal)));

        // What the account knows is shown with its source and cannot be typed
        var first = await citizen.Browser.PageAsync(draft + "/trang/nguoi_yeu_cau");
        Assert.Contains("Nông Văn Tài", first.QuerySelector(".mc-shown__value")!.TextContent, StringComparison.Ordinal);
        Assert.Null(first.QuerySelector("[name='q.yc_ho_ten']"));
        Assert.Equal("0912345678", first.QuerySelector<IHtmlInputElement>("[name='q.yc_dien_thoai']")!.Value);

        foreach (var (page, typed) in Applicant.MaritalAnswers)
        {
            using var saved = await citizen.FillAsync(draft, page, typed);
            Assert.True(saved.StatusCode == HttpStatusCode.Redirect, $"{page}: {(await saved.DomAsync()).QuerySelector(".govuk-error-summary")?.TextContent}");
        }

        await citizen.GivePapersAsync(draft);
        var check = await citizen.Browser.PageAsync(draft + "/kiem-tra");
        Assert.Empty(check.QuerySelectorAll(".govuk-error-summary"));
        Assert.Contains("17/05/1990", check.Body!.TextContent, StringComparison.Ordinal);
        var confirmation = await citizen.SubmitAsync(draft);
        var sent = await citizen.Browser.PageAsync(confirmation);
        var code = Applicant.CodeOf(confirmation);
        Assert.Contains(code, sent.QuerySelector(".govuk-panel")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("08:00 thứ Ba, 26/07/2022", sent.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(code, (await citizen.Browser.PageAsync(confirmation + "/ban-in")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(code, (await citizen.Browser.PageAsync("/ho-so-cua-toi")).Body!.TextContent, StringComparison.Ordinal);
        var mine = await citizen.Browser.PageAsync("/ho-so-cua-toi/" + code);
        Assert.Contains("Nộp hồ sơ trực tuyến", mine.QuerySelector(".mc-timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Chưa có cán bộ nào mở", mine.Body!.TextContent, StringComparison.Ordinal);
        var file = mine.QuerySelectorAll<IHtmlAnchorElement>("a").First(a => a.GetAttribute("href")?.Contains("/tep/", StringComparison.Ordinal) == true).GetAttribute("href")!;
        Assert.Equal(Applicant.Png(), await citizen.Browser.GetByteArrayAsync(new Uri(file, UriKind.Relative)));
        var zip = await citizen.Browser.GetByteArrayAsync(new Uri($"/ho-so-cua-toi/{code}/tai-ve", UriKind.Relative));
        Assert.Equal("PK"u8.ToArray(), zip[..2]);
    }

    [Fact]
    public async Task GeneratedForm_FromStartToConfirmation_GivesACode()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        var citizen = await Applicant.AtAsync(portal);
        var draft = await citizen.StartAsync(await citizen.WithoutFormAsync());
        using (var who = await citizen.FillAsync(draft, "trang_nguoi_de_nghi", new Dictionary<string, string?> { ["q.noi_cu_tru.street"] = "Tổ 5", ["q.noi_cu_tru.division"] = "01840", ["q.dien_thoai"] = "0912345678" }))
        {
            Assert.True(who.StatusCode == HttpStatusCode.Redirect, (await who.DomAsync()).QuerySelector(".govuk-error-summary")?.TextContent);
        }

        using (var what = await citizen.FillAsync(draft, "trang_noi_dung", new Dictionary<string, string?> { ["q.noi_dung_de_nghi"] = "Đề nghị giải quyết chế độ" })) Assert.Equal(HttpStatusCode.Redirect, what.StatusCode);
        using (var sworn = await citizen.FillAsync(draft, "trang_cam_doan", new Dictionary<string, string?> { ["q.cam_doan"] = "true" })) Assert.Equal(HttpStatusCode.Redirect, sworn.StatusCode);
        await citizen.GivePapersAsync(draft);
        var confirmation = await citizen.SubmitAsync(draft);
        Assert.Matches("^NH-[0-9A-HJKMNP-TV-Z]{10}$", Applicant.CodeOf(confirmation));
    }

    [Fact]
    public async Task Submit_PressedManyTimesAndAgainLater_GivesOneDossier()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        var citizen = await Applicant.AtAsync(portal);
        var draft = await citizen.ReadyAsync();
        var page = await citizen.Browser.PageAsync(draft + "/kiem-tra");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => citizen.Browser.SendFormAsync(page, draft + "/kiem-tra", new Dictionary<string, string?>())));
        Assert.Single(answers.Select(Applicant.Location).Distinct());
        using var again = await citizen.Browser.SendFormAsync(page, draft + "/kiem-tra", new Dictionary<string, string?>());
        Assert.Equal(Applicant.Location(answers[0]), Applicant.Location(again));
        using var back = await citizen.Browser.GetAsync(new Uri(draft, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(Applicant.Location(answers[0]), Applicant.Location(back));
        await using var db = portal.Database.NewContext();
        Assert.Equal(1, await db.Dossiers.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Group_RowsAddedAndRemoved_WithoutJavaScript()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        var citizen = await Applicant.AtAsync(portal);
        var draft = await citizen.StartAsync();
        var address = draft + "/trang/noi_cu_tru_truoc";

        // The answer opens the group: the page comes again for it, without calling it an error
        using var opened = await citizen.FillAsync(draft, "noi_cu_tru_truoc", new Dictionary<string, string?> { ["q.nhieu_noi"] = "true" });
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        var shown = await opened.DomAsync();
        Assert.NotNull(shown.QuerySelector("button[name=them]"));

        // The row stands open, and its questions are asked at the first press like those of the page; the address asked for keeps no part of a page
        Assert.Single(shown.QuerySelectorAll(".mc-group__row"));
        Assert.DoesNotContain('#', shown.QuerySelector("form[novalidate]")!.GetAttribute("action")!);
        using (var empty = await citizen.Browser.SendFormAsync(shown, address, new Dictionary<string, string?> { ["lam"] = "tiep" }))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
            Assert.Contains("noi_o_0", (await empty.DomAsync()).QuerySelector(".govuk-error-summary a")!.GetAttribute("href")!, StringComparison.Ordinal);
        }

        using var added = await citizen.Browser.SendFormAsync(address, new Dictionary<string, string?> { ["them"] = "noi_o" });
        using var second = await citizen.Browser.SendFormAsync(address, new Dictionary<string, string?> { ["them"] = "noi_o" });
        Assert.Contains("#q_noi_o_2", second.Headers.Location!.ToString(), StringComparison.Ordinal);
        var two = await citizen.Browser.PageAsync(address);
        var rows = two.QuerySelectorAll(".mc-group__row").Length;
        Assert.True(rows >= 2);
        using var removed = await citizen.Browser.SendFormAsync(address, new Dictionary<string, string?> { ["xoa"] = "noi_o[1]" });
        Assert.Equal(rows - 1, (await citizen.Browser.PageAsync(address)).QuerySelectorAll(".mc-group__row").Length);
    }

    [Fact]
    public async Task Start_WhereTheAccountSaysTheCommune_ChoosesTheUnitAndSplitsTheAddress()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        var citizen = await Applicant.AtAsync(portal);
        await using (var db = portal.Database.NewContext())
        {
            var account = db.Accounts.Single(a => a.FullName == "Nông Văn Tài");
            (account.CommuneCode, account.Address) = ("01843", "Tổ 1A, phường Phùng Chí Kiên, thành phố Bắc Kạn, tỉnh Bắc Kạn");
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var place = await citizen.Browser.PageAsync($"/nop-ho-so/{Applicant.Marital}/noi-nop");
        Assert.Equal("Ủy ban nhân dân phường Phùng Chí Kiên", place.QuerySelector<IHtmlOptionElement>("#UnitKey option[selected]")?.Text);

        var page = await citizen.Browser.PageAsync(await citizen.StartAsync() + "/trang/nguoi_yeu_cau");
        Assert.Equal("Tổ 1A", page.QuerySelector<IHtmlInputElement>("[name='q.yc_noi_cu_tru.street']")!.Value);
        Assert.Equal("01843", page.QuerySelector<IHtmlSelectElement>("[name='q.yc_noi_cu_tru.division']")!.Value);
    }

    [Fact]
    public async Task Draft_OnAnotherDevice_GoesOnWhereItWas()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        var phone = await Applicant.AtAsync(portal);
        var draft = await phone.StartAsync();
        using (var saved = await phone.Browser.SendFormAsync(draft + "/trang/muc_dich_su_dung", new Dictionary<string, string?> { ["q.muc_dich"] = "khac", ["q.muc_dich_khac"] = "Bổ túc hồ sơ du học", ["lam"] = "luu" }))
        {
            Assert.StartsWith(draft, Applicant.Location(saved), StringComparison.Ordinal);
        }

        var computer = await Applicant.AtAsync(portal);
        var list = await computer.Browser.PageAsync("/ho-so-cua-toi");
        Assert.Equal(draft, list.QuerySelectorAll<IHtmlAnchorElement>("main a").Select(a => a.GetAttribute("href")).First(h => h?.StartsWith("/nop-ho-so/nhap/", StringComparison.Ordinal) == true));
        var page = await computer.Browser.PageAsync(draft + "/trang/muc_dich_su_dung");
        Assert.Equal("Bổ túc hồ sơ du học", page.QuerySelector<IHtmlInputElement>("[name='q.muc_dich_khac']")!.Value);
    }

    [Fact]
    public async Task Save_AfterTheOtherDeviceSaved_ShowsBothAndLosesNothing()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        var phone = await Applicant.AtAsync(portal);
        var computer = await Applicant.AtAsync(portal);
        var draft = await phone.StartAsync();
        var address = draft + "/trang/muc_dich_su_dung";
        var stale = await phone.Browser.PageAsync(address);
        using (await computer.Browser.SendFormAsync(address, new Dictionary<string, string?> { ["q.muc_dich"] = "khac", ["q.muc_dich_khac"] = "Vay mua nhà" })) { }
        using var conflict = await phone.Browser.SendFormAsync(stale, address, new Dictionary<string, string?> { ["q.muc_dich"] = "khac", ["q.muc_dich_khac"] = "Đi du học" });
        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var page = await conflict.DomAsync();
        Assert.Equal("Đi du học", page.QuerySelector<IHtmlInputElement>("[name='q.muc_dich_khac']")!.Value);
        Assert.Contains("Vay mua nhà", page.QuerySelector(".mc-elsewhere")!.TextContent, StringComparison.Ordinal);
        using var mine = await phone.Browser.SendFormAsync(page, address, new Dictionary<string, string?> { ["q.so_ban"] = "1", ["lam"] = "tiep" });
        Assert.Equal(HttpStatusCode.Redirect, mine.StatusCode);
        Assert.Equal("Đi du học", (await phone.Browser.PageAsync(address)).QuerySelector<IHtmlInputElement>("[name='q.muc_dich_khac']")!.Value);
    }

    [Fact]
    public async Task Save_AfterTheSessionEnded_KeepsTheTypingThroughSigningIn()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        var citizen = await Applicant.AtAsync(portal);
        var draft = await citizen.StartAsync();
        var address = draft + "/trang/muc_dich_su_dung";
        var page = await citizen.Browser.PageAsync(address);
        await using (var db = portal.Database.NewContext())
        {
            await db.Sessions.ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, portal.Clock.GetUtcNow()), TestContext.Current.CancellationToken);
        }

        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        using var post = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent([new("q.muc_dich", "khac"), new("q.muc_dich_khac", "Chuyện dài vừa gõ"), new("__form", page.QuerySelector<IHtmlInputElement>("[name=__form]")!.Value)]),
        };
        post.Headers.Add("Origin", "http://localhost");
        post.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var challenged = await citizen.Browser.SendAsync(post, TestContext.Current.CancellationToken);
        Assert.Contains("/dang-nhap", Applicant.Location(challenged), StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString(address), Applicant.Location(challenged), StringComparison.Ordinal);
        Assert.Contains("vẫn còn", (await portal.Stranger().PageAsync(Applicant.Location(challenged))).QuerySelector("main .govuk-inset-text")?.TextContent, StringComparison.Ordinal);

        var again = await Applicant.AtAsync(portal);
        var stash = challenged.Headers.GetValues("Set-Cookie").First(c => c.StartsWith("mc-dang-go=", StringComparison.Ordinal)).Split(';')[0];
        using var get = new HttpRequestMessage(HttpMethod.Get, address);
        get.Headers.Add("Cookie", stash);
        using var restored = await again.Browser.SendAsync(get, TestContext.Current.CancellationToken);
        var shown = await restored.DomAsync();
        Assert.Contains("được giữ lại", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Chuyện dài vừa gõ", shown.QuerySelector<IHtmlInputElement>("[name='q.muc_dich_khac']")!.Value);
        Assert.Equal("Chuyện dài vừa gõ", (await again.Browser.PageAsync(address)).QuerySelector<IHtmlInputElement>("[name='q.muc_dich_khac']")!.Value);
    }

    [Theory]
    [InlineData("nguoi_duoc_cap", "q.nd_ngay_sinh.Month", "", "tháng")]
    [InlineData("nguoi_duoc_cap", "q.nd_ngay_sinh.Day", "31", null)]
    [InlineData("nguoi_duoc_cap", "q.nd_so_giay_to", "123", "số")]
    [InlineData("nguoi_duoc_cap", "q.nd_gioi_tinh", "khác", null)]
    [InlineData("nguoi_duoc_cap", "q.nd_ho_ten", "Nguyễn <script>", null)]
    [InlineData("nguoi_yeu_cau", "q.yc_dien_thoai", "abc", "điện thoại")]
    [InlineData("nguoi_yeu_cau", "q.yc_noi_cu_tru.division", "99999", null)]
    [InlineData("muc_dich_su_dung", "q.so_ban", "một", null)]
    public async Task BadInput_IsSaidAtTheFieldAndKept(string page, string field, string typed, string? says)
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        var citizen = await Applicant.AtAsync(portal);
        var draft = await citizen.StartAsync();
        var answers = new Dictionary<string, string?>(Applicant.MaritalAnswers[page]) { [field] = typed };
        if (field.EndsWith(".Day", StringComparison.Ordinal)) answers["q.nd_ngay_sinh.Month"] = "4";
        using var refused = await citizen.FillAsync(draft, page, answers);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var shown = await refused.DomAsync();
        var line = Assert.Single(shown.QuerySelectorAll(".govuk-error-summary__list a"));
        Assert.NotNull(shown.GetElementById(line.GetAttribute("href")![1..]));
        if (says is not null) Assert.Contains(says, line.TextContent, StringComparison.OrdinalIgnoreCase);
        if (shown.QuerySelector($"[name='{field}']") is IHtmlInputElement { Type: "text" or "tel" } box) Assert.Equal(typed, box.Value);
        Assert.Contains("Chưa nộp", (await citizen.Browser.PageAsync(draft)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_DisguisedTooLargeOrHeic_AreSaidAndNothingIsKept()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true, settings: new Dictionary<string, string> { ["MotCua:Files:GreatestBytes"] = "1048576" });
        var citizen = await Applicant.AtAsync(portal);
        var draft = await citizen.StartAsync();
        var paper = (await citizen.Browser.PageAsync(draft)).QuerySelectorAll<IHtmlAnchorElement>("a.govuk-task-list__link").Select(a => a.GetAttribute("href")!).First(h => h.Contains("/giay-to/", StringComparison.Ordinal)).Split('/')[^1];
        var heic = new byte[64];
        Encoding.ASCII.GetBytes("ftypheic").CopyTo(heic, 4);
        foreach (var (bytes, name, says) in new[] { ("<html>"u8.ToArray(), "anh.png", "PDF, JPEG"), (new byte[2 * 1024 * 1024], "to.pdf", "quá lớn"), (heic, "anh.heic", "HEIC") })
        {
            using var refused = await citizen.UploadAsync(draft, paper, bytes, name);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains(says, (await refused.DomAsync()).QuerySelector(".govuk-error-message")!.TextContent, StringComparison.Ordinal);
        }

        await using var db = portal.Database.NewContext();
        Assert.Equal(0, await db.StoredFiles.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task OthersPages_AreNotFound()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        var owner = await Applicant.AtAsync(portal);
        var stranger = await Applicant.AtAsync(portal, "006090009999", "Hoàng Thị Lan");
        var draft = await owner.ReadyAsync();
        var fileOfDraft = (await owner.Browser.PageAsync(draft + "/kiem-tra")).QuerySelectorAll<IHtmlAnchorElement>("a").Select(a => a.GetAttribute("href")!).First(h => h.Contains("/tep/", StringComparison.Ordinal));
        var code = Applicant.CodeOf(await owner.SubmitAsync(draft));
        foreach (var address in new[]
        {
            draft, draft + "/trang/nguoi_yeu_cau", draft + "/kiem-tra", draft + "/xoa", draft + "/noi-nop", fileOfDraft, $"/ho-so-cua-toi/{code}", $"/ho-so-cua-toi/{code}/tai-ve", $"/ho-so-cua-toi/{code}/rut",
            $"/nop-ho-so/da-nop/{code}", $"/nop-ho-so/da-nop/{code}/ban-in", $"/nop-ho-so/nhap/{Guid.NewGuid()}", "/nop-ho-so/nhap/khong-phai-ma", "/ho-so-cua-toi/x",
        })
        {
            using var answer = await stranger.Browser.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{address}: {answer.StatusCode}");
        }

        using var anonymous = portal.Stranger();
        using var asked = await anonymous.GetAsync(new Uri(draft, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("/dang-nhap", Applicant.Location(asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_WithAReason_EndsTheDossier()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        var citizen = await Applicant.AtAsync(portal);
        var code = Applicant.CodeOf(await citizen.SubmitAsync(await citizen.ReadyAsync()));
        var address = $"/ho-so-cua-toi/{code}/rut";
        using (var empty = await citizen.Browser.SendFormAsync(address, new Dictionary<string, string?> { ["Reason"] = " " })) Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using (var done = await citizen.Browser.SendFormAsync(address, new Dictionary<string, string?> { ["Reason"] = "Khai nhầm, sẽ nộp lại" })) Assert.EndsWith(code, Applicant.Location(done), StringComparison.Ordinal);
        var page = await citizen.Browser.PageAsync($"/ho-so-cua-toi/{code}");
        Assert.Contains("Đã rút", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Khai nhầm, sẽ nộp lại", page.QuerySelector(".mc-timeline")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guidance_IsAnsweredFromTheDossiersPage()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        var citizen = await Applicant.AtAsync(portal);
        var code = Applicant.CodeOf(await citizen.SubmitAsync(await citizen.ReadyAsync()));
        await using (var db = portal.Database.NewContext())
        {
            var dossier = await db.Dossiers.SingleAsync(TestContext.Current.CancellationToken);
            var desk = A.Officer(MotCua.Domain.Kernel.Role.DeskOfficer, dossier.Place);
            var component = (await db.DossierDocuments.OrderBy(d => d.ComponentKey).FirstAsync(TestContext.Current.CancellationToken)).ComponentKey;
            var guided = await portal.Database.UseAsync((GuideDossierHandler h) => h.HandleAsync(
                new GuideDossier(code, dossier.Version, new SupplementDemand([new AskedItem(component, "Chụp lại cho rõ bốn góc")], "", "", new DateOnly(2022, 8, 5))), desk, default));
            Assert.True(guided.IsOk, guided.Problem?.Title);
        }

        var page = await citizen.Browser.PageAsync($"/ho-so-cua-toi/{code}");
        Assert.Contains("Chụp lại cho rõ bốn góc", page.QuerySelector(".mc-box--gold")!.TextContent, StringComparison.Ordinal);
        using var begun = await citizen.Browser.SendFormAsync(page, $"/ho-so-cua-toi/{code}", new Dictionary<string, string?>(), "main form");
        var draft = Applicant.Location(begun);
        Assert.Equal(1, (await citizen.Browser.PageAsync(draft)).QuerySelectorAll("a.govuk-task-list__link").Count(a => a.GetAttribute("href")!.Contains("/giay-to/", StringComparison.Ordinal)));
        await citizen.GivePapersAsync(draft);
        Assert.Contains(code, await citizen.SubmitAsync(draft), StringComparison.Ordinal);
        await using var after = portal.Database.NewContext();
        var again = await after.Dossiers.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(DossierState.Submitted, again.State);
        Assert.Equal(2, await after.DossierAnswers.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Paper_OfAnAcceptedDossier_IsOfferedAndReusedByItsOwnerOnly()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true);
        var owner = await Applicant.AtAsync(portal);
        var code = Applicant.CodeOf(await owner.SubmitAsync(await owner.ReadyAsync()));
        await using (var db = portal.Database.NewContext())
        {
            var dossier = await db.Dossiers.SingleAsync(TestContext.Current.CancellationToken);
            var limit = (await db.ProcedureVersions.SingleAsync(v => v.Id == dossier.ProcedureVersionId, TestContext.Current.CancellationToken)).Content;
            var limitCase = System.Text.Json.JsonDocument.Parse(limit).RootElement.GetProperty("limits")[0].GetProperty("case").GetString()!;
            var accepted = await portal.Database.UseAsync((AcceptDossierHandler h) => h.HandleAsync(
                new AcceptDossier(code, dossier.Version, limitCase, 0, false, false), A.Officer(MotCua.Domain.Kernel.Role.DeskOfficer, dossier.Place), default));
            Assert.True(accepted.IsOk, accepted.Problem?.Title);
        }

        var draft = await owner.StartAsync();
        var paper = (await owner.Browser.PageAsync(draft)).QuerySelectorAll("a.govuk-task-list__link").Select(a => a.GetAttribute("href")!).First(h => h.Contains("/giay-to/", StringComparison.Ordinal));
        var page = await owner.Browser.PageAsync(paper);
        var form = "form[action*='handler=Store']";
        var file = page.QuerySelector(form + " input[name=file]")!.GetAttribute("value")!;
        using (var reused = await owner.Browser.SendFormAsync(page, paper, new Dictionary<string, string?>(), form)) Assert.Equal(HttpStatusCode.Redirect, reused.StatusCode);
        Assert.NotNull((await owner.Browser.PageAsync(paper)).QuerySelector(".mc-files a"));

        var other = await Applicant.AtAsync(portal, "006090009999", "Hoàng Thị Lan");
        var theirs = await other.StartAsync();
        var theirPaper = (await other.Browser.PageAsync(theirs)).QuerySelectorAll("a.govuk-task-list__link").Select(a => a.GetAttribute("href")!).First(h => h.Contains("/giay-to/", StringComparison.Ordinal));
        var theirPage = await other.Browser.PageAsync(theirPaper);
        Assert.Null(theirPage.QuerySelector(form));
        var token = theirPage.QuerySelector("form[action*='handler=Way'] input[name=__form]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["file"] = file, ["__form"] = token });
        using var stolen = await other.Browser.PostAsync(new Uri(theirPaper + "?handler=Store", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.NotEqual(HttpStatusCode.Redirect, stolen.StatusCode);
        await using var after = portal.Database.NewContext();
        var their = Guid.Parse(theirs.AsSpan(theirs.LastIndexOf('/') + 1));
        Assert.Equal(0, await after.StoredFiles.CountAsync(f => f.DraftId == their, TestContext.Current.CancellationToken));
    }
}
