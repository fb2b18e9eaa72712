using System.Globalization;

namespace MotCua.Domain.Targets;

/// <summary>How long a period is.</summary>
public enum PeriodKind
{
    /// <summary>Tháng.</summary>
    Month = 1,

    /// <summary>Quý.</summary>
    Quarter = 2,

    /// <summary>6 tháng.</summary>
    HalfYear = 3,

    /// <summary>Năm.</summary>
    Year = 4,

    /// <summary>Từ ngày đến ngày.</summary>
    Free = 5,
}

/// <summary>Where a period is cut off.</summary>
public enum PeriodCut
{
    /// <summary>Theo lịch: from the first to the last day of its months. The plan and QĐ 766/QĐ-TTg count so.</summary>
    Calendar = 1,

    /// <summary>Kỳ báo cáo: from the 15th to the 14th, NĐ 09/2019/NĐ-CP Điều 12.</summary>
    Statutory = 2,
}

/// <summary>
/// A period over which figures are counted: a month, quarter, half or whole year, by the calendar or by the cut of NĐ 09/2019/NĐ-CP Điều 12; or any run
/// of days. Local days, both ends inclusive.
/// </summary>
/// <remarks>
/// NĐ 09/2019/NĐ-CP Điều 12: month = 15 of the month before → 14; quarter = 15 of the month before it → 14 of its last month; half-year = 15/12 → 14/6
/// and 15/6 → 14/12; year = 15/12 of the year before → 14/12. Each is the calendar period with both ends moved back in the same way.
/// </remarks>
public sealed record Period
{
    /// <summary>Least year that is ever counted.</summary>
    public const int LeastYear = 2000;

    /// <summary>Greatest year that is ever counted.</summary>
    public const int GreatestYear = 2100;

    private const string StatutoryMark = "bc-";
    private const int CutDay = 15;

    private Period(PeriodKind kind, PeriodCut cut, int year, int number, DateOnly from, DateOnly to) =>
        (Kind, Cut, Year, Number, From, To) = (kind, cut, year, number, from, to);

    /// <summary>How long it is.</summary>
    public PeriodKind Kind { get; }

    /// <summary>Where it is cut off.</summary>
    public PeriodCut Cut { get; }

    /// <summary>The year it is called by; for free days that of the first one.</summary>
    public int Year { get; }

    /// <summary>Which month, quarter or half of the year, from 1; 1 for years and free days.</summary>
    public int Number { get; }

    /// <summary>First local day.</summary>
    public DateOnly From { get; }

    /// <summary>Last local day.</summary>
    public DateOnly To { get; }

    /// <summary>
    /// Its key: <c>2022</c>, <c>2022-H1</c>, <c>2022-Q3</c>, <c>2022-07</c>; with <c>bc-</c> before it for the statutory cut; two days with <c>_</c> between for free ones.
    /// </summary>
    public string Key => Kind == PeriodKind.Free
        ? string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd}_{To:yyyy-MM-dd}")
        : (Cut == PeriodCut.Statutory ? StatutoryMark : "") + CalendarKey;

    /// <summary>Its name in Vietnamese, in small letters: <c>quý 3 năm 2022</c>, <c>kỳ báo cáo tháng 7 năm 2022</c>.</summary>
    public string Name => Kind == PeriodKind.Free
        ? string.Create(CultureInfo.InvariantCulture, $"từ {From:dd/MM/yyyy} đến {To:dd/MM/yyyy}")
        : (Cut == PeriodCut.Statutory ? "kỳ báo cáo " : "") + CalendarName;

    /// <summary>How many days.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    private string CalendarKey => Kind switch
    {
        PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Number:00}"),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year}-Q{Number}"),
        PeriodKind.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{Year}-H{Number}"),
        _ => Year.ToString(CultureInfo.InvariantCulture),
    };

    private string CalendarName => Kind switch
    {
        PeriodKind.Month => $"tháng {Number} năm {Year}",
        PeriodKind.Quarter => $"quý {Number} năm {Year}",
        PeriodKind.HalfYear => $"6 tháng {(Number == 1 ? "đầu" : "cuối")} năm {Year}",
        _ => $"năm {Year}",
    };

    /// <summary>A month, quarter, half-year or year.</summary>
    /// <param name="kind">Any but <see cref="PeriodKind.Free"/>.</param>
    /// <param name="cut">Where it is cut off.</param>
    /// <param name="year">Year it is called by.</param>
    /// <param name="number">Which of the year, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such period.</exception>
    public static Period Of(PeriodKind kind, PeriodCut cut, int year, int number = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, LeastYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, GreatestYear);
        var months = MonthsOf(kind);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 12 / months);
        var first = new DateOnly(year, ((number - 1) * months) + 1, 1);
        var next = first.AddMonths(months);
        return cut == PeriodCut.Calendar
            ? new Period(kind, cut, year, number, first, next.AddDays(-1))
            : new Period(kind, cut, year, number, first.AddMonths(-1).AddDays(CutDay - 1), next.AddMonths(-1).AddDays(CutDay - 2));
    }

    /// <summary>The calendar year.</summary>
    public static Period OfYear(int year) => Of(PeriodKind.Year, PeriodCut.Calendar, year);

    /// <summary>Any run of days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The days are not <see cref="IsCountable"/>.</exception>
    public static Period Free(DateOnly from, DateOnly to)
    {
        if (!IsCountable(from, to)) throw new ArgumentOutOfRangeException(nameof(to), to, "Not a period");
        return new Period(PeriodKind.Free, PeriodCut.Calendar, from.Year, 1, from, to);
    }

    /// <summary>True for days in order and within the years that are ever counted; days at the ends of the calendar cannot be reckoned with.</summary>
    public static bool IsCountable(DateOnly from, DateOnly to) => from <= to && from.Year >= LeastYear && to.Year <= GreatestYear;

    /// <summary>The period of the kind and cut that the day lies in; every day lies in exactly one (law rule 42).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind is free, or the year is not counted.</exception>
    public static Period Containing(PeriodKind kind, PeriodCut cut, DateOnly day)
    {
        // From the 15th on a day belongs to what the next month is called by
        var named = cut == PeriodCut.Statutory && day.Day >= CutDay ? new DateOnly(day.Year, day.Month, 1).AddMonths(1) : day;
        return Of(kind, cut, named.Year, ((named.Month - 1) / MonthsOf(kind)) + 1);
    }

    /// <summary>Reads a <see cref="Key"/>; null when it is none.</summary>
    public static Period? Read(string? key)
    {
        if (string.IsNullOrEmpty(key)) return null;
        if (key.Split('_') is [var from, var to])
        {
            return DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var a)
                && DateOnly.TryParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var b) && IsCountable(a, b) ? Free(a, b) : null;
        }

        var cut = key.StartsWith(StatutoryMark, StringComparison.Ordinal) ? PeriodCut.Statutory : PeriodCut.Calendar;
        var rest = cut == PeriodCut.Statutory ? key.AsSpan(StatutoryMark.Length) : key;
        if (rest.Length is not (4 or 7) || !int.TryParse(rest[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < LeastYear or > GreatestYear) return null;
        if (rest.Length == 4) return Of(PeriodKind.Year, cut, year);
        if (rest[4] != '-') return null;
        var kind = rest[5] switch { 'Q' => PeriodKind.Quarter, 'H' => PeriodKind.HalfYear, _ => PeriodKind.Month };
        var digits = kind == PeriodKind.Month ? rest[5..] : rest[6..];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= 12 / MonthsOf(kind) ? Of(kind, cut, year, number) : null;
    }

    /// <summary>The one before: of the same kind and cut, or as many days that end the day before; null before the first year counted.</summary>
    public Period? Previous() => Step(-1);

    /// <summary>The one after; null after the last year counted.</summary>
    public Period? Next() => Step(1);

    /// <summary>The same of the year before, for comparing like season with like; null before the first year counted.</summary>
    public Period? OfYearBefore()
    {
        if (Kind != PeriodKind.Free) return Year > LeastYear ? Of(Kind, Cut, Year - 1, Number) : null;
        return From.Year > LeastYear ? Free(From.AddYears(-1), To.AddYears(-1)) : null;
    }

    /// <summary>The shorter periods of the kind that it is made of, in order: the twelve months of a year. Empty for free days and when the kind is not shorter.</summary>
    public IReadOnlyList<Period> Parts(PeriodKind kind)
    {
        if (Kind == PeriodKind.Free || kind >= Kind) return [];
        var count = MonthsOf(Kind) / MonthsOf(kind);
        return [.. Enumerable.Range(((Number - 1) * count) + 1, count).Select(n => Of(kind, Cut, Year, n))];
    }

    /// <summary>True when its last day is before the given one.</summary>
    public bool IsOver(DateOnly today) => To < today;

    /// <summary>True when the day lies in it.</summary>
    public bool Contains(DateOnly day) => From <= day && day <= To;

    private Period? Step(int by)
    {
        if (Kind == PeriodKind.Free)
        {
            var (from, to) = (From.AddDays(by * Days), To.AddDays(by * Days));
            return IsCountable(from, to) ? Free(from, to) : null;
        }

        var inYear = 12 / MonthsOf(Kind);
        var at = (Year * inYear) + Number - 1 + by;
        var year = at / inYear;
        return year is >= LeastYear and <= GreatestYear ? Of(Kind, Cut, year, (at % inYear) + 1) : null;
    }

    private static int MonthsOf(PeriodKind kind) => kind switch
    {
        PeriodKind.Month => 1,
        PeriodKind.Quarter => 3,
        PeriodKind.HalfYear => 6,
        PeriodKind.Year => 12,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Free days have no number"),
    };
}
