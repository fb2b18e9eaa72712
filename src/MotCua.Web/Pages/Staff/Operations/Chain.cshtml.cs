using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Dossiers;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Operations;

/// <summary>Chuỗi sự kiện của một hồ sơ: each event with its hashes, and whether the chain holds. The code is posted, so that it is in no address.</summary>
[Authorize(Policy = Policies.SeeTrail)]
public sealed class ChainModel(DossierChains chains) : PageModel
{
    /// <summary>Number or submission code.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Nhập mã hồ sơ")]
    [StringLength(40, ErrorMessage = "Mã hồ sơ không quá 40 ký tự")]
    public string? Code { get; set; }

    /// <summary>The chain.</summary>
    public ChainSheet? Sheet { get; private set; }

    /// <summary>Proves the chain and shows it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            Sheet = await chains.FindAsync(Code!.Trim(), ct);
            if (Sheet is null)
            {
                ModelState.AddModelError(nameof(Code), "Không có hồ sơ nào mang mã này. Kiểm tra lại từng ký tự");
            }
        }

        return Page();
    }
}
