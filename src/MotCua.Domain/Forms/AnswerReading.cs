using System.Globalization;

namespace MotCua.Domain.Forms;

/// <summary>A raw answer read as its kind: the typed value, what blocks it, what is odd about it.</summary>
internal readonly record struct ReadAnswer(FormValue? Value, AnswerIssue? Error = null);

/// <summary>Reads raw answers by kind: normalises what is right, says how to mend what is wrong. Rules of one answer only; never throws.</summary>
internal static class AnswerReading
{
    /// <summary>The answer of the kind; a missing value without an error means nothing was filled in.</summary>
    public static ReadAnswer Read(FormQuestion question, FormValue? raw, string path, FormContext context)
    {
        if (raw is null || (raw.IsBlank && raw is not ListValue))
        {
            return default;
        }

        return question.Kind switch
        {
            QuestionKind.Text or QuestionKind.LongText => Text(question, raw, path),
            QuestionKind.Number => Number(question, raw, path),
            QuestionKind.Money => Money(question, raw, path),
            QuestionKind.Date => Date(question, raw, path),
            QuestionKind.Choice => Choice(question, raw, path),
            QuestionKind.MultiChoice => Several(question, raw, path, v => Known(question, v), AnswerCodes.UnknownOption, "Hãy chọn trong các phương án đã cho."),
            QuestionKind.YesNo or QuestionKind.Declaration => raw is BoolValue ? new ReadAnswer(raw) : WrongType(question, path, "Hãy chọn lại."),
            QuestionKind.IdentityNumber => Normalised(question, raw, path, IdentityNumber.Normalise, AnswerCodes.BadIdentityNumber, "có 12 chữ số như trên thẻ căn cước, hoặc 9 chữ số nếu là chứng minh nhân dân cũ. Hãy đối chiếu rồi nhập lại."),
            QuestionKind.Phone => Normalised(question, raw, path, PhoneNumber.Normalise, AnswerCodes.BadPhone, "phải là số điện thoại Việt Nam 10 chữ số, ví dụ 0912 345 678."),
            QuestionKind.Email => Normalised(question, raw, path, EmailAddress.Normalise, AnswerCodes.BadEmail, "phải có dạng ten@tenmien, ví dụ lan@example.vn."),
            QuestionKind.PersonName => Normalised(question, raw, path, PersonName.Normalise, AnswerCodes.BadName, "chỉ gồm chữ cái, dấu cách, dấu nháy hoặc gạch nối; không có chữ số và ký hiệu khác."),
            QuestionKind.Division => Division(question, raw, path, context),
            QuestionKind.Address => Address(question, raw, path, context),
            QuestionKind.File => Several(question, raw is TextValue ? new ListValue([raw]) : raw, path, v => context.FileKnown?.Invoke(v) ?? true, AnswerCodes.UnknownFile, "Có tệp không còn hoặc chưa tải lên xong. Hãy tải lên lại."),
            QuestionKind.Account when question.Type.Kind == Expressions.TypeKind.Date => Date(question, raw, path),
            QuestionKind.Account => Text(question, raw, path),
            QuestionKind.Group => raw is ListValue ? new ReadAnswer(raw) : WrongType(question, path, "Phải là danh sách các mục."),
            _ => new ReadAnswer(raw),
        };
    }

    /// <summary>The value as people read it.</summary>
    public static string Display(FormQuestion question, FormValue? value, FormContext context) => value switch
    {
        null => "",
        TextValue t when question.Options is not null => Label(question, t.Value),
        ListValue l when question.Options is not null => string.Join("; ", l.Items.Select(i => Label(question, i.Display))),
        TextValue t when question.Kind == QuestionKind.Division => context.DivisionName?.Invoke(t.Value) ?? t.Value,
        ObjectValue o when question.Kind == QuestionKind.Address =>
            string.Join(", ", new[] { o.Text("street"), o.Text("division") is { Length: > 0 } code ? context.DivisionName?.Invoke(code) ?? code : "" }.Where(p => p.Length > 0)),
        NumberValue n when question.Kind == QuestionKind.Money || (question.IsComputed && question.Suffix == "đồng") => Amount(n.Value) + " đồng",
        NumberValue n => question.Suffix is { } suffix ? $"{n.Display} {suffix}" : n.Display,
        BoolValue { Value: true } when question.Kind == QuestionKind.Declaration => "Đã cam đoan",
        _ => value.Display,
    };

    /// <summary>An amount with full stops between thousands.</summary>
    public static string Amount(decimal amount) => amount.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.');

    /// <summary>The short name inside a sentence: first letter small, unless it starts an abbreviation.</summary>
    public static string Inside(string name) =>
        name.Length > 1 && char.IsUpper(name[0]) && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    private static string Label(FormQuestion question, string value) =>
        question.Options!.FirstOrDefault(o => string.Equals(o.Value, value, StringComparison.Ordinal))?.Label.Vi ?? value;

    private static ReadAnswer Text(FormQuestion question, FormValue raw, string path)
    {
        if (raw is not TextValue text)
        {
            return WrongType(question, path, "Phải là chữ.");
        }

        var several = question.Kind == QuestionKind.LongText;
        var clean = PersonName.Nfc(new string([.. text.Value.Where(c => !char.IsControl(c) || (several && c is '\n' or '\t'))])).Trim();
        if (clean.Length == 0)
        {
            return default;
        }

        if (question.Digits.Count > 0)
        {
            var code = clean.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
            return question.Digits.Contains(code.Length) && code.All(char.IsAsciiDigit)
                ? new ReadAnswer(new TextValue(code))
                : Fail(path, AnswerCodes.BadCode, $"{question.Short} {DigitsSentence(question.Digits)}");
        }

        var value = new TextValue(clean);
        return clean.Length <= question.MaxLength
            ? new ReadAnswer(value)
            : new ReadAnswer(value, new AnswerIssue(path, AnswerCodes.TooLong, $"{question.Short} dài {clean.Length} ký tự, nhiều nhất {question.MaxLength}. Hãy rút ngắn bớt {clean.Length - question.MaxLength} ký tự."));
    }

    /// <summary>How many digits a code has, said so that a person can mend it: a tax code is 10 or 13 (TT 105/2020/TT-BTC Đ5), and 12 when the identity number stands for it.</summary>
    private static string DigitsSentence(IReadOnlyList<int> digits) => digits.Order().ToList() switch
    {
        [var only] => $"có {only} chữ số. Hãy kiểm tra xem có thiếu hoặc thừa số nào không.",
        [10, 12, 13] => "có 10 chữ số (cá nhân, hộ kinh doanh) hoặc 13 chữ số (đơn vị phụ thuộc). Nếu dùng số căn cước thay mã số thuế thì nhập đủ 12 chữ số.",
        [10, 13] => "có 10 chữ số, hoặc 13 chữ số nếu là đơn vị phụ thuộc.",
        var several => $"có {string.Join(", ", several.SkipLast(1))} hoặc {several[^1]} chữ số. Hãy kiểm tra xem có thiếu hoặc thừa số nào không.",
    };

    private static ReadAnswer Number(FormQuestion question, FormValue raw, string path) =>
        raw is NumberValue number && (!question.Whole || decimal.Truncate(number.Value) == number.Value)
            ? new ReadAnswer(raw)
            : Fail(path, AnswerCodes.BadNumber, question.Whole ? $"{question.Short} phải là số nguyên, ví dụ 2." : $"{question.Short} phải là số, ví dụ 12 hoặc 12,5.");

    private static ReadAnswer Money(FormQuestion question, FormValue raw, string path)
    {
        var amount = raw switch
        {
            NumberValue n => n.Value,
            TextValue t => TypedNumber.Money(t.Value),
            _ => null,
        };
        return amount is { } value && decimal.Truncate(value) == value
            ? new ReadAnswer(new NumberValue(value))
            : Fail(path, AnswerCodes.BadNumber, $"{question.Short} phải là số tiền tròn đồng, ví dụ 1.500.000.");
    }

    private static ReadAnswer Date(FormQuestion question, FormValue raw, string path)
    {
        if (raw is DateValue)
        {
            return new ReadAnswer(raw);
        }

        if (raw is ObjectValue boxes)
        {
            var read = DateParts.Read(question.Short.Vi, boxes.Text("day"), boxes.Text("month"), boxes.Text("year"));
            return read.Date is { } typed
                ? new ReadAnswer(new DateValue(typed))
                : read.Message is { } message ? new ReadAnswer(null, new AnswerIssue(path, AnswerCodes.BadDate, message, read.Part)) : default;
        }

        return raw is TextValue text && DateOnly.TryParseExact(text.Value.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new ReadAnswer(new DateValue(date))
            : Fail(path, AnswerCodes.BadDate, $"{question.Short} phải là ngày có thật, gồm ngày, tháng và năm, ví dụ 27 8 1990.");
    }

    private static ReadAnswer Choice(FormQuestion question, FormValue raw, string path)
    {
        if (raw is not TextValue text)
        {
            return WrongType(question, path, "Hãy chọn một phương án.");
        }

        return Known(question, text.Value)
            ? new ReadAnswer(text)
            : Fail(path, AnswerCodes.UnknownOption, $"{question.Short}: hãy chọn trong các phương án đã cho.");
    }

    private static bool Known(FormQuestion question, string value) =>
        question.Options is null ? value.Length <= FormLimits.Text : question.Options.Any(o => string.Equals(o.Value, value, StringComparison.Ordinal));

    private static ReadAnswer Several(FormQuestion question, FormValue raw, string path, Func<string, bool> known, string code, string mend)
    {
        if (raw is not ListValue list || list.Items.Any(i => i is not TextValue))
        {
            return WrongType(question, path, mend);
        }

        var values = list.Items.Cast<TextValue>().Where(t => !t.IsBlank).DistinctBy(t => t.Value).ToList();
        return values.Count <= FormLimits.Rows && values.All(t => known(t.Value))
            ? new ReadAnswer(new ListValue(values))
            : Fail(path, code, $"{question.Short}: {AnswerReading.Inside(mend)}");
    }

    private static ReadAnswer Normalised(FormQuestion question, FormValue raw, string path, Func<string, string?> normalise, string code, string mend)
    {
        if (raw is not TextValue text)
        {
            return WrongType(question, path, "Phải là chữ.");
        }

        if (text.Value.Length > question.MaxLength)
        {
            return Fail(path, AnswerCodes.TooLong, $"{question.Short} dài quá {question.MaxLength} ký tự. Hãy rút ngắn lại.");
        }

        return normalise(text.Value.Trim()) is { } value ? new ReadAnswer(new TextValue(value)) : Fail(path, code, $"{question.Short} {mend}");
    }

    private static ReadAnswer Division(FormQuestion question, FormValue raw, string path, FormContext context)
    {
        if (raw is not TextValue text)
        {
            return WrongType(question, path, "Hãy chọn đơn vị hành chính trong danh sách.");
        }

        var code = text.Value.Trim();
        return IsDivision(code, question.Level, context)
            ? new ReadAnswer(new TextValue(code))
            : Fail(path, AnswerCodes.UnknownDivision, $"{question.Short}: không có đơn vị hành chính này. Hãy chọn lại trong danh sách.");
    }

    private static bool IsDivision(string code, string? level, FormContext context)
    {
        var length = level switch { "tinh" => 2, "huyen" => 3, "xa" => 5, _ => 0 };
        return code.Length is 2 or 3 or 5 && (length == 0 || code.Length == length) && code.All(char.IsAsciiDigit)
            && (context.DivisionName is null || context.DivisionName(code) is not null);
    }

    private static ReadAnswer Address(FormQuestion question, FormValue raw, string path, FormContext context)
    {
        if (raw is not ObjectValue parts)
        {
            return Text(question, raw, path);
        }

        var (street, division) = (PersonName.Nfc(parts.Text("street")).Trim(), parts.Text("division").Trim());
        if (street.Length > question.MaxLength)
        {
            return new ReadAnswer(null, new AnswerIssue(path, AnswerCodes.TooLong, $"{question.Short} dài quá {question.MaxLength} ký tự. Hãy rút ngắn lại.", "street"));
        }

        if (division.Length > 0 && !IsDivision(division, question.Level, context))
        {
            return new ReadAnswer(null, new AnswerIssue(path, AnswerCodes.UnknownDivision, $"{question.Short}: không có đơn vị hành chính này. Hãy chọn lại trong danh sách.", "division"));
        }

        if (street.Length == 0)
        {
            return division.Length == 0
                ? default
                : new ReadAnswer(null, new AnswerIssue(path, AnswerCodes.Required, $"{question.Short}: hãy ghi số nhà, đường, thôn, tổ dân phố.", "street"));
        }

        var fields = new Dictionary<string, FormValue>(StringComparer.Ordinal) { ["street"] = new TextValue(street) };
        if (division.Length > 0)
        {
            fields["division"] = new TextValue(division);
        }

        return new ReadAnswer(new ObjectValue(fields));
    }

    private static ReadAnswer WrongType(FormQuestion question, string path, string mend) =>
        Fail(path, AnswerCodes.WrongType, $"{question.Short}: câu trả lời không đúng kiểu. {mend}");

    private static ReadAnswer Fail(string path, string code, string message) => new(null, new AnswerIssue(path, code, message));
}
