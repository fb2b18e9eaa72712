using MotCua.Domain.Kernel;

namespace MotCua.Domain.Calendar;

/// <summary>Refusals of the calendar.</summary>
public static class CalendarProblems
{
    /// <summary>A unit without working hours would never be due.</summary>
    public static readonly Problem NoHours = new("CAL-0001", "Hãy nhập ít nhất một buổi làm việc trong ngày thường.", ProblemKind.Invalid);

    /// <summary>Sessions that are empty or overlap.</summary>
    public static readonly Problem HoursOverlap = new("CAL-0002", "Giờ mở cửa phải trước giờ đóng cửa và các buổi không được chồng lên nhau.", ProblemKind.Invalid);

    /// <summary>Hours that cannot be read.</summary>
    public static readonly Problem HoursUnreadable = new("CAL-0003", "Ghi giờ làm việc như 07:00-11:30,13:30-17:00.", ProblemKind.Invalid);

    /// <summary>A limit that cannot be read.</summary>
    public static readonly Problem LimitUnreadable = new(
        "CAL-0004", "Ghi thời hạn là một trong: \"N days\" (ngày làm việc), \"N calendar-days\", \"N hours\" (giờ làm việc), \"N months\", \"same-day\", với N từ 1 đến 9999.", ProblemKind.Invalid);
}
