using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Calendar;

namespace MotCua.App.Calendar;

/// <summary>A special day as the administrator sees it.</summary>
/// <param name="Date">Date.</param>
/// <param name="Kind">Name of the <see cref="DayKind"/>.</param>
/// <param name="Name">Name.</param>
/// <param name="OfficeClosed">Closed, open, or not confirmed.</param>
/// <param name="Source">The paper.</param>
/// <param name="IsComputed">Counted by law, not typed.</param>
public sealed record HolidayLine(DateOnly Date, string Kind, string Name, bool? OfficeClosed, string Source, bool IsComputed);

/// <summary>Special days by year, and hours by unit.</summary>
public sealed class HolidaySheets(MotCuaDb db)
{
    /// <summary>Days of the year, and whether the year is computed.</summary>
    public async Task<(IReadOnlyList<HolidayLine> Days, bool IsProvisional)> OfYearAsync(int year, CancellationToken ct)
    {
        var rows = await db.Holidays.AsNoTracking().Where(h => h.Date >= new DateOnly(year, 1, 1) && h.Date <= new DateOnly(year, 12, 31)).ToListAsync(ct);
        var holidays = new ProvinceHolidays(rows.Select(WorkingCalendars.ToDay), ReferenceCalendar.Shipped.Lunar);
        var typed = rows.Select(r => (Row: r, Day: WorkingCalendars.ToDay(r))).ToList();
        var lines = typed.Select(t => new HolidayLine(t.Row.Date, t.Day.Kind.ToString(), t.Row.Name, t.Row.OfficeClosed, t.Row.Source, false))
            .Concat(holidays.Of(year).Values.Where(d => !rows.Any(r => r.Date == d.Date)).Select(d => new HolidayLine(d.Date, d.Kind.ToString(), d.Name, d.OfficeClosed, "Tạm tính theo Bộ luật Lao động Điều 112", true)));
        return ([.. lines.OrderBy(l => l.Date)], holidays.IsProvisional(year));
    }

    /// <summary>Hours of the units that have any, present and coming; key <c>*</c> is all others.</summary>
    public async Task<IReadOnlyList<WorkingHoursRow>> HoursAsync(CancellationToken ct) =>
        await db.WorkingHours.AsNoTracking().OrderBy(h => h.UnitKey).ThenBy(h => h.From).ToListAsync(ct);
}
