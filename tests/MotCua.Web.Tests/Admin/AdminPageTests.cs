using System.Net;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.App.Organisations;
using MotCua.Domain.Accounts;
using MotCua.Domain.Kernel;
using MotCua.TestKit;
using MotCua.Web.Tests.Accounts;

namespace MotCua.Web.Tests.Admin;

/// <summary>The administration pages: who may open them, and what they do.</summary>
public sealed class AdminPageTests
{
    private const string Officers = "/can-bo/quan-tri/can-bo";

    private static readonly Role[] Both = [Role.ProvinceAdministrator, Role.UnitAdministrator];
    private static readonly Role[] Province = [Role.ProvinceAdministrator];

    /// <summary>The role matrix: page, and the roles that may open it. Written out here on its own, not read from the code.</summary>
    private static readonly (string Address, Role[] Roles)[] Matrix =
    [
        ("/can-bo/quan-tri", Both),
        (Officers, Both),
        (Officers + "/them", Both),
        (Officers + "/{officer}", Both),
        ("/can-bo/quan-tri/don-vi", Both),
        ("/can-bo/quan-tri/don-vi/tp-bac-kan", Both),
        ("/can-bo/quan-tri/gio-lam-viec", Both),
        ("/can-bo/quan-tri/ngay-nghi", Both),
        ("/can-bo/quan-tri/thu-tuc", Province),
        ("/can-bo/quan-tri/thu-tuc/1.000001", Province),
        ("/can-bo/quan-tri/thu-tuc/1.000001/dung-tiep-nhan", Province),
        ("/can-bo/quan-tri/du-lieu-con-thieu", Both),
        ("/can-bo/quan-tri/quy-trinh", Both),
    ];

    [Fact]
    public async Task Get_EveryAdminPageAsEveryRole_OpensForThoseOfTheMatrixOnly()
    {
        await using var portal = await StageAsync();
        var officer = await portal.OfficerAsync(new Grant(Role.Handler, "tp-bac-kan"));
        foreach (var role in Enum.GetValues<Role>())
        {
            using var browser = await portal.SignInAsync(role, "tp-bac-kan");
            foreach (var (address, roles) in Matrix)
            {
                using var response = await browser.GetAsync(new Uri(address.Replace("{officer}", officer.Id.ToString("N"), StringComparison.Ordinal), UriKind.Relative));
                Assert.True((response.StatusCode == HttpStatusCode.OK) == roles.Contains(role), $"{role} {address}: {(int)response.StatusCode}");
                Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Forbidden, $"{role} {address}: {(int)response.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task Get_EveryAdminPageUnsigned_AsksToSignIn()
    {
        await using var portal = await StageAsync();
        using var stranger = portal.Stranger();
        using var citizen = await portal.SignInCitizenAsync();
        foreach (var browser in new[] { stranger, citizen })
        {
            foreach (var (address, _) in Matrix)
            {
                using var response = await browser.GetAsync(new Uri(address.Replace("{officer}", Guid.Empty.ToString("N"), StringComparison.Ordinal), UriKind.Relative));
                Assert.StartsWith("/can-bo/dang-nhap?returnUrl=", OfficerSignInTests.Where(response), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Matrix_HoldsEveryPageOfTheAdministration()
    {
        await using var portal = await StageAsync();
        var routes = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null && e.RoutePattern.RawText!.StartsWith("can-bo/quan-tri", StringComparison.Ordinal))
            .Select(e => e.RoutePattern.RawText!).Distinct();
        Assert.Equal(Matrix.Length, routes.Count());
    }

    [Theory, BothDatabases]
    public async Task NewOfficer_FirstSignIn_EnrolsTheCodeAndChoosesAPassword(DatabaseKind kind)
    {
        await using var portal = await StageAsync(kind);
        using var admin = await portal.SignInAsync(Role.ProvinceAdministrator, "ubnd-tinh");
        using var made = await admin.SendFormAsync(Officers + "/them", Form("Hà Thị Bích", "bich.ht", "DeskOfficer", "tp-bac-kan"));
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        var password = (await made.DomAsync()).QuerySelector("main code")!.TextContent;

        using var officer = portal.Stranger();
        using var first = await officer.SendFormAsync("/can-bo/dang-nhap", OfficerSignInTests.Typed("bich.ht", password));
        Assert.Equal("/can-bo/dang-nhap/cai-dat-ma", OfficerSignInTests.Where(first));
        var enrol = await officer.PageAsync("/can-bo/dang-nhap/cai-dat-ma");
        Assert.NotNull(enrol.QuerySelector("main svg[role=img]"));
        var secret = enrol.QuerySelectorAll("main code")[^1].TextContent.Replace(" ", "", StringComparison.Ordinal);
        using var second = await officer.SendFormAsync("/can-bo/dang-nhap/cai-dat-ma", new Dictionary<string, string?> { ["Code"] = Totp.CodeOf(secret, Totp.StepOf(portal.Clock.GetUtcNow())) });
        Assert.Equal("/can-bo/dang-nhap/mat-khau-moi", OfficerSignInTests.Where(second));
        using (var early = await officer.GetAsync(new Uri("/can-bo/tai-khoan", UriKind.Relative)))
        {
            Assert.Equal(HttpStatusCode.Redirect, early.StatusCode);
        }

        using var weak = await officer.SendFormAsync("/can-bo/dang-nhap/mat-khau-moi", new Dictionary<string, string?> { ["NewPassword"] = "ngan", ["Repeat"] = "ngan" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.StatusCode);
        using var done = await officer.SendFormAsync("/can-bo/dang-nhap/mat-khau-moi", new Dictionary<string, string?> { ["NewPassword"] = "doi-che-thac-nuoc-9", ["Repeat"] = "doi-che-thac-nuoc-9" });
        Assert.Equal("/can-bo", OfficerSignInTests.Where(done));
        Assert.Contains("Cán bộ Bộ phận Một cửa", (await officer.PageAsync("/can-bo/tai-khoan")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Revoke_TakesTheRoleAwayAtOnce(DatabaseKind kind)
    {
        await using var portal = await StageAsync(kind);
        var unitAdmin = await portal.OfficerAsync(new Grant(Role.UnitAdministrator, "tp-bac-kan"));
        using var theirs = await portal.SignInAsync(unitAdmin);
        await theirs.PageAsync(Officers);
        using var admin = await portal.SignInAsync(Role.ProvinceAdministrator, "ubnd-tinh");
        using var revoked = await admin.SendFormAsync($"{Officers}/{unitAdmin.Id:N}", new Dictionary<string, string?>(), "form[action$='handler=Revoke']");
        Assert.EndsWith("?xong=thu-hoi", OfficerSignInTests.Where(revoked), StringComparison.Ordinal);
        using var after = await theirs.GetAsync(new Uri(Officers, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, after.StatusCode);
        await using var db = portal.Database.NewContext();
        Assert.Equal(1, await db.Audits.CountAsync(a => a.Action == "OfficerRevoked" && a.Subject == unitAdmin.Id.ToString("N")));
    }

    [Fact]
    public async Task UnitAdministrator_SeesAndGrantsOnlyWithinTheUnitAndBelow()
    {
        await using var portal = await StageAsync();
        var elsewhere = await portal.OfficerAsync(new Grant(Role.Handler, "stp"));
        var below = await portal.OfficerAsync(new Grant(Role.Handler, "xa-01840"));
        using var admin = await portal.SignInAsync(Role.UnitAdministrator, "tp-bac-kan");
        var list = (await admin.PageAsync(Officers)).Body!.TextContent;
        Assert.Contains(below.UserName, list, StringComparison.Ordinal);
        Assert.DoesNotContain(elsewhere.UserName, list, StringComparison.Ordinal);
        using var hidden = await admin.GetAsync(new Uri($"{Officers}/{elsewhere.Id:N}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        using var tooHigh = await admin.SendFormAsync(Officers + "/them", Form("Ma Văn Sơn", "son.mv", "ProvinceAdministrator", "tp-bac-kan"));
        Assert.Equal(HttpStatusCode.Forbidden, tooHigh.StatusCode);
        using var tooFar = await admin.SendFormAsync(Officers + "/them", Form("Ma Văn Sơn", "son.mv", "DeskOfficer", "stp"));
        Assert.Equal(HttpStatusCode.Forbidden, tooFar.StatusCode);
        using var right = await admin.SendFormAsync(Officers + "/them", Form("Ma Văn Sơn", "son.mv", "DeskOfficer", "xa-01840"));
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task UnitAdministrator_MayNotResetTheCodeOfAProvinceAdministratorWhoAlsoWorksThere()
    {
        await using var portal = await StageAsync();
        var high = await portal.OfficerAsync(new Grant(Role.Reviewer, "ubnd-tinh"), new Grant(Role.Handler, "tp-bac-kan"));
        using var admin = await portal.SignInAsync(Role.UnitAdministrator, "tp-bac-kan");
        var page = await admin.PageAsync($"{Officers}/{high.Id:N}");
        Assert.Null(page.QuerySelector("form[action$='handler=Access']"));
        using var forced = await admin.SendFormAsync(page, "", new Dictionary<string, string?> { ["act"] = "ResetCode" }, "form[action$='handler=Grant']");
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["act"] = "ResetCode",
            ["__form"] = page.QuerySelector("input[name=__form]")!.GetAttribute("value")!,
        });
        using var reset = await admin.PostAsync(new Uri($"{Officers}/{high.Id:N}?handler=Access", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.NotFound, reset.StatusCode);
    }

    [Fact]
    public async Task Grant_AdministratorWhoWouldReadDossiers_IsRefused()
    {
        await using var portal = await StageAsync();
        var officer = await portal.OfficerAsync(new Grant(Role.Operator, "stttt"));
        using var admin = await portal.SignInAsync(Role.ProvinceAdministrator, "ubnd-tinh");
        using var response = await admin.SendFormAsync($"{Officers}/{officer.Id:N}", Term("Handler", "stp"), "form[action$='handler=Grant']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("không được đọc hồ sơ", (await response.DomAsync()).QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grant_LongAfterSignIn_AsksForBothFactorsAgain()
    {
        await using var portal = await StageAsync();
        var officer = await portal.OfficerAsync(new Grant(Role.Handler, "stp"));
        var self = await portal.OfficerAsync(new Grant(Role.ProvinceAdministrator, "ubnd-tinh"));
        using var admin = await portal.SignInAsync(self);
        portal.Clock.Advance(TimeSpan.FromMinutes(16));
        var address = $"{Officers}/{officer.Id:N}";
        using var asked = await admin.SendFormAsync(address, Term("DeskOfficer", "stp"), "form[action$='handler=Grant']");
        var confirm = OfficerSignInTests.Where(asked);
        Assert.StartsWith("/can-bo/xac-nhan?returnUrl=", confirm, StringComparison.Ordinal);
        using var confirmed = await admin.SendFormAsync(confirm, new Dictionary<string, string?>
        {
            ["Password"] = LivePortal.Password,
            ["Code"] = Totp.CodeOf(LivePortal.Secret, Totp.StepOf(portal.Clock.GetUtcNow())),
        });
        Assert.Equal(address, OfficerSignInTests.Where(confirmed));
        using var granted = await admin.SendFormAsync(address, Term("DeskOfficer", "stp"), "form[action$='handler=Grant']");
        Assert.EndsWith("?xong=giao", OfficerSignInTests.Where(granted), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Unit_IdentifierReplacedByDecision_IsNoLongerProvisional(DatabaseKind kind)
    {
        await using var portal = await StageAsync(kind);
        using var admin = await portal.SignInAsync(Role.ProvinceAdministrator, "ubnd-tinh");
        const string Address = "/can-bo/quan-tri/don-vi/tp-bac-kan";
        using var wrong = await admin.SendFormAsync(Address, new Dictionary<string, string?> { ["Input.IdentifierCode"] = "XYZ", ["Input.Provisional"] = null, ["Input.Decision"] = "12/QĐ-UBND" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var taken = await admin.SendFormAsync(Address, new Dictionary<string, string?> { ["Input.IdentifierCode"] = "H03.9", ["Input.Provisional"] = null, ["Input.Decision"] = "12/QĐ-UBND" });
        Assert.Equal(HttpStatusCode.Conflict, taken.StatusCode);
        using var right = await admin.SendFormAsync(Address, new Dictionary<string, string?> { ["Input.IdentifierCode"] = "h03.31", ["Input.Provisional"] = null, ["Input.Decision"] = "12/QĐ-UBND" });
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        await using var db = portal.Database.NewContext();
        var unit = await db.Units.SingleAsync(u => u.Key == "tp-bac-kan");
        Assert.Equal(("H03.31", false), (unit.IdentifierCode, unit.IdentifierProvisional));
    }

    [Theory, BothDatabases]
    public async Task Publish_WithResponsibility_MakesServicesAndNamesWhatCannotBe(DatabaseKind kind)
    {
        await using var portal = await StageAsync(kind);
        using var admin = await portal.SignInAsync(Role.ProvinceAdministrator, "ubnd-tinh");
        const string Address = "/can-bo/quan-tri/thu-tuc";
        var page = await admin.PageAsync(Address);
        Assert.Contains("Chưa có thời hạn", page.Body!.TextContent, StringComparison.Ordinal);
        using var unsure = await admin.SendFormAsync(Address, new Dictionary<string, string?> { ["codes"] = "1.000001", ["Decision"] = "12/QĐ-UBND" }, "main form[method=post]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsure.StatusCode);
        using var done = await admin.SendFormAsync(Address, new Dictionary<string, string?> { ["codes"] = "1.000001", ["Decision"] = "12/QĐ-UBND", ["TakesResponsibility"] = "true" }, "main form[method=post]");
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        using var noPlace = await admin.SendFormAsync(Address + "/1.000002", new Dictionary<string, string?> { ["Decision"] = "12/QĐ-UBND", ["TakesResponsibility"] = "true" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noPlace.StatusCode);
        using var placed = await admin.SendFormAsync(Address + "/1.000002", new Dictionary<string, string?> { ["Levels"] = "huyen", ["Decision"] = "12/QĐ-UBND", ["TakesResponsibility"] = "true" });
        Assert.Equal(HttpStatusCode.OK, placed.StatusCode);
        await using var db = portal.Database.NewContext();
        Assert.Equal([("1.000001", "stp"), ("1.000002", "tp-bac-kan")], (await db.Services.ToListAsync()).Select(s => (s.ProcedureCode, s.UnitKey)).Order());
        var row = await db.Procedures.SingleAsync(p => p.Code == "1.000001");
        Assert.Equal(PublicationState.Published, row.State);
        Assert.NotNull(row.PublishedBy);
    }

    internal static async Task<LivePortal> StageAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var portal = await LivePortal.StartAsync(kind);
        await using var db = portal.Database.NewContext();
        foreach (var (key, name, level, parent, code) in new[]
        {
            ("ubnd-tinh", "Ủy ban nhân dân tỉnh Bắc Kạn", "tinh", (string?)null, "H03"),
            ("stp", "Sở Tư pháp", "tinh", "ubnd-tinh", "H03.9"),
            ("stttt", "Sở Thông tin và Truyền thông", "tinh", "ubnd-tinh", "H03.10"),
            ("tp-bac-kan", "UBND thành phố Bắc Kạn", "huyen", "ubnd-tinh", "H03.30"),
            ("xa-01840", "UBND phường Đức Xuân", "xa", "tp-bac-kan", ""),
        })
        {
            db.Units.Add(new UnitRow
            {
                Key = key,
                Name = name,
                ShortName = name,
                Level = level,
                Kind = "ubnd",
                ParentKey = parent,
                IdentifierCode = code,
                IdentifierProvisional = key == "tp-bac-kan",
                InPlan = level != "xa" && key != "ubnd-tinh",
                From = new DateOnly(2022, 1, 1),
                SearchText = SearchText.Fold(name),
                SortKey = VietnameseOrder.Key(name),
            });
        }

        foreach (var (code, levels, org) in new[] { ("1.000001", "tinh", "stp"), ("1.000002", "", "") })
        {
            var name = "Cấp giấy thử nghiệm " + code;
            db.Procedures.Add(new ProcedureRow { Code = code, Name = name, FieldKey = "tu-phap", FieldName = "Tư pháp", OrgKey = org, Levels = levels, State = PublicationState.AwaitingStandardisation, Missing = "Limit", SearchText = SearchText.Fold(name), SortKey = VietnameseOrder.Key(name) });
        }

        await db.SaveChangesAsync();
        return portal;
    }

    private static Dictionary<string, string?> Form(string name, string userName, string role, string unit)
    {
        var form = Term(role, unit);
        (form["Input.DisplayName"], form["Input.UserName"]) = (name, userName);
        return form;
    }

    private static Dictionary<string, string?> Term(string role, string unit) => new()
    {
        ["Term.Role"] = role,
        ["Term.UnitKey"] = unit,
        ["Term.From.Day"] = "1",
        ["Term.From.Month"] = "7",
        ["Term.From.Year"] = "2022",
        ["Term.DecisionNo"] = "05/QĐ",
    };
}
