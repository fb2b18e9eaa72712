namespace MotCua.Web.Components;

/// <summary>Names of events, of acts and of records of the trail, as auditors and administrators read them. A name nobody wrote stays the code.</summary>
public static class JournalWords
{
    private static readonly Dictionary<string, string> Events = new(StringComparer.Ordinal)
    {
        ["DossierSubmitted"] = "Nộp trực tuyến",
        ["DossierReceivedAtDesk"] = "Nhận hồ sơ tại Bộ phận Một cửa",
        ["DossierAccepted"] = "Tiếp nhận, cấp mã hồ sơ",
        ["GuidanceIssued"] = "Hướng dẫn hoàn thiện trước tiếp nhận (Mẫu 02)",
        ["IntakeRefused"] = "Từ chối tiếp nhận (Mẫu 03)",
        ["DossierSentAgain"] = "Nộp lại sau hướng dẫn",
        ["DossierTakenOver"] = "Nhận xử lý",
        ["SupplementRequested"] = "Yêu cầu bổ sung (Mẫu 02)",
        ["SupplementReceived"] = "Nhận đủ bổ sung",
        ["PaymentRequested"] = "Yêu cầu nghĩa vụ tài chính",
        ["PaymentSettled"] = "Xong nghĩa vụ tài chính",
        ["DossierWithdrawn"] = "Rút hồ sơ",
        ["DossierStopped"] = "Dừng giải quyết",
        ["DossierResumed"] = "Giải quyết tiếp",
        ["PapersGivenBack"] = "Trả lại giấy tờ",
        ["StepClaimed"] = "Nhận việc của bước",
        ["StepHandedOn"] = "Chuyển bước",
        ["StepTakenBack"] = "Thu hồi bước đã chuyển",
        ["StepReturned"] = "Trả lại bước trước",
        ["DossierReappointed"] = "Xin lỗi và hẹn lại (Mẫu 04)",
        ["DeadlinesRecounted"] = "Tính lại hạn theo lịch mới",
        ["DossierFinished"] = "Giải quyết xong",
        ["ResultIssued"] = "Phát hành kết quả",
        ["ResultRevoked"] = "Thu hồi kết quả",
        ["ResultSuperseded"] = "Thay thế kết quả",
        ["DossierReturned"] = "Trả kết quả",
        ["DossierReopened"] = "Mở lại hồ sơ",
        ["FeeRecorded"] = "Thu phí, lệ phí",
        ["DossierImported"] = "Nhập từ hệ thống cũ",
        ["ImportRestated"] = "Cập nhật từ hệ thống cũ",
    };

    private static readonly Dictionary<string, string> Acts = new(StringComparer.Ordinal)
    {
        ["DossierSubmitting"] = "Người dân nộp hồ sơ",
        ["DeskReceiving"] = "Tiếp nhận tại quầy",
        ["DossierAccepting"] = "Tiếp nhận hồ sơ",
        ["DossierGuiding"] = "Hướng dẫn hoàn thiện",
        ["IntakeRefusing"] = "Từ chối tiếp nhận",
        ["DossierSendingAgain"] = "Nộp lại",
        ["DossierTakingOver"] = "Nhận xử lý",
        ["SupplementProposing"] = "Đề nghị yêu cầu bổ sung",
        ["SupplementRequesting"] = "Yêu cầu bổ sung",
        ["SupplementReceiving"] = "Nhận bổ sung",
        ["PaymentRequesting"] = "Yêu cầu nghĩa vụ tài chính",
        ["PaymentSettling"] = "Ghi nhận nghĩa vụ tài chính",
        ["FeeRecording"] = "Thu phí, lệ phí",
        ["DossierWithdrawing"] = "Rút hồ sơ",
        ["DossierStopping"] = "Dừng giải quyết",
        ["DossierResuming"] = "Giải quyết tiếp",
        ["PapersGivingBack"] = "Trả lại giấy tờ",
        ["StepClaiming"] = "Nhận việc",
        ["StepHandingOn"] = "Chuyển bước",
        ["StepTakingBack"] = "Thu hồi bước",
        ["StepReturning"] = "Trả lại bước",
        ["DossierReappointing"] = "Xin lỗi và hẹn lại",
        ["DeadlinesRecounting"] = "Đổi lịch làm việc",
        ["ResultDrafting"] = "Soạn dự thảo kết quả",
        ["DraftDiscarding"] = "Bỏ dự thảo kết quả",
        ["DossierDeciding"] = "Lãnh đạo quyết định",
        ["ResultRevoking"] = "Thu hồi kết quả",
        ["ResultSuperseding"] = "Thay thế kết quả",
        ["ResultDelivering"] = "Trả kết quả",
        ["DossierReopening"] = "Mở lại hồ sơ",
        ["DossierImporting"] = "Nhập dữ liệu",
    };

    private static readonly Dictionary<string, string> Records = new(StringComparer.Ordinal)
    {
        ["OfficerCreated"] = "Tạo tài khoản cán bộ",
        ["OfficerEdited"] = "Sửa thông tin cán bộ",
        ["OfficerGranted"] = "Giao vai trò",
        ["OfficerRevoked"] = "Thu hồi vai trò",
        ["OfficerUnlock"] = "Mở khóa",
        ["OfficerResetCode"] = "Đặt lại mã xác thực",
        ["OfficerResetPassword"] = "Cấp lại mật khẩu",
        ["OfficerDeactivate"] = "Ngừng dùng tài khoản",
        ["OfficerActivate"] = "Cho dùng lại tài khoản",
        ["OfficerSignedIn"] = "Cán bộ đăng nhập",
        ["OfficerPasswordFailed"] = "Nhập sai mật khẩu",
        ["OfficerCodeFailed"] = "Nhập sai mã xác thực",
        ["OfficerLocked"] = "Bị khóa vì nhập sai nhiều lần",
        ["OfficerTotpEnrolled"] = "Cài mã xác thực",
        ["OfficerPasswordChanged"] = "Đổi mật khẩu",
        ["CitizenSignedIn"] = "Người dân đăng nhập",
        ["HolidayChanged"] = "Đổi ngày nghỉ, ngày làm bù",
        ["WorkingHoursChanged"] = "Đổi giờ làm việc",
        ["ProcedurePublished"] = "Công khai thủ tục",
        ["UnitContactChanged"] = "Đổi liên hệ của đơn vị",
        ["UnitIdentifierChanged"] = "Đổi mã định danh của đơn vị",
        ["OutboxRedriven"] = "Gửi lại thông báo bị giữ",
        ["OutboxCancelled"] = "Bỏ thông báo bị giữ",
        ["DemoAccountsSeeded"] = "Nạp tài khoản mẫu",
    };

    /// <summary>An event of a dossier.</summary>
    public static string EventOf(string name) => Events.GetValueOrDefault(name, name);

    /// <summary>The act (process) that an event belongs to.</summary>
    public static string ActOf(string process) => Acts.GetValueOrDefault(process, process);

    /// <summary>A record of the trail of administration and security.</summary>
    public static string RecordOf(string action) => Records.GetValueOrDefault(action, action);

    /// <summary>The code of a record, act or event by its Vietnamese name as people type it; what is no such name stays as it is.</summary>
    public static string? CodeOf(string? typed)
    {
        var wanted = Domain.Kernel.SearchText.Fold(typed ?? "");
        return wanted.Length == 0 ? typed : Records.FirstOrDefault(r => Domain.Kernel.SearchText.Fold(r.Value) == wanted).Key ?? typed;
    }

    /// <summary>An actor as the trail keeps it, <c>Officer:…</c>: the kind in words, the id cut short.</summary>
    public static string ActorOf(string actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (kind, id) = actor.Split(':', 2) is [var k, var i] ? (k, i) : (actor, "");
        return (Enum.TryParse<Domain.Kernel.ActorKind>(kind, out var known) ? HealthWords.ActorOf(known) : kind) + (id.Length > 0 ? " " + Short(id) : "");
    }

    /// <summary>The end of a long id: ids made at one time begin alike.</summary>
    public static string Short(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.Length >= 32 && Guid.TryParse(id, out _) ? "…" + id[^8..] : id;
    }
}
