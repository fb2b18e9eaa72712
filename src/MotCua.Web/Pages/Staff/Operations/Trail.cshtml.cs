using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Accounts;
using MotCua.Web.Components;
using MotCua.Web.Pages.Staff.Admin;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Operations;

/// <summary>Nhật ký: acts of administration and security and exports, newest first, by officer, unit, act, day and subject. No citizen's data.</summary>
[Authorize(Policy = Policies.SeeTrail)]
public sealed class TrailModel(AuditReading trail) : PageModel
{
    private const int MostTyped = 100;

    /// <summary>Subject, actor or action.</summary>
    [BindProperty(SupportsGet = true, Name = "khoa")]
    public string? Key { get; set; }

    /// <summary>Officer: id, or words of name or sign-in name.</summary>
    [BindProperty(SupportsGet = true, Name = "canBo")]
    public string? Officer { get; set; }

    /// <summary>Unit key.</summary>
    [BindProperty(SupportsGet = true, Name = "donVi")]
    public string? Unit { get; set; }

    /// <summary>Action.</summary>
    [BindProperty(SupportsGet = true, Name = "viec")]
    public string? Act { get; set; }

    /// <summary>The page starts before this key.</summary>
    [BindProperty(SupportsGet = true, Name = "truoc")]
    public Guid? Before { get; set; }

    /// <summary>The local day.</summary>
    public DateQuery Day { get; private set; } = null!;

    /// <summary>What is asked for.</summary>
    public TrailFilter Filter { get; private set; } = new();

    /// <summary>Anything is asked for.</summary>
    public bool IsFiltered => Filter != new TrailFilter();

    /// <summary>Units to choose from.</summary>
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    /// <summary>The rows.</summary>
    public TrailPage Trail { get; private set; } = new([], null);

    /// <summary>What the box of the officer shows: a name; an id that a link gave stays in the address only.</summary>
    public string? OfficerWords => Guid.TryParseExact(Officer, "N", out _) ? Trail.Rows is [{ ActorName: { Length: > 0 } name }, ..] ? name : Officer : Officer;

    /// <summary>Shows the rows.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Day = DateQuery.Read(Request.Query, "ngay", "Ngày", ModelState);
        Filter = new TrailFilter(Cut(JournalWords.CodeOf(Key)), Cut(Officer), Cut(Unit), Cut(Act), Day.Date);
        if (Day is { IsTyped: true, Error: null })
        {
            return LocalRedirect(Links.Trail(Filter, Before));
        }

        Units = TermInput.UnitsOf(await trail.UnitsAsync(ct));
        if (ModelState.IsValid)
        {
            Trail = await trail.ListAsync(Filter, Before, ct);
        }

        return Page();
    }

    private static string? Cut(string? typed) => typed?.Trim() is { Length: > 0 } text ? text.Length > MostTyped ? text[..MostTyped] : text : null;
}
