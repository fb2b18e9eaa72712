using System.Globalization;
using MotCua.Domain.Feedback;

namespace MotCua.Domain.Tests.Feedback;

/// <summary>Evaluation of agencies and officers, TT 01/2018/TT-VPCP Điều 15 (law rule 46).</summary>
public sealed class RatingBandsTests
{
    [Theory]
    [InlineData("18", AgencyBand.Excellent)]
    [InlineData("15", AgencyBand.Excellent)]
    [InlineData("14.9", AgencyBand.Good)]
    [InlineData("12", AgencyBand.Good)]
    [InlineData("11.9", AgencyBand.Fair)]
    [InlineData("9", AgencyBand.Fair)]
    [InlineData("8.9", AgencyBand.Average)]
    [InlineData("6", AgencyBand.Average)]
    [InlineData("5.9", AgencyBand.Weak)]
    [InlineData("0", AgencyBand.Weak)]
    public void Agency_Total_FallsIntoTheBandOfDieu15(string total, AgencyBand band) => Assert.Equal(band, RatingBands.Agency(Number(total)));

    [Theory]
    [InlineData("10", StaffBand.Full)]
    [InlineData("5.0", StaffBand.Full)]
    [InlineData("4.9", StaffBand.Most)]
    [InlineData("3.5", StaffBand.Most)]
    [InlineData("3.4", StaffBand.Below)]
    public void Staff_Total_FallsIntoTheBandOfDieu15(string total, StaffBand band) => Assert.Equal(band, RatingBands.Staff(Number(total)));

    [Theory]
    [InlineData("2,2,1", "1.7")]
    [InlineData("1,2", "1.5")]
    [InlineData("2,2,2,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1", "1.2")]
    public void Index_MeanOfDossiers_HasOneDecimalHalfAwayFromZero(string points, string index) =>
        Assert.Equal(Number(index), RatingBands.IndexOf([.. points.Split(',').Select(int.Parse)]));

    /// <summary>Each index is rounded before the sum, and one without data is left out (Điều 15 k4 b).</summary>
    [Fact]
    public void Total_MissingIndex_IsLeftOut()
    {
        Assert.Null(RatingBands.IndexOf([]));
        Assert.Equal(3.4m, RatingBands.Total([RatingBands.IndexOf([2, 2, 1]), null, RatingBands.IndexOf([2, 2, 1])]));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
