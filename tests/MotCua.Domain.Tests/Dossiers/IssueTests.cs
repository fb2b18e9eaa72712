using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.Domain.Tests.Dossiers;

public sealed class IssueTests
{
    private const string Clerk = "clerk-1";
    private static readonly DraftedResult[] Drafts = [new(Samples.Id(70), Samples.Handler, "abc")];
    private static readonly DocumentEntry Entry = new(7, "GXN-UBND", 2022);

    private static IssuingStep Step(string? clerk = null) => new(Samples.Id(101), new StepPlace(Samples.Id(103), 3, nameof(Role.Clerk), "xa-01834", clerk));

    private static (Dossier Dossier, DossierDecided Decision) Decided(bool granted = true, string? clerk = null)
    {
        var dossier = Samples.Processing();
        var events = granted
            ? FinishDecision.Grant(dossier, Drafts, Samples.Leader, Step(clerk)).Value
            : FinishDecision.Refuse(dossier, [], new WrittenRefusal("khong-du-dieu-kien", Samples.Id(60), "Đất không phù hợp quy hoạch", Samples.Leader), Step(clerk)).Value;
        foreach (var e in events) dossier.Apply(e, Samples.Monday.AddHours(1));
        return (dossier, (DossierDecided)events[0]);
    }

    [Fact]
    public void Grant_WithAClerkAfter_FinishesNothingYet()
    {
        var (dossier, _) = Decided();
        Assert.Equal((DossierState.Processing, (DossierOutcome?)null, 0, true), (dossier.State, dossier.Outcome, dossier.ResultCount, dossier.IsDecided));
        Assert.Equal((3, "Clerk", Samples.Leader), (dossier.StepNumber, dossier.StepRole, dossier.DecidedBy));
        Assert.Null(dossier.FinishedAt);
    }

    [Fact]
    public void Issue_ByTheClerk_FinishesWithNumberAndCode()
    {
        // NĐ 30/2020 Đ15: số, ký hiệu; NĐ 45/2020 Đ14 k3: mã hồ sơ-KQ(n)
        var (dossier, decision) = Decided();
        var events = IssueDecision.Decide(dossier, decision, Drafts, Entry, true, Clerk).Value;
        foreach (var e in events) dossier.Apply(e, Samples.Monday.AddHours(3));
        var issued = Assert.Single(events.OfType<ResultIssued>());
        var numbered = Assert.Single(events.OfType<DocumentNumbered>());
        Assert.Equal(("H03.60.1-221024-0001-KQ1", "07/GXN-UBND", issued.ResultId, Clerk), (issued.ResultCode, numbered.DocumentNumber, numbered.ResultId, issued.OfficerId));
        Assert.Equal((DossierState.Finished, DossierOutcome.Granted, Samples.Monday.AddHours(3)), (dossier.State, dossier.Outcome, dossier.FinishedAt!.Value));
        Assert.Equal(Samples.Leader, dossier.DecidedBy);
    }

    [Theory]
    [InlineData(7, "GXN-UBND", true, null)]
    [InlineData(0, "GXN-UBND", true, "DOS-0053")]
    [InlineData(7, " ", true, "DOS-0054")]
    [InlineData(7, "GXN UBND<", true, "DOS-0054")]
    [InlineData(7, "GXN-UBND", false, "DOS-0056")] // NĐ 30/2020 Đ17: form is checked before it is stamped
    public void Issue_NeedsNumberSymbolAndCheck(int number, string symbol, bool isChecked, string? problem)
    {
        var (dossier, decision) = Decided();
        Assert.Equal(problem, IssueDecision.Decide(dossier, decision, Drafts, new DocumentEntry(number, symbol, 2022), isChecked, Clerk).Problem?.Code);
    }

    [Fact]
    public void Issue_RefusalWithoutPapers_NeedsNoNumber()
    {
        // NĐ 61/2018 Đ19 k8: the refusal in writing is Mẫu 03
        var (dossier, decision) = Decided(granted: false);
        var events = IssueDecision.Decide(dossier, decision, [], null, true, Clerk).Value;
        var finished = Assert.IsType<DossierFinished>(Assert.Single(events));
        Assert.Equal((DossierOutcome.Refused, "khong-du-dieu-kien", Samples.Id(60)), (finished.Outcome, finished.GroundCode, finished.NoteId!.Value));
    }

    [Fact]
    public void Issue_UndecidedOrHeldByAnother_IsRefused()
    {
        var (dossier, decision) = Decided(clerk: "clerk-2");
        Assert.Equal("DOS-0024", IssueDecision.Decide(dossier, decision, Drafts, Entry, true, Clerk).Problem?.Code);
        Assert.Equal("DOS-0003", IssueDecision.Decide(Samples.Processing(), decision, Drafts, Entry, true, Clerk).Problem?.Code);
        Assert.Equal("DOS-0017", IssueDecision.Decide(Decided().Dossier, decision, [], null, true, Clerk).Problem?.Code);
    }

    [Fact]
    public void HandOn_ToTheClerkUndecided_IsRefused()
    {
        var place = Step().Place;
        Assert.Equal("DOS-0051", StepDecision.HandOn(Samples.Processing(), place, Samples.Handler).Problem?.Code);
        var (dossier, _) = Decided();
        Assert.True(StepDecision.HandOn(dossier, place with { Id = Samples.Id(104), Number = 4 }, Clerk).IsOk);
    }

    [Fact]
    public void Decided_WaitingForTheClerk_TakesNoOtherDecision()
    {
        var (dossier, _) = Decided();
        Assert.Equal("DOS-0003", FinishDecision.Grant(dossier, Drafts, Samples.Leader).Problem?.Code);
        Assert.Equal("DOS-0050", StopDecision.Stop(dossier, "quyet-dinh", Samples.Id(60), "Có tranh chấp", Samples.Leader).Problem?.Code);
        Assert.Equal("DOS-0050", PaymentRequestDecision.Decide(dossier, 50_000, "phi", Samples.Desk).Problem?.Code);
        Assert.Equal("DOS-0050", SupplementRequestDecision.Decide(dossier, Samples.Terms, Samples.Calendar, Samples.Demand(Samples.Monday.AddDays(5)), null, Samples.Monday.AddHours(2)).Problem?.Code);
        Assert.True(WithdrawalDecision.Decide(dossier, Samples.Id(60)).IsOk);
    }

    [Fact]
    public void TakenBackOrReturned_TheDecisionIsVoid()
    {
        var (dossier, _) = Decided();
        var back = StepDecision.TakeBack(dossier, new StepHandedOn(Samples.Id(101), Samples.Id(103), 3, "Clerk", "xa-01834", null), Samples.Leader, Samples.Step(2, Samples.Leader), Samples.Leader).Value;
        dossier.Apply(back, Samples.Monday.AddHours(2));
        Assert.False(dossier.IsDecided);
        Assert.True(FinishDecision.Grant(dossier, Drafts, Samples.Leader).IsOk);

        (dossier, _) = Decided();
        dossier.Apply(StepDecision.Return(dossier, Samples.Step(2), Samples.Id(60), "Sai thể thức", Clerk).Value, Samples.Monday.AddHours(2));
        Assert.Equal((false, (string?)null), (dossier.IsDecided, dossier.DecidedBy));
    }

    [Fact]
    public void Grant_OwnDraft_IsRefusedWithAClerkToo() =>
        Assert.Equal("DOS-0014", FinishDecision.Grant(Samples.Processing(), [new DraftedResult(Samples.Id(70), Samples.Leader, "abc")], Samples.Leader, Step()).Problem?.Code);
}
