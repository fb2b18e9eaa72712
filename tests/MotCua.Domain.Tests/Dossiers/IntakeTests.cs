using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.Domain.Tests.Dossiers;

public sealed class IntakeTests
{
    [Theory]
    [InlineData(DossierState.Submitted, true)]
    [InlineData(DossierState.Accepted, false)]
    [InlineData(DossierState.NotAccepted, false)]
    [InlineData(DossierState.Processing, false)]
    [InlineData(DossierState.AwaitingSupplement, false)]
    [InlineData(DossierState.AwaitingPayment, false)]
    [InlineData(DossierState.Withdrawn, false)]
    [InlineData(DossierState.Stopped, false)]
    [InlineData(DossierState.Finished, false)]
    [InlineData(DossierState.Returned, false)]
    public void Accept_ByState_OnlyFromSubmitted(DossierState state, bool allowed) =>
        Assert.Equal(allowed, AcceptanceDecision.Refusal(Samples.In(state)) is null);

    [Fact]
    public void Accept_LateEvening_DatesTheNumberByLocalDayOfAcceptance()
    {
        // Law rule 3: sent 24/10/2022 23:50, accepted 25/10 08:10 → …-221025-0001
        var at = Samples.Local(2022, 10, 25, 8, 10);
        var dossier = Samples.Submitted();
        var accepted = AcceptanceDecision.Decide(dossier, Samples.Terms, Samples.Calendar, new Acceptance(Samples.Desk, DossierNumber.For("H03.15", ProvinceTime.DateOf(at), 1), 15_000, true, false), at).Value;
        dossier.Apply(accepted, at);
        Assert.Equal("H03.15-221025-0001", dossier.Number);
        Assert.Equal(15_000, dossier.FeeVnd);
        Assert.True(dossier.ComponentsDigitised);
    }

    [Fact]
    public void Accept_FiveWorkingDays_PromisesClosingOfFifthDay()
    {
        // BLDS Đ147: the first day is not counted. Monday 24/10 + 5 = Monday 31/10, 17:00
        var dossier = Samples.Accepted();
        Assert.Equal(Samples.Local(2022, 10, 31, 17, 0), dossier.DueAt);
        Assert.Equal(dossier.DueAt, dossier.FirstDueAt);
        Assert.Equal(dossier.DueAt, dossier.IndexDueAt);
        Assert.Null(dossier.AcceptanceDueAt);
    }

    [Fact]
    public void Accept_NoLimitInProcedure_HasNoAppointment()
    {
        var e = AcceptanceDecision.Decide(Samples.Submitted(), new ProcedureTerms(null, []), Samples.Calendar, new Acceptance(Samples.Desk, DossierNumber.For("H03", new(2022, 10, 24), 1), 0, false, false), Samples.Monday);
        Assert.Null(e.Value.Due);
    }

    [Theory]
    [InlineData("", "th2", "", null, "th2", false)] // left to the desk: no reason
    [InlineData("th1", "th1", "", null, null, false)]
    [InlineData("th1", "th2", "", "DOS-0038", null, false)] // another limit than chosen needs its reason
    [InlineData("th1", "th2", "Phải xác minh tại nơi cư trú trước", null, "th2", true)]
    public void Accept_CaseOfTheDesk_ReplacesTheApplicantsOnlyWithAReason(string chosen, string found, string reason, string? problem, string? recorded, bool noted)
    {
        var dossier = new Dossier(Samples.Id(9));
        dossier.Apply(new DossierSubmitted("NH-0123456789", Samples.Filing() with { LimitCase = chosen }, null, Samples.Id(2), null, "d", Samples.Monday.AddHours(8), ApplicantKind.Person, "", true), Samples.Monday);
        var acceptance = new Acceptance(Samples.Desk, DossierNumber.For("H03.15", new(2022, 10, 24), 1), 0, false, false, new CaseFinding(found, reason, Samples.Id(60)));
        var result = AcceptanceDecision.Decide(dossier, Samples.Terms, Samples.Calendar, acceptance, Samples.Monday);
        Assert.Equal(problem, result.Problem?.Code);
        if (!result.IsOk) return;
        Assert.Equal((recorded, noted), (result.Value.LimitCase, result.Value.CaseNoteId is not null));
        dossier.Apply(result.Value, Samples.Monday);
        Assert.Equal(found, dossier.LimitCase);
    }

    [Theory]
    [InlineData("tp1", "", 1, null)]
    [InlineData("", "NĐ 123/2015 Điều 9", 1, null)]
    [InlineData("", "", 1, "DOS-0006")] // law rule 28: free text alone
    [InlineData("tp9", "", 1, "DOS-0035")] // NĐ 61/2018 Đ5 k1 đ: not in the procedure
    [InlineData("tp1", "", -1, "DOS-0022")]
    public void Guide_ByItemGroundAndTime_FollowsTheLaw(string component, string ground, int days, string? problem)
    {
        var result = IntakeGuidanceDecision.Decide(Samples.Submitted(), Samples.Terms, Samples.Demand(Samples.Monday.AddDays(days), component, ground), Samples.Monday);
        Assert.Equal(problem, result.Problem?.Code);
    }

    [Fact]
    public void Guide_OnceGiven_StopsTheAcceptanceClockAndWaits()
    {
        var dossier = Samples.Submitted();
        dossier.Apply(IntakeGuidanceDecision.Decide(dossier, Samples.Terms, Samples.Demand(Samples.Monday.AddDays(5)), Samples.Monday).Value, Samples.Monday);
        Assert.Equal(DossierState.AwaitingSupplement, dossier.State);
        Assert.Null(dossier.AcceptanceDueAt);
        Assert.Null(dossier.Number); // NĐ 61/2018 Đ17 k3: no number before acceptance
        Assert.Equal("DOS-0003", SupplementReceiptDecision.Decide(dossier, Samples.Terms, Samples.Calendar, Samples.Id(50), [], Samples.Monday).Problem?.Code);
    }

    [Theory]
    [InlineData(4, "DOS-0021")]
    [InlineData(6, null)]
    public void RefuseIntake_WhileGuided_OnlyAfterTheStatedTime(int afterDays, string? problem)
    {
        var dossier = Samples.Submitted();
        dossier.Apply(new GuidanceIssued(Samples.Id(50), Samples.Desk, Samples.Monday.AddDays(5)), Samples.Monday);
        var refusal = new WrittenRefusal("khong-bo-sung", Samples.Id(60), "Quá thời hạn bổ sung", Samples.Desk);
        Assert.Equal(problem, IntakeRefusalDecision.Decide(dossier, refusal, Samples.Monday.AddDays(afterDays)).Problem?.Code);
    }

    [Theory]
    [InlineData("khong-tham-quyen", "Nộp tại UBND cấp huyện", null)]
    [InlineData("", "Nộp tại UBND cấp huyện", "DOS-0009")]
    [InlineData("bia-dat", "Không rõ", "DOS-0009")]
    [InlineData("khong-tham-quyen", "  ", "DOS-0009")]
    public void RefuseIntake_NeedsGroundAndWords(string ground, string text, string? problem) =>
        Assert.Equal(problem, IntakeRefusalDecision.Decide(Samples.Submitted(), new WrittenRefusal(ground, Samples.Id(60), text, Samples.Desk), Samples.Monday).Problem?.Code);

    [Fact]
    public void SendAgain_AfterGuidance_StartsANewEightHourClock()
    {
        // NĐ 45/2020 Đ11: 8 working hours. Sent again Tuesday 25/10 15:00 → 2 h that day, 6 h next: 4.5 h until 11:30, then 15:00
        var dossier = Samples.Submitted();
        dossier.Apply(new GuidanceIssued(Samples.Id(50), Samples.Desk, Samples.Monday.AddDays(5)), Samples.Monday);
        var at = Samples.Local(2022, 10, 25, 15, 0);
        dossier.Apply(SendAgainDecision.Decide(dossier, Samples.Calendar, "d2", at).Value, at);
        Assert.Equal(DossierState.Submitted, dossier.State);
        Assert.Equal(Samples.Local(2022, 10, 26, 15, 0), dossier.AcceptanceDueAt);
    }

    [Theory]
    [InlineData(Channel.Counter, true)]
    [InlineData(Channel.Post, true)]
    [InlineData(Channel.Mobile, true)]
    [InlineData(Channel.Online, false)] // ADR 0011: what an officer types is never online
    public void ReceiveAtDesk_ByChannel_NeverOnline(Channel channel, bool allowed) =>
        Assert.Equal(allowed, DeskReceiptDecision.Decide(new Dossier(Samples.Id(9)), new DeskReceipt(SubmissionCode.New(), Samples.Filing(channel), Samples.Desk, "d", ApplicantKind.Person, "")).IsOk);
}
