using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Catalogue;

namespace MotCua.Web.Pages.Catalogue;

/// <summary>Danh mục: life events, fields and units, each a door to its procedures.</summary>
[AllowAnonymous]
public sealed class BrowseModel(PublicCatalogue catalogue) : PageModel
{
    /// <summary>The catalogue.</summary>
    public CataloguePicture Picture { get; private set; } = null!;

    /// <summary>Units of a level that offer something, with how much.</summary>
    public IEnumerable<(CatalogueUnit Unit, int Count)> Units(string level) => Picture.Offering.Where(u => u.Level == level).Select(u => (u, Picture.CodesOf(u.Key).Count));

    /// <summary>Shows the doors.</summary>
    public async Task OnGetAsync(CancellationToken ct) => Picture = await catalogue.PictureAsync(ct);
}
