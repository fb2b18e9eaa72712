namespace MotCua.Web.Components.Charts;

/// <summary>Names of places, short enough for a map or a tile.</summary>
public static class PlaceWords
{
    private static readonly string[] Before = ["Ủy ban nhân dân ", "UBND ", "huyện ", "Huyện ", "xã ", "Xã "];

    /// <summary>«Na Rì» of «UBND huyện Na Rì»; «TP Bắc Kạn» of «UBND thành phố Bắc Kạn»; wards and towns keep their kind: «P. Đức Xuân», «TT. Bộc Bố».</summary>
    public static string Short(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var rest = Before.Aggregate(name, (left, word) => left.StartsWith(word, StringComparison.Ordinal) ? left[word.Length..] : left);
        foreach (var (kind, mark) in new[] { ("thành phố ", "TP "), ("phường ", "P. "), ("thị trấn ", "TT. ") })
        {
            if (rest.StartsWith(kind, StringComparison.OrdinalIgnoreCase)) return mark + rest[kind.Length..];
        }

        return rest;
    }
}
