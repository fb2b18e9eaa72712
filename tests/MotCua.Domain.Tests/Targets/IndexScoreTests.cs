using System.Globalization;
using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

/// <summary>QĐ 766/QĐ-TTg; published tables of the law rules 39 and 45.</summary>
public sealed class IndexScoreTests
{
    [Theory]
    [InlineData(184_513, 144_625, "15.68")]
    [InlineData(588, 486, "16.53")]
    [InlineData(482, 332, "13.78")]
    [InlineData(326, 207, "12.70")]
    [InlineData(2_971, 2_348, "15.81")]
    [InlineData(1_780, 1_415, "15.90")]
    [InlineData(2_645, 2_134, "16.14")]
    [InlineData(1_270, 854, "13.45")]
    [InlineData(2, 0, "0")]
    [InlineData(0, 0, "0")]
    public void Progress_PublishedRow_ScoresAsPublished(int received, int onTime, string points) =>
        Assert.Equal(Points(points), Score("q766.2.1", ("received", received), ("on_time", onTime)));

    [Fact]
    public void OnlineServices_PublishedProvince_SumsTo883() =>
        Assert.Equal(8.83m, Score("q766.3a", ("procedures", 56), ("partial", 31), ("full", 21), ("online_services_used", 406), ("online_services", 1_968), ("dossiers_online", 150_956), ("dossiers_all", 152_595)));

    [Theory]
    [InlineData(82_913, 98_459, 93, 56, 310, "6.25")]
    [InlineData(7, 7, 2, 0, 3, "7.67")]
    [InlineData(44, 44, 7, 0, 8, "8.00")]
    [InlineData(1_516, 1_707, 12, 7, 35, "6.69")]
    [InlineData(851, 938, 9, 4, 35, "6.37")]
    [InlineData(621, 754, 12, 6, 36, "6.19")]
    [InlineData(1_491, 1_651, 7, 6, 31, "6.46")]
    public void Payment_PublishedRow_IsWithinOneHundredth(int paid, int withFee, int synced, int used, int procedures, string published)
    {
        var points = Score("q766.3b", ("fee_dossiers_paid_online", paid), ("fee_dossiers", withFee), ("fee_procedures_synced", synced), ("fee_procedures_paid_online", used), ("fee_procedures", procedures));
        Assert.InRange(points - Points(published), -0.01m, 0.01m);
    }

    /// <summary>5.42 + 0.56 + 0.48 = 6.46, while the unrounded sum would round to 6.47.</summary>
    [Fact]
    public void Group_PartsAreRoundedBeforeTheSum_VanPhu() =>
        Assert.Equal(6.46m, Score("q766.3b", ("fee_dossiers_paid_online", 1_491), ("fee_dossiers", 1_651), ("fee_procedures_synced", 7), ("fee_procedures_paid_online", 6), ("fee_procedures", 31)));

    [Theory]
    [InlineData("q766.4.1", "e_results", 133_274, "result_dossiers", 184_513, "4.33")]
    [InlineData("q766.4.2", "digitised", 21_233, "received", 184_513, "0.46")]
    [InlineData("q766.4.3", "reused", 3_160, "received", 184_513, "0.04")]
    [InlineData("q766.4.5a", "population_procedures", 297, "population_procedures_all", 1_301, "0.46")]
    [InlineData("q766.4.5b", "eid_dossiers", 85_644, "received", 184_513, "0.93")]
    [InlineData("q766.4.1", "e_results", 385, "result_dossiers", 588, "3.93")]
    [InlineData("q766.4.2", "digitised", 312, "received", 588, "2.12")]
    [InlineData("q766.5.2", "feedback_on_time", 182, "feedback", 247, "4.42")]
    [InlineData("q766.5.3", "feedback_satisfied", 137, "feedback", 247, "3.33")]
    [InlineData("q766.5.2", "feedback_on_time", 0, "feedback", 0, "6")]
    [InlineData("q766.5.3", "feedback_satisfied", 0, "feedback", 0, "6")]
    [InlineData("q766.4.1", "e_results", 0, "result_dossiers", 0, "0")]
    public void Part_PublishedCounts_ScoreAsPublished(string code, string above, int part, string below, int whole, string points) =>
        Assert.Equal(Points(points), Score(code, (above, part), (below, whole)));

    [Theory]
    [InlineData("78.35", "5.22")]
    [InlineData("90", "6")]
    [InlineData("100", "6")]
    [InlineData("0", "0")]
    public void Satisfaction_Percent_IsCappedAtSix(string percent, string points) => Assert.Equal(Points(points), Score("q766.5.4", ("satisfied_percent", Points(percent))));

    [Fact]
    public void Index_AllGroupsPresent_IsTheSumOfGroups()
    {
        var counts = IndexScore.Columns.Append("satisfied_percent").Distinct().ToDictionary(c => c, c => c is "partial" ? 0m : 10m, StringComparer.Ordinal);
        var (scores, refusal) = IndexScore.Of(counts);
        Assert.Null(refusal);
        Assert.Equal(scores.Where(s => IndexScore.Groups.Any(g => s.Code == $"q766.{g}")).Sum(s => s.Points), scores.Single(s => s.Code == "q766").Points);
    }

    [Fact]
    public void Group_OnePartMissing_IsNotGiven()
    {
        var (scores, _) = IndexScore.Of(new Dictionary<string, decimal> { ["feedback"] = 3, ["feedback_on_time"] = 3 });
        Assert.Equal([("q766.5.2", 6m)], scores);
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    public void Row_NegativeOrPartAboveWhole_IsRefused(int onTime, int received)
    {
        var (scores, refusal) = IndexScore.Of(new Dictionary<string, decimal> { ["on_time"] = onTime, ["received"] = received });
        Assert.Empty(scores);
        Assert.NotNull(refusal);
    }

    private static decimal Points(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static decimal Score(string code, params (string Column, decimal Count)[] counts)
    {
        var (scores, refusal) = IndexScore.Of(counts.ToDictionary(c => c.Column, c => c.Count, StringComparer.Ordinal));
        Assert.Null(refusal);
        return scores.Single(s => s.Code == code).Points;
    }
}
