using MotCua.Domain.Kernel;

namespace MotCua.Domain.Catalogue;

/// <summary>Words of every day, dialect, abbreviation or chat for what the decisions call by another name.</summary>
/// <param name="Phrase">What people type, such as <c>sổ đỏ</c>.</param>
/// <param name="Means">The official words it stands for; empty keeps the phrase as it is.</param>
/// <param name="Codes">Procedures that the phrase points at, the likeliest first.</param>
public sealed record Synonym(string Phrase, string Means, IReadOnlyList<string> Codes);

/// <summary>A moment of a person's or an enterprise's life, as a door to procedures.</summary>
/// <param name="Key">Key in addresses, such as <c>sinh-con</c>.</param>
/// <param name="Title">Title for people.</param>
/// <param name="Audience">For whom it is.</param>
/// <param name="Codes">Procedures, in the order people meet them.</param>
/// <param name="Fields">Fields that belong to it as a whole.</param>
public sealed record LifeEvent(string Key, string Title, Audience Audience, IReadOnlyList<string> Codes, IReadOnlyList<string> Fields);

/// <summary>The language of the search: synonyms and life events.</summary>
/// <param name="Synonyms">Synonyms, in any order.</param>
/// <param name="LifeEvents">Life events, in the order they are shown.</param>
public sealed record SearchVocabulary(IReadOnlyList<Synonym> Synonyms, IReadOnlyList<LifeEvent> LifeEvents)
{
    /// <summary>No synonyms and no life events.</summary>
    public static readonly SearchVocabulary Empty = new([], []);
}

/// <summary>Words as the search compares them.</summary>
internal static class SearchWords
{
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "thu", "tuc", "lam", "xin", "muon", "can", "cho", "toi", "minh", "em", "o", "dau", "nhu", "the", "nao", "gi", "thi", "la", "va", "cua", "voi",
        "tai", "ve", "co", "phai", "di", "bi", "de", "duoc", "cac", "nhung", "mot", "khi", "bao", "nhieu", "hoi", "a", "nhe", "ad", "oi", "ban", "ra", "sao",
        "nguoi", "trong", "theo", "doi", "tu", "den", "tren",
    };

    /// <summary>Folded words; final <c>y</c> after a consonant is <c>i</c> (ký, kí), and over-long words are cut.</summary>
    public static string[] Of(string? text)
    {
        var words = SearchText.Words(text);
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = Loosen(words[i].Length > 40 ? words[i][..40] : words[i]);
        }

        return words;
    }

    /// <summary>True for a word that says nothing about what is sought.</summary>
    public static bool IsFiller(string word) => Fillers.Contains(word);

    /// <summary>The word as it would be if its Telex keystrokes (<c>ddaats</c>) had become marks; null when there are none.</summary>
    public static string? WithoutTelex(string word)
    {
        var text = word;
        foreach (var (typed, meant) in (ReadOnlySpan<(string, string)>)[("dd", "d"), ("aa", "a"), ("ee", "e"), ("oo", "o"), ("aw", "a"), ("ow", "o"), ("uw", "u"), ("w", "u")])
        {
            text = text.Replace(typed, meant, StringComparison.Ordinal);
        }

        if (text.Length > 2 && "sfrxj".Contains(text[^1], StringComparison.Ordinal))
        {
            text = text[..^1];
        }

        return text == word || text.Length == 0 ? null : Loosen(text);
    }

    /// <summary>The word with a final <c>y</c> after a consonant written <c>i</c>.</summary>
    public static string Loosen(string word) =>
        word.Length > 1 && word[^1] == 'y' && "bcdghklmnpqrstvx".Contains(word[^2], StringComparison.Ordinal) ? word[..^1] + "i" : word;
}
