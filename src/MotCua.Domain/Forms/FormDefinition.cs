using MotCua.Domain.Forms.Expressions;

namespace MotCua.Domain.Forms;

/// <summary>Limits that keep every form cheap to judge.</summary>
public static class FormLimits
{
    /// <summary>Greatest nesting of operators in one expression.</summary>
    public const int Depth = 20;

    /// <summary>Greatest number of operators and literals in one expression.</summary>
    public const int ExpressionNodes = 500;

    /// <summary>Greatest number of operators and literals in a form.</summary>
    public const int FormNodes = 20_000;

    /// <summary>Greatest number of rows any group may have.</summary>
    public const int Rows = 200;

    /// <summary>Greatest number of questions of a form, those inside groups included.</summary>
    public const int Questions = 5_000;

    /// <summary>Greatest length of a definition, in characters.</summary>
    public const int DefinitionLength = 4_000_000;

    /// <summary>Greatest length of <c>text</c> when the definition says none.</summary>
    public const int Text = 1_000;

    /// <summary>Greatest length of <c>long_text</c> when the definition says none.</summary>
    public const int LongText = 10_000;
}

/// <summary>What kind of answer a question takes. The names in JSON are snake case.</summary>
public enum QuestionKind
{
    /// <summary>A kind this version does not know: shown read-only, never judged.</summary>
    Unknown = 0,

    /// <summary>One line.</summary>
    Text = 1,

    /// <summary>Several lines.</summary>
    LongText = 2,

    /// <summary>A decimal number.</summary>
    Number = 3,

    /// <summary>Whole đồng.</summary>
    Money = 4,

    /// <summary>A date, in three boxes.</summary>
    Date = 5,

    /// <summary>One of the options.</summary>
    Choice = 6,

    /// <summary>Any of the options.</summary>
    MultiChoice = 7,

    /// <summary>Có or không.</summary>
    YesNo = 8,

    /// <summary>Số định danh cá nhân, or an old CMND.</summary>
    IdentityNumber = 9,

    /// <summary>A Vietnamese telephone number.</summary>
    Phone = 10,

    /// <summary>An e-mail address.</summary>
    Email = 11,

    /// <summary>Họ, chữ đệm, tên.</summary>
    PersonName = 12,

    /// <summary>Code of an administrative division.</summary>
    Division = 13,

    /// <summary>Free text, or division and street.</summary>
    Address = 14,

    /// <summary>Identifiers of uploaded files.</summary>
    File = 15,

    /// <summary>Questions asked several times.</summary>
    Group = 16,

    /// <summary>A statement to be ticked.</summary>
    Declaration = 17,

    /// <summary>Worked out from other answers.</summary>
    Computed = 18,

    /// <summary>Taken from the signed-in account.</summary>
    Account = 19,
}

/// <summary>A text in Vietnamese and, where there is one, in English.</summary>
/// <param name="Vi">Vietnamese.</param>
/// <param name="En">English, or null.</param>
public sealed record LocalText(string Vi, string? En = null)
{
    /// <inheritdoc />
    public override string ToString() => Vi;
}

/// <summary>One option of a choice.</summary>
/// <param name="Value">What is kept and sent.</param>
/// <param name="Label">What people read.</param>
public sealed record FormOption(string Value, LocalText Label);

/// <summary>A rule over answers with the sentence shown when it does not hold.</summary>
public sealed class FormCheck
{
    internal FormCheck(LocalText message) => Message = message;

    /// <summary>Says how to mend it.</summary>
    public LocalText Message { get; }

    internal Expression? That { get; set; }
}

/// <summary>The date and the sex an identity number is compared with (law: digits 4-6); ids of questions.</summary>
/// <param name="Birth">Question with the date of birth, or null.</param>
/// <param name="Sex">Question with the sex (<c>nam</c> or <c>nu</c>), or null.</param>
public sealed record IdentityMatch(string? Birth, string? Sex);

/// <summary>A question as defined; immutable once the form is read.</summary>
public sealed class FormQuestion
{
    internal FormQuestion(string id, QuestionKind kind, string kindName, LocalText label)
    {
        Id = id;
        Kind = kind;
        KindName = kindName;
        Label = label;
    }

    /// <summary>Id, unique among its neighbours (the form, or the group).</summary>
    public string Id { get; }

    /// <summary>The kind.</summary>
    public QuestionKind Kind { get; }

    /// <summary>The kind as written in the definition.</summary>
    public string KindName { get; }

    /// <summary>What is asked.</summary>
    public LocalText Label { get; }

    /// <summary>Short name for summaries and error messages; the label when the definition has none.</summary>
    public LocalText Short { get; internal set; } = new("");

    /// <summary>Help beside the question, or null.</summary>
    public LocalText? Hint { get; internal set; }

    /// <summary>Options; null where the kind has none or the list is open.</summary>
    public IReadOnlyList<FormOption>? Options { get; internal set; }

    /// <summary>Greatest length in characters, for texts.</summary>
    public int MaxLength { get; internal set; }

    /// <summary>Field of the account the answer comes from (kind account) or is first filled with (other kinds); null for none.</summary>
    public string? From { get; internal set; }

    /// <summary>What the question is first filled with when the account gives nothing, as text; null for none. The person may change it.</summary>
    public string? Default { get; internal set; }

    /// <summary>For one-line texts that are codes: the allowed numbers of digits; empty for any text.</summary>
    public IReadOnlyList<int> Digits { get; internal set; } = [];

    /// <summary>True for numbers without a fraction.</summary>
    public bool Whole { get; internal set; }

    /// <summary>Unit shown after the box, such as <c>m²</c>; null for none.</summary>
    public string? Suffix { get; internal set; }

    /// <summary>Level of a division: <c>tinh</c>, <c>huyen</c>, <c>xa</c>; null for any.</summary>
    public string? Level { get; internal set; }

    /// <summary>What an identity number is compared with, or null.</summary>
    public IdentityMatch? Matches { get; internal set; }

    /// <summary>For a group: least number of rows.</summary>
    public int MinRows { get; internal set; }

    /// <summary>For a group: greatest number of rows.</summary>
    public int MaxRows { get; internal set; }

    /// <summary>For a group: the questions of a row; empty otherwise.</summary>
    public IReadOnlyList<FormQuestion> Questions { get; internal set; } = [];

    /// <summary>Rules with messages.</summary>
    public IReadOnlyList<FormCheck> Checks { get; internal set; } = [];

    /// <summary>True when the answer is worked out, not asked.</summary>
    public bool IsComputed => Compute is not null;

    internal int Slot { get; set; }

    /// <summary>The group whose rows the question is in; null outside groups.</summary>
    public FormQuestion? Group { get; internal set; }

    internal FormPage? Page { get; set; }

    internal FormType Type { get; set; } = FormType.Any;

    internal Expression? Required { get; set; }

    internal Expression? Visible { get; set; }

    internal Expression? Compute { get; set; }

    internal Expression? Min { get; set; }

    internal Expression? Max { get; set; }

    internal int BirthSlot { get; set; } = -1;

    internal int SexSlot { get; set; } = -1;
}

/// <summary>A page of questions that belong together.</summary>
public sealed class FormPage
{
    internal FormPage(string id, LocalText title)
    {
        Id = id;
        Title = title;
    }

    /// <summary>Id, unique in the form.</summary>
    public string Id { get; }

    /// <summary>Heading.</summary>
    public LocalText Title { get; }

    /// <summary>Help under the heading, or null.</summary>
    public LocalText? Hint { get; internal set; }

    /// <summary>Questions in order.</summary>
    public IReadOnlyList<FormQuestion> Questions { get; internal set; } = [];

    internal Expression? Visible { get; set; }
}

/// <summary>A fault of a definition; the form cannot be used.</summary>
/// <param name="Path">Where, such as <c>pages[0].questions[2].visible[1]</c>.</param>
/// <param name="Message">Vietnamese sentence that says how to mend it.</param>
public sealed record DefinitionFault(string Path, string Message);

/// <summary>What reading a definition gave: a form, or faults.</summary>
/// <param name="Definition">The form; null when there are faults.</param>
/// <param name="Faults">Faults in the order of the definition; empty when the form is sound.</param>
public sealed record FormReading(FormDefinition? Definition, IReadOnlyList<DefinitionFault> Faults);

/// <summary>A form, read once and immutable. Judged by <see cref="FormRun"/>.</summary>
public sealed class FormDefinition
{
    internal FormDefinition(string id, string version, LocalText title, string json, string hash)
    {
        Id = id;
        Version = version;
        Title = title;
        Json = json;
        Hash = hash;
    }

    /// <summary>Code of the form.</summary>
    public string Id { get; }

    /// <summary>Version as written.</summary>
    public string Version { get; }

    /// <summary>Title.</summary>
    public LocalText Title { get; }

    /// <summary>The definition as read.</summary>
    public string Json { get; }

    /// <summary>SHA-256 of the definition's UTF-8 bytes, lower-case hexadecimal: a dossier names exactly the form it answered.</summary>
    public string Hash { get; }

    /// <summary>Pages in order.</summary>
    public IReadOnlyList<FormPage> Pages { get; internal set; } = [];

    /// <summary>Every question, those of groups after their group, in order.</summary>
    public IReadOnlyList<FormQuestion> Questions { get; internal set; } = [];

    internal IReadOnlyList<int> Order { get; set; } = [];

    /// <summary>
    /// Reads a definition. Never throws. <paramref name="list"/> gives the options of a named reference list (<c>options_from</c>), or null for an
    /// unknown one; without it named lists are open.
    /// </summary>
    public static FormReading Read(string? json, Func<string, IReadOnlyList<FormOption>?>? list = null) =>
        new DefinitionReader(list).Read(json);

    /// <summary>The page with the id, or null.</summary>
    public FormPage? Page(string id) => Pages.FirstOrDefault(p => string.Equals(p.Id, id, StringComparison.Ordinal));

    /// <summary>The question at the path (<c>id</c> or <c>group[0].child</c>), or null.</summary>
    public FormQuestion? Question(string path)
    {
        if (!AnswerPath.TryParse(path, out var place))
        {
            return null;
        }

        var question = Questions.FirstOrDefault(q => q.Group is null && string.Equals(q.Id, place.Question, StringComparison.Ordinal));
        return place.Child is null ? question : question?.Questions.FirstOrDefault(q => string.Equals(q.Id, place.Child, StringComparison.Ordinal));
    }
}
