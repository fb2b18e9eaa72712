using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.App.Dossiers;
using MotCua.App.Targets;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;
using MotCua.TestKit;

namespace MotCua.App.Tests.Targets;

/// <summary>What to do next on both databases: the promise is the board's own figure after the change, a task keeps it, and what happened is held against it.</summary>
public sealed class AdviceSheetsTests
{
    private static readonly DateOnly From = new(2022, 7, 1);
    private static readonly DateOnly To = new(2022, 7, 31);
    private static readonly Actor Owner = A.Officer(Role.PlanOwner, "pacnam");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Each advice in a database of its own state: the promised dossiers are restated and the services decided; then the board says what was promised.</summary>
    [Theory, BothDatabases]
    public async Task For_EveryAdvice_DoneInTheDatabase_GivesThePromisedFigures(DatabaseKind kind)
    {
        await using var database = await ExampleAsync(kind);
        var sheet = await SheetAsync(database, "sgddt");
        Assert.Equal(AdviceStanding.Ready, sheet.Standing);
        foreach (var figure in sheet.Figures)
        {
            if (sheet.Lines.SelectMany(l => l.Item.Effects).FirstOrDefault(e => e.Indicator == figure.Indicator) is { } effect) Assert.Equal(figure.Counts, effect.Before);
        }

        foreach (var key in new[] { "1|1.000003|", "1|1.000006|", "3|1.000009|" })
        {
            var line = (await SheetAsync(database, "sgddt")).Lines.Single(l => l.Key == key);
            await DoAsync(database, line.Item);
            var now = await RowsAsync(database, "sgddt");
            foreach (var effect in line.Item.Effects) Assert.Equal(effect.After, now[effect.Indicator.Code]);
        }

        Assert.Empty(await database.UseAsync((MeasureProof p) => p.FindAsync(Ct)));
    }

    /// <summary>A district with its communes: desks, and the figures of the board to the last dossier; periods that begin and end inside months.</summary>
    [Theory, BothDatabases]
    public async Task For_District_CountsAsTheBoardDoes(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        await using (var db = database.NewContext())
        {
            foreach (var unit in new[] { "x1", "x2", "x3" })
            {
                foreach (var code in "abc") db.Services.Add(SmallProvince.Service(unit, SmallProvince.Code(code), ServiceLevel.Partial, code == 'a'));
            }

            db.UnitGroupMembers.Add(new UnitGroupMemberRow { Id = Guid.NewGuid(), GroupCode = "g", UnitKey = "babe", From = new DateOnly(2022, 1, 1) });
            await db.SaveChangesAsync(Ct);
        }

        var random = new Random(7);
        var n = 0;
        await RecordAsync(database, [.. Enumerable.Range(0, 400).Select(_ => SmallProvince.State(
            $"H03.1-{++n:0000}", SmallProvince.Code("abcd"[random.Next(4)]), new[] { "pacnam", "x1", "x2", "x3", "x3" }[random.Next(5)], random.Next(3) == 0 ? Channel.Online : Channel.Counter,
            SmallProvince.At($"2022-{random.Next(3, 9):00}-{random.Next(1, 29):00} 08:00")))]);
        foreach (var (from, to) in new[] { (new DateOnly(2022, 1, 1), new DateOnly(2022, 12, 31)), (new DateOnly(2022, 3, 20), new DateOnly(2022, 7, 24)), (new DateOnly(2022, 5, 10), new DateOnly(2022, 5, 12)) })
        {
            var sheet = (await database.UseAsync((AdviceSheets s) => s.ForAsync("pacnam", from, to, Ct)))!;
            var figures = (await database.UseAsync((MeasureQueries q) => q.RowsAsync(new MeasureQuestion(from, to, OfferFigures.Moved, ["pacnam"]), Ct))).ToDictionary(m => m.Indicator, m => m.Counts);
            Assert.All(sheet.Lines.SelectMany(l => l.Item.Effects), e => Assert.Equal(figures[e.Indicator], e.Before));
            Assert.Contains(sheet.Lines, l => l.Item.Kind == AdviceKind.OfferFull);
        }

        var year = (await database.UseAsync((AdviceSheets s) => s.ForAsync("pacnam", new DateOnly(2022, 1, 1), new DateOnly(2022, 12, 31), Ct)))!;
        Assert.Contains(year.Lines, l => l.Item.Kind == AdviceKind.DeskPaper && l.Item.Change.Unit is "x1" or "x2");
    }

    [Theory, BothDatabases]
    public async Task For_NothingToSay_SaysWhich(DatabaseKind kind)
    {
        await using var database = await ExampleAsync(kind);
        Assert.Null(await database.UseAsync((AdviceSheets s) => s.ForAsync("mars", From, To, Ct)));
        Assert.Null(await database.UseAsync((AdviceSheets s) => s.ForAsync("province", From, To, Ct)));
        Assert.Equal(AdviceStanding.NoServices, (await SheetAsync(database, "babe")).Standing);
        Assert.Equal(AdviceStanding.NoDossiers, (await database.UseAsync((AdviceSheets s) => s.ForAsync("sgddt", new DateOnly(2022, 1, 1), new DateOnly(2022, 1, 31), Ct)))!.Standing);
        Assert.Empty((await SheetAsync(database, "babe")).Lines);
    }

    [Theory, BothDatabases]
    public async Task Province_ShowsEveryUnitWithItsBest(DatabaseKind kind)
    {
        await using var database = await ExampleAsync(kind);
        var all = await database.UseAsync((AdviceSheets s) => s.ProvinceAsync(From, To, Ct));
        Assert.Equal(["sgddt", "babe", "pacnam"], all.Select(u => u.Unit).Take(1).Concat(all.Skip(1).Select(u => u.Unit).Order()));
        Assert.Equal((await SheetAsync(database, "sgddt")).Lines[0].Key, all[0].Best!.Key);
        Assert.Equal(2, all[0].Missed);
        Assert.Null(all[1].Best);
    }

    /// <summary>One click: the task keeps the what-if and its figures; not twice; after it is done, what happened is counted by the same predicate.</summary>
    [Theory, BothDatabases]
    public async Task Take_KeepsThePromiseAndHoldsWhatHappenedAgainstIt(DatabaseKind kind)
    {
        await using var database = await ExampleAsync(kind);
        const string Key = "1|1.000003|";
        Assert.Equal("TSK-0001", (await TakeAsync(database, Key, A.Officer(Role.UnitLeader, "babe"))).Problem?.Code);
        Assert.Equal("TSK-0001", (await TakeAsync(database, Key, A.Officer(Role.ProvinceLeader, "ubnd"))).Problem?.Code);
        Assert.Equal("ADV-0006", (await TakeAsync(database, "1|1.000004|", Owner)).Problem?.Code);
        var line = (await SheetAsync(database, "sgddt")).Lines.Single(l => l.Key == Key);
        var id = (await TakeAsync(database, Key, A.Officer(Role.UnitLeader, "sgddt"))).Value;
        Assert.Equal("ADV-0007", (await TakeAsync(database, Key, Owner)).Problem?.Code);
        Assert.Equal(id, (await SheetAsync(database, "sgddt")).Lines.Single(l => l.Key == Key).Task!.Value.Id);

        var task = (await database.UseAsync((PlanTaskSheets s) => s.FindAsync(id, Ct)))!;
        Assert.Equal((line.Title, "sgddt", PlanTaskKind.Communication, new DateOnly(2022, 8, 1)), (task.Row.Title, task.Row.LeadUnit, task.Row.Kind, task.Row.DueOn));
        var waiting = (await database.UseAsync((AdviceOutcomes o) => o.OfTaskAsync(id, Ct)))!;
        Assert.Equal((new Ratio(0, 5), new Ratio(1, 5), OutcomeVerdict.NotDone), (waiting.Before, waiting.Expected, waiting.Verdict));
        Assert.Equal(line.Item.Effects.Select(e => (e.Indicator.Code, e.Before, e.After)).OrderBy(e => e.Code), waiting.Figures.Select(f => (f.Indicator.Code, f.Before, f.Expected)));
        Assert.All(waiting.Figures, f => Assert.Null(f.Actual));

        await FinishAsync(database, id);
        database.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(OutcomeVerdict.NothingYet, (await database.UseAsync((AdviceOutcomes o) => o.OfTaskAsync(id, Ct)))!.Verdict);
        var d = SmallProvince.Code('d');
        await RecordAsync(database,
            SmallProvince.State("n1", d, "sgddt", Channel.Online, SmallProvince.At("2022-07-26 08:00")), SmallProvince.State("n2", d, "sgddt", Channel.Counter, SmallProvince.At("2022-07-27 08:00")),
            SmallProvince.State("n3", SmallProvince.Code('a'), "sgddt", Channel.Counter, SmallProvince.At("2022-07-27 08:00")), SmallProvince.State("n4", d, "sgddt", Channel.Online, SmallProvince.At("2022-07-25 08:00")));
        var after = Assert.Single(await database.UseAsync((AdviceOutcomes o) => o.ListAsync("sgddt", Ct)));
        Assert.Equal((new DateOnly(2022, 7, 26), new Ratio(1, 2), OutcomeVerdict.AsExpected), (after.Since, after.Actual, after.Verdict));
        Assert.Equal(new Ratio(1, 3), after.Figures.Single(f => f.Indicator == Indicators.Ct3).Actual);
        Assert.Empty(await database.UseAsync((AdviceOutcomes o) => o.ListAsync("babe", Ct)));

        // Done: the same may be set again
        Assert.True((await TakeAsync(database, "3|1.000009|", Owner)).IsOk);
    }

    [Theory, BothDatabases]
    public async Task Effort_IsDataFromADayOn(DatabaseKind kind)
    {
        await using var database = await ExampleAsync(kind);
        Assert.Equal(AdviceEfforts.Unset, (await database.UseAsync((TaskEfforts e) => e.OnAsync(To, Ct)))[AdviceKind.FirstOnline]);
        foreach (var (days, from) in new[] { (2.5m, new DateOnly(2022, 7, 25)), (4m, new DateOnly(2022, 8, 1)) })
        {
            Assert.True((await database.UseAsync((SetTaskEffortHandler h) => h.HandleAsync(new SetTaskEffort(AdviceKind.FirstOnline, days, from, "Làm thử"), Owner, Ct))).IsOk);
        }

        Assert.Equal(2.5m, (await database.UseAsync((TaskEfforts e) => e.OnAsync(new DateOnly(2022, 7, 31), Ct)))[AdviceKind.FirstOnline]);
        Assert.Equal(4m, (await database.UseAsync((TaskEfforts e) => e.OnAsync(new DateOnly(2022, 8, 1), Ct)))[AdviceKind.FirstOnline]);
        Assert.Equal(2.5m, (await SheetAsync(database, "sgddt")).Lines.First(l => l.Item.Kind == AdviceKind.FirstOnline).Item.EffortDays);
    }

    /// <summary>Nothing is read dossier by dossier, and ten times the dossiers on the same days are the same rows.</summary>
    [Fact]
    public async Task For_TenTimesTheDossiers_ReadsTheSameRows()
    {
        Assert.SkipUnless(TestDatabase.HasPostgres, "PostgreSQL is not here: install it or set MOTCUA_TEST_PG");
        var recorder = new SqlRecorder();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres, s => s.ConfigureDbContext<MotCuaDb>(o => o.AddInterceptors(recorder)));
        await SmallProvince.FillAsync(database);
        await using (var db = database.NewContext())
        {
            SmallProvince.AddExampleServices(db, "sgddt");
            await db.SaveChangesAsync(Ct);
        }

        var read = new List<double>();
        for (var round = 0; round < 2; round++)
        {
            var (first, count) = round == 0 ? (0, 60) : (60, 540);
            await RecordAsync(database, [.. Enumerable.Range(first, count).Select(i =>
                SmallProvince.State($"d{i}", SmallProvince.Code("abcdefghij"[i % 10]), "sgddt", i % 3 == 0 ? Channel.Online : Channel.Counter, SmallProvince.At($"2022-0{4 + (i % 3)}-15 08:00")))]);
            recorder.Clear();
            await database.UseAsync((AdviceSheets s) => s.ForAsync("sgddt", new DateOnly(2022, 1, 1), new DateOnly(2022, 12, 31), Ct));
            Assert.NotEmpty(recorder.Texts);
            Assert.DoesNotContain(recorder.Texts, t => t.Contains("dossier_facts", StringComparison.Ordinal) || t.Contains("FROM dossiers", StringComparison.Ordinal));
            read.Add((await recorder.ExplainAsync(database.ConnectionString)).SelectMany(p => p.Steps).Where(s => s.Table.StartsWith("rollup_", StringComparison.Ordinal)).Sum(s => s.RowsRead));
        }

        Assert.True(read[0] > 0);
        Assert.Equal(read[0], read[1]);
    }

    private static async Task<TestDatabase> ExampleAsync(DatabaseKind kind)
    {
        var database = await SmallProvince.CreateAsync(kind);
        await using (var db = database.NewContext())
        {
            SmallProvince.AddExampleServices(db, "sgddt");
            await db.SaveChangesAsync(Ct);
        }

        var n = 0;
        await RecordAsync(database, [.. SmallProvince.ExampleDossiers().Select(d => SmallProvince.State($"H03.1-220704-{++n:0000}", d.Procedure, "sgddt", d.Channel, SmallProvince.At("2022-07-04 08:00")))]);
        return database;
    }

    /// <summary>Does what an advice says: paper dossiers become online ones, a service begins before the period.</summary>
    private static async Task DoAsync(TestDatabase database, AdviceItem item)
    {
        await using (var db = database.NewContext())
        {
            if (item.Change.Level is { } level)
            {
                await db.Services.Where(s => s.ProcedureCode == item.Change.Procedure).ExecuteUpdateAsync(s => s.SetProperty(x => x.Level, (ServiceLevel)level), Ct);
            }

            var paper = await db.Dossiers.Where(d => d.ProcedureCode == item.Change.Procedure && d.Channel != Channel.Online).OrderBy(d => d.Id).Select(d => d.Id).Take((int)item.Moved).ToListAsync(Ct);
            await db.Dossiers.Where(d => paper.Contains(d.Id)).ExecuteUpdateAsync(s => s.SetProperty(d => d.Channel, Channel.Online), Ct);
            db.DirtyDossiers.AddRange((await db.Dossiers.Where(d => d.ProcedureCode == item.Change.Procedure).Select(d => d.Id).ToListAsync(Ct)).Select(id => new DirtyDossierRow { Id = Guid.NewGuid(), DossierId = id }));
            await db.SaveChangesAsync(Ct);
        }

        await database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));
    }

    private static async Task FinishAsync(TestDatabase database, Guid id)
    {
        using var picture = new MemoryStream(Convert.FromBase64String(PlanTaskTests.Picture));
        Assert.True((await database.UseAsync((AnswerPlanTaskHandler h) => h.HandleAsync(new AnswerPlanTask(id, 1, "Xong", true, [new GivenFile(picture, "a.png")]), A.Officer(Role.UnitLeader, "sgddt"), Ct))).IsOk);
        Assert.True((await database.UseAsync((JudgePlanTaskHandler h) => h.HandleAsync(new JudgePlanTask(id, 2, PlanTaskAct.Confirmed, null), Owner, Ct))).IsOk);
    }

    private static Task<Result<Guid>> TakeAsync(TestDatabase database, string key, Actor actor) => database.UseAsync((TakeAdviceHandler h) => h.HandleAsync(new TakeAdvice("sgddt", From, To, key), actor, Ct));

    private static async Task<AdviceSheet> SheetAsync(TestDatabase database, string unit) => (await database.UseAsync((AdviceSheets s) => s.ForAsync(unit, From, To, Ct)))!;

    private static async Task<Dictionary<string, Ratio>> RowsAsync(TestDatabase database, string unit) =>
        (await database.UseAsync((MeasureQueries q) => q.RowsAsync(new MeasureQuestion(From, To, OfferFigures.Moved, [unit]), Ct))).ToDictionary(m => m.Indicator.Code, m => m.Counts);

    private static async Task RecordAsync(TestDatabase database, params ImportedState[] states)
    {
        await SmallProvince.RecordAsync(database, states);
        await database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));
    }
}
