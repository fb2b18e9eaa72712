using AngleSharp.Dom;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.TestKit;
using SkiaSharp;

namespace MotCua.Web.Tests.Filing;

/// <summary>A citizen at the portal, without JavaScript: links followed, forms posted.</summary>
internal sealed class Applicant(LivePortal portal, HttpClient browser)
{
    /// <summary>A procedure of communes with a form of its own.</summary>
    public const string Marital = "1.004873";

    public LivePortal Portal { get; } = portal;

    public HttpClient Browser { get; } = browser;

    /// <summary>What is typed on each page of 1.004873.</summary>
    public static readonly IReadOnlyDictionary<string, Dictionary<string, string?>> MaritalAnswers = new Dictionary<string, Dictionary<string, string?>>
    {
        ["nguoi_yeu_cau"] = new() { ["q.yc_noi_cu_tru.street"] = "Tổ 5", ["q.yc_noi_cu_tru.division"] = "01840", ["q.yc_dien_thoai"] = "0912345678", ["q.yc_quan_he"] = "ban_than" },
        ["nguoi_duoc_cap"] = new()
        {
            ["q.nd_ho_ten"] = "Nông Văn Tài",
            ["q.nd_ngay_sinh.Day"] = "17",
            ["q.nd_ngay_sinh.Month"] = "5",
            ["q.nd_ngay_sinh.Year"] = "1990",
            ["q.nd_gioi_tinh"] = "nam",
            ["q.nd_dan_toc"] = "02",
            ["q.nd_quoc_tich"] = "VN",
            ["q.nd_so_giay_to"] = "006090001234",
            ["q.nd_noi_cu_tru.street"] = "Tổ 5",
            ["q.nd_noi_cu_tru.division"] = "01840",
        },
        ["tinh_trang_hon_nhan"] = new() { ["q.tinh_trang"] = "chua_ket_hon" },
        ["noi_cu_tru_truoc"] = new() { ["q.nhieu_noi"] = "false" },
        ["muc_dich_su_dung"] = new() { ["q.muc_dich"] = "vay_von", ["q.so_ban"] = "1" },
        ["cap_lan_truoc"] = new() { ["q.da_cap"] = "false", ["q.cam_doan"] = "true" },
    };

    public static async Task<Applicant> AtAsync(LivePortal portal, string identity = "006090001234", string name = "Nông Văn Tài") =>
        new(portal, await portal.SignInCitizenAsync(name, identity));

    /// <summary>Begins a filing of one's own, without help; the address of the task list.</summary>
    public async Task<string> StartAsync(string procedure = Marital)
    {
        var draft = await BeginAsync(procedure);
        foreach (var (page, answer) in new[] { ("cua-ai", ("q.ai_cua_ai", "cua_toi")), ("nguoi-giup", ("q.ai_giup", "tu_lam")), ("truong-hop", ("q.ai_truong_hop", "chua_ro")) })
        {
            using var shown = await Browser.GetAsync(new Uri($"{draft}/trang/{page}", UriKind.Relative));
            if (shown.StatusCode != HttpStatusCode.OK) continue;
            using var saved = await FillAsync(draft, page, new Dictionary<string, string?> { [answer.Item1] = answer.Item2 });
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        }

        return draft;
    }

    /// <summary>Begins a filing through the pages, up to the question of whose it is; the address of the task list.</summary>
    public async Task<string> BeginAsync(string procedure = Marital)
    {
        var start = await Browser.PageAsync("/nop-ho-so/" + procedure);
        var next = start.QuerySelectorAll<IHtmlAnchorElement>("main a.govuk-button--start").Single().GetAttribute("href")!;
        var place = await Browser.PageAsync(next);
        var unit = place.QuerySelector<IHtmlSelectElement>("#UnitKey")?.Options.First(o => o.Value.Length > 0).Value;
        using var made = await Browser.SendFormAsync(place, next, unit is null ? new Dictionary<string, string?>() : new Dictionary<string, string?> { ["UnitKey"] = unit });
        var whose = Location(made);
        Assert.EndsWith("/trang/cua-ai", whose, StringComparison.Ordinal);
        return whose[..^"/trang/cua-ai".Length];
    }

    /// <summary>Fills a page and presses "Lưu và tiếp tục".</summary>
    public Task<HttpResponseMessage> FillAsync(string draft, string page, IReadOnlyDictionary<string, string?> typed) =>
        Browser.SendFormAsync($"{draft}/trang/{page}", With(typed, "lam", "tiep"));

    /// <summary>Uploads a picture for a paper.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string draft, string paper, byte[]? bytes = null, string name = "giay to.png")
    {
        var address = $"{draft}/giay-to/{paper}";
        var page = await Browser.PageAsync(address);
        var form = page.QuerySelector<IHtmlFormElement>("form[enctype='multipart/form-data']")!;
        using var content = new MultipartFormDataContent();
        content.Add(new StringContent(form.QuerySelector<IHtmlInputElement>("input[name=__form]")!.Value), "__form");
        using var file = new ByteArrayContent(bytes ?? Png());
        content.Add(file, "Upload", name);
        return await Browser.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
    }

    /// <summary>Gives every paper that the task list asks for on paper or as an upload.</summary>
    public async Task GivePapersAsync(string draft)
    {
        var tasks = await Browser.PageAsync(draft);
        foreach (var link in tasks.QuerySelectorAll<IHtmlAnchorElement>("a.govuk-task-list__link").Select(a => a.GetAttribute("href")!).Where(h => h.Contains("/giay-to/", StringComparison.Ordinal)).ToList())
        {
            using var uploaded = await UploadAsync(draft, link.Split('/')[^1]);
            Assert.Equal(HttpStatusCode.Redirect, uploaded.StatusCode);
        }
    }

    /// <summary>A draft of 1.004873 with nothing missing.</summary>
    public async Task<string> ReadyAsync()
    {
        var draft = await StartAsync();
        foreach (var (page, typed) in MaritalAnswers)
        {
            using var saved = await FillAsync(draft, page, typed);
            Assert.True(saved.StatusCode == HttpStatusCode.Redirect, $"{page}: {(await saved.DomAsync()).QuerySelector(".govuk-error-summary")?.TextContent}");
        }

        await GivePapersAsync(draft);
        return draft;
    }

    /// <summary>Sends a ready draft; the address of the confirmation.</summary>
    public async Task<string> SubmitAsync(string draft)
    {
        using var sent = await Browser.SendFormAsync(draft + "/kiem-tra", new Dictionary<string, string?>());
        return Location(sent);
    }

    /// <summary>A published procedure of communes without a form of its own.</summary>
    public async Task<string> WithoutFormAsync()
    {
        await using var db = Portal.Database.NewContext();
        return await db.Procedures.Where(p => p.State == PublicationState.Published && p.Levels.Contains("xa") && !db.FormVersions.Any(f => f.ProcedureCode == p.Code)).OrderBy(p => p.Code).Select(p => p.Code).FirstAsync();
    }

    public static string Location(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response.Headers.Location!.OriginalString;
    }

    public static string CodeOf(string address) => Regex.Match(address, "NH-[0-9A-Z]{10}").Value;

    public static byte[] Png()
    {
        using var bitmap = new SKBitmap(8, 8);
        bitmap.Erase(SKColors.White);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 90);
        return data.ToArray();
    }

    private static Dictionary<string, string?> With(IReadOnlyDictionary<string, string?> typed, string name, string value) => new(typed) { [name] = value };
}
