using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.App.Dossiers;
using MotCua.App.Organisations;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.Web.Tests.Staff;

/// <summary>A portal with one commune, one procedure, its people signed in, and dossiers sent to it.</summary>
internal sealed class StaffStage : IAsyncDisposable
{
    public const string Unit = "ubnd-xa-01834";
    public const string Procedure = "1.004873";

    private static readonly Guid Version = Guid.Parse("00000000-0000-7000-8000-000000000001");
    private int _count;

    private StaffStage(LivePortal portal) => Portal = portal;

    public LivePortal Portal { get; }

    public HttpClient Desk { get; private set; } = null!;

    public HttpClient Handler { get; private set; } = null!;

    public HttpClient Leader { get; private set; } = null!;

    public OfficerRow LeaderRow { get; private set; } = null!;

    public static async Task<StaffStage> OpenAsync()
    {
        var stage = new StaffStage(await LivePortal.StartAsync());
        await using var db = stage.Portal.Database.NewContext();
        db.Units.Add(new UnitRow { Key = "ubnd-tinh", Name = "Ủy ban nhân dân tỉnh Bắc Kạn", ShortName = "UBND tỉnh", Level = "tinh", IdentifierCode = "H03", From = new(2022, 1, 1) });
        db.Units.Add(new UnitRow
        {
            Key = Unit,
            Name = "Ủy ban nhân dân phường Đức Xuân",
            ShortName = "UBND phường Đức Xuân",
            Level = "xa",
            ParentKey = "ubnd-tinh",
            IdentifierCode = "H03.60.01",
            From = new(2022, 1, 1),
            Address = "Tổ 5, phường Đức Xuân, thành phố Bắc Kạn",
            Phone = "0209 3870 000",
        });
        var content = new ProcedureContent
        {
            Components =
            [
                new ProcedureComponent("tp1", "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân theo mẫu", 1, 0, true, true),
                new ProcedureComponent("tp2", "Giấy tờ tùy thân có ảnh còn giá trị sử dụng để chứng minh về nhân thân", 0, 1, false, true),
                new ProcedureComponent("tp3", "Bản án, quyết định ly hôn hoặc Giấy chứng tử của vợ, chồng", 0, 1, false, false),
            ],
            Limits = [new ProcedureLimit("", "3 days", "")],
            Fees = [new ProcedureFee("Lệ phí hộ tịch", 15_000, "15.000 đồng", "tinh", true)],
            Results = ["Giấy xác nhận tình trạng hôn nhân"],
        };
        db.Procedures.Add(new ProcedureRow { Code = Procedure, Name = "Cấp Giấy xác nhận tình trạng hôn nhân", FieldName = "Hộ tịch", Levels = "xa", State = PublicationState.Published, CurrentVersionId = Version, SearchText = "cap giay xac nhan tinh trang hon nhan", IsHighVolume = true });
        db.ProcedureVersions.Add(new ProcedureVersionRow { Id = Version, Code = Procedure, Number = 1, From = new(2022, 1, 1), Content = JsonSerializer.Serialize(content, JsonSerializerOptions.Web) });
        await db.SaveChangesAsync();
        stage.Desk = await stage.Portal.SignInAsync(Role.DeskOfficer, Unit);
        stage.Handler = await stage.Portal.SignInAsync(Role.Handler, Unit);
        stage.LeaderRow = await stage.Portal.OfficerAsync(new Grant(Role.UnitLeader, Unit));
        stage.Leader = await stage.Portal.SignInAsync(stage.LeaderRow);
        return stage;
    }

    /// <summary>A dossier sent online now.</summary>
    public async Task<string> SubmitAsync(string name = "Nông Văn Tài") => await Portal.InScopeAsync(async s =>
    {
        var (db, journal, vault) = (s.GetRequiredService<MotCuaDb>(), s.GetRequiredService<Journal>(), s.GetRequiredService<PersonalDataVault>());
        var account = Guid.NewGuid();
        var act = journal.Begin("DossierSubmitting", new Actor(ActorKind.Citizen, account.ToString("N"), name, []));
        var dossier = new Dossier(Ids.NewGuid(act.At));
        db.Dossiers.Add(dossier);
        var code = SubmissionCode.New().Value;
        var filing = new Domain.Dossiers.Filing(Procedure, Version, "", Unit, Unit, Unit, Channel.Online, AssistedBy.CommunityTeam);
        await journal.RecordAsync(act, dossier, default, new DossierSubmitted(code, filing, account, account, null, "d", act.At.AddHours(25), ApplicantKind.Person, "01834", true));
        db.DossierParties.Add(new DossierPartyRow
        {
            DossierId = dossier.Id,
            Name = name,
            NameFolded = SearchText.Fold(name),
            IdentityCipher = vault.Seal($"00609000{1000 + _count}"),
            IdentityIndex = vault.Index($"00609000{1000 + _count}"),
            Phone = "0912345678",
            PhoneIndex = vault.Index("0912345678"),
            Email = "tai@example.vn",
            Address = "Tổ 5, phường Đức Xuân, thành phố Bắc Kạn",
        });
        db.DossierDocuments.Add(new DossierDocumentRow { Id = Ids.NewGuid(act.At), DossierId = dossier.Id, ComponentKey = "tp1", Name = "Tờ khai", Way = "form" });
        _count++;
        await db.SaveChangesAsync();
        return code;
    });

    /// <summary>A dossier accepted now; its number.</summary>
    public async Task<string> AcceptedAsync()
    {
        var code = await SubmitAsync();
        using var response = await Desk.SendFormAsync(Links.StaffAct(code, "tiep-nhan"), new Dictionary<string, string?>());
        return await Code(response);
    }

    /// <summary>A dossier whose result is drafted and handed to the leader.</summary>
    public async Task<string> DraftedAsync()
    {
        var code = await AcceptedAsync();
        (await Handler.SendFormAsync(Links.StaffDossier(code), new Dictionary<string, string?> { ["act"] = "nhan-xu-ly" })).Dispose();
        (await Handler.SendFormAsync(Links.StaffAct(code, "du-thao"), new Dictionary<string, string?> { ["Input.Text"] = "Xác nhận ông Nông Văn Tài chưa đăng ký kết hôn với ai." })).Dispose();
        (await Handler.SendFormAsync(Links.StaffAct(code, "chuyen-buoc"), new Dictionary<string, string?> { ["Input.Text"] = "Đủ điều kiện, kính trình lãnh đạo ký." })).Dispose();
        return code;
    }

    public async Task<Dossier> DossierAsync(string code)
    {
        await using var db = Portal.Database.NewContext();
        return await db.Dossiers.AsNoTracking().SingleAsync(d => d.SubmissionCode == code || d.Number == code);
    }

    public async Task<int> CountAsync()
    {
        await using var db = Portal.Database.NewContext();
        return await db.Dossiers.CountAsync();
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    private static async Task<string> Code(HttpResponseMessage response)
    {
        Assert.True((int)response.StatusCode == 302, $"{response.StatusCode}: {(await response.DomAsync()).QuerySelector(".govuk-error-summary")?.TextContent}");
        return response.Headers.Location!.OriginalString.Split('/', '?')[3];
    }
}
