using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.App.Dossiers;
using MotCua.App.Organisations;
using MotCua.Domain.Calendar;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Dossiers;

/// <summary>A commune with its desk and people, one procedure of five working days, and dossiers sent to it.</summary>
internal sealed class DossierStage : IAsyncDisposable
{
    public const string Unit = "ubnd-xa-01834";
    public const string Other = "ubnd-xa-01840";
    public const string Procedure = "1.004873";

    private static readonly Guid Version = Guid.Parse("00000000-0000-7000-8000-000000000001");

    private DossierStage(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public Guid Citizen { get; } = Guid.NewGuid();

    public Actor Owner => new(ActorKind.Citizen, Citizen.ToString("N"), "Nguyễn Văn An", []);

    public Actor Desk { get; } = Officer("Nông Thị Hà", new Grant(Role.DeskOfficer, Unit));

    public Actor Handler { get; } = Officer("Hoàng Văn Thái", new Grant(Role.Handler, Unit));

    public Actor Leader { get; } = Officer("Lý Văn Minh", new Grant(Role.UnitLeader, Unit));

    public static Actor Officer(string name, params Grant[] grants) => new(ActorKind.Officer, Guid.NewGuid().ToString("N"), name, grants);

    public static async Task<DossierStage> OpenAsync(DatabaseKind kind)
    {
        var stage = new DossierStage(await TestDatabase.CreateAsync(kind));
        await using var db = stage.Database.NewContext();
        foreach (var (key, code) in new[] { (Unit, "H03.60.01"), (Other, "H03.60.02") })
        {
            db.Units.Add(new UnitRow { Key = key, Name = "UBND xã " + code, ShortName = "xã " + code, Level = "xa", IdentifierCode = code, From = new(2022, 1, 1), SearchText = "", SortKey = "" });
        }

        var content = new ProcedureContent
        {
            Components = [new ProcedureComponent("tp1", "Tờ khai", 1, 0, true, true), new ProcedureComponent("tp2", "Giấy tờ tùy thân", 0, 1, false, true)],
            Limits = [new ProcedureLimit("", "5 days", "")],
        };
        db.Procedures.Add(new ProcedureRow { Code = Procedure, Name = "Cấp Giấy xác nhận tình trạng hôn nhân", Levels = "xa", State = PublicationState.Published, CurrentVersionId = Version, SearchText = "cap giay xac nhan tinh trang hon nhan" });
        db.ProcedureVersions.Add(new ProcedureVersionRow { Id = Version, Code = Procedure, Number = 1, From = new(2022, 1, 1), Content = JsonSerializer.Serialize(content, JsonSerializerOptions.Web) });
        foreach (var actor in new[] { stage.Desk, stage.Handler, stage.Leader })
        {
            var id = Guid.Parse(actor.Id);
            db.Officers.Add(new OfficerRow { Id = id, UserName = actor.Id, DisplayName = actor.DisplayName, CreatedAt = DateTimeOffset.UnixEpoch });
            db.Grants.Add(new GrantRow { Id = Guid.NewGuid(), OfficerId = id, Role = actor.Grants[0].Role, UnitKey = Unit, From = new(2022, 1, 1) });
        }

        await db.SaveChangesAsync();
        return stage;
    }

    /// <summary>A dossier sent online to the unit now.</summary>
    public async Task<string> SubmitAsync(string unit = Unit, string name = "Nguyễn Văn An", string identity = "006090001234", string phone = "0912345678")
    {
        var code = SubmissionCode.New().Value;
        await Database.UseAsync<Journal>(async journal =>
        {
            var act = journal.Begin("DossierSubmitting", Owner);
            var dossier = new Dossier(Ids.NewGuid(act.At));
            await using var db = Database.NewContext();
            var filing = new Filing(Procedure, Version, "", unit, unit, unit, Channel.Online, AssistedBy.Self);
            var rows = Journal.Chain(act, dossier, DossierChain.Start, new DossierSubmitted(code, filing, Citizen, Citizen, null, "d", act.At.AddHours(10), ApplicantKind.Person, "01834", true));
            db.Dossiers.Add(dossier);
            db.DossierEvents.AddRange(rows);
            var vault = VaultOf();
            db.DossierParties.Add(new DossierPartyRow { DossierId = dossier.Id, Name = name, NameFolded = SearchText.Fold(name), IdentityCipher = vault.Seal(identity), IdentityIndex = vault.Index(identity), Phone = phone, PhoneIndex = vault.Index(phone) });
            await db.SaveChangesAsync();
        });
        return code;
    }

    public async Task<Dossier> DossierAsync(string code)
    {
        await using var db = Database.NewContext();
        return await db.Dossiers.AsNoTracking().SingleAsync(d => d.SubmissionCode == code || d.Number == code);
    }

    public async Task<Result<DossierReceipt>> AcceptAsync(string code, Actor? actor = null, int? seen = null)
    {
        var version = seen ?? (await DossierAsync(code)).Version;
        return await Database.UseAsync<AcceptDossierHandler, Result<DossierReceipt>>(h => h.HandleAsync(new AcceptDossier(code, version, "", 0, false, false), actor ?? Desk, CancellationToken.None));
    }

    public async Task<Result<DossierReceipt>> DoAsync<THandler>(string code, Func<THandler, int, Task<Result<DossierReceipt>>> act)
        where THandler : notnull
    {
        var version = (await DossierAsync(code)).Version;
        return await Database.UseAsync<THandler, Result<DossierReceipt>>(h => act(h, version));
    }

    /// <summary>The stored chain proves itself and gives the row again.</summary>
    public async Task ProveAsync(string code)
    {
        var row = await DossierAsync(code);
        await using var db = Database.NewContext();
        var events = await db.DossierEvents.AsNoTracking().Where(e => e.DossierId == row.Id).OrderBy(e => e.Seq).ToListAsync();
        var again = new Dossier(row.Id);
        var head = DossierChain.Start;
        foreach (var e in events)
        {
            again.Apply(DossierChain.Read(e.Payload), e.At);
            head = DossierChain.Hash(head, new ChainedEvent(e.DossierId, e.Seq, e.At, e.ActorKind, e.ActorId, e.ProcessId, e.ProcessType, e.Payload));
            Assert.Equal(e.Hash, head);
        }

        foreach (var p in typeof(Dossier).GetProperties()) Assert.True(Equals(p.GetValue(row), p.GetValue(again)), p.Name);
        Assert.Equal(row.Version, events.Count);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private PersonalDataVault VaultOf() => (PersonalDataVault)Database.Services.GetService(typeof(PersonalDataVault))!;
}
