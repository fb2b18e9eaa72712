using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>Chốt số: periods that are closed, and those that may be.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class ClosingsModel(ClosedPeriods closed, TimeProvider clock) : PageModel
{
    /// <summary>Latest closing of each period.</summary>
    public IReadOnlyList<ClosedPeriod> Closed { get; private set; } = [];

    /// <summary>Periods that are over and open.</summary>
    public IReadOnlyList<Choice> Offered { get; private set; } = [];

    /// <summary>The period chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "chon")]
    public string? Chosen { get; set; }

    /// <summary>Shows them; a chosen period leads to its page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Period.Read(Chosen) is { } period) return LocalRedirect(Links.Closing(period.Key));
        var now = clock.GetUtcNow();
        Closed = [.. (await closed.AllAsync(ct)).DistinctBy(c => c.Period.Key)];
        var today = ProvinceTime.DateOf(now);
        var done = Closed.Where(c => c.IsInForce).Select(c => c.Period.Key).ToHashSet(StringComparer.Ordinal);
        Offered = [.. BoardPeriod.Offered(BoardPeriod.Of(null, null, null, now), now).Where(c => Period.Read(c.Value) is { } p && p.IsOver(today) && !done.Contains(p.Key))];
        return Page();
    }
}
