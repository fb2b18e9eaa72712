using System.Globalization;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.Domain.Notifications;

/// <summary>What a notice may say: never a person's data, since e-mail is a weak channel.</summary>
/// <param name="Code">Dossier number or submission code.</param>
/// <param name="Procedure">Exact name of the procedure.</param>
/// <param name="Unit">Short name of the receiving unit.</param>
public sealed record NoticeFacts(string Code, string Procedure, string Unit);

/// <summary>A notice in words.</summary>
/// <param name="Title">Subject.</param>
/// <param name="Text">Plain text.</param>
public sealed record Notice(string Title, string Text);

/// <summary>
/// Words of the notices to applicants. Each says what happened, who acts next and until when (NĐ 61/2018 Đ17 k2, Đ20 k4; NĐ 45/2020 Đ11).
/// </summary>
public static class NoticeTexts
{
    /// <summary>The notice of an event, or null when the event is not told to the applicant.</summary>
    public static Notice? For(DossierEvent e, NoticeFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var said = e switch
        {
            DossierSubmitted x => ("Đã nhận hồ sơ trực tuyến", $"Hệ thống đã nhận hồ sơ của bạn. {facts.Unit} sẽ trả lời có tiếp nhận hay không chậm nhất lúc {When(x.AcceptanceDueAt)}. Bạn chưa cần làm gì thêm."),
            DossierAccepted { Due: { } due } => ("Hồ sơ đã được tiếp nhận", $"{facts.Unit} đã tiếp nhận hồ sơ. Hẹn trả kết quả lúc {When(due.At)}."),
            DossierAccepted => ("Hồ sơ đã được tiếp nhận", $"{facts.Unit} đã tiếp nhận hồ sơ. Thủ tục này không có thời hạn chung; đơn vị sẽ báo khi có kết quả."),
            GuidanceIssued x => ("Hồ sơ cần hoàn thiện trước khi tiếp nhận", $"{facts.Unit} hướng dẫn bạn hoàn thiện hồ sơ. Xem nội dung cần sửa và nộp lại trước {When(x.RespondBy)}."),
            IntakeRefused => ("Hồ sơ không được tiếp nhận", $"{facts.Unit} không tiếp nhận hồ sơ. Lý do và căn cứ ghi trong hồ sơ của bạn."),
            DossierSentAgain x => ("Đã nhận hồ sơ nộp lại", $"{facts.Unit} sẽ trả lời chậm nhất lúc {When(x.AcceptanceDueAt)}."),
            SupplementRequested x => ("Hồ sơ cần bổ sung", $"{facts.Unit} yêu cầu bổ sung hồ sơ. Bổ sung trước {When(x.RespondBy)}; thời hạn giải quyết được tính lại từ khi nhận đủ."),
            SupplementReceived { Due: { } due } => ("Đã nhận đủ giấy tờ bổ sung", $"Thời hạn được tính lại. Hẹn trả kết quả lúc {When(due.At)}."),
            SupplementReceived => ("Đã nhận đủ giấy tờ bổ sung", $"{facts.Unit} tiếp tục giải quyết hồ sơ."),
            PaymentRequested x => ("Hồ sơ cần nộp phí, lệ phí", $"Số tiền: {x.AmountVnd.ToString("#,0", CultureInfo.GetCultureInfo("vi-VN"))} đồng. Xem cách nộp trong hồ sơ của bạn."),
            DossierWithdrawn => ("Đã rút hồ sơ", "Hồ sơ đã được rút theo yêu cầu của bạn."),
            DossierStopped => ("Hồ sơ dừng giải quyết", $"{facts.Unit} đã dừng giải quyết hồ sơ. Lý do ghi trong hồ sơ của bạn."),
            DossierResumed => ("Hồ sơ được giải quyết tiếp", $"{facts.Unit} tiếp tục giải quyết hồ sơ."),
            DeadlinesRecounted { Due: { } due } => ("Ngày hẹn trả kết quả thay đổi", $"Lịch làm việc của cơ quan nhà nước vừa thay đổi nên hạn giải quyết được tính lại: {When(due.At)}."),
            DossierReappointed x => ("Xin lỗi và hẹn lại ngày trả kết quả", $"{facts.Unit} xin lỗi vì chưa giải quyết xong đúng hẹn. Hẹn lại lúc {When(x.Due.At)}. Lý do ghi trong hồ sơ của bạn."),
            DossierFinished { Outcome: DossierOutcome.Granted } => ("Hồ sơ đã có kết quả", "Kết quả đã sẵn sàng. Xem và tải bản điện tử trong hồ sơ, hoặc nhận tại nơi đã đăng ký."),
            DossierFinished => ("Hồ sơ bị từ chối giải quyết", $"{facts.Unit} từ chối giải quyết. Văn bản trả lời nêu rõ lý do và quyền khiếu nại của bạn."),
            DossierReturned => ("Đã trả kết quả", "Kết quả đã được trao. Mời bạn đánh giá mức độ hài lòng."),
            ResultRevoked => ("Kết quả đã bị thu hồi", $"{facts.Unit} đã thu hồi một kết quả của hồ sơ. Lý do ghi trong hồ sơ của bạn."),
            _ => ((string, string)?)null,
        };
        return said is ({ } title, { } text) ? new Notice($"{title}: {facts.Code}", $"{text}\n\nThủ tục: {facts.Procedure}\nMã: {facts.Code}") : null;
    }

    private static string When(DateTimeOffset at) => ProvinceTime.Local(at).ToString("HH:mm 'ngày' dd/MM/yyyy", CultureInfo.InvariantCulture);
}
