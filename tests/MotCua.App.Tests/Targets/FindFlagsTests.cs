using System.Net;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.App.Dossiers;
using MotCua.App.Exchange;
using MotCua.App.Organisations;
using MotCua.App.Targets;
using MotCua.App.Tests.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;
using MotCua.TestKit;

namespace MotCua.App.Tests.Targets;

/// <summary>Signs of integrity: what is recorded with a submission, what is found, who concludes.</summary>
public sealed class FindFlagsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Submit_WithASource_KeepsTagsOnlyAndInTheSameBatch(DatabaseKind kind)
    {
        await using var town = await FilingTown.BuildAsync(kind);
        var citizen = await town.CitizenAsync();
        var (draft, version) = await town.ReadyAsync(citizen);
        var session = Guid.NewGuid();

        var sent = await town.Database.UseAsync((SubmitDraftHandler h) => h.HandleAsync(new SubmitDraft(draft, version) { Source = new FilingSource(session, IPAddress.Parse("::ffff:113.160.44.7")) }, citizen, Ct));

        Assert.True(sent.IsOk);
        await using var db = town.Database.NewContext();
        var trace = await db.SubmissionTraces.SingleAsync(Ct);
        Assert.Equal(draft, trace.DossierId);
        Assert.Equal(16, trace.SessionTag.Length);
        Assert.Equal(16, trace.NetworkTag.Length);
        var vault = await town.Database.UseAsync((PersonalDataVault v) => Task.FromResult(v));
        var day = ProvinceTime.DateOf(trace.At);
        Assert.Equal(SourceTags.Of(vault, day, "network", "113.160.44.0/24"), trace.NetworkTag);
        Assert.NotEqual(SourceTags.Of(vault, day.AddDays(1), "network", "113.160.44.0/24"), trace.NetworkTag);
    }

    [Theory]
    [InlineData("113.160.44.7", "113.160.44.0/24")]
    [InlineData("::ffff:113.160.44.250", "113.160.44.0/24")]
    [InlineData("2405:4800:1a2b:3c4d::1", "240548001a2b/48")]
    [InlineData(null, "")]
    public void NetworkOf_AnAddress_IsItsPrefix(string? address, string expected) => Assert.Equal(expected, SourceTags.NetworkOf(address is null ? null : IPAddress.Parse(address)));

    [Theory, BothDatabases]
    public async Task Handle_ABurst_IsFoundOnceAndGrowsWithTheCount(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        var account = await AccountAsync(database);
        await FileAsync(database, 8, account, "s1", "n1");

        Assert.Equal(1, await FindAsync(database));
        Assert.Equal(0, await FindAsync(database));

        await using (var db = database.NewContext())
        {
            var flag = await db.IntegrityFlags.SingleAsync(Ct);
            Assert.Equal((FlagKind.SessionBurst, "sgddt", 8, 8, 30, FlagState.New), (flag.Kind, flag.UnitKey, flag.Count, flag.Threshold, flag.Minutes, flag.State));
            Assert.Equal(8, await db.IntegrityFlagDossiers.CountAsync(Ct));
        }

        var reviewed = await ReviewAsync(database, A.Officer(Role.Auditor, "ttt"));
        Assert.True(reviewed.IsOk, reviewed.Problem?.Title);
        await FileAsync(database, 2, account, "s1", "n1");

        // The account's burst of ten is new, the session's grew and is to be looked at again
        Assert.Equal(2, await FindAsync(database));
        await using var after = database.NewContext();
        var grown = await after.IntegrityFlags.SingleAsync(f => f.Kind == FlagKind.SessionBurst, Ct);
        Assert.Equal((10, FlagState.New, (FlagConclusion?)null), (grown.Count, grown.State, grown.Conclusion));
        Assert.Equal(1, await after.Audits.CountAsync(a => a.Action == "FlagReviewed", Ct));
    }

    [Theory, BothDatabases]
    public async Task Handle_SelfFromAnOfficersNetwork_IsASignWhereTheOfficerSignedIn(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        var officer = await OfficerAsync(database);
        await database.UseAsync((OfficerNetworks n) => n.NoteAsync(officer, IPAddress.Parse("10.1.2.3"), Ct));
        await database.UseAsync((OfficerNetworks n) => n.NoteAsync(officer, IPAddress.Parse("10.1.2.99"), Ct));
        await using (var db = database.NewContext()) Assert.Equal("sgddt", (await db.OfficerNetworks.SingleAsync(Ct)).UnitKey);

        var vault = await database.UseAsync((PersonalDataVault v) => Task.FromResult(v));
        var office = SourceTags.Of(vault, ProvinceTime.DateOf(database.Clock.GetUtcNow()), "network", "10.1.2.0/24");
        for (var i = 0; i < 5; i++) await FileAsync(database, 1, await AccountAsync(database), $"s{i}", office);

        await FindAsync(database);

        await using var after = database.NewContext();
        var flag = await after.IntegrityFlags.SingleAsync(Ct);
        Assert.Equal((FlagKind.SelfFromOffice, 5), (flag.Kind, flag.Count));
    }

    [Theory, BothDatabases]
    public async Task Handle_FilingRightAfterTheCounter_IsASign(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        var account = await AccountAsync(database);
        var now = database.Clock.GetUtcNow();
        await using (var db = database.NewContext())
        {
            for (var i = 0; i < 3; i++)
            {
                Add(db, $"identity{i}", Channel.Counter, now.AddMinutes(-10), account);
                Add(db, $"identity{i}", Channel.Online, now.AddMinutes(-3), account);
            }

            // Another person, and another unit's visitor
            Add(db, "other", Channel.Online, now, account);
            await db.SaveChangesAsync(Ct);
        }

        await FindAsync(database);

        await using var after = database.NewContext();
        var flag = await after.IntegrityFlags.SingleAsync(Ct);
        Assert.Equal((FlagKind.AfterVisit, 3, 15), (flag.Kind, flag.Count, flag.Minutes));
    }

    [Fact]
    public async Task Sweep_AfterThirtyDays_TakesTheTagsAndLeavesTheSigns()
    {
        await using var database = await SmallProvince.CreateAsync(DatabaseKind.Sqlite);
        await FileAsync(database, 8, await AccountAsync(database), "s1", "n1");
        await database.UseAsync((OfficerNetworks n) => n.NoteAsync(Guid.NewGuid(), IPAddress.Loopback, Ct));
        await FindAsync(database);
        database.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, (await database.UseAsync((RetentionSweep s) => s.RunAsync(Ct))).Traces);
        database.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(8, (await database.UseAsync((RetentionSweep s) => s.RunAsync(Ct))).Traces);
        await using var db = database.NewContext();
        Assert.Equal(1, await db.IntegrityFlags.CountAsync(Ct));
    }

    [Fact]
    public async Task Review_ByWhoeverMayNot_IsRefused()
    {
        await using var database = await SmallProvince.CreateAsync(DatabaseKind.Sqlite);
        await FileAsync(database, 8, await AccountAsync(database), "s1", "n1");
        await FindAsync(database);

        Assert.Equal(FlagProblems.NotYours, (await ReviewAsync(database, A.Officer(Role.UnitLeader, "sgddt"))).Problem);
        Assert.Equal(FlagProblems.OwnUnit, (await ReviewAsync(database, A.Officer(Role.PlanOwner, "sgddt"))).Problem);
        Assert.Equal(FlagProblems.NoReason, (await ReviewAsync(database, A.Officer(Role.Auditor, "ttt"), reason: "ngắn")).Problem);
        Assert.Equal(FlagProblems.NoConclusion, (await ReviewAsync(database, A.Officer(Role.Auditor, "ttt"), conclusion: 0)).Problem);
        Assert.Equal(FlagProblems.Changed, (await ReviewAsync(database, A.Officer(Role.Auditor, "ttt"), seen: 3)).Problem);
        Assert.True((await ReviewAsync(database, A.Officer(Role.PlanOwner, "vpubnd"))).IsOk);
        Assert.Equal(FlagProblems.Changed, (await ReviewAsync(database, A.Officer(Role.Auditor, "ttt"))).Problem);
    }

    [Theory, BothDatabases]
    public async Task Counts_OfADistrict_TakeInItsCommunes(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        await using (var db = database.NewContext())
        {
            foreach (var (unit, day) in new[] { ("x1", 4), ("x2", 5), ("pacnam", 6), ("babe", 7) })
            {
                db.IntegrityFlags.Add(new IntegrityFlagRow { Id = Guid.NewGuid(), Kind = FlagKind.NetworkBurst, UnitKey = unit, Day = new DateOnly(2022, 7, day), Source = "n", Count = 30, Threshold = 30, FoundAt = database.Clock.GetUtcNow() });
            }

            await db.SaveChangesAsync(Ct);
        }

        var counts = await database.UseAsync((FlagSheets f) => f.CountsAsync(new DateOnly(2022, 7, 1), new DateOnly(2022, 7, 31), Ct));
        var list = await database.UseAsync((FlagSheets f) => f.ListAsync(new DateOnly(2022, 7, 1), new DateOnly(2022, 7, 31), FlagState.New, "pacnam", 0, Ct));

        Assert.Equal((3, 1), (counts["pacnam"], counts["babe"]));
        Assert.Equal(3, list.Count);
    }

    /// <summary>Dossiers filed online at the present moment, a minute apart, with their traces.</summary>
    internal static async Task FileAsync(TestDatabase database, int count, Guid account, string session, string network)
    {
        await using var db = database.NewContext();
        for (var i = 0; i < count; i++)
        {
            database.Clock.Advance(TimeSpan.FromMinutes(1));
            var id = Add(db, "", Channel.Online, database.Clock.GetUtcNow(), account);
            db.SubmissionTraces.Add(new SubmissionTraceRow { DossierId = id, At = database.Clock.GetUtcNow(), SessionTag = session, NetworkTag = network });
        }

        await db.SaveChangesAsync(Ct);
    }

    private static Guid Add(MotCuaDb db, string identity, Channel channel, DateTimeOffset at, Guid account)
    {
        var dossier = new Dossier(Guid.CreateVersion7());
        var filing = new Filing(SmallProvince.Code('a'), Guid.Empty, "", "sgddt", "sgddt", "sgddt", channel, AssistedBy.Self);
        if (channel == Channel.Online)
        {
            dossier.Apply(new DossierSubmitted(SubmissionCode.New().Value, filing, account, account, null, "", at.AddHours(8), ApplicantKind.Person, "", true), at);
        }
        else
        {
            dossier.Apply(new DossierReceivedAtDesk(SubmissionCode.New().Value, filing, "desk", "", ApplicantKind.Person, "", false), at);
            dossier.Apply(new DossierAccepted($"H03.1-220725-{Random.Shared.Next(10000):0000}", null, "desk", 0, false, false), at);
        }

        db.Dossiers.Add(dossier);
        db.DossierParties.Add(new DossierPartyRow { DossierId = dossier.Id, Name = "", NameFolded = "", IdentityIndex = identity });
        return dossier.Id;
    }

    private static async Task<Guid> AccountAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        var account = new AccountRow { Id = Guid.CreateVersion7(), Issuer = "https://id.example", Subject = Guid.NewGuid().ToString("N"), FullName = "Nông Văn Tài" };
        db.Accounts.Add(account);
        await db.SaveChangesAsync(Ct);
        return account.Id;
    }

    private static async Task<Guid> OfficerAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        var officer = new OfficerRow { Id = Guid.CreateVersion7(), UserName = "canbo", DisplayName = "Cán bộ", SecurityStamp = "x", CreatedAt = database.Clock.GetUtcNow() };
        db.Officers.Add(officer);
        db.Grants.Add(new GrantRow { Id = Guid.CreateVersion7(), OfficerId = officer.Id, Role = Role.DeskOfficer, UnitKey = "sgddt", From = SmallProvince.Start, DecisionNo = "01" });
        await db.SaveChangesAsync(Ct);
        return officer.Id;
    }

    private static Task<int> FindAsync(TestDatabase database) => database.UseAsync((FindFlags f) => f.HandleAsync(Ct));

    private static async Task<Result<Guid>> ReviewAsync(TestDatabase database, Actor actor, FlagConclusion conclusion = FlagConclusion.Explained, string reason = "Máy dùng chung của bộ phận Một cửa", int? seen = null)
    {
        await using var db = database.NewContext();
        var flag = await db.IntegrityFlags.AsNoTracking().FirstAsync(f => f.Kind == FlagKind.SessionBurst, Ct);
        return await database.UseAsync((ReviewFlagHandler h) => h.HandleAsync(new ReviewFlag(flag.Id, seen ?? flag.Count, conclusion, reason), actor, Ct));
    }
}
