using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MotCua.App.Data;

namespace MotCua.App.Targets;

/// <summary>Brings facts and rollups up to date with the dossiers marked dirty.</summary>
public sealed class ProjectMeasures(MotCuaDb db, FactLedger ledger)
{
    private const int BatchSize = 500;

    /// <summary>Handles all marks there are; each batch is one transaction. Several nodes may do it at once: the gate lets one in at a time.</summary>
    /// <returns>How many marks were handled.</returns>
    public async Task<int> DrainAsync(CancellationToken ct)
    {
        var done = 0;
        while (await db.DirtyDossiers.AnyAsync(ct))
        {
            done += await StepAsync(ct);
        }

        return done;
    }

    private async Task<int> StepAsync(CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ledger.EnterAsync(ct);
        var marks = await db.DirtyDossiers.AsNoTracking().OrderBy(d => d.Id).Take(BatchSize).ToListAsync(ct);
        var ids = marks.Select(m => m.DossierId).Distinct().ToList();
        var dossiers = await db.Dossiers.AsNoTracking().Where(d => ids.Contains(d.Id)).ToListAsync(ct);
        await ledger.ApplyAsync(dossiers, ct);
        var handled = marks.Select(m => m.Id).ToList();
        await db.DirtyDossiers.Where(d => handled.Contains(d.Id)).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        return marks.Count;
    }
}

/// <summary>Makes all facts and rollups anew from the dossiers, in one transaction: readers see the old figures until it ends.</summary>
public sealed class RebuildMeasures(MotCuaDb db, FactLedger ledger)
{
    private const int PageSize = 500;

    private const string Counts =
        """
        COUNT(*),
        SUM(CASE WHEN result_on IS NOT NULL THEN 1 ELSE 0 END),
        SUM(CASE WHEN ended_at IS NOT NULL THEN 1 ELSE 0 END),
        SUM(CASE WHEN late_after < ended_at THEN 1 ELSE 0 END),
        SUM(CASE WHEN has_electronic_result THEN 1 ELSE 0 END),
        SUM(CASE WHEN is_digitised THEN 1 ELSE 0 END),
        SUM(CASE WHEN is_reused THEN 1 ELSE 0 END),
        SUM(CASE WHEN is_eid_verified THEN 1 ELSE 0 END),
        SUM(CASE WHEN has_fee THEN 1 ELSE 0 END),
        SUM(CASE WHEN has_fee AND is_paid_online THEN 1 ELSE 0 END)
        """;

    private const string Cells =
        "(day, unit_key, procedure_code, channel, assisted_by, level, accepted, with_result, ended, ended_late, electronic_results, digitised, reused, eid_verified, with_fee, fee_paid_online)";

    /// <summary>Rebuilds.</summary>
    /// <returns>How many dossiers count.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ledger.EnterAsync(ct);
        // Marks seen now are covered by what is read after them; later ones stay
        var marks = await db.DirtyDossiers.Select(d => d.Id).ToListAsync(ct);
        await db.DossierFacts.ExecuteDeleteAsync(ct);
        var last = Guid.Empty;
        var count = 0;
        while (true)
        {
            var page = await db.Dossiers.AsNoTracking().Where(d => d.Id > last).OrderBy(d => d.Id).Take(PageSize).ToListAsync(ct);
            if (page.Count == 0) break;
            var levels = await ServiceLevels.LoadAsync(db, page, ct);
            var facts = page.Select(levels.FactOf).OfType<DossierFactRow>().ToList();
            await BulkRows.InsertAsync(db, facts, ct);
            count += facts.Count;
            last = page[^1].Id;
        }

        await db.RollupDays.ExecuteDeleteAsync(ct);
        await db.RollupMonths.ExecuteDeleteAsync(ct);
        await db.Database.ExecuteSqlRawAsync($"INSERT INTO rollup_days {Cells} SELECT day, unit_key, procedure_code, channel, assisted_by, level, {Counts} FROM dossier_facts GROUP BY day, unit_key, procedure_code, channel, assisted_by, level", ct);
        await db.Database.ExecuteSqlRawAsync($"INSERT INTO rollup_months {Cells} SELECT month, unit_key, procedure_code, channel, assisted_by, level, {Counts} FROM dossier_facts GROUP BY month, unit_key, procedure_code, channel, assisted_by, level", ct);
        foreach (var chunk in marks.Chunk(PageSize))
        {
            await db.DirtyDossiers.Where(d => chunk.Contains(d.Id)).ExecuteDeleteAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return count;
    }
}

/// <summary>Runs the projector all the time, so that a board is at most two seconds behind.</summary>
public sealed partial class MeasureLoop(IServiceScopeFactory scopes, TimeProvider clock, ILogger<MeasureLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ProjectMeasures>().DrainAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A job must outlive every failure; it is logged and tried again
            catch (Exception failure)
#pragma warning restore CA1031
            {
                ProjectionFailed(logger, failure);
                pause = PauseAfterFailure;
            }

            try
            {
                await Task.Delay(pause, clock, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Measures could not be brought up to date; tried again in 5 s")]
    private static partial void ProjectionFailed(ILogger logger, Exception failure);
}
