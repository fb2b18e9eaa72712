using System.Buffers;

namespace MotCua.Domain.Catalogue;

/// <summary>What the search knows of a procedure.</summary>
/// <param name="Code">National code.</param>
/// <param name="Name">Name.</param>
/// <param name="Field">Field.</param>
/// <param name="OrgKey">Provincial unit in charge.</param>
/// <param name="Levels">Levels: <c>tinh</c>, <c>huyen</c>, <c>xa</c>.</param>
/// <param name="Audience">For whom.</param>
/// <param name="IsHighVolume">True for what people ask for most.</param>
/// <param name="Results">Names of the results.</param>
/// <param name="MayFile">False for one that nobody can file here yet: found by words, never by browsing.</param>
public sealed record SearchableProcedure(
    string Code, string Name, string Field, string OrgKey, IReadOnlyList<string> Levels, Audience Audience, bool IsHighVolume, IReadOnlyList<string> Results,
    bool MayFile = true);

/// <summary>A question to the search; every part may be absent.</summary>
/// <param name="Text">What the person typed.</param>
/// <param name="LifeEvent">Key of a life event.</param>
/// <param name="Field">Exact field.</param>
/// <param name="Level"><c>tinh</c>, <c>huyen</c> or <c>xa</c>.</param>
/// <param name="OrgKey">Provincial unit in charge.</param>
/// <param name="Audience">Citizens or businesses.</param>
public sealed record ProcedureQuery(
    string? Text = null, string? LifeEvent = null, string? Field = null, string? Level = null, string? OrgKey = null, Audience? Audience = null)
{
    /// <summary>True when only what can be filed here is wanted.</summary>
    public bool OnlyFileable { get; init; }
}

/// <summary>A procedure found.</summary>
/// <param name="Code">National code.</param>
/// <param name="Score">How well it fits; comparable within one answer only.</param>
public sealed record ProcedureHit(string Code, double Score);

/// <summary>What the search answers.</summary>
/// <param name="Hits">Procedures, best first.</param>
/// <param name="Elsewhere">The matter as another agency's, when the question is about that; or null.</param>
public sealed record ProcedureAnswer(IReadOnlyList<ProcedureHit> Hits, Elsewhere? Elsewhere);

/// <summary>
/// Finds procedures in memory: without accents, with typing mistakes, by everyday words. Built once from a list, immutable, safe for many
/// threads. Looks at short names only, never at prose; a question over some two thousand procedures takes a fraction of a millisecond.
/// </summary>
public sealed class ProcedureSearch
{
    private const double PairWeight = 0.35;
    private const double CoverWeight = 0.25;
    private const double Floor = 0.36;
    private const double Tail = 0.45;
    private const double ElsewhereFloor = 0.5;

    private readonly Entry[] _entries;
    private readonly Dictionary<string, int> _byCode = new(StringComparer.Ordinal);
    private readonly SearchIndex _index;
    private readonly HashSet<string> _known;
    private readonly SearchPhrases _phrases;
    private readonly Dictionary<string, LifeEvent> _lifeEvents;

    /// <summary>Builds the index.</summary>
    public ProcedureSearch(IEnumerable<SearchableProcedure> procedures, SearchVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        _entries = [.. procedures.Select(p => new Entry(p))];
        var everyday = vocabulary.Everyday.SelectMany(e => e.Codes.Select(c => (Code: c, e.Phrases))).ToLookup(e => e.Code, e => e.Phrases, StringComparer.Ordinal);
        for (var i = 0; i < _entries.Length; i++)
        {
            _byCode[_entries[i].Procedure.Code] = i;
        }

        _index = new SearchIndex(_entries.Select(e => (e.Procedure, (IReadOnlyList<string>)[.. everyday[e.Procedure.Code].SelectMany(p => p)])));
        _phrases = new SearchPhrases(vocabulary, _index.Has, w => _index.HasMarked(w) || SearchWords.IsLittle(w));
        _known = new HashSet<string>(_index.Words.Union(_phrases.Words), StringComparer.Ordinal);
        _lifeEvents = vocabulary.LifeEvents.ToDictionary(e => e.Key, StringComparer.Ordinal);
    }

    /// <summary>Number of procedures in the index.</summary>
    public int Count => _entries.Length;

    /// <summary>
    /// The procedures that fit, best first. With text: by fit. Without: what people ask for most, then by name. A code that is typed whole
    /// is found alone.
    /// </summary>
    public IReadOnlyList<ProcedureHit> Find(ProcedureQuery query) => Answer(query).Hits;

    /// <summary>The procedures that fit, and the agency to go to when it is not a matter of the province.</summary>
    public ProcedureAnswer Answer(ProcedureQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (ProcedureCode.TryNormalize(query.Text, out var code))
        {
            return new ProcedureAnswer(_byCode.TryGetValue(code, out var at) && Passes(_entries[at], query, null) ? [new ProcedureHit(code, 1)] : [], null);
        }

        LifeEvent? life = null;
        if (query.LifeEvent is { Length: > 0 } key && !_lifeEvents.TryGetValue(key, out life))
        {
            return new ProcedureAnswer([], null);
        }

        var words = SearchWords.Typed(query.Text);
        return words.Count == 0 ? new ProcedureAnswer(Browse(query, life), null) : Search(words, query, life);
    }

    private List<ProcedureHit> Browse(ProcedureQuery query, LifeEvent? life) =>
        [.. _entries.Where(e => e.Procedure.MayFile && Passes(e, query, life))
            .OrderBy(e => PlaceIn(life, e.Procedure.Code))
            .ThenByDescending(e => e.Procedure.IsHighVolume)
            .ThenBy(e => e.Sort, StringComparer.Ordinal)
            .Select(e => new ProcedureHit(e.Procedure.Code, 1))];

    private ProcedureAnswer Search(List<SearchWord> typed, ProcedureQuery query, LifeEvent? life)
    {
        var understood = _phrases.Read(Correct(typed));
        var scores = ArrayPool<double>.Shared.Rent(_entries.Length);
        var together = ArrayPool<double>.Shared.Rent(_entries.Length);
        try
        {
            var fit = scores.AsSpan(0, _entries.Length);
            var pairs = together.AsSpan(0, _entries.Length);
            fit.Clear();
            pairs.Clear();
            _index.Weigh(understood.Words, fit, pairs);
            foreach (var (code, boost) in understood.Codes)
            {
                if (_byCode.TryGetValue(code, out var at))
                {
                    fit[at] += boost;
                }
            }

            return new ProcedureAnswer(Best(fit, pairs, understood, query, life), understood.ElsewhereShare >= ElsewhereFloor ? understood.Elsewhere : null);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scores);
            ArrayPool<double>.Shared.Return(together);
        }
    }

    private List<ProcedureHit> Best(Span<double> fit, ReadOnlySpan<double> pairs, SearchPhrases.Understood understood, ProcedureQuery query, LifeEvent? life)
    {
        var sought = understood.Words.Where(w => w.Weight > 0).Select(w => w.Folded).ToHashSet(StringComparer.Ordinal);
        var top = 0.0;
        for (var i = 0; i < fit.Length; i++)
        {
            fit[i] = fit[i] >= Floor && Passes(_entries[i], query, life) ? fit[i] + (PairWeight * pairs[i]) + _entries[i].Bonus(sought) : 0;
            top = Math.Max(top, fit[i]);
        }

        var hits = new List<ProcedureHit>();
        for (var i = 0; top > 0 && i < fit.Length; i++)
        {
            if (fit[i] >= Tail * top)
            {
                hits.Add(new ProcedureHit(_entries[i].Procedure.Code, fit[i]));
            }
        }

        hits.Sort((a, b) => b.Score != a.Score ? b.Score.CompareTo(a.Score) : string.CompareOrdinal(a.Code, b.Code));
        return hits;
    }

    /// <summary>Words nobody uses, read as what was probably meant: Telex keystrokes left in, or two words run together.</summary>
    private List<SearchWord> Correct(List<SearchWord> typed)
    {
        var words = new List<SearchWord>(typed.Count);
        foreach (var word in typed)
        {
            if (_known.Contains(word.Folded) || SearchWords.IsFiller(word.Folded))
            {
                words.Add(word);
            }
            else if (SearchWords.WithoutTelex(word.Folded) is { } plain && (_known.Contains(plain) || SearchWords.IsFiller(plain)))
            {
                words.Add(new SearchWord(plain, ""));
            }
            else if (word.Folded.Length >= 5 && Split(word.Folded, _known, 4) is { } parts)
            {
                words.AddRange(parts.Select(p => new SearchWord(p, "")));
            }
            else
            {
                words.Add(word);
            }
        }

        return words;
    }

    private static List<string>? Split(string text, HashSet<string> known, int most)
    {
        if (text.Length >= 2 && known.Contains(SearchWords.Loosen(text)))
        {
            return [SearchWords.Loosen(text)];
        }

        for (var cut = Math.Min(7, text.Length - 2); most > 1 && cut >= 2; cut--)
        {
            if (known.Contains(SearchWords.Loosen(text[..cut])) && Split(text[cut..], known, most - 1) is { } rest)
            {
                rest.Insert(0, SearchWords.Loosen(text[..cut]));
                return rest;
            }
        }

        return null;
    }

    private static int PlaceIn(LifeEvent? life, string code)
    {
        for (var i = 0; i < (life?.Codes.Count ?? 0); i++)
        {
            if (life!.Codes[i] == code)
            {
                return i;
            }
        }

        return int.MaxValue;
    }

    private static bool Passes(Entry entry, ProcedureQuery query, LifeEvent? life)
    {
        var p = entry.Procedure;
        return (p.MayFile || !query.OnlyFileable)
            && (life is null || life.Codes.Contains(p.Code) || life.Fields.Contains(p.Field))
            && (string.IsNullOrEmpty(query.Field) || p.Field == query.Field)
            && (string.IsNullOrEmpty(query.Level) || p.Levels.Contains(query.Level))
            && (string.IsNullOrEmpty(query.OrgKey) || p.OrgKey == query.OrgKey)
            && (query.Audience is null or Audience.None || (p.Audience & query.Audience) != 0);
    }

    private sealed class Entry(SearchableProcedure procedure)
    {
        private const int LongName = 24;

        private readonly string[] _name = [.. SearchWords.Of(procedure.Name).Distinct(StringComparer.Ordinal)];

        public SearchableProcedure Procedure { get; } = procedure;

        public string Sort { get; } = Kernel.VietnameseOrder.Key(procedure.Name);

        /// <summary>What speaks for this procedure beyond the words it has: little else in its name, that many people ask for it, that it can be filed here.</summary>
        public double Bonus(HashSet<string> sought)
        {
            var covered = 0;
            foreach (var word in _name)
            {
                covered += sought.Contains(word) ? 1 : 0;
            }

            return (CoverWeight * covered / Math.Min(LongName, Math.Max(1, _name.Length))) + (Procedure.IsHighVolume ? 0.1 : 0) + (Procedure.MayFile ? 0.08 : 0);
        }
    }
}
