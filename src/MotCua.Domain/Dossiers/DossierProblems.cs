using MotCua.Domain.Kernel;

namespace MotCua.Domain.Dossiers;

/// <summary>Refusals of the dossier module.</summary>
public static class DossierProblems
{
    /// <summary>No such dossier, or it is not this person's.</summary>
    public static readonly Problem NotFound = new("DOS-0001", "Không tìm thấy hồ sơ. Kiểm tra lại mã hồ sơ, hoặc đăng nhập bằng tài khoản đã nộp hồ sơ.", ProblemKind.NotFound);

    /// <summary>Somebody changed it meanwhile.</summary>
    public static readonly Problem Stale = new("DOS-0002", "Hồ sơ vừa được người khác cập nhật. Xem lại thay đổi bên dưới rồi thực hiện lại; nội dung đã nhập vẫn được giữ.", ProblemKind.Conflict);

    /// <summary>The transition table does not have it.</summary>
    public static readonly Problem NotNow = new("DOS-0003", "Không thể thực hiện thao tác này ở trạng thái hiện tại của hồ sơ. Tải lại trang để xem các thao tác được phép.");

    /// <summary>The actor's roles do not cover the act.</summary>
    public static readonly Problem NotYours = new("DOS-0004", "Bạn không được phân công thực hiện thao tác này. Liên hệ quản trị đơn vị nếu cần được phân quyền.", ProblemKind.Forbidden);

    /// <summary>Second supplement request without a ground (NĐ 61/2018 Đ11 k2 c).</summary>
    public static readonly Problem SupplementOnce = new("DOS-0005", "Hồ sơ đã được yêu cầu bổ sung một lần (NĐ 61/2018 Điều 11 khoản 2). Muốn yêu cầu thêm, nhập căn cứ pháp luật chuyên ngành.", ProblemKind.Refused, "OverrideGround");

    /// <summary>Neither a component nor a ground is named (law rule 28).</summary>
    public static readonly Problem NoGround = new("DOS-0006", "Chọn ít nhất một thành phần hồ sơ hoặc nhập căn cứ pháp lý; chỉ ghi lời giải thích là chưa đủ.", ProblemKind.Invalid, "Items");

    /// <summary>Second re-appointment (NĐ 61/2018 Đ19 k9).</summary>
    public static readonly Problem ReappointOnce = new("DOS-0007", "Chỉ được hẹn lại ngày trả kết quả một lần (NĐ 61/2018 Điều 19 khoản 9).");

    /// <summary>Later than three working days after acceptance (NĐ 61/2018 Đ19 k4).</summary>
    public static readonly Problem SupplementTooLate = new("DOS-0008", "Đã quá 03 ngày làm việc kể từ ngày tiếp nhận (NĐ 61/2018 Điều 19 khoản 4). Muốn yêu cầu bổ sung, nhập căn cứ pháp luật chuyên ngành.", ProblemKind.Refused, "OverrideGround");

    /// <summary>A refusal names its ground.</summary>
    public static readonly Problem RefusalNeedsGround = new("DOS-0009", "Chọn căn cứ từ chối và ghi rõ lý do, để người dân hiểu và biết phải làm gì.", ProblemKind.Invalid, "Ground");

    /// <summary>A file is not yet durable.</summary>
    public static readonly Problem FileNotStored = new("DOS-0010", "Có tệp chưa tải lên xong. Chờ tải xong hoặc chọn lại tệp, rồi nộp lại; các câu trả lời vẫn được giữ.", ProblemKind.Refused, "Files");

    /// <summary>The procedure is not open at this unit.</summary>
    public static readonly Problem ProcedureClosed = new("DOS-0011", "Thủ tục này hiện không nhận hồ sơ trực tuyến tại đơn vị đã chọn. Bản nháp vẫn được giữ; chọn nơi nộp khác hoặc nộp tại Bộ phận Một cửa.");

    /// <summary>The answers are not complete.</summary>
    public static readonly Problem AnswersIncomplete = new("DOS-0012", "Hồ sơ còn câu chưa trả lời hoặc chưa đúng. Sửa các mục được đánh dấu rồi nộp lại.", ProblemKind.Invalid);

    /// <summary>The draft was already sent: shows the dossier instead.</summary>
    public static readonly Problem AlreadySubmitted = new("DOS-0013", "Bản nháp này đã được nộp.");

    /// <summary>Nobody decides on what they drafted themselves.</summary>
    public static readonly Problem OwnDraft = new("DOS-0014", "Người soạn dự thảo không được tự duyệt. Chuyển cho lãnh đạo khác duyệt.");

    /// <summary>Delivery to another person needs an authorisation (law rule 32).</summary>
    public static readonly Problem DeliveryNeedsMandate = new("DOS-0015", "Người nhận không phải chủ hồ sơ: nhập số, ngày giấy ủy quyền.", ProblemKind.Invalid, "Mandate");

    /// <summary>The unit of the number has no identifier.</summary>
    public static readonly Problem NoUnitCode = new("DOS-0016", "Đơn vị tiếp nhận chưa có mã định danh nên chưa cấp được mã hồ sơ. Quản trị tỉnh nhập mã tại Quản trị › Đơn vị.");

    /// <summary>A decision stands: what would change its ground waits until it is taken back.</summary>
    public static readonly Problem AlreadyDecided = new("DOS-0050", "Lãnh đạo đã duyệt, hồ sơ đang chờ văn thư ban hành. Muốn làm khác, lãnh đạo thu hồi hoặc văn thư trả lại bước trước rồi thực hiện lại.");

    /// <summary>Nothing goes to the clerk undecided.</summary>
    public static readonly Problem NotDecided = new("DOS-0051", "Văn thư chỉ ban hành văn bản đã được duyệt. Lãnh đạo bấm «Duyệt kết quả»; hồ sơ tự chuyển tới văn thư.");

    /// <summary>Decided before the route's last leader.</summary>
    public static readonly Problem LeaderAfter = new("DOS-0052", "Quy trình còn một bước lãnh đạo phía sau: người ở bước đó mới là người duyệt. Chuyển bước để trình tiếp.");

    /// <summary>A document goes out with its number (NĐ 30/2020 Đ15).</summary>
    public static readonly Problem NoDocumentNumber = new("DOS-0053", "Nhập số văn bản theo sổ văn bản đi của đơn vị, ví dụ 12.", ProblemKind.Invalid, "Number");

    /// <summary>The symbol is missing or is none.</summary>
    public static readonly Problem NoDocumentSymbol = new("DOS-0054", "Nhập ký hiệu văn bản bằng chữ, số, dấu gạch, ví dụ GXN-UBND.", ProblemKind.Invalid, "Symbol");

    /// <summary>The number was given to another document of the year.</summary>
    public static readonly Problem DocumentNumberTaken = new("DOS-0055", "Số này đã cấp cho văn bản khác trong năm. Nhập số tiếp theo trong sổ văn bản đi.", ProblemKind.Invalid, "Number");

    /// <summary>The clerk has not said that form, signature and stamp are right.</summary>
    public static readonly Problem NotStamped = new("DOS-0056", "Kiểm tra thể thức, chữ ký, đóng dấu rồi đánh dấu vào ô xác nhận. Có sai sót thì trả lại bước trước, ghi rõ lý do.", ProblemKind.Invalid, "IsChecked");

    /// <summary>The route goes on after this clerk.</summary>
    public static readonly Problem IssuedLater = new("DOS-0057", "Quy trình còn bước phía sau: chuyển bước, người ở bước cuối ban hành kết quả.");

    /// <summary>A result is needed before finishing.</summary>
    public static readonly Problem NoResult = new("DOS-0017", "Chưa có văn bản kết quả. Soạn từ mẫu hoặc tải tệp kết quả lên trước khi duyệt.", ProblemKind.Refused, "Result");

    /// <summary>No route of the unit for the procedure.</summary>
    public static readonly Problem NoRoute = new("DOS-0020", "Đơn vị chưa có quy trình nội bộ cho thủ tục này. Quản trị đơn vị khai báo quy trình rồi thực hiện lại.");

    /// <summary>The applicant may still answer (ADR 0004, state 5 before acceptance).</summary>
    public static readonly Problem StillWaiting = new("DOS-0021", "Người nộp vẫn còn thời gian bổ sung theo phiếu hướng dẫn. Chỉ từ chối sau khi hết thời hạn đã thông báo.");

    /// <summary>An end date of waiting lies in the past.</summary>
    public static readonly Problem RespondByPast = new("DOS-0022", "Chọn thời hạn bổ sung sau hôm nay, để người dân kịp chuẩn bị.", ProblemKind.Invalid, "RespondBy");

    /// <summary>A decision, opinion or apology without words.</summary>
    public static readonly Problem NoReason = new("DOS-0023", "Ghi rõ lý do, để người đọc hiểu vì sao và phải làm gì tiếp.", ProblemKind.Invalid, "Text");

    /// <summary>The step is held by somebody else.</summary>
    public static readonly Problem StepHeld = new("DOS-0024", "Bước này đang do người khác xử lý. Đề nghị người đó chuyển lại, hoặc lãnh đạo đơn vị phân công lại.");

    /// <summary>The receiver has begun.</summary>
    public static readonly Problem ReceiverActed = new("DOS-0025", "Không thu hồi được: người nhận đã bắt đầu xử lý, hoặc bạn không phải người vừa chuyển. Đề nghị người đang giữ trả lại bước trước.");

    /// <summary>The route has no further step: the leader decides.</summary>
    public static readonly Problem LastStep = new("DOS-0026", "Đây là bước cuối của quy trình: lãnh đạo duyệt kết quả, không còn bước để chuyển tiếp.");

    /// <summary>The route has no step before.</summary>
    public static readonly Problem FirstStep = new("DOS-0027", "Đây là bước đầu của quy trình, không còn bước trước để trả lại.");

    /// <summary>The new appointment is not later (Mẫu 04).</summary>
    public static readonly Problem ReappointEarlier = new("DOS-0028", "Chọn ngày hẹn mới sau ngày hẹn hiện tại và sau hôm nay.", ProblemKind.Invalid, "NewDueOn");

    /// <summary>No limit, so nothing to re-appoint.</summary>
    public static readonly Problem NoAppointment = new("DOS-0029", "Hồ sơ không có ngày hẹn trả nên không cần hẹn lại.");

    /// <summary>An amount that is not money due.</summary>
    public static readonly Problem AmountWrong = new("DOS-0030", "Nhập số tiền lớn hơn 0 và không quá 10 tỷ đồng, ví dụ 150000.", ProblemKind.Invalid, "AmountVnd");

    /// <summary>A receipt without its number.</summary>
    public static readonly Problem NoReceipt = new("DOS-0031", "Nhập số biên lai thu phí, lệ phí.", ProblemKind.Invalid, "ReceiptNumber");

    /// <summary>Not an issued result.</summary>
    public static readonly Problem ResultNotInForce = new("DOS-0032", "Kết quả này không còn hiệu lực hoặc chưa phát hành nên không thu hồi, thay thế được.");

    /// <summary>The recipient's name is missing.</summary>
    public static readonly Problem NoRecipient = new("DOS-0033", "Nhập họ tên người nhận kết quả.", ProblemKind.Invalid, "Recipient");

    /// <summary>The case of the limit was not chosen, or is not in the version.</summary>
    public static readonly Problem NoLimitCase = new("DOS-0034", "Chọn trường hợp giải quyết để hệ thống tính ngày hẹn trả.", ProblemKind.Invalid, "LimitCase");

    /// <summary>A component that the version does not have (law rule 28).</summary>
    public static readonly Problem UnknownComponent = new("DOS-0035", "Có thành phần không thuộc thủ tục này. Chọn lại trong danh sách thành phần hồ sơ.", ProblemKind.Invalid, "Items");

    /// <summary>The step's role is not one that drafts.</summary>
    public static readonly Problem NoApplicant = new("DOS-0036", "Nhập họ tên chủ hồ sơ.", ProblemKind.Invalid, "ApplicantName");

    /// <summary>Another case than the applicant chose, without a reason.</summary>
    public static readonly Problem CaseNeedsReason = new("DOS-0038", "Bạn chọn trường hợp khác với trường hợp người nộp đã chọn. Ghi lý do: thời hạn và ngày hẹn trả thay đổi theo, người nộp được báo.", ProblemKind.Invalid, "CaseReason");

    /// <summary>A person came for another without a mandate (NĐ 61/2018 Đ16; BLDS Đ134-138).</summary>
    public static readonly Problem NoMandate = new("DOS-0039", "Người đến nộp không phải chủ hồ sơ: chọn tư cách nộp thay và ghi giấy tờ chứng minh (số, ngày, nơi cấp hoặc chứng thực).", ProblemKind.Invalid, "MandatePaper");

    /// <summary>The declaration was neither typed nor scanned.</summary>
    public static readonly Problem NoDeclaration = new("DOS-0040", "Nhập tờ khai, hoặc chọn «Quét tờ khai giấy» và tải bản quét, trước khi tiếp nhận.", ProblemKind.Invalid, "Declaration");

    /// <summary>A paper of the store that is not the applicant's.</summary>
    public static readonly Problem NotHeld = new("DOS-0041", "Giấy tờ được chọn từ kho không còn hoặc không phải của chủ hồ sơ này. Tra lại số định danh rồi chọn lại.", ProblemKind.Invalid, "Papers");

    /// <summary>The page already made a dossier of another applicant (the back button, then another person).</summary>
    public static readonly Problem PageUsed = new("DOS-0042", "Trang này đã ghi nhận một hồ sơ khác. Nội dung vừa nhập vẫn còn đây: kiểm tra lại rồi bấm ghi nhận lần nữa để tạo hồ sơ mới.");

    /// <summary>The named officer does not hold the role.</summary>
    public static readonly Problem OfficerNotFit = new("DOS-0037", "Người được chọn không giữ vai trò của bước tiếp theo tại đơn vị. Chọn người khác hoặc để trống cho cả nhóm cùng thấy.", ProblemKind.Invalid, "OfficerId");
}
