using MotCua.App.Catalogue;
using MotCua.Domain.Catalogue;

namespace MotCua.App.Tests.Catalogue;

public sealed class ProcedureContentsTests
{
    [Theory]
    [InlineData("Các giấy tờ liên quan khác như Giấy tờ chứng minh đã ly hôn", false)]
    [InlineData("Các tài liệu thẩm duyệt về phòng cháy chữa cháy, nếu có", false)]
    [InlineData("Văn bản đồng ý (nếu người nộp là người thứ ba)", false)]
    [InlineData("Giấy chứng tử trong trường hợp vợ hoặc chồng đã chết", false)]
    [InlineData("Hợp đồng uỷ quyền cho tổ chức thực hiện thủ tục", false)]
    [InlineData("Danh sách hành khách (đối với phương tiện vận tải hành khách)", false)]
    [InlineData("Các tài liệu khác có liên quan", false)]
    [InlineData("Hộ chiếu. Trường hợp các thông tin đã có trong cơ sở dữ liệu thì không phải tải lên", false)]
    [InlineData("Giấy chứng sinh. Trường hợp không có Giấy chứng sinh thì nộp văn bản của người làm chứng xác nhận về việc sinh", true)]
    [InlineData("Giấy báo tử. Trường hợp người yêu cầu đã nộp bản điện tử Giấy báo tử thì không phải nộp bản giấy.", true)]
    [InlineData("Hộ chiếu hoặc các giấy tờ khác có dán ảnh và thông tin cá nhân", true)]
    [InlineData("Giấy khám sức khỏe có giá trị sử dụng nếu được cấp chưa quá 06 tháng", true)]
    [InlineData("Một trong những giấy tờ chứng minh quyền sử dụng đất", true)]
    public void From_NameSaysOnlySomeCases_PaperIsNotRequired(string name, bool isRequired)
    {
        var record = new ProcedureRecord { Code = "1.000001", Name = "Thủ tục thử", Components = [new RecordedComponent(name, "", 1, 0, false, false)] };

        Assert.Equal(isRequired, Assert.Single(ProcedureContents.From(record, "").Components).IsRequired);
    }

    [Theory]
    [InlineData("Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV và nhà ở riêng lẻ", false)]
    [InlineData("Cấp giấy phép xây dựng cho dự án", true)]
    public void From_DecisionOnAProject_IsNotRequiredOfAHouseOfOnesOwn(string procedure, bool isRequired)
    {
        // NĐ 15/2021/NĐ-CP Điều 46
        var record = new ProcedureRecord { Code = "1.000002", Name = procedure, Components = [new RecordedComponent("Quyết định phê duyệt dự án", "", 1, 0, false, false)] };

        Assert.Equal(isRequired, Assert.Single(ProcedureContents.From(record, "").Components).IsRequired);
    }

    [Theory]
    [InlineData("Lưu ý: Trường hợp trực tiếp nộp hồ sơ thì mang theo bản chính")]
    [InlineData("Cá nhân có quyền lựa chọn thực hiện thủ tục hành chính về hộ tịch tại cơ quan nơi cư trú")]
    public void From_RemarkAmongThePapers_IsNoPaper(string name)
    {
        var record = new ProcedureRecord { Code = "1.000003", Name = "Thủ tục thử", Components = [new RecordedComponent(name, "", null, null, false, false)] };

        Assert.Empty(ProcedureContents.From(record, "").Components);
    }

    [Fact]
    public void From_NameCutWithinAWord_EndsAtTheLastWholeOne()
    {
        var name = string.Concat(Enumerable.Repeat("giấy tờ ", 50))[..397] + " tr";
        var record = new ProcedureRecord { Code = "1.000004", Name = "Thủ tục thử", Components = [new RecordedComponent(name, "", null, null, false, false)] };

        Assert.EndsWith("giấy…", Assert.Single(ProcedureContents.From(record, "").Components).Name, StringComparison.Ordinal);
    }
}
