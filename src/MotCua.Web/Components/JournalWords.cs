using System.Globalization;
using System.Text.Json;

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
        ["DossierDecided"] = "Lãnh đạo duyệt, chuyển văn thư ban hành",
        ["DossierFinished"] = "Giải quyết xong",
        ["ResultIssued"] = "Phát hành kết quả",
        ["DocumentNumbered"] = "Vào sổ văn bản đi",
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
        ["ResultIssuing"] = "Ban hành kết quả",
        ["ResultRevoking"] = "Thu hồi kết quả",
        ["ResultSuperseding"] = "Thay thế kết quả",
        ["ResultDelivering"] = "Trả kết quả",
        ["DossierReopening"] = "Mở lại hồ sơ",
        ["DossierImporting"] = "Nhập dữ liệu",
    };

    private static readonly Dictionary<string, string> Records = new(StringComparer.Ordinal)
    {
        ["RoutePublished"] = "Công bố quy trình nội bộ",
        ["RouteWithdrawn"] = "Hủy quy trình chưa áp dụng",
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
        ["ApplicantLookedUp"] = "Tra chủ hồ sơ bằng số định danh tại quầy",
        ["HolidayChanged"] = "Đổi ngày nghỉ, ngày làm bù",
        ["WorkingHoursChanged"] = "Đổi giờ làm việc",
        ["ProcedurePublished"] = "Công khai thủ tục",
        ["UnitContactChanged"] = "Đổi liên hệ của đơn vị",
        ["UnitIdentifierChanged"] = "Đổi mã định danh của đơn vị",
        ["OutboxRedriven"] = "Gửi lại thông báo bị giữ",
        ["OutboxCancelled"] = "Bỏ thông báo bị giữ",
        ["DemoAccountsSeeded"] = "Nạp tài khoản mẫu",
        ["ProcedureClosed"] = "Dừng tiếp nhận hồ sơ mới",
        ["ProcedureReopened"] = "Tiếp nhận trở lại",
        ["UnitRestated"] = "Đơn vị đổi theo dữ liệu tham chiếu",
        ["RecordsSwept"] = "Xóa dữ liệu hết thời hạn lưu",
        ["OfficerUnknownName"] = "Đăng nhập bằng tên không có",
        ["ListExported"] = "Xuất danh sách",
        ["IndexFigureSet"] = "Nhập số liệu Bộ chỉ số 766",
        ["PublishedFigureSet"] = "Nhập số liệu đã công bố",
        ["PlanDrafted"] = "Lập dự thảo kế hoạch",
        ["PlanDraftSaved"] = "Sửa dự thảo kế hoạch",
        ["PlanSent"] = "Trình duyệt kế hoạch",
        ["PlanTakenBack"] = "Rút lại dự thảo kế hoạch",
        ["PlanReturned"] = "Trả lại dự thảo kế hoạch",
        ["PlanIssued"] = "Ban hành quyết định giao chỉ tiêu",
        ["PlanDiscarded"] = "Bỏ dự thảo kế hoạch",
        ["PlanDecisionRecorded"] = "Ghi số, ngày, người ký của quyết định",
        ["ReportAsked"] = "Yêu cầu lập báo cáo",
        ["ReportAskedAgain"] = "Lập lại báo cáo bị lỗi hoặc đã dừng",
        ["ReportStopped"] = "Dừng lập báo cáo",
        ["ReportMade"] = "Lập xong báo cáo",
        ["ReportSubmitted"] = "Ghi nhận báo cáo đã trình, ký",
        ["ReportScheduled"] = "Đặt lịch lập báo cáo",
        ["ReportUnscheduled"] = "Bỏ lịch lập báo cáo",
        ["PlanDocumentDrafted"] = "Đưa dự thảo văn bản của kế hoạch vào sổ",
        ["PlanDocumentRevised"] = "Sửa dự thảo văn bản của kế hoạch",
        ["PlanDocumentAsked"] = "Gửi lấy ý kiến văn bản của kế hoạch",
        ["PlanDocumentOpinionGiven"] = "Góp ý văn bản của kế hoạch",
        ["PlanDocumentOpinionTakenUp"] = "Nêu cách tiếp thu ý kiến",
        ["PlanDocumentIssued"] = "Ghi ban hành văn bản của kế hoạch",
        ["PlanDocumentDropped"] = "Thôi không ban hành văn bản của kế hoạch",
        ["TaskEffortSet"] = "Đặt số ngày công của loại việc",
        ["PeriodClosed"] = "Chốt số liệu của kỳ",
        ["PeriodReopened"] = "Mở lại kỳ đã chốt",
        ["IndicatorDrafted"] = "Soạn định nghĩa chỉ tiêu",
        ["IndicatorPublished"] = "Công bố định nghĩa chỉ tiêu",
        ["IndicatorEnded"] = "Ngừng dùng chỉ tiêu",
        ["PlanTaskAssigned"] = "Giao nhiệm vụ của kế hoạch",
        ["PlanTaskAnswered"] = "Báo cáo tiến độ nhiệm vụ",
        ["PlanTaskReportedDone"] = "Báo cáo hoàn thành nhiệm vụ",
        ["PlanTaskConfirmed"] = "Xác nhận hoàn thành nhiệm vụ",
        ["PlanTaskSentBack"] = "Trả lại nhiệm vụ",
        ["PlanTaskExtended"] = "Gia hạn nhiệm vụ",
        ["PlanTaskCancelled"] = "Hủy nhiệm vụ",
    };

    private static readonly Dictionary<string, string> Subjects = new(StringComparer.Ordinal)
    {
        ["board-list"] = "Danh sách đối chiếu chỉ tiêu",
        ["register"] = "Sổ theo dõi hồ sơ",
        ["report"] = "Báo cáo đã lập",
        ["dossiers"] = "Toàn bộ hồ sơ trong kỳ",
        ["measures-list"] = "Danh sách sau con số (lệnh)",
        ["outbox"] = "Hộp thư đi",
        ["retention"] = "Thời hạn lưu",
        ["unknown"] = "Tên không có",
        ["demo"] = "Dữ liệu mẫu",
    };

    private static readonly Dictionary<string, string> Particulars = new(StringComparer.Ordinal)
    {
        ["role"] = "vai trò",
        ["unit"] = "đơn vị",
        ["from"] = "từ",
        ["to"] = "đến",
        ["until"] = "đến",
        ["decision"] = "quyết định",
        ["provisional"] = "tạm thời",
        ["address"] = "địa chỉ",
        ["desk"] = "tên bộ phận",
        ["pause"] = "tạm dừng",
        ["changes"] = "thay đổi",
        ["sessions"] = "phiên",
        ["tokens"] = "mã của nhà cung cấp định danh",
        ["signIns"] = "dòng đăng nhập",
        ["messages"] = "thông báo",
        ["typing"] = "trang giữ tạm",
        ["phone"] = "điện thoại",
        ["email"] = "thư điện tử",
        ["levels"] = "cấp",
        ["missing"] = "còn thiếu",
        ["count"] = "số lượng",
        ["rows"] = "số dòng",
        ["filter"] = "điều kiện",
        ["indicator"] = "chỉ tiêu",
        ["part"] = "phần",
        ["own"] = "riêng UBND huyện",
        ["after"] = "sau",
        ["account"] = "tài khoản máy chủ",
        ["reason"] = "lý do",
        ["kind"] = "loại",
        ["confirmed"] = "đã xác nhận",
        ["plan"] = "kế hoạch",
        ["number"] = "số",
        ["due"] = "hạn",
        ["AssuranceLevel"] = "mức định danh",
    };

    /// <summary>The acts of the trail, by name, for a filter.</summary>
    public static IReadOnlyList<Choice> RecordChoices { get; } =
        [.. Records.OrderBy(r => Domain.Kernel.VietnameseOrder.Key(r.Value), StringComparer.Ordinal).Select(r => new Choice(r.Key, r.Value))];

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

    /// <summary>What an act was done on: a list or part by name, a long id cut short, else the code.</summary>
    public static string SubjectOf(string subject) => Subjects.GetValueOrDefault(subject) ?? Short(subject);

    /// <summary>Particulars of a record as pairs of Vietnamese name and value; text that is no JSON object stays whole.</summary>
    public static IReadOnlyList<(string Name, string Value)> DetailOf(string detail)
    {
        try
        {
            using var json = JsonDocument.Parse(detail);
            return json.RootElement.ValueKind == JsonValueKind.Object ? [.. Pairs(json.RootElement)] : [("", detail)];
        }
        catch (JsonException)
        {
            return detail.Length == 0 ? [] : [("", detail)];
        }
    }

    private static IEnumerable<(string Name, string Value)> Pairs(JsonElement record)
    {
        foreach (var part in record.EnumerateObject())
        {
            if (part.Value.ValueKind == JsonValueKind.Object)
            {
                foreach (var inner in Pairs(part.Value))
                {
                    yield return inner;
                }
            }
            else if (ValueOf(part.Value) is { Length: > 0 } value)
            {
                yield return (Particulars.GetValueOrDefault(part.Name, part.Name), value);
            }
        }
    }

    private static string ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "có",
        JsonValueKind.False or JsonValueKind.Null => "",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(ValueOf)),
        JsonValueKind.String when DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Say.Date(day),
        JsonValueKind.String when Enum.TryParse<Domain.Kernel.Role>(value.GetString(), out var role) && Enum.IsDefined(role) && !char.IsDigit(value.GetString()![0]) => Domain.Accounts.GrantRules.NameOf(role),
        _ => value.ToString(),
    };

    /// <summary>The end of a long id: ids made at one time begin alike.</summary>
    public static string Short(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.Length >= 32 && Guid.TryParse(id, out _) ? "…" + id[^8..] : id;
    }
}
