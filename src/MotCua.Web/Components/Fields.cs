using Microsoft.AspNetCore.Html;

namespace MotCua.Web.Components;

/// <summary>What every question on a page has: where it is bound, what it asks, what was wrong with the answer.</summary>
public abstract record Field
{
    /// <summary>Id of the control, the target of the error summary's link.</summary>
    public required string Id { get; init; }

    /// <summary>Name under which the answer is posted.</summary>
    public required string Name { get; init; }

    /// <summary>The question, in Vietnamese.</summary>
    public required string Label { get; init; }

    /// <summary>Help under the question.</summary>
    public string? Hint { get; init; }

    /// <summary>What is wrong and how to mend it, or null.</summary>
    public string? Error { get; init; }

    /// <summary><c>s</c>, <c>m</c>, <c>l</c> or <c>xl</c>; null = plain.</summary>
    public string? LabelSize { get; init; }

    /// <summary>True when the question is the heading of its page.</summary>
    public bool LabelIsHeading { get; init; }

    /// <summary>Adds "(không bắt buộc)" to the question.</summary>
    public bool Optional { get; init; }

    /// <summary>Shown but not changeable.</summary>
    public bool Disabled { get; init; }
}

/// <summary>One line of text.</summary>
public sealed record TextField : Field
{
    /// <summary>What was typed.</summary>
    public string? Value { get; init; }

    /// <summary>HTML type: <c>text</c>, <c>email</c>, <c>tel</c>, <c>password</c>, <c>search</c>.</summary>
    public string Type { get; init; } = "text";

    /// <summary>Width in characters: 2, 3, 4, 5, 10, 20; null = the whole column.</summary>
    public int? Width { get; init; }

    /// <summary><c>numeric</c> for digits on a phone's keyboard, or null.</summary>
    public string? InputMode { get; init; }

    /// <summary>HTML autocomplete token such as <c>name</c>, <c>tel</c>, <c>email</c>, <c>one-time-code</c>.</summary>
    public string? Autocomplete { get; init; }

    /// <summary>Greatest number of characters the control takes.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Unit after the box, such as <c>m²</c> or <c>đồng</c>.</summary>
    public string? Suffix { get; init; }

    /// <summary>True when the browser should not check spelling (codes, names).</summary>
    public bool Verbatim { get; init; }
}

/// <summary>Several lines of text.</summary>
public sealed record TextAreaField : Field
{
    /// <summary>What was typed.</summary>
    public string? Value { get; init; }

    /// <summary>Lines shown.</summary>
    public int Rows { get; init; } = 5;

    /// <summary>Greatest number of characters; stated under the box.</summary>
    public int? MaxLength { get; init; }
}

/// <summary>One possible answer.</summary>
/// <param name="Value">What is posted.</param>
/// <param name="Label">What is shown.</param>
/// <param name="Hint">Help under it.</param>
/// <param name="Conditional">Shown under the answer (always shown without JavaScript).</param>
/// <param name="Group">Heading in a list of a select.</param>
public sealed record Choice(string Value, string Label, string? Hint = null, IHtmlContent? Conditional = null, string? Group = null);

/// <summary>One of many, in a list that opens.</summary>
public sealed record SelectField : Field
{
    /// <summary>The possible answers.</summary>
    public required IReadOnlyList<Choice> Choices { get; init; }

    /// <summary>The answer given.</summary>
    public string? Value { get; init; }

    /// <summary>First, empty entry; null = none.</summary>
    public string? Empty { get; init; } = "Chọn";
}

/// <summary>One of a few, all visible.</summary>
public sealed record RadiosField : Field
{
    /// <summary>The possible answers.</summary>
    public required IReadOnlyList<Choice> Choices { get; init; }

    /// <summary>The answer given.</summary>
    public string? Value { get; init; }

    /// <summary>In one row, for two short answers.</summary>
    public bool Inline { get; init; }

    /// <summary>Smaller controls, for officers' filters.</summary>
    public bool Small { get; init; }
}

/// <summary>Any of a few.</summary>
public sealed record CheckboxesField : Field
{
    /// <summary>The possible answers.</summary>
    public required IReadOnlyList<Choice> Choices { get; init; }

    /// <summary>The answers given.</summary>
    public IReadOnlyCollection<string> Values { get; init; } = [];

    /// <summary>Smaller controls, for officers' filters.</summary>
    public bool Small { get; init; }
}

/// <summary>A date in three boxes, posted as <c>Name.Day</c>, <c>Name.Month</c>, <c>Name.Year</c> (see <see cref="DateBoxes"/>).</summary>
public sealed record DateField : Field
{
    /// <summary>What was typed.</summary>
    public DateBoxes Value { get; init; } = new();

    /// <summary>The boxes that are wrong; with none named and an error present, all are.</summary>
    public DateParts Wrong { get; init; }

    /// <summary>True to offer the birthday to the browser's autofill.</summary>
    public bool Birthday { get; init; }
}

/// <summary>A file chooser that says the kinds and the greatest size (TT 32/2017 Đ7).</summary>
public sealed record FileField : Field
{
    /// <summary>Kinds as the person reads them, such as "JPEG, PNG, WebP hoặc PDF".</summary>
    public string Kinds { get; init; } = "PDF, JPEG, PNG hoặc WebP";

    /// <summary>HTML accept list.</summary>
    public string Accept { get; init; } = ".pdf,.jpg,.jpeg,.png,.webp,application/pdf,image/jpeg,image/png,image/webp";

    /// <summary>Greatest size of one file, MiB.</summary>
    public int MaxMiB { get; init; } = 20;

    /// <summary>May several be chosen.</summary>
    public bool Multiple { get; init; }
}
