using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>Chỉ tiêu tự định nghĩa: all versions.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class DefinitionsModel(IndicatorSheets sheets) : PageModel
{
    /// <summary>Versions by code, latest first.</summary>
    public IReadOnlyList<IGrouping<string, IndicatorVersion>> ByCode { get; private set; } = [];

    /// <summary>The person is a plan owner.</summary>
    public bool IsPlanOwner => User.ToActor().Has(Role.PlanOwner);

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken ct) => ByCode = [.. (await sheets.AllAsync(ct)).GroupBy(v => v.Definition.Code)];
}
