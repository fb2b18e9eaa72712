using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using MotCua.App.Catalogue;
using MotCua.App.Forms;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Kernel;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Catalogue;

/// <summary>
/// A procedure with its seven mandatory parts (NĐ 63/2010 Điều 8 khoản 2). Of one that is not public the staff see everything with what is missing; people
/// are told its name, that it cannot be filed here yet, and where to go.
/// </summary>
[AllowAnonymous]
public sealed class ProcedureModel(
    ProcedurePages pages, PublicCatalogue catalogue, FillingTimes times, IAuthorizationService authorization, IOptions<ProvinceContact> contact, TimeProvider clock) : PageModel
{
    private const int MostAlike = 3;

    /// <summary>A procedure that cannot be filed here yet, for people who are not staff; null otherwise.</summary>
    public WaitingProcedure? Waiting { get; private set; }

    /// <summary>Where to go with it.</summary>
    public string Where { get; private set; } = "";

    /// <summary>Procedures with a similar name that can be filed here.</summary>
    public IReadOnlyList<PublicProcedure> Alike { get; private set; } = [];

    /// <summary>National hotline.</summary>
    public string Hotline => contact.Value.NationalHotline;

    /// <summary>What the page says.</summary>
    public ProcedurePage Procedure { get; private set; } = null!;

    /// <summary>The local day.</summary>
    public DateOnly Today => ProvinceTime.DateOf(clock.GetUtcNow());

    /// <summary>No new dossiers are taken today.</summary>
    public bool IsClosed => Procedure.Closing?.IsInForce(Today) == true;

    /// <summary>Estimated minutes to fill and attach.</summary>
    public int Minutes { get; private set; }

    /// <summary>Shows the page; another writing of the code leads to its own address.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (!ProcedureCode.TryNormalize(code, out var normal))
        {
            return NotFound();
        }

        if (normal != code)
        {
            return RedirectPermanent(Links.Procedure(normal));
        }

        if (await pages.PublicAsync(normal, ct) is { } open)
        {
            Procedure = open;
        }
        else if (await IsStaffAsync() && await pages.StaffAsync(normal, ct) is { } waiting)
        {
            Procedure = waiting;
        }
        else
        {
            var picture = await catalogue.PictureAsync(ct);
            Waiting = picture.FindWaiting(normal);
            if (Waiting is null)
            {
                return NotFound();
            }

            Where = WaitingWords.Where(Waiting, picture);
            Alike = [.. ProcedureFinder.Alike(picture, Waiting).Take(MostAlike)];
            return Page();
        }

        Minutes = await times.MinutesAsync(normal, Procedure.Papers, ct);
        return Page();
    }

    private async Task<bool> IsStaffAsync()
    {
        var officer = await HttpContext.AuthenticateAsync(Schemes.Officer);
        if (officer.Principal is not { } principal)
        {
            return false;
        }

        foreach (var policy in (string[])[Policies.ManageCatalogue, Policies.SeeDossiers])
        {
            if ((await authorization.AuthorizeAsync(principal, policy)).Succeeded)
            {
                return true;
            }
        }

        return false;
    }
}
