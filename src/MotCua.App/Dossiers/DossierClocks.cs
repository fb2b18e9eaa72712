using MotCua.App.Calendar;
using MotCua.Domain.Calendar;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>The clocks of a dossier with their explanation: «vì sao hẹn trả lúc …».</summary>
public sealed class DossierClocks(WorkingCalendars calendars, TimeProvider clock)
{
    /// <summary>The clocks that run, or ran, in the order they matter now.</summary>
    public async Task<IReadOnlyList<ClockSheet>> OfAsync(Dossier d, IReadOnlyList<SupplementRequestRow> requests, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(d);
        var now = clock.GetUtcNow();
        var clocks = new List<ClockSheet>();
        if (d is { State: DossierState.Submitted, AcceptanceDueAt: { } answerBy } && d.SubmittedAt is { } sent)
        {
            var desk = await calendars.ForAsync(d.Place, ct);
            var answered = requests.Where(r => r.AnsweredAt is not null).Select(r => r.AnsweredAt!.Value).Append(sent).Max();
            var why = AcceptanceClock.Explain(answered, desk);
            clocks.Add(new ClockSheet("Trả lời tiếp nhận trong 8 giờ làm việc", answerBy, now > answerBy ? "Quá hạn trả lời" : "Còn trong hạn", now > answerBy, desk.WorkingTimeBetween(now, answerBy),
                [.. why.Lines.Select(l => l.ToString())], "NĐ 45/2020 Điều 11: tính từ lúc hệ thống nhận; ngoài giờ thì từ giờ làm việc kế tiếp."));
        }

        if (d.AcceptedAt is { } accepted && TimeLimit.Parse(d.Limit) is { IsOk: true, Value: var limit })
        {
            var calendar = await calendars.ForAsync(d.HandlingUnit, ct);
            clocks.Add(Statutory(d, limit, accepted, requests, calendar, now));
            clocks.Add(Index(d, limit, accepted, requests, calendar, now));
        }
        else if (d.IsAccepted)
        {
            clocks.Add(new ClockSheet("Hẹn trả kết quả", d.DueAt, "Thủ tục không có thời hạn bằng số", false, null, [], ""));
        }

        return clocks;
    }

    private static ClockSheet Statutory(Dossier d, TimeLimit limit, DateTimeOffset accepted, IReadOnlyList<SupplementRequestRow> requests, WorkingCalendar calendar, DateTimeOffset now)
    {
        var ends = new EndMoments(d.FinishedAt, d.ReturnedAt, d.EndedAt, d.State == DossierState.AwaitingSupplement ? d.AskedAt : null);
        var verdict = Lateness.Statutory(limit.Unit, d.DueAt, ends.Finish, now);
        var started = requests.Where(r => !r.IsBeforeAcceptance && r.AnsweredAt is not null).Select(r => r.AnsweredAt!.Value).Append(accepted).Max();
        var why = Deadlines.Explain(limit, started, calendar);
        var isWaiting = d.State == DossierState.AwaitingSupplement;
        var notes = new List<string> { $"Thời hạn của thủ tục: {limit.Vietnamese}, tính từ {At(started)}." };
        if (started != accepted) notes.Add("Đã tính lại từ đầu sau khi nhận đủ bổ sung (NĐ 61/2018 Điều 19 khoản 4).");
        if (d.ReappointmentCount > 0) notes.Add("Đã hẹn lại một lần bằng Mẫu 04; ngày hẹn đầu tiên vẫn được giữ.");
        if (d.FirstDueAt is { } first && first != d.DueAt) notes.Add($"Hẹn lần đầu: {At(first)}.");
        if (isWaiting) notes.Add("Đang chờ bổ sung: khi nhận đủ, thời hạn tính lại từ đầu.");
        if (why.IsProvisional) notes.Add("Có năm chưa công bố lịch nghỉ: tạm tính theo Bộ luật Lao động Điều 112.");
        return new ClockSheet("Hẹn trả kết quả theo luật", isWaiting ? null : d.DueAt, verdict.Vietnamese(), verdict.IsLate(), ends.Finish is null && d.DueAt is { } due ? calendar.WorkingTimeBetween(now, due) : null,
            d.ReappointmentCount > 0 || d.IsImported ? [] : [.. why.Lines.Select(l => l.ToString())], string.Join(' ', notes));
    }

    private static ClockSheet Index(Dossier d, TimeLimit limit, DateTimeOffset accepted, IReadOnlyList<SupplementRequestRow> requests, WorkingCalendar calendar, DateTimeOffset now)
    {
        var ends = new EndMoments(d.FinishedAt, d.ReturnedAt, d.EndedAt, d.State == DossierState.AwaitingSupplement ? d.AskedAt : null);
        var verdict = Lateness.Index(d.IndexDueAt, ends.Finish, d.SupplementCount, now);
        var stands = requests.Where(r => !r.IsBeforeAcceptance).Select(r => new Standstill(r.AskedAt, r.AnsweredAt)).ToList();
        var lines = stands.Count > 0 && d is { ReappointmentCount: 0, IsImported: false } ? new IndexClock(limit, accepted, stands).Explain(calendar)?.Lines : null;
        var note = d.SupplementCount > 1
            ? "Quá một lần yêu cầu bổ sung: tính là quá hạn (QĐ 766)."
            : d.SupplementCount == 1 ? "Thời gian chờ bổ sung được trừ ra, thời hạn không tính lại từ đầu (QĐ 766)." : "Chưa có thời gian chờ bổ sung nên trùng với hẹn theo luật.";
        return new ClockSheet("Đồng hồ chỉ số QĐ 766", d.IndexDueAt, verdict.Vietnamese(), verdict.IsLate(), null, lines is null ? [] : [.. lines.Select(l => l.ToString())], note);
    }

    private static string At(DateTimeOffset instant) => ProvinceTime.Local(instant).ToString("HH:mm 'ngày' dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
