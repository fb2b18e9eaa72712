using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>Việc nên làm: what moves a unit's figures most per working day; without a unit, the best of every unit. A click makes a task of it.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class AdviceModel(AdviceSheets sheets, TakeAdviceHandler take, TimeProvider clock) : PageModel
{
    /// <summary>Rows of a unit that are shown.</summary>
    public const int Most = 13;

    /// <summary>Unit; empty = all.</summary>
    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public string? Unit { get; set; }

    /// <summary>Period by key.</summary>
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

    /// <summary>Periods to choose from.</summary>
    public IReadOnlyList<Choice> Periods => BoardPeriod.Offered(Period, clock.GetUtcNow());

    /// <summary>Units to choose from.</summary>
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    /// <summary>The unit's advice; null for the overview.</summary>
    public AdviceSheet? Sheet { get; private set; }

    /// <summary>All units, for the overview.</summary>
    public IReadOnlyList<AdviceUnit> Province { get; private set; } = [];

    /// <summary>First and last day of a free period, for links; null when it has a key.</summary>
    public (DateOnly? From, DateOnly? To) Free => Period.Key.Length == 0 ? (Period.From, Period.To) : (null, null);

    /// <summary>May make tasks for the unit.</summary>
    public bool MayTake(string unit) => PlanTaskDecision.IsPlanOwner(User.ToActor()) || PlanTaskDecision.ActsFor(User.ToActor(), unit);

    /// <summary>Shows the advice; a unit's officers begin at their own unit.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Request.Query.ContainsKey("don-vi") && await OwnAsync(ct) is { } own) Unit = own;
        return await LoadAsync(ct) ? Page() : NotFound();
    }

    /// <summary>Makes a task of an advice.</summary>
    /// <param name="viec">What the advice is called.</param>
    /// <param name="choDonVi">Unit whose figures it moves.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnPostAsync(string? viec, string? choDonVi, CancellationToken ct)
    {
        var period = BoardPeriod.Of(PeriodKey, From, To, clock.GetUtcNow());
        var made = await take.HandleAsync(new TakeAdvice(choDonVi ?? "", period.From, period.To, viec ?? ""), User.ToActor(), ct);
        if (made.IsOk) return LocalRedirect(Links.PlanTask(made.Value) + "?xong=giao");
        return await LoadAsync(ct) ? this.Refuse(made.Problem) : NotFound();
    }

    private async Task<string?> OwnAsync(CancellationToken ct)
    {
        var actor = User.ToActor();
        if (PlanTaskDecision.IsPlanOwner(actor)) return null;
        return (await sheets.UnitsAsync(ct)).FirstOrDefault(u => PlanTaskDecision.ActsFor(actor, u.Key))?.Key;
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Period = BoardPeriod.Of(PeriodKey, From, To, clock.GetUtcNow());
        Units = PlanTaskMarkup.UnitsOf(await sheets.UnitsAsync(ct));
        if (string.IsNullOrEmpty(Unit))
        {
            Province = await sheets.ProvinceAsync(Period.From, Period.To, ct);
            return true;
        }

        Sheet = await sheets.ForAsync(Unit, Period.From, Period.To, ct);
        return Sheet is not null;
    }
}
