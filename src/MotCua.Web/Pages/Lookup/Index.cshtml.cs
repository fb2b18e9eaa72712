using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Lookup;

/// <summary>Tra cứu hồ sơ: state and progress by code, nothing of a person (contracts).</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Lookup)]
public sealed class IndexModel(PublicLookup lookup) : PageModel
{
    /// <summary>The code as typed.</summary>
    [BindProperty(SupportsGet = true, Name = "ma")]
    public string? Code { get; set; }

    /// <summary>What was found.</summary>
    public PublicDossier? Found { get; private set; }

    /// <summary>A code was asked for and none found.</summary>
    public bool IsUnknown { get; private set; }

    /// <summary>The state in words that say nothing of whom it waits for.</summary>
    public string Words => Found is null ? "" : Found.State == (int)DossierState.AwaitingSupplement ? "Chờ bổ sung, hoàn thiện" : Found.State == (int)DossierState.AwaitingPayment ? "Chờ nộp phí, lệ phí" : DossierStory.StateText((DossierState)Found.State, true);

    /// <summary>Colour of the state.</summary>
    public string Colour => Found is null ? "grey" : DossierStory.StateColour((DossierState)Found.State);

    /// <summary>Looks up; unknown and malformed codes give the same 404.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Code)) return;
        Found = await lookup.FindAsync(Code, ct);
        IsUnknown = Found is null;
        Response.Headers.CacheControl = "no-store";
        if (IsUnknown) Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
