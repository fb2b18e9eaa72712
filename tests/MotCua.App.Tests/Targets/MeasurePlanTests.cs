using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.App.Targets;
using MotCua.Domain.Targets;
using MotCua.TestKit;

namespace MotCua.App.Tests.Targets;

/// <summary>The board and its lists never read a whole table of dossiers, facts or cells: the databases' own plans say so.</summary>
public sealed class MeasurePlanTests
{
    private static readonly string[] Large = ["rollup_days", "rollup_unit_days", "rollup_unit_months", "rollup_offer_years", "dossier_facts", "dossiers"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Board_AnyPeriod_ReadsCubesAndFactsByTheirIndexes(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        var recorder = new Recorder();
        var builder = new DbContextOptionsBuilder<MotCuaDb>();
        DatabaseChoice.From(database.ConnectionString, database.Home).Configure(builder);
        await using var db = new MotCuaDb(builder.AddInterceptors(recorder).Options);
        await db.Database.OpenConnectionAsync(Ct);
        if (kind == DatabaseKind.Postgres) await db.Database.ExecuteSqlRawAsync("SET enable_seqscan = off", Ct);
        recorder.Connection = db.Database.GetDbConnection();

        var measures = new MeasureQueries(db, database.Clock);
        var from = new DateOnly(2021, 11, 15);
        var to = new DateOnly(2022, 7, 14);
        await measures.RowsAsync(new MeasureQuestion(from, to, Indicators.All), Ct);
        await measures.PageAsync(new MeasureQuestion(from, to, [Indicators.Ct3], ["pacnam"]), MeasurePart.Numerator, new FactPlace("x1", from, "a"), 50, Ct);
        await measures.ListAsync(new MeasureQuestion(from, to, [Indicators.Ct3Index], ["pacnam"]), MeasurePart.Numerator, Ct);

        using var cache = new CatalogueCache(database.Clock);
        var catalogue = new PublicCatalogue(db, cache, database.Clock);
        await new IndexCounts(db, measures, catalogue, database.Clock).OfAsync(new MeasureQuestion(from, to, []), Ct);
        var lists = new IndexLists(db, catalogue, database.Clock);
        foreach (var part in IndexScore.All.Where(p => IndexFacts.KindOf(p) == IndexListKind.Dossiers))
        {
            await lists.DossiersAsync(new MeasureQuestion(from, to, [], ["pacnam"]), part, IndexSide.Lost, new FactPlace("x1", from, "a"), 50, Ct);
        }

        await new ReportProcessing(db).CountAsync(["pacnam", "x1"], from, to, database.Clock.GetUtcNow(), Ct);
        await new ReportServices(db).CountAsync(["pacnam", "x1"], from, to, database.Clock.GetUtcNow(), Ct);
        await new ReportServices(db).CountAsync(null, from, to, database.Clock.GetUtcNow(), Ct);

        Assert.True(recorder.Plans.Count > 20);
        Assert.DoesNotContain(recorder.Plans, IsScan);

        // The watch sees what it is there for
        recorder.Plans.Clear();
        await db.RollupDays.Where(c => c.Accepted > 5).ToListAsync(Ct);
        Assert.True(IsScan(Assert.Single(recorder.Plans)));
    }

    private static void AssertCubesOnly(List<string> plans)
    {
        Assert.DoesNotContain(plans, IsScan);
        Assert.DoesNotContain(plans, p => Regex.IsMatch(p, "\\bdossier_facts\\b|\\bdossiers\\b"));
    }

    private static bool IsScan(string plan) => Large.Any(table =>
        plan.Contains($"Seq Scan on {table} ", StringComparison.Ordinal)
        || Regex.Matches(plan, $"\"{table}\" AS \"(\\w+)\"").Any(alias => Regex.IsMatch(plan, $@"^SCAN {alias.Groups[1].Value}\b", RegexOptions.Multiline)));

    /// <summary>Asks for the plan of every command before it runs.</summary>
    private sealed class Recorder : DbCommandInterceptor
    {
        public List<string> Plans { get; } = [];

        public DbConnection? Connection { get; set; }

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (Connection is not null)
            {
                var isSqlite = Connection is Microsoft.Data.Sqlite.SqliteConnection;
                await using var explain = Connection.CreateCommand();
                explain.CommandText = (isSqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + command.CommandText;
                foreach (DbParameter parameter in command.Parameters)
                {
                    var copy = parameter is ICloneable cloneable ? (DbParameter)cloneable.Clone() : Copy(explain, parameter);
                    explain.Parameters.Add(copy);
                }

                await using var reader = await explain.ExecuteReaderAsync(cancellationToken);
                var lines = new List<string> { command.CommandText };
                while (await reader.ReadAsync(cancellationToken)) lines.Add(reader.GetString(isSqlite ? 3 : 0));
                Plans.Add(string.Join('\n', lines));
            }

            return result;
        }

        private static DbParameter Copy(DbCommand command, DbParameter parameter)
        {
            var copy = command.CreateParameter();
            (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
            return copy;
        }
    }
}
