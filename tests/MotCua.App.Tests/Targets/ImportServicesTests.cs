using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Targets;

/// <summary><c>import services</c> by the contract: idempotent on unit, procedure and first day; overlaps rejected; whole levels by a star.</summary>
public sealed class ImportServicesTests
{
    private const string Header = "unit,procedure,level,status,eligible_full,online_only,from,to,decision_no,decision_date,reason_code,legal_basis\n";

    [Theory, BothDatabases]
    public async Task HandleAsync_ByDecision_ReplacesTheAssumedServiceFromItsDay(DatabaseKind kind)
    {
        await using var database = await ReadyAsync(kind);

        var done = await ImportAsync(database, "stp,2.000488,full,open,1,0,2022-07-01,,1234/QĐ-UBND,2022-06-20,,\n");

        Assert.Equal((1, 0, 0, 0), (done.Inserted, done.Restated, done.Unchanged, done.Rejected.Count));
        await using var db = database.NewContext();
        var rows = await db.Services.Where(s => s.UnitKey == "stp" && s.ProcedureCode == "2.000488").OrderBy(s => s.From).ToListAsync();
        Assert.Equal([ServiceLevel.Partial, ServiceLevel.Full], rows.Select(r => r.Level));
        Assert.Equal(new DateOnly(2022, 7, 1), rows[0].Until);
        Assert.Equal((true, "1234/QĐ-UBND", null), (rows[1].EligibleFull, rows[1].DecisionNo, rows[1].Until));
    }

    [Theory, BothDatabases]
    public async Task HandleAsync_TheSameFileTwice_ChangesNothing_AChangedRowRestates(DatabaseKind kind)
    {
        await using var database = await ReadyAsync(kind);
        const string Rows = "xa:*,1.001193,full,open,1,1,2022-01-01,,1/QĐ,2022-01-01,,\nhuyen:*,1.001612,info,open,0,0,2022-03-01,2022-12-31,1/QĐ,2022-01-01,thieu-ha-tang,NĐ 42/2022\n";

        var first = await ImportAsync(database, Rows);
        var second = await ImportAsync(database, Rows);
        var third = await ImportAsync(database, Rows.Replace("2022-12-31", "2022-11-30", StringComparison.Ordinal));

        Assert.Equal((1, 1, 0), (first.Inserted, first.Restated, first.Unchanged));
        Assert.Equal((0, 0, 2), (second.Inserted, second.Restated, second.Unchanged));
        Assert.Equal((0, 1, 1), (third.Inserted, third.Restated, third.Unchanged));
        await using var db = database.NewContext();
        Assert.Equal(108, await db.Services.CountAsync(s => s.ProcedureCode == "1.001193" && s.Level == ServiceLevel.Full && s.OnlineOnly));
        Assert.Equal(8, await db.Services.CountAsync(s => s.ProcedureCode == "1.001612" && s.Until == new DateOnly(2022, 12, 1)));
    }

    [Theory, BothDatabases]
    public async Task HandleAsync_OverlapsAndUnknowns_AreRejectedWithLineAndColumn(DatabaseKind kind)
    {
        await using var database = await ReadyAsync(kind);

        var done = await ImportAsync(
            database,
            "stp,2.000488,full,open,1,0,2022-07-01,2022-12-31,1/QĐ,,,\nstp,2.000488,partial,open,1,0,2022-09-01,,2/QĐ,,,\nstp,2.000488,partial,open,1,0,2023-01-01,,2/QĐ,,,\n"
            + "khong-co,2.000488,full,open,,,2022-07-01,,,,,\nstp,9.999999,full,open,,,2022-07-01,,,,,\n");

        Assert.Equal(2, done.Inserted);
        Assert.Equal([(3, "from"), (5, "unit"), (6, "procedure")], done.Rejected.Select(r => (r.Line, r.Column)));
    }

    [Theory, BothDatabases]
    public async Task HandleAsync_DryRun_WritesNothing(DatabaseKind kind)
    {
        await using var database = await ReadyAsync(kind);

        var done = await ImportAsync(database, "stp,2.000488,full,open,1,0,2022-07-01,,1/QĐ,,,\n", dryRun: true);

        Assert.Equal(1, done.Inserted);
        await using var db = database.NewContext();
        Assert.Equal(1, await db.Services.CountAsync(s => s.UnitKey == "stp" && s.ProcedureCode == "2.000488"));
    }

    [Fact]
    public async Task HandleAsync_ByAnOfficerWithoutTheRole_IsForbidden()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

        var result = await database.UseAsync<ImportServicesHandler, Result<ServicesImported>>(h => h.HandleAsync(new ImportServices([], false), A.Officer(Role.Handler, "stp"), CancellationToken.None));

        Assert.Equal(ProblemKind.Forbidden, result.Problem?.Kind);
    }

    [Theory]
    [InlineData("stp,khong,full,open,,,2022-07-01,,,,,", "procedure")]
    [InlineData("stp,2.000488,cao,open,,,2022-07-01,,,,,", "level")]
    [InlineData("stp,2.000488,full,mo,,,2022-07-01,,,,,", "status")]
    [InlineData("stp,2.000488,full,open,co,,2022-07-01,,,,,", "eligible_full")]
    [InlineData("stp,2.000488,full,open,,x,2022-07-01,,,,,", "online_only")]
    [InlineData("stp,2.000488,full,open,,,01/07/2022,,,,,", "from")]
    [InlineData("stp,2.000488,full,open,,,2022-07-01,2022-06-01,,,,", "to")]
    [InlineData(",2.000488,full,open,,,2022-07-01,,,,,", "unit")]
    public void Read_BrokenRow_NamesTheColumn(string row, string column)
    {
        var parsed = ServiceFile.Read(new StringReader(Header + row + "\n"), "x.csv");

        Assert.Empty(parsed.Rows);
        Assert.Equal((2, column), (parsed.Issues[0].Line, parsed.Issues[0].Column));
    }

    private static async Task<TestDatabase> ReadyAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await database.UseAsync<LoadReferenceDataHandler>(h => h.HandleAsync(new LoadReferenceData(), Actor.System("test"), CancellationToken.None));
        return database;
    }

    private static async Task<ServicesImported> ImportAsync(TestDatabase database, string rows, bool dryRun = false)
    {
        var parsed = ServiceFile.Read(new StringReader(Header + rows), "x.csv");
        Assert.Empty(parsed.Issues);
        return (await database.UseAsync<ImportServicesHandler, Result<ServicesImported>>(
            h => h.HandleAsync(new ImportServices(parsed.Rows, dryRun), Actor.System("test"), CancellationToken.None))).Value;
    }
}
