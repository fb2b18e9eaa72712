using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.App.Organisations;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.TestKit;
using MotCua.Web.Security;

namespace MotCua.Bench;

/// <summary>A portal whose province has so many dossiers, with its figures, and one officer at the Centre's desk who may see the board too.</summary>
internal sealed class BenchProvince(BenchPortal portal, SqlRecorder sql, OfficerRow officer, string centre, string commune, RawClient client, string cookies) : IAsyncDisposable
{
    public const string Identity = "006090001234";

    public BenchPortal Portal { get; } = portal;

    public Actor Desk { get; } = new(ActorKind.Officer, officer.Id.ToString("N"), officer.DisplayName, [new Grant(Role.DeskOfficer, centre)]);

    public Actor Handler { get; } = new(ActorKind.Officer, officer.Id.ToString("N"), officer.DisplayName, [new Grant(Role.Handler, commune)]);

    public static async Task<BenchProvince> StartAsync(int dossiers)
    {
        var sql = new SqlRecorder();
        var portal = await BenchPortal.StartAsync(services: s => s.ConfigureDbContext<MotCuaDb>(o => o.AddInterceptors(sql)));
        var now = TimeProvider.System.GetUtcNow();
        var (officer, centre, commune) = await portal.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<MotCuaDb>();
            var key = await db.Units.Where(u => u.Kind == "mot-cua" && u.Level == "tinh").Select(u => u.Key).FirstAsync();
            var row = new OfficerRow { Id = Ids.NewGuid(now), UserName = "bench", DisplayName = "Hoàng Thị Lan", Title = "Chuyên viên", SecurityStamp = OfficerCredentials.NewStamp(), CreatedAt = now, SearchText = "hoang thi lan" };
            db.Officers.Add(row);
            foreach (var role in new[] { Role.DeskOfficer, Role.PlanOwner })
            {
                db.Grants.Add(new GrantRow { Id = Ids.NewGuid(now), OfficerId = row.Id, Role = role, UnitKey = key, From = new DateOnly(2022, 1, 1), DecisionNo = "01/QĐ" });
            }

            await db.SaveChangesAsync();
            return (row, key, await db.Units.Where(u => u.Level == "xa").OrderBy(u => u.Key).Select(u => u.Key).FirstAsync());
        });
        await ManyDossiers.FillAsync(portal.ConnectionString, dossiers, now, officer.Id.ToString("N"));
        await portal.InScopeAsync(s => s.GetRequiredService<RebuildMeasures>().HandleAsync(default));
        await ManyDossiers.FillAsync(portal.ConnectionString, 0, now);
        var begun = await portal.InScopeAsync(async s =>
        {
            var id = s.GetRequiredService<Sessions>().Start(officer.Id, isOfficer: true);
            await s.GetRequiredService<MotCuaDb>().SaveChangesAsync();
            return new SessionBegun(id, officer.Id, officer.SecurityStamp);
        });
        return new BenchProvince(portal, sql, officer, centre, commune, await RawClient.ConnectAsync(portal.Address), portal.Cookie(begun, Schemes.Officer));
    }

    /// <summary>Gets a page as the officer.</summary>
    /// <returns>Bytes of the answer.</returns>
    public async Task<int> GetAsync(string path)
    {
        var (status, bytes) = await client.SendAsync(RawClient.Get(path, cookies));
        return status == 200 ? bytes : throw new InvalidOperationException($"{path}: {client.Last(Math.Min(bytes, 2000))}");
    }

    /// <summary>What one call asks of PostgreSQL, by its own account: queries, and rows looked at in tables.</summary>
    public async Task<(int Queries, double Rows)> AskedAsync(Func<Task> call)
    {
        sql.Clear();
        await call();
        var plans = await sql.ExplainAsync(Portal.ConnectionString);
        return (plans.Count, plans.Sum(p => p.RowsRead));
    }

    public void Forget() => sql.Clear();

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Portal.DisposeAsync();
    }
}

/// <summary>The same question put to a small and a large province, by turns: what does not depend on the size has a ratio near 1.</summary>
internal sealed class Flatness(Report report, string bench, int rounds, BenchProvince small, BenchProvince large)
{
    public async Task MeasureAsync(string name, Func<BenchProvince, Task> call)
    {
        var samples = await Rounds.AlternateAsync(rounds, () => Rounds.MillisecondsAsync(() => call(large)), () => Rounds.MillisecondsAsync(() => call(small)));
        small.Forget();
        var (queries, rows) = await large.AskedAsync(() => call(large));
        var (_, few) = await small.AskedAsync(() => call(small));
        report.Pair(bench, $"{name}, 100 thousand", "ms", samples[0], $"{name}, 1 thousand", samples[1], $"{queries} queries, rows read {few:0} and {rows:0}");
    }
}
