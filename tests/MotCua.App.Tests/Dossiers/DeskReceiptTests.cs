using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.App.Documents;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Forms;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Dossiers;

/// <summary>Receiving at the desk: the applicant, who came, the declaration, papers held, money and the answer in one act (NĐ 61/2018 Đ5, Đ16, Đ17).</summary>
public sealed class DeskReceiptTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly DeskApplicant Lan = new("Hoàng Thị Lan", ApplicantKind.Person, "006185001111", new DateOnly(1985, 4, 2), "0987654321", "", "Thôn Nà Làng", "");
    private static readonly DeskBringer Ben = new("Hoàng Văn Bền", "006080002222", "uy_quyen", "Giấy ủy quyền số 12 ngày 03/10/2022");

    private static readonly FormAnswers Declared = FormAnswers.Empty.With("dien_thoai", new TextValue("0987654321"))
        .With("noi_cu_tru", new TextValue("Thôn Nà Làng")).With("noi_dung_de_nghi", new TextValue("Xác nhận tình trạng hôn nhân")).With("cam_doan", BoolValue.True);

    [Theory, BothDatabases]
    public async Task Receive_TwiceWithOneKey_MakesOneDossierWithItsFourPersons(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var command = Command(stage, Lan) with { Bringer = Ben, Fee = new DeskFee(15_000, 15_000, "BL-0001") };
        var first = await SendAsync(stage, command);
        Ok(first);
        Assert.Equal(first.Value.Code, (await SendAsync(stage, command)).Value.Code);

        // The back button, then another person: never answered with the first one's dossier
        Assert.Equal(DossierProblems.PageUsed, (await SendAsync(stage, command with { Applicant = Lan with { Name = "Hoàng Thị Liên" } })).Problem);
        var sheet = (await stage.Database.UseAsync<DossierSheets, DossierSheet?>(s => s.FindAsync(first.Value.Code, stage.Desk, "sheet", Ct)))!;
        Assert.Equal(("Hoàng Thị Lan", "Hoàng Văn Bền", false, "Nông Thị Hà", "006185001111"), (sheet.People.Name, sheet.People.Submitter, sheet.People.IsSelf, sheet.People.Receiver, sheet.People.Identity));
        Assert.Equal(("006080002222", "Được ủy quyền bằng văn bản. Giấy ủy quyền số 12 ngày 03/10/2022"), (sheet.People.SubmitterIdentity, sheet.People.Mandate));
        Assert.Equal((Channel.Counter, SubmitterStanding.Authorised, DeskDeclaration.Typed, 15_000L, 15_000L), (sheet.Dossier.Channel, sheet.Dossier.Standing, sheet.Dossier.DeskDeclaration, sheet.Dossier.FeeVnd, sheet.Dossier.PaidVnd));
        Assert.Contains(sheet.Answers, a => a.Value == "Xác nhận tình trạng hôn nhân");
        Assert.Contains(sheet.Answers, a => a.Value == "006185001111"); // the citizen's account questions are answered by the applicant's facts
        await stage.ProveAsync(first.Value.Code);
        await using var db = stage.Database.NewContext();
        Assert.Equal(1, await db.Dossiers.CountAsync());
        Assert.Equal(["DossierReceivedAtDesk", "DossierAccepted", "FeeRecorded"], await db.DossierEvents.OrderBy(e => e.Seq).Select(e => e.Name).ToListAsync());
        Assert.DoesNotContain("006185001111", (await db.DossierParties.SingleAsync()).IdentityCipher, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no name", "DOS-0036")]
    [InlineData("no mandate", "DOS-0039")] // NĐ 61/2018 Đ16; BLDS 2015 Đ138
    [InlineData("unknown ground", "DOS-0039")]
    [InlineData("no declaration", "DOS-0040")] // NĐ 61/2018 Đ17 k1: the declaration is a component
    [InlineData("scan without a file", "DOS-0040")]
    [InlineData("half a declaration", "DOS-0012")]
    [InlineData("taken without a receipt", "DOS-0031")] // NĐ 61/2018 Đ22
    [InlineData("too much", "DOS-0030")]
    [InlineData("a paper of nobody", "DOS-0041")]
    [InlineData("online", "DOS-0003")] // ADR 0011: what an officer types is never online
    [InlineData("refused without ground", "DOS-0009")]
    [InlineData("another desk", "DOS-0004")]
    public async Task Receive_WhatTheLawDoesNotLet_LeavesNothing(string situation, string problem)
    {
        await using var stage = await DossierStage.OpenAsync(DatabaseKind.Sqlite);
        var command = Command(stage, Lan);
        command = situation switch
        {
            "no name" => command with { Applicant = Lan with { Name = " " } },
            "no mandate" => command with { Bringer = Ben with { Paper = "" } },
            "unknown ground" => command with { Bringer = Ben with { Ground = "ban_be" } },
            "no declaration" => command with { Content = DeskContent.Nothing },
            "scan without a file" => command with { Content = new DeskContent(DeskDeclaration.Scanned, FormAnswers.Empty, null, []) },
            "half a declaration" => command with { Content = new DeskContent(DeskDeclaration.Typed, FormAnswers.Empty, null, []) },
            "taken without a receipt" => command with { Fee = new DeskFee(15_000, 15_000, " ") },
            "too much" => command with { Fee = new DeskFee(-1, 0, "") },
            "a paper of nobody" => command with { Content = command.Content with { Papers = [new GivenPaper("tp2", "Giấy tờ tùy thân", "store", Guid.NewGuid(), "", false)] } },
            "online" => command with { Channel = Channel.Online },
            "another desk" => command with { Place = DossierStage.Other },
            _ => command with { Answer = DeskAnswer.Refuse },
        };
        Assert.Equal(problem, (await SendAsync(stage, command)).Problem?.Code);
        await using var db = stage.Database.NewContext();
        Assert.Equal((0, 0, 0), (await db.Dossiers.CountAsync(), await db.DossierParties.CountAsync(), await db.NumberCounters.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task Receive_GuidedWithHalfADeclaration_KeepsWhatThereIs(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var half = Command(stage, Lan) with
        {
            Answer = DeskAnswer.Guide,
            Content = new DeskContent(DeskDeclaration.Typed, FormAnswers.Empty.With("noi_dung_de_nghi", new TextValue("Xác nhận")), null, []),
            Demand = new SupplementDemand([new AskedItem("tp2", "Mang căn cước bản chính")], "", "", new DateOnly(2022, 8, 5)),
        };
        var received = await SendAsync(stage, half);
        Ok(received);
        var dossier = await stage.DossierAsync(received.Value.Code);
        Assert.Equal((DossierState.AwaitingSupplement, (string?)null), (dossier.State, dossier.Number));
        await using var db = stage.Database.NewContext();
        Assert.Equal(1, await db.DossierAnswers.CountAsync());
    }

    [Theory, BothDatabases]
    public async Task Receive_WithAPaperAlreadyHeld_CopiesItAndTellsItsOwner(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var scan = await StoreAsync(stage);
        var first = await SendAsync(stage, Command(stage, Lan) with { Content = new DeskContent(DeskDeclaration.Typed, Declared, null, [new GivenPaper("tp2", "Căn cước", "upload", scan, "", true)]) });
        Ok(first);
        await using (var db = stage.Database.NewContext())
        {
            var vault = (PersonalDataVault)stage.Database.Services.GetService(typeof(PersonalDataVault))!;
            db.Accounts.Add(new AccountRow { Id = Guid.NewGuid(), Issuer = "i", Subject = "s", FullName = "Hoàng Thị Lan", IdentityCipher = vault.Seal(Lan.Identity), IdentityIndex = vault.Index(Lan.Identity), BirthOn = Lan.BirthOn });
            await db.SaveChangesAsync();
        }

        // A mistyped number or another name shows nothing of hers
        foreach (var (identity, name, count) in new[] { (Lan.Identity, "Hoàng thị LAN", 1), (Lan.Identity, "Ma Văn Tình", 0), ("006185001112", Lan.Name, 0), ("", Lan.Name, 0) })
        {
            Assert.Equal(count, (await stage.Database.UseAsync((HeldPapers h) => h.OfPersonAsync(identity, name, Ct))).Count);
        }

        var known = (await stage.Database.UseAsync((DeskApplicants a) => a.FindAsync(" 006 185 001 111", stage.Desk, Ct)))!;
        Assert.Equal(("Hoàng Thị Lan", "0987654321", "Thôn Nà Làng", (DateOnly?)new DateOnly(1985, 4, 2)), (known.Name, known.Phone, known.Street, known.BirthOn));
        var held = Assert.Single(await stage.Database.UseAsync((HeldPapers h) => h.OfPersonAsync(Lan.Identity, Lan.Name, Ct)));
        var second = await SendAsync(stage, Command(stage, Lan) with { Id = Guid.CreateVersion7(), Content = new DeskContent(DeskDeclaration.Typed, Declared, null, [new GivenPaper("tp2", "Căn cước", "store", held.FileId, "", false)]) });
        Ok(second);
        await using var after = stage.Database.NewContext();
        var dossier = await after.Dossiers.SingleAsync(d => d.Number == second.Value.Code);
        Assert.True(dossier.Reused);
        Assert.NotNull(dossier.ApplicantAccountId); // she sees it when she signs in
        var paper = await after.DossierDocuments.SingleAsync(x => x.DossierId == dossier.Id && x.ComponentKey == "tp2");
        Assert.Equal("store", paper.Way);
        Assert.NotEqual(held.FileId, paper.FileId);
        Assert.Equal(["prefill", "reuse"], await after.DossierReads.Where(r => r.DossierId != dossier.Id).Select(r => r.What).Order().ToListAsync());
        Assert.Equal(1, await after.Audits.CountAsync(a => a.Action == "ApplicantLookedUp" && !a.Subject.Contains("006185")));
    }

    [Theory, BothDatabases]
    public async Task Receive_TheScanOfAPaperDeclaration_IsKeptAsSuch(DatabaseKind kind)
    {
        await using var stage = await DossierStage.OpenAsync(kind);
        var scan = await StoreAsync(stage);
        var received = await SendAsync(stage, Command(stage, Lan) with { Channel = Channel.Post, Content = new DeskContent(DeskDeclaration.Scanned, FormAnswers.Empty, scan, []) });
        Ok(received);
        var dossier = await stage.DossierAsync(received.Value.Code);
        Assert.Equal((Channel.Post, DeskDeclaration.Scanned, true), (dossier.Channel, dossier.DeskDeclaration, dossier.ComponentsDigitised));
        await using var db = stage.Database.NewContext();
        var paper = await db.DossierDocuments.SingleAsync();
        Assert.Equal(("tp1", (Guid?)scan), (paper.ComponentKey, paper.FileId));
        Assert.Equal(0, await db.DossierAnswers.CountAsync());
    }

    private static ReceiveAtDesk Command(DossierStage _, DeskApplicant applicant) => new(
        Guid.CreateVersion7(), DossierStage.Procedure, "", DossierStage.Unit, DossierStage.Unit, Channel.Counter, applicant, DeskBringer.Nobody, new DeskContent(DeskDeclaration.Typed, Declared, null, []),
        DeskAnswer.Accept, DeskFee.None, null, "", "");

    private static Task<Result<DossierReceipt>> SendAsync(DossierStage stage, ReceiveAtDesk command) =>
        stage.Database.UseAsync<ReceiveAtDeskHandler, Result<DossierReceipt>>(h => h.HandleAsync(command, stage.Desk, Ct));

    private static async Task<Guid> StoreAsync(DossierStage stage)
    {
        var saved = await stage.Database.UseAsync((FileStore f) => f.SaveAsync(new IncomingFile(new MemoryStream(FilingTown.Png()), "giay.png", GivenContent.OwnerOf(stage.Desk), null, null), Ct));
        return saved.Value.Id;
    }

    private static void Ok(Result<DossierReceipt> result) => Assert.True(result.IsOk, result.Problem?.Code + " " + result.Problem?.Title);
}
