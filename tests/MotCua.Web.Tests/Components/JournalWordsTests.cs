using MotCua.Domain.Dossiers;
using MotCua.Web.Components;

namespace MotCua.Web.Tests.Components;

public sealed class JournalWordsTests
{
    public static TheoryData<string> EventNames => [.. typeof(DossierEvent).Assembly.GetTypes().Where(t => t.IsSealed && t.IsSubclassOf(typeof(DossierEvent))).Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(EventNames))]
    public void EventOf_EveryEventOfADossier_HasAVietnameseName(string name) => Assert.NotEqual(name, JournalWords.EventOf(name));

    [Fact]
    public void DetailOf_Json_ReadsAsVietnamesePairs() => Assert.Equal(
        [("số dòng", "12"), ("từ", "01/07/2022"), ("vai trò", "Văn thư"), ("tạm thời", "có")],
        JournalWords.DetailOf("""{"rows":12,"filter":{"from":"2022-07-01","role":"Clerk","own":false,"after":null},"provisional":true}"""));

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    public void DetailOf_Nothing_IsEmpty(string detail) => Assert.Empty(JournalWords.DetailOf(detail));

    [Fact]
    public void DetailOf_PlainText_StaysWhole() => Assert.Equal([("", "2; Địa chỉ không còn")], JournalWords.DetailOf("2; Địa chỉ không còn"));

    [Theory]
    [InlineData("can bo dang nhap", "OfficerSignedIn")]
    [InlineData("OfficerSignedIn", "OfficerSignedIn")]
    [InlineData("outbox", "outbox")]
    public void CodeOf_NameOrCode_IsWhatTheTrailKeeps(string typed, string code) => Assert.Equal(code, JournalWords.CodeOf(typed));

    [Fact]
    public void RecordOf_UnknownCode_StaysTheCode() => Assert.Equal("SomethingNew", JournalWords.RecordOf("SomethingNew"));
}
