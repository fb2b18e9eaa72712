using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Dossiers;
using MotCua.App.Tests.Dossiers;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Forms;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Catalogue;

/// <summary>A closed procedure takes no new dossier by any way; what was begun and what was sent stays.</summary>
public sealed class CloseProcedureTests
{
    private static readonly Actor Administrator = new(ActorKind.Officer, Guid.NewGuid().ToString("N"), "Trần Quốc Việt", [new Grant(Role.ProvinceAdministrator, "ubnd-tinh")]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Close_FromToday_RefusesNewDossiersKeepsDraftsAndReopeningTakesThemAgain(DatabaseKind kind)
    {
        await using var town = await FilingTown.BuildAsync(kind);
        var citizen = await town.CitizenAsync();
        var (draft, version) = await town.ReadyAsync(citizen);
        var today = ProvinceTime.DateOf(town.Database.Clock.GetUtcNow());
        Assert.True((await CloseAsync(town, new ProcedureClosing(today, null, true, "Chờ biểu mẫu mới", "12/QĐ-UBND"))).IsOk);

        var begun = await town.StartAsync(await town.CitizenAsync("Ma Thị Lan"));
        Assert.Equal("DOS-0011", begun.Problem!.Code);
        Assert.Contains("tạm dừng tiếp nhận hồ sơ mới từ ngày 25/07/2022 (12/QĐ-UBND)", begun.Problem.Title, StringComparison.Ordinal);
        var sent = await town.SubmitAsync(draft, citizen, version);
        Assert.Equal("DOS-0011", sent.Problem!.Code);
        Assert.Contains("vẫn được giữ", sent.Problem.Title, StringComparison.Ordinal);
        Assert.Equal(0, await town.CountAsync(db => db.Dossiers));
        var saved = await town.SaveAsync(draft, citizen, "muc_dich", null, ("muc_dich", "Vay vốn ngân hàng"), ("cam_doan", "true"));
        Assert.True(saved.IsOk, saved.Problem?.Title);
        var listed = Assert.Single(await town.Database.UseAsync((OwnDossiers o) => o.DraftsAsync(citizen, Ct)));
        Assert.True(listed.IsClosed);
        var desk = await town.Database.UseAsync((ReceiveAtDeskHandler h) => h.HandleAsync(AtDesk(), new Actor(ActorKind.Officer, "x", "", [new Grant(Role.DeskOfficer, FilingTown.Commune)]), Ct));
        Assert.Equal("DOS-0011", desk.Problem!.Code);

        Assert.Equal("CAT-0002", (await ReopenAsync(town, today, responsible: false)).Problem!.Code);
        Assert.True((await ReopenAsync(town, today)).IsOk);
        town.Database.Clock.Advance(FilingCache.Freshness);
        var now = (await town.SheetAsync(draft, citizen))!.Draft.Version;
        Assert.True((await town.SubmitAsync(draft, citizen, now)).IsOk);
        await using var db = town.Database.NewContext();
        Assert.Equal(["ProcedureClosed", "ProcedureReopened"], await db.Audits.Where(a => a.Subject == FilingTown.WithForm).OrderBy(a => a.Action).Select(a => a.Action).ToListAsync(Ct));
        var row = await db.ProcedureClosings.SingleAsync(Ct);
        Assert.Equal((Administrator.Id, Administrator.Id), (row.ClosedBy, row.ReopenedBy));
    }

    [Theory, BothDatabases]
    public async Task Close_FromALaterDay_TakesDossiersUntilThenAndSentOnesGoOn(DatabaseKind kind)
    {
        await using var town = await FilingTown.BuildAsync(kind);
        var citizen = await town.CitizenAsync();
        var today = ProvinceTime.DateOf(town.Database.Clock.GetUtcNow());
        Assert.True((await CloseAsync(town, new ProcedureClosing(today.AddDays(2), null, false, "Thủ tục bị bãi bỏ", "12/QĐ-UBND"))).IsOk);
        var (draft, version) = await town.ReadyAsync(citizen);
        Assert.True((await town.SubmitAsync(draft, citizen, version)).IsOk);
        town.Database.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("DOS-0011", (await town.StartAsync(citizen)).Problem!.Code);
        await using var db = town.Database.NewContext();
        Assert.Equal(DossierState.Submitted, (await db.Dossiers.SingleAsync(Ct)).State);
    }

    [Theory, BothDatabases]
    public async Task Close_Twice_IsRefusedAndUnknownIsNotFound(DatabaseKind kind)
    {
        await using var town = await FilingTown.BuildAsync(kind);
        var today = ProvinceTime.DateOf(town.Database.Clock.GetUtcNow());
        var closing = new ProcedureClosing(today, null, true, "lý do", "12/QĐ");
        Assert.True((await CloseAsync(town, closing)).IsOk);
        Assert.Equal("CAT-0014", (await CloseAsync(town, closing)).Problem!.Code);
        Assert.Equal("CAT-0004", (await CloseAsync(town, closing, "9.999999")).Problem!.Code);
        Assert.Equal([FilingTown.WithForm], await town.Database.UseAsync((ProcedureClosings c) => c.CodesAsync(Ct)));
        Assert.Equal(1, (await town.Database.UseAsync((PublicationSheets s) => s.CountsAsync(Ct))).Closed);
    }

    private static Task<Result<ProcedureClosing>> CloseAsync(FilingTown town, ProcedureClosing closing, string code = FilingTown.WithForm) =>
        town.Database.UseAsync(async (CloseProcedureHandler h) =>
        {
            var closed = await h.HandleAsync(new CloseProcedure(code, closing, TakesResponsibility: true), Administrator, Ct);
            await town.Database.UseAsync((FilingCache c) => { c.Forget(); return Task.CompletedTask; });
            return closed;
        });

    private static Task<Result<ProcedureClosing>> ReopenAsync(FilingTown town, DateOnly from, bool responsible = true) =>
        town.Database.UseAsync((ReopenProcedureHandler h) => h.HandleAsync(new ReopenProcedure(FilingTown.WithForm, from, "14/QĐ-UBND", responsible), Administrator, Ct));

    private static ReceiveAtDesk AtDesk() => new(
        Guid.NewGuid(), FilingTown.WithForm, "", FilingTown.Commune, FilingTown.Commune, Channel.Counter,
        new DeskApplicant("Nông Thị Tài", ApplicantKind.Person, "", null, "0912345678", "", "Tổ 5", "01840"), DeskBringer.Nobody,
        new DeskContent(DeskDeclaration.Typed, FormAnswers.Empty.With("dien_thoai", new TextValue("0912345678")).With("muc_dich", new TextValue("Vay vốn")).With("cam_doan", BoolValue.True), null, []),
        DeskAnswer.Accept, DeskFee.None, null, "", "");
}
