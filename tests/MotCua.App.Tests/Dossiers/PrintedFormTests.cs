using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Dossiers;

public sealed class PrintedFormTests
{
    private static CancellationToken Ct => CancellationToken.None;

    [Theory, BothDatabases]
    public async Task Forms_OfADossier_FollowItsLife(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var code = await stage.SubmitAsync();
        Assert.Empty(PrintedForm.FormsOf(await stage.DossierAsync(code)));
        var number = (await stage.AcceptAsync(code)).Value.Code;
        Assert.Equal([PaperForm.Receipt, PaperForm.Control], PrintedForm.FormsOf(await stage.DossierAsync(code)));

        var receipt = await FormAsync(stage, code, PaperForm.Receipt, stage.Owner); // by the submission code too
        Assert.Equal(("Nguyễn Văn An", "006090001234", "5 ngày làm việc", "Nông Thị Hà"), (receipt!.Party.Name, receipt.Party.Identity, receipt.LimitText, receipt.Receiver.Name));
        Assert.Equal(ProvinceTime.At(new(2022, 8, 1), new(17, 0)), receipt.PromisedAt);

        await stage.DoAsync<TakeOverDossierHandler>(code, (h, v) => h.HandleAsync(new TakeOverDossier(number, v), stage.Handler, Ct));
        await stage.DoAsync<ReappointDossierHandler>(code, (h, v) => h.HandleAsync(new ReappointDossier(number, v, new(2022, 8, 5), "Chờ xác minh"), stage.Leader, Ct));
        Assert.Equal([PaperForm.Receipt, PaperForm.Apology, PaperForm.Control], PrintedForm.FormsOf(await stage.DossierAsync(code)));
        var apology = (await FormAsync(stage, number, PaperForm.Apology, stage.Desk))!.Apology!;
        Assert.Equal((ProvinceTime.At(new(2022, 8, 1), new(17, 0)), ProvinceTime.At(new(2022, 8, 5), new(17, 0)), "Chờ xác minh"), (apology.OldDueAt!.Value, apology.NewDueAt, apology.Text));
        Assert.Equal("Hoàng Văn Thái", Assert.Single((await FormAsync(stage, number, PaperForm.Control, stage.Leader))!.Steps).Receiver);

        Assert.Null(await FormAsync(stage, number, PaperForm.Control, stage.Owner)); // Mẫu 05 is the officers'
        Assert.Null(await FormAsync(stage, number, PaperForm.Receipt, A.Citizen()));
        Assert.Null(await FormAsync(stage, number, PaperForm.Receipt, DossierStage.Officer("Lạ", new Grant(Role.DeskOfficer, DossierStage.Other))));
        Assert.Null(await FormAsync(stage, number, PaperForm.Receipt, Actor.Stranger));
    }

    [Theory]
    [InlineData("1 bản chính, 2 bản sao", 1, 2, 0)]
    [InlineData("2 bản sao chứng thực; 3 bản chụp", 0, 2, 3)]
    [InlineData("1 Bản photo", 0, 0, 1)]
    [InlineData("đã nộp 999 tờ", 0, 0, 0)]
    [InlineData("999999999999 bản chính", 0, 0, 0)]
    public async Task Receipt_PapersBroughtOnPaper_AreCountedByKind(string words, int originals, int certified, int photocopies)
    {
        await using var stage = await DossierStage.OpenAsync(DatabaseKind.Sqlite);
        var code = await stage.SubmitAsync();
        await using (var db = stage.Database.NewContext())
        {
            var id = await db.Dossiers.Where(d => d.SubmissionCode == code).Select(d => d.Id).SingleAsync();
            db.DossierDocuments.Add(new DossierDocumentRow { Id = Guid.CreateVersion7(), DossierId = id, ComponentKey = "tp2", Name = "Giấy tờ tùy thân", Way = "paper", PaperReason = words });
            await db.SaveChangesAsync();
        }

        await stage.AcceptAsync(code);
        var line = (await FormAsync(stage, code, PaperForm.Receipt, stage.Desk))!.Components.Single(c => c.Name == "Giấy tờ tùy thân");
        Assert.Equal((originals, certified, photocopies, 0), (line.Originals, line.Certified, line.Photocopies, line.Electronic));
    }

    [Theory, BothDatabases]
    public async Task Register_ReadByPages_GivesEachAcceptedDossierOnce(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var numbers = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            numbers.Add((await stage.AcceptAsync(await stage.SubmitAsync())).Value.Code);
            if (i % 2 == 1) stage.Database.Clock.Advance(TimeSpan.FromMinutes(7)); // some in the same instant
        }

        await stage.SubmitAsync();
        var (from, to) = (new DateOnly(2022, 7, 25), new DateOnly(2022, 7, 25));
        var all = (await BookAsync(stage, new RegisterWish(DossierStage.Unit, from, to, null), stage.Desk))!;
        Assert.Equal(numbers.Order(), all.Lines.Select(l => l.Number).Order());
        Assert.Null(all.Next);
        for (var i = 0; i < 5; i++)
        {
            var rest = (await BookAsync(stage, new RegisterWish(DossierStage.Unit, from, to, all.Lines[i].Number), stage.Leader))!;
            Assert.Equal(all.Lines.Skip(i + 1).Select(l => l.Number), rest.Lines.Select(l => l.Number));
        }

        Assert.Empty((await BookAsync(stage, new RegisterWish(DossierStage.Unit, from.AddDays(1), to.AddDays(1), null), stage.Desk))!.Lines);
        Assert.Null(await BookAsync(stage, new RegisterWish(DossierStage.Other, from, to, null), stage.Desk));
        Assert.Null(await BookAsync(stage, new RegisterWish(DossierStage.Unit, from, to, null), stage.Owner));
        await using var db = stage.Database.NewContext();
        Assert.Equal(5, await db.DossierReads.CountAsync(r => r.What == "print" && r.OfficerId == stage.Desk.Id));
    }

    [Theory]
    [InlineData("H03.60.01-220725-0001-KQ1", "H03.60.01-220725-0001-KQ1")]
    [InlineData(" h03.60.01-220725-0001-kq12 ", "H03.60.01-220725-0001-KQ12")]
    [InlineData("H03.60.01-220725-0001", null)]
    [InlineData("H03.60.01-220725-0001-KQ", null)]
    [InlineData("H03.60.01-220725-0001-KQ1x", null)]
    [InlineData("-KQ1", null)]
    [InlineData("' or 1=1 --KQ1", null)]
    [InlineData(null, null)]
    public void Code_AsTyped_IsReadOrRefused(string? typed, string? expected) => Assert.Equal(expected, ResultVerification.Code(typed));

    private static Task<PrintedForm?> FormAsync(DossierStage stage, string code, PaperForm form, Actor actor) =>
        stage.Database.UseAsync<PaperSheets, PrintedForm?>(s => s.FindAsync(code, form, null, actor, Ct));

    private static Task<RegisterPage?> BookAsync(DossierStage stage, RegisterWish wish, Actor actor) =>
        stage.Database.UseAsync<DossierRegisters, RegisterPage?>(r => r.FindAsync(wish, actor, "print", Ct));
}
