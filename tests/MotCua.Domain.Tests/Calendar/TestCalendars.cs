using System.Globalization;
using MotCua.Domain.Calendar;
using MotCua.Domain.Kernel;

namespace MotCua.Domain.Tests.Calendar;

/// <summary>The published calendar of the project's own data, read without the reader under test elsewhere.</summary>
internal static class TestCalendars
{
    private static readonly string[][] _holidayRows = Rows("holidays.csv");

    internal static readonly IReadOnlyList<LunarYear> Lunar = [.. Rows("lunar-dates.csv").Select(r => new LunarYear(int.Parse(r[0], CultureInfo.InvariantCulture), Day(r[3]), Day(r[5])))];

    internal static readonly IReadOnlyList<SpecialDay> Published =
    [
        .. _holidayRows.Select(r => new SpecialDay(
            Day(r[0]),
            r[3] switch { "holiday" => DayKind.Holiday, "compensatory" => DayKind.Compensatory, "swap_off" => DayKind.SwapOff, _ => DayKind.MakeupWorking },
            r[4],
            r[6] switch { "1" => true, "0" => false, _ => null })),
    ];

    internal static readonly ProvinceHolidays Holidays = new(Published, Lunar);

    internal static readonly WorkingCalendar Province = new(Holidays);

    internal static NaiveCalendar Naive() => new(
        [.. _holidayRows.Where(r => r[6] == "1").Select(r => r[0])],
        [.. _holidayRows.Where(r => r[3] == "makeup_working").Select(r => r[0])],
        _ => [(7 * 60, (11 * 60) + 30), ((13 * 60) + 30, 17 * 60)]);

    internal static DateTimeOffset At(string text) =>
        InstantText.TryParse(text, out var instant) ? instant : throw new FormatException(text);

    internal static string Local(DateTimeOffset instant) =>
        ProvinceTime.Local(instant).ToString(instant.Ticks % TimeSpan.TicksPerMinute == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    internal static TimeLimit Limit(string text) => TimeLimit.Parse(text).Value;

    internal static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string[][] Rows(string file) =>
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "data", file)).Skip(1).Where(l => l.Length > 0).Select(l => l.Split(','))];
}
