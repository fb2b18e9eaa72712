using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace MotCua.Domain.Forms;

/// <summary>One component of a dossier (thành phần hồ sơ), as the generated form asks for it.</summary>
/// <param name="Name">Name as published.</param>
/// <param name="Optional">True when the component is only for some cases, so that it may be left out.</param>
/// <param name="InStore">True when papers of this kind may lie in the person's e-document store.</param>
public sealed record FormComponent(string Name, bool Optional = false, bool InStore = true);

/// <summary>What a generated form needs to know of a procedure.</summary>
/// <param name="Code">National code.</param>
/// <param name="Name">Name.</param>
/// <param name="Components">Components of the dossier, in order.</param>
/// <param name="Result">What the person gets, or null.</param>
public sealed record ProcedureSummary(
    string Code,
    string Name,
    IReadOnlyList<FormComponent> Components,
    string? Result);

/// <summary>
/// The form of a published procedure that has no form of its own: who files, purpose, then for each component where it comes from (store, upload, or on
/// paper with the reason), and the declaration. Whose dossier it is and the case of the limit are asked of every filing, not by the form. A service with such a form is never offered as toàn trình.
/// </summary>
public static class GeneratedForm
{
    /// <summary>Id of the page of papers.</summary>
    public const string PapersPage = "trang_giay_to";

    /// <summary>Option: from the e-document store.</summary>
    public const string FromStore = "kho";

    /// <summary>Option: uploaded.</summary>
    public const string Upload = "tai_len";

    /// <summary>Option: brought or posted on paper.</summary>
    public const string OnPaper = "nop_giay";

    /// <summary>Option: not needed in this case.</summary>
    public const string NotNeeded = "khong_can";

    private static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Version of the way forms are generated; part of the version of each generated form.</summary>
    public const string Version = "tu-sinh-2";

    /// <summary>The form. <paramref name="withPapers"/> false leaves the papers to the caller's own page.</summary>
    public static FormDefinition For(ProcedureSummary procedure, bool withPapers = true)
    {
        var pages = new JsonArray(Applicant(), Purpose(procedure));
        if (withPapers && procedure.Components.Count > 0)
        {
            pages.Add(Papers(procedure));
        }

        pages.Add(Declaration());
        var form = new JsonObject
        {
            ["form"] = $"{procedure.Code}.tu-sinh",
            ["version"] = Version,
            ["title"] = new JsonObject { ["vi"] = Clip(procedure.Name, 500) },
            ["pages"] = pages,
        };
        var reading = FormDefinition.Read(form.ToJsonString(Writing));
        return reading.Definition ?? throw new InvalidOperationException($"Generated form of {procedure.Code}: {reading.Faults[0].Path} {reading.Faults[0].Message}");
    }

    /// <summary>Id of the question that asks where the n-th component (from 1) comes from; its file and reason are this id with <c>_tep</c> and <c>_ly_do</c>.</summary>
    public static string ComponentQuestion(int ordinal) => string.Create(CultureInfo.InvariantCulture, $"giay_to_{ordinal}");

    private static JsonObject Applicant() => Page(
        "nguoi_de_nghi",
        "Người đề nghị",
        Account("ho_ten", "Họ, chữ đệm, tên người nộp", AccountFields.FullName),
        Account("so_dinh_danh", "Số định danh cá nhân người nộp", AccountFields.IdentityNumber),
        new JsonObject { ["id"] = "dien_thoai", ["kind"] = "phone", ["label"] = "Số điện thoại liên hệ", ["from"] = AccountFields.Phone, ["required"] = true },
        new JsonObject { ["id"] = "thu_dien_tu", ["kind"] = "email", ["label"] = "Thư điện tử", ["hint"] = "Không bắt buộc. Kết quả và thông báo được gửi thêm vào đây.", ["from"] = AccountFields.Email },
        new JsonObject { ["id"] = "noi_cu_tru", ["kind"] = "address", ["label"] = "Nơi cư trú", ["from"] = AccountFields.Address, ["required"] = true });

    private static JsonObject Purpose(ProcedureSummary procedure) => Page(
        "noi_dung",
        "Nội dung đề nghị",
        new JsonObject
        {
            ["id"] = "noi_dung_de_nghi",
            ["kind"] = "long_text",
            ["label"] = "Bạn đề nghị cơ quan giải quyết việc gì?",
            ["short"] = "Nội dung đề nghị",
            ["required"] = true,
            ["max_length"] = 2000,
            ["hint"] = procedure.Result is { Length: > 0 } result ? $"Kết quả của thủ tục: {Clip(result, 300)}" : "Ghi ngắn gọn, đúng sự việc.",
        });

    private static JsonObject Papers(ProcedureSummary procedure)
    {
        var questions = new List<JsonObject>();
        foreach (var (component, i) in procedure.Components.Select((c, i) => (c, i)))
        {
            var id = ComponentQuestion(i + 1);
            var options = new List<(string, string)> { (Upload, "Tải tệp lên"), (OnPaper, "Nộp bản giấy tại Bộ phận Một cửa hoặc qua bưu chính") };
            if (component.InStore)
            {
                options.Insert(0, (FromStore, "Lấy từ kho giấy tờ của tôi"));
            }

            if (component.Optional)
            {
                options.Add((NotNeeded, "Không thuộc trường hợp của tôi"));
            }

            var name = Clip(component.Name, 900);
            var shortName = string.Create(CultureInfo.InvariantCulture, $"Giấy tờ {i + 1}");
            questions.Add(new JsonObject { ["id"] = id, ["kind"] = "choice", ["label"] = name, ["short"] = shortName + ": cách nộp", ["required"] = true, ["options"] = Options([.. options]) });
            questions.Add(new JsonObject
            {
                ["id"] = id + "_tep",
                ["kind"] = "file",
                ["label"] = $"Tệp của giấy tờ {i + 1}",
                ["short"] = shortName + ": tệp",
                ["required"] = true,
                ["max"] = 20,
                ["visible"] = new JsonArray("in", new JsonArray("answer", id), FromStore, Upload),
            });
            questions.Add(new JsonObject
            {
                ["id"] = id + "_ly_do",
                ["kind"] = "text",
                ["label"] = $"Lý do nộp bản giấy của giấy tờ {i + 1}",
                ["short"] = shortName + ": lý do nộp bản giấy",
                ["required"] = true,
                ["max_length"] = 300,
                ["visible"] = new JsonArray("=", new JsonArray("answer", id), OnPaper),
            });
        }

        return Page("giay_to", "Giấy tờ kèm theo", [.. questions]);
    }

    private static JsonObject Declaration() => Page(
        "cam_doan",
        "Cam đoan",
        new JsonObject
        {
            ["id"] = "cam_doan",
            ["kind"] = "declaration",
            ["required"] = true,
            ["label"] = "Tôi cam đoan những nội dung đã khai là đúng sự thật, giấy tờ kèm theo là thật, và chịu trách nhiệm trước pháp luật.",
            ["short"] = "Lời cam đoan",
        });

    private static JsonObject Page(string id, string title, params JsonObject[] questions) =>
        new() { ["id"] = "trang_" + id, ["title"] = new JsonObject { ["vi"] = title }, ["questions"] = new JsonArray([.. questions]) };

    private static JsonObject Account(string id, string label, string from) =>
        new() { ["id"] = id, ["kind"] = "account", ["label"] = label, ["from"] = from, ["required"] = true };

    private static JsonArray Options(params (string Value, string Label)[] options) =>
        new([.. options.Select(o => new JsonObject { ["value"] = o.Value, ["label"] = o.Label })]);

    private static string Clip(string text, int length)
    {
        var trimmed = text.Trim();
        return trimmed.Length == 0 ? "Thủ tục hành chính" : trimmed.Length <= length ? trimmed : trimmed[..(length - 1)] + "…";
    }
}
