using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.App.Dossiers;
using MotCua.App.Organisations;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.Web.Tests.Papers;

/// <summary>A ward with its desk, handler and leader, one procedure of fifteen papers and five working days, and a citizen: enough to print every form.</summary>
internal sealed class PaperStage : IAsyncDisposable
{
    public const string Unit = "ubnd-xa-01834";
    public const string Other = "ubnd-xa-01840";
    public const string Procedure = "1.004873";
    public const string Applicant = "Nông Thị <b>Tài</b> & Hoàng Văn Trường Sơn";

    private static readonly Guid Version = Guid.Parse("00000000-0000-7000-8000-000000000001");

    private PaperStage(LivePortal portal) => Portal = portal;

    public LivePortal Portal { get; }

    public HttpClient Citizen { get; private set; } = null!;

    public Guid CitizenId { get; private set; }

    public OfficerRow DeskRow { get; private set; } = null!;

    public HttpClient Desk { get; private set; } = null!;

    private Actor DeskActor { get; set; } = null!;

    private Actor HandlerActor { get; set; } = null!;

    private Actor LeaderActor { get; set; } = null!;

    private Actor Owner => new(ActorKind.Citizen, CitizenId.ToString("N"), "Nông Văn Tài", []);

    public static async Task<PaperStage> OpenAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var stage = new PaperStage(await LivePortal.StartAsync(settings: settings));
        await stage.InAsync(async db =>
        {
            db.Units.Add(new UnitRow { Key = "ubnd-tinh", Name = "Ủy ban nhân dân tỉnh Bắc Kạn", Level = "tinh", Kind = "ubnd", From = new(2022, 1, 1) });
            db.Units.Add(new UnitRow { Key = Unit, Name = "Ủy ban nhân dân phường Nguyễn Thị Minh Khai", ParentKey = "ubnd-tinh", Level = "xa", IdentifierCode = "H03.60.01", Address = "Tổ 1, phường Nguyễn Thị Minh Khai", Phone = "0209 3870 100", From = new(2022, 1, 1) });
            db.Units.Add(new UnitRow { Key = Other, Name = "Ủy ban nhân dân phường Đức Xuân", Level = "xa", IdentifierCode = "H03.60.02", From = new(2022, 1, 1) });
            var content = new ProcedureContent
            {
                Components = [new ProcedureComponent("tp1", "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân theo mẫu", 1, 0, true, true), .. Enumerable.Range(2, 14).Select(i => new ProcedureComponent($"tp{i}", $"Giấy tờ thứ {i} chứng minh nơi cư trú, quan hệ hôn nhân hoặc quyết định ly hôn đã có hiệu lực pháp luật", 0, 1, false, true))],
                Limits = [new ProcedureLimit("", "5 days", "")],
            };
            db.Procedures.Add(new ProcedureRow { Code = Procedure, Name = "Cấp Giấy xác nhận tình trạng hôn nhân", Levels = "xa", State = PublicationState.Published, CurrentVersionId = Version });
            db.ProcedureVersions.Add(new ProcedureVersionRow { Id = Version, Code = Procedure, Number = 1, From = new(2022, 1, 1), Content = JsonSerializer.Serialize(content, JsonSerializerOptions.Web) });
            await db.SaveChangesAsync();
        });
        (stage.DeskRow, stage.DeskActor) = await stage.OfficerAsync("Nông Thị Hà", "Công chức tư pháp - hộ tịch", Role.DeskOfficer);
        (_, stage.HandlerActor) = await stage.OfficerAsync("Hoàng Văn Thái", "Chuyên viên", Role.Handler);
        (_, stage.LeaderActor) = await stage.OfficerAsync("Lý Văn Minh", "Phó Chủ tịch", Role.UnitLeader);
        await stage.AdvanceAsync(TimeSpan.Zero);
        await stage.InAsync(async db => stage.CitizenId = await db.Accounts.Select(a => a.Id).SingleAsync());
        return stage;
    }

    /// <summary>Lets time pass; the people sign in anew, as their sessions may have ended.</summary>
    public async Task AdvanceAsync(TimeSpan time)
    {
        Portal.Clock.Advance(time);
        Desk = await Portal.SignInAsync(DeskRow);
        Citizen = await Portal.SignInCitizenAsync();
    }

    public async Task InAsync(Func<MotCuaDb, Task> act)
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<MotCuaDb>());
    }

    /// <summary>A dossier sent online now, with a paper for each component but the last, which is brought on paper.</summary>
    public async Task<string> SubmitAsync()
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MotCuaDb>();
        var vault = scope.ServiceProvider.GetRequiredService<PersonalDataVault>();
        var act = scope.ServiceProvider.GetRequiredService<Journal>().Begin("DossierSubmitting", Owner);
        var (code, dossier) = (SubmissionCode.New().Value, new Dossier(Ids.NewGuid(act.At)));
        var filing = new MotCua.Domain.Dossiers.Filing(Procedure, Version, "", Unit, Unit, Unit, Channel.Online, AssistedBy.Self);
        db.DossierEvents.AddRange(Journal.Chain(act, dossier, DossierChain.Start, new DossierSubmitted(code, filing, CitizenId, CitizenId, null, "d", act.At.AddHours(10), ApplicantKind.Person, "01834", true)));
        db.Dossiers.Add(dossier);
        db.DossierParties.Add(new DossierPartyRow { DossierId = dossier.Id, Name = Applicant, NameFolded = SearchText.Fold(Applicant), IdentityCipher = vault.Seal("006090001234"), Phone = "0912345678", Email = "tai@example.vn", Address = "Tổ 5, phường Nguyễn Thị Minh Khai, thành phố Bắc Kạn" });
        for (var i = 2; i <= 15; i++)
        {
            db.DossierDocuments.Add(new DossierDocumentRow { Id = Ids.NewGuid(act.At), DossierId = dossier.Id, ComponentKey = $"tp{i}", Name = "Giấy tờ", Way = i < 15 ? "upload" : "paper", PaperReason = i < 15 ? "" : "1 bản chính, 2 bản sao" });
        }

        await db.SaveChangesAsync();
        return code;
    }

    public async Task<string> AcceptAsync(string code, long fee = 15000) =>
        (await DoAsync<AcceptDossierHandler>(code, (h, v) => h.HandleAsync(new AcceptDossier(code, v, "", fee, false, false), DeskActor, default))).Code;

    public Task GuideAsync(string code, string what) => DoAsync<GuideDossierHandler>(code, (h, v) => h.HandleAsync(
        new GuideDossier(code, v, new SupplementDemand([new AskedItem("tp1", what), new AskedItem("", "Nộp thêm bản sao quyết định ly hôn"), .. Enumerable.Range(2, 13).Select(i => new AskedItem($"tp{i}", "Bản chụp bị mờ, đề nghị chụp lại rõ cả hai mặt"))], "Luật Hộ tịch 2014 Điều 18; Nghị định 123/2015/NĐ-CP Điều 22", "Tờ khai chưa đủ nội dung", new(2022, 7, 29))), DeskActor, default));

    public Task RefuseIntakeAsync(string code) => DoAsync<RefuseIntakeHandler>(code, (h, v) => h.HandleAsync(
        new RefuseIntake(code, v, "khong-tham-quyen", "Ông thường trú tại huyện Ba Bể, hồ sơ thuộc thẩm quyền của Ủy ban nhân dân xã Nam Mẫu."), DeskActor, default));

    public async Task ProcessAsync(string number)
    {
        await DoAsync<TakeOverDossierHandler>(number, (h, v) => h.HandleAsync(new TakeOverDossier(number, v), HandlerActor, default));
        await AdvanceAsync(TimeSpan.FromHours(2));
    }

    public async Task DraftAsync(string number) => await DoAsync<DraftResultHandler>(number, (h, v) => h.HandleAsync(new DraftResult(number, v, "Giấy xác nhận tình trạng hôn nhân", "Xét đề nghị của ông Nông Văn Tài.\nXác nhận hiện tại chưa đăng ký kết hôn với ai.", null), HandlerActor, default));

    public async Task GrantAsync(string number)
    {
        await DraftAsync(number);
        await DoAsync<HandOnStepHandler>(number, (h, v) => h.HandleAsync(new HandOnStep(number, v, null, null), HandlerActor, default));
        await AdvanceAsync(TimeSpan.FromMinutes(45));
        await DoAsync<DecideDossierHandler>(number, (h, v) => h.HandleAsync(new DecideDossier(number, v, true, "", "", "http://localhost/xac-thuc/{0}"), LeaderActor, default));
    }

    public async Task RefuseAsync(string number)
    {
        await DraftAsync(number);
        await DoAsync<HandOnStepHandler>(number, (h, v) => h.HandleAsync(new HandOnStep(number, v, null, null), HandlerActor, default));
        await DoAsync<DecideDossierHandler>(number, (h, v) => h.HandleAsync(new DecideDossier(number, v, false, "khong-du-dieu-kien", "Người đề nghị đang có quan hệ hôn nhân chưa chấm dứt.", "http://localhost/xac-thuc/{0}"), LeaderActor, default));
    }

    public Task ReappointAsync(string number) => DoAsync<ReappointDossierHandler>(number, (h, v) => h.HandleAsync(
        new ReappointDossier(number, v, new(2022, 8, 3), "Cơ quan công an cấp huyện chưa trả lời văn bản xác minh tình trạng hôn nhân."), LeaderActor, default));

    public Task RevokeAsync(string number, Guid result) => DoAsync<RevokeResultHandler>(number, (h, v) => h.HandleAsync(new RevokeResult(number, v, result, "Cấp sai"), LeaderActor, default));

    public async Task SupersedeAsync(string number, Guid result)
    {
        var draft = Ids.NewGuid(Portal.Clock.GetUtcNow());
        await InAsync(async db =>
        {
            var old = await db.Results.AsNoTracking().SingleAsync(r => r.Id == result);
            db.Results.Add(new ResultRow { Id = draft, DossierId = old.DossierId, Title = old.Title, State = ResultState.Draft, DraftedBy = HandlerActor.Id, UnitKey = Unit, VerifyToken = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray()) });
            db.DossierNotes.Add(new DossierNoteRow { Id = draft, DossierId = old.DossierId, Kind = "ResultText", Text = "Nội dung mới", At = Portal.Clock.GetUtcNow(), AuthorId = HandlerActor.Id });
            await db.SaveChangesAsync();
        });
        await DoAsync<SupersedeResultHandler>(number, (h, v) => h.HandleAsync(new SupersedeResult(number, v, result, draft, "http://localhost/xac-thuc/{0}"), LeaderActor, default));
    }

    /// <summary>A dossier processed to an issued result: its number and the result.</summary>
    public async Task<(string Number, ResultRow Result)> IssuedAsync()
    {
        var number = await AcceptAsync(await SubmitAsync());
        await ProcessAsync(number);
        await GrantAsync(number);
        return (number, await ResultAsync(number));
    }

    public async Task<ResultRow> ResultAsync(string number)
    {
        ResultRow? row = null;
        await InAsync(async db => row = await db.Results.AsNoTracking().Where(r => r.Code.StartsWith(number) && r.State != ResultState.Draft).OrderBy(r => r.Ordinal).FirstAsync());
        return row!;
    }

    public async ValueTask DisposeAsync() => await Portal.DisposeAsync();

    private async Task<(OfficerRow Row, Actor Actor)> OfficerAsync(string name, string title, Role role)
    {
        var row = await Portal.OfficerAsync(new Grant(role, Unit));
        await InAsync(db => db.Officers.Where(o => o.Id == row.Id).ExecuteUpdateAsync(s => s.SetProperty(o => o.DisplayName, name).SetProperty(o => o.Title, title)));
        return (row, new Actor(ActorKind.Officer, row.Id.ToString("N"), name, [new Grant(role, Unit)]));
    }

    private async Task<DossierReceipt> DoAsync<THandler>(string code, Func<THandler, int, Task<Result<DossierReceipt>>> act)
        where THandler : notnull
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MotCuaDb>();
        var version = await db.Dossiers.AsNoTracking().Where(d => d.SubmissionCode == code || d.Number == code).Select(d => d.Version).SingleAsync();
        var result = await act(scope.ServiceProvider.GetRequiredService<THandler>(), version);
        return result.IsOk ? result.Value : throw new InvalidOperationException(result.Problem.Title);
    }
}
