namespace MotCua.Domain.Targets;

/// <summary>The index of QĐ 766/QĐ-TTg as named indicators: its parts, its groups and the whole.</summary>
public static class IndexIndicators
{
    private const string Source = "Bộ chỉ số phục vụ người dân, doanh nghiệp, QĐ 766/QĐ-TTg ngày 23/6/2022";

    /// <summary>Code without <c>q766.</c> and name of each group, in order.</summary>
    public static readonly IReadOnlyList<(string Code, string Name)> Groups =
    [
        ("1", "Công khai, minh bạch"), ("2", "Tiến độ giải quyết"), ("3a", "Dịch vụ công trực tuyến"), ("3b", "Thanh toán trực tuyến"), ("4", "Số hóa hồ sơ"), ("5", "Mức độ hài lòng"),
    ];

    /// <summary>All, in order: each group after its parts, the whole last.</summary>
    public static readonly IReadOnlyList<IndicatorDefinition> All =
    [
        .. Groups.SelectMany(g => IndexScore.All.Where(p => p.Group == g.Code).Select(p => Make("q766." + p.Code, p.Name)).Append(Make("q766." + g.Code, g.Name))),
        Make("q766", "Tổng điểm Bộ chỉ số"),
    ];

    /// <summary>The definition of the code, or null.</summary>
    public static IndicatorDefinition? Find(string code) => All.FirstOrDefault(i => i.Code == code);

    /// <summary>The part of an indicator, or null for a group or the whole.</summary>
    public static IndexPart? PartOf(IndicatorDefinition indicator) => IndexScore.All.FirstOrDefault(p => "q766." + p.Code == indicator.Code);

    private static IndicatorDefinition Make(string code, string name) =>
        new(code, "766.2022", "", IndicatorSubject.Points, name, name, "điểm theo công thức của chỉ số", "tổng các chỉ số thành phần đã làm tròn", Source);
}
