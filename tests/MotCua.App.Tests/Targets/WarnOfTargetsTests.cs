using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.App.Exchange;
using MotCua.App.Notifications;
using MotCua.App.Organisations;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Targets;

/// <summary>Warnings ten and three working days before a period closes: to whom, with what, once.</summary>
public sealed class WarnOfTargetsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // July 2022 closes on Friday the 29th: ten working days before is the 15th, three the 26th. The test begins on the 25th
    [Theory, BothDatabases]
    public async Task Handle_WhenTheDayWasMissed_WarnsOnceAndSaysSo(DatabaseKind kind)
    {
        await using var database = await ForecastsTests.StartAsync(kind);
        await PeopleAsync(database);

        var first = await database.UseAsync((WarnOfTargets w) => w.HandleAsync(Ct));
        var again = await database.UseAsync((WarnOfTargets w) => w.HandleAsync(Ct));

        Assert.Equal(1, first.Runs);
        Assert.Equal(new Warned(0, 0), again);
        await using var db = database.NewContext();
        var run = await db.WarningRuns.SingleAsync(Ct);
        Assert.Equal(("2022-07", 10, true), (run.PeriodKey, run.Lead, run.IsLate));
        var warned = await db.TargetWarnings.Where(w => w.UnitKey == "sgddt").OrderBy(w => w.Indicator).ToListAsync(Ct);
        Assert.Contains(warned, w => w is { Indicator: "ct3", Target: 30, Missing: > 0 });
        Assert.DoesNotContain(warned, w => w.Indicator == "ct1");
        Assert.Equal(warned.Count, first.Warnings - await db.TargetWarnings.CountAsync(w => w.UnitKey != "sgddt", Ct));
        Assert.All(await db.Outbox.ToListAsync(Ct), o => Assert.DoesNotContain("hồ sơ", o.BodyCipher, StringComparison.Ordinal));

        await database.UseAsync((OutboxDelivery d) => d.DeliverAsync(Ct));
        var leader = await InboxAsync(database, "leader");
        var message = Assert.Single(leader.Messages);
        Assert.Equal("forecast:sgddt:2022-07", message.About);
        Assert.Contains("đáng lẽ gửi ngày 15/07/2022", message.Text, StringComparison.Ordinal);
        Assert.Contains("Còn thiếu", message.Text, StringComparison.Ordinal);
        Assert.Contains("chỉ tiêu 30 %", message.Text, StringComparison.Ordinal);
        Assert.NotEmpty(message.Items);
        Assert.All(message.Items, i => Assert.True(i is { Count: > 0, Procedure.Length: > 0 }));
        Assert.Equal(message.Items.OrderByDescending(i => i.Count).Select(i => i.Procedure), message.Items.Select(i => i.Procedure));
        Assert.True(message.IsNew);
        Assert.False((await InboxAsync(database, "leader")).Messages[0].IsNew);
        Assert.Single((await InboxAsync(database, "administrator")).Messages);
        Assert.Equal("forecast::2022-07", Assert.Single((await InboxAsync(database, "owner")).Messages).About);
        Assert.Empty((await InboxAsync(database, "desk")).Messages);
        Assert.Empty((await InboxAsync(database, "other")).Messages);
        Assert.Empty((await InboxAsync(database, "former")).Messages);
    }

    [Fact]
    public async Task Handle_OnTheDayItself_IsNotLate()
    {
        await using var database = await ForecastsTests.StartAsync(DatabaseKind.Sqlite);
        await database.UseAsync((WarnOfTargets w) => w.HandleAsync(Ct));
        database.Clock.SetUtcNow(ProvinceTime.At(new DateOnly(2022, 7, 26), new TimeOnly(6, 5)));
        await database.UseAsync((WarnOfTargets w) => w.HandleAsync(Ct));
        database.Clock.SetUtcNow(ProvinceTime.At(new DateOnly(2022, 7, 28), new TimeOnly(6, 5)));
        await database.UseAsync((WarnOfTargets w) => w.HandleAsync(Ct));

        await using var db = database.NewContext();
        Assert.Equal([(10, true), (3, false)], (await db.WarningRuns.OrderBy(r => r.At).ToListAsync(Ct)).Select(r => (r.Lead, r.IsLate)));
        Assert.Equal(2, await db.TargetWarnings.CountAsync(w => w.UnitKey == "sgddt" && w.Indicator == "ct3", Ct));
    }

    [Fact]
    public async Task Handle_WithoutData_WarnsNobody()
    {
        await using var database = await SmallProvince.CreateAsync(DatabaseKind.Sqlite);
        Assert.Equal(new Warned(1, 0), await database.UseAsync((WarnOfTargets w) => w.HandleAsync(Ct)));
        await using var db = database.NewContext();
        Assert.Empty(await db.Outbox.ToListAsync(Ct));
    }

    [Fact]
    public async Task Handle_WithNothingMissing_WarnsNobody()
    {
        await using var database = await ForecastsTests.StartAsync(DatabaseKind.Sqlite);
        await using (var db = database.NewContext())
        {
            await db.Targets.ExecuteUpdateAsync(s => s.SetProperty(t => t.Percent, 5m), Ct);
        }

        var warned = await database.UseAsync((WarnOfTargets w) => w.HandleAsync(Ct));

        Assert.Equal(0, warned.Warnings);
    }

    [Fact]
    public async Task Run_TwiceADay_RunsOnce()
    {
        await using var database = await ForecastsTests.StartAsync(DatabaseKind.Sqlite);
        async Task<bool> Run()
        {
            await using var scope = database.Services.CreateAsyncScope();
            return await ForecastDaily.RunAsync(scope.ServiceProvider, database.Clock, NullLogger.Instance, Ct);
        }

        Assert.True(await Run());
        Assert.False(await Run());
        database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True(await Run());
        await using var db = database.NewContext();
        Assert.NotEmpty(await db.ForecastTrials.ToListAsync(Ct));
    }

    [Theory, BothDatabases]
    public async Task SetAddress_OfAnOfficer_IsKeptOnlyWhenItIsOne(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        await PeopleAsync(database);
        var actor = await ActorAsync(database, "leader");

        Assert.True((await database.UseAsync((OfficerInboxes i) => i.SetAddressAsync(" lan@backan.gov.vn ", actor, Ct))).IsOk);
        Assert.Equal("NOT-0002", (await database.UseAsync((OfficerInboxes i) => i.SetAddressAsync("không phải thư", actor, Ct))).Problem!.Code);
        Assert.Equal("lan@backan.gov.vn", (await InboxAsync(database, "leader")).Email);
        Assert.True((await database.UseAsync((OfficerInboxes i) => i.SetAddressAsync("", actor, Ct))).IsOk);
        Assert.Equal("", (await InboxAsync(database, "leader")).Email);
        Assert.Equal("NOT-0001", (await database.UseAsync((OfficerInboxes i) => i.SetAddressAsync("a@b.vn", A.Citizen(), Ct))).Problem!.Code);
    }

    private static async Task PeopleAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        foreach (var (name, role, unit, until) in new[]
        {
            ("leader", Role.UnitLeader, "sgddt", (DateOnly?)null), ("administrator", Role.UnitAdministrator, "sgddt", null), ("owner", Role.PlanOwner, "vpubnd", null),
            ("desk", Role.DeskOfficer, "sgddt", null), ("other", Role.UnitLeader, "babe", null), ("former", Role.UnitLeader, "sgddt", new DateOnly(2022, 7, 1)),
        })
        {
            var officer = new OfficerRow { Id = Ids.NewGuid(database.Clock.GetUtcNow()), UserName = name, DisplayName = name, SecurityStamp = name, CreatedAt = database.Clock.GetUtcNow() };
            db.Officers.Add(officer);
            db.Grants.Add(new GrantRow { Id = Ids.NewGuid(database.Clock.GetUtcNow()), OfficerId = officer.Id, Role = role, UnitKey = unit, From = SmallProvince.Start, Until = until, DecisionNo = "01" });
        }

        await db.SaveChangesAsync(Ct);
    }

    private static async Task<Actor> ActorAsync(TestDatabase database, string name)
    {
        await using var db = database.NewContext();
        return new Actor(ActorKind.Officer, (await db.Officers.SingleAsync(o => o.UserName == name, Ct)).Id.ToString("N"), name, []);
    }

    private static async Task<OfficerInboxPage> InboxAsync(TestDatabase database, string name)
    {
        var actor = await ActorAsync(database, name);
        return await database.UseAsync((OfficerInboxes i) => i.OpenAsync(null, actor, Ct));
    }
}
