using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Plans;

/// <summary>Two decisions or drafts side by side: every unit and indicator before and after.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class CompareModel(PlanSheets sheets) : PageModel
{
    /// <summary>The one before.</summary>
    [BindProperty(SupportsGet = true, Name = "truoc")]
    public Guid? Before { get; set; }

    /// <summary>The one after.</summary>
    [BindProperty(SupportsGet = true, Name = "sau")]
    public Guid? After { get; set; }

    /// <summary>Units that did not change too.</summary>
    [BindProperty(SupportsGet = true, Name = "tat-ca")]
    public bool IsAll { get; set; }

    /// <summary>Decisions and drafts to choose from.</summary>
    public IReadOnlyList<Choice> Editions { get; private set; } = [];

    /// <summary>Both, or null while nothing is chosen.</summary>
    public PlanComparison? Comparison { get; private set; }

    /// <summary>Rows of the table: units of either, in order; only changed ones unless all are asked for.</summary>
    public IReadOnlyList<string> Units { get; private set; } = [];

    /// <summary>Indicators of either.</summary>
    public IReadOnlyList<string> Indicators { get; private set; } = [];

    /// <summary>Shows the choice and, when both are chosen, the comparison.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var list = await sheets.ListAsync(User.ToActor(), ct);
        Editions = [.. list.Drafts.Concat(list.Issued).Select(l => new Choice(l.Edition.Id.ToString("D"), $"{(l.Edition.State == Domain.Targets.PlanState.Issued ? "" : "Dự thảo: ")}{PlanWords.TitleOf(l.Edition)}, từ {Say.Date(l.Edition.From)}", Group: l.Edition.Name))];
        if (Before is null && After is null && list.Issued.Count > 1) (Before, After) = (list.Issued[1].Edition.Id, list.Issued[0].Edition.Id);
        if (Before is not { } before || After is not { } after) return Page();
        if (await sheets.CompareAsync(before, after, User.ToActor(), ct) is not { } comparison) return NotFound();
        Comparison = comparison;
        Indicators = [.. comparison.Left.Content.Indicators.Union(comparison.Right.Content.Indicators)];
        var named = comparison.Left.Content.Members.Concat(comparison.Right.Content.Members).Select(m => m.Unit).ToHashSet(StringComparer.Ordinal);
        Units = [.. comparison.Right.Facts.Units.Values.Where(u => named.Contains(u.Key)).OrderBy(u => u.Level == "tinh" ? 0 : 1).Select(u => u.Key).Where(u => IsAll || IsChanged(u))];
        return Page();
    }

    /// <summary>Name of the unit's group in a version, or a dash.</summary>
    public static string GroupOf(PlanSheet sheet, string unit)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return sheet.Content.Members.FirstOrDefault(m => m.Unit == unit) is { } member ? sheet.Content.GroupOf(member.Group)?.Name ?? "–" : "–";
    }

    private bool IsChanged(string unit) => GroupOf(Comparison!.Left, unit) != GroupOf(Comparison.Right, unit)
        || Indicators.Any(i => Comparison.Left.Content.TargetOf(unit, i) != Comparison.Right.Content.TargetOf(unit, i));
}
