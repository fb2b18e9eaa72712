using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Forms;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Filing;

/// <summary>Các việc cần làm of a draft: chưa làm, đang làm, xong; says plainly that it is not sent.</summary>
[Authorize(Policy = Policies.Citizen)]
public sealed class TasksModel(DraftDesk desk, OwnDossiers own) : PageModel
{
    /// <summary>The draft.</summary>
    public DraftSheet Sheet { get; private set; } = null!;

    /// <summary>Saved just now.</summary>
    [BindProperty(SupportsGet = true, Name = "da-luu")]
    public string? Saved { get; set; }

    /// <summary>Parts done and parts in all.</summary>
    public (int Done, int All) Parts { get; private set; }

    /// <summary>Pages asked of every filing: whose it is, who helps, which case.</summary>
    public IReadOnlyList<PageView> About { get; private set; } = [];

    /// <summary>Shows the tasks; a draft already sent leads to its confirmation.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await desk.FindAsync(id, User.ToActor(), ct) is not { } sheet) return NotFound();
        if (sheet.Draft.DossierId is { } sent) return await own.CodeAsync(sent, User.ToActor(), ct) is { } code ? Redirect(Links.Submitted(code)) : NotFound();
        Sheet = sheet;
        About = sheet.Demand is null ? [.. sheet.About.Pages.Where(p => p.Page.Id != FilingQuestions.HelperNamePage)] : [];
        var pages = About.Concat(sheet.HasForm ? sheet.View.Pages : []).ToList();
        Parts = (pages.Count(p => p.Progress == PageProgress.Done) + sheet.Papers.Count(p => p.IsDone), pages.Count + sheet.Papers.Count);
        return Page();
    }

    /// <summary>Words and colour of a state.</summary>
    public static (string Words, string? Colour) Say(PageProgress progress) => progress switch
    {
        PageProgress.Done => ("Xong", null),
        PageProgress.InProgress => ("Đang làm", "yellow"),
        _ => ("Chưa làm", "blue"),
    };

    /// <summary>Words and colour of a paper's state.</summary>
    public static (string Words, string? Colour) Say(PaperSheet paper) =>
        paper is { Progress: PageProgress.NotStarted, Component.IsRequired: false, Ask: "" } ? ("Không bắt buộc", null) : Say(paper.Progress);
}
