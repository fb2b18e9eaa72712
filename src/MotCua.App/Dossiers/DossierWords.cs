using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Dossiers;

/// <summary>Vietnamese words for states, channels, events and acts, as officers and citizens read them.</summary>
public static class DossierWords
{
    /// <summary>The state, told apart before and after acceptance.</summary>
    public static string State(DossierState state, bool isAccepted) => state switch
    {
        DossierState.Submitted => "Mới đăng ký",
        DossierState.Accepted => "Được tiếp nhận",
        DossierState.NotAccepted => "Không được tiếp nhận",
        DossierState.Processing => "Đang xử lý",
        DossierState.AwaitingSupplement => isAccepted ? "Chờ bổ sung giấy tờ" : "Chờ hoàn thiện trước tiếp nhận",
        DossierState.AwaitingPayment => "Chờ nghĩa vụ tài chính",
        DossierState.Withdrawn => "Đã rút hồ sơ",
        DossierState.Stopped => "Dừng xử lý",
        DossierState.Finished => "Đã xử lý xong",
        _ => "Đã trả kết quả",
    };

    /// <summary>The channel.</summary>
    public static string Channel(Channel channel) => channel switch
    {
        Domain.Dossiers.Channel.Counter => "Trực tiếp tại Bộ phận Một cửa",
        Domain.Dossiers.Channel.Online => "Trực tuyến",
        Domain.Dossiers.Channel.Post => "Bưu chính công ích",
        _ => "Tiếp nhận lưu động",
    };

    /// <summary>Who helped.</summary>
    public static string Assisted(AssistedBy by) => by switch
    {
        AssistedBy.Self => "Tự nộp",
        AssistedBy.Officer => "Cán bộ hỗ trợ",
        AssistedBy.CommunityTeam => "Tổ công nghệ số cộng đồng hỗ trợ",
        _ => "Hội, đoàn thể hỗ trợ",
    };

    /// <summary>A role, as on step lists.</summary>
    public static string Role(string role) => Enum.TryParse<Role>(role, out var known) ? known switch
    {
        Domain.Kernel.Role.DeskOfficer => "Bộ phận Một cửa",
        Domain.Kernel.Role.Handler => "Chuyên viên thụ lý",
        Domain.Kernel.Role.UnitLeader => "Lãnh đạo đơn vị",
        Domain.Kernel.Role.Clerk => "Văn thư",
        _ => role,
    }
    : role;

    /// <summary>What happened.</summary>
    public static string Event(DossierEvent e) => e switch
    {
        DossierSubmitted => "Nộp trực tuyến",
        DossierReceivedAtDesk x => $"Nhận hồ sơ: {Channel(x.Filing.Channel).ToLowerInvariant()}",
        DossierAccepted { CaseNoteId: not null } x => $"Tiếp nhận, cấp mã hồ sơ {x.Number}, trường hợp giải quyết do cán bộ xác định lại",
        DossierAccepted x => $"Tiếp nhận, cấp mã hồ sơ {x.Number}",
        GuidanceIssued => "Hướng dẫn hoàn thiện hồ sơ (Mẫu 02)",
        IntakeRefused x => $"Từ chối tiếp nhận (Mẫu 03): {RefusalGrounds.Text(x.GroundCode)}",
        DossierSentAgain => "Nộp lại sau hướng dẫn",
        DossierTakenOver x => $"Nhận xử lý, bắt đầu bước {x.StepNumber}",
        SupplementRequested x => x.OverrideGround is null ? "Yêu cầu bổ sung (Mẫu 02)" : "Yêu cầu bổ sung theo căn cứ chuyên ngành (Mẫu 02)",
        SupplementReceived => "Đã nhận đủ bổ sung, thời hạn tính lại từ đầu",
        PaymentRequested x => $"Yêu cầu nghĩa vụ tài chính {Money(x.AmountVnd)}",
        PaymentSettled x => x.Waived ? "Được miễn nghĩa vụ tài chính" : $"Đã nộp {Money(x.AmountVnd)}",
        DossierWithdrawn => "Rút hồ sơ",
        DossierStopped => "Dừng giải quyết",
        DossierResumed => "Giải quyết tiếp",
        PapersGivenBack => "Trả lại giấy tờ",
        StepClaimed => "Nhận việc",
        StepHandedOn x => x.FromStepId == Guid.Empty ? $"Bắt đầu bước {x.StepNumber}: {Role(x.Role)}" : $"Chuyển bước {x.StepNumber}: {Role(x.Role)}",
        StepTakenBack x => $"Thu hồi về bước {x.StepNumber}",
        StepReturned x => $"Trả lại bước {x.StepNumber}: {Role(x.Role)}",
        DossierReappointed => "Xin lỗi và hẹn lại ngày trả (Mẫu 04)",
        DeadlinesRecounted => "Tính lại hạn theo lịch làm việc mới",
        DossierDecided { Outcome: DossierOutcome.Granted } => "Lãnh đạo duyệt: đồng ý giải quyết",
        DossierDecided => "Lãnh đạo duyệt: từ chối giải quyết bằng văn bản",
        DossierFinished { Outcome: DossierOutcome.Granted } => "Giải quyết xong: đồng ý",
        DossierFinished => "Giải quyết xong: từ chối bằng văn bản (Mẫu 03)",
        ResultIssued x => $"Phát hành kết quả {x.ResultCode}",
        DocumentNumbered x => $"Vào sổ văn bản đi số {x.DocumentNumber}",
        ResultRevoked => "Thu hồi kết quả",
        ResultSuperseded => "Thay thế kết quả",
        DossierReturned => "Trả kết quả",
        DossierReopened => "Mở lại hồ sơ",
        FeeRecorded x => $"Thu phí, lệ phí {Money(x.AmountVnd)}, biên lai {x.ReceiptNumber}",
        DossierImported => "Nhập từ hệ thống cũ",
        ImportRestated => "Cập nhật từ hệ thống cũ",
        _ => e.Name,
    };

    /// <summary>How a result was handed over; empty when it was not.</summary>
    public static string Delivery(string? way) => way switch
    {
        "counter" => "Trực tiếp",
        "post" => "Bưu chính công ích",
        "online" => "Trực tuyến",
        _ => "",
    };

    /// <summary>In which standing it was sent or brought.</summary>
    public static string Standing(SubmitterStanding standing) => standing switch
    {
        SubmitterStanding.Applicant => "Chính chủ hồ sơ",
        SubmitterStanding.Authorised => "Theo ủy quyền",
        SubmitterStanding.LegalRepresentative => "Đại diện theo pháp luật",
        _ => "Người đại diện theo pháp luật của tổ chức",
    };

    /// <summary>How the desk kept the declaration; empty when it did not.</summary>
    public static string Declaration(DeskDeclaration declaration) => declaration switch
    {
        DeskDeclaration.Typed => "Cán bộ nhập tờ khai",
        DeskDeclaration.Scanned => "Giữ bản quét tờ khai giấy",
        _ => "",
    };

    /// <summary>What somebody did who opened a dossier.</summary>
    public static string Reading(string what) => what switch
    {
        "file" => "Xem tệp",
        "export" => "Tải hồ sơ",
        "print" => "In",
        "why" => "Hỏi vì sao được tính hay không được tính vào chỉ tiêu",
        "prefill" => "Lấy thông tin chủ hồ sơ để điền hồ sơ mới tại quầy",
        "reuse" => "Dùng lại giấy tờ cho hồ sơ mới",
        _ => "Mở hồ sơ",
    };

    /// <summary>An amount in đồng.</summary>
    public static string Money(long vnd) => vnd.ToString("#,0", System.Globalization.CultureInfo.GetCultureInfo("vi-VN")) + " đồng";
}
