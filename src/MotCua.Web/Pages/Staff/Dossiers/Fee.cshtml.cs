using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Dossiers;
using MotCua.Web.Components;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Staff.Dossiers;

/// <summary>Money at the desk: a fee taken, money asked for after acceptance, money settled or waived.</summary>
[Authorize(Policy = Policies.SeeDossiers)]
public sealed class FeeModel(DossierSheets sheets, RecordFeeHandler record, RequestPaymentHandler request, SettlePaymentHandler settle) : ActPage(sheets)
{
    /// <summary>What is typed.</summary>
    public sealed class Typed
    {
        /// <summary>Amount as typed.</summary>
        public string? AmountVnd { get; set; }

        /// <summary>Receipt.</summary>
        public string? ReceiptNumber { get; set; }

        /// <summary>For what.</summary>
        public string? Text { get; set; }

        /// <summary><c>1</c> = waived.</summary>
        public string? Waived { get; set; }
    }

    /// <summary>Which act.</summary>
    [BindProperty(SupportsGet = true)]
    public string Act { get; set; } = "";

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>Paid or waived.</summary>
    public IReadOnlyList<Choice> Settlements { get; } = [new("0", "Nộp đủ, có biên lai hoặc chứng từ"), new("1", "Được miễn theo quy định")];

    /// <summary>Heading.</summary>
    public string Heading => Act switch { "thu-phi" => "Thu phí, lệ phí", "yeu-cau-nop" => "Yêu cầu nghĩa vụ tài chính", _ => "Xác nhận nghĩa vụ tài chính" };

    /// <inheritdoc />
    protected override DossierWork Work => Act switch { "thu-phi" => DossierWork.RecordFee, "yeu-cau-nop" => DossierWork.RequestPayment, _ => DossierWork.SettlePayment };

    /// <summary>Records.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Amounts.Read(Input.AmountVnd) is not { } amount)
        {
            ModelState.AddModelError("Input.AmountVnd", Amounts.Wrong);
            return await AgainAsync(ct);
        }

        var result = Act switch
        {
            "thu-phi" => await record.HandleAsync(new RecordFee(Code, SeenVersion, amount, Input.ReceiptNumber ?? ""), Actor, ct),
            "yeu-cau-nop" => await request.HandleAsync(new RequestPayment(Code, SeenVersion, amount, Input.Text ?? ""), Actor, ct),
            _ => await settle.HandleAsync(new SettlePayment(Code, SeenVersion, amount, Input.Waived == "1", Input.ReceiptNumber ?? ""), Actor, ct),
        };
        return await AnswerAsync(result, Act, ct);
    }

    /// <inheritdoc />
    protected override Task PrepareAsync(CancellationToken ct)
    {
        var due = Sheet.Dossier.FeeVnd - Sheet.Dossier.PaidVnd;
        Input.AmountVnd = due > 0 && Act != "yeu-cau-nop" ? due.ToString(CultureInfo.InvariantCulture) : "";
        Input.Waived = "0";
        return Task.CompletedTask;
    }
}
