using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

/// <summary>Tasks of the plan: who may do what, what becomes of a task, when it is late.</summary>
public sealed class PlanTaskTests
{
    private static readonly DateOnly Due = new(2022, 9, 30);
    private static readonly DateOnly Before = new(2022, 9, 1);
    private static readonly Actor Owner = Officer(Role.PlanOwner, "vpubnd");
    private static readonly Actor OtherOwner = Officer(Role.PlanOwner, "stttt");
    private static readonly Actor Leader = Officer(Role.UnitLeader, "stp");
    private static readonly PlanTask New = new("stp", PlanTaskState.New, Due, Due, null, []);
    private static readonly PlanTask Reported = New with { State = PlanTaskState.AwaitingConfirmation, ReportedOn = Before, Answerers = [Leader.Id] };

    [Theory]
    [InlineData(PlanTaskState.New, null, "2022-09-30", false, false, 0)]
    [InlineData(PlanTaskState.New, null, "2022-10-01", true, false, 1)]
    [InlineData(PlanTaskState.InProgress, null, "2022-10-10", true, false, 10)]
    [InlineData(PlanTaskState.AwaitingConfirmation, "2022-09-30", "2022-12-31", false, false, 0)]
    [InlineData(PlanTaskState.AwaitingConfirmation, "2022-10-02", "2022-12-31", true, false, 2)]
    [InlineData(PlanTaskState.Done, "2022-09-30", "2022-12-31", false, false, 0)]
    [InlineData(PlanTaskState.Done, "2022-10-03", "2022-12-31", false, true, 3)]
    [InlineData(PlanTaskState.Cancelled, null, "2022-12-31", false, false, 0)]
    public void Lateness_ByStateAndClock_IsOfTheUnitNotOfWhoConfirms(PlanTaskState state, string? reported, string today, bool overdue, bool late, int days)
    {
        var task = New with { State = state, ReportedOn = reported is null ? null : DateOnly.Parse(reported, null) };
        var day = DateOnly.Parse(today, null);
        Assert.Equal((overdue, late, days), (task.IsOverdue(day), task.WasLate, task.DaysLate(day)));
    }

    [Fact]
    public void Lateness_WithoutDeadline_IsNever()
    {
        var task = New with { DueOn = null, FirstDueOn = null };
        Assert.False(task.IsOverdue(new DateOnly(2099, 1, 1)));
        Assert.Equal(0, task.DaysLate(new DateOnly(2099, 1, 1)));
    }

    [Theory]
    [InlineData(Role.PlanOwner, "vpubnd", null)]
    [InlineData(Role.UnitLeader, "stp", null)]
    [InlineData(Role.UnitAdministrator, "stp", null)]
    [InlineData(Role.UnitLeader, "sxd", "TSK-0001")]
    [InlineData(Role.Handler, "stp", "TSK-0001")]
    [InlineData(Role.ProvinceLeader, "ubnd-tinh", "TSK-0001")]
    [InlineData(Role.Auditor, "ttt", "TSK-0001")]
    public void Assign_ByRole_IsThePlanOwnersOrTheUnitsOwn(Role role, string unit, string? refused) =>
        Assert.Equal(refused, PlanTaskDecision.Assign(Draft(), Officer(role, unit), Before).Problem?.Code);

    [Fact]
    public void Assign_BadInput_IsToldWhere()
    {
        Assert.Equal("TSK-0004", PlanTaskDecision.Assign(Draft() with { Title = " " }, Owner, Before).Problem?.Code);
        Assert.Equal("TSK-0005", PlanTaskDecision.Assign(Draft() with { Title = new string('x', 501) }, Owner, Before).Problem?.Code);
        Assert.Equal("TSK-0006", PlanTaskDecision.Assign(Draft() with { Outcome = "" }, Owner, Before).Problem?.Code);
        Assert.Equal("TSK-0007", PlanTaskDecision.Assign(Draft() with { Kind = 0 }, Owner, Before).Problem?.Code);
        Assert.Equal("TSK-0008", PlanTaskDecision.Assign(Draft() with { Kind = PlanTaskKind.Directive }, Owner, Before).Problem?.Code);
        Assert.Equal("TSK-0001", PlanTaskDecision.Assign(Draft() with { Kind = PlanTaskKind.Directive, DirectedBy = "Giám đốc Sở" }, Leader, Before).Problem?.Code);
        Assert.Equal("TSK-0009", PlanTaskDecision.Assign(Draft() with { DueOn = null }, Owner, Before).Problem?.Code);
        Assert.Equal("TSK-0010", PlanTaskDecision.Assign(Draft(), Owner, Due.AddDays(1)).Problem?.Code);
    }

    [Fact]
    public void Answer_MovesTheTaskAndKeepsWhoAnswered()
    {
        var going = PlanTaskDecision.Answer(New, " Đã họp ", false, false, Leader, Before).Value;
        Assert.Equal((PlanTaskAct.Answered, "Đã họp", PlanTaskState.InProgress), (going.Act, going.Text, going.After.State));
        var done = PlanTaskDecision.Answer(going.After, "Xong", true, true, Officer(Role.UnitAdministrator, "stp"), Before).Value;
        Assert.Equal((PlanTaskState.AwaitingConfirmation, Before), (done.After.State, done.After.ReportedOn));
        Assert.Equal(2, done.After.Answerers.Count);
        Assert.Equal("TSK-0001", PlanTaskDecision.Answer(New, "x", false, false, Owner, Before).Problem?.Code);
        Assert.Equal("TSK-0014", PlanTaskDecision.Answer(New, " ", false, false, Leader, Before).Problem?.Code);
        Assert.Equal("TSK-0015", PlanTaskDecision.Answer(New, "Xong", true, false, Leader, Before).Problem?.Code);
        Assert.Equal("TSK-0013", PlanTaskDecision.Answer(Reported, "Thêm", false, false, Leader, Before).Problem?.Code);
    }

    /// <summary>Nobody approves what they themselves did: a plan owner who answered for their own unit does not confirm.</summary>
    [Fact]
    public void Confirm_ByWhoAnswered_IsRefused()
    {
        var own = New with { LeadUnit = "vpubnd" };
        var reported = PlanTaskDecision.Answer(own, "Xong", true, true, Owner, Before).Value.After;
        Assert.Equal("TSK-0017", PlanTaskDecision.Confirm(reported, "", Owner).Problem?.Code);
        Assert.Equal("TSK-0017", PlanTaskDecision.SendBack(reported, "Thiếu", Owner).Problem?.Code);
        Assert.Equal(PlanTaskState.Done, PlanTaskDecision.Confirm(reported, null, OtherOwner).Value.After.State);
        Assert.Equal("TSK-0001", PlanTaskDecision.Confirm(Reported, "", Leader).Problem?.Code);
        Assert.Equal("TSK-0016", PlanTaskDecision.Confirm(New, "", Owner).Problem?.Code);
    }

    [Fact]
    public void SendBack_WithReason_OpensItAgainAndForgetsTheReport()
    {
        Assert.Equal("TSK-0018", PlanTaskDecision.SendBack(Reported, "", Owner).Problem?.Code);
        var back = PlanTaskDecision.SendBack(Reported, "Thiếu danh sách", Owner).Value.After;
        Assert.Equal((PlanTaskState.InProgress, null), (back.State, back.ReportedOn));
        Assert.True(back.IsOverdue(Due.AddDays(1)));
        Assert.Contains(Leader.Id, back.Answerers);
    }

    [Fact]
    public void Extend_KeepsTheFirstDeadline()
    {
        var once = PlanTaskDecision.Extend(New, Due.AddDays(10), "Chờ văn bản", Owner, Before).Value.After;
        var twice = PlanTaskDecision.Extend(once, Due.AddDays(20), "Chờ tiếp", Owner, Before).Value.After;
        Assert.Equal((Due, Due.AddDays(20)), (twice.FirstDueOn, twice.DueOn));
        var set = PlanTaskDecision.Extend(New with { DueOn = null, FirstDueOn = null }, Due, "Nguồn không nêu hạn", Owner, Before).Value.After;
        Assert.Equal((Due, Due), (set.FirstDueOn, set.DueOn));
        Assert.Equal("TSK-0019", PlanTaskDecision.Extend(New, Due, "x", Owner, Before).Problem?.Code);
        Assert.Equal("TSK-0010", PlanTaskDecision.Extend(New, Before.AddDays(-1), "x", Owner, Before).Problem?.Code);
        Assert.Equal("TSK-0018", PlanTaskDecision.Extend(New, Due.AddDays(1), null, Owner, Before).Problem?.Code);
        Assert.Equal("TSK-0020", PlanTaskDecision.Extend(Reported, Due.AddDays(1), "x", Owner, Before).Problem?.Code);
        Assert.Equal("TSK-0001", PlanTaskDecision.Extend(New, Due.AddDays(1), "x", Leader, Before).Problem?.Code);
    }

    [Fact]
    public void Cancel_IsWithReasonAndOnce()
    {
        Assert.Equal("TSK-0018", PlanTaskDecision.Cancel(New, "", Owner).Problem?.Code);
        var gone = PlanTaskDecision.Cancel(New, "Trùng nhiệm vụ số 3", Owner).Value.After;
        Assert.Equal(PlanTaskState.Cancelled, gone.State);
        Assert.Equal("TSK-0013", PlanTaskDecision.Cancel(gone, "x", Owner).Problem?.Code);
    }

    private static Actor Officer(Role role, string unit) => new(ActorKind.Officer, $"{role}@{unit}", "", [new Grant(role, unit)]);

    private static PlanTaskDraft Draft() => new(PlanTaskKind.Training, "Tập huấn", "Danh sách", "stp", Due, "");
}
