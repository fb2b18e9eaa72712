using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Web.Hosting;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Mine;

/// <summary>Rút hồ sơ, with the reason.</summary>
[Authorize(Policy = Policies.Citizen)]
public sealed class WithdrawModel(OwnDossierSheets sheets, WithdrawDossierHandler withdraw) : PageModel
{
    /// <summary>The dossier.</summary>
    public OwnDossierSheet Sheet { get; private set; } = null!;

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct) => await LoadAsync(code, ct) ?? (Sheet.MayWithdraw ? Page() : Redirect(Links.MyDossier(code)));

    /// <summary>Withdraws.</summary>
    public async Task<IActionResult> OnPostAsync(string code, [FromForm] int seen, CancellationToken ct)
    {
        if (await LoadAsync(code, ct) is { } refused) return refused;
        if (string.IsNullOrWhiteSpace(Reason)) return this.Refuse(DossierProblems.NoReason.Saying("Ghi lý do rút hồ sơ, ví dụ: khai nhầm, sẽ nộp lại.").For(nameof(Reason)));
        if (Reason.Length > 500) return this.Refuse(DossierProblems.NoReason.Saying("Lý do dài quá 500 ký tự. Rút ngắn lại.").For(nameof(Reason)));
        var done = await withdraw.HandleAsync(new WithdrawDossier(Sheet.Dossier.Code, seen, Reason), User.ToActor(), ct);
        return done.IsOk ? Redirect(Links.MyDossier(done.Value.Code)) : this.Refuse(done.Problem);
    }

    private async Task<IActionResult?> LoadAsync(string code, CancellationToken ct)
    {
        if (await sheets.FindAsync(code, User.ToActor(), ct) is not { } sheet) return NotFound();
        Sheet = sheet;
        return null;
    }
}
