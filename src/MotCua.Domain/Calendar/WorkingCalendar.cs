using System.Collections.Concurrent;
using MotCua.Domain.Kernel;

namespace MotCua.Domain.Calendar;

/// <summary>
/// Working time of one unit: the province's special days, the unit's own closed or worked days, and its hours by date. Immutable and safe for
/// many threads; each year is laid out once with running totals, so that counting over years is a look-up. Local dates and times are
/// those of the province; instants are UTC.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly ProvinceHolidays _holidays;
    private readonly HoursFrom[] _hours;
    private readonly ILookup<int, SpecialDay> _unitDays;
    private readonly ConcurrentDictionary<int, YearTable> _years = new();

    /// <summary>A calendar of a unit. Without hours the default ones hold; before the first dated hours those first ones hold.</summary>
    public WorkingCalendar(ProvinceHolidays holidays, IEnumerable<HoursFrom> hours, IEnumerable<SpecialDay> unitDays)
    {
        _holidays = holidays;
        _hours = [.. hours.OrderBy(h => h.From)];
        if (_hours.Length == 0) _hours = [new HoursFrom(DateOnly.MinValue, WorkingHours.Default)];
        _unitDays = unitDays.ToLookup(d => d.Date.Year);
    }

    /// <summary>A calendar with the default hours and no days of its own.</summary>
    public WorkingCalendar(ProvinceHolidays holidays)
        : this(holidays, [], [])
    {
    }

    /// <summary>The day as the unit lives it.</summary>
    public CalendarDay Day(DateOnly date) => Year(date.Year).Days[date.DayOfYear - 1];

    /// <summary>True when the unit works on the local date.</summary>
    public bool IsOpen(DateOnly date) => Day(date).IsOpen;

    /// <summary>True when the year has no published calendar: what is counted in it is "tạm tính".</summary>
    public bool IsProvisional(int year) => _holidays.IsProvisional(year);

    /// <summary>Mùng 1 Tết of the year; null when it is not known.</summary>
    public DateOnly? NewYearOf(int year) => _holidays.NewYearOf(year);

    /// <summary>True when the instant falls inside a session.</summary>
    public bool IsWorking(DateTimeOffset at)
    {
        var time = ProvinceTime.TimeOf(at);
        return Day(ProvinceTime.DateOf(at)).Sessions.Any(s => s.Opens <= time && time < s.Closes);
    }

    /// <summary>The <paramref name="count"/>-th working day after the date (the date itself is not counted); 0 gives the date.</summary>
    public DateOnly AddWorkingDays(DateOnly date, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0) return date;
        var year = Year(date.Year);
        var target = year.OpenThrough[date.DayOfYear] + count;
        while (target > year.OpenThrough[^1])
        {
            target -= year.OpenThrough[^1];
            year = Year(year.Number + 1);
        }

        return year.Days[FirstReaching(year.OpenThrough, target) - 1].Date;
    }

    /// <summary>The first working day on or after the date.</summary>
    public DateOnly OnOrAfter(DateOnly date) => IsOpen(date) ? date : AddWorkingDays(date, 1);

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when reversed.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from) return -WorkingDaysBetween(to, from);
        var days = Year(to.Year).OpenThrough[to.DayOfYear] - Year(from.Year).OpenThrough[from.DayOfYear];
        for (var year = from.Year; year < to.Year; year++) days += Year(year).OpenThrough[^1];
        return days;
    }

    /// <summary>The instant at which a working day closes; for a closed day that of the next working day.</summary>
    public DateTimeOffset ClosingOf(DateOnly date)
    {
        var day = Day(OnOrAfter(date));
        return ProvinceTime.At(day.Date, day.Sessions[^1].Closes);
    }

    /// <summary>The instant at which a working day opens; for a closed day that of the next working day.</summary>
    public DateTimeOffset OpeningOf(DateOnly date)
    {
        var day = Day(OnOrAfter(date));
        return ProvinceTime.At(day.Date, day.Sessions[0].Opens);
    }

    /// <summary>The instant itself inside a session, else the next opening; the moment of closing is outside.</summary>
    public DateTimeOffset WorkingMoment(DateTimeOffset at)
    {
        var date = ProvinceTime.DateOf(at);
        var time = ProvinceTime.TimeOf(at);
        foreach (var session in Day(date).Sessions)
        {
            if (time < session.Opens) return ProvinceTime.At(date, session.Opens);
            if (time < session.Closes) return at.ToUniversalTime();
        }

        return OpeningOf(date.AddDays(1));
    }

    /// <summary>
    /// The instant when the working time has passed, counted from the instant or the next opening. A count that ends exactly at the close of a
    /// session falls at that close. Zero gives <see cref="WorkingMoment"/>.
    /// </summary>
    public DateTimeOffset AddWorkingTime(DateTimeOffset from, TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        if (time == TimeSpan.Zero) return WorkingMoment(from);
        var date = ProvinceTime.DateOf(from);
        var year = Year(date.Year);
        var target = WorkedInYear(from) + time.Ticks;
        while (target > year.TicksThrough[^1])
        {
            target -= year.TicksThrough[^1];
            year = Year(year.Number + 1);
        }

        var index = FirstReaching(year.TicksThrough, target);
        var rest = target - year.TicksThrough[index - 1];
        var day = year.Days[index - 1];
        foreach (var session in day.Sessions)
        {
            if (rest <= session.Length.Ticks) return ProvinceTime.At(day.Date, session.Opens.Add(TimeSpan.FromTicks(rest)));
            rest -= session.Length.Ticks;
        }

        throw new InvalidOperationException("The running totals of a year disagree with its days.");
    }

    /// <summary>Working time from the first instant to the second; negative when reversed.</summary>
    public TimeSpan WorkingTimeBetween(DateTimeOffset from, DateTimeOffset to)
    {
        if (to < from) return -WorkingTimeBetween(to, from);
        var ticks = WorkedInYear(to) - WorkedInYear(from);
        var last = ProvinceTime.DateOf(to).Year;
        for (var year = ProvinceTime.DateOf(from).Year; year < last; year++) ticks += Year(year).TicksThrough[^1];
        return TimeSpan.FromTicks(ticks);
    }

    /// <summary>The hours in force on the local date.</summary>
    public WorkingHours HoursOn(DateOnly date)
    {
        var hours = _hours[0].Hours;
        foreach (var dated in _hours)
        {
            if (dated.From > date) break;
            hours = dated.Hours;
        }

        return hours;
    }

    private YearTable Year(int year) => _years.GetOrAdd(year, static (y, calendar) => calendar.LayOut(y), this);

    private long WorkedInYear(DateTimeOffset at)
    {
        var date = ProvinceTime.DateOf(at);
        var time = ProvinceTime.TimeOf(at);
        var year = Year(date.Year);
        var ticks = year.TicksThrough[date.DayOfYear - 1];
        foreach (var session in year.Days[date.DayOfYear - 1].Sessions)
        {
            if (time <= session.Opens) break;
            ticks += (time < session.Closes ? time - session.Opens : session.Length).Ticks;
        }

        return ticks;
    }

    private YearTable LayOut(int number)
    {
        var special = _holidays.Of(number);
        var own = new Dictionary<DateOnly, SpecialDay>();
        foreach (var day in _unitDays[number]) own[day.Date] = day;
        var provisional = _holidays.IsProvisional(number);
        var days = new CalendarDay[DateTime.IsLeapYear(number) ? 366 : 365];
        var open = new int[days.Length + 1];
        var ticks = new long[days.Length + 1];
        var date = new DateOnly(number, 1, 1);
        for (var i = 0; i < days.Length; i++)
        {
            var day = days[i] = Describe(date, own.GetValueOrDefault(date) ?? special.GetValueOrDefault(date), provisional);
            open[i + 1] = open[i] + (day.IsOpen ? 1 : 0);
            ticks[i + 1] = ticks[i] + day.Sessions.Sum(s => s.Length.Ticks);
            if (i + 1 < days.Length) date = date.AddDays(1);
        }

        return new YearTable(number, days, open, ticks);
    }

    private CalendarDay Describe(DateOnly date, SpecialDay? special, bool provisional)
    {
        var hours = HoursOn(date);
        var usual = date.DayOfWeek switch
        {
            DayOfWeek.Sunday => [],
            DayOfWeek.Saturday => hours.Saturday,
            _ => hours.Weekday,
        };
        if (special is null) return new CalendarDay(date, usual.Count == 0 ? DayKind.Weekend : DayKind.Ordinary, "", usual, provisional, false);
        if (special.OfficeClosed == true) return new CalendarDay(date, special.Kind, special.Name, [], provisional, false);
        // Open by decision: a worked weekend has a weekday's hours. Not confirmed: what the weekday makes of it
        var sessions = special.OfficeClosed == false && usual.Count == 0 || special.Kind == DayKind.MakeupWorking ? hours.Weekday : usual;
        return sessions.Count == 0
            ? new CalendarDay(date, DayKind.Weekend, special.Name, sessions, provisional, special.OfficeClosed is null)
            : new CalendarDay(date, special.Kind, special.Name, sessions, provisional, special.OfficeClosed is null);
    }

    /// <summary>The first index whose running total reaches the target.</summary>
    private static int FirstReaching<T>(T[] totals, T target)
        where T : IComparable<T>
    {
        int low = 0, high = totals.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (totals[middle].CompareTo(target) >= 0) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    /// <summary>A year laid out; element n of a running total covers the first n days.</summary>
    private sealed record YearTable(int Number, CalendarDay[] Days, int[] OpenThrough, long[] TicksThrough);
}
