using Microsoft.EntityFrameworkCore;
using MotCua.App.Data;
using MotCua.App.Dossiers;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>A closing as pages show it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Period">The period.</param>
/// <param name="Revision">Which closing of it.</param>
/// <param name="ClosedAt">When, UTC.</param>
/// <param name="ClosedById">Who, by id.</param>
/// <param name="ClosedBy">Name of who.</param>
/// <param name="Figures">How many figures.</param>
/// <param name="Hash">Hash over head and figures.</param>
/// <param name="IsSignedHere">The signature holds with this machine's key; null = signed with another one.</param>
/// <param name="ReopenedAt">Opened again, UTC.</param>
/// <param name="ReopenedBy">By whom.</param>
/// <param name="ReopenReason">Why.</param>
public sealed record ClosedPeriod(
    Guid Id, Period Period, int Revision, DateTimeOffset ClosedAt, string ClosedById, string ClosedBy, int Figures, string Hash, bool? IsSignedHere, DateTimeOffset? ReopenedAt, string ReopenedBy, string ReopenReason)
{
    /// <summary>True while its figures are the period's.</summary>
    public bool IsInForce => ReopenedAt is null;
}

/// <summary>A figure that differs from what was frozen.</summary>
/// <param name="Unit">Name of the unit.</param>
/// <param name="Indicator">Its definition, or null when it is no longer there.</param>
/// <param name="Frozen">As frozen.</param>
/// <param name="Live">Now; null when there is none.</param>
public sealed record FigureDifference(string Unit, IndicatorDefinition? Indicator, FrozenFigure Frozen, Measure? Live);

/// <summary>A line of the trail of late corrections.</summary>
/// <param name="Row">What was kept.</param>
/// <param name="Units">Names of the unit or units.</param>
/// <param name="Actor">Name of who did it, or empty.</param>
public sealed record RestatementLine(RestatementRow Row, string Units, string Actor)
{
    /// <summary>What changed, in words.</summary>
    public IReadOnlyList<string> Changes => FactCountWords.Changes(Row.Before, Row.After);
}

/// <summary>Closed periods, their frozen figures, how far the live ones differ, and the trail of late corrections.</summary>
public sealed class ClosedPeriods(MotCuaDb db, PeriodFigures figures, LogRoots roots)
{
    /// <summary>All closings, latest period first, latest revision first.</summary>
    public Task<IReadOnlyList<ClosedPeriod>> AllAsync(CancellationToken ct) => ReadAsync(db.PeriodClosings, ct);

    /// <summary>The closings of a period, latest first.</summary>
    public Task<IReadOnlyList<ClosedPeriod>> OfAsync(string key, CancellationToken ct) => ReadAsync(db.PeriodClosings.Where(c => c.PeriodKey == key), ct);

    /// <summary>The closing in force of exactly these days, or null.</summary>
    public async Task<ClosedPeriod?> InForceAsync(DateOnly from, DateOnly to, CancellationToken ct)
    {
        var found = await ReadAsync(db.PeriodClosings.Where(c => c.From == from && c.To == to && c.ReopenedAt == null), ct);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>The frozen figures of a closing by indicator and unit.</summary>
    public async Task<IReadOnlyDictionary<(string Indicator, string Unit), FrozenFigure>> FiguresAsync(Guid closing, CancellationToken ct) =>
        (await db.FrozenFigures.AsNoTracking().Where(f => f.ClosingId == closing).ToListAsync(ct)).ToDictionary(f => (f.Indicator, f.UnitKey), f => f.Figure);

    /// <summary>The figures of the board as frozen, each with the live one beside it; the same list when nothing is frozen for these days.</summary>
    public async Task<(ClosedPeriod? Closing, IReadOnlyList<Measure> Figures)> FreezeAsync(MeasureQuestion question, IReadOnlyList<Measure> live, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(live);
        if (question.IsOwnOnly || await InForceAsync(question.From, question.To, ct) is not { } closing) return (null, live);
        var codes = question.Indicators.Select(i => i.Code).ToList();
        var frozen = (await db.FrozenFigures.AsNoTracking().Where(f => f.ClosingId == closing.Id && codes.Contains(f.Indicator)).ToListAsync(ct)).ToDictionary(f => (f.Indicator, f.UnitKey), f => f.Figure);
        return (closing, [.. live.Select(m => frozen.TryGetValue((m.Indicator.Code, m.Unit), out var f) && f.Version == m.Indicator.Version
            ? m with { Counts = f.Counts ?? default, HasCounts = f.Counts is not null, Points = f.Points, Target = f.Target, Attainment = f.Attainment, Live = m } : m)]);
    }

    /// <summary>Figures that are not what was frozen any more, by indicator and unit.</summary>
    public async Task<IReadOnlyList<FigureDifference>> DifferencesAsync(ClosedPeriod closing, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(closing);
        var live = (await figures.ReadAsync(closing.Period.From, closing.Period.To, ct)).ToDictionary(m => (m.Indicator.Code, m.Unit));
        var names = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Key, u => u.ShortName.Length > 0 ? u.ShortName : u.Name, StringComparer.Ordinal, ct);
        return [.. (await FiguresAsync(closing.Id, ct)).Values
            .Select(f => (Frozen: f, Live: live.GetValueOrDefault((f.Indicator, f.Unit))))
            .Where(f => f.Live is null || f.Live.Indicator.Version != f.Frozen.Version || (f.Live.HasCounts ? f.Live.Counts : null) != f.Frozen.Counts || f.Live.Points != f.Frozen.Points || f.Live.Target != f.Frozen.Target || f.Live.Attainment != f.Frozen.Attainment)
            .OrderBy(f => f.Frozen.Indicator, StringComparer.Ordinal).ThenBy(f => f.Frozen.Unit == MeasureQueries.Province ? "" : names.GetValueOrDefault(f.Frozen.Unit, f.Frozen.Unit), StringComparer.Ordinal)
            .Select(f => new FigureDifference(f.Frozen.Unit == MeasureQueries.Province ? "Toàn tỉnh" : names.GetValueOrDefault(f.Frozen.Unit, f.Frozen.Unit), f.Live?.Indicator, f.Frozen, f.Live))];
    }

    /// <summary>A page of the trail of a period, latest first, before a place.</summary>
    public async Task<IReadOnlyList<RestatementLine>> TrailAsync(DateOnly from, DateOnly to, Guid? before, int count, CancellationToken ct)
    {
        var rows = db.Restatements.AsNoTracking().Where(r => (r.Day >= from && r.Day <= to) || (r.OtherDay >= from && r.OtherDay <= to));
        if (before is { } id) rows = rows.Where(r => r.Id.CompareTo(id) < 0);
        var page = await rows.OrderByDescending(r => r.Id).Take(count).ToListAsync(ct);
        var keys = page.SelectMany(r => new[] { r.UnitKey, r.OtherUnitKey }).Distinct().ToList();
        var names = await db.Units.AsNoTracking().Where(u => keys.Contains(u.Key)).ToDictionaryAsync(u => u.Key, u => u.ShortName.Length > 0 ? u.ShortName : u.Name, StringComparer.Ordinal, ct);
        var people = await OfficerNames.ReadAsync(db, page.Where(r => r.ActorKind == (int)ActorKind.Officer).Select(r => r.ActorId), ct);
        return [.. page.Select(r => new RestatementLine(
            r, string.Join(" → ", new[] { r.UnitKey, r.OtherUnitKey }.Where(k => k.Length > 0).Select(k => names.GetValueOrDefault(k, k))), r.ActorKind == (int)ActorKind.Officer ? people.GetValueOrDefault(r.ActorId, "") : ""))];
    }

    private async Task<IReadOnlyList<ClosedPeriod>> ReadAsync(IQueryable<PeriodClosingRow> rows, CancellationToken ct)
    {
        var found = await rows.AsNoTracking().OrderByDescending(c => c.From).ThenByDescending(c => c.To).ThenByDescending(c => c.Revision).ToListAsync(ct);
        var names = await OfficerNames.ReadAsync(db, found.SelectMany(r => new[] { r.ClosedBy, r.ReopenedBy }), ct);
        return [.. found.Select(r => new ClosedPeriod(
            r.Id, Period.Read(r.PeriodKey)!, r.Revision, r.ClosedAt, r.ClosedBy, names.GetValueOrDefault(r.ClosedBy, r.ClosedBy), r.Figures, r.Hash, roots.Holds(r.Hash, r.Signature, r.KeyId),
            r.ReopenedAt, names.GetValueOrDefault(r.ReopenedBy, r.ReopenedBy), r.ReopenReason))];
    }
}
