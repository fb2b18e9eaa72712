using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Catalogue;
using MotCua.Domain.Kernel;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Admin;

/// <summary>Dữ liệu còn thiếu: what the public reads as «đang cập nhật», with the page where each is filled in.</summary>
[Authorize(Policy = Policies.ManageUnits)]
public sealed class GapsModel(DataGaps gaps) : PageModel
{
    /// <summary>What is missing.</summary>
    public DataGapSheet Sheet { get; private set; } = null!;

    /// <summary>Level shown: <c>tinh</c>, <c>huyen</c>, <c>xa</c>, or <c>thu-tuc</c> for procedures; empty = all units.</summary>
    [BindProperty(SupportsGet = true, Name = "phan")]
    public string? Part { get; set; }

    /// <summary>Procedures are shown.</summary>
    public bool ShowsProcedures => Part == "thu-tuc" && SeesProcedures;

    /// <summary>The procedures are the province administrator's.</summary>
    public bool SeesProcedures => User.ToActor().Has(Role.ProvinceAdministrator);

    /// <summary>Units shown.</summary>
    public IEnumerable<UnitGap> Units => Sheet.Units.Where(u => Part is not ("tinh" or "huyen" or "xa") || u.Level == Part);

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken ct) => Sheet = await gaps.FindAsync(User.ToActor(), ct);
}
