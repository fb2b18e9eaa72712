namespace MotCua.Domain.Targets;

/// <summary>How a supplied count of one period comes from counts of other periods.</summary>
public enum CountOver
{
    /// <summary>Counts of parts of the period add up to its count: phản ánh received each month.</summary>
    AddsUp = 1,

    /// <summary>A state on a day: the last one known at the end of the period holds.</summary>
    Standing = 2,

    /// <summary>Things counted once in a period however often they occur: only a count of exactly this period is one.</summary>
    Once = 3,
}

/// <summary>A raw count of the index.</summary>
/// <param name="Code">Column, as in <c>motcua index score</c>.</param>
/// <param name="Name">Vietnamese name.</param>
/// <param name="Supplier">Who supplies it; empty when the portal counts it itself.</param>
/// <param name="Over">How it comes from other periods.</param>
public sealed record IndexColumn(string Code, string Name, string Supplier = "", CountOver Over = CountOver.AddsUp)
{
    /// <summary>The portal cannot count it: somebody supplies it.</summary>
    public bool IsSupplied => Supplier.Length > 0;
}

/// <summary>All raw counts of the index: which the portal makes from its facts and services, which others supply (law, QĐ 766; ADR on the index).</summary>
public static class IndexColumns
{
    private const string ControlOffice = "Văn phòng UBND tỉnh (kiểm soát thủ tục hành chính)";
    private const string FeedbackOffice = "Văn phòng UBND tỉnh (hệ thống tiếp nhận phản ánh, kiến nghị)";
    private const string Connections = "Sở Thông tin và Truyền thông (số liệu đồng bộ trên Cổng Dịch vụ công quốc gia)";
    private const string Police = "Công an tỉnh (Đề án 06)";
    private const string Justice = "Sở Tư pháp";

    /// <summary>All, in the order of the parts.</summary>
    public static readonly IReadOnlyList<IndexColumn> All =
    [
        new("procedures_announced_on_time", "TTHC công bố đúng hạn", ControlOffice),
        new("procedures_announced", "TTHC công bố trong kỳ", ControlOffice),
        new("procedures_published_on_time", "TTHC cập nhật, công khai đúng hạn", ControlOffice),
        new("procedures_published", "TTHC cập nhật, công khai trong kỳ", ControlOffice),
        new("procedures_complete", "TTHC công khai đủ các bộ phận"),
        new("procedures_listed", "TTHC của đơn vị trong danh mục"),
        new("dossiers_synced", "Hồ sơ tiếp nhận trong kỳ đã đồng bộ", Connections),
        new("dossiers_to_sync", "Hồ sơ phải đồng bộ (số lớn hơn của báo cáo và Cổng Dịch vụ công quốc gia)", Connections),
        new("on_time", "Hồ sơ đúng hạn, gồm đang giải quyết chưa quá hạn"),
        new("received", "Hồ sơ tiếp nhận"),
        new("partial", "TTHC cung cấp một phần"),
        new("full", "TTHC cung cấp toàn trình"),
        new("procedures", "TTHC thuộc thẩm quyền"),
        new("online_services_used", "Dịch vụ trực tuyến có hồ sơ trực tuyến"),
        new("online_services", "Dịch vụ trực tuyến"),
        new("dossiers_online", "Hồ sơ trực tuyến có kết quả điện tử hoặc không phải trả"),
        new("dossiers_all", "Hồ sơ, mọi hình thức nộp"),
        new("fee_procedures_synced", "TTHC có phí đã đồng bộ khoản phí", Connections, CountOver.Once),
        new("fee_procedures", "TTHC có phí, lệ phí"),
        new("fee_procedures_paid_online", "TTHC có phí có giao dịch thanh toán trực tuyến"),
        new("fee_dossiers_paid_online", "Hồ sơ có phí đã thanh toán trực tuyến"),
        new("fee_dossiers", "Hồ sơ có phí khác 0"),
        new("e_results", "Hồ sơ có kết quả điện tử"),
        new("result_dossiers", "Hồ sơ phải trả kết quả"),
        new("digitised", "Hồ sơ đã số hóa thành phần và kết quả"),
        new("reused", "Hồ sơ tái sử dụng giấy tờ đã có"),
        new("from_store", "Hồ sơ lấy giấy tờ từ Kho trên Cổng Dịch vụ công quốc gia", Connections),
        new("population_procedures", "TTHC khai thác dữ liệu dân cư", Police, CountOver.Standing),
        new("population_procedures_all", "TTHC cần khai thác dữ liệu dân cư", Police, CountOver.Standing),
        new("eid_dossiers", "Hồ sơ xác thực định danh điện tử"),
        new("communes_certifying", "Xã, phường, thị trấn cung cấp chứng thực bản sao điện tử", Justice, CountOver.Standing),
        new("communes", "Xã, phường, thị trấn"),
        new("feedback_classified", "Phản ánh, kiến nghị được phân loại (chỉ thông tin)", FeedbackOffice),
        new("feedback", "Phản ánh, kiến nghị phải trả lời trong kỳ", FeedbackOffice),
        new("feedback_on_time", "Phản ánh, kiến nghị trả lời đúng hạn", FeedbackOffice),
        new("feedback_satisfied", "Phản ánh, kiến nghị được người dân hài lòng", FeedbackOffice),
        new("satisfied_percent", "Tỷ lệ hồ sơ không quá hạn và không bị đánh giá chưa hài lòng (%)"),
    ];

    /// <summary>Those that somebody supplies.</summary>
    public static readonly IReadOnlyList<IndexColumn> Supplied = [.. All.Where(c => c.IsSupplied)];

    /// <summary>Pairs of supplied columns of which the first may not be larger than the second.</summary>
    public static readonly IReadOnlyList<(string Part, string Whole)> Pairs =
    [
        ("procedures_announced_on_time", "procedures_announced"), ("procedures_published_on_time", "procedures_published"), ("dossiers_synced", "dossiers_to_sync"),
        ("population_procedures", "population_procedures_all"), ("feedback_classified", "feedback"), ("feedback_on_time", "feedback"), ("feedback_satisfied", "feedback"),
    ];

    /// <summary>The column of a code, or null.</summary>
    public static IndexColumn? Find(string code) => All.FirstOrDefault(c => c.Code == code);
}

/// <summary>A count that somebody supplied for a period, both days inclusive.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Value">The count.</param>
public sealed record SuppliedCount(DateOnly From, DateOnly To, long Value);

/// <summary>Finds the count of a period among those that were supplied.</summary>
public static class SuppliedCounts
{
    /// <summary>
    /// The count of the period: the one supplied for exactly this period; else, for counts that add up, the sum of counts whose periods fill it without gap
    /// or overlap; for a state, the last one known at its end. Null = nobody knows.
    /// </summary>
    public static long? Of(CountOver over, DateOnly from, DateOnly to, IReadOnlyCollection<SuppliedCount> supplied)
    {
        ArgumentNullException.ThrowIfNull(supplied);
        if (supplied.FirstOrDefault(s => s.From == from && s.To == to) is { } exact) return exact.Value;
        return over switch
        {
            CountOver.AddsUp => Fill(from, to, [.. supplied.Where(s => s.From >= from && s.To <= to && s.From <= s.To)], []),
            CountOver.Standing => supplied.Where(s => s.To <= to).OrderByDescending(s => s.To).ThenByDescending(s => s.From).FirstOrDefault()?.Value,
            _ => null,
        };
    }

    // Longest first: a quarter's own count is preferred to its months; a start that leads nowhere is not tried twice
    private static long? Fill(DateOnly from, DateOnly to, IReadOnlyList<SuppliedCount> inside, HashSet<DateOnly> deadEnds)
    {
        if (deadEnds.Contains(from)) return null;
        foreach (var next in inside.Where(s => s.From == from).OrderByDescending(s => s.To))
        {
            if (next.To == to) return next.Value;
            if (Fill(next.To.AddDays(1), to, inside, deadEnds) is { } rest) return next.Value + rest;
        }

        deadEnds.Add(from);
        return null;
    }
}
