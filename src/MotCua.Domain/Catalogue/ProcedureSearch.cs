using System.Runtime.InteropServices;

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
public sealed record SearchableProcedure(
    string Code, string Name, string Field, string OrgKey, IReadOnlyList<string> Levels, Audience Audience, bool IsHighVolume, IReadOnlyList<string> Results);

/// <summary>A question to the search; every part may be absent.</summary>
/// <param name="Text">What the person typed.</param>
/// <param name="LifeEvent">Key of a life event.</param>
/// <param name="Field">Exact field.</param>
/// <param name="Level"><c>tinh</c>, <c>huyen</c> or <c>xa</c>.</param>
/// <param name="OrgKey">Provincial unit in charge.</param>
/// <param name="Audience">Citizens or businesses.</param>
public sealed record ProcedureQuery(
    string? Text = null, string? LifeEvent = null, string? Field = null, string? Level = null, string? OrgKey = null, Audience? Audience = null);

/// <summary>A procedure found.</summary>
/// <param name="Code">National code.</param>
/// <param name="Score">How well it fits; comparable within one answer only.</param>
public sealed record ProcedureHit(string Code, double Score);

/// <summary>
/// Finds procedures in memory: without accents, with typing mistakes, by everyday words. Built once from a list, immutable, safe for many
/// threads; a question over some two thousand procedures takes well under a millisecond of work per word.
/// </summary>
public sealed class ProcedureSearch
{
    private const double NameWeight = 1.0;
    private const double FieldWeight = 0.45;
    private const double ResultWeight = 0.6;
    private const double Floor = 0.34;

    private readonly Entry[] _entries;
    private readonly Dictionary<string, int> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Posting>> _postings = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known;
    private readonly SearchPhrases _phrases;
    private readonly Dictionary<string, LifeEvent> _lifeEvents;

    /// <summary>Builds the index.</summary>
    public ProcedureSearch(IEnumerable<SearchableProcedure> procedures, SearchVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        _entries = [.. procedures.Select(p => new Entry(p))];
        for (var i = 0; i < _entries.Length; i++)
        {
            _byCode[_entries[i].Procedure.Code] = i;
            foreach (var (word, weight) in _entries[i].Weights)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(_postings, word, out _) ??= []).Add(new Posting(i, weight));
            }
        }

        _phrases = new SearchPhrases(vocabulary.Synonyms, _postings.ContainsKey);
        _known = new HashSet<string>(_postings.Keys.Union(_phrases.Words), StringComparer.Ordinal);
        _lifeEvents = vocabulary.LifeEvents.ToDictionary(e => e.Key, StringComparer.Ordinal);
    }

    /// <summary>Number of procedures in the index.</summary>
    public int Count => _entries.Length;

    /// <summary>
    /// The procedures that fit, best first. With text: by fit. Without: what people ask for most, then by name. A code that is typed whole
    /// is found alone.
    /// </summary>
    public IReadOnlyList<ProcedureHit> Find(ProcedureQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (ProcedureCode.TryNormalize(query.Text, out var code))
        {
            return _byCode.TryGetValue(code, out var at) && Passes(_entries[at], query, null) ? [new ProcedureHit(code, 1)] : [];
        }

        LifeEvent? life = null;
        if (query.LifeEvent is { Length: > 0 } key && !_lifeEvents.TryGetValue(key, out life))
        {
            return [];
        }

        var words = SearchWords.Of(query.Text);
        return words.Length == 0 ? Browse(query, life) : Search(words, query, life);
    }

    private List<ProcedureHit> Browse(ProcedureQuery query, LifeEvent? life) =>
        [.. _entries.Where(e => Passes(e, query, life))
            .OrderBy(e => PlaceIn(life, e.Procedure.Code))
            .ThenByDescending(e => e.Procedure.IsHighVolume)
            .ThenBy(e => e.Sort, StringComparer.Ordinal)
            .Select(e => new ProcedureHit(e.Procedure.Code, 1))];

    private List<ProcedureHit> Search(string[] typed, ProcedureQuery query, LifeEvent? life)
    {
        var understood = _phrases.Read(Correct(typed));
        var scores = new double[_entries.Length];
        var total = 0.0;
        foreach (var word in understood.Words)
        {
            total += Add(word, scores);
        }

        if (total > 0)
        {
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] /= total;
            }
        }

        var pairs = understood.Words.Zip(understood.Words.Skip(1)).ToHashSet();
        foreach (var (code, boost) in understood.Codes)
        {
            if (_byCode.TryGetValue(code, out var at))
            {
                scores[at] += boost;
            }
        }

        var hits = new List<ProcedureHit>();
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] >= Floor && Passes(_entries[i], query, life))
            {
                hits.Add(new ProcedureHit(_entries[i].Procedure.Code, scores[i] + _entries[i].Fit(understood.Words, pairs)));
            }
        }

        hits.Sort((a, b) => b.Score != a.Score ? b.Score.CompareTo(a.Score) : string.CompareOrdinal(a.Code, b.Code));
        return hits;
    }

    /// <summary>Adds the word's part to the scores; returns what a procedure that has the whole word gets.</summary>
    private double Add(string word, double[] scores)
    {
        if (_postings.TryGetValue(word, out var exact))
        {
            var worth = Worth(exact.Count);
            foreach (var posting in exact)
            {
                scores[posting.Entry] += worth * posting.Weight;
            }

            return worth;
        }

        // An unknown word: its beginnings and near misses. It still counts as sought, so that a wild guess does not win.
        var best = new Dictionary<int, double>();
        foreach (var candidate in _postings.Keys)
        {
            var quality = Resemblance(word, candidate);
            if (quality <= 0)
            {
                continue;
            }

            foreach (var posting in _postings[candidate])
            {
                ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(best, posting.Entry, out _);
                value = Math.Max(value, Worth(_postings[candidate].Count) * posting.Weight * quality);
            }
        }

        foreach (var (entry, value) in best)
        {
            scores[entry] += value;
        }

        return best.Count == 0 ? Worth(_entries.Length / 20) : best.Values.Max() / 0.8;
    }

    private double Worth(int count) => Math.Log(1 + (_entries.Length / (double)Math.Max(1, count)));

    private static double Resemblance(string word, string candidate)
    {
        if (word.Length >= 3 && candidate.StartsWith(word, StringComparison.Ordinal))
        {
            return 0.75;
        }

        var limit = word.Length == 3 ? 1 : EditDistance.Tolerance(word.Length);
        return limit > 0 && candidate.Length >= 2 && word[0] == candidate[0] && EditDistance.Within(word, candidate, limit) ? word.Length == 3 ? 0.5 : 0.7
            : word.Length >= 4 && EditDistance.Within(word, candidate, limit) ? 0.6
            : 0;
    }

    /// <summary>Words nobody uses, read as what was probably meant: Telex keystrokes left in, or two words run together.</summary>
    private List<string> Correct(string[] typed)
    {
        var words = new List<string>(typed.Length);
        foreach (var word in typed)
        {
            if (_known.Contains(word) || SearchWords.IsFiller(word))
            {
                words.Add(word);
            }
            else if (SearchWords.WithoutTelex(word) is { } plain && _known.Contains(plain))
            {
                words.Add(plain);
            }
            else if (word.Length >= 5 && Split(word, _known, 4) is { } parts)
            {
                words.AddRange(parts);
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
        return (life is null || life.Codes.Contains(p.Code) || life.Fields.Contains(p.Field))
            && (string.IsNullOrEmpty(query.Field) || p.Field == query.Field)
            && (string.IsNullOrEmpty(query.Level) || p.Levels.Contains(query.Level))
            && (string.IsNullOrEmpty(query.OrgKey) || p.OrgKey == query.OrgKey)
            && (query.Audience is null or Audience.None || (p.Audience & query.Audience) != 0);
    }

    private readonly record struct Posting(int Entry, double Weight);

    private sealed class Entry
    {
        private readonly string[] _name;
        private readonly HashSet<(string, string)> _pairs;

        public Entry(SearchableProcedure procedure)
        {
            Procedure = procedure;
            Sort = Kernel.VietnameseOrder.Key(procedure.Name);
            _name = SearchWords.Of(procedure.Name);
            _pairs = [.. _name.Zip(_name.Skip(1))];
            Put(_name, NameWeight);
            Put(SearchWords.Of(procedure.Field), FieldWeight);
            foreach (var result in procedure.Results)
            {
                Put(SearchWords.Of(result), ResultWeight);
            }
        }

        public SearchableProcedure Procedure { get; }

        public string Sort { get; }

        public Dictionary<string, double> Weights { get; } = new(StringComparer.Ordinal);

        /// <summary>What speaks for this procedure beyond the words it has: their order, a short name, and that many people ask for it.</summary>
        public double Fit(IReadOnlyList<string> words, HashSet<(string, string)> pairs)
        {
            var together = pairs.Count == 0 ? 0 : pairs.Count(_pairs.Contains) / (double)pairs.Count;
            var covered = _name.Count(words.Contains) / (double)_name.Length;
            return (0.3 * together) + (0.25 * covered) + (Procedure.IsHighVolume ? 0.1 : 0);
        }

        private void Put(string[] words, double weight)
        {
            foreach (var word in words)
            {
                ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(Weights, word, out _);
                value = Math.Max(value, weight);
            }
        }
    }
}
