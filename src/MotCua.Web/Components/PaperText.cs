using System.Globalization;
using Microsoft.AspNetCore.Html;
using MotCua.App.Documents;
using MotCua.App.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.Web.Components;

/// <summary>How official papers write instants, blanks and codes. Local time of the province.</summary>
public static class PaperText
{
    /// <summary>A blank to be filled in by hand.</summary>
    public const string Blank = "……………………";

    /// <summary>The text, or a blank.</summary>
    public static string OrBlank(string? text) => string.IsNullOrWhiteSpace(text) ? Blank : text;

    /// <summary><c>08 giờ 30 phút, ngày 25 tháng 7 năm 2022</c>; days under 10 and the months 1, 2 with a nought (NĐ 30/2020 Phụ lục I).</summary>
    public static string Full(DateTimeOffset? at) => at is not { } instant ? "…… giờ …… phút, ngày …… tháng …… năm ………"
        : string.Create(CultureInfo.InvariantCulture, $"{ProvinceTime.Local(instant):HH} giờ {ProvinceTime.Local(instant):mm} phút, {Day(ProvinceTime.DateOf(instant))}");

    /// <summary><c>ngày 05 tháng 02 năm 2022</c>.</summary>
    public static string Day(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"ngày {date:dd} tháng {(date.Month < 3 ? "0" : "")}{date.Month} năm {date.Year}");

    /// <summary><c>ngày 05 tháng 02 năm 2022</c> of an instant.</summary>
    public static string Day(DateTimeOffset at) => Day(ProvinceTime.DateOf(at));

    /// <summary><c>08:30 25/07/2022</c> for tables; empty for null.</summary>
    public static string Short(DateTimeOffset? at) => at is { } instant ? ProvinceTime.Local(instant).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture) : "";

    /// <summary><c>25/07/2022</c> for tables; empty for null.</summary>
    public static string Date(DateTimeOffset? at) => at is { } instant ? ProvinceTime.DateOf(instant).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : "";

    /// <summary>Name of a form (TT 01/2018 Đ9 k1).</summary>
    public static string Name(PaperForm form) => form switch
    {
        PaperForm.Receipt => "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        PaperForm.Supplement => "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
        PaperForm.Refusal => "Phiếu từ chối tiếp nhận, giải quyết hồ sơ",
        PaperForm.Apology => "Phiếu xin lỗi và hẹn lại ngày trả kết quả",
        _ => "Phiếu kiểm soát quá trình giải quyết hồ sơ",
    };

    /// <summary>A count in a table; a dash for none.</summary>
    public static string Count(int count) => count == 0 ? "–" : count.ToString(CultureInfo.InvariantCulture);

    /// <summary>The name in capitals, as headings have it.</summary>
    public static string Capitals(string text) => (text ?? "").ToUpper(CultureInfo.GetCultureInfo("vi-VN"));

    /// <summary>A QR code that needs neither style nor script.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="label">What it is, for those who cannot see it.</param>
    public static IHtmlContent Qr(string text, string label)
    {
        var qr = QrCodes.Draw(text);
        var side = qr.Side.ToString(CultureInfo.InvariantCulture);
        return new Markup()
            .Open("svg", ("class", "mc-paper__qr"), ("viewBox", $"0 0 {side} {side}"), ("role", "img"), ("aria-label", label), ("shape-rendering", "crispEdges"))
            .Open("path", ("d", qr.Path)).Close("path").Close("svg");
    }
}
