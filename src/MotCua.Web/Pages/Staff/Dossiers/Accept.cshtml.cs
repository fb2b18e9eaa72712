using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Dossiers;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Dossiers;

/// <summary>Tiếp nhận an online dossier.</summary>
[Authorize(Policy = Policies.ReceiveDossiers)]
public sealed class AcceptModel(DossierSheets sheets, AcceptancePreviews previews, AcceptDossierHandler accept) : ActPage(sheets)
{
    /// <summary>What is typed.</summary>
    public sealed class Typed
    {
        /// <summary>Case of the limit.</summary>
        public string? LimitCase { get; set; }

        /// <summary>Why another case than the applicant chose.</summary>
        public string? CaseReason { get; set; }

        /// <summary>Fee, đồng, as typed.</summary>
        public string? FeeVnd { get; set; }

        /// <summary><c>digitised</c>, <c>reused</c>.</summary>
        public List<string> Marks { get; set; } = [];
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>When it would be due.</summary>
    public IReadOnlyList<AcceptancePreview> Previews { get; private set; } = [];

    /// <summary>Cases of the limit.</summary>
    public IReadOnlyList<Choice> Cases => [.. Previews.Select(p => new Choice(p.Case, p.CaseText, $"{p.Limit}: hẹn trả {Say.InstantWithDay(p.DueAt)}"))];

    /// <summary>The case that the applicant chose, in words; empty when it was left to the desk.</summary>
    public string ChosenCase => Previews.FirstOrDefault(p => p.Case == Sheet.Dossier.LimitCase && p.Case.Length > 0)?.CaseText ?? "";

    /// <summary>Facts to record.</summary>
    public IReadOnlyList<Choice> Marks { get; } =
        [new("digitised", "Đã số hóa giấy tờ nộp bản giấy"), new("reused", "Đã dùng lại giấy tờ cơ quan nhà nước đang có, không yêu cầu nộp")];

    /// <summary>What the procedure says of the fee.</summary>
    public string FeeHint => Sheet.Content.Fees.Count == 0 ? "Thủ tục không thu phí, lệ phí thì để 0" : string.Join("; ", Sheet.Content.Fees.Take(3).Select(f => f.AmountVnd is { } a ? $"{f.Name}: {DossierWords.Money(a)}" : $"{f.Name}: {f.Text}"));

    /// <inheritdoc />
    protected override DossierWork Work => DossierWork.Accept;

    /// <summary>Accepts.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Amounts.Read(Input.FeeVnd) is not { } fee)
        {
            ModelState.AddModelError("Input.FeeVnd", Amounts.Wrong);
            return await AgainAsync(ct);
        }

        var command = new AcceptDossier(Code, SeenVersion, Input.LimitCase ?? "", fee, Input.Marks.Contains("digitised"), Input.Marks.Contains("reused"), Input.CaseReason ?? "");
        return await AnswerAsync(await accept.HandleAsync(command, Actor, ct), "tiep-nhan", ct);
    }

    /// <inheritdoc />
    protected override Task PrepareAsync(CancellationToken ct)
    {
        Input.FeeVnd = Sheet.StatedFeeVnd.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Input.LimitCase = Sheet.Dossier.LimitCase;
        Input.Marks = Sheet.Components.Any(c => c.Given.Any(g => g.Way == "store")) ? ["reused"] : [];
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    protected override async Task ShowAsync(CancellationToken ct) => Previews = await previews.OfAsync(Sheet.Dossier, ct);
}
