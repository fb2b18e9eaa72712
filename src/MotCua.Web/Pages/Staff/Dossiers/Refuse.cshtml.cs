using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Dossiers;

/// <summary>Từ chối tiếp nhận (Mẫu 03).</summary>
[Authorize(Policy = Policies.ReceiveDossiers)]
public sealed class RefuseModel(DossierSheets sheets, RefuseIntakeHandler refuse) : ActPage(sheets)
{
    /// <summary>What is typed.</summary>
    public sealed class Typed
    {
        /// <summary>Ground.</summary>
        public string? Ground { get; set; }

        /// <summary>Words.</summary>
        public string? Text { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>Grounds.</summary>
    public IReadOnlyList<Choice> Grounds { get; } = [.. RefusalGrounds.All.Select(g => new Choice(g.Key, g.Value))];

    /// <inheritdoc />
    protected override DossierWork Work => DossierWork.RefuseIntake;

    /// <summary>Refuses.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AnswerAsync(await refuse.HandleAsync(new RefuseIntake(Code, SeenVersion, Input.Ground ?? "", Input.Text ?? ""), Actor, ct), "tu-choi", ct);
}
