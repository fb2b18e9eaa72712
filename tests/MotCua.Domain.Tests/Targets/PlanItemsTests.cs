using CsCheck;
using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

/// <summary>Comparing two versions of a plan, and joining what two people changed at the same time.</summary>
public sealed class PlanItemsTests
{
    private static readonly Gen<PlanContent> Plans = Gen.Select(Gen.Int[0, 10000], Gen.Bool.Select(moves => moves ? "tinh-2" : "tinh-1"), Gen.Int[0, 3], Gen.Bool).Select((percent, group, own, isShort) =>
    {
        var plan = PlanWorld.Plan(percent / 100m, group);
        PlanMember[] changed = [.. plan.Members.Skip(isShort ? 1 : 0).Select((m, i) => i < own ? m with { Own = PlanWorld.Percents(("ct3", i)) } : m)];
        return plan with { Members = changed };
    });

    [Fact]
    public void Read_WhatOfWrote_IsTheSamePlan() => Plans.Sample(plan =>
    {
        var (terms, content) = PlanItems.Read(PlanItems.Of(PlanWorld.Terms, plan));

        Assert.Equal(PlanWorld.Terms, terms);
        Assert.Empty(PlanItems.Between(PlanItems.Of(terms, content), PlanItems.Of(PlanWorld.Terms, plan)));
        Assert.Equal(plan.Indicators, content.Indicators);
        Assert.Equal(plan.Groups.Select(g => g.Key), content.Groups.Select(g => g.Key));
    });

    /// <summary>Each change of either is in the joined version, or it is a clash that somebody is asked about.</summary>
    [Fact]
    public void Join_TwoPeopleFromOneVersion_LosesNothing() => Gen.Select(Plans, Plans, Plans).Sample((start, theirs, mine) =>
    {
        var (a, b, c) = (Items(start), Items(theirs), Items(mine));

        var (joined, clashes) = PlanItems.Join(a, b, c);

        foreach (var item in a.Keys.Union(b.Keys).Union(c.Keys))
        {
            var (from, their, own, result) = (a.GetValueOrDefault(item), b.GetValueOrDefault(item), c.GetValueOrDefault(item), joined.GetValueOrDefault(item));
            if (clashes.Any(x => x.Item == item)) Assert.True(their != own && their != from && own != from);
            else Assert.Equal(own != from ? own : their, result);
        }

        var all = clashes.ToDictionary(x => x.Item.Address, _ => true);
        Assert.Empty(PlanItems.Join(a, b, c, all).Clashes);
        Assert.All(clashes, x => Assert.Equal(x.Mine, PlanItems.Join(a, b, c, all).Joined.GetValueOrDefault(x.Item)));
    });

    [Fact]
    public void Join_DifferentTargetsOfOneGroup_AsksWhichIsMeant()
    {
        var (joined, clashes) = PlanItems.Join(Items(PlanWorld.Plan(30)), Items(PlanWorld.Plan(40, "tinh-2")), Items(PlanWorld.Plan(45)));

        Assert.Equal(new PlanClash(new PlanItem("group", "tinh-2", "%ct3"), "30", "40", "45"), Assert.Single(clashes));
        Assert.Equal("tinh-2", joined[new PlanItem("unit", "sct", "group")]);
    }

    [Fact]
    public void Between_OwnTargetAndMove_AreSaidOnce()
    {
        var after = PlanWorld.Plan(30, "tinh-2") with { Indicators = ["ct1", "ct3", "ct2"] };

        Assert.Equal(["unit/sct/group tinh-1 → tinh-2", "indicator/ct2/order  → 2"], PlanItems.Between(Items(PlanWorld.Plan()), Items(after)).Select(d => $"{d.Item.Address} {d.Before} → {d.After}").OrderDescending(StringComparer.Ordinal));
    }

    /// <summary>A unit's own target comes before its group's; an indicator that the plan does not have gives none.</summary>
    [Fact]
    public void TargetOf_OwnGroupOrNone()
    {
        var plan = PlanWorld.Plan() with { Members = [PlanWorld.Member("sgddt", "tinh-1", ("ct3", 95)), PlanWorld.Member("sct", "tinh-1")] };

        Assert.Equal((95m, 90m, (decimal?)null, (decimal?)null), (plan.TargetOf("sgddt", "ct3")!.Value, plan.TargetOf("sct", "ct3")!.Value, plan.TargetOf("sct", "ct2"), plan.TargetOf("mars", "ct3")));
    }

    private static IReadOnlyDictionary<PlanItem, string> Items(PlanContent content) => PlanItems.Of(PlanWorld.Terms, content);
}
