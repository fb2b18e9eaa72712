using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

/// <summary>Documents of the plan: who drafts, who is asked, what must stand before a document is issued, and by whom.</summary>
public sealed class PlanDocumentTests
{
    private static readonly DateOnly Today = new(2022, 9, 8);
    private static readonly Actor Drafter = Officer(Role.PlanOwner, "vpubnd");
    private static readonly Actor Other = Officer(Role.PlanOwner, "stttt");
    private static readonly Actor Asked = Officer(Role.UnitLeader, "stp");
    private static readonly PlanDocument Draft = new("vpubnd", PlanDocumentState.Draft, [Drafter.Id], [], []);
    private static readonly PlanDocument Out = Draft with { State = PlanDocumentState.Consulting, AskedUnits = ["stp", "sxd"] };
    private static readonly PlanDocumentIssue Good = new("572/KH-UBND", Today, "Chủ tịch UBND tỉnh");

    [Theory]
    [InlineData(Role.PlanOwner, "stttt", "vpubnd", null)]
    [InlineData(Role.UnitLeader, "vpubnd", "vpubnd", null)]
    [InlineData(Role.UnitAdministrator, "stp", "stp", null)]
    [InlineData(Role.UnitLeader, "stp", "vpubnd", "PDC-0001")]
    [InlineData(Role.ProvinceLeader, "ubnd-tinh", "vpubnd", "PDC-0001")]
    public void Draft_ByRole_IsThePlanOwnersOrTheUnitsOwn(Role role, string of, string unit, string? refused) =>
        Assert.Equal(refused, PlanDocumentDecision.Draft(PlanDocumentKind.Plan, "Về việc rà soát", unit, Officer(role, of))?.Code);

    [Fact]
    public void Draft_BadInput_IsToldWhere()
    {
        Assert.Equal("PDC-0005", PlanDocumentDecision.Draft(0, "x", "vpubnd", Drafter)?.Code);
        Assert.Equal("PDC-0006", PlanDocumentDecision.Draft(PlanDocumentKind.Plan, " ", "vpubnd", Drafter)?.Code);
        Assert.Equal("PDC-0007", PlanDocumentDecision.Draft(PlanDocumentKind.Plan, new string('x', 501), "vpubnd", Drafter)?.Code);
    }

    [Fact]
    public void Ask_NeedsADraftUnitsAndADay()
    {
        Assert.Null(PlanDocumentDecision.Ask(Draft, ["stp"], Today, true, Other, Today));
        Assert.Equal("PDC-0009", PlanDocumentDecision.Ask(Draft, ["stp"], Today, false, Drafter, Today)?.Code);
        Assert.Equal("PDC-0010", PlanDocumentDecision.Ask(Draft, [], Today, true, Drafter, Today)?.Code);
        Assert.Equal("PDC-0011", PlanDocumentDecision.Ask(Draft, ["stp"], null, true, Drafter, Today)?.Code);
        Assert.Equal("PDC-0012", PlanDocumentDecision.Ask(Draft, ["stp"], Today.AddDays(-1), true, Drafter, Today)?.Code);
        Assert.Equal("PDC-0001", PlanDocumentDecision.Ask(Draft, ["stp"], Today, true, Asked, Today)?.Code);
    }

    [Fact]
    public void Opine_IsTheAskedUnitsOrOnPaperThroughThePlanOwner()
    {
        Assert.Null(PlanDocumentDecision.Opine(Out, "stp", Today, true, null, Asked, Today));
        Assert.Null(PlanDocumentDecision.Opine(Out, "sxd", Today.AddDays(-3), false, "Thiếu kinh phí", Drafter, Today));
        Assert.Equal("PDC-0001", PlanDocumentDecision.Opine(Out, "sxd", Today, true, null, Asked, Today)?.Code);
        Assert.Equal("PDC-0013", PlanDocumentDecision.Opine(Out, "sct", Today, true, null, Drafter, Today)?.Code);
        Assert.Equal("PDC-0013", PlanDocumentDecision.Opine(Out, null, Today, true, null, Drafter, Today)?.Code);
        Assert.Equal("PDC-0014", PlanDocumentDecision.Opine(Out, "stp", Today, null, "x", Asked, Today)?.Code);
        Assert.Equal("PDC-0015", PlanDocumentDecision.Opine(Out, "stp", Today.AddDays(1), true, null, Asked, Today)?.Code);
        Assert.Equal("PDC-0016", PlanDocumentDecision.Opine(Out, "stp", Today, false, " ", Asked, Today)?.Code);
        Assert.Equal("PDC-0004", PlanDocumentDecision.Opine(Out with { State = PlanDocumentState.Issued }, "stp", Today, true, null, Asked, Today)?.Code);
    }

    /// <summary>A document is issued only after every differing opinion was answered, and recorded by who did not draft it.</summary>
    [Fact]
    public void Issue_OwedOpinionsOrOwnDraft_IsRefused()
    {
        var owed = Out with { Opinions = [new PlanOpinion("stp", false, ""), new PlanOpinion("sxd", true, "")] };
        Assert.Equal(1, owed.Owed);
        Assert.Equal("PDC-0018", PlanDocumentDecision.Issue(owed, Good, true, Other, Today)?.Code);
        var answered = Out with { Opinions = [new PlanOpinion("stp", false, "Đã bổ sung mục III")] };
        Assert.Null(PlanDocumentDecision.Issue(answered, Good, true, Other, Today));
        Assert.Equal("PDC-0019", PlanDocumentDecision.Issue(answered, Good, true, Drafter, Today)?.Code);
        Assert.Equal("PDC-0001", PlanDocumentDecision.Issue(answered, Good, true, Officer(Role.UnitLeader, "vpubnd"), Today)?.Code);
        Assert.Equal("PDC-0020", PlanDocumentDecision.Issue(answered, Good with { Number = "KH-UBND" }, true, Other, Today)?.Code);
        Assert.Equal("PDC-0021", PlanDocumentDecision.Issue(answered, Good with { On = Today.AddDays(1) }, true, Other, Today)?.Code);
        Assert.Equal("PDC-0022", PlanDocumentDecision.Issue(answered, Good with { Signer = "" }, true, Other, Today)?.Code);
        Assert.Equal("PDC-0023", PlanDocumentDecision.Issue(answered, Good, false, Other, Today)?.Code);
        Assert.Equal("PDC-0004", PlanDocumentDecision.Issue(answered with { State = PlanDocumentState.Replaced }, Good, true, Other, Today)?.Code);
    }

    [Fact]
    public void Closed_NothingMoreMayBeDone()
    {
        foreach (var state in new[] { PlanDocumentState.Issued, PlanDocumentState.Replaced, PlanDocumentState.Dropped })
        {
            var closed = Draft with { State = state };
            Assert.Equal("PDC-0004", PlanDocumentDecision.Revise(closed, "x", Drafter)?.Code);
            Assert.Equal("PDC-0004", PlanDocumentDecision.TakeUp(closed, "x", Drafter)?.Code);
            Assert.Equal("PDC-0004", PlanDocumentDecision.Drop(closed, "x", Drafter)?.Code);
        }

        Assert.Equal("PDC-0008", PlanDocumentDecision.Revise(Draft, "", Drafter)?.Code);
        Assert.Equal("PDC-0017", PlanDocumentDecision.TakeUp(Out, null, Drafter)?.Code);
        Assert.Equal("PDC-0024", PlanDocumentDecision.Drop(Out, " ", Drafter)?.Code);
        Assert.Equal("PDC-0028", PlanDocumentDecision.Drop(Out, new string('x', 4001), Drafter)?.Code);
    }

    private static Actor Officer(Role role, string unit) => new(ActorKind.Officer, $"{role}@{unit}", "", [new Grant(role, unit)]);
}
