namespace MotCua.Domain.Targets;

/// <summary>How a figure stands to its target.</summary>
public enum Attainment
{
    /// <summary>Đạt.</summary>
    Met = 1,

    /// <summary>Chưa đạt.</summary>
    NotMet = 2,

    /// <summary>Không áp dụng: there is nothing to measure.</summary>
    NotApplicable = 3,

    /// <summary>Chưa đủ dữ liệu: no target, or nothing reviewed yet.</summary>
    NotEnoughData = 4,
}

/// <summary>A ratio kept as its counts: sums are added, percentages are never averaged (law rule 38).</summary>
/// <param name="Numerator">Count above.</param>
/// <param name="Denominator">Count below.</param>
public readonly record struct Ratio(long Numerator, long Denominator)
{
    /// <summary>Percent, unrounded; null when the denominator is zero.</summary>
    public decimal? Percent => Denominator == 0 ? null : Numerator * 100m / Denominator;

    /// <summary>The ratio of the sums.</summary>
    public static Ratio operator +(Ratio a, Ratio b) => new(a.Numerator + b.Numerator, a.Denominator + b.Denominator);

    /// <summary>The same as the operator.</summary>
    public Ratio Add(Ratio other) => this + other;

    /// <summary>
    /// Verdict against a target in percent: inclusive, on unrounded values (law rules 37, 39). A denominator of zero is «không áp dụng», except
    /// where nothing was reviewed yet: then nobody knows, which is «chưa đủ dữ liệu».
    /// </summary>
    /// <param name="target">Percent, or null when none is in force.</param>
    /// <param name="isReviewed">False for CT1 when nothing of the unit was reviewed.</param>
    public Attainment Against(decimal? target, bool isReviewed = true)
    {
        if (!isReviewed) return Attainment.NotEnoughData;
        if (Denominator == 0) return Attainment.NotApplicable;
        if (target is not { } percent) return Attainment.NotEnoughData;
        return Numerator * 100m >= percent * Denominator ? Attainment.Met : Attainment.NotMet;
    }
}

/// <summary>Words of the verdicts.</summary>
public static class AttainmentWords
{
    /// <summary>The word of the contracts.</summary>
    public static string Word(this Attainment attainment) => attainment switch
    {
        Attainment.Met => "met",
        Attainment.NotMet => "not_met",
        Attainment.NotApplicable => "not_applicable",
        _ => "not_enough_data",
    };

    /// <summary>Vietnamese name.</summary>
    public static string Vietnamese(this Attainment attainment) => attainment switch
    {
        Attainment.Met => "Đạt",
        Attainment.NotMet => "Chưa đạt",
        Attainment.NotApplicable => "Không áp dụng",
        _ => "Chưa đủ dữ liệu",
    };

    /// <summary>A sign beside the word, so that colour is never alone.</summary>
    public static string Symbol(this Attainment attainment) => attainment switch
    {
        Attainment.Met => "✓",
        Attainment.NotMet => "✗",
        Attainment.NotApplicable => "–",
        _ => "?",
    };
}
