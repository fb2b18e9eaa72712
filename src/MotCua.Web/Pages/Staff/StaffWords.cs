using System.Globalization;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;

namespace MotCua.Web.Pages.Staff;

/// <summary>Words and colours of officers' pages.</summary>
public static class StaffWords
{
    /// <summary>Queue ↔ its word in the address.</summary>
    public static readonly IReadOnlyList<(DossierQueue Queue, string Key, string Text)> Queues =
    [
        (DossierQueue.Incoming, "cho-tiep-nhan", "Chờ tiếp nhận"),
        (DossierQueue.Unclaimed, "chua-ai-nhan", "Chưa ai nhận"),
        (DossierQueue.Mine, "viec-cua-toi", "Việc của tôi"),
        (DossierQueue.Overdue, "qua-han", "Đang quá hạn"),
        (DossierQueue.DueToday, "den-han-hom-nay", "Đến hạn hôm nay"),
        (DossierQueue.DueSoon, "den-han-3-ngay", "Đến hạn trong 3 ngày làm việc"),
        (DossierQueue.Waiting, "cho-nguoi-dan", "Chờ người dân"),
        (DossierQueue.ToReturn, "cho-tra", "Chờ trả kết quả"),
        (DossierQueue.All, "tat-ca", "Tất cả"),
    ];

    /// <summary>The queue of a word in the address; all when unknown.</summary>
    public static DossierQueue Queue(string? key) => Queues.FirstOrDefault(q => q.Key == key) is { Key: not null } found ? found.Queue : DossierQueue.All;

    /// <summary>The word of a queue in the address.</summary>
    public static string Key(DossierQueue queue) => Queues.First(q => q.Queue == queue).Key;

    /// <summary>The name of a queue.</summary>
    public static string Text(DossierQueue queue) => Queues.First(q => q.Queue == queue).Text;

    /// <summary>Colour of a state's tag; the words carry the meaning.</summary>
    public static string Colour(DossierState state) => state switch
    {
        DossierState.Submitted => "blue",
        DossierState.Accepted or DossierState.Processing => "teal",
        DossierState.AwaitingSupplement or DossierState.AwaitingPayment => "yellow",
        DossierState.Finished or DossierState.Returned => "green",
        DossierState.NotAccepted or DossierState.Stopped => "red",
        _ => "grey",
    };

    /// <summary>Working time in words: «còn 3 giờ 15 phút», «quá 2 ngày làm việc».</summary>
    public static string Left(TimeSpan left)
    {
        var late = left < TimeSpan.Zero;
        var span = left.Duration();
        var (days, hours) = ((int)(span.TotalHours / 8), span.TotalHours % 8);
        var words = days > 1
            ? string.Create(CultureInfo.InvariantCulture, $"{days} ngày{(hours >= 1 ? $" {(int)hours} giờ" : "")}")
            : span.TotalMinutes < 60
                ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalMinutes} phút")
                : string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours} giờ{(span.Minutes > 0 ? $" {span.Minutes} phút" : "")}");
        return (late ? "quá " : "còn ") + words;
    }

    /// <summary>Class of a remaining time: late, soon or nothing.</summary>
    public static string LeftClass(TimeSpan? left) => left is not { } l ? "" : l < TimeSpan.Zero ? "mc-late" : l < TimeSpan.FromHours(16) ? "mc-soon" : "";

    /// <summary>How a passage through a step ended.</summary>
    public static string Ending(string? ending) => ending switch
    {
        "handed-on" => "Đã chuyển tiếp",
        "taken-back" => "Đã thu hồi",
        "returned" => "Đã trả lại",
        "finished" => "Đã kết thúc",
        "interrupted" => "Tạm dừng",
        _ => "Đang thực hiện",
    };

    /// <summary>How a component was given.</summary>
    public static string Way(GivenPaperSheet paper) => paper.Way switch
    {
        "form" => "Khai trên biểu mẫu điện tử",
        "store" => "Lấy từ Kho dữ liệu của người dân",
        "paper" => paper.PaperReason.Length > 0 ? $"Bản giấy: {paper.PaperReason}" : "Bản giấy",
        _ => "Tệp tải lên",
    };

    /// <summary>What was done, for the banner after it.</summary>
    public static string Done(string? act) => act switch
    {
        "tiep-nhan" => "Đã tiếp nhận và cấp mã hồ sơ",
        "huong-dan" => "Đã gửi hướng dẫn hoàn thiện hồ sơ",
        "tu-choi" => "Đã từ chối tiếp nhận",
        "nhan-xu-ly" => "Đã nhận xử lý",
        "nhan-viec" => "Bạn đã nhận việc này",
        "thu-hoi" => "Đã thu hồi hồ sơ về bạn",
        "chuyen-buoc" => "Đã chuyển bước",
        "tra-lai-buoc" => "Đã trả lại bước trước",
        "de-nghi-bo-sung" => "Đã gửi đề nghị tới Bộ phận Một cửa",
        "yeu-cau-bo-sung" => "Đã gửi yêu cầu bổ sung cho người nộp",
        "nhan-bo-sung" => "Đã ghi nhận hồ sơ bổ sung",
        "thu-phi" => "Đã ghi nhận khoản thu",
        "yeu-cau-nop" => "Đã yêu cầu nghĩa vụ tài chính",
        "da-nop" => "Đã xác nhận nghĩa vụ tài chính",
        "du-thao" => "Đã lưu dự thảo kết quả",
        "bo-du-thao" => "Đã bỏ dự thảo",
        "duyet" => "Đã ghi nhận quyết định của lãnh đạo",
        "ban-hanh" => "Đã ban hành và chuyển Bộ phận Một cửa trả kết quả",
        "hen-lai" => "Đã xin lỗi và hẹn lại ngày trả",
        "tra-ket-qua" => "Đã trả kết quả",
        "rut" => "Đã ghi nhận rút hồ sơ",
        "dung" => "Đã dừng giải quyết",
        "giai-quyet-tiep" => "Hồ sơ được giải quyết tiếp",
        "tra-giay-to" => "Đã trả lại giấy tờ",
        "mo-lai" => "Đã mở lại hồ sơ",
        "thu-hoi-ket-qua" => "Đã thu hồi kết quả",
        "thay-the" => "Đã thay thế kết quả",
        _ => "",
    };
}
