using System.Reflection;
using System.Text.RegularExpressions;
using MotCua.Dev;

namespace MotCua.Architecture.Tests;

/// <summary>The pages that bridge law, words and code are kept true by tests.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void Processes_ListEveryActAndEvent()
    {
        var page = Read("docs/processes.md");
        Assert.Equal(["CanaryHappened"], Missing(page, ["CanaryHappened"]));
        var events = Code.Types.Where(t => t.BaseType?.Name == "DossierEvent").Select(t => t.Name).ToList();
        Assert.NotEmpty(events);
        Verdict.Clean(Missing(page, events).Select(e => $"docs/processes.md says nothing of event {e}"));
        Assert.Equal("CanaryActing", Act().Match("journal.Begin(\"CanaryActing\", actor)").Groups[1].Value);
        var acts = FileRules.Sources("*.cs", "src").SelectMany(s => Act().Matches(s.Text).Select(m => m.Groups[1].Value)).Distinct();
        Verdict.Clean(Missing(page, acts).Select(a => $"docs/processes.md says nothing of act {a}"));
    }

    [Fact]
    public void Glossary_NamesOnlyWhatExists()
    {
        var names = Code.Projects.SelectMany(a => a.GetTypes()).SelectMany(NamesOf).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(["CanaryTerm"], Unknown("| con chim | `CanaryTerm` | |", names));
        var page = Read("docs/glossary.md");
        Assert.True(Term().Count(page) >= 30, "The glossary has lost its rows.");
        Verdict.Clean(Unknown(page, names).Select(t => $"docs/glossary.md: {t} is nowhere in the code"));
    }

    [Fact]
    public void Decisions_SayWhyAndWhenToLookAgain()
    {
        string[] parts = ["## Context", "## Options", "## Decision", "## Consequences", "## When to revisit"];
        Assert.Equal(parts, parts.Where(p => !"# canary".Contains(p, StringComparison.Ordinal)));
        var records = FileRules.Sources("*.md", "docs/adr").ToList();
        Assert.True(records.Count >= 18, $"{records.Count} decision records");
        Verdict.Clean(records.SelectMany(r => parts.Where(p => !r.Text.Contains(p, StringComparison.Ordinal)).Select(p => $"{r.File} has no {p}")));
        Verdict.Clean(records.GroupBy(r => Path.GetFileName(r.File)[..4], StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"number {g.Key} is given twice"));
    }

    [Fact]
    public void Pages_LinkOnlyToFilesThatExist()
    {
        Assert.Single(DeadLinks([("docs/canary.md", "[x](nowhere.md)")]));
        Verdict.Clean(DeadLinks([.. FileRules.Sources("*.md", "docs"), .. new[] { "README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md" }.Select(f => (f, Read(f)))]));
    }

    private static List<string> DeadLinks(IEnumerable<(string File, string Text)> pages) =>
        [.. pages.SelectMany(p => Link().Matches(p.Text)
            .Select(m => m.Groups[1].Value.Split('#')[0])
            .Where(to => to.Length > 0 && !to.Contains("://", StringComparison.Ordinal) && !to.StartsWith("mailto:", StringComparison.Ordinal))
            .Where(to => !Path.Exists(Path.Combine(Shell.Root, Path.GetDirectoryName(p.File)!, to)))
            .Select(to => $"{p.File} links to {to}"))];

    private static List<string> Missing(string page, IEnumerable<string> names) => [.. names.Where(n => !page.Contains($"`{n}`", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static List<string> Unknown(string page, HashSet<string> names) =>
        [.. Term().Matches(page).SelectMany(m => Word().Matches(m.Groups[1].Value)).Select(m => m.Groups[1].Value).Where(n => !names.Contains(n)).Distinct()];

    private static IEnumerable<string> NamesOf(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(m => m.Name).Append(type.Name.Split('`')[0]);

    private static string Read(string file) => File.ReadAllText(Path.Combine(Shell.Root, file));

    // The name of an act is a literal where the act begins, in one statement
    [GeneratedRegex("""\b(?:Begin|OpenAsync)\([^;"]*"([A-Z]\w+ing)"\s*,""")]
    private static partial Regex Act();

    // The second column of a row: | tiếng Việt | `Term`, `Other` | law |
    [GeneratedRegex(@"^\|[^|\n]+\|([^|\n]*`[^|\n]*)\|", RegexOptions.Multiline)]
    private static partial Regex Term();

    [GeneratedRegex(@"`(\w+)`")]
    private static partial Regex Word();

    [GeneratedRegex(@"\[[^\]]*\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
