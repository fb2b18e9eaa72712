using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace MotCua.Web.Components;

/// <summary>Pure generators of the questions: options in, HTML out. Tag helpers and the e-form engine's pages both use these.</summary>
public static class FieldMarkup
{
    /// <summary>One line of text.</summary>
    public static IHtmlContent Text(TextField f) => Group(f, m =>
    {
        Label(m, f);
        HintAndError(m, f);
        if (f.Suffix is not null)
        {
            m.Open("div", ("class", "govuk-input__wrapper"));
        }

        m.Open("input",
            ("class", Classes("govuk-input", f.Width is { } w ? $"govuk-input--width-{w}" : null, f.Error is null ? null : "govuk-input--error")),
            ("id", f.Id), ("name", f.Name), ("type", f.Type), ("value", f.Type == "password" ? null : f.Value), ("inputmode", f.InputMode),
            ("autocomplete", f.Autocomplete), ("maxlength", Number(f.MaxLength)), ("spellcheck", f.Verbatim ? "false" : null),
            ("aria-describedby", DescribedBy(f)), ("aria-invalid", f.Error is null ? null : "true"), ("disabled", Flag(f.Disabled)));
        if (f.Suffix is not null)
        {
            m.Element("div", f.Suffix, ("class", "govuk-input__suffix"), ("aria-hidden", "true")).Close("div");
        }
    });

    /// <summary>Several lines of text.</summary>
    public static IHtmlContent TextArea(TextAreaField f)
    {
        var limit = f.MaxLength is { } n ? $"Tối đa {n.ToString("N0", CultureInfo.GetCultureInfo("vi-VN"))} ký tự." : null;
        var shown = limit is null ? f : f with { Hint = f.Hint is null ? limit : $"{f.Hint} {limit}" };
        return Group(shown, m =>
        {
            Label(m, shown);
            HintAndError(m, shown);
            // a line feed right after the tag is dropped by browsers: one is always written, so that typed ones are kept
            m.Open("textarea", ("class", Classes("govuk-textarea", f.Error is null ? null : "govuk-textarea--error")), ("id", f.Id), ("name", f.Name),
                ("rows", Number(f.Rows)), ("maxlength", Number(f.MaxLength)), ("aria-describedby", DescribedBy(shown)),
                ("aria-invalid", f.Error is null ? null : "true"), ("disabled", Flag(f.Disabled))).Text("\n" + f.Value).Close("textarea");
        });
    }

    /// <summary>One of many.</summary>
    public static IHtmlContent Select(SelectField f) => Group(f, m =>
    {
        Label(m, f);
        HintAndError(m, f);
        m.Open("select", ("class", Classes("govuk-select", f.Error is null ? null : "govuk-select--error")), ("id", f.Id), ("name", f.Name),
            ("aria-describedby", DescribedBy(f)), ("aria-invalid", f.Error is null ? null : "true"), ("disabled", Flag(f.Disabled)));
        if (f.Empty is not null)
        {
            m.Element("option", f.Empty, ("value", ""));
        }

        string? group = null;
        foreach (var choice in f.Choices)
        {
            if (choice.Group != group)
            {
                if (group is not null)
                {
                    m.Close("optgroup");
                }

                if (choice.Group is not null)
                {
                    m.Open("optgroup", ("label", choice.Group));
                }

                group = choice.Group;
            }

            m.Element("option", choice.Label, ("value", choice.Value), ("selected", Flag(choice.Value == f.Value)));
        }

        if (group is not null)
        {
            m.Close("optgroup");
        }

        m.Close("select");
    });

    /// <summary>One of a few.</summary>
    public static IHtmlContent Radios(RadiosField f) => Set(f, m =>
    {
        m.Open("div", ("class", Classes("govuk-radios", f.Inline ? "govuk-radios--inline" : null, f.Small ? "govuk-radios--small" : null)));
        for (var i = 0; i < f.Choices.Count; i++)
        {
            Item(m, f, f.Choices[i], i, "radio", f.Choices[i].Value == f.Value);
        }

        m.Close("div");
    });

    /// <summary>Any of a few.</summary>
    public static IHtmlContent Checkboxes(CheckboxesField f) => Set(f, m =>
    {
        m.Open("div", ("class", Classes("govuk-checkboxes", f.Small ? "govuk-checkboxes--small" : null)));
        for (var i = 0; i < f.Choices.Count; i++)
        {
            Item(m, f, f.Choices[i], i, "checkbox", f.Values.Contains(f.Choices[i].Value));
        }

        m.Close("div");
    });

    /// <summary>A date in three boxes.</summary>
    public static IHtmlContent Date(DateField f) => Set(f, m =>
    {
        var wrong = f.Error is null ? DateParts.None : f.Wrong == DateParts.None ? DateParts.Day | DateParts.Month | DateParts.Year : f.Wrong;
        m.Open("div", ("class", "govuk-date-input"));
        Box(DateParts.Day, "Ngày", "Day", f.Id, 2, f.Value.Day, "bday-day");
        Box(DateParts.Month, "Tháng", "Month", f.Id + "_Month", 2, f.Value.Month, "bday-month");
        Box(DateParts.Year, "Năm", "Year", f.Id + "_Year", 4, f.Value.Year, "bday-year");
        m.Close("div");

        void Box(DateParts part, string label, string suffix, string id, int width, string? value, string autofill) =>
            m.Open("div", ("class", "govuk-date-input__item")).Open("div", ("class", "govuk-form-group"))
                .Element("label", label, ("class", "govuk-label govuk-date-input__label"), ("for", id))
                .Open("input", ("class", Classes("govuk-input govuk-date-input__input", $"govuk-input--width-{width}", wrong.HasFlag(part) ? "govuk-input--error" : null)),
                    ("id", id), ("name", $"{f.Name}.{suffix}"), ("type", "text"), ("inputmode", "numeric"), ("value", value), ("maxlength", Number(width)),
                    ("autocomplete", f.Birthday ? autofill : null), ("aria-invalid", wrong.HasFlag(part) ? "true" : null), ("disabled", Flag(f.Disabled)))
                .Close("div").Close("div");
    });

    /// <summary>A file chooser.</summary>
    public static IHtmlContent File(FileField f)
    {
        var limits = $"{f.Kinds}, mỗi tệp không quá {f.MaxMiB} MB.";
        var shown = f with { Hint = f.Hint is null ? limits : $"{f.Hint} {limits}" };
        return Group(shown, m =>
        {
            Label(m, shown);
            HintAndError(m, shown);
            m.Open("input", ("class", Classes("govuk-file-upload", f.Error is null ? null : "govuk-file-upload--error")), ("id", f.Id), ("name", f.Name), ("type", "file"),
                ("accept", f.Accept), ("multiple", Flag(f.Multiple)), ("data-max-bytes", Number(f.MaxMiB * 1024 * 1024)), ("aria-describedby", DescribedBy(shown)),
                ("aria-invalid", f.Error is null ? null : "true"), ("disabled", Flag(f.Disabled)));
        });
    }

    /// <summary>Joins class names, leaving out nulls.</summary>
    public static string Classes(params ReadOnlySpan<string?> classes)
    {
        var kept = new List<string>(classes.Length);
        foreach (var c in classes)
        {
            if (!string.IsNullOrEmpty(c))
            {
                kept.Add(c);
            }
        }

        return string.Join(' ', kept);
    }

    private static Markup Group(Field f, Action<Markup> inside)
    {
        var m = new Markup().Open("div", ("class", Classes("govuk-form-group", f.Error is null ? null : "govuk-form-group--error")));
        inside(m);
        return m.Close("div");
    }

    private static Markup Set(Field f, Action<Markup> inside) => Group(f, m =>
    {
        m.Open("fieldset", ("class", "govuk-fieldset"), ("role", f is DateField ? "group" : null), ("aria-describedby", DescribedBy(f)))
            .Open("legend", ("class", Classes("govuk-fieldset__legend", f.LabelSize is null ? null : $"govuk-fieldset__legend--{f.LabelSize}")));
        if (f.LabelIsHeading)
        {
            m.Element("h1", Question(f), ("class", "govuk-fieldset__heading"));
        }
        else
        {
            m.Text(Question(f));
        }

        m.Close("legend");
        HintAndError(m, f);
        inside(m);
        m.Close("fieldset");
    });

    private static void Item(Markup m, Field f, Choice choice, int index, string type, bool on)
    {
        var block = type == "radio" ? "govuk-radios" : "govuk-checkboxes";
        var id = index == 0 ? f.Id : $"{f.Id}_{index}";
        var hint = choice.Hint is null ? null : id + "-hint";
        m.Open("div", ("class", block + "__item"))
            .Open("input", ("class", block + "__input"), ("id", id), ("name", f.Name), ("type", type), ("value", choice.Value), ("checked", Flag(on)),
                ("aria-describedby", hint), ("disabled", Flag(f.Disabled)), ("data-reveals", choice.Conditional is null ? null : id + "-more"))
            .Element("label", choice.Label, ("class", $"govuk-label {block}__label"), ("for", id))
            .ElementIfAny("div", choice.Hint, ("class", $"govuk-hint {block}__hint"), ("id", hint))
            .Close("div");
        if (choice.Conditional is not null)
        {
            m.Open("div", ("class", block + "__conditional"), ("id", id + "-more")).Raw(choice.Conditional).Close("div");
        }
    }

    private static void Label(Markup m, Field f)
    {
        if (f.LabelIsHeading)
        {
            m.Open("h1", ("class", "govuk-label-wrapper"));
        }

        m.Element("label", Question(f), ("class", Classes("govuk-label", f.LabelSize is null ? null : $"govuk-label--{f.LabelSize}")), ("for", f.Id));
        if (f.LabelIsHeading)
        {
            m.Close("h1");
        }
    }

    private static void HintAndError(Markup m, Field f)
    {
        m.ElementIfAny("div", f.Hint, ("class", "govuk-hint"), ("id", f.Id + "-hint"));
        if (f.Error is not null)
        {
            m.Open("p", ("class", "govuk-error-message"), ("id", f.Id + "-error"))
                .Element("span", "Lỗi: ", ("class", "govuk-visually-hidden")).Text(f.Error).Close("p");
        }
    }

    private static string Question(Field f) => f.Optional ? f.Label + " (không bắt buộc)" : f.Label;

    private static string? DescribedBy(Field f)
    {
        var ids = Classes(string.IsNullOrEmpty(f.Hint) ? null : f.Id + "-hint", f.Error is null ? null : f.Id + "-error");
        return ids.Length == 0 ? null : ids;
    }

    private static string? Number(int? n) => n?.ToString(CultureInfo.InvariantCulture);

    private static string? Flag(bool on) => on ? "" : null;
}
