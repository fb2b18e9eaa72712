using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Organisations;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Admin;

/// <summary>Units within reach.</summary>
[Authorize(Policy = Policies.ManageUnits)]
public sealed class UnitsModel(UnitSheets sheets) : PageModel
{
    /// <summary>Words of the filter.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Level of the filter.</summary>
    public string Level { get; private set; } = "";

    /// <summary>Units.</summary>
    public IReadOnlyList<UnitRow> Units { get; private set; } = [];

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(string? q, string? cap, CancellationToken ct)
    {
        (Words, Level) = (q ?? "", cap is "tinh" or "huyen" or "xa" ? cap : "");
        Units = await sheets.ListAsync(User.ToActor(), Words, Level, ct);
    }
}
