using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.App.Documents;
using MotCua.App.Dossiers;
using MotCua.Domain.Documents;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Forms;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Dossiers;

/// <summary>Making up a dossier and sending it once.</summary>
public sealed class FilingTests
{
    [Theory, BothDatabases]
    public async Task Submit_ReadyDraft_WritesEverythingInOneGo(DatabaseKind kind)
    {
        await using var town = await FilingTown.BuildAsync(kind);
        var citizen = await town.CitizenAsync();
        var (draft, version) = await town.ReadyAsync(citizen);
        var sent = await town.SubmitAsync(draft, citizen, version);
        Assert.True(sent.IsOk, sent.Problem?.Title);
        Assert.True(SubmissionCode.TryParse(sent.Value.Code, null, out _));
        await using var db = town.Database.NewContext();
        var dossier = await db.Dossiers.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((draft, DossierState.Submitted, FilingTown.Commune, Channel.Online, AssistedBy.Self, "01840"), (dossier.Id, dossier.State, dossier.HandlingUnit, dossier.Channel, dossier.AssistedBy, dossier.ApplicantCommune));
        Assert.True(dossier.EidVerified);

        // Monday 25/7/2022 08:00 + 8 working hours (7:00-11:30, 13:30-17:00) = Tuesday 08:00
        Assert.Equal(ProvinceTime.At(new DateOnly(2022, 7, 26), new TimeOnly(8, 0)), dossier.AcceptanceDueAt);
        Assert.Equal(dossier.Id, (await db.Drafts.SingleAsync(TestContext.Current.CancellationToken)).DossierId);
        Assert.Equal(dossier.Id, (await db.StoredFiles.SingleAsync(TestContext.Current.CancellationToken)).DossierId);
        Assert.Equal("hoang van thang", (await db.DossierParties.SingleAsync(TestContext.Current.CancellationToken)).NameFolded);
        Assert.Equal("tp2", (await db.DossierDocuments.SingleAsync(TestContext.Current.CancellationToken)).ComponentKey);
        Assert.Equal(1, await db.DirtyDossiers.CountAsync(TestContext.Current.CancellationToken));
        Assert.Contains(await db.Outbox.Select(o => o.Destination).ToListAsync(TestContext.Current.CancellationToken), d => d == "email");
        var answers = (await db.DossierAnswers.SingleAsync(TestContext.Current.CancellationToken)).AnswersCipher;
        Assert.DoesNotContain("Vay", answers, StringComparison.Ordinal);
        var proof = await town.Database.UseAsync((LogProof p) => p.ProveAsync(dossier.SubmissionCode, default));
        Assert.Null(proof!.Broken);
    }

    [Theory, BothDatabases]
    public async Task Submit_EightAtOnce_GivesOneDossierAndOneCode(DatabaseKind kind)
    {
        await using var town = await FilingTown.BuildAsync(kind);
        var citizen = await town.CitizenAsync();
        var (draft, version) = await town.ReadyAsync(citizen);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => town.SubmitAsync(draft, citizen, version))));
        Assert.All(answers, a => Assert.True(a.IsOk, a.Problem?.Title));
        Assert.Single(answers.Select(a => a.Value.Code).Distinct());
        Assert.Equal(1, await town.CountAsync(db => db.Dossiers));
        Assert.Equal(1, await town.CountAsync(db => db.DossierEvents));
        Assert.Equal(1, await town.CountAsync(db => db.DossierParties));
        var later = await town.SubmitAsync(draft, citizen, version);
        Assert.Equal(answers[0].Value.Code, later.Value.Code);
    }

    [Theory, BothDatabases]
    public async Task Submit_FileGone_IsRefusedAndKeepsTheDraft(DatabaseKind kind)
    {
        await using var town = await FilingTown.BuildAsync(kind);
        var citizen = await town.CitizenAsync();
        var (draft, version) = await town.ReadyAsync(citizen);
        var file = (await town.SheetAsync(draft, citizen))!.Files.Single();
        File.Delete(town.FileOf(file.Id));
        var sent = await town.SubmitAsync(draft, citizen, version);
        Assert.Equal(DossierProblems.FileNotStored, sent.Problem);
        Assert.Equal(0, await town.CountAsync(db => db.Dossiers));
        Assert.Null((await town.SheetAsync(draft, citizen))!.Draft.DossierId);
    }

    [Theory, BothDatabases]
    public async Task Submit_ProcedureClosedMeanwhile_IsRefusedAndKeepsTheDraft(DatabaseKind kind)
    {
        await using var town = await FilingTown.BuildAsync(kind);
        var citizen = await town.CitizenAsync();
        var (draft, version) = await town.ReadyAsync(citizen);
        await using (var db = town.Database.NewContext())
        {
            await db.Services.ExecuteUpdateAsync(s => s.SetProperty(x => x.Status, ServiceStatus.Closed), TestContext.Current.CancellationToken);
        }

        town.Database.Clock.Advance(FilingCache.Freshness);
        Assert.Equal(DossierProblems.ProcedureClosed, (await town.SubmitAsync(draft, citizen, version)).Problem);
        Assert.Equal(0, await town.CountAsync(db => db.Dossiers));
        Assert.NotNull(await town.SheetAsync(draft, citizen));
    }

    [Theory, BothDatabases]
    public async Task Submit_AnswersMissing_IsRefused(DatabaseKind kind)
    {
        await using var town = await FilingTown.BuildAsync(kind);
        var citizen = await town.CitizenAsync();
        var draft = (await town.StartAsync(citizen)).Value;
        Assert.Equal(DossierProblems.AnswersIncomplete, (await town.SubmitAsync(draft, citizen, 1)).Problem);
    }

    [Theory, BothDatabases]
    public async Task Submit_ChangedAfterChecking_AsksToCheckAgain(DatabaseKind kind)
    {
        await using var town = await FilingTown.BuildAsync(kind);
        var citizen = await town.CitizenAsync();
        var (draft, version) = await town.ReadyAsync(citizen);
        await town.SaveAsync(draft, citizen, "muc_dich", null, ("muc_dich", "Kết hôn"), ("cam_doan", "true"));
        Assert.Equal(FilingProblems.ChangedSinceChecked, (await town.SubmitAsync(draft, citizen, version)).Problem);
    }

    [Theory, BothDatabases]
    public async Task Anything_OfSomebodyElse_IsNotFound(DatabaseKind kind)
    {
        await using var town = await FilingTown.BuildAsync(kind);
        var (owner, stranger) = (await town.CitizenAsync(), await town.CitizenAsync("Nông Thị Hoa"));
        var (draft, version) = await town.ReadyAsync(owner);
        var file = (await town.SheetAsync(draft, owner))!.Files.Single();
        Assert.Null(await town.SheetAsync(draft, stranger));
        Assert.Equal(FilingProblems.NoDraft, (await town.SaveAsync(draft, stranger, "nguoi", null, ("dien_thoai", "0900000000"))).Problem);
        Assert.Equal(FilingProblems.NoDraft, (await town.UploadAsync(draft, stranger)).Problem);
        Assert.Equal(FilingProblems.NoDraft, (await town.SubmitAsync(draft, stranger, version)).Problem);
        Assert.Equal(FilingProblems.NoDraft, (await town.Database.UseAsync((RemoveDraftFileHandler h) => h.HandleAsync(new RemoveDraftFile(draft, "tp2", file.Id), stranger, default))).Problem);
        Assert.Equal(FilingProblems.NoDraft, (await town.Database.UseAsync((DiscardDraftHandler h) => h.HandleAsync(new DiscardDraft(draft), stranger, default))).Problem);
        Assert.Equal(FilingProblems.NoDraft, (await town.SubmitAsync(Guid.NewGuid(), owner, version)).Problem);
        var code = (await town.SubmitAsync(draft, owner, version)).Value.Code;
        Assert.Null(await town.Database.UseAsync((OwnDossierSheets s) => s.FindAsync(code, stranger, default)));
        Assert.Null(await town.Database.UseAsync((OwnDossierSheets s) => s.FileAsync(code, file.Id, stranger, default)));
        Assert.NotNull(await town.Database.UseAsync((OwnDossierSheets s) => s.FileAsync(code, file.Id, owner, default)));
        Assert.Empty((await town.Database.UseAsync((OwnDossiers o) => o.PageAsync(null, stranger, default))).Dossiers);
        Assert.Equal(code, Assert.Single((await town.Database.UseAsync((OwnDossiers o) => o.PageAsync(null, owner, default))).Dossiers).Code);
    }

    [Theory, BothDatabases]
    public async Task Save_SamePageOnTwoDevices_RefusesTheSecondAndKeepsBoth(DatabaseKind kind)
    {
        await using var town = await FilingTown.BuildAsync(kind);
        var citizen = await town.CitizenAsync();
        var draft = (await town.StartAsync(citizen)).Value;
        var seen = (await town.SheetAsync(draft, citizen))!.Seen("muc_dich");
        Assert.True((await town.SaveAsync(draft, citizen, "muc_dich", seen, ("muc_dich", "Vay vốn"))).IsOk);
        Assert.Equal(FilingProblems.SavedElsewhere, (await town.SaveAsync(draft, citizen, "muc_dich", seen, ("muc_dich", "Kết hôn"))).Problem);
        var sheet = await town.SheetAsync(draft, citizen);
        Assert.Equal("Vay vốn", sheet!.Content.Answers.Get("muc_dich")!.Display);

        // Having seen both, the person saves theirs; the same answer again is no conflict; another page never was
        Assert.True((await town.SaveAsync(draft, citizen, "muc_dich", sheet.Seen("muc_dich"), ("muc_dich", "Kết hôn"))).IsOk);
        Assert.True((await town.SaveAsync(draft, citizen, "muc_dich", seen, ("muc_dich", "Kết hôn"))).IsOk);
        Assert.True((await town.SaveAsync(draft, citizen, "nguoi", (await town.SheetAsync(draft, citizen))!.Seen("nguoi"), ("dien_thoai", "0987654321"))).IsOk);
    }

    [Theory, BothDatabases]
    public async Task Save_DifferentPagesAtOnce_LosesNothing(DatabaseKind kind)
    {
        await using var town = await FilingTown.BuildAsync(kind);
        var citizen = await town.CitizenAsync();
        var draft = (await town.StartAsync(citizen)).Value;
        var saved = await Task.WhenAll(
            Task.Run(() => town.SaveAsync(draft, citizen, "nguoi", null, ("dien_thoai", "0987654321"))),
            Task.Run(() => town.SaveAsync(draft, citizen, "muc_dich", null, ("muc_dich", "Kết hôn"))),
            Task.Run(() => town.UploadAsync(draft, citizen)),
            Task.Run(() => town.UploadAsync(draft, citizen)));
        Assert.All(saved, s => Assert.True(s.IsOk, s.Problem?.Title));
        var sheet = await town.SheetAsync(draft, citizen);
        Assert.Equal(("0987654321", "Kết hôn", 2), (sheet!.Content.Answers.Get("dien_thoai")!.Display, sheet.Content.Answers.Get("muc_dich")!.Display, sheet.Papers[0].Files.Count));
    }

    [Theory, BothDatabases]
    public async Task Save_UnfinishedDate_KeepsWhatWasTyped(DatabaseKind kind)
    {
        await using var town = await FilingTown.BuildAsync(kind);
        var citizen = await town.CitizenAsync();
        var draft = (await town.StartAsync(citizen)).Value;
        await town.SaveAsync(draft, citizen, "nguoi", null, ("dien_thoai", "09123"), ("ngay.day", "31"), ("ngay.month", "4"));
        var sheet = await town.SheetAsync(draft, citizen);
        var fields = FormInput.Fields(sheet!.Form.Question("ngay")!, "ngay", sheet.Content.Answers);
        Assert.Equal(("31", "4"), (fields["day"][0], fields["month"][0]));
        Assert.Contains(sheet.View.Errors, e => e.Code == AnswerCodes.BadPhone);
        await using var db = town.Database.NewContext();
        Assert.DoesNotContain("09123", (await db.Drafts.SingleAsync(TestContext.Current.CancellationToken)).AnswersCipher, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Start_ProcedureWithoutForm_GetsAStoredGeneratedOne(DatabaseKind kind)
    {
        await using var town = await FilingTown.BuildAsync(kind);
        var (first, second) = (await town.CitizenAsync(), await town.CitizenAsync("Nông Thị Hoa"));
        var drafts = await Task.WhenAll(Task.Run(() => town.StartAsync(first, FilingTown.WithoutForm)), Task.Run(() => town.StartAsync(second, FilingTown.WithoutForm)));
        Assert.All(drafts, d => Assert.True(d.IsOk, d.Problem?.Title));
        Assert.Equal(1, await town.CountAsync(db => db.FormVersions.Where(f => f.IsGenerated)));
        var sheet = await town.SheetAsync(drafts[0].Value, first);
        Assert.Equal(["tp2", "tp3"], sheet!.Papers.Select(p => p.Component.Key));
        Assert.Equal(["Hoàng Văn Thắng"], sheet.View.Pages[0].Questions.Where(q => q.Question.From == AccountFields.FullName).Select(q => q.Display));
    }

    [Theory, BothDatabases]
    public async Task Start_Twice_UsesTheUntouchedDraft(DatabaseKind kind)
    {
        await using var town = await FilingTown.BuildAsync(kind);
        var citizen = await town.CitizenAsync();
        var draft = (await town.StartAsync(citizen)).Value;
        Assert.Equal(draft, (await town.StartAsync(citizen)).Value);
        await town.SaveAsync(draft, citizen, "nguoi", null, ("dien_thoai", "0987654321"));
        Assert.NotEqual(draft, (await town.StartAsync(citizen)).Value);
        Assert.Equal(FilingProblems.NoProcedure, (await town.StartAsync(citizen, "9.999999")).Problem);
    }

    [Theory, BothDatabases]
    public async Task Papers_BadChoices_AreSaidAndNothingChanges(DatabaseKind kind)
    {
        await using var town = await FilingTown.BuildAsync(kind);
        var citizen = await town.CitizenAsync();
        var draft = (await town.StartAsync(citizen)).Value;
        Task<Result<DraftSheet>> Choose(string key, string way, string reason) =>
            town.Database.UseAsync((ChoosePaperWayHandler h) => h.HandleAsync(new ChoosePaperWay(draft, key, way, reason), citizen, default));
        Assert.Equal(FilingProblems.NoSuchPart, (await Choose("tp9", PaperWays.Paper, "x")).Problem);
        Assert.Equal(FilingProblems.NoSuchPart, (await Choose("tp1", PaperWays.Paper, "x")).Problem);
        Assert.Equal(FilingProblems.NoWay, (await Choose("tp2", "bay", "x")).Problem);
        Assert.Equal(FilingProblems.NoWay, (await Choose("tp2", PaperWays.NotNeeded, "")).Problem);
        Assert.Equal(FilingProblems.NoPaperReason, (await Choose("tp2", PaperWays.Paper, " ")).Problem);
        Assert.Equal(FilingProblems.LongPaperReason, (await Choose("tp2", PaperWays.Paper, new string('a', 301))).Problem);
        Assert.True((await Choose("tp3", PaperWays.NotNeeded, "")).IsOk);
        Assert.True((await Choose("tp2", PaperWays.Paper, "Bản vẽ khổ lớn")).Value.Papers.All(p => p.IsDone));
        Assert.Equal(DocumentProblems.WrongKind, (await town.UploadAsync(draft, citizen, "chữ thường"u8.ToArray())).Problem);
        Assert.Equal(0, await town.CountAsync(db => db.StoredFiles));
    }

    [Theory, BothDatabases]
    public async Task Lookup_KnownUnknownMalformed_TellsOnlyStateAndProgress(DatabaseKind kind)
    {
        await using var town = await FilingTown.BuildAsync(kind);
        var citizen = await town.CitizenAsync();
        var (draft, version) = await town.ReadyAsync(citizen);
        var code = (await town.SubmitAsync(draft, citizen, version)).Value.Code;
        Task<PublicDossier?> Find(string? typed) => town.Database.UseAsync((PublicLookup l) => l.FindAsync(typed, default));
        Assert.Equal(new PublicDossier(code, 1, 10), await Find(code));
        Assert.Equal(new PublicDossier(code, 1, 10), await Find($"  {code.ToLowerInvariant()} "));
        foreach (var wrong in new[] { null, "", "x", "NH-0000000000", "H03.15-220725-0001", "'; drop table dossiers; --", new string('9', 500) })
        {
            Assert.Null(await Find(wrong));
        }
    }

    [Theory, BothDatabases]
    public async Task Stash_TypingOfAnEndedSession_ComesBackOnceWithinTheHour(DatabaseKind kind)
    {
        await using var town = await FilingTown.BuildAsync(kind);
        var typing = new StashedTyping("/nop-ho-so", new Dictionary<string, IReadOnlyList<string>> { ["q.muc_dich"] = ["Vay vốn"] });
        Task<StashedTyping?> Take(string? name) => town.Database.UseAsync((TypingStash s) => s.TakeAsync(name, default));
        var name = await town.Database.UseAsync((TypingStash s) => s.KeepAsync(typing, default));
        Assert.DoesNotContain("Vay", await File.ReadAllTextAsync(Directory.EnumerateFiles(town.Database.Home, name!, SearchOption.AllDirectories).Single(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(["Vay vốn"], (await Take(name))!.Fields["q.muc_dich"]);
        Assert.Null(await Take(name));
        Assert.Null(await Take("../../etc/passwd"));
        var late = await town.Database.UseAsync((TypingStash s) => s.KeepAsync(typing, default));
        town.Database.Clock.Advance(TypingStash.Lifetime + TimeSpan.FromMinutes(1));
        Assert.Null(await Take(late));
    }
}
