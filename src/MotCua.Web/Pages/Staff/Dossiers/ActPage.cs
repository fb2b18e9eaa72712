using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Dossiers;

/// <summary>
/// A page of one act on a dossier. It carries the version it was shown with; when somebody changed the dossier meanwhile it shows what changed and by
/// whom, keeps the typing, and lets the officer send again on what is now there.
/// </summary>
public abstract class ActPage(DossierSheets sheets) : PageModel
{
    /// <summary>Number or submission code.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>The version that the page showed.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>The dossier.</summary>
    public DossierSheet Sheet { get; private set; } = null!;

    /// <summary>What happened since the page was shown; empty without a conflict.</summary>
    public IReadOnlyList<TimelineLine> Conflict { get; private set; } = [];

    /// <summary>Who acts.</summary>
    protected Actor Actor => User.ToActor();

    /// <summary>The act that the page is for; the page is not there for those who may not do it.</summary>
    protected abstract DossierWork Work { get; }

    /// <summary>Prepares the first showing.</summary>
    protected virtual Task PrepareAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Reads what else the page shows, on every showing.</summary>
    protected virtual Task ShowAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        if (!Sheet.Rights.May(Work)) return Redirect(Links.StaffDossierDone(Sheet.Dossier.Code, "khong-con"));
        SeenVersion = Sheet.Dossier.Version;
        await PrepareAsync(ct);
        return Page();
    }

    /// <summary>Shows the page again with what was wrong.</summary>
    protected async Task<IActionResult> AgainAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return NotFound();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>After the act: on to the dossier with a banner, or the page again with the reason.</summary>
    protected async Task<IActionResult> AnswerAsync(Result<DossierReceipt> result, string done, CancellationToken ct, string prefix = "Input")
    {
        if (result.IsOk) return Redirect(Links.StaffDossierDone(result.Value.Code, done));
        if (result.Problem.Kind is ProblemKind.NotFound or ProblemKind.Forbidden) return this.Refuse(result.Problem);
        if (!await LoadAsync(ct)) return NotFound();
        if (result.Problem.Kind == ProblemKind.Conflict)
        {
            Conflict = [.. Sheet.Timeline.Where(l => l.Seq > SeenVersion)];
            ModelState.Remove(nameof(SeenVersion));
            SeenVersion = Sheet.Dossier.Version;
        }

        return this.Refuse(result.Problem, prefix);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await sheets.FindAsync(Code, Actor, "sheet", ct) is not { } sheet) return false;
        Sheet = sheet;
        await ShowAsync(ct);
        return true;
    }
}
