using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MotCua.App.Accounts;
using MotCua.Domain.Kernel;
using MotCua.Web.Components;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.SignIn;

/// <summary>An officer's own account: roles in force, change of password.</summary>
[Authorize(Policy = Policies.Officer)]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class OwnAccountModel(ChangeOfficerPasswordHandler change, UnitNames units, TimeProvider clock) : PageModel
{
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>();

    /// <summary>Present password.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Nhập mật khẩu hiện tại")]
    public string Current { get; set; } = "";

    /// <summary>New password.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Nhập mật khẩu mới")]
    public string NewPassword { get; set; } = "";

    /// <summary>The same again.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Nhập lại mật khẩu mới")]
    [Compare(nameof(NewPassword), ErrorMessage = "Hai lần nhập chưa giống nhau")]
    public string Repeat { get; set; } = "";

    /// <summary>The password was just changed.</summary>
    public bool Changed { get; private set; }

    /// <summary>Roles in force.</summary>
    public IReadOnlyList<Grant> Grants => User.ToActor().Grants;

    /// <summary>The officer's roles open no work of officers: this page is where they land.</summary>
    public bool HelpsOnly => StaffMenu.HomeOf(User.ToActor()) == Links.StaffAccount();

    /// <summary>Name of a unit.</summary>
    public string UnitName(string key) => _names.TryGetValue(key, out var name) ? name : key;

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(string? xong, CancellationToken ct)
    {
        Changed = xong is not null;
        _names = await units.AllAsync(ct);
    }

    /// <summary>Changes the password; this session goes on, the others end.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        _names = await units.AllAsync(ct);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var stamp = User.FindFirst(SessionClaims.Stamp)?.Value ?? "";
        var result = await change.HandleAsync(new ChangeOfficerPassword(User.HolderId(), stamp, Current, NewPassword, User.SessionId()), User.ToActor(), ct);
        if (!result.IsOk)
        {
            return this.Refuse(result.Problem);
        }

        var begun = new SessionBegun(User.SessionId(), User.HolderId(), result.Value);
        await HttpContext.SignInAsync(Schemes.Officer, SessionClaims.Ticket(begun, Schemes.Officer, clock.GetUtcNow()));
        return LocalRedirect(Links.StaffAccount() + "?xong=1");
    }
}
