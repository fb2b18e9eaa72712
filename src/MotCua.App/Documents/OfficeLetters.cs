using System.Text;

namespace MotCua.App.Documents;

/// <summary>Texts as XML takes them.</summary>
internal static class OfficeLetters
{
    /// <summary>Most letters a cell of a sheet may hold.</summary>
    public const int MostInCell = 32_767;

    /// <summary>The text without letters that XML forbids (control letters, halves of pairs), each replaced by «□».</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        StringBuilder? clean = null;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            var isGood = isPair || text[i] is '\n' or '\t' || (text[i] >= ' ' && !char.IsSurrogate(text[i]) && text[i] is not ('\uFFFE' or '\uFFFF'));
            if (!isGood && clean is null) clean = new StringBuilder(text, 0, i, text.Length);
            if (isGood) clean?.Append(text[i]);
            else if (text[i] != '\r') clean?.Append('□');
            if (!isPair) continue;
            i++;
            clean?.Append(text[i]);
        }

        return clean?.ToString() ?? text;
    }

    /// <summary>The same, cut to what a cell of a sheet may hold.</summary>
    public static string InCell(string? text)
    {
        var clean = Clean(text);
        if (clean.Length <= MostInCell) return clean;
        var end = char.IsHighSurrogate(clean[MostInCell - 2]) ? MostInCell - 2 : MostInCell - 1;
        return clean[..end] + "…";
    }
}
