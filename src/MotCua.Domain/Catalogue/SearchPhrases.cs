using System.Numerics;
using System.Runtime.InteropServices;

namespace MotCua.Domain.Catalogue;

/// <summary>
/// Reads synonyms out of a question. A synonym is said when all its parts are, in any order; of synonyms over the same words the fullest counts.
/// Built once, immutable, safe for many threads.
/// </summary>
internal sealed class SearchPhrases
{
    private const int MostWords = 64;

    // How slowly a phrase loses strength as the question says other things too
    private const double Fading = 0.4;
    private const double Pointing = 0.6;

    private readonly Dictionary<string, List<Wording>> _byFirst = new(StringComparer.Ordinal);
    private readonly List<Wording> _longer = [];
    private readonly Dictionary<string, List<Wording>> _longerBySound = new(StringComparer.Ordinal);
    private readonly List<List<int>> _rulesOfPart = [];
    private readonly List<Rule> _rules = [];
    private readonly Func<string, bool> _isWord;
    private readonly Func<string, bool> _isMarkedWord;

    /// <summary>Prepares the phrases.</summary>
    /// <param name="vocabulary">The language of the search.</param>
    /// <param name="isMarkedWord">The same for a word with its marks; alone it is never taken for one with others.</param>
    /// <param name="isWord">True for a word that is right as it stands, and so is never taken for another.</param>
    public SearchPhrases(SearchVocabulary vocabulary, Func<string, bool> isWord, Func<string, bool> isMarkedWord)
    {
        _isWord = isWord;
        _isMarkedWord = isMarkedWord;
        var groups = vocabulary.Groups.ToDictionary(g => "[" + g.Key + "]", g => g.Words, StringComparer.Ordinal);
        var parts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var synonym in vocabulary.Synonyms)
        {
            Add(synonym.Phrase, new Rule(SearchWords.Typed(synonym.Means, isWritten: true), synonym.Codes, null) { SaysNothing = synonym.Means == Synonym.Nothing }, groups, parts);
        }

        foreach (var elsewhere in vocabulary.Elsewhere)
        {
            Add(elsewhere.Phrase, new Rule([], [], elsewhere), groups, parts);
        }

        Words = [.. _byFirst.Values.SelectMany(w => w).SelectMany(w => w.Words).Select(w => w.Folded).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>All folded words of all phrases.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>
    /// The question in official words, and the procedures that its phrases point at. Abbreviations and other plain rewritings come first, so that
    /// a phrase is found in the rewritten words too.
    /// </summary>
    public Understood Read(List<SearchWord> typed)
    {
        var plain = Said(typed).FindAll(r => r.Rule is { Codes.Count: 0, Elsewhere: null, Parts.Length: 1 });
        var words = Rewrite(typed, plain);
        var said = Said(words);
        var codes = new Dictionary<string, double>(StringComparer.Ordinal);
        var meaning = Math.Max(1, words.Sum(w => w.Weight));
        Elsewhere? elsewhere = null;
        var most = 0.0;
        var mostHere = 0.0;
        foreach (var rule in said)
        {
            var weight = 0.0;
            for (var i = 0; i < words.Count; i++)
            {
                weight += rule.Covers(i) ? Math.Max(words[i].Weight, 0.35) : 0;
            }

            var share = Math.Pow(Math.Min(1, weight / meaning), Fading);
            mostHere = rule.Rule.Codes.Count > 0 ? Math.Max(mostHere, share) : mostHere;
            for (var c = 0; c < rule.Rule.Codes.Count; c++)
            {
                ref var boost = ref CollectionsMarshal.GetValueRefOrAddDefault(codes, rule.Rule.Codes[c], out _);
                boost = Math.Max(boost, share * (Pointing - (0.04 * Math.Min(c, 8))));
            }

            if (rule.Rule.Elsewhere is { } other && share > most)
            {
                (elsewhere, most) = (other, share);
            }
        }

        return new Understood(Rewrite(words, said), codes, most > mostHere ? elsewhere : null, most);
    }

    private void Add(string phrase, Rule rule, Dictionary<string, IReadOnlyList<string>> groups, Dictionary<string, int> parts)
    {
        var numbers = new List<int>();
        foreach (var part in phrase.Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!parts.TryGetValue(part, out var number))
            {
                parts[part] = number = parts.Count;
                _rulesOfPart.Add([]);
                foreach (var wording in part.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(w => groups.GetValueOrDefault(w, [w])))
                {
                    if (SearchWords.Typed(wording, isWritten: true) is { Count: > 0 } words)
                    {
                        var made = new Wording([.. words], number);
                        (CollectionsMarshal.GetValueRefOrAddDefault(_byFirst, words[0].Folded, out _) ??= []).Add(made);
                        if (words.Count > 1)
                        {
                            _longer.Add(made);
                            (CollectionsMarshal.GetValueRefOrAddDefault(_longerBySound, SearchWords.Sound(words[0].Folded), out _) ??= []).Add(made);
                        }
                    }
                }
            }

            numbers.Add(number);
            _rulesOfPart[number].Add(_rules.Count);
        }

        _rules.Add(rule with { Parts = [.. numbers] });
    }

    /// <summary>The rules that are said, fullest first, without those whose words another one covers and more.</summary>
    private List<SaidRule> Said(List<SearchWord> words)
    {
        var spans = new List<Span>();
        Exact(words, spans);
        Near(words, spans);
        var said = new List<SaidRule>();
        var asked = new HashSet<int>();
        foreach (var span in spans)
        {
            foreach (var number in _rulesOfPart[span.Part])
            {
                if (asked.Add(number) && Cover(_rules[number], spans) is var mask && mask != 0)
                {
                    said.Add(new SaidRule(_rules[number], mask, number));
                }
            }
        }

        said.RemoveAll(r => said.Exists(o => o.Mask != r.Mask && (o.Mask & r.Mask) == r.Mask));
        said.Sort((a, b) => BitOperations.PopCount(b.Mask) != BitOperations.PopCount(a.Mask) ? BitOperations.PopCount(b.Mask) - BitOperations.PopCount(a.Mask) : a.Number - b.Number);
        return said;
    }

    private void Exact(List<SearchWord> words, List<Span> spans)
    {
        for (var at = 0; at < words.Count && at < MostWords; at++)
        {
            if (_byFirst.TryGetValue(words[at].Folded, out var wordings))
            {
                foreach (var wording in wordings)
                {
                    Put(wording, Match(wording, words, at, exactly: true), spans);
                }
            }
        }
    }

    /// <summary>Longer wordings with a little word between, a keystroke wrong, or written as they sound.</summary>
    private void Near(List<SearchWord> words, List<Span> spans)
    {
        var exact = spans.Count;
        for (var at = 0; at < words.Count - 1 && at < MostWords; at++)
        {
            var word = words[at];
            foreach (var wording in _longerBySound.GetValueOrDefault(SearchWords.Sound(word.Folded), []))
            {
                Guess(wording, at);
            }

            if (word.Folded.Length >= 4 && !_isWord(word.Folded))
            {
                foreach (var wording in _longer)
                {
                    if (wording.Words[0].Folded != word.Folded && EditDistance.Within(word.Folded, wording.Words[0].Folded, 1))
                    {
                        Guess(wording, at);
                    }
                }
            }
        }

        // A part that is said exactly needs no guess
        void Guess(Wording wording, int at)
        {
            for (var i = 0; i < exact; i++)
            {
                if (spans[i].Part == wording.Part)
                {
                    return;
                }
            }

            Put(wording, Match(wording, words, at, exactly: false), spans);
        }
    }

    private static void Put(Wording wording, ulong mask, List<Span> spans)
    {
        if (mask != 0)
        {
            spans.Add(new Span(wording.Part, mask));
        }
    }

    private ulong Match(Wording wording, List<SearchWord> words, int at, bool exactly)
    {
        ulong mask = 0;
        var place = at;
        var gap = 0;
        for (var i = 0; i < wording.Words.Length;)
        {
            if (place >= words.Count || place >= MostWords)
            {
                return 0;
            }

            if (Same(words[place], wording.Words[i], exactly, wording.Words.Length))
            {
                mask |= 1UL << place;
                i++;
            }
            else if (exactly || i == 0 || ++gap > 2 || words[place].Weight > 0)
            {
                return 0;
            }

            place++;
        }

        return mask;
    }

    private bool Same(SearchWord typed, SearchWord word, bool exactly, int length)
    {
        if (typed.Folded == word.Folded)
        {
            return length == 1 && typed.Marked != word.Marked && _isMarkedWord(typed.Marked) ? false : SearchWords.MarksFit(typed, word);
        }

        return !exactly && typed.Folded.Length >= 4 && word.Folded.Length >= 3 && length > 1
            && (SearchWords.Sound(typed.Folded) == SearchWords.Sound(word.Folded) || (!_isWord(typed.Folded) && EditDistance.Within(typed.Folded, word.Folded, 1)));
    }

    /// <summary>The words that say all parts, each part by words of its own; 0 when one is not said. The longest wording of a part counts.</summary>
    private static ulong Cover(Rule rule, List<Span> spans)
    {
        ulong mask = 0;
        foreach (var part in rule.Parts)
        {
            ulong best = 0;
            foreach (var span in spans)
            {
                if (span.Part == part && (span.Mask & mask) == 0 && BitOperations.PopCount(span.Mask) > BitOperations.PopCount(best))
                {
                    best = span.Mask;
                }
            }

            if (best == 0)
            {
                return 0;
            }

            mask |= best;
        }

        return mask;
    }

    private static List<SearchWord> Rewrite(List<SearchWord> words, List<SaidRule> said)
    {
        ulong claimed = 0;
        var meant = new Dictionary<int, List<SearchWord>>();
        foreach (var rule in said)
        {
            if ((rule.Rule.Means.Count > 0 || rule.Rule.SaysNothing) && (claimed & rule.Mask) == 0)
            {
                claimed |= rule.Mask;
                meant[BitOperations.TrailingZeroCount(rule.Mask)] = rule.Rule.Means;
            }
        }

        if (claimed == 0)
        {
            return words;
        }

        var rewritten = new List<SearchWord>(words.Count + 8);
        for (var i = 0; i < words.Count; i++)
        {
            if (meant.TryGetValue(i, out var means))
            {
                rewritten.AddRange(means);
            }
            else if (i >= 64 || (claimed & (1UL << i)) == 0)
            {
                rewritten.Add(words[i]);
            }
        }

        return rewritten;
    }

    /// <summary>A question as it was understood.</summary>
    /// <param name="Words">Words to look for.</param>
    /// <param name="Codes">Procedures pointed at, and how strongly.</param>
    /// <param name="Elsewhere">What is decided elsewhere, or null.</param>
    /// <param name="ElsewhereShare">How much of the question that is, to 1.</param>
    internal sealed record Understood(IReadOnlyList<SearchWord> Words, IReadOnlyDictionary<string, double> Codes, Elsewhere? Elsewhere, double ElsewhereShare);

    private readonly record struct Span(int Part, ulong Mask);

    private sealed record Wording(SearchWord[] Words, int Part);

    private sealed record Rule(List<SearchWord> Means, IReadOnlyList<string> Codes, Elsewhere? Elsewhere)
    {
        public int[] Parts { get; init; } = [];

        public bool SaysNothing { get; init; }
    }

    private readonly record struct SaidRule(Rule Rule, ulong Mask, int Number)
    {
        public bool Covers(int place) => place < 64 && (Mask & (1UL << place)) != 0;
    }
}
