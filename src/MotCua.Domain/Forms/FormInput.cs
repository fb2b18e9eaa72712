using System.Globalization;

namespace MotCua.Domain.Forms;

/// <summary>
/// Between posted HTML fields and answers. Field names: <c>q.</c> + path, with a part for kinds of several boxes: <c>q.ho_ten</c>,
/// <c>q.ngay_sinh.day</c>, <c>q.noi_o.street</c>, <c>q.noi_o.division</c>, <c>q.con[0].ho_ten</c>. What cannot be read stays as typed, so that the
/// page shows it again with the error, also days later on another device. Computed, account-filled and unknown questions are never taken from a post.
/// </summary>
public static class FormInput
{
    /// <summary>Start of every field name.</summary>
    public const string Prefix = "q.";

    private static readonly string[] DateBoxes = ["day", "month", "year"];
    private static readonly string[] AddressBoxes = ["street", "division"];

    /// <summary>The field name of the question at the path, or of a part of it.</summary>
    public static string FieldName(string path, string? part = null) => part is null ? Prefix + path : $"{Prefix}{path}.{part}";

    /// <summary>
    /// The answers with the posted fields of the page taken in. <paramref name="view"/> is the judgement of the answers before the post: only what
    /// it shows on the page is read, except questions of the same page that were hidden and were posted all the same (revealed without a round trip).
    /// </summary>
    public static FormAnswers Merge(FormAnswers answers, PageView view, IReadOnlyDictionary<string, IReadOnlyList<string>> posted)
    {
        var shown = view.Questions.ToDictionary(q => q.Question.Id, StringComparer.Ordinal);
        var touched = Touched(posted.Keys);
        foreach (var question in view.Page.Questions)
        {
            var now = shown.GetValueOrDefault(question.Id);
            if (now is { ReadOnly: true } || (now is null && !touched.Contains(question.Id)))
            {
                continue;
            }

            if (question.Kind == QuestionKind.Group)
            {
                answers = MergeRows(answers, question, posted, touched);
            }
            else if (Takes(question))
            {
                answers = answers.With(question.Id, Read(question, question.Id, posted));
            }
        }

        return answers;
    }

    /// <summary>
    /// What to put back into the fields of a question: the typing when it could not be read, else the value as people type it. Keys are the parts,
    /// or the empty string for the whole; several values only for choices of several and files.
    /// </summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Fields(FormQuestion question, string path, FormAnswers answers)
    {
        var raw = answers.Get(path);
        var fields = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        switch (raw)
        {
            case ObjectValue boxes:
                foreach (var (part, _) in boxes.Fields)
                {
                    fields[part] = [boxes.Text(part)];
                }

                break;
            case not null when question.Type.Kind == Expressions.TypeKind.Date && DateOf(raw) is { } day:
                fields["day"] = [day.Day.ToString(CultureInfo.InvariantCulture)];
                fields["month"] = [day.Month.ToString(CultureInfo.InvariantCulture)];
                fields["year"] = [day.Year.ToString("0000", CultureInfo.InvariantCulture)];
                break;
            case TextValue address when question.Kind == QuestionKind.Address:
                fields["street"] = [address.Value];
                break;
            case BoolValue flag:
                fields[""] = [flag.Value ? "true" : "false"];
                break;
            case NumberValue number when question.Kind == QuestionKind.Money:
                fields[""] = [AnswerReading.Amount(number.Value)];
                break;
            case ListValue list:
                fields[""] = [.. list.Items.Select(i => i.Display)];
                break;
            case not null:
                fields[""] = [raw.Display];
                break;
        }

        return fields;
    }

    private static FormAnswers MergeRows(
        FormAnswers answers, FormQuestion group, IReadOnlyDictionary<string, IReadOnlyList<string>> posted, HashSet<string> touched)
    {
        for (var row = 0; row < FormLimits.Rows; row++)
        {
            var start = string.Create(CultureInfo.InvariantCulture, $"{group.Id}[{row}]");
            if (!touched.Contains(start))
            {
                continue;
            }

            foreach (var question in group.Questions.Where(Takes))
            {
                var path = $"{start}.{question.Id}";
                if (touched.Contains(path) || question.Kind is QuestionKind.Declaration or QuestionKind.MultiChoice)
                {
                    answers = answers.With(path, Read(question, path, posted));
                }
            }
        }

        return answers;
    }

    /// <summary>Every path that a posted field belongs to: the question, its row, its group.</summary>
    private static HashSet<string> Touched(IEnumerable<string> names)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names.Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var path = name[Prefix.Length..];
            touched.Add(path);
            for (var i = 1; i < path.Length; i++)
            {
                if (path[i] is '.' or '[')
                {
                    touched.Add(path[..i]);
                }
            }
        }

        return touched;
    }

    private static bool Takes(FormQuestion question) =>
        !question.IsComputed && question.Kind is not (QuestionKind.Unknown or QuestionKind.Computed or QuestionKind.Group or QuestionKind.File);

    private static FormValue? Read(FormQuestion question, string path, IReadOnlyDictionary<string, IReadOnlyList<string>> posted)
    {
        if (question.Type.Kind == Expressions.TypeKind.Date)
        {
            return Boxes(path, DateBoxes, posted) is { } boxes ? DateOrTyping(boxes) : null;
        }

        if (question.Kind == QuestionKind.Address)
        {
            return Boxes(path, AddressBoxes, posted);
        }

        var values = posted.GetValueOrDefault(Prefix + path) ?? [];
        if (question.Kind == QuestionKind.MultiChoice)
        {
            return values.Any(v => v.Length > 0) ? new ListValue([.. values.Where(v => v.Length > 0).Select(v => new TextValue(v))]) : null;
        }

        var text = (values.Count == 0 ? "" : values[^1]).Replace("\r\n", "\n", StringComparison.Ordinal);
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return Typed(question, text);
    }

    /// <summary>The typing as a value of the kind; as text when it cannot be read, for the page to show it again.</summary>
    internal static FormValue Typed(FormQuestion question, string text) => question.Kind switch
    {
        QuestionKind.YesNo or QuestionKind.Declaration => text switch
        {
            "true" or "on" or "yes" => BoolValue.True,
            "false" or "no" => BoolValue.False,
            _ => new TextValue(text),
        },
        QuestionKind.Number when TypedNumber.Number(text) is { } number => new NumberValue(number),
        QuestionKind.Money when TypedNumber.Money(text) is { } amount => new NumberValue(amount),
        _ => new TextValue(text),
    };

    private static ObjectValue? Boxes(string path, string[] parts, IReadOnlyDictionary<string, IReadOnlyList<string>> posted)
    {
        var fields = new Dictionary<string, FormValue>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (posted.GetValueOrDefault(FieldName(path, part)) is { Count: > 0 } values && !string.IsNullOrWhiteSpace(values[^1]))
            {
                fields[part] = new TextValue(values[^1]);
            }
        }

        return fields.Count == 0 ? null : new ObjectValue(fields);
    }

    private static DateOnly? DateOf(FormValue raw) => raw switch
    {
        DateValue date => date.Value,
        TextValue text when DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => null,
    };

    private static FormValue DateOrTyping(ObjectValue boxes) =>
        DateParts.Read("", boxes.Text("day"), boxes.Text("month"), boxes.Text("year")).Date is { } date
            ? new TextValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            : boxes;
}
