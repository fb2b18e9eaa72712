using System.Globalization;

namespace MotCua.Web.Pages.Staff.Dossiers;

/// <summary>Amounts of money as officers type them: <c>150000</c>, <c>150.000</c>, <c>150 000</c>.</summary>
public static class Amounts
{
    /// <summary>What to say when it is none.</summary>
    public const string Wrong = "Nhập số tiền bằng chữ số, ví dụ 150000; không thu thì nhập 0";

    /// <summary>The amount in đồng; empty is 0; null when it is not an amount.</summary>
    public static long? Read(string? typed)
    {
        var digits = new string([.. (typed ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('.' or ',' or 'đ'))]);
        return digits.Length == 0 ? 0 : long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? amount : null;
    }
}
