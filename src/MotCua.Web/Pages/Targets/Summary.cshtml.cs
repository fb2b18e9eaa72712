using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Targets;
using MotCua.Web.Components;

namespace MotCua.Web.Pages.Targets;

/// <summary>Công khai chỉ tiêu: the plan's indicators for everybody to read; counts and verdicts only, no lists.</summary>
[AllowAnonymous]
public sealed class SummaryModel(TargetBoards boards, TimeProvider clock) : PageModel
{
    /// <summary>Period by key.</summary>
    [BindProperty(SupportsGet = true, Name = "ky")]
    public string? PeriodKey { get; set; }

    /// <summary>The period shown.</summary>
    public BoardPeriod Period { get; private set; } = null!;

    /// <summary>The figures.</summary>
    public TargetBoard Sheet { get; private set; } = null!;

    /// <summary>Shows the summary.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        Period = BoardPeriod.Of(PeriodKey, null, null, clock.GetUtcNow());
        Sheet = await boards.ForAsync(new MeasureQuestion(Period.From, Period.To, [Indicators.Ct1, Indicators.Ct2, Indicators.Ct3]), ct);
    }
}
