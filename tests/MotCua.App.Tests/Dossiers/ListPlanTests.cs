using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Data;
using MotCua.App.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Dossiers;

/// <summary>Lists cost what they show, not what there is: PostgreSQL finds their rows by an index, and nobody counts a whole table.</summary>
public sealed class ListPlanTests(ListPlanTests.Stage stage) : IClassFixture<ListPlanTests.Stage>
{
    private const int Dossiers = 20_000;

    /// <summary>A year of dossiers, made once.</summary>
    public sealed class Stage : IAsyncLifetime
    {
        internal SqlRecorder Sql { get; } = new();

        internal TestDatabase? Database { get; private set; }

        internal string Centre { get; private set; } = "";

        internal string Commune { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            if (!TestDatabase.HasPostgres) return;
            Database = await TestDatabase.CreateLoadedAsync(DatabaseKind.Postgres, s => s.ConfigureDbContext<MotCuaDb>(o => o.AddInterceptors(Sql)));
            await ManyDossiers.FillAsync(Database.ConnectionString, Dossiers, Database.Clock.GetUtcNow());
            await using var db = Database.NewContext();
            Centre = await db.Units.Where(u => u.Kind == "mot-cua" && u.Level == "tinh").Select(u => u.Key).FirstAsync();
            Commune = await db.Dossiers.Where(d => d.Place == d.HandlingUnit).OrderBy(d => d.HandlingUnit).Select(d => d.HandlingUnit).FirstAsync();
        }

        public async ValueTask DisposeAsync()
        {
            if (Database is not null) await Database.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(DossierQueue.Incoming)]
    [InlineData(DossierQueue.Overdue)]
    [InlineData(DossierQueue.DueToday)]
    [InlineData(DossierQueue.Waiting)]
    [InlineData(DossierQueue.ToReturn)]
    [InlineData(DossierQueue.All)]
    public async Task WorkList_AtTheCentre_ReadsByIndex(DossierQueue queue) => await ProveAsync(s => s.GetRequiredService<WorkLists>()
        .PageAsync(A.Officer(Role.DeskOfficer, stage.Centre), new WorkQuery(queue, null, null), default));

    [Theory]
    [InlineData(DossierQueue.Unclaimed)]
    [InlineData(DossierQueue.Mine)]
    [InlineData(DossierQueue.Overdue)]
    [InlineData(DossierQueue.DueToday)]
    [InlineData(DossierQueue.Waiting)]
    [InlineData(DossierQueue.All)]
    public async Task WorkList_InACommune_ReadsByIndex(DossierQueue queue) => await ProveAsync(s => s.GetRequiredService<WorkLists>()
        .PageAsync(A.Officer(Role.Handler, stage.Commune), new WorkQuery(queue, null, null), default));

    [Fact]
    public async Task Today_AtTheCentre_CountsNoFurtherThanItShows() => await ProveAsync(s => s.GetRequiredService<TodayBoards>().ForAsync(A.Officer(Role.DeskOfficer, stage.Centre), default), most: 6_000);

    [Theory]
    [InlineData("H03.15-220601-0001")]
    [InlineData("006090001234")]
    [InlineData("Triệu Thị Lan")]
    [InlineData("Vừ Thị Máy")]
    public async Task Search_ByNumberIdentityOrName_ReadsByIndex(string words) => await ProveAsync(s => s.GetRequiredService<WorkLists>()
        .PageAsync(A.Officer(Role.DeskOfficer, stage.Centre), new WorkQuery(DossierQueue.All, words, null), default));

    [Fact]
    public async Task Lookup_ByCode_ReadsOneRow() => await ProveAsync(s => s.GetRequiredService<PublicLookup>().FindAsync("NH-0000000000", default), most: 2);

    private async Task ProveAsync<T>(Func<IServiceProvider, Task<T>> act, double most = 2_500)
    {
        if (stage.Database is null) Assert.Skip("PostgreSQL is not here: install it or set MOTCUA_TEST_PG");
        stage.Sql.Clear();
        await stage.Database.UseAsync(async (IServiceProvider s) => await act(s));
        Assert.NotEmpty(stage.Sql.Texts);
        var plans = await stage.Sql.ExplainAsync(stage.Database.ConnectionString);
        Assert.All(plans, p => Assert.False(p.ReadsAllOf("dossiers") || p.ReadsAllOf("dossier_parties"), p.ToString()));
        Assert.All(plans, p => Assert.False(p.Sql.Contains("count(*)", StringComparison.OrdinalIgnoreCase) && !p.Sql.Contains("LIMIT", StringComparison.Ordinal), p.ToString()));
        Assert.True(plans.Sum(p => p.RowsRead) <= most, string.Join('\n', plans));
    }

    [Fact]
    public async Task Canary_ReadingAndCountingAll_IsSeen()
    {
        if (stage.Database is null) Assert.Skip("PostgreSQL is not here: install it or set MOTCUA_TEST_PG");
        stage.Sql.Clear();
        await stage.Database.UseAsync((MotCuaDb db) => db.Dossiers.CountAsync(d => d.LimitCase == "x"));
        var plan = Assert.Single(await stage.Sql.ExplainAsync(stage.Database.ConnectionString));
        Assert.True(plan.ReadsAllOf("dossiers") && plan.RowsRead >= Dossiers, plan.ToString());
    }
}
