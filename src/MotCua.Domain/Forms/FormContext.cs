namespace MotCua.Domain.Forms;

/// <summary>Names of the account's fields that a question may come from.</summary>
public static class AccountFields
{
    /// <summary>Họ, chữ đệm, tên.</summary>
    public const string FullName = "full_name";

    /// <summary>Số định danh cá nhân.</summary>
    public const string IdentityNumber = "identity_number";

    /// <summary>Date of birth, <c>yyyy-MM-dd</c>.</summary>
    public const string BirthDate = "birth_date";

    /// <summary><c>nam</c> or <c>nu</c>.</summary>
    public const string Sex = "sex";

    /// <summary>Telephone number.</summary>
    public const string Phone = "phone";

    /// <summary>E-mail address.</summary>
    public const string Email = "email";

    /// <summary>Registered residence as text.</summary>
    public const string Address = "address";

    /// <summary>GSO code of the commune of the residence, when the account says it.</summary>
    public const string Commune = "commune";

    /// <summary>The residence without the names of its divisions, for a question that asks for those apart.</summary>
    public const string Street = "street";
}

/// <summary>What judging answers needs from outside; everything is given, nothing is fetched.</summary>
/// <param name="Today">The local date on which the answers are judged.</param>
/// <param name="Account">Fields of the signed-in account by <see cref="AccountFields"/>; an absent field is asked of the person.</param>
/// <param name="DivisionName">Name of a division by its GSO code, or null for an unknown code; without it only the shape of codes is judged.</param>
/// <param name="FileKnown">True when the file is durable and the person's own; without it files are not judged.</param>
public sealed record FormContext(
    DateOnly Today,
    IReadOnlyDictionary<string, string>? Account = null,
    Func<string, string?>? DivisionName = null,
    Func<string, bool>? FileKnown = null);

/// <summary>Stable codes of errors and warnings on answers.</summary>
public static class AnswerCodes
{
    /// <summary>No answer where one is needed.</summary>
    public const string Required = "required";

    /// <summary>The answer is not of the kind.</summary>
    public const string WrongType = "wrong_type";

    /// <summary>Text longer than allowed.</summary>
    public const string TooLong = "too_long";

    /// <summary>Below the least value.</summary>
    public const string TooSmall = "too_small";

    /// <summary>Above the greatest value.</summary>
    public const string TooLarge = "too_large";

    /// <summary>Not a number.</summary>
    public const string BadNumber = "bad_number";

    /// <summary>No such option.</summary>
    public const string UnknownOption = "unknown_option";

    /// <summary>Not the number of digits that the code has.</summary>
    public const string BadCode = "bad_code";

    /// <summary>Not a date, or a date with a box missing.</summary>
    public const string BadDate = "bad_date";

    /// <summary>Wrong length or characters of an identity number.</summary>
    public const string BadIdentityNumber = "bad_identity_number";

    /// <summary>Not a Vietnamese telephone number.</summary>
    public const string BadPhone = "bad_phone";

    /// <summary>Not an e-mail address.</summary>
    public const string BadEmail = "bad_email";

    /// <summary>Characters that no name has.</summary>
    public const string BadName = "bad_name";

    /// <summary>No such administrative division.</summary>
    public const string UnknownDivision = "unknown_division";

    /// <summary>The file is not there any more, or not yet.</summary>
    public const string UnknownFile = "unknown_file";

    /// <summary>Fewer rows, files or options than needed.</summary>
    public const string TooFew = "too_few";

    /// <summary>More rows, files or options than allowed.</summary>
    public const string TooMany = "too_many";

    /// <summary>A statement that is not ticked.</summary>
    public const string NotDeclared = "not_declared";

    /// <summary>A rule of the form does not hold.</summary>
    public const string Check = "check";

    /// <summary>Warning: nine digits, an old CMND.</summary>
    public const string OldIdentityNumber = "old_identity_number";

    /// <summary>Warning: the first three digits are no province or country.</summary>
    public const string IdentityPlace = "identity_place";

    /// <summary>Warning: digit 4 and the declared sex differ.</summary>
    public const string IdentitySex = "identity_sex";

    /// <summary>Warning: digits 4-6 and the declared year of birth differ.</summary>
    public const string IdentityBirth = "identity_birth";
}
