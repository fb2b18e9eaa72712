using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>Bộ chỉ số phục vụ người dân, doanh nghiệp (QĐ 766/QĐ-TTg): the province and its units, computed from what is known, beside what was published.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class IndexBoardModel(IndexSheets sheets, TimeProvider clock) : PageModel
{
    /// <summary>Period by key; without any, the last whole month.</summary>
    [BindProperty(SupportsGet = true, Name = "ky")]
    public string? PeriodKey { get; set; }

    /// <summary>First day of a free period.</summary>
    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    /// <summary>Last day of a free period.</summary>
    [BindProperty(SupportsGet = true, Name = "den")]
    public DateOnly? To { get; set; }

    /// <summary>The period shown.</summary>
    public BoardPeriod Period { get; private set; } = null!;

    /// <summary>Periods offered.</summary>
    public IReadOnlyList<Choice> Periods { get; private set; } = [];

    /// <summary>The province.</summary>
    public IndexBoardRow Province { get; private set; } = null!;

    /// <summary>The units by group of the plan.</summary>
    public IReadOnlyList<IGrouping<string, IndexBoardRow>> Groups { get; private set; } = [];

    /// <summary>Published results, latest first.</summary>
    public IReadOnlyList<PublishedIndex> Published { get; private set; } = [];

    /// <summary>The published result of exactly this period, or null.</summary>
    public PublishedIndex? OfPeriod => Published.FirstOrDefault(p => p.From == Period.From && p.To == Period.To);

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        Period = IndexWords.PeriodOf(PeriodKey, From, To, now);
        Periods = BoardPeriod.Offered(Period, now);
        var rows = await sheets.BoardAsync(Period.From, Period.To, ct);
        Province = rows[0];
        Groups = [.. rows.Skip(1).GroupBy(r => r.Group)];
        Published = await sheets.PublishedAsync(ct);
    }
}
