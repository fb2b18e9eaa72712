namespace MotCua.Sandbox.Identity;

/// <summary>An invented person or organisation of Bắc Kạn.</summary>
internal sealed record DemoCitizen(
    string Id, string Name, string IdentityNumber, string BirthOn, string Gender, string Phone, string Email, string Address, string CommuneCode, string Level, string Kind, string About)
{
    public static readonly IReadOnlyList<DemoCitizen> All =
    [
        new("tai", "Nông Văn Tài", "006090001234", "1990-05-17", "male", "0912000001", "nong.van.tai@thu.example", "Tổ 5, phường Đức Xuân, thành phố Bắc Kạn, tỉnh Bắc Kạn", "01840", "LoA2", "person", "Dân tộc Tày, thợ điện"),
        new("hoa", "Hoàng Thị Hoa", "006192002345", "1992-11-02", "female", "0912000002", "hoang.thi.hoa@thu.example", "Tổ 2, phường Sông Cầu, thành phố Bắc Kạn, tỉnh Bắc Kạn", "01837", "LoA2", "person", "Dân tộc Tày, mới sinh con"),
        new("lan", "Nùng Thị Lan", "006185003456", "1985-03-21", "female", "0912000003", "nung.thi.lan@thu.example", "Thôn Nà Pò, xã Dương Quang, thành phố Bắc Kạn, tỉnh Bắc Kạn", "01849", "LoA2", "person", "Dân tộc Nùng, mở quán ăn"),
        new("phu", "Triệu Tiến Phú", "006078004567", "1978-08-09", "male", "0912000004", "", "Thôn Khuổi Cuồng, xã Nông Thượng, thành phố Bắc Kạn, tỉnh Bắc Kạn", "01852", "LoA2", "person", "Dân tộc Dao, làm nhà mới; không có thư điện tử"),
        new("mai", "Bàn Thị Mai", "006303005678", "2003-01-30", "female", "0912000005", "ban.thi.mai@thu.example", "Thôn Nà Diểu, phường Huyền Tụng, thành phố Bắc Kạn, tỉnh Bắc Kạn", "01846", "LoA2", "person", "Dân tộc Dao, xin việc cần phiếu lý lịch tư pháp"),
        new("sung", "Sùng A Páo", "006095006789", "1995-12-12", "male", "0912000006", "", "Phường Xuất Hóa, thành phố Bắc Kạn, tỉnh Bắc Kạn", "01855", "LoA1", "person", "Dân tộc Mông; tài khoản mới ở mức 1"),
        new("cu", "Ma Thị Cú", "006148007890", "1948-07-05", "female", "", "", "Tổ 1A, phường Phùng Chí Kiên, thành phố Bắc Kạn, tỉnh Bắc Kạn", "01843", "LoA2", "person", "Dân tộc Tày, 74 tuổi; không có điện thoại, được tổ công nghệ số giúp"),
        new("duc", "Đặng Minh Đức", "006087008901", "1987-09-15", "male", "0912000008", "dang.minh.duc@thu.example", "Tổ 8, phường Nguyễn Thị Minh Khai, thành phố Bắc Kạn, tỉnh Bắc Kạn", "01834", "LoA2", "person", "Dân tộc Kinh, kỹ sư"),
        new("hop-tac-xa", "Hợp tác xã Miến dong Thử Nghiệm", "4700000001", "", "", "0912000009", "htx.mien.dong@thu.example", "Thôn Bản Rạo, phường Xuất Hóa, thành phố Bắc Kạn, tỉnh Bắc Kạn", "01855", "LoA2", "organisation", "Tổ chức; người đại diện Lường Văn Thắng"),
    ];

    public Dictionary<string, object> Claims()
    {
        var claims = new Dictionary<string, object>
        {
            ["sub"] = Id,
            ["name"] = Name,
            ["identity_number"] = IdentityNumber,
            ["account_kind"] = Kind,
            ["commune_code"] = CommuneCode,
            ["address"] = new Dictionary<string, object> { ["formatted"] = Address },
        };
        foreach (var (name, value) in new[] { ("birthdate", BirthOn), ("gender", Gender), ("phone_number", Phone), ("email", Email) })
        {
            if (value.Length > 0)
            {
                claims[name] = value;
            }
        }

        return claims;
    }
}
