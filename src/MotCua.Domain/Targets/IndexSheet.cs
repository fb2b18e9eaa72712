namespace MotCua.Domain.Targets;

/// <summary>A part of the index as it came out.</summary>
/// <param name="Part">The part with its formula.</param>
/// <param name="Above">Count above; null when a column of it is not known.</param>
/// <param name="Below">Count below; null when it is not known; 100 for a percentage.</param>
/// <param name="Points">Rounded points; null when a count is missing or the counts contradict each other.</param>
/// <param name="Missing">Columns that nobody supplied.</param>
public sealed record PartPoints(IndexPart Part, decimal? Above, decimal? Below, decimal? Points, IReadOnlyList<string> Missing)
{
    /// <summary>Points not reached; null when nobody knows.</summary>
    public decimal? Lost => Part.Cap - Points;

    /// <summary>The part is larger than the whole: one of two sources is wrong, so there are no points.</summary>
    public bool IsContradicted => Points is null && Missing.Count == 0;
}

/// <summary>A group of the index.</summary>
/// <param name="Code">Code without <c>q766.</c>.</param>
/// <param name="Name">Vietnamese name.</param>
/// <param name="Max">Greatest points.</param>
/// <param name="Points">Sum of the rounded parts; null unless all are there.</param>
/// <param name="Parts">Its parts, in order.</param>
public sealed record GroupPoints(string Code, string Name, decimal Max, decimal? Points, IReadOnlyList<PartPoints> Parts);

/// <summary>
/// The index of a unit (QĐ 766/QĐ-TTg) from what is known: a part without its counts has no points, nor has its group, nor the whole. Nothing that is
/// missing counts as zero.
/// </summary>
/// <param name="Groups">The six groups, in order.</param>
public sealed record IndexSheet(IReadOnlyList<GroupPoints> Groups)
{
    /// <summary>All parts.</summary>
    public IEnumerable<PartPoints> Parts => Groups.SelectMany(g => g.Parts);

    /// <summary>The whole; null unless all groups are there.</summary>
    public decimal? Points => Groups.All(g => g.Points is not null) ? Groups.Sum(g => g.Points) : null;

    /// <summary>Points of the parts that are known.</summary>
    public decimal Known => Parts.Sum(p => p.Points ?? 0m);

    /// <summary>The most that the known parts could have.</summary>
    public decimal KnownMax => Parts.Where(p => p.Points is not null).Sum(p => p.Part.Cap);

    /// <summary>The part of a code, e.g. <c>3a.1</c>.</summary>
    public PartPoints? Part(string code) => Parts.FirstOrDefault(p => p.Part.Code == code);

    /// <summary>Points of a code with <c>q766</c> before it: a part, a group or the whole.</summary>
    public decimal? PointsOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code == "q766" ? Points : Groups.FirstOrDefault(g => "q766." + g.Code == code)?.Points ?? Parts.FirstOrDefault(p => "q766." + p.Part.Code == code)?.Points;
    }

    /// <summary>Reckons the sheet.</summary>
    /// <param name="counts">Raw counts by column; an absent column is unknown, not zero.</param>
    public static IndexSheet Of(IReadOnlyDictionary<string, decimal> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return new IndexSheet([.. IndexIndicators.Groups.Select(g =>
        {
            List<PartPoints> parts = [.. IndexScore.All.Where(p => p.Group == g.Code).Select(p => PointsOf(p, counts))];
            return new GroupPoints(g.Code, g.Name, parts.Sum(p => p.Part.Cap), parts.TrueForAll(p => p.Points is not null) ? parts.Sum(p => p.Points) : null, parts);
        })]);
    }

    private static PartPoints PointsOf(IndexPart part, IReadOnlyDictionary<string, decimal> counts)
    {
        List<string> missing = [.. part.Wholes.Append(part.Of).Where(c => c.Length > 0 && !counts.ContainsKey(c))];
        decimal? above = part.Wholes.All(counts.ContainsKey) ? part.Wholes.Sum(c => counts[c]) : null;
        decimal? below = part.Of.Length == 0 ? 100m : counts.TryGetValue(part.Of, out var whole) ? whole : null;
        var points = above is { } a && below is { } b && a <= b && a >= 0 ? part.Score(a, b) : (decimal?)null;
        return new PartPoints(part, above, below, points, missing);
    }
}
