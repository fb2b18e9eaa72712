using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MotCua.Web.Pages;

/// <summary>Trang chủ.</summary>
[AllowAnonymous]
public sealed class IndexModel : PageModel
{
    /// <summary>Words often sought.</summary>
    public IReadOnlyList<string> OftenSought { get; } = ["Khai sinh", "Sổ đỏ", "Lý lịch tư pháp", "Hộ kinh doanh", "Giấy phép xây dựng"];

    /// <summary>Life events: title, text, the words that are sought, icon.</summary>
    public IReadOnlyList<(string Title, string Text, string Words, string Icon)> LifeEvents { get; } =
    [
        ("Sinh con", "Khai sinh, nhận cha mẹ con, nuôi con nuôi", "khai sinh", "baby"),
        ("Hôn nhân", "Kết hôn, xác nhận tình trạng hôn nhân", "kết hôn", "heart"),
        ("Đất đai", "Cấp, đổi sổ, tách thửa, chuyển mục đích", "đất đai", "land"),
        ("Nhà ở, xây dựng", "Giấy phép xây dựng, sửa chữa nhà", "xây dựng nhà ở", "house"),
        ("Kinh doanh", "Hộ kinh doanh, doanh nghiệp, hợp tác xã", "hộ kinh doanh", "shop"),
        ("Việc làm, người có công", "Chế độ, trợ cấp, bảo trợ xã hội", "trợ cấp", "work"),
        ("Học tập", "Chuyển trường, bằng cấp, chứng chỉ", "bằng tốt nghiệp", "book"),
        ("Y tế", "Hành nghề, cơ sở khám chữa bệnh, dược", "khám bệnh chữa bệnh", "health"),
        ("Lý lịch, chứng thực", "Lý lịch tư pháp, sao y, chứng thực chữ ký", "lý lịch tư pháp", "seal"),
        ("Nông nghiệp, rừng", "Giống, thủy lợi, lâm sản, chăn nuôi", "lâm nghiệp", "leaf"),
        ("Mất người thân", "Khai tử, mai táng phí, trợ cấp", "khai tử", "candle"),
        ("Xe, giao thông", "Giấy phép lái xe, phương tiện, vận tải", "giấy phép lái xe", "car"),
    ];
}
