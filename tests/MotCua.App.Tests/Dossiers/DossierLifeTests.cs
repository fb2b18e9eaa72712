using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Dossiers;

public sealed class DossierLifeTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory, BothDatabases]
    public async Task Life_FromSubmissionToVerifiedResult_IsWholeAndProvesItself(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var code = await stage.SubmitAsync();
        var number = (await stage.AcceptAsync(code)).Value.Code;
        Ok(await stage.DoAsync<TakeOverDossierHandler>(code, (h, v) => h.HandleAsync(new TakeOverDossier(number, v), stage.Handler, Ct)));
        Ok(await stage.DoAsync<DraftResultHandler>(code, (h, v) => h.HandleAsync(new DraftResult(number, v, "Giấy xác nhận tình trạng hôn nhân", "Xét đề nghị của ông Nguyễn Văn An.\nXác nhận ông chưa đăng ký kết hôn.", null), stage.Handler, Ct)));
        Ok(await stage.DoAsync<HandOnStepHandler>(code, (h, v) => h.HandleAsync(new HandOnStep(number, v, stage.Leader.Id, "Đủ điều kiện, trình ký"), stage.Handler, Ct)));
        stage.Database.Clock.Advance(TimeSpan.FromHours(3));
        Ok(await stage.DoAsync<DecideDossierHandler>(code, (h, v) => h.HandleAsync(new DecideDossier(number, v, true, "", "", "https://motcua.test/xac-minh/{0}"), stage.Leader, Ct)));
        Ok(await stage.DoAsync<DeliverResultHandler>(code, (h, v) => h.HandleAsync(new DeliverResult(number, v, "counter", "Nguyễn Văn An", true, ""), stage.Desk, Ct)));

        var dossier = await stage.DossierAsync(code);
        Assert.Equal((DossierState.Returned, DossierOutcome.Granted, 1, true), (dossier.State, dossier.Outcome, dossier.ResultCount, dossier.HasElectronicResult));
        await stage.ProveAsync(code);
        await using var db = stage.Database.NewContext();
        var result = await db.Results.SingleAsync();
        Assert.Equal(number + "-KQ1", result.Code);
        Assert.NotEqual(Guid.Empty, result.FileId);
        var verified = await stage.Database.UseAsync<ResultVerification, VerifiedResult?>(v => v.FindAsync(result.VerifyToken.ToUpperInvariant(), Ct));
        Assert.Equal((result.Code, ResultState.Issued), (verified!.Code, verified.State));
        Assert.Equal(["finished", "handed-on"], (await db.DossierSteps.Select(s => s.Ending).ToListAsync()).Order(StringComparer.Ordinal));

        Ok(await stage.DoAsync<RevokeResultHandler>(code, (h, v) => h.HandleAsync(new RevokeResult(number, v, result.Id, "Sai ngày sinh"), stage.Leader, Ct)));
        Assert.Equal(ResultState.Revoked, (await stage.Database.UseAsync<ResultVerification, VerifiedResult?>(v => v.FindAsync(result.VerifyToken, Ct)))!.State);
        Ok(await stage.DoAsync<ReopenDossierHandler>(code, (h, v) => h.HandleAsync(new ReopenDossier(number, v, "Sai ngày sinh"), stage.Leader, Ct)));
        await stage.ProveAsync(code);
    }

    [Theory, BothDatabases]
    public async Task Reopened_AndDecidedAnew_PutsTheNewResultInThePlaceOfTheOld(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var code = await stage.SubmitAsync();
        var number = (await stage.AcceptAsync(code)).Value.Code;
        Ok(await stage.DoAsync<TakeOverDossierHandler>(code, (h, v) => h.HandleAsync(new TakeOverDossier(number, v), stage.Handler, Ct)));
        await DecideAsync("Sinh ngày 1/1");
        Ok(await stage.DoAsync<ReopenDossierHandler>(code, (h, v) => h.HandleAsync(new ReopenDossier(number, v, "Sai ngày sinh"), stage.Leader, Ct)));
        Assert.Null((await stage.DossierAsync(code)).StepOfficerId);
        Ok(await stage.DoAsync<ClaimStepHandler>(code, (h, v) => h.HandleAsync(new ClaimStep(number, v), stage.Handler, Ct)));
        await DecideAsync("Sinh ngày 2/1");

        await stage.ProveAsync(code);
        await using var db = stage.Database.NewContext();
        var results = await db.Results.OrderBy(r => r.Ordinal).ToListAsync();
        Assert.Equal([(ResultState.Superseded, (Guid?)results[1].Id), (ResultState.Issued, null)], results.Select(r => (r.State, r.SupersededBy)));
        var old = await stage.Database.UseAsync<ResultVerification, VerifiedResult?>(v => v.FindAsync(results[0].VerifyToken, Ct));
        Assert.Equal(ResultState.Superseded, old!.State); // law rules 25, 35: never two results in force on one matter

        async Task DecideAsync(string text)
        {
            Ok(await stage.DoAsync<DraftResultHandler>(code, (h, v) => h.HandleAsync(new DraftResult(number, v, "Giấy xác nhận", text, null), stage.Handler, Ct)));
            Ok(await stage.DoAsync<HandOnStepHandler>(code, (h, v) => h.HandleAsync(new HandOnStep(number, v, stage.Leader.Id, ""), stage.Handler, Ct)));
            Ok(await stage.DoAsync<DecideDossierHandler>(code, (h, v) => h.HandleAsync(new DecideDossier(number, v, true, "", "", "https://motcua.test/xac-minh/{0}"), stage.Leader, Ct)));
        }
    }

    [Theory, BothDatabases]
    public async Task Accept_StaleOrForeign_ChangesNothing(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var code = await stage.SubmitAsync();
        Assert.Equal(ProblemKind.NotFound, (await stage.AcceptAsync(code, DossierStage.Officer("Xã khác", new Grant(Role.DeskOfficer, DossierStage.Other)))).Problem?.Kind);
        Assert.Equal(ProblemKind.NotFound, (await stage.AcceptAsync(code, DossierStage.Officer("Quản trị", new Grant(Role.ProvinceAdministrator, "vpubnd"), new Grant(Role.Operator, "vpubnd")))).Problem?.Kind);
        Assert.Equal(ProblemKind.Forbidden, (await stage.AcceptAsync(code, stage.Handler)).Problem?.Kind);
        Assert.Equal(DossierProblems.Stale.Code, (await stage.AcceptAsync(code, seen: 0)).Problem?.Code);
        Assert.Equal(DossierState.Submitted, (await stage.DossierAsync(code)).State);
        Ok(await stage.AcceptAsync(code, seen: 1));
        Assert.Equal(DossierProblems.Stale.Code, (await stage.AcceptAsync(code, seen: 1)).Problem?.Code);
    }

    [Theory, BothDatabases]
    public async Task Accept_TwiceAtOnce_AcceptsOnceAndWastesNoNumber(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var code = await stage.SubmitAsync();
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => stage.AcceptAsync(code, seen: 1))));
        Assert.Equal(1, both.Count(r => r.IsOk));
        Assert.All(both.Where(r => !r.IsOk), r => Assert.Equal(DossierProblems.Stale.Code, r.Problem?.Code));
        Assert.EndsWith("-0002", (await stage.AcceptAsync(await stage.SubmitAsync())).Value.Code, StringComparison.Ordinal);
        await stage.ProveAsync(code);
    }

    [Theory, BothDatabases]
    public async Task Supplement_ProposedByUnitAskedByDeskSentByOwner_RestartsTheLimit(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var code = await stage.SubmitAsync();
        var number = (await stage.AcceptAsync(code)).Value.Code;
        Ok(await stage.DoAsync<TakeOverDossierHandler>(code, (h, v) => h.HandleAsync(new TakeOverDossier(number, v), stage.Handler, Ct)));
        var demand = new SupplementDemand([new AskedItem("tp2", "Bản chụp bị mờ")], "", "Chụp lại rõ cả hai mặt", new(2022, 8, 1));
        Assert.Equal(ProblemKind.Refused, (await stage.DoAsync<RequestSupplementHandler>(code, (h, v) => h.HandleAsync(new RequestSupplement(number, v, demand, null), stage.Handler, Ct))).Problem?.Kind);
        Ok(await stage.DoAsync<ProposeSupplementHandler>(code, (h, v) => h.HandleAsync(new ProposeSupplement(number, v, demand), stage.Handler, Ct)));
        Assert.Single((await stage.Database.UseAsync<TodayBoards, TodayBoard>(b => b.ForAsync(stage.Desk, Ct))).Proposals);
        Ok(await stage.DoAsync<RequestSupplementHandler>(code, (h, v) => h.HandleAsync(new RequestSupplement(number, v, demand, null), stage.Desk, Ct)));
        stage.Database.Clock.Advance(TimeSpan.FromDays(2));
        Ok(await stage.DoAsync<ReceiveSupplementHandler>(code, (h, v) => h.HandleAsync(new ReceiveSupplement(number, v, new SupplementContent("{\"a\":1}", Guid.Empty, [])), stage.Owner, Ct)));
        var dossier = await stage.DossierAsync(code);
        Assert.Equal((DossierState.Processing, number), (dossier.State, dossier.Number));
        Assert.Equal(ProvinceTime.At(new(2022, 8, 3), new(17, 0)), dossier.DueAt); // Wednesday 27/7 + 5 working days
        Assert.Equal(stage.Handler.Id, dossier.StepOfficerId); // goes on with whoever had it
        Assert.Equal(DossierProblems.SupplementOnce.Code, (await stage.DoAsync<RequestSupplementHandler>(code, (h, v) => h.HandleAsync(new RequestSupplement(number, v, demand with { RespondOn = new(2022, 9, 1) }, ""), stage.Desk, Ct))).Problem?.Code);
        await stage.ProveAsync(code);
    }

    [Theory, BothDatabases]
    public async Task Guidance_AnsweredByOwner_IsSentAgainWithANewClock(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var code = await stage.SubmitAsync();
        var demand = new SupplementDemand([new AskedItem("tp1", "Thiếu chữ ký")], "", "", new(2022, 7, 29));
        Ok(await stage.DoAsync<GuideDossierHandler>(code, (h, v) => h.HandleAsync(new GuideDossier(code, v, demand), stage.Desk, Ct)));
        Assert.Equal(ProblemKind.NotFound, (await stage.DoAsync<SendAgainHandler>(code, (h, v) => h.HandleAsync(new SendAgain(code, v, new SupplementContent(null, Guid.Empty, [])), A.Citizen(), Ct))).Problem?.Kind);
        var strange = new SupplementContent(null, Guid.Empty, [new GivenPaper("tp2", "Ảnh", "upload", Guid.NewGuid(), "", false)]);
        Assert.Equal(DossierProblems.FileNotStored.Code, (await stage.DoAsync<SendAgainHandler>(code, (h, v) => h.HandleAsync(new SendAgain(code, v, strange), stage.Owner, Ct))).Problem?.Code);
        Ok(await stage.DoAsync<SendAgainHandler>(code, (h, v) => h.HandleAsync(new SendAgain(code, v, new SupplementContent(null, Guid.Empty, [])), stage.Owner, Ct)));
        var dossier = await stage.DossierAsync(code);
        Assert.Equal((DossierState.Submitted, ProvinceTime.At(new(2022, 7, 26), new(8, 0))), (dossier.State, dossier.AcceptanceDueAt!.Value)); // 8 working hours from Monday 08:00: 3.5 + 3.5, then 1 more on Tuesday
    }

    [Theory, BothDatabases]
    public async Task Leader_OwnDraft_CannotDecide(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var code = await stage.SubmitAsync();
        var number = (await stage.AcceptAsync(code)).Value.Code;
        Ok(await stage.DoAsync<DraftResultHandler>(code, (h, v) => h.HandleAsync(new DraftResult(number, v, "Giấy xác nhận", "Nội dung", null), stage.Leader, Ct)));
        Assert.Equal(DossierProblems.OwnDraft.Code, (await stage.DoAsync<DecideDossierHandler>(code, (h, v) => h.HandleAsync(new DecideDossier(number, v, true, "", "", "x/{0}"), stage.Leader, Ct))).Problem?.Code);
        Assert.Equal(DossierState.Accepted, (await stage.DossierAsync(code)).State);
    }

    [Theory, BothDatabases]
    public async Task Steps_HandedOn_AreTakenBackOnlyBeforeTheReceiverActs(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var code = await stage.SubmitAsync();
        var number = (await stage.AcceptAsync(code)).Value.Code;
        Ok(await stage.DoAsync<TakeOverDossierHandler>(code, (h, v) => h.HandleAsync(new TakeOverDossier(number, v), stage.Handler, Ct)));
        Ok(await stage.DoAsync<HandOnStepHandler>(code, (h, v) => h.HandleAsync(new HandOnStep(number, v, null, null), stage.Handler, Ct)));
        Ok(await stage.DoAsync<TakeBackStepHandler>(code, (h, v) => h.HandleAsync(new TakeBackStep(number, v), stage.Handler, Ct)));
        Assert.Equal(stage.Handler.Id, (await stage.DossierAsync(code)).StepOfficerId);
        Ok(await stage.DoAsync<HandOnStepHandler>(code, (h, v) => h.HandleAsync(new HandOnStep(number, v, null, null), stage.Handler, Ct)));
        Ok(await stage.DoAsync<ClaimStepHandler>(code, (h, v) => h.HandleAsync(new ClaimStep(number, v), stage.Leader, Ct)));
        Assert.Equal(DossierProblems.ReceiverActed.Code, (await stage.DoAsync<TakeBackStepHandler>(code, (h, v) => h.HandleAsync(new TakeBackStep(number, v), stage.Handler, Ct))).Problem?.Code);
        Ok(await stage.DoAsync<ReturnStepHandler>(code, (h, v) => h.HandleAsync(new ReturnStep(number, v, "Bổ sung căn cứ"), stage.Leader, Ct)));
        Assert.Equal((1, stage.Handler.Id), ((await stage.DossierAsync(code)).StepNumber, (await stage.DossierAsync(code)).StepOfficerId));
        await stage.ProveAsync(code);
    }

    private static void Ok(Result<DossierReceipt> result) => Assert.True(result.IsOk, result.Problem?.Code + " " + result.Problem?.Title);
}
