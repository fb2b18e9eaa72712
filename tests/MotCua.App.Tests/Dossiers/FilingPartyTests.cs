using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Forms;

namespace MotCua.App.Tests.Dossiers;

public sealed class FilingPartyTests
{
    [Theory]
    [InlineData("tu_nop", false, "cdt_", "Triệu Tiến Phú")]
    [InlineData("tu_nop", false, "ch_", "Triệu Tiến Phú")]
    [InlineData("tu_nop", true, "ch_", "Nùng Thị Lan")]
    public void Of_SomebodyFilesForAnother_TheDeclaredPersonIsTheApplicantAndTheAccountTheSubmitter(string question, bool self, string prefix, string applicant)
    {
        var vault = PersonalDataVault.Parse($"k1={Convert.ToBase64String(new byte[32])}\nindex={Convert.ToBase64String(new byte[32])}\n");
        var form = FormDefinition.Read($$"""
            {"form":"x","version":1,"title":{"vi":"Thử"},"pages":[{"id":"p","title":"P","questions":[
            {"id":"{{question}}","kind":"yes_no","label":"Tự nộp?"},{"id":"{{prefix}}ho_ten","kind":"person_name","label":"Họ tên"},{"id":"{{prefix}}so_giay_to","kind":"text","label":"Số"}]}]}
            """).Definition!;
        var answers = FormAnswers.Empty.With(question, self ? BoolValue.True : BoolValue.False).With(prefix + "ho_ten", new TextValue("Triệu Tiến Phú")).With(prefix + "so_giay_to", new TextValue("006078004567"));
        var view = FormRun.Evaluate(form, answers, new FormContext(new DateOnly(2022, 11, 1)));

        var party = FilingParty.Of(form, view, new AccountRow { FullName = "Nùng Thị Lan", IdentityCipher = vault.Seal("006185003456") }, vault);

        Assert.Equal(applicant, party.Row.Name);
        Assert.Equal(self ? "" : "Nùng Thị Lan", party.Row.SubmitterName);
        Assert.Equal(self ? "006185003456" : "006078004567", vault.Unseal(party.Row.IdentityCipher));
        Assert.Equal(ApplicantKind.Person, party.Kind);
    }
}
