using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Dossiers;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff;

/// <summary>Receiving at the desk: which procedure.</summary>
[Authorize(Policy = Policies.ReceiveDossiers)]
public sealed class ReceiveModel(DeskChoices choices) : PageModel
{
    /// <summary>Words.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <summary>What was found.</summary>
    public IReadOnlyList<DeskProcedure> Found { get; private set; } = [];

    /// <summary>Shows the search; a whole code goes straight on.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Found = await choices.ProceduresAsync(User.ToActor(), Words is { Length: > 120 } ? Words[..120] : Words, ct);
        return Found is [{ } only] && only.Code == Words?.Trim() ? Redirect(Links.StaffReceiveProcedure(only.Code)) : Page();
    }
}
