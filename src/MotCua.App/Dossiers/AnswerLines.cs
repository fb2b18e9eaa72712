using MotCua.Domain.Forms;

namespace MotCua.App.Dossiers;

/// <summary>Answers as a person reads them: by the pages and questions of the form version they were given on.</summary>
public static class AnswerLines
{
    /// <summary>One line for each answered question; unknown answers are shown by their id at the end, so that nothing given is hidden.</summary>
    public static IReadOnlyList<AnswerLine> Of(FormDefinition? form, FormAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var lines = new List<AnswerLine>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in form?.Pages ?? [])
        {
            foreach (var question in page.Questions)
            {
                seen.Add(question.Id);
                if (answers.Get(question.Id) is { IsBlank: false } value) Add(lines, page.Title.Vi, question, value);
            }
        }

        foreach (var (id, value) in answers.Values.Where(v => !seen.Contains(v.Key) && !v.Value.IsBlank)) lines.Add(new AnswerLine("Nội dung khác", id, value.Display));
        return lines;
    }

    private static void Add(List<AnswerLine> lines, string section, FormQuestion question, FormValue value)
    {
        if (question.Questions.Count > 0 && value is ListValue rows)
        {
            for (var i = 0; i < rows.Items.Count; i++)
            {
                if (rows.Items[i] is not ObjectValue row) continue;
                foreach (var child in question.Questions)
                {
                    if (row.Fields.GetValueOrDefault(child.Id) is { IsBlank: false } cell) lines.Add(new AnswerLine(section, $"{question.Label.Vi} {i + 1}: {child.Label.Vi}", Text(child, cell)));
                }
            }

            return;
        }

        lines.Add(new AnswerLine(section, question.Label.Vi, Text(question, value)));
    }

    private static string Text(FormQuestion question, FormValue value)
    {
        string Label(string key) => question.Options?.FirstOrDefault(o => o.Value == key)?.Label.Vi ?? key;
        return value switch
        {
            TextValue t when question.Options is not null => Label(t.Value),
            ListValue l when question.Options is not null => string.Join("; ", l.Items.Select(i => Label(i.Display))),
            _ when question.Kind == QuestionKind.File => "Tệp đính kèm, xem mục Giấy tờ",
            _ when question.Kind == QuestionKind.Date && DateOnly.TryParseExact(value.Display, "yyyy-MM-dd", out var date) => date.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture),
            _ => value.Display,
        };
    }
}
