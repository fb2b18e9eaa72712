using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.App.Targets;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Targets;
using MotCua.TestKit;

namespace MotCua.App.Tests.Targets;

/// <summary>Forecasts from rollups, on both databases.</summary>
public sealed class ForecastsTests
{
    private static readonly Period July = Period.Of(PeriodKind.Month, PeriodCut.Calendar, 2022, 7);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task For_ARunningMonth_StartsFromTheFiguresOfTheBoard(DatabaseKind kind)
    {
        await using var database = await StartAsync(kind);

        var sheet = await database.UseAsync((Forecasts f) => f.ForAsync(new ForecastQuestion(July, null, [Indicators.Ct1, Indicators.Ct2, Indicators.Ct3], WithPath: true), Ct));
        var figures = await database.UseAsync((MeasureQueries q) => q.RowsAsync(new MeasureQuestion(July.From, July.To, Indicators.All), Ct));

        Assert.True(sheet.HasBegun);
        Assert.Equal(4, sheet.DaysLeft);
        foreach (var row in sheet.Rows.Where(r => r.Forecast is not null))
        {
            var figure = figures.Single(m => m.Unit == row.Unit && m.Indicator == row.Indicator);
            Assert.Equal(figure.Counts, row.Forecast!.Now);
            Assert.Equal(figure.Target, row.Target);
        }

        var ct3 = Row(sheet, "sgddt", "ct3");
        Assert.InRange(ct3.Forecast!.Percent, 18, 30);
        Assert.Equal(ct3.Forecast.Now.Percent!.Value, (decimal)ct3.Grown[^1].Percent, 9);
        Assert.True(ct3.Forecast.Chance < 0.5);
        Assert.True(Row(sheet, "pacnam", "ct3").Forecast is { Now.Numerator: 3 });
        Assert.Equal(new Ratio(6, 6), Row(sheet, "sgddt", "ct1").Forecast!.Expected);
        Assert.Equal(1, Row(sheet, "sgddt", "ct1").Forecast!.Chance);
        Assert.Null(Row(sheet, "babe", "ct3").Forecast);
        Assert.Null(Row(sheet, "babe", "ct1").Forecast);
    }

    [Theory, BothDatabases]
    public async Task For_APastDay_KnowsNothingOfWhatCameLater(DatabaseKind kind)
    {
        await using var database = await StartAsync(kind);
        var asAt = new DateOnly(2022, 7, 8);

        var sheet = await database.UseAsync((Forecasts f) => f.ForAsync(new ForecastQuestion(July, asAt, [Indicators.Ct2, Indicators.Ct3]), Ct));
        var then = await database.UseAsync((MeasureQueries q) => q.RowsAsync(new MeasureQuestion(July.From, asAt, [Indicators.Ct2, Indicators.Ct3], ["sgddt"]), Ct));

        Assert.Equal(asAt, sheet.AsAt);
        Assert.Equal(15, sheet.DaysLeft);
        Assert.All(then, m => Assert.Equal(m.Counts, Row(sheet, "sgddt", m.Indicator.Code).Forecast!.Now));
    }

    [Fact]
    public async Task For_AnOverOrALaterPeriod_SaysSo()
    {
        await using var database = await StartAsync(DatabaseKind.Sqlite);
        var later = await database.UseAsync((Forecasts f) => f.ForAsync(new ForecastQuestion(Period.Of(PeriodKind.Month, PeriodCut.Calendar, 2022, 9), null, [Indicators.Ct3]), Ct));
        var june = Period.Of(PeriodKind.Month, PeriodCut.Calendar, 2022, 6);
        var over = await database.UseAsync((Forecasts f) => f.ForAsync(new ForecastQuestion(june, null, [Indicators.Ct3]), Ct));
        var figure = (await database.UseAsync((MeasureQueries q) => q.RowsAsync(new MeasureQuestion(june.From, june.To, [Indicators.Ct3], ["sgddt"]), Ct))).Single();

        Assert.False(later.HasBegun);
        Assert.Empty(later.Rows);
        Assert.True(over.IsOver);
        Assert.Equal(figure.Counts, Row(over, "sgddt", "ct3").Forecast!.Expected);
        Assert.Equal((double)figure.Counts.Percent!, Row(over, "sgddt", "ct3").Forecast!.Percent, 6);
    }

    /// <summary>What a decision of a later day brings is already in the table: ct1 is that, and ct2's denominator too.</summary>
    [Theory, BothDatabases]
    public async Task For_ADatedDecision_CountsFromItsDay(DatabaseKind kind)
    {
        await using var database = await StartAsync(kind);
        await using (var db = database.NewContext())
        {
            var old = await db.Services.SingleAsync(s => s.UnitKey == "sgddt" && s.ProcedureCode == SmallProvince.Code('a'), Ct);
            old.Until = new DateOnly(2022, 7, 28);
            db.Services.Add(new ServiceRow { Id = Guid.NewGuid(), UnitKey = "sgddt", ProcedureCode = old.ProcedureCode, From = new DateOnly(2022, 7, 28), Level = ServiceLevel.Information, Status = ServiceStatus.Open, EligibleFull = true });
            await db.SaveChangesAsync(Ct);
        }

        var sheet = await database.UseAsync((Forecasts f) => f.ForAsync(new ForecastQuestion(July, null, [Indicators.Ct1, Indicators.Ct2]), Ct));
        var ct1 = Row(sheet, "sgddt", "ct1").Forecast!;

        Assert.Equal(new Ratio(6, 6), ct1.Now);
        Assert.Equal(new Ratio(5, 6), ct1.Expected);
        Assert.Equal(0, ct1.Chance);
        Assert.Equal(1, ct1.Gap!.Value.InPlace);
        Assert.Equal(7, Row(sheet, "sgddt", "ct2").Forecast!.Expected.Denominator);
    }

    /// <summary>The number of queries is the same for one unit as for all, and none reads dossiers or facts.</summary>
    [Fact]
    public async Task For_AllUnits_ReadsRollupsOnlyInAFixedNumberOfQueries()
    {
        Assert.SkipUnless(TestDatabase.HasPostgres, "PostgreSQL is not here: install it or set MOTCUA_TEST_PG");
        var recorder = new SqlRecorder();
        await using var database = await TestDatabase.CreateLoadedAsync(DatabaseKind.Postgres, s => s.ConfigureDbContext<MotCuaDb>(o => o.AddInterceptors(recorder)));
        var question = new ForecastQuestion(July, null, [Indicators.Ct1, Indicators.Ct2, Indicators.Ct3]);
        await database.UseAsync((Forecasts f) => f.ForAsync(question with { Unit = "stp" }, Ct));
        // Once more, with what is read once for all kept and what is kept for seconds gone
        database.Clock.Advance(TimeSpan.FromSeconds(10));
        recorder.Clear();
        await database.UseAsync((Forecasts f) => f.ForAsync(question with { Unit = "stp" }, Ct));
        var ofOne = recorder.Texts.Count;
        database.Clock.Advance(TimeSpan.FromSeconds(10));
        recorder.Clear();
        var all = await database.UseAsync((Forecasts f) => f.ForAsync(question, Ct));
        var queries = recorder.Texts.ToList();

        Assert.Equal(27, all.Rows.Select(r => r.Unit).Distinct().Count());
        Assert.Equal(ofOne, queries.Count);
        Assert.DoesNotContain(queries, q => q.Contains("FROM dossiers", StringComparison.Ordinal) || q.Contains("dossier_facts", StringComparison.Ordinal) || q.Contains("FROM rollup_days", StringComparison.Ordinal));
        var ofDays = Assert.Single(queries, q => q.Contains("FROM rollup_unit_days", StringComparison.Ordinal) && q.Contains("GROUP BY", StringComparison.Ordinal) && q.Contains("JOIN units", StringComparison.Ordinal));
        Assert.Contains("day", ofDays, StringComparison.Ordinal);
    }

    /// <summary>The demo's own history: every unit with enough dossiers, ct3 and ct2, by months.</summary>
    [Fact]
    public async Task Trials_OnTheDemoHistory_BeatTheLastPeriodAndHoldTheBand()
    {
        await using var database = await TestDatabase.CreateLoadedAsync(DatabaseKind.Sqlite);
        await database.UseAsync((DemoSeeding s) => s.HandleAsync(new SeedDemoDossiers(9_000, 5, new DateOnly(2021, 5, 1), new DateOnly(2022, 7, 24), true, "https://id.example", "https://x/{0}"), Ct));

        await database.UseAsync((TryForecasts t) => t.HandleAsync(Ct));

        await using var db = database.NewContext();
        foreach (var indicator in new[] { "ct3", "ct2" })
        {
            var trials = await db.ForecastTrials.AsNoTracking().Where(t => t.Indicator == indicator && t.Kind == PeriodKind.Month && t.Tries >= ForecastTrial.Fewest).ToListAsync(Ct);
            Assert.True(trials.Count >= 8, $"{indicator}: {trials.Count} units");
            var tries = trials.Sum(t => t.Tries);
            var (error, naive, held) = (trials.Sum(t => t.Error * t.Tries) / tries, trials.Sum(t => t.NaiveError * t.Tries) / tries, trials.Sum(t => t.Held * t.Tries) / tries);
            TestContext.Current.SendDiagnosticMessage($"{indicator}: {trials.Count} units, {tries} tries, error {error:0.00} against {naive:0.00}, held {held:0.0%}");
            Assert.True(error < naive, $"{indicator}: {error:0.00} against {naive:0.00}");
            Assert.True(held is >= ForecastTrial.LeastHeld and <= ForecastTrial.MostHeld, $"{indicator}: held {held:0.0%}");
        }
    }

    internal static async Task<TestDatabase> StartAsync(DatabaseKind kind)
    {
        var database = await SmallProvince.CreateAsync(kind);
        await using (var db = database.NewContext())
        {
            SmallProvince.AddExampleServices(db, "sgddt");
            await db.SaveChangesAsync(Ct);
        }

        // June and July up to the 22nd: every working day a bit of the worked example, so that a fifth is online
        var states = new List<ImportedState>();
        var example = SmallProvince.ExampleDossiers().ToList();
        for (var day = new DateOnly(2022, 6, 1); day <= new DateOnly(2022, 7, 22); day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) continue;
            for (var i = 0; i < 6; i++)
            {
                var (procedure, channel) = example[((day.DayNumber * 31) + (i * 17)) % example.Count];
                states.Add(SmallProvince.State($"H03.1-{day:yyMMdd}-{i:0000}", procedure, "sgddt", channel, SmallProvince.At($"{day:yyyy-MM-dd} 08:30")));
            }
        }

        await using (var db = database.NewContext())
        {
            db.Services.Add(SmallProvince.Service("x1", SmallProvince.Code('a'), ServiceLevel.Full, null));
            await db.SaveChangesAsync(Ct);
        }

        for (var i = 0; i < 5; i++) states.Add(SmallProvince.State($"H03.2-220705-{i:0000}", SmallProvince.Code('a'), "x1", i < 3 ? Channel.Online : Channel.Counter, SmallProvince.At("2022-07-05 09:00")));
        await SmallProvince.RecordAsync(database, [.. states]);
        await database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));
        return database;
    }

    private static UnitForecast Row(ForecastSheet sheet, string unit, string indicator) => sheet.Rows.Single(r => r.Unit == unit && r.Indicator.Code == indicator);
}
