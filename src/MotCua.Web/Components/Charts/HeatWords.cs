using MotCua.Domain.Targets;

namespace MotCua.Web.Components.Charts;

/// <summary>Cells of the table by months: the value is in the cell, the sign tells the verdict, the ground only helps the eye.</summary>
public static class HeatWords
{
    private const decimal Near = 10m;

    /// <summary>62,5; a dash without a figure.</summary>
    public static string Value(Ratio counts) => counts.Percent is { } percent ? percent.ToString("0.0", Say.Vietnamese) : "";

    /// <summary><c>good</c>, <c>near</c> (at most ten points below), <c>far</c>, <c>none</c>.</summary>
    public static string Tone(Ratio counts, decimal? target) => TargetDistance.Of(counts, target) is { } distance ? distance.Points >= 0 ? "good" : distance.Points >= -Near ? "near" : "far" : "none";
}
