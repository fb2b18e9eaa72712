using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Catalogue;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Admin;

/// <summary>Entrances of the administration.</summary>
[Authorize(Policy = Policies.ManageOfficers)]
public sealed class IndexModel(PublicationSheets procedures, DataGaps gaps) : PageModel
{
    /// <summary>Procedures that wait.</summary>
    public int Waiting { get; private set; }

    /// <summary>Procedures that are public.</summary>
    public int Published { get; private set; }

    /// <summary>Procedures that take no new dossiers, now or soon.</summary>
    public int Closed { get; private set; }

    /// <summary>What is missing.</summary>
    public DataGapSheet Gaps { get; private set; } = null!;

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var counts = await procedures.CountsAsync(ct);
        (Waiting, Published, Closed) = (counts.Waiting, counts.Published, counts.Closed);
        Gaps = await gaps.FindAsync(User.ToActor(), ct);
    }
}
