using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MotCua.Domain.Forms.Expressions;

namespace MotCua.Domain.Forms;

/// <summary>
/// Reads a definition in three passes: questions and their ids, then expressions (limits, references), then the order of evaluation and types.
/// Collects every fault it can; never throws.
/// </summary>
internal sealed partial class DefinitionReader(Func<string, IReadOnlyList<FormOption>?>? list)
{
    private const int MostFaults = 100;

    private readonly List<DefinitionFault> _faults = [];
    private readonly List<FormQuestion> _questions = [];
    private readonly List<(FormQuestion Question, JsonElement Json, string Path)> _pending = [];
    private readonly List<(FormPage Page, JsonElement Json, string Path)> _pendingPages = [];

    /// <summary>The form, or its faults.</summary>
    public FormReading Read(string? json)
    {
        if (json is null || json.Length > FormLimits.DefinitionLength)
        {
            return new FormReading(null, [new DefinitionFault("", "Định nghĩa biểu mẫu trống hoặc quá lớn.")]);
        }

        FormDefinition? definition = null;
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 256, AllowDuplicateProperties = false });
            definition = Form(document.RootElement, json);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException or EncoderFallbackException)
        {
            Fault("", "Định nghĩa không phải là JSON hợp lệ, có khóa lặp lại, hoặc lồng nhau quá sâu.");
        }

        return new FormReading(_faults.Count == 0 ? definition : null, [.. _faults.Take(MostFaults)]);
    }

    private FormDefinition? Form(JsonElement root, string json)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            Fault("", "Định nghĩa phải là một đối tượng JSON.");
            return null;
        }

        var id = root.TryGetProperty("form", out var form) && form.ValueKind == JsonValueKind.String ? form.GetString()! : "";
        if (id.Length == 0)
        {
            Fault("form", "Thiếu mã biểu mẫu (\"form\").");
        }

        var version = root.TryGetProperty("version", out var v) && v.ValueKind is JsonValueKind.String or JsonValueKind.Number ? v.ToString() : "";
        if (version.Length == 0)
        {
            Fault("version", "Thiếu phiên bản (\"version\").");
        }

        var title = Text(root, "title", "title", needed: true)!;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        var definition = new FormDefinition(id, version, title, json, hash) { Pages = Pages(root), Questions = _questions };
        if (_questions.Count > FormLimits.Questions)
        {
            Fault("pages", $"Biểu mẫu có quá {FormLimits.Questions} câu hỏi.");
            return null;
        }

        ReadExpressions();
        definition.Order = DependencyOrder.Of(_questions, _faults, PathOf);
        TypeExpressions(definition.Order);
        return definition;
    }

    private List<FormPage> Pages(JsonElement root)
    {
        var pages = new List<FormPage>();
        if (!root.TryGetProperty("pages", out var array) || array.ValueKind != JsonValueKind.Array)
        {
            Fault("pages", "Thiếu danh sách trang (\"pages\").");
            return pages;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        var questionIds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (json, path) in Items(array, "pages"))
        {
            if (json.ValueKind != JsonValueKind.Object)
            {
                Fault(path, "Trang phải là một đối tượng.");
                continue;
            }

            var page = new FormPage(Id(json, path, ids), Text(json, "title", path + ".title", needed: true)!)
            {
                Hint = Text(json, "hint", path + ".hint", needed: false),
            };
            _pendingPages.Add((page, json, path));
            page.Questions = Questions(json, path + ".questions", page, null, questionIds);
            pages.Add(page);
        }

        return pages;
    }

    private List<FormQuestion> Questions(JsonElement owner, string path, FormPage page, FormQuestion? group, HashSet<string> ids)
    {
        var questions = new List<FormQuestion>();
        if (!owner.TryGetProperty("questions", out var array) || array.ValueKind != JsonValueKind.Array)
        {
            Fault(path, "Thiếu danh sách câu hỏi (\"questions\").");
            return questions;
        }

        foreach (var (json, where) in Items(array, path))
        {
            if (json.ValueKind != JsonValueKind.Object)
            {
                Fault(where, "Câu hỏi phải là một đối tượng.");
                continue;
            }

            questions.Add(Question(json, where, page, group, ids));
        }

        return questions;
    }

    private FormQuestion Question(JsonElement json, string path, FormPage page, FormQuestion? group, HashSet<string> ids)
    {
        var kindName = json.TryGetProperty("kind", out var k) && k.ValueKind == JsonValueKind.String ? k.GetString()! : "";
        if (kindName.Length == 0)
        {
            Fault(path + ".kind", "Thiếu loại câu hỏi (\"kind\").");
        }

        var kind = QuestionKinds.Parse(kindName);
        var label = Text(json, "label", path + ".label", needed: true)!;
        var question = new FormQuestion(Id(json, path, ids), kind, kindName, label)
        {
            Slot = _questions.Count,
            Group = group,
            Page = page,
            Short = Text(json, "short", path + ".short", needed: false) ?? label,
            Hint = Text(json, "hint", path + ".hint", needed: false),
            From = Word(json, "from", path),
            Default = Word(json, "default", path),
            Digits = Digits(json, path),
            Whole = Flag(json, "whole", path),
            Suffix = Word(json, "suffix", path),
            Level = Word(json, "level", path),
            MaxLength = Whole(json, "max_length", path, 1) ?? (kind == QuestionKind.LongText ? FormLimits.LongText : FormLimits.Text),
            Options = Options(json, path, kind),
            Matches = Matches(json, path),
        };
        _questions.Add(question);
        _pending.Add((question, json, path));
        question.Type = QuestionKinds.TypeOf(question);
        if (kind == QuestionKind.Group)
        {
            Repeat(json, path, page, question);
        }

        return question;
    }

    private void Repeat(JsonElement json, string path, FormPage page, FormQuestion question)
    {
        if (question.Group is not null)
        {
            Fault(path, "Nhóm lặp không được nằm trong nhóm lặp khác.");
            return;
        }

        if (!json.TryGetProperty("repeat", out var repeat) || repeat.ValueKind != JsonValueKind.Object)
        {
            Fault(path + ".repeat", "Nhóm lặp (group) cần \"repeat\" với các câu hỏi.");
            return;
        }

        question.MinRows = Whole(repeat, "min", path + ".repeat", 0) ?? 0;
        question.MaxRows = Whole(repeat, "max", path + ".repeat", 1) ?? FormLimits.Rows;
        if (question.MinRows > question.MaxRows || question.MaxRows > FormLimits.Rows)
        {
            Fault(path + ".repeat", $"Số dòng phải có ít nhất ≤ nhiều nhất ≤ {FormLimits.Rows}.");
        }

        question.Questions = Questions(repeat, path + ".repeat.questions", page, question, new HashSet<string>(StringComparer.Ordinal));
    }

    private List<FormOption>? Options(JsonElement json, string path, QuestionKind kind)
    {
        if (kind is not (QuestionKind.Choice or QuestionKind.MultiChoice))
        {
            return null;
        }

        if (json.TryGetProperty("options_from", out var from) && from.ValueKind == JsonValueKind.String)
        {
            var named = list?.Invoke(from.GetString()!);
            if (list is not null && named is null)
            {
                Fault(path + ".options_from", $"Không có danh mục \"{from.GetString()}\".");
            }

            return named is null ? null : [.. named];
        }

        if (!json.TryGetProperty("options", out var array) || array.ValueKind != JsonValueKind.Array || array.GetArrayLength() == 0)
        {
            Fault(path + ".options", "Câu hỏi lựa chọn cần ít nhất một phương án (\"options\").");
            return null;
        }

        var options = new List<FormOption>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (option, where) in Items(array, path + ".options"))
        {
            if (option.ValueKind != JsonValueKind.Object || !option.TryGetProperty("value", out var value) || value.ValueKind != JsonValueKind.String
                || value.GetString() is not { Length: > 0 } text)
            {
                Fault(where, "Phương án cần \"value\" bằng chữ và \"label\".");
                continue;
            }

            if (!seen.Add(text))
            {
                Fault(where + ".value", $"Phương án \"{text}\" có hai lần.");
            }

            options.Add(new FormOption(text, Text(option, "label", where + ".label", needed: true)!));
        }

        return options;
    }

    private void ReadExpressions()
    {
        var top = new Dictionary<string, FormQuestion>(StringComparer.Ordinal);
        foreach (var question in _questions.Where(q => q.Group is null))
        {
            top.TryAdd(question.Id, question);
        }

        var reader = new ExpressionReader(top, _questions.Where(q => q.Group is not null).ToLookup(q => q.Id, StringComparer.Ordinal), _faults);
        foreach (var (page, json, path) in _pendingPages)
        {
            page.Visible = Optional(reader, json, "visible", path, null);
        }

        foreach (var (question, json, path) in _pending)
        {
            question.Visible = Optional(reader, json, "visible", path, question.Group);
            question.Required = Optional(reader, json, "required", path, question.Group);
            question.Compute = Optional(reader, json, "compute", path, question.Group);
            question.Min = Optional(reader, json, "min", path, question.Group);
            question.Max = Optional(reader, json, "max", path, question.Group);
            question.Checks = Checks(reader, json, path, question.Group);
            if (question.Kind == QuestionKind.Computed && question.Compute is null && !json.TryGetProperty("compute", out _))
            {
                Fault(path + ".compute", "Câu hỏi tính toán cần \"compute\".");
            }

            if (question.Matches is { } matches)
            {
                question.BirthSlot = Resolve(matches.Birth, question, path, top, QuestionKind.Date);
                question.SexSlot = Resolve(matches.Sex, question, path, top, QuestionKind.Choice);
            }
        }
    }

    private int Resolve(string? id, FormQuestion question, string path, Dictionary<string, FormQuestion> top, QuestionKind kind)
    {
        if (id is null)
        {
            return -1;
        }

        var found = question.Group?.Questions.FirstOrDefault(q => q.Id == id) ?? top.GetValueOrDefault(id);
        if (found is null || (found.Kind != kind && found.Kind != QuestionKind.Account))
        {
            Fault(path + ".matches", $"Không có câu hỏi \"{id}\" đúng loại để đối chiếu.");
            return -1;
        }

        return found.Slot;
    }

    private static Expression? Optional(ExpressionReader reader, JsonElement json, string name, string path, FormQuestion? group) =>
        json.TryGetProperty(name, out var element) && element.ValueKind != JsonValueKind.Null ? reader.Read(element, $"{path}.{name}", group) : null;

    private List<FormCheck> Checks(ExpressionReader reader, JsonElement json, string path, FormQuestion? group)
    {
        var checks = new List<FormCheck>();
        if (!json.TryGetProperty("checks", out var array))
        {
            return checks;
        }

        if (array.ValueKind != JsonValueKind.Array)
        {
            Fault(path + ".checks", "\"checks\" phải là danh sách.");
            return checks;
        }

        foreach (var (check, where) in Items(array, path + ".checks"))
        {
            if (check.ValueKind != JsonValueKind.Object || !check.TryGetProperty("that", out var that))
            {
                Fault(where, "Điều kiện kiểm tra cần \"that\" và \"message\".");
                continue;
            }

            checks.Add(new FormCheck(Text(check, "message", where + ".message", needed: true)!) { That = reader.Read(that, where + ".that", group) });
        }

        return checks;
    }

    private void TypeExpressions(IReadOnlyList<int> order)
    {
        var typing = new ExpressionTyping(_faults);
        foreach (var slot in order)
        {
            var question = _questions[slot];
            if (question.Compute is { } compute && typing.Infer(compute))
            {
                if (question.Kind == QuestionKind.Computed)
                {
                    question.Type = compute.Type;
                }
                else
                {
                    typing.Check(compute, question.Type);
                }
            }
        }

        foreach (var (page, _, _) in _pendingPages)
        {
            Want(typing, page.Visible, FormType.Bool);
        }

        foreach (var question in _questions)
        {
            Want(typing, question.Visible, FormType.Bool);
            Want(typing, question.Required, FormType.Bool);
            var bound = question.Type.Kind == TypeKind.Date ? FormType.Date : FormType.Number;
            Want(typing, question.Min, bound);
            Want(typing, question.Max, bound);
            foreach (var check in question.Checks)
            {
                Want(typing, check.That, FormType.Bool);
            }

            if (question is { Min: Literal { Value: NumberValue min }, Max: Literal { Value: NumberValue max } } && min.Value > max.Value)
            {
                Fault(PathOf(question) + ".min", "\"min\" lớn hơn \"max\".");
            }
        }
    }

    private static void Want(ExpressionTyping typing, Expression? expression, FormType type)
    {
        if (expression is not null)
        {
            typing.Check(expression, type);
        }
    }
}
