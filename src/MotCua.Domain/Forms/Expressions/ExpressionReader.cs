using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace MotCua.Domain.Forms.Expressions;

/// <summary>Builds expressions from JSON within the limits, resolving references; the first fault of an expression ends it.</summary>
internal sealed class ExpressionReader(
    IReadOnlyDictionary<string, FormQuestion> top,
    ILookup<string, FormQuestion> inGroups,
    List<DefinitionFault> faults)
{
    private static readonly FrozenDictionary<string, (Operator Operator, int Least, int Most)> Operators =
        new Dictionary<string, (Operator, int, int)>(StringComparer.Ordinal)
        {
            ["and"] = (Operator.And, 1, int.MaxValue),
            ["or"] = (Operator.Or, 1, int.MaxValue),
            ["not"] = (Operator.Not, 1, 1),
            ["="] = (Operator.Equal, 2, 2),
            ["!="] = (Operator.NotEqual, 2, 2),
            ["<"] = (Operator.Less, 2, 2),
            ["<="] = (Operator.LessOrEqual, 2, 2),
            [">"] = (Operator.Greater, 2, 2),
            [">="] = (Operator.GreaterOrEqual, 2, 2),
            ["in"] = (Operator.In, 2, int.MaxValue),
            ["empty"] = (Operator.Empty, 1, 1),
            ["+"] = (Operator.Add, 1, int.MaxValue),
            ["-"] = (Operator.Subtract, 1, 2),
            ["*"] = (Operator.Multiply, 1, int.MaxValue),
            ["/"] = (Operator.Divide, 2, 2),
            ["sum"] = (Operator.Sum, 1, int.MaxValue),
            ["count"] = (Operator.Count, 1, 1),
            ["years-between"] = (Operator.YearsBetween, 2, 2),
            ["add-days"] = (Operator.AddDays, 2, 2),
            ["today"] = (Operator.Today, 0, 0),
            ["if"] = (Operator.If, 3, 3),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private int _formNodes;
    private int _nodes;
    private bool _formTooLarge;

    /// <summary>The expression, or null after a fault. <paramref name="group"/> is the group whose row it is judged in.</summary>
    public Expression? Read(JsonElement element, string path, FormQuestion? group)
    {
        _nodes = 0;
        return Node(element, path, group, 0);
    }

    private Expression? Node(JsonElement element, string path, FormQuestion? group, int depth)
    {
        if (_formTooLarge)
        {
            return null;
        }

        if (++_nodes > FormLimits.ExpressionNodes)
        {
            return Fault(path, $"Biểu thức có quá {FormLimits.ExpressionNodes} phần tử. Hãy tách thành các câu hỏi tính toán (computed).");
        }

        if (++_formNodes > FormLimits.FormNodes)
        {
            _formTooLarge = true;
            return Fault(path, $"Cả biểu mẫu có quá {FormLimits.FormNodes} phần tử biểu thức. Hãy chia biểu mẫu.");
        }

        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                return depth >= FormLimits.Depth
                    ? Fault(path, $"Biểu thức lồng nhau quá {FormLimits.Depth} tầng. Hãy tách thành các câu hỏi tính toán (computed).")
                    : Operation(element, path, group, depth + 1);
            case JsonValueKind.Number when !element.TryGetDecimal(out _):
                return Fault(path, "Số quá lớn.");
            case JsonValueKind.Object:
                return Fault(path, "Biểu thức là một giá trị hoặc [\"toán tử\", …], không phải đối tượng.");
            default:
                return new Literal(path, FormValue.FromJson(element));
        }
    }

    private Expression? Operation(JsonElement element, string path, FormQuestion? group, int depth)
    {
        var length = element.GetArrayLength();
        if (length == 0 || element[0].ValueKind != JsonValueKind.String)
        {
            return Fault(path, "Mảng phải bắt đầu bằng tên toán tử, ví dụ [\"=\", [\"answer\", \"ma\"], 1].");
        }

        var name = element[0].GetString()!;
        if (name == "answer")
        {
            return length == 2 && element[1].ValueKind == JsonValueKind.String
                ? Reference(element[1].GetString()!, path, group)
                : Fault(path, "\"answer\" cần đúng một mã câu hỏi bằng chữ.");
        }

        if (!Operators.TryGetValue(name, out var op))
        {
            return Fault(path, $"Không có toán tử \"{Clip(name)}\".");
        }

        if (length - 1 < op.Least || length - 1 > op.Most)
        {
            return Fault(path, $"Toán tử \"{name}\" có {length - 1} toán hạng, không đúng số cần có.");
        }

        if (op.Operator == Operator.In && length == 3 && IsPlainList(element[2]))
        {
            return InPlainList(element, path, group, depth);
        }

        var operands = new Expression[length - 1];
        var index = 0;
        foreach (var operand in element.EnumerateArray().Skip(1))
        {
            if (Node(operand, Child(path, index + 1), group, depth) is not { } read)
            {
                return null;
            }

            operands[index++] = read;
        }

        return new Operation(path, op.Operator, operands);
    }

    /// <summary><c>["in", x, ["a", "b"]]</c> reads as <c>["in", x, "a", "b"]</c>.</summary>
    private Operation? InPlainList(JsonElement element, string path, FormQuestion? group, int depth)
    {
        var operands = new List<Expression>();
        var list = Child(path, 2);
        var items = element[2].EnumerateArray().Select((item, i) => (item, Child(list, i)));
        foreach (var (item, where) in items.Prepend((element[1], Child(path, 1))))
        {
            if (Node(item, where, group, depth) is not { } read)
            {
                return null;
            }

            operands.Add(read);
        }

        return new Operation(path, Operator.In, [.. operands]);
    }

    private static bool IsPlainList(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array && element.GetArrayLength() > 0
        && element.EnumerateArray().All(e => e.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
        && (element[0].ValueKind != JsonValueKind.String
            || (element[0].GetString() is { } first && first != "answer" && !Operators.ContainsKey(first)));

    private AnswerReference? Reference(string id, string path, FormQuestion? group)
    {
        var own = group?.Questions.FirstOrDefault(q => string.Equals(q.Id, id, StringComparison.Ordinal));
        if (own is not null)
        {
            return new AnswerReference(path, own, Reach.OwnRow, 0);
        }

        if (top.TryGetValue(id, out var question))
        {
            return new AnswerReference(path, question, Reach.Form, 0);
        }

        if (AnswerPath.TryParse(id, out var place) && place is { Row: { } row, Child: { } child } && ChildOf(place.Question, child) is { } given)
        {
            return new AnswerReference(path, given, Reach.GivenRow, row);
        }

        var dotted = id.Replace("[]", "", StringComparison.Ordinal);
        var dot = dotted.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && ChildOf(dotted[..dot], dotted[(dot + 1)..]) is { } all)
        {
            return new AnswerReference(path, all, Reach.AllRows, 0);
        }

        var candidates = inGroups[id].Take(2).ToList();
        if (candidates.Count == 1)
        {
            return new AnswerReference(path, candidates[0], Reach.AllRows, 0);
        }

        Fault(path, candidates.Count == 0
            ? $"Không có câu hỏi \"{Clip(id)}\"."
            : $"Nhiều nhóm có câu hỏi \"{Clip(id)}\": hãy viết \"nhóm.{Clip(id)}\".");
        return null;
    }

    private FormQuestion? ChildOf(string group, string child) =>
        top.GetValueOrDefault(group)?.Questions.FirstOrDefault(q => string.Equals(q.Id, child, StringComparison.Ordinal));

    private Expression? Fault(string path, string message)
    {
        faults.Add(new DefinitionFault(path, message));
        return null;
    }

    private static string Child(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    private static string Clip(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
