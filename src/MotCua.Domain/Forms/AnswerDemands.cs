namespace MotCua.Domain.Forms;

/// <summary>What a question demands of an answer beyond its kind: that there is one, and that it lies within bounds.</summary>
internal static class AnswerDemands
{
    /// <summary>The error of an answer that is needed and not there.</summary>
    public static AnswerIssue Missing(FormQuestion question, string path)
    {
        var name = AnswerReading.Inside(question.Short.Vi);
        return question.Kind switch
        {
            QuestionKind.Declaration => new AnswerIssue(path, AnswerCodes.NotDeclared, "Hãy đọc lời cam đoan và đánh dấu vào ô trước khi tiếp tục."),
            QuestionKind.YesNo => new AnswerIssue(path, AnswerCodes.Required, $"Hãy chọn Có hoặc Không: {name}"),
            QuestionKind.Choice or QuestionKind.MultiChoice or QuestionKind.Division => new AnswerIssue(path, AnswerCodes.Required, $"Hãy chọn {name}"),
            QuestionKind.File => new AnswerIssue(path, AnswerCodes.Required, $"Hãy tải lên {name}"),
            QuestionKind.Date => new AnswerIssue(path, AnswerCodes.Required, $"Hãy nhập {name}", "day"),
            QuestionKind.Address => new AnswerIssue(path, AnswerCodes.Required, $"Hãy nhập {name}", "street"),
            _ => new AnswerIssue(path, AnswerCodes.Required, $"Hãy nhập {name}"),
        };
    }

    /// <summary>Errors of a number, a date or a number of choices outside the bounds.</summary>
    public static void Bounds(FormQuestion question, string path, FormValue value, FormValue? min, FormValue? max, List<AnswerIssue> errors)
    {
        var name = question.Short.Vi;
        switch (value)
        {
            case NumberValue n:
                if (min is NumberValue least && n.Value < least.Value)
                {
                    errors.Add(new AnswerIssue(path, AnswerCodes.TooSmall, $"{name} phải từ {Show(question, least)} trở lên."));
                }

                if (max is NumberValue most && n.Value > most.Value)
                {
                    errors.Add(new AnswerIssue(path, AnswerCodes.TooLarge, $"{name} không được lớn hơn {Show(question, most)}."));
                }

                break;
            case DateValue d:
                if (min is DateValue earliest && d.Value < earliest.Value)
                {
                    errors.Add(new AnswerIssue(path, AnswerCodes.TooSmall, $"{name} phải từ ngày {earliest.Display} trở về sau."));
                }

                if (max is DateValue latest && d.Value > latest.Value)
                {
                    errors.Add(new AnswerIssue(path, AnswerCodes.TooLarge, $"{name} không được sau ngày {latest.Display}."));
                }

                break;
            case ListValue l when question.Kind != QuestionKind.Group:
                if (min is NumberValue few && l.Items.Count < few.Value)
                {
                    errors.Add(new AnswerIssue(path, AnswerCodes.TooFew, $"{name}: cần ít nhất {few.Display}."));
                }

                if (max is NumberValue many && l.Items.Count > many.Value)
                {
                    errors.Add(new AnswerIssue(path, AnswerCodes.TooMany, $"{name}: nhiều nhất {many.Display}."));
                }

                break;
        }
    }

    /// <summary>Errors of a group with too few or too many rows.</summary>
    public static void Rows(FormQuestion group, int count, bool required, List<AnswerIssue> errors)
    {
        var name = AnswerReading.Inside(group.Short.Vi);
        var least = required ? Math.Max(1, group.MinRows) : group.MinRows;
        if (count == 0 && least > 0)
        {
            errors.Add(new AnswerIssue(group.Id, AnswerCodes.Required, $"Hãy khai ít nhất {least} mục: {name}."));
        }
        else if (count < least)
        {
            errors.Add(new AnswerIssue(group.Id, AnswerCodes.TooFew, $"Hãy khai ít nhất {least} mục: {name}; hiện có {count}."));
        }
        else if (count > Math.Min(group.MaxRows, FormLimits.Rows))
        {
            errors.Add(new AnswerIssue(group.Id, AnswerCodes.TooMany, $"Nhiều nhất {Math.Min(group.MaxRows, FormLimits.Rows)} mục: {name}; hiện có {count}. Hãy xóa bớt."));
        }
    }

    private static string Show(FormQuestion question, NumberValue value) =>
        question.Kind == QuestionKind.Money ? AnswerReading.Amount(value.Value) + " đồng" : value.Display;
}
