using System.Globalization;

namespace MotCua.Domain.Kernel;

/// <summary>Instants as the contracts write them: ISO 8601 with an offset, or local time of the province.</summary>
public static class InstantText
{
    private static readonly string[] _local =
        ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];

    private static readonly string[] _withOffset =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK"];

    /// <summary>Reads an instant; the result is UTC. False when the text is neither of the two writings.</summary>
    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        text = text.Trim();
        instant = default;
        if (DateTime.TryParseExact(text, _local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            if (!IsCountable(local.Year)) return false;
            instant = new DateTimeOffset(local, ProvinceTime.Offset).ToUniversalTime();
            return true;
        }

        // The local writings are gone, so what remains must carry Z or an offset
        if (!DateTimeOffset.TryParseExact(text, _withOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact)) return false;
        if (!IsCountable(exact.Year)) return false;
        instant = exact.ToUniversalTime();
        return true;
    }

    /// <summary>Writes an instant as ISO 8601 with the local offset: <c>2023-09-05T09:00:00+07:00</c>.</summary>
    public static string Local(DateTimeOffset instant) =>
        ProvinceTime.Local(instant).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    /// <summary>A day before and a day after can still be reckoned; the 9999-12-31 of other systems means «không thời hạn» and is no instant.</summary>
    private static bool IsCountable(int year) => year is > 1 and < 9999;
}
