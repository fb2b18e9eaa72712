using System.Collections.Frozen;
using System.Globalization;

namespace MotCua.Domain.Calendar;

/// <summary>
/// The special days of the province by year. A year whose holidays are published is as published; any other year is computed from Bộ luật Lao
/// động Điều 111-112 and the lunar dates, and is provisional ("tạm tính"). Days decided one by one (closures) apply to both.
/// </summary>
public sealed class ProvinceHolidays
{
    private static readonly ChineseLunisolarCalendar _moon = new();

    private readonly Dictionary<int, LunarYear> _lunar;
    private readonly ILookup<int, SpecialDay> _given;
    private readonly FrozenSet<int> _published;

    /// <summary>Takes the days of the published calendars and the lunar dates; of two rows for one date the later wins.</summary>
    public ProvinceHolidays(IEnumerable<SpecialDay> days, IEnumerable<LunarYear> lunar)
    {
        _given = days.ToLookup(d => d.Date.Year);
        _lunar = lunar.ToDictionary(l => l.Year);
        // A closure for a storm, or one day moved, does not make a year published; its Tết does
        _published = _given.Where(y => y.Count(d => d.Kind == DayKind.Holiday && d.OfficeClosed == true) >= 5).Select(y => y.Key).ToFrozenSet();
    }

    /// <summary>True when the year has no published calendar and is computed.</summary>
    public bool IsProvisional(int year) => !_published.Contains(year);

    /// <summary>Mùng 1 Tết of the year; null when the moon of the year is not known.</summary>
    public DateOnly? NewYearOf(int year) => Lunar(year)?.NewYear;

    /// <summary>The special days of the year by date.</summary>
    public IReadOnlyDictionary<DateOnly, SpecialDay> Of(int year)
    {
        var days = IsProvisional(year) ? Computed(year) : [];
        foreach (var day in _given[year]) days[day.Date] = day;
        return days;
    }

    /// <summary>The days off of a year by law: holidays of Điều 112, and a compensatory day for each that falls on a weekend (Điều 111 khoản 3).</summary>
    public Dictionary<DateOnly, SpecialDay> Computed(int year)
    {
        var days = new Dictionary<DateOnly, SpecialDay>();
        void Add(DateOnly date, string name) => days.TryAdd(date, new SpecialDay(date, DayKind.Holiday, name, true));

        Add(new DateOnly(year, 1, 1), "Tết Dương lịch");
        if (Lunar(year) is { } lunar)
        {
            Add(lunar.NewYear.AddDays(-1), "Ngày cuối tháng Chạp");
            for (var i = 0; i < 4; i++) Add(lunar.NewYear.AddDays(i), $"Mùng {i + 1} Tết");
            Add(lunar.HungKings, "Giỗ Tổ Hùng Vương (10/3 âm lịch)");
        }

        Add(new DateOnly(year, 4, 30), "Ngày Chiến thắng");
        Add(new DateOnly(year, 5, 1), "Ngày Quốc tế Lao động");
        var national = new DateOnly(year, 9, 2);
        Add(national, "Quốc khánh");
        // The second day exists since 2021 (Bộ luật Lao động 2019); the side next to a weekend is the one chosen in practice
        if (year >= 2021)
        {
            Add(national.AddDays(national.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Thursday or DayOfWeek.Sunday ? 1 : -1), "Quốc khánh (ngày liền kề)");
        }

        foreach (var holiday in days.Values.OrderBy(d => d.Date).ToList())
        {
            if (holiday.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) continue;
            var date = holiday.Date.AddDays(1);
            while (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || days.ContainsKey(date)) date = date.AddDays(1);
            days[date] = new SpecialDay(date, DayKind.Compensatory, $"Nghỉ bù {holiday.Name}", true);
        }

        return days;
    }

    /// <summary>
    /// The lunar dates of the year: from the table, else from the lunisolar calendar of the runtime, which stays within a day of the Vietnamese
    /// one (good enough for a provisional year); null beyond 1902-2100.
    /// </summary>
    private LunarYear? Lunar(int year)
    {
        if (_lunar.TryGetValue(year, out var known)) return known;
        if (year is < 1902 or > 2100) return null;
        var leap = _moon.GetLeapMonth(year);
        var third = leap is > 0 and <= 3 ? 4 : 3;
        return new LunarYear(
            year,
            DateOnly.FromDateTime(_moon.ToDateTime(year, 1, 1, 0, 0, 0, 0)),
            DateOnly.FromDateTime(_moon.ToDateTime(year, third, 10, 0, 0, 0, 0)));
    }
}
