using MotCua.Domain.Calendar;
using MotCua.Domain.Kernel;

namespace MotCua.Domain.Dossiers;

/// <summary>A drafted result, as the leader who decides sees it.</summary>
/// <param name="Id">Key.</param>
/// <param name="DraftedBy">Officer who drafted it.</param>
/// <param name="Sha256">Digest of its file.</param>
public sealed record DraftedResult(Guid Id, string DraftedBy, string Sha256);

/// <summary>The clerk's step that a decision opens.</summary>
/// <param name="FromStepId">The leader's step.</param>
/// <param name="Place">The step that begins.</param>
public sealed record IssuingStep(Guid FromStepId, StepPlace Place);

/// <summary>The leader decides: granted or refused. A refusal is in writing with reasons, within the limit, and late after it (NĐ 61/2018 Đ19 k8).</summary>
public static class FinishDecision
{
    /// <summary>
    /// Grants: the drafted results are issued as <c>mã hồ sơ-KQ(n)</c> (NĐ 45/2020 Đ14 k3), at once, or by the clerk when the route has a step after the
    /// decision. Nobody decides on what they drafted.
    /// </summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="drafts">What is to be issued.</param>
    /// <param name="leaderId">Who decides.</param>
    /// <param name="issuing">The clerk's step, or null where the decision ends the route.</param>
    public static Result<IReadOnlyList<DossierEvent>> Grant(Dossier dossier, IReadOnlyList<DraftedResult> drafts, string leaderId, IssuingStep? issuing = null)
    {
        if (!dossier.Lets(DossierAct.Finish) || dossier.IsDecided) return DossierProblems.NotNow;
        if (drafts.Count == 0) return DossierProblems.NoResult;
        if (drafts.Any(d => d.DraftedBy == leaderId)) return DossierProblems.OwnDraft;
        return Result<IReadOnlyList<DossierEvent>>.Ok(issuing is not null
            ? [new DossierDecided(DossierOutcome.Granted, null, null, leaderId), HandedTo(issuing)]
            : [new DossierFinished(DossierOutcome.Granted, null, null, leaderId, true), .. Issued(dossier, drafts, leaderId)]);
    }

    /// <summary>Refuses in writing; drafted papers, when there are, go out with it.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="drafts">Papers that go with it.</param>
    /// <param name="refusal">Ground and reasons.</param>
    /// <param name="issuing">The clerk's step, or null where the decision ends the route.</param>
    public static Result<IReadOnlyList<DossierEvent>> Refuse(Dossier dossier, IReadOnlyList<DraftedResult> drafts, WrittenRefusal refusal, IssuingStep? issuing = null)
    {
        if (!dossier.Lets(DossierAct.Finish) || dossier.IsDecided) return DossierProblems.NotNow;
        if (refusal.Refusal() is { } problem) return problem;
        if (drafts.Any(d => d.DraftedBy == refusal.OfficerId)) return DossierProblems.OwnDraft;
        return Result<IReadOnlyList<DossierEvent>>.Ok(issuing is not null
            ? [new DossierDecided(DossierOutcome.Refused, refusal.GroundCode, refusal.NoteId, refusal.OfficerId, drafts.Count > 0), HandedTo(issuing)]
            : [new DossierFinished(DossierOutcome.Refused, refusal.GroundCode, refusal.NoteId, refusal.OfficerId, drafts.Count > 0), .. Issued(dossier, drafts, refusal.OfficerId)]);
    }

    internal static IEnumerable<ResultIssued> Issued(Dossier dossier, IReadOnlyList<DraftedResult> drafts, string officerId)
    {
        var number = DossierNumber.Parse(dossier.Number!, null);
        return drafts.Select((d, i) => new ResultIssued(d.Id, number.ResultCode(dossier.ResultCount + i + 1), d.Sha256, officerId));
    }

    private static StepHandedOn HandedTo(IssuingStep s) => new(s.FromStepId, s.Place.Id, s.Place.Number, s.Place.Role, s.Place.UnitKey, s.Place.OfficerId);
}

/// <summary>Số, ký hiệu and date of a document in the register of the unit that issues it (NĐ 30/2020 Đ15): the number runs from 1 in each year.</summary>
/// <param name="Number">Số of the first paper; more papers take the numbers that follow.</param>
/// <param name="Symbol">Ký hiệu, e.g. <c>GXN-UBND</c>.</param>
/// <param name="Year">Local year of issue.</param>
public sealed record DocumentEntry(int Number, string Symbol, int Year)
{
    private const int LongestSymbol = 40;

    /// <summary>What is wrong with it, or null.</summary>
    public Problem? Refusal()
    {
        if (Number is < 1 or > 999_999) return DossierProblems.NoDocumentNumber;
        var symbol = Symbol.Trim();
        return symbol.Length is 0 or > LongestSymbol || symbol.Any(c => !char.IsLetterOrDigit(c) && c is not ('-' or '/' or '.')) ? DossierProblems.NoDocumentSymbol : null;
    }

    /// <summary>As printed: <c>05/GXN-UBND</c>; numbers under 10 have a leading zero (NĐ 30/2020 Phụ lục I).</summary>
    /// <param name="offset">Which paper, from 0.</param>
    public string Printed(int offset = 0) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Number + offset:00}/{Symbol.Trim()}");
}

/// <summary>
/// Ban hành: the clerk checks form and signature, gives number and date, stamps, and so ends the route; only then is the result handed to the desk and seen by
/// the applicant (NĐ 30/2020 Đ4, Đ15, Đ17). The clerk approves nothing: the outcome is the leader's.
/// </summary>
public static class IssueDecision
{
    /// <summary>The events.</summary>
    /// <param name="dossier">The dossier, decided.</param>
    /// <param name="decision">The leader's decision in force.</param>
    /// <param name="papers">Papers to issue, in order.</param>
    /// <param name="entry">Number and symbol; null when nothing is issued but the written refusal of Mẫu 03.</param>
    /// <param name="isChecked">The clerk says that form, signature and stamp are right.</param>
    /// <param name="clerkId">Who issues.</param>
    public static Result<IReadOnlyList<DossierEvent>> Decide(Dossier dossier, DossierDecided? decision, IReadOnlyList<DraftedResult> papers, DocumentEntry? entry, bool isChecked, string clerkId)
    {
        if (!dossier.IsDecided || decision is null || dossier.StepRole != nameof(Role.Clerk)) return DossierProblems.NotNow;
        if (dossier.StepOfficerId is not null && dossier.StepOfficerId != clerkId) return DossierProblems.StepHeld;
        if (decision.Outcome == DossierOutcome.Granted && papers.Count == 0) return DossierProblems.NoResult;
        if (papers.Count > 0 && (entry is null ? DossierProblems.NoDocumentNumber : entry.Refusal()) is { } problem) return problem;
        if (!isChecked) return DossierProblems.NotStamped;
        var finished = new DossierFinished(decision.Outcome, decision.GroundCode, decision.NoteId, clerkId, papers.Count > 0);
        return Result<IReadOnlyList<DossierEvent>>.Ok([finished, .. FinishDecision.Issued(dossier, papers, clerkId), .. papers.Select((p, i) => new DocumentNumbered(p.Id, entry!.Printed(i), clerkId))]);
    }
}

/// <summary>A result and the title it is known by.</summary>
/// <param name="Id">Key.</param>
/// <param name="Title">Title of the paper.</param>
public sealed record TitledResult(Guid Id, string Title);

/// <summary>What becomes of an issued result; it stays to be looked up as revoked or superseded (law rule 35).</summary>
public static class ResultDecision
{
    /// <summary>Thu hồi.</summary>
    public static Result<ResultRevoked> Revoke(Dossier dossier, Guid resultId, bool isInForce, string groundCode, Guid noteId, string reason, string leaderId)
    {
        if (!isInForce || dossier.ResultCount == 0) return DossierProblems.ResultNotInForce;
        return string.IsNullOrWhiteSpace(reason) ? DossierProblems.NoReason : new ResultRevoked(resultId, groundCode, noteId, leaderId);
    }

    /// <summary>
    /// A dossier reopened for a mistake is decided anew: two results on one matter are never in force together. The new paper of the same title, else the first one, takes the
    /// place of each earlier result; a refusal without papers revokes them (law rules 25, 35).
    /// </summary>
    /// <param name="inForce">Results issued before the dossier was reopened, and still in force.</param>
    /// <param name="papers">Papers issued now.</param>
    /// <param name="finished">The new ending.</param>
    public static IEnumerable<DossierEvent> AfterReopening(IReadOnlyList<TitledResult> inForce, IReadOnlyList<TitledResult> papers, DossierFinished finished)
    {
        foreach (var old in inForce)
        {
            if ((papers.FirstOrDefault(p => p.Title == old.Title) ?? (papers.Count > 0 ? papers[0] : null)) is { } successor) yield return new ResultSuperseded(old.Id, successor.Id, finished.OfficerId);
            else if (finished is { Outcome: DossierOutcome.Refused, GroundCode: { } ground, NoteId: { } note }) yield return new ResultRevoked(old.Id, ground, note, finished.OfficerId);
        }
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
        if (dossier.IsDecided) return DossierProblems.AlreadyDecided;
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
