using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.TestKit;

namespace MotCua.App.Tests.Dossiers;

/// <summary>Applicant, submitter and helper are different facts (NĐ 61/2018 Đ16; ADR 0011).</summary>
public sealed class FilingPartyTests
{
    private static readonly (string, string)[] Child =
    [
        ("ai_ho_ten", "Nùng Thị Lan"), ("ai_ngay_sinh.day", "2"), ("ai_ngay_sinh.month", "3"), ("ai_ngay_sinh.year", "1985"), ("ai_so_dinh_danh", "006185003456"), ("ai_noi_cu_tru.street", "Tổ 2"),
        ("ai_noi_cu_tru.division", "01840"), ("ai_can_cu", "uy_quyen"), ("ai_giay", "Giấy ủy quyền số 12 ngày 03/10/2022"),
    ];

    [Theory, BothDatabases]
    public async Task Submit_ForAnotherWithHelp_KeepsFourFactsAndBothMaySeeIt(DatabaseKind kind)
    {
        await using var town = await FilingTown.BuildAsync(kind);
        var submitter = await town.CitizenAsync("Triệu Tiến Phú", "006078004567");
        var applicant = await town.CitizenAsync("Nùng Thị Lan", "006185003456");
        var stranger = await town.CitizenAsync("Hoàng Thị Hoa", "006190001111");
        var (draft, _) = await town.ReadyAsync(submitter);
        await town.SaveAsync(draft, submitter, FilingQuestions.WhosePage, null, ("ai_cua_ai", FilingQuestions.Another));
        await town.SaveAsync(draft, submitter, FilingQuestions.ApplicantPage, null, Child);
        await town.SaveAsync(draft, submitter, FilingQuestions.HelperPage, null, ("ai_giup", "to_cong_nghe"));
        await town.SaveAsync(draft, submitter, FilingQuestions.HelperNamePage, null, ("ai_giup_ten", "Ma Văn Tình"));

        // The paper of a mandate is not optional (BLDS 2015 Đ138)
        var sheet = (await town.SheetAsync(draft, submitter))!;
        Assert.Equal(["ai_tep"], sheet.About.Errors.Select(e => e.Question));
        Assert.Equal(DossierProblems.AnswersIncomplete, (await town.SubmitAsync(draft, submitter, sheet.Draft.Version)).Problem);
        var filed = await town.Database.UseAsync((AddDraftFileHandler h) => h.HandleAsync(new AddDraftFile(draft, FilingQuestions.MandateFile, new MemoryStream(FilingTown.Png()), "uy quyen.png"), submitter, default));
        Assert.True(filed.IsOk && filed.Value.IsReady, filed.Problem?.Title);

        var sent = await town.SubmitAsync(draft, submitter, filed.Value.Draft.Version);
        Assert.True(sent.IsOk, sent.Problem?.Title);
        await using var db = town.Database.NewContext();
        var dossier = await db.Dossiers.SingleAsync();
        var party = await db.DossierParties.SingleAsync();
        Assert.Equal((Guid.Parse(applicant.Id), Guid.Parse(submitter.Id)), (dossier.ApplicantAccountId!.Value, dossier.SubmitterAccountId!.Value));
        Assert.Equal((AssistedBy.CommunityTeam, SubmitterStanding.Authorised, Channel.Online, "01840"), (dossier.AssistedBy, dossier.Standing, dossier.Channel, dossier.ApplicantCommune));
        Assert.Equal(("Nùng Thị Lan", "Triệu Tiến Phú", "Ma Văn Tình", "uy_quyen"), (party.Name, party.SubmitterName, party.HelperName, party.MandateGround));
        Assert.Equal(new DateOnly(1985, 3, 2), party.BirthOn);
        Assert.Single(db.DossierDocuments.Where(x => x.ComponentKey == DraftPapers.MandateKey && x.FileId != null));
        Assert.DoesNotContain("Triệu", (await db.DossierEvents.SingleAsync()).Payload, StringComparison.Ordinal);
        foreach (var (actor, sees) in new[] { (submitter, true), (applicant, true), (stranger, false) })
        {
            Assert.Equal(sees, DossierAccess.Of(dossier, actor).MayRead);
            Assert.Equal(sees, await town.Database.UseAsync((OwnDossierSheets s) => s.FindAsync(sent.Value.Code, actor, default)) is not null);
        }

        var seen = (await town.Database.UseAsync((OwnDossierSheets s) => s.FindAsync(sent.Value.Code, applicant, default)))!;
        Assert.Equal((true, false), (seen.IsApplicant, seen.IsSubmitter));
        Assert.Contains(seen.Story, l => l.By == "Triệu Tiến Phú, nộp thay");
    }

    [Theory]
    [InlineData("Nùng Thị Lan", "006185003456", true)]
    [InlineData("NÙNG THỊ LAN", "006 185 003 456", true)]
    [InlineData("Nùng Văn Lân", "006185003456", false)] // a mistyped number alone shows nothing to a stranger
    [InlineData("Nùng Thị Lan", "006185003457", false)]
    [InlineData("Nùng Thị Lan", "", false)]
    public async Task Applicant_ByNumberAndName_IsFoundOnlyWhenBothAgree(string name, string identity, bool found)
    {
        await using var town = await FilingTown.BuildAsync(DatabaseKind.Sqlite);
        var applicant = await town.CitizenAsync("Nùng Thị Lan", "006185003456");
        var account = await town.Database.UseAsync((DraftDesk d) => d.ApplicantAsync(name, identity, default));
        Assert.Equal(found ? Guid.Parse(applicant.Id) : null, account);
    }

    [Theory, BothDatabases]
    public async Task Submit_ForAnOrganisation_NamesItAsApplicant(DatabaseKind kind)
    {
        await using var town = await FilingTown.BuildAsync(kind);
        var head = await town.CitizenAsync("Triệu Tiến Phú", "006078004567");
        var (draft, _) = await town.ReadyAsync(head);
        await town.SaveAsync(draft, head, FilingQuestions.WhosePage, null, ("ai_cua_ai", FilingQuestions.Organisation));
        await town.SaveAsync(draft, head, FilingQuestions.ApplicantPage, null, ("tc_ten", "Hợp tác xã Hoa Sơn"), ("tc_ma_so", "4700123456"), ("tc_tru_so.street", "Tổ 3"), ("tc_tru_so.division", "01840"),
            ("tc_chuc_vu", "Giám đốc"), ("tc_can_cu", "phap_nhan"), ("ai_giay", "Giấy chứng nhận đăng ký hợp tác xã số 4700123456"));
        var sheet = (await town.SheetAsync(draft, head))!;
        Assert.True(sheet.IsReady, string.Join("; ", sheet.About.Errors.Select(e => e.Message)));
        Assert.True((await town.SubmitAsync(draft, head, sheet.Draft.Version)).IsOk);
        await using var db = town.Database.NewContext();
        var dossier = await db.Dossiers.SingleAsync();
        Assert.Equal((ApplicantKind.Organisation, SubmitterStanding.OrganisationHead, (Guid?)null), (dossier.ApplicantKind, dossier.Standing, dossier.ApplicantAccountId));
        Assert.Equal("Hợp tác xã Hoa Sơn", (await db.DossierParties.SingleAsync()).Name);
    }
}
