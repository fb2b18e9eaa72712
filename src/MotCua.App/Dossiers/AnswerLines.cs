using MotCua.Domain.Forms;

namespace MotCua.App.Dossiers;

/// <summary>Answers as a person reads them: by the pages and questions of the form version they were given on.</summary>
public static class AnswerLines
{
    /// <summary>One line for each answered question; unknown answers are shown by their id at the end, so that nothing given is hidden.</summary>
    /// <param name="form">The form, or null when it cannot be read any more.</param>
    /// <param name="answers">The answers.</param>
    /// <param name="divisionName">Name of a division by its code; a code without a name is shown as it is.</param>
    public static IReadOnlyList<AnswerLine> Of(FormDefinition? form, FormAnswers answers, Func<string, string?>? divisionName = null)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var lines = new List<AnswerLine>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in form?.Pages ?? [])
        {
            foreach (var question in page.Questions)
            {
                seen.Add(question.Id);
                if (answers.Get(question.Id) is { IsBlank: false } value) Add(lines, page.Title.Vi, question, value, divisionName);
            }
        }

        foreach (var (id, value) in answers.Values.Where(v => !seen.Contains(v.Key) && !v.Value.IsBlank)) lines.Add(new AnswerLine("Nội dung khác", id, value.Display));
        return lines;
    }

    private static void Add(List<AnswerLine> lines, string section, FormQuestion question, FormValue value, Func<string, string?>? divisionName)
    {
        if (question.Questions.Count > 0 && value is ListValue rows)
        {
            for (var i = 0; i < rows.Items.Count; i++)
            {
                if (rows.Items[i] is not ObjectValue row) continue;
                foreach (var child in question.Questions)
                {
                    if (row.Fields.GetValueOrDefault(child.Id) is { IsBlank: false } cell) lines.Add(new AnswerLine(section, $"{question.Short.Vi} {i + 1}: {child.Short.Vi}", Text(child, cell, divisionName)));
                }
            }

            return;
        }

        lines.Add(new AnswerLine(section, question.Short.Vi, Text(question, value, divisionName)));
    }

    private static string Text(FormQuestion question, FormValue value, Func<string, string?>? divisionName)
    {
        string Label(string key) => question.Options?.FirstOrDefault(o => o.Value == key)?.Label.Vi ?? key;
        return value switch
        {
            ObjectValue o when question.Kind == QuestionKind.Address =>
                string.Join(", ", new[] { o.Text("street"), o.Text("division") is { Length: > 0 } code ? divisionName?.Invoke(code) ?? code : "" }.Where(part => part.Length > 0)),
            TextValue t when question.Kind == QuestionKind.Division => divisionName?.Invoke(t.Value) ?? t.Value,
            BoolValue { Value: true } when question.Kind == QuestionKind.Declaration => "Đã đánh dấu",
            TextValue t when question.Options is not null => Label(t.Value),
            ListValue l when question.Options is not null => string.Join("; ", l.Items.Select(i => Label(i.Display))),
            _ when question.Kind == QuestionKind.File => "Tệp đính kèm, xem mục Giấy tờ",
            _ when question.Kind == QuestionKind.Date && DateOnly.TryParseExact(value.Display, "yyyy-MM-dd", out var date) => date.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture),
            _ => value.Display,
        };
    }
}
