using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Accounts;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Admin;

/// <summary>Officers within reach.</summary>
[Authorize(Policy = Policies.ManageOfficers)]
public sealed class OfficersModel(OfficerSheets sheets) : PageModel
{
    /// <summary>Words of the filter.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Unit of the filter.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>The page begins after this sign-in name.</summary>
    public string After { get; private set; } = "";

    /// <summary>The next page begins after this one, or null.</summary>
    public string? Next { get; private set; }

    /// <summary>Officers.</summary>
    public IReadOnlyList<OfficerLine> Lines { get; private set; } = [];

    /// <summary>Units within reach.</summary>
    public IReadOnlyList<UnitChoice> Units { get; private set; } = [];

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(string? q, string? donVi, string? sau, CancellationToken ct)
    {
        (Words, Unit, After) = (q ?? "", donVi ?? "", sau ?? "");
        var actor = User.ToActor();
        Units = await sheets.ReachAsync(actor, ct);
        var lines = await sheets.ListAsync(actor, Words, Unit, After, ct);
        Next = lines.Count > OfficerSheets.PageSize ? lines[OfficerSheets.PageSize - 1].UserName : null;
        Lines = [.. lines.Take(OfficerSheets.PageSize)];
    }
}
