using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Data;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>A level at which a unit offered a procedure.</summary>
/// <param name="Level">Level.</param>
/// <param name="Status">Whether it is public.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Exclusive end, or null.</param>
/// <param name="EligibleFull">Reviewed as eligible for toàn trình; null = not reviewed.</param>
/// <param name="DecisionNo">Decision, or empty.</param>
public sealed record OfferedLevel(ServiceLevel Level, ServiceStatus Status, DateOnly From, DateOnly? Until, bool? EligibleFull, string DecisionNo);

/// <summary>A unit's share of a procedure.</summary>
/// <param name="Unit">Key.</param>
/// <param name="Name">Name.</param>
/// <param name="District">Name of the district of a commune, or empty.</param>
/// <param name="Facts">What it had in the period.</param>
/// <param name="Levels">How it offered it, latest first.</param>
/// <param name="Trend">All dossiers and those online in each of the last months.</param>
public sealed record ProcedureUnit(string Unit, string Name, string District, OfferFacts Facts, IReadOnlyList<OfferedLevel> Levels, IReadOnlyList<Ratio> Trend);

/// <summary>A procedure across the units.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="IsVertical">Ngành dọc: counted for none of the units.</param>
/// <param name="Units">Units that offer it or had dossiers of it, the most used first.</param>
/// <param name="Spans">The months of the trends.</param>
/// <param name="Trend">The same of all units together.</param>
public sealed record ProcedureFigures(string Code, string Name, bool IsVertical, IReadOnlyList<ProcedureUnit> Units, IReadOnlyList<DaySpan> Spans, IReadOnlyList<Ratio> Trend)
{
    /// <summary>All dossiers, and those online on days when it was an online service.</summary>
    public Ratio Share => new(Units.Sum(u => u.Facts.OnlineOfServices), Units.Sum(u => u.Facts.Accepted));
}

/// <summary>Pages of one procedure.</summary>
public sealed class BoardProcedures(MotCuaDb db, TimeProvider clock)
{
    /// <summary>The procedure across all units; null when there is no such procedure.</summary>
    public async Task<ProcedureFigures?> ForAsync(string code, MeasureQuestion question, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(question);
        var procedure = await db.Procedures.AsNoTracking().Where(p => p.Code == code).Select(p => new { p.Name, p.IsVertical }).FirstOrDefaultAsync(ct);
        if (procedure is null) return null;
        var last = BoardSheets.LastDay(question, ProvinceTime.DateOf(clock.GetUtcNow()));
        var units = await db.Units.AsNoTracking().Select(u => new { u.Key, Name = u.ShortName != "" ? u.ShortName : u.Name, u.Level, u.ParentKey, u.SortKey }).ToDictionaryAsync(u => u.Key, StringComparer.Ordinal, ct);
        List<string> keys = [.. units.Keys];
        var offers = (await AdviceFacts.LoadAsync(db, keys, question.From, last, ct, code)).ToDictionary(o => o.Unit, StringComparer.Ordinal);
        var levels = (await db.Services.AsNoTracking().Where(s => s.ProcedureCode == code).Select(s => new { s.UnitKey, Of = new OfferedLevel(s.Level, s.Status, s.From, s.Until, s.EligibleFull, s.DecisionNo) }).ToListAsync(ct))
            .ToLookup(s => s.UnitKey, s => s.Of, StringComparer.Ordinal);
        var spans = TrendQuestion.Months(last, BoardSheets.TrendMonths);
        var (first, end) = (spans[0].From, spans[^1].From);
        var cells = (await db.RollupOfferMonths.AsNoTracking().Where(c => keys.Contains(c.UnitKey) && c.ProcedureCode == code && c.Day >= first && c.Day <= end).Select(c => new { c.UnitKey, c.Day, c.Accepted, c.OnlineOfServices }).ToListAsync(ct))
            .ToLookup(c => c.UnitKey, StringComparer.Ordinal);
        IReadOnlyList<Ratio> TrendOf(string unit) => [.. spans.Select(s => cells[unit].Where(c => c.Day == s.From).Aggregate(default(Ratio), (sum, c) => sum + new Ratio(c.OnlineOfServices, c.Accepted)))];
        var found = units.Values.Where(u => offers.ContainsKey(u.Key) || levels.Contains(u.Key))
            .Select(u => (Unit: new ProcedureUnit(
                u.Key, u.Name, u.Level == "xa" && u.ParentKey is { } parent && units.TryGetValue(parent, out var district) ? district.Name : "",
                offers.GetValueOrDefault(u.Key) ?? new OfferFacts(u.Key, code), [.. levels[u.Key].OrderByDescending(l => l.From)], TrendOf(u.Key)), u.SortKey))
            .OrderByDescending(u => u.Unit.Facts.Accepted).ThenBy(u => u.SortKey, StringComparer.Ordinal).Select(u => u.Unit).ToList();
        return new ProcedureFigures(code, procedure.Name, procedure.IsVertical, found, spans, [.. Enumerable.Range(0, spans.Count).Select(n => found.Aggregate(default(Ratio), (sum, u) => sum + u.Trend[n]))]);
    }
}
