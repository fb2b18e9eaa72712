using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Dossiers;
using MotCua.Domain.Calendar;

namespace MotCua.Web.Pages.Filing;

/// <summary>Trước khi bắt đầu: what is needed, how long, how much.</summary>
[AllowAnonymous]
public sealed class StartModel(FilingCatalogue catalogue) : PageModel
{
    /// <summary>The procedure.</summary>
    public FiledProcedure Procedure { get; private set; } = null!;

    /// <summary>Commune known from the procedure's page.</summary>
    [BindProperty(SupportsGet = true, Name = "xa")]
    public string? Commune { get; set; }

    /// <summary>True when it can be filed online somewhere.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Limits in words.</summary>
    public IReadOnlyList<string> Limits { get; private set; } = [];

    /// <summary>Shows what is needed.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await catalogue.FindAsync(code, ct) is not { } procedure) return NotFound();
        Procedure = procedure;
        IsOpen = procedure.OpenUnits.Any();
        Limits = [.. procedure.Content.Limits.Select(l => (TimeLimit.Parse(l.Limit) is { IsOk: true } read ? read.Value.Vietnamese : l.Limit) + (l.CaseText.Length > 0 ? ": " + l.CaseText : ""))];
        return Page();
    }
}
