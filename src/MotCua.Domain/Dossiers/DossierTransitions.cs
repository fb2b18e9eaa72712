using System.Collections.Frozen;

namespace MotCua.Domain.Dossiers;

/// <summary>What can be done to a dossier. Each act that changes the state has its rows in <see cref="DossierTransitions"/>.</summary>
public enum DossierAct
{
    /// <summary>Tiếp nhận (NĐ 61/2018 Đ17).</summary>
    Accept = 1,

    /// <summary>Hướng dẫn bổ sung trước tiếp nhận, Mẫu 02 (NĐ 61/2018 Đ17 k1, k2).</summary>
    Guide = 2,

    /// <summary>Từ chối tiếp nhận, Mẫu 03.</summary>
    RefuseIntake = 3,

    /// <summary>Rút hồ sơ.</summary>
    Withdraw = 4,

    /// <summary>Nộp lại sau hướng dẫn: a new acceptance clock.</summary>
    SendAgain = 5,

    /// <summary>Nhận xử lý: the unit takes the dossier over.</summary>
    TakeOver = 6,

    /// <summary>Yêu cầu bổ sung sau tiếp nhận, once, through the desk (NĐ 61/2018 Đ11 k2, Đ19 k4).</summary>
    RequestSupplement = 7,

    /// <summary>Nhận đủ bổ sung: the statutory limit restarts (NĐ 61/2018 Đ19 k4).</summary>
    ReceiveSupplement = 8,

    /// <summary>Yêu cầu nghĩa vụ tài chính.</summary>
    RequestPayment = 9,

    /// <summary>Đã nộp hoặc được miễn.</summary>
    SettlePayment = 10,

    /// <summary>Dừng giải quyết by decision.</summary>
    Stop = 11,

    /// <summary>Giải quyết tiếp by decision.</summary>
    Resume = 12,

    /// <summary>Trả lại giấy tờ of a stopped dossier.</summary>
    GiveBackPapers = 13,

    /// <summary>Xử lý xong with an outcome.</summary>
    Finish = 14,

    /// <summary>Trả kết quả.</summary>
    Deliver = 15,

    /// <summary>Mở lại to mend a mistake; the old timeline stays.</summary>
    Reopen = 16,
}

/// <summary>The transition table (ADR 0004). What is not in it cannot happen.</summary>
public static class DossierTransitions
{
    private static readonly FrozenDictionary<(DossierState From, DossierAct Act), DossierState> Table = new Dictionary<(DossierState, DossierAct), DossierState>
    {
        [(DossierState.Submitted, DossierAct.Accept)] = DossierState.Accepted,
        [(DossierState.Submitted, DossierAct.Guide)] = DossierState.AwaitingSupplement,
        [(DossierState.Submitted, DossierAct.RefuseIntake)] = DossierState.NotAccepted,
        [(DossierState.Submitted, DossierAct.Withdraw)] = DossierState.Withdrawn,

        [(DossierState.Accepted, DossierAct.TakeOver)] = DossierState.Processing,
        [(DossierState.Accepted, DossierAct.RequestSupplement)] = DossierState.AwaitingSupplement,
        [(DossierState.Accepted, DossierAct.RequestPayment)] = DossierState.AwaitingPayment,
        [(DossierState.Accepted, DossierAct.Withdraw)] = DossierState.Withdrawn,
        [(DossierState.Accepted, DossierAct.Stop)] = DossierState.Stopped,
        [(DossierState.Accepted, DossierAct.Finish)] = DossierState.Finished,

        [(DossierState.Processing, DossierAct.RequestSupplement)] = DossierState.AwaitingSupplement,
        [(DossierState.Processing, DossierAct.RequestPayment)] = DossierState.AwaitingPayment,
        [(DossierState.Processing, DossierAct.Withdraw)] = DossierState.Withdrawn,
        [(DossierState.Processing, DossierAct.Stop)] = DossierState.Stopped,
        [(DossierState.Processing, DossierAct.Finish)] = DossierState.Finished,

        [(DossierState.AwaitingSupplement, DossierAct.SendAgain)] = DossierState.Submitted,
        [(DossierState.AwaitingSupplement, DossierAct.RefuseIntake)] = DossierState.NotAccepted,
        [(DossierState.AwaitingSupplement, DossierAct.ReceiveSupplement)] = DossierState.Processing,
        [(DossierState.AwaitingSupplement, DossierAct.Withdraw)] = DossierState.Withdrawn,
        [(DossierState.AwaitingSupplement, DossierAct.Stop)] = DossierState.Stopped,

        [(DossierState.AwaitingPayment, DossierAct.SettlePayment)] = DossierState.Processing,
        [(DossierState.AwaitingPayment, DossierAct.Withdraw)] = DossierState.Withdrawn,
        [(DossierState.AwaitingPayment, DossierAct.Stop)] = DossierState.Stopped,

        [(DossierState.Stopped, DossierAct.Resume)] = DossierState.Processing,
        [(DossierState.Stopped, DossierAct.GiveBackPapers)] = DossierState.Returned,

        [(DossierState.Finished, DossierAct.Deliver)] = DossierState.Returned,
        [(DossierState.Finished, DossierAct.Reopen)] = DossierState.Processing,
        [(DossierState.Returned, DossierAct.Reopen)] = DossierState.Processing,
    }.ToFrozenDictionary();

    /// <summary>Acts that exist only before acceptance while the dossier waits for the applicant.</summary>
    private static readonly FrozenSet<DossierAct> BeforeAcceptance = new[] { DossierAct.SendAgain, DossierAct.RefuseIntake }.ToFrozenSet();

    /// <summary>Acts that exist only after acceptance while the dossier waits for the applicant.</summary>
    private static readonly FrozenSet<DossierAct> AfterAcceptance = new[] { DossierAct.ReceiveSupplement, DossierAct.Stop }.ToFrozenSet();

    /// <summary>The state an act leads to, or null when the law does not let it happen now.</summary>
    /// <param name="from">The present state.</param>
    /// <param name="act">The act.</param>
    /// <param name="isAccepted">Whether the dossier has ever been accepted: state 5 differs before and after.</param>
    public static DossierState? After(DossierState from, DossierAct act, bool isAccepted)
    {
        if (from == DossierState.AwaitingSupplement && (isAccepted ? BeforeAcceptance : AfterAcceptance).Contains(act))
        {
            return null;
        }

        return Table.TryGetValue((from, act), out var to) ? to : null;
    }

    /// <summary>All acts possible now, in the order of the enumeration.</summary>
    public static IEnumerable<DossierAct> Possible(DossierState from, bool isAccepted) =>
        Enum.GetValues<DossierAct>().Where(act => After(from, act, isAccepted) is not null);
}
