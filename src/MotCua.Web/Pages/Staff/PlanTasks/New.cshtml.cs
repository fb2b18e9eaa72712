using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.PlanTasks;

/// <summary>Giao nhiệm vụ: the plan owner sets one for any unit, a unit's officers for their own.</summary>
[Authorize(Policy = Policies.WorkOnPlan)]
public sealed class NewModel(PlanTaskSheets sheets, AssignPlanTaskHandler assign) : PageModel
{
    /// <summary>Plan.</summary>
    [BindProperty]
    public string? Plan { get; set; }

    /// <summary>Kind, as posted.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>What is to be done.</summary>
    [BindProperty]
    public string? Title { get; set; }

    /// <summary>What is to come out.</summary>
    [BindProperty]
    public string? Outcome { get; set; }

    /// <summary>Unit that answers for it.</summary>
    [BindProperty]
    public string? LeadUnit { get; set; }

    /// <summary>Deadline.</summary>
    [BindProperty]
    public DateBoxes DueOn { get; set; } = new();

    /// <summary>Cooperating units, or all of a level.</summary>
    [BindProperty]
    public IReadOnlyList<string> CoUnits { get; set; } = [];

    /// <summary>Document that assigns it.</summary>
    [BindProperty]
    public string? Basis { get; set; }

    /// <summary>Leader whose directive it is.</summary>
    [BindProperty]
    public string? DirectedBy { get; set; }

    /// <summary>Plans to choose from.</summary>
    public IReadOnlyList<Choice> Plans { get; private set; } = [];

    /// <summary>Kinds to choose from; a directive is entered by the plan owner.</summary>
    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    /// <summary>Units that may lead: for a unit's officers their own.</summary>
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    /// <summary>Units that may cooperate, and all of a level.</summary>
    public IReadOnlyList<Choice> CoChoices { get; private set; } = [];

    /// <summary>The kind chosen is a directive.</summary>
    public bool IsDirective => Kind == ((int)PlanTaskKind.Directive).ToString(CultureInfo.InvariantCulture);

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string? donVi, CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Units.Any(u => u.Value == donVi)) LeadUnit = donVi;
        if (Units.Count == 1) LeadUnit = Units[0].Value;
        if (Plans.Count > 0) Plan = Plans[0].Value;
        return Page();
    }

    /// <summary>Sets the task.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var due = DueOn.Read("Hạn hoàn thành", nameof(DueOn), ModelState, required: true);
        var kind = int.TryParse(Kind, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (PlanTaskKind)number : 0;
        foreach (var (isMissing, problem) in new[] { (!Enum.IsDefined(kind), PlanTaskProblems.NoKind), (string.IsNullOrWhiteSpace(Title), PlanTaskProblems.NoTitle), (string.IsNullOrWhiteSpace(Outcome), PlanTaskProblems.NoOutcome) })
        {
            if (isMissing) ModelState.AddModelError(problem.Field!, problem.Title);
        }

        if (string.IsNullOrEmpty(LeadUnit)) ModelState.AddModelError(nameof(LeadUnit), "Chọn cơ quan chủ trì");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var draft = new PlanTaskDraft(kind, Title ?? "", Outcome ?? "", LeadUnit!, due, DirectedBy ?? "");
        var made = await assign.HandleAsync(new AssignPlanTask(Plan ?? "", draft, CoUnits, Basis ?? ""), User.ToActor(), ct);
        return made.IsOk ? LocalRedirect(Links.PlanTask(made.Value) + "?xong=giao") : this.Refuse(made.Problem);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var actor = User.ToActor();
        var isOwner = PlanTaskDecision.IsPlanOwner(actor);
        var units = await sheets.UnitsAsync(ct);
        Plans = [.. (await sheets.PlansAsync(ct)).Select(p => new Choice(p.Key, p.Name))];
        Kinds = isOwner ? PlanTaskMarkup.Kinds : [.. PlanTaskMarkup.Kinds.Where(k => k.Value != ((int)PlanTaskKind.Directive).ToString(CultureInfo.InvariantCulture))];
        Units = PlanTaskMarkup.UnitsOf(units.Where(u => isOwner || PlanTaskDecision.ActsFor(actor, u.Key)));
        CoChoices = [.. PlanTaskDesk.LevelNames.Select(l => new Choice(l.Key, char.ToUpper(l.Value[0], Say.Vietnamese) + l.Value[1..])), .. units.Where(u => u.Level != "xa").Select(u => new Choice(u.Key, u.Name))];
    }
}
