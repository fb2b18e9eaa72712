using System.Globalization;

namespace MotCua.Domain.Forms.Expressions;

/// <summary>
/// Judges the types of an expression when the form is read, so that no answer can ever bring a type error. A text literal beside a date
/// becomes a date.
/// </summary>
internal sealed class ExpressionTyping(List<DefinitionFault> faults)
{
    /// <summary>Types the expression and wants it to fit; false after a fault.</summary>
    public bool Check(Expression expression, FormType wanted)
    {
        if (!Infer(expression))
        {
            return false;
        }

        Coerce(expression, wanted);
        return expression.Type.Fits(wanted) || Fault(expression, $"Cần kiểu {wanted}, biểu thức này có kiểu {expression.Type}.");
    }

    /// <summary>Types the expression; false after a fault.</summary>
    public bool Infer(Expression expression)
    {
        switch (expression)
        {
            case Literal literal:
                literal.Type = literal.Value switch
                {
                    BoolValue => FormType.Bool,
                    NumberValue => FormType.Number,
                    TextValue => FormType.Text,
                    DateValue => FormType.Date,
                    _ => FormType.Any,
                };
                return true;
            case AnswerReference reference:
                return InferReference(reference);
            case Operation operation:
                var sound = true;
                foreach (var operand in operation.Operands)
                {
                    sound &= Infer(operand);
                }

                return sound && InferOperation(operation);
            default:
                return true;
        }
    }

    private bool InferReference(AnswerReference reference)
    {
        var type = reference.Question.Type;
        if (reference.Reach != Reach.AllRows)
        {
            reference.Type = type;
            return true;
        }

        reference.Type = FormType.ListOf(type.Kind == TypeKind.List ? TypeKind.Any : type.Kind);
        return type.Kind != TypeKind.List || Fault(reference, "Câu hỏi nhiều lựa chọn trong nhóm lặp không gộp được thành danh sách.");
    }

    private bool InferOperation(Operation o)
    {
        switch (o.Operator)
        {
            case Operator.And or Operator.Or or Operator.Not:
                return Gives(o, FormType.Bool, All(o, FormType.Bool));
            case Operator.Equal or Operator.NotEqual:
                return Gives(o, FormType.Bool, Alike(o, o.Operands[0], o.Operands[1]));
            case Operator.Less or Operator.LessOrEqual or Operator.Greater or Operator.GreaterOrEqual:
                return Gives(o, FormType.Bool, Alike(o, o.Operands[0], o.Operands[1]) && Ordered(o, o.Operands[0]) && Ordered(o, o.Operands[1]));
            case Operator.In:
                return Gives(o, FormType.Bool, InferIn(o));
            case Operator.Empty:
                return Gives(o, FormType.Bool, true);
            case Operator.Add or Operator.Subtract or Operator.Multiply or Operator.Divide:
                return Gives(o, FormType.Number, All(o, FormType.Number));
            case Operator.Sum:
                return Gives(o, FormType.Number, o.Operands.All(Summable));
            case Operator.Count:
                return Gives(o, FormType.Number, Is(o.Operands[0], FormType.ListOf(TypeKind.Any)));
            case Operator.YearsBetween:
                return Gives(o, FormType.Number, All(o, FormType.Date));
            case Operator.AddDays:
                return Gives(o, FormType.Date, Is(o.Operands[0], FormType.Date) && Is(o.Operands[1], FormType.Number));
            case Operator.Today:
                return Gives(o, FormType.Date, true);
            case Operator.If:
                var sound = Is(o.Operands[0], FormType.Bool) && Alike(o, o.Operands[1], o.Operands[2]);
                return Gives(o, o.Operands[1].Type.Kind == TypeKind.Any ? o.Operands[2].Type : o.Operands[1].Type, sound);
            default:
                return Fault(o, "Toán tử chưa được hỗ trợ.");
        }
    }

    private bool InferIn(Operation o)
    {
        var sought = o.Operands[0];
        if (o.Operands.Length == 2 && o.Operands[1].Type.Kind is TypeKind.List)
        {
            Coerce(sought, new FormType(o.Operands[1].Type.Item));
            return sought.Type.Kind != TypeKind.List && new FormType(o.Operands[1].Type.Item).Fits(sought.Type)
                || Fault(o, $"Toán tử \"in\" tìm {sought.Type} trong danh sách các {new FormType(o.Operands[1].Type.Item)}.");
        }

        return o.Operands.Skip(1).All(item => Alike(o, sought, item));
    }

    private bool Summable(Expression operand) =>
        operand.Type.Kind is TypeKind.Any or TypeKind.Number
        || (operand.Type.Kind == TypeKind.List && operand.Type.Item is TypeKind.Any or TypeKind.Number)
        || Fault(operand, $"Chỉ cộng được số, đây là {operand.Type}.");

    private bool Ordered(Operation o, Expression operand) =>
        operand.Type.Kind is TypeKind.Any or TypeKind.Number or TypeKind.Date || Fault(o, $"Chỉ so sánh lớn bé được số và ngày, đây là {operand.Type}.");

    private bool Alike(Operation o, Expression a, Expression b)
    {
        Coerce(a, b.Type);
        Coerce(b, a.Type);
        return a.Type.Fits(b.Type) || Fault(o, $"Hai vế khác kiểu: {a.Type} và {b.Type}.");
    }

    private bool All(Operation o, FormType wanted) => o.Operands.All(operand => Is(operand, wanted));

    private bool Is(Expression operand, FormType wanted)
    {
        Coerce(operand, wanted);
        return operand.Type.Fits(wanted) || Fault(operand, $"Cần kiểu {wanted}, đây là {operand.Type}.");
    }

    private static void Coerce(Expression expression, FormType wanted)
    {
        if (wanted.Kind == TypeKind.Date && expression is Literal { Value: TextValue text } literal
            && DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            literal.Value = new DateValue(date);
            literal.Type = FormType.Date;
        }
    }

    private static bool Gives(Operation o, FormType type, bool sound)
    {
        o.Type = type;
        return sound;
    }

    private bool Fault(Expression expression, string message)
    {
        faults.Add(new DefinitionFault(expression.Path, message));
        return false;
    }
}
