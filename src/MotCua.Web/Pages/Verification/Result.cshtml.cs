using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MotCua.App.Documents;
using MotCua.App.Dossiers;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Verification;

/// <summary>What the QR of a result opens: genuine, revoked, superseded or unknown; and a file can be compared with the issued one, kept nowhere.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Lookup)]
[RequestFormLimits(MultipartBodyLengthLimit = GreatestRequest, MemoryBufferThreshold = GreatestRequest)]
[RequestSizeLimit(GreatestRequest)]
public sealed class ResultModel(ResultVerification verification, FileStoreOptions files) : PageModel
{
    private const int GreatestRequest = 12 * 1024 * 1024;

    /// <summary>The result, or null when there is none of this token.</summary>
    public VerifiedResult? Result { get; private set; }

    /// <summary>True when the file given is the issued one, false when not, null when none was compared.</summary>
    public bool? IsSame { get; private set; }

    /// <summary>The file to compare.</summary>
    [BindProperty]
    public IFormFile? Held { get; set; }

    /// <summary>Greatest size of a file, MiB.</summary>
    public int MostMegabytes => (int)files.GreatestMegabytes;

    /// <summary>Shows what the result is.</summary>
    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        await FindAsync(token, ct);
        return Page();
    }

    /// <summary>Compares the file that the visitor holds with the issued one.</summary>
    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        await FindAsync(token, ct);
        if (Result is null) return Page();
        if (Held is null or { Length: 0 })
        {
            ModelState.Clear();
            ModelState.AddModelError(nameof(Held), "Hãy chọn tệp bạn muốn so");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await using var content = Held.OpenReadStream();
        IsSame = await Result.IsIssuedFileAsync(content, ct);
        return Page();
    }

    private async Task FindAsync(string token, CancellationToken ct)
    {
        Result = await verification.FindAsync(token, ct);
        if (Result is null) Response.StatusCode = StatusCodes.Status404NotFound;
        Response.Headers["X-Robots-Tag"] = "noindex";
    }
}
