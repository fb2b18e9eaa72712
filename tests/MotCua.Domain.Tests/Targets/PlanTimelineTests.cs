using CsCheck;
using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

/// <summary>Whatever is issued: on every day a unit has at most one target of an indicator, and a day before the start of a decision keeps what it had (law rule 56).</summary>
public sealed class PlanTimelineTests
{
    private static readonly Gen<(bool IsCorrection, int Day, int Length, decimal Percent, bool Moves)[]> Histories =
        Gen.Select(Gen.Bool, Gen.Int[0, 1200], Gen.Int[-1, 400], Gen.Decimal[0, 100], Gen.Bool).Array[1, 12];

    [Fact]
    public void Issue_AnySequence_LeavesAtMostOneTargetADayAndThePastAsItWas() => Histories.Sample(history =>
    {
        var timeline = new PlanTimeline([]);
        var contents = new Dictionary<Guid, PlanContent>();
        foreach (var step in history)
        {
            var from = PlanWorld.Start.AddDays(step.Day);
            var kind = step.IsCorrection ? PlanKind.Correction : PlanKind.Assignment;
            var plan = step.IsCorrection ? timeline.Last?.Plan ?? "none" : $"plan-{contents.Count}";
            var issued = timeline.Issue(kind, new PlanSpan(Guid.NewGuid(), plan, from, null, step.Length < 0 ? null : from.AddDays(step.Length), "Quyết định"));
            if (!issued.IsOk) continue;
            contents[issued.Value.Last!.Edition] = PlanWorld.Plan(step.Percent, step.Moves ? "tinh-2" : null);
            for (var day = -1; day < step.Day; day += 7) Assert.Equal(Target(timeline, contents, day), Target(issued.Value, contents, day));
            Assert.Equal(Target(timeline, contents, step.Day - 1), Target(issued.Value, contents, step.Day - 1));
            Assert.Equal(issued.Value.Last!.Edition, issued.Value.On(from)!.Edition);
            timeline = issued.Value;
        }

        for (var day = 0; day <= 1201; day += 3)
        {
            var on = PlanWorld.Start.AddDays(day);
            Assert.True(timeline.Spans.Count(s => s.From <= on && (s.Until is null || on < s.Until)) <= 1);
        }
    });

    [Fact]
    public void Issue_ALaterPlan_ClosesTheEarlierOnTheDayBefore()
    {
        var issued = PlanWorld.Issued.Issue(PlanKind.Assignment, new PlanSpan(Guid.NewGuid(), "dvctt-2023", new DateOnly(2023, 1, 1), null, new DateOnly(2023, 12, 31), "Kế hoạch năm 2023")).Value;

        Assert.Equal("dvctt-2022", issued.On(new DateOnly(2022, 12, 31))!.Plan);
        Assert.Equal("dvctt-2023", issued.On(new DateOnly(2023, 1, 1))!.Plan);

        // Targets stay in force after the stated period, until a later decision (ADR 0017)
        Assert.Equal("dvctt-2023", issued.On(new DateOnly(2026, 1, 1))!.Plan);
    }

    [Fact]
    public void Issue_ALoadedPlanWithAnEnd_KeepsItsEnd()
    {
        var ended = new PlanTimeline([PlanWorld.Issued.Last! with { Until = new DateOnly(2022, 7, 1) }]);

        var issued = ended.Issue(PlanKind.Assignment, new PlanSpan(Guid.NewGuid(), "dvctt-2023", new DateOnly(2023, 1, 1), null, null, "Kế hoạch năm 2023")).Value;

        Assert.Null(issued.On(new DateOnly(2022, 9, 1)));
    }

    private static string Target(PlanTimeline timeline, Dictionary<Guid, PlanContent> contents, int day) =>
        timeline.On(PlanWorld.Start.AddDays(day)) is { } span ? string.Join(' ', contents[span.Edition].Members.Select(m => $"{m.Unit}:{contents[span.Edition].TargetOf(m.Unit, "ct3")}")) : "";
}
