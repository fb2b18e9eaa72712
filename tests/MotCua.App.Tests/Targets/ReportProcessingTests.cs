using Microsoft.EntityFrameworkCore;
using MotCua.App.Documents;
using MotCua.App.Dossiers;
using MotCua.App.Targets;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;
using MotCua.TestKit;

namespace MotCua.App.Tests.Targets;

/// <summary>Biểu II.06a equals a plain count over the dossiers, on both databases; a report is made in steps, frozen, and made anew with a reason.</summary>
public sealed class ReportProcessingTests
{
    private static readonly Actor Owner = new(ActorKind.Officer, "owner", "Người lập", [new Grant(Role.PlanOwner, "vpubnd")]);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases(1), BothDatabases(2), BothDatabases(3)]
    public async Task Count_RandomDossiers_EqualsAPlainCount(DatabaseKind kind, int seed)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        var states = ReportStage.Random(seed, 400);
        await ReportStage.RecordAsync(database, states);
        string[] units = ["sgddt", "x1"];
        foreach (var period in (Period[])[Period.Of(PeriodKind.Quarter, PeriodCut.Statutory, 2022, 2), Period.Of(PeriodKind.Month, PeriodCut.Calendar, 2022, 6), Period.Free(new DateOnly(2022, 6, 14), new DateOnly(2022, 6, 14)), Period.OfYear(2022)])
        {
            var end = ProvinceTime.StartOf(period.To.AddDays(1));
            var found = await database.UseAsync((ReportProcessing r) => r.CountAsync(units, period.From, period.To, end, Ct));
            var plain = ReportStage.PlainCount(states.Where(s => units.Contains(s.Filing.HandlingUnit)), period.From, period.To, end);
            Assert.Equal(plain, found.ToDictionary(f => f.Procedure, f => f.Counts));
            Assert.All(found, f => Assert.Null(f.Counts.Check(f.Procedure)));

            // The lists behind the columns are as long as the figures say (law rule 44)
            var all = found.Aggregate(default(ProcessingCounts), (sum, f) => sum + f.Counts);
            for (var column = 3; column <= 13; column++)
            {
                Assert.Equal(all.Columns[column - 3], await database.UseAsync((ReportProcessing r) => r.CountBehindAsync(new ProcessingBehind(column, units, null, period.From, period.To, end), Ct)));
            }
        }
    }

    /// <summary>Law rules 21-23 and the form: one dossier for each way to stand.</summary>
    [Theory, BothDatabases]
    public async Task Count_EachWayToStand_IsInItsColumn(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        var n = 0;
        ImportedState Of(string accepted, string? due, string? finished, DossierState state, bool byHours = false, Channel channel = Channel.Counter) =>
            SmallProvince.State($"{++n}", SmallProvince.Code('a'), "sgddt", channel, SmallProvince.At(accepted), state) with
            {
                DueAt = due is null ? null : SmallProvince.At(due),
                DueByHours = byHours,
                FinishedAt = finished is null ? null : SmallProvince.At(finished),
            };
        await ReportStage.RecordAsync(database,
            Of("2022-06-14 16:00", "2022-06-21 17:00", "2022-06-14 23:59", DossierState.Finished), // resolved before the period: nowhere
            Of("2022-06-14 16:00", "2022-06-21 17:00", "2022-06-15 00:00", DossierState.Finished), // carried, early
            Of("2022-06-14 23:59", "2022-06-21 17:00", null, DossierState.Processing), // carried, open, late
            Of("2022-06-15 00:00", "2022-07-14 17:00", "2022-07-14 23:59", DossierState.Finished, channel: Channel.Online), // on its date, after hours: on time
            Of("2022-06-16 08:00", "2022-06-16 16:00", "2022-06-16 16:01", DossierState.Finished, byHours: true), // hours: late by a minute
            Of("2022-06-16 08:00", "2022-06-16 16:00", "2022-06-16 16:00", DossierState.Finished, byHours: true), // hours: on time
            Of("2022-06-16 08:00", null, "2022-06-17 16:00", DossierState.Withdrawn), // no limit: on time
            Of("2022-07-14 08:00", "2022-07-14 17:00", null, DossierState.Processing, channel: Channel.Post), // due on the last day: open, in time
            Of("2022-07-14 08:00", "2022-07-20 17:00", "2022-07-15 00:00", DossierState.Finished), // resolved after the end: open
            Of("2022-07-15 00:00", "2022-07-20 17:00", null, DossierState.Processing)); // accepted after the end: nowhere
        var period = Period.Of(PeriodKind.Month, PeriodCut.Statutory, 2022, 7);
        Assert.Equal((new DateOnly(2022, 6, 15), new DateOnly(2022, 7, 14)), (period.From, period.To));
        var found = await database.UseAsync((ReportProcessing r) => r.CountAsync(["sgddt"], period.From, period.To, ProvinceTime.StartOf(period.To.AddDays(1)), Ct));
        Assert.Equal(new ProcessingCounts(Received: 8, Online: 1, Direct: 5, Carried: 2, Resolved: 5, Early: 1, OnTime: 3, Late: 1, Open: 3, OpenInTime: 2, OpenLate: 1), found.Single().Counts);
    }

    [Theory, BothDatabases]
    public async Task Make_InSteps_KeepsPiecesAndFreezesTheReport(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        database.Clock.SetUtcNow(SmallProvince.At("2022-08-01 08:00"));
        await ReportStage.RecordAsync(database, ReportStage.Random(4, 120));
        var run = (await AskAsync("2022-07", "province")).Value;
        Assert.Equal(ReportProblems.AlreadyMaking.Code, (await AskAsync("2022-07", "province")).Problem!.Code);

        // Begins, reads two pieces; then another process goes on
        for (var i = 0; i < 3; i++) Assert.True(await database.UseAsync((ReportMaker m) => m.StepAsync(Ct)));
        var half = (await database.UseAsync((ReportRunDesk d) => d.FindAsync(run, Owner, Ct)))!;
        Assert.Equal((ReportRunState.Running, 2), (half.Run.State, half.Run.Done));
        Assert.InRange(half.Percent, 1, 99);
        var id = await MakeAsync(database, run);
        var sheet = (await database.UseAsync((ReportSheets s) => s.FindAsync(id, Owner, Ct)))!;
        Assert.True(sheet.IsWhole);
        var table = sheet.Paper.Body.OfType<OfficeTable>().Single();
        Assert.Equal("Tổng cộng", table.Rows[^1].Cells[1].Text);

        // Later changes leave it as it is; a new revision needs a reason
        await ReportStage.RecordAsync(database, [.. ReportStage.Random(5, 20).Select(s => s with { Code = "m" + s.Code, Number = "m" + s.Number })]);
        Assert.Equal(ReportProblems.NoReason.Code, (await AskAsync("2022-07", "province")).Problem!.Code);
        var second = await MakeAsync(database, (await AskAsync("2022-07", "province", "Bổ sung hồ sơ nhập muộn")).Value);
        var latest = (await database.UseAsync((ReportSheets s) => s.FindAsync(second, Owner, Ct)))!;
        Assert.Equal((2, "Bổ sung hồ sơ nhập muộn", true), (latest.Row.Revision, latest.Row.Reason, latest.IsLatest));
        Assert.Equal(sheet.Row.Content, (await database.UseAsync((ReportSheets s) => s.FindAsync(id, Owner, Ct)))!.Row.Content);
        Assert.NotEqual(sheet.Row.Content, latest.Row.Content);
        await using var db = database.NewContext();
        Assert.Equal(0, await db.ReportPieces.CountAsync(Ct));

        // Tampering with the content is noticed, and no file leaves
        await db.Reports.Where(r => r.Id == second).ExecuteUpdateAsync(s => s.SetProperty(r => r.Content, r => r.Content.Replace("Tổng cộng", "Tổng  cộng")), Ct);
        Assert.False((await database.UseAsync((ReportSheets s) => s.FindAsync(second, Owner, Ct)))!.IsWhole);
        Assert.Null(await database.UseAsync((ReportSheets s) => s.FileAsync(second, ReportFormat.Pages, Owner, Ct)));
        foreach (var format in Enum.GetValues<ReportFormat>()) Assert.NotNull(await database.UseAsync((ReportSheets s) => s.FileAsync(id, format, Owner, Ct)));

        Task<Result<Guid>> AskAsync(string period, string scope, string? reason = null) => database.UseAsync((AskForReportHandler h) => h.HandleAsync(new AskForReport("ii06a", period, scope, reason), Owner, Ct));
    }

    [Theory, BothDatabases]
    public async Task Stop_WhileMaking_KeepsNothing_AndSendingAgainMakesIt(DatabaseKind kind)
    {
        await using var database = await SmallProvince.CreateAsync(kind);
        database.Clock.SetUtcNow(SmallProvince.At("2022-08-01 08:00"));
        var run = (await database.UseAsync((AskForReportHandler h) => h.HandleAsync(new AskForReport("ii06a", "bc-2022-Q2", "sgddt"), Owner, Ct))).Value;
        await database.UseAsync((ReportMaker m) => m.StepAsync(Ct));
        Assert.True((await database.UseAsync((ReportRunDesk d) => d.StopAsync(run, Owner, Ct))).IsOk);
        Assert.False(await database.UseAsync((ReportMaker m) => m.StepAsync(Ct)));
        Assert.Equal(ReportProblems.NotRunning.Code, (await database.UseAsync((ReportRunDesk d) => d.StopAsync(run, Owner, Ct))).Problem!.Code);
        Assert.True((await database.UseAsync((ReportRunDesk d) => d.RedriveAsync(run, Owner, Ct))).IsOk);
        var id = await MakeAsync(database, run);
        var sheet = (await database.UseAsync((ReportSheets s) => s.FindAsync(id, Owner, Ct)))!;
        Assert.Equal("Tổng cộng (không phát sinh)", sheet.Paper.Body.OfType<OfficeTable>().Single().Rows[^1].Cells[1].Text);
    }

    [Theory]
    [InlineData("khong-co", "2022-07", "province", "REP-0001")]
    [InlineData("ii06a", "", "province", "REP-0002")]
    [InlineData("ii06a", "2022-13", "province", "REP-0002")]
    [InlineData("ii06a", "2023-01", "province", "REP-0004")]
    [InlineData("ii06a", "2022-07", "khong-co", "REP-0005")]
    [InlineData("ii06a", "2022-07", "", "REP-0005")]
    [InlineData("ii06a", "2022-07", "level:khac", "REP-0005")]
    [InlineData("ii07b", "2022-07", "sgddt", "REP-0006")]
    public async Task Ask_BadInput_IsRefusedWithReason(string template, string period, string scope, string code)
    {
        await using var database = await SmallProvince.CreateAsync(DatabaseKind.Sqlite);
        database.Clock.SetUtcNow(SmallProvince.At("2022-08-01 08:00"));
        var result = await database.UseAsync((AskForReportHandler h) => h.HandleAsync(new AskForReport(template, period, scope), Owner, Ct));
        Assert.Equal(code, result.Problem?.Code);
    }

    /// <summary>Unit officers make reports of their own unit, a district's also those of its communes; others of none.</summary>
    [Theory]
    [InlineData(Role.UnitLeader, "sgddt", "sgddt", true)]
    [InlineData(Role.UnitAdministrator, "pacnam", "pacnam", true)]
    [InlineData(Role.UnitLeader, "pacnam", "x1", true)]
    [InlineData(Role.UnitLeader, "pacnam", "x3", false)]
    [InlineData(Role.UnitLeader, "x1", "pacnam", false)]
    [InlineData(Role.UnitLeader, "sgddt", "province", false)]
    [InlineData(Role.UnitLeader, "sgddt", "level:tinh", false)]
    [InlineData(Role.ProvinceLeader, "ubnd-tinh", "province", true)]
    [InlineData(Role.Auditor, "ubnd-tinh", "sgddt", false)]
    [InlineData(Role.Handler, "sgddt", "sgddt", false)]
    public async Task Ask_ByRole_IsAllowedForOnesOwnOnly(Role role, string unit, string scope, bool isAllowed)
    {
        await using var database = await SmallProvince.CreateAsync(DatabaseKind.Sqlite);
        database.Clock.SetUtcNow(SmallProvince.At("2022-08-01 08:00"));
        var actor = new Actor(ActorKind.Officer, "someone", "", [new Grant(role, unit)]);
        var result = await database.UseAsync((AskForReportHandler h) => h.HandleAsync(new AskForReport("ii06a", "2022-07", scope), actor, Ct));
        Assert.Equal(isAllowed ? null : "REP-0007", result.Problem?.Code);
    }

    private static async Task<Guid> MakeAsync(TestDatabase database, Guid run)
    {
        while (await database.UseAsync((ReportMaker m) => m.StepAsync(Ct)))
        {
        }

        await using var db = database.NewContext();
        var row = await db.ReportRuns.AsNoTracking().SingleAsync(r => r.Id == run, Ct);
        Assert.Equal((ReportRunState.Done, ""), (row.State, row.Failure));
        return row.ReportId!.Value;
    }
}
