using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Documents;
using MotCua.App.Dossiers;
using MotCua.App.Exchange;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Forms;
using MotCua.Domain.Kernel;
using MotCua.Web.Components.Forms;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Filing;

/// <summary>A page of questions: everything typed is kept, finished or not.</summary>
[Authorize(Policy = Policies.Citizen)]
[RequestSizeLimit(64L * 1024 * 1024)]
[RequestFormLimits(MultipartBodyLengthLimit = 64L * 1024 * 1024, ValueCountLimit = 8192)]
public sealed class QuestionModel(DraftDesk desk, FilingCatalogue catalogue, SaveDraftHandler save, AddDraftFileHandler add, RemoveDraftFileHandler remove, FileStoreOptions files) : PageModel
{
    private const int MostOpenRows = 3;

    /// <summary>The draft.</summary>
    public DraftSheet Sheet { get; private set; } = null!;

    /// <summary>The page as judged, with the typing.</summary>
    public PageView View { get; private set; } = null!;

    /// <summary>What drawing needs.</summary>
    public QuestionDrawing Drawing { get; private set; } = null!;

    /// <summary>Error summary.</summary>
    public IReadOnlyList<(string? Id, string Message)> Faults { get; private set; } = [];

    /// <summary>Digest of what is saved of this page.</summary>
    public string Seen { get; private set; } = "";

    /// <summary>Typing of an ended session came back.</summary>
    public bool IsRestored { get; private set; }

    /// <summary>Answers opened further questions.</summary>
    public bool IsRevealed { get; private set; }

    /// <summary>Where the person came from: <c>kiem-tra</c> goes back there.</summary>
    [BindProperty(SupportsGet = true, Name = "tu")]
    public string? From { get; set; }

    /// <summary>Over the page's heading: the form it belongs to.</summary>
    public string Caption => Sheet.IsAbout(View.Page.Id) ? Sheet.Procedure.Name : Sheet.Form.Title.Vi;

    /// <summary>True when a question of the page takes files.</summary>
    public bool HasFiles => View.Page.Questions.Any(q => q.Kind == QuestionKind.File);

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, [FromRoute(Name = "part")] string page, [FromQuery(Name = "xem-loi")] string? withErrors, [FromServices] TypingStash stash, CancellationToken ct)
    {
        if (await LoadAsync(id, page, ct) is { } refused) return refused;
        var back = await ExpiredTyping.TakeAsync(HttpContext, stash, ct);
        if (back is not null)
        {
            var saved = await save.HandleAsync(new SaveDraft(id, page, back, null), User.ToActor(), ct);
            if (saved.IsOk) Sheet = saved.Value;
            IsRestored = saved.IsOk;
        }

        var part = Sheet.PartOf(page);
        if (part.View.Page(page) is not { } view) return Redirect(Links.Draft(id));
        await ShowAsync(part.Answers, withErrors is null ? [] : view.Errors, ct);
        return Page();
    }

    /// <summary>Keeps the typing, then goes on, stays, or leaves.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, [FromRoute(Name = "part")] string page, [FromServices] VisitCounters counters, [FromServices] TimeProvider clock, CancellationToken ct)
    {
        if (await LoadAsync(id, page, ct) is { } refused) return refused;
        if (Sheet.PartOf(page).View.Page(page) is null) return Redirect(Links.Draft(id));
        var form = await Request.ReadFormAsync(ct);
        var draft = Sheet;
        var (posted, before, actor) = (PostedFields.Of(form), Shown(Sheet.PartOf(page).Answers, page).View, User.ToActor());
        var saved = await save.HandleAsync(new SaveDraft(id, page, posted, form["seen"], Nothing(form["them"]), Nothing(form["xoa"])), actor, ct);
        if (!saved.IsOk) return saved.Problem == FilingProblems.SavedElsewhere ? await ConflictAsync(page, posted, ct) : this.Refuse(saved.Problem);
        Sheet = saved.Value;
        if (Nothing(form["them"] + form["xoa"]) is { } row) return Redirect(Links.DraftPage(id, page) + "#" + QuestionMarkup.IdOf(form["them"] == row ? NewRow(row, page) : row.Split('[')[0]));
        if (await FilesAsync(id, form, actor, ct) is { } handled) return handled;
        if (form["lam"] == "luu")
        {
            FormSteps.Saved(counters, Request, draft, Sheet, page, isLeft: false, clock.GetUtcNow());
            return Redirect(Links.DraftSaved(id));
        }

        var part = Sheet.PartOf(page);
        if (part.View.Page(page) is not { } view) return Redirect(Links.Draft(id));
        var revealed = part.View.Revealed(page, before).ToHashSet(StringComparer.Ordinal);
        var errors = view.Errors.Where(e => !revealed.Contains(e.Question)).ToList();
        FormSteps.Saved(counters, Request, draft, Sheet, page, errors.Count == 0 && revealed.Count == 0, clock.GetUtcNow());
        if (errors.Count > 0 || revealed.Count > 0)
        {
            IsRevealed = errors.Count == 0;
            await ShowAsync(part.Answers, errors, ct);
            if (errors.Count > 0) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        if (From == "kiem-tra")
        {
            // Another answer of whose dossier it is may open questions on the pages that follow
            var opened = Sheet.IsAbout(page) ? part.Form.Pages.SkipWhile(p => p.Id != page).Skip(1).FirstOrDefault(p => part.View.Page(p.Id) is { Errors.Count: > 0 }) : null;
            return Redirect(opened is null ? Links.DraftCheck(id) : Links.DraftPageFromCheck(id, opened.Id));
        }

        if (Sheet.IsAbout(page)) return Redirect(part.View.After(part.Form, page) is { } asked ? Links.DraftPage(id, asked.Page.Id) : Links.Draft(id));
        return Redirect(Sheet.View.After(Sheet.Form, page) is { } next && Sheet.Demand is null ? Links.DraftPage(id, next.Page.Id) : Links.Draft(id));
    }

    private async Task<IActionResult?> LoadAsync(Guid id, string page, CancellationToken ct)
    {
        if (await desk.FindAsync(id, User.ToActor(), ct) is not { } sheet || sheet.PartOf(page).Form.Page(page) is null) return NotFound();
        Sheet = sheet;
        return sheet.Draft.DossierId is null ? null : Redirect(Links.Draft(id));
    }

    private async Task<IActionResult?> FilesAsync(Guid id, IFormCollection form, Actor actor, CancellationToken ct)
    {
        var page = (string)RouteData.Values["part"]!;
        if (Nothing(form["bo-tep"]) is { } taken && taken.LastIndexOf(':') is > 0 and var at && Guid.TryParse(taken[(at + 1)..], out var file))
        {
            await remove.HandleAsync(new RemoveDraftFile(id, taken[..at], file), actor, ct);
            return Redirect(Links.DraftPage(id, (string)RouteData.Values["part"]!));
        }

        foreach (var upload in form.Files.Where(f => f.Length > 0 && f.Name.StartsWith("tep.", StringComparison.Ordinal)))
        {
            await using var stream = upload.OpenReadStream();
            var added = await add.HandleAsync(new AddDraftFile(id, upload.Name[4..], stream, upload.FileName), actor, ct);
            if (!added.IsOk)
            {
                await ShowAsync(Sheet.PartOf(page).Answers, [new AnswerIssue(upload.Name[4..], "file", added.Problem.Title)], ct);
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return Page();
            }

            Sheet = added.Value;
        }

        return Nothing(form["tai-len"]) is null ? null : Redirect(Links.DraftPage(id, page));
    }

    /// <summary>Another device saved this page otherwise: both are shown, nothing is overwritten.</summary>
    private async Task<IActionResult> ConflictAsync(string page, IReadOnlyDictionary<string, IReadOnlyList<string>> posted, CancellationToken ct)
    {
        if (await desk.FindAsync(Sheet.Draft.Id, User.ToActor(), ct) is not { } theirs || theirs.PartOf(page) is not { } part || part.View.Page(page) is not { } view) return NotFound();
        var (seen, elsewhere) = (theirs.Seen(page), part.View);
        var mine = FormInput.Merge(part.Answers, view, posted);
        var typed = FormRun.Evaluate(part.Form, mine, theirs.Context);
        Sheet = theirs.IsAbout(page) ? theirs with { About = typed } : theirs with { View = typed };
        await ShowAsync(mine, [], ct);
        (Seen, Drawing) = (seen, Drawing with { Elsewhere = elsewhere });
        Faults = [(null, FilingProblems.SavedElsewhere.Title)];
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task ShowAsync(FormAnswers answers, IReadOnlyList<AnswerIssue> errors, CancellationToken ct)
    {
        var id = (string)RouteData.Values["part"]!;
        (answers, var view) = Shown(answers, id);
        View = view.Page(id)!;
        Seen = Sheet.Seen(id);
        Faults = QuestionMarkup.Lines(errors);
        var draft = Sheet.Draft.Id;
        Drawing = new QuestionDrawing(answers, (await catalogue.PlacesAsync(ct)).Divisions, errors)
        {
            HeadingPath = View.Questions is [{ ReadOnly: false } only] && only.Question.Kind is not (QuestionKind.Group or QuestionKind.Declaration or QuestionKind.Address or QuestionKind.File) ? only.Path : null,
            Files = Sheet.Files,
            FileLink = file => Links.DraftFile(draft, file),
            MaxMiB = (int)files.GreatestMegabytes,
        };
    }

    /// <summary>What the page shows: a group that needs rows has them open at once, and they are asked like any question.</summary>
    private (FormAnswers Answers, FormView View) Shown(FormAnswers answers, string page)
    {
        var part = Sheet.PartOf(page);
        foreach (var group in part.View.Page(page)?.Questions.Where(q => q is { Question.Kind: QuestionKind.Group, Required: true }) ?? [])
        {
            for (var rows = group.Rows.Count; rows < Math.Clamp(group.Question.MinRows, 1, MostOpenRows); rows++)
            {
                answers = answers.WithRowAdded(group.Path);
            }
        }

        return (answers, ReferenceEquals(answers, part.Answers) ? part.View : FormRun.Evaluate(part.Form, answers, Sheet.Context));
    }

    /// <summary>First question of the row added last: the cursor goes there.</summary>
    private string NewRow(string group, string page) =>
        Sheet.PartOf(page).View.Page(page)?.Questions.FirstOrDefault(q => q.Path == group) is { Rows: [.., [var first, ..]] } ? first.Path : group;

    private static string? Nothing(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
