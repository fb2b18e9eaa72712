namespace MotCua.Domain.Targets;

/// <summary>A kind and cut of period that a report is made for.</summary>
/// <param name="Kind">How long.</param>
/// <param name="Cut">Where it is cut off.</param>
public readonly record struct ReportPeriodKind(PeriodKind Kind, PeriodCut Cut);

/// <summary>Mẫu báo cáo: what is reported, on what ground, for which periods. A change of what a column means is a new version; reports keep the version they were made by.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Version">Version of rows, columns and their meaning.</param>
/// <param name="Form">Number of the form, or empty.</param>
/// <param name="ShortName">Vietnamese name of a few words.</param>
/// <param name="Name">Vietnamese name.</param>
/// <param name="Basis">Legal basis.</param>
/// <param name="About">What it tells, a sentence.</param>
/// <param name="Periods">Periods it is made for, the usual one first.</param>
/// <param name="IsForUnits">True when it can be made for a unit or a level; else only for the province.</param>
public sealed record ReportTemplate(string Code, string Version, string Form, string ShortName, string Name, string Basis, string About, IReadOnlyList<ReportPeriodKind> Periods, bool IsForUnits)
{
    /// <summary>True when it is made for periods of this kind; any run of days counts as free.</summary>
    public bool IsFor(Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return Periods.Contains(new ReportPeriodKind(period.Kind, period.Cut));
    }
}

/// <summary>The reports that can be made.</summary>
public static class ReportTemplates
{
    private static readonly IReadOnlyList<ReportPeriodKind> EveryPeriod =
    [
        new(PeriodKind.Quarter, PeriodCut.Statutory), new(PeriodKind.HalfYear, PeriodCut.Statutory), new(PeriodKind.Year, PeriodCut.Statutory), new(PeriodKind.Month, PeriodCut.Statutory),
        new(PeriodKind.Month, PeriodCut.Calendar), new(PeriodKind.Quarter, PeriodCut.Calendar), new(PeriodKind.HalfYear, PeriodCut.Calendar), new(PeriodKind.Year, PeriodCut.Calendar),
        new(PeriodKind.Free, PeriodCut.Calendar),
    ];

    /// <summary>Biểu II.06a.</summary>
    public static readonly ReportTemplate Processing = new(
        "ii06a", "1", "II.06a/VPCP/KSTT", "Biểu II.06a/VPCP/KSTT", "Tình hình, kết quả giải quyết thủ tục hành chính", "Thông tư 02/2017/TT-VPCP, Thông tư 01/2020/TT-VPCP; kỳ báo cáo theo Nghị định 09/2019/NĐ-CP Điều 12",
        "Tiếp nhận, đã giải quyết, đang giải quyết theo lĩnh vực; trước hạn, đúng hạn, quá hạn.", EveryPeriod, IsForUnits: true);

    /// <summary>Biểu II.07b.</summary>
    public static readonly ReportTemplate OneStop = new(
        "ii07b", "1", "II.07b/VPCP/KSTT", "Biểu II.07b/VPCP/KSTT", "Số thủ tục hành chính thực hiện tại Bộ phận Một cửa và quy trình nội bộ", "Thông tư 02/2017/TT-VPCP, Thông tư 01/2020/TT-VPCP; Thông tư 01/2018/TT-VPCP Điều 11",
        "Số thủ tục thuộc thẩm quyền theo cấp, số thực hiện tại Bộ phận Một cửa các cấp, số quy trình nội bộ của từng đơn vị.", EveryPeriod, IsForUnits: false);

    /// <summary>Statistics of services.</summary>
    public static readonly ReportTemplate Services = new(
        "tt32", "1", "", "Thống kê dịch vụ công", "Thống kê tình hình sử dụng dịch vụ công trực tuyến", "Thông tư 32/2017/TT-BTTTT Điều 11 khoản 3",
        "Từng dịch vụ, từ đầu năm: hồ sơ trực tuyến đã tiếp nhận, đã giải quyết, tỷ lệ đúng hạn, tổng hồ sơ, mức độ hài lòng.", EveryPeriod, IsForUnits: true);

    /// <summary>Report of the plan.</summary>
    public static readonly ReportTemplate Plan = new(
        "ke-hoach", "1", "", "Báo cáo thực hiện kế hoạch", "Kết quả thực hiện chỉ tiêu cung cấp, sử dụng dịch vụ công trực tuyến", "Kế hoạch của UBND tỉnh; Nghị định 42/2022/NĐ-CP; kỳ báo cáo theo Nghị định 09/2019/NĐ-CP Điều 12",
        "Kết quả theo nhóm đơn vị so với chỉ tiêu, đơn vị đạt và chưa đạt, tăng giảm so với kỳ trước, dự báo đến hết năm, việc cần làm.", EveryPeriod, IsForUnits: false);

    /// <summary>All, in the order of the catalogue.</summary>
    public static readonly IReadOnlyList<ReportTemplate> All = [Processing, OneStop, Services, Plan];

    /// <summary>The template of the code, or null.</summary>
    public static ReportTemplate? Find(string? code) => All.FirstOrDefault(t => t.Code == code);
}
