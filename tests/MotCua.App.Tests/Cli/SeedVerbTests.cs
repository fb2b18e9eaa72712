using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.TestKit;

namespace MotCua.App.Tests.Cli;

/// <summary><c>motcua seed demo</c> by the contract.</summary>
public sealed class SeedVerbTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task SeedDemo_SameArguments_SameBytesAllStatesAndAnIntactLog(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        Assert.Equal(0, (await CommandLine.RunAsync(database, "seed", "demo", "--dossiers", "120", "--seed", "7")).Exit);
        var first = (await CommandLine.RunAsync(database, "export", "dossiers", "--from", "2022-01-01", "--to", "2022-12-31")).Out;
        Assert.Equal(121, first.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("ok 120 chains", (await CommandLine.RunAsync(database, "verify-log")).Out, StringComparison.Ordinal);
        await using (var db = database.NewContext())
        {
            Assert.Equal(10, await db.Dossiers.Select(d => d.State).Distinct().CountAsync(Ct));
            Assert.Equal(120, await db.DossierParties.CountAsync(Ct));
            Assert.True(await db.DossierSteps.AnyAsync(Ct));
            Assert.True(await db.DossierDocuments.AnyAsync(Ct));
        }

        Assert.Equal(0, (await CommandLine.RunAsync(database, "seed", "demo", "--dossiers", "120", "--seed", "7")).Exit);
        Assert.Equal(first, (await CommandLine.RunAsync(database, "export", "dossiers", "--from", "2022-01-01", "--to", "2022-12-31")).Out);

        await using var other = await TestDatabase.CreateLoadedAsync(kind == DatabaseKind.Sqlite && TestDatabase.HasPostgres ? DatabaseKind.Postgres : DatabaseKind.Sqlite);
        await CommandLine.RunAsync(other, "seed", "demo", "--dossiers", "120", "--seed", "7");
        Assert.Equal(first, (await CommandLine.RunAsync(other, "export", "dossiers", "--from", "2022-01-01", "--to", "2022-12-31")).Out);
    }

    [Theory, BothDatabases]
    public async Task SeedDemo_FactsOnly_MakesNobodyAndTheFiguresAgreeWithARebuild(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        Assert.Equal(0, (await CommandLine.RunAsync(database, "seed", "demo", "--dossiers", "700", "--facts-only")).Exit);
        await using (var db = database.NewContext())
        {
            Assert.Equal(700, await db.Dossiers.CountAsync(Ct));
            Assert.False(await db.DossierParties.AnyAsync(Ct));
            Assert.False(await db.Set<DirtyDossierRow>().AnyAsync(Ct));
        }

        string[] measures = ["measures", "--from", "2022-01-01", "--to", "2022-11-17", "--format", "csv"];
        var before = (await CommandLine.RunAsync(database, measures)).Out;
        await CommandLine.RunAsync(database, "rebuild", "measures");
        Assert.Equal(before, (await CommandLine.RunAsync(database, measures)).Out);
    }
}
