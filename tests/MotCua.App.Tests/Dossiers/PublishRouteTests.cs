using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Dossiers;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Dossiers;

public sealed class PublishRouteTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly LaidStep[] TwoSteps = [new("Thẩm tra", Role.Handler, 60), new("Ký duyệt", Role.UnitLeader, 40)];

    [Theory, BothDatabases]
    public async Task Publish_FromADay_HoldsForDossiersAcceptedFromThenOn(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var administrator = DossierStage.Officer("Quản trị", new Grant(Role.UnitAdministrator, DossierStage.Unit));
        var today = ProvinceTime.DateOf(stage.Database.Clock.GetUtcNow());
        Assert.Equal("CAT-0038", (await PublishAsync(stage, today, TwoSteps, administrator)).Problem?.Code);
        Assert.Equal("CAT-0036", (await PublishAsync(stage, today.AddDays(1), [.. TwoSteps[..1], new("Ký duyệt", Role.UnitLeader, 30), new("Đóng dấu", Role.Clerk, 10)], administrator)).Problem?.Code);
        Assert.Equal("CAT-0040", (await PublishAsync(stage, today.AddDays(1), TwoSteps, DossierStage.Officer("Xã khác", new Grant(Role.UnitAdministrator, DossierStage.Other)))).Problem?.Code);
        Assert.True((await PublishAsync(stage, today.AddDays(1), TwoSteps, administrator)).IsOk);
        Assert.Equal("CAT-0039", (await PublishAsync(stage, today.AddDays(1), TwoSteps, administrator)).Problem?.Code);
        Assert.NotEqual("Thẩm tra", await FirstStepAsync(stage, today));
        Assert.Equal("Thẩm tra", await FirstStepAsync(stage, today.AddDays(1)));

        Assert.True((await PublishAsync(stage, today.AddDays(9), [new("Thẩm định", Role.Handler, 50), new("Ký", Role.UnitLeader, 50)], administrator)).IsOk);
        Assert.Equal("Thẩm định", await FirstStepAsync(stage, today.AddDays(9)));
        var sheet = await stage.Database.UseAsync<UnitRouteSheets, UnitRouteSheet?>(s => s.FindAsync(DossierStage.Unit, administrator, Ct));
        var later = Assert.Single(sheet!.Own, r => r.From == today.AddDays(9));
        Assert.True((await stage.Database.UseAsync<WithdrawRouteHandler, Result<Done>>(h => h.HandleAsync(new WithdrawRoute(later.Id!.Value), administrator, Ct))).IsOk);
        Assert.Equal("Thẩm tra", await FirstStepAsync(stage, today.AddDays(30)));
        await using var db = stage.Database.NewContext();
        Assert.Equal(["RoutePublished", "RoutePublished", "RouteWithdrawn"], (await db.Audits.Select(a => a.Action).ToListAsync(Ct)).Order(StringComparer.Ordinal));

        stage.Database.Clock.Advance(TimeSpan.FromDays(2));
        var first = Assert.Single(sheet.Own, r => r.From == today.AddDays(1));
        Assert.Equal("CAT-0041", (await stage.Database.UseAsync<WithdrawRouteHandler, Result<Done>>(h => h.HandleAsync(new WithdrawRoute(first.Id!.Value), administrator, Ct))).Problem?.Code);
    }

    private static Task<Result<Done>> PublishAsync(DossierStage stage, DateOnly from, IReadOnlyList<LaidStep> steps, Actor actor) =>
        stage.Database.UseAsync<PublishRouteHandler, Result<Done>>(h => h.HandleAsync(new PublishRoute(DossierStage.Unit, "*", from, steps), actor, Ct));

    private static async Task<string?> FirstStepAsync(DossierStage stage, DateOnly on) =>
        (await stage.Database.UseAsync<UnitRoutes, UnitRoute?>(r => r.ForAsync(DossierStage.Unit, DossierStage.Procedure, on, Ct)))?.First.Name;
}
