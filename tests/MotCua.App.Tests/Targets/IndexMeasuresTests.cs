using MotCua.App.Catalogue;
using MotCua.App.Targets;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Targets;
using MotCua.TestKit;

namespace MotCua.App.Tests.Targets;

/// <summary>Points of QĐ 766 from the province's data, as at the end of the last day.</summary>
public sealed class IndexMeasuresTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Rows_OpenAndFinishedDossiers_AreJudgedAsAtTheEndOfThePeriod(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        await using (var db = database.NewContext())
        {
            db.Services.AddRange(
                SmallProvince.Service("x1", SmallProvince.Code('a'), ServiceLevel.Full, true), SmallProvince.Service("x2", SmallProvince.Code('a'), ServiceLevel.Partial, null),
                SmallProvince.Service("pacnam", SmallProvince.Code('b'), ServiceLevel.Information, null));
            await db.SaveChangesAsync(Ct);
        }

        var accepted = SmallProvince.At("2022-06-01 08:00");
        var due = SmallProvince.At("2022-06-30 17:00");
        await SmallProvince.RecordAsync(database,
            State("1") with { DueAt = due },
            State("2") with { DueAt = due.AddHours(-24), State = DossierState.Finished, FinishedAt = due.AddHours(-23), HasElectronicResult = true },
            State("3") with { DueAt = due, State = DossierState.Finished, FinishedAt = SmallProvince.At("2022-07-02 09:00"), HasElectronicResult = true },
            State("4") with { SupplementCount = 2, FeeVnd = 10_000, PaidOnline = true });
        await database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));

        Assert.Equal((2L, 4L, 10.00m), await PartAsync("q766.2.1", new DateOnly(2022, 6, 29)));
        Assert.Equal((0L, 4L, 0m), await PartAsync("q766.2.1", new DateOnly(2022, 7, 1)));
        Assert.Equal((1L, 4L, 1.50m), await PartAsync("q766.4.1", new DateOnly(2022, 7, 1)));
        Assert.Equal((2L, 4L, 3.00m), await PartAsync("q766.4.1", new DateOnly(2022, 7, 2)));
        Assert.Equal((1L, 1L, 6m), await PartAsync("q766.3b.3", new DateOnly(2022, 7, 2)));
        Assert.Equal((1L, 2L, 1.25m), await PartAsync("q766.3a.1", new DateOnly(2022, 7, 2)));
        var group = await OneAsync("q766.2", new DateOnly(2022, 6, 29));
        Assert.Equal((10.00m, false), (group.Points, group.HasCounts));
        Assert.Null((await OneAsync("q766", new DateOnly(2022, 6, 29))).Points);
        Assert.Null((await OneAsync("q766.5.2", new DateOnly(2022, 6, 29))).Points);

        ImportedState State(string code) => SmallProvince.State(code, SmallProvince.Code('a'), "x2", Channel.Online, accepted);

        async Task<Measure> OneAsync(string code, DateOnly to) => Assert.Single(await database.UseAsync((IndexMeasures q) =>
            q.RowsAsync(new MeasureQuestion(new DateOnly(2022, 6, 1), to, [IndexIndicators.Find(code)!], ["pacnam"]), Ct)));

        async Task<(long, long, decimal?)> PartAsync(string code, DateOnly to)
        {
            var m = await OneAsync(code, to);
            return (m.Counts.Numerator, m.Counts.Denominator, m.Points);
        }
    }
}
