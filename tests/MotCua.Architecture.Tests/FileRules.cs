using System.Text.RegularExpressions;
using MotCua.Dev;

namespace MotCua.Architecture.Tests;

/// <summary>What may stand in files. Each rule returns what offends it, in words.</summary>
internal static partial class FileRules
{
    /// <summary>The longest a source file may be.</summary>
    public const int MostLines = 400;

    /// <summary>Files that are longer, until the date by which they must be cut.</summary>
    public static readonly (string File, DateOnly Until, string Because)[] LongFiles = [];

    private static readonly string[] BannedFolders = ["Models", "Helpers", "Interfaces", "Services", "Common", "Utils"];

    /// <summary>Hand-written files below the folders, as path from the root and text.</summary>
    public static IEnumerable<(string File, string Text)> Sources(string pattern, params string[] folders) =>
        folders.Select(f => Path.Combine(Shell.Root, f)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Shell.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Select(file => (file, File.ReadAllText(Path.Combine(Shell.Root, file))));

    /// <summary>Files of more than <see cref="MostLines"/> lines.</summary>
    public static IReadOnlyList<string> TooLong(IEnumerable<(string File, string Text)> sources) =>
        [.. sources.Select(s => (s.File, Lines: s.Text.AsSpan().Count('\n')))
            .Where(s => s.Lines > MostLines && !LongFiles.Any(l => l.File == s.File))
            .Select(s => $"{s.File} has {s.Lines} lines")];

    /// <summary>Addresses written out in views: they must come from Links, an asset from <c>~/</c>.</summary>
    public static IReadOnlyList<string> WrittenAddresses(IEnumerable<(string File, string Text)> views) =>
        [.. views.SelectMany(v => Address().Matches(v.Text).Select(m => $"{v.File}: {m.Value}"))];

    /// <summary>Scripts and styles inside views: the content security policy forbids them.</summary>
    public static IReadOnlyList<string> InlineCode(IEnumerable<(string File, string Text)> views) =>
        [.. views.SelectMany(v => Inline().Matches(v.Text).Select(m => $"{v.File}: {m.Value}"))];

    /// <summary>Folders whose name says nothing.</summary>
    public static IReadOnlyList<string> EmptyFolders(IEnumerable<string> files) =>
        [.. files.Where(f => f.Split('/')[..^1].Intersect(BannedFolders).Any())];

    [GeneratedRegex("""\s(?:href|action|formaction|hx-(?:get|post|put|delete))\s*=\s*["'](?!["'#@~]|(?:tel|mailto):@)[^"']*["']""")]
    private static partial Regex Address();

    [GeneratedRegex("""<style\b|<script(?![^>]*\bsrc=)[^>]*>|\sstyle\s*=\s*["']|\son(?:click|change|submit|load|input|keydown)\s*=\s*["']""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
