using MotCua.App.Kernel;
using MotCua.Domain.Catalogue;

namespace MotCua.App.Catalogue;

/// <summary>Reads the language of the search from <c>search/</c>: synonyms, groups of words, everyday words, life events, what is decided elsewhere.</summary>
public static class SearchFiles
{
    /// <summary>Reads the files; what is wrong in them is reported, the rest is used.</summary>
    public static (SearchVocabulary Vocabulary, IReadOnlyList<FileIssue> Issues) Read(string dataFolder)
    {
        var synonyms = ReferenceTable.ReadFile(
            Path.Combine(dataFolder, "search", "synonyms.csv"), "search/synonyms.csv", ["phrase", "means", "codes"], Synonym, s => s.Phrase);
        var events = ReferenceTable.ReadFile(
            Path.Combine(dataFolder, "search", "life-events.csv"), "search/life-events.csv", ["key", "title", "audience", "codes", "fields"], LifeEvent, e => e.Key);
        var groups = ReferenceTable.ReadFile(
            Path.Combine(dataFolder, "search", "groups.csv"), "search/groups.csv", ["key", "words"], r => new WordGroup(r.Required("key"), Parts(r.Required("words"))), g => g.Key);
        var everyday = ReferenceTable.ReadFile(
            Path.Combine(dataFolder, "search", "keywords.csv"), "search/keywords.csv", ["codes", "words"], r => new EverydayWords(Codes(r), Parts(r.Required("words"))));
        var elsewhere = ReferenceTable.ReadFile(
            Path.Combine(dataFolder, "search", "elsewhere.csv"), "search/elsewhere.csv", ["phrase", "agency", "advice"],
            r => new Elsewhere(r.Required("phrase"), r.Required("agency"), r.Required("advice")), e => e.Phrase);
        return (
            new SearchVocabulary(synonyms.Rows, events.Rows) { Groups = groups.Rows, Everyday = everyday.Rows, Elsewhere = elsewhere.Rows },
            [.. synonyms.Issues, .. events.Issues, .. groups.Issues, .. everyday.Issues, .. elsewhere.Issues]);
    }

    /// <summary>A row of synonyms.</summary>
    public static Synonym Synonym(ReferenceRow row)
    {
        var synonym = new Synonym(row.Required("phrase"), row["means"], Codes(row));
        return synonym.Means.Length == 0 && synonym.Codes.Count == 0 ? throw new FormatException("cần cột means hoặc codes") : synonym;
    }

    /// <summary>A row of life events.</summary>
    public static LifeEvent LifeEvent(ReferenceRow row) => new(
        row.Required("key"),
        row.Required("title"),
        row.OneOf("audience", "citizen", "business", "both") switch { "citizen" => Audience.Citizen, "business" => Audience.Business, _ => Audience.Both },
        Codes(row),
        row.List("fields"));

    private static string[] Parts(string words) => words.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IReadOnlyList<string> Codes(ReferenceRow row)
    {
        var codes = row.List("codes");
        return codes.FirstOrDefault(c => !ProcedureCode.TryNormalize(c, out var normal) || normal != c) is { } wrong
            ? throw new FormatException($"mã thủ tục '{wrong}' không đúng dạng") : codes;
    }
}
