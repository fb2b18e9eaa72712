using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.TestKit;

namespace MotCua.App.Tests.Cli;

/// <summary>Corners of the contracts that a script meets: exit codes, places that cannot be used, what is reported, orders.</summary>
public sealed class ContractTests
{
    private const string Services = "unit,procedure,level,from,to\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("garbage")]
    [InlineData("Foo=1")]
    [InlineData("Data Source=")]
    [InlineData("Host=")]
    [InlineData("Data Source=/nowhere/at/all.db")]
    [InlineData("Host=127.0.0.1;Port=1;Database=x;Timeout=2")]
    public async Task AnyVerb_DatabaseThatCannotBeUsed_IsExit3WithNothingOnStandardOutput(string connectionString)
    {
        var home = Directory.CreateTempSubdirectory("motcua-contract-").FullName;
        try
        {
            var (exit, output, error) = await CommandLine.RunAsync(home, connectionString, "verify-log");

            Assert.Equal((3, ""), (exit, output));
            Assert.NotEqual("", error);
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    [Fact]
    public async Task AnyVerb_HomeThatIsAFile_IsExit3()
    {
        var file = Path.GetTempFileName();
        Assert.Equal(3, (await CommandLine.RunAsync(file, null, "verify-log")).Exit);
        File.Delete(file);
    }

    [Fact]
    public async Task IndexScore_NoUnitOrACountBeyondReason_RejectsTheRow()
    {
        var home = Directory.CreateTempSubdirectory("motcua-contract-").FullName;
        var file = Path.Combine(home, "s.csv");
        await File.WriteAllTextAsync(file, "unit,received,on_time\na,8,5\n,8,5\nb,79228162514264337593543950335,1\n", Ct);

        var (exit, output, _) = await CommandLine.RunAsync(home, null, "index", "score", file);

        Assert.Equal((1, "unit,index,score\na,q766.2.1,12.50\na,q766.2,12.50\n"), (exit, output));
        Assert.Equal(3, (await File.ReadAllLinesAsync(Path.Combine(home, "s.rejected.csv"), Ct)).Length);
        Directory.Delete(home, recursive: true);
    }

    [Theory, BothDatabases]
    public async Task ImportServices_HeaderWithoutRequiredColumn_IsWrongUsageAndUnknownOnesAreReported(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        var bad = await WriteAsync(database, "unit,procedure\nsgddt,1\n");
        Assert.Equal(2, (await CommandLine.RunAsync(database, "import", "services", bad)).Exit);

        var odd = await WriteAsync(database, $"unit,procedure,level,from,weird\nsgddt,{SmallProvince.Code('a')},full,2022-01-01,x\n");
        var (exit, _, error) = await CommandLine.RunAsync(database, "import", "services", odd);
        Assert.Equal(0, exit);
        Assert.Contains("weird", error, StringComparison.Ordinal);
    }

    /// <summary>A decision ends the service in force and begins the next; the file may say so in either order.</summary>
    [Theory, BothDatabases]
    public async Task ImportServices_NextDecisionBeforeTheOneItEnds_IsTakenInAnyOrder(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        var code = SmallProvince.Code('a');
        await CommandLine.RunAsync(database, "import", "services", await WriteAsync(database, Services + $"sgddt,{code},full,2022-01-01,\n"));

        var alone = await CommandLine.RunAsync(database, "import", "services", await WriteAsync(database, Services + $"sgddt,{code},partial,2022-07-01,\n"));
        Assert.Equal((1, """{"read":1,"inserted":0,"restated":0,"unchanged":0,"rejected":1}""" + "\n"), (alone.Exit, alone.Out));

        var both = await CommandLine.RunAsync(database, "import", "services", await WriteAsync(database, Services + $"sgddt,{code},partial,2022-07-01,\nsgddt,{code},full,2022-01-01,2022-06-30\n"));
        Assert.Equal((0, """{"read":2,"inserted":1,"restated":1,"unchanged":0,"rejected":0}""" + "\n"), (both.Exit, both.Out));
    }

    /// <summary>Other systems write 9999-12-31 where there is no limit; taken as an instant it would stop every figure from then on.</summary>
    [Fact]
    public async Task ImportDossiers_DueAtTheEndOfTheCalendar_IsRejectedAndTheFiguresGoOn()
    {
        await using var database = await SmallProvince.CreateAsync(DatabaseKind.Sqlite);
        var file = await WriteAsync(database, $"code,procedure,receiving_unit,channel,accepted_at,due_at,state\na1,{SmallProvince.Code('a')},sgddt,online,2022-07-04 08:00,9999-12-31 23:59,4\n");

        var (exit, output, _) = await CommandLine.RunAsync(database, "import", "dossiers", file);

        Assert.Equal((1, """{"read":1,"inserted":0,"restated":0,"unchanged":0,"rejected":1}""" + "\n"), (exit, output));
        Assert.StartsWith("2,due_at,", (await File.ReadAllLinesAsync(file[..^4] + ".rejected.csv", Ct))[1], StringComparison.Ordinal);
        Assert.Equal(0, (await CommandLine.RunAsync(database, "measures", "--from", "2022-07-01", "--to", "2022-07-31")).Exit);
    }

    /// <summary>What was in before the interruption is skipped, but never what was corrected since, nor what another database lacks.</summary>
    [Fact]
    public async Task ImportDossiers_ResumedAfterACorrectionOrElsewhere_SkipsNoRow()
    {
        await using var database = await SmallProvince.CreateAsync(DatabaseKind.Sqlite);
        var text = $"code,procedure,receiving_unit,channel,accepted_at,state\na1,{SmallProvince.Code('a')},sgddt,online,2022-07-04 08:00,4\na2,{SmallProvince.Code('a')},sgddt,online,2022-07-04 08:00,4\n";
        var file = await WriteAsync(database, text);
        await using var db = database.NewContext();
        var place = db.Database.GetConnectionString()!;

        new ImportProgress(file, place).Write(1);
        Assert.Equal(1, new ImportProgress(file, place).Read());
        Assert.Equal(0, new ImportProgress(file, place + "2").Read());
        await File.WriteAllTextAsync(file, text.Replace("08:00,4\na2", "08:00,6\na2", StringComparison.Ordinal), Ct);
        Assert.Equal(0, new ImportProgress(file, place).Read());

        var (exit, output, _) = await CommandLine.RunAsync(database, "import", "dossiers", file, "--resume");
        Assert.Equal((0, """{"read":2,"inserted":2,"restated":0,"unchanged":0,"rejected":0}""" + "\n"), (exit, output));
    }

    /// <summary>What an export says is in the order of the codes, so that export → import → export gives the same bytes.</summary>
    [Theory, BothDatabases]
    public async Task ExportDossiers_AfterItsImportElsewhere_GivesTheSameBytes(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        await using var other = await TestDatabase.CreateLoadedAsync(kind);
        string[] export = ["export", "dossiers", "--from", "2022-01-01", "--to", "2022-12-31"];
        await CommandLine.RunAsync(database, "seed", "demo", "--dossiers", "60", "--seed", "4");
        var text = (await CommandLine.RunAsync(database, export)).Out;

        Assert.Equal(0, (await CommandLine.RunAsync(other, "import", "dossiers", await WriteAsync(other, text))).Exit);

        Assert.Equal(text, (await CommandLine.RunAsync(other, export)).Out);
    }

    [Fact]
    public async Task VerifyLog_DossierTakenAwayBehindTheLog_IsBroken()
    {
        await using var database = await TestDatabase.CreateLoadedAsync(DatabaseKind.Sqlite);
        await CommandLine.RunAsync(database, "seed", "demo", "--dossiers", "5");
        await using (var db = database.NewContext())
        {
            await db.Database.OpenConnectionAsync(Ct);
            await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF; DELETE FROM dossiers WHERE id = (SELECT id FROM dossiers LIMIT 1)", Ct);
        }

        var (exit, output, _) = await CommandLine.RunAsync(database, "verify-log");

        Assert.Equal(1, exit);
        Assert.StartsWith("broken ", output, StringComparison.Ordinal);
    }

    private static async Task<string> WriteAsync(TestDatabase database, string text)
    {
        var file = Path.Combine(database.Home, $"{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(file, text, Ct);
        return file;
    }
}
