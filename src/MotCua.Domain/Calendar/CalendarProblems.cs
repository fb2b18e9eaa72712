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

    /// <summary>A change of the calendar without what it is.</summary>
    public static readonly Problem DayIncomplete = new("CAL-0005", "Chọn ngày, loại ngày và ghi tên ngày nghỉ hoặc lý do.", ProblemKind.Invalid, "Date");

    /// <summary>The change says by which paper.</summary>
    public static readonly Problem SourceMissing = new("CAL-0006", "Ghi văn bản thông báo (số, ngày, cơ quan ban hành).", ProblemKind.Invalid, "Source");

    /// <summary>Days long past are not changed: figures stand on them.</summary>
    public static readonly Problem DayPast = new("CAL-0007", "Chỉ thay đổi được từ ngày hôm nay trở đi: hạn và số liệu đã qua không tính lại.", ProblemKind.Refused, "Date");

    /// <summary>Other dossiers are touched than those shown before.</summary>
    public static readonly Problem PreviewStale = new("CAL-0008", "Từ lúc xem trước đến nay có hồ sơ mới hoặc đã xong, nên danh sách bị ảnh hưởng khác đi. Xem lại danh sách mới rồi áp dụng.", ProblemKind.Conflict);

    /// <summary>Only the province's administrator changes the province's calendar.</summary>
    public static readonly Problem NotYours = new("CAL-0009", "Chỉ quản trị tỉnh được đổi lịch chung; quản trị đơn vị chỉ đổi giờ làm việc của đơn vị mình.", ProblemKind.Forbidden);
}
