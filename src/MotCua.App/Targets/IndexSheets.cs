using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>A row of the page of the index.</summary>
/// <param name="Unit">Unit key or <c>province</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Group">Name of its group in the plan; empty for the province.</param>
/// <param name="Row">Counts and points.</param>
public sealed record IndexBoardRow(string Unit, string Name, string Group, IndexRow Row);

/// <summary>A supplied count as it was entered.</summary>
/// <param name="Column">Which.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Value">The count.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="EnteredAt">When entered last, UTC.</param>
public sealed record EnteredFigure(IndexColumn Column, DateOnly From, DateOnly To, long Value, string Source, DateTimeOffset EnteredAt);

/// <summary>A published result of the index: every number as printed.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Total">The printed total; null when none was printed.</param>
/// <param name="Rank">The printed rank, e.g. <c>8/63</c>.</param>
/// <param name="Groups">Printed points by code of the group (<c>1</c>, <c>2</c>, <c>3a</c>, <c>3b</c>, <c>4</c>, <c>5</c>).</param>
/// <param name="Others">Other printed figures of the same source and period.</param>
/// <param name="Source">Address and date of the source.</param>
/// <param name="Notes">What was noticed about it.</param>
public sealed record PublishedIndex(DateOnly From, DateOnly To, decimal? Total, string Rank, IReadOnlyDictionary<string, decimal> Groups, IReadOnlyList<PublishedFigureRow> Others, string Source, IReadOnlyList<string> Notes)
{
    /// <summary>Sum of the printed groups, when all six were printed.</summary>
    public decimal? SumOfGroups => Groups.Count == IndexIndicators.Groups.Count ? Groups.Values.Sum() : null;

    /// <summary>Printed total less the sum of the printed groups; both stand as they are (law rule 47).</summary>
    public decimal? Difference => Total - SumOfGroups;
}

/// <summary>The index of QĐ 766/QĐ-TTg as pages show it.</summary>
public sealed class IndexSheets(MotCuaDb db, IndexCounts counts, TimeProvider clock)
{
    private static readonly Dictionary<string, string> PublishedGroups = new(StringComparer.Ordinal)
    {
        ["qd766.1"] = "1",
        ["qd766.2"] = "2",
        ["qd766.3"] = "3a",
        ["qd766.4"] = "3b",
        ["qd766.5"] = "4",
        ["qd766.6"] = "5",
    };

    /// <summary>All rows, the province first, then the units in the plan's order.</summary>
    public async Task<IReadOnlyList<IndexBoardRow>> BoardAsync(DateOnly from, DateOnly to, CancellationToken ct)
    {
        var found = await counts.OfAsync(new MeasureQuestion(from, to, []), ct);
        var names = await db.Units.AsNoTracking().Where(u => u.InPlan).Select(u => new { u.Key, Name = u.ShortName.Length > 0 ? u.ShortName : u.Name }).ToDictionaryAsync(u => u.Key, u => u.Name, StringComparer.Ordinal, ct);
        var groups = (await db.UnitGroupMembers.AsNoTracking().Where(m => m.From <= to && (m.Until == null || m.Until > to))
            .Join(db.UnitGroups, m => m.GroupCode, g => g.Code, (m, g) => new { m.UnitKey, g.Name, g.Order }).ToListAsync(ct))
            .GroupBy(m => m.UnitKey, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MinBy(m => m.Order)!.Name, StringComparer.Ordinal);
        return [.. found.OrderBy(f => f.Key == MeasureQueries.Province ? 0 : 1).Select(f => new IndexBoardRow(
            f.Key, f.Key == MeasureQueries.Province ? "Toàn tỉnh" : names.GetValueOrDefault(f.Key, f.Key), groups.GetValueOrDefault(f.Key, ""), f.Value))];
    }

    /// <summary>One row; null when there is no such unit.</summary>
    public async Task<IndexBoardRow?> UnitAsync(string unit, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var name = unit == MeasureQueries.Province ? "Toàn tỉnh" : await db.Units.AsNoTracking().Where(u => u.Key == unit).Select(u => u.Name).FirstOrDefaultAsync(ct);
        if (name is null) return null;
        var found = await counts.OfAsync(new MeasureQuestion(from, to, [], [unit]), ct);
        return new IndexBoardRow(unit, name, "", found[unit]);
    }

    /// <summary>Key and name of the units of the plan, in the order of the alphabet.</summary>
    public async Task<IReadOnlyList<(string Key, string Name)>> UnitsAsync(CancellationToken ct) =>
        [.. (await db.Units.AsNoTracking().Where(u => u.InPlan && u.Until == null).OrderBy(u => u.SortKey).Select(u => new { u.Key, u.Name }).ToListAsync(ct)).Select(u => (u.Key, u.Name))];

    /// <summary>True when no more dossiers can come into the period.</summary>
    public bool IsOver(DateOnly to) => to < ProvinceTime.DateOf(clock.GetUtcNow());

    /// <summary>The supplied counts of a unit whose periods lie in the given one or touch it, latest period first.</summary>
    public async Task<IReadOnlyList<EnteredFigure>> FiguresAsync(string unit, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var rows = await db.IndexFigures.AsNoTracking().Where(f => f.UnitKey == unit && f.From <= to && f.To >= from).ToListAsync(ct);
        return [.. rows.Where(r => IndexColumns.Find(r.Column) is not null).OrderByDescending(r => r.To).ThenBy(r => r.From).Select(r => new EnteredFigure(IndexColumns.Find(r.Column)!, r.From, r.To, r.Value, r.Source, r.EnteredAt))];
    }

    /// <summary>The published results of the province, latest first.</summary>
    public async Task<IReadOnlyList<PublishedIndex>> PublishedAsync(CancellationToken ct)
    {
        var rows = await db.PublishedFigures.AsNoTracking().Where(f => f.Code.StartsWith("qd766.") && f.From != null && f.To != null).OrderBy(f => f.Order).ToListAsync(ct);
        return [.. rows.GroupBy(r => (From: r.From!.Value, To: r.To!.Value)).OrderByDescending(g => g.Key.To).ThenByDescending(g => g.Key.From).Select(g =>
        {
            var own = g.Where(r => r.UnitKey == MeasureQueries.Province).ToList();
            var total = own.Find(r => r.Code == "qd766.total");
            var rank = own.Find(r => r.Code == "qd766.rank");
            return new PublishedIndex(
                g.Key.From, g.Key.To, total?.Value, rank is null ? "" : rank.Denominator is { } of ? $"{rank.Value:0.##}/{of:0.##}" : $"{rank.Value:0.##}",
                own.Where(r => PublishedGroups.ContainsKey(r.Code)).ToDictionary(r => PublishedGroups[r.Code], r => r.Value, StringComparer.Ordinal),
                [.. g.Where(r => r != total && r != rank && !(r.UnitKey == MeasureQueries.Province && PublishedGroups.ContainsKey(r.Code)))],
                (total ?? g.First()).Source, [.. g.Select(r => r.Note).Where(n => n.Length > 0).Distinct()]);
        })];
    }
}
