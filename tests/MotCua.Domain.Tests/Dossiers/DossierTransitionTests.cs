using MotCua.Domain.Dossiers;

namespace MotCua.Domain.Tests.Dossiers;

/// <summary>The table of states and acts, cell by cell, the forbidden cells included (QCVN 120:2019; NĐ 61/2018 Đ17, Đ19, Đ20; NĐ 45/2020 Đ11).</summary>
public sealed class DossierTransitionTests
{
    /// <summary>Present state, whether ever accepted, and all that may happen: «act state» of the exchange's codes.</summary>
    public static TheoryData<DossierState, bool, string> Rows { get; } = new()
    {
        { DossierState.Submitted, false, "Accept 2, Guide 5, RefuseIntake 3, Withdraw 7" },
        { DossierState.Accepted, true, "Withdraw 7, TakeOver 4, RequestSupplement 5, RequestPayment 6, Stop 8, Finish 9" },
        { DossierState.NotAccepted, false, "" },
        { DossierState.Processing, true, "Withdraw 7, RequestSupplement 5, RequestPayment 6, Stop 8, Finish 9" },
        { DossierState.AwaitingSupplement, false, "RefuseIntake 3, Withdraw 7, SendAgain 1" },
        { DossierState.AwaitingSupplement, true, "Withdraw 7, ReceiveSupplement 4, Stop 8" },
        { DossierState.AwaitingPayment, true, "Withdraw 7, SettlePayment 4, Stop 8" },
        { DossierState.Withdrawn, false, "" },
        { DossierState.Withdrawn, true, "" },
        { DossierState.Stopped, true, "Resume 4, GiveBackPapers 10" },
        { DossierState.Finished, true, "Deliver 10, Reopen 4" },
        { DossierState.Returned, true, "Reopen 4" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void After_EveryAct_LeadsWhereTheTableSays(DossierState from, bool isAccepted, string expected)
    {
        var found = Enum.GetValues<DossierAct>()
            .Select(act => (Act: act, To: DossierTransitions.After(from, act, isAccepted)))
            .Where(cell => cell.To is not null)
            .Select(cell => FormattableString.Invariant($"{cell.Act} {(int)cell.To!.Value}"));
        Assert.Equal(expected, string.Join(", ", found));
        Assert.Equal(expected.Length == 0 ? 0 : expected.Split(", ").Length, DossierTransitions.Possible(from, isAccepted).Count());
    }

    [Fact]
    public void Rows_NameEveryState() => Assert.Equal(Enum.GetValues<DossierState>(), Rows.Select(r => r.Data.Item1).Distinct().Order());
}
