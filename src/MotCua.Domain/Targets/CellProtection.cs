using System.Globalization;

namespace MotCua.Domain.Targets;

/// <summary>How a count is published.</summary>
public enum CellMark
{
    /// <summary>As it is.</summary>
    Open = 0,

    /// <summary>«&lt;5»: one of 1 to 4.</summary>
    Small = 1,

    /// <summary>«ẩn»: 5 or more, hidden so that no sum reveals a small one.</summary>
    Hidden = 2,
}

/// <summary>A count with what is published of it.</summary>
/// <typeparam name="TKey">What the count is of.</typeparam>
/// <param name="Key">What it is of.</param>
/// <param name="Value">The count.</param>
/// <param name="Mark">How it is published.</param>
public sealed record ProtectedCell<TKey>(TKey Key, long Value, CellMark Mark)
{
    /// <summary>What is published.</summary>
    public string Text => CellProtection.Say(Value, Mark);
}

/// <summary>A line of counts with their sum.</summary>
/// <typeparam name="TKey">What a count is of.</typeparam>
/// <param name="Cells">The counts, in the order given.</param>
/// <param name="Total">Their sum.</param>
/// <param name="TotalMark">How the sum is published.</param>
public sealed record ProtectedLine<TKey>(IReadOnlyList<ProtectedCell<TKey>> Cells, long Total, CellMark TotalMark)
{
    /// <summary>What is published of the sum.</summary>
    public string TotalText => CellProtection.Say(Total, TotalMark);
}

/// <summary>
/// Keeps small counts of open data from telling of persons (NĐ 13/2023/NĐ-CP): a count of 1 to 4 is «&lt;5», and a second, larger count of the same line is
/// hidden so that the line's sum does not reveal it. Nobody can derive a small count from the published numbers of the line, not even who knows this
/// rule: which larger count is hidden depends on an order that is not published, and the sum is told only beside a larger count that stays.
/// </summary>
public static class CellProtection
{
    /// <summary>Counts from 1 to below this are small.</summary>
    public const long Threshold = 5;

    /// <summary>Protects a line.</summary>
    /// <param name="cells">Counts of 1 and more; what is zero is not listed.</param>
    /// <param name="order">A text for each count by which the hidden one is chosen; made with a key that is not published.</param>
    public static ProtectedLine<TKey> Protect<TKey>(IReadOnlyList<(TKey Key, long Value)> cells, Func<TKey, string> order)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(order);
        var total = cells.Sum(c => c.Value);
        List<long> small = [.. cells.Select(c => c.Value).Where(IsSmall)];
        if (small.Count == 0) return new ProtectedLine<TKey>([.. cells.Select(c => new ProtectedCell<TKey>(c.Key, c.Value, CellMark.Open))], total, CellMark.Open);

        // A hidden count of exactly 5 beside small ones that are all 1 would be the only way to make its sum, so it is passed over
        var second = cells.Select((c, i) => (c.Key, c.Value, Index: i))
            .Where(c => c.Value >= Threshold && small.Sum() + c.Value > small.Count + Threshold)
            .OrderBy(c => order(c.Key), StringComparer.Ordinal).Select(c => (int?)c.Index).FirstOrDefault();

        // Whether the sum is told may depend only on what is still seen: else its absence would tell what was passed over
        var isSumTold = second is not null && cells.Where((c, i) => i != second && c.Value > Threshold).Any();
        if (!isSumTold) second = null;
        return new ProtectedLine<TKey>(
            [.. cells.Select((c, i) => new ProtectedCell<TKey>(c.Key, c.Value, IsSmall(c.Value) ? CellMark.Small : i == second ? CellMark.Hidden : CellMark.Open))],
            total, isSumTold ? CellMark.Open : CellMark.Hidden);
    }

    /// <summary>True when the sum over cells of several lines may be published beside them: it leaves every hidden cell more than one possible value.</summary>
    public static bool IsSumSafe<TKey>(IReadOnlyCollection<ProtectedCell<TKey>> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var (small, hidden) = (cells.Count(c => c.Mark == CellMark.Small), cells.Count(c => c.Mark == CellMark.Hidden));
        if (small + hidden == 0) return true;
        if (small + hidden == 1) return false;
        var sum = cells.Where(c => c.Mark != CellMark.Open).Sum(c => c.Value);
        return hidden == 0 ? small < sum && sum < (Threshold - 1) * small : sum > small + (Threshold * hidden);
    }

    /// <summary>How a count that is a part of another is published: neither it nor the rest of the other may be small.</summary>
    public static CellMark PartOf(long part, long whole) => IsSmall(part) ? CellMark.Small : IsSmall(whole) || IsSmall(whole - part) ? CellMark.Hidden : CellMark.Open;

    /// <summary>What is published of a count.</summary>
    public static string Say(long value, CellMark mark) => mark switch
    {
        CellMark.Small => "<5",
        CellMark.Hidden => "ẩn",
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private static bool IsSmall(long value) => value is > 0 and < Threshold;
}
