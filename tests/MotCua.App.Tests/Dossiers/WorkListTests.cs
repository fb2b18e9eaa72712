using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Dossiers;

public sealed class WorkListTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory, BothDatabases]
    public async Task Today_ByClock_PutsEachDossierInItsQueue(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        await stage.SubmitAsync();
        var accepted = await stage.SubmitAsync();
        await stage.AcceptAsync(accepted); // Monday 25/7 + 5 = Monday 1/8 17:00
        var (desk, unit) = (await Counts(stage, stage.Desk), await Counts(stage, stage.Handler));
        Assert.Equal(1, desk[DossierQueue.Incoming]);
        Assert.Equal(0, desk[DossierQueue.DueSoon]);
        Assert.Equal(1, unit[DossierQueue.Unclaimed]);
        Assert.DoesNotContain(DossierQueue.Incoming, unit.Keys);
        stage.Database.Clock.Advance(TimeSpan.FromDays(3)); // Thursday: the third working day from today is Tuesday
        Assert.Equal(1, (await Counts(stage, stage.Desk))[DossierQueue.DueSoon]);
        stage.Database.Clock.Advance(TimeSpan.FromDays(4)); // Monday 1/8, 08:00
        Assert.Equal(1, (await Counts(stage, stage.Desk))[DossierQueue.DueToday]);
        stage.Database.Clock.Advance(TimeSpan.FromHours(10));
        Assert.Equal((1, 0), ((await Counts(stage, stage.Desk))[DossierQueue.Overdue], (await Counts(stage, stage.Desk))[DossierQueue.DueToday]));
    }

    [Theory, BothDatabases]
    public async Task Page_ByKeyset_ShowsEveryDossierOnce(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        for (var i = 0; i < 7; i++)
        {
            var code = await stage.SubmitAsync();
            if (i % 2 == 0) await stage.AcceptAsync(code);
            if (i % 3 == 0) stage.Database.Clock.Advance(TimeSpan.FromMinutes(7));
        }

        await stage.SubmitAsync(DossierStage.Other);
        foreach (var (queue, actor, expected) in new[] { (DossierQueue.All, stage.Desk, 7), (DossierQueue.Incoming, stage.Desk, 3), (DossierQueue.Unclaimed, stage.Handler, 4) })
        {
            var seen = new List<string>();
            string? after = null;
            do
            {
                var page = await stage.Database.UseAsync<WorkLists, WorkPage>(l => l.PageAsync(actor, new WorkQuery(queue, null, after, 2), Ct));
                seen.AddRange(page.Rows.Select(r => r.Code));
                after = page.Next;
            }
            while (after is not null);
            Assert.Equal(expected, seen.Count);
            Assert.Equal(expected, seen.Distinct().Count());
        }
    }

    [Theory, BothDatabases]
    public async Task Search_ByAnything_FindsOnlyWhatTheOfficerMaySee(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var code = await stage.SubmitAsync(name: "Triệu Thị Đào", identity: "006190004321", phone: "0912 000 111");
        await stage.SubmitAsync(DossierStage.Other, "Triệu Thị Đào", "006190004321", "0912000111");
        await stage.SubmitAsync();
        var number = (await stage.AcceptAsync(code)).Value.Code;
        foreach (var words in new[] { "trieu thi dao", "Triệu Thị ĐÀO", "dao", number, number.ToLowerInvariant(), code.ToLowerInvariant(), "006190004321", "0912000111", "0912 000 111", "220725-0001" })
        {
            var page = await stage.Database.UseAsync<WorkLists, WorkPage>(l => l.PageAsync(stage.Desk, new WorkQuery(DossierQueue.All, words, null), Ct));
            Assert.Equal([number], page.Rows.Select(r => r.Code));
        }

        var nobody = DossierStage.Officer("Vận hành", new Grant(Role.Operator, "vpubnd"), new Grant(Role.Auditor, "vpubnd"));
        Assert.Empty((await stage.Database.UseAsync<WorkLists, WorkPage>(l => l.PageAsync(nobody, new WorkQuery(DossierQueue.All, null, null), Ct))).Rows);
    }

    [Theory, BothDatabases]
    public async Task Sheet_ByRole_IsShownOrNotThere(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var code = await stage.SubmitAsync();
        foreach (var (actor, sees) in new[]
        {
            (stage.Desk, true), (stage.Handler, true), (stage.Leader, true), (stage.Owner, true), (A.Citizen(), false), (Actor.Stranger, false),
            (A.Officer(Role.DeskOfficer, DossierStage.Other), false), (A.Officer(Role.Auditor, "vpubnd"), false), (A.Officer(Role.ProvinceAdministrator, "vpubnd"), false),
            (A.Officer(Role.Operator, "vpubnd"), false), (A.Officer(Role.PlanOwner, "vpubnd"), false), (A.Officer(Role.ProvinceLeader, "ubnd-tinh"), false), (A.Officer(Role.Helper, DossierStage.Unit), false),
        })
        {
            Assert.Equal(sees, await stage.Database.UseAsync<DossierSheets, DossierSheet?>(s => s.FindAsync(code, actor, "sheet", Ct)) is not null);
        }
    }

    [Theory, BothDatabases]
    public async Task Sheet_OfAccepted_ExplainsTheAppointmentDayByDay(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var code = await stage.SubmitAsync();
        await stage.AcceptAsync(code);
        var sheet = await stage.Database.UseAsync<DossierSheets, DossierSheet?>(s => s.FindAsync(code, stage.Desk, "sheet", Ct));
        var clock = sheet!.Clocks[0];
        Assert.Equal("Trong hạn", clock.Verdict);
        Assert.Contains("01/08/2022", clock.Lines[^1], StringComparison.Ordinal);
        Assert.Contains(sheet.Timeline, l => l.What.Contains("cấp mã hồ sơ", StringComparison.Ordinal) && l.Who == "Nông Thị Hà");
        Assert.False(sheet.Rights.May(DossierWork.Accept));
        Assert.True(sheet.Rights.May(DossierWork.RequestSupplement));
    }

    private static async Task<Dictionary<DossierQueue, int>> Counts(DossierStage stage, Actor actor) =>
        (await stage.Database.UseAsync<TodayBoards, TodayBoard>(b => b.ForAsync(actor, Ct))).Counts.ToDictionary(c => c.Queue, c => c.Count);
}
