using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Accounts;
using MotCua.App.Dossiers;
using MotCua.App.Exchange;
using MotCua.App.Organisations;
using MotCua.Domain.Dossiers;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Filing;

/// <summary>Nơi nộp: asked once, before the draft is made or when it is changed.</summary>
[Authorize(Policy = Policies.Citizen)]
public sealed class PlaceModel(FilingCatalogue catalogue, DraftDesk desk, StartDraftHandler start, MoveDraftHandler move, AccountSheets accounts) : PageModel
{
    /// <summary>The procedure.</summary>
    public FiledProcedure Procedure { get; private set; } = null!;

    /// <summary>The draft whose place is changed, or null.</summary>
    public Guid? Draft { get; private set; }

    /// <summary>Units to choose from.</summary>
    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    /// <summary>The only unit, when there is one.</summary>
    public UnitRow? Only { get; private set; }

    /// <summary>The unit chosen.</summary>
    [BindProperty]
    public string UnitKey { get; set; } = "";

    /// <summary>Commune known from the procedure's page.</summary>
    [BindProperty(SupportsGet = true, Name = "xa")]
    public string? Commune { get; set; }

    /// <summary>True when the unit was chosen from where the person lives, not by the person.</summary>
    public bool IsOwnPlace { get; private set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(string? code, Guid? id, CancellationToken ct) => await LoadAsync(code, id, ct) ?? Page();

    /// <summary>Makes the draft, or moves it.</summary>
    public async Task<IActionResult> OnPostAsync(string? code, Guid? id, CancellationToken ct)
    {
        var chosen = UnitKey ?? "";
        if (await LoadAsync(code, id, ct) is { } refused) return refused;
        UnitKey = chosen;
        if (Draft is { } draft)
        {
            var moved = await move.HandleAsync(new MoveDraft(draft, chosen), User.ToActor(), ct);
            return moved.IsOk ? Redirect(Links.DraftSaved(draft)) : this.Refuse(moved.Problem);
        }

        var started = await start.HandleAsync(new StartDraft(Procedure.Code, chosen, Commune ?? ""), User.ToActor(), ct);
        if (started.IsOk) FormSteps.Begun(HttpContext.RequestServices.GetRequiredService<VisitCounters>(), Request, Procedure.Code);
        return started.IsOk ? Redirect(Links.DraftPage(started.Value, FilingQuestions.WhosePage)) : this.Refuse(started.Problem);
    }

    private async Task<IActionResult?> LoadAsync(string? code, Guid? id, CancellationToken ct)
    {
        var sheet = id is { } key ? await desk.FindAsync(key, User.ToActor(), ct) : null;
        if (id is not null && sheet is not { Draft: { DossierId: null, SupplementOf: null } }) return NotFound();
        if ((sheet?.Procedure ?? await catalogue.FindAsync(code ?? "", ct)) is not { } procedure) return NotFound();
        (Procedure, Draft) = (procedure, sheet?.Draft.Id);
        var open = procedure.OpenUnits.ToList();
        if (open.Count == 0) return Redirect(Links.FileDossier(procedure.Code));
        var places = await catalogue.PlacesAsync(ct);
        var units = open.Select(places.Unit).OfType<UnitRow>().ToList();
        Only = units.Count == 1 ? units[0] : null;
        Choices = [.. units.OrderBy(u => u.Level == "tinh" ? 0 : u.Level == "huyen" ? 1 : 2).ThenBy(u => ParentOf(u, places)?.SortKey, StringComparer.Ordinal).ThenBy(u => u.SortKey, StringComparer.Ordinal)
            .Select(u => new Choice(u.Key, u.Name, Group: u.Level switch { "tinh" => "Cấp tỉnh", "huyen" => "Cấp huyện", _ => ParentOf(u, places)?.Name ?? "Cấp xã" }))];
        UnitKey = sheet?.Draft.UnitKey ?? Only?.Key ?? FirstOffer(Commune, units, places);
        if (UnitKey.Length == 0 && DraftDesk.AccountOf(User.ToActor()) is { } own && await accounts.FactsAsync(own, ct) is { } account)
        {
            UnitKey = FirstOffer(account.CommuneCode, units, places);
            IsOwnPlace = UnitKey.Length > 0;
        }

        return null;
    }

    private static string FirstOffer(string? communeCode, IReadOnlyList<UnitRow> units, FilingPlaces places)
    {
        if (places.Division(communeCode ?? "") is not { Level: "xa" } commune) return "";
        return units.FirstOrDefault(u => u.GsoCode == commune.Code)?.Key ?? units.FirstOrDefault(u => u.GsoCode == commune.ParentCode)?.Key ?? "";
    }

    private static DivisionRow? ParentOf(UnitRow unit, FilingPlaces places) =>
        unit.Level == "xa" && places.Division(unit.GsoCode) is { ParentCode: { } parent } ? places.Division(parent) : null;
}
