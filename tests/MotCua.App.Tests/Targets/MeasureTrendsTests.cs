using MotCua.App.Catalogue;
using MotCua.App.Targets;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Targets;
using MotCua.TestKit;

namespace MotCua.App.Tests.Targets;

/// <summary>Figures at many points of time at once: the same as those of each point asked for by itself.</summary>
public sealed class MeasureTrendsTests
{
    private static readonly DateOnly Today = new(2022, 7, 25);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Read_MonthsAndYearSoFar_AreTheFiguresOfEachPoint(DatabaseKind kind)
    {
        await using var database = await FillAsync(kind);
        IReadOnlyList<IndicatorDefinition> indicators = [Indicators.Ct1, Indicators.Ct2, Indicators.Ct2A, Indicators.Ct3, Indicators.Ct3Dvctt, Indicators.Ct3Self];
        foreach (var spans in new[] { TrendQuestion.Months(Today, 7), TrendQuestion.YearSoFar(Today) })
        {
            foreach (var own in new[] { false, true })
            {
                var units = own ? null : new[] { "sgddt", "pacnam", "x1", "province" };
                var sheet = await database.UseAsync((MeasureTrends t) => t.ReadAsync(new TrendQuestion(spans, indicators, units, own), Ct));
                for (var n = 0; n < spans.Count; n++)
                {
                    var expected = await database.UseAsync((MeasureQueries q) => q.RowsAsync(new MeasureQuestion(spans[n].From, spans[n].To, indicators, units, own), Ct));
                    foreach (var measure in expected) Assert.Equal((measure.Unit, spans[n], measure.Counts), (measure.Unit, spans[n], sheet.Of(measure.Indicator, measure.Unit)[n]));
                }
            }
        }
    }

    [Fact]
    public void Months_EndToday_AreWholeButTheLast()
    {
        var months = TrendQuestion.Months(Today, 3);
        Assert.Equal([new(new(2022, 5, 1), new(2022, 5, 31)), new(new(2022, 6, 1), new(2022, 6, 30)), new(new(2022, 7, 1), Today)], months);
        Assert.Equal(7, TrendQuestion.YearSoFar(Today).Count);
        Assert.All(TrendQuestion.YearSoFar(Today), s => Assert.Equal(new DateOnly(2022, 1, 1), s.From));
    }

    private static async Task<TestDatabase> FillAsync(DatabaseKind kind)
    {
        var database = await SmallProvince.CreateAsync(kind);
        await using (var db = database.NewContext())
        {
            SmallProvince.AddExampleServices(db, "sgddt");
            // A service that changes level on the way, one that ends, one of a commune, one closed for good
            var first = SmallProvince.Service("pacnam", SmallProvince.Code('a'), ServiceLevel.Partial, true);
            first.Until = new DateOnly(2022, 4, 10);
            var second = SmallProvince.Service("pacnam", SmallProvince.Code('a'), ServiceLevel.Full, true);
            second.From = new DateOnly(2022, 4, 10);
            var ended = SmallProvince.Service("pacnam", SmallProvince.Code('b'), ServiceLevel.Full, true);
            ended.Until = new DateOnly(2022, 6, 1);
            db.Services.AddRange(first, second, ended, SmallProvince.Service("x1", SmallProvince.Code('a'), ServiceLevel.Partial, null), SmallProvince.Service("x1", SmallProvince.Code('c'), ServiceLevel.Full, true));
            db.ProcedureClosings.Add(new ProcedureClosingRow { Id = Guid.NewGuid(), ProcedureCode = SmallProvince.Code('d'), From = new DateOnly(2022, 5, 15), Reason = "bãi bỏ", Decision = "QĐ 1" });
            await db.SaveChangesAsync(Ct);
        }

        var random = new Random(11);
        var states = Enumerable.Range(1, 160).Select(n =>
        {
            var day = new DateOnly(2021, 11, 20).AddDays(random.Next(0, 245));
            var unit = new[] { "sgddt", "pacnam", "x1", "x3" }[random.Next(4)];
            return SmallProvince.State($"H03.1-{day:yyMMdd}-{n:0000}", SmallProvince.Code("abcdgi"[random.Next(6)]), unit, random.Next(3) == 0 ? Channel.Counter : Channel.Online, SmallProvince.At($"{day:yyyy-MM-dd} 08:30"));
        });
        await SmallProvince.RecordAsync(database, [.. states]);
        await database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));
        return database;
    }
}
