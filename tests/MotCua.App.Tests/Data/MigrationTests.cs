using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Data;

/// <summary>One model, two databases: the schema both are given, and the kit that makes them.</summary>
public sealed class MigrationTests
{
    [Theory, BothDatabases]
    public async Task Model_AgainstItsMigrations_HasNoPendingChange(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.NewContext();
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal(kind == DatabaseKind.Postgres, db.IsPostgres);
    }

    [Fact]
    public async Task Migrations_OfBothProviders_HaveTheSameNames()
    {
        Assert.SkipUnless(TestDatabase.HasPostgres, "PostgreSQL is not here");
        await using var sqlite = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var postgres = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        Assert.Equal(await NamesAsync(sqlite), await NamesAsync(postgres));
    }

    [Theory, BothDatabases]
    public async Task Create_Twice_GivesDatabasesThatAreApart(DatabaseKind kind)
    {
        await using var one = await TestDatabase.CreateAsync(kind);
        await using var other = await TestDatabase.CreateAsync(kind);
        await using (var db = one.NewContext())
        {
            db.Holidays.Add(new() { Date = new DateOnly(2022, 9, 2), Name = "Quốc khánh" });
            await db.SaveChangesAsync();
        }

        await using var a = one.NewContext();
        await using var b = other.NewContext();
        Assert.Equal(1, await a.Holidays.CountAsync());
        Assert.Equal(0, await b.Holidays.CountAsync());
    }

    [Theory, BothDatabases]
    public async Task Services_OfTheApplication_AreCompleteAndSeeTheClock(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        Assert.Equal(ProvinceTime.At(new(2022, 7, 25), new(8, 0)), ((TimeProvider)database.Services.GetService(typeof(TimeProvider))!).GetUtcNow());
        Assert.Equal(0, await database.UseAsync<MotCua.App.Data.MotCuaDb, int>(db => db.Dossiers.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task CreateLoaded_OnBoth_HoldsTheProvince(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        await using var db = database.NewContext();
        Assert.True(await db.Units.CountAsync() >= 27 + 108);
        Assert.True(await db.Procedures.CountAsync() >= 1544);
    }

    private static async Task<string[]> NamesAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        return [.. (await db.Database.GetAppliedMigrationsAsync()).Select(m => m[(m.IndexOf('_', StringComparison.Ordinal) + 1)..])];
    }
}
