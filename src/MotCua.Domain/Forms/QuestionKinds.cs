using System.Collections.Frozen;
using MotCua.Domain.Forms.Expressions;

namespace MotCua.Domain.Forms;

/// <summary>Names and types of the kinds of questions.</summary>
internal static class QuestionKinds
{
    private static readonly FrozenDictionary<string, QuestionKind> Names = new Dictionary<string, QuestionKind>(StringComparer.Ordinal)
    {
        ["text"] = QuestionKind.Text,
        ["long_text"] = QuestionKind.LongText,
        ["number"] = QuestionKind.Number,
        ["money"] = QuestionKind.Money,
        ["date"] = QuestionKind.Date,
        ["choice"] = QuestionKind.Choice,
        ["multi_choice"] = QuestionKind.MultiChoice,
        ["yes_no"] = QuestionKind.YesNo,
        ["identity_number"] = QuestionKind.IdentityNumber,
        ["phone"] = QuestionKind.Phone,
        ["email"] = QuestionKind.Email,
        ["person_name"] = QuestionKind.PersonName,
        ["division"] = QuestionKind.Division,
        ["address"] = QuestionKind.Address,
        ["file"] = QuestionKind.File,
        ["group"] = QuestionKind.Group,
        ["declaration"] = QuestionKind.Declaration,
        ["computed"] = QuestionKind.Computed,
        ["account"] = QuestionKind.Account,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The kind of the name; unknown for any other name.</summary>
    public static QuestionKind Parse(string name) => Names.GetValueOrDefault(name, QuestionKind.Unknown);

    /// <summary>The type that answers of the question have in expressions; computed ones get theirs from their expression.</summary>
    public static FormType TypeOf(FormQuestion question) => question.Kind switch
    {
        QuestionKind.Number or QuestionKind.Money => FormType.Number,
        QuestionKind.Date => FormType.Date,
        QuestionKind.YesNo or QuestionKind.Declaration => FormType.Bool,
        QuestionKind.MultiChoice or QuestionKind.File => FormType.ListOf(TypeKind.Text),
        QuestionKind.Group => FormType.ListOf(TypeKind.Row),
        QuestionKind.Unknown or QuestionKind.Computed => FormType.Any,
        QuestionKind.Account when (question.From ?? question.Id) == AccountFields.BirthDate => FormType.Date,
        _ => FormType.Text,
    };
}
