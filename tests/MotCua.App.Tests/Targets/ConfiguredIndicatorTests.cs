using Microsoft.EntityFrameworkCore;
using MotCua.App.Targets;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;
using MotCua.TestKit;

namespace MotCua.App.Tests.Targets;

/// <summary>Indicators defined without code: figures, lists, versions, rebuild; the seven of Gia Lai 2026 as examples.</summary>
public sealed class ConfiguredIndicatorTests
{
    private static readonly DateOnly From = new(2022, 5, 10);
    private static readonly DateOnly To = new(2022, 7, 20);
    private static readonly Actor Drafter = Actor.System("a");
    private static readonly Actor Publisher = Actor.System("b");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>QĐ of Gia Lai 2026: seven indicators derived from QĐ 766, none of which is in the code.</summary>
    public static readonly IReadOnlyList<(string Code, IndicatorFormula Formula)> GiaLai =
    [
        ("gl.1", Dossiers("channels=2;levels=3,4", "")),
        ("gl.2", Dossiers("fee=1;paid=1", "fee=1")),
        ("gl.3", Dossiers("digitised=1", "")),
        ("gl.4", Dossiers("reused=1", "")),
        ("gl.5", Dossiers("ended=1;eresult=1", "ended=1")),
        ("gl.6", new IndicatorFormula(IndicatorSubject.Procedures, FactConditions.Parse("channels=2"), FactConditions.All, [3, 4])),
        ("gl.7", new IndicatorFormula(IndicatorSubject.Procedures, FactConditions.Parse("fee=1;paid=1"), FactConditions.Parse("fee=1"), [])),
    ];

    [Theory, BothDatabases]
    public async Task Figures_OfTheSevenOfGiaLai_AreThoseOfTheFactsBeforeAndAfterARebuildAndAsLongAsTheirLists(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        await using (var db = database.NewContext())
        {
            SmallProvince.AddExampleServices(db, "sgddt");
            SmallProvince.AddExampleServices(db, "x1");
            await db.SaveChangesAsync(Ct);
        }

        // Half of the dossiers before the definitions, half after: what is counted anew and what is added must agree
        await RecordAsync(database, 0, 150);
        foreach (var (code, formula) in GiaLai) await PublishAsync(database, code, formula, From);
        await RecordAsync(database, 150, 300);

        var defined = await database.UseAsync((IndicatorCatalogue c) => c.ConfiguredAsync(To, Ct));
        Assert.Equal(GiaLai.Select(g => g.Code), defined.Select(d => d.Code));
        var rows = await database.UseAsync((MeasureQueries q) => q.RowsAsync(new MeasureQuestion(From, To, defined), Ct));
        await using (var db = database.NewContext())
        {
            var facts = await db.DossierFacts.AsNoTracking().Where(f => f.Day >= From && f.Day <= To).ToListAsync(Ct);
            foreach (var row in rows.Where(r => r.Unit != MeasureQueries.Province))
            {
                string[] units = row.Unit == "pacnam" ? ["pacnam", "x1", "x2"] : [row.Unit];
                Assert.Equal(Expected(row.Indicator.Code, [.. facts.Where(f => units.Contains(f.UnitKey))], row.Unit is "sgddt" or "pacnam"), row.Counts);
            }
        }

        Assert.All(rows.Where(r => r.Unit == "sgddt"), r => Assert.True(r.Counts.Numerator > 0 && r.Counts.Denominator > 0, r.Indicator.Code));
        foreach (var row in rows)
        {
            foreach (var part in Enum.GetValues<MeasurePart>())
            {
                var list = await database.UseAsync((MeasureQueries q) => q.ListAsync(new MeasureQuestion(From, To, [row.Indicator], [row.Unit]), part, Ct));
                Assert.Equal(part == MeasurePart.Numerator ? row.Counts.Numerator : row.Counts.Denominator, list.Count);
            }
        }

        Assert.Empty(await database.UseAsync((MeasureProof p) => p.FindAsync(Ct)));
        await database.UseAsync((RebuildMeasures r) => r.HandleAsync(Ct));
        var again = await database.UseAsync((MeasureQueries q) => q.RowsAsync(new MeasureQuestion(From, To, defined), Ct));
        Assert.Equal(rows.Select(r => (r.Indicator.Code, r.Unit, r.Counts)), again.Select(r => (r.Indicator.Code, r.Unit, r.Counts)));
        await using (var db = database.NewContext())
        {
            await db.CriterionDays.Where(c => c.UnitKey == "x1").ExecuteUpdateAsync(u => u.SetProperty(c => c.Count, c => c.Count + 1), Ct);
            await db.CriterionOffers.Where(c => c.UnitKey == "sgddt").ExecuteUpdateAsync(u => u.SetProperty(c => c.Days1, c => c.Days1 | 1), Ct);
        }

        Assert.Equal(["sgddt", "x1"], await database.UseAsync((MeasureProof p) => p.FindAsync(Ct)));
    }

    /// <summary>What ended or got its result after the last day had not then; the list says the same.</summary>
    [Theory, BothDatabases]
    public async Task Figures_AsAtThePeriodsEnd_LeaveOutWhatCameLater(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        await PublishAsync(database, "kq", Dossiers("ended=1;eresult=1", "ended=1"), From);
        await PublishAsync(database, "dunghan", Dossiers("late=0", "ended=1"), From);
        var at = SmallProvince.At("2022-05-16 08:00");
        await RecordStatesAsync(database,
            Ended("1", at, at.AddDays(2), at.AddDays(5), electronic: true),
            Ended("2", at, at.AddDays(9), at.AddDays(5), electronic: true),
            Ended("3", at, at.AddDays(40), at.AddDays(60), electronic: true),
            Ended("4", at, at.AddDays(3), null, electronic: false));

        Assert.Equal(new Ratio(2, 3), await FigureAsync("kq", new DateOnly(2022, 5, 31)));
        Assert.Equal(new Ratio(2, 3), await FigureAsync("dunghan", new DateOnly(2022, 5, 31)));
        Assert.Equal(new Ratio(1, 2), await FigureAsync("kq", new DateOnly(2022, 5, 24)));
        Assert.Equal(new Ratio(3, 4), await FigureAsync("kq", To));
        Assert.Equal(new Ratio(3, 4), await FigureAsync("dunghan", To));

        async Task<Ratio> FigureAsync(string code, DateOnly to)
        {
            var indicator = await database.UseAsync((IndicatorCatalogue c) => c.FindAsync(code, to, Ct));
            var question = new MeasureQuestion(From, to, [indicator!], ["sgddt"]);
            var figure = (await database.UseAsync((MeasureQueries q) => q.RowsAsync(question, Ct)))[0].Counts;
            Assert.Equal(figure.Numerator, (await database.UseAsync((MeasureQueries q) => q.ListAsync(question, MeasurePart.Numerator, Ct))).Count);
            Assert.Equal(figure.Denominator, (await database.UseAsync((MeasureQueries q) => q.ListAsync(question, MeasurePart.Denominator, Ct))).Count);
            return figure;
        }
    }

    [Theory, BothDatabases]
    public async Task Publish_ANewVersion_LeavesEarlierPeriodsTheirs(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        var first = await PublishAsync(database, "tt", Dossiers("fee=1;paid=1", "fee=1"), new DateOnly(2022, 1, 1));
        Assert.Equal("IND-0015", (await database.UseAsync((SaveIndicatorDraftHandler h) => h.HandleAsync(new SaveIndicatorDraft(first, 2, Draft("tt", Dossiers("fee=1", ""), From)), Drafter, Ct))).Problem?.Code);
        await PublishAsync(database, "tt", Dossiers("paid=1", ""), new DateOnly(2022, 7, 1));

        var (may, july) = (await FindAsync(new DateOnly(2022, 6, 30)), await FindAsync(new DateOnly(2022, 7, 1)));
        Assert.Equal(("1", "2"), (may!.Version, july!.Version));
        Assert.Null(await FindAsync(new DateOnly(2021, 12, 31)));
        Assert.True((await database.UseAsync((EndIndicatorHandler h) => h.HandleAsync(new EndIndicator("tt", new DateOnly(2023, 1, 1)), Publisher, Ct))).IsOk);
        Assert.Null(await FindAsync(new DateOnly(2023, 1, 1)));
        Assert.NotNull(await FindAsync(new DateOnly(2022, 12, 31)));
        await using var db = database.NewContext();
        Assert.Equal(["IndicatorDrafted", "IndicatorDrafted", "IndicatorEnded", "IndicatorPublished", "IndicatorPublished"], await db.Audits.OrderBy(a => a.Action).Select(a => a.Action).ToListAsync(Ct));

        Task<IndicatorDefinition?> FindAsync(DateOnly on) => database.UseAsync((IndicatorCatalogue c) => c.FindAsync("tt", on, Ct));
    }

    [Theory, BothDatabases]
    public async Task Publish_OwnDraftOrOneThatChanged_IsRefused(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        var id = (await SaveAsync(null, 0)).Value;
        Assert.Equal("IND-0021", (await SaveAsync(null, 0)).Problem?.Code);
        Assert.Equal("IND-0016", (await PublishAsync(1, Drafter)).Problem?.Code);
        Assert.True((await SaveAsync(id, 1)).IsOk);
        Assert.Equal("IND-0018", (await SaveAsync(id, 1)).Problem?.Code);
        Assert.Equal("IND-0018", (await PublishAsync(1, Publisher)).Problem?.Code);
        Assert.True((await PublishAsync(2, Publisher)).IsOk);
        Assert.Equal("IND-0018", (await PublishAsync(2, Publisher)).Problem?.Code);
        Assert.Equal("IND-0015", (await PublishAsync(3, Publisher)).Problem?.Code);

        Task<Result<Guid>> SaveAsync(Guid? draft, int revision) =>
            database.UseAsync((SaveIndicatorDraftHandler h) => h.HandleAsync(new SaveIndicatorDraft(draft, revision, Draft("tt", Dossiers("fee=1", ""), From)), Drafter, Ct));
        Task<Result<Done>> PublishAsync(int revision, Actor actor) => database.UseAsync((PublishIndicatorHandler h) => h.HandleAsync(new PublishIndicator(id, revision), actor, Ct));
    }

    [Theory, BothDatabases]
    public async Task Preview_OfADraft_SaysWhatIsAlwaysZeroOrNeverApplicable(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        await using (var db = database.NewContext())
        {
            SmallProvince.AddExampleServices(db, "sgddt");
            await db.SaveChangesAsync(Ct);
        }

        await RecordAsync(database, 0, 40);
        var zero = await PreviewAsync(Dossiers("channels=4", ""));
        Assert.True(zero.IsAlwaysZero);
        Assert.False(zero.IsNeverApplicable);
        Assert.True((await PreviewAsync(Dossiers("channels=4;fee=1", "channels=4"))).IsNeverApplicable);
        var services = await PreviewAsync(GiaLai[5].Formula);
        Assert.Equal(8, services.Rows.Single(r => r.Unit == "sgddt").Counts.Denominator);
        Assert.False(services.IsAlwaysZero || services.IsNeverApplicable);

        Task<IndicatorPreview> PreviewAsync(IndicatorFormula formula) => database.UseAsync((IndicatorSheets s) => s.PreviewAsync(formula, Ct));
    }

    private static Ratio Expected(string code, List<DossierFactRow> facts, bool offers)
    {
        var paid = facts.Where(f => f is { HasFee: true, IsPaidOnline: true }).ToList();
        return code switch
        {
            "gl.1" => new Ratio(facts.Count(f => f is { Channel: Channel.Online, Level: >= 3 }), facts.Count),
            "gl.2" => new Ratio(paid.Count, facts.Count(f => f.HasFee)),
            "gl.3" => new Ratio(facts.Count(f => f.IsDigitised), facts.Count),
            "gl.4" => new Ratio(facts.Count(f => f.IsReused), facts.Count),
            "gl.5" => new Ratio(facts.Count(f => f.EndedAt is not null && f.HasElectronicResult), facts.Count(f => f.EndedAt is not null)),
            "gl.6" => offers ? new Ratio(facts.Where(f => f is { Channel: Channel.Online, Level: >= 3 }).Select(f => f.ProcedureCode).Distinct().Count(), 8) : default,
            _ => new Ratio(paid.Select(f => f.ProcedureCode).Distinct().Count(), facts.Where(f => f.HasFee).Select(f => f.ProcedureCode).Distinct().Count()),
        };
    }

    private static IndicatorFormula Dossiers(string above, string below) => new(IndicatorSubject.Dossiers, FactConditions.Parse(above), FactConditions.Parse(below), []);

    private static IndicatorDraft Draft(string code, IndicatorFormula formula, DateOnly from) => new(code, "Chỉ tiêu " + code, "Chỉ tiêu " + code, "Căn cứ", "", formula, from);

    internal static async Task<Guid> PublishAsync(TestDatabase database, string code, IndicatorFormula formula, DateOnly from)
    {
        var id = await database.UseAsync((SaveIndicatorDraftHandler h) => h.HandleAsync(new SaveIndicatorDraft(null, 0, Draft(code, formula, from)), Drafter, Ct));
        Assert.True(id.IsOk, id.Problem?.Title);
        var published = await database.UseAsync((PublishIndicatorHandler h) => h.HandleAsync(new PublishIndicator(id.Value, 1), Publisher, Ct));
        Assert.True(published.IsOk, published.Problem?.Title);
        return id.Value;
    }

    private static ImportedState Ended(string code, DateTimeOffset at, DateTimeOffset end, DateTimeOffset? due, bool electronic) =>
        SmallProvince.State(code, SmallProvince.Code('a'), "sgddt", Channel.Online, at, DossierState.Finished) with { FinishedAt = end, DueAt = due, HasElectronicResult = electronic };

    private static Task RecordAsync(TestDatabase database, int first, int end)
    {
        var states = Enumerable.Range(first, end - first).Select(n =>
        {
            var at = SmallProvince.At("2022-05-04 08:00").AddHours(n * 6);
            var ended = n % 3 != 0;
            var bare = SmallProvince.State($"n{n}", SmallProvince.Code((char)('a' + (n % 7))), n % 2 == 0 ? "sgddt" : "x1", (Channel)(1 + (n % 3)), at, ended ? DossierState.Finished : DossierState.Processing);
            return bare with { FinishedAt = ended ? at.AddHours(5) : null, HasElectronicResult = ended && n % 5 == 1, FeeVnd = n % 4 == 1 ? 0 : 8_000, PaidOnline = n % 7 == 2, ComponentsDigitised = n % 5 == 0, Reused = n % 11 == 0 };
        });
        return RecordStatesAsync(database, [.. states]);
    }

    private static async Task RecordStatesAsync(TestDatabase database, params ImportedState[] states)
    {
        await SmallProvince.RecordAsync(database, states);
        await database.UseAsync((ProjectMeasures p) => p.DrainAsync(Ct));
    }
}
