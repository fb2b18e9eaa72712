using MotCua.Domain.Calendar;

namespace MotCua.Domain.Targets;

/// <summary>
/// The days a forecast looks at, of the past and to come, as the province works: which are open, how many, and the like day a year before. Tết moves
/// by up to a month from year to year, so a day near it is like the day as far from the Tết before, not the day of the same date.
/// </summary>
public sealed class ForecastCalendar
{
    private const int NearTet = 24;

    private readonly int[] _openBefore;
    private readonly DateOnly[] _open;

    /// <summary>Lays out the days from the first to the last, both inclusive.</summary>
    /// <param name="first">First local day.</param>
    /// <param name="last">Last local day.</param>
    /// <param name="isOpen">True for a working day.</param>
    /// <param name="newYear">Mùng 1 Tết of a year, or null when it is not known.</param>
    public ForecastCalendar(DateOnly first, DateOnly last, Func<DateOnly, bool> isOpen, Func<int, DateOnly?> newYear)
    {
        ArgumentNullException.ThrowIfNull(isOpen);
        ArgumentNullException.ThrowIfNull(newYear);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        (First, Last) = (first, last);
        var open = new List<DateOnly>();
        _openBefore = new int[last.DayNumber - first.DayNumber + 2];
        for (var day = first; ; day = day.AddDays(1))
        {
            if (isOpen(day)) open.Add(day);
            _openBefore[day.DayNumber - first.DayNumber + 1] = open.Count;
            if (day == last) break;
        }

        _open = [.. open];
        LikeLastYear = [.. open.Select(d => IndexOf(YearBefore(d, newYear)))];
    }

    /// <summary>The days of a province's calendar.</summary>
    public static ForecastCalendar Of(WorkingCalendar calendar, DateOnly first, DateOnly last)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return new ForecastCalendar(first, last, calendar.IsOpen, calendar.NewYearOf);
    }

    /// <summary>First day known.</summary>
    public DateOnly First { get; }

    /// <summary>Last day known.</summary>
    public DateOnly Last { get; }

    /// <summary>The working days in order.</summary>
    public IReadOnlyList<DateOnly> Open => _open;

    /// <summary>For each working day the place of the like day a year before among <see cref="Open"/>; -1 when it is before the first.</summary>
    public IReadOnlyList<int> LikeLastYear { get; }

    /// <summary>How many working days there are before the day; a day beyond the ends counts as the end.</summary>
    public int OpenBefore(DateOnly day) => day <= First ? 0 : _openBefore[Math.Min(day.DayNumber - First.DayNumber, _openBefore.Length - 1)];

    /// <summary>How many working days lie in the span, both ends inclusive.</summary>
    public int OpenIn(DateOnly from, DateOnly to) => to < from ? 0 : OpenBefore(to.AddDays(1)) - OpenBefore(from);

    /// <summary>Place of the first working day on or after the day; the number of working days when there is none.</summary>
    public int PlaceOf(DateOnly day) => OpenBefore(day);

    private int IndexOf(DateOnly day) => day < First ? -1 : Math.Min(OpenBefore(day), _open.Length - 1);

    private static DateOnly YearBefore(DateOnly day, Func<int, DateOnly?> newYear)
    {
        if (newYear(day.Year) is { } tet && newYear(day.Year - 1) is { } before && Math.Abs(day.DayNumber - tet.DayNumber) <= NearTet) return before.AddDays(day.DayNumber - tet.DayNumber);
        // Exactly 52 weeks: the same weekday
        return day.AddDays(-364);
    }
}

/// <summary>Counts above and below by local day of acceptance: what a unit, or a group of units, had.</summary>
public sealed class DayCounts
{
    private readonly DateOnly _first;
    private readonly long[] _above;
    private readonly long[] _below;

    /// <summary>Counts of the days from the first to the last, all zero.</summary>
    public DayCounts(DateOnly first, DateOnly last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        _first = first;
        _above = new long[last.DayNumber - first.DayNumber + 1];
        _below = new long[_above.Length];
    }

    /// <summary>Adds to a day; days outside are left out.</summary>
    public void Add(DateOnly day, long above, long below)
    {
        var at = day.DayNumber - _first.DayNumber;
        if (at < 0 || at >= _above.Length) return;
        _above[at] += above;
        _below[at] += below;
    }

    /// <summary>Adds another's counts, as of the units of a group.</summary>
    public void Add(DayCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var i = 0; i < other._above.Length; i++) Add(other._first.AddDays(i), other._above[i], other._below[i]);
    }

    /// <summary>The sums over the span, both ends inclusive.</summary>
    public Ratio Sum(DateOnly from, DateOnly to)
    {
        var (start, end) = (Math.Max(0, from.DayNumber - _first.DayNumber), Math.Min(_above.Length - 1, to.DayNumber - _first.DayNumber));
        long above = 0, below = 0;
        for (var i = start; i <= end; i++)
        {
            above += _above[i];
            below += _below[i];
        }

        return new Ratio(above, below);
    }

    /// <summary>The counts on working days; what came on a closed day goes to the next open one.</summary>
    internal (double[] Above, double[] Below) OnOpenDays(ForecastCalendar calendar)
    {
        var above = new double[calendar.Open.Count];
        var below = new double[calendar.Open.Count];
        for (var i = 0; i < _above.Length; i++)
        {
            if (_below[i] == 0 && _above[i] == 0) continue;
            var at = Math.Min(calendar.PlaceOf(_first.AddDays(i)), above.Length - 1);
            if (at < 0) continue;
            above[at] += _above[i];
            below[at] += _below[i];
        }

        return (above, below);
    }
}
