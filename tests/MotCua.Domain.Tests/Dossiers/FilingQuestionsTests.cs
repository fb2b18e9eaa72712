using MotCua.Domain.Dossiers;
using MotCua.Domain.Forms;

namespace MotCua.Domain.Tests.Dossiers;

/// <summary>Who files for whom, with whose help (NĐ 61/2018 Đ16; BLDS 2015 Đ134-138; ADR 0011).</summary>
public sealed class FilingQuestionsTests
{
    private static readonly FormContext Context = new(new DateOnly(2022, 10, 25), DivisionName: _ => "Xã A", FileKnown: _ => true);
    private static readonly FilingCase[] Cases = [new("th1", "Trường hợp thông thường", "3 days"), new("th2", "Phải xác minh", "23 calendar-days")];

    [Theory]
    [InlineData("cua_toi", null, SubmitterStanding.Applicant)]
    [InlineData("nguoi_khac", "uy_quyen", SubmitterStanding.Authorised)] // BLDS Đ138
    [InlineData("nguoi_khac", "cha_me", SubmitterStanding.LegalRepresentative)] // BLDS Đ136
    [InlineData("nguoi_khac", "giam_ho", SubmitterStanding.LegalRepresentative)]
    [InlineData("nguoi_khac", "toa_an", SubmitterStanding.LegalRepresentative)]
    [InlineData("to_chuc", "phap_nhan", SubmitterStanding.OrganisationHead)] // BLDS Đ137
    [InlineData("to_chuc", "uy_quyen_to_chuc", SubmitterStanding.Authorised)]
    public void Standing_ByWhoseAndGround(string whose, string? ground, SubmitterStanding standing)
    {
        var view = View(("ai_cua_ai", whose), (whose == "to_chuc" ? "tc_can_cu" : "ai_can_cu", ground ?? ""));
        Assert.Equal(standing, FilingFacts.Of(view).Standing);
        Assert.Equal(whose != "cua_toi", view.Page(FilingQuestions.ApplicantPage) is not null);
    }

    [Theory]
    [InlineData("tu_lam", AssistedBy.Self, false)]
    [InlineData("to_cong_nghe", AssistedBy.CommunityTeam, true)]
    [InlineData("can_bo", AssistedBy.Officer, true)]
    [InlineData("hoi", AssistedBy.Association, true)]
    public void Helper_ByAnswer_IsRecordedAndOnlyThenNamed(string answer, AssistedBy by, bool named)
    {
        var view = View(("ai_giup", answer), ("ai_giup_ten", "Ma Văn Tình"));
        var facts = FilingFacts.Of(view);
        Assert.Equal((by, named ? "Ma Văn Tình" : ""), (facts.AssistedBy, facts.HelperName));
    }

    [Theory]
    [InlineData("uy_quyen", true)] // văn bản ủy quyền
    [InlineData("cha_me", false)]
    public void MandateFile_IsNeededForAWrittenAuthorisationOnly(string ground, bool needed) =>
        Assert.Equal(needed, View(("ai_cua_ai", "nguoi_khac"), ("ai_can_cu", ground)).Required.Contains(FilingQuestions.MandateFile));

    [Fact]
    public void IdentityNumber_ThatDoesNotFitTheBirthDate_WarnsAndDoesNotBlock()
    {
        var view = View(("ai_cua_ai", "nguoi_khac"), ("ai_ngay_sinh", "1990-05-17"), ("ai_so_dinh_danh", "006185003456"));
        Assert.Equal([AnswerCodes.IdentityBirth], view.Warnings.Select(w => w.Code));
        Assert.DoesNotContain(view.Errors, e => e.Question == "ai_so_dinh_danh");
    }

    [Fact]
    public void Case_WithSeveralLimits_IsAskedWithItsLimitInPlainWords()
    {
        var options = FilingQuestions.For(Cases).Question("ai_truong_hop")!.Options!.Select(o => o.Label.Vi).ToList();
        Assert.StartsWith("Trường hợp thông thường: 3 ngày làm việc", options[0], StringComparison.Ordinal);
        Assert.StartsWith("Phải xác minh: 23 ngày", options[1], StringComparison.Ordinal);
        Assert.Equal("", FilingFacts.Of(View(("ai_truong_hop", FilingQuestions.CaseUnknown))).LimitCase);
        Assert.Equal("th2", FilingFacts.Of(View(("ai_truong_hop", "th2"))).LimitCase);
        Assert.Null(FilingQuestions.For([Cases[0]]).Page(FilingQuestions.CasePage));
    }

    [Fact]
    public void CarryInto_ForAnother_FillsTheDeclaredPersonAndKeepsWhatWasTyped()
    {
        var form = FormDefinition.Read("""
            {"form":"x","version":1,"title":{"vi":"Thử"},"pages":[{"id":"p","title":"P","questions":[{"id":"tu_nop","kind":"yes_no","label":"Bạn là chủ hộ?"},
            {"id":"ch_ho_ten","kind":"person_name","label":"Họ tên"},{"id":"ch_so_giay_to","kind":"identity_number","label":"Số"}]}]}
            """).Definition!;
        var facts = FilingFacts.Of(View(("ai_cua_ai", "nguoi_khac"), ("ai_ho_ten", "Nùng Thị Lan"), ("ai_so_dinh_danh", "006185003456"), ("ai_can_cu", "uy_quyen")));
        var prefilled = FormAnswers.Empty.With("ch_ho_ten", new TextValue("Triệu Tiến Phú")).With("ch_so_giay_to", new TextValue("006078009999"));
        var carried = facts.CarryInto(form, prefilled, "Triệu Tiến Phú", "006078004567");
        Assert.Equal("Nùng Thị Lan", carried.Get("ch_ho_ten")!.Display);
        Assert.Equal("006078009999", carried.Get("ch_so_giay_to")!.Display); // typed by hand: kept
        Assert.Equal(BoolValue.False, carried.Get("tu_nop"));
        var judged = FormRun.Evaluate(form, carried, Context);
        Assert.False(facts.Contradicts(judged));
        Assert.True(FilingFacts.Of(View(("ai_cua_ai", "cua_toi"))).Contradicts(judged));
    }

    private static FormView View(params (string Id, string Value)[] typed)
    {
        var answers = typed.Where(t => t.Value.Length > 0).Aggregate(FormAnswers.Empty, (a, t) => a.With(t.Id, new TextValue(t.Value)));
        return FormRun.Evaluate(FilingQuestions.For(Cases), answers, Context);
    }
}
