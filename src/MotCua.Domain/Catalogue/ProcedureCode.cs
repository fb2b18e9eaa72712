using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace MotCua.Domain.Catalogue;

/// <summary>Reads the national code of a procedure (mã TTHC) as people and other systems write it.</summary>
public static partial class ProcedureCode
{
    /// <summary>
    /// The national form <c>1.001193</c>, from <c>1.001193</c>, <c>1001193</c>, <c>1 001193</c> or a local form such as <c>1.001193.000.00.00.H03</c>.
    /// </summary>
    /// <returns>False when the text is no procedure code.</returns>
    public static bool TryNormalize(string? text, [NotNullWhen(true)] out string? code)
    {
        var match = Shape().Match(text?.Trim() ?? "");
        code = match.Success ? $"{match.Groups[1].Value}.{match.Groups[2].Value}" : null;
        return match.Success;
    }

    [GeneratedRegex(@"^(\d)[.\s]?(\d{6})(?:\.\d{3}\.\d{2}\.\d{2}\.H\d{2})?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Shape();
}
