using MotCua.Domain.Calendar;
using MotCua.Domain.Kernel;

namespace MotCua.Domain.Dossiers;

/// <summary>
/// Yêu cầu bổ sung after acceptance: by the desk (NĐ 61/2018 Đ5 k1 e), once (Đ11 k2 c), within three working days of acceptance (Đ19 k4). A second
/// or late one needs a recorded ground in specialised law; a second one is also a violation and late by QĐ 766.
/// </summary>
public static class SupplementRequestDecision
{
    /// <summary>The event of the request.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="terms">Of its procedure version.</param>
    /// <param name="calendar">Working time of the handling unit.</param>
    /// <param name="demand">What is asked.</param>
    /// <param name="overrideGround">Ground in specialised law for a second or late request; null or empty = none.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<SupplementRequested> Decide(Dossier dossier, ProcedureTerms terms, WorkingCalendar calendar, Demand demand, string? overrideGround, DateTimeOffset now)
    {
        if (!dossier.Lets(DossierAct.RequestSupplement)) return DossierProblems.NotNow;
        if (dossier.IsDecided) return DossierProblems.AlreadyDecided;
        var hasGround = !string.IsNullOrWhiteSpace(overrideGround);
        if (dossier.SupplementCount > 0 && !hasGround) return DossierProblems.SupplementOnce;
        if (!hasGround && !SupplementWindow.Of(dossier.AcceptedAt!.Value, calendar).IsOpen(now)) return DossierProblems.SupplementTooLate;
        if (demand.Refusal(terms, now) is { } problem) return problem;
        return new SupplementRequested(demand.RequestId, demand.OfficerId, demand.RespondBy, hasGround ? "chuyen-nganh" : null);
    }
}

/// <summary>
/// Nhận đủ bổ sung: the statutory limit is counted again from zero (NĐ 61/2018 Đ19 k4) while the clock of QĐ 766 only leaves the waiting out; the two may
/// give different verdicts on the same dossier.
/// </summary>
public static class SupplementReceiptDecision
{
    /// <summary>The event of receipt.</summary>
    /// <param name="dossier">The dossier, waiting.</param>
    /// <param name="terms">Of its procedure version.</param>
    /// <param name="calendar">Working time of the handling unit.</param>
    /// <param name="requestId">The request that is answered.</param>
    /// <param name="earlier">Waits of earlier requests, ended.</param>
    /// <param name="now">Now, UTC.</param>
    public static Result<SupplementReceived> Decide(
        Dossier dossier, ProcedureTerms terms, WorkingCalendar calendar, Guid requestId, IReadOnlyList<Standstill> earlier, DateTimeOffset now)
    {
        if (!dossier.Lets(DossierAct.ReceiveSupplement) || dossier.AskedAt is not { } asked) return DossierProblems.NotNow;
        var waited = (int)calendar.WorkingTimeBetween(asked, now).TotalMinutes;
        DateTimeOffset? indexDue = terms.Limit is { } limit
            ? new IndexClock(limit, dossier.AcceptedAt!.Value, [.. earlier, new Standstill(asked, now)]).DueAt(calendar)
            : null;
        return new SupplementReceived(requestId, terms.AppointmentFrom(now, calendar), indexDue, waited);
    }
}
