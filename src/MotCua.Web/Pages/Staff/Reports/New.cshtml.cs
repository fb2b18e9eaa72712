using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Reports;

/// <summary>Ask for a report: kind, period, of whom; the reason when there is one already.</summary>
[Authorize(Policy = Policies.MakeReports)]
public sealed class NewModel(AskForReportHandler ask, ReportScopes scopes, ReportSheets sheets, TimeProvider clock) : PageModel
{
    /// <summary>Code of the template.</summary>
    [BindProperty]
    public string? Template { get; set; }

    /// <summary>Key of the period.</summary>
    [BindProperty]
    public string? Period { get; set; }

    /// <summary>First day of a free period.</summary>
    [BindProperty]
    public DateBoxes From { get; set; } = new();

    /// <summary>Last day of a free period.</summary>
    [BindProperty]
    public DateBoxes To { get; set; } = new();

    /// <summary>Of whom.</summary>
    [BindProperty]
    public string? Scope { get; set; }

    /// <summary>Why it is made again.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Templates.</summary>
    public static IReadOnlyList<Choice> Templates => IndexModel.Templates;

    /// <summary>Periods, those of NĐ 09/2019 first.</summary>
    public IReadOnlyList<Choice> Periods { get; private set; } = [];

    /// <summary>Scopes within reach.</summary>
    public IReadOnlyList<Choice> Scopes { get; private set; } = [];

    /// <summary>The report of the same kind, period and scope that is there, or null: then a reason is asked.</summary>
    public Guid? Existing { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync(string? mau, string? ky, [FromQuery(Name = "don-vi")] string? scope, CancellationToken ct)
    {
        (Template, Period, Scope) = (ReportTemplates.Find(mau)?.Code, Domain.Targets.Period.Read(ky)?.Key, scope);
        await LoadAsync(ct);
        Period ??= Domain.Targets.Period.Containing(PeriodKind.Quarter, PeriodCut.Statutory, ProvinceTime.DateOf(clock.GetUtcNow())).Previous()?.Key;
        Scope ??= Scopes.Count > 0 ? Scopes[0].Value : null;
        Existing = await ExistingAsync(ct);
    }

    /// <summary>Puts it into the queue and shows its progress.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var from = From.Read("Từ ngày", nameof(From), ModelState, required: false);
        var to = To.Read("Đến ngày", nameof(To), ModelState, required: false);
        if (from is { } a && to is { } b)
        {
            if (Domain.Targets.Period.IsCountable(a, b)) Period = Domain.Targets.Period.Free(a, b).Key;
            else ModelState.AddModelError(nameof(To), "Đến ngày phải bằng hoặc sau từ ngày, trong các năm 2000 đến 2100");
        }
        else if (ModelState.IsValid && from is null != to is null)
        {
            ModelState.AddModelError(from is null ? nameof(From) : nameof(To), "Nhập đủ cả từ ngày và đến ngày, hoặc để trống cả hai và chọn kỳ");
        }

        Existing = await ExistingAsync(ct);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var asked = await ask.HandleAsync(new AskForReport(Template, Period, Scope, Reason), User.ToActor(), ct);
        return asked.IsOk ? LocalRedirect(Links.ReportRun(asked.Value)) : this.Refuse(asked.Problem);
    }

    private Task<Guid?> ExistingAsync(CancellationToken ct) =>
        Template is { } template && Period is { } period && Scope is { } scope ? sheets.LatestAsync(template, period, scope, ct) : Task.FromResult<Guid?>(null);

    private async Task LoadAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var shown = Domain.Targets.Period.Read(Period) is { Kind: not PeriodKind.Free } period ? new BoardPeriod(period) : BoardPeriod.Of(null, null, null, now);
        Periods = [.. BoardPeriod.Offered(shown, now).OrderBy(c => c.Group?.StartsWith("Kỳ báo cáo", StringComparison.Ordinal) == true ? 0 : 1)];
        Scopes = [.. (await scopes.ChoicesAsync(User.ToActor(), ProvinceTime.DateOf(now), ct)).Select(s => new Choice(s.Key, s.Name, Group: s.Group))];
    }
}
