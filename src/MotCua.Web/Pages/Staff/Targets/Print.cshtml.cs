using Microsoft.AspNetCore.Authorization;
using MotCua.App.Targets;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>The board on one sheet of A4 in landscape, for whoever prints it from the browser.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class PrintModel(BoardSheets sheets, TimeProvider clock) : BoardPage
{
    /// <summary>The figures.</summary>
    public BoardSheet Sheet { get; private set; } = null!;

    /// <summary>Shows the sheet.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        ReadView(clock);
        Sheet = await sheets.ForAsync(View.Question, ct);
    }
}
