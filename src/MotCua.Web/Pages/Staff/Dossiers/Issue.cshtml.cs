using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Dossiers;

/// <summary>Ban hành: the clerk gives number and date, stamps, and sends the result to the desk.</summary>
[Authorize(Policy = Policies.IssueResults)]
public sealed class IssueModel(DossierSheets sheets, IssueResultHandler issue, DocumentRegister register) : ActPage(sheets)
{
    /// <summary>What is typed.</summary>
    public sealed class Typed
    {
        /// <summary>Số văn bản.</summary>
        public string? Number { get; set; }

        /// <summary>Ký hiệu.</summary>
        public string? Symbol { get; set; }

        /// <summary>Form, signature and stamp are right.</summary>
        public IList<string> IsChecked { get; set; } = [];
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>What is confirmed.</summary>
    public IReadOnlyList<Choice> Checks { get; } = [new("true", "Đã kiểm tra thể thức, chữ ký, số trang và đã đóng dấu", "Có sai sót thì trả lại bước trước, ghi rõ lý do (NĐ 30/2020)")];

    /// <summary>Papers that go out.</summary>
    public IReadOnlyList<ResultSheet> Papers => Sheet.DecidedWithPapers ? [.. Sheet.Results.Where(r => r.State == ResultState.Draft)] : [];

    /// <summary>True when the leader granted.</summary>
    public bool IsGranted => Sheet.Dossier.DecidedOutcome == DossierOutcome.Granted;

    /// <inheritdoc />
    protected override DossierWork Work => DossierWork.Issue;

    /// <summary>Issues.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var typed = (Input.Number ?? "").Trim();
        int? number = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : null;
        if (typed.Length > 0 && number is null)
        {
            ModelState.AddModelError("Input.Number", DossierProblems.NoDocumentNumber.Title);
            return await AgainAsync(ct);
        }

        var command = new IssueResult(Code, SeenVersion, number, Input.Symbol ?? "", Input.IsChecked.Contains("true"), Links.Absolute(Request, Links.VerifyPattern()));
        return await AnswerAsync(await issue.HandleAsync(command, Actor, ct), "ban-hanh", ct);
    }

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken ct)
    {
        if (Papers.Count == 0) return;
        var proposal = await register.ProposeAsync(Sheet.Dossier, ct);
        Input = new Typed { Number = proposal.Number.ToString(CultureInfo.InvariantCulture), Symbol = proposal.Symbol };
    }
}
