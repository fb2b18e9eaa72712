using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>A sign: what was counted, by which threshold, which dossiers; and what a person concluded of it.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class FlagModel(FlagSheets flags, IAuthorizationService permissions) : PageModel
{
    /// <summary>Conclusions offered.</summary>
    public static readonly IReadOnlyList<Choice> Conclusions = [.. Enum.GetValues<FlagConclusion>().Select(c => new Choice(c.ToString(), FlagWords.Conclusion(c)))];

    /// <summary>Key.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    /// <summary>True after it was concluded.</summary>
    [BindProperty(SupportsGet = true, Name = "xong")]
    public bool IsDone { get; set; }

    /// <summary>Conclusion chosen.</summary>
    [BindProperty]
    public string? Conclusion { get; set; }

    /// <summary>Reason typed.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The count that was looked at.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>The sign.</summary>
    public FlagSheet Sheet { get; private set; } = null!;

    /// <summary>True when this officer may conclude.</summary>
    public bool MayReview { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    /// <summary>Concludes.</summary>
    public async Task<IActionResult> OnPostAsync([FromServices] ReviewFlagHandler review, CancellationToken ct)
    {
        if (!(await permissions.AuthorizeAsync(User, Policies.ReviewFlags)).Succeeded) return Forbid();
        var conclusion = Enum.TryParse<FlagConclusion>(Conclusion, out var chosen) ? chosen : 0;
        var done = await review.HandleAsync(new ReviewFlag(Id, Seen, conclusion, Reason ?? ""), User.ToActor(), ct);
        if (done.IsOk) return LocalRedirect(Links.Flag(Id, isDone: true));
        if (done.Problem.Kind == ProblemKind.NotFound || !await LoadAsync(ct)) return NotFound();
        if (done.Problem.Kind == ProblemKind.Forbidden) Response.StatusCode = StatusCodes.Status403Forbidden;
        ModelState.AddModelError(done.Problem.Field ?? "", done.Problem.Title);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await flags.FindAsync(Id, ct) is not { } sheet) return false;
        Sheet = sheet;
        MayReview = sheet.Flag.State == FlagState.New && (await permissions.AuthorizeAsync(User, Policies.ReviewFlags)).Succeeded;
        return true;
    }
}
