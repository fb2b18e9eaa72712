using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

/// <summary>What a draft of a plan is refused for, and what somebody must confirm (law rules 36, 56; contracts: targets in force, units of the plan).</summary>
public sealed class PlanCheckTests
{
    public static TheoryData<string, string, PlanWeight> Cases => new()
    {
        { "sound", "", PlanWeight.Warning },
        { "no name", "PLN-0011", PlanWeight.Wrong },
        { "empty period", "PLN-0012", PlanWeight.Wrong },
        { "end before start", "PLN-0013", PlanWeight.Wrong },
        { "starts with the issued plan", "PLN-0014", PlanWeight.Unfinished },
        { "starts before the issued plan", "PLN-0014", PlanWeight.Unfinished },
        { "no indicator", "PLN-0017", PlanWeight.Wrong },
        { "unknown indicator", "PLN-0018", PlanWeight.Wrong },
        { "no group", "PLN-0019", PlanWeight.Wrong },
        { "two groups of one name", "PLN-0020", PlanWeight.Wrong },
        { "group without a name", "PLN-0020", PlanWeight.Wrong },
        { "level that is none", "PLN-0021", PlanWeight.Wrong },
        { "empty group", "PLN-0022", PlanWeight.Unfinished },
        { "unit in two groups", "PLN-0023", PlanWeight.Wrong },
        { "unit in a group that is gone", "PLN-0024", PlanWeight.Wrong },
        { "unknown unit", "PLN-0025", PlanWeight.Wrong },
        { "unit that ended", "PLN-0026", PlanWeight.Wrong },
        { "unit that does not exist yet", "PLN-0026", PlanWeight.Wrong },
        { "district in a group of the province", "PLN-0027", PlanWeight.Wrong },
        { "101 percent", "PLN-0028", PlanWeight.Wrong },
        { "-1 percent of one unit", "PLN-0028", PlanWeight.Wrong },
        { "three decimals", "PLN-0028", PlanWeight.Wrong },
        { "communes beside districts", "PLN-0029", PlanWeight.Wrong },
        { "lower than before", "PLN-0101", PlanWeight.Warning },
        { "a unit left out", "PLN-0102", PlanWeight.Warning },
        { "a group without a target", "PLN-0103", PlanWeight.Warning },
        { "from the past", "PLN-0104", PlanWeight.Warning },
        { "unit that ends within the period", "PLN-0105", PlanWeight.Warning },
        { "another decision since", "PLN-0106", PlanWeight.Warning },
        { "start in a closed period", "PLN-0107", PlanWeight.Warning },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Check_OneFault_IsFoundWithItsWeight(string situation, string code, PlanWeight weight)
    {
        var found = Findings(situation);

        if (code.Length == 0)
        {
            Assert.Equal(["PLN-0105"], found.Select(f => f.Problem.Code));
            return;
        }

        Assert.Contains(found, f => f.Problem.Code == code && f.Weight == weight);
        Assert.All(found, f => Assert.True(f.Problem.Title.Length > 10 && char.IsUpper(f.Problem.Title[0]) || f.Problem.Title.StartsWith('«')));
    }

    /// <summary>The sentence names unit, indicator and both values, so that whoever confirms knows what.</summary>
    [Fact]
    public void Check_LowerTarget_SaysOfWhomFromWhatToWhat()
    {
        var found = PlanCheck.Check(PlanKind.Assignment, "", PlanWorld.Terms, PlanWorld.Plan(25.5m), PlanWorld.Facts());

        Assert.Contains(found, f => f.Problem.Title == "Sở Nội vụ, Sở GTVT: «Hồ sơ trực tuyến» giảm từ 30 % xuống 25,5 %." && f is { Group: "tinh-2", Unit: null, Indicator: "ct3" });
    }

    [Theory]
    [InlineData("2022-08-01", null, "Khó khăn hạ tầng", "")]
    [InlineData("2022-08-01", null, "", "PLN-0033")]
    [InlineData("2022-01-01", null, "x", "PLN-0014")]
    [InlineData("2023-01-01", "2022-12-31", "x", "PLN-0015")]
    public void Check_Correction_BeginsWithinThePlanAndGivesItsReason(string from, string? to, string reason, string code)
    {
        var last = PlanWorld.Issued.Last! with { To = to is null ? null : DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture) };
        var terms = new PlanTerms("Kế hoạch", DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), last.To, reason);

        var found = PlanCheck.Check(PlanKind.Correction, "dvctt-2022", terms, PlanWorld.Plan(), PlanWorld.Facts(timeline: new PlanTimeline([last]))).Where(f => f.Weight < PlanWeight.Warning);

        // A stated period that ended is also an end before the start
        Assert.Equal(code.Length == 0 ? [] : [code], found.Select(f => f.Problem.Code).Except(["PLN-0013"]));
    }

    [Fact]
    public void Check_CorrectionOfAPlanThatWasReplaced_IsRefused()
    {
        var found = PlanCheck.Check(PlanKind.Correction, "dvctt-2021", PlanWorld.Terms with { Reason = "x" }, PlanWorld.Plan(), PlanWorld.Facts());

        Assert.Contains(found, f => f.Problem == PlanProblems.NothingToCorrect);
    }

    /// <summary>A plan with a stated period is not cut short by the next plan: only its own correction changes it.</summary>
    [Fact]
    public void Check_PeriodInsideThatOfAnIssuedPlan_IsRefused()
    {
        var timeline = new PlanTimeline([PlanWorld.Issued.Last! with { To = new DateOnly(2022, 12, 31) }]);

        Assert.Contains(PlanCheck.Check(PlanKind.Assignment, "", PlanWorld.Terms with { From = new DateOnly(2022, 10, 1) }, PlanWorld.Plan(), PlanWorld.Facts(timeline: timeline)), f => f.Problem.Code == "PLN-0014");
        Assert.DoesNotContain(PlanCheck.Check(PlanKind.Assignment, "", PlanWorld.Terms, PlanWorld.Plan(), PlanWorld.Facts(timeline: timeline)), f => f.Problem.Code == "PLN-0014");
    }

    private static IReadOnlyList<PlanFinding> Findings(string situation)
    {
        var (terms, plan, facts) = (PlanWorld.Terms, PlanWorld.Plan(), PlanWorld.Facts());
        PlanContent With(PlanMember member) => plan with { Members = [.. plan.Members.Where(m => m.Unit != member.Unit), member] };
        PlanContent Also(PlanMember member) => plan with { Members = [.. plan.Members, member] };
        PlanContent WithGroup(PlanGroup group) => plan with { Groups = [.. plan.Groups.Where(g => g.Key != group.Key), group] };
        (terms, plan, facts) = situation switch
        {
            "no name" => (terms with { Name = " " }, plan, facts),
            "empty period" => (terms with { From = null }, plan, facts),
            "end before start" => (terms with { To = new DateOnly(2022, 12, 31) }, plan, facts),
            "starts with the issued plan" => (terms with { From = PlanWorld.Start }, plan, facts),
            "starts before the issued plan" => (terms with { From = PlanWorld.Start.AddDays(-1) }, plan, facts),
            "no indicator" => (terms, plan with { Indicators = [] }, facts),
            "unknown indicator" => (terms, plan with { Indicators = ["ct1", "ct9"] }, facts),
            "no group" => (terms, plan with { Groups = [] }, facts),
            "two groups of one name" => (terms, WithGroup(PlanWorld.Group("tinh-2", "tinh", "nhom 1 CẤP tỉnh", 100, 30)), facts),
            "group without a name" => (terms, WithGroup(PlanWorld.Group("tinh-2", "tinh", " ", 100, 30)), facts),
            "level that is none" => (terms, WithGroup(PlanWorld.Group("tinh-2", "bo", "Bộ", 100, 30)), facts),
            "empty group" => (terms, WithGroup(PlanWorld.Group("tinh-9", "tinh", "Nhóm mới", 100, 30)), facts),
            "unit in two groups" => (terms, Also(PlanWorld.Member("sct", "tinh-2")), facts),
            "unit in a group that is gone" => (terms, With(PlanWorld.Member("sct", "tinh-7")), facts),
            "unknown unit" => (terms, Also(PlanWorld.Member("mars", "tinh-1")), facts),
            "unit that ended" => (terms with { From = new DateOnly(2023, 6, 1) }, plan, facts),
            "unit that does not exist yet" => (terms, Also(PlanWorld.Member("moi", "tinh-1")), facts),
            "district in a group of the province" => (terms, With(PlanWorld.Member("ba-be", "tinh-1")), facts),
            "101 percent" => (terms, PlanWorld.Plan(101), facts),
            "-1 percent of one unit" => (terms, With(PlanWorld.Member("sct", "tinh-1", ("ct3", -1))), facts),
            "three decimals" => (terms, PlanWorld.Plan(30.125m), facts),
            "communes beside districts" => (terms, WithGroup(PlanWorld.Group("xa-1", "xa", "Các xã", 100, 30)) with { Members = [.. plan.Members, PlanWorld.Member("x1", "xa-1")] }, facts),
            "lower than before" => (terms, PlanWorld.Plan(29.99m), facts),
            "a unit left out" => (terms, plan with { Members = [.. plan.Members.Where(m => m.Unit != "sct")] }, facts),
            "a group without a target" => (terms, WithGroup(new PlanGroup("tinh-2", "tinh", "Nhóm 2", PlanWorld.Percents(("ct1", 100)))), facts),
            "from the past" => (terms with { From = PlanWorld.Today.AddDays(-1) }, plan, facts),
            "start in a closed period" => (terms, plan, facts with { ClosedUntil = terms.From }),
            "another decision since" => (terms, plan, PlanWorld.Facts(isNewest: false)),
            _ => (terms, plan, facts),
        };
        return PlanCheck.Check(PlanKind.Assignment, "", terms, plan, facts);
    }
}
