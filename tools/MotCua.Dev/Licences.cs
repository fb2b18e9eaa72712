using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MotCua.Dev;

/// <summary>A package as restored, with the licence its own description states.</summary>
/// <param name="Id">Package id.</param>
/// <param name="Version">Version.</param>
/// <param name="Licence">SPDX expression, or <c>file:…</c>, or <c>url:…</c>, or empty.</param>
public sealed record PackageLicence(string Id, string Version, string Licence);

/// <summary>The licences this project accepts: permissive ones, and single packages accepted by name for what they state, each with its reason.</summary>
public sealed partial class Licences
{
    private readonly HashSet<string> _expressions;
    private readonly Dictionary<string, string> _packages;

    /// <summary>An allow-list.</summary>
    /// <param name="expressions">SPDX identifiers.</param>
    /// <param name="packages">Package id → exactly the licence it states.</param>
    public Licences(IEnumerable<string> expressions, IReadOnlyDictionary<string, string> packages)
    {
        _expressions = new HashSet<string>(expressions, StringComparer.OrdinalIgnoreCase);
        _packages = new Dictionary<string, string>(packages, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Reads <c>licences.allow.json</c>.</summary>
    public static Licences Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return new Licences(
            document.RootElement.GetProperty("expressions").EnumerateArray().Select(e => e.GetString()!),
            document.RootElement.GetProperty("packages").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetProperty("licence").GetString()!));
    }

    /// <summary>Every package of every restored project, from NuGet's own files.</summary>
    /// <param name="objects">The folder that holds each project's <c>project.assets.json</c>.</param>
    public static IReadOnlyList<PackageLicence> Restored(string objects)
    {
        var found = new SortedDictionary<string, PackageLicence>(StringComparer.OrdinalIgnoreCase);
        foreach (var assets in Directory.EnumerateFiles(objects, "project.assets.json", SearchOption.AllDirectories))
        {
            using var document = JsonDocument.Parse(File.ReadAllText(assets));
            var folders = document.RootElement.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name).ToList();
            foreach (var library in document.RootElement.GetProperty("libraries").EnumerateObject())
            {
                if (library.Value.GetProperty("type").GetString() == "package" && !found.ContainsKey(library.Name))
                {
                    var parts = library.Name.Split('/');
                    var path = library.Value.GetProperty("path").GetString()!;
                    found[library.Name] = new PackageLicence(parts[0], parts[1], LicenceOf(folders, path, parts[0]));
                }
            }
        }

        return [.. found.Values];
    }

    /// <summary>The packages that the list does not accept.</summary>
    public IReadOnlyList<PackageLicence> Refused(IEnumerable<PackageLicence> packages) => [.. packages.Where(p => !Accepts(p))];

    private bool Accepts(PackageLicence package) =>
        (package.Licence.Length > 0 && AcceptsExpression(package.Licence))
        || (_packages.TryGetValue(package.Id, out var stated) && stated == package.Licence);

    // SPDX without brackets nested deeper than one level: every AND part needs one accepted OR part
    private bool AcceptsExpression(string expression) =>
        AndWord().Split(expression).All(part => OrWord().Split(part.Trim('(', ')', ' ')).Any(name => _expressions.Contains(name.Trim('(', ')', ' '))));

    private static string LicenceOf(List<string> folders, string path, string id)
    {
        var nuspec = folders.Select(f => Path.Combine(f, path, id.ToLowerInvariant() + ".nuspec")).FirstOrDefault(File.Exists);
        if (nuspec is null)
        {
            return "";
        }

        var metadata = XDocument.Load(nuspec).Root!.Elements().First(e => e.Name.LocalName == "metadata");
        var licence = metadata.Elements().FirstOrDefault(e => e.Name.LocalName == "license");
        if (licence is not null)
        {
            return (string?)licence.Attribute("type") == "expression" ? licence.Value.Trim() : "file:" + licence.Value.Trim();
        }

        return metadata.Elements().FirstOrDefault(e => e.Name.LocalName == "licenseUrl") is { } url ? "url:" + url.Value.Trim() : "";
    }

    [GeneratedRegex(@"\s+AND\s+", RegexOptions.IgnoreCase)]
    private static partial Regex AndWord();

    [GeneratedRegex(@"\s+OR\s+", RegexOptions.IgnoreCase)]
    private static partial Regex OrWord();
}

/// <summary><c>licences</c>: fails on a package whose licence is not on the list.</summary>
public static class LicencesVerb
{
    /// <summary>Runs the verb.</summary>
    public static async Task<int> RunAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var packages = Licences.Restored(Path.Combine(Shell.Root, "artifacts", "obj"));
        if (packages.Count == 0)
        {
            await Console.Error.WriteLineAsync("Nothing is restored yet: run `dotnet restore` first.");
            return 1;
        }

        var refused = Licences.Read(Path.Combine(Shell.Root, "licences.allow.json")).Refused(packages);
        foreach (var package in refused)
        {
            await Console.Error.WriteLineAsync($"{package.Id} {package.Version}: licence \"{package.Licence}\" is not in licences.allow.json");
        }

        Console.WriteLine($"Licences: {packages.Count} packages, {refused.Count} refused");
        return refused.Count == 0 ? 0 : 1;
    }
}
