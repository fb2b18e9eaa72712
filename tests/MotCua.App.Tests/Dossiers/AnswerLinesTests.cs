using MotCua.App.Dossiers;
using MotCua.Domain.Forms;

namespace MotCua.App.Tests.Dossiers;

public sealed class AnswerLinesTests
{
    [Fact]
    public void Of_AnAddress_NamesTheCommuneAfterTheStreet()
    {
        var form = FormDefinition.Read("""
            {"form":"x","version":1,"title":{"vi":"Thử"},"pages":[{"id":"p","title":"Trang","questions":[
            {"id":"noi_o","kind":"address","label":"Nơi cư trú"},{"id":"xa","kind":"division","label":"Xã"},{"id":"cam_doan","kind":"declaration","label":"Tôi cam đoan"}]}]}
            """).Definition!;
        var place = new ObjectValue(new Dictionary<string, FormValue> { ["street"] = new TextValue("Tổ 5"), ["division"] = new TextValue("01840") });
        var answers = FormAnswers.Empty.With("noi_o", place).With("xa", new TextValue("01849")).With("cam_doan", BoolValue.True);

        var lines = AnswerLines.Of(form, answers, code => code == "01840" ? "Phường Đức Xuân" : null);

        Assert.Equal(["Tổ 5, Phường Đức Xuân", "01849", "Đã đánh dấu"], lines.Select(l => l.Value));
    }
}
