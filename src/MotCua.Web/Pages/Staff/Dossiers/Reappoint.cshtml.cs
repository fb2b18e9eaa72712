using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Dossiers;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Dossiers;

/// <summary>Xin lỗi và hẹn lại (Mẫu 04), once.</summary>
[Authorize(Policy = Policies.DecideDossiers)]
public sealed class ReappointModel(DossierSheets sheets, ReappointDossierHandler reappoint) : ActPage(sheets)
{
    /// <summary>What is typed.</summary>
    public sealed class Typed
    {
        /// <summary>Who is late and why.</summary>
        public string? Text { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>The new day.</summary>
    [BindProperty]
    public DateBoxes NewDueOn { get; set; } = new();

    /// <inheritdoc />
    protected override DossierWork Work => DossierWork.Reappoint;

    /// <summary>Re-appoints.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var on = NewDueOn.Read("Ngày hẹn lại", nameof(NewDueOn), ModelState, required: true);
        if (!ModelState.IsValid || on is not { } date) return await AgainAsync(ct);
        var result = await reappoint.HandleAsync(new ReappointDossier(Code, SeenVersion, date, Input.Text ?? ""), Actor, ct);
        return await AnswerAsync(result, "hen-lai", ct, result.Problem?.Field == nameof(NewDueOn) ? "" : "Input");
    }
}
