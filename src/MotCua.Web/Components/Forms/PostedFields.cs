namespace MotCua.Web.Components.Forms;

/// <summary>Reads a posted page of questions.</summary>
public static class PostedFields
{
    private static readonly (string End, string As)[] Boxes = [(".Day", ".day"), (".Month", ".month"), (".Year", ".year")];

    /// <summary>The fields of questions, by the names that the engine knows.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var fields = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, values) in form)
        {
            if (name.StartsWith("q.", StringComparison.Ordinal))
            {
                fields[Name(name)] = [.. values.Select(v => v ?? "")];
            }
        }

        return fields;
    }

    private static string Name(string name)
    {
        foreach (var (end, written) in Boxes)
        {
            if (name.EndsWith(end, StringComparison.Ordinal))
            {
                return name[..^end.Length] + written;
            }
        }

        return name;
    }
}
