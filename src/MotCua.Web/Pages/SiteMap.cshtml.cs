using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Web.Hosting;

namespace MotCua.Web.Pages;

/// <summary>Sơ đồ trang (TT 32/2017 Đ16).</summary>
[AllowAnonymous]
public sealed class SiteMapModel(IEnumerable<ISiteMapSource> sources) : PageModel
{
    /// <summary>The tree.</summary>
    public IReadOnlyList<SiteMapPage> Sections { get; private set; } = [];

    /// <summary>Shows the tree.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var sections = new List<SiteMapPage>();
        foreach (var source in sources)
        {
            sections.AddRange(await source.SectionsAsync(ct));
        }

        Sections = sections;
    }
}
