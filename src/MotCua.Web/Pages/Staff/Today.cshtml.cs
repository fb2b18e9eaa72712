using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff;

/// <summary>«Hôm nay» of an officer.</summary>
[Authorize(Policy = Policies.Officer)]
public sealed class TodayModel(TodayBoards boards, TimeProvider clock) : PageModel
{
    /// <summary>The board.</summary>
    public TodayBoard Board { get; private set; } = new([], [], [], []);

    /// <summary>Now.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Whether the officer works at a desk.</summary>
    public bool IsDesk => User.ToActor().Has(Role.DeskOfficer);

    /// <summary>Colour class of a queue.</summary>
    public string Tone(DossierQueue queue) => queue switch
    {
        DossierQueue.Overdue => "mc-lane--late",
        DossierQueue.Incoming or DossierQueue.DueToday or DossierQueue.DueSoon => "mc-lane--soon",
        DossierQueue.Waiting => "mc-lane--wait",
        _ => "",
    };

    /// <summary>Shows the board; who has no dossiers to handle goes to the place of their own work.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var home = StaffMenu.HomeOf(User.ToActor());
        if (home != Links.Staff())
        {
            return LocalRedirect(home);
        }

        Board = await boards.ForAsync(User.ToActor(), ct);
        return Page();
    }
}
