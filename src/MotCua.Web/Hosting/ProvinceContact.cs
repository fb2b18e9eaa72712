namespace MotCua.Web.Hosting;

/// <summary>Who runs the portal and how to reach them (TT 32/2017 Đ16). Section <c>Province</c> of the configuration.</summary>
public sealed class ProvinceContact
{
    /// <summary>Cơ quan chủ quản.</summary>
    public string Agency { get; set; } = "Văn phòng Ủy ban nhân dân tỉnh Bắc Kạn";

    /// <summary>Who keeps it running day by day.</summary>
    public string Operator { get; set; } = "Trung tâm Phục vụ hành chính công tỉnh Bắc Kạn";

    /// <summary>Địa chỉ.</summary>
    public string Address { get; set; } = "Tổ 7B, phường Đức Xuân, thành phố Bắc Kạn, tỉnh Bắc Kạn";

    /// <summary>Điện thoại; empty = not yet set.</summary>
    public string Phone { get; set; } = "";

    /// <summary>Thư điện tử, also for remarks about the portal; empty = not yet set.</summary>
    public string Email { get; set; } = "";

    /// <summary>Người chịu trách nhiệm nội dung, by office.</summary>
    public string Responsible { get; set; } = "Giám đốc Trung tâm Phục vụ hành chính công tỉnh";

    /// <summary>National hotline of online public services.</summary>
    public string NationalHotline { get; set; } = "18001096";
}
