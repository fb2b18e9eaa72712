using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Documents;
using MotCua.App.Targets;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;
using MotCua.TestKit;

namespace MotCua.App.Tests.Targets;

/// <summary>The other reports: statistics of services (TT 32/2017 Điều 11 khoản 3), Biểu II.07b, the plan's report; and schedules.</summary>
public sealed class ReportPapersTests
{
    private static readonly Actor Owner = new(ActorKind.Officer, "owner", "Người lập", [new Grant(Role.PlanOwner, "vpubnd")]);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases(1), BothDatabases(2)]
    public async Task Services_RandomDossiers_EqualAPlainCount(DatabaseKind kind, int seed)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
#pragma warning disable CA5394 // A repeatable test
        var random = new Random(seed);
        var states = ReportStage.Random(seed, 300).Select(s => s with { Satisfaction = random.Next(3) is > 0 and var rated ? rated + 1 : null }).ToArray();
#pragma warning restore CA5394
        await ReportStage.RecordAsync(database, states);
        var (from, to) = (new DateOnly(2022, 1, 1), new DateOnly(2022, 5, 14));
        var end = ProvinceTime.StartOf(to.AddDays(1));
        var found = await database.UseAsync((ReportServices r) => r.CountAsync(null, from, to, end, Ct));
        var counted = states.Where(s => s.State != DossierState.NotAccepted && ProvinceTime.DateOf(s.AcceptedAt!.Value) <= to).ToLookup(s => s.Filing.ProcedureCode);
        Assert.Equal(counted.Select(g => g.Key).Order(StringComparer.Ordinal), found.Select(f => f.Procedure));
        foreach (var f in found)
        {
            var all = counted[f.Procedure].ToList();
            var online = all.Where(s => s.Filing.Channel == Channel.Online).ToList();
            var resolved = online.Where(s => s.FinishedAt < end).ToList();
            var late = resolved.Count(s => s.DueAt is { } due && (s.DueByHours ? s.FinishedAt > due : ProvinceTime.DateOf(s.FinishedAt!.Value) > ProvinceTime.DateOf(due)));
            Assert.Equal(new ServiceFigures(f.Procedure, online.Count, resolved.Count, resolved.Count - late, all.Count, all.Count(s => s.Satisfaction is not null), all.Count(s => s.Satisfaction == 3), all.Count(s => s.Satisfaction == 2), all.Count(s => s.Satisfaction == 1)), f);
        }
    }

    /// <summary>On public pages a share of fewer ratings than the least is not shown.</summary>
    [Theory]
    [InlineData(4, 5, null)]
    [InlineData(5, 5, 40)]
    [InlineData(0, 1, null)]
    public void Services_FewRatings_AreNotShown(int rated, int least, int? percent) =>
        Assert.Equal(percent, new ServiceFigures("1.000001", 9, 9, 9, 9, rated, 2, 0, 0).SharePercent(2, least));

    [Theory, BothDatabases]
    public async Task Services_Report_ListsEveryServiceFromTheYearsFirstDay(DatabaseKind kind)
    {
        await using var database = await StartAsync(kind);
        var table = await TableAsync(database, "tt32", "bc-2022-Q3", "sgddt");
        var rows = table.Rows.Where(r => r.Kind == OfficeRowKind.Plain).ToDictionary(r => r.Cells[1].Text!, r => r.Cells.Skip(3).Select(c => c.Shown).ToList(), StringComparer.Ordinal);
        Assert.Equal(8, rows.Count); // full and partial services only
        // 12 online of 20; the two of January count, the period began in June
        Assert.Equal(["Toàn trình", "12", "2", "50,00%", "20", "3", "66,67%", "0,00%", "33,33%"], rows[SmallProvince.Code('a')]);
        Assert.Equal(["Toàn trình", "0", "0", "–", "0", "0", "–", "–", "–"], rows[SmallProvince.Code('e')]);
    }

    [Theory, BothDatabases]
    public async Task OneStop_Report_CountsEachProcedureOncePerLevel(DatabaseKind kind)
    {
        await using var database = await StartAsync(kind);
        await using (var db = database.NewContext())
        {
            await db.Procedures.Where(p => p.Code == SmallProvince.Code('j')).ExecuteUpdateAsync(s => s.SetProperty(p => p.Levels, "huyen,xa"), Ct);
            db.Services.AddRange(SmallProvince.Service("pacnam", SmallProvince.Code('j'), ServiceLevel.Full, null), SmallProvince.Service("x1", SmallProvince.Code('j'), ServiceLevel.Full, null), SmallProvince.Service("x2", SmallProvince.Code('j'), ServiceLevel.Full, null));
            db.Routes.AddRange(
                new RouteRow { Id = Guid.NewGuid(), UnitKey = "*:xa", ProcedureCode = "*", From = SmallProvince.Start, Steps = "[]" },
                new RouteRow { Id = Guid.NewGuid(), UnitKey = "sgddt", ProcedureCode = SmallProvince.Code('a'), From = SmallProvince.Start, Steps = "[]" });
            await db.SaveChangesAsync(Ct);
        }

        var table = await TableAsync(database, "ii07b", "bc-2022-Q3", "province");
        List<string> Of(string unit) => [.. table.Rows.Single(r => r.Cells.Count > 2 && r.Cells[1].Text == unit).Cells.Skip(2).Select(c => c.Shown)];
        Assert.Equal(["9", "9", "0", "0", "10", "10", "0", "0", "1", "1"], Of("sgddt"));
        Assert.Equal(["2", "0", "1", "1", "2", "0", "1", "1", "2", "0"], Of("pacnam")); // two communes have the level's route
        Assert.Equal(["2", "0", "1", "1", "0", "0", "0", "0", "0", "0"], Of("babe"));
        Assert.Equal(["11", "9", "1", "1", "12", "10", "1", "1", "3", "1"], table.Rows[^1].Cells.Skip(2).Select(c => c.Shown));
    }

    /// <summary>Every number of the text is one of the figures'.</summary>
    [Theory, BothDatabases]
    public async Task Plan_Report_SaysWhatTheBoardSays(DatabaseKind kind)
    {
        await using var database = await StartAsync(kind);
        var sheet = await MakeAsync(database, "ke-hoach", "2022-07", "province");
        var text = string.Join('\n', sheet.Paper.Body.SelectMany(b => b switch { OfficeParagraph p => [p.Text], OfficeBullets l => l.Items, OfficeHeading h => [h.Text], _ => Array.Empty<string>() }));
        Assert.Contains("CT3. Tỷ lệ hồ sơ trực tuyến: 18/97 hồ sơ, đạt 18,56%, giảm 81,44 điểm phần trăm so với tháng 6 năm 2022; 0/1 đơn vị đạt chỉ tiêu được giao.", text, StringComparison.Ordinal);
        Assert.Contains("CT2 đạt 50,00% (chỉ tiêu 60,00%); CT3 đạt 18,56% (chỉ tiêu 30,00%)", text, StringComparison.Ordinal);
        Assert.Contains("chưa có đơn vị nào đạt tất cả chỉ tiêu", text, StringComparison.Ordinal);
        Assert.Contains("cả nhóm còn thiếu 12 hồ sơ", text, StringComparison.Ordinal); // 30 % of 97 is 29,1: 30 − 18
        Assert.Contains("Tổng số hồ sơ phải giải quyết là 97 hồ sơ, gồm 18 hồ sơ tiếp nhận trực tuyến, 79 hồ sơ tiếp nhận trực tiếp", text, StringComparison.Ordinal);
        Assert.Contains("IV. DỰ BÁO ĐẾN HẾT NĂM 2022", text, StringComparison.Ordinal);
        Assert.Equal(["I", "II", "III", "IV", "V"], sheet.Paper.Annexes.Select(a => a.Label["Phụ lục ".Length..]));
        var outlook = sheet.Paper.Annexes[4].Body.OfType<OfficeTable>().Single();
        Assert.Equal(["CT2", "CT3"], outlook.Rows.Where(r => r.Cells[1].Text == "sgddt").Select(r => r.Cells[2].Text));
        var third = sheet.Paper.Annexes[2].Body.OfType<OfficeTable>().Single();
        Assert.Equal(["1", "sgddt", "18", "97", "18,56%", "30,00%", "Chưa đạt", "100,00%", "-81,44"], third.Rows.Single(r => r.Cells.Count > 1 && r.Cells[1].Text == "sgddt").Cells.Select(c => c.Shown));
        Assert.NotNull(sheet.Paper.Head!.Number);
    }

    [Theory, BothDatabases]
    public async Task Plan_ReportOfNothing_SaysSo(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        database.Clock.SetUtcNow(SmallProvince.At("2022-08-01 08:00"));
        var sheet = await MakeAsync(database, "ke-hoach", "2022-07", "province");
        Assert.Contains(sheet.Paper.Body.OfType<OfficeParagraph>(), p => p.Text == "Trong kỳ không phát sinh hồ sơ.");
        Assert.NotEmpty(OfficePages.Write(sheet.Paper));
    }

    /// <summary>NĐ 09/2019/NĐ-CP Điều 12: the period ends on the 14th; the report comes on the n-th working day after, once.</summary>
    [Theory, BothDatabases]
    public async Task Schedule_AfterThePeriod_MakesTheReportOnceAndMovesOn(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        database.Clock.SetUtcNow(SmallProvince.At("2022-08-05 08:00"));
        Assert.True((await database.UseAsync((ReportSchedules s) => s.AddAsync(new ScheduleReport("ii06a", PeriodKind.Month, PeriodCut.Statutory, "province", 1), Owner, Ct))).IsOk);
        Assert.Equal("REP-0017", (await database.UseAsync((ReportSchedules s) => s.AddAsync(new ScheduleReport("ii06a", PeriodKind.Month, PeriodCut.Statutory, "province", 3), Owner, Ct))).Problem?.Code);
        Assert.Equal("REP-0016", (await database.UseAsync((ReportSchedules s) => s.AddAsync(new ScheduleReport("tt32", PeriodKind.Month, PeriodCut.Statutory, "province", 21), Owner, Ct))).Problem?.Code);
        Assert.Equal("REP-0003", (await database.UseAsync((ReportSchedules s) => s.AddAsync(new ScheduleReport("ii06a", PeriodKind.Free, PeriodCut.Calendar, "province", 1), Owner, Ct))).Problem?.Code);
        var row = (await database.UseAsync((ReportSchedules s) => s.ListAsync(Owner, Ct))).Single();
        Assert.Equal(("bc-2022-08", new DateOnly(2022, 8, 15)), (row.NextPeriod, row.NextOn)); // the 14th is a Sunday

        Assert.Equal(0, await database.UseAsync((ReportSchedules s) => s.AskDueAsync(Ct)));
        database.Clock.SetUtcNow(SmallProvince.At("2022-08-15 08:00"));
        Assert.Equal(1, await database.UseAsync((ReportSchedules s) => s.AskDueAsync(Ct)));
        Assert.Equal(0, await database.UseAsync((ReportSchedules s) => s.AskDueAsync(Ct)));
        while (await database.UseAsync((ReportMaker m) => m.StepAsync(Ct)))
        {
        }

        var made = (await database.UseAsync((ReportSheets s) => s.ListAsync(Owner, null, null, Ct))).Single();
        Assert.Equal(("kỳ báo cáo tháng 8 năm 2022", 1), (made.PeriodName, made.Revision));
        row = (await database.UseAsync((ReportSchedules s) => s.ListAsync(Owner, Ct))).Single();
        Assert.Equal(("bc-2022-09", new DateOnly(2022, 9, 15)), (row.NextPeriod, row.NextOn));

        // What was made by hand after the period is not made again
        database.Clock.SetUtcNow(SmallProvince.At("2022-09-15 08:00"));
        await MakeAsync(database, "ii06a", "bc-2022-09", "province");
        Assert.Equal(0, await database.UseAsync((ReportSchedules s) => s.AskDueAsync(Ct)));
        Assert.Equal("bc-2022-10", (await database.UseAsync((ReportSchedules s) => s.ListAsync(Owner, Ct))).Single().NextPeriod);
    }

    private static async Task<TestDatabase> StartAsync(DatabaseKind kind)
    {
        var database = await SmallProvince.CreateAsync(kind);
        await using (var db = database.NewContext())
        {
            SmallProvince.AddExampleServices(db, "sgddt");
            await db.SaveChangesAsync(Ct);
        }

        database.Clock.SetUtcNow(SmallProvince.At("2022-09-20 08:00"));
        // The worked example in July, but for two of its online dossiers of procedure a, which came in January and are rated, and one more rated in July
        var n = 0;
        var states = SmallProvince.ExampleDossiers().Select(d => SmallProvince.State($"{++n:000}", d.Procedure, "sgddt", d.Channel, SmallProvince.At("2022-07-04 08:00"))).ToList();
        states[0] = states[0] with { AcceptedAt = SmallProvince.At("2022-01-10 08:00"), State = DossierState.Finished, FinishedAt = SmallProvince.At("2022-01-12 08:00"), DueAt = SmallProvince.At("2022-01-14 17:00"), Satisfaction = 3 };
        states[1] = states[1] with { AcceptedAt = SmallProvince.At("2022-06-10 08:00"), State = DossierState.Finished, FinishedAt = SmallProvince.At("2022-06-18 08:00"), DueAt = SmallProvince.At("2022-06-14 17:00"), Satisfaction = 1 };
        states[2] = states[2] with { Satisfaction = 3 };
        await ReportStage.RecordAsync(database, [.. states]);
        return database;
    }

    private static async Task<OfficeTable> TableAsync(TestDatabase database, string template, string period, string scope) => (await MakeAsync(database, template, period, scope)).Paper.Body.OfType<OfficeTable>().Single();

    private static async Task<ReportSheet> MakeAsync(TestDatabase database, string template, string period, string scope)
    {
        var run = await database.UseAsync((AskForReportHandler h) => h.HandleAsync(new AskForReport(template, period, scope), Owner, Ct));
        Assert.True(run.IsOk, run.Problem?.Title);
        while (await database.UseAsync((ReportMaker m) => m.StepAsync(Ct)))
        {
        }

        await using var db = database.NewContext();
        var row = await db.ReportRuns.AsNoTracking().SingleAsync(r => r.Id == run.Value, Ct);
        Assert.Equal((ReportRunState.Done, ""), (row.State, row.Failure));
        return (await database.UseAsync((ReportSheets s) => s.FindAsync(row.ReportId!.Value, Owner, Ct)))!;
    }
}
