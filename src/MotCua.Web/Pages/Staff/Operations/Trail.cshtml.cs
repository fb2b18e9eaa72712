using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Accounts;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Operations;

/// <summary>Nhật ký: acts of administration and security by key, newest first. No personal data.</summary>
[Authorize(Policy = Policies.SeeTrail)]
public sealed class TrailModel(AuditReading trail) : PageModel
{
    /// <summary>Subject, actor or action.</summary>
    [BindProperty(SupportsGet = true, Name = "khoa")]
    public string? Key { get; set; }

    /// <summary>The page starts before this key.</summary>
    [BindProperty(SupportsGet = true, Name = "truoc")]
    public Guid? Before { get; set; }

    /// <summary>The rows.</summary>
    public TrailPage Trail { get; private set; } = new([], null);

    /// <summary>Shows the rows.</summary>
    public async Task OnGetAsync(CancellationToken ct) => Trail = await trail.ListAsync(JournalWords.CodeOf(Key), Before, ct);
}
