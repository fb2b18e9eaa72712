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

    /// <summary>The period asked for; free days win, then the key, else the present year.</summary>
    public static BoardPeriod Of(string? key, DateOnly? from, DateOnly? to, DateTimeOffset now)
    {
        if (from is { } a && to is { } b && a <= b) return new BoardPeriod("", a, b, $"từ {Say.Date(a)} đến {Say.Date(b)}");
        return Read(key) ?? Year(ProvinceTime.DateOf(now).Year);
    }

    /// <summary>What is offered: years, quarters and months, latest first.</summary>
    public static IReadOnlyList<Choice> Offered(DateTimeOffset now)
    {
        var today = ProvinceTime.DateOf(now);
        var choices = new List<Choice>();
        for (var year = today.Year; year >= FirstYear; year--) choices.Add(new Choice(Year(year).Key, $"Năm {year}", Group: "Năm"));
        for (var (year, quarter, n) = (today.Year, (today.Month + 2) / 3, 0); n < 8 && year >= FirstYear; n++)
        {
            choices.Add(new Choice(Quarter(year, quarter).Key, $"Quý {quarter}/{year}", Group: "Quý"));
            (year, quarter) = quarter == 1 ? (year - 1, 4) : (year, quarter - 1);
        }

        for (var n = 0; n < 18; n++)
        {
            var month = new DateOnly(today.Year, today.Month, 1).AddMonths(-n);
            if (month.Year >= FirstYear) choices.Add(new Choice(Month(month).Key, $"Tháng {month.Month}/{month.Year}", Group: "Tháng"));
        }

        return choices;
    }

    private static BoardPeriod? Read(string? key)
    {
        if (string.IsNullOrEmpty(key) || key.Length is not (4 or 7) || !int.TryParse(key.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 2000 or > 2100) return null;
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
