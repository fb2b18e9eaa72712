using System.Text;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;
using MotCua.TestKit;

namespace MotCua.App.Tests.Targets;

/// <summary>Tasks of the plan in the database: the province's own, their history, two people at once, paging.</summary>
public sealed class PlanTaskTests
{
    private static readonly Actor Owner = A.Officer(Role.PlanOwner, "vpubnd");
    private static readonly Actor Leader = A.Officer(Role.UnitLeader, "stp");

    // One pixel
    internal const string Picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The tasks that the plan of 2022 names, loaded once, with their source; without a deadline where the source states none.</summary>
    [Theory, BothDatabases]
    public async Task Load_ThePlansTasks_AreThereOnceWithTheirSource(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        await using (var db = database.NewContext())
        {
            var tasks = await db.PlanTasks.OrderBy(t => t.Number).ToListAsync(Ct);
            Assert.Equal(Enumerable.Range(1, 15), tasks.Select(t => t.Number));
            Assert.All(tasks, t => Assert.True(t is { PlanCode: "dvctt-2022", State: PlanTaskState.New, Source.Length: > 0, Outcome.Length: > 0 } && t.FirstDueOn == t.DueOn, t.Title));
            Assert.Equal(new DateOnly(2022, 9, 30), tasks.Single(t => t.Title.Contains("EMC", StringComparison.Ordinal)).DueOn);
            Assert.Null(tasks.Single(t => t.Title.Contains("Paygov", StringComparison.Ordinal)).DueOn);
            var units = await db.Units.Select(u => u.Key).ToListAsync(Ct);
            Assert.Empty(tasks.SelectMany(t => t.CoUnitKeys.Append(t.LeadUnit)).Where(k => !PlanTaskDesk.LevelNames.ContainsKey(k)).Except(units));
        }

        var again = await database.UseAsync((LoadReferenceDataHandler h) => h.HandleAsync(new LoadReferenceData(), Actor.System("test"), Ct));
        Assert.Equal(0, again.Value.Added["plan_tasks"]);
    }

    [Theory, BothDatabases]
    public async Task Task_FromAssignmentToConfirmation_KeepsEveryStepAndItsFiles(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        var id = (await AssignAsync(database, "stp")).Value;
        Assert.Equal(16, (await SheetAsync(database, id)).Row.Number);
        Assert.True((await database.UseAsync((AnswerPlanTaskHandler h) => h.HandleAsync(new AnswerPlanTask(id, 1, "Đã mở 2 lớp", false, []), Leader, Ct))).IsOk);
        using var picture = new MemoryStream(Convert.FromBase64String(Picture));
        Assert.True((await database.UseAsync((AnswerPlanTaskHandler h) => h.HandleAsync(new AnswerPlanTask(id, 2, "Đủ 10 lớp", true, [new GivenFile(picture, "danh sach.png")]), Leader, Ct))).IsOk);
        Assert.True((await JudgeAsync(database, new JudgePlanTask(id, 3, PlanTaskAct.SentBack, "Thiếu chữ ký"))).IsOk);
        Assert.True((await JudgeAsync(database, new JudgePlanTask(id, 4, PlanTaskAct.Extended, "Chờ ký", new DateOnly(2022, 9, 15)))).IsOk);
        Assert.True((await database.UseAsync((AnswerPlanTaskHandler h) => h.HandleAsync(new AnswerPlanTask(id, 5, "Đã ký", true, []), Leader, Ct))).IsOk);
        Assert.True((await JudgeAsync(database, new JudgePlanTask(id, 6, PlanTaskAct.Confirmed, null))).IsOk);

        var sheet = await SheetAsync(database, id);
        Assert.Equal(["Confirmed", "ReportedDone", "Extended", "SentBack", "ReportedDone", "Answered", "Assigned"], sheet.History.Select(e => e.Act));
        Assert.Equal((PlanTaskState.Done, new DateOnly(2022, 8, 31), new DateOnly(2022, 9, 15)), (sheet.Task.State, sheet.Task.FirstDueOn, sheet.Task.DueOn));
        Assert.Equal((new DateOnly(2022, 8, 31), new DateOnly(2022, 9, 15)), (sheet.History[2].DueBefore, sheet.History[2].DueAfter));
        var file = Assert.Single(sheet.History[4].Files);
        var opened = await database.UseAsync((PlanPapers p) => p.OpenAsync(file.Id, Ct));
        await opened!.Value.Content.DisposeAsync();
        Assert.Null(await database.UseAsync((PlanPapers p) => p.OpenAsync(Guid.NewGuid(), Ct)));
        await using var db = database.NewContext();
        Assert.Equal(7, await db.Audits.CountAsync(a => a.Subject == id.ToString("N"), Ct));
    }

    [Theory, BothDatabases]
    public async Task Act_OnWhatAnotherChangedMeanwhile_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        var id = (await AssignAsync(database, "stp")).Value;
        Assert.True((await JudgeAsync(database, new JudgePlanTask(id, 1, PlanTaskAct.Extended, "x", new DateOnly(2022, 10, 1)))).IsOk);
        Assert.Equal("TSK-0003", (await JudgeAsync(database, new JudgePlanTask(id, 1, PlanTaskAct.Cancelled, "x"))).Problem?.Code);
        Assert.Equal("TSK-0002", (await JudgeAsync(database, new JudgePlanTask(Guid.NewGuid(), 1, PlanTaskAct.Cancelled, "x"))).Problem?.Code);
    }

    [Theory, BothDatabases]
    public async Task Answer_WithAFileThatIsNone_KeepsNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        var id = (await AssignAsync(database, "stp")).Value;
        using var text = new MemoryStream(Encoding.UTF8.GetBytes("MZ not a picture"));
        var refused = await database.UseAsync((AnswerPlanTaskHandler h) => h.HandleAsync(new AnswerPlanTask(id, 1, "Xong", true, [new GivenFile(text, "x.png")]), Leader, Ct));
        Assert.Equal(("DOC-0003", "Upload"), (refused.Problem!.Code, refused.Problem.Field));
        Assert.Equal(PlanTaskState.New, (await SheetAsync(database, id)).Task.State);
    }

    [Theory, BothDatabases]
    public async Task Assign_UnknownUnitOrPlan_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        Assert.Equal("TSK-0011", (await AssignAsync(database, "mars")).Problem?.Code);
        Assert.Equal("TSK-0011", (await AssignAsync(database, "tinh:*")).Problem?.Code);
        Assert.Equal("TSK-0011", (await AssignAsync(database, "stp", co: ["nowhere"])).Problem?.Code);
        Assert.Equal("TSK-0012", (await AssignAsync(database, "stp", plan: "2099")).Problem?.Code);
    }

    /// <summary>Filters and paging by key: each task once, nearest deadline first, those without one last.</summary>
    [Theory, BothDatabases]
    public async Task List_ByPartUnitAndKind_GivesEachTaskOnce(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        for (var i = 0; i < 35; i++) Assert.True((await AssignAsync(database, "ba-be", due: new DateOnly(2022, 8, 1).AddDays(i % 7))).IsOk);
        var seen = new List<Guid>();
        PlanTaskPlace? after = null;
        do
        {
            var page = await ListAsync(database, new PlanTaskFilter(), after);
            Assert.Equal(50, page.Counts[PlanTaskView.Open]);
            seen.AddRange(page.Lines.Select(l => l.Id));
            after = page.After;
        }
        while (after is not null);
        Assert.Equal(50, seen.Distinct().Count());
        Assert.Equal(50, seen.Count);

        // The leading unit, one that cooperates by name, and one by its level
        Assert.Equal(35, (await ListAsync(database, new PlanTaskFilter(Unit: "ba-be", Kind: PlanTaskKind.Training))).Counts[PlanTaskView.Open] - 2);
        Assert.Contains((await ListAsync(database, new PlanTaskFilter(Unit: "xa-01840"))).Lines, l => l.Number == 14);
        Assert.DoesNotContain((await ListAsync(database, new PlanTaskFilter(Unit: "xa-01840"))).Lines, l => l.Number == 1);
        Assert.Equal(0, (await ListAsync(database, new PlanTaskFilter(PlanTaskView.Overdue))).Counts[PlanTaskView.Overdue]);
        database.Clock.Advance(TimeSpan.FromDays(8));
        var overdue = await ListAsync(database, new PlanTaskFilter(PlanTaskView.Overdue));
        Assert.Equal(5, overdue.Counts[PlanTaskView.Overdue]);
        Assert.All(overdue.Lines, l => Assert.True(l.Task.IsOverdue(new DateOnly(2022, 8, 2))));
    }

    private static Task<Result<Guid>> AssignAsync(TestDatabase database, string unit, string plan = "dvctt-2022", DateOnly? due = null, string[]? co = null) => database.UseAsync((AssignPlanTaskHandler h) =>
        h.HandleAsync(new AssignPlanTask(plan, new PlanTaskDraft(PlanTaskKind.Training, "Tập huấn 10 lớp", "Danh sách lớp", unit, due ?? new DateOnly(2022, 8, 31), ""), co ?? ["huyen:*", "stttt"], ""), Owner, Ct));

    private static Task<Result<Done>> JudgeAsync(TestDatabase database, JudgePlanTask command) => database.UseAsync((JudgePlanTaskHandler h) => h.HandleAsync(command, Owner, Ct));

    private static Task<PlanTaskPage> ListAsync(TestDatabase database, PlanTaskFilter filter, PlanTaskPlace? after = null) => database.UseAsync((PlanTaskSheets s) => s.ListAsync(filter, after, Ct));

    private static async Task<PlanTaskSheet> SheetAsync(TestDatabase database, Guid id) => (await database.UseAsync((PlanTaskSheets s) => s.FindAsync(id, Ct)))!;
}
