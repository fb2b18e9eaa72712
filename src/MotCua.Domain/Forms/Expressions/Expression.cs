namespace MotCua.Domain.Forms.Expressions;

/// <summary>The types that expressions have.</summary>
internal enum TypeKind
{
    /// <summary>Not known: a null literal, an unknown kind of question.</summary>
    Any = 0,

    Bool = 1,
    Number = 2,
    Text = 3,
    Date = 4,

    /// <summary>A list; its items have a type of their own.</summary>
    List = 5,

    /// <summary>The rows of a group.</summary>
    Row = 6,
}

/// <summary>Type of an expression, with the type of the items for lists.</summary>
internal readonly record struct FormType(TypeKind Kind, TypeKind Item = TypeKind.Any)
{
    public static readonly FormType Any = new(TypeKind.Any);
    public static readonly FormType Bool = new(TypeKind.Bool);
    public static readonly FormType Number = new(TypeKind.Number);
    public static readonly FormType Text = new(TypeKind.Text);
    public static readonly FormType Date = new(TypeKind.Date);

    public static FormType ListOf(TypeKind item) => new(TypeKind.List, item);

    /// <summary>True when a value of one type may stand where the other is wanted.</summary>
    public bool Fits(FormType other) =>
        Kind == TypeKind.Any || other.Kind == TypeKind.Any
        || (Kind == other.Kind && (Kind != TypeKind.List || Item == TypeKind.Any || other.Item == TypeKind.Any || Item == other.Item));

    public override string ToString() => Kind switch
    {
        TypeKind.Bool => "đúng/sai",
        TypeKind.Number => "số",
        TypeKind.Text => "chữ",
        TypeKind.Date => "ngày",
        TypeKind.List => "danh sách",
        TypeKind.Row => "dòng",
        _ => "chưa rõ",
    };
}

/// <summary>Operators of contracts, <c>form check</c>.</summary>
internal enum Operator
{
    And,
    Or,
    Not,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    Empty,
    Add,
    Subtract,
    Multiply,
    Divide,
    Sum,
    Count,
    YearsBetween,
    AddDays,
    Today,
    If,
}

/// <summary>How a reference reads its question.</summary>
internal enum Reach
{
    /// <summary>A question outside groups.</summary>
    Form,

    /// <summary>A question of the row that is being judged.</summary>
    OwnRow,

    /// <summary>A question of all rows: a list.</summary>
    AllRows,

    /// <summary>A question of one given row.</summary>
    GivenRow,
}

/// <summary>A node of an expression. Immutable after typing.</summary>
internal abstract class Expression(string path)
{
    /// <summary>Where it stands in the definition.</summary>
    public string Path { get; } = path;

    public FormType Type { get; set; } = FormType.Any;
}

/// <summary>A constant; null is missing.</summary>
internal sealed class Literal(string path, FormValue? value) : Expression(path)
{
    public FormValue? Value { get; set; } = value;
}

/// <summary>The answer to a question.</summary>
internal sealed class AnswerReference(string path, FormQuestion question, Reach reach, int row) : Expression(path)
{
    public FormQuestion Question { get; } = question;

    public Reach Reach { get; } = reach;

    public int Row { get; } = row;
}

/// <summary>An operator on operands.</summary>
internal sealed class Operation(string path, Operator op, Expression[] operands) : Expression(path)
{
    public Operator Operator { get; } = op;

    public Expression[] Operands { get; } = operands;
}
