namespace MotCua.Domain.Targets;

/// <summary>How far a figure stands from its target.</summary>
/// <param name="Points">The figure less the target, in percentage points, unrounded; negative below the target.</param>
/// <param name="Missing">
/// By how many the numerator falls short at the present denominator: dossiers of those received that would have had to come online, or procedures; 0 when met.
/// </param>
public readonly record struct TargetDistance(decimal Points, long Missing)
{
    /// <summary>The distance; null when there is nothing to measure or no target.</summary>
    /// <param name="counts">The figure.</param>
    /// <param name="target">Percent, or null.</param>
    public static TargetDistance? Of(Ratio counts, decimal? target)
    {
        if (counts.Percent is not { } percent || target is not { } wanted) return null;
        var needed = (long)Math.Ceiling(wanted * counts.Denominator / 100m);
        return new TargetDistance(percent - wanted, Math.Max(0, needed - counts.Numerator));
    }
}
