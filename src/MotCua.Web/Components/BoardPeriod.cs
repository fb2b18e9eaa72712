using System.Globalization;
using MotCua.Domain.Kernel;

namespace MotCua.Web.Components;

/// <summary>A period of the board: a year <c>2022</c>, a quarter <c>2022-Q3</c>, a month <c>2022-07</c>, or from a day to a day.</summary>
/// <param name="Key">Its key; empty when free.</param>
/// <param name="From">First local day.</param>
/// <param name="To">Last local day.</param>
/// <param name="Name">In words.</param>
public sealed record BoardPeriod(string Key, DateOnly From, DateOnly To, string Name)
{
    private const int FirstYear = 2022;
    private const int LastQuarters = 8;
    private const int LastMonths = 18;
    private const int LeastYear = 2000;
    private const int GreatestYear = 2100;

    /// <summary>True for a period in order and within the years that are ever counted; days at the ends of the calendar cannot be reckoned with.</summary>
    public static bool IsCountable(DateOnly from, DateOnly to) => from <= to && from.Year >= LeastYear && to.Year <= GreatestYear;

    /// <summary>The period asked for; free days win, then the key, else the present year.</summary>
    public static BoardPeriod Of(string? key, DateOnly? from, DateOnly? to, DateTimeOffset now)
    {
        if (from is { } a && to is { } b && IsCountable(a, b)) return new BoardPeriod("", a, b, $"từ {Say.Date(a)} đến {Say.Date(b)}");
        return Read(key) ?? Year(ProvinceTime.DateOf(now).Year);
    }

    /// <summary>
    /// What is offered, latest first: every year, the last quarters and months, and all those of the year that is shown, so that whoever looks
    /// at the plan's first year steps through it; the shown one is always among them.
    /// </summary>
    public static IReadOnlyList<Choice> Offered(BoardPeriod shown, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var today = ProvinceTime.DateOf(now);
        var present = new DateOnly(today.Year, today.Month, 1);
        var years = Enumerable.Range(FirstYear, Math.Max(0, today.Year - FirstYear + 1)).Select(Year);
        var quarters = Steps(present.AddMonths(-((present.Month - 1) % 3)), 3, LastQuarters, shown).Select(m => Quarter(m.Year, (m.Month + 2) / 3));
        var months = Steps(present, 1, LastMonths, shown).Select(Month);
        return [.. Choices(years, shown, 4, "Năm"), .. Choices(quarters, shown, 7, "Quý", 'Q'), .. Choices(months, shown, 7, "Tháng")];
    }

    // First days of the latest steps up to the present one, and of those of the shown year
    private static IEnumerable<DateOnly> Steps(DateOnly present, int months, int latest, BoardPeriod shown)
    {
        var recent = Enumerable.Range(0, latest).Select(n => present.AddMonths(-n * months));
        var ofYear = Enumerable.Range(0, 12 / months).Select(n => new DateOnly(shown.From.Year, 1 + (n * months), 1));
        return recent.Concat(ofYear).Where(d => d.Year >= FirstYear && d <= present).Distinct();
    }

    private static IEnumerable<Choice> Choices(IEnumerable<BoardPeriod> offered, BoardPeriod shown, int length, string group, char mark = '\0')
    {
        var isOfGroup = shown.Key.Length == length && (length == 4 || (shown.Key[5] == 'Q') == (mark == 'Q'));
        return (isOfGroup ? offered.Append(shown) : offered).DistinctBy(p => p.Key).OrderByDescending(p => p.From)
            .Select(p => new Choice(p.Key, string.Create(Say.Vietnamese, $"{char.ToUpper(p.Name[0], Say.Vietnamese)}{p.Name[1..]}"), Group: group));
    }

    private static BoardPeriod? Read(string? key)
    {
        if (string.IsNullOrEmpty(key) || key.Length is not (4 or 7) || !int.TryParse(key.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < LeastYear or > GreatestYear) return null;
        if (key.Length == 4) return Year(year);
        if (key[5] == 'Q') return key[6] is >= '1' and <= '4' ? Quarter(year, key[6] - '0') : null;
        return int.TryParse(key.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12 ? Month(new DateOnly(year, month, 1)) : null;
    }

    private static BoardPeriod Year(int year) => new(year.ToString(CultureInfo.InvariantCulture), new(year, 1, 1), new(year, 12, 31), $"năm {year}");

    private static BoardPeriod Quarter(int year, int quarter)
    {
        var from = new DateOnly(year, (quarter * 3) - 2, 1);
        return new BoardPeriod($"{year}-Q{quarter}", from, from.AddMonths(3).AddDays(-1), $"quý {quarter} năm {year}");
    }

    private static BoardPeriod Month(DateOnly first) =>
        new(first.ToString("yyyy-MM", CultureInfo.InvariantCulture), first, first.AddMonths(1).AddDays(-1), $"tháng {first.Month} năm {first.Year}");
}
