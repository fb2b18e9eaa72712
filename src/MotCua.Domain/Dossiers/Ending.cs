using MotCua.Domain.Calendar;
using MotCua.Domain.Kernel;

namespace MotCua.Domain.Dossiers;

/// <summary>A drafted result, as the leader who decides sees it.</summary>
/// <param name="Id">Key.</param>
/// <param name="DraftedBy">Officer who drafted it.</param>
/// <param name="Sha256">Digest of its file.</param>
public sealed record DraftedResult(Guid Id, string DraftedBy, string Sha256);

/// <summary>The leader decides: granted or refused. A refusal is in writing with reasons, within the limit, and late after it (NĐ 61/2018 Đ19 k8).</summary>
public static class FinishDecision
{
    /// <summary>Grants: the drafted results are issued as <c>mã hồ sơ-KQ(n)</c> (NĐ 45/2020 Đ14 k3). Nobody decides on what they drafted.</summary>
    public static Result<IReadOnlyList<DossierEvent>> Grant(Dossier dossier, IReadOnlyList<DraftedResult> drafts, string leaderId)
    {
        if (!dossier.Lets(DossierAct.Finish)) return DossierProblems.NotNow;
        if (drafts.Count == 0) return DossierProblems.NoResult;
        if (drafts.Any(d => d.DraftedBy == leaderId)) return DossierProblems.OwnDraft;
        return Result<IReadOnlyList<DossierEvent>>.Ok([new DossierFinished(DossierOutcome.Granted, null, null, leaderId, true), .. Issued(dossier, drafts, leaderId)]);
    }

    /// <summary>Refuses in writing; drafted papers, when there are, go out with it.</summary>
    public static Result<IReadOnlyList<DossierEvent>> Refuse(Dossier dossier, IReadOnlyList<DraftedResult> drafts, WrittenRefusal refusal)
    {
        if (!dossier.Lets(DossierAct.Finish)) return DossierProblems.NotNow;
        if (refusal.Refusal() is { } problem) return problem;
        if (drafts.Any(d => d.DraftedBy == refusal.OfficerId)) return DossierProblems.OwnDraft;
        return Result<IReadOnlyList<DossierEvent>>.Ok(
            [new DossierFinished(DossierOutcome.Refused, refusal.GroundCode, refusal.NoteId, refusal.OfficerId, drafts.Count > 0), .. Issued(dossier, drafts, refusal.OfficerId)]);
    }

    private static IEnumerable<ResultIssued> Issued(Dossier dossier, IReadOnlyList<DraftedResult> drafts, string leaderId)
    {
        var number = DossierNumber.Parse(dossier.Number!, null);
        return drafts.Select((d, i) => new ResultIssued(d.Id, number.ResultCode(dossier.ResultCount + i + 1), d.Sha256, leaderId));
    }
}

/// <summary>What becomes of an issued result; it stays to be looked up as revoked or superseded (law rule 35).</summary>
public static class ResultDecision
{
    /// <summary>Thu hồi.</summary>
    public static Result<ResultRevoked> Revoke(Dossier dossier, Guid resultId, bool isInForce, string groundCode, Guid noteId, string reason, string leaderId)
    {
        if (!isInForce || dossier.ResultCount == 0) return DossierProblems.ResultNotInForce;
        return string.IsNullOrWhiteSpace(reason) ? DossierProblems.NoReason : new ResultRevoked(resultId, groundCode, noteId, leaderId);
    }

    /// <summary>Thay thế: a new result is issued and the old one points to it.</summary>
    public static Result<IReadOnlyList<DossierEvent>> Supersede(Dossier dossier, Guid oldId, bool isInForce, DraftedResult? successor, string leaderId)
    {
        if (!isInForce || dossier.State is not (DossierState.Finished or DossierState.Returned)) return DossierProblems.ResultNotInForce;
        if (successor is null) return DossierProblems.NoResult;
        if (successor.DraftedBy == leaderId) return DossierProblems.OwnDraft;
        var code = DossierNumber.Parse(dossier.Number!, null).ResultCode(dossier.ResultCount + 1);
        return Result<IReadOnlyList<DossierEvent>>.Ok([new ResultIssued(successor.Id, code, successor.Sha256, leaderId), new ResultSuperseded(oldId, successor.Id, leaderId)]);
    }
}

/// <summary>Xin lỗi và hẹn lại ngày trả, Mẫu 04: at most once; the first appointment is kept (NĐ 61/2018 Đ19 k9).</summary>
public static class ReappointmentDecision
{
    /// <summary>The event; the new appointment ends at closing time of the chosen day.</summary>
    public static Result<DossierReappointed> Decide(Dossier dossier, WorkingCalendar calendar, DateOnly newDueOn, Guid noteId, string reason, string officerId, DateTimeOffset now)
    {
        if (dossier.State is not (DossierState.Accepted or DossierState.Processing)) return DossierProblems.NotNow;
        if (dossier.ReappointmentCount > 0) return DossierProblems.ReappointOnce;
        if (dossier.DueAt is not { } due) return DossierProblems.NoAppointment;
        if (string.IsNullOrWhiteSpace(reason)) return DossierProblems.NoReason;
        var at = calendar.ClosingOf(newDueOn);
        return at <= due || at <= now ? DossierProblems.ReappointEarlier : new DossierReappointed(new Appointment(at, dossier.DueByHours, dossier.Limit), noteId, officerId);
    }
}

/// <summary>Rút hồ sơ at the applicant's request.</summary>
public static class WithdrawalDecision
{
    /// <summary>The event.</summary>
    public static Result<DossierWithdrawn> Decide(Dossier dossier, Guid noteId) =>
        dossier.Lets(DossierAct.Withdraw) ? new DossierWithdrawn(noteId) : DossierProblems.NotNow;
}

/// <summary>Dừng giải quyết and giải quyết tiếp, by decisions with a ground.</summary>
public static class StopDecision
{
    /// <summary>Dừng.</summary>
    public static Result<DossierStopped> Stop(Dossier dossier, string groundCode, Guid noteId, string reason, string leaderId)
    {
        if (!dossier.Lets(DossierAct.Stop)) return DossierProblems.NotNow;
        return string.IsNullOrWhiteSpace(reason) ? DossierProblems.NoReason : new DossierStopped(groundCode, noteId, leaderId);
    }

    /// <summary>Giải quyết tiếp; the appointment in force stays, and a Mẫu 04 may move it once.</summary>
    public static Result<DossierResumed> Resume(Dossier dossier, Guid noteId, string reason, string leaderId)
    {
        if (!dossier.Lets(DossierAct.Resume)) return DossierProblems.NotNow;
        return string.IsNullOrWhiteSpace(reason) ? DossierProblems.NoReason : new DossierResumed(noteId, leaderId, null);
    }

    /// <summary>Trả lại giấy tờ of a stopped dossier (NĐ 61/2018 Đ20 k2).</summary>
    public static Result<PapersGivenBack> GiveBack(Dossier dossier, Guid noteId, string officerId) =>
        dossier.Lets(DossierAct.GiveBackPapers) ? new PapersGivenBack(noteId, officerId) : DossierProblems.NotNow;
}

/// <summary>A hand-over of the result.</summary>
/// <param name="DeliveryId">Row of it.</param>
/// <param name="Way"><c>counter</c>, <c>post</c> or <c>online</c>.</param>
/// <param name="Recipient">Who takes it.</param>
/// <param name="IsApplicant">True when the recipient is the applicant.</param>
/// <param name="Mandate">Number and date of the authorisation, when another takes it.</param>
/// <param name="OfficerId">Who hands over.</param>
public sealed record HandingOver(Guid DeliveryId, string Way, string Recipient, bool IsApplicant, string Mandate, string OfficerId);

/// <summary>Trả kết quả: "Đã xử lý xong" without evidence of delivery is not "Đã trả" (law rules 31, 32; NĐ 61/2018 Đ6 k2 b). Lateness never blocks it.</summary>
public static class DeliveryDecision
{
    /// <summary>The ways of delivery with their Vietnamese names.</summary>
    public static readonly IReadOnlyList<KeyValuePair<string, string>> Ways =
        [new("counter", "Trực tiếp tại Bộ phận Một cửa"), new("post", "Qua bưu chính công ích"), new("online", "Bản điện tử trên Cổng dịch vụ công")];

    /// <summary>The event.</summary>
    public static Result<DossierReturned> Decide(Dossier dossier, HandingOver delivery)
    {
        if (!dossier.Lets(DossierAct.Deliver)) return DossierProblems.NotNow;
        if (Ways.All(w => w.Key != delivery.Way)) return DossierProblems.NoRecipient.Saying("Chọn cách trả kết quả.").For("Way");
        if (string.IsNullOrWhiteSpace(delivery.Recipient)) return DossierProblems.NoRecipient;
        return !delivery.IsApplicant && string.IsNullOrWhiteSpace(delivery.Mandate)
            ? DossierProblems.DeliveryNeedsMandate
            : new DossierReturned(delivery.Way, delivery.DeliveryId, delivery.OfficerId);
    }
}

/// <summary>Mở lại to mend a mistake: the old timeline stays and events are added (law rule 25).</summary>
public static class ReopeningDecision
{
    /// <summary>The event; the work goes to the step given.</summary>
    public static Result<DossierReopened> Decide(Dossier dossier, StepPlace step, Guid noteId, string reason, string leaderId)
    {
        if (!dossier.Lets(DossierAct.Reopen) || !dossier.IsAccepted) return DossierProblems.NotNow;
        return string.IsNullOrWhiteSpace(reason) ? DossierProblems.NoReason : new DossierReopened(noteId, leaderId, step.Id, step.Number, step.Role, step.UnitKey);
    }
}
