using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Targets;
using MotCua.App.Tests.Cli;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;
using MotCua.TestKit;

namespace MotCua.App.Tests.Targets;

/// <summary>Counts of QĐ 766 that others supply, and published results (contracts, import figures; law rules 39, 47, 56).</summary>
public sealed class ImportFiguresTests
{
    private static readonly DateOnly From = new(2022, 6, 1);
    private static readonly DateOnly To = new(2022, 6, 30);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Verb_SameFileTwice_ChangesNothingAndRestatesWithATrail(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        var file = Write(database, "unit,from,to,column,value,source\nsgddt,2022-06-01,2022-06-30,feedback,0,Báo cáo 12\nprovince,2022-06-01,2022-06-30,communes_certifying,2,Sở Tư pháp\n");
        Assert.Equal((0, """{"read":2,"inserted":2,"restated":0,"unchanged":0,"rejected":0}""" + "\n", ""), await CommandLine.RunAsync(database, "import", "figures", file, "--dry-run"));
        await using var db = database.NewContext();
        Assert.Empty(await db.IndexFigures.ToListAsync(Ct));
        Assert.Equal("""{"read":2,"inserted":2,"restated":0,"unchanged":0,"rejected":0}""" + "\n", (await CommandLine.RunAsync(database, "import", "figures", file)).Out);
        Assert.Equal("""{"read":2,"inserted":0,"restated":0,"unchanged":2,"rejected":0}""" + "\n", (await CommandLine.RunAsync(database, "import", "figures", file)).Out);
        Write(database, "unit,from,to,column,value,source\nsgddt,2022-06-01,2022-06-30,feedback,3,Báo cáo 12\n");
        Assert.Equal("""{"read":1,"inserted":0,"restated":1,"unchanged":0,"rejected":0}""" + "\n", (await CommandLine.RunAsync(database, "import", "figures", file)).Out);
        var trail = await db.Audits.Where(a => a.Action == "IndexFigureSet" && a.Subject == "sgddt").OrderBy(a => a.Id).Select(a => a.Detail).ToListAsync(Ct);
        Assert.Contains("\"value\":3,\"before\":0", trail[^1], StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Verb_BadRows_AreRejectedByLineAndColumn(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        var file = Write(database, """
            unit,from,to,column,value,source
            nowhere,2022-06-01,2022-06-30,feedback,3,x
            sgddt,2022-06-30,2022-06-01,feedback,3,x
            sgddt,2999-06-01,2999-06-30,feedback,3,x
            sgddt,2022-06-01,2022-06-30,on_time,3,x
            sgddt,2022-06-01,2022-06-30,nothing,3,x
            sgddt,2022-06-01,2022-06-30,feedback,-1,x
            sgddt,2022-06-01,2022-06-30,feedback,1.5,x
            sgddt,2022-06-01,2022-06-30,feedback,3,
            sgddt,2022-06-01,2022-06-30,feedback,3,x
            sgddt,2022-06-01,2022-06-30,feedback,4,x
            sgddt,2022-06-01,2022-06-30,feedback_on_time,5,x
            sgddt,2022-06-01,2022-06-30,feedback_satisfied,2,x
            x1,2022-06-01,2022-06-30,feedback,3,x

            """);
        var (exit, output, _) = await CommandLine.RunAsync(database, "import", "figures", file);
        Assert.Equal((1, """{"read":13,"inserted":2,"restated":0,"unchanged":0,"rejected":11}""" + "\n"), (exit, output));
        var rejected = (await File.ReadAllLinesAsync(ImportFileOf(file), Ct))[1..].Select(l => string.Join(',', l.Split(',')[..2]));
        Assert.Equal(["2,unit", "3,to", "4,to", "5,column", "6,column", "7,value", "8,value", "9,source", "11,value", "12,value", "14,unit"], rejected);
    }

    /// <summary>A missing count is unknown: no part, no group; zero phản ánh gives all points (law rule 39); the province is the sum only when every unit gave one.</summary>
    [Theory, BothDatabases]
    public async Task Counts_Supplied_CompleteTheirPartsOnly(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        Assert.Equal(["feedback_on_time", "feedback"], (await RowAsync("sgddt")).Sheet.Part("5.2")!.Missing);
        await EnterAsync("sgddt", ("feedback", 0), ("feedback_on_time", 0), ("feedback_satisfied", 0));
        await EnterAsync("pacnam", ("feedback", 10), ("feedback_on_time", 9), ("feedback_satisfied", 5));
        Assert.Equal((6m, 12m), ((await RowAsync("sgddt")).Sheet.Part("5.2")!.Points, (await RowAsync("sgddt")).Sheet.PointsOf("q766.5")));
        Assert.Equal((5.4m, 3m), ((await RowAsync("pacnam")).Sheet.Part("5.2")!.Points, (await RowAsync("pacnam")).Sheet.Part("5.3")!.Points));
        Assert.Null((await RowAsync(MeasureQueries.Province)).Sheet.Part("5.2")!.Points);
        await EnterAsync("babe", ("feedback", 2), ("feedback_on_time", 2), ("feedback_satisfied", 2));
        Assert.Equal((11m, 12m), ((await RowAsync(MeasureQueries.Province)).Sheet.Part("5.2")!.Above, (await RowAsync(MeasureQueries.Province)).Sheet.Part("5.2")!.Below));

        // A unit without communes has the province's share of communes that certify (QĐ 766, 4.6; law §7.6, BQL KCN: +2)
        await EnterAsync(MeasureQueries.Province, ("communes_certifying", 3));
        Assert.Equal(2m, (await RowAsync("sgddt")).Sheet.Part("4.6")!.Points);
        Assert.Equal(2m, (await RowAsync("pacnam")).Values["communes"]);
        Assert.Null((await RowAsync("pacnam")).Sheet.Part("4.6")!.Points);

        async Task<IndexRow> RowAsync(string unit) => (await database.UseAsync((IndexCounts c) => c.OfAsync(new MeasureQuestion(From, To, [], [unit]), Ct)))[unit];

        async Task EnterAsync(string unit, params (string Column, decimal Value)[] values)
        {
            var entered = await database.UseAsync((EnterFiguresHandler h) => h.HandleAsync(new EnterFigures(unit, From, To, values.ToDictionary(v => v.Column, v => v.Value), "Báo cáo"), A.Officer(Role.PlanOwner, "vpubnd"), Ct));
            Assert.Equal(values.Length, entered.Value);
        }
    }

    [Theory, BothDatabases]
    public async Task Enter_NotThePlanOwnerOrContradiction_IsRefused(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        Assert.Equal(IndexProblems.NotPlanOwner, (await EnterAsync(A.Officer(Role.UnitLeader, "sgddt"), ("feedback", 1))).Problem);
        var refused = (await EnterAsync(A.Officer(Role.PlanOwner, "vpubnd"), ("feedback", 1), ("feedback_on_time", 2))).Problem!;
        Assert.Equal(("TGT-0664", true), (refused.Code, refused.Field is "feedback" or "feedback_on_time"));
        await using var db = database.NewContext();
        Assert.Empty(await db.IndexFigures.ToListAsync(Ct));

        Task<Result<int>> EnterAsync(Actor actor, params (string Column, decimal Value)[] values) =>
            database.UseAsync((EnterFiguresHandler h) => h.HandleAsync(new EnterFigures("sgddt", From, To, values.ToDictionary(v => v.Column, v => v.Value), "Báo cáo"), actor, Ct));
    }

    /// <summary>Law rule 47: July 2024 has 82.88 though its groups sum to 82.1; both stand, and importing again changes nothing.</summary>
    [Theory, BothDatabases]
    public async Task Published_ResultsOfBacKan_StandAsPrinted(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        var file = Path.Combine(database.Home, "published-figures.csv");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "data", "published-figures.csv"), file);
        var (exit, output, error) = await CommandLine.RunAsync(database, "import", "figures", file);
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("\"rejected\":0", output, StringComparison.Ordinal);
        Assert.Contains("\"inserted\":0,\"restated\":0", (await CommandLine.RunAsync(database, "import", "figures", file)).Out, StringComparison.Ordinal);

        var published = await database.UseAsync((IndexSheets s) => s.PublishedAsync(Ct));
        Assert.Equal([new DateOnly(2024, 7, 1), new DateOnly(2023, 8, 1)], published.Select(p => p.From));
        Assert.Equal((82.88m, "8/63", 82.1m, 0.78m), (published[0].Total, published[0].Rank, published[0].SumOfGroups, published[0].Difference));
        Assert.Equal([14.1m, 19.5m, 7.9m, 8.2m, 14.4m, 18m], IndexIndicators.Groups.Select(g => published[0].Groups[g.Code]));
        Assert.Equal((46.76m, "48/63", (decimal?)null), (published[1].Total, published[1].Rank, published[1].SumOfGroups));
        Assert.Contains("82,88", Assert.Single(published[0].Notes, n => n.Contains("82,1", StringComparison.Ordinal)), StringComparison.Ordinal);

        // The next month comes by the same verb with the codes of the measures
        Write(database, "unit,from,to,column,value,source\nprovince,2024-08-01,2024-08-31,q766,80.5,Báo cáo tháng 8\nprovince,2024-08-01,2024-08-31,q766.2,19,Báo cáo tháng 8\nsgddt,2024-08-01,2024-08-31,q766,80.5,Báo cáo\n");
        Assert.Equal((1, """{"read":3,"inserted":2,"restated":0,"unchanged":0,"rejected":1}""" + "\n"), await CommandLine.RunAsync(database, "import", "figures", Path.Combine(database.Home, "f.csv")) is var (e, o, _) ? (e, o) : default);
        Assert.Equal((80.5m, 19m), (await database.UseAsync((IndexSheets s) => s.PublishedAsync(Ct)))[0] is var august ? (august.Total, august.Groups["2"]) : default);
    }

    private static string Write(TestDatabase database, string text)
    {
        var file = Path.Combine(database.Home, "f.csv");
        File.WriteAllText(file, text);
        return file;
    }

    private static string ImportFileOf(string file) => App.Kernel.ImportTable.RejectedPath(file);
}
