using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Catalogue;
using MotCua.App.Dossiers;
using MotCua.App.Organisations;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Admin;

/// <summary>Publish one procedure, adding what is not known of it: level and unit in charge.</summary>
[Authorize(Policy = Policies.ManageCatalogue)]
public sealed class PublishModel(PublicationSheets sheets, UnitSheets units, PublishProceduresHandler publish, FilingCache cache) : PageModel
{
    /// <summary>The procedure.</summary>
    public PublicationLine Line { get; private set; } = null!;

    /// <summary>Units that may be in charge.</summary>
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    /// <summary>Levels that handle it.</summary>
    [BindProperty]
    public IReadOnlyList<string> Levels { get; set; } = [];

    /// <summary>Unit in charge.</summary>
    [BindProperty]
    public string? OrgKey { get; set; }

    /// <summary>The decision.</summary>
    [BindProperty]
    public string? Decision { get; set; }

    /// <summary>Takes responsibility.</summary>
    [BindProperty]
    public bool TakesResponsibility { get; set; }

    /// <summary>What was just done.</summary>
    public Publishing? Result { get; private set; }

    /// <summary>Shows the procedure.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct))
        {
            return NotFound();
        }

        (Levels, OrgKey) = (Line.Levels.Split(',', StringSplitOptions.RemoveEmptyEntries), Line.OrgKey);
        return Page();
    }

    /// <summary>Publishes it.</summary>
    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct))
        {
            return NotFound();
        }

        var result = await publish.HandleAsync(new PublishProcedures([new ToPublish(code, Levels, OrgKey)], TakesResponsibility, Decision ?? ""), User.ToActor(), ct);
        if (!result.IsOk)
        {
            return this.Refuse(result.Problem);
        }

        if (result.Value.Refused is [var (_, why), ..])
        {
            return this.Refuse(why);
        }

        cache.Forget();
        Result = result.Value;
        await LoadAsync(code, ct);
        return Page();
    }

    private async Task<bool> LoadAsync(string code, CancellationToken ct)
    {
        if (await sheets.FindAsync(code, ct) is not { } line)
        {
            return false;
        }

        Line = line;
        Units = [.. (await units.ListAsync(User.ToActor(), "", "tinh", ct)).Where(u => u.InPlan).Select(u => new Choice(u.Key, u.Name))];
        return true;
    }
}
