using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;

namespace MotCua.App.Targets;

/// <summary>
/// On which days of a year an offer had dossiers: a bit for each day, in six words of 61 days. Whether there was one in a period is then one row for each
/// offer and year, however many dossiers there were.
/// </summary>
public sealed class RollupOfferYearRow
{
    /// <summary>Handling unit.</summary>
    public string UnitKey { get; set; } = "";

    /// <summary>Procedure.</summary>
    public string ProcedureCode { get; set; } = "";

    /// <summary>Year of the local day of acceptance.</summary>
    public int Year { get; set; }

    /// <summary>Days 1 to 61 with an online dossier.</summary>
    public long Online1 { get; set; }

    /// <summary>Days 62 to 122 with an online dossier.</summary>
    public long Online2 { get; set; }

    /// <summary>Days 123 to 183 with an online dossier.</summary>
    public long Online3 { get; set; }

    /// <summary>Days 184 to 244 with an online dossier.</summary>
    public long Online4 { get; set; }

    /// <summary>Days 245 to 305 with an online dossier.</summary>
    public long Online5 { get; set; }

    /// <summary>Days 306 to 366 with an online dossier.</summary>
    public long Online6 { get; set; }

    /// <summary>Days 1 to 61 with any dossier.</summary>
    public long Any1 { get; set; }

    /// <summary>Days 62 to 122 with any dossier.</summary>
    public long Any2 { get; set; }

    /// <summary>Days 123 to 183 with any dossier.</summary>
    public long Any3 { get; set; }

    /// <summary>Days 184 to 244 with any dossier.</summary>
    public long Any4 { get; set; }

    /// <summary>Days 245 to 305 with any dossier.</summary>
    public long Any5 { get; set; }

    /// <summary>Days 306 to 366 with any dossier.</summary>
    public long Any6 { get; set; }

    /// <summary>Notes that there was a dossier on the day.</summary>
    internal void Add(DateOnly day, bool isOnline)
    {
        var (word, bit) = YearWords.Of(day);
        switch (word)
        {
            case 0: Any1 |= bit; break;
            case 1: Any2 |= bit; break;
            case 2: Any3 |= bit; break;
            case 3: Any4 |= bit; break;
            case 4: Any5 |= bit; break;
            default: Any6 |= bit; break;
        }

        if (!isOnline) return;
        switch (word)
        {
            case 0: Online1 |= bit; break;
            case 1: Online2 |= bit; break;
            case 2: Online3 |= bit; break;
            case 3: Online4 |= bit; break;
            case 4: Online5 |= bit; break;
            default: Online6 |= bit; break;
        }
    }

    /// <summary>The days of the year that had one, in order.</summary>
    internal IEnumerable<DateOnly> DaysWith(bool isOnline)
    {
        long[] words = isOnline ? [Online1, Online2, Online3, Online4, Online5, Online6] : [Any1, Any2, Any3, Any4, Any5, Any6];
        var first = new DateOnly(Year, 1, 1);
        for (var word = 0; word < words.Length; word++)
        {
            for (var left = words[word]; left != 0; left &= left - 1) yield return first.AddDays((word * YearWords.DaysOfWord) + System.Numerics.BitOperations.TrailingZeroCount(left));
        }
    }

    internal bool IsEmpty => (Any1 | Any2 | Any3 | Any4 | Any5 | Any6) == 0;

    internal bool IsSameAs(RollupOfferYearRow other) =>
        (Online1, Online2, Online3, Online4, Online5, Online6) == (other.Online1, other.Online2, other.Online3, other.Online4, other.Online5, other.Online6)
        && (Any1, Any2, Any3, Any4, Any5, Any6) == (other.Any1, other.Any2, other.Any3, other.Any4, other.Any5, other.Any6);
}

/// <summary>The days of a year as bits of six words.</summary>
internal readonly record struct YearWords(long W1, long W2, long W3, long W4, long W5, long W6)
{
    /// <summary>Days in a word.</summary>
    public const int DaysOfWord = 61;

    /// <summary>Word (0 to 5) and bit of a day.</summary>
    public static (int Word, long Bit) Of(DateOnly day) => ((day.DayOfYear - 1) / DaysOfWord, 1L << ((day.DayOfYear - 1) % DaysOfWord));

    /// <summary>The days of the year that lie in the period, both ends inclusive.</summary>
    public static YearWords Between(int year, DateOnly from, DateOnly to)
    {
        var words = new long[6];
        var first = from.Year == year ? from : new DateOnly(year, 1, 1);
        var last = to.Year == year ? to : new DateOnly(year, 12, 31);
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            var (word, bit) = Of(day);
            words[word] |= bit;
        }

        return new YearWords(words[0], words[1], words[2], words[3], words[4], words[5]);
    }
}

/// <summary>Reads and keeps <see cref="RollupOfferYearRow"/>.</summary>
internal static class OfferYears
{
    /// <summary>The offers that had a dossier in the period: in its first year, in its last, or in one between.</summary>
    public static IQueryable<RollupOfferYearRow> HadDossiers(this IQueryable<RollupOfferYearRow> offers, DateOnly from, DateOnly to, bool isOnline)
    {
        var (first, last) = (from.Year, to.Year);
        var (a, b) = (YearWords.Between(first, from, to), YearWords.Between(last, from, to));
        Expression<Func<RollupOfferYearRow, bool>> had = isOnline
            ? o => (o.Year == first && ((o.Online1 & a.W1) | (o.Online2 & a.W2) | (o.Online3 & a.W3) | (o.Online4 & a.W4) | (o.Online5 & a.W5) | (o.Online6 & a.W6)) != 0)
                || (o.Year == last && ((o.Online1 & b.W1) | (o.Online2 & b.W2) | (o.Online3 & b.W3) | (o.Online4 & b.W4) | (o.Online5 & b.W5) | (o.Online6 & b.W6)) != 0)
                || (o.Year > first && o.Year < last && (o.Online1 | o.Online2 | o.Online3 | o.Online4 | o.Online5 | o.Online6) != 0)
            : o => (o.Year == first && ((o.Any1 & a.W1) | (o.Any2 & a.W2) | (o.Any3 & a.W3) | (o.Any4 & a.W4) | (o.Any5 & a.W5) | (o.Any6 & a.W6)) != 0)
                || (o.Year == last && ((o.Any1 & b.W1) | (o.Any2 & b.W2) | (o.Any3 & b.W3) | (o.Any4 & b.W4) | (o.Any5 & b.W5) | (o.Any6 & b.W6)) != 0)
                || (o.Year > first && o.Year < last && (o.Any1 | o.Any2 | o.Any3 | o.Any4 | o.Any5 | o.Any6) != 0);
        return offers.Where(o => o.Year >= first && o.Year <= last).Where(had);
    }

    /// <summary>What the offers' day cube says; of one offer and year when they are given.</summary>
    public static async Task<IReadOnlyList<RollupOfferYearRow>> FromDaysAsync(MotCuaDb db, (string Unit, string Procedure, int Year)? only, CancellationToken ct)
    {
        var cells = db.RollupDays.AsNoTracking().Where(c => c.Accepted > 0);
        if (only is var (unit, procedure, year))
        {
            var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            cells = cells.Where(c => c.UnitKey == unit && c.ProcedureCode == procedure && c.Day >= from && c.Day <= to);
        }

        var rows = new Dictionary<(string, string, int), RollupOfferYearRow>();
        await foreach (var c in cells.Select(c => new { c.UnitKey, c.ProcedureCode, c.Day, c.Channel }).AsAsyncEnumerable().WithCancellation(ct))
        {
            RowOf(rows, c.UnitKey, c.ProcedureCode, c.Day.Year).Add(c.Day, c.Channel == Channel.Online);
        }

        return [.. rows.Values];
    }

    /// <summary>The row of an offer and year, made when it is not there.</summary>
    public static RollupOfferYearRow RowOf(Dictionary<(string, string, int), RollupOfferYearRow> rows, string unit, string procedure, int year)
    {
        if (!rows.TryGetValue((unit, procedure, year), out var row)) rows[(unit, procedure, year)] = row = new RollupOfferYearRow { UnitKey = unit, ProcedureCode = procedure, Year = year };
        return row;
    }
}

/// <summary>
/// Days on which offers gained dossiers, and offers that lost some. A day that gained has one; a day that lost may have others left, so its offer is read
/// anew from the day cube. What only changes its level or helper, as when a decision restates services, moves nothing here.
/// </summary>
internal sealed class OfferDayChanges
{
    private readonly Dictionary<(string Unit, string Procedure, DateOnly Day, bool IsOnline), int> _net = [];

    public void Add(DossierFactRow fact, int sign)
    {
        var key = (fact.UnitKey, fact.ProcedureCode, fact.Day, fact.Channel == Channel.Online);
        _net[key] = _net.GetValueOrDefault(key) + sign;
    }

    /// <summary>Writes the changes; the day cube has its differences already.</summary>
    public async Task ApplyAsync(MotCuaDb db, CancellationToken ct)
    {
        var gained = new Dictionary<(string, string, int), RollupOfferYearRow>();
        var lost = new HashSet<(string Unit, string Procedure, int Year)>();
        foreach (var (key, net) in _net)
        {
            if (net > 0) OfferYears.RowOf(gained, key.Unit, key.Procedure, key.Day.Year).Add(key.Day, key.IsOnline);
            if (net < 0) lost.Add((key.Unit, key.Procedure, key.Day.Year));
        }

        await BulkRows.UniteAsync(db, [.. gained.Values.OrderBy(r => r.UnitKey, StringComparer.Ordinal).ThenBy(r => r.ProcedureCode, StringComparer.Ordinal)], ct);
        var anew = new List<RollupOfferYearRow>(lost.Count);
        foreach (var offer in lost)
        {
            var found = await OfferYears.FromDaysAsync(db, offer, ct);
            anew.Add(found.Count > 0 ? found[0] : new RollupOfferYearRow { UnitKey = offer.Unit, ProcedureCode = offer.Procedure, Year = offer.Year });
        }

        await BulkRows.ReplaceAsync(db, anew, ct);
    }
}
