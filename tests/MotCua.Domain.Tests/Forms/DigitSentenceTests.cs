using MotCua.Domain.Forms;

namespace MotCua.Domain.Tests.Forms;

/// <summary>What a person reads when a number has too few or too many digits: what the kind at hand needs, in plain words.</summary>
public sealed class DigitSentenceTests
{
    [Theory]
    [InlineData("\"identity_number\"", "Số căn cước", "01234567890", "Số căn cước có 12 chữ số như trên thẻ căn cước, hoặc 9 chữ số nếu là chứng minh nhân dân cũ. Hãy đối chiếu rồi nhập lại.")]
    [InlineData("\"text\",\"digits\":[10,12,13]", "Mã số thuế của chủ hộ", "123", "Mã số thuế của chủ hộ có 10 chữ số (cá nhân, hộ kinh doanh) hoặc 13 chữ số (đơn vị phụ thuộc). Nếu dùng số căn cước thay mã số thuế thì nhập đủ 12 chữ số.")]
    [InlineData("\"text\",\"digits\":[10,13]", "Mã số thuế", "123", "Mã số thuế có 10 chữ số, hoặc 13 chữ số nếu là đơn vị phụ thuộc.")]
    [InlineData("\"text\",\"digits\":4", "Mã ngành", "123", "Mã ngành có 4 chữ số. Hãy kiểm tra xem có thiếu hoặc thừa số nào không.")]
    [InlineData("\"text\",\"digits\":[5,6,8]", "Mã bưu chính", "12a", "Mã bưu chính có 5, 6 hoặc 8 chữ số. Hãy kiểm tra xem có thiếu hoặc thừa số nào không.")]
    public void Evaluate_WrongNumberOfDigits_SaysHowManyTheKindHas(string kind, string label, string typed, string said)
    {
        var form = FormDefinition.Read($$"""{"form":"x","version":1,"title":"X","pages":[{"id":"p","title":"P","questions":[{"id":"a","kind":{{kind}},"label":"{{label}}"}]}]}""").Definition!;
        Assert.True(FormAnswers.TryParse($$"""{"a":"{{typed}}"}""", out var answers, out _));
        Assert.Equal(said, Assert.Single(FormRun.Evaluate(form, answers, new FormContext(new DateOnly(2022, 10, 25), new Dictionary<string, string>())).Errors).Message);
    }

    [Theory]
    [InlineData("0123456789")]
    [InlineData("012345678901")]
    [InlineData("0123456789-001")]
    public void Evaluate_TaxCodeOfAnyLawfulLength_IsTaken(string typed)
    {
        var form = FormDefinition.Read("""{"form":"x","version":1,"title":"X","pages":[{"id":"p","title":"P","questions":[{"id":"a","kind":"text","digits":[10,12,13],"label":"Mã số thuế"}]}]}""").Definition!;
        Assert.True(FormAnswers.TryParse($$"""{"a":"{{typed}}"}""", out var answers, out _));
        Assert.True(FormRun.Evaluate(form, answers, new FormContext(new DateOnly(2022, 10, 25), new Dictionary<string, string>())).Valid);
    }
}
