using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

/// <summary>Closing periods (law rule 43).</summary>
public sealed class PeriodClosingTests
{
    private static readonly DateOnly Today = new(2022, 8, 1);

    [Theory]
    [InlineData("2022-07", false, 5, "")]
    [InlineData("bc-2022-07", false, 5, "")]
    [InlineData("2022-08", false, 5, "CLO-0002")]
    [InlineData("2022", false, 5, "CLO-0002")]
    [InlineData("2022-07", true, 5, "CLO-0003")]
    [InlineData("2022-07", false, 0, "CLO-0004")]
    [InlineData("2022-07-01_2022-07-09", false, 5, "CLO-0001")]
    [InlineData("2022-13", false, 5, "CLO-0001")]
    public void Close_Period_OnlyWhenOverOpenAndNotEmpty(string key, bool isClosed, long dossiers, string problem) =>
        Assert.Equal(problem, PeriodClosing.Close(Period.Read(key), Today, isClosed, dossiers).Problem?.Code ?? "");

    [Fact]
    public void Close_TheLastDayItself_IsNotOver() => Assert.Contains("Chốt từ ngày 01/08/2022", PeriodClosing.Close(Period.Read("2022-07"), Today.AddDays(-1), false, 5).Problem?.Title, StringComparison.Ordinal);

    [Theory]
    [InlineData(true, "a", "b", "Nhập thiếu hồ sơ của xã", "")]
    [InlineData(false, "a", "b", "Nhập thiếu hồ sơ của xã", "CLO-0005")]
    [InlineData(true, "a", "b", "sai      ", "CLO-0006")]
    [InlineData(true, "a", "a", "Nhập thiếu hồ sơ của xã", "CLO-0007")]
    public void Reopen_NeedsAReasonAndASecondPerson(bool isClosed, string closer, string actor, string reason, string problem) =>
        Assert.Equal(problem, PeriodClosing.Reopen(isClosed, closer, actor, reason).Problem?.Code ?? "");

    [Fact]
    public void Hash_DoesNotDependOnOrderOrTrailingZeros_ButOnEveryValue()
    {
        var head = new ClosingHead("2022-07", 1, new DateOnly(2022, 7, 1), new DateOnly(2022, 7, 31), new DateTimeOffset(2022, 8, 1, 1, 0, 0, TimeSpan.Zero), "a", "");
        FrozenFigure[] figures = [new("ct3", "2022.1", "sgddt", new Ratio(20, 99), null, 30m, Attainment.NotMet), new("q766.2.1", "766.2022", "sgddt", null, 15.68m, null, Attainment.NotEnoughData)];
        var hash = PeriodClosing.Hash(head, figures);
        Assert.Equal(hash, PeriodClosing.Hash(head, figures.Reverse()));
        Assert.Equal(hash, PeriodClosing.Hash(head, [figures[0] with { Target = 30.00m }, figures[1]]));
        FrozenFigure[][] others = [[figures[0]], [figures[0] with { Counts = new Ratio(21, 99) }, figures[1]], [figures[0] with { Version = "2022.2" }, figures[1]], [figures[0] with { Attainment = Attainment.Met }, figures[1]], [figures[0], figures[1] with { Points = 15.69m }]];
        Assert.All(others, o => Assert.NotEqual(hash, PeriodClosing.Hash(head, o)));
        Assert.NotEqual(hash, PeriodClosing.Hash(head with { ClosedBy = "b" }, figures));
        Assert.NotEqual(hash, PeriodClosing.Hash(head with { PreviousHash = "x" }, figures));
    }

    [Fact]
    public void Changes_OfCounts_AreNamedBeforeAndAfter() =>
        Assert.Equal(["của dịch vụ công trực tuyến 1 → 0", "trực tuyến 0 → 1"], FactCountWords.Changes(FactCounts.Accepted | FactCounts.OfService, FactCounts.Accepted | FactCounts.Online));
}
