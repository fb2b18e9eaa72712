namespace MotCua.Domain.Dossiers;

/// <summary>
/// Hồ sơ: the present state. It changes only by <see cref="Apply"/>, and replaying its events gives it again (ADR 0002).
/// It holds no personal data: the party, the answers and free text live in rows of their own that can be erased.
/// </summary>
public sealed class Dossier
{
    private Dossier()
    {
    }

    /// <summary>An empty dossier, before its first event.</summary>
    public Dossier(Guid id) => Id = id;

    /// <summary>Key.</summary>
    public Guid Id { get; private set; }

    /// <summary>Mã nộp, given at once; for imported rows that were never accepted, their own code.</summary>
    public string SubmissionCode { get; private set; } = "";

    /// <summary>Mã số hồ sơ, only after acceptance (NĐ 61/2018 Đ17 k3).</summary>
    public string? Number { get; private set; }

    /// <summary>Present state.</summary>
    public DossierState State { get; private set; }

    /// <summary>Number of events applied; equals the last event's sequence number.</summary>
    public int Version { get; private set; }

    /// <summary>Outcome, once finished.</summary>
    public DossierOutcome? Outcome { get; private set; }

    /// <summary>Procedure, units, channel: fixed when it was sent.</summary>
    public string ProcedureCode { get; private set; } = "";

    /// <summary>The procedure version of its filing (law rule 30).</summary>
    public Guid ProcedureVersionId { get; private set; }

    /// <summary>Which of the procedure's limits applies; empty when there is one.</summary>
    public string LimitCase { get; private set; } = "";

    /// <summary>Authority in whose name it was received.</summary>
    public string ReceivingUnit { get; private set; } = "";

    /// <summary>Authority that handles it; indicators count it there.</summary>
    public string HandlingUnit { get; private set; } = "";

    /// <summary>Place of receipt.</summary>
    public string Place { get; private set; } = "";

    /// <summary>The way it came.</summary>
    public Channel Channel { get; private set; }

    /// <summary>Who helped.</summary>
    public AssistedBy AssistedBy { get; private set; }

    /// <summary>In which standing the submitter acts for the applicant.</summary>
    public SubmitterStanding Standing { get; private set; }

    /// <summary>How the desk kept the declaration; online dossiers have their e-form.</summary>
    public DeskDeclaration DeskDeclaration { get; private set; }

    /// <summary>The helper's id, when helped.</summary>
    public string? AssistantId { get; private set; }

    /// <summary>Chủ hồ sơ's account, when they have one.</summary>
    public Guid? ApplicantAccountId { get; private set; }

    /// <summary>The account of whoever pressed «Nộp»; the same or mandated.</summary>
    public Guid? SubmitterAccountId { get; private set; }

    /// <summary>Person or organisation.</summary>
    public ApplicantKind ApplicantKind { get; private set; } = ApplicantKind.Person;

    /// <summary>Five-digit GSO code of the applicant's commune, or empty.</summary>
    public string ApplicantCommune { get; private set; } = "";

    /// <summary>Signed in with a verified national e-ID.</summary>
    public bool EidVerified { get; private set; }

    /// <summary>When sent, UTC.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>End of the 8-hour acceptance clock (NĐ 45/2020 Đ11), UTC.</summary>
    public DateTimeOffset? AcceptanceDueAt { get; private set; }

    /// <summary>When accepted, UTC; the day of counting.</summary>
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>The first promise; never overwritten (law rule 19).</summary>
    public DateTimeOffset? FirstDueAt { get; private set; }

    /// <summary>The statutory appointment in force.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>The appointment of the QĐ 766 clock.</summary>
    public DateTimeOffset? IndexDueAt { get; private set; }

    /// <summary>True when the limit is in hours.</summary>
    public bool DueByHours { get; private set; }

    /// <summary>True when an import left the due date to be computed.</summary>
    public bool DueComputed { get; private set; }

    /// <summary>The limit in its storage form, e.g. <c>15 days</c>; empty when the procedure has none.</summary>
    public string Limit { get; private set; } = "";

    /// <summary>When the applicant was asked, while in state 5.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>Until when the applicant may answer, while in state 5.</summary>
    public DateTimeOffset? RespondBy { get; private set; }

    /// <summary>Supplement requests after acceptance; more than one is a violation (NĐ 61/2018 Đ11 k2 c).</summary>
    public int SupplementCount { get; private set; }

    /// <summary>Guidance rounds before acceptance (Mẫu 02).</summary>
    public int GuidanceCount { get; private set; }

    /// <summary>Working days spent waiting for supplements (imported rows), for the index.</summary>
    public int SupplementDays { get; private set; }

    /// <summary>Working minutes spent waiting for supplements.</summary>
    public int SupplementMinutes { get; private set; }

    /// <summary>Mẫu 04 re-appointments; at most one.</summary>
    public int ReappointmentCount { get; private set; }

    /// <summary>What the leader decided, from the decision on; before the clerk issues it the applicant does not see it.</summary>
    public DossierOutcome? DecidedOutcome { get; private set; }

    /// <summary>When the leader decided, UTC.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Officer who decided; signs the result.</summary>
    public string? DecidedBy { get; private set; }

    /// <summary>When finished, UTC.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>When the result was handed over, UTC.</summary>
    public DateTimeOffset? ReturnedAt { get; private set; }

    /// <summary>When it was refused at intake, withdrawn or stopped, UTC.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Present step of the route.</summary>
    public Guid? StepId { get; private set; }

    /// <summary>Its number in the route, from 1; 0 before the route began.</summary>
    public int StepNumber { get; private set; }

    /// <summary>Role that must act now.</summary>
    public string StepRole { get; private set; } = "";

    /// <summary>Unit that must act now.</summary>
    public string StepUnit { get; private set; } = "";

    /// <summary>Officer who holds the step, if claimed.</summary>
    public string? StepOfficerId { get; private set; }

    /// <summary>Fee due, đồng.</summary>
    public long FeeVnd { get; private set; }

    /// <summary>Paid, đồng.</summary>
    public long PaidVnd { get; private set; }

    /// <summary>Paid online.</summary>
    public bool PaidOnline { get; private set; }

    /// <summary>Has an electronic result.</summary>
    public bool HasElectronicResult { get; private set; }

    /// <summary>Results issued so far.</summary>
    public int ResultCount { get; private set; }

    /// <summary>Components were digitised at intake.</summary>
    public bool ComponentsDigitised { get; private set; }

    /// <summary>Papers already held were reused.</summary>
    public bool Reused { get; private set; }

    /// <summary>1…3, 3 = rất hài lòng.</summary>
    public int? Satisfaction { get; private set; }

    /// <summary>Came by an import.</summary>
    public bool IsImported { get; private set; }

    /// <summary>Was ever accepted.</summary>
    public bool IsAccepted => AcceptedAt is not null;

    /// <summary>Decided, and waiting for the clerk to issue.</summary>
    public bool IsDecided => State == DossierState.Processing && DecidedOutcome is not null;

    /// <summary>The number when there is one, else the submission code: what people call it.</summary>
    public string Code => Number ?? SubmissionCode;

    /// <summary>
    /// What the import format calls <c>finished_at</c>, UTC: finished; stopped, refused or withdrawn; the request of the supplement that is awaited now.
    /// Papers given back after a stop have none: their end is the return.
    /// </summary>
    public DateTimeOffset? StatedEnd => State switch
    {
        DossierState.Returned => FinishedAt,
        DossierState.AwaitingSupplement => FinishedAt ?? AskedAt,
        _ => FinishedAt ?? EndedAt,
    };

    /// <summary>Changes the state by one event. The only place that does.</summary>
    /// <param name="e">The event.</param>
    /// <param name="at">When it happened, UTC.</param>
    public void Apply(DossierEvent e, DateTimeOffset at)
    {
        Version++;
        switch (e)
        {
            case DossierSubmitted x:
                Open(x.SubmissionCode, x.Filing, x.ApplicantKind, x.ApplicantCommune, x.EidVerified);
                (ApplicantAccountId, SubmitterAccountId, AssistantId) = (x.ApplicantAccountId, x.SubmitterAccountId, x.AssistantId);
                (State, SubmittedAt, AcceptanceDueAt) = (DossierState.Submitted, at, x.AcceptanceDueAt);
                break;
            case DossierReceivedAtDesk x:
                Open(x.SubmissionCode, x.Filing, x.ApplicantKind, x.ApplicantCommune, x.EidVerified);
                (State, SubmittedAt, ApplicantAccountId, DeskDeclaration) = (DossierState.Submitted, at, x.ApplicantAccountId, x.Declaration);
                break;
            case DossierAccepted x:
                (State, Number, AcceptedAt, AcceptanceDueAt) = (DossierState.Accepted, x.Number, at, null);
                Promise(x.Due);
                (FirstDueAt, IndexDueAt, FeeVnd, ComponentsDigitised, Reused) = (x.Due?.At, x.Due?.At, x.FeeVnd, x.ComponentsDigitised, x.Reused);
                LimitCase = x.LimitCase ?? LimitCase;
                break;
            case GuidanceIssued x:
                (State, AskedAt, RespondBy, AcceptanceDueAt, GuidanceCount) = (DossierState.AwaitingSupplement, at, x.RespondBy, null, GuidanceCount + 1);
                break;
            case IntakeRefused:
                (State, EndedAt, AcceptanceDueAt) = (DossierState.NotAccepted, at, null);
                Answered();
                break;
            case DossierSentAgain x:
                (State, AcceptanceDueAt) = (DossierState.Submitted, x.AcceptanceDueAt);
                Answered();
                break;
            case DossierTakenOver x:
                State = DossierState.Processing;
                At(x.StepId, x.StepNumber, x.Role, x.UnitKey, x.OfficerId);
                break;
            case SupplementRequested x:
                (State, AskedAt, RespondBy, SupplementCount) = (DossierState.AwaitingSupplement, at, x.RespondBy, SupplementCount + 1);
                break;
            case SupplementReceived x:
                (State, IndexDueAt, SupplementMinutes) = (DossierState.Processing, x.IndexDueAt ?? IndexDueAt, SupplementMinutes + x.WaitedWorkingMinutes);
                Answered();
                Promise(x.Due);
                break;
            case PaymentRequested x:
                (State, FeeVnd) = (DossierState.AwaitingPayment, x.AmountVnd);
                break;
            case PaymentSettled x:
                (State, PaidVnd, PaidOnline) = (DossierState.Processing, PaidVnd + x.AmountVnd, PaidOnline || x.Online);
                Promise(x.Due);
                break;
            case DossierWithdrawn:
                (State, EndedAt, AcceptanceDueAt) = (DossierState.Withdrawn, at, null);
                Answered();
                break;
            case DossierStopped:
                (State, EndedAt) = (DossierState.Stopped, at);
                Answered();
                break;
            case DossierResumed x:
                (State, EndedAt) = (DossierState.Processing, null);
                Promise(x.Due);
                break;
            case PapersGivenBack:
                // A stop that an import stated as the end is no finish
                (State, ReturnedAt, FinishedAt) = (DossierState.Returned, at, null);
                break;
            case StepClaimed x:
                StepOfficerId = x.OfficerId;
                break;
            case StepHandedOn x:
                At(x.StepId, x.StepNumber, x.Role, x.UnitKey, x.OfficerId);
                break;
            case StepTakenBack x:
                Undecide();
                At(x.StepId, x.StepNumber, x.Role, x.UnitKey, x.OfficerId);
                break;
            case StepReturned x:
                Undecide();
                At(x.StepId, x.StepNumber, x.Role, x.UnitKey, x.OfficerId);
                break;
            case DossierReappointed x:
                (ReappointmentCount, IndexDueAt) = (ReappointmentCount + 1, x.Due.At);
                Promise(x.Due);
                break;
            case DeadlinesRecounted x:
                (IndexDueAt, AcceptanceDueAt) = (x.IndexDueAt ?? IndexDueAt, x.AcceptanceDueAt ?? AcceptanceDueAt);
                Promise(x.Due);
                break;
            case DossierDecided x:
                (DecidedOutcome, DecidedAt, DecidedBy) = (x.Outcome, at, x.OfficerId);
                break;
            case DossierFinished x:
                if (DecidedOutcome is null) (DecidedOutcome, DecidedAt, DecidedBy) = (x.Outcome, at, x.OfficerId);
                (State, Outcome, FinishedAt, HasElectronicResult) = (DossierState.Finished, x.Outcome, at, HasElectronicResult || x.HasElectronicResult);
                (StepId, StepRole, StepUnit, StepOfficerId) = (null, "", "", null);
                break;
            case ResultIssued:
                (ResultCount, HasElectronicResult) = (ResultCount + 1, true);
                break;
            case ResultRevoked or ResultSuperseded or DocumentNumbered:
                break;
            case DossierReturned:
                (State, ReturnedAt) = (DossierState.Returned, at);
                break;
            case DossierReopened x:
                (State, Outcome, FinishedAt, ReturnedAt) = (DossierState.Processing, null, null, null);
                Undecide();
                At(x.StepId, x.StepNumber, x.Role, x.UnitKey, null);
                break;
            case FeeRecorded x:
                (PaidVnd, PaidOnline) = (PaidVnd + x.AmountVnd, PaidOnline || x.Online);
                break;
            case DossierImported x:
                Restate(x.Imported);
                break;
            case ImportRestated x:
                Restate(x.Imported);
                break;
            default:
                throw new InvalidOperationException($"Unknown event {e.Name}");
        }
    }

    private void Open(string code, Filing filing, ApplicantKind kind, string commune, bool eid)
    {
        SubmissionCode = code;
        (ProcedureCode, ProcedureVersionId, LimitCase) = (filing.ProcedureCode, filing.ProcedureVersionId, filing.LimitCase);
        (ReceivingUnit, HandlingUnit, Place) = (filing.ReceivingUnit, filing.HandlingUnit, filing.Place);
        (Channel, AssistedBy, Standing) = (filing.Channel, filing.AssistedBy, filing.Standing);
        (ApplicantKind, ApplicantCommune, EidVerified) = (kind, commune, eid);
    }

    private void Promise(Appointment? due)
    {
        if (due is not null)
        {
            (DueAt, DueByHours, Limit) = (due.At, due.ByHours, due.Limit);
        }
    }

    private void Undecide() => (DecidedOutcome, DecidedAt, DecidedBy) = (null, null, null);

    private void Answered() => (AskedAt, RespondBy) = (null, null);

    private void At(Guid step, int number, string role, string unit, string? officer) =>
        (StepId, StepNumber, StepRole, StepUnit, StepOfficerId) = (step, number, role, unit, officer);

    private void Restate(ImportedState s)
    {
        Open(s.Code, s.Filing, s.ApplicantKind, s.ApplicantCommune, s.EidVerified);
        (Number, State, Outcome, IsImported) = (s.Number, s.State, s.Outcome, true);
        (SubmittedAt, AcceptedAt, FinishedAt, ReturnedAt) = (s.SubmittedAt, s.AcceptedAt, s.FinishedAt, s.ReturnedAt);
        (FirstDueAt, DueAt, IndexDueAt, DueComputed, DueByHours, Limit) = (s.FirstDueAt, s.DueAt, s.DueAt, s.DueComputed, s.DueByHours, s.Limit);
        (SupplementCount, SupplementDays, FeeVnd, PaidOnline, PaidVnd) = (s.SupplementCount, s.SupplementDays, s.FeeVnd, s.PaidOnline, s.PaidOnline ? s.FeeVnd : 0);
        (HasElectronicResult, ComponentsDigitised, Reused, Satisfaction) = (s.HasElectronicResult, s.ComponentsDigitised, s.Reused, s.Satisfaction);
        SupplementMinutes = 0;
        EndedAt = s.State is DossierState.Withdrawn or DossierState.Stopped or DossierState.NotAccepted ? s.FinishedAt : null;
        // Awaiting a supplement since a moment, and not finished: when it comes the dossier is open again. Without the moment it counts as open
        var isAwaited = s.State == DossierState.AwaitingSupplement;
        (AskedAt, RespondBy, FinishedAt) = (isAwaited ? s.FinishedAt : null, isAwaited ? RespondBy : null, isAwaited ? null : s.FinishedAt);
        AcceptanceDueAt = s.State == DossierState.Submitted ? AcceptanceDueAt : null;
    }
}
