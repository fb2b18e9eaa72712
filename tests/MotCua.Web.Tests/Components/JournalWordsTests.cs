using MotCua.Domain.Dossiers;
using MotCua.Web.Components;

namespace MotCua.Web.Tests.Components;

public sealed class JournalWordsTests
{
    public static TheoryData<string> EventNames => [.. typeof(DossierEvent).Assembly.GetTypes().Where(t => t.IsSealed && t.IsSubclassOf(typeof(DossierEvent))).Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(EventNames))]
    public void EventOf_EveryEventOfADossier_HasAVietnameseName(string name) => Assert.NotEqual(name, JournalWords.EventOf(name));

    [Theory]
    [InlineData("Officer:0123456789abcdef0123456789abcdef", "Cán bộ …89abcdef")]
    [InlineData("System:", "Hệ thống")]
    [InlineData("lạ", "lạ")]
    public void ActorOf_KindAndId_ReadsAsWords(string actor, string said) => Assert.Equal(said, JournalWords.ActorOf(actor));

    [Theory]
    [InlineData("can bo dang nhap", "OfficerSignedIn")]
    [InlineData("OfficerSignedIn", "OfficerSignedIn")]
    [InlineData("outbox", "outbox")]
    public void CodeOf_NameOrCode_IsWhatTheTrailKeeps(string typed, string code) => Assert.Equal(code, JournalWords.CodeOf(typed));

    [Fact]
    public void RecordOf_UnknownCode_StaysTheCode() => Assert.Equal("SomethingNew", JournalWords.RecordOf("SomethingNew"));
}
