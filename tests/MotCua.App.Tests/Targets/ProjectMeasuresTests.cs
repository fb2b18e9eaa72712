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
        await database.UseAsync((RebuildMeasures r) => r.HandleAsync(Ct));
        Assert.Equal(incremental, await CubesAsync(database));
        Assert.NotEmpty(incremental);
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
        return SmallProvince.State(code, SmallProvince.Code((char)('a' + random.Next(10))), random.Next(2) == 0 ? "sgddt" : "x1", random.Next(2) == 0 ? Channel.Online : Channel.Post, accepted, state) with
        {
            FinishedAt = state is DossierState.Finished or DossierState.Withdrawn ? accepted.AddHours(random.Next(1, 200)) : null,
            DueAt = random.Next(4) == 0 ? null : accepted.AddHours(100),
            HasElectronicResult = state == DossierState.Finished && random.Next(2) == 0,
            FeeVnd = random.Next(2) * 20_000,
            PaidOnline = random.Next(2) == 0,
            ComponentsDigitised = random.Next(2) == 0,
        };
#pragma warning restore CA5394
    }

    /// <summary>The cubes as text, cells of zero left out: a cell that came to nothing and one that never was mean the same.</summary>
    private static async Task<List<string>> CubesAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        var cells = (await db.RollupDays.AsNoTracking().ToListAsync(Ct)).Select(c => ("d", (RollupCell)c)).Concat((await db.RollupMonths.AsNoTracking().ToListAsync(Ct)).Select(c => ("m", (RollupCell)c)));
        return [.. cells
            .Where(c => c.Item2.Accepted != 0)
            .Select(c => FormattableString.Invariant($"{c.Item1} {c.Item2.Day:yyyy-MM-dd} {c.Item2.UnitKey} {c.Item2.ProcedureCode} {c.Item2.Channel} {c.Item2.AssistedBy} {c.Item2.Level}: {c.Item2.Accepted} {c.Item2.WithResult} {c.Item2.Ended} {c.Item2.EndedLate} {c.Item2.ElectronicResults} {c.Item2.Digitised} {c.Item2.Reused} {c.Item2.EidVerified} {c.Item2.WithFee} {c.Item2.FeePaidOnline}"))
            .Order(StringComparer.Ordinal)];
    }
}
