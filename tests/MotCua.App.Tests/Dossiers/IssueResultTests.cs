using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Organisations;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Dossiers;

public sealed class IssueResultTests
{
    private const string Verify = "https://motcua.test/xac-thuc/{0}";
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory, BothDatabases]
    public async Task Issue_AfterTheDecision_EndsTheRouteAndNumbersRunInTheYear(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var clerk = await ClerkAsync(stage);
        var code = await DecidedAsync(stage);
        await using (var db = stage.Database.NewContext())
        {
            Assert.Equal(ResultState.Draft, (await db.Results.SingleAsync()).State);
            Assert.Equal(0, await db.Outbox.CountAsync(o => o.Kind == nameof(DossierFinished)));
        }

        Assert.Equal((DossierState.Processing, nameof(Role.Clerk)), ((await stage.DossierAsync(code)).State, (await stage.DossierAsync(code)).StepRole));
        Assert.Single((await stage.Database.UseAsync<TodayBoards, TodayBoard>(b => b.ForAsync(clerk, Ct))).Counts, c => c.Queue == DossierQueue.Unclaimed && c.Count == 1);
        Assert.Equal(1, (await ProposalAsync(stage, code)).Number);
        Assert.Equal(DossierProblems.NotNow.Code, (await IssueAsync(stage, code, 7, stage.Desk)).Problem?.Code);
        Assert.Equal(DossierProblems.NotStamped.Code, (await IssueAsync(stage, code, 7, clerk, isChecked: false)).Problem?.Code);
        Ok(await IssueAsync(stage, code, 7, clerk));

        var dossier = await stage.DossierAsync(code);
        Assert.Equal((DossierState.Finished, DossierOutcome.Granted, 1, stage.Leader.Id), (dossier.State, dossier.Outcome, dossier.ResultCount, dossier.DecidedBy));
        await stage.ProveAsync(code);
        await using var after = stage.Database.NewContext();
        var result = await after.Results.SingleAsync();
        Assert.Equal((ResultState.Issued, stage.Leader.Id, clerk.Id, 7, "GXN-UBND", 2022), (result.State, result.IssuedBy, result.StampedBy, result.DocumentNumber, result.DocumentSymbol, result.DocumentYear));
        Assert.NotEqual(Guid.Empty, result.FileId);
        Assert.NotNull(await stage.Database.UseAsync<ResultVerification, VerifiedResult?>(v => v.FindAsync(result.VerifyToken, Ct)));
        Assert.Equal(["finished", "handed-on", "handed-on"], (await after.DossierSteps.Select(s => s.Ending).ToListAsync()).Order(StringComparer.Ordinal));

        // NĐ 30/2020 Đ15: one number once a year, the next is proposed
        var second = await DecidedAsync(stage);
        Assert.Equal(new DocumentProposal(8, "GXN-UBND"), await ProposalAsync(stage, second));
        Assert.Equal(DossierProblems.DocumentNumberTaken.Code, (await IssueAsync(stage, second, 7, clerk)).Problem?.Code);
        Ok(await IssueAsync(stage, second, 8, clerk));
    }

    [Theory, BothDatabases]
    public async Task Decide_UnitWithoutClerk_IssuesAtOnce(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var code = await DecidedAsync(stage);
        Assert.Equal(DossierState.Finished, (await stage.DossierAsync(code)).State);
    }

    [Theory, BothDatabases]
    public async Task Decide_StraightAfterAcceptance_GoesThroughTheClerk(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var clerk = await ClerkAsync(stage);
        var code = await stage.SubmitAsync();
        var number = (await stage.AcceptAsync(code)).Value.Code;
        Ok(await stage.DoAsync<DraftResultHandler>(code, (h, v) => h.HandleAsync(new DraftResult(number, v, "Giấy xác nhận", "Nội dung", null), stage.Handler, Ct)));
        Ok(await stage.DoAsync<DecideDossierHandler>(code, (h, v) => h.HandleAsync(new DecideDossier(number, v, true, "", "", Verify), stage.Leader, Ct)));
        Assert.True((await stage.DossierAsync(code)).IsDecided);
        Ok(await IssueAsync(stage, code, 1, clerk));
        await stage.ProveAsync(code);
        await using var db = stage.Database.NewContext();
        Assert.Equal([2, 3], (await db.DossierSteps.Where(s => s.EndedAt != null).Select(s => s.Number).ToListAsync()).Order());
    }

    [Theory, BothDatabases]
    public async Task Clerk_ReturnsOrLeaderTakesBack_TheDecisionIsMadeAgain(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var clerk = await ClerkAsync(stage);
        var code = await DecidedAsync(stage);
        var number = (await stage.DossierAsync(code)).Number!;
        Assert.Equal(DossierProblems.NotNow.Code, (await stage.DoAsync<DraftResultHandler>(code, (h, v) => h.HandleAsync(new DraftResult(number, v, "Khác", "Khác", null), stage.Handler, Ct))).Problem?.Code);
        Ok(await stage.DoAsync<TakeBackStepHandler>(code, (h, v) => h.HandleAsync(new TakeBackStep(number, v), stage.Leader, Ct)));
        Assert.False((await stage.DossierAsync(code)).IsDecided);
        Ok(await stage.DoAsync<DecideDossierHandler>(code, (h, v) => h.HandleAsync(new DecideDossier(number, v, true, "", "", Verify), stage.Leader, Ct)));
        Ok(await stage.DoAsync<ClaimStepHandler>(code, (h, v) => h.HandleAsync(new ClaimStep(number, v), clerk, Ct)));
        Assert.False((await stage.DoAsync<TakeBackStepHandler>(code, (h, v) => h.HandleAsync(new TakeBackStep(number, v), stage.Leader, Ct))).IsOk);
        Ok(await stage.DoAsync<ReturnStepHandler>(code, (h, v) => h.HandleAsync(new ReturnStep(number, v, "Sai thể thức: thiếu nơi nhận"), clerk, Ct)));
        var back = await stage.DossierAsync(code);
        Assert.Equal((nameof(Role.UnitLeader), stage.Leader.Id, false), (back.StepRole, back.StepOfficerId, back.IsDecided));
        Ok(await stage.DoAsync<DecideDossierHandler>(code, (h, v) => h.HandleAsync(new DecideDossier(number, v, true, "", "", Verify), stage.Leader, Ct)));
        Ok(await IssueAsync(stage, code, 1, clerk));
        await stage.ProveAsync(code);
    }

    [Theory, BothDatabases]
    public async Task Refusal_BeforeIssuing_IsNotToldToTheApplicant(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var clerk = await ClerkAsync(stage);
        var code = await DecidedAsync(stage, isGranted: false, draft: false);
        var before = await stage.Database.UseAsync<OwnDossierSheets, OwnDossierSheet?>(s => s.FindAsync(code, stage.Owner, Ct));
        Assert.DoesNotContain(before!.Story, l => l.Text.Contains("Chưa đủ điều kiện", StringComparison.Ordinal) || l.Title.Contains("Từ chối", StringComparison.Ordinal));
        var step = Assert.Single(before.Story, l => l.By.StartsWith("Văn thư, ", StringComparison.Ordinal));
        Assert.Equal(("current", false), (step.Tone, step.IsLate));
        Assert.NotNull(step.Until);

        stage.Database.Clock.Advance(TimeSpan.FromDays(3));
        var late = await stage.Database.UseAsync<OwnDossierSheets, OwnDossierSheet?>(s => s.FindAsync(code, stage.Owner, Ct));
        Assert.True(Assert.Single(late!.Story, l => l.By.StartsWith("Văn thư, ", StringComparison.Ordinal)).IsLate);

        Ok(await IssueAsync(stage, code, null, clerk));
        var after = await stage.Database.UseAsync<OwnDossierSheets, OwnDossierSheet?>(s => s.FindAsync(code, stage.Owner, Ct));
        Assert.Contains(after!.Story, l => l.Title == "Từ chối giải quyết" && l.Text.Contains("Chưa đủ điều kiện", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Refused_WithAPaperThatGrants_IssuesMau03AloneAndNoPaper(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var clerk = await ClerkAsync(stage);
        var code = await DecidedAsync(stage, isGranted: false);
        Ok(await IssueAsync(stage, code, null, clerk));
        var dossier = await stage.DossierAsync(code);
        Assert.Equal((DossierState.Finished, DossierOutcome.Refused, 0, false), (dossier.State, dossier.Outcome, dossier.ResultCount, dossier.HasElectronicResult));
        await using var db = stage.Database.NewContext();
        Assert.Empty(db.Results.Where(r => r.DossierId == dossier.Id));
        var printed = await stage.Database.UseAsync<PaperSheets, PrintedForm?>(p => p.FindAsync(dossier.Code, PaperForm.Refusal, null, stage.Leader, Ct));
        Assert.NotNull(printed!.Refusal);
        Assert.NotEqual("Hà Thị Bích", printed.Refusal.Officer.Name); // the leader signs, not the clerk who issues
    }

    private static async Task<string> DecidedAsync(DossierStage stage, bool isGranted = true, bool draft = true)
    {
        var code = await stage.SubmitAsync();
        var number = (await stage.AcceptAsync(code)).Value.Code;
        Ok(await stage.DoAsync<TakeOverDossierHandler>(code, (h, v) => h.HandleAsync(new TakeOverDossier(number, v), stage.Handler, Ct)));
        if (draft) Ok(await stage.DoAsync<DraftResultHandler>(code, (h, v) => h.HandleAsync(new DraftResult(number, v, "Giấy xác nhận", "Xác nhận chưa đăng ký kết hôn.", null), stage.Handler, Ct)));
        Ok(await stage.DoAsync<HandOnStepHandler>(code, (h, v) => h.HandleAsync(new HandOnStep(number, v, null, ""), stage.Handler, Ct)));
        Ok(await stage.DoAsync<DecideDossierHandler>(code, (h, v) => h.HandleAsync(new DecideDossier(number, v, isGranted, "khong-du-dieu-kien", "Chưa đủ điều kiện", Verify), stage.Leader, Ct)));
        return code;
    }

    private static Task<Result<DossierReceipt>> IssueAsync(DossierStage stage, string code, int? number, Actor actor, bool isChecked = true) =>
        stage.DoAsync<IssueResultHandler>(code, (h, v) => h.HandleAsync(new IssueResult(code, v, number, "GXN-UBND", isChecked, Verify), actor, Ct));

    private static async Task<DocumentProposal> ProposalAsync(DossierStage stage, string code)
    {
        var dossier = await stage.DossierAsync(code);
        return await stage.Database.UseAsync<DocumentRegister, DocumentProposal>(r => r.ProposeAsync(dossier, Ct));
    }

    private static async Task<Actor> ClerkAsync(DossierStage stage)
    {
        var clerk = DossierStage.Officer("Hà Thị Bích", new Grant(Role.Clerk, DossierStage.Unit));
        await using var db = stage.Database.NewContext();
        db.Officers.Add(new OfficerRow { Id = Guid.Parse(clerk.Id), UserName = clerk.Id, DisplayName = clerk.DisplayName, IsActive = true, CreatedAt = DateTimeOffset.UnixEpoch });
        db.Grants.Add(new GrantRow { Id = Guid.NewGuid(), OfficerId = Guid.Parse(clerk.Id), Role = Role.Clerk, UnitKey = DossierStage.Unit, From = new(2022, 1, 1) });
        await db.SaveChangesAsync();
        return clerk;
    }

    private static void Ok(Result<DossierReceipt> result) => Assert.True(result.IsOk, result.IsOk ? "" : result.Problem.Title);
}
