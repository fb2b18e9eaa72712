using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Dossiers;

/// <summary>The leader decides: granted or refused.</summary>
[Authorize(Policy = Policies.DecideDossiers)]
public sealed class DecideModel(DossierSheets sheets, DecideDossierHandler decide) : ActPage(sheets)
{
    /// <summary>What is typed.</summary>
    public sealed class Typed
    {
        /// <summary><c>granted</c>, <c>refused</c>, or <c>refused-with</c> the drafts.</summary>
        public string? Decision { get; set; }

        /// <summary>Ground of a refusal.</summary>
        public string? Ground { get; set; }

        /// <summary>Reasons of a refusal.</summary>
        public string? Text { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>Granted or refused; with drafts, a refusal says whether they go with it.</summary>
    public IReadOnlyList<Choice> Decisions => Sheet.Results.Any(r => r.State == ResultState.Draft)
        ? [new("granted", "Đồng ý giải quyết", "Phát hành các dự thảo ở trên"), new("refused", "Từ chối giải quyết", "Bằng Mẫu 03; các dự thảo ở trên không được phát hành"), new("refused-with", "Từ chối giải quyết, kèm văn bản đã soạn ở trên", "Khi dự thảo ở trên là văn bản từ chối")]
        : [new("granted", "Đồng ý giải quyết", "Cần một dự thảo do chuyên viên soạn"), new("refused", "Từ chối giải quyết", "Bằng Mẫu 03, có căn cứ và lý do")];

    /// <summary>Grounds.</summary>
    public IReadOnlyList<Choice> Grounds { get; } = [.. RefusalGrounds.All.Select(g => new Choice(g.Key, g.Value))];

    /// <inheritdoc />
    protected override DossierWork Work => DossierWork.Decide;

    /// <summary>Decides.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Input.Decision is not ("granted" or "refused" or "refused-with"))
        {
            ModelState.AddModelError("Input.Decision", "Chọn đồng ý hoặc từ chối giải quyết");
            return await AgainAsync(ct);
        }

        var verify = Links.Absolute(Request, Links.VerifyPattern());
        var command = new DecideDossier(Code, SeenVersion, Input.Decision == "granted", Input.Ground ?? "", Input.Text ?? "", verify, Input.Decision == "refused-with");
        return await AnswerAsync(await decide.HandleAsync(command, Actor, ct), "duyet", ct);
    }
}
