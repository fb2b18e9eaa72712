using System.Text;
using MotCua.App.Data;
using MotCua.Domain.Kernel;

namespace MotCua.App.Exchange;

/// <summary>
/// Counts visits, searches without a result and steps of e-forms in memory; <see cref="VisitFlush"/> writes them once a minute. Nothing of it is in a
/// citizen's transaction, and nothing of it names a person: a page is its template, a search its folded words known by a keyed hash, a form its page.
/// </summary>
public sealed class VisitCounters(PersonalDataVault vault, TimeProvider clock)
{
    /// <summary>Most different things counted between two writings; more are not counted, so that nobody fills the memory.</summary>
    public const int Most = 5_000;

    /// <summary>After this pause a draft that is saved again was taken up again.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    private const int MostWords = 8;
    private const int LongestWords = 80;

    private readonly Lock _lock = new();
    private Counts _counts = new();

    /// <summary>A page was shown.</summary>
    /// <param name="page">Template of its address, never the address.</param>
    /// <param name="screen">Class of the screen.</param>
    public void Visit(string page, ScreenClass screen)
    {
        lock (_lock) Add(_counts.Visits, (Today, page, screen), 1);
    }

    /// <summary>A search found nothing.</summary>
    /// <param name="words">What was asked, as typed.</param>
    public void Miss(string? words)
    {
        var kept = Words(words);
        lock (_lock)
        {
            Add(_counts.Misses, Today, 1);
            if (kept.Length > 0) Add(_counts.Words, (Today, kept), 1);
        }
    }

    /// <summary>A draft came to a page of its form for the first time.</summary>
    public void Reached(string procedure, string page, int ordinal, ScreenClass screen) => Step(procedure, page, ordinal, screen, s => s with { Reached = s.Reached + 1 });

    /// <summary>A draft left a page forwards for the first time.</summary>
    public void Passed(string procedure, string page, int ordinal, ScreenClass screen) => Step(procedure, page, ordinal, screen, s => s with { Passed = s.Passed + 1 });

    /// <summary>A draft was taken up again at a page after a pause.</summary>
    public void CameBack(string procedure, string page, int ordinal, ScreenClass screen) => Step(procedure, page, ordinal, screen, s => s with { CameBack = s.CameBack + 1 });

    /// <summary>The folded words without digits, cut short; a number of a person or a telephone leaves nothing behind.</summary>
    public static string Words(string? typed)
    {
        var folded = new StringBuilder();
        foreach (var c in SearchText.Fold(typed)) folded.Append(char.IsLetter(c) ? c : ' ');
        var words = string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords));
        return words.Length <= LongestWords ? words : words[..LongestWords].TrimEnd();
    }

    /// <summary>Takes what was counted; what could not be written is given back by <see cref="GiveBack"/>.</summary>
    internal Counts Take()
    {
        lock (_lock)
        {
            var taken = _counts;
            _counts = new Counts();
            return taken;
        }
    }

    internal void GiveBack(Counts counts)
    {
        lock (_lock)
        {
            foreach (var (key, count) in counts.Visits) Add(_counts.Visits, key, count);
            foreach (var (key, count) in counts.Misses) Add(_counts.Misses, key, count);
            foreach (var (key, count) in counts.Words) Add(_counts.Words, key, count);
            foreach (var (key, step) in counts.Steps)
            {
                if (_counts.Steps.TryGetValue(key, out var s)) _counts.Steps[key] = s + step;
                else if (_counts.Steps.Count < Most) _counts.Steps[key] = step;
            }
        }
    }

    /// <summary>The keyed hash by which words are known before they may be kept.</summary>
    internal string HashOf(string words) => vault.Digest("search:" + words)[..32];

    private DateOnly Today => ProvinceTime.DateOf(clock.GetUtcNow());

    private void Step(string procedure, string page, int ordinal, ScreenClass screen, Func<FormStep, FormStep> change)
    {
        lock (_lock)
        {
            var key = (Today, procedure, page, screen);
            if (_counts.Steps.Count >= Most && !_counts.Steps.ContainsKey(key)) return;
            _counts.Steps[key] = change(_counts.Steps.GetValueOrDefault(key)) with { Ordinal = ordinal };
        }
    }

    private static void Add<TKey>(Dictionary<TKey, int> counts, TKey key, int count)
        where TKey : notnull
    {
        if (counts.Count >= Most && !counts.ContainsKey(key)) return;
        counts[key] = counts.GetValueOrDefault(key) + count;
    }

    internal sealed class Counts
    {
        public Dictionary<(DateOnly Day, string Page, ScreenClass Screen), int> Visits { get; } = [];

        public Dictionary<DateOnly, int> Misses { get; } = [];

        public Dictionary<(DateOnly Day, string Words), int> Words { get; } = [];

        public Dictionary<(DateOnly Day, string Procedure, string Page, ScreenClass Screen), FormStep> Steps { get; } = [];

        public bool IsEmpty => Visits.Count + Misses.Count + Steps.Count == 0;
    }

    internal readonly record struct FormStep(int Ordinal, int Reached, int Passed, int CameBack)
    {
        public static FormStep operator +(FormStep a, FormStep b) => new(Math.Max(a.Ordinal, b.Ordinal), a.Reached + b.Reached, a.Passed + b.Passed, a.CameBack + b.CameBack);
    }
}
