using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Documents;
using MotCua.App.Targets;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.PlanDocuments;

/// <summary>Đưa dự thảo vào sổ: the plan owner for any unit, a unit's officers for their own.</summary>
[Authorize(Policy = Policies.WorkOnPlan)]
[RequestFormLimits(MultipartBodyLengthLimit = 64L * 1024 * 1024)]
public sealed class NewModel(PlanDocumentSheets sheets, PlanTaskSheets tasks, DraftPlanDocumentHandler draft, FileStoreOptions files) : PageModel
{
    /// <summary>Plan.</summary>
    [BindProperty]
    public string? Plan { get; set; }

    /// <summary>Kind, as posted.</summary>
    [BindProperty]
    public string? Kind { get; set; }

    /// <summary>Trích yếu.</summary>
    [BindProperty]
    public string? Title { get; set; }

    /// <summary>Drafting unit.</summary>
    [BindProperty]
    public string? Unit { get; set; }

    /// <summary>The draft.</summary>
    [BindProperty]
    public IReadOnlyList<IFormFile> Upload { get; set; } = [];

    /// <summary>Changes the plan.</summary>
    [BindProperty]
    public bool ChangesPlan { get; set; }

    /// <summary>Changes targets.</summary>
    [BindProperty]
    public bool ChangesTargets { get; set; }

    /// <summary>Numbers of tasks that it changes.</summary>
    [BindProperty]
    public string? ChangedTasks { get; set; }

    /// <summary>The document that it replaces.</summary>
    [BindProperty]
    public string? Replaces { get; set; }

    /// <summary>What it changes, in words.</summary>
    [BindProperty]
    public string? ChangeText { get; set; }

    /// <summary>Plans to choose from.</summary>
    public IReadOnlyList<Choice> Plans { get; private set; } = [];

    /// <summary>Units that may draft: for a unit's officers their own.</summary>
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    /// <summary>Documents in force.</summary>
    public IReadOnlyList<Choice> Issued { get; private set; } = [];

    /// <summary>Something of the changes was typed.</summary>
    public bool IsChanging => ChangesPlan || ChangesTargets || !string.IsNullOrEmpty(ChangedTasks) || !string.IsNullOrEmpty(Replaces) || !string.IsNullOrEmpty(ChangeText);

    /// <summary>Greatest size of a file.</summary>
    public int GreatestMegabytes => (int)files.GreatestMegabytes;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Plans.Count > 0) Plan = Plans[0].Value;
        if (Units.Count == 1) Unit = Units[0].Value;
        return Page();
    }

    /// <summary>Enters the draft.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var kind = int.TryParse(Kind, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (PlanDocumentKind)number : 0;
        if (!Enum.IsDefined(kind)) ModelState.AddModelError(nameof(Kind), PlanDocumentProblems.NoKind.Title);
        if (string.IsNullOrWhiteSpace(Title)) ModelState.AddModelError(nameof(Title), PlanDocumentProblems.NoTitle.Title);
        if (string.IsNullOrEmpty(Unit)) ModelState.AddModelError(nameof(Unit), "Chọn cơ quan soạn thảo");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var replaces = string.IsNullOrEmpty(Replaces) ? (Guid?)null : Guid.TryParseExact(Replaces, "N", out var id) ? id : Guid.Empty;
        await using var given = new GivenFiles(Upload);
        var changes = new PlanDocumentChanges(ChangesPlan, ChangesTargets, ChangedTasks ?? "", replaces, ChangeText ?? "");
        var made = await draft.HandleAsync(new DraftPlanDocument(Plan ?? "", kind, Title ?? "", Unit!, changes, given.Files), User.ToActor(), ct);
        return made.IsOk ? LocalRedirect(Links.PlanDocument(made.Value) + "?xong=vao-so") : this.Refuse(made.Problem);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var actor = User.ToActor();
        var isOwner = PlanTaskDecision.IsPlanOwner(actor);
        Plans = [.. (await tasks.PlansAsync(ct)).Select(p => new Choice(p.Key, p.Name))];
        Units = PlanTaskMarkup.UnitsOf((await tasks.UnitsAsync(ct)).Where(u => isOwner || PlanTaskDecision.ActsFor(actor, u.Key)));
        Issued = [.. (await sheets.IssuedAsync(ct)).Select(d => new Choice(d.Key, d.Name))];
    }
}

/// <summary>Files of a form, open for the time of an act.</summary>
internal sealed class GivenFiles(IEnumerable<IFormFile> sent) : IAsyncDisposable
{
    /// <summary>The files that hold anything.</summary>
    public IReadOnlyList<GivenFile> Files { get; } = [.. sent.Where(f => f.Length > 0).Select(f => new GivenFile(f.OpenReadStream(), f.FileName))];

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var file in Files) await file.Content.DisposeAsync();
    }
}
