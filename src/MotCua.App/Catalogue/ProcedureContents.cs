using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using MotCua.Domain.Catalogue;

namespace MotCua.App.Catalogue;

/// <summary>Writes and reads the content of procedure versions, and makes it from the reviewed record of the reference data.</summary>
public static class ProcedureContents
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    // Trình tự chung của cơ chế một cửa, khi chưa có trình tự riêng đã công bố
    private static readonly string[] OrdinarySteps =
    [
        "Nộp hồ sơ tại Bộ phận Một cửa, qua bưu chính công ích hoặc trực tuyến trên Cổng Dịch vụ công của tỉnh (Nghị định 61/2018/NĐ-CP Điều 16).",
        "Bộ phận Một cửa kiểm tra hồ sơ: đủ thì tiếp nhận và hẹn ngày trả kết quả; chưa đủ thì hướng dẫn bổ sung một lần, nêu rõ nội dung; không thuộc thẩm quyền thì trả lời có lý do (Điều 17).",
        "Cơ quan có thẩm quyền thẩm định, giải quyết hồ sơ trong thời hạn (Điều 19).",
        "Nhận kết quả tại Bộ phận Một cửa, qua bưu chính công ích hoặc bản điện tử trên Cổng (Điều 20).",
    ];

    private static readonly string[] OrdinaryChannels =
        ["Trực tiếp tại Bộ phận Một cửa", "Trực tuyến trên Cổng Dịch vụ công của tỉnh", "Qua dịch vụ bưu chính công ích"];

    /// <summary>The JSON of a version; the same content always gives the same text.</summary>
    public static string Write(ProcedureContent content) => JsonSerializer.Serialize(content, Options);

    /// <summary>The content of a version.</summary>
    public static ProcedureContent Read(string json) => JsonSerializer.Deserialize<ProcedureContent>(json, Options) ?? new ProcedureContent();

    /// <summary>True when the sequence shown is the general one of NĐ 61/2018, because none of its own was published.</summary>
    public static bool HasGeneralSteps(ProcedureContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return content.Steps.SequenceEqual(OrdinarySteps, StringComparer.Ordinal);
    }

    /// <summary>SHA-256 of the JSON, lower-case hexadecimal.</summary>
    public static string Hash(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    /// <summary>What the reference data says of the procedure, as the first version of its content.</summary>
    /// <param name="record">The record.</param>
    /// <param name="orgName">Name of the provincial unit in charge, or empty.</param>
    public static ProcedureContent From(ProcedureRecord record, string orgName)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new ProcedureContent
        {
            Name = record.Name,
            Subjects = record.Subjects,
            Agency = Agency(record, orgName),
            Steps = record.Steps.Count > 0 ? record.Steps : OrdinarySteps,
            Channels = OrdinaryChannels,
            Components = [.. record.Components.Where(c => !c.IsNote && !IsRemark(c.Name)).Select((c, i) => Component(record, c, i))],
            Limits = record.Limits.Count == 1 && record.Limits[0].Case.Length == 0
                ? [new ProcedureLimit("", record.Limits[0].Limit.ToString(), "")]
                : [.. record.Limits.Select((l, i) => new ProcedureLimit($"th{i + 1}", l.Limit.ToString(), l.Case.Length > 0 ? l.Case : "Trường hợp thông thường"))],
            LimitText = record.LimitText,
            Fees = [.. record.Fees.Select(Fee)],
            Results = record.Results,
            Conditions = record.Conditions,
            LegalBasis = record.Legal,
            Decision = record.Decision,
            Sources = [.. Notes(record)],
        };
    }

    private static string Agency(ProcedureRecord record, string orgName)
    {
        var agencies = record.Levels.Select(level => level switch
        {
            "tinh" => orgName,
            "huyen" => "Ủy ban nhân dân cấp huyện",
            "xa" => "Ủy ban nhân dân cấp xã",
            _ => "",
        }).Where(a => a.Length > 0);
        return string.Join("; ", record.Levels.Count == 0 && orgName.Length > 0 ? [orgName] : agencies);
    }

    private static ProcedureComponent Component(ProcedureRecord record, RecordedComponent component, int index)
    {
        var ofOneCase = component.Group.StartsWith("Đối với", StringComparison.OrdinalIgnoreCase) || component.Group.StartsWith("Trường hợp", StringComparison.OrdinalIgnoreCase);
        var name = Whole(ofOneCase ? $"{component.Group}: {component.Name}" : component.Name);
        var conditional = ofOneCase || IsOnlyInSomeCases(name)
            || (record.Name.Contains("nhà ở riêng lẻ", StringComparison.OrdinalIgnoreCase) && name.StartsWith("Quyết định phê duyệt dự án", StringComparison.OrdinalIgnoreCase)); // NĐ 15/2021 Đ46: a house of one's own has no project
        return new ProcedureComponent($"tp{index + 1}", name, component.Originals, component.Copies, component.IsDeclaration, !conditional);
    }

    // Words that say "not everybody has this paper". Asking for too little is mended at the desk by Mẫu 02; asking for too much stops a person from filing at all.
    private static readonly string[] SomeCases =
    [
        "nếu có", "nếu người", "(nếu", "nếu cần", "trường hợp", "trường hơp", "(đối với", "(áp dụng đối với", "liên quan khác",
        "văn bản ủy quyền", "giấy ủy quyền", "hợp đồng ủy quyền", "người được ủy quyền", "cá nhân được ủy quyền", "tổ chức được ủy quyền", "của người ủy quyền",
    ];

    private static readonly string[] SomeCasesAtStart = ["nếu ", "hoặc ", "đối với ", "các tài liệu khác", "tài liệu khác", "các giấy tờ khác", "giấy tờ khác"];

    // What follows the name of the paper itself: who lacks it gives another in its place, or its digital copy. The paper is still asked of everybody.
    private static readonly string[] InItsPlace = [". Trường hợp không có ", ". Trường hợp người yêu cầu đã nộp bản điện tử "];

    // Explanations that the sources list among the papers
    private static readonly string[] Remarks =
    [
        "lưu ý", "ghi chú", "**", "cá nhân có quyền lựa chọn", "người yêu cầu đăng ký hộ tịch có thể", "người có yêu cầu đăng ký", "người có yêu cầu ghi", "người có yêu cầu cấp", "người có yêu cầu xác nhận",
        "trong thời hạn", "khi đến cơ quan", "khi nộp hồ sơ", "khi có người đến lưu trú", "khi người nhận con nuôi",
    ];

    private const int CutAt = 395;

    private static bool IsRemark(string name) => Remarks.Any(words => name.TrimStart().StartsWith(words, StringComparison.OrdinalIgnoreCase));

    /// <summary>The reference data cuts long texts at 400 characters, within a word: the last whole word, and a sign that there is more.</summary>
    private static string Whole(string name) =>
        name.Length < CutAt || name[^1] is '.' or ')' or ';' || name.LastIndexOf(' ') is not (> 0 and var last) ? name : name[..last].TrimEnd(',', ';', ' ') + "…";

    private static bool IsOnlyInSomeCases(string name)
    {
        if (InItsPlace.Select(words => name.IndexOf(words, StringComparison.OrdinalIgnoreCase)).Where(at => at > 0).DefaultIfEmpty(0).Min() is > 0 and var end)
        {
            name = name[..end];
        }

        var said = name.Trim().Replace("uỷ quyền", "ủy quyền", StringComparison.OrdinalIgnoreCase);
        return SomeCases.Any(words => said.Contains(words, StringComparison.OrdinalIgnoreCase))
            || SomeCasesAtStart.Any(words => said.StartsWith(words, StringComparison.OrdinalIgnoreCase));
    }

    private static ProcedureFee Fee(RecordedFee fee) => new(
        fee.Kind == "phi" ? "Phí" : "Lệ phí", fee.IsChargeable ? fee.Amount : null, fee.Text, fee.Scope, fee.IsChargeable);

    private static IEnumerable<string> Notes(ProcedureRecord record)
    {
        yield return record.Verified switch
        {
            "yes" => "Mã và tên có ở ít nhất hai nguồn công khai",
            "partial" => "Mã và tên có ở một nguồn toàn quốc",
            _ => "Mã và tên mới thấy ở một địa phương, chưa đối chiếu",
        };
        if (record.LevelBasis is "agency" or "name")
        {
            yield return record.LevelBasis == "name" ? "Cấp giải quyết suy từ tên thủ tục" : "Cấp giải quyết suy từ cơ quan thực hiện";
        }

        if (record.Steps.Count == 0)
        {
            yield return "Trình tự là trình tự chung của cơ chế một cửa (Nghị định 61/2018/NĐ-CP)";
        }

        if (record.ComponentsFrom is "local-2025" or "national-2026")
        {
            yield return record.ComponentsFrom == "local-2025"
                ? "Tên giấy tờ theo bản công bố của một tỉnh khác, chưa đối chiếu" : "Tên giấy tờ theo bản năm 2026 của Cổng Dịch vụ công quốc gia, chưa đối chiếu";
        }

        if (record.LimitNote.Length > 0)
        {
            yield return record.LimitNote;
        }
    }
}
