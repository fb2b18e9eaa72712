using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Web.Hosting;

namespace MotCua.Web.Pages;

/// <summary>What went wrong, in Vietnamese, with what to do and the code of the incident. Never a stack.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    private const long TooLarge = 28L * 1024 * 1024;

    /// <summary>The HTTP status shown.</summary>
    public int Status { get; private set; }

    /// <summary>The heading.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What happened and how to mend it.</summary>
    public IReadOnlyList<string> Lines { get; private set; } = [];

    /// <summary>The likeliest next step.</summary>
    public (string Text, string Href) Next { get; private set; } = ("Về trang chủ", Links.Home());

    /// <summary>Mã sự cố.</summary>
    public string CorrelationCode => Correlation.Of(HttpContext);

    /// <summary>Shows the page.</summary>
    public void OnGet(int? code) => Show(code);

    /// <summary>What was posted when the database was away, so that it can be sent again; null when there is nothing to send.</summary>
    public ResendForm? Again { get; private set; }

    /// <summary>Shows the page; keeps what was typed while the database was away.</summary>
    public async Task OnPostAsync(int? code, CancellationToken ct)
    {
        Show(code);
        if (Status == StatusCodes.Status503ServiceUnavailable && HttpContext.Features.Get<IExceptionHandlerPathFeature>() is { } failed)
        {
            Again = await ResendForm.ReadAsync(Request, failed.Path, ct);
        }
    }

    private void Show(int? code)
    {
        var reached = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        Status = reached ? Response.StatusCode : code is >= 400 and < 600 ? code.Value : StatusCodes.Status404NotFound;
        if (!reached)
        {
            Response.StatusCode = StatusCodes.Status404NotFound; // somebody typed the address of the error page
        }

        // The guard against forged posts reads the form first and calls one that is too large "bad"
        if (Status == StatusCodes.Status400BadRequest && Request.ContentLength > TooLarge)
        {
            Response.StatusCode = Status = StatusCodes.Status413PayloadTooLarge;
        }

        (Title, Lines) = Words(Status, HttpMethods.IsPost(Request.Method));
        if (Status == StatusCodes.Status404NotFound)
        {
            Next = ("Tìm thủ tục", Links.Search());
        }

        if (Status == StatusCodes.Status503ServiceUnavailable)
        {
            Response.Headers.RetryAfter = "60";
        }
    }

    /// <summary>What is wrong, in a line; answers to programs say it too.</summary>
    public static string TitleOf(int status) => Words(status, isPost: false).Title;

    private static (string Title, string[] Lines) Words(int status, bool isPost) => status switch
    {
        400 => ("Yêu cầu không hợp lệ", ["Trang đã mở quá lâu hoặc thông tin gửi lên bị thiếu.", "Hãy quay lại trang trước, tải lại rồi gửi lần nữa. Những gì đã lưu vẫn còn."]),
        401 => ("Cần đăng nhập", ["Bạn cần đăng nhập để xem trang này."]),
        403 => ("Bạn không có quyền xem trang này", ["Tài khoản của bạn không được giao việc này.", "Nếu bạn cho rằng có nhầm lẫn, hãy hỏi người quản trị của đơn vị."]),
        404 => ("Không tìm thấy trang", ["Có thể địa chỉ bị gõ sai, hoặc trang đã chuyển chỗ.", "Nếu bạn tìm một hồ sơ, hãy kiểm tra lại từng chữ số của mã."]),
        405 => ("Trang này không nhận cách gửi đó", ["Hãy mở lại từ trang chủ."]),
        408 => ("Hết giờ chờ", ["Đường truyền quá chậm nên yêu cầu chưa gửi xong. Hãy thử lại."]),
        409 => ("Có người vừa sửa cùng lúc", ["Nội dung đã thay đổi sau khi bạn mở trang.", "Hãy mở lại để xem bản mới nhất rồi làm tiếp."]),
        413 => ("Tệp quá lớn", ["Mỗi tệp không quá 10 MB.", "Hãy chụp lại với cỡ ảnh nhỏ hơn, hoặc tách tệp PDF thành nhiều phần."]),
        429 => ("Bạn gửi quá nhiều yêu cầu", ["Để mọi người cùng dùng được, cổng giới hạn số lần gửi trong một phút.", "Hãy chờ một phút rồi thử lại."]),
        503 => ("Cổng tạm thời không kết nối được dữ liệu", isPost
            ? ["Nơi lưu dữ liệu đang không trả lời.", "Việc bạn vừa gửi chưa được ghi nhận. Những gì bạn đã gõ vẫn được giữ ở trang này: đừng đóng trang, hãy gửi lại sau ít phút."]
            : ["Nơi lưu dữ liệu đang không trả lời. Hãy tải lại trang sau ít phút.", "Hồ sơ và bản nháp đã lưu trước đó vẫn còn."]),
        507 => ("Cổng đang hết chỗ lưu tệp", ["Tệp chưa được nhận. Người vận hành đã được báo. Hãy thử lại sau."]),
        >= 500 => ("Có lỗi ở phía cổng", ["Lỗi không phải do bạn và đã được ghi lại.", "Những gì đã lưu vẫn còn. Hãy thử lại sau ít phút."]),
        _ => ("Yêu cầu không thực hiện được", ["Hãy quay lại trang trước và kiểm tra thông tin."]),
    };
}
