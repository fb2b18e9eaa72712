using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>One period: closed or not, what differs since, late corrections; closed and opened again by plan owners.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class ClosingModel(ClosedPeriods closed, ClosePeriodHandler close, ReopenPeriodHandler reopen, TimeProvider clock) : PageModel
{
    /// <summary>Most differing figures that are shown.</summary>
    public const int MostShown = 200;

    private const int PageSize = 25;

    /// <summary>The period.</summary>
    public Period Shown { get; private set; } = null!;

    /// <summary>Its closings, latest first.</summary>
    public IReadOnlyList<ClosedPeriod> Revisions { get; private set; } = [];

    /// <summary>The closing in force, or null.</summary>
    public ClosedPeriod? Present => Revisions.Count > 0 && Revisions[0].IsInForce ? Revisions[0] : null;

    /// <summary>Figures that are not what was frozen any more.</summary>
    public IReadOnlyList<FigureDifference> Differences { get; private set; } = [];

    /// <summary>A page of late corrections.</summary>
    public IReadOnlyList<RestatementLine> Trail { get; private set; } = [];

    /// <summary>Earlier corrections, or null.</summary>
    public string? Older { get; private set; }

    /// <summary>True when the period is over.</summary>
    public bool IsOver => Shown.IsOver(ProvinceTime.DateOf(clock.GetUtcNow()));

    /// <summary>The person is a plan owner.</summary>
    public bool IsPlanOwner => User.ToActor().Has(Role.PlanOwner);

    /// <summary>The person closed it and so cannot open it.</summary>
    public bool IsOwnClosing => Present?.ClosedById == User.ToActor().Id;

    /// <summary>What was just done: <c>chot</c> or <c>mo</c>.</summary>
    public string? Done { get; private set; }

    /// <summary>Has looked at the figures.</summary>
    [BindProperty]
    public bool TakesResponsibility { get; set; }

    /// <summary>Why it is opened again.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Shows the period.</summary>
    public async Task<IActionResult> OnGetAsync(string ky, string? truoc, string? xong, CancellationToken ct)
    {
        Done = xong is "chot" or "mo" ? xong : null;
        return await LoadAsync(ky, Guid.TryParseExact(truoc, "N", out var before) ? before : null, ct) ? Page() : NotFound();
    }

    /// <summary>Closes it.</summary>
    public async Task<IActionResult> OnPostAsync(string ky, CancellationToken ct)
    {
        if (!IsPlanOwner) return StatusCode(StatusCodes.Status403Forbidden);
        if (!await LoadAsync(ky, null, ct)) return NotFound();
        var done = await close.HandleAsync(new ClosePeriod(Shown.Key, TakesResponsibility), User.ToActor(), ct);
        return done.IsOk ? LocalRedirect(Links.Closing(Shown.Key, done: "chot")) : this.Refuse(done.Problem);
    }

    /// <summary>Opens it again.</summary>
    public async Task<IActionResult> OnPostReopenAsync(string ky, CancellationToken ct)
    {
        if (!IsPlanOwner) return StatusCode(StatusCodes.Status403Forbidden);
        if (!await LoadAsync(ky, null, ct)) return NotFound();
        var done = await reopen.HandleAsync(new ReopenPeriod(Shown.Key, Reason ?? ""), User.ToActor(), ct);
        return done.IsOk ? LocalRedirect(Links.Closing(Shown.Key, done: "mo")) : this.Refuse(done.Problem);
    }

    /// <summary>A frozen figure in words.</summary>
    public static string Words(FrozenFigure f) => Words(f.Counts, f.Points, f.Attainment);

    /// <summary>A live figure in words.</summary>
    public static string Words(Measure? m) => m is null ? "không còn" : Words(m.HasCounts ? m.Counts : null, m.Points, m.Attainment);

    /// <summary>Which act a correction came by.</summary>
    public static string ActOf(RestatementRow row) => row.Act == "ServicesRestated" ? "Công bố lại mức độ dịch vụ công" : JournalWords.ActOf(row.Act);

    private static string Words(Ratio? counts, decimal? points, Attainment attainment)
    {
        var words = new List<string>();
        if (points is { } p) words.Add(p.ToString("0.00", Say.Vietnamese) + " điểm");
        if (counts is { } c) words.Add($"{Say.Count(c.Numerator)}/{Say.Count(c.Denominator)}{(points is null && c.Percent is { } percent ? $" = {MeasureWords.Percent(percent)}" : "")}");
        if (attainment is Attainment.Met or Attainment.NotMet) words.Add(attainment.Vietnamese().ToLower(Say.Vietnamese));
        return words.Count == 0 ? "chưa có" : string.Join(", ", words);
    }

    private async Task<bool> LoadAsync(string key, Guid? before, CancellationToken ct)
    {
        if (Period.Read(key) is not { } period || period.Kind == PeriodKind.Free) return false;
        (Shown, Revisions) = (period, await closed.OfAsync(period.Key, ct));
        if (Present is { } present) Differences = await closed.DifferencesAsync(present, ct);
        var lines = await closed.TrailAsync(period.From, period.To, before, PageSize + 1, ct);
        Trail = [.. lines.Take(PageSize)];
        Older = lines.Count > PageSize ? Links.Closing(period.Key, Trail[^1].Row.Id) : null;
        return true;
    }
}
