namespace MotCua.App.Targets;

/// <summary>
/// A count of the index (QĐ 766/QĐ-TTg) that the portal cannot make itself and somebody supplied: how many phản ánh, kiến nghị, certifying communes,
/// procedures announced in time. One row is one column of one unit and period; what it was before is in the trail.
/// </summary>
public sealed class IndexFigureRow
{
    /// <summary>Unit key or <c>province</c>; a district's figure takes in its communes.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>Column of the raw counts, e.g. <c>feedback_on_time</c>.</summary>
    public string Column { get; set; } = "";

    /// <summary>First local day of the period.</summary>
    public DateOnly From { get; set; }

    /// <summary>Last local day, inclusive.</summary>
    public DateOnly To { get; set; }

    /// <summary>The count; zero is a count, a row that is not there is «chưa có dữ liệu».</summary>
    public long Value { get; set; }

    /// <summary>Where it comes from, in the supplier's words.</summary>
    public string Source { get; set; } = "";

    /// <summary>Who entered it: an officer's id or the name of a job.</summary>
    public string EnteredBy { get; set; } = "";

    /// <summary>When entered last, UTC.</summary>
    public DateTimeOffset EnteredAt { get; set; }
}

/// <summary>A figure as it was published, kept to the letter: never recomputed, never «corrected» (law rule 47).</summary>
public sealed class PublishedFigureRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>First day of its period; null when the source names none.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Whose it is, as the source writes it.</summary>
    public string UnitName { get; set; } = "";

    /// <summary>The unit, <c>province</c>, or empty when the name is none of ours.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>Code of the figure in the file, e.g. <c>qd766.total</c>.</summary>
    public string Code { get; set; } = "";

    /// <summary>Vietnamese name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Numerator as printed, or null.</summary>
    public decimal? Numerator { get; set; }

    /// <summary>Denominator as printed, or null.</summary>
    public decimal? Denominator { get; set; }

    /// <summary>The figure as printed.</summary>
    public decimal Value { get; set; }

    /// <summary>Its unit of measure: <c>điểm</c>, <c>%</c>, <c>hạng</c>.</summary>
    public string ValueUnit { get; set; } = "";

    /// <summary>Address and date of the source.</summary>
    public string Source { get; set; } = "";

    /// <summary>What the reader of the source noticed.</summary>
    public string Note { get; set; } = "";

    /// <summary>Place in the file, from 1.</summary>
    public int Order { get; set; }
}
