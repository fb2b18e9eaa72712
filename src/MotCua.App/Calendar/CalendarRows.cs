namespace MotCua.App.Calendar;

/// <summary>A day that differs from its weekday: holiday, compensatory day, swapped day off, or a working Saturday.</summary>
public sealed class HolidayRow
{
    /// <summary>Local date; the key together with <see cref="Kind"/>.</summary>
    public DateOnly Date { get; set; }

    /// <summary><c>holiday</c>, <c>compensatory</c>, <c>swap_off</c>, <c>makeup_working</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Name in Vietnamese.</summary>
    public string Name { get; set; } = "";

    /// <summary>True: closed; false: open; null: announced but not confirmed, counted as a working day.</summary>
    public bool? OfficeClosed { get; set; }

    /// <summary>Where the date comes from.</summary>
    public string Source { get; set; } = "";
}

/// <summary>Working hours of a unit (or of all, key <c>*</c>) from a date on.</summary>
public sealed class WorkingHoursRow
{
    /// <summary>Key.</summary>
    public Guid Id { get; set; }

    /// <summary>Unit key, or <c>*</c>.</summary>
    public string UnitKey { get; set; } = "*";

    /// <summary>In force from this local date.</summary>
    public DateOnly From { get; set; }

    /// <summary>Exclusive end, or null.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Sessions such as <c>07:00-11:30,13:30-17:00</c>.</summary>
    public string Sessions { get; set; } = "";
}
