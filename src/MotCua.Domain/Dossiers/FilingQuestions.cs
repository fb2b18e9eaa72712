using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using MotCua.Domain.Calendar;
using MotCua.Domain.Forms;

namespace MotCua.Domain.Dossiers;

/// <summary>One case of a procedure whose limit goes by case.</summary>
/// <param name="Key">Key of the case.</param>
/// <param name="Text">The case in words.</param>
/// <param name="Limit">The limit in its storage form.</param>
public sealed record FilingCase(string Key, string Text, string Limit);

/// <summary>
/// What is asked of every online filing, before the procedure's own form and by the same engine: whose dossier it is, in which standing the person sends
/// it, who helps, and which case of the limit applies (NĐ 61/2018 Đ16; BLDS 2015 Đ134-138; ADR 0011). Applicant, submitter and helper are different facts.
/// </summary>
public static class FilingQuestions
{
    /// <summary>Page: whose dossier.</summary>
    public const string WhosePage = "cua-ai";

    /// <summary>Page: the applicant's own facts and the mandate.</summary>
    public const string ApplicantPage = "chu-ho-so";

    /// <summary>Page: who helps.</summary>
    public const string HelperPage = "nguoi-giup";

    /// <summary>Page: name of the helper.</summary>
    public const string HelperNamePage = "ten-nguoi-giup";

    /// <summary>Page: case of the limit.</summary>
    public const string CasePage = "truong-hop";

    /// <summary>File question: the paper of the mandate.</summary>
    public const string MandateFile = "ai_tep";

    /// <summary>Option: one's own.</summary>
    public const string Mine = "cua_toi";

    /// <summary>Option: another person's.</summary>
    public const string Another = "nguoi_khac";

    /// <summary>Option: an organisation's.</summary>
    public const string Organisation = "to_chuc";

    /// <summary>Option: the case is left to the desk.</summary>
    public const string CaseUnknown = "chua_ro";

    /// <summary>Grounds on which a person acts for another person: code, words, standing.</summary>
    public static readonly IReadOnlyList<(string Code, string Text, SubmitterStanding Standing)> PersonGrounds =
    [
        ("uy_quyen", "Được ủy quyền bằng văn bản", SubmitterStanding.Authorised),
        ("cha_me", "Cha, mẹ của con chưa thành niên", SubmitterStanding.LegalRepresentative),
        ("giam_ho", "Người giám hộ", SubmitterStanding.LegalRepresentative),
        ("toa_an", "Người đại diện do Tòa án chỉ định", SubmitterStanding.LegalRepresentative),
    ];

    /// <summary>Grounds on which a person acts for an organisation: code, words, standing.</summary>
    public static readonly IReadOnlyList<(string Code, string Text, SubmitterStanding Standing)> OrganisationGrounds =
    [
        ("phap_nhan", "Người đại diện theo pháp luật của tổ chức", SubmitterStanding.OrganisationHead),
        ("uy_quyen_to_chuc", "Được tổ chức ủy quyền bằng văn bản", SubmitterStanding.Authorised),
    ];

    private static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly JsonArray IsAnother = new("=", new JsonArray("answer", "ai_cua_ai"), Another);
    private static readonly JsonArray IsOrganisation = new("=", new JsonArray("answer", "ai_cua_ai"), Organisation);

    /// <summary>Words of a ground; empty for none.</summary>
    public static string GroundText(string code) => PersonGrounds.Concat(OrganisationGrounds).FirstOrDefault(g => g.Code == code).Text ?? "";

    /// <summary>Standing of a ground; the applicant's own for none.</summary>
    public static SubmitterStanding StandingOf(string code) => PersonGrounds.Concat(OrganisationGrounds).FirstOrDefault(g => g.Code == code).Standing;

    /// <summary>The questions for a procedure; the case is asked when there are several.</summary>
    public static FormDefinition For(IReadOnlyList<FilingCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var pages = new JsonArray(Whose(), Applicant(), Helper(), HelperName());
        if (cases.Count > 1) pages.Add(Case(cases));
        var form = new JsonObject { ["form"] = "nop-ho-so", ["version"] = "1", ["title"] = new JsonObject { ["vi"] = "Người nộp hồ sơ" }, ["pages"] = pages };
        var reading = FormDefinition.Read(form.ToJsonString(Writing));
        return reading.Definition ?? throw new InvalidOperationException($"Questions of a filing: {reading.Faults[0].Path} {reading.Faults[0].Message}");
    }

    private static JsonObject Whose() => Page(WhosePage, "Hồ sơ này là của ai?", new JsonObject
    {
        ["id"] = "ai_cua_ai",
        ["kind"] = "choice",
        ["label"] = "Hồ sơ này là của ai?",
        ["short"] = "Hồ sơ của ai",
        ["hint"] = "Chủ hồ sơ là người đứng tên trên kết quả. Hỏi để ghi đúng ai là chủ hồ sơ, ai là người nộp; cả hai đều theo dõi được hồ sơ.",
        ["required"] = true,
        ["options"] = Options((Mine, "Của tôi"), (Another, "Của người khác: tôi được ủy quyền, hoặc là người đại diện theo pháp luật"), (Organisation, "Của tổ chức, doanh nghiệp tôi đại diện")),
    });

    private static JsonObject Applicant()
    {
        var page = Page(
            ApplicantPage,
            "Chủ hồ sơ",
            Ask("ai_ho_ten", "person_name", "Họ, chữ đệm, tên chủ hồ sơ", IsAnother, "Tên chủ hồ sơ"),
            With(Ask("ai_ngay_sinh", "date", "Ngày sinh của chủ hồ sơ", IsAnother, "Ngày sinh"), "hint", "Ví dụ 27 3 1986"),
            With(With(Ask("ai_so_dinh_danh", "identity_number", "Số định danh cá nhân của chủ hồ sơ", IsAnother, "Số định danh"), "matches", new JsonObject { ["birth"] = "ai_ngay_sinh" }), "hint", "12 số trên thẻ căn cước hoặc giấy khai sinh; CMND cũ có 9 số."),
            Ask("ai_noi_cu_tru", "address", "Nơi cư trú của chủ hồ sơ", IsAnother, "Nơi cư trú"),
            With(Ask("ai_dien_thoai", "phone", "Số điện thoại của chủ hồ sơ", IsAnother, "Điện thoại của chủ hồ sơ", required: false), "hint", "Nếu có, để báo tin cho chủ hồ sơ."),
            Choose("ai_can_cu", "Bạn nộp thay theo tư cách nào?", IsAnother, "Tư cách nộp thay", PersonGrounds),
            With(Ask("tc_ten", "text", "Tên tổ chức, doanh nghiệp", IsOrganisation, "Tên tổ chức"), "max_length", 300),
            With(With(Ask("tc_ma_so", "text", "Mã số doanh nghiệp, mã số thuế hoặc số quyết định thành lập", IsOrganisation, "Mã số tổ chức"), "max_length", 40), "hint", "Doanh nghiệp có 10 số; đơn vị phụ thuộc có 13 số."),
            Ask("tc_tru_so", "address", "Trụ sở", IsOrganisation, "Trụ sở"),
            With(Ask("tc_chuc_vu", "text", "Chức vụ của bạn", IsOrganisation, "Chức vụ người nộp"), "max_length", 200),
            Choose("tc_can_cu", "Bạn nộp cho tổ chức theo tư cách nào?", IsOrganisation, "Tư cách nộp", OrganisationGrounds),
            new JsonObject
            {
                ["id"] = "ai_giay",
                ["kind"] = "text",
                ["label"] = "Giấy tờ chứng minh: tên giấy, số, ngày, nơi cấp hoặc chứng thực",
                ["short"] = "Giấy tờ ủy quyền, đại diện",
                ["hint"] = "Ví dụ: Giấy ủy quyền số 12 ngày 03/10/2022, UBND phường Đức Xuân chứng thực; Giấy khai sinh số 45/2012.",
                ["max_length"] = 300,
                ["required"] = true,
            },
            new JsonObject
            {
                ["id"] = MandateFile,
                ["kind"] = "file",
                ["label"] = "Ảnh chụp hoặc bản quét giấy tờ ấy",
                ["short"] = "Bản chụp giấy tờ ủy quyền, đại diện",
                ["hint"] = "Bắt buộc khi nộp theo văn bản ủy quyền.",
                ["max"] = 10,
                ["required"] = new JsonArray("or", new JsonArray("=", new JsonArray("answer", "ai_can_cu"), "uy_quyen"), new JsonArray("=", new JsonArray("answer", "tc_can_cu"), "uy_quyen_to_chuc")),
            });
        page["visible"] = new JsonArray("or", IsAnother.DeepClone(), IsOrganisation.DeepClone());
        return page;
    }

    private static JsonObject Helper() => Page(HelperPage, "Có ai giúp bạn làm hồ sơ này không?", new JsonObject
    {
        ["id"] = "ai_giup",
        ["kind"] = "choice",
        ["label"] = "Có ai giúp bạn làm hồ sơ này không?",
        ["short"] = "Người giúp",
        ["hint"] = "Hỏi để tỉnh biết nơi nào bà con cần được giúp. Câu trả lời không ảnh hưởng tới việc giải quyết hồ sơ. Người nhà, bạn bè giúp thì chọn tự làm.",
        ["required"] = true,
        ["options"] = Options(
            ("tu_lam", "Không, tôi tự làm"), ("to_cong_nghe", "Tổ công nghệ số cộng đồng giúp"), ("can_bo", "Cán bộ Bộ phận Một cửa giúp"),
            ("hoi", "Hội, đoàn thể giúp (Phụ nữ, Thanh niên, Nông dân, Cựu chiến binh…)")),
    });

    private static JsonObject HelperName()
    {
        var page = Page(HelperNamePage, "Người giúp tên là gì?", new JsonObject
        {
            ["id"] = "ai_giup_ten",
            ["kind"] = "person_name",
            ["label"] = "Người giúp tên là gì?",
            ["short"] = "Tên người giúp",
            ["hint"] = "Không bắt buộc. Tên được giữ như dữ liệu cá nhân: chỉ bạn và cán bộ giải quyết hồ sơ xem được.",
        });
        page["visible"] = new JsonArray("in", new JsonArray("answer", "ai_giup"), "to_cong_nghe", "can_bo", "hoi");
        return page;
    }

    private static JsonObject Case(IReadOnlyList<FilingCase> cases) => Page(CasePage, "Trường hợp của bạn là gì?", new JsonObject
    {
        ["id"] = "ai_truong_hop",
        ["kind"] = "choice",
        ["label"] = "Trường hợp của bạn là gì?",
        ["short"] = "Trường hợp giải quyết",
        ["hint"] = "Thời hạn giải quyết khác nhau theo trường hợp. Cán bộ kiểm tra khi tiếp nhận; nếu đổi thì nói rõ lý do với bạn.",
        ["required"] = true,
        ["options"] = Options([.. cases.Select(c => (c.Key, CaseText(c))), (CaseUnknown, "Tôi chưa rõ, để cán bộ xác định khi tiếp nhận")]),
    });

    private static string CaseText(FilingCase c)
    {
        var limit = TimeLimit.Parse(c.Limit) is { IsOk: true } read ? read.Value.Vietnamese : c.Limit;
        return (c.Text.Length > 400 ? c.Text[..400] + "…" : c.Text) + ": " + limit;
    }

    private static JsonObject Page(string id, string title, params JsonObject[] questions) =>
        new() { ["id"] = id, ["title"] = new JsonObject { ["vi"] = title }, ["questions"] = new JsonArray([.. questions]) };

    private static JsonObject Ask(string id, string kind, string label, JsonArray visible, string brief, bool required = true) =>
        new() { ["id"] = id, ["kind"] = kind, ["label"] = label, ["short"] = brief, ["required"] = required, ["visible"] = visible.DeepClone() };

    private static JsonObject Choose(string id, string label, JsonArray visible, string brief, IReadOnlyList<(string Code, string Text, SubmitterStanding Standing)> grounds) =>
        With(Ask(id, "choice", label, visible, brief), "options", Options([.. grounds.Select(g => (g.Code, g.Text))]));

    private static JsonObject With(JsonObject question, string property, JsonNode value)
    {
        question[property] = value;
        return question;
    }

    private static JsonArray Options(params (string Value, string Label)[] options) => new([.. options.Select(o => new JsonObject { ["value"] = o.Value, ["label"] = o.Label })]);
}
