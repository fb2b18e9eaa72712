using Microsoft.EntityFrameworkCore;
using MotCua.App.Calendar;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Dossiers;

/// <summary>Lists are read lane by lane; what they show is what the rules of sight and of the queue say, each dossier once and in order.</summary>
public sealed class WorkLanesTests
{
    private static readonly string[] Units = ["sgddt", "x1", "x2", "pacnam"];
    private static readonly DossierState[] States = [DossierState.Submitted, DossierState.Accepted, DossierState.Processing, DossierState.AwaitingSupplement, DossierState.AwaitingPayment, DossierState.Finished, DossierState.Returned];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Pages_OfEveryQueueAndRole_AreWhatTheRulesSay(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        var now = database.Clock.GetUtcNow();
        var mine = Guid.NewGuid().ToString("N");
#pragma warning disable CA5394 // A repeatable test
        var random = new Random(7);
        await SmallProvince.RecordAsync(database, [.. Enumerable.Range(0, 120).Select(i =>
        {
            var state = States[random.Next(States.Length)];
            var bare = SmallProvince.State($"n{i:000}", SmallProvince.Code('a'), "sgddt", random.Next(2) == 0 ? Channel.Online : Channel.Counter, now.AddDays(-20), state);
            return bare with
            {
                Filing = bare.Filing with { ReceivingUnit = Any(random), HandlingUnit = Any(random), Place = Any(random) },
                AcceptedAt = state == DossierState.Submitted ? null : bare.AcceptedAt,
                DueAt = random.Next(4) == 0 ? null : now.AddHours(random.Next(-80, 160)),
                FinishedAt = state is DossierState.Finished or DossierState.Returned ? now.AddDays(-1) : null,
            };
        })]);
        await using var db = database.NewContext();
        foreach (var dossier in await db.Dossiers.AsNoTracking().OrderBy(d => d.Id).ToListAsync(Ct))
        {
            var (unit, role, officer, due) = (random.Next(3) == 0 ? Any(random) : "", random.Next(2) == 0 ? "Handler" : "UnitLeader", random.Next(2) == 0 ? mine : null, (DateTimeOffset?)now.AddHours(random.Next(1, 50)));
            if (dossier.State is DossierState.Processing or DossierState.Submitted)
            {
                await db.Dossiers.Where(d => d.Id == dossier.Id).ExecuteUpdateAsync(
                    u => u.SetProperty(d => d.StepUnit, unit).SetProperty(d => d.StepRole, role).SetProperty(d => d.StepOfficerId, officer).SetProperty(d => d.AcceptanceDueAt, due), Ct);
            }
        }
#pragma warning restore CA5394

        var all = await db.Dossiers.AsNoTracking().ToListAsync(Ct);
        Grant[][] people =
        [
            [new(Role.DeskOfficer, "sgddt")], [new(Role.Handler, "x1")], [new(Role.UnitLeader, "x2"), new(Role.Clerk, "x1")],
            [new(Role.DeskOfficer, "x1"), new(Role.DeskOfficer, "x2"), new(Role.Handler, "x1"), new(Role.UnitLeader, "pacnam")], [new(Role.Auditor, "sgddt")],
        ];
        var seen = 0;
        foreach (var grants in people)
        {
            var actor = new Actor(ActorKind.Officer, mine, "Nông Thị Hà", grants);
            var moments = QueueMoments.At(now, await database.UseAsync((WorkingCalendars c) => c.ForAsync(grants[0].UnitKey, Ct).AsTask()));
            foreach (var queue in Enum.GetValues<DossierQueue>())
            {
                var expected = InOrder(all.Where(d => Belongs(d, actor, queue, moments)), queue).Select(d => d.Code).ToList();
                Assert.Equal(expected, await PagesAsync(database, actor, new WorkQuery(queue, null, null, 7)));
                seen += expected.Count;
                Assert.Equal(
                    InOrder(all.Where(d => Belongs(d, actor, queue, moments) && d.Channel == Channel.Counter), queue).Select(d => d.Code),
                    await PagesAsync(database, actor, new WorkQuery(queue, null, null, 3, Channel: Channel.Counter)));
            }

            var board = await database.UseAsync((TodayBoards b) => b.ForAsync(actor, Ct));
            Assert.All(board.Counts, c => Assert.Equal(all.Count(d => Belongs(d, actor, c.Queue, moments)), c.Count));
        }

        Assert.True(seen > 300);
    }

    /// <summary>A name typed in full: those of exactly that name come first, however the page falls; then those of whose name it is a part.</summary>
    [Theory, BothDatabases]
    public async Task Search_ByNameManyShare_GivesExactNamesFirstAndEachOnce(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var (exact, part) = (new List<string>(), new List<string>());
        for (var i = 0; i < 4; i++)
        {
            exact.Insert(0, await stage.SubmitAsync(name: "Lý Thị Lan"));
            part.Insert(0, await stage.SubmitAsync(name: $"Lý Thị Lan {"Anh Chi Hoa Mai".Split(' ')[i]}"));
            stage.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await stage.SubmitAsync(DossierStage.Other, "Lý Thị Lan");
        for (var size = 1; size <= 9; size++)
        {
            Assert.Equal([.. exact, .. part], await PagesAsync(stage.Database, stage.Desk, new WorkQuery(DossierQueue.All, "ly thi lan", null, size)));
        }
    }

    /// <summary>Dossiers of others with the same name, more than one look takes, do not hide the officer's own older ones, and no page goes on for ever.</summary>
    [Theory, BothDatabases]
    public async Task Search_ByNameManyShareElsewhere_FindsTheOfficersOwnBehindThem(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        List<string> own = [await stage.SubmitAsync(name: "Lý Thị Lan"), await stage.SubmitAsync(name: "Lý Thị Lan Anh")];
        stage.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 105; i++) await stage.SubmitAsync(DossierStage.Other, i % 2 == 0 ? "Lý Thị Lan" : "Lý Thị Lan Hoa");
        for (var i = 0; i < 105; i++) await stage.SubmitAsync(DossierStage.Other, "Lý Thị Lan");
        Assert.Equal(own, await PagesAsync(stage.Database, stage.Desk, new WorkQuery(DossierQueue.All, "Lý Thị Lan", null, 1)));
        Assert.Equal(own, await PagesAsync(stage.Database, stage.Desk, new WorkQuery(DossierQueue.All, "Lý Thị Lan", null, 20)));
    }

    private static string Any(Random random)
    {
#pragma warning disable CA5394 // A repeatable test
        return Units[random.Next(Units.Length)];
#pragma warning restore CA5394
    }

    private static bool Belongs(Dossier d, Actor actor, DossierQueue queue, QueueMoments m)
    {
        var isSeen = DossierAccess.Of(d, actor).MayRead;
        var isAtDesk = actor.Has(Role.DeskOfficer, d.Place) || actor.Has(Role.DeskOfficer, d.ReceivingUnit);
        var isOpen = d.State is DossierState.Accepted or DossierState.Processing;
        return queue switch
        {
            DossierQueue.Incoming => d.State == DossierState.Submitted && isAtDesk,
            DossierQueue.Unclaimed => (d.State == DossierState.Accepted && (actor.Has(Role.Handler, d.HandlingUnit) || actor.Has(Role.UnitLeader, d.HandlingUnit)))
                || (d.State == DossierState.Processing && d.StepOfficerId is null && d.StepUnit.Length > 0 && actor.Has(Enum.Parse<Role>(d.StepRole), d.StepUnit)),
            DossierQueue.Mine => d.State == DossierState.Processing && d.StepOfficerId == actor.Id,
            DossierQueue.DueToday => isSeen && isOpen && d.DueAt >= m.Now && d.DueAt < m.EndOfToday,
            DossierQueue.DueSoon => isSeen && isOpen && d.DueAt >= m.EndOfToday && d.DueAt < m.EndOfSoon,
            DossierQueue.Overdue => isSeen && isOpen && d.DueAt < m.Now,
            DossierQueue.Waiting => isSeen && d.State is DossierState.AwaitingSupplement or DossierState.AwaitingPayment && isSeen,
            DossierQueue.ToReturn => d.State == DossierState.Finished && isAtDesk,
            _ => isSeen,
        };
    }

    private static IEnumerable<Dossier> InOrder(IEnumerable<Dossier> dossiers, DossierQueue queue) => queue switch
    {
        DossierQueue.All => dossiers.OrderByDescending(d => d.Id.ToString(), StringComparer.Ordinal),
        DossierQueue.Incoming => Ordered(dossiers, d => d.AcceptanceDueAt),
        DossierQueue.Waiting => Ordered(dossiers, d => d.RespondBy),
        _ => Ordered(dossiers, d => d.DueAt),
    };

    private static IEnumerable<Dossier> Ordered(IEnumerable<Dossier> dossiers, Func<Dossier, DateTimeOffset?> at) =>
        dossiers.OrderBy(d => at(d) ?? DateTimeOffset.MaxValue).ThenBy(d => d.Id.ToString(), StringComparer.Ordinal);

    private static async Task<List<string>> PagesAsync(TestDatabase database, Actor actor, WorkQuery query)
    {
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = await database.UseAsync((WorkLists l) => l.PageAsync(actor, query with { After = after }, Ct));
            Assert.True(page.Rows.Count <= query.Size);
            seen.AddRange(page.Rows.Select(r => r.Code));
            after = page.Next;
        }
        while (after is not null);
        return seen;
    }
}
