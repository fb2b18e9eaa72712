using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>The board on one sheet of A4 in landscape, for whoever prints it from the browser.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class PrintModel(BoardSheets sheets, TimeProvider clock) : PageModel
{
    /// <summary>Period by key.</summary>
    [BindProperty(SupportsGet = true, Name = "ky")]
    public string? PeriodKey { get; set; }

    /// <summary>First day of a free period.</summary>
    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    /// <summary>Last day of a free period.</summary>
    [BindProperty(SupportsGet = true, Name = "den")]
    public DateOnly? To { get; set; }

    /// <summary>Variant of ct2.</summary>
    [BindProperty(SupportsGet = true, Name = "ct2")]
    public string? Ct2 { get; set; }

    /// <summary>Variant of ct3.</summary>
    [BindProperty(SupportsGet = true, Name = "ct3")]
    public string? Ct3 { get; set; }

    /// <summary>A district's committee without its communes.</summary>
    [BindProperty(SupportsGet = true, Name = "rieng")]
    public bool IsOwnOnly { get; set; }

    /// <summary>What is looked at.</summary>
    public BoardView View { get; private set; } = null!;

    /// <summary>The figures.</summary>
    public BoardSheet Sheet { get; private set; } = null!;

    /// <summary>When the figures were read, UTC.</summary>
    public DateTimeOffset ReadAt { get; private set; }

    /// <summary>Shows the sheet.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        ReadAt = clock.GetUtcNow();
        View = BoardView.Of(BoardPeriod.Of(PeriodKey, From, To, ReadAt), Ct2, Ct3, IsOwnOnly);
        Sheet = await sheets.ForAsync(View.Question, ct);
    }
}
