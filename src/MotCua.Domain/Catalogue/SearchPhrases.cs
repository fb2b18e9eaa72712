namespace MotCua.Domain.Catalogue;

/// <summary>Reads synonyms out of a question: the longest first, forgiving one wrong keystroke in a longer word.</summary>
internal sealed class SearchPhrases
{
    private readonly List<Phrase> _phrases;

    /// <summary>Prepares the synonyms.</summary>
    /// <param name="synonyms">The synonyms.</param>
    /// <param name="isWord">True for a word that is right as it stands, and so is never taken for another.</param>
    public SearchPhrases(IEnumerable<Synonym> synonyms, Func<string, bool> isWord)
    {
        _phrases = [.. synonyms
            .Select(s => new Phrase(SearchWords.Of(s.Phrase), SearchWords.Of(s.Means), s.Codes, isWord))
            .Where(p => p.Words.Length > 0)
            .OrderByDescending(p => p.Words.Length).ThenByDescending(p => p.Codes.Count)];
        Words = [.. _phrases.SelectMany(p => p.Words).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>All words of all phrases.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>
    /// The question in official words, and the procedures that its phrases point at. Abbreviations and other plain rewritings come first, so that
    /// a phrase is found in the rewritten words too.
    /// </summary>
    public Understood Read(List<string> words)
    {
        var codes = new Dictionary<string, double>(StringComparer.Ordinal);
        var rewritten = Rewrite(words, pointing: false, codes);
        var said = Rewrite(rewritten, pointing: true, codes).Where(w => !SearchWords.IsFiller(w)).ToList();
        return new Understood(said.Count > 0 ? said : words, codes);
    }

    private List<string> Rewrite(List<string> words, bool pointing, Dictionary<string, double> codes)
    {
        var claimed = new Phrase?[words.Count];
        var ends = new int[words.Count];
        foreach (var exactly in (ReadOnlySpan<bool>)[true, false])
        {
            foreach (var phrase in _phrases.Where(p => pointing || p.Codes.Count == 0))
            {
                for (var at = 0; at < words.Count; at++)
                {
                    var length = phrase.Match(words, at, exactly);
                    if (length > 0 && claimed.AsSpan(at, length).IndexOfAnyExcept((Phrase?)null) < 0)
                    {
                        claimed.AsSpan(at, length).Fill(phrase);
                        ends[at] = length;
                    }
                }
            }
        }

        var meaning = Math.Max(1, words.Where((w, i) => claimed[i] is not null || !SearchWords.IsFiller(w)).Count());
        var said = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            if (claimed[i] is not { } phrase)
            {
                said.Add(words[i]);
            }
            else if (ends[i] > 0)
            {
                said.AddRange(phrase.Means.Length > 0 ? phrase.Means : phrase.Words);
                var share = Math.Sqrt(ends[i] / (double)meaning);
                for (var c = 0; c < phrase.Codes.Count; c++)
                {
                    var boost = share * (0.9 - (0.06 * Math.Min(c, 8)));
                    codes[phrase.Codes[c]] = Math.Max(codes.GetValueOrDefault(phrase.Codes[c]), boost);
                }
            }
        }

        return said;
    }

    /// <summary>A question as it was understood.</summary>
    /// <param name="Words">Words to look for.</param>
    /// <param name="Codes">Procedures pointed at, and how strongly.</param>
    internal sealed record Understood(IReadOnlyList<string> Words, IReadOnlyDictionary<string, double> Codes);

    private sealed record Phrase(string[] Words, string[] Means, IReadOnlyList<string> Codes, Func<string, bool> IsWord)
    {
        private readonly bool _forgiving = Words.Count(w => !SearchWords.IsFiller(w)) >= 2;

        /// <summary>How many words of the text from the place on say this phrase; 0 when they do not. Little words may come between when not read exactly.</summary>
        public int Match(List<string> text, int at, bool exactly)
        {
            var place = at;
            for (var i = 0; i < Words.Length; i++)
            {
                if (place < text.Count && Same(text[place], Words[i], exactly))
                {
                    place++;
                }
                else if (exactly || !_forgiving || i == 0)
                {
                    return 0;
                }
                else if (place < text.Count && SearchWords.IsFiller(text[place]))
                {
                    place++;
                    i--;
                }
                else
                {
                    return 0;
                }
            }

            return place - at;
        }

        private bool Same(string typed, string word, bool exactly) =>
            typed == word || (!exactly && typed.Length >= 4 && Words.Length > 1 && !IsWord(typed) && EditDistance.Within(typed, word, 1));
    }
}
