using System.Text.Json.Serialization;

namespace MotCua.Domain.Dossiers;

/// <summary>
/// Something that happened to a dossier. Payloads hold ids, codes, instants and salted digests only: a person's data and free text live in rows
/// that can be erased, so that erasing keeps the chain whole. Names are frozen: a stored event must be readable for ever.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(DossierSubmitted), nameof(DossierSubmitted))]
[JsonDerivedType(typeof(DossierReceivedAtDesk), nameof(DossierReceivedAtDesk))]
[JsonDerivedType(typeof(DossierAccepted), nameof(DossierAccepted))]
[JsonDerivedType(typeof(GuidanceIssued), nameof(GuidanceIssued))]
[JsonDerivedType(typeof(IntakeRefused), nameof(IntakeRefused))]
[JsonDerivedType(typeof(DossierSentAgain), nameof(DossierSentAgain))]
[JsonDerivedType(typeof(DossierTakenOver), nameof(DossierTakenOver))]
[JsonDerivedType(typeof(SupplementRequested), nameof(SupplementRequested))]
[JsonDerivedType(typeof(SupplementReceived), nameof(SupplementReceived))]
[JsonDerivedType(typeof(PaymentRequested), nameof(PaymentRequested))]
[JsonDerivedType(typeof(PaymentSettled), nameof(PaymentSettled))]
[JsonDerivedType(typeof(DossierWithdrawn), nameof(DossierWithdrawn))]
[JsonDerivedType(typeof(DossierStopped), nameof(DossierStopped))]
[JsonDerivedType(typeof(DossierResumed), nameof(DossierResumed))]
[JsonDerivedType(typeof(PapersGivenBack), nameof(PapersGivenBack))]
[JsonDerivedType(typeof(StepClaimed), nameof(StepClaimed))]
[JsonDerivedType(typeof(StepHandedOn), nameof(StepHandedOn))]
[JsonDerivedType(typeof(StepTakenBack), nameof(StepTakenBack))]
[JsonDerivedType(typeof(StepReturned), nameof(StepReturned))]
[JsonDerivedType(typeof(DossierReappointed), nameof(DossierReappointed))]
[JsonDerivedType(typeof(DeadlinesRecounted), nameof(DeadlinesRecounted))]
[JsonDerivedType(typeof(DossierDecided), nameof(DossierDecided))]
[JsonDerivedType(typeof(DossierFinished), nameof(DossierFinished))]
[JsonDerivedType(typeof(ResultIssued), nameof(ResultIssued))]
[JsonDerivedType(typeof(DocumentNumbered), nameof(DocumentNumbered))]
[JsonDerivedType(typeof(ResultRevoked), nameof(ResultRevoked))]
[JsonDerivedType(typeof(ResultSuperseded), nameof(ResultSuperseded))]
[JsonDerivedType(typeof(DossierReturned), nameof(DossierReturned))]
[JsonDerivedType(typeof(DossierReopened), nameof(DossierReopened))]
[JsonDerivedType(typeof(FeeRecorded), nameof(FeeRecorded))]
[JsonDerivedType(typeof(DossierImported), nameof(DossierImported))]
[JsonDerivedType(typeof(ImportRestated), nameof(ImportRestated))]
public abstract record DossierEvent
{
    /// <summary>The stored name of this kind of event.</summary>
    [JsonIgnore]
    public string Name => GetType().Name;
}

/// <summary>Where a dossier of a procedure version goes and how it came: the facts fixed when it is sent.</summary>
/// <param name="ProcedureCode">National code, e.g. 1.004873.</param>
/// <param name="ProcedureVersionId">The version in force at that moment (law rule 30).</param>
/// <param name="LimitCase">Which of the procedure's limits applies; empty when there is one.</param>
/// <param name="ReceivingUnit">The authority in whose name it is received.</param>
/// <param name="HandlingUnit">The authority that handles it.</param>
/// <param name="Place">The place of receipt (a unit key): desk, Centre, commune desk.</param>
/// <param name="Channel">The way it came.</param>
/// <param name="AssistedBy">Who helped.</param>
/// <param name="Standing">In which standing the submitter acts for the applicant.</param>
public sealed record Filing(
    string ProcedureCode, Guid ProcedureVersionId, string LimitCase, string ReceivingUnit, string HandlingUnit, string Place, Channel Channel, AssistedBy AssistedBy,
    SubmitterStanding Standing = SubmitterStanding.Applicant);

/// <summary>An appointed end of a limit.</summary>
/// <param name="At">The instant, UTC.</param>
/// <param name="ByHours">True when the limit is in hours: then instants are compared, else local dates.</param>
/// <param name="Limit">The limit in its storage form, e.g. <c>15 days</c>.</param>
public sealed record Appointment(DateTimeOffset At, bool ByHours, string Limit);

/// <summary>
/// Nộp trực tuyến: sent from the applicant's own or a mandated session; the 8-hour acceptance clock runs (NĐ 45/2020 Đ11). The applicant's account is
/// null when the dossier is another person's who has none here.
/// </summary>
public sealed record DossierSubmitted(
    string SubmissionCode, Filing Filing, Guid? ApplicantAccountId, Guid SubmitterAccountId, string? AssistantId, string AnswersDigest, DateTimeOffset AcceptanceDueAt,
    ApplicantKind ApplicantKind, string ApplicantCommune, bool EidVerified) : DossierEvent;

/// <summary>
/// Brought to a desk, by post or to a mobile desk; accepted, guided or refused in the same act. The applicant's account is named when their identity
/// number and name are those of one, so that they see their dossier when they sign in. It also says how the declaration was kept.
/// </summary>
public sealed record DossierReceivedAtDesk(
    string SubmissionCode, Filing Filing, string OfficerId, string AnswersDigest, ApplicantKind ApplicantKind, string ApplicantCommune, bool EidVerified,
    Guid? ApplicantAccountId = null, DeskDeclaration Declaration = DeskDeclaration.None) : DossierEvent;

/// <summary>How a desk kept the applicant's declaration (NĐ 61/2018 Đ17 k1).</summary>
public enum DeskDeclaration
{
    /// <summary>There is none, or it was not taken.</summary>
    None = 0,

    /// <summary>Typed by the officer into the procedure's e-form.</summary>
    Typed = 1,

    /// <summary>The paper declaration was scanned and kept.</summary>
    Scanned = 2,
}

/// <summary>
/// Tiếp nhận: the dossier has its number and its appointment (NĐ 61/2018 Đ17 k3, Đ26). <c>LimitCase</c> is the case that the desk found, null when it
/// stays as filed; <c>CaseNoteId</c> the row of the reason when the applicant had chosen another.
/// </summary>
public sealed record DossierAccepted(
    string Number, Appointment? Due, string OfficerId, long FeeVnd, bool ComponentsDigitised, bool Reused, string? LimitCase = null, Guid? CaseNoteId = null) : DossierEvent;

/// <summary>Hướng dẫn bổ sung trước tiếp nhận (Mẫu 02).</summary>
public sealed record GuidanceIssued(Guid RequestId, string OfficerId, DateTimeOffset RespondBy) : DossierEvent;

/// <summary>Từ chối tiếp nhận (Mẫu 03) with its legal ground.</summary>
public sealed record IntakeRefused(string GroundCode, Guid NoteId, string OfficerId) : DossierEvent;

/// <summary>Nộp lại sau hướng dẫn; a new acceptance clock.</summary>
public sealed record DossierSentAgain(string AnswersDigest, DateTimeOffset AcceptanceDueAt) : DossierEvent;

/// <summary>Nhận xử lý: the unit takes the dossier over and its route begins.</summary>
public sealed record DossierTakenOver(Guid StepId, int StepNumber, string Role, string UnitKey, string OfficerId) : DossierEvent;

/// <summary>Yêu cầu bổ sung sau tiếp nhận, issued by the desk (NĐ 61/2018 Đ5 k1 e).</summary>
public sealed record SupplementRequested(Guid RequestId, string OfficerId, DateTimeOffset RespondBy, string? OverrideGround) : DossierEvent;

/// <summary>Đã nhận đủ bổ sung; the statutory limit restarts (NĐ 61/2018 Đ19 k4).</summary>
/// <param name="RequestId">The request that was answered.</param>
/// <param name="Due">The new statutory appointment.</param>
/// <param name="IndexDueAt">The appointment of the QĐ 766 clock: the old one moved by the waiting time.</param>
/// <param name="WaitedWorkingMinutes">Working minutes between request and answer.</param>
public sealed record SupplementReceived(Guid RequestId, Appointment? Due, DateTimeOffset? IndexDueAt, int WaitedWorkingMinutes) : DossierEvent;

/// <summary>Yêu cầu nghĩa vụ tài chính.</summary>
public sealed record PaymentRequested(long AmountVnd, string GroundCode, string OfficerId) : DossierEvent;

/// <summary>Đã nộp, hoặc được miễn.</summary>
public sealed record PaymentSettled(long AmountVnd, bool Online, bool Waived, Appointment? Due) : DossierEvent;

/// <summary>Rút hồ sơ at the applicant's request.</summary>
public sealed record DossierWithdrawn(Guid NoteId) : DossierEvent;

/// <summary>Dừng giải quyết by a decision.</summary>
public sealed record DossierStopped(string GroundCode, Guid NoteId, string OfficerId) : DossierEvent;

/// <summary>Giải quyết tiếp by a decision.</summary>
public sealed record DossierResumed(Guid NoteId, string OfficerId, Appointment? Due) : DossierEvent;

/// <summary>Trả lại giấy tờ of a stopped dossier.</summary>
public sealed record PapersGivenBack(Guid NoteId, string OfficerId) : DossierEvent;

/// <summary>An officer took a step of the route.</summary>
public sealed record StepClaimed(Guid StepId, string OfficerId) : DossierEvent;

/// <summary>Chuyển bước: the step is done and the next one begins.</summary>
public sealed record StepHandedOn(Guid FromStepId, Guid StepId, int StepNumber, string Role, string UnitKey, string? OfficerId) : DossierEvent;

/// <summary>Thu hồi: the giver took the dossier back before anybody worked on it.</summary>
public sealed record StepTakenBack(Guid FromStepId, Guid StepId, int StepNumber, string Role, string UnitKey, string OfficerId) : DossierEvent;

/// <summary>Trả lại bước trước: a leader sent the work back with a reason.</summary>
public sealed record StepReturned(Guid FromStepId, Guid StepId, int StepNumber, string Role, string UnitKey, string? OfficerId, Guid NoteId) : DossierEvent;

/// <summary>Xin lỗi và hẹn lại (Mẫu 04), at most once (NĐ 61/2018 Đ19 k9); the first appointment is kept.</summary>
public sealed record DossierReappointed(Appointment Due, Guid NoteId, string OfficerId) : DossierEvent;

/// <summary>The working calendar changed (a holiday announced late, new hours): the running limits were counted again. The first promise stays.</summary>
/// <param name="Due">The appointment by the new calendar, when it moved.</param>
/// <param name="IndexDueAt">The QĐ 766 clock by the new calendar, when it moved.</param>
/// <param name="AcceptanceDueAt">The end of the 8-hour clock by the new calendar, when it moved.</param>
public sealed record DeadlinesRecounted(Appointment? Due, DateTimeOffset? IndexDueAt, DateTimeOffset? AcceptanceDueAt) : DossierEvent;

/// <summary>
/// The leader decided, and the unit's clerk has still to number, date, stamp and issue (NĐ 30/2020 Đ13, Đ15, Đ17). The applicant learns the outcome
/// only when it is issued. A return or taking back of the step makes it void.
/// </summary>
/// <param name="Outcome">Granted or refused.</param>
/// <param name="GroundCode">Ground of a refusal.</param>
/// <param name="NoteId">Reasons of a refusal, told when it is issued.</param>
/// <param name="OfficerId">The leader.</param>
/// <param name="WithPapers">The drafted papers are issued with the decision; false: a refusal by Mẫu 03 alone.</param>
public sealed record DossierDecided(DossierOutcome Outcome, string? GroundCode, Guid? NoteId, string OfficerId, bool WithPapers = true) : DossierEvent;

/// <summary>Xử lý xong.</summary>
public sealed record DossierFinished(DossierOutcome Outcome, string? GroundCode, Guid? NoteId, string OfficerId, bool HasElectronicResult) : DossierEvent;

/// <summary>Phát hành kết quả <c>mã hồ sơ-KQ(n)</c> (NĐ 45/2020 Đ14 k3).</summary>
public sealed record ResultIssued(Guid ResultId, string ResultCode, string FileDigest, string OfficerId) : DossierEvent;

/// <summary>The clerk gave an issued document its số, ký hiệu in the unit's register of the year (NĐ 30/2020 Đ15).</summary>
public sealed record DocumentNumbered(Guid ResultId, string DocumentNumber, string OfficerId) : DossierEvent;

/// <summary>Thu hồi kết quả; it stays to be looked up as revoked.</summary>
public sealed record ResultRevoked(Guid ResultId, string GroundCode, Guid NoteId, string OfficerId) : DossierEvent;

/// <summary>Kết quả được thay thế by a later one.</summary>
public sealed record ResultSuperseded(Guid ResultId, Guid BySuccessorId, string OfficerId) : DossierEvent;

/// <summary>Trả kết quả, with how and to whom kept in an erasable row.</summary>
public sealed record DossierReturned(string Way, Guid DeliveryId, string OfficerId) : DossierEvent;

/// <summary>Mở lại to mend a mistake.</summary>
public sealed record DossierReopened(Guid NoteId, string OfficerId, Guid StepId, int StepNumber, string Role, string UnitKey) : DossierEvent;

/// <summary>Thu phí, lệ phí tại quầy.</summary>
public sealed record FeeRecorded(long AmountVnd, bool Online, string ReceiptNumber, string OfficerId) : DossierEvent;

/// <summary>Everything an imported row says of a dossier; the whole present state at once.</summary>
public sealed record ImportedState(
    string Code, string? Number, DossierState State, DossierOutcome? Outcome, Filing Filing, DateTimeOffset? SubmittedAt, DateTimeOffset? AcceptedAt, DateTimeOffset? FirstDueAt,
    DateTimeOffset? DueAt, bool DueComputed, bool DueByHours, string Limit, DateTimeOffset? FinishedAt, DateTimeOffset? ReturnedAt, int SupplementCount, int SupplementDays, long FeeVnd, bool PaidOnline,
    bool HasElectronicResult, bool ComponentsDigitised, bool Reused, bool EidVerified, int? Satisfaction, ApplicantKind ApplicantKind, string ApplicantCommune);

/// <summary>Nhập từ hệ thống cũ.</summary>
public sealed record DossierImported(ImportedState Imported) : DossierEvent;

/// <summary>A later import says otherwise; the trail stays.</summary>
public sealed record ImportRestated(ImportedState Imported) : DossierEvent;
