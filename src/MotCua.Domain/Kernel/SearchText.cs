using System.Globalization;
using System.Text;

namespace MotCua.Domain.Kernel;

/// <summary>
/// Folds Vietnamese text for comparing and searching: no marks, <c>đ</c> as <c>d</c>, lower case, one space between words.
/// The folded text is stored beside the text, so that no database's collation is ever relied upon.
/// </summary>
public static class SearchText
{
    /// <summary>The folded form; letters and digits only, everything else is one space; empty for null.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var builder = new StringBuilder(text.Length);
        var gap = false;
        foreach (var raw in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(raw) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            var c = raw is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(raw);
            if (char.IsLetterOrDigit(c))
            {
                if (gap && builder.Length > 0)
                {
                    builder.Append(' ');
                }

                builder.Append(c);
                gap = false;
            }
            else
            {
                gap = true;
            }
        }

        return builder.ToString();
    }

    /// <summary>The folded words, in order.</summary>
    public static string[] Words(string? text) => Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
