using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Plans;

/// <summary>Kế hoạch: every decision that assigned or corrected targets, and the drafts.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class IndexModel(PlanSheets sheets) : PageModel
{
    /// <summary>What is shown.</summary>
    public PlanList List { get; private set; } = null!;

    /// <summary>What was just done.</summary>
    public string? Done { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(string? xong, CancellationToken ct)
    {
        Done = xong == "bo" ? "Đã bỏ dự thảo. Lịch sử của nó vẫn ở Nhật ký." : null;
        List = await sheets.ListAsync(User.ToActor(), ct);
    }
}
