using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>
/// What the forecasts of all rows are made from, read from rollups in a number of queries that does not grow with units or dossiers: sums by row and day,
/// and on which days each service had dossiers.
/// </summary>
/// <param name="First">First day read.</param>
/// <param name="AsAt">Last day read.</param>
/// <param name="Days">Sums of a row's days, in order of day.</param>
/// <param name="Offers">A row's services as in force at the end of the period, with the days on which they had dossiers.</param>
internal sealed record ForecastHistoryOf(
    DateOnly First, DateOnly AsAt, IReadOnlyDictionary<string, IReadOnlyList<(DateOnly Day, UnitSum Sum)>> Days, IReadOnlyDictionary<string, IReadOnlyList<OfferDays>> Offers);

/// <summary>Which history.</summary>
/// <param name="First">First day.</param>
/// <param name="AsAt">Last day.</param>
/// <param name="To">Day on which the services are in force.</param>
/// <param name="WithDays">With the sums of days.</param>
/// <param name="WithOffers">With the services.</param>
internal readonly record struct HistoryKey(DateOnly First, DateOnly AsAt, DateOnly To, bool WithDays, bool WithOffers);

/// <summary>Keeps what was read for some seconds, so that many people looking at forecasts at once cost the database one reading.</summary>
public sealed class ForecastMemory(TimeProvider clock)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<HistoryKey, (DateTimeOffset At, ForecastHistoryOf History)> _kept = new();

    private readonly ConcurrentDictionary<(string Unit, string Indicator, PeriodKind Kind, DateOnly Day), ForecastTrial> _trials = new();

    internal ForecastTrial Trial((string Unit, string Indicator, PeriodKind Kind, DateOnly Day) key, Func<ForecastTrial> make)
    {
        if (_trials.Count >= 2000) _trials.Clear();
        return _trials.GetOrAdd(key, static (_, m) => m(), make);
    }

    internal ForecastHistoryOf? Fresh(HistoryKey key) => _kept.TryGetValue(key, out var kept) && clock.GetUtcNow() - kept.At < Freshness ? kept.History : null;

    internal void Keep(HistoryKey key, ForecastHistoryOf history)
    {
        if (_kept.Count >= 8) _kept.Clear();
        _kept[key] = (clock.GetUtcNow(), history);
    }
}

/// <summary>Reads <see cref="ForecastHistoryOf"/>.</summary>
internal sealed class ForecastHistories(MotCuaDb db, ForecastMemory memory)
{
    /// <summary>Reads what is asked for: the days up to <see cref="HistoryKey.AsAt"/>, and the services in force on <see cref="HistoryKey.To"/>.</summary>
    public async Task<ForecastHistoryOf> LoadAsync(HistoryKey key, CancellationToken ct)
    {
        if (memory.Fresh(key) is { } kept) return kept;
        var days = key.WithDays ? await DaysAsync(key.First, key.AsAt, ct) : [];
        var offers = new Dictionary<string, IReadOnlyList<OfferDays>>(StringComparer.Ordinal);
        if (key.WithOffers) offers = await OffersAsync(await UnitRows.LoadAsync(db, new MeasureQuestion(key.First, key.To, []), ct), key.First, key.AsAt, key.To, ct);
        var history = new ForecastHistoryOf(key.First, key.AsAt, days, offers);
        memory.Keep(key, history);
        return history;
    }

    private async Task<Dictionary<string, IReadOnlyList<(DateOnly, UnitSum)>>> DaysAsync(DateOnly first, DateOnly asAt, CancellationToken ct)
    {
        // A commune's days are its district's: the database adds them up
        var cells = await (
            from c in db.RollupUnitDays.AsNoTracking()
            where c.Day >= first && c.Day <= asAt
            join u in db.Units on c.UnitKey equals u.Key
            group c by new { c.Day, Row = u.Level == "xa" && u.ParentKey != null ? u.ParentKey : u.Key } into g
            select new
            {
                g.Key.Row,
                g.Key.Day,
                Accepted = g.Sum(c => c.Accepted),
                OfServices = g.Sum(c => c.OfServices),
                Online = g.Sum(c => c.OnlineOfServices),
                Self = g.Sum(c => c.SelfOnlineOfServices),
            }).ToListAsync(ct);
        return cells.GroupBy(c => c.Row, StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => (IReadOnlyList<(DateOnly, UnitSum)>)[.. g.OrderBy(c => c.Day).Select(c => (c.Day, new UnitSum { Accepted = c.Accepted, OfServices = c.OfServices, OnlineOfServices = c.Online, SelfOnlineOfServices = c.Self }))],
            StringComparer.Ordinal);
    }

    private async Task<Dictionary<string, IReadOnlyList<OfferDays>>> OffersAsync(UnitRows rows, DateOnly first, DateOnly asAt, DateOnly to, CancellationToken ct)
    {
        var services = await ServicePicture.InForce(db, rows, to).Where(s => s.Level >= ServiceLevel.Partial).Select(s => new { s.UnitKey, s.ProcedureCode }).ToListAsync(ct);
        var years = await db.RollupOfferYears.AsNoTracking().Where(o => o.Year >= first.Year && o.Year <= asAt.Year).ToListAsync(ct);
        var byOffer = years.ToLookup(o => (o.UnitKey, o.ProcedureCode));
        return services.GroupBy(s => rows.RowOf(s.UnitKey), StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => (IReadOnlyList<OfferDays>)[.. g.GroupBy(s => s.ProcedureCode, StringComparer.Ordinal).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p =>
            {
                var had = p.SelectMany(s => byOffer[(s.UnitKey, s.ProcedureCode)]).ToList();
                return new OfferDays(p.Key, DaysOf(had, isOnline: true, first, asAt), DaysOf(had, isOnline: false, first, asAt));
            })],
            StringComparer.Ordinal);
    }

    private static IReadOnlyList<DateOnly> DaysOf(List<RollupOfferYearRow> years, bool isOnline, DateOnly first, DateOnly last)
    {
        if (years.Count == 0) return [];
        var days = new SortedSet<DateOnly>();
        foreach (var year in years) days.UnionWith(year.DaysWith(isOnline).Where(d => d >= first && d <= last));
        return [.. days];
    }
}
