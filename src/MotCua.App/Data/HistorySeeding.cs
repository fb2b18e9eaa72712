using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Calendar;
using MotCua.App.Dossiers;
using MotCua.App.Targets;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.App.Data;

/// <summary>
/// Seeds a history of dossiers without people and papers (<c>seed demo --facts-only</c>), in large batches that are each one transaction; on PostgreSQL by COPY.
/// What is there already is left as it is.
/// </summary>
public sealed class HistorySeeding(MotCuaDb db, FactLedger ledger, WorkingCalendars calendars, DemoStage stage, TimeProvider clock)
{
    private const int BatchSize = 5_000;
    private static readonly DemoGoals NoGoals = new(null, null);

    private readonly Dictionary<(string Prefix, DateOnly Day), int> _ordinals = [];

    /// <summary>Seeds.</summary>
    /// <param name="command">What.</param>
    /// <param name="progress">Told how many are in after each batch, or null.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many were added; null when no published procedure is offered.</returns>
    public async Task<int?> HandleAsync(SeedDemoDossiers command, Action<int>? progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var now = DossierChain.Cut(clock.GetUtcNow());
        var end = ProvinceTime.StartOf(command.To.AddDays(1)).AddSeconds(-1);
        var cap = end < now ? end : now;
        var (province, _) = await stage.ProvinceAsync(command, ProvinceTime.DateOf(cap), ct);
        if (province.IsEmpty) return null;
        foreach (var counter in await db.NumberCounters.AsNoTracking().Where(c => c.Day >= command.From && c.Day <= command.To).ToListAsync(ct)) _ordinals[(counter.Prefix, counter.Day)] = counter.Last;
        var goals = await GoalsAsync(ProvinceTime.DateOf(cap), ct);
        var history = new DemoHistory(command, cap, province, await calendars.ForAsync("*", ct), unit => goals.GetValueOrDefault(unit, NoGoals));
        var (added, seen) = (0, 0);
        foreach (var chunk in history.Tell(Number).Chunk(BatchSize))
        {
            var codes = chunk.Select(s => s.Code).ToList();
            var there = (await db.Dossiers.AsNoTracking().Where(d => codes.Contains(d.SubmissionCode)).Select(d => d.SubmissionCode).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
            var fresh = chunk.Where(s => !there.Contains(s.Code)).ToList();
            await SaveAsync(fresh, now, ct);
            added += fresh.Count;
            progress?.Invoke(seen += chunk.Length);
        }

        return added;
    }

    private string Number(DemoOffer offer, DateTimeOffset at)
    {
        var key = (offer.Prefix, ProvinceTime.DateOf(at));
        var ordinal = _ordinals[key] = _ordinals.GetValueOrDefault(key) + 1;
        return DossierNumber.For(key.Prefix, key.Item2, ordinal).Value;
    }

    private async Task SaveAsync(List<ImportedState> states, DateTimeOffset now, CancellationToken ct)
    {
        if (states.Count == 0) return;
        var act = new Act(Ids.NewGuid(now), "DossierImporting", Actor.System("motcua-seed"), now);
        var dossiers = new List<Dossier>(states.Count);
        var events = new List<DossierEventRow>(states.Count);
        foreach (var state in states)
        {
            var dossier = new Dossier(Ids.NewGuid(state.AcceptedAt ?? state.SubmittedAt ?? now));
            events.AddRange(Journal.Chain(act, dossier, DossierChain.Start, new DossierImported(state)));
            dossiers.Add(dossier);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ledger.EnterAsync(ct);
        await BulkRows.CopyAsync(db, dossiers, ct);
        await BulkRows.CopyAsync(db, events, ct);
        var counters = dossiers.Where(d => d.Number is not null).Select(d => d.Number!.Split('-')).GroupBy(p => (p[0], p[1]))
            .Select(g => new NumberCounterRow { Prefix = g.Key.Item1, Day = DateOnly.ParseExact("20" + g.Key.Item2, "yyyyMMdd", CultureInfo.InvariantCulture), Last = g.Max(p => int.Parse(p[2], CultureInfo.InvariantCulture)) });
        await BulkRows.RaiseAsync(db, [.. counters], ct);
        await ledger.ApplyAsync(dossiers, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Targets of units; a commune has its district's.</summary>
    private async Task<Dictionary<string, DemoGoals>> GoalsAsync(DateOnly on, CancellationToken ct)
    {
        var found = await db.UnitGroupMembers.AsNoTracking().Where(m => m.From <= on && (m.Until == null || m.Until > on))
            .Join(db.Targets.Where(t => t.UnitKey == "" && t.From <= on && (t.Until == null || t.Until > on)), m => m.GroupCode, t => t.GroupCode, (m, t) => new { m.UnitKey, t.Indicator, t.Percent })
            .ToListAsync(ct);
        var goals = found.GroupBy(t => t.UnitKey).ToDictionary(
            g => g.Key, g => new DemoGoals(g.Where(t => t.Indicator == "ct2").Select(t => (decimal?)t.Percent).FirstOrDefault(), g.Where(t => t.Indicator == "ct3").Select(t => (decimal?)t.Percent).FirstOrDefault()), StringComparer.Ordinal);
        foreach (var commune in await db.Units.AsNoTracking().Where(u => u.Level == "xa" && u.ParentKey != null).Select(u => new { u.Key, u.ParentKey }).ToListAsync(ct))
        {
            if (goals.TryGetValue(commune.ParentKey!, out var district)) goals.TryAdd(commune.Key, district);
        }

        return goals;
    }
}
