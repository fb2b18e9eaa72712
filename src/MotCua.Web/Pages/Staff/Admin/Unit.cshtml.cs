using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Calendar;
using MotCua.App.Catalogue;
using MotCua.App.Dossiers;
using MotCua.App.Organisations;
using MotCua.Domain.Kernel;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Admin;

/// <summary>One unit: contact and identifier.</summary>
[Authorize(Policy = Policies.ManageUnits)]
public sealed class UnitModel(UnitSheets sheets, EditUnitHandler edit, WorkingCalendars calendars, TimeProvider clock, CatalogueCache catalogue, FilingCache filing) : PageModel
{
    /// <summary>What is typed.</summary>
    public sealed class Typed
    {
        /// <summary>Address.</summary>
        public string? Address { get; set; }

        /// <summary>What the desk is called.</summary>
        public string? DeskName { get; set; }

        /// <summary>Telephone.</summary>
        public string? Phone { get; set; }

        /// <summary>E-mail.</summary>
        public string? Email { get; set; }

        /// <summary>Mã định danh.</summary>
        public string? IdentifierCode { get; set; }

        /// <summary>Not read in a decision yet.</summary>
        public bool Provisional { get; set; }

        /// <summary>The decision.</summary>
        public string? Decision { get; set; }
    }

    /// <summary>The unit.</summary>
    public UnitRow Unit { get; private set; } = null!;

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>It was just saved.</summary>
    public bool Saved { get; private set; }

    /// <summary>Working hours of the week, in words.</summary>
    public string Hours { get; private set; } = "";

    /// <summary>May change the identifier.</summary>
    public bool MayIdentify => User.ToActor().Has(Role.ProvinceAdministrator);

    /// <summary>Shows the unit.</summary>
    public async Task<IActionResult> OnGetAsync(string key, string? xong, CancellationToken ct)
    {
        if (await sheets.FindAsync(User.ToActor(), key, ct) is not { } unit)
        {
            return NotFound();
        }

        Saved = xong is not null;
        await ShowAsync(unit, ct);
        Input = new Typed { Address = unit.Address, DeskName = unit.DeskName, Phone = unit.Phone, Email = unit.Email, IdentifierCode = unit.IdentifierCode, Provisional = unit.IdentifierProvisional };
        return Page();
    }

    /// <summary>Saves.</summary>
    public async Task<IActionResult> OnPostAsync(string key, CancellationToken ct)
    {
        if (await sheets.FindAsync(User.ToActor(), key, ct) is not { } unit)
        {
            return NotFound();
        }

        await ShowAsync(unit, ct);
        var (code, provisional) = MayIdentify ? (Input.IdentifierCode ?? "", Input.Provisional) : (unit.IdentifierCode, unit.IdentifierProvisional);
        var result = await edit.HandleAsync(new EditUnit(key, Input.Address ?? "", Input.Phone ?? "", Input.Email ?? "", Input.DeskName ?? "", code, provisional, Input.Decision ?? ""), User.ToActor(), ct);
        if (!result.IsOk)
        {
            return this.Refuse(result.Problem, nameof(Input));
        }

        // What people read of a desk is in memory: from now on they read the new
        catalogue.Forget();
        filing.Forget();
        return LocalRedirect(Links.AdminUnit(key) + "?xong=1");
    }

    private async Task ShowAsync(UnitRow unit, CancellationToken ct)
    {
        Unit = unit;
        Hours = HoursModel.Words((await calendars.ForAsync(unit.Key, ct)).HoursOn(ProvinceTime.DateOf(clock.GetUtcNow())).ToString()!);
    }
}
