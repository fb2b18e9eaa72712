using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.PlanDocuments;

/// <summary>Sổ văn bản của kế hoạch: by state, unit and kind, latest first; beside it the decisions that assign targets.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class IndexModel(PlanDocumentSheets sheets, PlanTaskSheets tasks) : PageModel
{
    /// <summary>Part shown, as in addresses.</summary>
    [BindProperty(SupportsGet = true, Name = "phan")]
    public string? Part { get; set; }

    /// <summary>Unit that drafts or is asked.</summary>
    [BindProperty(SupportsGet = true, Name = "donVi")]
    public string? UnitTyped { get; set; }

    /// <summary>Kind, as in addresses.</summary>
    [BindProperty(SupportsGet = true, Name = "loai")]
    public string? KindTyped { get; set; }

    /// <summary>The page begins before this number.</summary>
    [BindProperty(SupportsGet = true, Name = "truoc")]
    public int? Before { get; set; }

    /// <summary>Part shown.</summary>
    public PlanDocumentView View => PlanDocumentParts.ViewOf(Part);

    /// <summary>Kind asked for, or null.</summary>
    public PlanDocumentKind? Kind => int.TryParse(KindTyped, NumberStyles.None, CultureInfo.InvariantCulture, out var kind) && Enum.IsDefined((PlanDocumentKind)kind) ? (PlanDocumentKind)kind : null;

    /// <summary>Unit asked for, or null.</summary>
    public string? Unit => string.IsNullOrEmpty(UnitTyped) ? null : UnitTyped;

    /// <summary>The documents of this page.</summary>
    public PlanDocumentPage Documents { get; private set; } = null!;

    /// <summary>Issued decisions on targets.</summary>
    public IReadOnlyList<ListedDecision> Decisions { get; private set; } = [];

    /// <summary>Units to choose from.</summary>
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    /// <summary>The next page, or null.</summary>
    public string? Older => Documents.Before is { } before ? Links.PlanDocuments(View, Unit, Kind, before) : null;

    /// <summary>Shows a page of the register.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Units = PlanTaskMarkup.UnitsOf(await tasks.UnitsAsync(ct));
        Documents = await sheets.ListAsync(new PlanDocumentFilter(View, Unit, Kind), Before, ct);
        if (View == PlanDocumentView.Issued && Before is null) Decisions = await sheets.DecisionsAsync(ct);
        return Page();
    }
}
