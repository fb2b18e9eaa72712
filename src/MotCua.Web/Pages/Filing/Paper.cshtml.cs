using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Documents;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Filing;

/// <summary>Một giấy tờ: uploaded, or on paper with a reason; files go up when chosen.</summary>
[Authorize(Policy = Policies.Citizen)]
[RequestSizeLimit(64L * 1024 * 1024)]
[RequestFormLimits(MultipartBodyLengthLimit = 64L * 1024 * 1024)]
public sealed class PaperModel(DraftDesk desk, AddDraftFileHandler add, RemoveDraftFileHandler remove, ChoosePaperWayHandler choose, ReuseHeldPaperHandler reuse, HeldPapers own, FileStoreOptions files) : PageModel
{
    /// <summary>The draft.</summary>
    public DraftSheet Sheet { get; private set; } = null!;

    /// <summary>The paper.</summary>
    public PaperSheet Paper { get; private set; } = null!;

    /// <summary>Papers the person already has here, offered first (law rule 58).</summary>
    public IReadOnlyList<HeldPaper> Own { get; private set; } = [];

    /// <summary>Greatest size of a file, MiB.</summary>
    public int MaxMiB => (int)files.GreatestMegabytes;

    /// <summary>The file chosen.</summary>
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>Why on paper.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Where the person came from.</summary>
    [BindProperty(SupportsGet = true, Name = "tu")]
    public string? From { get; set; }

    /// <summary>Where "Tiếp tục" leads: the next paper that lacks something, else the task list.</summary>
    public string Next { get; private set; } = "";

    /// <summary>Shows the paper.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, string key, CancellationToken ct)
    {
        if (await LoadAsync(id, key, ct) is { } refused) return refused;
        Reason = Paper.Chosen.Reason;
        return Page();
    }

    /// <summary>Takes a file in.</summary>
    public async Task<IActionResult> OnPostUploadAsync(Guid id, string key, CancellationToken ct)
    {
        if (await LoadAsync(id, key, ct) is { } refused) return refused;
        if (Upload is null) return Shown(FilingProblems.NoFile);
        await using var stream = Upload.OpenReadStream();
        var added = await add.HandleAsync(new AddDraftFile(id, key, stream, Upload.FileName), User.ToActor(), ct);
        return added.IsOk ? Redirect(Links.DraftPaper(id, key, From == "kiem-tra")) : Shown(added.Problem);
    }

    /// <summary>Takes a paper from the person's own store.</summary>
    public async Task<IActionResult> OnPostStoreAsync(Guid id, string key, Guid file, CancellationToken ct)
    {
        if (await LoadAsync(id, key, ct) is { } refused) return refused;
        var reused = await reuse.HandleAsync(new ReuseHeldPaper(id, key, file), User.ToActor(), ct);
        return reused.IsOk ? Redirect(Links.DraftPaper(id, key, From == "kiem-tra")) : Shown(reused.Problem);
    }

    /// <summary>Takes a file away.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, string key, Guid file, CancellationToken ct)
    {
        if (await LoadAsync(id, key, ct) is { } refused) return refused;
        var removed = await remove.HandleAsync(new RemoveDraftFile(id, key, file), User.ToActor(), ct);
        return removed.IsOk ? Redirect(Links.DraftPaper(id, key, From == "kiem-tra")) : Shown(removed.Problem);
    }

    /// <summary>On paper, or not needed.</summary>
    public async Task<IActionResult> OnPostWayAsync(Guid id, string key, string way, CancellationToken ct)
    {
        if (await LoadAsync(id, key, ct) is { } refused) return refused;
        var chosen = await choose.HandleAsync(new ChoosePaperWay(id, key, way ?? "", Reason ?? ""), User.ToActor(), ct);
        if (!chosen.IsOk) return Shown(chosen.Problem);
        Sheet = chosen.Value;
        return Redirect(way == PaperWays.Upload ? Links.DraftPaper(id, key, From == "kiem-tra") : NextOf(key));
    }

    private IActionResult Shown(Problem problem) => this.Refuse(problem.Field == "File" ? problem.For(nameof(Upload)) : problem);

    private async Task<IActionResult?> LoadAsync(Guid id, string key, CancellationToken ct)
    {
        if (await desk.FindAsync(id, User.ToActor(), ct) is not { } sheet || sheet.Papers.FirstOrDefault(p => p.Component.Key == key) is not { } paper) return NotFound();
        (Sheet, Paper) = (sheet, paper);
        Own = await own.ListAsync(User.ToActor(), ct);
        Next = NextOf(key);
        return sheet.Draft.DossierId is null ? null : Redirect(Links.Draft(id));
    }

    private string NextOf(string key)
    {
        if (From == "kiem-tra") return Links.DraftCheck(Sheet.Draft.Id);
        var next = Sheet.Papers.SkipWhile(p => p.Component.Key != key).Skip(1).FirstOrDefault(p => !p.IsDone || p.Chosen.Way.Length == 0);
        return next is null ? Links.Draft(Sheet.Draft.Id) : Links.DraftPaper(Sheet.Draft.Id, next.Component.Key);
    }
}
