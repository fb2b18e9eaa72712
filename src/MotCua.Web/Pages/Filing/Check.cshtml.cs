using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Dossiers;
using MotCua.App.Exchange;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Forms;
using MotCua.Domain.Kernel;
using MotCua.Web.Components;
using MotCua.Web.Components.Forms;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Filing;

/// <summary>Kiểm tra lại, then the one act that sends.</summary>
[Authorize(Policy = Policies.Citizen)]
public sealed class CheckModel(DraftDesk desk) : PageModel
{
    /// <summary>The draft.</summary>
    public DraftSheet Sheet { get; private set; } = null!;

    /// <summary>Error summary, with links to the pages where it is mended.</summary>
    public IReadOnlyList<(string Address, string Message)> Faults { get; private set; } = [];

    /// <summary>Shows all answers.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ?? Page();

    /// <summary>Sends. The read and the batch of the handler are the whole cost; the page is only loaded again when something is wrong.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] int seen, [FromServices] SubmitDraftHandler submit, CancellationToken ct) =>
        await SentAsync(id, await submit.HandleAsync(new SubmitDraft(id, seen) { Source = new FilingSource(User.SessionId(), HttpContext.Connection.RemoteIpAddress) }, User.ToActor(), ct), ct);

    /// <summary>Sends the answer to a demand.</summary>
    public async Task<IActionResult> OnPostAnswerAsync(Guid id, [FromForm] int seen, [FromServices] SendSupplementHandler supplement, CancellationToken ct) =>
        await SentAsync(id, await supplement.HandleAsync(new SendSupplement(id, seen), User.ToActor(), ct), ct);

    /// <summary>Rows of a group, as its summary shows them.</summary>
    public static IEnumerable<(string Key, QuestionView View)> Rows(QuestionView group)
    {
        for (var row = 0; row < group.Rows.Count; row++)
        {
            foreach (var question in group.Rows[row])
            {
                yield return (string.Create(CultureInfo.InvariantCulture, $"{group.Question.Short.Vi} {row + 1}: {question.Question.Short.Vi}"), question);
            }
        }
    }

    /// <summary>Files of a file question.</summary>
    public IEnumerable<App.Documents.StoredFileRow> FilesOf(QuestionView question) =>
        question.Value is ListValue list ? Sheet.Files.Where(f => list.Items.OfType<TextValue>().Any(t => t.Value == f.Id.ToString("N"))) : [];

    private async Task<IActionResult> SentAsync(Guid id, Result<Submission> sent, CancellationToken ct)
    {
        if (sent.IsOk)
        {
            if (sent.Value.SentProcedure is { } procedure) FormSteps.Sent(HttpContext.RequestServices.GetRequiredService<VisitCounters>(), Request, procedure);
            return Redirect(Links.Submitted(sent.Value.Code));
        }

        if (sent.Problem.Kind == ProblemKind.NotFound) return NotFound();
        if (await LoadAsync(id, ct) is { } elsewhere) return elsewhere;
        if (sent.Problem != DossierProblems.AnswersIncomplete || Faults.Count == 0) return this.Refuse(sent.Problem with { Field = null });
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await desk.FindAsync(id, User.ToActor(), ct) is not { } sheet) return NotFound();
        Sheet = sheet;
        if (sheet.Draft.DossierId is not null) return Redirect(Links.Draft(id));
        Faults =
        [
            .. (sheet.Demand is null ? sheet.About.Pages : []).SelectMany(p => p.Errors.Take(3).Select(e => (Links.DraftPage(id, p.Page.Id, withErrors: true) + "#" + QuestionMarkup.IdOf(e.Question, e.Part), e.Message))),
            .. sheet.IsContradicted ? [(Links.DraftPageFromCheck(id, FilingQuestions.WhosePage), FilingProblems.StandingContradicted.Title)] : Array.Empty<(string, string)>(),
            .. (sheet.HasForm ? sheet.View.Pages : []).SelectMany(p => p.Errors.Take(3).Select(e => (Links.DraftPage(id, p.Page.Id, withErrors: true) + "#" + QuestionMarkup.IdOf(e.Question, e.Part), e.Message))),
            .. sheet.Papers.Where(p => !p.IsDone).Select(p => (Links.DraftPaper(id, p.Component.Key, fromCheck: true), $"Chưa có giấy tờ: {PaperNames.Title(p.Component.Name)}")),
        ];
        return null;
    }
}
