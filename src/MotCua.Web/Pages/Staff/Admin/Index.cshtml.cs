using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Catalogue;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Admin;

/// <summary>Entrances of the administration.</summary>
[Authorize(Policy = Policies.ManageOfficers)]
public sealed class IndexModel(PublicationSheets procedures) : PageModel
{
    /// <summary>Procedures that wait.</summary>
    public int Waiting { get; private set; }

    /// <summary>Procedures that are public.</summary>
    public int Published { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var counts = await procedures.CountsAsync(ct);
        (Waiting, Published) = (counts.Waiting, counts.Published);
    }
}
