namespace MotCua.Domain.Catalogue;

/// <summary>Words of every day, dialect, abbreviation or chat for what the decisions call by another name.</summary>
/// <param name="Phrase">
/// What people type, such as <c>sổ đỏ</c>. Alternatives are parted by <c>|</c>; <c>[key]</c> names a <see cref="WordGroup"/>; parts joined by
/// <c>+</c> must all be said, in any order: <c>[mất] + sổ đỏ|bìa đỏ</c>.
/// </param>
/// <param name="Means">The official words it stands for; empty keeps the words as they are, <see cref="Nothing"/> drops them.</param>
/// <param name="Codes">Procedures that the phrase points at, the likeliest first.</param>
public sealed record Synonym(string Phrase, string Means, IReadOnlyList<string> Codes)
{
    /// <summary>Meaning of words that say nothing about what is sought, such as the name of a place.</summary>
    public const string Nothing = "-";
}

/// <summary>Words that say the same in many phrases, such as all the ways to say that a paper is lost.</summary>
/// <param name="Key">How phrases name it: <c>[mất]</c>.</param>
/// <param name="Words">The words, each one or several syllables.</param>
public sealed record WordGroup(string Key, IReadOnlyList<string> Words);

/// <summary>Words of everyday speech about procedures, found one by one and in any order, as if they stood in the names.</summary>
/// <param name="Codes">The procedures.</param>
/// <param name="Phrases">What people say when they mean them.</param>
public sealed record EverydayWords(IReadOnlyList<string> Codes, IReadOnlyList<string> Phrases);

/// <summary>A matter that another agency decides and nobody files here: said plainly, so that people do not look in vain.</summary>
/// <param name="Phrase">As in <see cref="Synonym.Phrase"/>.</param>
/// <param name="Agency">Who decides.</param>
/// <param name="Advice">What to do, one or two sentences.</param>
public sealed record Elsewhere(string Phrase, string Agency, string Advice);

/// <summary>A moment of a person's or an enterprise's life, as a door to procedures.</summary>
/// <param name="Key">Key in addresses, such as <c>sinh-con</c>.</param>
/// <param name="Title">Title for people.</param>
/// <param name="Audience">For whom it is.</param>
/// <param name="Codes">Procedures, in the order people meet them.</param>
/// <param name="Fields">Fields that belong to it as a whole.</param>
public sealed record LifeEvent(string Key, string Title, Audience Audience, IReadOnlyList<string> Codes, IReadOnlyList<string> Fields);

/// <summary>The language of the search.</summary>
/// <param name="Synonyms">Synonyms, in any order.</param>
/// <param name="LifeEvents">Life events, in the order they are shown.</param>
public sealed record SearchVocabulary(IReadOnlyList<Synonym> Synonyms, IReadOnlyList<LifeEvent> LifeEvents)
{
    /// <summary>No synonyms and no life events.</summary>
    public static readonly SearchVocabulary Empty = new([], []);

    /// <summary>Groups of words that phrases name.</summary>
    public IReadOnlyList<WordGroup> Groups { get; init; } = [];

    /// <summary>Everyday words about procedures.</summary>
    public IReadOnlyList<EverydayWords> Everyday { get; init; } = [];

    /// <summary>What is decided elsewhere.</summary>
    public IReadOnlyList<Elsewhere> Elsewhere { get; init; } = [];

    /// <summary>All the words of the phrases, groups and everyday words, for spelling.</summary>
    public IEnumerable<string> Wordings() =>
        [.. Synonyms.SelectMany(s => s.Phrase.Split(['|', '+'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Where(p => p[0] != '['),
            .. Groups.SelectMany(g => g.Words), .. Everyday.SelectMany(e => e.Phrases)];
}
