using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Dossiers;

public sealed class NumberTests
{
    [Theory, BothDatabases]
    public async Task Accept_Concurrently_GivesEveryNumberOnce(DatabaseKind kind)
    {
        // Law rule 2: two concurrent acceptances get 0001 and 0002
        await using var stage = await DossierStage.OpenAsync(kind);
        var codes = new List<string>();
        for (var i = 0; i < 12; i++) codes.Add(await stage.SubmitAsync());
        var receipts = await Task.WhenAll(codes.Select(c => Task.Run(() => stage.AcceptAsync(c, seen: 1))));
        Assert.All(receipts, r => Assert.True(r.IsOk, r.Problem?.Title));
        Assert.Equal(Enumerable.Range(1, 12).Select(n => $"H03.60.01-220725-{n:0000}"), receipts.Select(r => r.Value.Code).Order(StringComparer.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Accept_RolledBack_LeavesNoGapAndOtherUnitsCountAlone(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        Assert.Equal("H03.60.01-220725-0001", (await stage.AcceptAsync(await stage.SubmitAsync())).Value.Code);

        // Nobody saw this number: its transaction failed
        await stage.Database.UseAsync<MotCuaDb>(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var lost = await new NumberAllocator(db).NextAsync(DossierStage.Unit, stage.Database.Clock.GetUtcNow(), CancellationToken.None);
            Assert.Equal("H03.60.01-220725-0002", lost.Value.Value);
            await transaction.RollbackAsync();
        });
        var otherDesk = DossierStage.Officer("Bàn Thị Sim", new Grant(Role.DeskOfficer, DossierStage.Other));
        Assert.Equal("H03.60.02-220725-0001", (await stage.AcceptAsync(await stage.SubmitAsync(DossierStage.Other), otherDesk)).Value.Code);
        Assert.Equal("H03.60.01-220725-0002", (await stage.AcceptAsync(await stage.SubmitAsync())).Value.Code);
        stage.Database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("H03.60.01-220726-0001", (await stage.AcceptAsync(await stage.SubmitAsync())).Value.Code);
    }

    [Theory, BothDatabases]
    public async Task Accept_AfterTenThousand_WidensAndNeverWraps(DatabaseKind kind)
    {
        // Law rule 4
        await using var stage = await DossierStage.OpenAsync(kind);
        await using (var db = stage.Database.NewContext())
        {
            db.NumberCounters.Add(new NumberCounterRow { Prefix = "H03.60.01", Day = new(2022, 7, 25), Last = 9999 });
            await db.SaveChangesAsync();
        }

        Assert.Equal("H03.60.01-220725-10000", (await stage.AcceptAsync(await stage.SubmitAsync())).Value.Code);
    }

    [Theory, BothDatabases]
    public async Task Accept_UnitWithoutIdentifier_IsRefusedPlainly(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        await using (var db = stage.Database.NewContext()) await db.Units.ExecuteUpdateAsync(s => s.SetProperty(u => u.IdentifierCode, ""));
        Assert.Equal(DossierProblems.NoUnitCode.Code, (await stage.AcceptAsync(await stage.SubmitAsync())).Problem?.Code);
    }
}
