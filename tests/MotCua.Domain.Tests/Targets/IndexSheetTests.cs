using CsCheck;
using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

/// <summary>The live index of QĐ 766/QĐ-TTg: all groups from what is known, and what is still to be had.</summary>
public sealed class IndexSheetTests
{
    /// <summary>The six groups have the points of the decision: 18, 20, 12, 10, 22, 18.</summary>
    [Fact]
    public void Groups_OfTheDecision_HaveOneHundredPoints()
    {
        var sheet = IndexSheet.Of(new Dictionary<string, decimal>());
        Assert.Equal([18m, 20m, 12m, 10m, 22m, 18m], sheet.Groups.Select(g => g.Max));
        Assert.Null(sheet.Points);
        Assert.All(sheet.Parts, p => Assert.Null(p.Points));
    }

    /// <summary>Law §7.2, group 1: 6·a/b, 4·a/b, 2·a/b, 6·a/b; nothing to announce gives no points, as every zero whole but phản ánh.</summary>
    [Theory]
    [InlineData("1.1", "procedures_announced_on_time", 17, "procedures_announced", 23, 4.43)]
    [InlineData("1.1", "procedures_announced_on_time", 0, "procedures_announced", 0, 0)]
    [InlineData("1.2", "procedures_published_on_time", 23, "procedures_published", 23, 4)]
    [InlineData("1.3", "procedures_complete", 206, "procedures_listed", 1544, 0.27)]
    [InlineData("1.4", "dossiers_synced", 1, "dossiers_to_sync", 3, 2)]
    public void Publicity_Counts_ScoreByTheFormula(string code, string above, int part, string below, int whole, double points) =>
        Assert.Equal((decimal)points, IndexSheet.Of(new Dictionary<string, decimal> { [above] = part, [below] = whole }).Part(code)!.Points);

    /// <summary>Law §7.6, số hóa of BQL KCN: parts 3.93, 2.12, 0, 0, 0.48, 2, 2 sum to the published 10.53; of the province to 8.22; of Việt Trì to 8.67.</summary>
    [Theory]
    [InlineData(588, 588, 385, 312, 0, 588, 10, 42, 10.53)]
    [InlineData(184_513, 184_513, 133_274, 21_233, 3_160, 85_644, 297, 1_301, 8.22)]
    [InlineData(2_971, 2_971, 2_469, 479, 35, 1_137, 46, 385, 8.67)]
    public void Digitisation_PublishedUnit_SumsToThePublishedGroup(int received, int results, int electronic, int digitised, int reused, int eid, int population, int populationAll, double published)
    {
        var sheet = IndexSheet.Of(new Dictionary<string, decimal>
        {
            ["received"] = received,
            ["result_dossiers"] = results,
            ["e_results"] = electronic,
            ["digitised"] = digitised,
            ["reused"] = reused,
            ["from_store"] = 0,
            ["eid_dossiers"] = eid,
            ["population_procedures"] = population,
            ["population_procedures_all"] = populationAll,
            ["communes_certifying"] = 148,
            ["communes"] = 148,
        });
        Assert.InRange(sheet.PointsOf("q766.4")!.Value - (decimal)published, -0.01m, 0.01m);
    }

    /// <summary>Law §7.6, hài lòng: the province 5.22 + 4.42 + 3.33 = 12.97; Sở GD&amp;ĐT 4.19 + 6 + 6 = 16.19.</summary>
    [Theory]
    [InlineData(144_574, 184_513, 182, 137, 247, 12.97)]
    [InlineData(205, 326, 3, 3, 3, 16.19)]
    public void Satisfaction_PublishedUnit_SumsToThePublishedGroup(int satisfied, int received, int onTime, int liked, int feedback, double published)
    {
        var sheet = IndexSheet.Of(new Dictionary<string, decimal>
        {
            ["satisfied_percent"] = satisfied * 100m / received,
            ["feedback"] = feedback,
            ["feedback_on_time"] = onTime,
            ["feedback_satisfied"] = liked,
        });
        Assert.Equal((decimal)published, sheet.PointsOf("q766.5"));
    }

    [Fact]
    public void Group_OnePartMissing_HasNoSumAndNamesTheColumn()
    {
        var sheet = IndexSheet.Of(new Dictionary<string, decimal> { ["fee_procedures"] = 10, ["fee_procedures_paid_online"] = 4, ["fee_dossiers"] = 8, ["fee_dossiers_paid_online"] = 8 });
        Assert.Null(sheet.PointsOf("q766.3b"));
        Assert.Equal(["fee_procedures_synced"], sheet.Part("3b.1")!.Missing);
        Assert.Equal(1m, sheet.PointsOf("q766.3b.2"));
        Assert.Equal((7m, 8m), (sheet.Known, sheet.KnownMax));
    }

    /// <summary>Two sources that contradict each other take the points of their part only.</summary>
    [Fact]
    public void Part_LargerThanItsWhole_HasNoPointsAndSpoilsNoOther()
    {
        var sheet = IndexSheet.Of(new Dictionary<string, decimal> { ["from_store"] = 9, ["received"] = 8, ["on_time"] = 8 });
        Assert.True(sheet.Part("4.4")!.IsContradicted);
        Assert.Null(sheet.Part("4.4")!.Points);
        Assert.Equal(20m, sheet.Part("2.1")!.Points);
    }

    /// <summary>The sheet and <c>motcua index score</c> never differ on the contract's columns.</summary>
    [Fact]
    public void Sheet_AnyCounts_EqualsIndexScore() => Gen.Int[0, 60].Array[IndexScore.Columns.Count].Sample(numbers =>
    {
        var counts = IndexScore.Columns.Zip(numbers, (c, n) => (c, (decimal)n)).ToDictionary(c => c.c, c => c.Item2, StringComparer.Ordinal);
        var (scores, refusal) = IndexScore.Of(counts);
        if (refusal is not null) return;
        var sheet = IndexSheet.Of(counts);
        Assert.All(scores.Where(s => s.Code != "q766"), s => Assert.Equal(s.Points, sheet.PointsOf(s.Code)));
    });

    [Fact]
    public void Columns_OfEveryPart_AreDescribed()
    {
        Assert.All(IndexScore.All.SelectMany(p => p.Wholes.Append(p.Of)).Where(c => c.Length > 0), c => Assert.NotNull(IndexColumns.Find(c)));
        Assert.All(IndexColumns.Pairs, p => Assert.True(IndexColumns.Find(p.Part)!.IsSupplied && IndexColumns.Find(p.Whole)!.IsSupplied));
    }

    /// <summary>A part at its most has nothing to gain; what is late is gone; what is there comes before what must still come.</summary>
    [Fact]
    public void Gains_OfAUnit_ComeEasiestFirst()
    {
        var sheet = IndexSheet.Of(new Dictionary<string, decimal>
        {
            ["received"] = 100,
            ["on_time"] = 90,
            ["result_dossiers"] = 100,
            ["e_results"] = 40,
            ["digitised"] = 99,
            ["reused"] = 80,
            ["eid_dossiers"] = 10,
            ["dossiers_online"] = 20,
            ["dossiers_all"] = 100,
            ["procedures"] = 10,
            ["partial"] = 4,
            ["full"] = 0,
        });
        var gains = IndexGains.Of(sheet, isOver: false);
        Assert.Equal(["3a.1", "4.1", "4.2"], gains.TakeWhile(g => g.Effort == GainEffort.Now).Select(g => g.Part.Code));
        Assert.DoesNotContain(gains, g => g.Part.Code == "4.3");
        Assert.Equal((4L, 1m), gains.Where(g => g.Part.Code == "3a.1").Select(g => (g.Items!.Value, g.Points)).Single());
        Assert.Equal(30L, gains.Single(g => g.Part.Code == "3a.3").Items);
        Assert.Equal(GainEffort.Gone, gains[^1].Effort);
        Assert.Equal(GainEffort.Gone, IndexGains.Of(sheet, isOver: true).Single(g => g.Part.Code == "3a.3").Effort);
    }

    /// <summary>So many items more give all points, and one fewer does not unless rounding gives it.</summary>
    [Fact]
    public void Gains_NeededItems_GiveAllPoints() => Gen.Select(Gen.Int[0, 200], Gen.Int[1, 200]).Where(x => x.Item1 <= x.Item2).Sample(x =>
    {
        foreach (var part in IndexScore.All.Where(p => p.Wholes.Count == 1 && p.Of.Length > 0))
        {
            var sheet = IndexSheet.Of(new Dictionary<string, decimal> { [part.Wholes[0]] = x.Item1, [part.Of] = x.Item2 });
            if (IndexGains.Of(sheet, false).FirstOrDefault(g => g.Part == part && g.Effort != GainEffort.Figure) is not { Items: { } items }) continue;
            Assert.Equal(part.Cap, part.Score(x.Item1 + items, x.Item2));
            Assert.True(part.Score(x.Item1 + items - 1, x.Item2) <= part.Cap && x.Item1 + items <= x.Item2);
        }
    });

    [Theory]
    [InlineData(CountOver.AddsUp, "2024-01-01", "2024-03-31", 60L)]
    [InlineData(CountOver.AddsUp, "2024-01-01", "2024-01-31", 10L)]
    [InlineData(CountOver.AddsUp, "2024-01-01", "2024-04-30", null)]
    [InlineData(CountOver.AddsUp, "2024-02-10", "2024-03-31", null)]
    [InlineData(CountOver.Standing, "2024-01-01", "2024-12-31", 30L)]
    [InlineData(CountOver.Standing, "2023-01-01", "2023-12-31", null)]
    [InlineData(CountOver.Once, "2024-01-01", "2024-03-31", null)]
    [InlineData(CountOver.Once, "2024-02-01", "2024-02-29", 20L)]
    public void Supplied_CountsOfMonths_MakeTheCountOfThePeriodOnlyWhereTheyMay(CountOver over, string from, string to, long? count)
    {
        SuppliedCount[] months = [Month(1, 10), Month(2, 20), Month(3, 30)];
        Assert.Equal(count, SuppliedCounts.Of(over, DateOnly.Parse(from, null), DateOnly.Parse(to, null), months));

        static SuppliedCount Month(int month, long value) => new(new DateOnly(2024, month, 1), new DateOnly(2024, month, 1).AddMonths(1).AddDays(-1), value);
    }

    /// <summary>A count for exactly the period wins over the sum of its parts; overlapping counts are never added.</summary>
    [Fact]
    public void Supplied_OwnCountOfThePeriod_WinsOverItsParts()
    {
        SuppliedCount[] counts = [new(new(2024, 1, 1), new(2024, 3, 31), 99), new(new(2024, 1, 1), new(2024, 1, 31), 10), new(new(2024, 1, 15), new(2024, 2, 29), 5), new(new(2024, 2, 1), new(2024, 3, 31), 7)];
        Assert.Equal(99, SuppliedCounts.Of(CountOver.AddsUp, new(2024, 1, 1), new(2024, 3, 31), counts));
        Assert.Equal(17, SuppliedCounts.Of(CountOver.AddsUp, new(2024, 1, 1), new(2024, 3, 31), counts[1..]));
    }
}
