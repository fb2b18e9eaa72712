using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Targets;
using MotCua.Domain.Targets;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Plans;

/// <summary>Edit a draft, all of it in one form without JavaScript. When somebody else saved meanwhile, both versions are shown and joined; nothing typed is lost.</summary>
[Authorize(Policy = Policies.OwnPlan)]
[RequestFormLimits(ValueCountLimit = 8192)]
public sealed class EditModel(PlanSheets sheets, PlanDesk desk, SavePlanDraftHandler save) : PageModel
{
    /// <summary>The draft.</summary>
    public PlanSheet Sheet { get; private set; } = null!;

    /// <summary>What is typed.</summary>
    public PlanTyping Typed { get; private set; } = new();

    /// <summary>Version that the typing was made from.</summary>
    public int SeenVersion { get; private set; }

    /// <summary>What the typing was made from, for joining; JSON.</summary>
    public string Start { get; private set; } = "";

    /// <summary>What is wrong: id of the box and why.</summary>
    public IReadOnlyList<(string? Id, string Message)> Wrong { get; private set; } = [];

    /// <summary>Indicators that may still be added.</summary>
    public IReadOnlyList<Choice> Addable { get; private set; } = [];

    /// <summary>The question of two versions, or null.</summary>
    public PlanConflict? Conflict { get; private set; }

    /// <summary>Message at a box, or null.</summary>
    public string? At(string id) => Wrong.FirstOrDefault(w => w.Id == id).Message;

    /// <summary>Opens the form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (!Sheet.Acts.Contains(PlanAct.Save)) return LocalRedirect(Links.PlanDraft(id));
        Begin(PlanContents.TermsOf(Sheet.Edition), Sheet.Content);
        await OfferAsync(ct);
        return Page();
    }

    /// <summary>Saves, or adds an empty group or an indicator to what is typed.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, string? act, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        var form = Request.Form;
        Typed = PlanTyping.Read(form);
        if (Sheet.Edition.Kind == PlanKind.Correction) (Typed.Name, Typed.To) = (Sheet.Edition.Name, DateBoxes.From(Sheet.Edition.To));
        (SeenVersion, Start) = (int.TryParse(form["ban"], out var seen) ? seen : 0, form["goc"].ToString());
        await OfferAsync(ct);
        if (act is "them-nhom" or "them-chi-tieu") return Add(act);
        if (!Sheet.Acts.Contains(PlanAct.Save))
        {
            Wrong = [(null, $"{(Sheet.Edition.State == PlanState.Sent ? PlanProblems.BeingApproved : PlanProblems.AlreadyIssued).Title} Những gì bạn nhập vẫn còn trên trang này.")];
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        var (terms, content, unreadable) = Typed.Parse(Sheet.Facts);
        if (unreadable.Count > 0) return Refuse([.. unreadable.Select(u => ((string?)u.Id, u.Message))]);
        if (SeenVersion == Sheet.Edition.Version) return await SaveAsync(id, terms, content, ct);

        // Somebody saved meanwhile: join item by item, ask only what both changed differently
        var (start, theirs, mine) = (StartItems(), PlanItems.Of(PlanContents.TermsOf(Sheet.Edition), Sheet.Content), PlanItems.Of(terms, content));
        var choices = form.Where(f => f.Key.StartsWith("chon:", StringComparison.Ordinal)).ToDictionary(f => f.Key["chon:".Length..], f => f.Value.ToString() == "toi", StringComparer.Ordinal);
        var (joined, clashes) = PlanItems.Join(start, theirs, mine, choices);
        if (clashes.Count > 0 || act != "ghep")
        {
            Conflict = PlanConflict.Of(Sheet, start, theirs, mine, content, clashes, choices, isAsked: act == "ghep");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        var (joinedTerms, joinedContent) = PlanItems.Read(joined);
        Begin(joinedTerms, joinedContent);
        return await SaveAsync(id, joinedTerms, joinedContent, ct);
    }

    private async Task<IActionResult> SaveAsync(Guid id, PlanTerms terms, PlanContent content, CancellationToken ct)
    {
        var wrong = PlanCheck.Check(Sheet.Edition.Kind, Sheet.Edition.PlanCode, terms, content, Sheet.Facts).Where(f => f.Weight == PlanWeight.Wrong).ToList();
        if (wrong.Count > 0) return Refuse([.. wrong.Select(f => (Typed.BoxOf(f), f.Problem.Title))]);
        var saved = await save.HandleAsync(new SavePlanDraft(id, SeenVersion, terms, content), User.ToActor(), ct);
        if (saved.IsOk) return LocalRedirect(Links.PlanDraft(id) + "?xong=luu");
        if (saved.Problem.Kind is Domain.Kernel.ProblemKind.NotFound or Domain.Kernel.ProblemKind.Forbidden) return PageRefusals.Refuse(this, saved.Problem);
        Wrong = [(null, saved.Problem.Title + " Những gì bạn nhập vẫn còn trên trang; bấm Lưu lần nữa để xem hai bản.")];
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private PageResult Add(string act)
    {
        if (act == "them-nhom") Typed.AddGroup(PlanCheck.Levels.Any(l => l.Level == Request.Form["cap-moi"].ToString()) ? Request.Form["cap-moi"].ToString() : "tinh");
        else if (Addable.Any(c => c.Value == Request.Form["chi-tieu-moi"].ToString())) Typed.Indicators.Add(Request.Form["chi-tieu-moi"].ToString());
        else Wrong = [("chi-tieu-moi", "Chọn chỉ tiêu muốn thêm.")];
        Addable = [.. Addable.Where(c => !Typed.Indicators.Contains(c.Value))];
        return Page();
    }

    private PageResult Refuse(IReadOnlyList<(string? Id, string Message)> wrong)
    {
        Wrong = wrong;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private void Begin(PlanTerms terms, PlanContent content)
    {
        Typed = PlanTyping.Of(terms, content, Sheet.Facts);
        (SeenVersion, Start) = (Sheet.Edition.Version, JsonSerializer.Serialize(PlanItems.Of(terms, content).ToDictionary(i => i.Key.Address, i => i.Value)));
    }

    private Dictionary<PlanItem, string> StartItems()
    {
        try
        {
            return (JsonSerializer.Deserialize<Dictionary<string, string>>(Start) ?? []).Select(i => (Parts: i.Key.Split('/', 3), i.Value)).Where(i => i.Parts.Length == 3)
                .ToDictionary(i => new PlanItem(i.Parts[0], i.Parts[1], i.Parts[2]), i => i.Value);
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private async Task OfferAsync(CancellationToken ct) =>
        Addable = [.. (await desk.IndicatorsAsync(Sheet.Edition.From, ct)).Where(i => !Typed.Indicators.Contains(i.Code)).Select(i => new Choice(i.Code, i.Name))];

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await sheets.EditionAsync(id, User.ToActor(), ct) is not { } sheet) return false;
        Sheet = sheet;
        return true;
    }
}
