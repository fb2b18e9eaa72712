using CsCheck;
using MotCua.Domain.Forms;

namespace MotCua.Domain.Tests.Forms;

public sealed class GeneratedFormTests
{
    private static readonly ProcedureSummary Procedure = new(
        "1.000894",
        "Đăng ký kết hôn",
        [new FormComponent("Giấy xác nhận tình trạng hôn nhân"), new FormComponent("Trường hợp ủy quyền: văn bản ủy quyền", Optional: true, InStore: false)],
        "Giấy chứng nhận kết hôn");

    [Fact]
    public void For_Procedure_AsksWhoPurposePapersAndDeclaration()
    {
        var form = GeneratedForm.For(Procedure);

        Assert.Equal(["trang_nguoi_de_nghi", "trang_noi_dung", GeneratedForm.PapersPage, "trang_cam_doan"], form.Pages.Select(p => p.Id));
        Assert.Null(form.Question("tu_cach")); // whose dossier it is and the case are asked of every filing
        Assert.Null(form.Question("truong_hop"));
        Assert.Equal([GeneratedForm.FromStore, GeneratedForm.Upload, GeneratedForm.OnPaper], form.Question("giay_to_1")!.Options!.Select(o => o.Value));
        Assert.Equal([GeneratedForm.Upload, GeneratedForm.OnPaper, GeneratedForm.NotNeeded], form.Question("giay_to_2")!.Options!.Select(o => o.Value));
        Assert.DoesNotContain(GeneratedForm.For(Procedure, withPapers: false).Pages, p => p.Id == GeneratedForm.PapersPage);
        Assert.Equal(form.Hash, GeneratedForm.For(Procedure).Hash);
    }

    [Fact]
    public void PaperOnPaper_Judged_WantsTheReason()
    {
        var form = GeneratedForm.For(Procedure);
        var answers = FormAnswers.Empty.With("giay_to_1", new TextValue(GeneratedForm.OnPaper)).With("giay_to_2", new TextValue(GeneratedForm.Upload));
        var view = FormRun.Evaluate(form, answers, new FormContext(new DateOnly(2022, 10, 25)));

        Assert.Equal(["giay_to_1_ly_do", "giay_to_2_tep"], view.Page(GeneratedForm.PapersPage)!.Errors.Select(e => e.Question));
    }

    [Fact]
    public void AnyNames_GiveASoundForm() => Gen.Select(Gen.String[0, 2000], Gen.String[0, 1200].Array[0, 40]).Sample(
        (name, components) =>
            GeneratedForm.For(new ProcedureSummary("1.1", name, [.. components.Select(c => new FormComponent(c, true))], name)).Pages.Count >= 3,
        iter: 300);
}
