using Microsoft.EntityFrameworkCore;
using MotCua.App.Accounts;
using MotCua.App.Data;
using MotCua.Domain.Kernel;
using MotCua.Domain.Targets;

namespace MotCua.App.Targets;

/// <summary>The making of a report as people see it.</summary>
/// <param name="Run">The run.</param>
/// <param name="Template">Its template.</param>
/// <param name="PeriodName">Name of the period.</param>
public sealed record ReportRunSheet(ReportRunRow Run, ReportTemplate Template, string PeriodName)
{
    /// <summary>How far, 0 to 100 (law rule 52).</summary>
    public int Percent => Run.State == ReportRunState.Done ? 100 : Run.All == 0 ? 0 : 100 * Run.Done / (Run.All + 1);

    /// <summary>True while it is waited for.</summary>
    public bool IsGoing => Run.State is ReportRunState.Waiting or ReportRunState.Running;
}

/// <summary>Reports that are being made: progress, stopping, sending again.</summary>
public sealed class ReportRunDesk(MotCuaDb db, ReportScopes scopes, AuditTrail audit, TimeProvider clock)
{
    private const int MostShown = 30;

    /// <summary>A run within the actor's reach, or null.</summary>
    public async Task<ReportRunSheet?> FindAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var keys = await scopes.ReadKeysAsync(actor, ct);
        var run = await db.ReportRuns.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, ct);
        return run is not null && (keys is null || keys.Contains(run.Scope)) ? Sheet(run) : null;
    }

    /// <summary>Runs that wait, go on, failed or were stopped, within the actor's reach; the latest first.</summary>
    public async Task<IReadOnlyList<ReportRunSheet>> OpenAsync(Actor actor, CancellationToken ct)
    {
        var keys = await scopes.ReadKeysAsync(actor, ct);
        var runs = db.ReportRuns.AsNoTracking().Where(r => r.State != ReportRunState.Done);
        if (keys is not null) runs = runs.Where(r => keys.Contains(r.Scope));
        return [.. (await runs.OrderByDescending(r => r.AskedAt).Take(MostShown).ToListAsync(ct)).Select(Sheet)];
    }

    /// <summary>Stops a run; what was read is thrown away.</summary>
    public async Task<Result<Done>> StopAsync(Guid id, Actor actor, CancellationToken ct)
    {
        if (await MineAsync(id, actor, ct) is not { } run) return ReportProblems.NotFound;
        var now = clock.GetUtcNow();
        var stopped = await db.ReportRuns.Where(r => r.Id == id && (r.State == ReportRunState.Waiting || r.State == ReportRunState.Running))
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.State, ReportRunState.Stopped).SetProperty(r => r.EndedAt, (DateTimeOffset?)now), ct);
        if (stopped == 0) return ReportProblems.NotRunning;
        await db.ReportPieces.Where(p => p.RunId == id).ExecuteDeleteAsync(ct);
        return await RecordAsync("ReportStopped", run, actor, ct);
    }

    /// <summary>Sends a failed or stopped run again.</summary>
    public async Task<Result<Done>> RedriveAsync(Guid id, Actor actor, CancellationToken ct)
    {
        if (await MineAsync(id, actor, ct) is not { } run) return ReportProblems.NotFound;
        if (await db.ReportRuns.AnyAsync(r => r.Id != id && r.Template == run.Template && r.Period == run.Period && r.Scope == run.Scope && (r.State == ReportRunState.Waiting || r.State == ReportRunState.Running), ct)) return ReportProblems.AlreadyMaking;
        var again = await db.ReportRuns.Where(r => r.Id == id && (r.State == ReportRunState.Failed || r.State == ReportRunState.Stopped)).ExecuteUpdateAsync(
            s => s.SetProperty(r => r.State, ReportRunState.Waiting).SetProperty(r => r.EndedAt, (DateTimeOffset?)null).SetProperty(r => r.AsAt, (DateTimeOffset?)null).SetProperty(r => r.Failure, ""), ct);
        return again == 0 ? ReportProblems.NotFailed : await RecordAsync("ReportAskedAgain", run, actor, ct);
    }

    private static ReportRunSheet Sheet(ReportRunRow run) => new(run, ReportTemplates.Find(run.Template) ?? ReportTemplates.All[0], Period.Read(run.Period)?.Name ?? run.Period);

    private async Task<ReportRunRow?> MineAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var run = await db.ReportRuns.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, ct);
        return run is not null && Period.Read(run.Period) is { } period && (await scopes.FindAsync(run.Scope, period, actor, ct)).IsOk ? run : null;
    }

    private async Task<Result<Done>> RecordAsync(string act, ReportRunRow run, Actor actor, CancellationToken ct)
    {
        audit.Record(actor, act, $"{run.Template}/{run.Period}/{run.Scope}", new { run = run.Id });
        await db.SaveChangesAsync(ct);
        return Done.Value;
    }
}
