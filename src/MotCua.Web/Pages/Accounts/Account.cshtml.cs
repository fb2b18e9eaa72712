using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Accounts;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Accounts;

/// <summary>A citizen's account: what the provider said, and the open sessions.</summary>
[Authorize(Policy = Policies.Citizen)]
public sealed class AccountModel(AccountSheets accounts, Sessions sessions) : PageModel
{
    /// <summary>The account.</summary>
    public AccountSheet Sheet { get; private set; } = null!;

    /// <summary>The session of this request.</summary>
    public Guid Here => User.SessionId();

    /// <summary>Other sessions were just ended.</summary>
    public bool Ended { get; private set; }

    /// <summary>Shows the account.</summary>
    public async Task<IActionResult> OnGetAsync(string? xong, CancellationToken ct)
    {
        Ended = xong is not null;
        return await accounts.FindAsync(User.HolderId(), ct) is { } sheet ? Show(sheet) : NotFound();
    }

    /// <summary>Ends the other sessions.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await sessions.EndAllAsync(User.HolderId(), Here, ct);
        return LocalRedirect(Links.Account() + "?xong=1");
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Show(AccountSheet sheet)
    {
        Sheet = sheet;
        return Page();
    }
}
