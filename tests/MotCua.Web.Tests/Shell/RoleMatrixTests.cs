using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Domain.Kernel;

namespace MotCua.Web.Tests.Shell;

/// <summary>
/// Every page and every interface × everybody who may knock: a stranger, a citizen, an officer of each role. Written out here on its own, not read from
/// the code; a page that is missing here fails the test. Which object may be opened is tested beside the object.
/// </summary>
public sealed class RoleMatrixTests
{
    private const string Code = "NH-0000000000";
    private const string Id = "01900000000070008000000000000001";

    private static readonly Role[] Everyone = Enum.GetValues<Role>();
    private static readonly Role[] Dossiers = [Role.DeskOfficer, Role.Handler, Role.UnitLeader, Role.Clerk];
    private static readonly Role[] Desk = [Role.DeskOfficer];
    private static readonly Role[] Leader = [Role.UnitLeader];
    private static readonly Role[] Clerk = [Role.Clerk];
    private static readonly Role[] Board = [Role.UnitLeader, Role.PlanOwner, Role.ProvinceLeader, Role.Auditor, Role.Reviewer, Role.UnitAdministrator];
    private static readonly Role[] PlanOwner = [Role.PlanOwner];
    private static readonly Role[] PlanApprovers = [Role.PlanOwner, Role.ProvinceLeader];
    private static readonly Role[] PlanWork = [Role.PlanOwner, Role.UnitLeader, Role.UnitAdministrator];
    private static readonly Role[] SeeReports = [Role.UnitLeader, Role.UnitAdministrator, Role.PlanOwner, Role.ProvinceLeader, Role.Auditor];
    private static readonly Role[] MakeReports = [Role.UnitLeader, Role.UnitAdministrator, Role.PlanOwner, Role.ProvinceLeader];
    private static readonly Role[] Administrators = [Role.ProvinceAdministrator, Role.UnitAdministrator];
    private static readonly Role[] Province = [Role.ProvinceAdministrator];
    private static readonly Role[] Auditor = [Role.Auditor];
    private static readonly Role[] Operators = [Role.Operator, Role.ProvinceAdministrator];

    /// <summary>Route, an address of it, what who is let in sees (200 unless said), and the roles. No roles: open to all, or to citizens.</summary>
    private static readonly Row[] Matrix =
    [
        // Open to all
        Public("", "/"),
        Public("gioi-thieu"), Public("chinh-sach-rieng-tu"), Public("so-do-trang"), Public("tro-giup"), Public("tro-giup/tiep-can"), Public("chi-tieu"), Public("du-lieu-mo"), Public("bo-thanh-phan"),
        Public("thu-tuc"), Public("thu-tuc/danh-muc"), Public("thu-tuc/{code}", "/thu-tuc/1.004873"), Public("thu-tuc/{code}/nop-o-dau", "/thu-tuc/1.004873/nop-o-dau"),
        Public("nop-ho-so/{code}", "/nop-ho-so/1.004873"), Public("tra-cuu/ho-so"), Public("xac-thuc"), Public("xac-thuc/{token}", "/xac-thuc/ABCDEFGH", 404),
        Public("loi/{code:int?}", "/loi", 404), Public("dang-nhap", "/dang-nhap", 0), Public("dang-nhap/bat-dau", "/dang-nhap/bat-dau", 302), Public("dang-xuat", "/dang-xuat", 0),
        Public("can-bo/dang-nhap", "/can-bo/dang-nhap", 0), Public("can-bo/dang-nhap/ma-xac-thuc", "/can-bo/dang-nhap/ma-xac-thuc", 302), Public("can-bo/dang-nhap/cai-dat-ma", "/can-bo/dang-nhap/cai-dat-ma", 302),
        Public("can-bo/dang-nhap/mat-khau-moi", "/can-bo/dang-nhap/mat-khau-moi", 302), Public("can-bo/dang-xuat", "/can-bo/dang-xuat", 0),

        // Interfaces
        Public("/api/v1/public/dossiers/{code}", "/api/v1/public/dossiers/" + Code, 404), Public("/api/v1/public/procedures", "/api/v1/public/procedures?q=khai+sinh"), Public("/api/v1/open/datasets"), Public("/api/v1/open/{dataset}.{format}", "/api/v1/open/don-vi.csv"), Public("/api/v1/openapi.json"), Public("/thu-tuc/goi-y", "/thu-tuc/goi-y?q=khai"),
        Public("/healthz/live"), Public("/healthz/ready"), Public("/robots.txt"), Public("/sitemap.xml"),

        // Citizens
        Citizens("tai-khoan"), Citizens("ho-so-cua-toi"), Citizens("hop-thu"),
        Citizens("ho-so-cua-toi/{code}", "/ho-so-cua-toi/" + Code, 404), Citizens("ho-so-cua-toi/{code}/rut", $"/ho-so-cua-toi/{Code}/rut", 404), Citizens("ho-so-cua-toi/{code}/tai-ve", $"/ho-so-cua-toi/{Code}/tai-ve", 404),
        Citizens("ho-so-cua-toi/{code}/giay/mau-{form:int:range(1,4)}", $"/ho-so-cua-toi/{Code}/giay/mau-01", 404), Citizens("ho-so-cua-toi/{code}/tep/{file:guid}", $"/ho-so-cua-toi/{Code}/tep/{Id}", 404),
        Citizens("nop-ho-so/{code}/noi-nop", "/nop-ho-so/1.004873/noi-nop"), Citizens("nop-ho-so/da-nop/{code}", "/nop-ho-so/da-nop/" + Code, 404), Citizens("nop-ho-so/da-nop/{code}/ban-in", $"/nop-ho-so/da-nop/{Code}/ban-in", 404),
        Citizens("nop-ho-so/nhap/{id:guid}", "/nop-ho-so/nhap/" + Id, 404), Citizens("/nop-ho-so/nhap/{id:guid}/noi-nop", $"/nop-ho-so/nhap/{Id}/noi-nop", 404), Citizens("nop-ho-so/nhap/{id:guid}/kiem-tra", $"/nop-ho-so/nhap/{Id}/kiem-tra", 404),
        Citizens("nop-ho-so/nhap/{id:guid}/xoa", $"/nop-ho-so/nhap/{Id}/xoa", 404), Citizens("nop-ho-so/nhap/{id:guid}/trang/{part}", $"/nop-ho-so/nhap/{Id}/trang/mot", 404),
        Citizens("nop-ho-so/nhap/{id:guid}/giay-to/{key}", $"/nop-ho-so/nhap/{Id}/giay-to/tp1", 404), Citizens("nop-ho-so/nhap/{id:guid}/tep/{file:guid}", $"/nop-ho-so/nhap/{Id}/tep/{Id}", 404),

        // Officers: every role
        Staff("can-bo", Everyone, "/can-bo", 0), Staff("can-bo/tai-khoan", Everyone), Staff("can-bo/xac-nhan", Everyone), Staff("can-bo/gui-lai", Everyone, "/can-bo/gui-lai", 0),

        // Dossiers
        Staff("can-bo/ho-so", Dossiers), Staff("can-bo/so-theo-doi", Dossiers), OfDossier("", Dossiers), OfDossier("/chuyen-buoc", Dossiers), OfDossier("/du-thao", Dossiers),
        OfDossier("/giay/mau-{form:int:range(1,5)}", Dossiers, "/giay/mau-01"), OfDossier("/tep/{id:guid}", Dossiers, "/tep/" + Id), OfDossier("/xem-du-thao/{id:guid}", Dossiers, "/xem-du-thao/" + Id),
        OfDossier("/{act:regex(^(huong-dan|de-nghi-bo-sung|yeu-cau-bo-sung)$)}", Dossiers, "/huong-dan"),
        OfDossier("/{act:regex(^(rut|dung|giai-quyet-tiep|tra-giay-to|mo-lai|tra-lai-buoc)$)}", Dossiers, "/rut"), OfDossier("/{act:regex(^(thu-phi|yeu-cau-nop|da-nop)$)}", Dossiers, "/thu-phi"),
        OfDossier("/tiep-nhan", Desk), OfDossier("/tu-choi", Desk), OfDossier("/nhan-bo-sung", Desk), OfDossier("/tra-ket-qua", Desk),
        OfDossier("/duyet", Leader), OfDossier("/hen-lai", Leader), OfDossier("/ket-qua/{id:guid}", Leader, "/ket-qua/" + Id), OfDossier("/ban-hanh", Clerk),
        Staff("can-bo/tiep-nhan", Desk), Staff("can-bo/tiep-nhan/{procedure}", Desk, "/can-bo/tiep-nhan/2.000488"),

        // Targets
        Staff("can-bo/chi-tieu/don-vi/{key}", Board, "/can-bo/chi-tieu/don-vi/stp"), Staff("can-bo/chi-tieu/ban-in", Board), Staff("can-bo/chi-tieu/vi-sao", Board), Staff("can-bo/chi-tieu/thu-tuc/{code}", Board, "/can-bo/chi-tieu/thu-tuc/1.004873"), Staff("can-bo/chi-tieu/theo-thang", Board), Staff("can-bo/chi-tieu/ban-do", Board),
        Staff("can-bo/chi-tieu/du-bao", Board), Staff("can-bo/thong-bao", Everyone), Staff("can-bo/chi-tieu/dau-hieu", Board), Staff("can-bo/chi-tieu/dau-hieu/{id:guid}", Board, "/can-bo/chi-tieu/dau-hieu/" + Id, 404),
        Staff("can-bo/chi-tieu", Board), Staff("can-bo/chi-tieu/danh-sach", Board, "/can-bo/chi-tieu/danh-sach?chi-tieu=ct3&don-vi=stp&tu=2022-07-01&den=2022-07-31&phan=tu-so"),

        // Closed periods, indicators by configuration
        Staff("can-bo/chi-tieu/chot-so", Board), Staff("can-bo/chi-tieu/chot-so/{ky}", Board, "/can-bo/chi-tieu/chot-so/2022-07"),
        Staff("can-bo/chi-tieu/dinh-nghia", Board), Staff("can-bo/chi-tieu/dinh-nghia/soan", PlanOwner), Staff("can-bo/chi-tieu/dinh-nghia/{id:guid}", Board, "/can-bo/chi-tieu/dinh-nghia/" + Id, 404),

        // The plan's tasks, and what to do next
        Staff("can-bo/chi-tieu/viec-nen-lam", Board), Staff("can-bo/chi-tieu/viec-nen-lam/ngay-cong", Board), Staff("can-bo/chi-tieu/viec-nen-lam/du-kien-thuc-te", Board),
        // The index of QĐ 766
        Staff("can-bo/chi-tieu/bo-chi-so-766", Board), Staff("can-bo/chi-tieu/bo-chi-so-766/don-vi/{key}", Board, "/can-bo/chi-tieu/bo-chi-so-766/don-vi/stp"), Staff("can-bo/chi-tieu/bo-chi-so-766/so-lieu", [Role.PlanOwner]),
        Staff("can-bo/chi-tieu/bo-chi-so-766/thanh-phan/{part}", Board, "/can-bo/chi-tieu/bo-chi-so-766/thanh-phan/2.1?don-vi=stp&tu=2022-07-01&den=2022-07-31"),
        Staff("can-bo/ke-hoach/nhiem-vu", Board), Staff("can-bo/ke-hoach/nhiem-vu/giao", PlanWork), Staff("can-bo/ke-hoach/nhiem-vu/{id:guid}", Board, "/can-bo/ke-hoach/nhiem-vu/" + Id, 404), Staff("can-bo/ke-hoach/van-ban", Board), Staff("can-bo/ke-hoach/van-ban/soan", PlanWork), Staff("can-bo/ke-hoach/van-ban/{id:guid}", Board, "/can-bo/ke-hoach/van-ban/" + Id, 404),
        Staff("can-bo/ke-hoach/tep/{id:guid}", Board, "/can-bo/ke-hoach/tep/" + Id, 404),

        // Reports
        Staff("can-bo/bao-cao", SeeReports), Staff("can-bo/bao-cao/{id:guid}", SeeReports, "/can-bo/bao-cao/" + Id, 404), Staff("can-bo/bao-cao/{id:guid}/doi-chieu", SeeReports, $"/can-bo/bao-cao/{Id}/doi-chieu", 404), Staff("can-bo/bao-cao/lap", MakeReports), Staff("can-bo/bao-cao/dang-lap/{id:guid}", MakeReports, "/can-bo/bao-cao/dang-lap/" + Id, 404), Staff("can-bo/bao-cao/lich", MakeReports),

        // Plans
        Staff("can-bo/ke-hoach", Board), Staff("can-bo/ke-hoach/{code}", Board, "/can-bo/ke-hoach/dvctt-1900", 404), Staff("can-bo/ke-hoach/so-sanh", Board), Staff("can-bo/ke-hoach/van-ban-giao/{id:guid}", Board, "/can-bo/ke-hoach/van-ban-giao/" + Id, 404),
        Staff("can-bo/ke-hoach/du-thao/{id:guid}", PlanApprovers, "/can-bo/ke-hoach/du-thao/" + Id, 404), Staff("can-bo/ke-hoach/du-thao/{id:guid}/sua", PlanOwner, $"/can-bo/ke-hoach/du-thao/{Id}/sua", 404),
        Staff("can-bo/ke-hoach/lap-moi", PlanOwner), Staff("can-bo/ke-hoach/{code}/dieu-chinh", PlanOwner, "/can-bo/ke-hoach/dvctt-1900/dieu-chinh", 404), Staff("can-bo/ke-hoach/{code}/quyet-dinh", PlanOwner, "/can-bo/ke-hoach/dvctt-1900/quyet-dinh", 404),

        // Administration
        Staff("can-bo/quan-tri", Administrators), Staff("can-bo/quan-tri/can-bo", Administrators), Staff("can-bo/quan-tri/can-bo/them", Administrators),
        Staff("can-bo/quan-tri/can-bo/{id:guid}", Administrators, "/can-bo/quan-tri/can-bo/" + Id, 404), Staff("can-bo/quan-tri/don-vi", Administrators), Staff("can-bo/quan-tri/don-vi/{key}", Administrators, "/can-bo/quan-tri/don-vi/stp"),
        Staff("can-bo/quan-tri/gio-lam-viec", Administrators), Staff("can-bo/quan-tri/ngay-nghi", Administrators), Staff("can-bo/quan-tri/du-lieu-con-thieu", Administrators), Staff("can-bo/quan-tri/quy-trinh/{unit?}", Administrators, "/can-bo/quan-tri/quy-trinh"),
        Staff("can-bo/quan-tri/thu-tuc", Province), Staff("can-bo/quan-tri/thu-tuc/{code}", Province, "/can-bo/quan-tri/thu-tuc/1.004873"),
        Staff("can-bo/quan-tri/thu-tuc/{code}/dung-tiep-nhan", Province, "/can-bo/quan-tri/thu-tuc/1.004873/dung-tiep-nhan"),

        // Trail and operation
        Staff("can-bo/nhat-ky", Auditor), Staff("can-bo/nhat-ky/chuoi", Auditor), Staff("can-bo/van-hanh", Operators), Staff("can-bo/van-hanh/hop-thu-di", Operators), Staff("can-bo/van-hanh/luot-truy-cap", [Role.Operator, Role.PlanOwner, Role.ProvinceLeader, Role.Auditor]),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Matrix_HoldsEveryPageAndEveryInterface()
    {
        await using var portal = await LivePortal.StartAsync();
        var routes = portal.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.RoutePattern.RawText != "{*path}").Select(e => e.RoutePattern.RawText!).Distinct().ToList();
        Assert.True(routes.Count > 80, $"{routes.Count} routes");
        Assert.Empty(routes.Except(Matrix.Select(r => r.Route)));
        Assert.Empty(Matrix.Select(r => r.Route).Except(routes));
        Assert.Equal(Matrix.Length, Matrix.Select(r => r.Route).Distinct().Count());
    }

    [Fact]
    public async Task Get_EverythingAsEverybody_IsAsTheMatrixSays()
    {
        await using var portal = await LivePortal.StartAsync(loaded: true, settings: new Dictionary<string, string> { ["Limits:LookupsPerMinute"] = "100000" });
        var wrong = new List<string>();
        await KnockAsync("stranger", portal.Stranger(), null, isCitizen: false);
        await KnockAsync("citizen", await portal.SignInCitizenAsync(), null, isCitizen: true);
        foreach (var role in Everyone) await KnockAsync(role.ToString(), await portal.SignInAsync(role, "stp"), role, isCitizen: false);
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));

        async Task KnockAsync(string who, HttpClient browser, Role? role, bool isCitizen)
        {
            using (browser)
            {
                foreach (var row in Matrix)
                {
                    using var answer = await browser.GetAsync(new Uri(row.Address, UriKind.Relative), Ct);
                    var (expected, got) = (row.Expected(role, isCitizen), Outcome(row, answer));
                    if (expected != got && !(expected == "in" && got is not ("403" or "sign in" or "staff sign in" or "401" or "500"))) wrong.Add($"{who} {row.Address}: {got}, not {expected}");
                }
            }
        }
    }

    /// <summary>A form that is sent by who may not open its page does nothing either: the permission is of the page, not of the showing.</summary>
    [Fact]
    public async Task Post_ByWhoMayNot_IsRefusedBeforeTheForm()
    {
        await using var portal = await LivePortal.StartAsync();
        foreach (var role in Everyone)
        {
            using var browser = await portal.SignInAsync(role, "stp");
            foreach (var row in Matrix.Where(r => r.Roles is { } roles && !roles.Contains(role)))
            {
                using var nothing = new FormUrlEncodedContent([]);
                using var answer = await browser.PostAsync(new Uri(row.Address, UriKind.Relative), nothing, Ct);
                Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{role} {row.Address}: {(int)answer.StatusCode}");
            }
        }
    }

    private static string Outcome(Row row, HttpResponseMessage answer)
    {
        if (row.Route == "dang-nhap/bat-dau" && answer.StatusCode == HttpStatusCode.Redirect) return "302";
        if (answer.StatusCode != HttpStatusCode.Redirect) return ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var to = answer.Headers.Location!;
        var path = to.IsAbsoluteUri ? to.PathAndQuery : to.OriginalString;
        return path.StartsWith("/can-bo/dang-nhap?returnUrl", StringComparison.Ordinal) ? "staff sign in" : path.StartsWith("/dang-nhap?returnUrl", StringComparison.Ordinal) ? "sign in" : "302";
    }

    private static Row Public(string route, string? address = null, int status = 200) => new(route, address ?? (route.StartsWith('/') ? route : "/" + route), status, null, false);

    private static Row Citizens(string route, string? address = null, int status = 200) => new(route, address ?? "/" + route, status, null, true);

    private static Row Staff(string route, Role[] roles, string? address = null, int status = 200) => new(route, address ?? "/" + route, status, roles, false);

    private static Row OfDossier(string act, Role[] roles, string? path = null) => new("can-bo/ho-so/{code}" + act, "/can-bo/ho-so/" + Code + (path ?? act), 404, roles, false);

    /// <summary>A line of the matrix.</summary>
    /// <param name="Route">Route as the portal knows it.</param>
    /// <param name="Address">An address of it.</param>
    /// <param name="Status">What who is let in gets; 0 = the page itself decides (shown, or led on).</param>
    /// <param name="Roles">Roles of officers that are let in; null = it is no page of officers.</param>
    /// <param name="OnlyCitizens">Citizens are let in, nobody else.</param>
    private sealed record Row(string Route, string Address, int Status, Role[]? Roles, bool OnlyCitizens)
    {
        public string Expected(Role? role, bool isCitizen)
        {
            var inside = Status == 0 ? "in" : Status.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (Roles is not null) return role is not { } held ? "staff sign in" : Roles.Contains(held) ? inside : "403";
            return !OnlyCitizens || isCitizen ? inside : "sign in";
        }
    }
}
