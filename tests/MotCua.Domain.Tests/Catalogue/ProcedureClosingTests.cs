using MotCua.Domain.Catalogue;

namespace MotCua.Domain.Tests.Catalogue;

/// <summary>When a procedure may be closed for new dossiers and opened again, and what people read of it.</summary>
public sealed class ProcedureClosingTests
{
    private static readonly DateOnly Today = new(2022, 7, 25);
    private static readonly ProcedureClosing Pause = new(Today, Today.AddDays(10), true, "Đang nâng cấp cơ sở dữ liệu", "12/QĐ-UBND");

    [Theory]
    [InlineData(0, 10, true, true, "lý do", "12/QĐ", true, null)]
    [InlineData(5, null, false, true, "lý do", "12/QĐ", true, null)]
    [InlineData(-1, null, true, true, "lý do", "12/QĐ", true, "CAT-0009")]
    [InlineData(5, 5, true, true, "lý do", "12/QĐ", true, "CAT-0010")]
    [InlineData(0, 10, false, true, "lý do", "12/QĐ", true, "CAT-0011")]
    [InlineData(0, null, true, true, " ", "12/QĐ", true, "CAT-0012")]
    [InlineData(0, null, true, true, "lý do", "", true, "CAT-0013")]
    [InlineData(0, null, true, true, "lý do", "12/QĐ", false, "CAT-0002")]
    [InlineData(0, null, true, false, "lý do", "12/QĐ", true, "CAT-0008")]
    public void Close_EachCase_IsAsTheTableSays(int from, int? until, bool isPause, bool isPublished, string reason, string decision, bool responsible, string? code)
    {
        var asked = new ProcedureClosing(Today.AddDays(from), until is { } days ? Today.AddDays(days) : null, isPause, reason, decision);
        var decided = ProcedureClosingDecision.Close(isPublished, [], asked, responsible, Today);
        Assert.Equal(code, decided.IsOk ? null : decided.Problem.Code);
    }

    [Fact]
    public void Close_WhileOneIsInForceOrAhead_IsRefusedAndAfterItsEndAllowed()
    {
        var asked = new ProcedureClosing(Today.AddDays(30), null, false, "lý do", "13/QĐ");
        Assert.Equal("CAT-0014", ProcedureClosingDecision.Close(true, [Pause], asked, true, Today).Problem!.Code);
        Assert.Equal("CAT-0014", ProcedureClosingDecision.Close(true, [Pause with { From = Today.AddDays(3) }], asked, true, Today).Problem!.Code);
        Assert.True(ProcedureClosingDecision.Close(true, [Pause], asked, true, Pause.Until!.Value).IsOk);
    }

    [Fact]
    public void Reopen_InForce_EndsOnTheDayAndAheadIsCalledOff()
    {
        Assert.Equal(Today.AddDays(2), ProcedureClosingDecision.Reopen(Pause, Today.AddDays(2), "14/QĐ", true, Today).Value.Until);
        var ahead = Pause with { From = Today.AddDays(5), Until = null };
        var off = ProcedureClosingDecision.Reopen(ahead, Today, "14/QĐ", true, Today).Value;
        Assert.Equal(off.From, off.Until);
        Assert.False(off.IsInForce(ahead.From) || off.IsAhead(Today));
        Assert.Equal("CAT-0015", ProcedureClosingDecision.Reopen(off, Today, "14/QĐ", true, Today).Problem!.Code);
        Assert.Equal("CAT-0015", ProcedureClosingDecision.Reopen(null, Today, "14/QĐ", true, Today).Problem!.Code);
        Assert.Equal("CAT-0016", ProcedureClosingDecision.Reopen(Pause, Today.AddDays(-1), "14/QĐ", true, Today).Problem!.Code);
        Assert.Equal("CAT-0013", ProcedureClosingDecision.Reopen(Pause, Today, " ", true, Today).Problem!.Code);
        Assert.Equal("CAT-0002", ProcedureClosingDecision.Reopen(Pause, Today, "14/QĐ", false, Today).Problem!.Code);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    [InlineData(-1, false)]
    public void IsInForce_DaysOfTheClosing_EndIsExclusive(int day, bool inForce) => Assert.Equal(inForce, Pause.IsInForce(Today.AddDays(day)));

    [Fact]
    public void Sentence_SaysFromWhenUntilWhenWhyAndWhatToDo()
    {
        Assert.Equal("Thủ tục này tạm dừng tiếp nhận hồ sơ mới từ ngày 25/07/2022 đến hết ngày 03/08/2022 (12/QĐ-UBND). Lý do: Đang nâng cấp cơ sở dữ liệu.", Pause.Sentence(Today));
        Assert.Contains("nộp từ ngày 04/08/2022", Pause.Advice(Today), StringComparison.Ordinal);
        var ahead = Pause with { From = Today.AddDays(2), Until = null, IsPause = false };
        Assert.StartsWith("Thủ tục này sẽ dừng tiếp nhận hồ sơ mới từ ngày 27/07/2022 (", ahead.Sentence(Today), StringComparison.Ordinal);
        Assert.StartsWith("Muốn nộp, hãy nộp trước ngày 27/07/2022.", ahead.Advice(Today), StringComparison.Ordinal);
        Assert.Contains("thủ tục thay thế", ahead.Advice(ahead.From), StringComparison.Ordinal);
    }
}
