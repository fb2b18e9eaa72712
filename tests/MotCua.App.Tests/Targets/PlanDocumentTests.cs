using Microsoft.EntityFrameworkCore;
using MotCua.App.Targets;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;
using MotCua.TestKit;

namespace MotCua.App.Tests.Targets;

/// <summary>The register of the plan's documents in the database: from draft over opinions to issue and replacement.</summary>
public sealed class PlanDocumentTests
{
    private static readonly DateOnly Today = new(2022, 7, 25);
    private static readonly Actor Drafter = A.Officer(Role.PlanOwner, "vpubnd");
    private static readonly Actor Other = A.Officer(Role.PlanOwner, "stttt");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Document_FromDraftToReplacement_KeepsOpinionsFilesAndWhatItChanges(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        var first = (await DraftAsync(database, "Kế hoạch rà soát", new PlanDocumentChanges(true, false, "1, 3", null, "Bổ sung mục III"))).Value;
        await Ok(database, new ActOnPlanDocument(first, 1, PlanDocumentAct.Revised) { Text = "Thêm phụ lục", Files = [Picture()] }, Drafter);
        await Ok(database, new ActOnPlanDocument(first, 2, PlanDocumentAct.Asked) { Units = ["stp", "sxd"], On = Today.AddDays(5) }, Drafter);
        await Ok(database, new ActOnPlanDocument(first, 3, PlanDocumentAct.OpinionGiven) { Unit = "stp", On = Today, IsAgreed = false, Text = "Thiếu kinh phí" }, A.Officer(Role.UnitLeader, "stp"));
        await Ok(database, new ActOnPlanDocument(first, 4, PlanDocumentAct.OpinionGiven) { Unit = "sxd", On = Today.AddDays(-1), IsAgreed = true }, Drafter);

        var issue = new ActOnPlanDocument(first, 5, PlanDocumentAct.Issued) { Issue = new PlanDocumentIssue("572/KH-UBND", Today, "Chủ tịch"), Files = [Picture()] };
        Assert.Equal("PDC-0018", (await ActAsync(database, issue, Other)).Problem?.Code);
        var opinion = (await SheetAsync(database, first)).Opinions.Single(o => !o.Row.IsAgreed).Row;
        await Ok(database, new ActOnPlanDocument(first, 5, PlanDocumentAct.OpinionTakenUp) { Opinion = opinion.Id, Text = "Bổ sung kinh phí" }, Drafter);
        Assert.Equal("PDC-0003", (await ActAsync(database, issue, Other)).Problem?.Code);
        Assert.Equal("PDC-0019", (await ActAsync(database, issue with { SeenVersion = 6, Files = [Picture()] }, Drafter)).Problem?.Code);
        await Ok(database, issue with { SeenVersion = 6, Files = [Picture()] }, Other);

        var sheet = await SheetAsync(database, first);
        Assert.Equal((PlanDocumentState.Issued, "572/KH-UBND", Today, "Chủ tịch"), (sheet.Row.State, sheet.Row.IssuedNo, sheet.Row.IssuedOn, sheet.Row.Signer));
        Assert.Equal(["Issued", "OpinionTakenUp", "OpinionGiven", "OpinionGiven", "Asked", "Revised", "Drafted"], sheet.History.Select(e => e.Act));
        Assert.Contains("Ý kiến bằng văn bản của Sở Xây dựng: Nhất trí.", sheet.History[2].Text, StringComparison.Ordinal);
        Assert.Equal([1, 3], sheet.Tasks.Select(t => t.Number));
        Assert.Single(sheet.History[0].Files);

        var second = (await DraftAsync(database, "Kế hoạch rà soát bổ sung", new PlanDocumentChanges(false, true, "", first, ""))).Value;
        var again = new ActOnPlanDocument(second, 1, PlanDocumentAct.Issued) { Issue = new PlanDocumentIssue("572/KH-UBND", Today, "Chủ tịch"), Files = [Picture()] };
        Assert.Equal("PDC-0027", (await ActAsync(database, again, Other)).Problem?.Code);
        await Ok(database, again with { Issue = new PlanDocumentIssue("600/KH-UBND", Today, "Chủ tịch"), Files = [Picture()] }, Other);
        var old = await SheetAsync(database, first);
        Assert.Equal((PlanDocumentState.Replaced, second), (old.Row.State, old.ReplacedBy!.Id));
        Assert.Equal("Replaced", old.History[0].Act);
        Assert.Equal(first, (await SheetAsync(database, second)).Replaces!.Id);
        Assert.Equal("PDC-0025", (await DraftAsync(database, "x", new PlanDocumentChanges(false, false, "", first, ""))).Problem?.Code);
        await using var db = database.NewContext();
        Assert.Equal(7, await db.Audits.CountAsync(a => a.Subject == first.ToString("N"), Ct));
    }

    [Theory, BothDatabases]
    public async Task Draft_BadInput_IsRefused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        Assert.Equal("PDC-0026", (await DraftAsync(database, "x", new PlanDocumentChanges(false, false, "3, 99", null, ""))).Problem?.Code);
        Assert.Equal("PDC-0026", (await DraftAsync(database, "x", new PlanDocumentChanges(false, false, "ba", null, ""))).Problem?.Code);
        Assert.Equal("PDC-0025", (await DraftAsync(database, "x", new PlanDocumentChanges(false, false, "", Guid.NewGuid(), ""))).Problem?.Code);
        var unit = new DraftPlanDocument("dvctt-2022", PlanDocumentKind.Plan, "x", "mars", new PlanDocumentChanges(false, false, "", null, ""), []);
        Assert.Equal(("TSK-0011", "Unit"), ((await database.UseAsync((DraftPlanDocumentHandler h) => h.HandleAsync(unit, Drafter, Ct))).Problem!.Code, "Unit"));
        var id = (await DraftAsync(database, "x", new PlanDocumentChanges(false, false, "", null, ""))).Value;
        await Ok(database, new ActOnPlanDocument(id, 1, PlanDocumentAct.Revised) { Text = "x", Files = [Picture()] }, Drafter);
        Assert.Equal("TSK-0011", (await ActAsync(database, new ActOnPlanDocument(id, 2, PlanDocumentAct.Asked) { Units = ["mars"], On = Today }, Drafter)).Problem?.Code);
        using var text = new MemoryStream("not a picture"u8.ToArray());
        Assert.Equal(("DOC-0003", "Upload"), ((await ActAsync(database, new ActOnPlanDocument(id, 2, PlanDocumentAct.Revised) { Text = "x", Files = [new GivenFile(text, "x.pdf")] }, Drafter)).Problem!.Code, "Upload"));
    }

    [Theory, BothDatabases]
    public async Task List_ByPartUnitAndNumber_GivesEachOnce(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLoadedAsync(kind);
        for (var i = 0; i < 33; i++) Assert.True((await DraftAsync(database, $"Văn bản {i}", new PlanDocumentChanges(false, false, "", null, ""))).IsOk);
        var page = await database.UseAsync((PlanDocumentSheets s) => s.ListAsync(new PlanDocumentFilter(), null, Ct));
        var rest = await database.UseAsync((PlanDocumentSheets s) => s.ListAsync(new PlanDocumentFilter(), page.Before, Ct));
        Assert.Equal(Enumerable.Range(1, 33).Reverse(), page.Lines.Concat(rest.Lines).Select(l => l.Row.Number));
        Assert.Null(rest.Before);
        Assert.Equal(33, page.Counts[PlanDocumentView.Open]);
        Assert.Empty((await database.UseAsync((PlanDocumentSheets s) => s.ListAsync(new PlanDocumentFilter(Unit: "stp"), null, Ct))).Lines);
        Assert.Single(await database.UseAsync((PlanDocumentSheets s) => s.DecisionsAsync(Ct)));
    }

    private static GivenFile Picture() => new(new MemoryStream(Convert.FromBase64String(PlanTaskTests.Picture)), "a.png");

    private static Task<Result<Guid>> DraftAsync(TestDatabase database, string title, PlanDocumentChanges changes) =>
        database.UseAsync((DraftPlanDocumentHandler h) => h.HandleAsync(new DraftPlanDocument("dvctt-2022", PlanDocumentKind.Plan, title, "vpubnd", changes, []), Drafter, Ct));

    private static Task<Result<Done>> ActAsync(TestDatabase database, ActOnPlanDocument command, Actor actor) => database.UseAsync((ActOnPlanDocumentHandler h) => h.HandleAsync(command, actor, Ct));

    private static async Task Ok(TestDatabase database, ActOnPlanDocument command, Actor actor)
    {
        var done = await ActAsync(database, command, actor);
        Assert.True(done.IsOk, $"{command.Act}: {done.Problem?.Code}");
    }

    private static async Task<PlanDocumentSheet> SheetAsync(TestDatabase database, Guid id) => (await database.UseAsync((PlanDocumentSheets s) => s.FindAsync(id, Ct)))!;
}
