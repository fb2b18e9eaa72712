namespace MotCua.Domain.Forms.Expressions;

/// <summary>
/// Evaluates typed expressions over known answers. Missing is null: an operator on a missing operand gives missing, with the exceptions that make
/// conditions usable: <c>empty</c> answers, <c>and</c>/<c>or</c> are decided as soon as one operand decides them, and a missing condition of
/// <c>if</c> is false. Overflow and division by zero give missing. Never throws.
/// </summary>
internal sealed class Evaluation(DateOnly today, Func<AnswerReference, int, FormValue?> answer)
{
    /// <summary>Nodes evaluated so far: the cost of judging, whatever the machine.</summary>
    public int Nodes { get; private set; }

    /// <summary>True only when the expression gives true.</summary>
    public bool Holds(Expression expression, int row) => Evaluate(expression, row) is BoolValue { Value: true };

    /// <summary>The value, or null for missing. <paramref name="row"/> is the row that is judged, for questions of a group.</summary>
    public FormValue? Evaluate(Expression expression, int row)
    {
        Nodes++;
        return expression switch
        {
            Literal literal => literal.Value,
            AnswerReference reference => answer(reference, row),
            Operation operation => Operate(operation, row),
            _ => null,
        };
    }

    private FormValue? Operate(Operation o, int row) => o.Operator switch
    {
        Operator.And => Decide(o, row, deciding: false),
        Operator.Or => Decide(o, row, deciding: true),
        Operator.Not => Evaluate(o.Operands[0], row) is BoolValue b ? BoolValue.Of(!b.Value) : null,
        Operator.Empty => BoolValue.Of(Evaluate(o.Operands[0], row) is not { IsBlank: false }),
        Operator.If => Evaluate(Holds(o.Operands[0], row) ? o.Operands[1] : o.Operands[2], row),
        Operator.Today => new DateValue(today),
        Operator.Sum => Sum(o, row),
        Operator.In => In(o, row),
        Operator.Add => Fold(o, row, static (a, b) => a + b),
        Operator.Multiply => Fold(o, row, static (a, b) => a * b),
        Operator.Subtract when o.Operands.Length == 1 => Evaluate(o.Operands[0], row) is NumberValue n ? new NumberValue(-n.Value) : null,
        Operator.Subtract => Fold(o, row, static (a, b) => a - b),
        Operator.Divide => Fold(o, row, static (a, b) => b == 0 ? null : a / b),
        Operator.Count => Evaluate(o.Operands[0], row) is ListValue list ? new NumberValue(list.Items.Count) : null,
        Operator.YearsBetween => YearsBetween(Evaluate(o.Operands[0], row), Evaluate(o.Operands[1], row)),
        Operator.AddDays => AddDays(Evaluate(o.Operands[0], row), Evaluate(o.Operands[1], row)),
        _ => Compare(o.Operator, Evaluate(o.Operands[0], row), Evaluate(o.Operands[1], row)),
    };

    private BoolValue? Decide(Operation o, int row, bool deciding)
    {
        var missing = false;
        foreach (var operand in o.Operands)
        {
            if (Evaluate(operand, row) is not BoolValue value)
            {
                missing = true;
            }
            else if (value.Value == deciding)
            {
                return value;
            }
        }

        return missing ? null : BoolValue.Of(!deciding);
    }

    private NumberValue? Fold(Operation o, int row, Func<decimal, decimal, decimal?> step)
    {
        decimal? total = null;
        foreach (var operand in o.Operands)
        {
            if (Evaluate(operand, row) is not NumberValue number)
            {
                return null;
            }

            try
            {
                total = total is { } so ? step(so, number.Value) : number.Value;
            }
            catch (OverflowException)
            {
                return null;
            }

            if (total is null)
            {
                return null;
            }
        }

        return total is { } sum ? new NumberValue(sum) : null;
    }

    private NumberValue? Sum(Operation o, int row)
    {
        var total = 0m;
        try
        {
            foreach (var operand in o.Operands)
            {
                switch (Evaluate(operand, row))
                {
                    case NumberValue number:
                        total += number.Value;
                        break;
                    case ListValue list:
                        total += list.Items.OfType<NumberValue>().Sum(n => n.Value);
                        break;
                    default:
                        return null;
                }
            }
        }
        catch (OverflowException)
        {
            return null;
        }

        return new NumberValue(total);
    }

    private BoolValue? In(Operation o, int row)
    {
        if (Evaluate(o.Operands[0], row) is not { } sought)
        {
            return null;
        }

        if (o.Operands.Length == 2 && o.Operands[1].Type.Kind is TypeKind.List or TypeKind.Any)
        {
            return Evaluate(o.Operands[1], row) switch
            {
                ListValue list => BoolValue.Of(list.Items.Any(sought.SameAs)),
                { } single => BoolValue.Of(sought.SameAs(single)),
                null => null,
            };
        }

        var missing = false;
        foreach (var operand in o.Operands.Skip(1))
        {
            var item = Evaluate(operand, row);
            missing |= item is null;
            if (item is not null && sought.SameAs(item))
            {
                return BoolValue.True;
            }
        }

        return missing ? null : BoolValue.False;
    }

    private static BoolValue? Compare(Operator op, FormValue? a, FormValue? b)
    {
        if (a is null || b is null)
        {
            return null;
        }

        if (op is Operator.Equal or Operator.NotEqual)
        {
            return BoolValue.Of(a.SameAs(b) == (op == Operator.Equal));
        }

        int? order = (a, b) switch
        {
            (NumberValue x, NumberValue y) => x.Value.CompareTo(y.Value),
            (DateValue x, DateValue y) => x.Value.CompareTo(y.Value),
            _ => null,
        };
        return order is not { } sign
            ? null
            : BoolValue.Of(op switch
            {
                Operator.Less => sign < 0,
                Operator.LessOrEqual => sign <= 0,
                Operator.Greater => sign > 0,
                _ => sign >= 0,
            });
    }

    /// <summary>Whole years from the first date to the second; the birthday of 29 February counts on 1 March of common years (BLDS 2015 Đ148).</summary>
    private static NumberValue? YearsBetween(FormValue? from, FormValue? to)
    {
        if (from is not DateValue a || to is not DateValue b)
        {
            return null;
        }

        var (early, late, sign) = a.Value <= b.Value ? (a.Value, b.Value, 1) : (b.Value, a.Value, -1);
        var years = late.Year - early.Year;
        if ((late.Month, late.Day).CompareTo((early.Month, early.Day)) < 0)
        {
            years--;
        }

        return new NumberValue(sign * years);
    }

    private static DateValue? AddDays(FormValue? date, FormValue? days)
    {
        if (date is not DateValue d || days is not NumberValue n || decimal.Truncate(n.Value) != n.Value)
        {
            return null;
        }

        var day = d.Value.DayNumber + n.Value;
        return day < DateOnly.MinValue.DayNumber || day > DateOnly.MaxValue.DayNumber ? null : new DateValue(DateOnly.FromDayNumber((int)day));
    }
}
