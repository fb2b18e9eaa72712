using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MotCua.App.Data;

namespace MotCua.App.Exchange;

/// <summary>
/// Writes what was counted: one transaction that adds to the rows of the day, so that several nodes count together. Words of a search are written only
/// when their hash was asked on at least three different days of the last month; before, only the hash is there.
/// </summary>
public sealed class VisitFlush(MotCuaDb db, VisitCounters counters)
{
    /// <summary>On how many different days words must have been asked before they are kept.</summary>
    public const int DaysToKeepWords = 3;

    /// <summary>How long a hash is kept.</summary>
    public static readonly TimeSpan MarksKept = TimeSpan.FromDays(30);

    /// <summary>Writes; what cannot be written stays counted.</summary>
    /// <returns>How many rows were written.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var counts = counters.Take();
        if (counts.IsEmpty) return 0;
        try
        {
            return await WriteAsync(counts, ct);
        }
        catch
        {
            counters.GiveBack(counts);
            throw;
        }
    }

    private async Task<int> WriteAsync(VisitCounters.Counts counts, CancellationToken ct)
    {
        // In the order of their keys: two nodes that write at once wait for each other and never in a circle
        List<PageVisitRow> visits = [.. counts.Visits.Select(v => new PageVisitRow { Day = v.Key.Day, Page = v.Key.Page, Screen = v.Key.Screen, Visits = v.Value }).OrderBy(r => r.Day).ThenBy(r => r.Page, StringComparer.Ordinal).ThenBy(r => r.Screen)];
        List<SearchMissMarkRow> marks = [.. counts.Words.Select(w => new SearchMissMarkRow { Hash = counters.HashOf(w.Key.Words), Day = w.Key.Day, Asked = w.Value }).OrderBy(r => r.Hash, StringComparer.Ordinal).ThenBy(r => r.Day)];
        List<FormStepRow> steps = [.. counts.Steps.Select(s => new FormStepRow
        {
            Day = s.Key.Day,
            ProcedureCode = s.Key.Procedure,
            Page = s.Key.Page,
            Screen = s.Key.Screen,
            Ordinal = s.Value.Ordinal,
            Reached = s.Value.Reached,
            Passed = s.Value.Passed,
            CameBack = s.Value.CameBack,
        }).OrderBy(r => r.Day).ThenBy(r => r.ProcedureCode, StringComparer.Ordinal).ThenBy(r => r.Page, StringComparer.Ordinal).ThenBy(r => r.Screen)];

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await BulkRows.AddAsync(db, visits, ct);
        await BulkRows.AddAsync(db, marks, ct);
        List<SearchMissRow> misses = [.. counts.Misses.Select(m => new SearchMissRow { Day = m.Key, Asked = m.Value }), .. await KeepableAsync(counts, ct)];
        await BulkRows.AddAsync(db, [.. misses.OrderBy(r => r.Day).ThenBy(r => r.Words, StringComparer.Ordinal)], ct);
        await AddStepsAsync(steps, ct);
        await transaction.CommitAsync(ct);
        return visits.Count + marks.Count + misses.Count + steps.Count;
    }

    /// <summary>Words whose hash is there on enough days: with what was asked today.</summary>
    private async Task<IReadOnlyList<SearchMissRow>> KeepableAsync(VisitCounters.Counts counts, CancellationToken ct)
    {
        if (counts.Words.Count == 0) return [];
        var byHash = counts.Words.ToLookup(w => counters.HashOf(w.Key.Words), StringComparer.Ordinal);
        var hashes = byHash.Select(h => h.Key).ToList();
        var since = counts.Words.Keys.Min(k => k.Day).AddDays(-(int)MarksKept.TotalDays);
        var often = await db.SearchMissMarks.AsNoTracking().Where(m => hashes.Contains(m.Hash) && m.Day >= since)
            .GroupBy(m => m.Hash).Where(g => g.Count() >= DaysToKeepWords).Select(g => g.Key).ToListAsync(ct);
        return [.. often.SelectMany(h => byHash[h]).Select(w => new SearchMissRow { Day = w.Key.Day, Words = w.Key.Words, Asked = w.Value })];
    }

    // The place of a page is not a count: the last one seen stays
    private async Task AddStepsAsync(List<FormStepRow> steps, CancellationToken ct)
    {
        foreach (var step in steps)
        {
            var added = await db.FormSteps.Where(s => s.Day == step.Day && s.ProcedureCode == step.ProcedureCode && s.Page == step.Page && s.Screen == step.Screen)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.Ordinal, step.Ordinal).SetProperty(x => x.Reached, x => x.Reached + step.Reached).SetProperty(x => x.Passed, x => x.Passed + step.Passed).SetProperty(x => x.CameBack, x => x.CameBack + step.CameBack), ct);
            if (added == 0) await BulkRows.AddAsync(db, [step], ct);
        }
    }
}

/// <summary>Writes what was counted once a minute, and when the portal stops.</summary>
public sealed class VisitLoop(IServiceScopeFactory scopes, TimeProvider clock, ILogger<VisitLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await JobStart.AfterFirstPagesAsync(clock, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stoppingToken.IsCancellationRequested) await FlushAsync(stoppingToken);
        }
    }

    private async Task FlushAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<VisitFlush>().RunAsync(ct);
        }
#pragma warning disable CA1031 // A job must outlive every failure; what was counted stays and is tried again
        catch (Exception e) when (!ct.IsCancellationRequested && e is not ObjectDisposedException)
#pragma warning restore CA1031
        {
            log.LogError(e, "Visits could not be written; they are tried again");
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The portal stops at once: at most a minute of counts is lost
        }
    }
}
