using MotCua.App.Dossiers;
using MotCua.App.Exchange;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Forms;
using MotCua.Web.Hosting;

namespace MotCua.Web.Pages.Filing;

/// <summary>Counts how far people come with the e-forms: pages and procedures, never a draft or a person.</summary>
internal static class FormSteps
{
    /// <summary>A draft was begun.</summary>
    public static void Begun(VisitCounters counters, HttpRequest request, string procedure)
    {
        if (VisitCount.MayCount(request)) counters.Reached(procedure, FilingQuestions.WhosePage, 1, VisitCount.ScreenOf(request));
    }

    /// <summary>A page was saved: taken up again after a pause, left forwards for the first time, the next one reached.</summary>
    /// <param name="counters">Where it is counted.</param>
    /// <param name="request">The request.</param>
    /// <param name="before">The draft before the save.</param>
    /// <param name="after">The draft after it.</param>
    /// <param name="page">Id of the page.</param>
    /// <param name="isLeft">The person goes on from it.</param>
    /// <param name="now">Now, UTC.</param>
    public static void Saved(VisitCounters counters, HttpRequest request, DraftSheet before, DraftSheet after, string page, bool isLeft, DateTimeOffset now)
    {
        if (before.Demand is not null || !VisitCount.MayCount(request)) return;
        var (procedure, screen) = (before.Procedure.Code, VisitCount.ScreenOf(request));
        if (now - before.Draft.SavedAt > VisitCounters.Pause) counters.CameBack(procedure, page, OrdinalOf(before, page), screen);
        if (!isLeft || WasPassed(before, page)) return;
        counters.Passed(procedure, page, OrdinalOf(before, page), screen);
        var next = NextOf(after, page);
        counters.Reached(procedure, next ?? VisitSheets.Check, next is null ? OrdinalOf(before, page) + 1 : OrdinalOf(after, next), screen);
    }

    /// <summary>A dossier was sent.</summary>
    public static void Sent(VisitCounters counters, HttpRequest request, string procedure)
    {
        if (VisitCount.MayCount(request)) counters.Passed(procedure, VisitSheets.Check, int.MaxValue, VisitCount.ScreenOf(request));
    }

    private static bool WasPassed(DraftSheet draft, string page)
    {
        var part = draft.PartOf(page);
        return part.View.Page(page) is { Errors.Count: 0 } && draft.Seen(page) != DraftSheet.SeenOf(part.Form, FormAnswers.Empty, page);
    }

    private static string? NextOf(DraftSheet draft, string page)
    {
        var part = draft.PartOf(page);
        if (part.View.After(part.Form, page) is { } next) return next.Page.Id;
        return draft.IsAbout(page) && draft.HasForm && draft.View.Pages is [var first, ..] ? first.Page.Id : null;
    }

    private static int OrdinalOf(DraftSheet draft, string page)
    {
        var about = draft.Procedure.Questions.Pages;
        var at = Index(about, page);
        return at >= 0 ? at + 1 : about.Count + Index(draft.Form.Pages, page) + 1;
    }

    private static int Index(IReadOnlyList<FormPage> pages, string page)
    {
        for (var i = 0; i < pages.Count; i++)
        {
            if (string.Equals(pages[i].Id, page, StringComparison.Ordinal)) return i;
        }

        return -1;
    }
}
