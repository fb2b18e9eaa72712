using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.App.Dossiers;
using MotCua.App.Exchange;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Exchange;

/// <summary>What outlived its use goes, everything else stays, and the trail says so.</summary>
public sealed class RetentionSweepTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Run_OldAndYoungRows_TakesOnlyWhatHasOutlivedItsTime(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var now = database.Clock.GetUtcNow();
        await using (var db = database.NewContext())
        {
            foreach (var days in new[] { 0, 1, 3, 91, 93, 400 }) db.Sessions.Add(Session(now.AddDays(-days)));
            foreach (var action in RetentionSweep.SignInRecords) db.Audits.AddRange(Audit(action, now.AddDays(-731)), Audit(action, now.AddDays(-729)));
            db.Audits.AddRange(Audit("OfficerGranted", now.AddDays(-4000)), Audit("ListExported", now.AddDays(-4000)), Audit("ProcedurePublished", now.AddDays(-4000)));
            foreach (var state in Enum.GetValues<OutboxState>()) db.Outbox.AddRange(Message(state, now.AddDays(-184)), Message(state, now.AddDays(-182)));
            db.Drafts.Add(new DraftRow { Id = Guid.CreateVersion7(), ProcedureCode = "1.000001", CreatedAt = now.AddDays(-4000), SavedAt = now.AddDays(-4000) });
            await db.SaveChangesAsync(Ct);
        }

        var swept = await database.UseAsync((RetentionSweep s) => s.RunAsync(Ct));
        Assert.Equal(new Swept(2, 2, 6, 2, 0), swept);
        await using var after = database.NewContext();
        Assert.Equal(4, await after.Sessions.CountAsync(Ct));
        Assert.Equal(2, await after.Sessions.CountAsync(s => s.IdTokenCipher != "", Ct));
        Assert.Equal(6 + 3 + 1, await after.Audits.CountAsync(Ct));
        Assert.Equal([OutboxState.Pending, OutboxState.Pending, OutboxState.Delivered, OutboxState.Parked, OutboxState.Parked, OutboxState.Cancelled], (await after.Outbox.Select(o => o.State).ToListAsync(Ct)).Order());
        Assert.Equal(1, await after.Drafts.CountAsync(Ct));
        var record = await after.Audits.SingleAsync(a => a.Action == "RecordsSwept", Ct);
        Assert.Equal(("System:retention", """{"sessions":2,"tokens":2,"signIns":6,"messages":2,"typing":0,"traces":0,"visits":0}"""), (record.Actor, record.Detail));

        Assert.Equal(0, (await database.UseAsync((RetentionSweep s) => s.RunAsync(Ct))).Total);
        Assert.Equal(1, await after.Audits.CountAsync(a => a.Action == "RecordsSwept", Ct));
    }

    [Theory, BothDatabases]
    public async Task Run_EventChains_AreNeverTouched(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        await SmallProvince.RecordAsync(database, SmallProvince.State("H03.1-220705-0001", SmallProvince.Code('a'), "sgddt", Domain.Dossiers.Channel.Online, SmallProvince.At("2022-07-05 08:00")));
        database.Clock.Advance(TimeSpan.FromDays(20000));
        await database.UseAsync((RetentionSweep s) => s.RunAsync(Ct));
        await using var db = database.NewContext();
        Assert.Equal(1, await db.Dossiers.CountAsync(Ct));
        Assert.True(await db.DossierEvents.AnyAsync(Ct));
        Assert.Null((await database.UseAsync((LogProof p) => p.ProveAsync(null, Ct)))!.Broken);
    }

    [Fact]
    public void Lawful_ShorterThanTheLaw_IsTheLawsThreeMonths()
    {
        var times = new RetentionTimes { Sessions = TimeSpan.FromDays(1), SignIns = TimeSpan.Zero, Messages = TimeSpan.FromDays(500) }.Lawful();
        Assert.Equal((92, 92, 500), (times.Sessions.Days, times.SignIns.Days, times.Messages.Days));
    }

    private static SessionRow Session(DateTimeOffset seen) => new() { Id = Guid.NewGuid(), HolderId = "h", StartedAt = seen, LastSeenAt = seen, IdTokenCipher = "sealed" };

    private static AuditRow Audit(string action, DateTimeOffset at) => new() { Id = Ids.NewGuid(at), At = at, Actor = "Public:", Action = action, Subject = "s", Detail = "{}" };

    private static OutboxRow Message(OutboxState state, DateTimeOffset at) =>
        new() { Id = Ids.NewGuid(at), Destination = "email", Kind = "DossierAccepted", BodyCipher = "", CreatedAt = at, NextAttemptAt = at, State = state, LastError = "" };
}
