using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Calendar;

namespace MotCua.App.Calendar;

/// <summary>
/// Working calendars of the units as the database has them. One picture is shared by all requests and made anew after at most
/// <see cref="Freshness"/>, or at once after <see cref="Forget"/>, so that a request seldom asks the database.
/// </summary>
public sealed class CalendarCache(TimeProvider clock)
{
    /// <summary>How long another node's change may go unseen.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private volatile Picture? _picture;

    /// <summary>Makes the next question read the database: after a change of holidays or hours.</summary>
    public void Forget() => _picture = null;

    internal Picture? Fresh => _picture is { } picture && clock.GetUtcNow() - picture.At < Freshness ? picture : null;

    internal Picture Keep(ProvinceHolidays holidays, ILookup<string, HoursFrom> hours) => _picture = new Picture(clock.GetUtcNow(), holidays, hours);

    internal sealed record Picture(DateTimeOffset At, ProvinceHolidays Holidays, ILookup<string, HoursFrom> Hours)
    {
        private readonly ConcurrentDictionary<string, WorkingCalendar> _units = new(StringComparer.Ordinal);

        /// <summary>The calendar of a unit, made at its first use; units without hours of their own share one.</summary>
        public WorkingCalendar For(string unitKey) =>
            _units.GetOrAdd(Hours.Contains(unitKey) ? unitKey : "*", key => new WorkingCalendar(Holidays, Hours[key], []));
    }
}

/// <summary>The working calendar of a unit.</summary>
public sealed class WorkingCalendars(MotCuaDb db, CalendarCache cache)
{
    /// <summary>The calendar of the unit: its own hours, else those of all (key <c>*</c>), else the default ones; holidays of the province.</summary>
    public async ValueTask<WorkingCalendar> ForAsync(string unitKey, CancellationToken ct)
    {
        if (cache.Fresh is { } picture)
        {
            return picture.For(unitKey);
        }

        var days = await db.Holidays.AsNoTracking().ToListAsync(ct);
        var hours = await db.WorkingHours.AsNoTracking().ToListAsync(ct);
        var holidays = new ProvinceHolidays(days.Select(ToDay), ReferenceCalendar.Shipped.Lunar);
        return cache.Keep(holidays, hours.ToLookup(h => h.UnitKey, ToHours, StringComparer.Ordinal)).For(unitKey);
    }

    /// <summary>The day a row stands for.</summary>
    public static SpecialDay ToDay(HolidayRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new SpecialDay(row.Date, row.Kind switch
        {
            "compensatory" => DayKind.Compensatory,
            "swap_off" => DayKind.SwapOff,
            "makeup_working" => DayKind.MakeupWorking,
            "closed" => DayKind.ClosedByDecision,
            _ => DayKind.Holiday,
        }, row.Name, row.OfficeClosed);
    }

    private static HoursFrom ToHours(WorkingHoursRow row) => new(row.From, WorkingHours.Parse(row.Sessions) is { IsOk: true } read ? read.Value : WorkingHours.Default);
}
