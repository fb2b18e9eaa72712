using MotCua.App.Catalogue;
using MotCua.App.Targets;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Targets;
using MotCua.TestKit;

namespace MotCua.App.Tests.Targets;

/// <summary>What stands behind the parts of QĐ 766: every list is as long as the counts say (law rule 44).</summary>
public sealed class IndexListsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases(1), BothDatabases(2)]
    public async Task Lists_RandomDossiers_AreAsLongAsTheCounts(DatabaseKind kind, int seed)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        await using (var db = database.NewContext())
        {
            SmallProvince.AddExampleServices(db, "sgddt");
            db.Services.AddRange(SmallProvince.Service("x1", SmallProvince.Code('a'), ServiceLevel.Full, true), SmallProvince.Service("x2", SmallProvince.Code('a'), ServiceLevel.Information, null), SmallProvince.Service("pacnam", SmallProvince.Code('b'), ServiceLevel.Partial, null));
            await db.SaveChangesAsync(Ct);
        }

#pragma warning disable CA5394 // A repeatable test
        var random = new Random(seed);
        await SmallProvince.RecordAsync(database, [.. Enumerable.Range(0, 120).Select(n =>
        {
            var accepted = SmallProvince.At("2022-05-20 08:00").AddHours(random.Next(0, 1_200));
            var state = random.Next(3) switch { 0 => DossierState.Processing, 1 => DossierState.Finished, _ => DossierState.Withdrawn };
            return SmallProvince.State($"n{n:000}", SmallProvince.Code((char)('a' + random.Next(4))), (string[])["sgddt", "x1", "pacnam"] is var u ? u[random.Next(3)] : "", random.Next(2) == 0 ? Channel.Online : Channel.Counter, accepted, state) with
            {
                DueAt = random.Next(4) == 0 ? null : accepted.AddHours(60),
                FinishedAt = state == DossierState.Processing ? null : accepted.AddHours(random.Next(1, 300)),
                SupplementCount = random.Next(8) == 0 ? 2 : 0,
                HasElectronicResult = state == DossierState.Finished && random.Next(2) == 0,
                FeeVnd = random.Next(2) * 20_000,
                PaidOnline = random.Next(2) == 0,
                ComponentsDigitised = random.Next(2) == 0,
                Reused = random.Next(3) == 0,
                Satisfaction = random.Next(4) is > 0 and var rated ? rated : null,
            };
        })]);
#pragma warning restore CA5394
        await database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));

        foreach (var unit in (string[])["sgddt", "pacnam", MeasureQueries.Province])
        {
            var question = new MeasureQuestion(new DateOnly(2022, 6, 1), new DateOnly(2022, 6, 30), [], [unit]);
            var row = (await database.UseAsync((IndexCounts c) => c.OfAsync(question, Ct)))[unit];
            foreach (var part in IndexScore.All.Where(p => IndexFacts.KindOf(p) != IndexListKind.None))
            {
                var counted = row.Sheet.Part(part.Code)!;
                var (reached, whole, lost) = (await CountAsync(question, part, IndexSide.Reached), await CountAsync(question, part, IndexSide.Whole), await CountAsync(question, part, IndexSide.Lost));
                Assert.Equal(whole, reached + lost);
                if (part.Of.Length == 0) Assert.Equal(counted.Above!.Value, whole == 0 ? 0m : reached * 100m / whole);
                else Assert.Equal((part.Code, counted.Above, counted.Below), (part.Code, reached, whole));
            }
        }

        async Task<decimal?> CountAsync(MeasureQuestion question, IndexPart part, IndexSide side) => IndexFacts.KindOf(part) == IndexListKind.Dossiers
            ? (await database.UseAsync((IndexLists l) => l.DossiersAsync(question, part, side, null, 10_000, Ct))).Count
            : (await database.UseAsync((IndexLists l) => l.ProceduresAsync(question, part, side, Ct))).Count;
    }

    /// <summary>QĐ 766, 7.3: why a dossier is late; the pages follow one another without gap or repetition.</summary>
    [Theory, BothDatabases]
    public async Task Dossiers_LateOnes_SayWhyAndPage(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        var accepted = SmallProvince.At("2022-06-01 08:00");
        await SmallProvince.RecordAsync(database,
            State("1") with { DueAt = SmallProvince.At("2022-06-10 17:00"), State = DossierState.Finished, FinishedAt = SmallProvince.At("2022-06-11 09:30") },
            State("2") with { DueAt = SmallProvince.At("2022-06-10 17:00") },
            State("3") with { SupplementCount = 2 },
            State("4") with { DueAt = SmallProvince.At("2022-06-10 17:00"), State = DossierState.Finished, FinishedAt = SmallProvince.At("2022-06-10 17:00"), Satisfaction = 1 });
        await database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));
        var question = new MeasureQuestion(new DateOnly(2022, 6, 1), new DateOnly(2022, 6, 30), [], ["sgddt"]);

        var first = await Page("2.1", null, 2);
        var second = await Page("2.1", new FactPlace(first[^1].Unit, first[^1].Day!.Value, first[^1].Code), 2);
        Assert.Equal(["Hạn 17:00 10/06/2022, xong 09:30 11/06/2022", "Hạn 17:00 10/06/2022, chưa xong", "Yêu cầu bổ sung trên một lần"], first.Concat(second).Select(l => l.Why));
        Assert.Equal(["1", "2", "3", "4"], (await Page("5.4", null, 10)).Select(l => l.Code));
        Assert.Equal("Người dân đánh giá chưa hài lòng", (await Page("5.4", null, 10))[^1].Why);

        ImportedState State(string code) => SmallProvince.State(code, SmallProvince.Code('a'), "sgddt", Channel.Counter, accepted);

        Task<IReadOnlyList<IndexLine>> Page(string part, FactPlace? after, int count) =>
            database.UseAsync((IndexLists l) => l.DossiersAsync(question, IndexScore.All.Single(p => p.Code == part), IndexSide.Lost, after, count, Ct));
    }

    /// <summary>TTHC có phí: named by the catalogue or seen in the period; paid online once is enough (QĐ 766, 3b).</summary>
    [Theory, BothDatabases]
    public async Task Counts_FeesSatisfactionAndDays_ComeFromTheFacts(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        await using (var db = database.NewContext())
        {
            SmallProvince.AddExampleServices(db, "sgddt");
            await db.SaveChangesAsync(Ct);
        }

        var accepted = SmallProvince.At("2022-06-01 08:00");
        await SmallProvince.RecordAsync(database,
            State("1", 'a') with { FeeVnd = 8_000, PaidOnline = true, State = DossierState.Finished, FinishedAt = accepted.AddDays(3), DueAt = accepted.AddDays(5), Satisfaction = 1 },
            State("2", 'a') with { FeeVnd = 8_000, State = DossierState.Finished, FinishedAt = accepted.AddDays(4), DueAt = accepted.AddDays(1), Satisfaction = 1 },
            State("3", 'b') with { FeeVnd = 8_000, Satisfaction = 3 },
            State("4", 'c') with { PaidOnline = true });
        await database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));
        var row = (await database.UseAsync((IndexCounts c) => c.OfAsync(new MeasureQuestion(new DateOnly(2022, 6, 1), new DateOnly(2022, 6, 30), [], ["sgddt"]), Ct)))["sgddt"];

        Assert.Equal((2m, 1m), (row.Values["fee_procedures"], row.Values["fee_procedures_paid_online"]));
        Assert.Equal(1.25m, row.Sheet.Part("3b.2")!.Points);
        // Late 1 of 4, not satisfied and in time 1 of 4: 50 %
        Assert.Equal((50m, 3.33m), (row.Values["satisfied_percent"], row.Sheet.Part("5.4")!.Points));
        Assert.Equal(3.50m, row.AverageDays);
        Assert.Null(row.Sheet.PointsOf("q766.3b"));
        Assert.Null(row.Sheet.Points);

        ImportedState State(string code, char procedure) => SmallProvince.State(code, SmallProvince.Code(procedure), "sgddt", Channel.Counter, accepted);
    }
}
