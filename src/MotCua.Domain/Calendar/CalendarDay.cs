namespace MotCua.Domain.Calendar;

/// <summary>What a day is in the calendar.</summary>
public enum DayKind
{
    /// <summary>An ordinary day from Monday to Friday, or a Saturday the unit works on.</summary>
    Ordinary = 0,

    /// <summary>Saturday or Sunday off.</summary>
    Weekend = 1,

    /// <summary>Nghỉ lễ, Tết (Bộ luật Lao động Điều 112).</summary>
    Holiday = 2,

    /// <summary>Nghỉ bù: a holiday fell on a weekly day off (Bộ luật Lao động Điều 111 khoản 3).</summary>
    Compensatory = 3,

    /// <summary>Nghỉ hoán đổi: an ordinary day exchanged for a working Saturday.</summary>
    SwapOff = 4,

    /// <summary>Làm bù: a Saturday worked in exchange, with the hours of a weekday.</summary>
    MakeupWorking = 5,

    /// <summary>Closed by a decision of the province or the unit (flood, moving of the office…).</summary>
    ClosedByDecision = 6,
}

/// <summary>A day that differs from its weekday, as published or decided.</summary>
/// <param name="Date">The local date.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Vietnamese name, shown in explanations.</param>
/// <param name="OfficeClosed">True closed, false open; null = not confirmed: the day stays what its weekday makes it, shown as "chưa xác nhận".</param>
public sealed record SpecialDay(DateOnly Date, DayKind Kind, string Name, bool? OfficeClosed);

/// <summary>The two dates of a year that follow the moon (UTC+7).</summary>
/// <param name="Year">The solar year.</param>
/// <param name="NewYear">Mùng 1 Tết.</param>
/// <param name="HungKings">Giỗ Tổ Hùng Vương, 10/3 âm lịch.</param>
public sealed record LunarYear(int Year, DateOnly NewYear, DateOnly HungKings);

/// <summary>A day as a unit lives it.</summary>
/// <param name="Date">The local date.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Vietnamese name of a special day; empty for ordinary days and weekends.</param>
/// <param name="Sessions">Working sessions; empty when closed.</param>
/// <param name="IsProvisional">True when its year has no published calendar and was computed: "tạm tính".</param>
/// <param name="IsUnconfirmed">True when a day off was announced but is not confirmed: counted as its weekday, "chưa xác nhận".</param>
public sealed record CalendarDay(DateOnly Date, DayKind Kind, string Name, IReadOnlyList<Session> Sessions, bool IsProvisional, bool IsUnconfirmed)
{
    /// <summary>True when the unit works on it.</summary>
    public bool IsOpen => Sessions.Count > 0;

    /// <summary>Vietnamese weekday: Thứ Hai … Chủ Nhật.</summary>
    public string Weekday => WeekdayName(Date.DayOfWeek);

    /// <summary>Why the day is closed, or what is unusual about it, in Vietnamese; empty for an ordinary working day.</summary>
    public string Reason => Kind switch
    {
        DayKind.Weekend => "nghỉ cuối tuần",
        DayKind.Holiday when IsUnconfirmed => $"{Name} – chưa xác nhận nghỉ",
        DayKind.Holiday => $"nghỉ lễ – {Name}",
        DayKind.Compensatory or DayKind.SwapOff or DayKind.MakeupWorking => Name,
        DayKind.ClosedByDecision => $"đơn vị đóng cửa – {Name}",
        _ => "",
    } + (IsProvisional && (Kind is DayKind.Holiday or DayKind.Compensatory) ? " (tạm tính)" : "");

    /// <summary>Vietnamese name of a weekday.</summary>
    public static string WeekdayName(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => "Thứ Hai",
        DayOfWeek.Tuesday => "Thứ Ba",
        DayOfWeek.Wednesday => "Thứ Tư",
        DayOfWeek.Thursday => "Thứ Năm",
        DayOfWeek.Friday => "Thứ Sáu",
        DayOfWeek.Saturday => "Thứ Bảy",
        _ => "Chủ Nhật",
    };
}
