using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Targets;

/// <summary>Drafting a configured indicator: a new one, its draft, or the next version of a published one.</summary>
[Authorize(Policy = Policies.OwnPlan)]
public sealed class DefinitionDraftModel(IndicatorSheets sheets, SaveIndicatorDraftHandler save, TimeProvider clock) : PageModel
{
    /// <summary>Dossiers or procedures.</summary>
    public static readonly IReadOnlyList<Choice> Subjects = [new("2", "Hồ sơ", "Ví dụ: hồ sơ thanh toán trực tuyến trên hồ sơ có phí"), new("1", "Thủ tục", "Ví dụ: thủ tục có hồ sơ trực tuyến trên dịch vụ công đang cung cấp")];

    /// <summary>The draft that is changed, or null.</summary>
    [BindProperty(SupportsGet = true, Name = "ban")]
    public Guid? DraftId { get; set; }

    /// <summary>The published version that the new one follows, or null.</summary>
    [BindProperty(SupportsGet = true, Name = "tiep")]
    public Guid? After { get; set; }

    /// <summary>Revision of the draft that was shown.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>Code.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>A few words.</summary>
    [BindProperty]
    public string? ShortName { get; set; }

    /// <summary>Name.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Where it comes from.</summary>
    [BindProperty]
    public string? Source { get; set; }

    /// <summary>Whose target.</summary>
    [BindProperty]
    public string? TargetCode { get; set; }

    /// <summary>First day.</summary>
    [BindProperty]
    public DateBoxes From { get; set; } = new();

    /// <summary>Dossiers or procedures.</summary>
    [BindProperty]
    public string? Subject { get; set; }

    /// <summary>Levels of services offered, for procedures.</summary>
    [BindProperty]
    public List<string> Offered { get; set; } = [];

    /// <summary>Numerator.</summary>
    [BindProperty]
    public ConditionsInput Above { get; set; } = new();

    /// <summary>Denominator.</summary>
    [BindProperty]
    public ConditionsInput Below { get; set; } = new();

    /// <summary>Fields of procedures.</summary>
    public IReadOnlyList<Choice> Fields { get; private set; } = [];

    /// <summary>True when the code is settled.</summary>
    public bool IsCodeFixed => DraftId is not null || After is not null;

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var today = ProvinceTime.DateOf(clock.GetUtcNow());
        (Subject, From) = ("2", DateBoxes.From(new DateOnly(today.Year, today.Month, 1)));
        if ((DraftId ?? After) is not { } id) return Page();
        if (await sheets.FindAsync(id, ct) is not { } version || (DraftId is not null) != (version.State == IndicatorState.Draft)) return NotFound();
        var (definition, formula) = (version.Definition, version.Definition.Configured!);
        (Code, ShortName, Name, Source, TargetCode) = (definition.Code, definition.ShortName, definition.Name, definition.Source, definition.TargetCode == definition.Code ? "" : definition.TargetCode);
        (Subject, Offered, Above, Below) = (((int)formula.Subject).ToString(CultureInfo.InvariantCulture), [.. formula.Offered.Select(l => l.ToString(CultureInfo.InvariantCulture))], ConditionsInput.Of(formula.Above), ConditionsInput.Of(formula.Below));
        if (DraftId is not null) (Seen, From) = (version.Revision, DateBoxes.From(version.From));
        return Page();
    }

    /// <summary>Keeps the draft.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var from = From.Read("Ngày bắt đầu tính", nameof(From), ModelState, required: true);
        var (above, aboveError) = Above.Read();
        var (below, belowError) = Below.Read();
        if (aboveError is not null) ModelState.AddModelError("Above.Flags", aboveError);
        if (belowError is not null) ModelState.AddModelError("Below.Flags", belowError);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        IReadOnlyList<int> offered = Subject == "1" ? [.. Offered.Where(o => o is "4" or "3" or "2").Select(o => int.Parse(o, CultureInfo.InvariantCulture))] : [];
        var formula = new IndicatorFormula(Subject switch { "1" => IndicatorSubject.Procedures, "2" => IndicatorSubject.Dossiers, _ => 0 }, above!, below!, offered);
        var draft = new IndicatorDraft(Code ?? "", ShortName ?? "", Name ?? "", Source ?? "", TargetCode ?? "", formula, from!.Value);
        var kept = await save.HandleAsync(new SaveIndicatorDraft(DraftId, Seen, draft, Above.Field, Below.Field), User.ToActor(), ct);
        if (kept.IsOk) return LocalRedirect(Links.Definition(kept.Value, "luu"));
        var problem = kept.Problem;
        return this.Refuse(problem.Field is "Above" or "Below" ? problem.For(problem.Field + ".Channels") : problem);
    }

    private async Task LoadAsync(CancellationToken ct) => Fields = [.. (await sheets.FieldsAsync(ct)).Select(f => new Choice(f.Key, $"{f.Name} ({f.Procedures} thủ tục)"))];
}
