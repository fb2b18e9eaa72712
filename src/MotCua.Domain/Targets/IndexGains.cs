namespace MotCua.Domain.Targets;

/// <summary>What it takes to get points that are not reached yet.</summary>
public enum GainEffort
{
    /// <summary>Work on dossiers and procedures that are there: results to attach, papers to digitise, services to configure.</summary>
    Now = 1,

    /// <summary>A count that nobody has supplied.</summary>
    Figure = 2,

    /// <summary>Only what is still to come in the period can change it: how the next dossiers are sent and paid.</summary>
    Ahead = 3,

    /// <summary>Lost for this period: what is late stays late.</summary>
    Gone = 4,
}

/// <summary>Points that a part still lacks.</summary>
/// <param name="Part">The part.</param>
/// <param name="Effort">What it takes.</param>
/// <param name="Points">How many points at most.</param>
/// <param name="Items">How many more dossiers, procedures or communes give all of them; null when nobody knows.</param>
/// <param name="Act">Vietnamese: what to do.</param>
/// <param name="ItemName">Vietnamese: what is counted.</param>
public sealed record IndexGain(IndexPart Part, GainEffort Effort, decimal Points, long? Items, string Act, string ItemName);

/// <summary>«Điểm còn lấy được»: what is easiest comes first.</summary>
public static class IndexGains
{
    private static readonly Dictionary<string, (GainEffort Effort, string Item, string Act)> Work = new(StringComparer.Ordinal)
    {
        ["1.1"] = (GainEffort.Gone, "thủ tục", "Trình công bố trước ngày văn bản có hiệu lực ít nhất 5 ngày làm việc"),
        ["1.2"] = (GainEffort.Gone, "thủ tục", "Cập nhật, công khai trong 5 ngày làm việc từ ngày ký quyết định công bố"),
        ["1.3"] = (GainEffort.Now, "thủ tục", "Bổ sung các bộ phận còn thiếu của thủ tục rồi công khai"),
        ["1.4"] = (GainEffort.Now, "hồ sơ", "Đồng bộ lại các hồ sơ chưa lên Cổng Dịch vụ công quốc gia"),
        ["2.1"] = (GainEffort.Gone, "hồ sơ", "Không để thêm hồ sơ quá hạn; yêu cầu bổ sung chỉ một lần"),
        ["3a.1"] = (GainEffort.Now, "thủ tục", "Rà soát, cấu hình cung cấp một phần hoặc toàn trình"),
        ["3a.2"] = (GainEffort.Ahead, "dịch vụ", "Hướng dẫn nộp trực tuyến ít nhất một hồ sơ của mỗi dịch vụ"),
        ["3a.3"] = (GainEffort.Ahead, "hồ sơ", "Hướng dẫn nộp trực tuyến và trả kết quả điện tử"),
        ["3b.1"] = (GainEffort.Now, "thủ tục", "Đồng bộ khoản phí của hồ sơ lên Cổng Dịch vụ công quốc gia"),
        ["3b.2"] = (GainEffort.Ahead, "thủ tục", "Hướng dẫn thanh toán trực tuyến ít nhất một giao dịch của mỗi thủ tục có phí"),
        ["3b.3"] = (GainEffort.Ahead, "hồ sơ", "Hướng dẫn thanh toán trực tuyến"),
        ["4.1"] = (GainEffort.Now, "hồ sơ", "Ký số và đính kèm kết quả điện tử"),
        ["4.2"] = (GainEffort.Now, "hồ sơ", "Số hóa thành phần hồ sơ và kết quả"),
        ["4.3"] = (GainEffort.Ahead, "hồ sơ", "Dùng lại giấy tờ đã có thay vì yêu cầu nộp lại"),
        ["4.4"] = (GainEffort.Ahead, "hồ sơ", "Lấy giấy tờ từ Kho dữ liệu điện tử trên Cổng Dịch vụ công quốc gia"),
        ["4.5a"] = (GainEffort.Now, "thủ tục", "Kết nối, khai thác Cơ sở dữ liệu quốc gia về dân cư cho thủ tục"),
        ["4.5b"] = (GainEffort.Ahead, "hồ sơ", "Xác thực người nộp bằng định danh điện tử"),
        ["4.6"] = (GainEffort.Now, "xã", "Triển khai chứng thực bản sao điện tử"),
        ["5.2"] = (GainEffort.Ahead, "phản ánh", "Trả lời phản ánh, kiến nghị đúng hạn"),
        ["5.3"] = (GainEffort.Ahead, "phản ánh", "Trả lời phản ánh, kiến nghị đến khi người dân hài lòng"),
        ["5.4"] = (GainEffort.Gone, "phần trăm", "Không để quá hạn, không để người dân chưa hài lòng"),
    };

    /// <summary>What is counted by the part, in Vietnamese.</summary>
    public static string ItemOf(IndexPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return Work[part.Code].Item;
    }

    /// <summary>The points that are not reached, easiest first: by what it takes, then by points for one item, then by points.</summary>
    /// <param name="sheet">The index of a unit.</param>
    /// <param name="isOver">The period is over: what could only come with new dossiers is gone.</param>
    public static IReadOnlyList<IndexGain> Of(IndexSheet sheet, bool isOver)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return [.. sheet.Parts.Select(p => GainOf(p, isOver)).OfType<IndexGain>()
            .OrderBy(g => g.Effort).ThenByDescending(g => g.Items is > 0 and var n ? g.Points / n : 0m).ThenByDescending(g => g.Points).ThenBy(g => g.Part.Code, StringComparer.Ordinal)];
    }

    private static IndexGain? GainOf(PartPoints part, bool isOver)
    {
        var (effort, item, act) = Work[part.Part.Code];
        if (part.Points is not { } points) return new IndexGain(part.Part, GainEffort.Figure, part.Part.Cap, null, act, item);
        if (points >= part.Part.Cap) return null;
        var items = part.Part.Of.Length == 0 || part.Below == 0 ? (long?)null : Needed(part.Part, part.Above!.Value, part.Below!.Value);
        return new IndexGain(part.Part, effort == GainEffort.Ahead && isOver ? GainEffort.Gone : effort, part.Part.Cap - points, items, act, item);
    }

    /// <summary>How many more make the ratio that gives all points, the whole staying as it is.</summary>
    private static long Needed(IndexPart part, decimal above, decimal below) => (long)Math.Max(0m, Math.Ceiling(part.Cap * below / part.Factor) - above);
}
