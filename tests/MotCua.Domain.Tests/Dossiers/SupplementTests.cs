using MotCua.Domain.Calendar;
using MotCua.Domain.Dossiers;

namespace MotCua.Domain.Tests.Dossiers;

public sealed class SupplementTests
{
    [Theory]
    [InlineData(24, 16, 0, "", null)]
    [InlineData(27, 17, 0, "", null)] // NĐ 61/2018 Đ19 k4: the third working day after Monday 24 is Thursday 27
    [InlineData(27, 17, 1, "", "DOS-0008")]
    [InlineData(28, 8, 0, "", "DOS-0008")]
    [InlineData(28, 8, 0, "Luật Đất đai Điều 195", null)]
    public void Request_ByMoment_OnlyWithinThreeWorkingDays(int day, int hour, int minute, string ground, string? problem)
    {
        var now = Samples.Local(2022, 10, day, hour, minute);
        Assert.Equal(problem, SupplementRequestDecision.Decide(Samples.Processing(), Samples.Terms, Samples.Calendar, Samples.Demand(now.AddDays(10)), ground, now).Problem?.Code);
    }

    [Theory]
    [InlineData("", "DOS-0005")] // NĐ 61/2018 Đ11 k2 c: once
    [InlineData("Luật Hộ tịch Điều 18", null)]
    public void Request_SecondTime_NeedsSpecialisedGround(string ground, string? problem)
    {
        var dossier = Samples.In(DossierState.AwaitingSupplement);
        var now = Samples.Monday.AddHours(2);
        dossier.Apply(SupplementReceiptDecision.Decide(dossier, Samples.Terms, Samples.Calendar, Samples.Id(50), [], now).Value, now);
        Assert.Equal(problem, SupplementRequestDecision.Decide(dossier, Samples.Terms, Samples.Calendar, Samples.Demand(now.AddDays(10)), ground, now).Problem?.Code);
    }

    [Fact]
    public void Receive_CompleteSupplement_RestartsStatutoryAndOnlyShiftsIndex()
    {
        // Law rule 17 (NĐ 61/2018 Đ19 k4; QĐ 766): accepted Mon 24/10 09:00, 5 days → Mon 31/10. Asked Tue 25 09:00, complete Thu 27 09:00:
        // statutory from zero: Thu 03/11; index: two working days left out: Wed 02/11
        var dossier = Samples.Processing();
        var asked = Samples.Local(2022, 10, 25, 9, 0);
        dossier.Apply(SupplementRequestDecision.Decide(dossier, Samples.Terms, Samples.Calendar, Samples.Demand(asked.AddDays(9)), null, asked).Value, asked);
        var now = Samples.Local(2022, 10, 27, 9, 0);
        dossier.Apply(SupplementReceiptDecision.Decide(dossier, Samples.Terms, Samples.Calendar, Samples.Id(50), [], now).Value, now);
        Assert.Equal(DossierState.Processing, dossier.State);
        Assert.Equal(Samples.Local(2022, 11, 3, 17, 0), dossier.DueAt);
        Assert.Equal(Samples.Local(2022, 11, 2, 17, 0), dossier.IndexDueAt);
        Assert.Equal(Samples.Local(2022, 10, 31, 17, 0), dossier.FirstDueAt); // law rule 19
        Assert.Equal(16 * 60, dossier.SupplementMinutes);
        Assert.Equal("H03.60.1-221024-0001", dossier.Number); // NĐ 45/2020 Đ12
    }

    [Theory]
    [InlineData(0, false, false, "DOS-0030")]
    [InlineData(100_000, false, false, null)]
    [InlineData(0, true, false, null)]
    [InlineData(100_000, true, false, "DOS-0030")]
    public void SettlePayment_AmountAndWaiver_MustAgree(long amount, bool waived, bool online, string? problem)
    {
        var dossier = Samples.In(DossierState.AwaitingPayment);
        var result = PaymentSettlementDecision.Decide(dossier, Samples.Terms, Samples.Calendar, amount, online, waived, Samples.Monday, Samples.Monday.AddHours(1), Samples.Monday.AddHours(5));
        Assert.Equal(problem, result.Problem?.Code);
        if (result.IsOk) Assert.Null(result.Value.Due); // law rule 18: no pause without a legal basis
    }

    [Fact]
    public void SettlePayment_WithLegalBasis_LeavesTheWaitingOut()
    {
        var terms = Samples.Terms with { PaymentPauseBasis = "NĐ 148/2020 Điều 2 khoản 40" };
        var e = PaymentSettlementDecision.Decide(Samples.In(DossierState.AwaitingPayment), terms, Samples.Calendar, 100_000, false, false, Samples.Monday, Samples.Local(2022, 10, 25, 9, 0), Samples.Local(2022, 10, 27, 9, 0)).Value;
        Assert.Equal(Samples.Local(2022, 11, 2, 17, 0), e.Due!.At);
    }

    [Theory]
    [InlineData(20_000, "0000123", null)]
    [InlineData(-1, "0000123", "DOS-0030")]
    [InlineData(20_000, " ", "DOS-0031")] // NĐ 61/2018 Đ22: receipts
    public void RecordFee_ByAmountAndReceipt(long amount, string receipt, string? problem) =>
        Assert.Equal(problem, FeeRecordDecision.Decide(Samples.Accepted(), amount, receipt, Samples.Desk).Problem?.Code);

    [Fact]
    public void Index_SecondSupplement_IsLate() => // QĐ 766; law rule 27
        Assert.Equal(Verdict.Late, Lateness.Index(Samples.Monday.AddDays(9), Samples.Monday, 2, Samples.Monday));
}
