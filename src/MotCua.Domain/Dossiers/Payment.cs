using MotCua.Domain.Calendar;
using MotCua.Domain.Kernel;

namespace MotCua.Domain.Dossiers;

/// <summary>Yêu cầu nghĩa vụ tài chính after acceptance (state 6).</summary>
public static class PaymentRequestDecision
{
    /// <summary>Largest amount taken as not mistyped.</summary>
    public const long Largest = 10_000_000_000;

    /// <summary>The event of the request.</summary>
    public static Result<PaymentRequested> Decide(Dossier dossier, long amountVnd, string groundCode, string officerId)
    {
        if (!dossier.Lets(DossierAct.RequestPayment)) return DossierProblems.NotNow;
        if (dossier.IsDecided) return DossierProblems.AlreadyDecided;
        return amountVnd is <= 0 or > Largest ? DossierProblems.AmountWrong : new PaymentRequested(amountVnd, groundCode, officerId);
    }
}

/// <summary>Đã nộp or được miễn: the work goes on. The statutory clock stood still only where the procedure says so with a legal basis (law rule 18).</summary>
public static class PaymentSettlementDecision
{
    /// <summary>The event of settlement.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="terms">Of its procedure version.</param>
    /// <param name="calendar">Working time of the handling unit.</param>
    /// <param name="amountVnd">Paid, đồng; 0 when waived.</param>
    /// <param name="online">Paid online.</param>
    /// <param name="waived">Waived by law.</param>
    /// <param name="startedAt">Start of the statutory clock.</param>
    /// <param name="requestedAt">When the money was asked for.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<PaymentSettled> Decide(
        Dossier dossier, ProcedureTerms terms, WorkingCalendar calendar, long amountVnd, bool online, bool waived, DateTimeOffset startedAt, DateTimeOffset requestedAt, DateTimeOffset now)
    {
        if (!dossier.Lets(DossierAct.SettlePayment)) return DossierProblems.NotNow;
        if (waived ? amountVnd != 0 : amountVnd is <= 0 or > PaymentRequestDecision.Largest) return DossierProblems.AmountWrong;
        Appointment? due = null;
        if (terms.PaymentPauseBasis.Length > 0 && terms.Limit is { } limit)
        {
            due = new Appointment(Deadlines.DueAt(limit, startedAt, calendar, [new Standstill(requestedAt, now)]), !limit.IsJudgedByDate, limit.ToString());
        }

        return new PaymentSettled(amountVnd, online, waived, due);
    }
}

/// <summary>Thu phí, lệ phí tại quầy: recorded with the receipt's number (NĐ 61/2018 Đ22).</summary>
public static class FeeRecordDecision
{
    /// <summary>The event of the record. A dossier that has ended unaccepted takes no money.</summary>
    public static Result<FeeRecorded> Decide(Dossier dossier, long amountVnd, string receiptNumber, string officerId)
    {
        if (!dossier.IsAccepted || dossier.State is DossierState.Withdrawn or DossierState.Stopped or DossierState.AwaitingPayment) return DossierProblems.NotNow;
        if (amountVnd is <= 0 or > PaymentRequestDecision.Largest) return DossierProblems.AmountWrong;
        return string.IsNullOrWhiteSpace(receiptNumber) ? DossierProblems.NoReceipt : new FeeRecorded(amountVnd, false, receiptNumber.Trim(), officerId);
    }
}
