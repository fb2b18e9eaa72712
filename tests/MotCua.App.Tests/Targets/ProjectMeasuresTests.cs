using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Targets;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Targets;

/// <summary>The projector: idempotent, free of order, equal to a rebuild.</summary>
public sealed class ProjectMeasuresTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases(1), BothDatabases(2), BothDatabases(3)]
    public async Task Drain_RandomChangesInRandomSteps_EqualsRebuild(DatabaseKind kind, int seed)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        await using (var db = database.NewContext())
        {
            SmallProvince.AddExampleServices(db, "sgddt");
            await db.SaveChangesAsync(Ct);
        }

#pragma warning disable CA5394 // A repeatable test
        var random = new Random(seed);
        var ids = new List<Guid>();
        for (var round = 0; round < 40; round++)
        {
            await using var db = database.NewContext();
            var journal = new Journal(db, [], database.Clock);
            var act = journal.Begin("DossierImporting", Actor.System("test"));
            for (var i = random.Next(1, 6); i > 0; i--)
            {
                var again = ids.Count > 0 && random.Next(2) == 0;
                var chosen = again ? ids[random.Next(ids.Count)] : Guid.Empty;
                var dossier = again ? await db.Dossiers.FirstAsync(d => d.Id == chosen, Ct) : new Dossier(Ids.NewGuid(act.At));
                var state = RandomState(random, again ? dossier.SubmissionCode : $"n{ids.Count}");
                if (!again)
                {
                    db.Dossiers.Add(dossier);
                    ids.Add(dossier.Id);
                }

                await journal.RecordAsync(act, dossier, Ct, again ? new ImportRestated(state) : new DossierImported(state));
                await db.SaveChangesAsync(Ct);
            }

            if (random.Next(3) == 0) await database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));
        }
#pragma warning restore CA5394

        await database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));
        await using (var db = database.NewContext())
        {
            // Marks again, all of them: nothing may change
            db.DirtyDossiers.AddRange(ids.Select(id => new DirtyDossierRow { Id = Ids.NewGuid(database.Clock.GetUtcNow()), DossierId = id }));
            var before = await CubesAsync(database);
            await db.SaveChangesAsync(Ct);
            await database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));
            Assert.Equal(before, await CubesAsync(database));
        }

        var incremental = await CubesAsync(database);
        Assert.Empty(await database.UseAsync((MeasureProof p) => p.FindAsync(Ct)));
        await database.UseAsync((RebuildMeasures r) => r.HandleAsync(Ct));
        Assert.Equal(incremental, await CubesAsync(database));
        Assert.NotEmpty(incremental);
    }

    /// <summary>A cell that is not the sum over its facts, and a fact that is not its dossier's, are found.</summary>
    [Theory, BothDatabases]
    public async Task Proof_WrongCellOrFact_NamesTheUnit(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        await SmallProvince.RecordAsync(database, SmallProvince.State("1", SmallProvince.Code('a'), "sgddt", Channel.Online, SmallProvince.At("2022-07-04 08:00")), SmallProvince.State("2", SmallProvince.Code('a'), "x1", Channel.Post, SmallProvince.At("2022-07-04 08:00")));
        Assert.Empty(await FindAsync());

        await using var db = database.NewContext();
        await db.RollupUnitMonths.Where(c => c.UnitKey == "sgddt").ExecuteUpdateAsync(u => u.SetProperty(c => c.OnlineOfServices, c => c.OnlineOfServices + 1), Ct);
        Assert.Equal(["sgddt"], await FindAsync());
        await db.DossierFacts.Where(f => f.UnitKey == "x1").ExecuteDeleteAsync(Ct);
        Assert.Equal(["sgddt", "x1"], await FindAsync());
        await database.UseAsync((RebuildMeasures r) => r.HandleAsync(Ct));
        await db.RollupOfferYears.Where(o => o.UnitKey == "x1").ExecuteUpdateAsync(u => u.SetProperty(o => o.Any1, o => o.Any1 | 1), Ct);
        Assert.Equal(["x1"], await FindAsync());
        await database.UseAsync((RebuildMeasures r) => r.HandleAsync(Ct));
        Assert.Empty(await FindAsync());

        Task<IReadOnlyList<string>> FindAsync() => database.UseAsync((MeasureProof p) => p.FindAsync(Ct));
    }

    /// <summary>Several nodes at once: no difference is applied twice.</summary>
    [Theory, BothDatabases]
    public async Task Drain_FourNodesAtOnce_CountEachOnce(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        await using (var db = database.NewContext())
        {
            var journal = new Journal(db, [], database.Clock);
            var act = journal.Begin("DossierImporting", Actor.System("test"));
            for (var i = 0; i < 1_200; i++)
            {
                var dossier = new Dossier(Ids.NewGuid(act.At));
                db.Dossiers.Add(dossier);
                await journal.RecordAsync(act, dossier, Ct, new DossierImported(SmallProvince.State($"n{i}", SmallProvince.Code('a'), "sgddt", Channel.Online, SmallProvince.At("2022-07-04 08:00"))));
            }

            await db.SaveChangesAsync(Ct);
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct)), Ct)));

        await using var after = database.NewContext();
        Assert.Equal(1_200, await after.RollupDays.SumAsync(c => c.Accepted, Ct));
        Assert.Equal(1_200, await after.DossierFacts.CountAsync(Ct));
    }

    private static ImportedState RandomState(Random random, string code)
    {
#pragma warning disable CA5394 // A repeatable test
        DossierState[] states = [DossierState.Processing, DossierState.Finished, DossierState.Withdrawn, DossierState.NotAccepted, DossierState.Accepted];
        var state = states[random.Next(states.Length)];
        var accepted = SmallProvince.At("2022-05-04 08:00").AddHours(random.Next(0, 1_500));
        var bare = SmallProvince.State(code, SmallProvince.Code((char)('a' + random.Next(10))), random.Next(2) == 0 ? "sgddt" : "x1", random.Next(2) == 0 ? Channel.Online : Channel.Post, accepted, state);
        return bare with
        {
            Filing = bare.Filing with { AssistedBy = (AssistedBy)random.Next(3) },
            FinishedAt = state is DossierState.Finished or DossierState.Withdrawn ? accepted.AddHours(random.Next(1, 200)) : null,
            DueAt = random.Next(4) == 0 ? null : accepted.AddHours(100),
            HasElectronicResult = state == DossierState.Finished && random.Next(2) == 0,
            FeeVnd = random.Next(2) * 20_000,
            PaidOnline = random.Next(2) == 0,
            ComponentsDigitised = random.Next(2) == 0,
            Satisfaction = random.Next(3) is > 0 and var rated ? rated : null,
        };
#pragma warning restore CA5394
    }

    /// <summary>The cubes as text, cells of zero left out: a cell that came to nothing and one that never was mean the same.</summary>
    private static async Task<List<string>> CubesAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        var days = await db.RollupDays.AsNoTracking().Where(c => c.Accepted != 0).ToListAsync(Ct);
        var units = (await db.RollupUnitDays.AsNoTracking().Where(c => c.Accepted != 0).ToListAsync(Ct)).Select(c => ("day", (RollupUnitCell)c))
            .Concat((await db.RollupUnitMonths.AsNoTracking().Where(c => c.Accepted != 0).ToListAsync(Ct)).Select(c => ("month", (RollupUnitCell)c)));
        var offers = await db.RollupOfferYears.AsNoTracking().Where(o => (o.Any1 | o.Any2 | o.Any3 | o.Any4 | o.Any5 | o.Any6) != 0).ToListAsync(Ct);
        return [.. days
            .Select(c => FormattableString.Invariant($"offer {c.Day:yyyy-MM-dd} {c.UnitKey} {c.ProcedureCode} {c.Channel} {c.AssistedBy} {c.Level}: {c.Accepted} {c.WithResult} {c.Ended} {c.EndedLate} {c.ElectronicResults} {c.Digitised} {c.Reused} {c.EidVerified} {c.WithFee} {c.FeePaidOnline}"))
            .Concat(offers.Select(o => FormattableString.Invariant($"days {o.Year} {o.UnitKey} {o.ProcedureCode}: {o.Online1:x} {o.Online2:x} {o.Online3:x} {o.Online4:x} {o.Online5:x} {o.Online6:x}, {o.Any1:x} {o.Any2:x} {o.Any3:x} {o.Any4:x} {o.Any5:x} {o.Any6:x}")))
            .Concat(units.Select(u => (Of: u.Item1, C: u.Item2)).Select(u => FormattableString.Invariant($"{u.Of} {u.C.Day:yyyy-MM-dd} {u.C.UnitKey}: {u.C.Accepted} {u.C.OfServices} {u.C.OnlineOfServices} {u.C.SelfOnlineOfServices} {u.C.OnlineWithResult} {u.C.ElectronicResults} {u.C.Digitised} {u.C.Reused} {u.C.EidVerified} {u.C.WithFee} {u.C.FeePaidOnline} {u.C.IndexBound} {u.C.Ended} {u.C.DaysTaken}")))
            .Order(StringComparer.Ordinal)];
    }
}
