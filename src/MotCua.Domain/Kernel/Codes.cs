using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace MotCua.Domain.Kernel;

/// <summary>Code of a submission: <c>NH-</c> and ten random Crockford base32 characters. Given at once, before any acceptance; not guessable.</summary>
public readonly record struct SubmissionCode : IParsable<SubmissionCode>
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private readonly string? _value;

    private SubmissionCode(string value) => _value = value;

    /// <summary>The printed form.</summary>
    public string Value => _value ?? "";

    /// <summary>A new random code (50 bits).</summary>
    public static SubmissionCode New() => new("NH-" + RandomNumberGenerator.GetString(Alphabet, 10));

    /// <inheritdoc />
    public static SubmissionCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException($"Not a submission code: {s}");

    /// <summary>Reads what people type: lower case, spaces, and the look-alikes O, I, L are understood.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SubmissionCode result)
    {
        result = default;
        var text = s?.Trim().ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal) ?? "";
        if (!text.StartsWith("NH-", StringComparison.Ordinal) || text.Length != 13)
        {
            return false;
        }

        var body = text[3..].Replace('O', '0').Replace('I', '1').Replace('L', '1');
        if (body.Any(c => !Alphabet.Contains(c, StringComparison.Ordinal)))
        {
            return false;
        }

        result = new SubmissionCode("NH-" + body);
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>
/// Mã số hồ sơ: <c>prefix-YYMMDD-NNNN</c>, where the prefix is the identifier of the receiving unit, the date is the local date of acceptance and the
/// number counts the acceptances of that unit that day (NĐ 61/2018 Đ26, TT 01/2018 Đ19). Past 9999 the number widens; it never wraps.
/// </summary>
public readonly record struct DossierNumber : IParsable<DossierNumber>
{
    private readonly string? _value;

    private DossierNumber(string value) => _value = value;

    /// <summary>The printed form.</summary>
    public string Value => _value ?? "";

    /// <summary>The number of the <paramref name="ordinal"/>-th acceptance (from 1) of the unit on the local date.</summary>
    public static DossierNumber For(string prefix, DateOnly acceptedOn, int ordinal)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(prefix);
        ArgumentOutOfRangeException.ThrowIfLessThan(ordinal, 1);
        return new DossierNumber(string.Create(CultureInfo.InvariantCulture, $"{prefix}-{acceptedOn:yyMMdd}-{ordinal:0000}"));
    }

    /// <inheritdoc />
    public static DossierNumber Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var number) ? number : throw new FormatException($"Not a dossier number: {s}");

    /// <summary>Reads old (<c>000.00.06.H56-231027-0361</c>) and new (<c>H03.15-220725-0001</c>) styles.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DossierNumber result)
    {
        result = default;
        var text = s?.Trim().ToUpperInvariant() ?? "";
        var parts = text.Split('-');
        if (text.Length > 60 || parts.Length != 3 || parts[0].Length == 0 || parts[1].Length != 6 || parts[2].Length < 4
            || !parts[0].All(c => c is '.' or (>= '0' and <= '9') or (>= 'A' and <= 'Z'))
            || !parts[1].All(char.IsAsciiDigit) || !parts[2].All(char.IsAsciiDigit))
        {
            return false;
        }

        result = new DossierNumber(text);
        return true;
    }

    /// <summary>The code of the n-th electronic result of this dossier (NĐ 45/2020 Đ14 k3).</summary>
    public string ResultCode(int ordinal) => string.Create(CultureInfo.InvariantCulture, $"{Value}-KQ{ordinal}");

    /// <inheritdoc />
    public override string ToString() => Value;
}
