namespace MotCua.App.Targets;

/// <summary>A field of a published table.</summary>
/// <param name="Name">Name in the files.</param>
/// <param name="About">Vietnamese: what it is.</param>
public sealed record OpenField(string Name, string About);

/// <summary>A published table.</summary>
/// <param name="Key">Key in addresses; never changes.</param>
/// <param name="Title">Vietnamese title.</param>
/// <param name="About">Vietnamese: what it holds and how it is counted.</param>
/// <param name="Fields">Its fields, in order.</param>
/// <param name="IsByYear">One file a year.</param>
public sealed record OpenSet(string Key, string Title, string About, IReadOnlyList<OpenField> Fields, bool IsByYear = false);

/// <summary>The tables of open data (NĐ 47/2020/NĐ-CP: cơ quan nhà nước cung cấp dữ liệu mở). No dossier numbers, no persons; small counts are protected.</summary>
public static class OpenSets
{
    private const string UnitKey = "Khóa của đơn vị, như trong tập don-vi; province là toàn tỉnh";
    private const string Small = "Số từ 1 đến 4 ghi «<5»; số khác phải che để không suy ra được ghi «ẩn»";

    /// <summary>All, in the order they are shown.</summary>
    public static readonly IReadOnlyList<OpenSet> All =
    [
        new("chi-tieu", "Chỉ tiêu giao cho từng đơn vị", "Chỉ tiêu của kế hoạch theo đơn vị và thời gian có hiệu lực.",
        [
            new("unit", UnitKey), new("unit_name", "Tên đơn vị"), new("indicator", "Mã chỉ tiêu: ct1, ct2, ct3"), new("target_percent", "Chỉ tiêu, phần trăm"),
            new("from", "Ngày bắt đầu có hiệu lực"), new("to", "Ngày cuối có hiệu lực; trống là đến khi có quyết định khác"), new("plan", "Kế hoạch"),
        ]),
        new("ket-qua-theo-thang", "Kết quả chỉ tiêu theo tháng", "Ba chỉ tiêu của từng đơn vị và toàn tỉnh, mỗi tháng đã qua của năm; toàn tỉnh là tổng tử số chia tổng mẫu số. " + Small + ".",
        [
            new("unit", UnitKey), new("unit_name", "Tên đơn vị"), new("month", "Tháng, yyyy-MM"), new("indicator", "Mã chỉ tiêu"), new("variant", "Phiên bản cách tính"), new("numerator", "Tử số"), new("denominator", "Mẫu số"),
            new("percent", "Tỷ lệ, phần trăm, 2 chữ số; trống khi không áp dụng hoặc bị che"), new("target_percent", "Chỉ tiêu tại ngày cuối tháng"), new("verdict", "met, not_met, not_applicable, not_enough_data"),
        ], IsByYear: true),
        new("thu-tuc", "Thủ tục hành chính đang công khai", "Các thủ tục người dân tra cứu và nộp được trên Cổng.",
        [
            new("code", "Mã quốc gia"), new("name", "Tên thủ tục"), new("field", "Lĩnh vực"), new("levels", "Cấp giải quyết: tinh, huyen, xa"), new("unit", "Đơn vị cấp tỉnh phụ trách"), new("url", "Địa chỉ trang của thủ tục trên Cổng"),
        ]),
        new("muc-do-dich-vu", "Mức độ dịch vụ công của từng đơn vị", "Mỗi dòng là một thủ tục tại một đơn vị tiếp nhận, gồm cả cấp xã.",
        [
            new("unit", UnitKey), new("procedure", "Mã thủ tục"), new("level", "full toàn trình, partial một phần, info cung cấp thông tin"), new("online_only", "1 = chỉ tiếp nhận trực tuyến"), new("decision", "Quyết định"),
        ]),
        new("don-vi", "Đơn vị", "Đơn vị của kế hoạch và Ủy ban nhân dân cấp xã.",
        [
            new("unit", "Khóa"), new("name", "Tên"), new("level", "tinh, huyen, xa"), new("parent", "Đơn vị cấp trên"), new("in_plan", "1 = thuộc 27 đơn vị của kế hoạch"), new("identifier", "Mã định danh"), new("identifier_provisional", "1 = mã cấp tạm"),
        ]),
        new("so-lieu-da-cong-bo", "Số liệu đã công bố về tỉnh", "Số liệu từ các nguồn đã công bố, giữ nguyên như nguồn, có địa chỉ nguồn.",
        [
            new("period_from", "Ngày đầu kỳ"), new("period_to", "Ngày cuối kỳ"), new("unit", "Đơn vị như nguồn ghi"), new("indicator_code", "Mã"), new("indicator", "Tên số liệu"), new("numerator", "Tử số"), new("denominator", "Mẫu số"),
            new("value", "Giá trị"), new("value_unit", "Đơn vị tính"), new("source", "Nguồn"), new("note", "Ghi chú"),
        ]),
        new("thong-ke-dich-vu", "Thống kê từng dịch vụ công từ đầu năm", "Theo Thông tư 32/2017/TT-BTTTT Điều 11 khoản 3: mỗi dòng là một thủ tục, lũy kế từ đầu năm đến hết tháng đã qua gần nhất, của 27 đơn vị và cấp xã. " + Small + ".",
        [
            new("procedure", "Mã thủ tục"), new("name", "Tên thủ tục"), new("from", "Từ ngày"), new("to", "Đến ngày"), new("dossiers", "Hồ sơ tiếp nhận, mọi hình thức"), new("online", "Trong đó trực tuyến"),
            new("online_ended", "Hồ sơ trực tuyến đã giải quyết xong"), new("online_in_time_percent", "Tỷ lệ đúng hạn của hồ sơ trực tuyến đã xong, phần trăm; trống khi dưới 5 hồ sơ hoặc bị che"),
        ], IsByYear: true),
        new("ho-so-theo-thang", "Hồ sơ theo đơn vị, thủ tục và tháng", "Số hồ sơ tiếp nhận; số của huyện gồm cả cấp xã; dòng thủ tục * là tổng của đơn vị trong tháng. Dòng không có là 0. " + Small + ".",
        [
            new("unit", UnitKey), new("procedure", "Mã thủ tục; * = tổng của đơn vị trong tháng"), new("month", "Tháng, yyyy-MM"), new("dossiers", "Hồ sơ tiếp nhận"),
        ], IsByYear: true),
    ];

    /// <summary>The table of a key, or null.</summary>
    public static OpenSet? Find(string key) => All.FirstOrDefault(s => s.Key == key);
}
