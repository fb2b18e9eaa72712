using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>Everything a person can do to a dossier; each is one use case.</summary>
public enum DossierWork
{
    /// <summary>Tiếp nhận.</summary>
    Accept = 1,

    /// <summary>Hướng dẫn bổ sung trước tiếp nhận (Mẫu 02).</summary>
    Guide = 2,

    /// <summary>Từ chối tiếp nhận (Mẫu 03).</summary>
    RefuseIntake = 3,

    /// <summary>Nhận xử lý.</summary>
    TakeOver = 4,

    /// <summary>Nhận việc at a step.</summary>
    ClaimStep = 5,

    /// <summary>Chuyển bước.</summary>
    HandOn = 6,

    /// <summary>Thu hồi.</summary>
    TakeBack = 7,

    /// <summary>Trả lại bước trước.</summary>
    ReturnStep = 8,

    /// <summary>Đề nghị Bộ phận Một cửa yêu cầu bổ sung.</summary>
    ProposeSupplement = 9,

    /// <summary>Yêu cầu bổ sung.</summary>
    RequestSupplement = 10,

    /// <summary>Nhận đủ bổ sung.</summary>
    ReceiveSupplement = 11,

    /// <summary>Nộp lại sau hướng dẫn.</summary>
    SendAgain = 12,

    /// <summary>Thu phí, lệ phí tại quầy.</summary>
    RecordFee = 13,

    /// <summary>Yêu cầu nghĩa vụ tài chính.</summary>
    RequestPayment = 14,

    /// <summary>Xác nhận đã nộp hoặc được miễn.</summary>
    SettlePayment = 15,

    /// <summary>Dự thảo kết quả.</summary>
    DraftResult = 16,

    /// <summary>Duyệt: granted or refused.</summary>
    Decide = 17,

    /// <summary>Xin lỗi và hẹn lại (Mẫu 04).</summary>
    Reappoint = 18,

    /// <summary>Trả kết quả.</summary>
    Deliver = 19,

    /// <summary>Rút hồ sơ.</summary>
    Withdraw = 20,

    /// <summary>Dừng giải quyết.</summary>
    Stop = 21,

    /// <summary>Giải quyết tiếp.</summary>
    Resume = 22,

    /// <summary>Trả lại giấy tờ.</summary>
    GiveBackPapers = 23,

    /// <summary>Thu hồi hoặc thay thế kết quả.</summary>
    RevokeResult = 24,

    /// <summary>Mở lại.</summary>
    Reopen = 25,

    /// <summary>Ban hành: the clerk numbers, stamps and issues what the leader decided.</summary>
    Issue = 26,
}

/// <summary>What a person may see of a dossier and do to it, now.</summary>
/// <param name="MayRead">Sees the dossier itself.</param>
/// <param name="MayReadTrail">Sees the chain of events, without personal data.</param>
/// <param name="IsOwner">Is the applicant, or sent it.</param>
/// <param name="Works">What may be done now.</param>
public sealed record DossierRights(bool MayRead, bool MayReadTrail, bool IsOwner, IReadOnlyList<DossierWork> Works)
{
    /// <summary>Sees nothing.</summary>
    public static readonly DossierRights None = new(false, false, false, []);

    /// <summary>True when the work may be done now.</summary>
    public bool May(DossierWork work) => Works.Contains(work);
}

/// <summary>
/// The one place that decides what a person may see of a dossier and do to it (law rules 54, 55; NĐ 61/2018 Đ5 k1 c, d). Desk officers see those of their
/// place or receiving unit; handlers, leaders and clerks those of the handling unit or the unit of the step; auditors the trail only;
/// administrators and operators nothing; citizens their own.
/// </summary>
public static class DossierAccess
{
    private static readonly Role[] UnitRoles = [Role.Handler, Role.UnitLeader, Role.Clerk];

    /// <summary>The rights of a person on a dossier in its present state.</summary>
    public static DossierRights Of(Dossier dossier, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Kind switch
        {
            ActorKind.Officer => OfOfficer(dossier, actor),
            ActorKind.Citizen => OfCitizen(dossier, actor),
            ActorKind.System => new DossierRights(true, true, false, []),
            _ => DossierRights.None,
        };
    }

    /// <summary>The dossiers that an officer may read; the same rule as <see cref="Of"/>, for lists and searches.</summary>
    public static IQueryable<Dossier> Visible(IQueryable<Dossier> dossiers, Actor actor)
    {
        var (desks, units) = (Desks(actor), Units(actor));
        if (actor.Kind != ActorKind.Officer || (desks.Count == 0 && units.Count == 0)) return dossiers.Where(_ => false);
        if (units.Count == 0) return dossiers.Where(d => desks.Contains(d.Place) || desks.Contains(d.ReceivingUnit));
        if (desks.Count == 0) return dossiers.Where(d => units.Contains(d.HandlingUnit) || units.Contains(d.StepUnit));
        return dossiers.Where(d => desks.Contains(d.Place) || desks.Contains(d.ReceivingUnit) || units.Contains(d.HandlingUnit) || units.Contains(d.StepUnit));
    }

    /// <summary>Units for whose desk the actor works.</summary>
    public static IReadOnlyList<string> Desks(Actor actor) => actor.UnitsFor(Role.DeskOfficer);

    /// <summary>Units in which the actor handles, decides or keeps the books.</summary>
    public static IReadOnlyList<string> Units(Actor actor) => actor.UnitsFor(UnitRoles);

    private static DossierRights OfOfficer(Dossier d, Actor actor)
    {
        var isDesk = actor.Has(Role.DeskOfficer, d.Place) || actor.Has(Role.DeskOfficer, d.ReceivingUnit);
        var isUnit = UnitRoles.Any(r => actor.Has(r, d.HandlingUnit) || (d.StepUnit.Length > 0 && actor.Has(r, d.StepUnit)));
        if (!isDesk && !isUnit) return new DossierRights(false, actor.Has(Role.Auditor), false, []);
        var works = new List<DossierWork>();
        if (!d.IsImported || d.IsAccepted)
        {
            if (isDesk) works.AddRange(DeskWorks(d));
            if (isUnit) works.AddRange(UnitWorks(d, actor));
        }

        return new DossierRights(true, true, false, [.. works.Distinct().Order()]);
    }

    private static IEnumerable<DossierWork> DeskWorks(Dossier d)
    {
        if (Lets(d, DossierAct.Accept)) yield return DossierWork.Accept;
        if (Lets(d, DossierAct.Guide)) yield return DossierWork.Guide;
        if (Lets(d, DossierAct.RefuseIntake)) yield return DossierWork.RefuseIntake;
        if (Lets(d, DossierAct.SendAgain)) yield return DossierWork.SendAgain;
        if (Lets(d, DossierAct.RequestSupplement) && !d.IsDecided) yield return DossierWork.RequestSupplement;
        if (Lets(d, DossierAct.ReceiveSupplement)) yield return DossierWork.ReceiveSupplement;
        if (Lets(d, DossierAct.RequestPayment) && !d.IsDecided) yield return DossierWork.RequestPayment;
        if (Lets(d, DossierAct.SettlePayment)) yield return DossierWork.SettlePayment;
        if (Lets(d, DossierAct.Withdraw)) yield return DossierWork.Withdraw;
        if (Lets(d, DossierAct.GiveBackPapers)) yield return DossierWork.GiveBackPapers;
        if (Lets(d, DossierAct.Deliver)) yield return DossierWork.Deliver;
        if (d.State is DossierState.Accepted or DossierState.Processing or DossierState.Finished or DossierState.AwaitingSupplement && d.IsAccepted && d.FeeVnd > d.PaidVnd) yield return DossierWork.RecordFee;
    }

    private static IEnumerable<DossierWork> UnitWorks(Dossier d, Actor actor)
    {
        var isLeader = actor.Has(Role.UnitLeader, d.HandlingUnit);
        var isWorker = isLeader || actor.Has(Role.Handler, d.HandlingUnit);
        if (isWorker && Lets(d, DossierAct.TakeOver)) yield return DossierWork.TakeOver;
        if (d.State == DossierState.Processing && d.StepId is not null)
        {
            var hasRole = HoldsStepRole(d, actor);
            var isFree = d.StepOfficerId is null;
            if (hasRole && isFree) yield return DossierWork.ClaimStep;
            if (d.StepOfficerId == actor.Id || (hasRole && isFree))
            {
                yield return DossierWork.HandOn;
                yield return DossierWork.ReturnStep;
                if (d.IsDecided && d.StepRole == nameof(Role.Clerk))
                {
                    yield return DossierWork.Issue;
                }
                else if (isWorker)
                {
                    yield return DossierWork.DraftResult;
                    if (d.SupplementCount == 0) yield return DossierWork.ProposeSupplement;
                }
            }
            else
            {
                yield return DossierWork.TakeBack; // only the giver, before the receiver acted: decided on the chain
            }
        }

        if (d.State is DossierState.Accepted && isWorker) yield return DossierWork.DraftResult;
        if (!isLeader) yield break;
        var mayDecide = d.State == DossierState.Accepted || (d.StepRole == nameof(Role.UnitLeader) && (d.StepOfficerId is null || d.StepOfficerId == actor.Id));
        if (Lets(d, DossierAct.Finish) && !d.IsDecided && mayDecide) yield return DossierWork.Decide;
        if (d.State is DossierState.Accepted or DossierState.Processing && d.ReappointmentCount == 0 && d.DueAt is not null) yield return DossierWork.Reappoint;
        if (Lets(d, DossierAct.RequestPayment) && !d.IsDecided) yield return DossierWork.RequestPayment;
        if (Lets(d, DossierAct.Stop) && !d.IsDecided) yield return DossierWork.Stop;
        if (Lets(d, DossierAct.Resume)) yield return DossierWork.Resume;
        if (Lets(d, DossierAct.Reopen)) yield return DossierWork.Reopen;
        if (d.State is DossierState.Finished or DossierState.Returned && d.ResultCount > 0) yield return DossierWork.RevokeResult;
    }

    private static DossierRights OfCitizen(Dossier d, Actor actor)
    {
        if (!Guid.TryParse(actor.Id, out var account) || (d.ApplicantAccountId != account && d.SubmitterAccountId != account)) return DossierRights.None;
        var works = new List<DossierWork>();
        if (Lets(d, DossierAct.SendAgain)) works.Add(DossierWork.SendAgain);
        if (Lets(d, DossierAct.ReceiveSupplement)) works.Add(DossierWork.ReceiveSupplement);
        if (Lets(d, DossierAct.Withdraw)) works.Add(DossierWork.Withdraw);
        return new DossierRights(true, false, true, works);
    }

    private static bool HoldsStepRole(Dossier d, Actor actor) => Enum.TryParse<Role>(d.StepRole, out var role) && actor.Has(role, d.StepUnit);

    private static bool Lets(Dossier d, DossierAct act) => DossierTransitions.After(d.State, act, d.IsAccepted) is not null;
}
