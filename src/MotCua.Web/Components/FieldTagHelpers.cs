using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MotCua.Web.Components;

/// <summary>Binds a question to a property of the page: id, name, typed value, first error. What the person typed wins over the model's value.</summary>
public abstract class FieldTagHelper : TagHelper
{
    /// <summary>The property.</summary>
    [HtmlAttributeName("for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>The question; absent = the property's display name.</summary>
    public string? Label { get; set; }

    /// <summary>Help under the question.</summary>
    public string? Hint { get; set; }

    /// <summary>s, m, l, xl.</summary>
    public string? LabelSize { get; set; }

    /// <summary>The question is the page's heading.</summary>
    public bool Heading { get; set; }

    /// <summary>Adds "(không bắt buộc)".</summary>
    public bool Optional { get; set; }

    /// <summary>Shown but not changeable.</summary>
    public bool Disabled { get; set; }

    /// <summary>The request's state.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The name under which the answer is posted.</summary>
    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    /// <summary>The id of the control.</summary>
    protected string Id => TagBuilder.CreateSanitizedId(Name, "_");

    /// <summary>The question.</summary>
    protected string Question => Label ?? For.Metadata.DisplayName ?? For.Metadata.PropertyName ?? For.Name;

    /// <summary>The first error of the property, or of the given part of it.</summary>
    protected string? ErrorOf(string suffix = "") =>
        ViewContext.ModelState.TryGetValue(Name + suffix, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    /// <summary>What was typed, or the model's value.</summary>
    protected string? Typed => ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.AttemptedValue is { } typed
        ? typed
        : For.Model switch
        {
            null => null,
            bool b => b ? "true" : "false",
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            var o => o.ToString(),
        };

    /// <summary>Ids of the questions in the order in which the page asks them.</summary>
    public static List<string> Asked(HttpContext context)
    {
        if (context.Items[typeof(FieldTagHelper)] is not List<string> asked)
        {
            context.Items[typeof(FieldTagHelper)] = asked = [];
        }

        return asked;
    }

    /// <summary>The HTML of the question.</summary>
    protected abstract IHtmlContent Render();

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Asked(ViewContext.HttpContext).Add(Id);
        output.TagName = null;
        output.Content.SetHtmlContent(Render());
        output.TagMode = TagMode.StartTagAndEndTag;
    }

    /// <summary>The answers given to a question with several.</summary>
    protected IReadOnlyCollection<string> TypedMany()
    {
        if (ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is not null)
        {
            return entry.RawValue as string[] ?? [entry.RawValue.ToString() ?? ""];
        }

        return For.Model switch
        {
            null => [],
            string one => [one],
            bool b => b ? ["true"] : [],
            IEnumerable many => [.. many.Cast<object?>().Select(o => Convert.ToString(o, CultureInfo.InvariantCulture) ?? "")],
            var o => [o.ToString() ?? ""],
        };
    }
}

/// <summary><c>&lt;mc-text for="Input.Name" label="…" /&gt;</c></summary>
[HtmlTargetElement("mc-text", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextTagHelper : FieldTagHelper
{
    /// <summary>text, email, tel, password, search.</summary>
    public string Type { get; set; } = "text";

    /// <summary>Width in characters: 2, 3, 4, 5, 10, 20.</summary>
    public int? Width { get; set; }

    /// <summary>numeric, decimal.</summary>
    public string? Inputmode { get; set; }

    /// <summary>HTML autocomplete token.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>Greatest length.</summary>
    public int? MaxLength { get; set; }

    /// <summary>Unit after the box.</summary>
    public string? Suffix { get; set; }

    /// <summary>No spelling check.</summary>
    public bool Verbatim { get; set; }

    /// <inheritdoc />
    protected override IHtmlContent Render() => FieldMarkup.Text(new TextField
    {
        Id = Id,
        Name = Name,
        Label = Question,
        Hint = Hint,
        Error = ErrorOf(),
        LabelSize = LabelSize,
        LabelIsHeading = Heading,
        Optional = Optional,
        Disabled = Disabled,
        Value = Typed,
        Type = Type,
        Width = Width,
        InputMode = Inputmode,
        Autocomplete = Autocomplete,
        MaxLength = MaxLength,
        Suffix = Suffix,
        Verbatim = Verbatim,
    });
}

/// <summary><c>&lt;mc-textarea for="Input.Reason" label="…" rows="4" max-length="500" /&gt;</c></summary>
[HtmlTargetElement("mc-textarea", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextAreaTagHelper : FieldTagHelper
{
    /// <summary>Lines shown.</summary>
    public int Rows { get; set; } = 5;

    /// <summary>Greatest length.</summary>
    public int? MaxLength { get; set; }

    /// <inheritdoc />
    protected override IHtmlContent Render() => FieldMarkup.TextArea(new TextAreaField
    {
        Id = Id,
        Name = Name,
        Label = Question,
        Hint = Hint,
        Error = ErrorOf(),
        LabelSize = LabelSize,
        LabelIsHeading = Heading,
        Optional = Optional,
        Disabled = Disabled,
        Value = Typed,
        Rows = Rows,
        MaxLength = MaxLength,
    });
}

/// <summary><c>&lt;mc-select for="Input.Commune" label="…" choices="Model.Communes" /&gt;</c></summary>
[HtmlTargetElement("mc-select", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectTagHelper : FieldTagHelper
{
    /// <summary>The possible answers.</summary>
    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>First, empty entry; empty string = none.</summary>
    public string Empty { get; set; } = "Chọn";

    /// <inheritdoc />
    protected override IHtmlContent Render() => FieldMarkup.Select(new SelectField
    {
        Id = Id,
        Name = Name,
        Label = Question,
        Hint = Hint,
        Error = ErrorOf(),
        LabelSize = LabelSize,
        LabelIsHeading = Heading,
        Optional = Optional,
        Disabled = Disabled,
        Value = Typed,
        Choices = [.. Choices],
        Empty = Empty.Length == 0 ? null : Empty,
    });
}

/// <summary><c>&lt;mc-radios for="Input.Kind" label="…" choices="Model.Kinds" /&gt;</c></summary>
[HtmlTargetElement("mc-radios", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RadiosTagHelper : FieldTagHelper
{
    /// <summary>The possible answers.</summary>
    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>In one row.</summary>
    public bool Inline { get; set; }

    /// <summary>Smaller controls.</summary>
    public bool Small { get; set; }

    /// <inheritdoc />
    protected override IHtmlContent Render() => FieldMarkup.Radios(new RadiosField
    {
        Id = Id,
        Name = Name,
        Label = Question,
        Hint = Hint,
        Error = ErrorOf(),
        LabelSize = LabelSize,
        LabelIsHeading = Heading,
        Optional = Optional,
        Disabled = Disabled,
        Value = Typed,
        Choices = [.. Choices],
        Inline = Inline,
        Small = Small,
    });
}

/// <summary><c>&lt;mc-checkboxes for="Input.Units" label="…" choices="Model.Units" /&gt;</c>; for one yes/no give a single choice "true".</summary>
[HtmlTargetElement("mc-checkboxes", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckboxesTagHelper : FieldTagHelper
{
    /// <summary>The possible answers.</summary>
    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>Smaller controls.</summary>
    public bool Small { get; set; }

    /// <inheritdoc />
    protected override IHtmlContent Render() => FieldMarkup.Checkboxes(new CheckboxesField
    {
        Id = Id,
        Name = Name,
        Label = Question,
        Hint = Hint,
        Error = ErrorOf(),
        LabelSize = LabelSize,
        LabelIsHeading = Heading,
        Optional = Optional,
        Disabled = Disabled,
        Values = TypedMany(),
        Choices = [.. Choices],
        Small = Small,
    });
}

/// <summary><c>&lt;mc-date for="Input.BornOn" label="Ngày sinh" birthday="true" /&gt;</c>; the property is a <see cref="DateBoxes"/>.</summary>
[HtmlTargetElement("mc-date", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateTagHelper : FieldTagHelper
{
    /// <summary>Offer the birthday to autofill.</summary>
    public bool Birthday { get; set; }

    /// <inheritdoc />
    protected override IHtmlContent Render()
    {
        var wrong = DateParts.None;
        string? error = ErrorOf();
        foreach (var (part, suffix) in new[] { (DateParts.Day, ".Day"), (DateParts.Month, ".Month"), (DateParts.Year, ".Year") })
        {
            if (ErrorOf(suffix) is { } message)
            {
                error ??= message;
                wrong |= part;
            }
        }

        return FieldMarkup.Date(new DateField
        {
            Id = Id,
            Name = Name,
            Label = Question,
            Hint = Hint,
            Error = error,
            LabelSize = LabelSize,
            LabelIsHeading = Heading,
            Optional = Optional,
            Disabled = Disabled,
            Value = For.Model as DateBoxes ?? DateBoxes.From(For.Model as DateOnly?),
            Wrong = wrong,
            Birthday = Birthday,
        });
    }
}

/// <summary><c>&lt;mc-file for="Upload" label="…" max-mi-b="20" /&gt;</c>; the form needs <c>enctype="multipart/form-data"</c>.</summary>
[HtmlTargetElement("mc-file", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileTagHelper : FieldTagHelper
{
    /// <summary>Kinds as the person reads them.</summary>
    public string? Kinds { get; set; }

    /// <summary>HTML accept list.</summary>
    public string? Accept { get; set; }

    /// <summary>Greatest size of one file, MiB.</summary>
    [HtmlAttributeName("max-mib")]
    public int MaxMiB { get; set; } = 20;

    /// <summary>May several be chosen.</summary>
    public bool Multiple { get; set; }

    /// <inheritdoc />
    protected override IHtmlContent Render()
    {
        var field = new FileField
        {
            Id = Id,
            Name = Name,
            Label = Question,
            Hint = Hint,
            Error = ErrorOf(),
            LabelSize = LabelSize,
            LabelIsHeading = Heading,
            Optional = Optional,
            Disabled = Disabled,
            MaxMiB = MaxMiB,
            Multiple = Multiple,
        };
        return FieldMarkup.File(field with { Kinds = Kinds ?? field.Kinds, Accept = Accept ?? field.Accept });
    }
}
