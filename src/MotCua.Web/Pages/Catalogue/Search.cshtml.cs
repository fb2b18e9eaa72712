using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using MotCua.App.Catalogue;
using MotCua.App.Exchange;
using MotCua.Domain.Catalogue;
using MotCua.Web.Components;
using MotCua.Web.Hosting;

namespace MotCua.Web.Pages.Catalogue;

/// <summary>Tìm thủ tục: words and filters in the address, so that a list can be kept and sent.</summary>
[AllowAnonymous]
public sealed class SearchModel(PublicCatalogue catalogue, IOptions<ProvinceContact> contact, VisitCounters counters) : PageModel
{
    /// <summary>Words.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    /// <summary>Life event.</summary>
    [BindProperty(SupportsGet = true, Name = "viec")]
    public string? LifeEvent { get; set; }

    /// <summary>Field.</summary>
    [BindProperty(SupportsGet = true, Name = "linh-vuc")]
    public string? Field { get; set; }

    /// <summary>Level.</summary>
    [BindProperty(SupportsGet = true, Name = "cap")]
    public string? Level { get; set; }

    /// <summary>Unit.</summary>
    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public string? Unit { get; set; }

    /// <summary>Audience.</summary>
    [BindProperty(SupportsGet = true, Name = "doi-tuong")]
    public string? Audience { get; set; }

    /// <summary>The page starts after this code.</summary>
    [BindProperty(SupportsGet = true, Name = "sau")]
    public string? After { get; set; }

    /// <summary>What is sought.</summary>
    public ProcedureWish Wish { get; private set; } = new();

    /// <summary>What was found.</summary>
    public ProcedureFindings Found { get; private set; } = ProcedureFindings.None;

    /// <summary>The catalogue.</summary>
    public CataloguePicture Picture { get; private set; } = null!;

    /// <summary>Heading of the page.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>Filters in force, with the address that takes each away.</summary>
    public IReadOnlyList<(string Words, string Without)> Active { get; private set; } = [];

    /// <summary>National hotline.</summary>
    public string Hotline => contact.Value.NationalHotline;

    /// <summary>Choices of the filters.</summary>
    public IReadOnlyList<Choice> LifeEvents => [.. Picture.LifeEvents.Select(e => new Choice(e.Event.Key, e.Event.Title))];

    /// <summary>Choices of fields.</summary>
    public IReadOnlyList<Choice> Fields => [.. Picture.Fields.Select(f => new Choice(f.Key, f.Name))];

    /// <summary>Choices of levels.</summary>
    public IReadOnlyList<Choice> Levels { get; } = [new("tinh", "Cấp tỉnh"), new("huyen", "Cấp huyện"), new("xa", "Cấp xã")];

    /// <summary>Choices of audiences.</summary>
    public IReadOnlyList<Choice> Audiences { get; } = [new("cong-dan", "Công dân"), new("doanh-nghiep", "Doanh nghiệp, tổ chức")];

    /// <summary>Choices of units: of the province, the districts, and the chosen commune.</summary>
    public IReadOnlyList<Choice> Units =>
        [.. Picture.Offering.Where(u => u.Level != "xa" || u.Key == Unit).Select(u => new Choice(u.Key, u.Name, Group: u.Level == "tinh" ? "Cấp tỉnh" : u.Level == "huyen" ? "Cấp huyện" : "Cấp xã"))];

    /// <summary>Shows what fits.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Picture = await catalogue.PictureAsync(ct);
        Wish = new ProcedureWish(Q?.Trim(), LifeEvent, Field, Level, Unit, Audience switch { "cong-dan" => Domain.Catalogue.Audience.Citizen, "doanh-nghiep" => Domain.Catalogue.Audience.Business, _ => null });
        if (ProcedureCode.TryNormalize(Wish.Text, out var code) && (Picture.Find(code) is not null || Picture.FindWaiting(code) is not null))
        {
            return Redirect(Links.Procedure(code));
        }

        Found = ProcedureFinder.Find(Picture, Wish, After);
        if (Found is { Total: 0, Elsewhere: null } && After is null && VisitCount.MayCount(Request) && !string.IsNullOrEmpty(Wish.Text)) counters.Miss(Wish.Text);
        Heading = !string.IsNullOrEmpty(Wish.Text) ? "Kết quả tìm thủ tục"
            : Picture.LifeEvents.FirstOrDefault(e => e.Event.Key == LifeEvent).Event?.Title
                ?? Picture.Fields.FirstOrDefault(f => f.Key == Field)?.Name
                ?? Picture.Unit(Unit)?.Name
                ?? "Thủ tục hành chính";
        Active = [.. Filters()];
        return Page();
    }

    private IEnumerable<(string, string)> Filters()
    {
        if (!string.IsNullOrEmpty(LifeEvent))
        {
            yield return (Picture.LifeEvents.FirstOrDefault(e => e.Event.Key == LifeEvent).Event?.Title ?? LifeEvent, Links.Find(Wish with { LifeEvent = null }));
        }

        if (!string.IsNullOrEmpty(Field))
        {
            yield return (Picture.Fields.FirstOrDefault(f => f.Key == Field)?.Name ?? Field, Links.Find(Wish with { Field = null }));
        }

        if (Levels.FirstOrDefault(l => l.Value == Level) is { } level)
        {
            yield return (level.Label, Links.Find(Wish with { Level = null }));
        }

        if (!string.IsNullOrEmpty(Unit))
        {
            yield return (Picture.Unit(Unit)?.ShortName ?? Unit, Links.Find(Wish with { Unit = null }));
        }

        if (Audiences.FirstOrDefault(a => a.Value == Audience) is { } audience)
        {
            yield return (audience.Label, Links.Find(Wish with { Audience = null }));
        }
    }
}
