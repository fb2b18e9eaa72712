namespace MotCua.Web.Components;

/// <summary>Long names of papers, as decisions of the ministries write them: the paper itself, and what is said of it.</summary>
public static class PaperNames
{
    private const int Long = 110;
    private const int Longest = 140;

    /// <summary>The first sentence.</summary>
    public static string Title(string name) => Split(name).Title;

    /// <summary>The first sentence, saying "(nếu có)" of a paper that not everybody has, once.</summary>
    public static string Title(string name, bool isRequired) =>
        Title(name) is var title && (isRequired || title.Contains("nếu ", StringComparison.OrdinalIgnoreCase) || title.Contains("trường hợp", StringComparison.OrdinalIgnoreCase)) ? title : title + " (nếu có)";

    /// <summary>The first sentence, and the rest or an empty text. Names of one line stay whole; of a first sentence that is itself too long the beginning, and the whole name after it.</summary>
    public static (string Title, string More) Split(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length <= Long)
        {
            return (name, "");
        }

        // A sentence ends where a word ends; "Đ. 5" and "1.1. Trường hợp" do not end one
        for (var at = name.IndexOf(". ", StringComparison.Ordinal); at >= 0; at = name.IndexOf(". ", at + 1, StringComparison.Ordinal))
        {
            if (at >= 8 && at + 2 < name.Length && char.IsUpper(name[at + 2]) && (name[at - 1] == ')' || (char.IsLetter(name[at - 1]) && char.IsLower(name[at - 1]))))
            {
                return at > Longest ? (Beginning(name), name) : (name[..at], name[(at + 2)..]);
            }
        }

        return name.Length > Longest ? (Beginning(name), name) : (name, "");
    }

    private static string Beginning(string name) => name[..name.LastIndexOf(' ', Longest)].TrimEnd(',', ';', ' ') + "…";
}
