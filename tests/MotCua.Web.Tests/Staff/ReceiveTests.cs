using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using MotCua.Domain.Dossiers;
using MotCua.Web.Tests.Filing;

namespace MotCua.Web.Tests.Staff;

/// <summary>Receiving at the desk through the page, without JavaScript: two steps, one act, nothing typed lost.</summary>
public sealed class ReceiveTests
{
    private static readonly string Address = Links.StaffReceiveProcedure(StaffStage.Procedure);

    private static readonly Dictionary<string, string?> Mai = new()
    {
        ["Input.Name"] = "Hoàng Thị Mai",
        ["Input.Identity"] = "006185001111",
        ["BirthOn.Day"] = "2",
        ["BirthOn.Month"] = "4",
        ["BirthOn.Year"] = "1985",
        ["Input.Phone"] = "0987 654 321",
        ["Input.Street"] = "Thôn Nà Làng",
        ["Input.BringerName"] = "Hoàng Văn Bền",
        ["Input.BringerIdentity"] = "006080002222",
        ["Input.Ground"] = "uy_quyen",
        ["Input.MandatePaper"] = "Giấy ủy quyền số 12 ngày 03/10/2022",
        ["lam"] = "tiep",
    };

    private static readonly Dictionary<string, string?> Declared = new()
    {
        ["q.noi_cu_tru.street"] = "Thôn Nà Làng, xã Dương Quang",
        ["q.noi_dung_de_nghi"] = "Xác nhận tình trạng hôn nhân",
        ["q.cam_doan"] = "true",
        ["Papers[0].Copies"] = "1",
        ["Input.TakenVnd"] = "15.000",
        ["Input.ReceiptNumber"] = "BL-0001",
        ["lam"] = "ghi-nhan",
    };

    [Fact]
    public async Task Receive_InTwoSteps_AcceptsPrintsAndShowsTheFourPersons()
    {
        await using var stage = await StaffStage.OpenAsync();
        Assert.Contains((await stage.Desk.PageAsync(Links.StaffReceive())).QuerySelectorAll("a"), a => a.GetAttribute("href") == Address);
        using (var byCode = await stage.Desk.GetAsync(new Uri(Links.StaffReceive(StaffStage.Procedure), UriKind.Relative), TestContext.Current.CancellationToken)) Assert.Equal(Address, byCode.Headers.Location?.OriginalString);
        var second = await SecondAsync(stage, Mai);

        // The citizen's own form, its account questions answered by the applicant's facts, its phone by what was typed
        Assert.Contains("Hoàng Thị Mai", second.QuerySelector(".mc-shown__value")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("0987654321", second.QuerySelector<IHtmlInputElement>("[name='q.dien_thoai']")!.Value);
        Assert.Equal("15000", second.QuerySelector<IHtmlInputElement>("[name='Input.FeeVnd']")!.Value);
        using var done = await stage.Desk.SendFormAsync(second, Address, Declared);
        Assert.True(done.StatusCode == HttpStatusCode.Redirect, (await done.DomAsync()).QuerySelector(".govuk-error-summary")?.TextContent);
        using var again = await stage.Desk.SendFormAsync(second, Address, Declared); // pressed twice
        Assert.Equal(done.Headers.Location, again.Headers.Location);

        const string number = "H03.60.01-220725-0001";
        var dossier = await stage.DossierAsync(number);
        Assert.Equal((Channel.Counter, AssistedBy.Self, SubmitterStanding.Authorised, DeskDeclaration.Typed, 15_000L), (dossier.Channel, dossier.AssistedBy, dossier.Standing, dossier.DeskDeclaration, dossier.PaidVnd));
        var sheet = (await stage.Desk.PageAsync(Links.StaffDossier(number))).QuerySelector("main")!.TextContent;
        foreach (var words in new[] { "Hoàng Thị Mai", "02/04/1985", "Hoàng Văn Bền (theo ủy quyền)", "Giấy ủy quyền số 12 ngày 03/10/2022", "006080002222", "Xác nhận tình trạng hôn nhân", "đã thu đủ" })
        {
            Assert.Contains(words, sheet, StringComparison.Ordinal);
        }

        var paper = (await stage.Desk.PageAsync(Links.Paper(number, App.Dossiers.PaperForm.Receipt))).QuerySelector("main")!;
        foreach (var words in new[] { number, "Hoàng Thị Mai", "Hoàng Văn Bền", "08 giờ 00", "17 giờ 00" }) Assert.Contains(words, paper.TextContent, StringComparison.Ordinal);

        // The back button and another person: kept, and not answered with the first one's dossier
        using var other = await stage.Desk.SendFormAsync(second, Address, new Dictionary<string, string?>(Declared) { ["Input.Name"] = "Lý Thị Sao", ["Input.Identity"] = "006190007777" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        var kept = await other.DomAsync();
        Assert.NotEqual(second.QuerySelector<IHtmlInputElement>("[name=Id]")!.Value, kept.QuerySelector<IHtmlInputElement>("[name=Id]")!.Value);
        Assert.Equal("Xác nhận tình trạng hôn nhân", kept.QuerySelector("textarea[name='q.noi_dung_de_nghi']")!.TextContent.Trim());
        using var theirs = await stage.Desk.SendFormAsync(kept, Address, new Dictionary<string, string?> { ["lam"] = "ghi-nhan" });
        Assert.Contains("0002", theirs.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstStep_WithMistakes_SaysThemAtTheFieldsAndKeepsTheTyping()
    {
        await using var stage = await StaffStage.OpenAsync();
        using var response = await stage.Desk.SendFormAsync(Address, new Dictionary<string, string?>(Mai) { ["Input.Name"] = " ", ["Input.Identity"] = "", ["BirthOn.Month"] = "13", ["Input.Phone"] = "12", ["Input.MandatePaper"] = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await response.DomAsync();
        var faults = page.QuerySelectorAll(".govuk-error-summary li a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(4, faults.Count);
        Assert.All(faults, f => Assert.NotNull(page.GetElementById(f[1..])));
        Assert.Equal("Thôn Nà Làng", page.QuerySelector("input[name='Input.Street']")!.GetAttribute("value"));
        Assert.Equal("Hoàng Văn Bền", page.QuerySelector("input[name='Input.BringerName']")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("[name='Input.FeeVnd']")); // still the first step
    }

    [Fact]
    public async Task SecondStep_WithMistakes_SaysThemAndKeepsDeclarationPapersAndFirstStep()
    {
        await using var stage = await StaffStage.OpenAsync();
        var second = await SecondAsync(stage, Mai);
        using var response = await stage.Desk.SendFormAsync(second, Address, new Dictionary<string, string?>(Declared) { ["Input.FeeVnd"] = "mười nghìn", ["q.cam_doan"] = null, ["Input.Phone"] = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await response.DomAsync();
        var faults = page.QuerySelectorAll(".govuk-error-summary li a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Contains("#q_cam_doan", faults);
        Assert.Contains("#Input_FeeVnd", faults);
        Assert.Contains("#Input_Phone", faults);
        Assert.Equal("mười nghìn", page.QuerySelector("input[name='Input.FeeVnd']")!.GetAttribute("value"));
        Assert.Equal("1", page.QuerySelector("input[name='Papers[0].Copies']")!.GetAttribute("value"));
        Assert.Equal("Xác nhận tình trạng hôn nhân", page.QuerySelector("textarea[name='q.noi_dung_de_nghi']")!.TextContent.Trim());
        Assert.Equal("Hoàng Thị Mai", page.QuerySelector("input[name='Input.Name']")!.GetAttribute("value"));
        Assert.Equal(0, await stage.CountAsync());
    }

    [Fact]
    public async Task LookUp_OfAKnownNumber_FillsWhatIsEmptyAndOffersWhatIsHeld()
    {
        await using var stage = await StaffStage.OpenAsync();
        var second = await SecondAsync(stage, Mai);
        using (var content = Multipart(second, Declared))
        {
            using var file = new ByteArrayContent(Applicant.Png());
            content.Add(file, "Papers[0].Scan", "can-cuoc.png");
            using var done = await stage.Desk.PostAsync(new Uri(Address, UriKind.Relative), content, TestContext.Current.CancellationToken);
            Assert.True(done.StatusCode == HttpStatusCode.Redirect, (await done.DomAsync()).QuerySelector(".govuk-error-summary")?.TextContent);
        }

        using var found = await stage.Desk.SendFormAsync(Address, new Dictionary<string, string?> { ["Input.Identity"] = "006 185 001 111", ["Input.Phone"] = "0911111111", ["lam"] = "tra" });
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        var page = await found.DomAsync();
        Assert.Contains("hồ sơ H03.60.01-220725-0001", page.QuerySelector(".govuk-notification-banner")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Hoàng Thị Mai", "0911111111", "1985"), (page.QuerySelector<IHtmlInputElement>("[name='Input.Name']")!.Value, page.QuerySelector<IHtmlInputElement>("[name='Input.Phone']")!.Value, page.QuerySelector<IHtmlInputElement>("[name='BirthOn.Year']")!.Value));
        using var gone = await stage.Desk.SendFormAsync(page, Address, new Dictionary<string, string?> { ["lam"] = "tiep" });
        var next = await gone.DomAsync();
        var option = Assert.Single(next.QuerySelectorAll<IHtmlOptionElement>("select[name='Papers[0].HeldId'] option"), o => o.Value.Length > 0);
        using var reused = await stage.Desk.SendFormAsync(next, Address, new Dictionary<string, string?>(Declared) { ["Papers[0].Copies"] = null, ["Papers[0].HeldId"] = option.Value });
        Assert.True(reused.StatusCode == HttpStatusCode.Redirect, (await reused.DomAsync()).QuerySelector(".govuk-error-summary")?.TextContent);
        var dossier = await stage.DossierAsync("H03.60.01-220725-0002");
        Assert.True(dossier.Reused);

        using var unknown = await stage.Desk.SendFormAsync(Address, new Dictionary<string, string?> { ["Input.Identity"] = "006190009999", ["lam"] = "tra" });
        Assert.Contains("Chưa có ai với số này", (await unknown.DomAsync()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2", "huong-dan", DossierState.AwaitingSupplement)]
    [InlineData("3", "tu-choi", DossierState.NotAccepted)]
    public async Task Answer_GuideOrRefuse_NeedsNoWholeDeclaration(string answer, string done, DossierState state)
    {
        await using var stage = await StaffStage.OpenAsync();
        var second = await SecondAsync(stage, Mai);
        using var response = await stage.Desk.SendFormAsync(second, Address, new Dictionary<string, string?>
        {
            ["Input.Answer"] = answer,
            ["Input.Missing"] = "Mang căn cước bản chính",
            ["Input.MissingComponent"] = "tp2",
            ["Input.RefusalGround"] = "khong-tham-quyen",
            ["lam"] = "ghi-nhan",
        });
        Assert.True(response.StatusCode == HttpStatusCode.Redirect, (await response.DomAsync()).QuerySelector(".govuk-error-summary")?.TextContent);
        Assert.Contains(done, response.Headers.Location!.OriginalString, StringComparison.Ordinal);
        await using var db = stage.Portal.Database.NewContext();
        var dossier = await db.Dossiers.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((state, (string?)null), (dossier.State, dossier.Number));
    }

    [Fact]
    public async Task Scan_OfThePaperDeclaration_IsAskedForAndKept()
    {
        await using var stage = await StaffStage.OpenAsync();
        var second = await SecondAsync(stage, Mai);
        var typed = new Dictionary<string, string?>(Declared) { ["Input.Declaration"] = "quet", ["q.noi_dung_de_nghi"] = "", ["q.cam_doan"] = null };
        using var without = await stage.Desk.SendFormAsync(second, Address, typed);
        Assert.Equal("#Declaration_Scan", (await without.DomAsync()).QuerySelector(".govuk-error-summary li a")!.GetAttribute("href"));
        using var content = Multipart(second, typed);
        using var file = new ByteArrayContent(Applicant.Png());
        content.Add(file, "Declaration.Scan", "to-khai.png");
        using var done = await stage.Desk.PostAsync(new Uri(Address, UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.True(done.StatusCode == HttpStatusCode.Redirect, (await done.DomAsync()).QuerySelector(".govuk-error-summary")?.TextContent);
        Assert.Equal(DeskDeclaration.Scanned, (await stage.DossierAsync("H03.60.01-220725-0001")).DeskDeclaration);
    }

    [Theory]
    [InlineData("006185001111", "1990", "năm sinh 1985")] // TT 07/2016/TT-BCA: digits 4-6
    [InlineData("099185001111", "1985", "mã tỉnh")]
    [InlineData("123456789", "1985", "chứng minh nhân dân cũ")]
    [InlineData("B1234567", "1985", "hộ chiếu")]
    public async Task IdentityNumber_ThatIsOdd_WarnsAndDoesNotBlock(string identity, string year, string says)
    {
        await using var stage = await StaffStage.OpenAsync();
        var second = await SecondAsync(stage, new Dictionary<string, string?>(Mai) { ["Input.Identity"] = identity, ["BirthOn.Year"] = year });
        Assert.Contains(says, second.QuerySelector("main .mc-check")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<IHtmlDocument> SecondAsync(StaffStage stage, IReadOnlyDictionary<string, string?> first)
    {
        using var response = await stage.Desk.SendFormAsync(Address, first);
        Assert.True(response.StatusCode == HttpStatusCode.OK, (await response.DomAsync()).QuerySelector(".govuk-error-summary")?.TextContent);
        var page = await response.DomAsync();
        Assert.NotNull(page.QuerySelector("button[value='ghi-nhan']"));
        return page;
    }

    private static MultipartFormDataContent Multipart(IHtmlDocument page, IReadOnlyDictionary<string, string?> fields)
    {
        var content = new MultipartFormDataContent();
        foreach (var control in page.QuerySelectorAll("main form input[name],main form select[name],main form textarea[name]"))
        {
            var name = control.GetAttribute("name")!;
            if (fields.ContainsKey(name)) continue;
            var value = control switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? box.Value : null,
                IHtmlInputElement { Type: "file" } => null,
                IHtmlInputElement input => input.Value,
                IHtmlSelectElement select => select.Value,
                IHtmlTextAreaElement area => area.Value,
                _ => null,
            };
            if (value is not null) content.Add(new StringContent(value), name);
        }

        foreach (var (name, value) in fields.Where(f => f.Value is not null)) content.Add(new StringContent(value!), name);
        return content;
    }
}
