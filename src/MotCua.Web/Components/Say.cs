using System.Globalization;
using MotCua.Domain.Kernel;

namespace MotCua.Web.Components;

/// <summary>How dates, amounts and sizes are written for people: Vietnamese, local time of the province.</summary>
public static class Say
{
    /// <summary>Vietnamese of Viet Nam.</summary>
    public static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>24/11/2026.</summary>
    public static string Date(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>24/11/2026, or a dash.</summary>
    public static string Date(DateOnly? date) => date is { } d ? Date(d) : "–";

    /// <summary>17:00 ngày 24/11/2026.</summary>
    public static string Instant(DateTimeOffset at) => ProvinceTime.Local(at).ToString("HH:mm 'ngày' dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>17:00 ngày 24/11/2026, or a dash.</summary>
    public static string Instant(DateTimeOffset? at) => at is { } a ? Instant(a) : "–";

    /// <summary>17:00 thứ Ba, 24/11/2026.</summary>
    public static string InstantWithDay(DateTimeOffset at)
    {
        var local = ProvinceTime.Local(at);
        return $"{local.ToString("HH:mm", CultureInfo.InvariantCulture)} {DayName(local.DayOfWeek)}, {local.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}";
    }

    /// <summary>24/11 17:00: for narrow columns.</summary>
    public static string Short(DateTimeOffset at) => ProvinceTime.Local(at).ToString("dd/MM HH:mm", CultureInfo.InvariantCulture);

    /// <summary>thứ Hai … chủ nhật.</summary>
    public static string DayName(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => "thứ Hai",
        DayOfWeek.Tuesday => "thứ Ba",
        DayOfWeek.Wednesday => "thứ Tư",
        DayOfWeek.Thursday => "thứ Năm",
        DayOfWeek.Friday => "thứ Sáu",
        DayOfWeek.Saturday => "thứ Bảy",
        _ => "chủ nhật",
    };

    /// <summary>50.000 đồng; "Không thu" for nothing.</summary>
    public static string Money(long vnd) => vnd == 0 ? "Không thu" : vnd.ToString("N0", Vietnamese) + " đồng";

    /// <summary>The words with a capital at the beginning.</summary>
    public static string Capital(string words) => words is { Length: > 0 } ? char.ToUpper(words[0], Vietnamese) + words[1..] : words;

    /// <summary>1.544.</summary>
    public static string Count(long n) => n.ToString("N0", Vietnamese);

    /// <summary>62,5 %; "không áp dụng" when there is no figure.</summary>
    public static string Percent(decimal? value) => value is { } v ? v.ToString("0.##", Vietnamese) + " %" : "không áp dụng";

    /// <summary>2,4 MB.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} byte",
        < 1024 * 1024 => (bytes / 1024.0).ToString("0", Vietnamese) + " KB",
        _ => (bytes / (1024.0 * 1024.0)).ToString("0.#", Vietnamese) + " MB",
    };
}
