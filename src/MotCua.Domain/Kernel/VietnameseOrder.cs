using System.Globalization;
using System.Text;

namespace MotCua.Domain.Kernel;

/// <summary>
/// Sort key of Vietnamese text: the 29 letters in dictionary order, then tones (ngang, huyền, hỏi, ngã, sắc, nặng), then upper case.
/// The key is plain ASCII, so an ordinal comparison of it in any database gives the Vietnamese order.
/// </summary>
public static class VietnameseOrder
{
    private const string Letters = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    private const string Tones = "\u0300\u0309\u0303\u0301\u0323";

    /// <summary>The key; empty for null.</summary>
    public static string Key(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var letters = new StringBuilder();
        var tones = new StringBuilder();
        foreach (var word in text.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var tone = '0';
            foreach (var c in Compose(word, ref tone))
            {
                var place = Letters.IndexOf(char.ToLower(c, CultureInfo.InvariantCulture), StringComparison.Ordinal);
                letters.Append(place >= 0 ? (char)('A' + place) : char.IsDigit(c) ? c : '!');
            }

            letters.Append(' ');
            tones.Append(tone);
        }

        return letters.Append('/').Append(tones).ToString();
    }

    /// <summary>The word without its tone, letters composed (â, ă, ê, ô, ơ, ư, đ stay letters).</summary>
    private static string Compose(string word, ref char tone)
    {
        var kept = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormD))
        {
            var t = Tones.IndexOf(c, StringComparison.Ordinal);
            if (t >= 0)
            {
                tone = (char)('1' + t);
            }
            else
            {
                kept.Append(c);
            }
        }

        return kept.ToString().Normalize(NormalizationForm.FormC);
    }
}
