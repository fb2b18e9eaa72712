using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Documents;
using MotCua.App.Targets;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Plans;

/// <summary>Văn bản giao chỉ tiêu of a decision or draft: to read, print, or take along as Word or PDF.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class PaperModel(PlanSheets sheets) : PageModel
{
    /// <summary>The decision.</summary>
    public PlanSheet Sheet { get; private set; } = null!;

    /// <summary>The paper.</summary>
    public OfficePaper Paper { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    /// <summary>As Word.</summary>
    public async Task<IActionResult> OnGetDocxAsync(Guid id, CancellationToken ct) =>
        await LoadAsync(id, ct) ? File(OfficeText.Write(Paper), OfficeText.MediaType, PlanPaper.FileNameOf(Sheet.Edition) + ".docx") : NotFound();

    /// <summary>As PDF.</summary>
    public async Task<IActionResult> OnGetPdfAsync(Guid id, CancellationToken ct) =>
        await LoadAsync(id, ct) ? File(OfficePages.Write(Paper), OfficePages.MediaType, PlanPaper.FileNameOf(Sheet.Edition) + ".pdf") : NotFound();

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await sheets.EditionAsync(id, User.ToActor(), ct) is not { } sheet) return false;
        (Sheet, Paper) = (sheet, await sheets.PaperAsync(sheet, ct));
        return true;
    }
}
