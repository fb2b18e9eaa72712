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

/// <summary>Lịch lập báo cáo: which reports are made by themselves after each period.</summary>
[Authorize(Policy = Policies.MakeReports)]
public sealed class SchedulesModel(ReportSchedules schedules, ReportScopes scopes, TimeProvider clock) : PageModel
{
    /// <summary>Schedules within reach.</summary>
    public IReadOnlyList<ReportScheduleRow> Lines { get; private set; } = [];

    /// <summary>Scopes within reach.</summary>
    public IReadOnlyList<Choice> Scopes { get; private set; } = [];

    /// <summary>What was just done: <c>dat</c> or <c>bo</c>.</summary>
    public string? Done { get; private set; }

    /// <summary>Code of the template.</summary>
    [BindProperty]
    public string? Template { get; set; }

    /// <summary>Kind and cut of the periods, e.g. <c>Quarter-Statutory</c>.</summary>
    [BindProperty]
    public string? Period { get; set; } = "Quarter-Statutory";

    /// <summary>Of whom.</summary>
    [BindProperty]
    public string? Scope { get; set; }

    /// <summary>Working day after the period.</summary>
    [BindProperty]
    public int? After { get; set; } = 1;

    /// <summary>Kinds of periods.</summary>
    public static IReadOnlyList<Choice> Periods =>
    [
        .. Enum.GetValues<PeriodCut>().Reverse().SelectMany(cut => (PeriodKind[])[PeriodKind.Month, PeriodKind.Quarter, PeriodKind.HalfYear, PeriodKind.Year],
            (cut, kind) => new Choice($"{kind}-{cut}", Words(kind, cut), Group: cut == PeriodCut.Statutory ? "Kỳ báo cáo (từ ngày 15 đến ngày 14)" : "Theo lịch")),
    ];

    /// <summary><c>hằng tháng, kỳ báo cáo</c>.</summary>
    public static string Words(PeriodKind kind, PeriodCut cut) =>
        (kind switch { PeriodKind.Month => "Hằng tháng", PeriodKind.Quarter => "Hằng quý", PeriodKind.HalfYear => "6 tháng", _ => "Hằng năm" }) + (cut == PeriodCut.Statutory ? ", kỳ báo cáo" : ", theo lịch");

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(string? xong, CancellationToken ct)
    {
        Done = xong is "dat" or "bo" ? xong : null;
        await LoadAsync(ct);
    }

    /// <summary>Adds one.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var (kind, cut) = Period?.Split('-') is [var k, var c] && Enum.TryParse<PeriodKind>(k, out var pk) && Enum.TryParse<PeriodCut>(c, out var pc) && Enum.IsDefined(pk) && Enum.IsDefined(pc) ? (pk, pc) : (PeriodKind.Free, PeriodCut.Calendar);
        var added = await schedules.AddAsync(new ScheduleReport(Template, kind, cut, Scope, After ?? 0), User.ToActor(), ct);
        return added.IsOk ? LocalRedirect(Links.ReportSchedules("dat")) : this.Refuse(added.Problem);
    }

    /// <summary>Takes one away.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken ct)
    {
        await LoadAsync(ct);
        var removed = await schedules.RemoveAsync(id, User.ToActor(), ct);
        return removed.IsOk ? LocalRedirect(Links.ReportSchedules("bo")) : this.Refuse(removed.Problem);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var actor = User.ToActor();
        Lines = await schedules.ListAsync(actor, ct);
        Scopes = [.. (await scopes.ChoicesAsync(actor, ProvinceTime.DateOf(clock.GetUtcNow()), ct)).Select(s => new Choice(s.Key, s.Name, Group: s.Group))];
    }
}
