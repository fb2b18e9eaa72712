using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

/// <summary>What happened against what was expected; efforts.</summary>
public sealed class AdviceOutcomeTests
{
    [Theory]
    [InlineData(false, 5, 10, OutcomeVerdict.NotDone)]
    [InlineData(true, 0, 0, OutcomeVerdict.NothingYet)]
    [InlineData(true, 2, 5, OutcomeVerdict.AsExpected)]
    [InlineData(true, 3, 5, OutcomeVerdict.AsExpected)]
    [InlineData(true, 39999, 100000, OutcomeVerdict.Less)]
    [InlineData(true, 1, 10, OutcomeVerdict.NoChange)]
    [InlineData(true, 0, 3, OutcomeVerdict.NoChange)]
    public void Judge_AgainstATenthBeforeAndTwoFifthsExpected_ComparesUnrounded(bool isDone, long numerator, long denominator, OutcomeVerdict expected) =>
        Assert.Equal(expected, AdviceOutcome.Judge(isDone, new Ratio(1, 10), new Ratio(4, 10), new Ratio(numerator, denominator)));

    [Fact]
    public void Promised_ByKind_IsOfTheAdvicesOwnOffers()
    {
        var had = new OfferFacts("", "") { Accepted = 50, Online = 3, OfServices = 40, OnlineOfServices = 2, SelfOnlineOfServices = 1 };
        Assert.Equal((new Ratio(2, 40), new Ratio(12, 40)), AdviceOutcome.Promised(AdviceKind.FirstOnline, had, 10, null));
        Assert.Equal((new Ratio(3, 50), new Ratio(13, 50)), AdviceOutcome.Promised(AdviceKind.OfferService, had, 10, null));
        Assert.Equal((new Ratio(1, 40), new Ratio(10, 40)), AdviceOutcome.Promised(AdviceKind.SelfFiling, had, 8, 0.26m));
        Assert.Equal(new Ratio(2, 50), AdviceOutcome.Since(AdviceKind.OfferService, had));
        Assert.Equal(new Ratio(2, 40), AdviceOutcome.Since(AdviceKind.DeskPaper, had));
        Assert.Equal(new Ratio(1, 40), AdviceOutcome.Since(AdviceKind.SelfFiling, had));
    }

    [Fact]
    public void Effort_IsThePlanOwnersFromTodayOn()
    {
        var today = new DateOnly(2022, 7, 25);
        var owner = new Actor(ActorKind.Officer, "1", "", [new Grant(Role.PlanOwner, "vpubnd")]);
        var leader = new Actor(ActorKind.Officer, "2", "", [new Grant(Role.UnitLeader, "stp")]);
        Assert.Null(AdviceEfforts.Check(AdviceKind.DeskPaper, 2.5m, today, "Làm thử 2 quầy", owner, today));
        Assert.Equal("ADV-0001", AdviceEfforts.Check(AdviceKind.DeskPaper, 2.5m, today, "x", leader, today)?.Code);
        Assert.Equal("ADV-0002", AdviceEfforts.Check((AdviceKind)9, 2.5m, today, "x", owner, today)?.Code);
        foreach (var days in new decimal?[] { null, 0, -1, 251 }) Assert.Equal("ADV-0003", AdviceEfforts.Check(AdviceKind.DeskPaper, days, today, "x", owner, today)?.Code);
        Assert.Equal("ADV-0004", AdviceEfforts.Check(AdviceKind.DeskPaper, 2, today.AddDays(-1), "x", owner, today)?.Code);
        Assert.Equal("ADV-0005", AdviceEfforts.Check(AdviceKind.DeskPaper, 2, today, " ", owner, today)?.Code);
    }
}
