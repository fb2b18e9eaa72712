using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

/// <summary>Draft, approval, issue: who may do what in which state. Nobody approves what they themselves drafted (ADR 0015); what was issued is never edited (law rule 56).</summary>
public sealed class PlanDecisionTests
{
    private static readonly Actor Drafter = Officer("soan", Role.PlanOwner);
    private static readonly Actor Other = Officer("khac", Role.PlanOwner);
    private static readonly Actor Leader = Officer("lanh-dao", Role.ProvinceLeader);
    private static readonly Actor UnitLeader = Officer("so", Role.UnitLeader);

    public static TheoryData<PlanState, PlanAct, string> Acts => new()
    {
        { PlanState.Draft, PlanAct.Save, "" }, { PlanState.Draft, PlanAct.Send, "" }, { PlanState.Draft, PlanAct.Discard, "" },
        { PlanState.Draft, PlanAct.Issue, "PLN-0007" }, { PlanState.Draft, PlanAct.Return, "PLN-0007" }, { PlanState.Draft, PlanAct.TakeBack, "PLN-0007" }, { PlanState.Draft, PlanAct.RecordDecision, "PLN-0001" },
        { PlanState.Sent, PlanAct.Save, "PLN-0006" }, { PlanState.Sent, PlanAct.Send, "PLN-0006" }, { PlanState.Sent, PlanAct.Discard, "PLN-0006" }, { PlanState.Sent, PlanAct.Issue, "" },
        { PlanState.Sent, PlanAct.Return, "" }, { PlanState.Sent, PlanAct.TakeBack, "" },
        { PlanState.Issued, PlanAct.Save, "PLN-0005" }, { PlanState.Issued, PlanAct.Issue, "PLN-0005" }, { PlanState.Issued, PlanAct.Discard, "PLN-0005" }, { PlanState.Issued, PlanAct.RecordDecision, "" },
        { PlanState.Discarded, PlanAct.Save, "PLN-0008" }, { PlanState.Discarded, PlanAct.Send, "PLN-0008" }, { PlanState.Discarded, PlanAct.RecordDecision, "PLN-0001" },
    };

    [Theory]
    [MemberData(nameof(Acts))]
    public void Decide_ByAnotherOwner_IsAsTheStateAllows(PlanState state, PlanAct act, string code) =>
        Assert.Equal(code, PlanDecision.Decide(new PlanStanding(state, ["soan"]), act, Other).Problem?.Code ?? "");

    [Theory]
    [InlineData(PlanAct.Issue, "PLN-0003", "", "", "PLN-0002")]
    [InlineData(PlanAct.Return, "PLN-0003", "", "", "PLN-0002")]
    [InlineData(PlanAct.TakeBack, "", "", "PLN-0002", "PLN-0002")]
    public void Decide_OnWhatWasSent_ByWhoDraftedAnotherOwnerALeaderAUnit(PlanAct act, string drafter, string other, string leader, string unit)
    {
        var standing = new PlanStanding(PlanState.Sent, ["soan"]);

        Assert.Equal([drafter, other, leader, unit], new[] { Drafter, Other, Leader, UnitLeader }.Select(a => PlanDecision.Decide(standing, act, a).Problem?.Code ?? ""));
    }

    [Theory]
    [InlineData(PlanAct.Send, PlanState.Sent)]
    [InlineData(PlanAct.Save, PlanState.Draft)]
    [InlineData(PlanAct.Discard, PlanState.Discarded)]
    public void Decide_FromADraft_LeadsTo(PlanAct act, PlanState after) => Assert.Equal(after, PlanDecision.Decide(new PlanStanding(PlanState.Draft, []), act, Drafter).Value);

    [Theory]
    [InlineData("2245/QĐ-UBND", "2022-07-25", "Hoàng Thu Trang", "")]
    [InlineData("", "2022-07-25", "Hoàng Thu Trang", "PLN-0030")]
    [InlineData("chưa rõ số", "2022-07-25", "Hoàng Thu Trang", "PLN-0030")]
    [InlineData("QĐ-UBND", "2022-07-25", "Hoàng Thu Trang", "PLN-0030")]
    [InlineData("2245/QĐ-UBND", "2022-07-26", "Hoàng Thu Trang", "PLN-0031")]
    [InlineData("2245/QĐ-UBND", null, "Hoàng Thu Trang", "PLN-0031")]
    [InlineData("2245/QĐ-UBND", "2022-07-25", "", "PLN-0032")]
    public void Wrong_FactsOfADecision_AreAsNd30Demands(string number, string? on, string signer, string code) =>
        Assert.Equal(code, PlanDecision.Wrong(new DecisionFacts(number, on is null ? null : DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), signer, "Phó Chủ tịch"), PlanWorld.Today)?.Code ?? "");

    [Fact]
    public void Unreasoned_BlankOrEndless_IsRefused() =>
        Assert.Equal(("PLN-0033", "PLN-0033", null), (PlanDecision.Unreasoned(" ")?.Code, PlanDecision.Unreasoned(new string('a', 1001))?.Code, PlanDecision.Unreasoned("Đọc được bản chính")?.Code));

    private static Actor Officer(string id, Role role) => new(ActorKind.Officer, id, id, [new Grant(role, "vpubnd")]);
}
