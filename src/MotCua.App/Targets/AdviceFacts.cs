using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>
/// Reads what the offers of some units had in a period, from the cubes of offers, and their services as on its last day: never dossier by dossier.
/// The services are those that <see cref="ServicePicture"/> counts.
/// </summary>
internal static class AdviceFacts
{
    /// <summary>The offers of the units that are in force or had dossiers; of one procedure when it is given.</summary>
    public static async Task<IReadOnlyList<OfferFacts>> LoadAsync(MotCuaDb db, IReadOnlyCollection<string> units, DateOnly from, DateOnly to, CancellationToken ct, string? procedure = null)
    {
        var sums = new Dictionary<(string Unit, string Procedure), Counts>();
        var parts = PeriodParts.ShortestOf(from, to);
        if (parts.Months is { } months) Add(sums, await OfMonths(db, units, procedure, months).ToListAsync(ct), 1);
        foreach (var days in parts.Days) Add(sums, await OfDays(db, units, procedure, days).ToListAsync(ct), 1);
        foreach (var days in parts.Less) Add(sums, await OfDays(db, units, procedure, days).ToListAsync(ct), -1);

        var services = await db.Services.AsNoTracking()
            .Where(s => units.Contains(s.UnitKey) && (procedure == null || s.ProcedureCode == procedure) && s.From <= to && (s.Until == null || s.Until > to) && s.Status != ServiceStatus.Closed)
            .Where(s => !db.Procedures.Any(p => p.Code == s.ProcedureCode && p.IsVertical))
            .Where(s => !db.ProcedureClosings.Any(c => c.ProcedureCode == s.ProcedureCode && !c.IsPause && c.From <= to && (c.Until == null || to < c.Until)))
            .Select(s => new { s.UnitKey, s.ProcedureCode, s.Level, s.EligibleFull }).ToListAsync(ct);
        var offers = services.ToDictionary(s => (s.UnitKey, s.ProcedureCode), s => new OfferFacts(s.UnitKey, s.ProcedureCode) { Level = (int)s.Level, Eligible = s.EligibleFull });
        foreach (var (key, c) in sums.Where(s => s.Value.Accepted > 0))
        {
            offers[key] = (offers.GetValueOrDefault(key) ?? new OfferFacts(key.Unit, key.Procedure)) with
            {
                Accepted = c.Accepted,
                Online = c.Online,
                SelfOnline = c.SelfOnline,
                OfServices = c.OfServices,
                OnlineOfServices = c.OnlineOfServices,
                SelfOnlineOfServices = c.SelfOnlineOfServices,
            };
        }

        return [.. offers.Values.OrderBy(o => o.Unit, StringComparer.Ordinal).ThenBy(o => o.Procedure, StringComparer.Ordinal)];
    }

    private static void Add(Dictionary<(string, string), Counts> sums, List<Found> found, int sign)
    {
        foreach (var f in found) sums[(f.Unit, f.Procedure)] = sums.GetValueOrDefault((f.Unit, f.Procedure)).Plus(f, sign);
    }

    private static IQueryable<Found> OfMonths(MotCuaDb db, IReadOnlyCollection<string> units, string? procedure, DaySpan months) =>
        db.RollupOfferMonths.AsNoTracking().Where(c => units.Contains(c.UnitKey) && (procedure == null || c.ProcedureCode == procedure) && c.Day >= months.From && c.Day <= months.To).GroupBy(c => new { c.UnitKey, c.ProcedureCode })
            .Select(g => new Found(g.Key.UnitKey, g.Key.ProcedureCode, g.Sum(c => c.Accepted), g.Sum(c => c.Online), g.Sum(c => c.SelfOnline), g.Sum(c => c.OfServices), g.Sum(c => c.OnlineOfServices), g.Sum(c => c.SelfOnlineOfServices)));

    private static IQueryable<Found> OfDays(MotCuaDb db, IReadOnlyCollection<string> units, string? procedure, DaySpan days) =>
        db.RollupDays.AsNoTracking().Where(c => units.Contains(c.UnitKey) && (procedure == null || c.ProcedureCode == procedure) && c.Day >= days.From && c.Day <= days.To).GroupBy(c => new { c.UnitKey, c.ProcedureCode })
            .Select(g => new Found(
                g.Key.UnitKey, g.Key.ProcedureCode, g.Sum(c => c.Accepted), g.Sum(c => c.Channel == Channel.Online ? c.Accepted : 0), g.Sum(c => c.Channel == Channel.Online && c.AssistedBy == AssistedBy.Self ? c.Accepted : 0),
                g.Sum(c => c.Level >= (int)ServiceLevel.Partial ? c.Accepted : 0),
                g.Sum(c => c.Level >= (int)ServiceLevel.Partial && c.Channel == Channel.Online ? c.Accepted : 0),
                g.Sum(c => c.Level >= (int)ServiceLevel.Partial && c.Channel == Channel.Online && c.AssistedBy == AssistedBy.Self ? c.Accepted : 0)));

    private sealed record Found(string Unit, string Procedure, int Accepted, int Online, int SelfOnline, int OfServices, int OnlineOfServices, int SelfOnlineOfServices);

    private readonly record struct Counts(long Accepted, long Online, long SelfOnline, long OfServices, long OnlineOfServices, long SelfOnlineOfServices)
    {
        public Counts Plus(Found f, int sign) => new(
            Accepted + (sign * f.Accepted), Online + (sign * f.Online), SelfOnline + (sign * f.SelfOnline), OfServices + (sign * f.OfServices), OnlineOfServices + (sign * f.OnlineOfServices), SelfOnlineOfServices + (sign * f.SelfOnlineOfServices));
    }
}
