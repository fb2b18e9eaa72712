using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

/// <summary>How far a figure is from its target; what is missing is counted, never rounded away.</summary>
public sealed class TargetDistanceTests
{
    [Theory]
    [InlineData(4, 8, 60, -10, 1)] // 4,8 of 8 are needed: one more makes 5
    [InlineData(20, 99, 30, -9.7979797979797979797979797980, 10)]
    [InlineData(6, 6, 100, 0, 0)]
    [InlineData(5, 8, 60, 2.5, 0)]
    [InlineData(0, 3, 0, 0, 0)]
    public void Of_AFigureAndItsTarget_SaysPointsAndWhatIsMissing(long above, long below, double target, double points, long missing)
    {
        var distance = TargetDistance.Of(new Ratio(above, below), (decimal)target);
        Assert.Equal(missing, distance!.Value.Missing);
        Assert.Equal((decimal)points, distance.Value.Points, 10);
    }

    /// <summary>What is missing at 49,995 % of 50 % is one, though the figure is shown as 50,00 % (law rule 37).</summary>
    [Fact]
    public void Of_JustBelow_IsMissingOne() => Assert.Equal(1, TargetDistance.Of(new Ratio(9_999, 20_000), 50m)!.Value.Missing);

    [Fact]
    public void Of_NothingToMeasureOrNoTarget_IsNone()
    {
        Assert.Null(TargetDistance.Of(new Ratio(0, 0), 50m));
        Assert.Null(TargetDistance.Of(new Ratio(1, 2), null));
    }
}
