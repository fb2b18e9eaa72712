using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Data;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Dossiers;

public sealed class LogProofTests
{
    private static readonly Filing Filing = new("1.004873", Guid.Empty, "", "xa-01840", "xa-01840", "xa-01840", Channel.Online, AssistedBy.Self);

    [Theory, BothDatabases]
    public async Task Prove_WhenNothingWasTouched_CountsChainsAndEvents(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await FileAsync(database, 3);
        var report = await ProveAsync(database);
        Assert.Equal("ok 3 chains, 6 events", report.ToString());
    }

    [Theory, BothDatabases]
    public async Task Prove_WhenAPayloadWasChanged_NamesTheDossierAndTheEvent(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var id = (await FileAsync(database, 2))[0];
        await using (var db = database.NewContext())
        {
            var row = await db.DossierEvents.SingleAsync(e => e.DossierId == id && e.Seq == 2);
            row.Payload = row.Payload.Replace("O1", "O2", StringComparison.Ordinal);
            await db.SaveChangesAsync();
        }

        var broken = (await ProveAsync(database)).Broken;
        Assert.Equal(2, broken?.Seq);
        Assert.NotEqual(broken?.Expected, broken?.Found);
    }

    [Theory, BothDatabases]
    public async Task Prove_WhenTheKindOfAnEventWasChanged_NamesTheDossierAndTheEvent(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var id = (await FileAsync(database, 2))[0];
        await using (var db = database.NewContext())
        {
            (await db.DossierEvents.SingleAsync(e => e.DossierId == id && e.Seq == 2)).Name = nameof(DossierDecided);
            await db.SaveChangesAsync();
        }

        var broken = (await ProveAsync(database)).Broken;
        Assert.Equal(2, broken?.Seq);
        Assert.NotEqual(broken?.Expected, broken?.Found);
    }

    [Theory, BothDatabases]
    public async Task Chain_AsAuditorsSeeIt_LinksEachEventToTheOneBefore(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var id = (await FileAsync(database, 2))[1];
        string code;
        await using (var db = database.NewContext())
        {
            code = await db.Dossiers.Where(d => d.Id == id).Select(d => d.SubmissionCode).SingleAsync(TestContext.Current.CancellationToken);
        }

        var sheet = await database.UseAsync<DossierChains, ChainSheet?>(c => c.FindAsync(code, TestContext.Current.CancellationToken));

        Assert.NotNull(sheet);
        Assert.Null(sheet.Proof.Broken);
        Assert.Equal(2, sheet.Lines.Count);
        Assert.Equal(sheet.Lines[0].Hash, sheet.Lines[1].PreviousHash);
        Assert.Null(await database.UseAsync<DossierChains, ChainSheet?>(c => c.FindAsync("NH-KHONGCO", TestContext.Current.CancellationToken)));
    }

    [Theory, BothDatabases]
    public async Task Prove_WhenTheStateRowWasChangedBehindTheLog_Breaks(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var id = (await FileAsync(database, 1))[0];
        await using (var db = database.NewContext())
        {
            await db.Dossiers.Where(d => d.Id == id).ExecuteUpdateAsync(s => s.SetProperty(d => d.HandlingUnit, "stp"));
        }

        Assert.NotNull((await ProveAsync(database)).Broken);
    }

    [Theory, BothDatabases]
    public async Task Prove_WhenAWholeChainVanishedAfterTheSeal_Breaks(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var id = (await FileAsync(database, 3))[1];
        await database.UseAsync<LogRoots>(r => r.SealAsync(default));
        Assert.Null((await ProveAsync(database)).Broken);
        await using (var db = database.NewContext())
        {
            await db.DossierEvents.Where(e => e.DossierId == id).ExecuteDeleteAsync();
            await db.Dossiers.Where(d => d.Id == id).ExecuteDeleteAsync();
        }

        Assert.Equal("missing", (await ProveAsync(database)).Broken?.Found);
    }

    [Theory, BothDatabases]
    public async Task Prove_WhenTheSecondCopyIsForged_Breaks(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await FileAsync(database, 1);
        await database.UseAsync<LogRoots>(r => r.SealAsync(default));
        var copy = Path.Combine(database.Home, "var", "log", "roots.txt");
        await File.WriteAllTextAsync(copy, (await File.ReadAllTextAsync(copy)).Replace("|1|2|", "|1|1|", StringComparison.Ordinal));
        Assert.Equal("invalid", (await ProveAsync(database)).Broken?.Found);
    }

    private static Task<LogProofReport> ProveAsync(TestDatabase database) =>
        database.UseAsync<LogProof, LogProofReport>(async p => (await p.ProveAsync(null, default))!);

    /// <summary>Dossiers written by the fast writer and then accepted through the context: both ways must chain alike.</summary>
    private static async Task<IReadOnlyList<Guid>> FileAsync(TestDatabase database, int count)
    {
        var ids = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            await using var scope = database.Services.CreateAsyncScope();
            var (db, journal, writer) = (scope.ServiceProvider.GetRequiredService<MotCuaDb>(), scope.ServiceProvider.GetRequiredService<Journal>(), scope.ServiceProvider.GetRequiredService<RowWriter>());
            var act = journal.Begin("DossierSubmitting", new Actor(ActorKind.Citizen, "A1", "", []));
            var dossier = new Dossier(Ids.NewGuid(act.At));
            var submitted = new DossierSubmitted(SubmissionCode.New().Value, Filing, Guid.NewGuid(), Guid.NewGuid(), null, "00", act.At.AddHours(8), ApplicantKind.Person, "01840", true);
            var rows = Journal.Chain(act, dossier, DossierChain.Start, submitted);
            await writer.WriteAsync([dossier, .. rows, .. journal.Consequences(act, dossier, submitted)], [], default);

            var loaded = await db.Dossiers.SingleAsync(d => d.Id == dossier.Id);
            var accepting = journal.Begin("DossierAccepting", new Actor(ActorKind.Officer, "O1", "", []));
            await journal.RecordAsync(accepting, loaded, default, new DossierAccepted($"H03.99-220725-{i + 1:0000}", new Appointment(act.At.AddDays(3), false, "3 days"), "O1", 0, false, false));
            await db.SaveChangesAsync();
            ids.Add(dossier.Id);
        }

        return ids;
    }
}
