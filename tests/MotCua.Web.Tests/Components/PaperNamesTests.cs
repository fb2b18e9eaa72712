using MotCua.Web.Components;

namespace MotCua.Web.Tests.Components;

public sealed class PaperNamesTests
{
    [Theory]
    [InlineData("Giấy chứng sinh", "Giấy chứng sinh", "")]
    [InlineData("Giấy chứng sinh. Trường hợp không có Giấy chứng sinh thì nộp văn bản của người làm chứng xác nhận về việc sinh, nếu không có người làm chứng thì phải có giấy cam đoan.", "Giấy chứng sinh", "Trường hợp không có")]
    [InlineData("Bản sao theo khoản 1. Điều 5 của Nghị định và các giấy tờ khác chứng minh quyền sử dụng đất của người nộp hồ sơ, khi đề nghị", "Bản sao theo khoản 1. Điều 5", "")]
    [InlineData("Hộ chiếu hoặc các giấy tờ khác có dán ảnh và thông tin cá nhân do cơ quan có thẩm quyền cấp, còn giá trị sử dụng để chứng minh về nhân thân của người có yêu cầu đăng ký", "Hộ chiếu hoặc các giấy tờ khác có dán ảnh", "Hộ chiếu hoặc")]
    public void Split_LongName_GivesThePaperAndWhatIsSaidOfIt(string name, string title, string rest)
    {
        var split = PaperNames.Split(name);

        Assert.StartsWith(title, split.Title, StringComparison.Ordinal);
        Assert.Equal(rest.Length == 0, split.More.Length == 0);
        Assert.StartsWith(rest, split.More, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Biên bản họp", true, "Biên bản họp")]
    [InlineData("Biên bản họp", false, "Biên bản họp (nếu có)")]
    [InlineData("Biên bản họp (nếu có)", false, "Biên bản họp (nếu có)")]
    public void Title_OfAPaperNotEverybodyHas_SaysSoOnce(string name, bool isRequired, string title) => Assert.Equal(title, PaperNames.Title(name, isRequired));
}
