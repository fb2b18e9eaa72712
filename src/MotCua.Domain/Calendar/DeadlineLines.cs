using System.Globalization;
using MotCua.Domain.Kernel;

namespace MotCua.Domain.Calendar;

/// <summary>Writes the explanation of a deadline, one line for each counted or skipped day.</summary>
internal static class DeadlineLines
{
    /// <summary>Lines of a limit in days, months or "same day".</summary>
    internal static List<DeadlineLine> OfDays(
        TimeLimit limit, DateTimeOffset startedAt, DateTimeOffset dueAt, DateOnly lastCounted, WorkingCalendar calendar, IReadOnlyList<Standstill> standstills)
    {
        var first = ProvinceTime.DateOf(startedAt);
        var due = ProvinceTime.DateOf(dueAt);
        var until = $"; hạn lúc {Clock(ProvinceTime.TimeOf(dueAt))}";
        var everyDay = limit.Unit is LimitUnit.CalendarDays or LimitUnit.Months;
        var total = limit.Unit switch
        {
            LimitUnit.Months => (first.AddMonths(limit.Amount).DayNumber - first.DayNumber).ToString(CultureInfo.InvariantCulture),
            _ => limit.Amount.ToString(CultureInfo.InvariantCulture),
        };
        var lines = new List<DeadlineLine>();
        var counted = 0;
        for (var date = first; date <= due; date = date.AddDays(1))
        {
            var day = calendar.Day(date);
            if (date == first && !(limit.Unit == LimitUnit.SameDay && date == lastCounted))
            {
                lines.Add(new(date, false, limit.Unit != LimitUnit.SameDay ? "không tính – ngày bắt đầu (Bộ luật Dân sự Điều 147)"
                    : day.IsOpen ? "không tính – tiếp nhận sau 15 giờ, chuyển sang ngày làm việc tiếp theo" : $"không tính – {day.Reason}"));
            }
            else if (date != first && standstills.Any(s => s.To is { } to && s.From < dueAt && ProvinceTime.DateOf(s.From) < date && date <= ProvinceTime.DateOf(to)))
            {
                lines.Add(new(date, false, "không tính – đồng hồ tạm dừng"));
            }
            else if (date > lastCounted)
            {
                lines.Add(day.IsOpen
                    ? new(date, true, $"ngày làm việc tiếp theo sau ngày nghỉ (Bộ luật Dân sự Điều 148){Remark(day)}{until}")
                    : new(date, false, $"không tính – {day.Reason}"));
            }
            else if (everyDay)
            {
                var ends = date == lastCounted && !day.IsOpen ? $"; ngày cuối rơi vào ngày nghỉ ({day.Reason}) nên chuyển sang ngày làm việc tiếp theo" : Remark(day);
                lines.Add(new(date, true, $"ngày thứ {++counted}/{total}{ends}{(date == due ? until : "")}"));
            }
            else if (day.IsOpen)
            {
                var label = limit.Unit == LimitUnit.SameDay ? "trong ngày làm việc" : $"ngày làm việc thứ {++counted}/{total}";
                lines.Add(new(date, true, $"{label}{Remark(day)}{(date == due ? until : "")}"));
            }
            else
            {
                lines.Add(new(date, false, $"không tính – {day.Reason}"));
            }
        }

        return lines;
    }

    /// <summary>Lines of a limit in working hours.</summary>
    internal static List<DeadlineLine> OfHours(
        TimeLimit limit, DateTimeOffset startedAt, DateTimeOffset dueAt, WorkingCalendar calendar, IReadOnlyList<Standstill> standstills)
    {
        var lines = new List<DeadlineLine>();
        var rest = TimeSpan.FromHours(limit.Amount);
        for (var date = ProvinceTime.DateOf(startedAt); date <= ProvinceTime.DateOf(dueAt); date = date.AddDays(1))
        {
            var day = calendar.Day(date);
            if (!day.IsOpen)
            {
                lines.Add(new(date, false, $"không tính – {day.Reason}"));
                continue;
            }

            var from = Later(ProvinceTime.StartOf(date), startedAt);
            var to = Earlier(ProvinceTime.StartOf(date.AddDays(1)), dueAt);
            var spans = Spans(day, from, to, standstills);
            var worked = TimeSpan.FromTicks(spans.Sum(s => s.Length.Ticks));
            rest -= worked;
            lines.Add(worked == TimeSpan.Zero
                ? new(date, false, "không tính – " + (calendar.WorkingTimeBetween(from, to) > TimeSpan.Zero ? "đồng hồ tạm dừng" : "ngoài giờ làm việc của ngày"))
                : new(date, true, $"tính {Length(worked)} ({string.Join(", ", spans.Select(s => $"{Clock(s.Opens)}–{Clock(s.Closes)}"))}){Remark(day)}"
                    + (rest > TimeSpan.Zero ? $"; còn {Length(rest)}" : $"; hạn lúc {Clock(ProvinceTime.TimeOf(dueAt))}")));
        }

        return lines;
    }

    /// <summary>The parts of the day's sessions between two instants, without the standstills.</summary>
    private static List<Session> Spans(CalendarDay day, DateTimeOffset from, DateTimeOffset to, IReadOnlyList<Standstill> standstills)
    {
        var spans = new List<Session>();
        foreach (var session in day.Sessions)
        {
            var at = Later(from, ProvinceTime.At(day.Date, session.Opens));
            var end = Earlier(to, ProvinceTime.At(day.Date, session.Closes));
            foreach (var still in standstills.Where(s => s.To is not null).OrderBy(s => s.From))
            {
                Add(at, Earlier(end, still.From));
                at = Later(at, still.To!.Value);
            }

            Add(at, end);
        }

        return spans;

        void Add(DateTimeOffset start, DateTimeOffset stop)
        {
            if (start < stop) spans.Add(new Session(ProvinceTime.TimeOf(start), ProvinceTime.TimeOf(stop)));
        }
    }

    private static string Remark(CalendarDay day) => day.Kind switch
    {
        DayKind.MakeupWorking => $" ({day.Reason})",
        _ when day.IsUnconfirmed => $" ({day.Reason})",
        _ when !day.IsOpen => $" ({day.Reason}, vẫn tính)",
        _ => "",
    };

    private static string Length(TimeSpan time)
    {
        var hours = (int)time.TotalHours;
        var parts = new List<string>();
        if (hours > 0) parts.Add($"{hours} giờ");
        if (time.Minutes > 0) parts.Add($"{time.Minutes} phút");
        if (time.Ticks % TimeSpan.TicksPerMinute != 0) parts.Add(string.Create(CultureInfo.GetCultureInfo("vi-VN"), $"{time.Ticks % TimeSpan.TicksPerMinute / (decimal)TimeSpan.TicksPerSecond:0.###} giây"));
        return string.Join(' ', parts);
    }

    private static string Clock(TimeOnly time) =>
        time.ToString(time.Ticks % TimeSpan.TicksPerMinute == 0 ? "HH\\:mm" : "HH\\:mm\\:ss", CultureInfo.InvariantCulture);

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
