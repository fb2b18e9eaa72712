namespace MotCua.Domain.Targets;

/// <summary>What an indicator counts.</summary>
public enum IndicatorSubject
{
    /// <summary>Thủ tục, once per row of the table.</summary>
    Procedures = 1,

    /// <summary>Hồ sơ.</summary>
    Dossiers = 2,

    /// <summary>A sum of points; it has no counts of its own.</summary>
    Points = 3,
}

/// <summary>Which accepted dossiers a count takes; all conditions together.</summary>
/// <param name="Online">Only those sent online.</param>
/// <param name="Service">Only those whose procedure was a một phần or toàn trình service of the handling unit on the day.</param>
/// <param name="Self">Only those sent without help.</param>
/// <param name="Result">Only those with an electronic result, or for which none is due.</param>
public sealed record DossierCriterion(bool Online = false, bool Service = false, bool Self = false, bool Result = false);

/// <summary>A named, versioned definition of an indicator; every figure prints it (ADR 0008, law rule 36).</summary>
/// <param name="Code">Code of the contracts, e.g. <c>ct2.a</c>.</param>
/// <param name="Version">Version of the definition: it changes when the meaning does.</param>
/// <param name="TargetCode">Indicator of the plan whose target it is measured against; empty when none.</param>
/// <param name="Subject">What is counted.</param>
/// <param name="ShortName">Vietnamese name of a few words.</param>
/// <param name="Name">Vietnamese name as in the plan.</param>
/// <param name="Numerator">Vietnamese: what the numerator is.</param>
/// <param name="Denominator">Vietnamese: what the denominator is.</param>
/// <param name="Source">Vietnamese: where the definition comes from.</param>
public sealed record IndicatorDefinition(
    string Code, string Version, string TargetCode, IndicatorSubject Subject, string ShortName, string Name, string Numerator, string Denominator, string Source)
{
    /// <summary>Which dossiers the numerator takes, for indicators of dossiers.</summary>
    public DossierCriterion Above { get; init; } = new();

    /// <summary>Which dossiers the denominator takes, for indicators of dossiers.</summary>
    public DossierCriterion Below { get; init; } = new();

    /// <summary>How it counts, for indicators that were defined without code; null for those below.</summary>
    public IndicatorFormula? Configured { get; init; }

    /// <summary>The formula as a Vietnamese sentence.</summary>
    public string Formula => $"{Numerator} ÷ {Denominator} × 100";
}

/// <summary>The indicators of the plan and their variants (docs/law.md).</summary>
public static class Indicators
{
    /// <summary>Version of the definitions below.</summary>
    public const string Version = "2022.1";

    private const string ByAcceptance = "tính theo ngày tiếp nhận trong kỳ";

    /// <summary>CT1.</summary>
    public static readonly IndicatorDefinition Ct1 = new(
        "ct1", Version, "ct1", IndicatorSubject.Procedures, "DVC trực tuyến toàn trình", "Tỷ lệ TTHC đủ điều kiện được cung cấp dịch vụ công trực tuyến toàn trình",
        "Số TTHC đủ điều kiện đang được cung cấp toàn trình", "số TTHC đã rà soát là đủ điều kiện toàn trình, tại ngày cuối kỳ",
        "Kế hoạch của UBND tỉnh năm 2022; mẫu số «đủ điều kiện toàn trình» theo QĐ 766/QĐ-TTg mục 3.1");

    /// <summary>CT2, default.</summary>
    public static readonly IndicatorDefinition Ct2 = new(
        "ct2", Version, "ct2", IndicatorSubject.Procedures, "TTHC có hồ sơ trực tuyến", "Tỷ lệ TTHC có phát sinh hồ sơ trực tuyến",
        "Số dịch vụ công (toàn trình và một phần) có ít nhất 1 hồ sơ trực tuyến đã tiếp nhận trong kỳ", "số dịch vụ công (toàn trình và một phần) tại ngày cuối kỳ",
        "Kế hoạch của UBND tỉnh năm 2022; QĐ 766/QĐ-TTg mục 3.2");

    /// <summary>CT2, variant A.</summary>
    public static readonly IndicatorDefinition Ct2A = new(
        "ct2.a", Version, "ct2", IndicatorSubject.Procedures, "TTHC có hồ sơ trực tuyến (cách tính A)", "Tỷ lệ TTHC có phát sinh hồ sơ trực tuyến, trên số TTHC có hồ sơ",
        "Số dịch vụ công (toàn trình và một phần) có ít nhất 1 hồ sơ trực tuyến đã tiếp nhận trong kỳ", "số dịch vụ công (toàn trình và một phần) có hồ sơ bất kỳ trong kỳ",
        "Kế hoạch của UBND tỉnh năm 2022, đọc theo câu chữ");

    /// <summary>CT3, default: the ministry's.</summary>
    public static readonly IndicatorDefinition Ct3 = new(
        "ct3", Version, "ct3", IndicatorSubject.Dossiers, "Hồ sơ trực tuyến", "Tỷ lệ hồ sơ trực tuyến",
        "Số hồ sơ trực tuyến của các dịch vụ công toàn trình, một phần", $"tổng số hồ sơ của mọi TTHC, mọi hình thức nộp, {ByAcceptance}",
        "Kế hoạch của UBND tỉnh năm 2022; cách tính của Bộ Thông tin và Truyền thông, 11/2022")
    { Above = new(Online: true, Service: true) };

    /// <summary>CT3 among online services only.</summary>
    public static readonly IndicatorDefinition Ct3Dvctt = new(
        "ct3.dvctt", Version, "ct3", IndicatorSubject.Dossiers, "Hồ sơ trực tuyến của DVCTT", "Tỷ lệ hồ sơ trực tuyến trên hồ sơ của các TTHC có dịch vụ công trực tuyến",
        "Số hồ sơ trực tuyến của các dịch vụ công toàn trình, một phần", $"số hồ sơ, mọi hình thức nộp, của các TTHC là dịch vụ công trực tuyến trong ngày tiếp nhận; {ByAcceptance}",
        "Mẫu báo cáo của hệ thống một cửa điện tử các tỉnh")
    { Above = new(Online: true, Service: true), Below = new(Service: true) };

    /// <summary>CT3 of QĐ 766, item 3.3.</summary>
    public static readonly IndicatorDefinition Ct3Index = new(
        "ct3.766", Version, "ct3", IndicatorSubject.Dossiers, "Hồ sơ trực tuyến có kết quả điện tử", "Tỷ lệ hồ sơ trực tuyến theo Bộ chỉ số phục vụ người dân, doanh nghiệp",
        "Số hồ sơ trực tuyến đã có kết quả điện tử, hoặc không phải trả kết quả (đã rút, đã dừng)", $"tổng số hồ sơ của mọi TTHC, mọi hình thức nộp, {ByAcceptance}",
        "QĐ 766/QĐ-TTg mục 3.3")
    { Above = new(Online: true, Result: true) };

    /// <summary>CT3 counting only what people sent without help.</summary>
    public static readonly IndicatorDefinition Ct3Self = new(
        "ct3.self", Version, "ct3", IndicatorSubject.Dossiers, "Hồ sơ trực tuyến người dân tự nộp", "Tỷ lệ hồ sơ trực tuyến do người dân, doanh nghiệp tự thực hiện",
        "Số hồ sơ trực tuyến của các dịch vụ công toàn trình, một phần, không có người hỗ trợ nộp", $"tổng số hồ sơ của mọi TTHC, mọi hình thức nộp, {ByAcceptance}",
        "Cách tính theo dõi riêng của tỉnh: nộp hộ không tính là tự nộp")
    { Above = new(Online: true, Service: true, Self: true) };

    /// <summary>All, in the order they are shown.</summary>
    public static readonly IReadOnlyList<IndicatorDefinition> All = [Ct1, Ct2, Ct2A, Ct3, Ct3Dvctt, Ct3Index, Ct3Self];

    /// <summary>The definition of the code, or null.</summary>
    public static IndicatorDefinition? Find(string code) => All.FirstOrDefault(i => i.Code == code);

    /// <summary>The definition and its variants: those measured against the same target.</summary>
    public static IReadOnlyList<IndicatorDefinition> VariantsOf(string targetCode) => [.. All.Where(i => i.TargetCode == targetCode)];
}
