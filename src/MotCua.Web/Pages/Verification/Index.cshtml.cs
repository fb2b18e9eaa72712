using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MotCua.App.Dossiers;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Verification;

/// <summary>Xác thực kết quả by typing: a result's code tells little, since codes follow one another; a whole verification code leads to its page.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Lookup)]
public sealed class IndexModel(ResultVerification verification) : PageModel
{
    /// <summary>What was typed.</summary>
    [BindProperty(SupportsGet = true, Name = "ma")]
    public string? Typed { get; set; }

    /// <summary>What the code tells, or null.</summary>
    public KnownResult? Result { get; private set; }

    /// <summary>True when a readable code was asked for and there is no such result.</summary>
    public bool IsUnknown { get; private set; }

    /// <summary>True when what was typed is no result's code.</summary>
    public bool IsMalformed { get; private set; }

    /// <summary>Shows the form, and what the code tells.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Typed)) return Page();
        var last = Typed.Trim().TrimEnd('/');
        if (ResultVerification.Token(last[(last.LastIndexOf('/') + 1)..]) is { } token) return Redirect(Links.Verify(token));
        if (ResultVerification.Code(Typed) is null)
        {
            IsMalformed = true;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        Result = await verification.FindByCodeAsync(Typed, ct);
        IsUnknown = Result is null;
        if (IsUnknown) Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
