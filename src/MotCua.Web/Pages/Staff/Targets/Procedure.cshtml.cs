using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Targets;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>A procedure across the units: who offers it at which level, how many dossiers, how many of them online, how it went.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class ProcedureModel(BoardProcedures procedures, TimeProvider clock) : BoardPage
{
    /// <summary>Code.</summary>
    [BindProperty(SupportsGet = true, Name = "code")]
    public string Code { get; set; } = "";

    /// <summary>The figures.</summary>
    public ProcedureFigures Figures { get; private set; } = null!;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        ReadView(clock);
        if (await procedures.ForAsync(Code, View.Question, ct) is not { } figures) return NotFound();
        Figures = figures;
        return Page();
    }
}
