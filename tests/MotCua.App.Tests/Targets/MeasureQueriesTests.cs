using MotCua.App.Catalogue;
using MotCua.App.Targets;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Targets;
using MotCua.TestKit;

namespace MotCua.App.Tests.Targets;

/// <summary>Figures by the contract, on both databases.</summary>
public sealed class MeasureQueriesTests
{
    private static readonly DateOnly From = new(2022, 7, 1);
    private static readonly DateOnly To = new(2022, 7, 31);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The worked example of docs/law.md: the definition turns the verdict, and each is printed.</summary>
    [Theory, BothDatabases]
    public async Task Rows_WorkedExample_AreExact(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        await using (var db = database.NewContext())
        {
            SmallProvince.AddExampleServices(db, "sgddt");
            await db.SaveChangesAsync(Ct);
        }

        var n = 0;
        await RecordAsync(database, [.. SmallProvince.ExampleDossiers().Select(d => SmallProvince.State($"H03.1-220704-{++n:0000}", d.Procedure, "sgddt", d.Channel, SmallProvince.At("2022-07-04 08:00")))]);

        var rows = await database.UseAsync((MeasureQueries q) => q.RowsAsync(new MeasureQuestion(From, To, Indicators.All), Ct));

        Check(rows, "ct1", "sgddt", 6, 6, Attainment.Met);
        Check(rows, "ct2", "sgddt", 4, 8, Attainment.NotMet);
        Check(rows, "ct2.a", "sgddt", 4, 6, Attainment.Met);
        Check(rows, "ct3", "sgddt", 20, 99, Attainment.NotMet);
        Check(rows, "ct3.dvctt", "sgddt", 20, 49, Attainment.Met);
        Check(rows, "ct3.self", "sgddt", 20, 99, Attainment.NotMet);
        Check(rows, "ct3.766", "sgddt", 0, 99, Attainment.NotMet);
        Check(rows, "ct3", "province", 20, 99, Attainment.NotEnoughData);
        Check(rows, "ct3", "babe", 0, 0, Attainment.NotApplicable);
        Check(rows, "ct1", "babe", 0, 0, Attainment.NotEnoughData);
        foreach (var row in rows)
        {
            foreach (var part in Enum.GetValues<MeasurePart>())
            {
                var list = await database.UseAsync((MeasureQueries q) => q.ListAsync(new MeasureQuestion(From, To, [row.Indicator], [row.Unit]), part, Ct));
                Assert.Equal(part == MeasurePart.Numerator ? row.Counts.Numerator : row.Counts.Denominator, list.Count);
            }
        }
    }

    [Theory, BothDatabases]
    public async Task Rows_District_TakesInItsCommunesAndCountsAProcedureOnce(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        await using (var db = database.NewContext())
        {
            db.Services.AddRange(
                SmallProvince.Service("x1", SmallProvince.Code('a'), ServiceLevel.Full, true),
                SmallProvince.Service("x2", SmallProvince.Code('a'), ServiceLevel.Partial, true),
                SmallProvince.Service("x1", SmallProvince.Code('b'), ServiceLevel.Full, true),
                SmallProvince.Service("x2", SmallProvince.Code('b'), ServiceLevel.Full, true),
                SmallProvince.Service("pacnam", SmallProvince.Code('c'), ServiceLevel.Full, true));
            await db.SaveChangesAsync(Ct);
        }

        await RecordAsync(database,
            SmallProvince.State("1", SmallProvince.Code('a'), "x2", Channel.Online, SmallProvince.At("2022-07-04 08:00")),
            SmallProvince.State("2", SmallProvince.Code('a'), "x1", Channel.Counter, SmallProvince.At("2022-07-04 08:00")),
            SmallProvince.State("3", SmallProvince.Code('a'), "x3", Channel.Online, SmallProvince.At("2022-07-04 08:00")));

        var rows = await database.UseAsync((MeasureQueries q) => q.RowsAsync(new MeasureQuestion(From, To, Indicators.All, ["pacnam", "x1"]), Ct));
        Check(rows, "ct1", "pacnam", 2, 3, Attainment.NotMet);
        Check(rows, "ct2", "pacnam", 1, 3, Attainment.NotMet);
        Check(rows, "ct2.a", "pacnam", 1, 1, Attainment.Met);
        Check(rows, "ct3", "pacnam", 1, 2, Attainment.Met);
        Check(rows, "ct2", "x1", 0, 2, Attainment.NotEnoughData);

        var own = await database.UseAsync((MeasureQueries q) => q.RowsAsync(new MeasureQuestion(From, To, Indicators.All, ["pacnam"], IsOwnOnly: true), Ct));
        Check(own, "ct1", "pacnam", 1, 1, Attainment.Met);
        Check(own, "ct3", "pacnam", 0, 0, Attainment.NotApplicable);

        var list = await database.UseAsync((MeasureQueries q) => q.ListAsync(new MeasureQuestion(From, To, [Indicators.Ct3], ["pacnam"]), MeasurePart.Denominator, Ct));
        Assert.Equal([("pacnam", "1"), ("pacnam", "2")], list);
    }

    /// <summary>Whether a service had dossiers is exact to the day at both ends of any period, over years and leap days.</summary>
    [Theory, BothDatabases]
    public async Task Rows_Ct2OfAnyPeriod_IsExactToTheDay(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        await using (var db = database.NewContext())
        {
            db.Services.Add(SmallProvince.Service("x1", SmallProvince.Code('a'), ServiceLevel.Full, true));
            await db.SaveChangesAsync(Ct);
        }

        DateOnly[] online = [new(2022, 1, 1), new(2022, 3, 2), new(2023, 12, 31), new(2024, 12, 31)];
        var counter = new DateOnly(2022, 11, 1);
        await RecordAsync(database, [
            .. online.Select((day, i) => SmallProvince.State($"{i}", SmallProvince.Code('a'), "x1", Channel.Online, SmallProvince.At($"{day:yyyy-MM-dd} 08:00"))),
            SmallProvince.State("c", SmallProvince.Code('a'), "x1", Channel.Counter, SmallProvince.At($"{counter:yyyy-MM-dd} 08:00")),
        ]);

        foreach (var day in online.Append(counter))
        {
            foreach (var (from, to) in new[] { (day, day), (day.AddDays(-1), day.AddDays(-1)), (day.AddDays(1), day.AddDays(1)), (day.AddDays(-40), day), (day, day.AddDays(500)), (day.AddDays(1), day.AddDays(200)), (day.AddDays(-800), day.AddDays(800)) })
            {
                if (to.Year < 2022) continue;
                var rows = await database.UseAsync((MeasureQueries q) => q.RowsAsync(new MeasureQuestion(from, to, [Indicators.Ct2, Indicators.Ct2A], ["x1"]), Ct));
                var hadOnline = online.Any(d => d >= from && d <= to);
                Assert.Equal(new Ratio(hadOnline ? 1 : 0, 1), rows.Single(r => r.Indicator == Indicators.Ct2).Counts);
                Assert.Equal(new Ratio(hadOnline ? 1 : 0, hadOnline || (counter >= from && counter <= to) ? 1 : 0), rows.Single(r => r.Indicator == Indicators.Ct2A).Counts);
            }
        }
    }

    /// <summary>A result given after the last day of the period was not there at its end.</summary>
    [Theory, BothDatabases]
    public async Task Rows_ResultAfterThePeriod_IsAsAtItsEnd(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        await RecordAsync(database, SmallProvince.State("1", SmallProvince.Code('a'), "sgddt", Channel.Online, SmallProvince.At("2022-06-04 08:00"), DossierState.Finished) with
        {
            FinishedAt = SmallProvince.At("2022-07-02 09:00"),
            HasElectronicResult = true,
        });

        foreach (var (to, expected) in new[] { (new DateOnly(2022, 6, 30), 0), (new DateOnly(2022, 7, 2), 1), (new DateOnly(2022, 7, 31), 1) })
        {
            var question = new MeasureQuestion(new DateOnly(2022, 6, 1), to, [Indicators.Ct3Index], ["sgddt"]);
            Check(await database.UseAsync((MeasureQueries q) => q.RowsAsync(question, Ct)), "ct3.766", "sgddt", expected, 1, expected == 1 ? Attainment.Met : Attainment.NotMet);
            Assert.Equal(expected, (await database.UseAsync((MeasureQueries q) => q.ListAsync(question, MeasurePart.Numerator, Ct))).Count);
        }
    }

    [Theory, BothDatabases]
    public async Task Page_ByKeys_GivesEachDossierOnce(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        await RecordAsync(database, [.. Enumerable.Range(0, 23).Select(i => SmallProvince.State($"n{i:00}", SmallProvince.Code('a'), i % 2 == 0 ? "x1" : "x2", Channel.Online, SmallProvince.At($"2022-07-{1 + (i % 5):00} 08:00")))]);
        var question = new MeasureQuestion(From, To, [Indicators.Ct3], ["pacnam"]);
        var seen = new List<string>();
        FactPlace? place = null;
        while (true)
        {
            var page = await database.UseAsync((MeasureQueries q) => q.PageAsync(question, MeasurePart.Denominator, place, 5, Ct));
            if (page.Count == 0) break;
            seen.AddRange(page.Select(f => f.Code));
            place = new FactPlace(page[^1].UnitKey, page[^1].Day, page[^1].Code);
        }

        Assert.Equal(23, seen.Distinct().Count());
        Assert.Equal(23, seen.Count);
    }

    private static async Task RecordAsync(TestDatabase database, params ImportedState[] states)
    {
        await SmallProvince.RecordAsync(database, states);
        await database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));
    }

    private static void Check(IReadOnlyList<Measure> rows, string indicator, string unit, int above, int below, Attainment attainment)
    {
        var row = rows.Single(r => r.Indicator.Code == indicator && r.Unit == unit);
        Assert.Equal((new Ratio(above, below), attainment), (row.Counts, row.Attainment));
    }
}
