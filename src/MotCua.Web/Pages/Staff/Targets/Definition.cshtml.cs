using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>One version of a configured indicator: how it counts, what it gives, published by somebody else than its drafter.</summary>
[Authorize(Policy = Policies.SeeBoard)]
public sealed class DefinitionModel(IndicatorSheets sheets, PublishIndicatorHandler publish, EndIndicatorHandler end) : PageModel
{
    /// <summary>The version.</summary>
    public IndicatorVersion Version { get; private set; } = null!;

    /// <summary>What it gives over the last twelve months.</summary>
    public IndicatorPreview Preview { get; private set; } = null!;

    /// <summary>The person is a plan owner.</summary>
    public bool IsPlanOwner => User.ToActor().Has(Role.PlanOwner);

    /// <summary>The person drafted it and so cannot publish it.</summary>
    public bool IsOwnDraft => Version.DraftedById == User.ToActor().Id;

    /// <summary>What was just done: <c>luu</c>, <c>cong-bo</c>, <c>ngung</c>.</summary>
    public string? Done { get; private set; }

    /// <summary>Revision that was looked at.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>First day on which it is used no more.</summary>
    [BindProperty]
    public DateBoxes Until { get; set; } = new();

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, string? xong, CancellationToken ct)
    {
        Done = xong is "luu" or "cong-bo" or "ngung" ? xong : null;
        return await LoadAsync(id, ct) ? Page() : NotFound();
    }

    /// <summary>Publishes it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!IsPlanOwner) return StatusCode(StatusCodes.Status403Forbidden);
        if (!await LoadAsync(id, ct)) return NotFound();
        var done = await publish.HandleAsync(new PublishIndicator(id, Seen), User.ToActor(), ct);
        return done.IsOk ? LocalRedirect(Links.Definition(id, "cong-bo")) : this.Refuse(done.Problem);
    }

    /// <summary>Ends it.</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken ct)
    {
        if (!IsPlanOwner) return StatusCode(StatusCodes.Status403Forbidden);
        if (!await LoadAsync(id, ct)) return NotFound();
        var on = Until.Read("Ngày ngừng dùng", nameof(Until), ModelState, required: true);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var done = await end.HandleAsync(new EndIndicator(Version.Definition.Code, on!.Value), User.ToActor(), ct);
        return done.IsOk ? LocalRedirect(Links.Definition(id, "ngung")) : this.Refuse(done.Problem);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await sheets.FindAsync(id, ct) is not { } version) return false;
        (Version, Preview) = (version, await sheets.PreviewAsync(version.Definition.Configured!, ct));
        return true;
    }
}
