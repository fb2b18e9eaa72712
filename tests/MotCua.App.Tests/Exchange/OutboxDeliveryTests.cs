using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Data;
using MotCua.App.Dossiers;
using MotCua.App.Exchange;
using MotCua.App.Notifications;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Exchange;

public sealed class OutboxDeliveryTests
{
    private static readonly Filing Filing = new("1.004873", Guid.Empty, "", "xa-01840", "xa-01840", "xa-01840", Channel.Online, AssistedBy.Self);

    [Theory, BothDatabases]
    public async Task Deliver_WhenADossierWasSent_PutsOneNoticeInTheInboxHoweverOftenItRuns(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var account = Guid.NewGuid();
        await FileAsync(database, account);
        await DeliverAsync(database);
        await using (var db = database.NewContext())
        {
            // As after a crash between delivering and saying so
            await db.Outbox.Where(o => o.Destination == "inbox").ExecuteUpdateAsync(s => s.SetProperty(o => o.State, OutboxState.Pending));
        }

        await DeliverAsync(database);
        await using var after = database.NewContext();
        var message = Assert.Single(await after.InboxMessages.ToListAsync());
        Assert.Equal(account, message.AccountId);
        Assert.StartsWith("Đã nhận hồ sơ trực tuyến: NH-", message.Title, StringComparison.Ordinal);
        Assert.Contains("16:00 ngày 25/07/2022", message.Text, StringComparison.Ordinal);
        Assert.True(await after.Outbox.AllAsync(o => o.State == OutboxState.Delivered));
    }

    [Theory, BothDatabases]
    public async Task Deliver_WhenTheDestinationKeepsFailing_FollowsTheScheduleThenParksAndAnOperatorSendsItAgain(DatabaseKind kind)
    {
        var failing = new Destination();
        await using var database = await TestDatabase.CreateAsync(kind, s => s.AddSingleton<IOutboxDestination>(failing));
        await AddAsync(database, "failing");
        for (var attempt = 0; attempt < OutboxDelivery.Schedule.Count; attempt++)
        {
            Assert.Equal(1, await DeliverAsync(database));
            Assert.Equal(0, await DeliverAsync(database));
            database.Clock.Advance(OutboxDelivery.Schedule[attempt]);
        }

        await DeliverAsync(database);
        Assert.Equal(OutboxState.Parked, (await OnlyAsync(database)).State);
        var parked = Assert.Single(await database.UseAsync<OutboxDesk, IReadOnlyList<OutboxLine>>(d => d.ListAsync(OutboxState.Parked, null, default)));
        failing.Outcome = OutboxOutcome.Done;
        var redriven = await database.UseAsync<RedriveOutboxHandler, Result<int>>(h => h.HandleAsync(new([parked.Id], false, ""), Actor.System("test"), default));
        Assert.Equal(1, redriven.Value);
        await DeliverAsync(database);
        Assert.Equal(OutboxState.Delivered, (await OnlyAsync(database)).State);
    }

    [Theory]
    [InlineData("refused", OutboxState.Parked)]
    [InlineData("nowhere", OutboxState.Parked)]
    [InlineData("not-yet", OutboxState.Pending)]
    [InlineData("throws", OutboxState.Pending)]
    public async Task Deliver_WhenWaitingDoesNotMendIt_ParksAtOnceElseWaits(string how, OutboxState expected)
    {
        var destination = new Destination { Outcome = how switch { "refused" => OutboxOutcome.Refused("550"), "not-yet" => OutboxOutcome.NotYet("chưa cấu hình", TimeSpan.FromMinutes(15)), _ => null } };
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, s => s.AddSingleton<IOutboxDestination>(destination));
        await AddAsync(database, how == "nowhere" ? "nowhere" : "failing");
        await DeliverAsync(database);
        var entry = await OnlyAsync(database);
        Assert.Equal((expected, how == "not-yet" ? 0 : 1), (entry.State, entry.AttemptCount));
        Assert.NotEqual("", entry.LastError);
    }

    [Fact]
    public async Task GiveUp_WithoutAReason_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var refused = await database.UseAsync<RedriveOutboxHandler, Result<int>>(h => h.HandleAsync(new([], true, " "), Actor.System("test"), default));
        Assert.Equal(RedriveOutboxHandler.ReasonMissing, refused.Problem);
    }

    [Fact]
    public async Task Deliver_WhenMailIsNotSetUp_KeepsWaitingWithoutCountingAttempts()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await FileAsync(database, Guid.NewGuid(), "ong.ba@example.vn");
        await DeliverAsync(database);
        await using var db = database.NewContext();
        var mail = await db.Outbox.SingleAsync(o => o.Destination == "email");
        Assert.Equal((OutboxState.Pending, 0), (mail.State, mail.AttemptCount));
    }

    private static Task<int> DeliverAsync(TestDatabase database) => database.UseAsync<OutboxDelivery, int>(d => d.DeliverAsync(default));

    private static async Task<OutboxRow> OnlyAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        return await db.Outbox.SingleAsync();
    }

    private static async Task AddAsync(TestDatabase database, string destination)
    {
        await using var db = database.NewContext();
        var now = database.Clock.GetUtcNow();
        db.Outbox.Add(new OutboxRow { Id = Ids.NewGuid(now), Destination = destination, Kind = "Test", CreatedAt = now, NextAttemptAt = now, State = OutboxState.Pending });
        await db.SaveChangesAsync();
    }

    private static async Task FileAsync(TestDatabase database, Guid account, string email = "")
    {
        await using var scope = database.Services.CreateAsyncScope();
        var (db, journal) = (scope.ServiceProvider.GetRequiredService<MotCuaDb>(), scope.ServiceProvider.GetRequiredService<Journal>());
        var act = journal.Begin("DossierSubmitting", new Actor(ActorKind.Citizen, account.ToString("N"), "", []));
        var dossier = new Dossier(Ids.NewGuid(act.At));
        db.Dossiers.Add(dossier);
        db.DossierParties.Add(new DossierPartyRow { DossierId = dossier.Id, Name = "Nông Thị Mẩy", Email = email });
        await journal.RecordAsync(act, dossier, default, new DossierSubmitted(SubmissionCode.New().Value, Filing, account, account, null, "00", act.At.AddHours(8), ApplicantKind.Person, "01840", true));
        await db.SaveChangesAsync();
    }

    private sealed class Destination : IOutboxDestination
    {
        public OutboxOutcome? Outcome { get; set; } = OutboxOutcome.Failed("timeout");

        public string Name => "failing";

        public Task<OutboxOutcome> DeliverAsync(OutboxRow entry, CancellationToken ct) =>
            Outcome is { } outcome ? Task.FromResult(outcome) : throw new InvalidOperationException("broken destination");
    }
}
