using System.Globalization;
using CsCheck;
using MotCua.Domain.Targets;

namespace MotCua.Domain.Tests.Targets;

/// <summary>Small counts in open data.</summary>
public sealed class CellProtectionTests
{
    private static readonly Gen<long[]> Lines = Gen.Frequency((3, Gen.Long[1, 4]), (3, Gen.Long[5, 7]), (1, Gen.Long[8, 20])).Array[1, 5];

    /// <summary>
    /// Whoever sees a line, and knows the rule but not the order, is left with at least two values for every small count. Worlds are all that the marks
    /// allow; a world counts only when the rule, under some order, would have published exactly what is seen.
    /// </summary>
    [Fact]
    public void Protect_AnyLine_LeavesEverySmallCountAtLeastTwoValues() => Lines.Sample(values =>
    {
        var seen = Published(values, order: 0);
        var line = CellProtection.Protect(Keys(values), k => Order(k, 0));
        if (line.Cells.All(c => c.Mark == CellMark.Open)) return;
        var possible = values.Select(_ => new HashSet<long>()).ToArray();
        foreach (var world in Worlds(line))
        {
            if (!Enumerable.Range(0, 120).Any(order => Published(world, order) == seen)) continue;
            for (var i = 0; i < world.Length; i++) possible[i].Add(world[i]);
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (line.Cells[i].Mark == CellMark.Small) Assert.True(possible[i].Count >= 2, $"{seen}: cell {i} can only be {string.Join(",", possible[i])}");
        }
    }, iter: 1_000);

    [Fact]
    public void Protect_NoSmallCount_PublishesEverything()
    {
        var line = CellProtection.Protect(Keys([5, 12, 300]), k => Order(k, 0));
        Assert.All(line.Cells, c => Assert.Equal(CellMark.Open, c.Mark));
        Assert.Equal("317", line.TotalText);
    }

    [Theory]
    [InlineData("3", "<5", "ẩn")]
    [InlineData("1,1", "<5 <5", "ẩn")]
    [InlineData("1,5", "<5 5", "ẩn")]
    [InlineData("2,9", "<5 9", "ẩn")]
    [InlineData("2,9,9", "<5 ẩn 9", "20")]
    [InlineData("1,4,30,30", "<5 <5 ẩn 30", "65")]
    public void Protect_SmallCounts_AreHiddenWithOneLargerCountOrTheSum(string counts, string cells, string total)
    {
        var line = CellProtection.Protect(Keys([.. counts.Split(',').Select(c => long.Parse(c, CultureInfo.InvariantCulture))]), k => Order(k, 0));
        Assert.Equal((cells, total), (string.Join(' ', line.Cells.Select(c => c.Text)), line.TotalText));
    }

    /// <summary>A sum over cells of several lines, as of a procedure over units and months: published only when no hidden cell follows from it.</summary>
    [Fact]
    public void IsSumSafe_WhenSafe_LeavesEveryHiddenCellAtLeastTwoValues() => Gen.Select(Gen.Long[1, 12], Gen.Bool).Array[1, 4].Sample(cells =>
    {
        List<ProtectedCell<int>> line = [.. cells.Select((c, i) => new ProtectedCell<int>(i, c.Item1, c.Item1 < 5 ? CellMark.Small : c.Item2 ? CellMark.Hidden : CellMark.Open))];
        if (!CellProtection.IsSumSafe(line)) return;
        var sum = line.Sum(c => c.Value);
        var worlds = Worlds(new ProtectedLine<int>(line, sum, CellMark.Open)).ToList();
        for (var i = 0; i < line.Count; i++)
        {
            if (line[i].Mark != CellMark.Open) Assert.True(worlds.Select(w => w[i]).Distinct().Count() >= 2);
        }
    });

    [Theory]
    [InlineData(0, 9, CellMark.Open)]
    [InlineData(3, 9, CellMark.Small)]
    [InlineData(7, 9, CellMark.Hidden)]
    [InlineData(9, 9, CellMark.Open)]
    [InlineData(20, 40, CellMark.Open)]
    public void PartOf_SmallPartOrSmallRest_IsNotPublished(long part, long whole, CellMark mark) => Assert.Equal(mark, CellProtection.PartOf(part, whole));

    private static IReadOnlyList<(int, long)> Keys(IReadOnlyList<long> values) => [.. values.Select((v, i) => (i, v))];

    /// <summary>The place of a key in the n-th order of five keys: all 120 orders there are.</summary>
    private static string Order(int key, int order)
    {
        List<int> left = [0, 1, 2, 3, 4];
        var place = 0;
        for (var n = 5; ; n--, place++)
        {
            var at = order % n;
            order /= n;
            if (left[at] == key) return place.ToString(CultureInfo.InvariantCulture);
            left.RemoveAt(at);
        }
    }

    private static string Published(IReadOnlyList<long> values, int order)
    {
        var line = CellProtection.Protect(Keys(values), k => Order(k, order));
        return string.Join(' ', line.Cells.Select(c => c.Text)) + " = " + line.TotalText;
    }

    /// <summary>All counts that the marks allow; with a published sum those that make it.</summary>
    private static IEnumerable<long[]> Worlds(ProtectedLine<int> line)
    {
        IEnumerable<long[]> worlds = [[]];
        foreach (var cell in line.Cells)
        {
            worlds = worlds.SelectMany(w => Values(cell).Select(v => (long[])[.. w, v]));
        }

        return line.TotalMark == CellMark.Open ? worlds.Where(w => w.Sum() == line.Total) : worlds;

        IEnumerable<long> Values(ProtectedCell<int> cell) => cell.Mark switch
        {
            CellMark.Small => [1, 2, 3, 4],
            CellMark.Hidden => Enumerable.Range(5, (int)line.Total).Select(v => (long)v),
            _ => [cell.Value],
        };
    }
}
