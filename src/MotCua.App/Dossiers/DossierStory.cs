using MotCua.Domain.Dossiers;

namespace MotCua.App.Dossiers;

/// <summary>Tells the events of a dossier to its owner: which unit, when, until when.</summary>
public static class DossierStory
{
    /// <summary>What happened, oldest first, and what comes next.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="events">Its events.</param>
    /// <param name="steps">Its steps.</param>
    /// <param name="notes">Its notes to the applicant.</param>
    /// <param name="places">Names of units.</param>
    /// <param name="now">Now, UTC: a step that still runs is late when its hours have passed.</param>
    /// <param name="people">How the applicant and the submitter are called to the reader, by the id of who acted; null = the reader did it all.</param>
    public static IReadOnlyList<StoryLine> Tell(
        Dossier dossier, IReadOnlyList<DossierEventRow> events, IReadOnlyList<DossierStepRow> steps, IReadOnlyList<DossierNoteRow> notes, FilingPlaces places, DateTimeOffset now, Func<string, string>? people = null)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(places);
        var (desk, unit) = (places.NameOf(dossier.Place), places.NameOf(dossier.HandlingUnit));
        var lines = new List<StoryLine>(events.Count + 1);
        foreach (var row in events)
        {
            if (Line(DossierChain.Read(row.Payload), row, desk, unit, steps, notes, places, now, people?.Invoke(row.ActorId) ?? "Bạn") is { } line) lines.Add(line);
        }

        if (Next(dossier, desk, unit) is { } next)
        {
            lines.Add(next);
        }

        return lines;
    }

    /// <summary>The state in words for the applicant, who hears of a refusal at once.</summary>
    public static string StateText(DossierState state, bool isAccepted, DossierOutcome? outcome = null) => state switch
    {
        DossierState.Finished or DossierState.Returned when outcome == DossierOutcome.Refused => "Bị từ chối giải quyết",
        DossierState.Submitted => "Đã nộp, chờ tiếp nhận",
        DossierState.Accepted => "Đã tiếp nhận",
        DossierState.NotAccepted => "Không được tiếp nhận",
        DossierState.Processing => "Đang giải quyết",
        DossierState.AwaitingSupplement => isAccepted ? "Chờ bạn bổ sung" : "Chờ bạn hoàn thiện",
        DossierState.AwaitingPayment => "Chờ bạn nộp phí, lệ phí",
        DossierState.Withdrawn => "Đã rút",
        DossierState.Stopped => "Dừng giải quyết",
        DossierState.Finished => "Có kết quả",
        _ => "Đã trả kết quả",
    };

    /// <summary>Colour of the state's tag; the words carry the meaning.</summary>
    public static string StateColour(DossierState state, DossierOutcome? outcome = null) => state switch
    {
        DossierState.Finished or DossierState.Returned when outcome == DossierOutcome.Refused => "red",
        DossierState.Submitted or DossierState.Accepted or DossierState.Processing => "blue",
        DossierState.AwaitingSupplement or DossierState.AwaitingPayment => "orange",
        DossierState.Finished or DossierState.Returned => "green",
        DossierState.NotAccepted or DossierState.Stopped => "red",
        _ => "grey",
    };

    private static StoryLine? Line(DossierEvent e, DossierEventRow row, string desk, string unit, IReadOnlyList<DossierStepRow> steps, IReadOnlyList<DossierNoteRow> notes, FilingPlaces places, DateTimeOffset now, string actor)
    {
        string Note(Guid? id) => notes.FirstOrDefault(n => n.Id == id)?.Text ?? "";
        StoryLine? Step(Guid id, string unitKey)
        {
            var step = steps.FirstOrDefault(s => s.Id == id);
            if (step is null) return new StoryLine("Chuyển bước xử lý", places.NameOf(unitKey), row.At, null, "", "done");
            var isLate = (step.EndedAt ?? now) > step.DueAt;
            return new StoryLine(
                step.Name, $"{DossierWords.Role(step.Role)}, {places.NameOf(unitKey)}", row.At, step.DueAt, "", isLate ? "bad" : step.EndedAt is null ? "current" : "done", step.EndedAt, isLate);
        }

        return e switch
        {
            DossierSubmitted => Done("Nộp hồ sơ trực tuyến", actor, null),
            DossierReceivedAtDesk x => Done("Nộp hồ sơ: " + DossierWords.Channel(x.Filing.Channel).ToLowerInvariant(), desk, null),
            DossierAccepted x => new StoryLine($"Tiếp nhận, mã hồ sơ {x.Number}", desk, row.At, x.Due?.At, x.CaseNoteId is null ? "" : "Cán bộ xác định trường hợp khác với bạn chọn: " + Note(x.CaseNoteId), "done"),
            GuidanceIssued x => Done("Hướng dẫn hoàn thiện hồ sơ", desk, x.RespondBy),
            IntakeRefused x => Bad("Từ chối tiếp nhận", desk, RefusalGrounds.Text(x.GroundCode) + ". " + Note(x.NoteId)),
            DossierSentAgain => Done("Nộp lại sau hướng dẫn", row.ActorKind == (int)Domain.Kernel.ActorKind.Citizen ? actor : desk, null),
            DossierTakenOver x => Step(x.StepId, x.UnitKey),
            StepHandedOn x => Step(x.StepId, x.UnitKey),
            StepReturned x => Step(x.StepId, x.UnitKey),
            StepTakenBack or StepClaimed => null,
            SupplementRequested x => Done("Yêu cầu bổ sung hồ sơ", desk, x.RespondBy),
            SupplementReceived x => Done("Nhận đủ bổ sung, thời hạn tính lại từ đầu", desk, x.Due?.At),
            PaymentRequested => Done("Yêu cầu nộp phí, lệ phí", unit, null),
            PaymentSettled x => Done(x.Waived ? "Được miễn phí, lệ phí" : "Đã nộp phí, lệ phí", "Bạn", x.Due?.At),
            FeeRecorded => Done("Thu phí, lệ phí tại quầy", desk, null),
            DossierWithdrawn x => new StoryLine("Rút hồ sơ", row.ActorKind == (int)Domain.Kernel.ActorKind.Citizen ? actor : desk, row.At, null, Note(x.NoteId), "done"),
            DossierStopped x => Bad("Dừng giải quyết", unit, Note(x.NoteId)),
            DossierResumed x => Done("Giải quyết tiếp", unit, x.Due?.At),
            PapersGivenBack => Done("Trả lại giấy tờ", desk, null),
            DossierReappointed x => new StoryLine("Xin lỗi và hẹn lại ngày trả", unit, row.At, x.Due.At, Note(x.NoteId), "bad"),
            DeadlinesRecounted x => Done("Hạn được tính lại theo lịch nghỉ, giờ làm việc mới", unit, x.Due?.At ?? x.AcceptanceDueAt),
            // The outcome is told when it is issued, not before
            DossierDecided => Done("Lãnh đạo đã xem xét, chờ văn thư ban hành", unit, null),
            DossierFinished { Outcome: DossierOutcome.Refused } x => Bad("Từ chối giải quyết", unit, Note(x.NoteId)),
            DossierFinished => Done("Giải quyết xong", unit, null),
            ResultIssued x => Done($"Phát hành kết quả {x.ResultCode}", unit, null),
            ResultRevoked x => Bad("Thu hồi kết quả", unit, Note(x.NoteId)),
            ResultSuperseded => Done("Thay thế kết quả", unit, null),
            DossierReturned => Done("Trả kết quả", desk, null),
            DossierReopened x => new StoryLine("Mở lại hồ sơ để sửa sai sót", unit, row.At, null, Note(x.NoteId), "bad"),
            DossierImported => Done("Chuyển từ hệ thống cũ", "", null),
            _ => null,
        };

        StoryLine Done(string title, string by, DateTimeOffset? until) => new(title, by, row.At, until, "", "done");
        StoryLine Bad(string title, string by, string text) => new(title, by, row.At, null, text, "bad");
    }

    private static StoryLine? Next(Dossier d, string desk, string unit) => d.State switch
    {
        DossierState.Submitted => new StoryLine("Kiểm tra và trả lời việc tiếp nhận", desk, null, d.AcceptanceDueAt, "", "current"),
        DossierState.AwaitingSupplement => new StoryLine("Bạn bổ sung, hoàn thiện hồ sơ", "Bạn", null, d.RespondBy, "", "current"),
        DossierState.AwaitingPayment => new StoryLine("Bạn nộp phí, lệ phí", "Bạn", null, null, "", "current"),
        DossierState.Accepted or DossierState.Processing => new StoryLine("Giải quyết và trả kết quả", unit, null, d.DueAt, "", d.StepId is null ? "current" : "future"),
        DossierState.Finished => new StoryLine("Nhận kết quả", desk, null, null, "", "current"),
        _ => null,
    };
}
