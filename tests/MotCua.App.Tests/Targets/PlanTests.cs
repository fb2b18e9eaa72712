using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;
using MotCua.TestKit;

namespace MotCua.App.Tests.Targets;

/// <summary>The plan of 2022 as loaded, next year's copied from it, corrections: from draft to figures, on both databases.</summary>
public sealed class PlanTests
{
    private static readonly DateOnly Year = new(2023, 1, 1);
    private static readonly Actor Drafter = A.Officer(Role.PlanOwner, "vpubnd");
    private static readonly Actor Other = A.Officer(Role.PlanOwner, "stttt");
    private static readonly Actor Leader = A.Officer(Role.ProvinceLeader, "ubnd-tinh");
    private static readonly DecisionFacts Decision = new("2245/QĐ-UBND", new DateOnly(2022, 7, 20), "Hoàng Thu Trang", "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Loaded_ThePlanOf2022_IsExactlyAsPublished(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);

        var sheet = (await database.UseAsync((PlanSheets s) => s.PlanAsync("dvctt-2022", null, A.Officer(Role.UnitLeader, "stp"), Ct)))!;

        Assert.Equal(["ct1", "ct2", "ct3"], sheet.Content.Indicators);
        Assert.Equal(
            ["tinh-1 tinh 7 100 90 90", "tinh-2 tinh 4 100 80 70", "tinh-3 tinh 4 100 70 50", "tinh-4 tinh 4 100 60 30", "huyen-1 huyen 5 100 50 12", "huyen-2 huyen 3 100 50 8"],
            sheet.Content.Groups.Select(g => $"{g.Key} {g.Level} {sheet.MembersOf(g.Key).Count()} {string.Join(' ', sheet.Content.Indicators.Select(i => g.Percents[i]))}"));
        Assert.Equal(27, sheet.Content.Members.Count);
        Assert.Equal(("chưa rõ số", null, "chưa rõ số quyết định"), (sheet.Edition.DecisionNo, sheet.Edition.DecisionOn, PlanTexts.DecisionOf(sheet.Edition)));
        Assert.Empty(sheet.Acts);
        Assert.Empty(sheet.Findings);
    }

    [Theory, BothDatabases]
    public async Task Issue_NextYearsPlan_CountsFromItsDayAndThePastStays(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        var before = await TargetsAsync(database, new DateOnly(2022, 12, 31));
        var id = await StartAsync(database);
        var content = await ContentAsync(database, id);
        Set(content, "huyen-2", "ct3", 15);
        content = content with { Members = [.. content.Members.Where(m => m.Unit != "stp"), new PlanMember("stp", "tinh-3", new Dictionary<string, decimal> { ["ct3"] = 45.5m })], Indicators = [.. content.Indicators, "ct3.self"] };
        Set(content, "tinh-1", "ct3.self", 20);
        await SaveAsync(database, id, content);

        // A draft counts nowhere
        Assert.Equal(before, await TargetsAsync(database, new DateOnly(2022, 12, 31)));
        Assert.Equal(before, await TargetsAsync(database, new DateOnly(2023, 6, 30)));

        await SendAsync(database, id);
        Assert.Null((await IssueAsync(database, id, Other)).Problem);

        Assert.Equal(before, await TargetsAsync(database, new DateOnly(2022, 12, 31)));
        var after = await TargetsAsync(database, new DateOnly(2023, 1, 1));
        Assert.Equal(
            ["ba-be ct3 8 → 15", "na-ri ct3 8 → 15", "pac-nam ct3 8 → 15", "stp ct2 60 → 70", "stp ct3 30 → 45.5"],
            after.Where(t => t.Key.Indicator is "ct1" or "ct2" or "ct3" && before[t.Key] != t.Value).Select(t => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{t.Key.Unit} {t.Key.Indicator} {before[t.Key]} → {t.Value}")).Order(StringComparer.Ordinal));

        // An indicator with a target of its own is measured against that; without, against the plan's
        Assert.Equal((20m, 15m), (after[("vpubnd", "ct3.self")], after[("ba-be", "ct3.self")]));
        await using var db = database.NewContext();
        Assert.Equal(new DateOnly(2023, 1, 1), (await db.Plans.SingleAsync(p => p.Code == "dvctt-2022", Ct)).Until);
        Assert.Equal(("dvctt-2023", null), await db.Plans.Where(p => p.Code == "dvctt-2023").Select(p => new ValueTuple<string, DateOnly?>(p.Code, p.Until)).SingleAsync(Ct));
        Assert.Equal(27, await db.UnitGroupMembers.CountAsync(m => m.Until == new DateOnly(2023, 1, 1), Ct));
        Assert.Equal(18, await db.Targets.CountAsync(t => t.Until == new DateOnly(2023, 1, 1), Ct));

        // What was signed reads back as it was drafted
        var read = (await database.UseAsync((PlanSheets s) => s.PlanAsync("dvctt-2023", null, Other, Ct)))!;
        Assert.Empty(PlanItems.Between(PlanItems.Of(PlanWorldTerms, content), PlanItems.Of(PlanWorldTerms, read.Content)));
        Assert.Equal(("", PlanPaper.Newest, 1), (read.Edition.Draft, read.Edition.Template, read.Edition.Number));
    }

    [Theory, BothDatabases]
    public async Task Issue_ACorrectionWithinTheYear_ChangesOnlyFromItsDayAndSaysWhat(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        var source = (await database.UseAsync((PlanSheets s) => s.PlanAsync("dvctt-2022", null, Drafter, Ct)))!.Edition.Id;
        var id = (await database.UseAsync((StartPlanDraftHandler h) => h.HandleAsync(new StartPlanDraft(PlanKind.Correction, source, new PlanTerms("", new DateOnly(2022, 9, 1), null, "Hạ tầng mạng của ba huyện vùng cao chưa bảo đảm")), Drafter, Ct))).Value;
        Assert.Equal("PLN-0035", (await MoveAsync(database, id, PlanAct.Send)).Problem!.Code);
        var content = await ContentAsync(database, id);
        Set(content, "huyen-2", "ct3", 6);
        await SaveAsync(database, id, content);
        Assert.Equal("PLN-0010", (await MoveAsync(database, id, PlanAct.Send)).Problem!.Code);
        await SendAsync(database, id);
        Assert.Null((await IssueAsync(database, id, Leader)).Problem);

        Assert.Equal(8, (await TargetsAsync(database, new DateOnly(2022, 8, 31)))[("ba-be", "ct3")]);
        Assert.Equal(6, (await TargetsAsync(database, new DateOnly(2022, 9, 1)))[("ba-be", "ct3")]);
        var sheet = (await database.UseAsync((PlanSheets s) => s.PlanAsync("dvctt-2022", 2, Other, Ct)))!;
        Assert.Equal([new PlanChange("Nhóm 2 huyện, thành phố", "Hồ sơ trực tuyến", "8 %", "6 %")], sheet.Changes);
        Assert.Equal([1, 2], sheet.Editions.Select(e => e.Number));
        Assert.Equal(["PlanIssued", "PlanSent", "PlanDraftSaved", "PlanDrafted"], sheet.History.Select(h => h.Action));
        var issued = sheet.History[0];
        Assert.Equal(("Quyết định 2245/QĐ-UBND ngày 20/07/2022", "Hạ tầng mạng của ba huyện vùng cao chưa bảo đảm"), (issued.Decision, issued.Reason));
        Assert.Equal(["Nhóm 2 huyện, thành phố, Hồ sơ trực tuyến: 8 % → 6 %"], issued.Changes);
        Assert.Contains("UBND huyện Ba Bể, UBND huyện Na Rì, UBND huyện Pác Nặm: «Hồ sơ trực tuyến» giảm từ 8 % xuống 6 %.", issued.Confirmed);
        var board = await database.UseAsync((TargetBoards b) => b.ForAsync(new MeasureQuestion(new DateOnly(2022, 9, 1), new DateOnly(2022, 9, 30), [Indicators.Ct3]), Ct));
        Assert.Equal("Quyết định 2245/QĐ-UBND ngày 20/07/2022", board.Decision);
        Assert.Equal((6, 27), (board.Groups.Count, board.Groups.Sum(g => g.Rows.Count)));
    }

    [Theory, BothDatabases]
    public async Task Issue_ByWhoHadAHandInIt_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        var id = await StartAsync(database);
        await SendAsync(database, id);

        Assert.Equal("PLN-0003", (await IssueAsync(database, id, Drafter)).Problem!.Code);
        Assert.Equal("PLN-0002", (await IssueAsync(database, id, A.Officer(Role.UnitLeader, "stp"))).Problem!.Code);
        Assert.Equal("PLN-0030", (await IssueAsync(database, id, Other, Decision with { Number = " " })).Problem!.Code);
        Assert.Equal("PLN-0031", (await IssueAsync(database, id, Other, Decision with { On = new DateOnly(2022, 7, 26) })).Problem!.Code);
        Assert.Null((await MoveAsync(database, id, PlanAct.Return, Other, "Xem lại nhóm 2")).Problem);
        Assert.Equal("PLN-0007", (await IssueAsync(database, id, Other)).Problem!.Code);
    }

    [Theory, BothDatabases]
    public async Task Issue_TwoDraftsOfOneYear_OnlyTheFirstIsIssued(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        var (first, second) = (await StartAsync(database), await StartAsync(database));
        await SendAsync(database, first);
        await SendAsync(database, second);

        Assert.Null((await IssueAsync(database, first, Other)).Problem);
        var refused = (await IssueAsync(database, second, Other, Decision with { Number = "9/QĐ-UBND" })).Problem!;

        Assert.Equal("PLN-0009", refused.Code);
        Assert.Contains("đã có hiệu lực từ 01/01/2023", refused.Title, StringComparison.Ordinal);
        Assert.Equal("PLN-0034", (await IssueAsync(database, second, Other)).Problem!.Code);
    }

    /// <summary>The order of issued decisions is unique in the database itself: two nodes cannot both issue the next.</summary>
    [Theory, BothDatabases]
    public async Task Order_OfTwoIssuedDecisions_CannotBeTheSame(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        await using var db = database.NewContext();
        db.PlanEditions.Add(new PlanEditionRow { Id = Guid.NewGuid(), PlanCode = "x", Order = 1, State = PlanState.Issued, Number = 1 });

        Assert.True(DatabaseFaults.IsUniqueViolation(await Assert.ThrowsAnyAsync<DbUpdateException>(() => db.SaveChangesAsync(Ct))));
    }

    [Theory, BothDatabases]
    public async Task Save_AVersionThatIsNotThePresentOne_OverwritesNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        var id = await StartAsync(database);
        var content = await ContentAsync(database, id);
        Set(content, "huyen-2", "ct3", 15);
        await SaveAsync(database, id, content);
        Set(content, "huyen-2", "ct3", 20);

        var refused = await database.UseAsync((SavePlanDraftHandler h) => h.HandleAsync(new SavePlanDraft(id, 1, PlanWorldTerms, content), Other, Ct));

        Assert.Equal(("PLN-0004", ProblemKind.Conflict), (refused.Problem!.Code, refused.Problem.Kind));
        Assert.Equal(15, (await ContentAsync(database, id)).TargetOf("ba-be", "ct3"));
    }

    [Theory, BothDatabases]
    public async Task Load_AfterALaterDecision_ChangesNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        var id = await StartAsync(database);
        await SendAsync(database, id);
        Assert.Null((await IssueAsync(database, id, Other)).Problem);
        var before = await TargetsAsync(database, new DateOnly(2023, 6, 30));
        database.Clock.Advance(TimeSpan.FromDays(400));

        var load = (await database.UseAsync((LoadReferenceDataHandler h) => h.HandleAsync(new LoadReferenceData(), Actor.System("test"), Ct))).Value;

        Assert.True(load.ChangedNothing, string.Join("; ", load.Changes));
        Assert.Equal(before, await TargetsAsync(database, new DateOnly(2023, 6, 30)));
    }

    [Theory, BothDatabases]
    public async Task Record_TheUnknownNumber_KeepsTargetsAndSaysFromWhatToWhat(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        var edition = (await database.UseAsync((PlanSheets s) => s.PlanAsync("dvctt-2022", null, Drafter, Ct)))!.Edition;
        var before = await TargetsAsync(database, new DateOnly(2022, 7, 25));

        var unreasoned = await database.UseAsync((RecordPlanDecisionHandler h) => h.HandleAsync(new RecordPlanDecision(edition.Id, edition.Version, Decision, ""), Drafter, Ct));
        var done = await database.UseAsync((RecordPlanDecisionHandler h) => h.HandleAsync(new RecordPlanDecision(edition.Id, edition.Version, Decision, "Đọc bản chính tại Văn phòng UBND tỉnh"), Drafter, Ct));

        Assert.Equal("PLN-0033", unreasoned.Problem!.Code);
        Assert.Null(done.Problem);
        Assert.Equal(before, await TargetsAsync(database, new DateOnly(2022, 7, 25)));
        var sheet = (await database.UseAsync((PlanSheets s) => s.PlanAsync("dvctt-2022", null, Drafter, Ct)))!;
        Assert.Equal("Quyết định 2245/QĐ-UBND ngày 20/07/2022", PlanTexts.DecisionOf(sheet.Edition));
        var act = Assert.Single(sheet.History);
        Assert.Equal("Quyết định: chưa rõ số quyết định → Quyết định 2245/QĐ-UBND ngày 20/07/2022", act.Changes[0]);
        Assert.Equal("Đọc bản chính tại Văn phòng UBND tỉnh", act.Reason);
    }

    [Theory, BothDatabases]
    public async Task Drafts_AreSeenByThoseWhoDraftOrApproveOnly(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        var id = await StartAsync(database);

        foreach (var (actor, sees) in new[] { (Drafter, true), (Leader, true), (A.Officer(Role.UnitLeader, "stp"), false), (A.Officer(Role.Auditor, "ttt"), false) })
        {
            Assert.Equal(sees, await database.UseAsync((PlanSheets s) => s.EditionAsync(id, actor, Ct)) is not null);
            Assert.Equal(sees ? 1 : 0, (await database.UseAsync((PlanSheets s) => s.ListAsync(actor, Ct))).Drafts.Count);
        }

        Assert.Null((await MoveAsync(database, id, PlanAct.Discard, Drafter, "Lập lại")).Problem);
        Assert.Empty((await database.UseAsync((PlanSheets s) => s.ListAsync(Drafter, Ct))).Drafts);
    }

    private static readonly PlanTerms PlanWorldTerms = new("Kế hoạch giao chỉ tiêu năm 2023", Year, new DateOnly(2023, 12, 31), "");

    private static void Set(PlanContent content, string group, string indicator, decimal percent) => ((Dictionary<string, decimal>)content.GroupOf(group)!.Percents)[indicator] = percent;

    private static async Task<Guid> StartAsync(TestDatabase database)
    {
        var source = (await database.UseAsync((PlanSheets s) => s.PlanAsync("dvctt-2022", null, Drafter, Ct)))!.Edition.Id;
        return (await database.UseAsync((StartPlanDraftHandler h) => h.HandleAsync(new StartPlanDraft(PlanKind.Assignment, source, PlanWorldTerms), Drafter, Ct))).Value;
    }

    private static async Task<PlanContent> ContentAsync(TestDatabase database, Guid id)
    {
        await using var db = database.NewContext();
        return PlanContents.Read((await db.PlanEditions.SingleAsync(e => e.Id == id, Ct)).Draft);
    }

    private static async Task<int> VersionAsync(TestDatabase database, Guid id)
    {
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await using var db = database.NewContext();
        return (await db.PlanEditions.SingleAsync(e => e.Id == id, Ct)).Version;
    }

    private static async Task SaveAsync(TestDatabase database, Guid id, PlanContent content)
    {
        await using var db = database.NewContext();
        var terms = PlanContents.TermsOf(await db.PlanEditions.SingleAsync(e => e.Id == id, Ct));
        var version = await VersionAsync(database, id);
        Assert.Null((await database.UseAsync((SavePlanDraftHandler h) => h.HandleAsync(new SavePlanDraft(id, version, terms, content), Drafter, Ct))).Problem);
    }

    private static async Task SendAsync(TestDatabase database, Guid id) => Assert.Null((await MoveAsync(database, id, PlanAct.Send, confirmed: true)).Problem);

    private static async Task<Result<PlanState>> MoveAsync(TestDatabase database, Guid id, PlanAct act, Actor? actor = null, string reason = "", bool confirmed = false)
    {
        var version = await VersionAsync(database, id);
        return await database.UseAsync((MovePlanHandler h) => h.HandleAsync(new MovePlan(id, version, act, reason, confirmed), actor ?? Drafter, Ct));
    }

    private static async Task<Result<Done>> IssueAsync(TestDatabase database, Guid id, Actor actor, DecisionFacts? decision = null)
    {
        var version = await VersionAsync(database, id);
        return await database.UseAsync((IssuePlanHandler h) => h.HandleAsync(new IssuePlan(id, version, decision ?? Decision, true), actor, Ct));
    }

    private static async Task<Dictionary<(string Unit, string Indicator), decimal>> TargetsAsync(TestDatabase database, DateOnly on)
    {
        var rows = await database.UseAsync((MeasureQueries q) => q.RowsAsync(new MeasureQuestion(on, on, Indicators.All), Ct));
        return rows.Where(r => r.Target is not null).ToDictionary(r => (r.Unit, r.Indicator.Code), r => r.Target!.Value);
    }
}
