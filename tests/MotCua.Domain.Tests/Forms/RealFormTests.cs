using MotCua.Domain.Forms;

namespace MotCua.Domain.Tests.Forms;

public sealed class RealFormTests
{
    public static TheoryData<string> Codes => [.. RealForms.Codes];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Definition_Read_HasNoFaultAndSensiblePages(string code)
    {
        var form = RealForms.Read(code);

        Assert.Equal(code, form.Id);
        Assert.InRange(form.Pages.Count, 5, 8);
        Assert.DoesNotContain(form.Questions, q => q.Kind == QuestionKind.Unknown);
        Assert.Equal(1, form.Questions.Count(q => q.Id == "cam_doan" && q.Kind == QuestionKind.Declaration));
        Assert.All(form.Questions, q => Assert.InRange(q.Short.Vi.Length, 1, 160));
        Assert.Equal(64, form.Hash.Length);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void CompleteSample_Judged_IsValidAndSendsWhatWasAnswered(string code)
    {
        var form = RealForms.Read(code);
        var view = FormRun.Evaluate(form, RealForms.Sample(code), RealForms.Context);

        Assert.Empty(view.Errors.Select(e => $"{e.Question} {e.Code} {e.Message}"));
        Assert.Empty(view.Warnings.Select(w => $"{w.Question} {w.Message}"));
        Assert.All(view.Pages, p => Assert.Equal(PageProgress.Done, p.Progress));
        Assert.All(RealForms.Sample(code).Values.Keys, id => Assert.Contains(id, view.Values.Values.Keys));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void EmptyForm_Judged_AsksForMuchAndStartsNothing(string code)
    {
        var form = RealForms.Read(code);
        var view = FormRun.Evaluate(form, FormAnswers.Empty, new FormContext(RealForms.Today));

        Assert.False(view.Valid);
        Assert.True(view.Required.Count > 10);
        Assert.All(view.Errors, e => Assert.Matches(@"^\p{Lu}.*", e.Message));
        Assert.All(view.Pages.Where(p => p.Questions.Any(q => q.Required)), p => Assert.Equal(PageProgress.NotStarted, p.Progress));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void EveryNeededAnswer_TakenAway_IsMissed(string code)
    {
        var form = RealForms.Read(code);
        var sample = RealForms.Sample(code);
        var needed = FormRun.Evaluate(form, sample, RealForms.Context).Required.Where(p => sample.Get(p) is not null).ToList();
        Assert.True(needed.Count > 10);

        foreach (var path in needed)
        {
            var view = FormRun.Evaluate(form, sample.With(path, null), RealForms.Context);
            Assert.Contains(view.Errors, e => e.Question == path || path.StartsWith(e.Question + "[", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Prefill_FromTheAccount_FillsTypedAnswersOnce()
    {
        var form = RealForms.Read("1.004873");
        var answers = FormRun.Prefill(form, FormAnswers.Empty.With("nd_ho_ten", new TextValue("Người Khác")), RealForms.Context);

        Assert.Equal("Người Khác", answers.Get("nd_ho_ten")!.Display);
        Assert.Equal("1", answers.Get("so_ban")!.Display);
        Assert.IsType<NumberValue>(answers.Get("so_ban"));
        var view = FormRun.Evaluate(form, answers, RealForms.Context);
        Assert.Contains(view.Pages.SelectMany(p => p.Questions), q => q.Path == "nd_ngay_sinh" && q.Display == "27/08/1990");
        Assert.Contains(view.Pages.SelectMany(p => p.Questions), q => q.Path == "yc_ho_ten" && q.ReadOnly && q.Display == "Lò Văn Páo");
    }

    [Theory]
    [InlineData("2004-10-25", "nu", true)]
    [InlineData("2004-10-26", "nu", false)]
    [InlineData("2002-10-25", "nam", true)]
    [InlineData("2002-10-26", "nam", false)]
    public void MaritalCertificate_ToMarry_WantsTheAgeOfTheLaw(string birth, string sex, bool valid)
    {
        // Luật Hôn nhân và gia đình 2014 Đ8: nam từ đủ 20 tuổi, nữ từ đủ 18 tuổi
        var answers = RealForms.Sample("1.004873").With("nd_ngay_sinh", new TextValue(birth)).With("nd_gioi_tinh", new TextValue(sex));
        Assert.Equal(valid, FormRun.Evaluate(RealForms.Read("1.004873"), answers, RealForms.Context).Valid);
    }

    [Fact]
    public void CriminalRecord_Number2ThroughAnother_IsRefused()
    {
        // Luật Lý lịch tư pháp Đ46
        var answers = RealForms.Sample("2.000488").With("loai_phieu", new TextValue("so_2")).With("tu_cach", new TextValue("uy_quyen"));
        Assert.Contains(FormRun.Evaluate(RealForms.Read("2.000488"), answers, RealForms.Context).Errors, e => e is { Question: "tu_cach", Code: AnswerCodes.Check });
    }

    [Theory]
    [InlineData(230, 2, true)]
    [InlineData(231, 2, false)]
    [InlineData(200, 3, false)]
    public void HousePermit_OwnDesign_OnlyForSmallHouses(int floors, int storeys, bool valid)
    {
        // Luật Xây dựng Đ79 k7; the sample adds 20 m² of mezzanine
        var answers = RealForms.Sample("1.013225").With("dt_cac_tang", new NumberValue(floors)).With("so_tang", new NumberValue(storeys));
        Assert.Equal(valid, FormRun.Evaluate(RealForms.Read("1.013225"), answers, RealForms.Context).Valid);
    }

    [Fact]
    public void BirthRegistration_After60Days_IsLateButAllowed()
    {
        // Luật Hộ tịch Đ15
        var form = RealForms.Read("1.001193");
        var onTime = FormRun.Evaluate(form, RealForms.Sample("1.001193").With("con_ngay_sinh", new TextValue("2022-08-26")), RealForms.Context);
        var late = FormRun.Evaluate(form, RealForms.Sample("1.001193").With("con_ngay_sinh", new TextValue("2022-08-25")), RealForms.Context);
        Assert.Equal("Không", onTime.Values.Get("qua_han")!.Display);
        Assert.Equal("Có", late.Values.Get("qua_han")!.Display);
        Assert.True(late.Valid);
    }

    [Fact]
    public void HouseholdBusiness_MainTradeNotAmongTrades_IsSaidSo()
    {
        var answers = RealForms.Sample("1.001612").With("nganh_chinh", new TextValue("0111"));
        var error = Assert.Single(FormRun.Evaluate(RealForms.Read("1.001612"), answers, RealForms.Context).Errors);
        Assert.Equal("nganh_chinh", error.Question);
    }
}
