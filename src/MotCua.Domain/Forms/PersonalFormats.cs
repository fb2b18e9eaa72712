using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MotCua.Domain.Forms;

/// <summary>
/// Số định danh cá nhân (NĐ 137/2015 Đ13, TT 07/2016/TT-BCA): three digits of the province or country of birth registration, one of century and sex, two
/// of the year of birth, six random. Old nine-digit CMND still stand on older papers.
/// </summary>
public static class IdentityNumber
{
    /// <summary>Codes of the 63 provinces as of 2016-2025, as used inside identity numbers; they stay in numbers already given.</summary>
    private static readonly FrozenSet<int> Provinces = new[]
    {
        1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58,
        60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96,
    }.ToFrozenSet();

    /// <summary>The digits without spaces and dots; null when there are not 9 or 12.</summary>
    public static string? Normalise(string text)
    {
        var digits = text.Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        return digits.Length is 9 or 12 && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    /// <summary>What is odd about a normalised number; exceptions exist in law and data, so these are warnings only (law: warn, not block).</summary>
    public static IEnumerable<(string Code, string Message)> Oddities(string number, DateOnly? birth, string? sex)
    {
        if (number.Length == 9)
        {
            yield return (AnswerCodes.OldIdentityNumber, "Đây là số chứng minh nhân dân cũ (9 số). Nếu đã có căn cước, hãy nhập số định danh 12 số trên thẻ.");
            yield break;
        }

        var place = int.Parse(number.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture);
        if (place < 100 && !Provinces.Contains(place))
        {
            yield return (AnswerCodes.IdentityPlace, $"Ba số đầu ({number[..3]}) không phải mã tỉnh hoặc mã nước nơi đăng ký khai sinh. Hãy đối chiếu với thẻ căn cước.");
        }

        var era = number[3] - '0';
        var sexOfNumber = era % 2 == 0 ? "nam" : "nu";
        if (sex is "nam" or "nu" && sex != sexOfNumber)
        {
            yield return (AnswerCodes.IdentitySex, $"Số thứ 4 của số định danh ứng với giới tính {(sexOfNumber == "nam" ? "nam" : "nữ")}, khác với giới tính đã khai. Hãy kiểm tra lại cả hai.");
        }

        var year = 1900 + (era / 2 * 100) + int.Parse(number.AsSpan(4, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        if (birth is { } date && date.Year != year)
        {
            yield return (AnswerCodes.IdentityBirth, $"Số định danh ứng với năm sinh {year}, khác với ngày sinh đã khai. Hãy kiểm tra lại cả hai.");
        }
    }
}

/// <summary>Vietnamese telephone numbers: mobile 10 digits (03, 05, 07, 08, 09), landline 10-11 digits (02).</summary>
public static class PhoneNumber
{
    /// <summary>The national form (<c>0912345678</c>), from any common way of typing; null when it is no Vietnamese number.</summary>
    public static string? Normalise(string text)
    {
        if (text.Length > 30 || text.Any(c => !(char.IsAsciiDigit(c) || c is ' ' or '.' or '-' or '(' or ')' or '+')))
        {
            return null;
        }

        var digits = new string([.. text.Where(char.IsAsciiDigit)]);
        var plus = text.TrimStart().StartsWith('+');
        if ((plus || digits.Length > 10) && digits.StartsWith("84", StringComparison.Ordinal))
        {
            digits = string.Concat("0", digits.AsSpan(digits.StartsWith("840", StringComparison.Ordinal) ? 3 : 2));
        }
        else if (plus)
        {
            return null;
        }

        return digits.Length switch
        {
            10 when digits[0] == '0' && digits[1] is '3' or '5' or '7' or '8' or '9' => digits,
            10 or 11 when digits.StartsWith("02", StringComparison.Ordinal) => digits,
            _ => null,
        };
    }
}

/// <summary>Names of persons: letters with all Vietnamese marks, spaces, apostrophe, hyphen and full stop; never digits.</summary>
public static class PersonName
{
    /// <summary>The name composed (NFC), single-spaced, upper and lower case kept; null when something in it is in no name.</summary>
    public static string? Normalise(string text)
    {
        var builder = new StringBuilder(text.Length);
        var letters = 0;
        foreach (var c in Nfc(text).Trim())
        {
            if (char.IsWhiteSpace(c))
            {
                if (builder.Length > 0 && builder[^1] != ' ')
                {
                    builder.Append(' ');
                }

                continue;
            }

            var letter = char.IsLetter(c);
            if (!letter && c is not ('\'' or '’' or '-' or '.') && char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                return null;
            }

            letters += letter ? 1 : 0;
            builder.Append(c);
        }

        return letters > 0 ? builder.ToString() : null;
    }

    /// <summary>Composed form; text that is no valid Unicode stays as it is.</summary>
    internal static string Nfc(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}

/// <summary>E-mail addresses, as strict as sending needs.</summary>
public static partial class EmailAddress
{
    /// <summary>The address with the domain in lower case; null when nothing can be sent to it.</summary>
    public static string? Normalise(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length > 254 || !Pattern().IsMatch(trimmed))
        {
            return null;
        }

        var at = trimmed.LastIndexOf('@');
        return string.Concat(trimmed.AsSpan(0, at), trimmed[at..].ToLowerInvariant());
    }

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}

/// <summary>Numbers as people in Vietnam type them: full stop for thousands, comma for decimals.</summary>
public static partial class TypedNumber
{
    /// <summary>Whole đồng; thousand separators (full stop, comma or space) and a final <c>đ</c> are understood; null when it is no whole amount.</summary>
    public static decimal? Money(string text)
    {
        var plain = text.Trim().TrimEnd('đ', 'Đ', ' ');
        if (plain.EndsWith("VND", StringComparison.OrdinalIgnoreCase))
        {
            plain = plain[..^3].TrimEnd();
        }

        var negative = plain.StartsWith('-');
        var groups = plain.TrimStart('-').Split('.', ',', ' ', '\u00a0');
        if (plain.Length > 24 || groups.Any(g => g.Length == 0 || !g.All(char.IsAsciiDigit))
            || (groups.Length > 1 && (groups[0].Length > 3 || groups.Skip(1).Any(g => g.Length != 3))))
        {
            return null;
        }

        return decimal.TryParse(string.Concat(groups), NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? (negative ? -amount : amount) : null;
    }

    /// <summary>
    /// A decimal number; null when it is none. A comma is the decimal sign; a full stop stands for thousands when groups of three digits follow it
    /// (<c>1.500</c> is fifteen hundred) and for decimals otherwise (<c>120.5</c>, <c>0.125</c>).
    /// </summary>
    public static decimal? Number(string text)
    {
        var plain = text.Trim().Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal);
        if (plain.Length is 0 or > 30)
        {
            return null;
        }

        if (plain.Contains(',', StringComparison.Ordinal))
        {
            plain = plain.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        }
        else if (ThousandGroups().IsMatch(plain))
        {
            plain = plain.Replace(".", "", StringComparison.Ordinal);
        }

        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    [GeneratedRegex(@"^-?[1-9][0-9]{0,2}(\.[0-9]{3})+$", RegexOptions.CultureInvariant)]
    private static partial Regex ThousandGroups();
}
