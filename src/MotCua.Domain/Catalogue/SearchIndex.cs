using System.Numerics;
using System.Runtime.InteropServices;

namespace MotCua.Domain.Catalogue;

/// <summary>
/// Which words, and which neighbours, stand in the name, field, results and everyday words of each procedure. Built once, immutable, safe for many
/// threads.
/// </summary>
internal sealed class SearchIndex
{
    private const float NameWeight = 1f;
    private const float EverydayWeight = 0.9f;
    private const float ResultWeight = 0.6f;
    private const float FieldWeight = 0.4f;
    private const double OtherMarks = 0.55;
    private const int LongestGuess = 48;
    private const int Telling = 5;
    private const double Rest = 0.4;

    private readonly int _count;
    private readonly Dictionary<string, List<Posting>> _postings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Posting>> _marked = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), List<int>> _pairs = [];
    private readonly Dictionary<string, List<string>> _forms = new(StringComparer.Ordinal);
    private readonly Candidate[][] _byLength;

    /// <summary>Builds the index.</summary>
    public SearchIndex(IEnumerable<(SearchableProcedure Procedure, IReadOnlyList<string> Everyday)> procedures)
    {
        foreach (var (procedure, everyday) in procedures)
        {
            Add(_count++, procedure, everyday);
        }

        _byLength = [.. Enumerable.Range(0, LongestGuess).Select(n => _postings.Where(p => p.Key.Length == n).Select(p => new Candidate(p.Key, Letters(p.Key), SearchWords.Sound(p.Key), p.Value)).ToArray())];
    }

    /// <summary>All folded words.</summary>
    public IEnumerable<string> Words => _postings.Keys;

    /// <summary>True for a folded word that some procedure has.</summary>
    public bool Has(string folded) => _postings.ContainsKey(folded);

    /// <summary>True for a word with marks that some procedure has.</summary>
    public bool HasMarked(string marked) => _marked.ContainsKey(marked);

    /// <summary>Each word's part and each pair of neighbours' part, so that a procedure that has all gets 1.</summary>
    public void Weigh(IReadOnlyList<SearchWord> words, Span<double> fit, Span<double> pairs)
    {
        var worths = new List<double>(words.Count);
        var totalOfPairs = 0.0;
        SearchWord? before = null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (word.Weight <= 0)
            {
                before = null;
                continue;
            }

            if (seen.Add(word.Folded))
            {
                worths.Add(Add(word, fit));
            }

            if (before is { } last)
            {
                var known = _pairs.TryGetValue((last.Folded, word.Folded), out var together);
                var worth = known ? Worth(together!.Count) : Worth(_count / 20) * Math.Min(last.Weight, word.Weight);
                totalOfPairs += worth;
                foreach (var entry in CollectionsMarshal.AsSpan(together))
                {
                    pairs[entry] += worth;
                }
            }

            before = word;
        }

        // In a long sentence the words that say most count in full, the others a little
        worths.Sort((a, b) => b.CompareTo(a));
        var total = worths.Take(Telling).Sum() + (Rest * worths.Skip(Telling).Sum());
        for (var i = 0; i < fit.Length; i++)
        {
            fit[i] = total > 0 ? fit[i] / total : 0;
            pairs[i] = totalOfPairs > 0 ? pairs[i] / totalOfPairs : 0;
        }
    }

    /// <summary>Adds the word's part; returns what a procedure that has the whole word gets.</summary>
    private double Add(SearchWord word, Span<double> fit)
    {
        if (!_postings.TryGetValue(word.Folded, out var exact))
        {
            return Guess(word.Folded, fit) * word.Weight;
        }

        // Typed with marks that name another word: what has the same letters still counts, but less
        if (word.Marked.Length > 0 && _marked.TryGetValue(word.Marked, out var same))
        {
            var worth = Worth(same.Count) * word.Weight;
            Put(exact, worth * OtherMarks, fit);
            Put(same, worth * (1 - OtherMarks), fit);
            return worth;
        }
        else
        {
            var worth = Worth(exact.Count) * word.Weight;
            Put(exact, MayBeMeant(word) ? worth : worth * OtherMarks, fit);
            return worth;
        }
    }

    /// <summary>True when no mark that was typed speaks against some word of the index: tơ for tờ, never xép for xếp.</summary>
    private bool MayBeMeant(SearchWord word) =>
        word.Marked.Length == 0 || !_forms.TryGetValue(word.Folded, out var forms) || forms.Exists(f => SearchWords.MarksFit(word, new SearchWord(word.Folded, f)));

    private static void Put(List<Posting> postings, double worth, Span<double> fit)
    {
        foreach (var posting in CollectionsMarshal.AsSpan(postings))
        {
            fit[posting.Entry] += worth * posting.Weight;
        }
    }

    /// <summary>An unknown word: its beginnings and near misses. It still counts as sought, so that a wild guess does not win.</summary>
    private double Guess(string word, Span<double> fit)
    {
        var best = new Dictionary<int, double>();
        var letters = Letters(word);
        var sound = SearchWords.Sound(word);
        for (var length = Math.Max(2, word.Length - 2); length <= Math.Min(_byLength.Length - 1, word.Length + 6); length++)
        {
            foreach (var candidate in _byLength[length])
            {
                var quality = Resemblance(word, letters, sound, candidate);
                if (quality <= 0)
                {
                    continue;
                }

                foreach (var posting in candidate.Postings)
                {
                    ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(best, posting.Entry, out _);
                    value = Math.Max(value, Worth(candidate.Postings.Count) * posting.Weight * quality);
                }
            }
        }

        var most = 0.0;
        foreach (var (entry, value) in best)
        {
            fit[entry] += value;
            most = Math.Max(most, value);
        }

        return most > 0 ? most / 0.8 : Worth(_count / 300);
    }

    private double Worth(int count) => Math.Log(1 + (_count / (double)Math.Max(1, count)));

    private static double Resemblance(string word, uint letters, string sound, Candidate candidate)
    {
        if (word.Length >= 3 && candidate.Word.StartsWith(word, StringComparison.Ordinal))
        {
            return 0.75;
        }

        // A keystroke changes at most two letters of the set, so most candidates need no distance
        var limit = word.Length == 3 ? 1 : EditDistance.Tolerance(word.Length);
        return limit > 0 && BitOperations.PopCount(letters ^ candidate.Letters) <= 2 * limit && EditDistance.Within(word, candidate.Word, limit)
            ? word[0] == candidate.Word[0] ? word.Length == 3 ? 0.5 : 0.7 : word.Length >= 4 ? 0.6 : 0
            : word.Length >= 3 && sound == candidate.Sound ? 0.65 : 0;
    }

    private static uint Letters(string word)
    {
        var set = 0u;
        foreach (var c in word)
        {
            set |= 1u << (c is >= 'a' and <= 'z' ? c - 'a' : 26 + (c % 6));
        }

        return set;
    }

    private void Add(int at, SearchableProcedure procedure, IReadOnlyList<string> everyday)
    {
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        var marked = new Dictionary<string, float>(StringComparer.Ordinal);
        Put(procedure.Name, NameWeight);
        Put(procedure.Field, FieldWeight);
        foreach (var result in procedure.Results)
        {
            Put(result, ResultWeight);
        }

        foreach (var phrase in everyday)
        {
            Put(phrase, EverydayWeight);
        }

        foreach (var (word, weight) in weights)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(_postings, word, out _) ??= []).Add(new Posting(at, weight));
        }

        foreach (var (word, weight) in marked)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(_marked, word, out _) ??= []).Add(new Posting(at, weight));
        }

        foreach (var pair in everyday.Prepend(procedure.Name).Select(SearchWords.Of).SelectMany(w => w.Zip(w.Skip(1))).Distinct())
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(_pairs, pair, out _) ??= []).Add(at);
        }

        void Put(string text, float weight)
        {
            foreach (var word in SearchWords.Typed(text, isWritten: true))
            {
                ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(weights, word.Folded, out _);
                value = Math.Max(value, weight);
                if (word.Marked.Length > 0)
                {
                    var forms = CollectionsMarshal.GetValueRefOrAddDefault(_forms, word.Folded, out _) ??= [];
                    if (!forms.Contains(word.Marked, StringComparer.Ordinal))
                    {
                        forms.Add(word.Marked);
                    }

                    ref var exact = ref CollectionsMarshal.GetValueRefOrAddDefault(marked, word.Marked, out _);
                    exact = Math.Max(exact, weight);
                }
            }
        }
    }

    private readonly record struct Posting(int Entry, float Weight);

    private readonly record struct Candidate(string Word, uint Letters, string Sound, List<Posting> Postings);
}
