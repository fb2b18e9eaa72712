using CsCheck;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

/// <summary>Indicators by configuration: conditions as text and words, part of a whole, what is refused.</summary>
public sealed class FactConditionsTests
{
    private static readonly Gen<bool?> Asked = Gen.OneOf(Gen.Const((bool?)null), Gen.Const((bool?)true), Gen.Const((bool?)false));

    private static readonly Gen<FactConditions> Conditions =
        from channels in Gen.OneOf(new[] { Channel.Counter, Channel.Online, Channel.Post, Channel.Mobile }.Select(v => Gen.Const(v)).ToArray()).Array[0, 3]
        from helpers in Gen.OneOf(new[] { AssistedBy.Self, AssistedBy.Officer, AssistedBy.CommunityTeam }.Select(v => Gen.Const(v)).ToArray()).Array[0, 2]
        from levels in Gen.OneOf(new[] { 0, 2, 3, 4 }.Select(v => Gen.Const(v)).ToArray()).Array[0, 2]
        from procedures in Gen.OneOf(new[] { "1.000001", "1.000002", "1.000003" }.Select(v => Gen.Const(v)).ToArray()).Array[0, 2]
        from flags in Asked.Array[6]
        from given in Gen.Bool.Array[3]
        select new FactConditions
        {
            Channels = channels,
            Helpers = helpers,
            Levels = levels,
            Procedures = procedures,
            Digitised = flags[0],
            Reused = flags[1],
            EidVerified = flags[2],
            Fee = flags[3],
            PaidOnline = flags[4],
            EndedLate = flags[5],
            Ended = given[0],
            ResultGiven = given[1],
            ElectronicResult = given[2],
        };

    [Fact]
    public void Text_AnyConditions_ReadsBackTheSame() => Conditions.Sample(c =>
    {
        var back = FactConditions.Parse(c.ToText());
        Assert.Equal((c.ToText(), c.Key), (back.ToText(), back.Key));
        Assert.True(back.IsPartOf(c) && c.IsPartOf(back));
    });

    [Fact]
    public void IsPartOf_AnyTwo_HoldsForItselfAndForAllAndIsTransitive() => Gen.Select(Conditions, Conditions, Conditions).Sample((a, b, c) =>
    {
        Assert.True(a.IsPartOf(a) && a.IsPartOf(FactConditions.All));
        if (a.IsPartOf(b) && b.IsPartOf(c)) Assert.True(a.IsPartOf(c));
        if (a.IsPartOf(b) && b.IsPartOf(a)) Assert.Equal(a.ToText(), b.ToText());
    });

    [Fact]
    public void Words_OfConditions_ReadAsASentence() => Assert.Equal(
        "nộp trực tuyến hoặc qua bưu chính, người dân tự nộp, của TTHC toàn trình hoặc một phần, có phí, lệ phí, đã thanh toán trực tuyến, đã giải quyết xong đúng hạn, đã cấp kết quả điện tử",
        new FactConditions { Channels = [Channel.Post, Channel.Online], Helpers = [AssistedBy.Self], Levels = [3, 4], Fee = true, PaidOnline = true, EndedLate = false, ElectronicResult = true }.Words());

    [Theory]
    [InlineData("channels=2", "", "", true, "")]
    [InlineData("channels=2;levels=3,4", "levels=3,4", "", true, "")]
    [InlineData("channels=2", "channels=1", "", true, "IND-0010")]
    [InlineData("", "channels=2", "", true, "IND-0010")]
    [InlineData("eresult=1", "ended=1", "", true, "IND-0010")]
    [InlineData("eresult=1;ended=1", "ended=1", "", true, "")]
    [InlineData("late=0", "ended=1", "", true, "")]
    [InlineData("fee=1", "fee=1", "", true, "IND-0011")]
    [InlineData("fee=0;paid=1", "", "", true, "IND-0009")]
    [InlineData("channels=2", "", "3,4", true, "IND-0014")]
    [InlineData("channels=2", "", "3,4", false, "")]
    [InlineData("channels=2", "fee=1", "3,4", false, "IND-0013")]
    [InlineData("channels=2", "procedures=1.000001", "4", false, "")]
    [InlineData("channels=2;procedures=1.000002", "procedures=1.000001", "4", false, "IND-0010")]
    [InlineData("eresult=1", "", "4", false, "IND-0012")]
    [InlineData("fee=1;paid=1", "fee=1", "", false, "")]
    public void Check_Formula_RefusesWhatCountsNothingSensible(string above, string below, string offered, bool ofDossiers, string problem)
    {
        var formula = new IndicatorFormula(
            ofDossiers ? IndicatorSubject.Dossiers : IndicatorSubject.Procedures, FactConditions.Parse(above), FactConditions.Parse(below), [.. offered.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)]);
        Assert.Equal(problem, formula.Check().Problem?.Code ?? "");
    }

    [Theory]
    [InlineData("ct3.toi", "IND-0002")]
    [InlineData("q766", "IND-0002")]
    [InlineData("GL1", "IND-0001")]
    [InlineData("", "IND-0001")]
    [InlineData("gl.1", "")]
    public void Keep_Code_MustBeFree(string code, string problem) => Assert.Equal(problem, IndicatorDecision.Keep(Draft(code)).Problem?.Code ?? "");

    [Fact]
    public void Publish_ByItsDrafterOrFromAnEarlierDay_IsRefused()
    {
        Assert.Equal("IND-0016", IndicatorDecision.Publish(Draft("gl.1"), IndicatorState.Draft, "a", "a", null).Problem?.Code);
        Assert.Equal("IND-0017", IndicatorDecision.Publish(Draft("gl.1"), IndicatorState.Draft, "a", "b", new DateOnly(2022, 1, 1)).Problem?.Code);
        Assert.Equal("IND-0015", IndicatorDecision.Publish(Draft("gl.1"), IndicatorState.Published, "a", "b", null).Problem?.Code);
        Assert.True(IndicatorDecision.Publish(Draft("gl.1"), IndicatorState.Draft, "a", "b", new DateOnly(2021, 12, 31)).IsOk);
    }

    private static IndicatorDraft Draft(string code) =>
        new(code, "Tên", "Tên dài", "Căn cứ", "", new IndicatorFormula(IndicatorSubject.Dossiers, new FactConditions { Channels = [Channel.Online] }, FactConditions.All, []), new DateOnly(2022, 1, 1));
}
