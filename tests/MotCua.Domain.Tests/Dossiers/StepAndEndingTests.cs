using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.Domain.Tests.Dossiers;

public sealed class StepAndEndingTests
{
    [Fact]
    public void Claim_HeldByAnother_IsRefused()
    {
        Assert.Equal("DOS-0024", StepDecision.Claim(Samples.Processing(), "handler-2").Problem?.Code);
        Assert.True(StepDecision.Claim(Samples.Processing(holder: null), Samples.Leader).IsOk);
    }

    [Fact]
    public void HandOn_ByHolder_MovesToTheNextStepAndKeepsTheAppointment()
    {
        var dossier = Samples.Processing();
        var due = dossier.DueAt;
        dossier.Apply(StepDecision.HandOn(dossier, Samples.Step(2), Samples.Handler).Value, Samples.Monday);
        Assert.Equal((2, "UnitLeader", (string?)null), (dossier.StepNumber, dossier.StepRole, dossier.StepOfficerId));
        Assert.Equal(due, dossier.DueAt); // NĐ 61/2018 Đ19 k5
        Assert.Equal("DOS-0026", StepDecision.HandOn(dossier, null, Samples.Leader).Problem?.Code);
        Assert.Equal("DOS-0024", StepDecision.HandOn(Samples.Processing(), Samples.Step(2), "handler-2").Problem?.Code);
    }

    [Fact]
    public void TakeBack_OnlyByGiverBeforeAnythingHappened()
    {
        var dossier = Samples.Processing();
        var handed = StepDecision.HandOn(dossier, Samples.Step(2), Samples.Handler).Value;
        dossier.Apply(handed, Samples.Monday);
        var back = Samples.Step(1, Samples.Handler) with { Id = Samples.Id(110) };
        Assert.True(StepDecision.TakeBack(dossier, handed, Samples.Handler, back, Samples.Handler).IsOk);
        Assert.Equal("DOS-0025", StepDecision.TakeBack(dossier, handed, Samples.Handler, back, "handler-2").Problem?.Code);
        var claimed = StepDecision.Claim(dossier, Samples.Leader).Value;
        dossier.Apply(claimed, Samples.Monday);
        Assert.Equal("DOS-0025", StepDecision.TakeBack(dossier, claimed, Samples.Leader, back, Samples.Handler).Problem?.Code);
    }

    [Fact]
    public void Return_WithoutReasonOrStepBefore_IsRefused()
    {
        var dossier = Samples.Processing();
        Assert.Equal("DOS-0027", StepDecision.Return(dossier, null, Samples.Id(60), "Thiếu ý kiến", Samples.Handler).Problem?.Code);
        Assert.Equal("DOS-0023", StepDecision.Return(dossier, Samples.Step(1), Samples.Id(60), " ", Samples.Handler).Problem?.Code);
    }

    [Fact]
    public void Grant_OwnDraft_IsRefused()
    {
        var drafts = new[] { new DraftedResult(Samples.Id(70), Samples.Leader, "abc") };
        Assert.Equal("DOS-0014", FinishDecision.Grant(Samples.Processing(), drafts, Samples.Leader).Problem?.Code);
        Assert.Equal("DOS-0017", FinishDecision.Grant(Samples.Processing(), [], Samples.Leader).Problem?.Code);
    }

    [Fact]
    public void Grant_TwoDrafts_IssuesNumberedResults()
    {
        // NĐ 45/2020 Đ14 k3: mã hồ sơ-KQ(n)
        var dossier = Samples.Processing();
        var events = FinishDecision.Grant(dossier, [new DraftedResult(Samples.Id(70), Samples.Handler, "a"), new DraftedResult(Samples.Id(71), Samples.Handler, "b")], Samples.Leader).Value;
        Assert.Equal(["H03.60.1-221024-0001-KQ1", "H03.60.1-221024-0001-KQ2"], events.OfType<ResultIssued>().Select(r => r.ResultCode));
        foreach (var e in events) dossier.Apply(e, Samples.Monday);
        Assert.Equal((DossierState.Finished, DossierOutcome.Granted, 2), (dossier.State, dossier.Outcome, dossier.ResultCount));
        Assert.Null(dossier.StepId);
    }

    [Theory]
    [InlineData("khong-du-dieu-kien", "Đất không phù hợp quy hoạch", null)]
    [InlineData("", "Đất không phù hợp quy hoạch", "DOS-0009")] // NĐ 61/2018 Đ19 k8: written reasons
    public void Refuse_NeedsGround(string ground, string text, string? problem) =>
        Assert.Equal(problem, FinishDecision.Refuse(Samples.Processing(), [], new WrittenRefusal(ground, Samples.Id(60), text, Samples.Leader)).Problem?.Code);

    [Fact]
    public void Reappoint_Second_IsRefusedAndTheFirstPromiseStays()
    {
        var dossier = Samples.Processing();
        var first = dossier.FirstDueAt;
        var now = Samples.Local(2022, 10, 28, 9, 0);
        dossier.Apply(ReappointmentDecision.Decide(dossier, Samples.Calendar, new(2022, 11, 4), Samples.Id(60), "Chờ xác minh thực địa", Samples.Leader, now).Value, now);
        Assert.Equal(Samples.Local(2022, 11, 4, 17, 0), dossier.DueAt);
        Assert.Equal(first, dossier.FirstDueAt); // law rule 19
        Assert.Equal("DOS-0007", ReappointmentDecision.Decide(dossier, Samples.Calendar, new(2022, 11, 11), Samples.Id(61), "Lần hai", Samples.Leader, now).Problem?.Code);
    }

    [Theory]
    [InlineData(31, "Bận", "DOS-0028")]
    [InlineData(30, "Bận", "DOS-0028")]
    [InlineData(31, " ", "DOS-0023")]
    public void Reappoint_NotLaterOrNoReason_IsRefused(int day, string reason, string problem) =>
        Assert.Equal(problem, ReappointmentDecision.Decide(Samples.Processing(), Samples.Calendar, new(2022, 10, day), Samples.Id(60), reason, Samples.Leader, Samples.Monday).Problem?.Code);

    [Theory]
    [InlineData(true, "", null)]
    [InlineData(false, "", "DOS-0015")] // NĐ 61/2018 Đ6 k2 b: giấy ủy quyền
    [InlineData(false, "Giấy ủy quyền ngày 20/10/2022", null)]
    public void Deliver_ToAnother_NeedsMandate(bool isApplicant, string mandate, string? problem) =>
        Assert.Equal(problem, DeliveryDecision.Decide(Samples.Finished(), new HandingOver(Samples.Id(80), "counter", "Lý Thị Mai", isApplicant, mandate, Samples.Desk)).Problem?.Code);

    [Fact]
    public void Deliver_NotFinished_IsRefused() => // law rule 31
        Assert.Equal("DOS-0003", DeliveryDecision.Decide(Samples.Processing(), new HandingOver(Samples.Id(80), "counter", "Lý Thị Mai", true, "", Samples.Desk)).Problem?.Code);

    [Theory]
    [InlineData(DossierState.Submitted, true)]
    [InlineData(DossierState.Accepted, true)]
    [InlineData(DossierState.Processing, true)]
    [InlineData(DossierState.AwaitingPayment, true)]
    [InlineData(DossierState.Finished, false)]
    [InlineData(DossierState.Returned, false)]
    [InlineData(DossierState.NotAccepted, false)]
    public void Withdraw_ByState(DossierState state, bool allowed) => Assert.Equal(allowed, WithdrawalDecision.Decide(Samples.In(state), Samples.Id(60)).IsOk);

    [Fact]
    public void StopResumeGiveBack_FollowTheTable()
    {
        var dossier = Samples.Processing();
        dossier.Apply(StopDecision.Stop(dossier, "quyet-dinh", Samples.Id(60), "Có tranh chấp", Samples.Leader).Value, Samples.Monday);
        Assert.True(StopDecision.GiveBack(dossier, Samples.Id(61), Samples.Desk).IsOk);
        dossier.Apply(StopDecision.Resume(dossier, Samples.Id(62), "Hết tranh chấp", Samples.Leader).Value, Samples.Monday);
        Assert.Equal(DossierState.Processing, dossier.State);
        Assert.Equal("DOS-0003", StopDecision.GiveBack(dossier, Samples.Id(61), Samples.Desk).Problem?.Code);
    }

    [Fact]
    public void Supersede_IssuesTheSuccessorAndReopenKeepsTheTimeline()
    {
        var dossier = Samples.Finished();
        var events = ResultDecision.Supersede(dossier, Samples.Id(70), true, new DraftedResult(Samples.Id(72), Samples.Handler, "c"), Samples.Leader).Value;
        Assert.Equal("H03.60.1-221024-0001-KQ2", Assert.IsType<ResultIssued>(events[0]).ResultCode);
        Assert.Equal("DOS-0032", ResultDecision.Revoke(dossier, Samples.Id(70), false, "sai", Samples.Id(60), "Sai tên", Samples.Leader).Problem?.Code);
        var version = dossier.Version;
        dossier.Apply(ReopeningDecision.Decide(dossier, Samples.Step(1), Samples.Id(60), "Sai tên trong giấy", Samples.Leader).Value, Samples.Monday.AddDays(2));
        Assert.Equal((DossierState.Processing, version + 1), (dossier.State, dossier.Version)); // law rule 25
        Assert.Null(dossier.StepOfficerId); // waits for whoever appraises, not for the leader who decided
        Assert.NotNull(dossier.AcceptedAt);
    }
}
