using System.Globalization;

namespace MotCua.Dev;

/// <summary>Words and <c>--name value</c> options after the verb.</summary>
public sealed class Options
{
    private readonly Dictionary<string, string> _named = new(StringComparer.Ordinal);

    /// <summary>Reads the arguments; an option followed by another option, or by nothing, is a switch.</summary>
    public Options(IEnumerable<string> args)
    {
        var words = new List<string>();
        string? open = null;
        Given = [.. args];
        foreach (var arg in Given)
        {
            if (arg.StartsWith("--", StringComparison.Ordinal))
            {
                open = arg[2..];
                _named[open] = "";
            }
            else if (open is not null)
            {
                _named[open] = arg;
                open = null;
            }
            else
            {
                words.Add(arg);
            }
        }

        Words = words;
    }

    /// <summary>All arguments as given.</summary>
    public IReadOnlyList<string> Given { get; }

    /// <summary>The arguments that are not options.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>True when the option was given, with or without a value.</summary>
    public bool Has(string name) => _named.ContainsKey(name);

    /// <summary>The option's value, or the other one.</summary>
    public string Get(string name, string otherwise) => _named.GetValueOrDefault(name) is { Length: > 0 } value ? value : otherwise;

    /// <summary>The option's number, or the other one.</summary>
    public int Number(string name, int otherwise) => int.Parse(Get(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
}
