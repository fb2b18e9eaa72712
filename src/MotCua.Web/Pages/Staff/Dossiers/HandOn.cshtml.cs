using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Dossiers;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Dossiers;

/// <summary>Chuyển bước.</summary>
[Authorize(Policy = Policies.SeeDossiers)]
public sealed class HandOnModel(DossierSheets sheets, HandOnStepHandler handOn) : ActPage(sheets)
{
    /// <summary>What is typed.</summary>
    public sealed class Typed
    {
        /// <summary>Who is to do the next step.</summary>
        public string? OfficerId { get; set; }

        /// <summary>Opinion.</summary>
        public string? Text { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>Who may be given the next step.</summary>
    public IReadOnlyList<Choice> Officers => [.. Sheet.NextOfficers.Select(o => new Choice(o.Key, o.Value))];

    /// <inheritdoc />
    protected override DossierWork Work => DossierWork.HandOn;

    /// <summary>Hands on.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AnswerAsync(await handOn.HandleAsync(new HandOnStep(Code, SeenVersion, Input.OfficerId, Input.Text), Actor, ct), "chuyen-buoc", ct);
}
