using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Plans;

/// <summary>Begin a plan for a new period, copied from an earlier decision.</summary>
[Authorize(Policy = Policies.OwnPlan)]
public sealed class NewModel(PlanSheets sheets, StartPlanDraftHandler start) : PageModel
{
    /// <summary>Edition that is copied.</summary>
    [BindProperty]
    public string? Copied { get; set; }

    /// <summary>Name.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>First day.</summary>
    [BindProperty]
    public DateBoxes From { get; set; } = new();

    /// <summary>Last day of the period.</summary>
    [BindProperty]
    public DateBoxes To { get; set; } = new();

    /// <summary>Issued decisions to copy from.</summary>
    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    /// <summary>Proposes the year after the latest plan.</summary>
    public async Task OnGetAsync([FromQuery(Name = "tu-ban")] Guid? copied, CancellationToken ct)
    {
        var list = await ShowAsync(ct);
        var latest = list.Issued.Count > 0 ? list.Issued[0].Edition : null;
        Copied = (copied ?? latest?.Id)?.ToString("N");
        var year = Math.Max((latest?.To ?? latest?.From)?.Year + 1 ?? 0, latest?.To is null ? list.Today.Year : 0);
        Name = $"Kế hoạch giao chỉ tiêu cung cấp, sử dụng dịch vụ công trực tuyến tỉnh Bắc Kạn năm {year}";
        (From, To) = (DateBoxes.From(new DateOnly(year, 1, 1)), DateBoxes.From(new DateOnly(year, 12, 31)));
    }

    /// <summary>Begins the draft.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        var from = From.Read("Ngày bắt đầu", nameof(From), ModelState, required: true);
        var to = To.Read("Ngày cuối kỳ", nameof(To), ModelState, required: false);
        if (!ModelState.IsValid) return Page();
        var source = Guid.TryParseExact(Copied, "N", out var id) ? id : (Guid?)null;
        var started = await start.HandleAsync(new StartPlanDraft(PlanKind.Assignment, source, new PlanTerms(Name?.Trim() ?? "", from, to, "")), User.ToActor(), ct);
        return started.IsOk ? LocalRedirect(Links.PlanDraftEdit(started.Value)) : this.Refuse(started.Problem);
    }

    private async Task<PlanList> ShowAsync(CancellationToken ct)
    {
        var list = await sheets.ListAsync(User.ToActor(), ct);
        Sources = [.. list.Issued.Select(l => new Choice(l.Edition.Id.ToString("N"), $"{l.Edition.Name} – {PlanWords.TitleOf(l.Edition)}, từ {Say.Date(l.Edition.From)}"))];
        return list;
    }
}
