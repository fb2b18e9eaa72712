using System.Runtime.InteropServices;
using MotCua.Domain.Kernel;

namespace MotCua.Domain.Catalogue;

/// <summary>Offers the marked spelling that a person probably meant. Built once, immutable, safe for many threads.</summary>
public sealed class SpellingHints
{
    private readonly Dictionary<string, string> _marked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Learns the words of names and phrases.</summary>
    public SpellingHints(IEnumerable<string> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        var forms = new Dictionary<(string Folded, string Marked), int>();
        foreach (var word in phrases.SelectMany(Split))
        {
            var folded = SearchText.Fold(word);
            if (folded.Length is > 0 and <= 12 && !folded.Contains(' ', StringComparison.Ordinal) && !folded.Any(char.IsAsciiDigit))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(forms, (folded, word.ToLower(System.Globalization.CultureInfo.InvariantCulture)), out _)++;
            }
        }

        foreach (var group in forms.GroupBy(f => f.Key.Folded, StringComparer.Ordinal))
        {
            _marked[group.Key] = group.OrderByDescending(f => f.Value).ThenBy(f => f.Key.Marked, StringComparer.Ordinal).First().Key.Marked;
            _counts[group.Key] = group.Sum(f => f.Value);
        }
    }

    /// <summary>The text with unknown words replaced by the known ones nearest to them; null when there is nothing to mend.</summary>
    public string? Suggest(string? text)
    {
        var words = Split(text ?? "").Take(20).ToArray();
        var changed = false;
        for (var i = 0; i < words.Length; i++)
        {
            var folded = SearchText.Fold(words[i]);
            if (folded.Length < 3 || folded.Any(char.IsAsciiDigit) || _marked.ContainsKey(folded) || SearchWords.IsFiller(folded))
            {
                continue;
            }

            if (Nearest(folded) is { } better)
            {
                words[i] = better;
                changed = true;
            }
        }

        return changed ? string.Join(' ', words) : null;
    }

    private string? Nearest(string word)
    {
        if (SearchWords.WithoutTelex(word) is { } plain && _marked.TryGetValue(plain, out var typed))
        {
            return typed;
        }

        var limit = Math.Max(1, EditDistance.Tolerance(word.Length));
        for (var distance = 1; distance <= limit; distance++)
        {
            var best = _marked.Keys.Where(k => k.Length > 1 && k[0] == word[0] && EditDistance.Within(word, k, distance)).OrderByDescending(k => _counts[k]).ThenBy(k => k, StringComparer.Ordinal).FirstOrDefault();
            if (best is not null)
            {
                return _marked[best];
            }
        }

        return null;
    }

    private static string[] Split(string text) => (text.Length > 200 ? text[..200] : text).Split([' ', '\t', ',', '.', ';', ':', '(', ')', '"', '“', '”', '/', '-', '–', '?', '!'], StringSplitOptions.RemoveEmptyEntries);
}
