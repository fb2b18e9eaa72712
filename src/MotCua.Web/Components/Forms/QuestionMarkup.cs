using System.Globalization;
using Microsoft.AspNetCore.Html;
using MotCua.App.Documents;
using MotCua.App.Organisations;
using MotCua.Domain.Forms;

namespace MotCua.Web.Components.Forms;

/// <summary>What drawing the questions of a page needs beside the judgement.</summary>
/// <param name="Answers">Answers with unfinished typing: what goes back into the boxes.</param>
/// <param name="Divisions">Divisions in force, in Vietnamese order.</param>
/// <param name="Errors">Errors to show; those of questions not tried yet are left out.</param>
public sealed record QuestionDrawing(FormAnswers Answers, IReadOnlyList<DivisionRow> Divisions, IReadOnlyList<AnswerIssue> Errors)
{
    /// <summary>The question that is the page's heading, when there is only one.</summary>
    public string? HeadingPath { get; init; }

    /// <summary>What another device saved of the same page, or null.</summary>
    public FormView? Elsewhere { get; init; }

    /// <summary>Files of the draft, for questions of kind file.</summary>
    public IReadOnlyList<StoredFileRow> Files { get; init; } = [];

    /// <summary>Where a file of the draft is seen.</summary>
    public Func<Guid, string> FileLink { get; init; } = _ => "";

    /// <summary>Greatest size of a file, MiB.</summary>
    public int MaxMiB { get; init; } = 10;

    /// <summary>Where answers of kind account come from, in words.</summary>
    public string AccountSource { get; init; } = "Lấy từ tài khoản định danh điện tử của bạn.";
}

/// <summary>Draws the questions of the e-form engine with the design system: every kind, every state, without JavaScript.</summary>
public static class QuestionMarkup
{
    private const int MostRadios = 8;

    /// <summary>The id of a question's control, and of the link in the error summary.</summary>
    public static string IdOf(string path, string? part = null)
    {
        var id = new string([.. FormInput.FieldName(path).Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? c : '_')]);
        return part switch { "month" => id + "_Month", "year" => id + "_Year", "division" => id + "_division", _ => id };
    }

    /// <summary>Lines of the error summary.</summary>
    public static IReadOnlyList<(string? Id, string Message)> Lines(IEnumerable<AnswerIssue> errors) =>
        [.. errors.DistinctBy(e => (e.Question, e.Message)).Select(e => ((string?)IdOf(e.Question, e.Part), e.Message))];

    /// <summary>One question, a group with its rows included.</summary>
    public static IHtmlContent Render(QuestionView view, QuestionDrawing drawing)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(drawing);
        var m = new Markup();
        if (view.Question.Kind == QuestionKind.Group)
        {
            return Group(m, view, drawing);
        }

        m.Raw(view.ReadOnly ? Shown(view, drawing) : Asked(view, drawing));
        foreach (var warning in view.Warnings)
        {
            m.Open("div", ("class", "govuk-inset-text mc-check")).Element("strong", "Kiểm tra lại: ").Text(warning.Message + " Nếu đúng như giấy tờ, bạn cứ tiếp tục.").Close("div");
        }

        if (drawing.Elsewhere?.Pages.SelectMany(p => p.Questions.Concat(p.Questions.SelectMany(q => q.Rows.SelectMany(r => r)))).FirstOrDefault(q => q.Path == view.Path) is { } other && other.Display != view.Display)
        {
            m.Open("div", ("class", "govuk-inset-text mc-elsewhere")).Element("strong", "Đã lưu ở nơi khác: ").Text(other.Display.Length > 0 ? other.Display : "(để trống)").Close("div");
        }

        return m;
    }

    private static IHtmlContent Asked(QuestionView view, QuestionDrawing d)
    {
        var q = view.Question;
        var typed = FormInput.Fields(q, view.Path, d.Answers);
        string? One(string part = "") => typed.GetValueOrDefault(part) is { Count: > 0 } values ? values[^1] : null;
        var issue = d.Errors.FirstOrDefault(e => e.Question == view.Path);
        var (id, name, label, hint, error) = (IdOf(view.Path), FormInput.FieldName(view.Path), q.Label.Vi, q.Hint?.Vi, issue?.Message);
        var isHeading = d.HeadingPath == view.Path;
        var (size, optional) = (isHeading ? "l" : "s", !view.Required && q.Kind != QuestionKind.Declaration);
        switch (q.Kind)
        {
            case QuestionKind.LongText:
                return FieldMarkup.TextArea(new TextAreaField { Id = id, Name = name, Label = label, Hint = hint, Error = error, LabelSize = size, LabelIsHeading = isHeading, Optional = optional, Value = One(), MaxLength = q.MaxLength });
            case QuestionKind.Date:
                return FieldMarkup.Date(new DateField
                {
                    Id = id,
                    Name = name,
                    Label = label,
                    Hint = hint ?? "Ví dụ 27 3 1986",
                    Error = error,
                    LabelSize = size,
                    LabelIsHeading = isHeading,
                    Optional = optional,
                    Value = new DateBoxes { Day = One("day"), Month = One("month"), Year = One("year") },
                    Wrong = issue?.Part switch { "day" => DateParts.Day, "month" => DateParts.Month, "year" => DateParts.Year, _ => DateParts.None },
                    Birthday = q.From == AccountFields.BirthDate,
                });
            case QuestionKind.YesNo:
                return FieldMarkup.Radios(new RadiosField
                {
                    Id = id,
                    Name = name,
                    Label = label,
                    Hint = hint,
                    Error = error,
                    LabelSize = size,
                    LabelIsHeading = isHeading,
                    Optional = optional,
                    Value = One(),
                    Inline = true,
                    Choices = [new Choice("true", "Có"), new Choice("false", "Không")],
                });
            case QuestionKind.Choice when q.Options is { } options:
                var choices = options.Select(o => new Choice(o.Value, o.Label.Vi)).ToList();
                return choices.Count <= MostRadios
                    ? FieldMarkup.Radios(new RadiosField { Id = id, Name = name, Label = label, Hint = hint, Error = error, LabelSize = size, LabelIsHeading = isHeading, Optional = optional, Value = One(), Choices = choices })
                    : FieldMarkup.Select(new SelectField { Id = id, Name = name, Label = label, Hint = hint, Error = error, LabelSize = size, LabelIsHeading = isHeading, Optional = optional, Value = One(), Choices = choices });
            case QuestionKind.MultiChoice:
                return FieldMarkup.Checkboxes(new CheckboxesField
                {
                    Id = id,
                    Name = name,
                    Label = label,
                    Hint = hint ?? "Chọn tất cả mục đúng.",
                    Error = error,
                    LabelSize = size,
                    LabelIsHeading = isHeading,
                    Optional = optional,
                    Values = [.. typed.GetValueOrDefault("") ?? []],
                    Choices = [.. (q.Options ?? []).Select(o => new Choice(o.Value, o.Label.Vi))],
                });
            case QuestionKind.Declaration:
                return FieldMarkup.Checkboxes(new CheckboxesField
                {
                    Id = id,
                    Name = name,
                    Label = q.Short.Vi == label ? "Cam đoan" : q.Short.Vi,
                    Hint = hint,
                    Error = error,
                    LabelSize = size,
                    Values = One() == "true" ? ["true"] : [],
                    Choices = [new Choice("true", label)],
                });
            case QuestionKind.Division:
                return FieldMarkup.Select(new SelectField { Id = id, Name = name, Label = label, Hint = hint, Error = error, LabelSize = size, LabelIsHeading = isHeading, Optional = optional, Value = One(), Choices = DivisionChoices.Of(d.Divisions, q.Level) });
            case QuestionKind.Address:
                return Address(view, d, issue, One);
            case QuestionKind.File:
                return Files(view, d, error);
            default:
                return FieldMarkup.Text(Line(q, new TextField { Id = id, Name = name, Label = label, Hint = hint, Error = error, LabelSize = size, LabelIsHeading = isHeading, Optional = optional, Value = One() }));
        }
    }

    private static TextField Line(FormQuestion q, TextField field) => q.Kind switch
    {
        QuestionKind.Phone => field with { Type = "tel", InputMode = "tel", Width = 20, Autocomplete = q.From == AccountFields.Phone ? "tel" : null, Verbatim = true },
        QuestionKind.Email => field with { Type = "email", Autocomplete = q.From == AccountFields.Email ? "email" : null, Verbatim = true },
        QuestionKind.IdentityNumber => field with { InputMode = "numeric", Width = 20, Hint = field.Hint ?? "12 số trên thẻ căn cước; CMND cũ có 9 số.", Verbatim = true },
        QuestionKind.PersonName => field with { Hint = field.Hint ?? "Viết có dấu, đúng như trên giấy tờ.", Autocomplete = q.From == AccountFields.FullName ? "name" : null, Verbatim = true },
        QuestionKind.Number => field with { InputMode = "decimal", Width = 10, Suffix = q.Suffix },
        QuestionKind.Money => field with { InputMode = "numeric", Width = 20, Suffix = q.Suffix ?? "đồng" },
        _ => field with { MaxLength = q.MaxLength, Suffix = q.Suffix },
    };

    private static IHtmlContent Address(QuestionView view, QuestionDrawing d, AnswerIssue? issue, Func<string, string?> typed)
    {
        var (id, name, q) = (IdOf(view.Path), FormInput.FieldName(view.Path), view.Question);
        var m = new Markup().Open("fieldset", ("class", "govuk-fieldset mc-address"), ("aria-describedby", q.Hint is null ? null : id + "-hint"))
            .Open("legend", ("class", "govuk-fieldset__legend govuk-fieldset__legend--s")).Text(view.Required ? q.Label.Vi : q.Label.Vi + " (không bắt buộc)").Close("legend")
            .ElementIfAny("div", q.Hint?.Vi, ("class", "govuk-hint"), ("id", id + "-hint"));
        m.Raw(FieldMarkup.Text(new TextField
        {
            Id = id,
            Name = name + ".street",
            Label = "Số nhà, đường, thôn, tổ dân phố",
            Value = typed("street"),
            Error = issue is { Part: not "division" } ? issue.Message : null,
            Autocomplete = q.From == AccountFields.Address ? "street-address" : null,
            MaxLength = FormLimits.Text,
        }));
        m.Raw(FieldMarkup.Select(new SelectField
        {
            Id = IdOf(view.Path, "division"),
            Name = name + ".division",
            Label = "Xã, phường, thị trấn",
            Hint = "Ngoài tỉnh Bắc Kạn: chọn tên tỉnh ở cuối danh sách, ghi xã và huyện ở ô trên.",
            Value = typed("division"),
            Error = issue is { Part: "division" } ? issue.Message : null,
            Choices = DivisionChoices.Of(d.Divisions, null),
        }));
        return m.Close("fieldset");
    }

    private static Markup Files(QuestionView view, QuestionDrawing d, string? error)
    {
        var m = new Markup();
        var list = view.Value is ListValue values ? values.Items.OfType<TextValue>().Select(t => t.Value).ToList() : [];
        foreach (var file in d.Files.Where(f => list.Contains(f.Id.ToString("N"))))
        {
            m.Open("p", ("class", "govuk-body")).Open("a", ("class", "govuk-link"), ("href", d.FileLink(file.Id))).Text(file.Name).Close("a").Text($" ({Say.Size(file.Size)}) ")
                .Open("button", ("class", "mc-link-button"), ("type", "submit"), ("name", "bo-tep"), ("value", $"{view.Path}:{file.Id:N}")).Text("Bỏ tệp").Element("span", " " + file.Name, ("class", "govuk-visually-hidden")).Close("button").Close("p");
        }

        m.Raw(FieldMarkup.File(new FileField { Id = IdOf(view.Path), Name = "tep." + view.Path, Label = view.Question.Label.Vi, Hint = view.Question.Hint?.Vi, Error = error, LabelSize = "s", Optional = !view.Required, MaxMiB = d.MaxMiB }));
        return m.Open("button", ("class", "govuk-button govuk-button--secondary"), ("type", "submit"), ("name", "tai-len"), ("value", view.Path)).Text("Tải tệp lên").Close("button");
    }

    /// <summary>What the person does not fill in: from the account, worked out, or of a kind this version does not know.</summary>
    private static Markup Shown(QuestionView view, QuestionDrawing d)
    {
        var source = view.Question.Kind switch
        {
            QuestionKind.Account => d.AccountSource,
            QuestionKind.Unknown => "Phiên bản này chưa hỏi được câu này; bạn không cần trả lời.",
            _ => "Hệ thống tự tính từ các câu trả lời.",
        };
        return new Markup().Open("div", ("class", "govuk-form-group mc-shown"), ("id", IdOf(view.Path)))
            .Element("p", view.Question.Label.Vi, ("class", "govuk-label govuk-label--s"))
            .Element("p", view.Display.Length > 0 ? view.Display : "Chưa có", ("class", "mc-shown__value"))
            .Element("p", view.Question.Hint is { } hint ? $"{hint.Vi} {source}" : source, ("class", "govuk-hint")).Close("div");
    }

    private static Markup Group(Markup m, QuestionView view, QuestionDrawing d)
    {
        var (q, id) = (view.Question, IdOf(view.Path));
        var error = d.Errors.FirstOrDefault(e => e.Question == view.Path)?.Message;
        m.Open("div", ("class", FieldMarkup.Classes("govuk-form-group mc-group", error is null ? null : "govuk-form-group--error")), ("id", id), ("tabindex", "-1"))
            .Element("h2", view.Required ? q.Label.Vi : q.Label.Vi + " (không bắt buộc)", ("class", "govuk-heading-m"))
            .ElementIfAny("div", q.Hint?.Vi, ("class", "govuk-hint")).ElementIfAny("p", error, ("class", "govuk-error-message"));
        for (var row = 0; row < view.Rows.Count; row++)
        {
            var number = (row + 1).ToString(CultureInfo.InvariantCulture);
            m.Open("fieldset", ("class", "govuk-fieldset mc-group__row")).Open("legend", ("class", "govuk-fieldset__legend govuk-fieldset__legend--m")).Text($"{q.Short.Vi} {number}").Close("legend");
            foreach (var inner in view.Rows[row])
            {
                m.Raw(Render(inner, d));
            }

            m.Open("button", ("class", "mc-link-button"), ("type", "submit"), ("name", "xoa"), ("value", string.Create(CultureInfo.InvariantCulture, $"{q.Id}[{row}]")))
                .Text("Xóa mục này").Element("span", $" {q.Short.Vi} {number}", ("class", "govuk-visually-hidden")).Close("button").Close("fieldset");
        }

        if (view.Rows.Count < q.MaxRows)
        {
            m.Open("button", ("class", "govuk-button govuk-button--secondary"), ("type", "submit"), ("name", "them"), ("value", q.Id)).Text(view.Rows.Count == 0 ? "Thêm" : "Thêm mục nữa")
                .Element("span", " " + q.Short.Vi, ("class", "govuk-visually-hidden")).Close("button");
        }

        return m.Close("div");
    }
}
