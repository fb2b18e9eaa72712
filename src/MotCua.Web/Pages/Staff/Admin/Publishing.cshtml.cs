using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Catalogue;
using MotCua.App.Dossiers;
using MotCua.App.Organisations;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Kernel;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Admin;

/// <summary>Procedures that wait for standardisation, with what is missing; published one by one or in bulk with responsibility taken.</summary>
[Authorize(Policy = Policies.ManageCatalogue)]
public sealed class PublishingModel(PublicationSheets sheets, UnitSheets units, PublishProceduresHandler publish, FilingCache cache, TimeProvider clock) : PageModel
{
    /// <summary>Facts that may be missing.</summary>
    public static readonly IReadOnlyList<Choice> Facts = [.. Enum.GetValues<MissingFact>().Select(f => new Choice(f.ToString(), PublicationReadiness.Words(f)))];

    /// <summary>State shown.</summary>
    public PublicationState State { get; private set; } = PublicationState.AwaitingStandardisation;

    /// <summary>The state in addresses.</summary>
    public string? StateName => OnlyClosed ? "dung-tiep-nhan" : State == PublicationState.Published ? "cong-khai" : null;

    /// <summary>Only those that take no new dossiers, now or soon.</summary>
    public bool OnlyClosed { get; private set; }

    /// <summary>The local day.</summary>
    public DateOnly Today => ProvinceTime.DateOf(clock.GetUtcNow());

    /// <summary>How many stand where.</summary>
    public PublicationCounts Counts { get; private set; } = new(0, 0, 0);

    /// <summary>Words of the filter.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Unit of the filter.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>Missing fact of the filter.</summary>
    public string Missing { get; private set; } = "";

    /// <summary>The page begins after this code.</summary>
    public string After { get; private set; } = "";

    /// <summary>The next page begins after this one, or null.</summary>
    public string? Next { get; private set; }

    /// <summary>Procedures.</summary>
    public IReadOnlyList<PublicationLine> Lines { get; private set; } = [];

    /// <summary>Units in charge.</summary>
    public IReadOnlyList<UnitRow> Units { get; private set; } = [];

    /// <summary>Codes ticked.</summary>
    public IReadOnlyList<string> Chosen { get; private set; } = [];

    /// <summary>The decision.</summary>
    [BindProperty]
    public string? Decision { get; set; }

    /// <summary>Takes responsibility.</summary>
    [BindProperty]
    public bool TakesResponsibility { get; set; }

    /// <summary>What was just done.</summary>
    public Publishing? Result { get; private set; }

    /// <summary>Shows the list.</summary>
    public Task OnGetAsync(string? trangThai, string? q, string? donVi, string? thieu, string? sau, CancellationToken ct) => LoadAsync(trangThai, q, donVi, thieu, sau, ct);

    /// <summary>Publishes the chosen ones.</summary>
    public async Task<IActionResult> OnPostAsync(string? trangThai, string? q, string? donVi, string? thieu, string? sau, [FromForm] string[] codes, CancellationToken ct)
    {
        Chosen = codes;
        var result = await publish.HandleAsync(new PublishProcedures([.. codes.Take(500).Select(c => new ToPublish(c))], TakesResponsibility, Decision ?? ""), User.ToActor(), ct);
        if (result.IsOk)
        {
            cache.Forget();
            ModelState.Clear();
            (Result, Chosen, TakesResponsibility) = (result.Value, [.. result.Value.Refused.Select(r => r.Code)], false);
            await LoadAsync(trangThai, q, donVi, thieu, sau, ct);
            return Page();
        }

        await LoadAsync(trangThai, q, donVi, thieu, sau, ct);
        return this.Refuse(result.Problem);
    }

    private async Task LoadAsync(string? state, string? words, string? unit, string? missing, string? after, CancellationToken ct)
    {
        OnlyClosed = state == "dung-tiep-nhan";
        State = state is "cong-khai" or "dung-tiep-nhan" ? PublicationState.Published : PublicationState.AwaitingStandardisation;
        (Words, Unit, After) = (words ?? "", unit ?? "", after ?? "");
        var fact = Enum.TryParse<MissingFact>(missing, out var parsed) && Enum.IsDefined(parsed) ? parsed : (MissingFact?)null;
        Missing = fact?.ToString() ?? "";
        Counts = await sheets.CountsAsync(ct);
        Units = [.. (await units.ListAsync(User.ToActor(), "", "tinh", ct)).Where(u => u.InPlan)];
        var lines = await sheets.ListAsync(State, Words, Unit, fact, OnlyClosed, After, ct);
        Next = lines.Count > PublicationSheets.PageSize ? lines[PublicationSheets.PageSize - 1].Code : null;
        Lines = [.. lines.Take(PublicationSheets.PageSize)];
    }
}
