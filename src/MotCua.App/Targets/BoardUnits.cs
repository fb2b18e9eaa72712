using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>A procedure of a unit in a period.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
/// <param name="Offers">What each unit of the row had of it.</param>
public sealed record UnitProcedure(string Code, string Name, IReadOnlyList<OfferFacts> Offers)
{
    /// <summary>All dossiers.</summary>
    public long Accepted => Offers.Sum(o => o.Accepted);

    /// <summary>Online dossiers, on days when it was an online service: what CT3 counts above.</summary>
    public long Online => Offers.Sum(o => o.OnlineOfServices);

    /// <summary>Share of online dossiers.</summary>
    public Ratio Share => new(Online, Accepted);

    /// <summary>The lowest level in force at a unit that offers it; 0 = nobody offers it now.</summary>
    public int Level => Offers.Where(o => o.Level > 0).Select(o => o.Level).DefaultIfEmpty(0).Min();
}

/// <summary>What of a unit's figures rests on thin ground; each can be mended.</summary>
/// <param name="NotReviewed">Offers never reviewed for toàn trình: CT1 does not know them.</param>
/// <param name="Outside">Dossiers of procedures that were no online service on their day: only in the denominator of CT3.</param>
/// <param name="OnlineOutside">Of these, sent online: they count below but not above in CT3.</param>
/// <param name="Assisted">Online dossiers that somebody helped to send.</param>
/// <param name="Online">Online dossiers.</param>
public sealed record UnitQuality(long NotReviewed, long Outside, long OnlineOutside, long Assisted, long Online);

/// <summary>A unit's own page.</summary>
/// <param name="Place">The unit.</param>
/// <param name="FullName">Its full name.</param>
/// <param name="Line">Its figures with distance, change and trend.</param>
/// <param name="Own">For a district: its committee without the communes; else empty.</param>
/// <param name="Communes">For a district: its communes, each with a figure for each indicator.</param>
/// <param name="Months">Each of the last months by itself.</param>
/// <param name="YearSoFar">How the year's figure grew.</param>
/// <param name="Procedures">Procedures with dossiers, the most used first.</param>
/// <param name="Unused">Online services in force without any online dossier in the period.</param>
/// <param name="Quality">What rests on thin ground.</param>
/// <param name="DistrictTargets">For a commune: the targets of its district, for comparison; one for each indicator.</param>
public sealed record UnitFigures(
    BoardPlace Place, string FullName, BoardLine Line, IReadOnlyList<Measure> Own, IReadOnlyList<BoardRow> Communes, TrendSheet Months, TrendSheet YearSoFar,
    IReadOnlyList<UnitProcedure> Procedures, IReadOnlyList<UnitProcedure> Unused, UnitQuality Quality, IReadOnlyList<decimal?> DistrictTargets);

/// <summary>Pages of one unit. All sums come from the cubes; the number of queries does not grow with communes or procedures.</summary>
public sealed class BoardUnits(MotCuaDb db, MeasureQueries measures, BoardSheets sheets, TargetBoards boards, TimeProvider clock)
{
    /// <summary>The unit's figures; null when there is no such unit.</summary>
    public async Task<UnitFigures?> ForAsync(string unit, MeasureQuestion question, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(question);
        var row = await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Key == unit, ct);
        if (row is null) return null;
        var today = ProvinceTime.DateOf(clock.GetUtcNow());
        var last = BoardSheets.LastDay(question, today);
        var name = row.ShortName.Length > 0 ? row.ShortName : row.Name;
        var place = new BoardPlace(row.Key, name, row.Level, row.Level == "huyen" ? row.Key : row.ParentKey ?? "", row.GsoCode);
        var group = (await boards.ForAsync(question, ct)).Groups.FirstOrDefault(g => g.Rows.Any(r => r.Unit == unit));
        var figures = group?.Rows.First(r => r.Unit == unit).Figures ?? await measures.RowsAsync(question with { Units = [unit] }, ct);
        var communes = row.Level == "huyen"
            ? await db.Units.AsNoTracking().Where(u => u.ParentKey == unit && u.Level == "xa" && u.From <= last && (u.Until == null || u.Until > last)).OrderBy(u => u.SortKey).Select(u => new { u.Key, Name = u.ShortName != "" ? u.ShortName : u.Name }).ToListAsync(ct)
            : [];
        var before = question.From <= today && today <= question.To && today.AddDays(-7) >= question.From ? await measures.RowsAsync(question with { Units = [unit], To = today.AddDays(-7) }, ct) : null;
        var months = await sheets.TrendAsync(new TrendQuestion(TrendQuestion.Months(last, BoardSheets.TrendMonths), question.Indicators, [unit], question.IsOwnOnly), ct);
        var year = await sheets.TrendAsync(new TrendQuestion(TrendQuestion.YearSoFar(last), question.Indicators, [unit], question.IsOwnOnly), ct);
        var byCommune = communes.Count == 0 ? [] : (await measures.RowsAsync(question with { Units = [.. communes.Select(c => c.Key)] }, ct)).ToLookup(m => m.Unit, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var offers = await AdviceFacts.LoadAsync(db, question.IsOwnOnly ? [unit] : [unit, .. communes.Select(c => c.Key)], question.From, last, ct);
        var procedures = await ProceduresAsync(offers, ct);
        return new UnitFigures(
            place,
            row.Name,
            new BoardLine(unit, name, group?.Name ?? "", group?.Code ?? "", [.. figures.Select((f, n) => new BoardCell(
                f, TargetDistance.Of(f.Counts, f.Target), before?[n].Counts.Percent is { } old && f.Counts.Percent is { } now ? now - old : null, months.Of(f.Indicator, unit)))]),
            communes.Count == 0 || question.IsOwnOnly ? [] : await measures.RowsAsync(question with { Units = [unit], IsOwnOnly = true }, ct),
            [.. communes.Where(c => byCommune.ContainsKey(c.Key)).Select(c => new BoardRow(c.Key, c.Name, byCommune[c.Key]))],
            months,
            year,
            [.. procedures.Where(p => p.Accepted > 0).OrderByDescending(p => p.Accepted).ThenBy(p => p.Code, StringComparer.Ordinal)],
            [.. procedures.Where(p => p.Level >= OfferFacts.Partial && p.Online == 0).OrderByDescending(p => p.Accepted).ThenBy(p => p.Code, StringComparer.Ordinal)],
            new UnitQuality(
                offers.Count(o => o.Level > 0 && o.Eligible is null), offers.Sum(o => o.Accepted - o.OfServices), offers.Sum(o => o.Online - o.OnlineOfServices), offers.Sum(o => o.Online - o.SelfOnline), offers.Sum(o => o.Online)),
            row.Level == "xa" && row.ParentKey is { } district && (await boards.ForAsync(question, ct)).Rows.FirstOrDefault(r => r.Unit == district) is { } above ? [.. above.Figures.Select(f => f.Target)] : [.. question.Indicators.Select(_ => (decimal?)null)]);
    }

    private async Task<List<UnitProcedure>> ProceduresAsync(IReadOnlyList<OfferFacts> offers, CancellationToken ct)
    {
        var codes = offers.Select(o => o.Procedure).Distinct().ToList();
        var names = await db.Procedures.AsNoTracking().Where(p => codes.Contains(p.Code)).Select(p => new { p.Code, p.Name }).ToDictionaryAsync(p => p.Code, p => p.Name, StringComparer.Ordinal, ct);
        return [.. offers.GroupBy(o => o.Procedure, StringComparer.Ordinal).Select(g => new UnitProcedure(g.Key, names.GetValueOrDefault(g.Key, g.Key), [.. g]))];
    }
}
