using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>How the forecast of a unit did on its own past, made anew every day.</summary>
public sealed class ForecastTrialRow
{
    /// <summary>Unit of the plan.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>Indicator, e.g. <c>ct3</c>.</summary>
    public string Indicator { get; set; } = "";

    /// <summary>Length of the periods that it was tried on.</summary>
    public PeriodKind Kind { get; set; }

    /// <summary>Local day on which it was tried.</summary>
    public DateOnly On { get; set; }

    /// <summary>How many tries.</summary>
    public int Tries { get; set; }

    /// <summary>Mean absolute error, points of percent.</summary>
    public double Error { get; set; }

    /// <summary>The same of «như kỳ trước».</summary>
    public double NaiveError { get; set; }

    /// <summary>Share of tries that the 80 % band held, 0 to 1.</summary>
    public double Held { get; set; }
}

/// <summary>The warnings of a period at a lead were worked out: never twice.</summary>
public sealed class WarningRunRow
{
    /// <summary>Key of the period, e.g. <c>2022-07</c>.</summary>
    public string PeriodKey { get; set; } = "";

    /// <summary>Working days before the close that it is for.</summary>
    public int Lead { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>True when the day itself was missed.</summary>
    public bool IsLate { get; set; }
}

/// <summary>A unit was warned that it will miss a target.</summary>
public sealed class TargetWarningRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Unit.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>Indicator.</summary>
    public string Indicator { get; set; } = "";

    /// <summary>Key of the period.</summary>
    public string PeriodKey { get; set; } = "";

    /// <summary>Working days before the close.</summary>
    public int Lead { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>True when the day itself was missed and it was sent afterwards.</summary>
    public bool IsLate { get; set; }

    /// <summary>Expected percent at the end, as it was told.</summary>
    public double Expected { get; set; }

    /// <summary>Target, percent.</summary>
    public decimal Target { get; set; }

    /// <summary>Chance to meet it, 0 to 1.</summary>
    public double Chance { get; set; }

    /// <summary>What is missing, each in place of paper; null when even all would not do.</summary>
    public long? Missing { get; set; }
}
