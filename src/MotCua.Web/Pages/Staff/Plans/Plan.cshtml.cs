using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Plans;

/// <summary>One plan: groups, units, targets, its decisions with what each changed, its history.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class PlanModel(PlanSheets sheets) : PageModel
{
    /// <summary>The decision shown.</summary>
    public PlanSheet Sheet { get; private set; } = null!;

    /// <summary>What was just done.</summary>
    public string? Done { get; private set; }

    /// <summary>Shows the decision with the number, else the one in force.</summary>
    public async Task<IActionResult> OnGetAsync(string code, [FromQuery(Name = "ban")] int? number, string? xong, CancellationToken ct)
    {
        Done = xong switch { "ban-hanh" => "Đã ban hành. Bảng chỉ tiêu dùng các chỉ tiêu này từ ngày có hiệu lực.", "so" => "Đã ghi số, ngày, người ký của quyết định.", _ => null };
        if (await sheets.PlanAsync(code, number, User.ToActor(), ct) is not { } sheet) return NotFound();
        Sheet = sheet;
        return Page();
    }
}
