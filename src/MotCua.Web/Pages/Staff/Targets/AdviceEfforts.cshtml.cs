using System.Globalization;
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

/// <summary>Bảng ngày công: working days of each kind of advice, by date; the plan owner sets the next.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class AdviceEffortsModel(TaskEfforts efforts, SetTaskEffortHandler set, TimeProvider clock) : PageModel
{
    /// <summary>Kind, as posted.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>Days, as typed, with a decimal comma.</summary>
    [BindProperty]
    public string? Days { get; set; }

    /// <summary>First day.</summary>
    [BindProperty]
    public DateBoxes From { get; set; } = new();

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Note { get; set; }

    /// <summary>All rows.</summary>
    public IReadOnlyList<TaskEffortRow> Rows { get; private set; } = [];

    /// <summary>One was just set.</summary>
    public bool IsSet { get; private set; }

    /// <summary>May set them.</summary>
    public bool MaySet => PlanTaskDecision.IsPlanOwner(User.ToActor());

    /// <summary>The local day.</summary>
    public DateOnly Today => ProvinceTime.DateOf(clock.GetUtcNow());

    /// <summary>Shows the table.</summary>
    public async Task<IActionResult> OnGetAsync(string? xong, CancellationToken ct)
    {
        (Rows, IsSet, From) = (await efforts.AllAsync(ct), xong == "dat", DateBoxes.From(Today));
        return Page();
    }

    /// <summary>Sets one.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Rows = await efforts.AllAsync(ct);
        var from = From.Read("Ngày áp dụng", nameof(From), ModelState, required: true);
        if (MaySet && !ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var kind = int.TryParse(Kind, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (AdviceKind)number : 0;
        var days = decimal.TryParse(Days?.Trim(), NumberStyles.AllowDecimalPoint, Say.Vietnamese, out var typed) ? typed : (decimal?)null;
        var done = await set.HandleAsync(new SetTaskEffort(kind, days, from ?? Today, Note ?? ""), User.ToActor(), ct);
        return done.IsOk ? LocalRedirect(Links.AdviceEfforts() + "?xong=dat") : this.Refuse(done.Problem);
    }
}
