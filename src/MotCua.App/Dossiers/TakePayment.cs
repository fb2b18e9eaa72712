using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>Thu phí, lệ phí tại quầy.</summary>
/// <param name="Code">Number.</param>
/// <param name="SeenVersion">The version the officer saw.</param>
/// <param name="AmountVnd">Taken, đồng.</param>
/// <param name="ReceiptNumber">Number of the receipt.</param>
public sealed record RecordFee(string Code, int SeenVersion, long AmountVnd, string ReceiptNumber);

/// <summary>Records a fee taken at the desk (NĐ 61/2018 Đ22).</summary>
public sealed class RecordFeeHandler(Workbench bench)
{
    /// <summary>Records, or says why not.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(RecordFee command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.RecordFee, "FeeRecording", ct);
        if (!opened.IsOk) return opened.Problem;
        var recorded = FeeRecordDecision.Decide(opened.Value.Dossier, command.AmountVnd, command.ReceiptNumber, actor.Id);
        return recorded.IsOk ? await bench.CommitAsync(opened.Value, ct, recorded.Value) : recorded.Problem;
    }
}

/// <summary>Yêu cầu nghĩa vụ tài chính after acceptance.</summary>
/// <param name="Code">Number.</param>
/// <param name="SeenVersion">The version the officer saw.</param>
/// <param name="AmountVnd">Due, đồng.</param>
/// <param name="Text">For what, on which ground.</param>
public sealed record RequestPayment(string Code, int SeenVersion, long AmountVnd, string Text);

/// <summary>Asks for money due; the work waits in state 6.</summary>
public sealed class RequestPaymentHandler(Workbench bench)
{
    /// <summary>Asks, or says why not.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(RequestPayment command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.RequestPayment, "PaymentRequesting", ct);
        if (!opened.IsOk) return opened.Problem;
        if (string.IsNullOrWhiteSpace(command.Text)) return DossierProblems.NoReason;
        var requested = PaymentRequestDecision.Decide(opened.Value.Dossier, command.AmountVnd, "nghia-vu-tai-chinh", actor.Id);
        if (!requested.IsOk) return requested.Problem;
        bench.Note(opened.Value, nameof(PaymentRequested), command.Text, true);
        await bench.LeaveAsync(opened.Value, "interrupted", ct);
        return await bench.CommitAsync(opened.Value, ct, requested.Value);
    }
}

/// <summary>Xác nhận đã nộp hoặc được miễn.</summary>
/// <param name="Code">Number.</param>
/// <param name="SeenVersion">The version the officer saw.</param>
/// <param name="AmountVnd">Paid, đồng; 0 when waived.</param>
/// <param name="IsWaived">Waived by law.</param>
/// <param name="ReceiptNumber">Number of the receipt, or the ground of the waiver.</param>
public sealed record SettlePayment(string Code, int SeenVersion, long AmountVnd, bool IsWaived, string ReceiptNumber);

/// <summary>Settles; the work goes on at its step.</summary>
public sealed class SettlePaymentHandler(MotCuaDb db, Workbench bench)
{
    /// <summary>Settles, or says why not.</summary>
    public async Task<Result<DossierReceipt>> HandleAsync(SettlePayment command, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var opened = await bench.OpenAsync(command.Code, command.SeenVersion, actor, DossierWork.SettlePayment, "PaymentSettling", ct);
        if (!opened.IsOk) return opened.Problem;
        var (dossier, open) = (opened.Value.Dossier, opened.Value);
        if (string.IsNullOrWhiteSpace(command.ReceiptNumber)) return DossierProblems.NoReceipt;
        var terms = await bench.TermsAsync(dossier, null, ct);
        if (!terms.IsOk) return terms.Problem;
        var requestedAt = await db.DossierEvents.Where(e => e.DossierId == dossier.Id && e.Name == nameof(PaymentRequested)).MaxAsync(e => (DateTimeOffset?)e.At, ct) ?? open.Now;
        var startedAt = await db.DossierEvents.Where(e => e.DossierId == dossier.Id && e.Name == nameof(SupplementReceived)).MaxAsync(e => (DateTimeOffset?)e.At, ct) ?? dossier.AcceptedAt ?? open.Now;
        var settled = PaymentSettlementDecision.Decide(dossier, terms.Value, await bench.CalendarAsync(dossier, ct), command.AmountVnd, false, command.IsWaived, startedAt, requestedAt, open.Now);
        if (!settled.IsOk) return settled.Problem;
        bench.Note(open, nameof(PaymentSettled), command.ReceiptNumber, true);
        var goesOn = await bench.GoOnAsync(open, ct);
        return goesOn.IsOk ? await bench.CommitAsync(open, ct, settled.Value, goesOn.Value) : goesOn.Problem;
    }
}
