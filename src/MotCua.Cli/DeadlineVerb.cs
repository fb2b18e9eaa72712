using CsvHelper;
using MotCua.App.Calendar;
using MotCua.Domain.Calendar;
using MotCua.Domain.Kernel;

namespace MotCua.Cli;

/// <summary><c>motcua deadline</c>: the due instant of a limit, explained day by day; reads only the reference data beside the program.</summary>
public static class DeadlineVerb
{
    /// <summary>The line of the table.</summary>
    public static Verb Verb { get; } = new(
        "deadline",
        "--unit MÃ --accepted THỜI-ĐIỂM --limit \"N days|N calendar-days|N hours|N months|same-day\" [--explain]",
        """
        Tính thời điểm hẹn trả (ISO 8601, giờ địa phương); --explain thêm mỗi ngày một dòng: được tính hay vì sao không tính.
        days và hours là thời gian làm việc (8 giờ = 1 ngày); năm chưa công bố lịch nghỉ được ghi "tạm tính".
        """,
        """
        Prints the due instant (ISO 8601, local offset); --explain adds one line per counted or skipped day, and why.
        days and hours are working time (8 hours = 1 day); years without a published calendar are marked "tạm tính".
        """,
        ["unit=", "accepted=", "limit=", "explain"],
        RunAsync);

    private static async Task<int> RunAsync(VerbCall call, CancellationToken ct)
    {
        call.Arguments.NoPositions();
        var unit = call.Arguments.Required("unit");
        var accepted = call.Arguments.RequiredInstant("accepted");
        var limit = TimeLimit.Parse(call.Arguments.Required("limit"));
        if (!limit.IsOk) throw new UsageException(limit.Problem.Title);
        if (ProvinceTime.DateOf(accepted).Year is < 1976 or > 2199) throw new UsageException("--accepted phải trong khoảng từ năm 1976 đến năm 2199.");
        if (!await UnitExistsAsync(unit, ct).ConfigureAwait(false)) throw new UsageException($"Không có đơn vị «{unit}» trong organisations.csv; mã đơn vị là org_key, ví dụ sgddt.");

        foreach (var row in ReferenceCalendar.Shipped.Malformed) await call.Error.WriteLineAsync($"{row.File} dòng {row.Line}: {row.Reason}").ConfigureAwait(false);
        var calendar = new WorkingCalendar(ReferenceCalendar.Shipped.Holidays);
        var deadline = Deadlines.Explain(limit.Value, accepted, calendar);
        await call.Out.WriteLineAsync(InstantText.Local(deadline.DueAt)).ConfigureAwait(false);
        if (call.Arguments.Has("explain"))
        {
            foreach (var line in deadline.Lines) await call.Out.WriteLineAsync(line.ToString()).ConfigureAwait(false);
        }

        if (deadline.IsProvisional) await call.Error.WriteLineAsync("Tạm tính: có năm chưa công bố lịch nghỉ, tính theo Bộ luật Lao động Điều 111-112 và âm lịch.").ConfigureAwait(false);
        return ExitCode.Done;
    }

    private static async Task<bool> UnitExistsAsync(string key, CancellationToken ct)
    {
        await using var csv = CsvReader.FromFile(Path.Combine(AppContext.BaseDirectory, "data", "organisations.csv"));
        while (await csv.ReadAsync(ct).ConfigureAwait(false))
        {
            if (string.Equals(csv.GetString("org_key"), key, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
