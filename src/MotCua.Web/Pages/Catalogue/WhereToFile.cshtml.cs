using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using MotCua.App.Catalogue;
using MotCua.Domain.Catalogue;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Catalogue;

/// <summary>Nộp ở đâu: asks the district, then the commune, once; answers with the desk. The commune is kept in a cookie, nothing of the person is.</summary>
[AllowAnonymous]
public sealed class WhereToFileModel(PublicCatalogue catalogue, WhereToFile where, WebSecurity security, IOptions<ProvinceContact> contact) : PageModel
{
    /// <summary>Name of the cookie with the commune's code.</summary>
    public const string CookieName = "mc-xa";

    /// <summary>District chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "huyen")]
    public string? District { get; set; }

    /// <summary>Commune chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "xa")]
    public string? Commune { get; set; }

    /// <summary>Ask anew.</summary>
    [BindProperty(SupportsGet = true, Name = "doi")]
    public bool Change { get; set; }

    /// <summary>The question that was answered: 1 district, 2 commune. A radio that nobody chose sends nothing.</summary>
    [BindProperty(SupportsGet = true, Name = "tiep")]
    public int? Answered { get; set; }

    /// <summary>The procedure.</summary>
    public FiledProcedure Procedure { get; private set; } = null!;

    /// <summary>The answer; empty while the address is asked.</summary>
    public IReadOnlyList<FilingDesk> Desks { get; private set; } = [];

    /// <summary>Districts to choose from; null when not asked.</summary>
    public IReadOnlyList<Choice>? Districts { get; private set; }

    /// <summary>Communes to choose from; null when not asked.</summary>
    public IReadOnlyList<Choice>? Communes { get; private set; }

    /// <summary>The chosen commune in words; null when it does not matter.</summary>
    public string? Place { get; private set; }

    /// <summary>Whether it can be filed online at one of the desks.</summary>
    public bool MayFileOnline { get; private set; }

    /// <summary>National hotline.</summary>
    public string Hotline => contact.Value.NationalHotline;

    /// <summary>Asks or answers.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        var picture = await catalogue.PictureAsync(ct);
        if (!ProcedureCode.TryNormalize(code, out var normal) || FiledProcedure.Of(picture, normal) is not { } procedure)
        {
            return NotFound();
        }

        Procedure = procedure;
        MayFileOnline = ProcedureWords.Service(picture.ServicesOf(normal)).MayFile;
        string? known = null;
        if (App.Catalogue.WhereToFile.NeedsAddress(procedure.Levels))
        {
            known = Known(picture);
            if (known is null)
            {
                Ask(picture);
            }
            else
            {
                var commune = picture.Divisions.First(d => d.Code == known);
                Place = $"{commune.Name}, {picture.Divisions.FirstOrDefault(d => d.Code == commune.ParentCode)?.Name}";
            }
        }

        if (Districts is null && Communes is null)
        {
            Desks = await where.AnswerAsync(procedure, known, ct);
        }

        return Page();
    }

    private string? Known(CataloguePicture picture)
    {
        if (Change)
        {
            return null;
        }

        var cookie = security.CookieName(CookieName);
        var code = Commune ?? (District is null ? Request.Cookies[cookie] : null);
        if (code is null || !picture.Divisions.Any(d => d.Level == "xa" && d.Code == code))
        {
            if (Commune is { Length: > 0 })
            {
                ModelState.AddModelError("xa", "Xã này không có trong danh mục của tỉnh. Hãy chọn lại");
            }

            return null;
        }

        if (Commune is not null)
        {
            Response.Cookies.Append(cookie, code, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps || security.RequireHttps, MaxAge = TimeSpan.FromDays(180), Path = "/", IsEssential = true });
        }

        return code;
    }

    private void Ask(CataloguePicture picture)
    {
        var districts = picture.Divisions.Where(d => d.Level == "huyen").Select(d => new Choice(d.Code, d.Name)).ToList();
        if (!string.IsNullOrEmpty(District) && districts.Exists(d => d.Value == District))
        {
            Communes = [.. picture.Divisions.Where(d => d.Level == "xa" && d.ParentCode == District).Select(d => new Choice(d.Code, d.Name))];
            if (Answered == 2 && string.IsNullOrEmpty(Commune))
            {
                ModelState.AddModelError("xa", "Hãy chọn xã, phường hoặc thị trấn");
            }

            return;
        }

        if (Answered == 1 || District is not null)
        {
            ModelState.AddModelError("huyen", "Hãy chọn huyện hoặc thành phố");
        }

        Districts = districts;
    }
}
