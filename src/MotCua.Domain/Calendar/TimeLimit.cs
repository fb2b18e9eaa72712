using System.Globalization;
using System.Text.Json.Serialization;
using MotCua.Domain.Kernel;

namespace MotCua.Domain.Calendar;

/// <summary>In what a limit is counted.</summary>
public enum LimitUnit
{
    /// <summary>Ngày làm việc.</summary>
    WorkingDays = 1,

    /// <summary>Ngày theo lịch.</summary>
    CalendarDays = 2,

    /// <summary>Giờ làm việc; 8 giờ = 1 ngày làm việc.</summary>
    WorkingHours = 3,

    /// <summary>Tháng theo lịch.</summary>
    Months = 4,

    /// <summary>Trong ngày; tiếp nhận sau 15 giờ thì ngày làm việc tiếp theo.</summary>
    SameDay = 5,
}

/// <summary>A time limit of a procedure.</summary>
/// <param name="Amount">How many, 1 to 9999; 1 for same-day.</param>
/// <param name="Unit">Of what.</param>
public readonly record struct TimeLimit(int Amount, LimitUnit Unit)
{
    private const int Largest = 9999;

    /// <summary>The limit of procedures answered on the day.</summary>
    public static TimeLimit SameDay => new(1, LimitUnit.SameDay);

    /// <summary>N working days.</summary>
    public static TimeLimit Days(int amount) => new(amount, LimitUnit.WorkingDays);

    /// <summary>N calendar days.</summary>
    public static TimeLimit CalendarDays(int amount) => new(amount, LimitUnit.CalendarDays);

    /// <summary>N working hours.</summary>
    public static TimeLimit Hours(int amount) => new(amount, LimitUnit.WorkingHours);

    /// <summary>N months.</summary>
    public static TimeLimit Months(int amount) => new(amount, LimitUnit.Months);

    /// <summary>True when lateness is judged by local dates; false (hours) by instants.</summary>
    [JsonIgnore]
    public bool IsJudgedByDate => Unit != LimitUnit.WorkingHours;

    /// <summary>The limit in working hours (8 a day), for the sum of steps; null for calendar days and months.</summary>
    [JsonIgnore]
    public decimal? InWorkingHours => Unit switch
    {
        LimitUnit.WorkingDays => Amount * 8m,
        LimitUnit.WorkingHours => Amount,
        LimitUnit.SameDay => 8m,
        _ => null,
    };

    /// <summary>The limit in Vietnamese: <c>15 ngày làm việc</c>.</summary>
    [JsonIgnore]
    public string Vietnamese => Unit switch
    {
        LimitUnit.WorkingDays => $"{Amount} ngày làm việc",
        LimitUnit.CalendarDays => $"{Amount} ngày",
        LimitUnit.WorkingHours => $"{Amount} giờ làm việc",
        LimitUnit.Months => $"{Amount} tháng",
        _ => "trong ngày",
    };

    /// <summary>
    /// Reads the writing of the contracts (<c>15 days</c>, <c>30 calendar-days</c>, <c>8 hours</c>, <c>2 months</c>, <c>same-day</c>, singular
    /// allowed) or the compact one (<c>15d 30c 8h 2m s</c>).
    /// </summary>
    public static Result<TimeLimit> Parse(string text)
    {
        text = text.Trim();
        if (text is "same-day" or "s") return SameDay;
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
        if (!int.TryParse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var amount) || amount is < 1 or > Largest)
        {
            return CalendarProblems.LimitUnreadable;
        }

        var word = text[digits..];
        LimitUnit? unit = word.TrimStart() switch
        {
            "days" or "day" => LimitUnit.WorkingDays,
            "calendar-days" or "calendar-day" => LimitUnit.CalendarDays,
            "hours" or "hour" => LimitUnit.WorkingHours,
            "months" or "month" => LimitUnit.Months,
            _ => word switch
            {
                "d" => LimitUnit.WorkingDays,
                "c" => LimitUnit.CalendarDays,
                "h" => LimitUnit.WorkingHours,
                "m" => LimitUnit.Months,
                _ => null,
            },
        };
        return unit is { } known ? new TimeLimit(amount, known) : CalendarProblems.LimitUnreadable;
    }

    /// <summary>The compact writing for storage: <c>15d 30c 8h 2m s</c>.</summary>
    public string ToCompact() => Unit switch
    {
        LimitUnit.WorkingDays => string.Create(CultureInfo.InvariantCulture, $"{Amount}d"),
        LimitUnit.CalendarDays => string.Create(CultureInfo.InvariantCulture, $"{Amount}c"),
        LimitUnit.WorkingHours => string.Create(CultureInfo.InvariantCulture, $"{Amount}h"),
        LimitUnit.Months => string.Create(CultureInfo.InvariantCulture, $"{Amount}m"),
        _ => "s",
    };

    /// <summary>The writing of the contracts: <c>15 days</c>.</summary>
    public override string ToString() => Unit switch
    {
        LimitUnit.WorkingDays => string.Create(CultureInfo.InvariantCulture, $"{Amount} days"),
        LimitUnit.CalendarDays => string.Create(CultureInfo.InvariantCulture, $"{Amount} calendar-days"),
        LimitUnit.WorkingHours => string.Create(CultureInfo.InvariantCulture, $"{Amount} hours"),
        LimitUnit.Months => string.Create(CultureInfo.InvariantCulture, $"{Amount} months"),
        _ => "same-day",
    };

    /// <summary>True when the steps of a route, in working hours, add up to the limit (law: no version is published otherwise); always true for calendar limits.</summary>
    public bool IsSumOf(IEnumerable<decimal> stepHours) => InWorkingHours is not { } hours || stepHours.Sum() == hours;
}
