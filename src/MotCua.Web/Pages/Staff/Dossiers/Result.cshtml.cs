using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Dossiers;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Dossiers;

/// <summary>Thu hồi or thay thế an issued result.</summary>
[Authorize(Policy = Policies.DecideDossiers)]
public sealed class ResultModel(DossierSheets sheets, RevokeResultHandler revoke, SupersedeResultHandler supersede) : ActPage(sheets)
{
    /// <summary>What is typed.</summary>
    public sealed class Typed
    {
        /// <summary><c>revoke</c>, or the id of the draft that replaces it.</summary>
        public string? Way { get; set; }

        /// <summary>Why.</summary>
        public string? Text { get; set; }
    }

    /// <summary>The result.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>The result, or null.</summary>
    public ResultSheet? Result => Sheet.Results.FirstOrDefault(r => r.Id == Id);

    /// <summary>Revoke, or each draft that may replace it.</summary>
    public IReadOnlyList<Choice> Ways => [new("revoke", "Thu hồi"), .. Sheet.Results.Where(r => r.State == ResultState.Draft).Select(r => new Choice(r.Id.ToString("N"), $"Thay thế bằng dự thảo «{r.Title}»", $"Soạn: {r.DraftedBy}"))];

    /// <inheritdoc />
    protected override DossierWork Work => DossierWork.RevokeResult;

    /// <summary>Revokes or replaces.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Guid.TryParse(Input.Way, out var draft))
        {
            var verify = Links.Absolute(Request, Links.VerifyPattern());
            return await AnswerAsync(await supersede.HandleAsync(new SupersedeResult(Code, SeenVersion, Id, draft, verify), Actor, ct), "thay-the", ct);
        }

        if (Input.Way != "revoke")
        {
            ModelState.AddModelError("Input.Way", "Chọn thu hồi hoặc thay thế");
            return await AgainAsync(ct);
        }

        return await AnswerAsync(await revoke.HandleAsync(new RevokeResult(Code, SeenVersion, Id, Input.Text ?? ""), Actor, ct), "thu-hoi-ket-qua", ct);
    }
}
