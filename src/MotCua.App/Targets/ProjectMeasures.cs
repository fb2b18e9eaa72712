using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MotCua.App.Data;
using MotCua.Domain.Dossiers;

namespace MotCua.App.Targets;

/// <summary>Brings facts and rollups up to date with the dossiers marked dirty.</summary>
public sealed class ProjectMeasures(MotCuaDb db, FactLedger ledger)
{
    private const int BatchSize = 500;

    /// <summary>Handles all marks there are; each batch is one transaction. Several nodes may do it at once: the gate lets one in at a time.</summary>
    /// <returns>How many marks were handled.</returns>
    public Task<int> DrainAsync(CancellationToken ct) => DrainAsync(null, ct);

    /// <summary>The same, telling how many are handled after each batch.</summary>
    public async Task<int> DrainAsync(Action<int>? progress, CancellationToken ct)
    {
        var done = 0;
        while (await db.DirtyDossiers.AnyAsync(ct))
        {
            done += await StepAsync(ct);
            progress?.Invoke(done);
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
    private const int PageSize = 5_000;
    private const int MarksAtOnce = 500;

    /// <summary>Rebuilds.</summary>
    /// <returns>How many dossiers count.</returns>
    public Task<int> HandleAsync(CancellationToken ct) => HandleAsync(null, ct);

    /// <summary>Rebuilds, telling how many dossiers were read after each page.</summary>
    /// <returns>How many dossiers count.</returns>
    public async Task<int> HandleAsync(Action<int>? progress, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ledger.EnterAsync(ct);
        // Marks seen now are covered by what is read after them; later ones stay
        var marks = await db.DirtyDossiers.Select(d => d.Id).ToListAsync(ct);
        await db.DossierFacts.ExecuteDeleteAsync(ct);
        var last = Guid.Empty;
        var (count, read) = (0, 0);
        while (true)
        {
            var page = await db.Dossiers.AsNoTracking().Where(d => d.Id > last).OrderBy(d => d.Id).Take(PageSize).ToListAsync(ct);
            if (page.Count == 0) break;
            var levels = await ServiceLevels.LoadAsync(db, page, ct);
            var facts = page.Select(levels.FactOf).OfType<DossierFactRow>().ToList();
            await BulkRows.CopyAsync(db, facts, ct);
            count += facts.Count;
            last = page[^1].Id;
            progress?.Invoke(read += page.Count);
        }

        await FillCubesAsync(ct);
        foreach (var chunk in marks.Chunk(MarksAtOnce))
        {
            await db.DirtyDossiers.Where(d => chunk.Contains(d.Id)).ExecuteDeleteAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return count;
    }

    /// <summary>Makes the rollups anew from the facts that are there, in one transaction: quick, when only they are in doubt.</summary>
    public async Task CubesAsync(CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ledger.EnterAsync(ct);
        await FillCubesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private async Task FillCubesAsync(CancellationToken ct)
    {
        // Over ten million facts a cube takes a minute
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        await db.RollupDays.ExecuteDeleteAsync(ct);
        await db.RollupOfferYears.ExecuteDeleteAsync(ct);
        await db.RollupOfferMonths.ExecuteDeleteAsync(ct);
        await db.RollupUnitDays.ExecuteDeleteAsync(ct);
        await db.RollupUnitMonths.ExecuteDeleteAsync(ct);
        foreach (var cube in Cube.All) await db.Database.ExecuteSqlRawAsync(cube.Insert, ct);
        await BulkRows.InsertAsync(db, await OfferYears.FromDaysAsync(db, null, ct), ct);
        await CriterionLedger.RebuildAsync(db, ct);
    }
}

/// <summary>Proves that facts and rollups are what the dossiers say; the nightly check and <c>motcua reconcile</c> ask it.</summary>
public sealed class MeasureProof(MotCuaDb db, FactLedger ledger, ProjectMeasures projector)
{
    /// <summary>Units whose facts are not those of their dossiers, or of which a rollup is not the sum over the facts; brings the figures up to date first.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(CancellationToken ct)
    {
        await projector.DrainAsync(ct);
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ledger.EnterAsync(ct);
        var units = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var cube in Cube.All) units.UnionWith(await db.Database.SqlQueryRaw<string>(cube.Differences).ToListAsync(ct));
        units.UnionWith(await WrongOffersAsync(ct));
        units.UnionWith(await CriterionLedger.WrongUnitsAsync(db, ct));
        units.UnionWith(await db.DossierFacts.Where(f => db.Dossiers.Any(d => d.Id == f.DossierId && d.Version != f.DossierVersion) && !db.DirtyDossiers.Any(m => m.DossierId == f.DossierId)).Select(f => f.UnitKey).Distinct().ToListAsync(ct));
        units.UnionWith(await db.Dossiers
            .Where(d => d.AcceptedAt != null && d.State != DossierState.Submitted && d.State != DossierState.NotAccepted
                && !db.DossierFacts.Any(f => f.DossierId == d.Id) && !db.Procedures.Any(p => p.Code == d.ProcedureCode && p.IsVertical) && !db.DirtyDossiers.Any(m => m.DossierId == d.Id))
            .Select(d => d.HandlingUnit).Distinct().ToListAsync(ct));
        await transaction.CommitAsync(ct);
        return [.. units];
    }

    private async Task<IEnumerable<string>> WrongOffersAsync(CancellationToken ct)
    {
        var right = (await OfferYears.FromDaysAsync(db, null, ct)).ToDictionary(o => (o.UnitKey, o.ProcedureCode, o.Year));
        var kept = (await db.RollupOfferYears.AsNoTracking().ToListAsync(ct)).Where(o => !o.IsEmpty).ToDictionary(o => (o.UnitKey, o.ProcedureCode, o.Year));
        return right.Where(o => !kept.TryGetValue(o.Key, out var other) || !o.Value.IsSameAs(other)).Concat(kept.Where(o => !right.ContainsKey(o.Key))).Select(o => o.Key.UnitKey);
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
        await JobStart.AfterFirstPagesAsync(clock, stoppingToken);
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
