using MotCua.Domain.Calendar;
using MotCua.Domain.Kernel;

namespace MotCua.Domain.Dossiers;

/// <summary>Tiếp nhận: what the desk decided when it accepts.</summary>
/// <param name="OfficerId">Who accepts.</param>
/// <param name="Number">Mã số hồ sơ, allotted in the same transaction.</param>
/// <param name="FeeVnd">Fee due, đồng.</param>
/// <param name="ComponentsDigitised">Paper components were scanned and stored (NĐ 61/2018 Đ17 k1).</param>
/// <param name="Reused">Papers already held were reused (NĐ 61/2018 Đ5 k1 i).</param>
/// <param name="Case">Which of several limits applies, by the desk; null = as filed.</param>
public sealed record Acceptance(string OfficerId, DossierNumber Number, long FeeVnd, bool ComponentsDigitised, bool Reused, CaseFinding? Case = null);

/// <summary>Trường hợp giải quyết as the desk finds it when it checks the dossier.</summary>
/// <param name="Case">Key of the case.</param>
/// <param name="Reason">Why it is another than the applicant chose; needed only then.</param>
/// <param name="NoteId">Row of the reason.</param>
public sealed record CaseFinding(string Case, string Reason, Guid NoteId)
{
    /// <summary>True when the applicant had chosen another case: the limit changes, so a reason is due (NĐ 61/2018 Đ17 k3).</summary>
    public bool Corrects(Dossier dossier) => dossier.LimitCase.Length > 0 && dossier.LimitCase != Case;
}

/// <summary>Accepts a dossier: number and appointment (NĐ 61/2018 Đ17 k3, Đ26; NĐ 45/2020 Đ11 k2).</summary>
public static class AcceptanceDecision
{
    /// <summary>Why it cannot be accepted now, or null; asked before a number is allotted.</summary>
    public static Problem? Refusal(Dossier dossier) => dossier.Lets(DossierAct.Accept) ? null : DossierProblems.NotNow;

    /// <summary>The event of acceptance.</summary>
    public static Result<DossierAccepted> Decide(Dossier dossier, ProcedureTerms terms, WorkingCalendar calendar, Acceptance acceptance, DateTimeOffset now) =>
        (Refusal(dossier) ?? Refusal(dossier, acceptance.Case)) is { } problem
            ? problem
            : new DossierAccepted(
                acceptance.Number.Value, terms.AppointmentFrom(now, calendar), acceptance.OfficerId, acceptance.FeeVnd, acceptance.ComponentsDigitised, acceptance.Reused,
                acceptance.Case is { } found && found.Case != dossier.LimitCase ? found.Case : null, acceptance.Case is { } corrected && corrected.Corrects(dossier) ? corrected.NoteId : null);

    /// <summary>Why the finding of the case cannot stand, or null: another case than the applicant chose needs its reason.</summary>
    public static Problem? Refusal(Dossier dossier, CaseFinding? found) =>
        found is not null && found.Corrects(dossier) && string.IsNullOrWhiteSpace(found.Reason) ? DossierProblems.CaseNeedsReason : null;
}

/// <summary>Hướng dẫn bổ sung trước tiếp nhận, Mẫu 02: once, fully, accurately (NĐ 61/2018 Đ15 k3, Đ17 k1-2).</summary>
public static class IntakeGuidanceDecision
{
    /// <summary>The event of guidance.</summary>
    public static Result<GuidanceIssued> Decide(Dossier dossier, ProcedureTerms terms, Demand demand, DateTimeOffset now)
    {
        if (!dossier.Lets(DossierAct.Guide)) return DossierProblems.NotNow;
        return demand.Refusal(terms, now) is { } problem ? problem : new GuidanceIssued(demand.RequestId, demand.OfficerId, demand.RespondBy);
    }
}

/// <summary>A refusal in writing with its legal ground (Mẫu 03).</summary>
/// <param name="GroundCode">Code of the ground, see <see cref="RefusalGrounds"/>.</param>
/// <param name="NoteId">Row of the words to the applicant.</param>
/// <param name="Text">The words.</param>
/// <param name="OfficerId">Who refuses.</param>
public sealed record WrittenRefusal(string GroundCode, Guid NoteId, string Text, string OfficerId)
{
    /// <summary>What is wrong with it, or null.</summary>
    public Problem? Refusal() => RefusalGrounds.Has(GroundCode) && !string.IsNullOrWhiteSpace(Text) ? null : DossierProblems.RefusalNeedsGround;
}

/// <summary>Từ chối tiếp nhận, Mẫu 03 (NĐ 61/2018 Đ17 k1-2).</summary>
public static class IntakeRefusalDecision
{
    /// <summary>The event of refusal. While the applicant may still answer a guidance it is not allowed.</summary>
    public static Result<IntakeRefused> Decide(Dossier dossier, WrittenRefusal refusal, DateTimeOffset now)
    {
        if (!dossier.Lets(DossierAct.RefuseIntake)) return DossierProblems.NotNow;
        if (dossier.State == DossierState.AwaitingSupplement && now <= dossier.RespondBy) return DossierProblems.StillWaiting;
        return refusal.Refusal() is { } problem ? problem : new IntakeRefused(refusal.GroundCode, refusal.NoteId, refusal.OfficerId);
    }
}

/// <summary>Grounds of a refusal, at intake and at the end. Codes are stored in events and never change meaning.</summary>
public static class RefusalGrounds
{
    /// <summary>Code and Vietnamese text, in the order they are offered.</summary>
    public static readonly IReadOnlyList<KeyValuePair<string, string>> All =
    [
        new("khong-tham-quyen", "Không thuộc thẩm quyền giải quyết (NĐ 61/2018 Điều 17)"),
        new("khong-dung-doi-tuong", "Không thuộc đối tượng thực hiện thủ tục"),
        new("khong-du-dieu-kien", "Không đáp ứng yêu cầu, điều kiện của thủ tục"),
        new("khong-bo-sung", "Quá thời hạn mà không bổ sung, hoàn thiện hồ sơ"),
        new("giay-to-khong-hop-le", "Giấy tờ giả mạo, hết hiệu lực hoặc sai thẩm quyền cấp"),
        new("da-giai-quyet", "Nội dung đã được giải quyết hoặc trùng hồ sơ đang giải quyết"),
        new("can-cu-khac", "Căn cứ khác theo pháp luật chuyên ngành (ghi rõ điều, khoản)"),
    ];

    /// <summary>True when the code is one of them.</summary>
    public static bool Has(string code) => All.Any(g => g.Key == code);

    /// <summary>The text of a code; the code itself when unknown.</summary>
    public static string Text(string code) => All.FirstOrDefault(g => g.Key == code).Value ?? code;
}

/// <summary>Nộp lại sau hướng dẫn: a new 8-hour clock (NĐ 45/2020 Đ11).</summary>
public static class SendAgainDecision
{
    /// <summary>The event of sending again.</summary>
    public static Result<DossierSentAgain> Decide(Dossier dossier, WorkingCalendar calendar, string answersDigest, DateTimeOffset now) =>
        dossier.Lets(DossierAct.SendAgain) ? new DossierSentAgain(answersDigest, AcceptanceClock.DueAt(now, calendar)) : DossierProblems.NotNow;
}

/// <summary>What was brought to a desk, by post, or to a mobile desk.</summary>
/// <param name="Code">Mã nộp, given at once.</param>
/// <param name="Filing">Procedure, units, channel.</param>
/// <param name="OfficerId">Who receives.</param>
/// <param name="AnswersDigest">Salted digest of the answers.</param>
/// <param name="ApplicantKind">Person or organisation.</param>
/// <param name="ApplicantCommune">Commune code, or empty.</param>
/// <param name="ApplicantAccountId">The applicant's account, when they have one here.</param>
/// <param name="Declaration">How the declaration was kept.</param>
public sealed record DeskReceipt(
    SubmissionCode Code, Filing Filing, string OfficerId, string AnswersDigest, ApplicantKind ApplicantKind, string ApplicantCommune, Guid? ApplicantAccountId = null,
    DeskDeclaration Declaration = DeskDeclaration.None);

/// <summary>
/// Receiving at the desk: what an officer types is counted as counter, post or mobile, never as online (ADR 0011). The accept, guidance or refusal
/// follows in the same act.
/// </summary>
public static class DeskReceiptDecision
{
    /// <summary>The event of receipt.</summary>
    public static Result<DossierReceivedAtDesk> Decide(Dossier dossier, DeskReceipt receipt)
    {
        if (dossier.Version != 0 || receipt.Filing.Channel == Channel.Online) return DossierProblems.NotNow;
        return new DossierReceivedAtDesk(receipt.Code.Value, receipt.Filing, receipt.OfficerId, receipt.AnswersDigest, receipt.ApplicantKind, receipt.ApplicantCommune, false, receipt.ApplicantAccountId, receipt.Declaration);
    }
}
