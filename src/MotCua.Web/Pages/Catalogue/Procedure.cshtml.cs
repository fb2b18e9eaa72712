using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Catalogue;
using MotCua.App.Forms;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Kernel;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Catalogue;

/// <summary>A procedure with its seven mandatory parts (NĐ 63/2010 Điều 8 khoản 2). One that is not public is there for staff only.</summary>
[AllowAnonymous]
public sealed class ProcedureModel(ProcedurePages pages, FillingTimes times, IAuthorizationService authorization, TimeProvider clock) : PageModel
{
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
            return NotFound();
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
