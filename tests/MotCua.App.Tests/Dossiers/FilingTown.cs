using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.App.Documents;
using MotCua.App.Dossiers;
using MotCua.App.Forms;
using MotCua.App.Organisations;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.TestKit;
using SkiaSharp;

namespace MotCua.App.Tests.Dossiers;

/// <summary>One commune with two procedures, one with a form and one without, and citizens to file them.</summary>
internal sealed class FilingTown(TestDatabase database) : IAsyncDisposable
{
    public const string Commune = "58:xa-a";
    public const string WithForm = "1.004873";
    public const string WithoutForm = "2.000815";

    private const string Form = """
        {"form":"1.004873","version":1,"title":{"vi":"Tờ khai"},"pages":[
          {"id":"nguoi","title":{"vi":"Người yêu cầu"},"questions":[
            {"id":"ho_ten","kind":"account","from":"full_name","label":"Họ tên","required":true},
            {"id":"dien_thoai","kind":"phone","from":"phone","label":"Điện thoại","required":true},
            {"id":"ngay","kind":"date","label":"Ngày cưới"}]},
          {"id":"muc_dich","title":{"vi":"Mục đích"},"questions":[
            {"id":"muc_dich","kind":"text","label":"Mục đích","required":true},
            {"id":"cam_doan","kind":"declaration","label":"Tôi cam đoan"}]}]}
        """;

    public TestDatabase Database { get; } = database;

    public static async Task<FilingTown> BuildAsync(DatabaseKind kind)
    {
        var town = new FilingTown(await TestDatabase.CreateAsync(kind));
        await using var db = town.Database.NewContext();
        var from = new DateOnly(2022, 1, 1);
        db.Units.Add(new UnitRow { Key = Commune, Name = "UBND xã A", Level = "xa", Kind = "ubnd", GsoCode = "01840", IdentifierCode = "H03.58.01", From = from });
        db.Divisions.Add(new DivisionRow { Code = "01840", Level = "xa", Name = "Xã A", ParentCode = "058", ProvinceCode = "06", From = from });
        foreach (var code in new[] { WithForm, WithoutForm })
        {
            var version = Guid.CreateVersion7();
            db.Procedures.Add(new ProcedureRow { Code = code, Name = "Thủ tục " + code, Levels = "xa", State = PublicationState.Published, CurrentVersionId = version });
            db.ProcedureVersions.Add(new ProcedureVersionRow
            {
                Id = version,
                Code = code,
                Number = 1,
                From = from,
                Content = ProcedureContents.Write(new ProcedureContent
                {
                    Components = [new ProcedureComponent("tp1", "Tờ khai", 1, null, true, true), new ProcedureComponent("tp2", "Giấy tờ chứng minh", null, 1, false, true), new ProcedureComponent("tp3", "Văn bản ủy quyền (nếu có)", 1, null, false, false)],
                    Limits = [new ProcedureLimit("", "3 days", "")],
                }),
            });
            db.Services.Add(new ServiceRow { Id = Guid.CreateVersion7(), ProcedureCode = code, UnitKey = Commune, From = from, Level = ServiceLevel.Partial, Status = ServiceStatus.Open });
        }

        db.FormVersions.Add(new FormVersionRow { Id = Guid.CreateVersion7(), FormCode = WithForm, ProcedureCode = WithForm, Version = 1, Definition = Form, From = from });
        await db.SaveChangesAsync();
        return town;
    }

    public async Task<Actor> CitizenAsync(string name = "Hoàng Văn Thắng", string identity = "")
    {
        await using var db = Database.NewContext();
        var (cipher, index) = await Database.UseAsync((PersonalDataVault v) => Task.FromResult((v.Seal(identity), v.Index(identity))));
        var account = new AccountRow { IdentityCipher = cipher, IdentityIndex = index, Id = Guid.CreateVersion7(), Issuer = "https://dinh-danh.test", Subject = Guid.NewGuid().ToString("N"), AssuranceLevel = "LoA2", FullName = name, Phone = "0912345678", CommuneCode = "01840" };
        db.Accounts.Add(account);
        await db.SaveChangesAsync();
        return new Actor(ActorKind.Citizen, account.Id.ToString("N"), name, []);
    }

    public Task<Result<Guid>> StartAsync(Actor actor, string procedure = WithForm) =>
        Database.UseAsync((StartDraftHandler h) => h.HandleAsync(new StartDraft(procedure, Commune, ""), actor, default));

    public Task<DraftSheet?> SheetAsync(Guid draft, Actor actor) => Database.UseAsync((DraftDesk d) => d.FindAsync(draft, actor, default));

    public Task<Result<DraftSheet>> SaveAsync(Guid draft, Actor actor, string page, string? seen, params (string Field, string Value)[] typed) =>
        Database.UseAsync((SaveDraftHandler h) => h.HandleAsync(
            new SaveDraft(draft, page, typed.ToDictionary(t => "q." + t.Field, t => (IReadOnlyList<string>)[t.Value]), seen), actor, default));

    public Task<Result<DraftSheet>> UploadAsync(Guid draft, Actor actor, byte[]? bytes = null) =>
        Database.UseAsync((AddDraftFileHandler h) => h.HandleAsync(new AddDraftFile(draft, "tp2", new MemoryStream(bytes ?? Png()), "giay.png"), actor, default));

    public Task<Result<Submission>> SubmitAsync(Guid draft, Actor actor, int seen) =>
        Database.UseAsync((SubmitDraftHandler h) => h.HandleAsync(new SubmitDraft(draft, seen), actor, default));

    /// <summary>A draft with nothing missing.</summary>
    public async Task<(Guid Draft, int Version)> ReadyAsync(Actor actor)
    {
        var draft = (await StartAsync(actor)).Value;
        await SaveAsync(draft, actor, FilingQuestions.WhosePage, null, ("ai_cua_ai", FilingQuestions.Mine));
        await SaveAsync(draft, actor, FilingQuestions.HelperPage, null, ("ai_giup", "tu_lam"));
        await SaveAsync(draft, actor, "nguoi", null, ("dien_thoai", "0912345678"));
        await SaveAsync(draft, actor, "muc_dich", null, ("muc_dich", "Vay vốn"), ("cam_doan", "true"));
        var uploaded = await UploadAsync(draft, actor);
        Assert.True(uploaded.IsOk, uploaded.Problem?.Title);
        var sheet = await SheetAsync(draft, actor);
        Assert.True(sheet!.IsReady, string.Join("; ", sheet.View.Errors.Select(e => e.Message)));
        return (draft, sheet.Draft.Version);
    }

    public static byte[] Png()
    {
        using var bitmap = new SKBitmap(8, 8);
        bitmap.Erase(SKColors.White);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 90);
        return data.ToArray();
    }

    public string FileOf(Guid id) => Directory.EnumerateFiles(Database.Home, id.ToString("N"), SearchOption.AllDirectories).Single();

    public async Task<int> CountAsync<T>(Func<MotCuaDb, IQueryable<T>> rows)
    {
        await using var db = Database.NewContext();
        return await rows(db).CountAsync();
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
