using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Targets;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;
using MotCua.TestKit;

namespace MotCua.App.Tests.Targets;

/// <summary>Closed periods are frozen, signed, opened again by a second person; late corrections leave a trail (law rule 43).</summary>
public sealed class ClosedPeriodTests
{
    private const string June = "2022-06";
    private static readonly DateOnly From = new(2022, 6, 1);
    private static readonly DateOnly To = new(2022, 6, 30);
    private static readonly Actor Hoa = Actor.System("hoa");
    private static readonly Actor Lan = Actor.System("lan");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Close_AndACorrectionAfterIt_ShowsTheFrozenFigureAndHowFarTheLiveOneIs(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);
        Assert.Equal(1, (await CloseAsync(database, Hoa)).Value);
        Assert.Empty(await ProofAsync(database));

        var board = await BoardAsync(database);
        Assert.Equal((1, "hoa"), (board.Closing!.Revision, board.Closing.ClosedBy));
        Assert.Equal((new Ratio(2, 3), new Ratio(2, 3)), Ct3(board));
        Assert.Empty(await DifferencesAsync(database));

        // The online dossier 1 was a counter's, as the older system says later; and one of June comes only now
        await RestateAsync(database, "1", s => s with { Filing = s.Filing with { Channel = Channel.Counter } });
        await RecordAsync(database, State("9", 'a', "2022-06-20 09:00", Channel.Counter));

        board = await BoardAsync(database);
        Assert.Equal((new Ratio(2, 3), new Ratio(1, 4)), Ct3(board));
        var differences = await DifferencesAsync(database);
        Assert.Contains(differences, d => d is { Unit: "sgddt", Frozen: { Indicator: "ct3", Counts: { Numerator: 2, Denominator: 3 } }, Live.Counts: { Numerator: 1, Denominator: 4 } });
        Assert.DoesNotContain(differences, d => d.Unit == "pacnam");
        Assert.Null((await database.UseAsync((TargetBoards b) => b.ForAsync(new MeasureQuestion(From, To, [Indicators.Ct3], IsOwnOnly: true), Ct))).Closing);

        var trail = await TrailAsync(database);
        Assert.Equal([("9", "DossierImporting"), ("1", "DossierImporting")], trail.Select(t => (t.Row.Code, t.Row.Act)).OrderByDescending(t => t.Code));
        Assert.Equal(["trực tuyến 1 → 0"], trail.Single(t => t.Row.Code == "1").Changes);
    }

    [Theory, BothDatabases]
    public async Task Reopen_BySomebodyElse_KeepsTheOldFiguresAndANewClosingIsTheNextRevision(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);
        await CloseAsync(database, Hoa);
        Assert.Equal("CLO-0003", (await CloseAsync(database, Lan)).Problem?.Code);
        Assert.Equal("CLO-0007", (await ReopenAsync(database, Hoa)).Problem?.Code);
        Assert.True((await ReopenAsync(database, Lan)).IsOk);
        Assert.Equal("CLO-0005", (await ReopenAsync(database, Lan)).Problem?.Code);
        Assert.Null((await BoardAsync(database)).Closing);

        await RestateAsync(database, "1", s => s with { Filing = s.Filing with { Channel = Channel.Post } });
        Assert.Equal(2, (await CloseAsync(database, Lan)).Value);
        var closings = await database.UseAsync((ClosedPeriods c) => c.OfAsync(June, Ct));
        Assert.Equal([(2, true), (1, false)], closings.Select(c => (c.Revision, c.IsInForce)));
        Assert.Equal("Thiếu hồ sơ của xã", closings[1].ReopenReason);
        Assert.All(closings, c => Assert.True(c.IsSignedHere));
        var (first, second) = (await FiguresAsync(closings[1].Id), await FiguresAsync(closings[0].Id));
        Assert.Equal((new Ratio(2, 3), new Ratio(1, 3)), (first[("ct3", "sgddt")].Counts, second[("ct3", "sgddt")].Counts));
        Assert.Empty(await ProofAsync(database));
        await using var db = database.NewContext();
        Assert.Equal(["PeriodClosed", "PeriodClosed", "PeriodReopened"], await db.Audits.OrderBy(a => a.Action).Select(a => a.Action).ToListAsync(Ct));

        Task<IReadOnlyDictionary<(string Indicator, string Unit), FrozenFigure>> FiguresAsync(Guid id) => database.UseAsync((ClosedPeriods c) => c.FiguresAsync(id, Ct));
    }

    [Theory, BothDatabases]
    public async Task Close_TwoPeopleAtOnce_OneWins(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);
        var results = await Task.WhenAll(new[] { Hoa, Lan }.Select(who => Task.Run(() => CloseAsync(database, who), Ct)));
        Assert.Single(results, r => r.IsOk);
        Assert.Equal("CLO-0003", results.Single(r => !r.IsOk).Problem?.Code);
        await using var db = database.NewContext();
        Assert.Equal(1, await db.PeriodClosings.CountAsync(Ct));
    }

    [Theory, BothDatabases]
    public async Task Close_EmptyUnfinishedOrUnknown_IsRefusedWithReason(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);
        Assert.Equal("CLO-0004", (await CloseAsync(database, Hoa, "2022-02")).Problem?.Code);
        Assert.Equal("CLO-0002", (await CloseAsync(database, Hoa, "2022-07")).Problem?.Code);
        Assert.Equal("CLO-0001", (await CloseAsync(database, Hoa, "2022-06-01_2022-06-30")).Problem?.Code);
        Assert.Equal("CLO-0008", (await database.UseAsync((ClosePeriodHandler h) => h.HandleAsync(new ClosePeriod(June, false), Hoa, Ct))).Problem?.Code);
        Assert.True((await CloseAsync(database, Hoa, "bc-2022-07")).IsOk);
    }

    /// <summary>Whoever changes a frozen figure, a reason, or takes a closing away is found.</summary>
    [Theory, BothDatabases]
    public async Task Proof_AfterTampering_NamesThePeriod(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);
        await CloseAsync(database, Hoa);
        await using var db = database.NewContext();
        await db.FrozenFigures.Where(f => f.Indicator == "ct3" && f.UnitKey == "sgddt").ExecuteUpdateAsync(u => u.SetProperty(f => f.Numerator, 3), Ct);
        Assert.Equal(["2022-06 lần 1"], (await ProofAsync(database)).Select(p => p.Period));
        await db.FrozenFigures.Where(f => f.Indicator == "ct3" && f.UnitKey == "sgddt").ExecuteUpdateAsync(u => u.SetProperty(f => f.Numerator, 2), Ct);
        Assert.Empty(await ProofAsync(database));
        await ReopenAsync(database, Lan);
        Assert.Empty(await ProofAsync(database));
        await db.PeriodClosings.ExecuteUpdateAsync(u => u.SetProperty(c => c.ReopenReason, "Lý do khác"), Ct);
        Assert.Contains("mở lại", (await ProofAsync(database)).Single().Fault, StringComparison.Ordinal);
        await db.PeriodClosings.ExecuteDeleteAsync(Ct);
        Assert.Contains("không còn trong cơ sở dữ liệu", (await ProofAsync(database)).Single().Fault, StringComparison.Ordinal);
    }

    /// <summary>Ordinary work on a dossier after its month is no correction; a moved unit, a restated level and a deleted acceptance are.</summary>
    [Theory, BothDatabases]
    public async Task Trail_OrdinaryWorkLeavesNone_CorrectionsDo(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);
        await RestateAsync(database, "2", s => s with { State = DossierState.Finished, FinishedAt = SmallProvince.At("2022-07-10 09:00"), HasElectronicResult = true });
        Assert.Empty(await TrailAsync(database));
        await RecordAsync(database, State("8", 'a', "2022-06-21 09:00", Channel.Counter));
        Assert.Empty(await TrailAsync(database));

        await RestateAsync(database, "2", s => s with { Filing = s.Filing with { HandlingUnit = "x1", ReceivingUnit = "x1" }, AcceptedAt = SmallProvince.At("2022-05-30 09:00") });
        await RestateAsync(database, "3", s => s with { State = DossierState.NotAccepted, AcceptedAt = null });
        await using (var db = database.NewContext())
        {
            await db.Services.Where(s => s.ProcedureCode == SmallProvince.Code('a')).ExecuteUpdateAsync(u => u.SetProperty(s => s.Level, App.Catalogue.ServiceLevel.Information), Ct);
            var one = await db.Dossiers.Where(d => d.SubmissionCode == "1").Select(d => d.Id).SingleAsync(Ct);
            db.DirtyDossiers.Add(new DirtyDossierRow { Id = Ids.NewGuid(database.Clock.GetUtcNow()), DossierId = one });
            await db.SaveChangesAsync(Ct);
        }

        await database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));
        var trail = (await TrailAsync(database)).ToDictionary(t => t.Row.Code);
        Assert.Equal(["1", "2", "3"], trail.Keys.Order());
        Assert.Equal(("ServicesRestated", "của dịch vụ công trực tuyến 1 → 0"), (trail["1"].Row.Act, trail["1"].Changes.Single()));
        Assert.Equal(("sgddt → x1", new DateOnly(2022, 5, 30)), (trail["2"].Units, trail["2"].Row.OtherDay));
        Assert.Equal((FactCounts.None, "DossierImporting"), (trail["3"].Row.After, trail["3"].Row.Act));

        // Paged by key: each once
        var page = await database.UseAsync((ClosedPeriods c) => c.TrailAsync(From, To, null, 2, Ct));
        var rest = await database.UseAsync((ClosedPeriods c) => c.TrailAsync(From, To, page[^1].Row.Id, 2, Ct));
        Assert.Equal(["1", "2", "3"], page.Concat(rest).Select(t => t.Row.Code).Order());
    }

    private static async Task<TestDatabase> FilledAsync(DatabaseKind kind)
    {
        var database = await SmallProvince.CreateAsync(kind);
        await using (var db = database.NewContext())
        {
            SmallProvince.AddExampleServices(db, "sgddt");
            await db.SaveChangesAsync(Ct);
        }

        await RecordAsync(database, State("1", 'a', "2022-06-06 08:00", Channel.Online), State("2", 'b', "2022-06-07 08:00", Channel.Online), State("3", 'a', "2022-06-30 16:00", Channel.Counter), State("4", 'a', "2022-07-01 08:00", Channel.Online));
        return database;
    }

    private static ImportedState State(string code, char procedure, string at, Channel channel) => SmallProvince.State(code, SmallProvince.Code(procedure), "sgddt", channel, SmallProvince.At(at));

    private static async Task RecordAsync(TestDatabase database, params ImportedState[] states)
    {
        await SmallProvince.RecordAsync(database, states);
        await database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));
    }

    private static async Task RestateAsync(TestDatabase database, string code, Func<ImportedState, ImportedState> change)
    {
        database.Clock.Advance(TimeSpan.FromSeconds(2));
        await using (var db = database.NewContext())
        {
            var journal = new Journal(db, [], database.Clock);
            var act = journal.Begin("DossierImporting", Actor.System("test"));
            var dossier = await db.Dossiers.SingleAsync(d => d.SubmissionCode == code, Ct);
            var state = SmallProvince.State(code, dossier.ProcedureCode, dossier.HandlingUnit, dossier.Channel, dossier.AcceptedAt!.Value, dossier.State);
            await journal.RecordAsync(act, dossier, Ct, new ImportRestated(change(state)));
            await db.SaveChangesAsync(Ct);
        }

        await database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));
    }

    private static Task<Result<int>> CloseAsync(TestDatabase database, Actor actor, string key = June) => database.UseAsync((ClosePeriodHandler h) => h.HandleAsync(new ClosePeriod(key, true), actor, Ct));

    private static Task<Result<Done>> ReopenAsync(TestDatabase database, Actor actor) => database.UseAsync((ReopenPeriodHandler h) => h.HandleAsync(new ReopenPeriod(June, " Thiếu hồ sơ của xã "), actor, Ct));

    private static Task<IReadOnlyList<(string Period, string Fault)>> ProofAsync(TestDatabase database) => database.UseAsync((ClosingProof p) => p.FindAsync(Ct));

    private static Task<TargetBoard> BoardAsync(TestDatabase database)
    {
        database.Clock.Advance(TimeSpan.FromSeconds(2));
        return database.UseAsync((TargetBoards b) => b.ForAsync(new MeasureQuestion(From, To, [Indicators.Ct3]), Ct));
    }

    private static (Ratio Shown, Ratio Live) Ct3(TargetBoard board)
    {
        var figure = board.Groups.SelectMany(g => g.Rows).Single(r => r.Unit == "sgddt").Figures[0];
        return (figure.Counts, figure.Live!.Counts);
    }

    private static Task<IReadOnlyList<FigureDifference>> DifferencesAsync(TestDatabase database) =>
        database.UseAsync(async (ClosedPeriods c) => await c.DifferencesAsync((await c.InForceAsync(From, To, Ct))!, Ct));

    private static Task<IReadOnlyList<RestatementLine>> TrailAsync(TestDatabase database) => database.UseAsync((ClosedPeriods c) => c.TrailAsync(From, To, null, 50, Ct));
}
