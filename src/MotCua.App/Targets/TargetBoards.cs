using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>A row of the board.</summary>
/// <param name="Unit">Unit key or <c>province</c>.</param>
/// <param name="Name">Name of the unit.</param>
/// <param name="Figures">One for each indicator of the board.</param>
public sealed record BoardRow(string Unit, string Name, IReadOnlyList<Measure> Figures);

/// <summary>A group of units of the plan.</summary>
/// <param name="Name">Name of the group.</param>
/// <param name="Level"><c>tinh</c> or <c>huyen</c>.</param>
/// <param name="Rows">Its units.</param>
public sealed record BoardGroup(string Name, string Level, IReadOnlyList<BoardRow> Rows)
{
    /// <summary>Its key; empty for units without a group.</summary>
    public string Code { get; init; } = "";
}

/// <summary>The targets board.</summary>
/// <param name="Province">The sum of the units.</param>
/// <param name="Groups">The units by group.</param>
/// <param name="Plan">Name of the plan whose targets these are, or null.</param>
/// <param name="Decision">Its decision, or «chưa rõ số».</param>
public sealed record TargetBoard(BoardRow Province, IReadOnlyList<BoardGroup> Groups, string? Plan, string Decision)
{
    /// <summary>All rows, the province last.</summary>
    public IEnumerable<BoardRow> Rows => Groups.SelectMany(g => g.Rows).Append(Province);

    /// <summary>The closing whose frozen figures these are, each with the live one beside it; null when the period is open.</summary>
    public ClosedPeriod? Closing { get; init; }

    /// <summary>How many units reach the target of an indicator, of how many that have a verdict.</summary>
    public (int Met, int Judged) Reached(int indicator)
    {
        var verdicts = Groups.SelectMany(g => g.Rows).Select(r => r.Figures[indicator].Attainment).Where(a => a is Attainment.Met or Attainment.NotMet).ToList();
        return (verdicts.Count(a => a == Attainment.Met), verdicts.Count);
    }
}

/// <summary>A dossier or procedure behind a figure.</summary>
/// <param name="Unit">Name of the unit.</param>
/// <param name="Code">Dossier number or procedure code.</param>
/// <param name="Procedure">Name of the procedure.</param>
/// <param name="Fact">The fact, for dossiers.</param>
public sealed record BehindFigure(string Unit, string Code, string Procedure, DossierFactRow? Fact);

/// <summary>
/// Boards read within the last second, so that many people looking at once cost the database one reading. With the job's half second a figure is at
/// most two seconds old.
/// </summary>
public sealed class BoardCache(TimeProvider clock)
{
    /// <summary>How long a board is shown again.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    private const int Most = 64;

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, TargetBoard Board)> _boards = new(StringComparer.Ordinal);

    internal TargetBoard? Fresh(string key) => _boards.TryGetValue(key, out var kept) && clock.GetUtcNow() - kept.At < Freshness ? kept.Board : null;

    internal void Keep(string key, DateTimeOffset readAt, TargetBoard board)
    {
        if (_boards.Count >= Most) _boards.Clear();
        _boards[key] = (readAt, board);
    }

    internal DateTimeOffset Now => clock.GetUtcNow();
}

/// <summary>Pages of the targets board.</summary>
public sealed class TargetBoards(MotCuaDb db, MeasureQueries measures, ClosedPeriods closed, BoardCache cache)
{
    /// <summary>The board of the period for the given indicators; at most a second old.</summary>
    public async Task<TargetBoard> ForAsync(MeasureQuestion question, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(question);
        var key = string.Create(CultureInfo.InvariantCulture, $"{question.From:yyyy-MM-dd} {question.To:yyyy-MM-dd} {string.Join(',', question.Indicators.Select(i => $"{i.Code}/{i.Version}"))} {question.IsOwnOnly}");
        if (question.Units is null && cache.Fresh(key) is { } kept) return kept;
        var readAt = cache.Now;
        var board = await ReadAsync(question, ct);
        if (question.Units is null) cache.Keep(key, readAt, board);
        return board;
    }

    private async Task<TargetBoard> ReadAsync(MeasureQuestion question, CancellationToken ct)
    {
        var (closing, found) = await closed.FreezeAsync(question, await measures.RowsAsync(question, ct), ct);
        var names = await NamesAsync([.. found.Select(m => m.Unit).Distinct()], ct);
        var groups = await db.UnitGroups.AsNoTracking().Select(g => new { g.Code, g.Name, g.Level, g.Order }).ToListAsync(ct);
        var members = (await db.UnitGroupMembers.AsNoTracking().Where(m => m.From <= question.To && (m.Until == null || m.Until > question.To)).ToListAsync(ct))
            .GroupBy(m => m.UnitKey).ToDictionary(g => g.Key, g => g.MaxBy(m => m.From)!.GroupCode, StringComparer.Ordinal);
        var rows = found.GroupBy(m => m.Unit).Select(g => new BoardRow(g.Key, g.Key == MeasureQueries.Province ? "Toàn tỉnh" : names.GetValueOrDefault(g.Key, g.Key), [.. g])).ToList();
        var byGroup = rows.Where(r => r.Unit != MeasureQueries.Province).ToLookup(r => members.GetValueOrDefault(r.Unit, ""));
        var shown = groups.OrderBy(g => g.Level == "tinh" ? 0 : 1).ThenBy(g => g.Order).Where(g => byGroup.Contains(g.Code)).Select(g => new BoardGroup(g.Name, g.Level, [.. byGroup[g.Code]]) { Code = g.Code }).ToList();
        if (byGroup.Contains("")) shown.Add(new BoardGroup("Chưa được giao chỉ tiêu", "", [.. byGroup[""]]));
        var plan = await db.PlanEditions.AsNoTracking().Where(e => e.State == PlanState.Issued && e.From <= question.To && (e.Until == null || e.Until > question.To)).OrderByDescending(e => e.Order).FirstOrDefaultAsync(ct);
        return new TargetBoard(
            rows.FirstOrDefault(r => r.Unit == MeasureQueries.Province) ?? new BoardRow(MeasureQueries.Province, "Toàn tỉnh", []), shown, plan?.Name,
            PlanTexts.DecisionOf(plan))
        {
            Closing = closing,
        };
    }

    /// <summary>A page of what stands behind a figure; after a place (dossiers) or a code (procedures).</summary>
    public async Task<IReadOnlyList<BehindFigure>> BehindAsync(MeasureQuestion question, MeasurePart part, FactPlace? after, int count, CancellationToken ct)
    {
        if (question.Indicators[0].Subject == IndicatorSubject.Procedures)
        {
            var list = await measures.ListAsync(question, part, ct);
            var page = list.Where(p => after is not { } a || string.CompareOrdinal(p.Unit, a.Unit) > 0 || (p.Unit == a.Unit && string.CompareOrdinal(p.Code, a.Code) > 0)).Take(count).ToList();
            var unitNames = await NamesAsync([.. page.Select(p => p.Unit).Distinct()], ct);
            var titles = await TitlesAsync([.. page.Select(p => p.Code).Distinct()], ct);
            return [.. page.Select(p => new BehindFigure(unitNames.GetValueOrDefault(p.Unit, p.Unit), p.Code, titles.GetValueOrDefault(p.Code, ""), new DossierFactRow { UnitKey = p.Unit, Code = p.Code }))];
        }

        var facts = await measures.PageAsync(question, part, after, count, ct);
        var names = await NamesAsync([.. facts.Select(f => f.UnitKey).Distinct()], ct);
        var procedures = await TitlesAsync([.. facts.Select(f => f.ProcedureCode).Distinct()], ct);
        return [.. facts.Select(f => new BehindFigure(names.GetValueOrDefault(f.UnitKey, f.UnitKey), f.Code, procedures.GetValueOrDefault(f.ProcedureCode, f.ProcedureCode), f))];
    }

    /// <summary>Name of a row of the board; null when there is no such unit.</summary>
    public async Task<string?> NameOfAsync(string unit, CancellationToken ct) =>
        unit == MeasureQueries.Province ? "Toàn tỉnh" : await db.Units.AsNoTracking().Where(u => u.Key == unit).Select(u => u.Name).FirstOrDefaultAsync(ct);

    private Task<Dictionary<string, string>> NamesAsync(List<string> keys, CancellationToken ct) =>
        db.Units.AsNoTracking().Where(u => keys.Contains(u.Key)).ToDictionaryAsync(u => u.Key, u => u.ShortName.Length > 0 ? u.ShortName : u.Name, StringComparer.Ordinal, ct);

    private Task<Dictionary<string, string>> TitlesAsync(List<string> codes, CancellationToken ct) =>
        db.Procedures.AsNoTracking().Where(p => codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code, p => p.Name, StringComparer.Ordinal, ct);
}
