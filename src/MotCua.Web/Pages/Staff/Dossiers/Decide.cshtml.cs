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
        /// <summary><c>granted</c> or <c>refused</c>.</summary>
        public string? Decision { get; set; }

        /// <summary>Ground of a refusal.</summary>
        public string? Ground { get; set; }

        /// <summary>Reasons of a refusal.</summary>
        public string? Text { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>Granted or refused.</summary>
    public IReadOnlyList<Choice> Decisions { get; } = [new("granted", "Đồng ý giải quyết", "Phát hành các dự thảo ở trên"), new("refused", "Từ chối giải quyết", "Bằng văn bản, có căn cứ và lý do")];

    /// <summary>Grounds.</summary>
    public IReadOnlyList<Choice> Grounds { get; } = [.. RefusalGrounds.All.Select(g => new Choice(g.Key, g.Value))];

    /// <inheritdoc />
    protected override DossierWork Work => DossierWork.Decide;

    /// <summary>Decides.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Input.Decision is not ("granted" or "refused"))
        {
            ModelState.AddModelError("Input.Decision", "Chọn đồng ý hoặc từ chối giải quyết");
            return await AgainAsync(ct);
        }

        var verify = Links.Absolute(Request, Links.VerifyPattern());
        var command = new DecideDossier(Code, SeenVersion, Input.Decision == "granted", Input.Ground ?? "", Input.Text ?? "", verify);
        return await AnswerAsync(await decide.HandleAsync(command, Actor, ct), "duyet", ct);
    }
}
